//! Who was trained by whom, and so which generation everybody is (rules 1 and 2).

mod attempts;
mod attended;
mod held;

use std::collections::{HashMap, HashSet, VecDeque};

use domain::cascade::generation::Generation;
use domain::cascade::lineage::Edge;
use domain::ids::{PersonId, ProgrammeId, SessionId};
use sea_orm::{ConnectionTrait, DatabaseBackend, FromQueryResult, Value, entity::prelude::*};

use crate::programme::{count, int};
use crate::{StoreError, sql};

pub use attempts::{Latest, first_attempts, latest};
pub use attended::attended;
pub use held::{Held, finished_without_trainer, held_at};

/// How a new edge was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// Written, and the generations follow.
    New,
    /// It was there already.
    Known,
    /// Refused: the trainer was trained, directly or not, by the trainee.
    ClosesCycle,
}

/// Records that somebody was trained by somebody, unless that would close a cycle, and moves the
/// generations that follow from it.
///
/// # Errors
/// When the database fails.
pub async fn record(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    edge: &Edge,
) -> Result<Recorded, StoreError> {
    lock(db, programme).await?;
    if edge.trainee == edge.trainer
        || is_ancestor(db, programme, edge.trainee, edge.trainer).await?
    {
        return Ok(Recorded::ClosesCycle);
    }
    let written = sql::run(
        db,
        "insert into lineage_edge (programme_id, trainee_id, trainer_id, cohort_id, session_id, at) \
         values ($1, $2, $3, $4, $5, $6) on conflict (trainee_id, trainer_id, cohort_id) do nothing",
        [
            programme.0.into(),
            edge.trainee.0.into(),
            edge.trainer.0.into(),
            edge.cohort.0.into(),
            edge.session.map(|session| session.0).into(),
            edge.at.0.into(),
        ],
    )
    .await?;
    if written == 0 {
        return Ok(Recorded::Known);
    }
    follow(db, programme, edge.trainee).await?;
    Ok(Recorded::New)
}

/// Edges of a programme are written one after the other: two at once could close a cycle that
/// neither of them sees.
async fn lock(db: &impl ConnectionTrait, programme: ProgrammeId) -> Result<(), StoreError> {
    // SQLite has one writer at a time.
    if db.get_database_backend() == DatabaseBackend::Postgres {
        let text = "select programme_id from programme_tally where programme_id = $1 for update";
        sql::run(db, text, [programme.0.into()]).await?;
    }
    Ok(())
}

/// Takes back what a session said of a person: they were not there after all. The generations
/// follow. What the cohort's other sessions say must be recorded again, as one edge stands for all.
///
/// # Errors
/// When the database fails.
pub async fn retract(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    trainee: PersonId,
    session: SessionId,
) -> Result<(), StoreError> {
    lock(db, programme).await?;
    let gone = sql::run(
        db,
        "delete from lineage_edge where programme_id = $1 and trainee_id = $2 and session_id = $3",
        [programme.0.into(), trainee.0.into(), session.0.into()],
    )
    .await?;
    if gone > 0 {
        follow(db, programme, trainee).await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Neighbour {
    person_id: Uuid,
}

/// Whether `elder` trained `person`, directly or through others.
async fn is_ancestor(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    elder: PersonId,
    person: PersonId,
) -> Result<bool, StoreError> {
    let mut seen = HashSet::from([person]);
    let mut frontier = vec![person];
    while !frontier.is_empty() {
        let mut next = Vec::new();
        for chunk in frontier.chunks(sql::CHUNK) {
            for trainer in neighbours(db, programme, chunk, "trainee_id", "trainer_id").await? {
                if trainer == elder {
                    return Ok(true);
                }
                if seen.insert(trainer) {
                    next.push(trainer);
                }
            }
        }
        frontier = next;
    }
    Ok(false)
}

async fn neighbours(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    people: &[PersonId],
    from: &str,
    to: &str,
) -> Result<Vec<PersonId>, StoreError> {
    let mut values: Vec<Value> = vec![programme.0.into()];
    values.extend(people.iter().map(|person| Value::from(person.0)));
    let rows: Vec<Neighbour> = sql::all(
        db,
        &format!(
            "select distinct {to} as person_id from lineage_edge where programme_id = $1 and {from} in ({})",
            sql::placeholders(1, people.len())
        ),
        values,
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| PersonId(row.person_id))
        .collect())
}

/// Works out a person's generation again, and those of everybody trained from there on.
async fn follow(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    person: PersonId,
) -> Result<(), StoreError> {
    let mut waiting = VecDeque::from([person]);
    while let Some(person) = waiting.pop_front() {
        let trainers = neighbours(db, programme, &[person], "trainee_id", "trainer_id").await?;
        let known = generations(db, programme, &trainers).await?;
        let of = |trainer: &PersonId| known.get(trainer).copied().unwrap_or(Generation::ROOT);
        let reached = Generation {
            smallest: trainers
                .iter()
                .map(|t| of(t).smallest + 1)
                .min()
                .unwrap_or(0),
            largest: trainers
                .iter()
                .map(|t| of(t).largest + 1)
                .max()
                .unwrap_or(0),
        };
        let touched = sql::run(
            db,
            "insert into generation (programme_id, person_id, smallest, largest) values ($1, $2, $3, $4) \
             on conflict (programme_id, person_id) do update set smallest = $3, largest = $4 \
             where generation.smallest <> $3 or generation.largest <> $4",
            [
                programme.0.into(),
                person.0.into(),
                int(reached.smallest).into(),
                int(reached.largest).into(),
            ],
        )
        .await?;
        if touched > 0 {
            waiting.extend(neighbours(db, programme, &[person], "trainer_id", "trainee_id").await?);
        }
    }
    Ok(())
}

/// The generations of several people; whoever has none recorded is missing and counts as a root.
///
/// # Errors
/// When the database fails.
pub async fn generations(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Generation>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
        smallest: i32,
        largest: i32,
    }
    let mut found = HashMap::new();
    for chunk in people.chunks(sql::CHUNK) {
        let mut values: Vec<Value> = vec![programme.0.into()];
        values.extend(chunk.iter().map(|person| Value::from(person.0)));
        let rows: Vec<Row> = sql::all(
            db,
            &format!(
                "select person_id, smallest, largest from generation where programme_id = $1 and person_id in ({})",
                sql::placeholders(1, chunk.len())
            ),
            values,
        )
        .await?;
        found.extend(rows.into_iter().map(|row| {
            let generation = Generation {
                smallest: count(row.smallest),
                largest: count(row.largest),
            };
            (PersonId(row.person_id), generation)
        }));
    }
    Ok(found)
}

/// One line of somebody's lineage, for their page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// In which cohort.
    pub cohort: domain::ids::CohortId,
    /// When it was recorded.
    pub at: domain::clock::Timestamp,
}

/// Who trained a person.
///
/// # Errors
/// When the database fails.
pub async fn trainers_of(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<Relative>, StoreError> {
    relatives(db, person, "trainee_id", "trainer_id", 200).await
}

/// Whom a person trained, newest first, at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn trained_by(
    db: &impl ConnectionTrait,
    person: PersonId,
    limit: u64,
) -> Result<Vec<Relative>, StoreError> {
    relatives(db, person, "trainer_id", "trainee_id", limit).await
}

async fn relatives(
    db: &impl ConnectionTrait,
    person: PersonId,
    from: &str,
    to: &str,
    limit: u64,
) -> Result<Vec<Relative>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
        name: String,
        cohort_id: Uuid,
        at: i64,
    }
    let rows: Vec<Row> = sql::all(
        db,
        &format!(
            "select e.{to} as person_id, p.name, e.cohort_id, e.at from lineage_edge e \
             join person p on p.id = e.{to} where e.{from} = $1 order by e.at desc, p.name_key limit {limit}"
        ),
        vec![person.0.into()],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Relative {
            person: PersonId(row.person_id),
            name: row.name,
            cohort: domain::ids::CohortId(row.cohort_id),
            at: domain::clock::Timestamp(row.at),
        })
        .collect())
}
