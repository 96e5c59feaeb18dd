//! Taking an enrolment back.

use axum::response::Response;
use domain::ids::{CohortId, EnrolmentId};

use crate::address::At;
use crate::error::Failure;
use crate::visit::Visit;

/// Undoes the enrolment, within a day and before anybody has started.
///
/// # Errors
/// When it is none of the asker's business.
pub async fn post(
    visit: Visit,
    At((cohort, enrolment)): At<(CohortId, EnrolmentId)>,
) -> Result<Response, Failure> {
    let page = format!("/cohorts/{cohort}/enrolments/{enrolment}");
    match services::enrolment::undo(visit.services(), &visit.actor(), cohort, enrolment).await {
        Ok(()) => visit.done(&page, "undo-done", &[]).await,
        Err(error) => visit.refuse(&page, &[], error).await,
    }
}
