//! Checking in: the trainer opens it, everybody says that they are there.

use axum::Form;
use axum::response::Response;
use domain::ids::{CohortId, SessionId};
use services::sessions;

use crate::actions::fields::Fields;
use crate::address::At;
use crate::error::Failure;
use crate::visit::Visit;

/// Opens a session's check-in.
///
/// # Errors
/// When the session is none of the asker's business.
pub async fn open(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
) -> Result<Response, Failure> {
    let page = format!("/cohorts/{cohort}/sessions/{session}/check-in");
    match sessions::open_check_in(visit.services(), &visit.actor(), cohort, session).await {
        Ok(()) => Ok(visit.go(&page)),
        Err(error) => visit.refuse(&page, &[], error).await,
    }
}

/// Checks in.
///
/// # Errors
/// For somebody who is not enrolled for the session, or after too many guesses.
pub async fn post(
    visit: Visit,
    At(session): At<SessionId>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let code = fields.get("code");
    let page = format!("/sessions/{session}/check-in");
    let (services, actor) = (visit.services(), visit.actor());
    match sessions::check_in(services, &actor, session, code).await {
        Ok(()) => Ok(visit.go(&page)),
        Err(error) => visit.refuse(&page, &[("code", code)], error).await,
    }
}
