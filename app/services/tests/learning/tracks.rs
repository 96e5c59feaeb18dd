//! Tracks: who owes which modules, who may change that, and what follows.

use domain::course::Slug;
use domain::ids::{ParticipationId, PersonId};
use domain::people::Actor;
use harness::on_both;
use services::ServiceError;
use services::learning::{choose, home, required, to_choose};
use store::Store;
use store::cohort::{Audience, Mode};
use store::participation::Participation;
use uuid::Uuid;

use crate::world::{COHORT, World, learner, trainer, world};

const CORE: [&str; 3] = ["m1", "m4", "m5"];

async fn found(store: &Store, id: ParticipationId) -> Participation {
    let found = store::participation::by_id(store.read(), id).await;
    found.expect("an answer").expect("the participation")
}

async fn follow(
    world: &World,
    actor: &Actor,
    of: ParticipationId,
    track: &str,
) -> Result<(), ServiceError> {
    choose(&world.services, actor, COHORT, of, track).await
}

fn is_refused(result: Result<(), ServiceError>, code: &str) {
    let Err(ServiceError::Invalid(problems)) = result else {
        panic!("{result:?}");
    };
    assert_eq!(
        (problems[0].field.as_str(), problems[0].code.as_str()),
        ("track", code)
    );
}

fn stranger() -> Actor {
    Actor::Person {
        id: PersonId(Uuid::from_u128(99)),
        roles: Vec::new(),
    }
}

on_both! {
    async fn a_track_is_finished_with_its_last_unit_and_the_other_modules_stay_open(store: Store) {
        let world = world(&store).await;
        let participation = world.enrol_on(Mode::SelfPaced, "core").await;
        world.do_modules(&["m2", "m1", "m4"]).await;
        let before = found(&store, participation).await;
        assert_eq!((before.units_done, before.finished_at), (6, None), "M2 is not owed");
        let seen = home(&world.services, &learner()).await.expect("a home");
        let owed: Vec<usize> = seen.courses[0].modules.iter().filter(|one| one.in_track).map(|one| one.index).collect();
        assert_eq!(owed, [0, 3, 4], "the others are shown as not in the track");
        assert_eq!(seen.next.expect("a next step").place, world.units_of(&["m5"])[0]);
        world.do_modules(&["m5"]).await;
        let after = found(&store, participation).await;
        assert!(after.finished_at.is_some());
        assert_eq!(after.units_done, 9);
        let seen = home(&world.services, &learner()).await.expect("a home");
        assert!(seen.next.is_none(), "nothing is owed any more");
        let outside = world.units_of(&["m3"])[0];
        services::learning::mark_read(&world.services, &learner(), crate::world::ENGLISH, outside.id, None, None)
            .await
            .expect("still open");
        let seen = home(&world.services, &learner()).await.expect("a home");
        assert_eq!(seen.next.expect("what was begun beyond the track").place, outside);
    }
}

on_both! {
    async fn what_is_owed_without_a_track_is_what_was_owed_before_there_were_tracks(store: Store) {
        let world = world(&store).await;
        let participation = world.enrol(Mode::SelfPaced).await;
        let cohort = store::cohort::by_id(store.read(), COHORT).await.expect("an answer").expect("the cohort");
        let of = found(&store, participation).await;
        let open: Vec<_> = world.open_units().iter().map(|place| place.id).collect();
        assert_eq!(required(&world.edition, &cohort, &of), open);
    }
}

on_both! {
    async fn future_trainers_owe_the_trainers_module_on_top_of_their_track(store: Store) {
        let world = world(&store).await;
        let participation = world.enrol_among(Mode::SelfPaced, Audience::Trainers).await;
        follow(&world, &learner(), participation, "core").await.expect("a track");
        let cohort = store::cohort::by_id(store.read(), COHORT).await.expect("an answer").expect("the cohort");
        let of = found(&store, participation).await;
        let owed: Vec<_> = world.units_of(&["m1", "m4", "m5", "t0"]).iter().map(|place| place.id).collect();
        assert_eq!(required(&world.edition, &cohort, &of), owed);
    }
}

on_both! {
    async fn a_learner_changes_their_track_until_it_is_finished(store: Store) {
        let world = world(&store).await;
        let participation = world.enrol_on(Mode::SelfPaced, "academic").await;
        world.do_modules(&CORE).await;
        let before = found(&store, participation).await;
        assert_eq!((before.units_done, before.finished_at), (9, None));
        follow(&world, &learner(), participation, "administrative").await.expect("another track");
        assert_eq!(found(&store, participation).await.finished_at, None);
        follow(&world, &learner(), participation, "core").await.expect("another track");
        let after = found(&store, participation).await;
        assert!(after.finished_at.is_some(), "all of it was complete already");
        let cohort = store::cohort::by_id(store.read(), COHORT).await.expect("an answer").expect("the cohort");
        assert_eq!(cohort.tally.finished, 1);
        is_refused(follow(&world, &learner(), participation, "leadership").await, "track_finished");
        let core: Option<Slug> = "core".parse().ok();
        assert_eq!(found(&store, participation).await.track, core);
    }
}

on_both! {
    async fn only_tracks_that_can_be_chosen_are_taken_and_only_from_those_they_concern(store: Store) {
        let world = world(&store).await;
        let participation = world.enrol_on(Mode::SelfPaced, "core").await;
        for wrong in ["trainer", "nothing", "core ", "m1"] {
            is_refused(follow(&world, &learner(), participation, wrong).await, "choice");
        }
        let refused = follow(&world, &stranger(), participation, "academic").await;
        assert!(matches!(refused, Err(ServiceError::Hidden)));
        assert!(matches!(follow(&world, &Actor::Visitor, participation, "").await, Err(ServiceError::SignIn)));
        let seen = to_choose(&world.services, &stranger(), COHORT, participation).await;
        assert!(matches!(seen, Err(ServiceError::Hidden)));
        follow(&world, &trainer(), participation, "academic").await.expect("the cohort's trainer may");
        let academic: Option<Slug> = "academic".parse().ok();
        assert_eq!(found(&store, participation).await.track, academic);
        follow(&world, &learner(), participation, "").await.expect("the whole course may be chosen");
        assert_eq!(found(&store, participation).await.track, None);
    }
}

on_both! {
    async fn a_trainer_learns_nothing_of_a_stranger_by_giving_them_another_track(store: Store) {
        let world = world(&store).await;
        world.do_modules(&CORE).await;
        let participation = world.enrol_on(Mode::SelfPaced, "academic").await;
        follow(&world, &trainer(), participation, "core").await.expect("another track");
        let quiet = found(&store, participation).await;
        assert_eq!((quiet.finished_at, quiet.units_done), (None, 0), "they have not come in yet");
        follow(&world, &learner(), participation, "").await.expect("their own choice");
        follow(&world, &learner(), participation, "core").await.expect("their own choice");
        assert!(found(&store, participation).await.finished_at.is_some());
    }
}
