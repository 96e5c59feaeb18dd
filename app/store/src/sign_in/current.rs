//! The sign-ins in use, in memory.
//!
//! Every page of somebody signed in begins with who they are. An embedded database has one writer,
//! and SQLite tells each row that it writes: until it writes one that says who somebody is, what
//! was read stands. PostgreSQL may be written by other machines, so there it is read each time.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use moka::sync::Cache;

use super::{SignIn, find};
use crate::{Store, StoreError};

/// The tables that say who is signed in, and as what. SQLite tells of each row that is inserted,
/// updated or deleted in them, but not of `delete` without `where`, of what `replace` displaces,
/// and of tables without row ids: none of these may be used here.
const TABLES: [&str; 3] = ["sign_in", "person", "role_grant"];
/// Most sign-ins kept.
const MOST: u64 = 10_000;
/// A sign-in is read anew after this long, for what a command of another process wrote.
const FRESH: Duration = Duration::from_secs(5);

/// The sign-ins in use.
#[derive(Debug)]
pub(crate) struct Current {
    /// Each with the number of the edition it was read in.
    kept: Cache<String, (u64, Arc<SignIn>)>,
    /// Counts the commits that changed one of the tables.
    edition: AtomicU64,
    /// Whether one of the tables was written since the last commit.
    touched: AtomicBool,
}

impl Current {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self {
            kept: Cache::builder()
                .max_capacity(MOST)
                .time_to_live(FRESH)
                .build(),
            edition: AtomicU64::new(0),
            touched: AtomicBool::new(false),
        }
    }

    /// A row of `table` was written; it counts from its commit on.
    pub(crate) fn wrote(&self, table: &str) {
        if TABLES.contains(&table) {
            self.touched.store(true, Ordering::SeqCst);
        }
    }

    /// What was written is committed. Call it before anybody is told so.
    pub(crate) fn committed(&self) {
        if self.touched.swap(false, Ordering::SeqCst) {
            self.edition.fetch_add(1, Ordering::SeqCst);
        }
    }
}

/// The sign-in of a token's hash, as it is now.
///
/// # Errors
/// When the database fails.
pub async fn current(store: &Store, token_hash: &str) -> Result<Option<Arc<SignIn>>, StoreError> {
    let Some(current) = &store.sign_ins else {
        return Ok(find(store.read(), token_hash).await?.map(Arc::new));
    };
    // Taken before anything is read: what is committed meanwhile makes the reading out of date.
    let edition = current.edition.load(Ordering::SeqCst);
    if let Some((read_in, sign_in)) = current.kept.get(token_hash)
        && read_in == edition
    {
        return Ok(Some(sign_in));
    }
    let Some(sign_in) = find(store.read(), token_hash).await?.map(Arc::new) else {
        return Ok(None);
    };
    let kept = (edition, Arc::clone(&sign_in));
    current.kept.insert(token_hash.to_owned(), kept);
    Ok(Some(sign_in))
}
