//! Noting what was changed for the local context.

use axum::Form;
use axum::response::Response;
use domain::ids::{CohortId, SessionId};
use services::sessions;

use crate::actions::fields::Fields;
use crate::address::At;
use crate::error::Failure;
use crate::visit::Visit;

/// Keeps a note.
///
/// # Errors
/// When the session is none of the asker's business.
pub async fn note(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let (unit, body) = (fields.all("unit").next(), fields.get("body"));
    let page = format!("/cohorts/{cohort}/sessions/{session}");
    match sessions::adapt(
        visit.services(),
        &visit.actor(),
        cohort,
        session,
        unit,
        body,
    )
    .await
    {
        Ok(()) => visit.done(&page, "adaptation-noted", &[]).await,
        Err(error) => {
            let kept = [("unit", fields.get("unit")), ("body", body)];
            visit.refuse(&page, &kept, error).await
        }
    }
}

/// Takes a note back.
///
/// # Errors
/// When there is no such note, or the session is none of the asker's business.
pub async fn take_back(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let note = fields.get("note").parse().map_err(|_| Failure::NotFound)?;
    let (services, actor) = (visit.services(), visit.actor());
    sessions::take_back_adaptation(services, &actor, cohort, session, note).await?;
    let page = format!("/cohorts/{cohort}/sessions/{session}");
    visit.done(&page, "adaptation-taken-back", &[]).await
}
