//! Participations: one person in one cohort, and every count that follows from it.
//!
//! Whatever happens to a participation goes through [`record`] (one) or [`enrol`] (many): they
//! write the fact and move the tallies of the cohort, the institution and the programme in the
//! same transaction, so that a dashboard never recounts people.

mod find;
mod stage;
mod undo;
mod way;

use domain::cascade::funnel::Stage;
use domain::cascade::passage::Outcome;
use domain::cascade::tally::{CohortTally, ParticipationEvent, Progress};
use domain::clock::Timestamp;
use domain::ids::{CohortId, InstitutionId, ParticipationId, PersonId, ProgrammeId};
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Set, entity::prelude::*};

use crate::cohort::{Audience, Cohort};
use crate::entity::{head, participation, participation_event};
use crate::programme::int;
use crate::tally::{self, HeadChange, Steps};
use crate::{StoreError, sql};

use find::read;

pub use find::{Activity, activity, by_id, in_cohort, lock_all, of_person, under_way};
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
    /// How many units of the cohort's course they have completed.
    pub units_done: u32,
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

/// The trainers and leads of an institution: present in a session, they are not colleagues.
async fn staff_of_the_cascade(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
) -> Result<std::collections::HashSet<PersonId>, StoreError> {
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

fn counts(cohort: &Cohort, person: PersonId, staff: &std::collections::HashSet<PersonId>) -> bool {
    cohort.audience == Audience::Colleagues && !staff.contains(&person)
}

async fn insert(
    db: &impl ConnectionTrait,
    cohort: &Cohort,
    newcomers: &[Newcomer],
    uncounted: &std::collections::HashSet<PersonId>,
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
    let mut values: Vec<sea_orm::Value> =
        vec![cohort.programme.0.into(), cohort.institution.0.into()];
    let rows: Vec<String> = (0..people.len())
        .map(|n| format!("($1, $2, ${}, 1, 0, 0, 0, 0)", n + 3))
        .collect();
    values.extend(people.iter().map(|person| sea_orm::Value::from(person.0)));
    let text = format!(
        "insert into head (programme_id, institution_id, person_id, participations, started, finished, withdrawn, way) \
         values {} on conflict (programme_id, institution_id, person_id) \
         do update set participations = head.participations + 1, \
         way = case when head.finished = 0 then coalesce(head.way, 0) end",
        rows.join(", ")
    );
    let statement =
        sea_orm::Statement::from_sql_and_values(db.get_database_backend(), text, values);
    db.execute_raw(statement).await?;
    Ok(change)
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
