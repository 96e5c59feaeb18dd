//! Enrolling many people at once.

use std::collections::HashSet;

use domain::cascade::tally::{CohortTally, ParticipationEvent, Progress};
use domain::clock::Timestamp;
use domain::ids::{InstitutionId, ParticipationId, PersonId};
use sea_orm::{
    ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Set, Statement, Value,
    entity::prelude::*,
};

use super::in_cohort;
use crate::cohort::{Audience, Cohort};
use crate::entity::{head, participation, participation_event};
use crate::tally::{self, HeadChange, Steps};
use crate::{StoreError, sql};

/// Somebody to enrol.
#[derive(Clone, Copy, Debug)]
pub struct Newcomer {
    /// The participation's new id.
    pub id: ParticipationId,
    /// The id of the event that records it.
    pub event: Uuid,
    /// The person.
    pub person: PersonId,
}

/// Enrols many people in a cohort at once; whoever is in it already is passed over. Answers who
/// was enrolled now.
///
/// # Errors
/// When the database fails.
pub async fn enrol(
    db: &impl ConnectionTrait,
    cohort: &Cohort,
    newcomers: &[Newcomer],
    actor: PersonId,
    now: Timestamp,
) -> Result<Vec<Newcomer>, StoreError> {
    let present = in_cohort(db, cohort.id).await?;
    let newcomers: Vec<Newcomer> = newcomers
        .iter()
        .copied()
        .filter(|one| !present.contains_key(&one.person))
        .collect();
    let uncounted = staff_of_the_cascade(db, cohort.institution).await?;
    for chunk in newcomers.chunks(sql::CHUNK) {
        insert(db, cohort, chunk, &uncounted, actor, now).await?;
    }
    let colleagues: Vec<PersonId> = newcomers
        .iter()
        .map(|one| one.person)
        .filter(|person| counts(cohort, *person, &uncounted))
        .collect();
    let new = Progress::default().after(ParticipationEvent::Invited);
    let enrolled = Steps::between(Progress::default(), new);
    let mut change = HeadChange {
        passage: enrolled.times(i32::try_from(colleagues.len()).unwrap_or(i32::MAX)),
        ..HeadChange::default()
    };
    for chunk in colleagues.chunks(sql::CHUNK) {
        change = change.plus(add_heads(db, cohort, chunk).await?);
    }
    let joined = u32::try_from(newcomers.len()).unwrap_or(u32::MAX);
    tally::move_cohort(
        db,
        cohort.id,
        CohortTally::default(),
        CohortTally {
            invited: joined,
            open: joined,
            ..CohortTally::default()
        },
    )
    .await?;
    tally::move_institution(db, cohort.programme, cohort.institution, change, None).await?;
    Ok(newcomers)
}

/// The trainers and leads of an institution: present in a session, they are not colleagues.
async fn staff_of_the_cascade(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
) -> Result<HashSet<PersonId>, StoreError> {
    use crate::entity::role_grant::{Column, Entity};
    let rows: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::PersonId)
        .filter(Column::InstitutionId.eq(institution.0))
        .filter(Column::RevokedAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(PersonId).collect())
}

fn counts(cohort: &Cohort, person: PersonId, staff: &HashSet<PersonId>) -> bool {
    cohort.audience == Audience::Colleagues && !staff.contains(&person)
}

async fn insert(
    db: &impl ConnectionTrait,
    cohort: &Cohort,
    newcomers: &[Newcomer],
    uncounted: &HashSet<PersonId>,
    actor: PersonId,
    now: Timestamp,
) -> Result<(), StoreError> {
    let rows = newcomers.iter().map(|one| participation::ActiveModel {
        id: Set(one.id.0),
        cohort_id: Set(cohort.id.0),
        person_id: Set(one.person.0),
        programme_id: Set(cohort.programme.0),
        institution_id: Set(cohort.institution.0),
        counts: Set(counts(cohort, one.person, uncounted)),
        invited_at: Set(now.0),
        track: Set(cohort.track.as_ref().map(ToString::to_string)),
        ..Default::default()
    });
    participation::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    let events = newcomers
        .iter()
        .map(|one| participation_event::ActiveModel {
            id: Set(one.event),
            participation_id: Set(one.id.0),
            kind: Set("invited".to_owned()),
            at: Set(now.0),
            actor_id: Set(Some(actor.0)),
            detail: Set(String::new()),
        });
    participation_event::Entity::insert_many(events)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Counts a participation more for each person; answers what that means for the institution.
async fn add_heads(
    db: &impl ConnectionTrait,
    cohort: &Cohort,
    people: &[PersonId],
) -> Result<HeadChange, StoreError> {
    let known = head::Entity::find()
        .filter(head::Column::ProgrammeId.eq(cohort.programme.0))
        .filter(head::Column::InstitutionId.eq(cohort.institution.0))
        .filter(head::Column::PersonId.is_in(people.iter().map(|person| person.0)))
        .lock_exclusive()
        .all(db)
        .await?;
    let unknown = people.len() - known.len();
    let unknown = i32::try_from(unknown).unwrap_or(i32::MAX);
    let mut change = HeadChange {
        heads: unknown,
        participations: unknown,
        passage: Steps::on_the_way(None, Some(0)).times(unknown),
        ..HeadChange::default()
    };
    for old in &known {
        // Whoever has arrived is not on the way again.
        let way = (old.finished == 0).then_some(old.way.unwrap_or(0));
        let new = head::Model {
            participations: old.participations + 1,
            way,
            ..old.clone()
        };
        change = change.plus(HeadChange::between(old, &new));
    }
    let mut values: Vec<Value> = vec![cohort.programme.0.into(), cohort.institution.0.into()];
    let rows: Vec<String> = (0..people.len())
        .map(|n| format!("($1, $2, ${}, 1, 0, 0, 0, 0)", n + 3))
        .collect();
    values.extend(people.iter().map(|person| Value::from(person.0)));
    let text = format!(
        "insert into head (programme_id, institution_id, person_id, participations, started, finished, withdrawn, way) \
         values {} on conflict (programme_id, institution_id, person_id) \
         do update set participations = head.participations + 1, \
         way = case when head.finished = 0 then coalesce(head.way, 0) end",
        rows.join(", ")
    );
    let statement = Statement::from_sql_and_values(db.get_database_backend(), text, values);
    db.execute_raw(statement).await?;
    Ok(change)
}
