//! Accepting what a cohort handed in, or returning it.

use axum::Form;
use axum::response::Response;
use domain::ids::{CohortId, SubmissionId};
use services::reviews::{Outcome, Typed, review};
use services::{FieldProblem, ServiceError};

use crate::actions::fields::Fields;
use crate::address::At;
use crate::error::Failure;
use crate::visit::Visit;

/// Keeps a trainer's decision.
///
/// # Errors
/// [`Failure::NotFound`] for everybody but the cohort's trainers.
pub async fn post(
    visit: Visit,
    At((cohort, text)): At<(CohortId, SubmissionId)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let typed = Typed {
        decision: fields.get("decision"),
        level: fields.get("level"),
        feedback: fields.get("feedback"),
    };
    let list = format!("/cohorts/{cohort}/reviews");
    let kept = [("level", typed.level), ("feedback", typed.feedback)];
    match review(visit.services(), &visit.actor(), cohort, text, typed).await {
        Ok(Outcome::Done { accepted: true }) => visit.done(&list, "review-accepted", &[]).await,
        Ok(Outcome::Done { accepted: false }) => visit.done(&list, "review-returned", &[]).await,
        // What was typed stays, now beside the text that counts.
        Ok(Outcome::Newer(newer)) => {
            let error = ServiceError::field("feedback", "review-newer");
            visit.refuse(&format!("{list}/{newer}"), &kept, error).await
        }
        Ok(Outcome::Already(earlier)) => {
            let problem =
                FieldProblem::new("feedback", "review-already").with("name", earlier.reviewer);
            let page = format!("{list}/{text}");
            visit.refuse(&page, &kept, problem.into()).await
        }
        Err(error) => visit.refuse(&format!("{list}/{text}"), &kept, error).await,
    }
}
