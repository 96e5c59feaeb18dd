//! Making a cohort.

use axum::Form;
use axum::response::Response;
use services::ServiceError;
use services::cohorts::{self, Audience, Mode, NewCohort};

use crate::actions::fields::Fields;
use crate::error::Failure;
use crate::visit::Visit;

/// Makes the cohort and leads to it.
///
/// # Errors
/// When the place is none of the asker's business, or the database fails.
pub async fn post(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Failure> {
    let outcome = match read(&fields) {
        Some(new) => cohorts::create(visit.services(), &visit.actor(), new).await,
        None => Err(ServiceError::field("course", "choice")),
    };
    match outcome {
        Ok(cohort) => {
            visit
                .done(&format!("/cohorts/{cohort}"), "cohort-created", &[])
                .await
        }
        Err(error) => {
            let kept = ["title", "place", "course", "mode", "audience"]
                .map(|name| (name, fields.get(name)));
            visit.refuse("/cohorts/new", &kept, error).await
        }
    }
}

/// The form as a cohort; `None` when a list's value is not one that the page offered.
fn read(fields: &Fields) -> Option<NewCohort> {
    let (programme, institution) = fields.get("place").split_once('.')?;
    // A course with tracks is chosen together with one of them.
    let (course, track) = fields
        .get("course")
        .split_once('.')
        .unwrap_or((fields.get("course"), ""));
    Some(NewCohort {
        title: fields.get("title").to_owned(),
        programme: programme.parse().ok()?,
        institution: institution.parse().ok()?,
        course: course.parse().ok()?,
        track: track.to_owned(),
        mode: Mode::from_code(fields.get("mode"))?,
        audience: Audience::from_code(fields.get("audience")).unwrap_or(Audience::Colleagues),
        co_trainers: fields.all("trainer").collect(),
    })
}
