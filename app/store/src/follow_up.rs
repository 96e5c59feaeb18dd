//! The follow-up: what people answered 30 and 90 days after finishing a course. Answers are
//! append-only; the tallies of institutions and programmes move in the same transaction.

mod counts;

use std::collections::HashMap;

use domain::cascade::follow_up::{Answer, Barrier, Round};
use domain::clock::Timestamp;
use domain::ids::{ParticipationId, PersonId, UnitId};
use sea_orm::{ConnectionTrait, FromQueryResult, entity::prelude::*};

use crate::learning::Written;
use crate::participation::Participation;
use crate::sql::CHUNK;
use crate::{StoreError, sql};

pub use counts::{Rounds, of_cohort, of_institution, of_programme};

/// What somebody answered in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Whether they did it.
    pub answer: Answer,
    /// What shows it, in their words.
    pub evidence: String,
    /// What stood in the way.
    pub barrier: Option<Barrier>,
    /// The same in their words.
    pub barrier_text: String,
    /// When they answered.
    pub at: Timestamp,
}

/// Keeps an answer of the person who takes part. `None`: the same person answered at the same
/// moment elsewhere. `Some`: what they had answered in this round before, if anything.
///
/// # Errors
/// When the database fails.
pub async fn keep(
    db: &impl ConnectionTrait,
    id: Uuid,
    of: &Participation,
    round: Round,
    new: &Answered,
) -> Result<Option<Option<Answered>>, StoreError> {
    let known = newest(db, &[of.id]).await?.remove(&(of.id, round));
    let number = known.as_ref().map_or(1, |(number, _)| number + 1);
    let kept = sql::run(
        db,
        "insert into follow_up_answer (id, participation_id, round, number, answer, evidence, \
         barrier, barrier_text, person_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
         on conflict (participation_id, round, number) do nothing",
        [
            id.into(),
            of.id.0.into(),
            days(round).into(),
            number.into(),
            new.answer.code().into(),
            new.evidence.clone().into(),
            new.barrier.map(Barrier::code).into(),
            new.barrier_text.clone().into(),
            of.person.0.into(),
            new.at.0.into(),
        ],
    )
    .await?;
    if kept == 0 {
        return Ok(None);
    }
    let before = known.map(|(_, answered)| answered);
    if of.counts {
        counts::moved(db, of, round, before.as_ref(), new).await?;
    }
    Ok(Some(before))
}

/// What counts of these participations, by round.
///
/// # Errors
/// When the database fails.
pub async fn answers(
    db: &impl ConnectionTrait,
    participations: &[ParticipationId],
) -> Result<HashMap<(ParticipationId, Round), Answered>, StoreError> {
    let newest = newest(db, participations).await?;
    Ok(newest
        .into_iter()
        .map(|(key, (_, answered))| (key, answered))
        .collect())
}

/// The texts that somebody handed in for these units.
///
/// # Errors
/// When the database fails.
pub async fn commitments(
    db: &impl ConnectionTrait,
    person: PersonId,
    units: &[UnitId],
) -> Result<HashMap<UnitId, Written>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        unit_id: Uuid,
        body: String,
        submitted_at: i64,
    }
    let mut found = HashMap::new();
    for chunk in units.chunks(CHUNK) {
        let mut values: Vec<Value> = vec![person.0.into()];
        values.extend(chunk.iter().map(|unit| Value::from(unit.0)));
        let text = format!(
            "select s.unit_id, s.body, s.submitted_at from submission s \
             where s.person_id = $1 and s.unit_id in ({}) and s.question = '' and s.version = (\
               select max(n.version) from submission n where n.person_id = s.person_id \
                 and n.unit_id = s.unit_id and n.question = s.question)",
            sql::placeholders(1, chunk.len())
        );
        let rows: Vec<Row> = sql::all(db, &text, values).await?;
        found.extend(rows.into_iter().map(|row| {
            let saved_at = Timestamp(row.submitted_at);
            (
                UnitId(row.unit_id),
                Written {
                    body: row.body,
                    saved_at,
                },
            )
        }));
    }
    Ok(found)
}

type Newest = HashMap<(ParticipationId, Round), (i32, Answered)>;

async fn newest(
    db: &impl ConnectionTrait,
    participations: &[ParticipationId],
) -> Result<Newest, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        participation_id: Uuid,
        round: i32,
        number: i32,
        answer: String,
        evidence: String,
        barrier: Option<String>,
        barrier_text: String,
        at: i64,
    }
    let mut found = HashMap::new();
    for chunk in participations.chunks(CHUNK) {
        let text = format!(
            "select participation_id, round, number, answer, evidence, barrier, barrier_text, at \
             from follow_up_answer where participation_id in ({}) order by participation_id, round, number",
            sql::placeholders(0, chunk.len())
        );
        let values = chunk.iter().map(|id| id.0.into()).collect();
        let rows: Vec<Row> = sql::all(db, &text, values).await?;
        for row in rows {
            let (Some(round), Some(answer)) =
                (Round::of_days(row.round), Answer::from_code(&row.answer))
            else {
                continue;
            };
            let answered = Answered {
                answer,
                evidence: row.evidence,
                barrier: row.barrier.as_deref().and_then(Barrier::from_code),
                barrier_text: row.barrier_text,
                at: Timestamp(row.at),
            };
            let key = (ParticipationId(row.participation_id), round);
            found.insert(key, (row.number, answered));
        }
    }
    Ok(found)
}

/// A round as the database keeps it.
fn days(round: Round) -> i32 {
    i32::try_from(round.days()).unwrap_or(i32::MAX)
}
