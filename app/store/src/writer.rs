//! The one writer of an embedded database.
//!
//! SQLite has one writer at a time and pays for each commit with a sync of the disk. Waiting
//! writes therefore share a transaction: each runs behind a savepoint of its own, and is
//! answered only after the common commit is on the disk. A write that finds nobody waiting has
//! the transaction to itself and needs no savepoint, which would cost it a copy of every page it
//! changes.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::BoxFuture;
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use tokio::sync::{mpsc, oneshot};

use crate::Kept;
use crate::StoreError;

/// One write: it gets a transaction and either all of it is kept or none.
pub type Work<T, E> =
    Box<dyn for<'t> FnOnce(&'t DatabaseTransaction) -> BoxFuture<'t, Result<T, E>> + Send>;

/// Tells the asker how its write ended, once the commit is known.
type Acknowledge = Box<dyn FnOnce(Result<(), StoreError>) + Send>;
/// Does a write in a transaction that others share or not.
type Job =
    Box<dyn for<'t> FnOnce(&'t DatabaseTransaction, Sharing) -> BoxFuture<'t, Outcome> + Send>;

/// Who else writes in a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sharing {
    Others,
    Nobody,
}

/// A write that ran and waits for the commit.
struct Outcome {
    /// Whether anything of it may be kept.
    keep: bool,
    acknowledge: Acknowledge,
}

/// Writes waiting beyond this many make further askers wait for a place.
const QUEUE: usize = 1024;
/// Most writes that share one commit, so that the first is not kept waiting long.
const GROUP: usize = 128;

/// A handle to the writer; the writer stops when the last handle is dropped.
#[derive(Clone, Debug)]
pub(crate) struct Writer {
    jobs: mpsc::Sender<Job>,
}

impl Writer {
    /// Starts the writer on a connection that nobody else uses.
    pub(crate) fn start(connection: DatabaseConnection, kept: Arc<Kept>) -> Self {
        let (jobs, queue) = mpsc::channel(QUEUE);
        tokio::spawn(serve(connection, queue, kept));
        Self { jobs }
    }

    /// Runs `work` and answers after its commit.
    pub(crate) async fn run<T, E>(&self, work: Work<T, E>) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (answer, result) = oneshot::channel();
        let job: Job = Box::new(move |group, sharing| {
            Box::pin(async move {
                let outcome = match sharing {
                    Sharing::Others => behind_savepoint(group, work).await,
                    Sharing::Nobody => caught(group, work).await,
                };
                let keep = outcome.is_ok();
                let acknowledge: Acknowledge = Box::new(move |commit| {
                    let outcome = match commit {
                        Ok(()) => outcome,
                        Err(error) => outcome.and(Err(E::from(error))),
                    };
                    // The asker may have gone away; the write stands all the same.
                    let _ = answer.send(outcome);
                });
                Outcome { keep, acknowledge }
            })
        });
        self.jobs
            .send(job)
            .await
            .map_err(|_| StoreError::WriterStopped)?;
        result.await.map_err(|_| StoreError::WriterStopped)?
    }
}

async fn behind_savepoint<T, E>(group: &DatabaseTransaction, work: Work<T, E>) -> Result<T, E>
where
    E: From<StoreError>,
{
    let savepoint = group.begin().await.map_err(StoreError::from)?;
    let outcome = caught(&savepoint, work).await;
    match &outcome {
        Ok(_) => savepoint.commit().await,
        Err(_) => savepoint.rollback().await,
    }
    .map_err(StoreError::from)?;
    outcome
}

/// A write that panics fails, and the writer goes on.
async fn caught<T, E>(transaction: &DatabaseTransaction, work: Work<T, E>) -> Result<T, E>
where
    E: From<StoreError>,
{
    AssertUnwindSafe(work(transaction))
        .catch_unwind()
        .await
        .unwrap_or_else(|_| Err(StoreError::Panicked.into()))
}

async fn serve(connection: DatabaseConnection, mut queue: mpsc::Receiver<Job>, kept: Arc<Kept>) {
    while let Some(first) = queue.recv().await {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let group = match connection.begin_with_options(options).await {
            Ok(group) => group,
            Err(error) => {
                // Dropping the job tells its asker that nothing was kept.
                tracing::error!(%error, "no transaction could be started");
                continue;
            }
        };
        let (ended, waiting) = run_group(group, first, &mut queue).await;
        kept.committed();
        if let Err(error) = &ended {
            tracing::error!(%error, "a transaction did not end well; nothing of it was kept");
            replace(&connection).await;
        }
        let failed = ended.err().map(|error| error.to_string());
        for acknowledge in waiting {
            acknowledge(match &failed {
                None => Ok(()),
                Some(error) => Err(sea_orm::DbErr::Custom(error.clone()).into()),
            });
        }
    }
}

/// Closes a connection whose transaction did not end: SQLite may have taken it back by itself,
/// while the driver believes that it is still open and would put every later one inside it. The
/// next write opens another.
async fn replace(connection: &DatabaseConnection) {
    let pool = connection.get_sqlite_connection_pool();
    let closed = match pool.acquire().await {
        Ok(broken) => broken.close().await,
        Err(error) => Err(error),
    };
    if let Err(error) = closed {
        tracing::warn!(%error, "a broken connection could not be closed");
    }
}

/// Does a write, with those that wait already, and ends their transaction.
async fn run_group(
    group: DatabaseTransaction,
    first: Job,
    queue: &mut mpsc::Receiver<Job>,
) -> (Result<(), sea_orm::DbErr>, Vec<Acknowledge>) {
    if queue.is_empty() {
        let outcome = first(&group, Sharing::Nobody).await;
        let ended = if outcome.keep {
            group.commit().await
        } else {
            group.rollback().await
        };
        return (ended, vec![outcome.acknowledge]);
    }
    let mut waiting = vec![first(&group, Sharing::Others).await.acknowledge];
    while waiting.len() < GROUP {
        let Ok(next) = queue.try_recv() else { break };
        waiting.push(next(&group, Sharing::Others).await.acknowledge);
    }
    (group.commit().await, waiting)
}
