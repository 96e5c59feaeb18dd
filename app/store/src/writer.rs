//! The one writer of an embedded database.
//!
//! SQLite has one writer at a time and pays for each commit with a sync of the disk. Waiting
//! writes therefore share a transaction: each runs behind a savepoint of its own, and is
//! answered only after the common commit is on the disk.

use std::panic::AssertUnwindSafe;

use futures::FutureExt;
use futures::future::BoxFuture;
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use tokio::sync::{mpsc, oneshot};

use crate::StoreError;

/// One write: it gets a transaction and either all of it is kept or none.
pub type Work<T, E> =
    Box<dyn for<'t> FnOnce(&'t DatabaseTransaction) -> BoxFuture<'t, Result<T, E>> + Send>;

/// Tells the asker how its write ended, once the commit is known.
type Acknowledge = Box<dyn FnOnce(Result<(), StoreError>) + Send>;
type Job = Box<dyn for<'t> FnOnce(&'t DatabaseTransaction) -> BoxFuture<'t, Acknowledge> + Send>;

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
    pub(crate) fn start(connection: DatabaseConnection) -> Self {
        let (jobs, queue) = mpsc::channel(QUEUE);
        tokio::spawn(serve(connection, queue));
        Self { jobs }
    }

    /// Runs `work` and answers after its commit.
    pub(crate) async fn run<T, E>(&self, work: Work<T, E>) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (answer, result) = oneshot::channel();
        let job: Job = Box::new(move |group| {
            Box::pin(async move {
                let outcome = behind_savepoint(group, work).await;
                let acknowledge: Acknowledge = Box::new(move |commit| {
                    let outcome = match commit {
                        Ok(()) => outcome,
                        Err(error) => outcome.and(Err(E::from(error))),
                    };
                    // The asker may have gone away; the write stands all the same.
                    let _ = answer.send(outcome);
                });
                acknowledge
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
    match AssertUnwindSafe(work(&savepoint)).catch_unwind().await {
        Ok(Ok(value)) => {
            savepoint.commit().await.map_err(StoreError::from)?;
            Ok(value)
        }
        Ok(Err(error)) => {
            savepoint.rollback().await.map_err(StoreError::from)?;
            Err(error)
        }
        Err(_) => {
            savepoint.rollback().await.map_err(StoreError::from)?;
            Err(StoreError::Panicked.into())
        }
    }
}

async fn serve(connection: DatabaseConnection, mut queue: mpsc::Receiver<Job>) {
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
        let mut waiting = vec![first(&group).await];
        while waiting.len() < GROUP {
            let Ok(next) = queue.try_recv() else { break };
            waiting.push(next(&group).await);
        }
        match group.commit().await {
            Ok(()) => waiting
                .into_iter()
                .for_each(|acknowledge| acknowledge(Ok(()))),
            Err(error) => {
                tracing::error!(%error, "a commit failed; nothing of it was kept");
                let error = error.to_string();
                for acknowledge in waiting {
                    let shown = sea_orm::DbErr::Custom(error.clone());
                    acknowledge(Err(shown.into()));
                }
            }
        }
    }
}
