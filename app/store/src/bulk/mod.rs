//! Facts by the thousand, for filling an empty installation: what use cases would have written
//! one by one, in a few wide statements, and the tallies counted once at the end.
//!
//! Nothing here checks a rule: whoever makes the facts vouches for them. [`recount`] brings the
//! tallies to exactly what [`participation`](crate::participation), [`tally`](crate::tally) and
//! [`lineage`](crate::lineage) keep as they go.

mod cohorts;
mod facts;
mod follow_up;
mod learning;
mod people;
mod recount;

use sea_orm::{ConnectionTrait, DatabaseBackend, FromQueryResult};

use crate::{StoreError, sql};

pub use facts::{
    Attended, Enrolled, EnrolledLine, Facts, FollowedUp, Granted, Happened, Invited, Joined, Known,
    Read, Reflected, UnitDone,
};
pub use recount::recount;

/// Keeps facts that refer to nothing but one another and what is kept already.
///
/// # Errors
/// When the database fails.
pub async fn keep(db: &impl ConnectionTrait, facts: &Facts) -> Result<(), StoreError> {
    people::keep(db, facts).await?;
    cohorts::keep(db, facts).await?;
    learning::keep(db, facts).await?;
    follow_up::keep(db, facts).await
}

/// Whether nobody and no programme is known yet.
///
/// # Errors
/// When the database fails.
pub async fn is_empty(db: &impl ConnectionTrait) -> Result<bool, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        found: i32,
    }
    let found: Option<Row> = sql::one(
        db,
        "select case when exists (select 1 from person) or exists (select 1 from programme) \
         then 1 else 0 end as found",
        Vec::new(),
    )
    .await?;
    Ok(found.is_none_or(|row| row.found == 0))
}

/// Gives an embedded database's writer room for indexes that grow at random places.
///
/// # Errors
/// When the database fails.
pub async fn make_room(db: &impl ConnectionTrait) -> Result<(), StoreError> {
    // In KiB, when negative.
    pragmas(db, "pragma cache_size = -131072").await
}

/// Takes the room back, with all memory that was needed for keeping many facts.
///
/// # Errors
/// When the database fails.
pub async fn give_back(db: &impl ConnectionTrait) -> Result<(), StoreError> {
    pragmas(db, "pragma cache_size = -2000; pragma shrink_memory").await
}

async fn pragmas(db: &impl ConnectionTrait, text: &str) -> Result<(), StoreError> {
    if db.get_database_backend() == DatabaseBackend::Sqlite {
        db.execute_unprepared(text).await?;
    }
    Ok(())
}
