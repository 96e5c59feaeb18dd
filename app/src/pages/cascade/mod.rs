//! `/programme/cascade`: who trained whom, an institution at a time, as a drawing and as a list.

mod drawing;
pub mod export;
mod focus;
mod institutions;
mod list;
mod origin;
mod picture;
mod plan;

use std::sync::Arc;

use axum::extract::Query;
use axum::response::Response;
use domain::cascade::Rule;
use domain::ids::{InstitutionId, PersonId, ProgrammeId};
use domain::policy::Action;
use leptos::prelude::*;
use serde::Deserialize;
use services::institution::{Lineage, lineage};

use self::drawing::Shown;
use crate::address::optional;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::empty_state::EmptyState;
use crate::components::icon::Icon;
use crate::components::table_foot::TableFoot;
use crate::download;
use crate::error::Failure;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::visit::Visit;

/// Whose cascade, and on whom the eye is.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    id: Option<String>,
    institution: Option<String>,
    focus: Option<String>,
    page: Option<String>,
}

impl Asked {
    /// Whom the eye is on; somebody who is no one is nobody.
    fn focus(&self) -> Option<PersonId> {
        self.focus.as_ref()?.parse().ok()
    }

    /// The cascade asked for, to be taken along as a drawing.
    async fn drawn(&self, visit: &Visit) -> Result<Lineage, Failure> {
        let seen = self.lineage(visit, Action::ExportInstitution).await?;
        if is_empty(&seen) {
            return Err(Failure::NotFound);
        }
        Ok(seen)
    }

    /// The cascade asked for.
    async fn lineage(&self, visit: &Visit, action: Action) -> Result<Lineage, Failure> {
        let institution = optional(self.institution.as_deref())?.ok_or(Failure::NotFound)?;
        let (services, actor) = (visit.services(), visit.actor());
        let programme = optional(self.id.as_deref())?;
        let language = visit.words.0;
        Ok(lineage(services, &actor, action, institution, programme, language).await?)
    }
}

/// Whether there is nobody in it.
fn is_empty(seen: &Lineage) -> bool {
    seen.chart.places.is_empty() && seen.orphans.is_empty()
}

/// Somebody's name, or that they are of another institution.
fn name(words: Words, seen: &Lineage, person: PersonId) -> String {
    let known = seen.name(person).map(str::to_owned);
    known.unwrap_or_else(|| words.say("cascade-elsewhere"))
}

/// The page: one institution's cascade, or the institutions to choose from.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such institution, or its names are none of the asker's
/// business.
pub async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    if asked.institution.is_none() {
        return institutions::get(visit, &asked).await;
    }
    let seen = asked.lineage(&visit, Action::SeeInstitution).await?;
    let focus = asked.focus();
    let title = visit.words.say("lineage-title");
    Ok(visit.page(&title, || page(visit.words, &seen, focus)))
}

/// The drawing as a file.
///
/// # Errors
/// As [`get`], and when there is nothing to draw.
pub async fn svg(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let seen = asked.drawn(&visit).await?;
    let plan = plan::plan(visit.words, &seen, asked.focus());
    let svg = drawing::draw(visit.words, &seen, &plan, Shown::Alone);
    Ok(download::svg(&export::title(visit.words, &seen), svg))
}

/// The drawing as a picture.
///
/// # Errors
/// As [`svg`], and when the drawing is too large for a picture in which it could be read.
pub async fn png(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let seen = asked.drawn(&visit).await?;
    let plan = plan::plan(visit.words, &seen, asked.focus());
    // Drawing takes a while and much memory: not on the threads that answer everybody, and one
    // picture at a time, also when nobody waits for it any more.
    let turn = Arc::clone(&visit.state.pictures).acquire_owned().await;
    let drawn = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        picture::png(&plan)
    })
    .await;
    let png = drawn
        .map_err(|_| Failure::Broken)?
        .ok_or(Failure::NotFound)?;
    Ok(download::png(&export::title(visit.words, &seen), png))
}

/// The address of an institution's cascade, with its query.
pub(in crate::pages) fn address(programme: ProgrammeId, institution: InstitutionId) -> String {
    format!("/programme/cascade{}", query(programme, institution))
}

fn query(programme: ProgrammeId, institution: InstitutionId) -> String {
    format!("?id={programme}&institution={institution}")
}

fn page(words: Words, seen: &Lineage, focus: Option<PersonId>) -> impl IntoView + use<> {
    let (institution, programme) = (&seen.institution, &seen.programme);
    let mut above = Vec::new();
    if seen.sees_programme {
        above.push((
            format!("/programme?id={}", programme.id),
            programme.title.clone(),
        ));
    }
    above.push((
        format!("/institutions/{}", institution.id),
        institution.name.clone(),
    ));
    let body = if is_empty(seen) {
        let (title, what) = (words.say("cascade-empty"), words.say("cascade-empty-what"));
        view! { <EmptyState title what/> }.into_markup()
    } else {
        drawn(words, seen, focus).into_markup()
    };
    view! {
        <main id="main" class="page" tabindex="-1">
            <Breadcrumb words above here=words.say("lineage-title")/>
            <header class="page-title">
                <h1>{words.say("lineage-title")}</h1>
                <p class="lead">{sentence(words, seen)}</p>
            </header>
            {body}
        </main>
    }
}

/// "4 people trained 23 at the University of Tirana."
fn sentence(words: Words, seen: &Lineage) -> String {
    let (trainers, trained) = seen.heads();
    words.say_with(
        "cascade-sentence",
        [
            ("trainers", trainers.into()),
            ("trained", trained.into()),
            ("institution", seen.institution.name.as_str().into()),
        ],
    )
}

fn drawn(words: Words, seen: &Lineage, focus: Option<PersonId>) -> impl IntoView + use<> {
    let query = query(seen.programme.id, seen.institution.id);
    let files = Some(("/programme/cascade".to_owned(), query.clone()));
    view! {
        {drawing(words, seen, &query, focus)}
        <section class="section" aria-labelledby="list-heading">
            <h2 id="list-heading">{words.say("cascade-list")}</h2>
            {list::tree(words, seen, &query, "list-heading")}
            <TableFoot words rules=vec![Rule::Edge, Rule::Generation] files/>
        </section>
    }
}

fn drawing(
    words: Words,
    seen: &Lineage,
    query: &str,
    focus: Option<PersonId>,
) -> impl IntoView + use<> {
    let on = focus.filter(|person| !seen.chart.around(*person).is_empty());
    let eye =
        on.map(|person| focus::view(words, seen, person, format!("/programme/cascade{query}")));
    let plan = plan::plan(words, seen, on);
    let svg = drawing::draw(words, seen, &plan, Shown::OnPage);
    let focus = on
        .map(|person| format!("&focus={person}"))
        .unwrap_or_default();
    let file = |kind: &str| format!("/programme/cascade.{kind}{query}{focus}");
    let png = picture::fits(&plan).then(|| {
        view! { <a href=file("png")><Icon name="download"/>"PNG"</a> }
    });
    view! {
        <section class="section" id="drawing">
            <h2 id="drawing-heading">{words.say("cascade-by-generation")}</h2>
            {eye}
            <div class="cascade-scroll" tabindex="0" role="region" aria-labelledby="drawing-heading" inner_html=svg></div>
            <div class="actions no-print">
                <a href=file("svg")><Icon name="download"/>"SVG"</a>
                {png}
            </div>
        </section>
    }
}
