//! What follows from steps in units, in the same transaction: a unit's completion, and what it
//! means for the cohorts that count it.

use domain::clock::Timestamp;
use domain::progress::{State, unit_state};
use store::DatabaseTransaction;
use store::learning::Standing;

use super::step::Step;
use super::unit_record::progress_of;
use crate::{ServiceError, Services, cascade};

/// Notes completions and tells the cohorts. `moved` says of each step whether it changed anything
/// that completion counts.
pub(super) async fn follow(
    services: &Services,
    tx: &DatabaseTransaction,
    steps: &[Step],
    moved: &[bool],
) -> Result<(), ServiceError> {
    let now = services.now();
    let people: Vec<_> = steps.iter().map(|step| step.person).collect();
    let activity = store::participation::activity(tx, &people).await?;
    // Once a minute a step that changed nothing is followed too: its unit may have been completed
    // before anybody counted it.
    let mut followed = Vec::with_capacity(steps.len());
    for (step, moved) in steps.iter().zip(moved) {
        let counting = activity.iter().filter(|activity| {
            activity.person == step.person && activity.course_version == step.view.edition.version
        });
        let noted = cascade::acted(services, tx, counting, now).await?;
        if *moved || noted {
            followed.push((step, noted));
        }
    }
    let whose: Vec<_> = followed.iter().map(|(step, _)| step.whose()).collect();
    let mut standings = store::learning::standings(tx, &whose).await?;
    for (step, noted) in followed {
        let standing = standings.remove(&step.whose()).unwrap_or_default();
        if complete(tx, step, &standing, now).await? || (standing.completed && noted) {
            let edition = &step.view.edition;
            let (version, syllabus) = (edition.version, edition.syllabus());
            cascade::completed_unit(services, tx, step.person, version, syllabus, now).await?;
        }
    }
    Ok(())
}

/// Whether the step completes the unit; a completion is noted once and stands.
async fn complete(
    tx: &DatabaseTransaction,
    step: &Step,
    standing: &Standing,
    now: Timestamp,
) -> Result<bool, ServiceError> {
    let complete = !standing.completed
        && unit_state(step.view.shape(), &progress_of(standing)) == State::Complete;
    if complete {
        let (person, unit) = step.whose();
        store::learning::complete(tx, person, unit, now).await?;
    }
    Ok(complete)
}
