//! What a read promises: an answer to everybody, however many ask and whoever gives up, and no
//! more work than what it shows.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use domain::clock::Timestamp;
use domain::ids::{InstitutionId, PersonId, ProgrammeId, UnitId};
use futures::future::join_all;
use harness::{Scratch, on_both, texts};
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement, Value};
use store::Store;
use store::learning::NewResponse;
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

async fn count(db: &impl ConnectionTrait, text: &str) -> i64 {
    let query = Statement::from_string(db.get_database_backend(), text);
    let row = db.query_one_raw(query).await.expect("an answer");
    row.expect("a row").try_get_by_index(0).expect("a number")
}

async fn somebody_comes(store: &Store, number: u128) {
    let person = PersonId(Uuid::from_u128(number));
    store
        .write::<_, store::StoreError>(Box::new(move |tx| {
            Box::pin(
                async move { store::person::create(tx, person, "Arta", None, Timestamp(1)).await },
            )
        }))
        .await
        .expect("somebody new");
}

on_both! {
    async fn a_moment_stands_still_and_keeps_nobody_from_writing(store: Store) {
        const PEOPLE: &str = "select count(*) from person";
        somebody_comes(&store, 1).await;
        let moment = store.moment().await.expect("a moment");
        assert_eq!(count(&moment, PEOPLE).await, 1);
        somebody_comes(&store, 2).await;
        assert_eq!(count(store.read(), PEOPLE).await, 2);
        assert_eq!(count(&moment, PEOPLE).await, 1, "it was not there yet");
        drop(moment);
        let later = store.moment().await.expect("another moment");
        assert_eq!(count(&later, PEOPLE).await, 2);
    }
}

on_both! {
    async fn a_moment_writes_nothing(store: Store) {
        somebody_comes(&store, 1).await;
        let moment = store.moment().await.expect("a moment");
        moment.execute_unprepared("update person set name = 'Emir'").await.expect_err("it only reads");
        drop(moment);
        assert_eq!(texts(&store, "select name from person").await, ["Arta"]);
    }
}

on_both! {
    async fn a_moment_takes_no_place_from_other_readers(store: Store) {
        let mut moments = Vec::new();
        for _ in 0..6 {
            let moment = store.moment().await.expect("a moment");
            count(&moment, "select count(*) from person").await;
            moments.push(moment);
        }
        assert_eq!(texts(&store, "select 'here'").await, ["here"]);
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

/// How SQLite goes about the last statement that `said` heard.
async fn plan(scratch: &Scratch, said: &Mutex<String>) -> Vec<String> {
    let text = said.lock().expect("one reader").clone();
    let nothing = vec![Value::BigInt(None); text.matches('$').count()];
    let explained = format!("explain query plan {text}");
    let plan = Statement::from_sql_and_values(DatabaseBackend::Sqlite, explained, nothing);
    let steps = scratch.store.read().query_all_raw(plan).await;
    let steps = steps.expect("a plan");
    let detail = steps.iter().map(|step| step.try_get("", "detail"));
    detail.map(|detail| detail.expect("a step")).collect()
}

#[tokio::test]
async fn what_is_read_with_every_save_is_found_along_indexes_however_much_was_saved() {
    let scratch = harness::sqlite().await;
    let said = Arc::new(Mutex::new(String::new()));
    let hear = Arc::clone(&said);
    let watched = scratch
        .store
        .clone()
        .watched(move |sql| sql.clone_into(&mut hear.lock().expect("one reader")));
    let read = watched.read();
    let people = [1, 2].map(|n| PersonId(Uuid::from_u128(n)));
    let unit = UnitId(Uuid::from_u128(3));
    let whose = people.map(|person| (person, unit));
    let answers = people.map(|person| NewResponse {
        id: person.0,
        person,
        unit,
        question: "q".to_owned(),
        save_key: "k".to_owned(),
        answer: "0".to_owned(),
        score: 0,
        at: Timestamp(0),
    });
    let mut plans = Vec::new();
    for alone in [true, false] {
        let count = if alone { 1 } else { 2 };
        store::learning::standings(read, &whose[..count])
            .await
            .expect("records");
        plans.push(plan(&scratch, &said).await);
        store::learning::before(read, &answers[..count])
            .await
            .expect("earlier answers");
        plans.push(plan(&scratch, &said).await);
        store::participation::activity(read, &people[..count])
            .await
            .expect("activity");
        plans.push(plan(&scratch, &said).await);
    }
    for steps in plans {
        // Only what is asked, and the questions found, are gone through whole.
        for step in &steps {
            assert!(
                !step.contains("TEMP B-TREE") && !step.contains("AUTOMATIC"),
                "{steps:#?}"
            );
            let whole = step.starts_with("SCAN");
            let asked =
                ["SCAN a", "SCAN s"].contains(&step.as_str()) || step.contains("CONSTANT ROW");
            assert!(!whole || asked, "{step}: {steps:#?}");
        }
    }
}

#[tokio::test]
async fn who_is_due_is_found_along_indexes_however_many_people_there_are() {
    use domain::cascade::follow_up::Round;
    use store::reminders::{Mark, Part, never_joined, quiet, unanswered};
    let scratch = harness::sqlite().await;
    let said = Arc::new(Mutex::new(String::new()));
    let hear = Arc::clone(&said);
    let watched = scratch
        .store
        .clone()
        .watched(move |sql| sql.clone_into(&mut hear.lock().expect("one reader")));
    let read = watched.read();
    let id = Uuid::from_u128(1);
    let part = Part {
        after: Mark { at: 0, id },
        until: Timestamp(1),
        earliest_end: Timestamp(0).date(),
        limit: 200,
    };
    let mut plans = Vec::new();
    never_joined(read, part).await.expect("people");
    plans.push(("participation_joining", plan(&scratch, &said).await));
    quiet(read, part).await.expect("people");
    plans.push(("participation_quiet", plan(&scratch, &said).await));
    unanswered(read, Round::Thirty, part).await.expect("people");
    plans.push(("participation_finished", plan(&scratch, &said).await));
    store::digest::holders(read, "trainer", None, 200)
        .await
        .expect("people");
    plans.push(("role_grant_role", plan(&scratch, &said).await));
    store::job::due(read, Timestamp(0)).await.expect("a job");
    plans.push(("job_due", plan(&scratch, &said).await));
    for (index, steps) in plans {
        assert!(
            steps.iter().any(|step| step.contains(index)),
            "{index}: {steps:#?}"
        );
        let whole = |step: &&String| step.starts_with("SCAN") && !step.contains("SUBQUERY");
        assert_eq!(steps.iter().find(whole), None, "{steps:#?}");
    }
}

#[tokio::test]
async fn sessions_without_evidence_are_found_along_indexes_however_many_there_are() {
    let scratch = harness::sqlite().await;
    let said = Arc::new(Mutex::new(String::new()));
    let hear = Arc::clone(&said);
    let watched = scratch
        .store
        .clone()
        .watched(move |sql| sql.clone_into(&mut hear.lock().expect("one reader")));
    let read = watched.read();
    let programme = ProgrammeId(Uuid::from_u128(1));
    let institution = InstitutionId(Uuid::from_u128(2));
    let mut plans = Vec::new();
    store::evidence::of_programme(read, programme, 10)
        .await
        .expect("counts");
    plans.push(plan(&scratch, &said).await);
    store::evidence::of_institution(read, programme, institution)
        .await
        .expect("counts");
    plans.push(plan(&scratch, &said).await);
    store::evidence::lacking_sessions(read, programme, institution, 10)
        .await
        .expect("sessions");
    plans.push(plan(&scratch, &said).await);
    for steps in plans {
        for step in &steps {
            // What was found is gone through, and never a table.
            let whole = step.starts_with("SCAN") && step != "SCAN lacking";
            assert!(!whole && !step.contains("AUTOMATIC"), "{step}: {steps:#?}");
        }
    }
}
