//! Who wants no reminders and no digests.

use domain::clock::Timestamp;
use domain::ids::PersonId;
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{StoreError, sql};

/// Whether somebody wants no reminders and no digests.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, person: PersonId) -> Result<bool, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        found: i32,
    }
    let text = "select 1 as found from letter_refusal where person_id = $1";
    let found: Option<Row> = sql::one(db, text, vec![person.0.into()]).await?;
    Ok(found.is_some_and(|row| row.found == 1))
}

/// Notes that somebody wants none; nothing changes when they said so before.
///
/// # Errors
/// When the database fails.
pub async fn refuse(
    db: &impl ConnectionTrait,
    person: PersonId,
    now: Timestamp,
) -> Result<(), StoreError> {
    sql::run(
        db,
        "insert into letter_refusal (person_id, at) values ($1, $2) on conflict (person_id) do nothing",
        [person.0.into(), now.0.into()],
    )
    .await?;
    Ok(())
}

/// Notes that somebody wants them again.
///
/// # Errors
/// When the database fails.
pub async fn take_back(db: &impl ConnectionTrait, person: PersonId) -> Result<(), StoreError> {
    let text = "delete from letter_refusal where person_id = $1";
    sql::run(db, text, [person.0.into()]).await?;
    Ok(())
}
