//! What is kept, on SQLite and PostgreSQL alike: queries and transactions.
//!
//! Reads take any connection ([`Store::read`]); writes happen inside [`Store::write`], in one
//! transaction, and are durable when it returns. Every module is one area of product.md §2 and
//! answers in plain records; entities stay inside.

pub mod activity;
pub mod adaptation;
pub mod audit;
pub mod bulk;
pub mod cohort;
pub mod course;
mod current;
pub mod digest;
pub mod enrolment;
mod entity;
mod error;
pub mod evidence;
pub mod flash;
pub mod follow_up;
pub mod grant;
pub mod head;
pub mod installation_secret;
pub mod institution;
pub mod invitation;
pub mod job;
pub mod learner;
pub mod learning;
pub mod letter_refusal;
pub mod lineage;
pub mod membership;
pub mod message;
pub mod over_time;
pub mod pack;
pub mod participation;
pub mod period;
pub mod person;
pub mod person_history;
pub mod programme;
pub mod programme_page;
pub mod programme_table;
mod reader;
pub mod reminders;
pub mod review;
pub mod roster;
pub mod session;
pub mod sign_in;
mod sql;
pub mod tally;
pub mod tier;
mod writer;

use std::sync::Arc;
use std::time::Duration;

use migrations::Migrator;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sea_orm::{
    ConnectOptions, Database, DatabaseBackend, DatabaseConnection, DbErr, RuntimeErr,
    TransactionTrait,
};
use sea_orm_migration::MigratorTrait;

pub use error::StoreError;
pub use reader::Reader;
pub use sea_orm::{ConnectionTrait, DatabaseTransaction};
pub use writer::Work;

/// How long a statement waits for a locked database before it fails.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// An open database.
#[derive(Clone, Debug)]
pub struct Store {
    read: Reader,
    writes: Writes,
    /// What is read again and again; none where other machines may write.
    kept: Option<Arc<Kept>>,
}

/// What is kept in memory of an embedded database, until a table it was read from is written.
#[derive(Debug)]
struct Kept {
    sign_ins: sign_in::SignIns,
    programme_pages: programme_page::Pages,
}

impl Kept {
    fn nothing_yet() -> Self {
        Self {
            sign_ins: sign_in::none_yet(),
            programme_pages: programme_page::none_yet(),
        }
    }

    /// A row of `table` was written; it counts from its commit on.
    fn wrote(&self, table: &str) {
        self.sign_ins.wrote(table);
        self.programme_pages.wrote(table);
    }

    /// What was written is committed. Call it before anybody is told so.
    fn committed(&self) {
        self.sign_ins.committed();
        self.programme_pages.committed();
    }
}

#[derive(Clone, Debug)]
enum Writes {
    /// SQLite's only writer.
    Queued(writer::Writer),
    /// PostgreSQL writes on its pool.
    Pooled(DatabaseConnection),
}

impl Store {
    /// Opens (and, for a file, creates) the database and brings its schema up to date.
    ///
    /// # Errors
    /// When the database cannot be reached, or a migration fails.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        if url.starts_with("postgres") {
            let mut options = ConnectOptions::new(url);
            options.max_connections(16).sqlx_logging(false);
            let pool = Database::connect(options).await?;
            Migrator::up(&pool, None).await?;
            return Ok(Self {
                read: Reader::of_pool(pool.clone()),
                writes: Writes::Pooled(pool),
                kept: None,
            });
        }
        let kept = Arc::new(Kept::nothing_yet());
        let mut options = ConnectOptions::new(url);
        let told = Arc::clone(&kept);
        options
            .max_connections(1)
            .min_connections(1)
            .idle_timeout(None::<Duration>)
            .test_before_acquire(false)
            .sqlx_logging(false)
            // What a statement needs to be taken back is small and forgotten at its end.
            .map_sqlx_sqlite_opts(|options| sqlite(options).pragma("temp_store", "MEMORY"))
            .map_sqlx_sqlite_pool_opts(move |pool| telling(pool, &told));
        let write = Database::connect(options).await?;
        Migrator::up(&write, None).await?;
        let file: SqliteConnectOptions = url.parse().map_err(|error: sea_orm::sqlx::Error| {
            DbErr::Conn(RuntimeErr::SqlxError(error.into()))
        })?;
        Ok(Self {
            read: Reader::of_file(sqlite(file)),
            writes: Writes::Queued(writer::Writer::start(write, Arc::clone(&kept))),
            kept: Some(kept),
        })
    }

    /// The same store, telling `watch` the text of every statement it reads with, so that a page's
    /// statements can be counted.
    #[must_use]
    pub fn watched(mut self, watch: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.read = self.read.watched(watch);
        self
    }

    /// The same store, reading everything anew each time: what reading costs can be measured.
    #[must_use]
    pub fn forgetful(mut self) -> Self {
        self.kept = None;
        self
    }

    /// A connection for reading.
    #[must_use]
    pub fn read(&self) -> &Reader {
        &self.read
    }

    /// A connection for reading that sees the database as it is at its first statement, whatever is
    /// written meanwhile: for many tables whose sums must agree. It ends when it is dropped, and
    /// writes nothing. What it reads is not told to who watches.
    ///
    /// # Errors
    /// When there is no connection to be had.
    pub async fn moment(&self) -> Result<DatabaseTransaction, StoreError> {
        Ok(self.read.moment().await?)
    }

    /// Asks the database for an answer.
    ///
    /// # Errors
    /// When it gives none.
    pub async fn ping(&self) -> Result<(), StoreError> {
        Ok(self.read.ping().await?)
    }

    /// The name of the database engine.
    #[must_use]
    pub fn engine(&self) -> &'static str {
        match self.read.get_database_backend() {
            DatabaseBackend::Postgres => "postgresql",
            _ => "sqlite",
        }
    }

    /// Whether writes that wait share one transaction, so that it pays to bring many at once.
    #[must_use]
    pub fn shares_commits(&self) -> bool {
        matches!(self.writes, Writes::Queued(_))
    }

    /// Runs `work` in one transaction: all of it is kept and durable when this returns `Ok`, and
    /// none of it otherwise. An embedded database runs waiting writes together in one
    /// transaction, each behind a savepoint, and answers after the common commit.
    ///
    /// # Errors
    /// `work`'s own error, or the database's.
    pub async fn write<T, E>(&self, work: Work<T, E>) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let pool = match &self.writes {
            Writes::Queued(writer) => return writer.run(work).await,
            Writes::Pooled(pool) => pool,
        };
        let transaction = pool.begin().await.map_err(StoreError::from)?;
        match work(&transaction).await {
            Ok(value) => {
                transaction.commit().await.map_err(StoreError::from)?;
                Ok(value)
            }
            Err(error) => {
                transaction.rollback().await.map_err(StoreError::from)?;
                Err(error)
            }
        }
    }
}

/// Each connection that writes tells what is kept in memory what it writes.
fn telling(pool: SqlitePoolOptions, kept: &Arc<Kept>) -> SqlitePoolOptions {
    let kept = Arc::clone(kept);
    pool.after_connect(move |connection, _| {
        let kept = Arc::clone(&kept);
        Box::pin(async move {
            let mut handle = connection.lock_handle().await?;
            handle.set_update_hook(move |row| kept.wrote(row.table));
            Ok(())
        })
    })
}

/// How every connection to an embedded database behaves.
fn sqlite(options: SqliteConnectOptions) -> SqliteConnectOptions {
    options
        .create_if_missing(true)
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT)
        .pragma("journal_mode", "WAL")
        // FULL: what a person was told is saved survives a power cut.
        .pragma("synchronous", "FULL")
        // The log goes into the database after 16 MB, not after 4: pages that a busy room writes
        // again and again go there once.
        .pragma("wal_autocheckpoint", "4000")
}
