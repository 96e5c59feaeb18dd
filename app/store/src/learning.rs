//! The learning record: what each person did in each unit.

mod answers;
mod standing;
mod submissions;

use domain::clock::Timestamp;
use domain::ids::{PersonId, UnitId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Set, entity::prelude::*};

use crate::entity::{reading, reflection, submission, unit_completion};
use crate::{StoreError, sql};

pub use answers::{Before, NewResponse, answered, before, keep_responses};
pub use standing::{HandedIn, Reviewed, Standing, standings};
pub use submissions::{
    NewSubmission, Newest, PRODUCT, keep_submission, lock_submissions, newest_submission,
};

/// How far somebody has read a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The unit.
    pub unit: UnitId,
    /// The blocks seen.
    pub blocks_seen: Vec<String>,
    /// The block that was last on the screen.
    pub block: Option<String>,
    /// When anything in the unit was last done.
    pub changed_at: Timestamp,
}

/// A text that somebody wrote, and when it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The text.
    pub body: String,
    /// When it was saved.
    pub saved_at: Timestamp,
}

/// Notes that people work in units, each once. Whoever calls this first in a transaction has
/// their records of these units to themself until its end, so that of two last steps at the same
/// moment one sees the other and completes the unit.
///
/// # Errors
/// When the database fails.
pub async fn open(
    db: &impl ConnectionTrait,
    whose: &[(PersonId, UnitId)],
    now: Timestamp,
) -> Result<(), StoreError> {
    let rows = whose.iter().map(|(person, unit)| {
        [
            person.0.into(),
            unit.0.into(),
            now.0.into(),
            "".into(),
            "scope".into(),
            now.0.into(),
        ]
    });
    sql::insert_or(
        db,
        "reading (person_id, unit_id, opened_at, blocks_seen, part, changed_at)",
        rows,
        "on conflict (person_id, unit_id) do update set changed_at = excluded.changed_at",
    )
    .await
}

/// Keeps how far somebody has read; the unit is open already.
///
/// # Errors
/// When the database fails.
pub async fn keep_reading(
    db: &impl ConnectionTrait,
    person: PersonId,
    unit: UnitId,
    blocks_seen: &[String],
    block: Option<&str>,
    part: &str,
) -> Result<(), StoreError> {
    let mut change = reading::Entity::update_many()
        .col_expr(
            reading::Column::BlocksSeen,
            Expr::value(blocks_seen.join(" ")),
        )
        .col_expr(reading::Column::Part, Expr::value(part));
    if let Some(block) = block {
        change = change.col_expr(reading::Column::Block, Expr::value(block));
    }
    change
        .filter(reading::Column::PersonId.eq(person.0))
        .filter(reading::Column::UnitId.eq(unit.0))
        .exec(db)
        .await?;
    Ok(())
}

/// How far somebody has read each of these units.
///
/// # Errors
/// When the database fails.
pub async fn readings(
    db: &impl ConnectionTrait,
    person: PersonId,
    units: &[UnitId],
) -> Result<Vec<Reading>, StoreError> {
    let rows = reading::Entity::find()
        .filter(reading::Column::PersonId.eq(person.0))
        .filter(reading::Column::UnitId.is_in(units.iter().map(|unit| unit.0)))
        .all(db)
        .await?;
    let record = |row: reading::Model| Reading {
        unit: UnitId(row.unit_id),
        blocks_seen: words(&row.blocks_seen),
        block: row.block,
        changed_at: Timestamp(row.changed_at),
    };
    Ok(rows.into_iter().map(record).collect())
}

/// Keeps what somebody wrote to a prompt; the newest text is the only one.
///
/// # Errors
/// When the database fails.
pub async fn keep_reflection(
    db: &impl ConnectionTrait,
    person: PersonId,
    unit: UnitId,
    prompt: &str,
    text: Written,
) -> Result<(), StoreError> {
    use reflection::Column;
    let row = reflection::ActiveModel {
        person_id: Set(person.0),
        unit_id: Set(unit.0),
        prompt: Set(prompt.to_owned()),
        body: Set(text.body),
        saved_at: Set(text.saved_at.0),
    };
    let newest = OnConflict::columns([Column::PersonId, Column::UnitId, Column::Prompt])
        .update_columns([Column::Body, Column::SavedAt])
        .to_owned();
    reflection::Entity::insert(row)
        .on_conflict(newest)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Of which of these units somebody has handed in the activity.
///
/// # Errors
/// When the database fails.
pub async fn submitted(
    db: &impl ConnectionTrait,
    person: PersonId,
    units: &[UnitId],
) -> Result<Vec<UnitId>, StoreError> {
    let rows: Vec<Uuid> = submission::Entity::find()
        .select_only()
        .column(submission::Column::UnitId)
        .distinct()
        .filter(submission::Column::PersonId.eq(person.0))
        .filter(submission::Column::Question.eq(PRODUCT))
        .filter(submission::Column::UnitId.is_in(units.iter().map(|unit| unit.0)))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(UnitId).collect())
}

/// Notes that a person has completed a unit; `false` when it was noted before.
///
/// # Errors
/// When the database fails.
pub async fn complete(
    db: &impl ConnectionTrait,
    person: PersonId,
    unit: UnitId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    use unit_completion::Column;
    let row = unit_completion::ActiveModel {
        person_id: Set(person.0),
        unit_id: Set(unit.0),
        completed_at: Set(now.0),
    };
    let once = OnConflict::columns([Column::PersonId, Column::UnitId])
        .do_nothing()
        .to_owned();
    Ok(unit_completion::Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(db)
        .await?
        > 0)
}

/// Which of these units a person has completed. A completion stands, whatever is counted later.
///
/// # Errors
/// When the database fails.
pub async fn completed(
    db: &impl ConnectionTrait,
    person: PersonId,
    units: &[UnitId],
) -> Result<Vec<UnitId>, StoreError> {
    let rows: Vec<Uuid> = unit_completion::Entity::find()
        .select_only()
        .column(unit_completion::Column::UnitId)
        .filter(unit_completion::Column::PersonId.eq(person.0))
        .filter(unit_completion::Column::UnitId.is_in(units.iter().map(|unit| unit.0)))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(UnitId).collect())
}

/// The names in a list that is kept as one text.
fn words(list: &str) -> Vec<String> {
    list.split_whitespace().map(str::to_owned).collect()
}
