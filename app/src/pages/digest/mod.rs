//! `/digest`: what somebody's roles give them to see to. The weekly letter counts it and leads
//! here; without a mail server this page is the digest.

mod lead;
mod programme;
mod trainer;

use axum::response::Response;
use leptos::prelude::*;
use services::digest::mine;

use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::markup::{IntoMarkup, Markup};
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] for people without a role that has a digest.
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    let digest = mine(visit.services(), &visit.actor()).await?;
    let (words, flash, now) = (visit.words, visit.flash.clone(), visit.now());
    let title = words.say("digest-title");
    Ok(visit.page(&title.clone(), || {
        let run = digest
            .run
            .iter()
            .map(|run| programme::section(words, run))
            .collect_view();
        let led = digest
            .led
            .iter()
            .map(|led| lead::section(words, led, now))
            .collect_view();
        let training = digest
            .training
            .as_ref()
            .map(|one| trainer::section(words, one, now));
        view! {
            <main id="main" class="page" tabindex="-1">
                <header class="page-title">
                    <h1>{title}</h1>
                    <p class="lead">{words.say("digest-lead")}</p>
                </header>
                <FlashNotice words flash/>
                {run}
                {led}
                {training}
            </main>
        }
    }))
}

/// A list under its title, or the sentence that there is nothing in it.
fn listed(title: String, none: String, items: Vec<Markup>) -> impl IntoView {
    let body = if items.is_empty() {
        view! { <p class="quiet-text">{none}</p> }.into_markup()
    } else {
        view! { <ul class="relatives">{items}</ul> }.into_markup()
    };
    view! { <h3>{title}</h3> {body} }
}
