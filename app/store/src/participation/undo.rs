//! Taking back an enrolment that nobody has acted on: many participations at once.

use std::collections::HashMap;

use domain::cascade::tally::{CohortTally, Progress};
use domain::ids::{ParticipationId, PersonId};
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, entity::prelude::*};

use super::find::read;
use super::way;
use crate::cohort::Cohort;
use crate::entity::{head, participation, participation_event};
use crate::sql::CHUNK;
use crate::tally::{self, HeadChange, Steps};
use crate::{StoreError, sql};

/// Removes participations of one cohort that nobody has acted on and moves every tally with them.
/// Answers `None`, with nothing changed, when anybody has started or was withdrawn.
///
/// # Errors
/// When the database fails.
pub async fn undo_many(
    db: &impl ConnectionTrait,
    cohort: &Cohort,
    ids: &[ParticipationId],
) -> Result<Option<u32>, StoreError> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(CHUNK) {
        let rows = participation::Entity::find()
            .filter(participation::Column::CohortId.eq(cohort.id.0))
            .filter(participation::Column::Id.is_in(chunk.iter().map(|id| id.0)))
            .lock_exclusive()
            .all(db)
            .await?;
        found.extend(rows);
    }
    let touched =
        |row: &participation::Model| row.last_activity_at.is_some() || row.withdrawn_at.is_some();
    if found.iter().any(touched) {
        return Ok(None);
    }
    for chunk in found.chunks(CHUNK) {
        let ids = || chunk.iter().map(|row| row.id);
        participation_event::Entity::delete_many()
            .filter(participation_event::Column::ParticipationId.is_in(ids()))
            .exec(db)
            .await?;
        participation::Entity::delete_many()
            .filter(participation::Column::Id.is_in(ids()))
            .exec(db)
            .await?;
    }
    let mut change = HeadChange::default();
    for row in found.iter().filter(|row| row.counts) {
        let progress = read(row.clone()).progress();
        let gone = Steps::between(progress, Progress::default());
        change.passage = change.passage.plus(gone);
    }
    let colleagues: Vec<PersonId> = found
        .iter()
        .filter(|row| row.counts)
        .map(|row| PersonId(row.person_id))
        .collect();
    for chunk in colleagues.chunks(CHUNK) {
        change = change.plus(leave(db, cohort, chunk).await?);
    }
    let gone = u32::try_from(found.len()).unwrap_or(u32::MAX);
    let before: CohortTally = found
        .iter()
        .map(|row| read(row.clone()).progress().tally())
        .sum();
    tally::move_cohort(db, cohort.id, before, CohortTally::default()).await?;
    tally::move_institution(db, cohort.programme, cohort.institution, change, None).await?;
    Ok(Some(gone))
}

/// Takes one participation, which is gone already, from each head; answers what that means for the institution.
async fn leave(
    db: &impl ConnectionTrait,
    cohort: &Cohort,
    people: &[PersonId],
) -> Result<HeadChange, StoreError> {
    let heads = head::Entity::find()
        .filter(head::Column::ProgrammeId.eq(cohort.programme.0))
        .filter(head::Column::InstitutionId.eq(cohort.institution.0))
        .filter(head::Column::PersonId.is_in(people.iter().map(|person| person.0)))
        .lock_exclusive()
        .all(db)
        .await?;
    let heads: HashMap<Uuid, head::Model> =
        heads.into_iter().map(|row| (row.person_id, row)).collect();
    let ways = way::of_many(db, cohort.programme, cohort.institution, people).await?;
    let mut change = HeadChange::default();
    let mut moved: HashMap<Option<i32>, Vec<PersonId>> = HashMap::new();
    for old in people.iter().filter_map(|person| heads.get(&person.0)) {
        let new = head::Model {
            participations: old.participations - 1,
            way: ways.get(&PersonId(old.person_id)).copied(),
            ..old.clone()
        };
        let alike = moved.entry(new.way).or_default();
        alike.push(PersonId(old.person_id));
        change = change.plus(HeadChange::between(old, &new));
    }
    for (way, people) in moved {
        let mut values: Vec<sea_orm::Value> = vec![
            cohort.programme.0.into(),
            cohort.institution.0.into(),
            way.into(),
        ];
        values.extend(people.iter().map(|person| sea_orm::Value::from(person.0)));
        let text = format!(
            "update head set participations = participations - 1, way = $3 \
             where programme_id = $1 and institution_id = $2 and person_id in ({})",
            sql::placeholders(3, people.len())
        );
        sql::run_with(db, &text, values).await?;
    }
    Ok(change)
}
