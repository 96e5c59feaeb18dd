//! `/sessions/{id}/check-in`: somebody says that they are there. Opening the address, as a scanned
//! code does, says nothing yet: the button does.

use axum::extract::Query;
use axum::response::Response;
use domain::ids::SessionId;
use domain::session::check_in::Moment;
use leptos::prelude::*;
use serde::Deserialize;

use super::words::{check_in_moment, when, whereabouts};
use crate::address::At;
use crate::components::field::TextField;
use crate::components::notice::FlashNotice;
use crate::components::status_word::{StatusWord, Tone};
use crate::error::Failure;
use crate::markup::IntoMarkup;
use crate::visit::Visit;

/// What a scanned address carries.
#[derive(Debug, Default, Deserialize)]
pub struct Scanned {
    #[serde(default)]
    code: String,
}

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] for somebody who is not enrolled for the session.
pub async fn get(
    visit: Visit,
    At(session): At<SessionId>,
    Query(scanned): Query<Scanned>,
) -> Result<Response, Failure> {
    let words = visit.words;
    let seen = services::sessions::to_check_in(visit.services(), &visit.actor(), session).await?;
    let title = words.say("check-in-title");
    let flash = visit.flash.clone();
    Ok(visit.page(&title, || {
        let moment = check_in_moment(words, &seen.session, seen.moment);
        let body = if seen.present {
            view! {
                <p><StatusWord tone=Tone::Done icon="done" word=words.say("check-in-done")/></p>
                <div class="actions"><a class="button primary" href="/">{words.say("check-in-home")}</a></div>
            }
            .into_markup()
        } else if seen.moment == Moment::Open && seen.session.cancelled.is_none() {
            view! {
                <form class="form" method="post" action=format!("/sessions/{session}/check-in")>
                    <TextField words flash=flash.clone() name="code" label=words.say("check-in-code")
                        hint=words.say("check-in-code-hint") value=scanned.code/>
                    <div class="actions"><button class="button primary">{words.say("check-in-do")}</button></div>
                </form>
            }
            .into_markup()
        } else if seen.session.cancelled.is_some() {
            view! { <p>{words.say("problem-session_cancelled")}</p> }.into_markup()
        } else {
            view! { <p>{moment.clone()}</p> }.into_markup()
        };
        view! {
            <main id="main" class="page narrow" tabindex="-1">
                <header class="page-title">
                    <p class="over"><bdi>{seen.cohort.title.clone()}</bdi></p>
                    <h1>{title.clone()}</h1>
                    <p class="lead">{when(words, &seen.session)} ", " <bdi>{whereabouts(words, &seen.session)}</bdi></p>
                </header>
                <FlashNotice words flash=flash.clone()/>
                {body}
            </main>
        }
    }))
}
