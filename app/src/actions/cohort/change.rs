//! Changing a cohort and who is in it.

use axum::Form;
use axum::response::Response;
use domain::ids::{CohortId, ParticipationId};
use services::{ServiceError, cohorts};

use crate::actions::fields::Fields;
use crate::address::At;
use crate::error::Failure;
use crate::visit::Visit;

/// Gives the cohort another title.
///
/// # Errors
/// When the cohort is none of the asker's business.
pub async fn rename(
    visit: Visit,
    At(cohort): At<CohortId>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let (title, revision) = (fields.get("title"), fields.get("revision"));
    let since = revision.parse().map_err(|_| Failure::BadRequest)?;
    let page = format!("/cohorts/{cohort}/edit");
    match cohorts::rename(visit.services(), &visit.actor(), cohort, title, since).await {
        Ok(()) => {
            visit
                .done(&format!("/cohorts/{cohort}"), "cohort-renamed", &[])
                .await
        }
        // What was typed stays, now against the title that the other person gave it.
        Err(ServiceError::Stale) => {
            let changed = ServiceError::field("title", "cohort_title_changed");
            visit.refuse(&page, &[("title", title)], changed).await
        }
        Err(error) => {
            let kept = [("title", title), ("revision", revision)];
            visit.refuse(&page, &kept, error).await
        }
    }
}

/// Names one more trainer.
///
/// # Errors
/// When the cohort is none of the asker's business.
pub async fn add_trainer(
    visit: Visit,
    At(cohort): At<CohortId>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let page = format!("/cohorts/{cohort}/edit");
    let added = match fields.get("trainer").parse() {
        Ok(trainer) => {
            cohorts::add_trainer(visit.services(), &visit.actor(), cohort, trainer).await
        }
        Err(_) => Err(ServiceError::field("trainer", "choice")),
    };
    match added {
        Ok(()) => visit.done(&page, "cohort-trainer-added", &[]).await,
        Err(error) => visit.refuse(&page, &[], error).await,
    }
}

/// Withdraws a colleague with a reason.
///
/// # Errors
/// When they are none of the asker's business.
pub async fn withdraw(
    visit: Visit,
    At((cohort, participation)): At<(CohortId, ParticipationId)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let reason = fields.get("reason");
    match cohorts::withdraw(
        visit.services(),
        &visit.actor(),
        cohort,
        participation,
        reason,
    )
    .await
    {
        Ok(()) => {
            visit
                .done(&format!("/cohorts/{cohort}"), "withdraw-done", &[])
                .await
        }
        Err(error) => {
            let page = format!("/cohorts/{cohort}/participations/{participation}/withdraw");
            visit.refuse(&page, &[("reason", reason)], error).await
        }
    }
}

/// Enrols a withdrawn colleague again.
///
/// # Errors
/// When they are none of the asker's business.
pub async fn bring_back(
    visit: Visit,
    At((cohort, participation)): At<(CohortId, ParticipationId)>,
) -> Result<Response, Failure> {
    cohorts::bring_back(visit.services(), &visit.actor(), cohort, participation).await?;
    visit
        .done(&format!("/cohorts/{cohort}"), "roster-brought-back", &[])
        .await
}
