//! What follows from a step in a unit, in the same transaction: the unit's completion, and what
//! it means for the cohorts that count it.

use domain::clock::Timestamp;
use domain::ids::{PersonId, UnitId};
use domain::progress::{State, UnitShape, unit_state};
use store::DatabaseTransaction;

use super::unit_record::progress_of;
use crate::course::{Edition, UnitPlace};
use crate::{ServiceError, Services, cascade};

/// Notes completion and tells the cohorts.
pub(super) async fn follow(
    services: &Services,
    tx: &DatabaseTransaction,
    person: PersonId,
    edition: &Edition,
    place: UnitPlace,
    shape: &UnitShape,
) -> Result<(), ServiceError> {
    let now = services.now();
    cascade::acted(services, tx, person, edition.version, now).await?;
    if complete(tx, person, place.id, shape, now).await? {
        let required = edition.asked_of_everybody();
        cascade::completed_unit(services, tx, person, edition.version, &required, now).await?;
    }
    Ok(())
}

/// Whether the unit is complete; a completion is noted once and stands.
async fn complete(
    tx: &DatabaseTransaction,
    person: PersonId,
    unit: UnitId,
    shape: &UnitShape,
    now: Timestamp,
) -> Result<bool, ServiceError> {
    let standing = store::learning::standing(tx, person, unit).await?;
    if standing.completed {
        return Ok(true);
    }
    let complete = unit_state(shape, &progress_of(&standing)) == State::Complete;
    if complete {
        store::learning::complete(tx, person, unit, now).await?;
    }
    Ok(complete)
}
