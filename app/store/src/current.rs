//! What pages read again and again, in memory for as long as it stands.
//!
//! An embedded database has one writer, and SQLite tells each row that it writes: until it writes
//! a row of a table that something was read from, what was read stands. PostgreSQL may be written
//! by other machines, so there everything is read each time.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use moka::sync::Cache;

use crate::StoreError;

/// Something is read anew after this long, for what a command of another process wrote.
const FRESH: Duration = Duration::from_secs(5);

/// Readings of one kind, each by its key.
#[derive(Debug)]
pub(crate) struct Current<V: Clone + Send + Sync + 'static> {
    /// What they are read from. SQLite tells of each row that is inserted, updated or deleted, but
    /// not of `delete` without `where`, of what `replace` displaces, and of tables without row
    /// ids: none of these may be used on these tables.
    tables: &'static [&'static str],
    /// Each with the number of the edition it was read in.
    kept: Cache<String, (u64, V)>,
    /// Counts the commits that changed one of the tables.
    edition: AtomicU64,
    /// Whether one of the tables was written since the last commit.
    touched: AtomicBool,
}

impl<V: Clone + Send + Sync + 'static> Current<V> {
    /// None yet, and never more than `most`.
    pub(crate) fn new(tables: &'static [&'static str], most: u64) -> Self {
        Self {
            tables,
            kept: Cache::builder()
                .max_capacity(most)
                .time_to_live(FRESH)
                .build(),
            edition: AtomicU64::new(0),
            touched: AtomicBool::new(false),
        }
    }

    /// A row of `table` was written; it counts from its commit on.
    pub(crate) fn wrote(&self, table: &str) {
        if self.tables.contains(&table) {
            self.touched.store(true, Ordering::SeqCst);
        }
    }

    /// What was written is committed. Call it before anybody is told so.
    pub(crate) fn committed(&self) {
        if self.touched.swap(false, Ordering::SeqCst) {
            self.edition.fetch_add(1, Ordering::SeqCst);
        }
    }

    /// What was read by this key, as it is now; `read` is asked when it does not stand any more.
    /// That there is nothing is not remembered.
    pub(crate) async fn of(
        &self,
        key: &str,
        read: impl Future<Output = Result<Option<V>, StoreError>>,
    ) -> Result<Option<V>, StoreError> {
        // Taken before anything is read: what is committed meanwhile makes the reading out of date.
        let edition = self.edition.load(Ordering::SeqCst);
        if let Some((read_in, value)) = self.kept.get(key)
            && read_in == edition
        {
            return Ok(Some(value));
        }
        let Some(value) = read.await? else {
            return Ok(None);
        };
        self.kept.insert(key.to_owned(), (edition, value.clone()));
        Ok(Some(value))
    }
}
