//! `/cohorts/{id}/sessions/new` and `/cohorts/{id}/sessions/{id}/edit`: a session's plan.

use axum::response::Response;
use domain::ids::{CohortId, SessionId};
use leptos::prelude::*;
use services::sessions::Plan;

use super::form::{fields, plan_of};
use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::notice::FlashNotice;
use crate::components::tell_by_letter::TellByLetter;
use crate::error::Failure;
use crate::visit::Visit;

/// The page of a new session.
///
/// # Errors
/// [`Failure::NotFound`] when the cohort is none of the asker's business.
pub async fn new(visit: Visit, At(cohort): At<CohortId>) -> Result<Response, Failure> {
    let words = visit.words;
    let offer = services::sessions::to_plan(visit.services(), &visit.actor(), cohort).await?;
    let title = words.say("session-plan");
    let mail = visit.services().settings.mail;
    let flash = visit.flash.clone();
    let plan = Plan {
        trainers: vec![visit.person()?],
        ..Plan::default()
    };
    Ok(visit.page(&title, || {
        let back = format!("/cohorts/{cohort}");
        let above = vec![
            ("/cohorts".to_owned(), words.say("cohorts-title")),
            (back.clone(), offer.cohort.title.clone()),
        ];
        view! {
            <main id="main" class="page narrow" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                <header class="page-title"><h1>{title.clone()}</h1></header>
                <FlashNotice words flash=flash.clone()/>
                <form class="form" method="post" action=format!("{back}/sessions/new")>
                    {fields(words, &flash, &offer, &plan)}
                    <TellByLetter words flash=flash.clone() mail/>
                    <div class="actions"><button class="button primary">{words.say("session-plan")}</button></div>
                </form>
            </main>
        }
    }))
}

/// The page that changes a session.
///
/// # Errors
/// [`Failure::NotFound`] when the session is none of the asker's business.
pub async fn edit(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
) -> Result<Response, Failure> {
    let words = visit.words;
    let (session, units, offer) =
        services::sessions::to_change(visit.services(), &visit.actor(), cohort, session).await?;
    let title = words.say("session-change");
    let mail = visit.services().settings.mail;
    let flash = visit.flash.clone();
    let plan = plan_of(&session, units);
    Ok(visit.page(&title, || {
        let back = format!("/cohorts/{cohort}");
        let here = format!("{back}/sessions/{}", session.id);
        let above = vec![
            ("/cohorts".to_owned(), words.say("cohorts-title")),
            (back, offer.cohort.title.clone()),
            (here.clone(), words.day(session.on_day)),
        ];
        let held = session
            .delivered_at
            .map(|_| view! { <p class="lead">{words.say("session-change-held")}</p> });
        // A form that was refused keeps the revision it was typed against.
        let revision = flash.value("revision", &session.revision.to_string());
        view! {
            <main id="main" class="page narrow" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                <header class="page-title"><h1>{title.clone()}</h1>{held}</header>
                <FlashNotice words flash=flash.clone()/>
                <form class="form" method="post" action=format!("{here}/edit")>
                    <input type="hidden" name="revision" value=revision/>
                    {fields(words, &flash, &offer, &plan)}
                    <TellByLetter words flash=flash.clone() mail/>
                    <div class="actions">
                        <button class="button primary">{words.say("session-change-do")}</button>
                        <a class="button quiet" href=here.clone()>{words.say("go-back")}</a>
                    </div>
                </form>
            </main>
        }
    }))
}
