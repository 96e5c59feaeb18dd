//! What an institution's page shows: its trainers' doings, its colleagues, who was withdrawn.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::NaiveDate;
use domain::clock::Timestamp;
use domain::course::Slug;
use domain::ids::{CohortId, CourseVersionId, InstitutionId, PersonId, ProgrammeId, UnitId};
use sea_orm::{ConnectionTrait, FromQueryResult, Value, entity::prelude::*};

use crate::cohort::track;
use crate::programme::day;
use crate::{StoreError, sql};

/// What one trainer has done and plans in a programme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrainersDoings {
    /// Their last delivered session, or the last activity in a self-paced cohort of theirs.
    pub last_delivered: Option<Timestamp>,
    /// The day of their next planned session.
    pub next_planned: Option<NaiveDate>,
    /// Their cohorts with titles, newest first.
    pub cohorts: Vec<(CohortId, String)>,
}

/// Most cohorts read for the trainers of one institution.
const COHORTS: u64 = 200;

/// What trainers have done and plan; whoever did nothing is missing.
///
/// # Errors
/// When the database fails.
pub async fn doings(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    trainers: &[PersonId],
    today: NaiveDate,
) -> Result<HashMap<PersonId, TrainersDoings>, StoreError> {
    let mut found: HashMap<PersonId, TrainersDoings> = HashMap::new();
    if trainers.is_empty() {
        return Ok(found);
    }
    for row in sessions(db, programme, trainers, today).await? {
        let doings = found.entry(PersonId(row.person_id)).or_default();
        doings.last_delivered = row.last_delivered.map(Timestamp);
        doings.next_planned = row.next_planned.as_deref().and_then(day);
    }
    for row in cohorts(db, programme, trainers).await? {
        let doings = found.entry(PersonId(row.person_id)).or_default();
        if row.mode == "self_paced" && row.started > 0 {
            doings.last_delivered = doings
                .last_delivered
                .max(row.last_activity_at.map(Timestamp));
        }
        doings.cohorts.push((CohortId(row.id), row.title));
    }
    Ok(found)
}

#[derive(FromQueryResult)]
struct SessionRow {
    person_id: Uuid,
    last_delivered: Option<i64>,
    next_planned: Option<String>,
}

async fn sessions(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    trainers: &[PersonId],
    today: NaiveDate,
) -> Result<Vec<SessionRow>, StoreError> {
    let mut values: Vec<Value> = vec![programme.0.into(), today.to_string().into()];
    values.extend(trainers.iter().map(|trainer| Value::from(trainer.0)));
    let text = format!(
        "select st.person_id, max(s.delivered_at) as last_delivered, \
         min(case when s.delivered_at is null and s.cancelled_at is null and s.on_day >= $2 then s.on_day end) as next_planned \
         from session_trainer st join session s on s.id = st.session_id join cohort c on c.id = s.cohort_id \
         where c.programme_id = $1 and st.person_id in ({}) group by st.person_id",
        sql::placeholders(2, trainers.len())
    );
    sql::all(db, &text, values).await
}

#[derive(FromQueryResult)]
struct CohortRow {
    person_id: Uuid,
    id: Uuid,
    title: String,
    mode: String,
    started: i32,
    last_activity_at: Option<i64>,
}

async fn cohorts(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    trainers: &[PersonId],
) -> Result<Vec<CohortRow>, StoreError> {
    let mut values: Vec<Value> = vec![programme.0.into()];
    values.extend(trainers.iter().map(|trainer| Value::from(trainer.0)));
    // SQLite takes the tables of a cross join in the order written: never all cohorts first.
    let text = format!(
        "select ct.person_id, c.id, c.title, c.mode, c.started, c.last_activity_at \
         from cohort_trainer ct cross join cohort c \
         where c.id = ct.cohort_id and c.programme_id = $1 and ct.person_id in ({}) order by c.created_at desc, c.id limit {COHORTS}",
        sql::placeholders(1, trainers.len())
    );
    sql::all(db, &text, values).await
}

/// The course versions of an institution's cohorts in a programme, the newest cohort's first.
///
/// # Errors
/// When the database fails.
pub async fn course_versions(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
) -> Result<Vec<CourseVersionId>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        course_version_id: Uuid,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select course_version_id from cohort where programme_id = $1 and institution_id = $2 \
         group by course_version_id order by max(created_at) desc, course_version_id",
        vec![programme.0.into(), institution.0.into()],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| CourseVersionId(row.course_version_id))
        .collect())
}

/// A colleague who takes a course at an institution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// When they finished the course, if they did.
    pub finished_at: Option<Timestamp>,
    /// Whether they were withdrawn from every cohort of the course.
    pub withdrawn: bool,
    /// When they last did anything.
    pub last_activity: Option<Timestamp>,
    /// The tracks that they follow in cohorts of the course, those of cohorts that they were
    /// withdrawn from left out where there is another; none among them: the whole course.
    pub tracks: Vec<Option<Slug>>,
}

/// The colleagues who take a course version at an institution, in no order: names are ordered in
/// the reader's alphabet, which no database knows.
///
/// # Errors
/// When the database fails.
pub async fn colleagues(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
    version: CourseVersionId,
) -> Result<Vec<Colleague>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        name: String,
        finished_at: Option<i64>,
        withdrawn: i32,
        last_activity_at: Option<i64>,
        track: Option<String>,
    }
    let text = "select p.id, p.name, pa.track, min(pa.finished_at) as finished_at, \
         min(case when pa.withdrawn_at is null then 0 else 1 end) as withdrawn, \
         max(pa.last_activity_at) as last_activity_at \
         from participation pa join cohort c on c.id = pa.cohort_id join person p on p.id = pa.person_id \
         where pa.programme_id = $1 and pa.institution_id = $2 and pa.counts and c.course_version_id = $3 \
         group by p.id, p.name, pa.track";
    let values = vec![programme.0.into(), institution.0.into(), version.0.into()];
    let rows: Vec<Row> = sql::all(db, text, values).await?;
    let mut found: HashMap<Uuid, Colleague> = HashMap::new();
    for row in rows {
        let one = Colleague {
            person: PersonId(row.id),
            name: row.name,
            finished_at: row.finished_at.map(Timestamp),
            withdrawn: row.withdrawn > 0,
            last_activity: row.last_activity_at.map(Timestamp),
            tracks: vec![track(row.track)],
        };
        match found.entry(row.id) {
            Entry::Vacant(new) => {
                new.insert(one);
            }
            Entry::Occupied(mut known) => known.get_mut().take_in(one),
        }
    }
    Ok(found.into_values().collect())
}

impl Colleague {
    /// The same person in cohorts that follow another track.
    fn take_in(&mut self, other: Self) {
        self.finished_at = [self.finished_at, other.finished_at]
            .into_iter()
            .flatten()
            .min();
        self.last_activity = self.last_activity.max(other.last_activity);
        match (self.withdrawn, other.withdrawn) {
            (true, false) => self.tracks = other.tracks,
            (false, true) => {}
            _ => self.tracks.extend(other.tracks),
        }
        self.withdrawn &= other.withdrawn;
    }
}

/// How far somebody is in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitState {
    /// Opened, and not completed.
    Opened,
    /// Completed then.
    Completed(Timestamp),
}

/// How far several people are in several units; a unit never opened is missing.
///
/// # Errors
/// When the database fails.
pub async fn unit_states(
    db: &impl ConnectionTrait,
    people: &[PersonId],
    units: &[UnitId],
) -> Result<HashMap<(PersonId, UnitId), UnitState>, StoreError> {
    let mut states = HashMap::new();
    if people.is_empty() || units.is_empty() {
        return Ok(states);
    }
    let of = async |columns: &str| -> Result<Vec<StateRow>, StoreError> {
        let mut values: Vec<Value> = people.iter().map(|person| person.0.into()).collect();
        values.extend(units.iter().map(|unit| Value::from(unit.0)));
        let text = format!(
            "select {columns} where person_id in ({}) and unit_id in ({})",
            sql::placeholders(0, people.len()),
            sql::placeholders(people.len(), units.len())
        );
        sql::all(db, &text, values).await
    };
    for row in of("person_id, unit_id, opened_at as at from reading").await? {
        states.insert(row.key(), UnitState::Opened);
    }
    for row in of("person_id, unit_id, completed_at as at from unit_completion").await? {
        states.insert(row.key(), UnitState::Completed(Timestamp(row.at)));
    }
    Ok(states)
}

#[derive(FromQueryResult)]
struct StateRow {
    person_id: Uuid,
    unit_id: Uuid,
    at: i64,
}

impl StateRow {
    fn key(&self) -> (PersonId, UnitId) {
        (PersonId(self.person_id), UnitId(self.unit_id))
    }
}

/// Somebody withdrawn, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// From which cohort.
    pub cohort: CohortId,
    /// Its title.
    pub title: String,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
}

/// Those withdrawn at an institution, the newest first, at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn withdrawn(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
    limit: u64,
) -> Result<Vec<Withdrawn>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
        name: String,
        cohort_id: Uuid,
        title: String,
        withdrawn_at: i64,
        withdrawn_reason: Option<String>,
    }
    let text = format!(
        "select pa.person_id, p.name, pa.cohort_id, c.title, pa.withdrawn_at, pa.withdrawn_reason \
         from participation pa join person p on p.id = pa.person_id join cohort c on c.id = pa.cohort_id \
         where pa.programme_id = $1 and pa.institution_id = $2 and pa.withdrawn_at is not null \
         order by pa.withdrawn_at desc, pa.id limit {limit}"
    );
    let rows: Vec<Row> =
        sql::all(db, &text, vec![programme.0.into(), institution.0.into()]).await?;
    Ok(rows
        .into_iter()
        .map(|row| Withdrawn {
            person: PersonId(row.person_id),
            name: row.name,
            cohort: CohortId(row.cohort_id),
            title: row.title,
            at: Timestamp(row.withdrawn_at),
            reason: row.withdrawn_reason.unwrap_or_default(),
        })
        .collect())
}
