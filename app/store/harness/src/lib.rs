//! Empty databases for tests. [`on_both!`] makes two tests of one: on SQLite and on PostgreSQL.
//!
//! PostgreSQL is the cluster that `.ci/with-postgres` starts around a test run and names in
//! `KASKADA_TEST_POSTGRES`. Without it the PostgreSQL half says loudly that it did not run.

pub mod cascade;

use sea_orm::{ConnectionTrait, Database, Statement};
use store::Store;
use tempfile::TempDir;

/// A database of its own for one test; it is gone when the test ends.
pub struct Scratch {
    /// The open store.
    pub store: Store,
    _folder: Option<TempDir>,
}

/// An empty SQLite database in a temporary folder.
///
/// # Panics
/// When the machine cannot make one: the test has nothing to run on.
pub async fn sqlite() -> Scratch {
    let folder = TempDir::new().expect("a temporary folder");
    let url = format!(
        "sqlite://{}?mode=rwc",
        folder.path().join("kaskada.db").display()
    );
    let store = Store::open(&url).await.expect("an empty SQLite database");
    Scratch {
        store,
        _folder: Some(folder),
    }
}

/// The first column of every row that a query finds, for what the product itself never asks.
///
/// # Panics
/// When the query fails, or the column is no text.
pub async fn texts(store: &Store, query: &str) -> Vec<String> {
    let read = store.read();
    let query = Statement::from_string(read.get_database_backend(), query);
    let rows = read.query_all_raw(query).await.expect("an answer");
    rows.iter()
        .map(|row| row.try_get_by_index(0).expect("a text"))
        .collect()
}

/// An empty PostgreSQL database in the test cluster, or `None` when there is no cluster.
///
/// # Panics
/// When the cluster is named but does not answer.
pub async fn postgres() -> Option<Scratch> {
    let Ok(cluster) = std::env::var("KASKADA_TEST_POSTGRES") else {
        eprintln!("NOT RUN ON POSTGRESQL: use `.ci/with-postgres cargo test …` for both databases");
        return None;
    };
    let name = format!("test_{}", uuid::Uuid::new_v4().simple());
    let admin = Database::connect(format!("{cluster}/postgres"))
        .await
        .expect("the test cluster");
    admin
        .execute_unprepared(&format!("create database {name}"))
        .await
        .expect("an empty PostgreSQL database");
    admin
        .close()
        .await
        .expect("closing the administrator's connection");
    let store = Store::open(&format!("{cluster}/{name}"))
        .await
        .expect("the new database");
    Some(Scratch {
        store,
        _folder: None,
    })
}

/// Makes an asynchronous test that takes a [`store::Store`] run on both databases.
#[macro_export]
macro_rules! on_both {
    ($(#[$meta:meta])* async fn $name:ident($store:ident: Store) $body:block) => {
        mod $name {
            use super::*;

            $(#[$meta])*
            async fn promise($store: store::Store) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let scratch = $crate::sqlite().await;
                promise(scratch.store.clone()).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                if let Some(scratch) = $crate::postgres().await {
                    promise(scratch.store.clone()).await;
                }
            }
        }
    };
}
