//! The running counts of cohorts, institutions and programmes.
//!
//! Participations add up; heads do not (rule 3), so an institution's heads follow from the table
//! `head`, where each colleague stands once.

use domain::cascade::tally::CohortTally;
use domain::clock::Timestamp;
use domain::ids::{CohortId, InstitutionId, PersonId, ProgrammeId};
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, QuerySelect};

use crate::entity::{head, programme_institution};
use crate::programme::int;
use crate::{StoreError, sql};

/// What changes for an institution.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct HeadChange {
    /// Colleagues ever enrolled.
    pub heads: i32,
    /// Those who did anything.
    pub started: i32,
    /// Those who completed at least one participation.
    pub finished: i32,
    /// Those withdrawn from every participation before completing one, so that whoever was
    /// enrolled has finished, is withdrawn, or is under way.
    pub withdrawn: i32,
    /// Participations.
    pub participations: i32,
    /// Completed participations.
    pub participations_finished: i32,
}

impl HeadChange {
    /// What it means for the institution that one head went from `old` to `new`.
    pub(crate) fn between(old: &head::Model, new: &head::Model) -> Self {
        let gone = |row: &head::Model| {
            row.participations > 0 && row.finished == 0 && row.withdrawn >= row.participations
        };
        let step = |was: bool, is: bool| i32::from(is) - i32::from(was);
        Self {
            heads: step(old.participations > 0, new.participations > 0),
            started: step(old.started > 0, new.started > 0),
            finished: step(old.finished > 0, new.finished > 0),
            withdrawn: step(gone(old), gone(new)),
            participations: new.participations - old.participations,
            participations_finished: new.finished - old.finished,
        }
    }

    /// Both changes together.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            heads: self.heads + other.heads,
            started: self.started + other.started,
            finished: self.finished + other.finished,
            withdrawn: self.withdrawn + other.withdrawn,
            participations: self.participations + other.participations,
            participations_finished: self.participations_finished + other.participations_finished,
        }
    }
}

/// Moves a cohort's counts from `before` to `after`.
pub(crate) async fn move_cohort(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    before: CohortTally,
    after: CohortTally,
) -> Result<(), StoreError> {
    let step = |before: u32, after: u32| int(after) - int(before);
    sql::run(
        db,
        "update cohort set people = people + $1, started = started + $2, finished = finished + $3, \
         withdrawn = withdrawn + $4, \
         last_activity_at = case when $5 > coalesce(last_activity_at, 0) then $5 else last_activity_at end \
         where id = $6",
        [
            step(before.invited, after.invited).into(),
            step(before.started, after.started).into(),
            step(before.finished, after.finished).into(),
            step(before.withdrawn, after.withdrawn).into(),
            after.last_activity.map_or(0, |at| at.0).into(),
            cohort.0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// How an institution's finished colleagues stand to its minimum.
#[derive(Clone, Copy, FromQueryResult)]
struct Standing {
    heads_finished: i32,
    target_min: Option<i32>,
}

impl Standing {
    fn reached(self) -> i32 {
        i32::from(
            self.target_min
                .is_some_and(|min| self.heads_finished >= min),
        )
    }

    fn missing(self) -> i32 {
        self.target_min
            .map_or(0, |min| (min - self.heads_finished).max(0))
    }
}

/// Moves an institution's counts and the programme's with them.
pub(crate) async fn move_institution(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
    change: HeadChange,
    activity: Option<Timestamp>,
) -> Result<(), StoreError> {
    // The row answers from inside the statement: two processes cannot both see the crossing.
    let row: Option<Standing> = sql::one(
        db,
        "update programme_institution set heads = heads + $1, heads_started = heads_started + $2, \
         heads_finished = heads_finished + $3, heads_withdrawn = heads_withdrawn + $4, \
         participations = participations + $5, participations_finished = participations_finished + $6, \
         last_activity_at = case when $7 > coalesce(last_activity_at, 0) then $7 else last_activity_at end \
         where programme_id = $8 and institution_id = $9 returning heads_finished, target_min",
        vec![
            change.heads.into(),
            change.started.into(),
            change.finished.into(),
            change.withdrawn.into(),
            change.participations.into(),
            change.participations_finished.into(),
            activity.map_or(0, |at| at.0).into(),
            programme.0.into(),
            institution.0.into(),
        ],
    )
    .await?;
    let Some(after) = row.filter(|_| change != HeadChange::default()) else {
        return Ok(());
    };
    let before = Standing {
        heads_finished: after.heads_finished - change.finished,
        ..after
    };
    sql::run(
        db,
        "update programme_tally set heads = heads + $1, heads_started = heads_started + $2, \
         heads_finished = heads_finished + $3, participations = participations + $4, \
         participations_finished = participations_finished + $5, reached = reached + $6, \
         missing = missing + $7 where programme_id = $8",
        [
            change.heads.into(),
            change.started.into(),
            change.finished.into(),
            change.participations.into(),
            change.participations_finished.into(),
            (after.reached() - before.reached()).into(),
            (after.missing() - before.missing()).into(),
            programme.0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Counts a new institution of a programme, with the target range in force for it.
pub(crate) async fn add_institution(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    range: Option<(u32, u32)>,
) -> Result<(), StoreError> {
    let standing = Standing {
        heads_finished: 0,
        target_min: range.map(|range| int(range.0)),
    };
    sql::run(
        db,
        "update programme_tally set institutions = institutions + 1, reached = reached + $1, \
         missing = missing + $2 where programme_id = $3",
        [
            standing.reached().into(),
            standing.missing().into(),
            programme.0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Puts another target range in force for an institution.
///
/// # Errors
/// When the database fails.
pub async fn set_target(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
    range: Option<(u32, u32)>,
) -> Result<(), StoreError> {
    // Locked, so that nobody finishes between the look and the change.
    let row = programme_institution::Entity::find_by_id((programme.0, institution.0))
        .lock_exclusive()
        .one(db)
        .await?;
    let Some(row) = row else { return Ok(()) };
    let before = Standing {
        heads_finished: row.heads_finished,
        target_min: row.target_min,
    };
    let after = Standing {
        target_min: range.map(|range| int(range.0)),
        ..before
    };
    sql::run(
        db,
        "update programme_institution set target_min = $1, target_max = $2 \
         where programme_id = $3 and institution_id = $4",
        [
            after.target_min.into(),
            range.map(|range| int(range.1)).into(),
            programme.0.into(),
            institution.0.into(),
        ],
    )
    .await?;
    sql::run(
        db,
        "update programme_tally set reached = reached + $1, missing = missing + $2 where programme_id = $3",
        [
            (after.reached() - before.reached()).into(),
            (after.missing() - before.missing()).into(),
            programme.0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Puts another target range in force for every institution that agreed no range of its own.
///
/// # Errors
/// When the database fails.
pub async fn set_general_target(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    range: (u32, u32),
) -> Result<(), StoreError> {
    const OWN: &str = "exists (select 1 from tier t where t.programme_id = $1 \
         and t.institution_id = programme_institution.institution_id)";
    // Every row is touched, and so locked, before the programme's counts are made from them.
    sql::run(
        db,
        &format!(
            "update programme_institution set \
             target_min = case when {OWN} then target_min else $2 end, \
             target_max = case when {OWN} then target_max else $3 end where programme_id = $1"
        ),
        [programme.0.into(), int(range.0).into(), int(range.1).into()],
    )
    .await?;
    sql::run(
        db,
        "update programme_tally set \
         reached = (select count(*) from programme_institution where programme_id = $1 \
          and heads_finished >= target_min), \
         missing = (select coalesce(sum(missing), 0) from programme_institution where programme_id = $1) \
         where programme_id = $1",
        [programme.0.into()],
    )
    .await?;
    Ok(())
}

/// Counts an institution's trainers again, in every programme it takes part in: after a role was
/// given or taken, a session delivered, or the first colleague of a self-paced cohort started.
/// A trainer is active with a delivered session, or with a self-paced cohort that has started.
///
/// # Errors
/// When the database fails.
pub async fn recount_trainers(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
) -> Result<(), StoreError> {
    const ACTIVE: &str = "exists (select 1 from session_trainer st join session s on s.id = st.session_id \
         join cohort c on c.id = s.cohort_id where st.person_id = g.person_id \
         and s.delivered_at is not null and c.programme_id = pi.programme_id) \
         or exists (select 1 from cohort_trainer ct join cohort c on c.id = ct.cohort_id \
         where ct.person_id = g.person_id and c.mode = 'self_paced' and c.started > 0 \
         and c.programme_id = pi.programme_id)";
    #[derive(FromQueryResult)]
    struct Row {
        programme_id: uuid::Uuid,
        trainers: i32,
        trainers_active: i32,
        now_trainers: i64,
        now_active: i64,
    }
    let rows: Vec<Row> = sql::all(
        db,
        &format!(
            "select pi.programme_id, pi.trainers, pi.trainers_active, \
             (select count(distinct g.person_id) from role_grant g where g.institution_id = pi.institution_id \
              and g.role = 'trainer' and g.revoked_at is null) as now_trainers, \
             (select count(distinct g.person_id) from role_grant g where g.institution_id = pi.institution_id \
              and g.role = 'trainer' and g.revoked_at is null and ({ACTIVE})) as now_active \
             from programme_institution pi where pi.institution_id = $1"
        ),
        vec![institution.0.into()],
    )
    .await?;
    for row in rows {
        let small = |count: i64| i32::try_from(count).unwrap_or(i32::MAX);
        let (trainers, active) = (small(row.now_trainers), small(row.now_active));
        sql::run(
            db,
            "update programme_institution set trainers = $1, trainers_active = $2 \
             where programme_id = $3 and institution_id = $4",
            [
                trainers.into(),
                active.into(),
                row.programme_id.into(),
                institution.0.into(),
            ],
        )
        .await?;
        sql::run(
            db,
            "update programme_tally set trainers = trainers + $1, trainers_active = trainers_active + $2 \
             where programme_id = $3",
            [
                (trainers - row.trainers).into(),
                (active - row.trainers_active).into(),
                row.programme_id.into(),
            ],
        )
        .await?;
    }
    Ok(())
}

/// Whether a person is a trainer anywhere, as a trainer's first active day matters to the tallies.
///
/// # Errors
/// When the database fails.
pub async fn institutions_trained_at(
    db: &impl ConnectionTrait,
    trainer: PersonId,
) -> Result<Vec<InstitutionId>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        institution_id: uuid::Uuid,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select distinct institution_id from role_grant where person_id = $1 and role = 'trainer' \
         and revoked_at is null and institution_id is not null",
        vec![trainer.0.into()],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| InstitutionId(row.institution_id))
        .collect())
}
