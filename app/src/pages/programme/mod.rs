//! `/programme`: whether every institution will reach its range, and who is stuck.

mod attention;
pub mod change;
mod evidence;
pub mod export;
pub mod follow_up;
pub mod institution_new;
pub mod jobs;
mod list;
mod over_time;
pub mod people;
mod sentence;
mod table;

pub(in crate::pages) use evidence::sentence as evidence_sentence;
pub(in crate::pages) use table::{bar, described, forecast, numbers, pace, trainers};

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use domain::ids::ProgrammeId;
use leptos::prelude::*;
use serde::Deserialize;
use services::ServiceError;
use services::programme::{Overview, Show, overview, programmes, seen_by};
use services::sight::Sight;

use crate::components::forecast_note::ForecastNote;
use crate::components::notice::FlashNotice;
use crate::document;
use crate::drawings::Filling;
use crate::error::Failure;
use crate::i18n::Words;
use crate::pages::activity;
use crate::visit::Visit;

/// Which programme, and which part of its table.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    id: Option<String>,
    show: Option<String>,
    page: Option<String>,
}

impl Asked {
    /// The programme with this id, with nothing else asked.
    #[must_use]
    pub fn of(id: Option<String>) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }

    /// The programme asked for; the only one that the asker sees, when none is named.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when several are seen, or none; [`Failure::SignIn`] for a visitor.
    pub fn programme(&self, visit: &Visit) -> Result<ProgrammeId, Failure> {
        if let Some(id) = &self.id {
            return id.parse().map_err(|_| Failure::NotFound);
        }
        visit.person()?;
        match seen_by(&visit.actor()).as_slice() {
            [one] => Ok(*one),
            _ => Err(Failure::NotFound),
        }
    }

    fn show(&self) -> Show {
        match self.show.as_deref() {
            Some("below") => Show::BelowMinimum,
            Some("silent") => Show::Silent,
            _ => Show::All,
        }
    }

    /// The page, from 0.
    fn page(&self) -> u64 {
        page_number(self.page.as_deref())
    }
}

/// The page that an address names, from 0; the first when it names none.
#[must_use]
pub fn page_number(asked: Option<&str>) -> u64 {
    let number: u64 = asked.and_then(|page| page.parse().ok()).unwrap_or(1);
    number.clamp(1, 1_000_000) - 1
}

/// The page: one programme, or the list of those that the asker sees.
///
/// # Errors
/// [`Failure::NotFound`] when the asker sees none.
pub async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let actor = visit.actor();
    if asked.id.is_none() && seen_by(&actor).len() != 1 {
        let listed = programmes(visit.services(), &actor).await?;
        if listed.is_empty() {
            return Err(ServiceError::Hidden.into());
        }
        let title = visit.words.say("programmes-title");
        return Ok(visit.page(&title, || list::page(visit.words, listed)));
    }
    let id = asked.programme(&visit)?;
    let seen = overview(visit.services(), &actor, id, asked.show(), asked.page()).await?;
    let title = seen.programme.title.clone();
    let (show, number) = (asked.show(), asked.page());
    let place = format!("programme {id} {show:?} {number} {:?}", seen.sight);
    // "Yesterday" is another word for the same moment the day after.
    let data = (seen, Words::local_day(visit.now()));
    let main = visit.main_of(&place, data, |(seen, _)| {
        document::draw(&visit, || page(&visit, seen, show, number))
    });
    Ok(visit.page_around(StatusCode::OK, &title, &main, Filling::default()))
}

fn page(visit: &Visit, seen: &Overview, show: Show, page: u64) -> impl IntoView + use<> {
    let words = visit.words;
    let id = seen.programme.id;
    let activity = activity::address(id, None);
    let actions = seen.may_change.then(|| {
        view! {
            <div class="actions no-print">
                <a class="button primary" href=format!("/programme/institutions/new?id={id}")>
                    {words.say("institution-add")}
                </a>
                <a class="button" href=format!("/programme/edit?id={id}")>{words.say("programme-change")}</a>
                <a class="button" href=format!("/programme/people?id={id}")>{words.say("programme-people")}</a>
                <a class="button" href=format!("/programme/cascade?id={id}")>{words.say("lineage-title")}</a>
                <a class="button" href=format!("/programme/packs?id={id}")>{words.say("packs-title")}</a>
            </div>
        }
    });
    // Who sees figures only may take ready packs away all the same.
    let packs = (seen.sight == Sight::Figures).then(|| {
        view! {
            <div class="actions no-print">
                <a class="button" href=format!("/programme/packs?id={id}")>{words.say("packs-title")}</a>
            </div>
        }
    });
    let ways = view! {
        <p class="no-print"><a href=activity>{words.say("activity-open")}</a> " · " <a href=format!("/impact?id={id}")>{words.say("impact-open")}</a></p>
    };
    let over = (!seen.programme.reference.is_empty())
        .then(|| view! { <p class="over">{seen.programme.reference.clone()}</p> });
    let observing = (seen.sight == Sight::Figures)
        .then(|| view! { <p class="definition-note">{words.say("figures-only")}</p> });
    view! {
        <main id="main" class="page" tabindex="-1">
            <FlashNotice words flash=visit.flash.clone()/>
            <header class="page-title">
                {over}
                <h1>{seen.programme.title.clone()}</h1>
                <p class="lead">{sentence::of(words, seen)}</p>
                <ForecastNote words prospect=seen.prospect end=seen.programme.ends_on counts={seen.sight == Sight::Everything}/>
                {observing}
                {actions}
                {ways}
                {packs}
            </header>
            {table::totals(words, seen)}
            {table::section(words, seen, visit.now(), show, page)}
            {attention::section(words, seen)}
            {over_time::section(words, seen)}
            {evidence::section(words, seen)}
        </main>
    }
}
