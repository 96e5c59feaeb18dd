//! Choosing a track.

use axum::Form;
use axum::response::Response;
use domain::ids::{CohortId, ParticipationId};
use services::learning;

use crate::actions::fields::Fields;
use crate::address::At;
use crate::error::Failure;
use crate::visit::Visit;

/// Lets a participation follow a track, and leads back to where it was chosen from: the learner's
/// home, or the cohort.
///
/// # Errors
/// [`Failure::NotFound`] when it is none of the asker's business.
pub async fn post(
    visit: Visit,
    At((cohort, participation)): At<(CohortId, ParticipationId)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let (services, actor, track) = (visit.services(), visit.actor(), fields.get("track"));
    let found = learning::to_choose(services, &actor, cohort, participation).await?;
    match learning::choose(services, &actor, cohort, participation, track).await {
        Ok(()) if found.oneself => visit.done("/", "track-chosen", &[]).await,
        Ok(()) => {
            let page = format!("/cohorts/{cohort}");
            visit.done(&page, "track-chosen", &[]).await
        }
        Err(error) => {
            let page = format!("/cohorts/{cohort}/participations/{participation}/track");
            visit.refuse(&page, &[("track", track)], error).await
        }
    }
}
