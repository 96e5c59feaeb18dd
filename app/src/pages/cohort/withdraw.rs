//! `/cohorts/{id}/participations/{id}/withdraw`: taking a colleague out, with the reason.

use axum::response::Response;
use domain::ids::{CohortId, ParticipationId};
use leptos::prelude::*;

use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::field::TextField;
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when it is none of the asker's business.
pub async fn get(
    visit: Visit,
    At((cohort, participation)): At<(CohortId, ParticipationId)>,
) -> Result<Response, Failure> {
    let words = visit.words;
    let (cohort, name) =
        services::cohorts::to_withdraw(visit.services(), &visit.actor(), cohort, participation)
            .await?;
    let title = words.say_with("withdraw-title", [("name", name.into())]);
    let flash = visit.flash.clone();
    Ok(visit.page(&title, || {
        let back = format!("/cohorts/{}", cohort.id);
        let above = vec![
            ("/cohorts".to_owned(), words.say("cohorts-title")),
            (back.clone(), cohort.title.clone()),
        ];
        let action = format!("{back}/participations/{participation}/withdraw");
        view! {
            <main id="main" class="page narrow" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                <header class="page-title">
                    <h1>{title.clone()}</h1>
                    <p class="lead">{words.say("withdraw-lead")}</p>
                </header>
                <FlashNotice words flash=flash.clone()/>
                <form class="form" method="post" action=action>
                    <TextField words flash name="reason" label=words.say("withdraw-reason") hint=words.say("withdraw-reason-hint")/>
                    <div class="actions">
                        <button class="button danger">{words.say("withdraw-do")}</button>
                        <a class="button quiet" href=back>{words.say("go-back")}</a>
                    </div>
                </form>
            </main>
        }
    }))
}
