//! A fixed present and a fixed chance, and questions to the database.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::clock::{Clock, Timestamp};
use domain::ids::PersonId;
use sea_orm::{ConnectionTrait, Statement};
use services::{Random, Services, Settings};
use store::{Store, StoreError};

pub const NOW: Timestamp = Timestamp(1_795_345_200_000);
pub const SQLITE_TABLES: &str = "select name from sqlite_master where type = 'table' and name not like '%_migrations' order by name";

struct Fixed;

impl Clock for Fixed {
    fn now(&self) -> Timestamp {
        NOW
    }
}

/// Counts up: every secret and identifier of two runs is the same.
#[derive(Default)]
struct Counting(AtomicU64);

impl Random for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        let number = self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        bytes.fill(0);
        bytes
            .iter_mut()
            .rev()
            .zip(number.iter().rev())
            .for_each(|(byte, digit)| *byte = *digit);
    }
}

/// Use cases at a fixed moment.
pub fn services(store: &Store) -> Services {
    Services::new(
        store.clone(),
        Arc::new(Fixed),
        Arc::new(Counting::default()),
        Settings::default(),
    )
}

/// The first column of every row, as text.
pub async fn texts(store: &Store, question: &str) -> Vec<String> {
    let db = store.read();
    let statement = Statement::from_string(db.get_database_backend(), question);
    let rows = db.query_all_raw(statement).await.expect("an answer");
    rows.iter()
        .map(|row| row.try_get_by_index(0).expect("a text"))
        .collect()
}

/// One number.
pub async fn count(store: &Store, question: &str) -> i64 {
    let db = store.read();
    let statement = Statement::from_string(db.get_database_backend(), question);
    let row = db
        .query_one_raw(statement)
        .await
        .expect("an answer")
        .expect("a row");
    let wide = row.try_get_by_index::<i64>(0);
    wide.unwrap_or_else(|_| i64::from(row.try_get_by_index::<i32>(0).expect("a number")))
}

/// Every row of an SQLite table, in order.
pub async fn dump(store: &Store, table: &str) -> Vec<String> {
    let columns = texts(
        store,
        &format!("select name from pragma_table_info('{table}')"),
    )
    .await;
    let quoted: Vec<String> = columns
        .iter()
        .map(|column| format!("quote({column})"))
        .collect();
    texts(
        store,
        &format!(
            "select {} as line from {table} order by line",
            quoted.join(" || '|' || ")
        ),
    )
    .await
}

/// Somebody who was here before.
pub async fn one_person(store: &Store) {
    let person = PersonId(uuid::Uuid::from_u128(1));
    store
        .write::<(), StoreError>(Box::new(move |tx| {
            Box::pin(
                async move { store::person::create(tx, person, "Arta Hoxha", None, NOW).await },
            )
        }))
        .await
        .expect("a person");
}

/// Takes back the note that the demonstration is complete.
pub async fn forget(store: &Store) {
    store
        .write::<(), StoreError>(Box::new(move |tx| {
            Box::pin(async move {
                tx.execute_unprepared("delete from audit").await?;
                Ok(())
            })
        }))
        .await
        .expect("forgotten");
}
