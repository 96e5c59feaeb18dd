//! The database schema, step by step.
//!
//! Each step is plain SQL that SQLite 3.35+ and PostgreSQL 15+ both read, kept apart from the
//! entities: a step that has been released never changes, whatever the code becomes. The few
//! words that differ are written `{uuid}` and `{new_uuid}`, and filled in by [`dialect`].

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

mod m20261122_000001_foundation;
mod m20261122_000002_sessions;
mod m20261122_000003_stages;
mod m20261122_000004_evidence;
mod m20261122_000005_follow_up;
mod m20261122_000006_letters;
mod m20261122_000007_session_letters;
mod m20261122_000008_credits;
mod m20261122_000009_seats;
mod m20261122_000010_answers;
mod m20261123_000010_tracks;
mod m20261123_000011_reviews;

/// The steps, oldest first.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_foundation::Migration),
            Box::new(m20261122_000002_sessions::Migration),
            Box::new(m20261122_000003_stages::Migration),
            Box::new(m20261122_000005_follow_up::Migration),
            Box::new(m20261122_000004_evidence::Migration),
            Box::new(m20261122_000006_letters::Migration),
            Box::new(m20261122_000007_session_letters::Migration),
            Box::new(m20261122_000008_credits::Migration),
            Box::new(m20261122_000009_seats::Migration),
            Box::new(m20261122_000010_answers::Migration),
            Box::new(m20261123_000010_tracks::Migration),
            Box::new(m20261123_000011_reviews::Migration),
        ]
    }
}

/// The SQL of a step in the database's own dialect.
fn dialect(sql: &str, backend: DatabaseBackend) -> String {
    let (uuid, new_uuid) = if backend == DatabaseBackend::Postgres {
        ("uuid", "gen_random_uuid()")
    } else {
        ("blob", "randomblob(16)")
    };
    sql.replace("{uuid}", uuid).replace("{new_uuid}", new_uuid)
}

/// Runs every statement of a step.
async fn run(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    connection
        .execute_unprepared(&dialect(sql, manager.get_database_backend()))
        .await
        .map(|_| ())
}
