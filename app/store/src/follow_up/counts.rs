//! How many answered what: of a cohort counted, of institutions and programmes kept.

use std::collections::BTreeMap;

use domain::cascade::follow_up::{Answer, Barrier, Counts, Round};
use domain::clock::Timestamp;
use domain::ids::{CohortId, InstitutionId, ProgrammeId};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::{Answered, days};
use crate::participation::Participation;
use crate::{StoreError, sql};

/// The beginning of a barrier's name in a tally.
const BARRIER: &str = "barrier-";

/// What became of both rounds.
pub type Rounds = BTreeMap<Round, Counts>;

/// What became of a cohort's rounds, counted: it costs by the cohort's people, as its roster does.
///
/// # Errors
/// When the database fails.
pub async fn of_cohort(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    now: Timestamp,
) -> Result<Rounds, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        round: i32,
        answer: String,
        barrier: Option<String>,
        people: i64,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select a.round, a.answer, a.barrier, count(*) as people \
         from participation p join follow_up_answer a on a.participation_id = p.id \
         where p.cohort_id = $1 and not exists (select 1 from follow_up_answer b \
          where b.participation_id = a.participation_id and b.round = a.round and b.number > a.number) \
         group by a.round, a.answer, a.barrier",
        vec![cohort.0.into()],
    )
    .await?;
    let mut rounds = asked(db, "p.cohort_id = $3", vec![cohort.0.into()], now).await?;
    for row in rows {
        let people = u32::try_from(row.people).unwrap_or(u32::MAX);
        add(&mut rounds, row.round, &row.answer, people);
        if let Some(barrier) = row.barrier {
            add(
                &mut rounds,
                row.round,
                &format!("{BARRIER}{barrier}"),
                people,
            );
        }
    }
    Ok(rounds)
}

/// What became of the rounds of an institution's colleagues in a programme.
///
/// # Errors
/// When the database fails.
pub async fn of_institution(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
    now: Timestamp,
) -> Result<Rounds, StoreError> {
    let place: Vec<Value> = vec![programme.0.into(), institution.0.into()];
    let rows: Vec<Kept> = sql::all(
        db,
        "select round, what, people from follow_up_tally where programme_id = $1 and institution_id = $2",
        place.clone(),
    )
    .await?;
    let colleagues = "p.programme_id = $3 and p.institution_id = $4 and p.counts";
    let mut rounds = asked(db, colleagues, place, now).await?;
    for row in rows {
        add(
            &mut rounds,
            row.round,
            &row.what,
            crate::programme::count(row.people),
        );
    }
    Ok(rounds)
}

/// What became of the rounds of a programme's colleagues; how many were asked is not kept.
///
/// # Errors
/// When the database fails.
pub async fn of_programme(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
) -> Result<Rounds, StoreError> {
    let rows: Vec<Kept> = sql::all(
        db,
        "select round, what, people from follow_up_programme_tally where programme_id = $1",
        vec![programme.0.into()],
    )
    .await?;
    let mut rounds: Rounds = Round::ALL
        .iter()
        .map(|round| (*round, Counts::default()))
        .collect();
    for row in rows {
        add(
            &mut rounds,
            row.round,
            &row.what,
            crate::programme::count(row.people),
        );
    }
    Ok(rounds)
}

#[derive(FromQueryResult)]
struct Kept {
    round: i32,
    what: String,
    people: i32,
}

/// How many were asked in each round: finished long enough ago, and not withdrawn unless they
/// answered before.
async fn asked(
    db: &impl ConnectionTrait,
    whose: &str,
    values: Vec<Value>,
    now: Timestamp,
) -> Result<Rounds, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        thirty: i64,
        ninety: i64,
    }
    let mut all: Vec<Value> = [Round::Thirty, Round::Ninety]
        .map(|round| round.finished_by(now).0.into())
        .into();
    all.extend(values);
    let text = format!(
        "select count(case when p.finished_at <= $1 then 1 end) as thirty, \
         count(case when p.finished_at <= $2 then 1 end) as ninety \
         from participation p where {whose} and p.finished_at is not null \
         and (p.withdrawn_at is null or exists (select 1 from follow_up_answer a where a.participation_id = p.id))"
    );
    let row: Option<Row> = sql::one(db, &text, all).await?;
    let counts = |people: i64| Counts {
        asked: Some(u32::try_from(people).unwrap_or(u32::MAX)),
        ..Counts::default()
    };
    let (thirty, ninety) = row.map_or((0, 0), |row| (row.thirty, row.ninety));
    Ok([
        (Round::Thirty, counts(thirty)),
        (Round::Ninety, counts(ninety)),
    ]
    .into())
}

/// What an older version does not know is none of its business.
fn add(rounds: &mut Rounds, round: i32, what: &str, people: u32) {
    let Some(counts) = Round::of_days(round).and_then(|round| rounds.get_mut(&round)) else {
        return;
    };
    if let Some(answer) = Answer::from_code(what) {
        counts.add_answer(answer, people);
    } else if let Some(barrier) = what.strip_prefix(BARRIER).and_then(Barrier::from_code) {
        counts.add_barrier(barrier, people);
    }
}

/// Moves the tallies from what a colleague had answered to what they answer now.
pub(super) async fn moved(
    db: &impl ConnectionTrait,
    of: &Participation,
    round: Round,
    before: Option<&Answered>,
    after: &Answered,
) -> Result<(), StoreError> {
    let mut changes: BTreeMap<String, i32> = BTreeMap::new();
    for (answered, by) in before
        .map(|before| (before, -1))
        .into_iter()
        .chain([(after, 1)])
    {
        for what in names(answered) {
            *changes.entry(what).or_default() += by;
        }
    }
    for (what, by) in changes.into_iter().filter(|(_, by)| *by != 0) {
        sql::run(
            db,
            "insert into follow_up_tally (programme_id, institution_id, round, what, people) \
             values ($1, $2, $3, $4, $5) on conflict (programme_id, institution_id, round, what) \
             do update set people = follow_up_tally.people + excluded.people",
            [
                of.programme.0.into(),
                of.institution.0.into(),
                days(round).into(),
                what.clone().into(),
                by.into(),
            ],
        )
        .await?;
        sql::run(
            db,
            "insert into follow_up_programme_tally (programme_id, round, what, people) \
             values ($1, $2, $3, $4) on conflict (programme_id, round, what) \
             do update set people = follow_up_programme_tally.people + excluded.people",
            [
                of.programme.0.into(),
                days(round).into(),
                what.into(),
                by.into(),
            ],
        )
        .await?;
    }
    Ok(())
}

/// Under which names an answer is counted.
fn names(answered: &Answered) -> Vec<String> {
    let barrier = answered
        .barrier
        .map(|barrier| format!("{BARRIER}{}", barrier.code()));
    let answer = answered.answer.code().to_owned();
    std::iter::once(answer).chain(barrier).collect()
}
