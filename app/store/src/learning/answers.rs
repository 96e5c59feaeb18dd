//! Answers to questions: every one that was given is kept, and the newest counts.

use std::collections::HashMap;

use domain::clock::Timestamp;
use domain::ids::{PersonId, UnitId};
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, entity::prelude::*,
};

use crate::entity::response;
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
    .await
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
             select a.id, (select max(n.saved_at) from response n where n.person_id = a.person_id \
               and n.unit_id = a.unit_id and n.question = a.question) as newest, \
               r.answer, r.saved_at \
             from asked a left join response r on r.person_id = a.person_id \
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
    let rows: Vec<(Uuid, String)> = response::Entity::find()
        .select_only()
        .column(response::Column::UnitId)
        .column(response::Column::Question)
        .distinct()
        .filter(response::Column::PersonId.eq(person.0))
        .filter(response::Column::UnitId.is_in(units.iter().map(|unit| unit.0)))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(unit, question)| (UnitId(unit), question))
        .collect())
}
