//! Answers to questions: every one that was given is kept, and the newest counts.

use std::collections::{BTreeMap, HashMap};

use domain::clock::Timestamp;
use domain::ids::{PersonId, UnitId};
use sea_orm::{ConnectionTrait, FromQueryResult, Value, entity::prelude::Uuid};

use crate::{StoreError, sql};

/// An answer to keep.
#[derive(Clone, Debug)]
pub struct NewResponse {
    /// Its row.
    pub id: Uuid,
    /// Who answers.
    pub person: PersonId,
    /// The unit.
    pub unit: UnitId,
    /// The question.
    pub question: String,
    /// The browser's name for this save.
    pub save_key: String,
    /// The answer, as a document.
    pub answer: String,
    /// Thousandths; −1 while it waits for a trainer.
    pub score: i32,
    /// The present.
    pub at: Timestamp,
}

/// Keeps answers; one whose save was kept before is passed over.
///
/// # Errors
/// When the database fails.
pub async fn keep_responses(
    db: &impl ConnectionTrait,
    new: &[NewResponse],
) -> Result<(), StoreError> {
    let rows = new.iter().map(|new| {
        [
            new.id.into(),
            new.person.0.into(),
            new.unit.0.into(),
            new.question.clone().into(),
            new.save_key.clone().into(),
            new.answer.clone().into(),
            new.score.into(),
            new.at.0.into(),
        ]
    });
    sql::insert_or(
        db,
        "response (id, person_id, unit_id, question, save_key, answer, score, saved_at)",
        rows,
        "on conflict (person_id, unit_id, question, save_key) do nothing",
    )
    .await?;
    let rows = newest(new).map(|new| {
        [
            new.person.0.into(),
            new.unit.0.into(),
            new.question.clone().into(),
            new.answer.clone().into(),
            new.at.0.into(),
        ]
    });
    sql::insert_or(
        db,
        "answer (person_id, unit_id, question, answer, saved_at)",
        rows,
        "on conflict (person_id, unit_id, question) do update \
         set answer = excluded.answer, saved_at = excluded.saved_at \
         where excluded.saved_at >= answer.saved_at",
    )
    .await
}

/// The newest of the answers to each question: one statement may not change a row twice.
fn newest(new: &[NewResponse]) -> impl Iterator<Item = &NewResponse> {
    let mut newest: BTreeMap<(PersonId, UnitId, &str), &NewResponse> = BTreeMap::new();
    for one in new {
        let kept = newest
            .entry((one.person, one.unit, &one.question))
            .or_insert(one);
        if (one.at, one.id) > (kept.at, kept.id) {
            *kept = one;
        }
    }
    newest.into_values()
}

/// What was answered before to the question of a new answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// The answer kept under the same save's name, and when.
    pub same_save: Option<(String, Timestamp)>,
    /// When the newest answer was saved.
    pub newest: Option<Timestamp>,
}

/// What was answered before to the questions of new answers, by the new answer, however often
/// they were answered.
///
/// # Errors
/// When the database fails.
pub async fn before(
    db: &impl ConnectionTrait,
    new: &[NewResponse],
) -> Result<HashMap<Uuid, Before>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        newest: Option<i64>,
        answer: Option<String>,
        saved_at: Option<i64>,
    }
    if new.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<_> = new
        .iter()
        .map(|new| {
            [
                new.id.into(),
                new.person.0.into(),
                new.unit.0.into(),
                new.question.clone().into(),
                new.save_key.clone().into(),
            ]
        })
        .collect();
    let (asked, values) = sql::asked(&rows);
    let rows: Vec<Row> = sql::all(
        db,
        &format!(
            "with asked (id, person_id, unit_id, question, save_key) as ({asked}) \
             select a.id, n.saved_at as newest, r.answer, r.saved_at \
             from asked a left join answer n on n.person_id = a.person_id \
               and n.unit_id = a.unit_id and n.question = a.question \
             left join response r on r.person_id = a.person_id \
               and r.unit_id = a.unit_id and r.question = a.question and r.save_key = a.save_key \
             where a.id is not null"
        ),
        values,
    )
    .await?;
    let before = |row: Row| Before {
        same_save: row.answer.zip(row.saved_at.map(Timestamp)),
        newest: row.newest.map(Timestamp),
    };
    Ok(rows.into_iter().map(|row| (row.id, before(row))).collect())
}

/// Which questions of these units somebody has answered.
///
/// # Errors
/// When the database fails.
pub async fn answered(
    db: &impl ConnectionTrait,
    person: PersonId,
    units: &[UnitId],
) -> Result<Vec<(UnitId, String)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        unit_id: Uuid,
        question: String,
    }
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let units: Vec<Value> = units.iter().map(|unit| unit.0.into()).collect();
    let asked = sql::placeholders(1, units.len());
    let values = std::iter::once(person.0.into()).chain(units).collect();
    let rows: Vec<Row> = sql::all(
        db,
        &format!(
            "select unit_id, question from answer where person_id = $1 and unit_id in ({asked})"
        ),
        values,
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (UnitId(row.unit_id), row.question))
        .collect())
}
