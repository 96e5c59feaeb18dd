//! Finding participations.

use std::collections::HashMap;

use domain::cascade::funnel::Stage;
use domain::clock::Timestamp;
use domain::ids::{
    CohortId, CourseVersionId, InstitutionId, ParticipationId, PersonId, ProgrammeId,
};
use sea_orm::{
    Condition, ConnectionTrait, DatabaseBackend, EntityTrait, FromQueryResult, JoinType,
    QueryFilter, QuerySelect, RelationTrait, entity::prelude::*,
};

use super::Participation;
use crate::cohort::{self as cohorts, Cohort, Mode};
use crate::entity::participation::Relation;
use crate::entity::{cohort, participation};
use crate::programme::count;
use crate::{StoreError, sql};

/// A participation.
///
/// # Errors
/// When the database fails.
pub async fn by_id(
    db: &impl ConnectionTrait,
    id: ParticipationId,
) -> Result<Option<Participation>, StoreError> {
    Ok(participation::Entity::find_by_id(id.0)
        .one(db)
        .await?
        .map(read))
}

/// A participation, locked until the transaction ends.
///
/// # Errors
/// When the database fails.
pub async fn lock(
    db: &impl ConnectionTrait,
    id: ParticipationId,
) -> Result<Option<Participation>, StoreError> {
    let row = participation::Entity::find_by_id(id.0)
        .lock_exclusive()
        .one(db)
        .await?;
    Ok(row.map(read))
}

/// A person's participations, newest first.
///
/// # Errors
/// When the database fails.
pub async fn of_person(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<Participation>, StoreError> {
    let mut rows = participation::Entity::find()
        .filter(participation::Column::PersonId.eq(person.0))
        .all(db)
        .await?;
    rows.sort_by_key(|row| (std::cmp::Reverse(row.invited_at), row.id));
    Ok(rows.into_iter().map(read).collect())
}

/// Everybody who is or was in a cohort, with their participation.
///
/// # Errors
/// When the database fails.
pub async fn in_cohort(
    db: &impl ConnectionTrait,
    cohort: CohortId,
) -> Result<HashMap<PersonId, ParticipationId>, StoreError> {
    let rows = ids_of(
        db,
        Condition::all().add(participation::Column::CohortId.eq(cohort.0)),
    )
    .await?;
    Ok(rows.into_iter().collect())
}

/// The people of a cohort who are not withdrawn, each with their participation.
///
/// # Errors
/// When the database fails.
pub async fn taking_part(
    db: &impl ConnectionTrait,
    cohort: CohortId,
) -> Result<Vec<(PersonId, ParticipationId)>, StoreError> {
    let taking_part = Condition::all()
        .add(participation::Column::CohortId.eq(cohort.0))
        .add(participation::Column::WithdrawnAt.is_null());
    ids_of(db, taking_part).await
}

/// The people of some participations, each with theirs.
async fn ids_of(
    db: &impl ConnectionTrait,
    which: Condition,
) -> Result<Vec<(PersonId, ParticipationId)>, StoreError> {
    let rows: Vec<(Uuid, Uuid)> = participation::Entity::find()
        .select_only()
        .column(participation::Column::PersonId)
        .column(participation::Column::Id)
        .filter(which)
        .into_tuple()
        .all(db)
        .await?;
    let ids = |(person, id)| (PersonId(person), ParticipationId(id));
    Ok(rows.into_iter().map(ids).collect())
}

/// Whether somebody is in a cohort and not withdrawn.
///
/// # Errors
/// When the database fails.
pub async fn takes_part(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    person: PersonId,
) -> Result<bool, StoreError> {
    let found = participation::Entity::find()
        .filter(participation::Column::CohortId.eq(cohort.0))
        .filter(participation::Column::PersonId.eq(person.0))
        .filter(participation::Column::WithdrawnAt.is_null())
        .one(db)
        .await?;
    Ok(found.is_some())
}

/// Locks every participation of a cohort until the transaction ends, always in the same order.
///
/// # Errors
/// When the database fails.
pub async fn lock_all(db: &impl ConnectionTrait, cohort: CohortId) -> Result<(), StoreError> {
    // SQLite has one writer at a time.
    if db.get_database_backend() == DatabaseBackend::Postgres {
        let text = "select id from participation where cohort_id = $1 order by id for update";
        sql::run(db, text, [cohort.0.into()]).await?;
    }
    Ok(())
}

/// A person's participations in the cohorts of a course's version, but those withdrawn, each with
/// its cohort.
///
/// # Errors
/// When the database fails.
pub async fn under_way(
    db: &impl ConnectionTrait,
    person: PersonId,
    course: CourseVersionId,
) -> Result<Vec<(Participation, Cohort)>, StoreError> {
    let rows = participation::Entity::find()
        .join(JoinType::InnerJoin, Relation::Cohort.def())
        .select_also(cohort::Entity)
        .filter(participation::Column::PersonId.eq(person.0))
        .filter(participation::Column::WithdrawnAt.is_null())
        .filter(cohort::Column::CourseVersionId.eq(course.0))
        .all(db)
        .await?;
    let together = |(row, cohort): (_, Option<_>)| Some((read(row), cohorts::record(cohort?)));
    Ok(rows.into_iter().filter_map(together).collect())
}

/// How active somebody is in a participation.
#[derive(Clone, Copy, Debug)]
pub struct Activity {
    /// The participation.
    pub participation: ParticipationId,
    /// Whose it is.
    pub person: PersonId,
    /// What the cohort learns.
    pub course_version: CourseVersionId,
    /// Where the cohort is held.
    pub institution: InstitutionId,
    /// How it learns.
    pub mode: Mode,
    /// Whether anything was done in it.
    pub started: bool,
    /// When something was last done in it.
    pub last: Option<Timestamp>,
}

/// How active people are in their participations, but those withdrawn. Asked with every save, so
/// it is one statement for all of them, and only what is decided by.
///
/// # Errors
/// When the database fails.
pub async fn activity(
    db: &impl ConnectionTrait,
    people: &[PersonId],
) -> Result<Vec<Activity>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        person_id: Uuid,
        course_version_id: Uuid,
        institution_id: Uuid,
        mode: String,
        started_at: Option<i64>,
        last_activity_at: Option<i64>,
    }
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let people: Vec<_> = people.iter().map(|person| [person.0.into()]).collect();
    let (asked, values) = sql::asked(&people);
    let rows: Vec<Row> = sql::all(
        db,
        &format!(
            "with asked (person_id) as ({asked}) \
             select p.id, p.person_id, c.course_version_id, c.institution_id, c.mode, \
               p.started_at, p.last_activity_at \
             from asked a cross join participation p join cohort c on c.id = p.cohort_id \
             where p.person_id = a.person_id and p.withdrawn_at is null"
        ),
        values,
    )
    .await?;
    let activity = |row: Row| Activity {
        participation: ParticipationId(row.id),
        person: PersonId(row.person_id),
        course_version: CourseVersionId(row.course_version_id),
        institution: InstitutionId(row.institution_id),
        mode: Mode::from_code(&row.mode).unwrap_or(Mode::Sessions),
        started: row.started_at.is_some(),
        last: row.last_activity_at.map(Timestamp),
    };
    Ok(rows.into_iter().map(activity).collect())
}

pub(super) fn read(row: participation::Model) -> Participation {
    Participation {
        id: ParticipationId(row.id),
        cohort: CohortId(row.cohort_id),
        person: PersonId(row.person_id),
        programme: ProgrammeId(row.programme_id),
        institution: InstitutionId(row.institution_id),
        counts: row.counts,
        invited_at: Timestamp(row.invited_at),
        started_at: row.started_at.map(Timestamp),
        finished_at: row.finished_at.map(Timestamp),
        withdrawn: row
            .withdrawn_at
            .map(|at| (Timestamp(at), row.withdrawn_reason.unwrap_or_default())),
        last_activity: row.last_activity_at.map(Timestamp),
        stage: stage(row.stage),
        lapsed_at: row.lapsed_at.map(Timestamp),
        units_done: count(row.units_done),
        track: cohorts::track(row.track),
    }
}

/// A stage as it is kept: its place in the funnel.
pub(super) fn stage(kept: i32) -> Stage {
    let place = usize::try_from(kept).ok();
    let known = place.and_then(|place| Stage::ALL.get(place));
    known.copied().unwrap_or_default()
}
