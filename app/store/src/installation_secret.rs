//! Random values of this installation, from which secrets are derived that must come out the same
//! every time.

use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{StoreError, sql};

/// The secret with a name; `fresh` is kept when there is none yet.
///
/// # Errors
/// When the database fails.
pub async fn of(db: &impl ConnectionTrait, name: &str, fresh: &str) -> Result<String, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        value: String,
    }
    sql::run(
        db,
        "insert into installation_secret (name, value) values ($1, $2) on conflict (name) do nothing",
        [name.into(), fresh.into()],
    )
    .await?;
    let text = "select value from installation_secret where name = $1";
    let found: Option<Row> = sql::one(db, text, vec![name.into()]).await?;
    Ok(found.map_or_else(|| fresh.to_owned(), |row| row.value))
}
