//! The running counts of cohorts, institutions and programmes.
//!
//! Participations add up; heads do not (rule 3), so an institution's heads follow from the table
//! `head`, where each colleague stands once.

pub(crate) mod passage;
mod trainers;

use domain::cascade::tally::CohortTally;
use domain::clock::{DAY, Timestamp};
use domain::ids::{CohortId, InstitutionId, ProgrammeId};
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, QuerySelect, Value};

use crate::entity::{head, programme_institution};
use crate::programme::int;
use crate::{StoreError, sql};

pub(crate) use passage::Steps;
pub use trainers::{institutions_trained_at, recount_trainers};

/// The weeks in which finished colleagues are counted, in milliseconds since 1970.
pub(crate) const WEEK: i64 = 7 * DAY;

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
    /// How far participations came.
    pub passage: Steps,
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
            passage: Steps::on_the_way(old.way, new.way),
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
            passage: self.passage.plus(other.passage),
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
    if before == after {
        return Ok(());
    }
    let step = |before: u32, after: u32| int(after) - int(before);
    sql::run(
        db,
        "update cohort set people = people + $1, started = started + $2, finished = finished + $3, \
         withdrawn = withdrawn + $4, open = open + $5, \
         last_activity_at = case when $6 > coalesce(last_activity_at, 0) then $6 else last_activity_at end \
         where id = $7",
        [
            step(before.invited, after.invited).into(),
            step(before.started, after.started).into(),
            step(before.finished, after.finished).into(),
            step(before.withdrawn, after.withdrawn).into(),
            step(before.open, after.open).into(),
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

    fn aims(self) -> i32 {
        i32::from(self.target_min.is_some())
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
    let text = format!(
        "update programme_institution set heads = heads + $1, heads_started = heads_started + $2, \
         heads_finished = heads_finished + $3, heads_withdrawn = heads_withdrawn + $4, \
         participations = participations + $5, participations_finished = participations_finished + $6, \
         last_activity_at = case when $7 > coalesce(last_activity_at, 0) then $7 else last_activity_at end, \
         {} where programme_id = $8 and institution_id = $9 returning heads_finished, target_min",
        Steps::text(9)
    );
    let mut values: Vec<Value> = vec![
        change.heads.into(),
        change.started.into(),
        change.finished.into(),
        change.withdrawn.into(),
        change.participations.into(),
        change.participations_finished.into(),
        activity.map_or(0, |at| at.0).into(),
        programme.0.into(),
        institution.0.into(),
    ];
    values.extend(change.passage.values());
    let row: Option<Standing> = sql::one(db, &text, values).await?;
    let Some(after) = row.filter(|_| change != HeadChange::default()) else {
        return Ok(());
    };
    let before = Standing {
        heads_finished: after.heads_finished - change.finished,
        ..after
    };
    let text = format!(
        "update programme_tally set heads = heads + $1, heads_started = heads_started + $2, \
         heads_finished = heads_finished + $3, participations = participations + $4, \
         participations_finished = participations_finished + $5, reached = reached + $6, \
         missing = missing + $7, {} where programme_id = $8",
        Steps::text(8)
    );
    let mut values: Vec<Value> = vec![
        change.heads.into(),
        change.started.into(),
        change.finished.into(),
        change.participations.into(),
        change.participations_finished.into(),
        (after.reached() - before.reached()).into(),
        (after.missing() - before.missing()).into(),
        programme.0.into(),
    ];
    values.extend(change.passage.values());
    sql::run_with(db, &text, values).await?;
    Ok(())
}

/// A register was kept, corrected or taken back: as many people were expected, and came, as
/// `before` and by now as `after` (rule 7, the show rate).
///
/// # Errors
/// When the database fails.
pub async fn move_show(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    before: (u32, u32),
    after: (u32, u32),
) -> Result<(), StoreError> {
    if before == after {
        return Ok(());
    }
    sql::run(
        db,
        "update programme_tally set expected = expected + $1, present = present + $2 \
         where programme_id = $3",
        [
            (int(after.0) - int(before.0)).into(),
            (int(after.1) - int(before.1)).into(),
            programme.0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Counts a colleague who finished for the first time at an institution, in the week of `at`.
pub(crate) async fn finish_in_week(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    at: Timestamp,
) -> Result<(), StoreError> {
    sql::run(
        db,
        "insert into programme_week (programme_id, week, finished) values ($1, $2, 1) \
         on conflict (programme_id, week) do update set finished = programme_week.finished + 1",
        [programme.0.into(), at.0.div_euclid(WEEK).into()],
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
        "update programme_tally set institutions = institutions + 1, \
         with_target = with_target + $1, reached = reached + $2, missing = missing + $3 \
         where programme_id = $4",
        [
            standing.aims().into(),
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
        "update programme_tally set with_target = with_target + $1, reached = reached + $2, \
         missing = missing + $3 where programme_id = $4",
        [
            (after.aims() - before.aims()).into(),
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
         with_target = (select count(target_min) from programme_institution where programme_id = $1), \
         reached = (select count(*) from programme_institution where programme_id = $1 \
          and heads_finished >= target_min), \
         missing = (select coalesce(sum(missing), 0) from programme_institution where programme_id = $1) \
         where programme_id = $1",
        [programme.0.into()],
    )
    .await?;
    Ok(())
}
