//! `/cohorts/{id}/sessions/{id}/cancel`: calling a session off, with the reason.

use axum::response::Response;
use domain::ids::{CohortId, SessionId};
use leptos::prelude::*;

use super::words::when;
use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::field::TextField;
use crate::components::notice::FlashNotice;
use crate::components::tell_by_letter::TellByLetter;
use crate::error::Failure;
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when the session is none of the asker's business.
pub async fn get(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
) -> Result<Response, Failure> {
    let words = visit.words;
    let (session, _, offer) =
        services::sessions::to_change(visit.services(), &visit.actor(), cohort, session).await?;
    let title = words.say("session-cancel");
    let flash = visit.flash.clone();
    let (told, mail) = (flash.clone(), visit.services().settings.mail);
    Ok(visit.page(&title, || {
        let back = format!("/cohorts/{cohort}");
        let here = format!("{back}/sessions/{}", session.id);
        let above = vec![
            ("/cohorts".to_owned(), words.say("cohorts-title")),
            (back, offer.cohort.title.clone()),
            (here.clone(), words.day(session.on_day)),
        ];
        view! {
            <main id="main" class="page narrow" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                <header class="page-title">
                    <p class="over">{when(words, &session)}</p>
                    <h1>{title.clone()}</h1>
                    <p class="lead">{words.say("session-cancel-lead")}</p>
                </header>
                <FlashNotice words flash=flash.clone()/>
                <form class="form" method="post" action=format!("{here}/cancel")>
                    <TextField words flash name="reason" label=words.say("session-cancel-reason")
                        hint=words.say("session-cancel-reason-hint")/>
                    <TellByLetter words flash=told mail/>
                    <div class="actions">
                        <button class="button danger">{words.say("session-cancel")}</button>
                        <a class="button quiet" href=here.clone()>{words.say("go-back")}</a>
                    </div>
                </form>
            </main>
        }
    }))
}
