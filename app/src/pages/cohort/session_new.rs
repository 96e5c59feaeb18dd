//! `/cohorts/{id}/sessions/new`: planning a session.

use axum::response::Response;
use domain::ids::{CohortId, PersonId};
use leptos::prelude::*;

use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::field::{TextField, problem_sentence};
use crate::components::notice::FlashNotice;
use crate::components::people_choice::PeopleChoice;
use crate::error::Failure;
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when the cohort is none of the asker's business.
pub async fn get(visit: Visit, At(cohort): At<CohortId>) -> Result<Response, Failure> {
    let words = visit.words;
    let (cohort, trainers) =
        services::sessions::to_plan(visit.services(), &visit.actor(), cohort).await?;
    let title = words.say("session-plan");
    let flash = visit.flash.clone();
    let me = visit.person()?;
    Ok(visit.page(&title, || {
        let back = format!("/cohorts/{}", cohort.id);
        let above = vec![
            ("/cohorts".to_owned(), words.say("cohorts-title")),
            (back.clone(), cohort.title.clone()),
        ];
        let typed = flash.value("trainers", &me.to_string());
        let chosen: Vec<PersonId> = typed.split(' ').filter_map(|id| id.parse().ok()).collect();
        let problem = flash.problem("trainer").map(|problem| problem_sentence(words, problem));
        let action = format!("{back}/sessions/new");
        view! {
            <main id="main" class="page narrow" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                <header class="page-title"><h1>{title.clone()}</h1></header>
                <FlashNotice words flash=flash.clone()/>
                <form class="form" method="post" action=action>
                    <TextField words flash=flash.clone() name="day" label=words.say("session-day") kind="date"/>
                    <TextField words flash=flash.clone() name="place" label=words.say("session-place")
                        hint=words.say("session-place-hint")/>
                    <PeopleChoice legend=words.say("trainers") people=trainers chosen problem/>
                    <div class="actions"><button class="button primary">{words.say("session-plan")}</button></div>
                </form>
            </main>
        }
    }))
}
