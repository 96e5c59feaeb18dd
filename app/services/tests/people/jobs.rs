use domain::clock::{DAY, MINUTE};
use domain::ids::JobId;
use domain::reminders::Errand;
use harness::cascade::{enrol as enrol_many, plant};
use services::jobs::{ATTEMPTS, State, list, put_in_line, try_again, work};
use services::{ServiceError, Services};
use store::ConnectionTrait;

use crate::stage::{
    by_itself, coordinator_of, enrol, installation, post_round, somebody, trainer_of, waiting,
    written,
};

/// So many people that the pages of a job are several.
const MANY: u32 = 450;

/// A cohort of [`MANY`] people who came in and stopped, each with an address.
async fn many_who_stopped(services: &Services, place: &harness::cascade::Place) {
    let newcomers = enrol_many(&services.store, place, 1..MANY + 1).await;
    let now = services.now();
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                for (n, one) in newcomers.iter().enumerate() {
                    let address = format!("colleague{n}@uni.example");
                    let email = domain::roster::Email::parse(&address).expect("an address");
                    store::person::add_address(tx, one.person, &email, now).await?;
                    store::person::set_password_hash(tx, one.person, "set").await?;
                }
                Ok(())
            })
        }))
        .await
        .expect("addresses");
}

harness::on_both! {
    async fn two_processes_write_every_letter_once(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        many_who_stopped(&services, place).await;
        clock.on(14 * DAY);
        tokio::join!(by_itself(&services), by_itself(&services));
        assert_eq!(waiting(&services, place).await.total, u64::from(MANY));
        by_itself(&services).await;
        assert_eq!(waiting(&services, place).await.total, u64::from(MANY));
        let jobs = list(&services, &coordinator_of(&planted), 0).await.expect("a list").jobs;
        let quiet = jobs.iter().find(|listed| listed.errand == Errand::Quiet).expect("a job");
        assert_eq!((quiet.job.state, quiet.progress.letters), (State::Done, u64::from(MANY)));
        assert_eq!(quiet.job.attempts, 1);
    }
}

harness::on_both! {
    async fn what_a_process_left_when_it_died_is_taken_up_by_another_and_the_dead_one_keeps_nothing(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        many_who_stopped(&services, place).await;
        clock.on(14 * DAY);
        put_in_line(&services).await.expect("a line");
        let now = services.now();
        // Somebody takes every job up and is never heard of again.
        let mut left = Vec::new();
        while let Some(job) = store::job::due(store.read(), now).await.expect("an answer") {
            let taken = job.clone();
            let claimed = store
                .write::<_, store::StoreError>(Box::new(move |tx| {
                    Box::pin(async move { store::job::claim(tx, &taken, now, now.plus(10 * MINUTE)).await })
                }))
                .await;
            assert!(claimed.expect("an answer"));
            left.push(job);
        }
        assert!(!work(&services).await.expect("an answer"), "nothing is due");
        clock.on(10 * MINUTE);
        by_itself(&services).await;
        assert_eq!(waiting(&services, place).await.total, u64::from(MANY));
        let late = left.remove(0);
        let kept = store
            .write::<_, store::StoreError>(Box::new(move |tx| {
                Box::pin(async move { store::job::keep_on(tx, late.id, 1, "{}", now).await })
            }))
            .await;
        assert!(!kept.expect("an answer"));
    }
}

harness::on_both! {
    async fn a_clock_that_jumps_back_writes_nothing_twice(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        enrol(&services, place, &[arta]).await;
        post_round(&services).await;
        clock.on(20 * DAY);
        assert_eq!(written(&services).await.len(), 1);
        clock.on(-6 * DAY);
        assert!(written(&services).await.is_empty());
        clock.on(-3 * DAY);
        assert!(written(&services).await.is_empty());
        clock.on(9 * DAY);
        let jobs = async || list(&services, &coordinator_of(&planted), 0).await.expect("a list").jobs.len();
        let done = jobs().await;
        assert!(written(&services).await.is_empty());
        assert_eq!(jobs().await, done, "no day is done again");
    }
}

harness::on_both! {
    async fn a_clock_that_was_ahead_for_a_moment_silences_no_day_until_then(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        enrol(&services, place, &[arta]).await;
        post_round(&services).await;
        clock.on(300 * DAY);
        by_itself(&services).await;
        clock.on(-286 * DAY);
        assert_eq!(written(&services).await.len(), 1);
    }
}

/// Gives a table another name, so that whatever asks for it fails.
async fn rename(services: &Services, from: &'static str, to: &'static str) {
    services
        .store
        .write::<_, store::StoreError>(Box::new(move |tx| {
            Box::pin(async move {
                let text = format!("alter table {from} rename to {to}");
                tx.execute_unprepared(&text).await?;
                Ok(())
            })
        }))
        .await
        .expect("renamed");
}

harness::on_both! {
    async fn a_job_that_fails_is_tried_again_ever_later_then_given_up_and_shown_with_the_reason(store: Store) {
        let (services, clock) = installation(store.clone());
        let planted = plant(&store, 1).await;
        let place = &planted.places[0];
        let coordinator = coordinator_of(&planted);
        let arta = somebody(&services, "Arta Hoxha", "arta@uni.example", true, &[]).await;
        enrol(&services, place, &[arta]).await;
        post_round(&services).await;
        clock.on(14 * DAY);
        rename(&services, "letter_refusal", "hidden").await;
        let quiet = async || {
            let jobs = list(&services, &coordinator, 0).await.expect("a list").jobs;
            jobs.into_iter().find(|listed| listed.errand == Errand::Quiet).expect("a job").job
        };
        let mut waits = Vec::new();
        for attempt in 1..=ATTEMPTS {
            by_itself(&services).await;
            let job = quiet().await;
            assert_eq!(job.attempts, attempt);
            assert!(job.last_error.is_some_and(|error| error.contains("letter_refusal")));
            if attempt < ATTEMPTS {
                assert_eq!(job.state, State::Waiting);
                let wait = job.due_at.since(services.now());
                waits.push(wait / MINUTE);
                clock.on(wait);
            }
        }
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64]);
        assert_eq!(quiet().await.state, State::Failed);
        rename(&services, "hidden", "letter_refusal").await;
        assert!(matches!(try_again(&services, &trainer_of(place), quiet().await.id).await, Err(ServiceError::Hidden)));
        assert!(matches!(try_again(&services, &coordinator, JobId(services.new_id())).await, Err(ServiceError::Hidden)));
        try_again(&services, &coordinator, quiet().await.id).await.expect("tried");
        assert_eq!(written(&services).await.len(), 1);
        assert_eq!(quiet().await.state, State::Done);
    }
}
