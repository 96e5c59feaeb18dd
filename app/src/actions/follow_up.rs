//! Answering the follow-up.

use axum::Form;
use axum::response::Response;
use domain::ids::ParticipationId;
use services::ServiceError;
use services::follow_up::{Typed, answer};

use crate::actions::fields::Fields;
use crate::address::At;
use crate::error::Failure;
use crate::visit::Visit;

/// Keeps an answer.
///
/// # Errors
/// [`Failure::NotFound`] when it is somebody else's, or nothing was finished.
pub async fn post(
    visit: Visit,
    At(of): At<ParticipationId>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let page = format!("/follow-up/{of}");
    let typed = Typed {
        round: fields.get("round"),
        answer: fields.get("answer"),
        evidence: fields.get("evidence"),
        barrier: fields.get("barrier"),
        barrier_text: fields.get("barrier_text"),
    };
    match answer(visit.services(), &visit.actor(), of, typed).await {
        Ok(_) => visit.done(&page, "follow-up-saved", &[]).await,
        Err(error) => {
            // The same person answered in another window at the same moment: what they typed here
            // stays, beside what they answered there.
            let error = match error {
                ServiceError::Stale => ServiceError::field("answer", "follow_up_elsewhere"),
                error => error,
            };
            let kept = [
                ("answer", typed.answer),
                ("evidence", typed.evidence),
                ("barrier", typed.barrier),
                ("barrier_text", typed.barrier_text),
            ];
            visit.refuse(&page, &kept, error).await
        }
    }
}
