//! `/programme/activity`: who has begun and who has not, where colleagues stopped, how far they
//! came, and what was lost between generations. Of a programme, or of one institution.

pub mod export;
mod fidelity;
mod funnel;
mod people;

use axum::extract::Query;
use axum::response::Response;
use domain::cascade::Rule;
use domain::cascade::small_cells::Cell;
use domain::ids::{InstitutionId, ProgrammeId};
use leptos::prelude::*;
use serde::Deserialize;
use services::activity::{Activity, Place, Wanted, activity};
use services::sight::Sight;

use crate::address::optional;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::definition_note::DefinitionNote;
use crate::components::notice::FlashNotice;
use crate::components::table_foot::TableFoot;
use crate::error::Failure;
use crate::i18n::Words;
use crate::pages::programme;
use crate::visit::Visit;

/// Whose activity, and which page of its lists.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    id: Option<String>,
    institution: Option<String>,
    #[serde(rename = "silent-page")]
    silent: Option<String>,
    #[serde(rename = "cohorts-page")]
    cohorts: Option<String>,
}

impl Asked {
    fn wanted(&self, visit: &Visit) -> Result<Wanted, Failure> {
        let institution = optional(self.institution.as_deref())?;
        let programme = match institution {
            Some(_) => optional(self.id.as_deref())?,
            None => Some(programme::Asked::of(self.id.clone()).programme(visit)?),
        };
        Ok(Wanted {
            programme,
            institution,
            silent: programme::page_number(self.silent.as_deref()),
            cohorts: programme::page_number(self.cohorts.as_deref()),
        })
    }
}

/// The address of a programme's activity, or of one institution's in it.
pub(in crate::pages) fn address(
    programme: ProgrammeId,
    institution: Option<InstitutionId>,
) -> String {
    format!("/programme/activity{}", query(programme, institution))
}

fn query(programme: ProgrammeId, institution: Option<InstitutionId>) -> String {
    let institution = institution.map(|id| format!("&institution={id}"));
    format!("?id={programme}{}", institution.unwrap_or_default())
}

fn query_of(place: &Place) -> String {
    query(
        place.programme.id,
        place.institution.as_ref().map(|(id, _)| *id),
    )
}

/// What stands beneath a table of the page: its rules, and the table as a file of this name.
fn foot(words: Words, place: &Place, name: &str, rules: Vec<Rule>) -> impl IntoView + use<> {
    let files = Some((format!("/programme/activity/{name}"), query_of(place)));
    view! { <TableFoot words rules files/> }
}

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when there is nothing there, or it is none of the asker's business.
pub async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let wanted = asked.wanted(&visit)?;
    let seen = activity(visit.services(), &visit.actor(), wanted).await?;
    let title = visit.words.say("activity-title");
    Ok(visit.page(&title, || page(&visit, seen, wanted)))
}

fn page(visit: &Visit, seen: Activity, wanted: Wanted) -> impl IntoView + use<> {
    let words = visit.words;
    let people = seen.people.as_ref().map(|people| {
        view! {
            {people::silent(words, &seen.place, people, wanted.silent, seen.today)}
            {people::cohorts(words, &seen.place, people, wanted.cohorts, visit.now())}
        }
    });
    let observing = (seen.place.sight == Sight::Figures)
        .then(|| view! { <p class="definition-note">{words.say("figures-only")}</p> });
    let generations = seen
        .generations
        .as_ref()
        .map(|generations| fidelity::section(words, &seen.place, generations));
    view! {
        <main id="main" class="page" tabindex="-1">
            <Breadcrumb words above=above(&seen.place) here=words.say("activity-title")/>
            <FlashNotice words flash=visit.flash.clone()/>
            <header class="page-title">
                <h1>{words.say("activity-title")}</h1>
                <p class="lead">{sentence(words, &seen)}</p>
                {observing}
                <DefinitionNote words rules=vec![Rule::TrainerActivation, Rule::SilentTrainer]/>
            </header>
            {people}
            {people::first_cascade(words, &seen)}
            {funnel::section(words, &seen)}
            {generations}
        </main>
    }
}

fn above(place: &Place) -> Vec<(String, String)> {
    let programme = &place.programme;
    let mut above = Vec::new();
    if place.sees_programme {
        above.push((
            format!("/programme?id={}", programme.id),
            programme.title.clone(),
        ));
    }
    if let Some((id, name)) = &place.institution {
        let href = format!("/institutions/{id}?programme={}", programme.id);
        above.push((href, name.clone()));
    }
    above
}

/// "12 of 30 trainers have begun to train."
fn sentence(words: Words, seen: &Activity) -> String {
    match seen.activation {
        (Cell::Shown(active), Cell::Shown(trainers)) => words.say_with(
            "activity-sentence",
            [("active", active.into()), ("trainers", trainers.into())],
        ),
        _ => words.say("activity-sentence-withheld"),
    }
}
