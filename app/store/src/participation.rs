//! Participations: one person in one cohort, and every count that follows from it.
//!
//! Whatever happens to a participation goes through [`record`] (one) or [`enrol`] (many): they
//! write the fact and move the tallies of the cohort, the institution and the programme in the
//! same transaction, so that a dashboard never recounts people.

mod enrol;
mod find;
mod stage;
mod undo;
mod way;

use domain::cascade::funnel::Stage;
use domain::cascade::passage::Outcome;
use domain::cascade::tally::{ParticipationEvent, Progress};
use domain::clock::Timestamp;
use domain::course::Slug;
use domain::ids::{CohortId, InstitutionId, ParticipationId, PersonId, ProgrammeId};
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Set, entity::prelude::*};

use crate::entity::{head, participation, participation_event};
use crate::programme::int;
use crate::tally::{self, HeadChange, Steps};
use crate::{StoreError, sql};

use find::read;

pub use enrol::{Newcomer, enrol};
pub use find::{
    Activity, activity, by_id, in_cohort, lock, lock_all, of_person, takes_part, taking_part,
    under_way,
};
pub use stage::{come_in, fallen_silent, follow_registers, lapse, not_applied, reach};
pub use undo::undo_many;

/// One person in one cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participation {
    /// Its id.
    pub id: ParticipationId,
    /// The cohort.
    pub cohort: CohortId,
    /// The person.
    pub person: PersonId,
    /// The programme that counts it.
    pub programme: ProgrammeId,
    /// Where the person was trained; a later move does not change it.
    pub institution: InstitutionId,
    /// Whether it counts as a colleague: trainers and leads of the place do not (rule 4).
    pub counts: bool,
    /// When the person was enrolled.
    pub invited_at: Timestamp,
    /// When they first did anything.
    pub started_at: Option<Timestamp>,
    /// When everything required was done.
    pub finished_at: Option<Timestamp>,
    /// When they were withdrawn, and why.
    pub withdrawn: Option<(Timestamp, String)>,
    /// When they last did anything.
    pub last_activity: Option<Timestamp>,
    /// The furthest stage reached, which nothing but a corrected register takes back.
    pub stage: Stage,
    /// When they were found to have lapsed; `None` while they do something.
    pub lapsed_at: Option<Timestamp>,
    /// How many of the units that they owe they have completed.
    pub units_done: u32,
    /// The track of the cohort's course that they follow; none: the whole course.
    pub track: Option<Slug>,
}

impl Participation {
    fn progress(&self) -> Progress {
        Progress {
            invited: true,
            finished: self.finished_at.is_some(),
            withdrawn: self.withdrawn.is_some(),
            lapsed: self.lapsed_at.is_some(),
            stage: self.stage,
            last_activity: self.last_activity,
        }
    }
}

/// Who made something happen, and what to remember of it.
#[derive(Clone, Copy, Debug)]
pub struct Because<'a> {
    /// The id of the event that records it.
    pub event: Uuid,
    /// Who did it.
    pub actor: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// In words, such as a withdrawal's reason.
    pub detail: &'a str,
}

/// Lets something happen to a participation and moves every tally that counts it. Answers the
/// participation as it is then, or `None` when there is none.
///
/// # Errors
/// When the database fails.
pub async fn record(
    db: &impl ConnectionTrait,
    id: ParticipationId,
    event: ParticipationEvent,
    because: Because<'_>,
) -> Result<Option<Participation>, StoreError> {
    let Some(row) = participation::Entity::find_by_id(id.0)
        .lock_exclusive()
        .one(db)
        .await?
    else {
        return Ok(None);
    };
    let before = read(row);
    let progress = before.progress();
    let reached = progress.after(event);
    if reached == progress {
        return Ok(Some(before));
    }
    let after = write(db, &before, reached, because).await?;
    remember(db, id, event, because).await?;
    tally::move_cohort(db, before.cohort, progress.tally(), reached.tally()).await?;
    if before.counts {
        let mut change = move_head(db, &before, progress, reached).await?;
        change.passage = change.passage.plus(Steps::between(progress, reached));
        if change.finished > 0 {
            tally::finish_in_week(db, before.programme, because.at).await?;
        }
        let activity = reached.last_activity;
        tally::move_institution(db, before.programme, before.institution, change, activity).await?;
    }
    Ok(Some(after))
}

/// Keeps how many units of its course a participation has completed.
///
/// # Errors
/// When the database fails.
pub async fn keep_units_done(
    db: &impl ConnectionTrait,
    of: &Participation,
    units: usize,
) -> Result<(), StoreError> {
    let units = u32::try_from(units).unwrap_or(u32::MAX);
    if units != of.units_done {
        let text = "update participation set units_done = $1 where id = $2";
        sql::run(db, text, [int(units).into(), of.id.0.into()]).await?;
    }
    Ok(())
}

/// A person follows another track from now on; whoever calls this counts again what is done of it.
///
/// # Errors
/// When the database fails.
pub async fn keep_track(
    db: &impl ConnectionTrait,
    id: ParticipationId,
    track: Option<&Slug>,
) -> Result<(), StoreError> {
    let text = "update participation set track = $1 where id = $2";
    sql::run(db, text, [track.map(Slug::to_string).into(), id.0.into()]).await?;
    Ok(())
}

/// Writes where a participation stands now.
async fn write(
    db: &impl ConnectionTrait,
    before: &Participation,
    reached: Progress,
    because: Because<'_>,
) -> Result<Participation, StoreError> {
    if !reached.invited {
        return remove(db, before).await;
    }
    let mut after = before.clone();
    after.last_activity = reached.last_activity;
    after.started_at = before.started_at.or(reached.last_activity);
    after.finished_at = before
        .finished_at
        .or(reached.finished.then_some(because.at));
    after.stage = reached.stage;
    after.lapsed_at = reached
        .lapsed
        .then_some(before.lapsed_at.unwrap_or(because.at));
    after.withdrawn = match (reached.withdrawn, &before.withdrawn) {
        (false, _) => None,
        (true, Some(known)) => Some(known.clone()),
        (true, None) => Some((because.at, because.detail.to_owned())),
    };
    let (withdrawn_at, reason) = after.withdrawn.clone().unzip();
    let row = participation::ActiveModel {
        id: Set(before.id.0),
        started_at: Set(after.started_at.map(|at| at.0)),
        finished_at: Set(after.finished_at.map(|at| at.0)),
        withdrawn_at: Set(withdrawn_at.map(|at| at.0)),
        withdrawn_reason: Set(reason),
        last_activity_at: Set(after.last_activity.map(|at| at.0)),
        stage: Set(after.stage as i32),
        lapsed_at: Set(after.lapsed_at.map(|at| at.0)),
        ..Default::default()
    };
    participation::Entity::update_many()
        .set(row)
        .filter(participation::Column::Id.eq(before.id.0))
        .exec(db)
        .await?;
    Ok(after)
}

/// An enrolment undone before anything was done leaves no participation; the enrolment's result
/// page keeps what happened.
async fn remove(
    db: &impl ConnectionTrait,
    gone: &Participation,
) -> Result<Participation, StoreError> {
    participation_event::Entity::delete_many()
        .filter(participation_event::Column::ParticipationId.eq(gone.id.0))
        .exec(db)
        .await?;
    participation::Entity::delete_by_id(gone.id.0)
        .exec(db)
        .await?;
    Ok(gone.clone())
}

async fn remember(
    db: &impl ConnectionTrait,
    id: ParticipationId,
    event: ParticipationEvent,
    because: Because<'_>,
) -> Result<(), StoreError> {
    let kind = match event {
        ParticipationEvent::Invited => "invited",
        ParticipationEvent::Finished(_) => "finished",
        ParticipationEvent::Withdrawn => "withdrawn",
        // Activity is in the learning record itself, stages follow from facts of their own, silence
        // from their absence; an undone enrolment leaves nothing.
        ParticipationEvent::Acted(_)
        | ParticipationEvent::Reached(_)
        | ParticipationEvent::Registered(_)
        | ParticipationEvent::NotApplied(_)
        | ParticipationEvent::Lapsed
        | ParticipationEvent::Undone => return Ok(()),
    };
    let row = participation_event::ActiveModel {
        id: Set(because.event),
        participation_id: Set(id.0),
        kind: Set(kind.to_owned()),
        at: Set(because.at.0),
        actor_id: Set(because.actor.map(|actor| actor.0)),
        detail: Set(because.detail.to_owned()),
    };
    participation_event::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Moves the head behind a participation; answers what that means for the institution.
async fn move_head(
    db: &impl ConnectionTrait,
    of: &Participation,
    before: Progress,
    after: Progress,
) -> Result<HeadChange, StoreError> {
    let key = (of.programme.0, of.institution.0, of.person.0);
    let Some(old) = head::Entity::find_by_id(key)
        .lock_exclusive()
        .one(db)
        .await?
    else {
        return Ok(HeadChange::default());
    };
    // Asked after the head is locked: nobody else moves this colleague meanwhile.
    let same_way = (before.stage, Outcome::of(before), before.invited)
        == (after.stage, Outcome::of(after), after.invited);
    let way = if same_way {
        old.way
    } else {
        way::of_one(db, of).await?
    };
    let (before, after) = (before.tally(), after.tally());
    let moved = |old: i32, before: u32, after: u32| {
        old + i32::try_from(after).unwrap_or(0) - i32::try_from(before).unwrap_or(0)
    };
    let new = head::Model {
        participations: moved(old.participations, before.invited, after.invited),
        started: moved(old.started, before.started, after.started),
        finished: moved(old.finished, before.finished, after.finished),
        withdrawn: moved(old.withdrawn, before.withdrawn, after.withdrawn),
        way,
        ..old.clone()
    };
    sql::run(
        db,
        "update head set participations = $1, started = $2, finished = $3, withdrawn = $4, way = $5 \
         where programme_id = $6 and institution_id = $7 and person_id = $8",
        [
            new.participations.into(),
            new.started.into(),
            new.finished.into(),
            new.withdrawn.into(),
            new.way.into(),
            key.0.into(),
            key.1.into(),
            key.2.into(),
        ],
    )
    .await?;
    Ok(HeadChange::between(&old, &new))
}
