//! `/institutions/{id}/adaptations`: what its trainers changed for the local context.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use services::institution::{Adaptations, MOST_ADAPTATIONS};
use services::sessions::Adaptation;

use super::id_of;
use crate::address::optional;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::empty_state::EmptyState;
use crate::error::Failure;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::visit::Visit;

/// In which programme.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    programme: Option<String>,
}

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] for everybody but its lead and the coordinators.
pub async fn get(
    visit: Visit,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (id, wanted) = (id_of(&id)?, optional(asked.programme.as_deref())?);
    let (services, actor) = (visit.services(), visit.actor());
    let seen = services::institution::adaptations(services, &actor, id, wanted).await?;
    let title = visit.words.say("adaptations-of-institution");
    Ok(visit.page(&title, || page(visit.words, &seen)))
}

fn page(words: Words, seen: &Adaptations) -> impl IntoView + use<> {
    let institution = &seen.institution;
    let title = words.say("adaptations-of-institution");
    let back = format!(
        "/institutions/{}?programme={}",
        institution.id, seen.programme.id
    );
    let above = vec![(back, institution.name.clone())];
    let notes = seen.notes.iter().map(|one| note(words, one)).collect_view();
    let body = if seen.notes.is_empty() {
        view! { <EmptyState title=words.say("adaptations-none") what=words.say("adaptations-none-what")/> }.into_markup()
    } else {
        view! { <ol class="timeline">{notes}</ol> }.into_markup()
    };
    let more = (seen.notes.len() as u64 >= MOST_ADAPTATIONS).then(|| {
        let newest = words.say_with("adaptations-newest", [("count", MOST_ADAPTATIONS.into())]);
        view! { <p class="quiet-text">{newest}</p> }
    });
    view! {
        <main id="main" class="page" tabindex="-1">
            <Breadcrumb words above here=title.clone()/>
            <header class="page-title">
                <p class="over">{institution.name.clone()}</p>
                <h1>{title}</h1>
                {more}
            </header>
            {body}
        </main>
    }
}

fn note(words: Words, one: &Adaptation) -> impl IntoView + use<> {
    let session = format!("/cohorts/{}/sessions/{}", one.cohort, one.session);
    let day = one
        .on_day
        .parse()
        .map_or_else(|_| one.on_day.clone(), |day| words.day(day));
    view! {
        <li>
            <time datetime=one.on_day.clone()>{day}</time>
            <div>
                <p><a href=session>{one.cohort_title.clone()}</a> " · " <bdi>{one.author.clone()}</bdi></p>
                <p class="lines">{one.body.clone()}</p>
            </div>
        </li>
    }
}
