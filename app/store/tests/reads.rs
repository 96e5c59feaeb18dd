//! What a read promises: an answer to everybody, however many ask and whoever gives up, and no
//! more work than what it shows.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use domain::ids::{PersonId, UnitId};
use futures::future::join_all;
use harness::{on_both, texts};
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use store::Store;
use uuid::Uuid;

const SLOW: &str = "with recursive n (i) as (select 1 union all select i + 1 from n where i < 300000) \
                    select count(*) from n";

async fn slowly(store: &Store) {
    let read = store.read();
    let slow = Statement::from_string(read.get_database_backend(), SLOW);
    read.query_all_raw(slow).await.expect("an answer");
}

on_both! {
    async fn more_readers_than_connections_all_get_their_answer(store: Store) {
        let answers = join_all((0..60).map(|_| texts(&store, "select 'here'"))).await;
        assert!(answers.iter().all(|answer| answer == &["here"]));
    }
}

on_both! {
    async fn whoever_gives_up_a_read_leaves_the_next_one_whole(store: Store) {
        for _ in 0..12 {
            let given_up = tokio::time::timeout(Duration::from_millis(1), slowly(&store)).await;
            assert!(given_up.is_err(), "slow enough to be given up");
        }
        assert_eq!(texts(&store, "select 'whole'").await, ["whole"]);
    }
}

on_both! {
    async fn a_query_that_fails_leaves_the_next_one_whole(store: Store) {
        for _ in 0..12 {
            let read = store.read();
            let wrong = Statement::from_string(read.get_database_backend(), "select nothing from nowhere");
            read.query_all_raw(wrong).await.expect_err("there is no such table");
        }
        assert_eq!(texts(&store, "select 'whole'").await, ["whole"]);
    }
}

#[tokio::test]
async fn sqlite_plans_a_statement_once_and_keeps_what_it_is_asked_for() {
    let scratch = harness::sqlite().await;
    let options = texts(&scratch.store, "pragma compile_options").await;
    assert!(
        options.iter().any(|option| option == "ENABLE_QPSG"),
        "see .cargo/config.toml"
    );
    assert!(
        options
            .iter()
            .any(|option| option == "DEFAULT_FOREIGN_KEYS")
    );
}

#[tokio::test]
async fn a_unit_s_record_is_found_along_indexes_however_often_its_questions_were_answered() {
    let scratch = harness::sqlite().await;
    let said = Arc::new(Mutex::new(String::new()));
    let hear = Arc::clone(&said);
    let watched = scratch
        .store
        .clone()
        .watched(move |sql| sql.clone_into(&mut hear.lock().expect("one reader")));
    let (person, unit) = (PersonId(Uuid::from_u128(1)), UnitId(Uuid::from_u128(2)));
    store::learning::standing(watched.read(), person, unit)
        .await
        .expect("a record");
    let text = format!("explain query plan {}", said.lock().expect("one reader"));
    let plan = Statement::from_sql_and_values(
        DatabaseBackend::Sqlite,
        text,
        [person.0.into(), unit.0.into()],
    );
    let steps = scratch
        .store
        .read()
        .query_all_raw(plan)
        .await
        .expect("a plan");
    let steps: Vec<String> = steps
        .iter()
        .map(|step| step.try_get("", "detail").expect("a step"))
        .collect();
    // Only the questions found are gone through; a sort would take the whole history.
    for step in &steps {
        assert!(!step.contains("TEMP B-TREE"), "{steps:#?}");
        assert!(
            !step.starts_with("SCAN") || step == "SCAN a" || step == "SCAN CONSTANT ROW",
            "{steps:#?}"
        );
    }
    assert!(
        steps.iter().any(|step| step.contains("response_newest")),
        "{steps:#?}"
    );
}
