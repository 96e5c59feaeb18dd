//! `/cohorts/{id}/sessions/{id}/evidence/{id}/remove`: taking a file out, with the reason.

use axum::response::Response;
use domain::ids::{CohortId, EvidenceId, SessionId};
use leptos::prelude::*;

use super::address;
use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::field::TextField;
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such file, or it is none of the asker's business.
pub async fn get(
    visit: Visit,
    At((cohort, session, file)): At<(CohortId, SessionId, EvidenceId)>,
) -> Result<Response, Failure> {
    let words = visit.words;
    let page = services::evidence::page(visit.services(), &visit.actor(), cohort, session).await?;
    let there = |one: &&services::evidence::Listed| one.file.id == file && one.removed.is_none();
    let found = page.files.iter().find(there).ok_or(Failure::NotFound)?;
    let title = words.say_with(
        "evidence-remove-title",
        [("name", found.file.name.clone().into())],
    );
    let flash = visit.flash.clone();
    Ok(visit.page(&title, || {
        let back = address(cohort, session);
        let day = words.day(page.session.on_day);
        let above = vec![
            ("/cohorts".to_owned(), words.say("cohorts-title")),
            (format!("/cohorts/{cohort}"), page.cohort.title.clone()),
            (format!("/cohorts/{cohort}/sessions/{session}"), day.clone()),
            (back.clone(), words.say_with("evidence-title", [("day", day.into())])),
        ];
        let action = format!("{back}/{file}/remove");
        view! {
            <main id="main" class="page narrow" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                <header class="page-title">
                    <h1>{title.clone()}</h1>
                    <p class="lead">{words.say("evidence-remove-lead")}</p>
                </header>
                <FlashNotice words flash=flash.clone()/>
                <form class="form" method="post" action=action>
                    <TextField words flash name="reason" label=words.say("evidence-remove-reason") hint=words.say("evidence-remove-reason-hint")/>
                    <div class="actions">
                        <button class="button danger">{words.say("evidence-remove-do")}</button>
                        <a class="button quiet" href=back>{words.say("go-back")}</a>
                    </div>
                </form>
            </main>
        }
    }))
}
