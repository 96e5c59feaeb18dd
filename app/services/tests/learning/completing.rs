//! Completing: a unit once, a participation when every open unit is done, and who trained whom.

use domain::clock::MINUTE;
use futures::future::join_all;
use services::learning::{home, mark_read, submit_activity};
use services::limits::Client;
use services::sign_in::{Browser, resume, start};
use store::cohort::Mode;
use store::learning::completed;

use crate::world::{COHORT, ENGLISH, LEARNER, TRAINER, World, learner, right, world};

async fn is_complete(world: &World) -> bool {
    let unit = world.first_unit();
    let found = completed(world.services.store.read(), LEARNER, &[unit])
        .await
        .expect("an answer");
    found == [unit]
}

harness::on_both! {
    async fn a_unit_is_complete_when_all_its_required_parts_are_and_not_before(store: Store) {
        let world = world(&store).await;
        let (services, unit, actor) = (&world.services, world.first_unit(), learner());
        let text = world.text(unit).await;
        mark_read(services, &actor, ENGLISH, unit, None, None).await.expect("read");
        submit_activity(services, &actor, ENGLISH, unit, "My list").await.expect("handed in");
        assert!(!is_complete(&world).await);
        for question in text.thinking.questions.iter().filter(|question| question.kind().is_marked_automatically()) {
            world.answer(unit, right(question, "key")).await.expect("answered");
        }
        assert!(is_complete(&world).await);
    }
}

harness::on_both! {
    async fn two_last_steps_at_the_same_moment_complete_the_unit(store: Store) {
        let world = world(&store).await;
        let unit = world.first_unit();
        let text = world.text(unit).await;
        let (services, actor) = (&world.services, learner());
        mark_read(services, &actor, ENGLISH, unit, None, None).await.expect("read");
        submit_activity(services, &actor, ENGLISH, unit, "My list").await.expect("handed in");
        let answers = text.thinking.questions.iter().map(|question| world.answer(unit, right(question, "key")));
        for answered in join_all(answers).await {
            answered.expect("an acknowledgement");
        }
        assert!(is_complete(&world).await);
    }
}

harness::on_both! {
    async fn a_colleague_who_has_done_every_open_unit_has_finished_the_cohort(store: Store) {
        let world = world(&store).await;
        // Units done before somebody joins a cohort count as well.
        let units = world.open_units();
        world.do_unit(units[0].id).await;
        let participation = world.enrol(Mode::SelfPaced).await;
        for (n, place) in units.iter().enumerate().skip(1) {
            let cohort = store::cohort::by_id(store.read(), COHORT).await.expect("an answer").expect("the cohort");
            assert_eq!(cohort.tally.finished, 0, "before unit {n}");
            world.do_unit(place.id).await;
        }
        let cohort = store::cohort::by_id(store.read(), COHORT).await.expect("an answer").expect("the cohort");
        assert_eq!((cohort.tally.started, cohort.tally.finished), (1, 1));
        let found = store::participation::by_id(store.read(), participation).await.expect("an answer");
        let found = found.expect("the participation");
        assert_eq!(usize::try_from(found.units_done), Ok(units.len()));
        assert!(found.finished_at.is_some());
        let trained = store::lineage::trained_by(store.read(), TRAINER, 10).await.expect("an answer");
        assert_eq!(trained.len(), 1, "the cohort's trainer has trained the learner");
        let home = home(&world.services, &learner()).await.expect("a home");
        assert!(home.next.is_none() && home.courses[0].modules.iter().all(|module| module.done == module.units));
        assert_eq!(home.cohorts[0].trainers, ["Emir Begić"]);
    }
}

async fn finished(world: &World) -> u32 {
    let cohort = store::cohort::by_id(world.services.store.read(), COHORT).await;
    cohort
        .expect("an answer")
        .expect("the cohort")
        .tally
        .finished
}

fn browser() -> Browser<'static> {
    Browser {
        agent: "test",
        client: Client::new("127.0.0.1".parse().expect("an address")),
        holds: None,
    }
}

harness::on_both! {
    async fn whoever_did_everything_before_being_enrolled_finishes_when_they_sign_in(store: Store) {
        let world = world(&store).await;
        for place in world.open_units() {
            world.do_unit(place.id).await;
        }
        let participation = world.enrol(Mode::SelfPaced).await;
        assert_eq!(finished(&world).await, 0, "a list tells nobody what a stranger has done");
        start(&world.services, LEARNER, browser()).await.expect("a sign-in");
        start(&world.services, LEARNER, browser()).await.expect("another");
        assert_eq!(finished(&world).await, 1);
        let found = store::participation::by_id(store.read(), participation).await.expect("an answer");
        let found = found.expect("the participation");
        assert_eq!(usize::try_from(found.units_done), Ok(world.open_units().len()));
        let trained = store::lineage::trained_by(store.read(), TRAINER, 10).await.expect("an answer");
        assert_eq!(trained.len(), 1, "the cohort's trainer has trained the learner, once");
    }
}

harness::on_both! {
    async fn whoever_is_signed_in_already_finishes_when_they_are_seen_again(store: Store) {
        let world = world(&store).await;
        for place in world.open_units() {
            world.do_unit(place.id).await;
        }
        let cookie = start(&world.services, LEARNER, browser()).await.expect("a sign-in");
        world.enrol(Mode::Sessions).await;
        world.clock.pass(6 * MINUTE);
        resume(&world.services, &cookie).await.expect("an answer").expect("the learner");
        assert_eq!(finished(&world).await, 1);
        let trained = store::lineage::trained_by(store.read(), TRAINER, 10).await.expect("an answer");
        assert!(trained.is_empty(), "where there are sessions, attending one counts");
    }
}
