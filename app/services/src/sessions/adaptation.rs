//! What a trainer changed for the local context.

use domain::ids::{CohortId, SessionId, UnitId};
use domain::people::Actor;
use domain::policy::Action;
use store::adaptation::NewAdaptation;
use uuid::Uuid;

use super::allowed;
use crate::{FieldProblem, ServiceError, Services, audit, form};

/// Longest note, in characters.
const LONGEST: usize = 2_000;

/// Keeps a note on what was changed in a session, for one of its cohort's units or for the session
/// as a whole.
///
/// # Errors
/// [`ServiceError::Invalid`] for an empty or overlong note, or a unit of another course.
pub async fn adapt(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
    unit: Option<UnitId>,
    body: &str,
) -> Result<(), ServiceError> {
    let (by, standing, session) =
        allowed(services, actor, Action::PlanSession, cohort, session).await?;
    let mut problems = Vec::new();
    let body = form::text("body", body, LONGEST, &mut problems);
    if body.is_empty() {
        problems.push(FieldProblem::new("body", "adaptation_missing"));
    }
    let course = crate::course::edition_of(services, standing.cohort.course_version).await?;
    if unit.is_some_and(|unit| course.place(unit).is_none()) {
        problems.push(FieldProblem::new("unit", "choice"));
    }
    if !problems.is_empty() {
        return Err(ServiceError::Invalid(problems));
    }
    let note = NewAdaptation {
        id: services.new_id(),
        session: session.id,
        unit,
        body,
        made_by: by,
        made_at: services.now(),
    };
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                store::adaptation::add(tx, &note).await?;
                let subject = ("session", session.id.0);
                audit::record(&asker, tx, Some(by), "adaptation.noted", subject, "").await
            })
        }))
        .await
}

/// Takes a note back; it stays in the records with the day of that.
///
/// # Errors
/// [`ServiceError::Hidden`] when the session has no such note.
pub async fn take_back_adaptation(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    session: SessionId,
    note: Uuid,
) -> Result<(), ServiceError> {
    let (by, _, session) = allowed(services, actor, Action::PlanSession, cohort, session).await?;
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                if !store::adaptation::take_back(tx, session.id, note, asker.now()).await? {
                    return Err(ServiceError::Hidden);
                }
                let subject = ("session", session.id.0);
                audit::record(&asker, tx, Some(by), "adaptation.taken_back", subject, "").await
            })
        }))
        .await
}
