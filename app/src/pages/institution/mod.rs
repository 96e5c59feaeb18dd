//! `/institutions/{id}`: where an institution stands, its trainers, and every colleague by unit.

pub mod adaptations;
pub mod change;
mod evidence;
pub mod export;
mod header;
pub mod invite;
mod matrix;
mod people;

pub(in crate::pages) use matrix::{unit_number, unit_title};

use axum::extract::{Path, Query};
use axum::response::Response;
use domain::ids::InstitutionId;
use leptos::prelude::*;
use serde::Deserialize;
use services::institution::{InstitutionPage, Wanted, page as institution_page};

use crate::address::optional;
use crate::components::follow_up_counts::FollowUpCounts;
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::pages::programme::page_number;
use crate::visit::Visit;

/// Which part of the page.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    programme: Option<String>,
    course: Option<String>,
    page: Option<String>,
}

impl Asked {
    /// What the service is asked for.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when an id is none.
    pub fn wanted(&self, visit: &Visit) -> Result<Wanted, Failure> {
        Ok(Wanted {
            programme: optional(self.programme.as_deref())?,
            course: optional(self.course.as_deref())?,
            page: page_number(self.page.as_deref()),
            language: visit.words.0,
        })
    }
}

/// The id in an address; one that is no id names nothing.
pub(crate) fn id_of(text: &str) -> Result<InstitutionId, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such institution, or it is none of the asker's business.
pub async fn get(
    visit: Visit,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let wanted = asked.wanted(&visit)?;
    let seen = institution_page(visit.services(), &visit.actor(), id_of(&id)?, wanted).await?;
    let title = seen.institution.name.clone();
    Ok(visit.page(&title, || page(&visit, seen)))
}

fn page(visit: &Visit, seen: InstitutionPage) -> impl IntoView + use<> {
    let words = visit.words;
    let flash = visit.flash.clone();
    let now = visit.now();
    let people = seen.people.as_ref().map(|people| {
        view! {
            {people::trainers(words, &seen, people, now)}
            {people::cohorts(words, people, now)}
            {matrix::section(words, &seen, people)}
            <section class="section">
                <h2>{words.say("follow-up-section")}</h2>
                <FollowUpCounts words rounds=people.follow_up.clone()/>
            </section>
            {people::withdrawn(words, people)}
        }
    });
    view! {
        <main id="main" class="page" tabindex="-1">
            <FlashNotice words flash/>
            {header::header(words, &seen, now)}
            {people}
            {evidence::section(words, &seen)}
        </main>
    }
}
