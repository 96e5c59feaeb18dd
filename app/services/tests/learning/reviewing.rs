//! Trainers read what their cohort hands in: each version is reviewed once, by one of them, and
//! the learner hands in again what came back.

use domain::assessment::{Activities, Level, ReviewState};
use domain::clock::MINUTE;
use domain::course::QuestionKind;
use domain::ids::{ParticipationId, PersonId, SubmissionId, UnitId};
use domain::people::{Actor, Role};
use futures::future::join_all;
use services::ServiceError;
use services::learning::{AnswerGiven, home, submit_activity, unit_record};
use services::reviews::{self, LONGEST_FEEDBACK, Outcome, Typed};
use store::cohort::{Audience, Mode};
use uuid::Uuid;

use crate::world::{COHORT, ENGLISH, LEARNER, World, learner, right, trainer, world};

const SECOND: PersonId = PersonId(Uuid::from_u128(70));
const ACCEPT: Typed<'_> = Typed {
    decision: "accept",
    level: "2",
    feedback: "Clear.",
};
const RETURN: Typed<'_> = Typed {
    decision: "return",
    level: "1",
    feedback: "Say for which students.",
};

/// The learner's cohort with two trainers.
async fn taught(store: &store::Store) -> (World, ParticipationId) {
    let world = world(store).await;
    let participation = world
        .enrol_among(Mode::SelfPaced, Audience::Colleagues)
        .await;
    world.people(&[SECOND]).await;
    let now = world.services.now();
    store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move { Ok(store::cohort::add_trainer(tx, COHORT, SECOND, now).await?) })
        }))
        .await
        .expect("a second trainer");
    (world, participation)
}

fn second() -> Actor {
    let Actor::Person { roles, .. } = trainer() else {
        panic!("the trainer is signed in");
    };
    Actor::Person { id: SECOND, roles }
}

impl World {
    async fn hand_in(&self, unit: UnitId, text: &str) -> Result<(), ServiceError> {
        self.clock.pass(MINUTE);
        submit_activity(&self.services, &learner(), ENGLISH, unit, text)
            .await
            .map(|_| ())
    }

    async fn waiting(&self) -> Vec<SubmissionId> {
        self.in_state(ReviewState::Waiting).await
    }

    async fn in_state(&self, state: ReviewState) -> Vec<SubmissionId> {
        let list = reviews::list(&self.services, &trainer(), COHORT, state, 1)
            .await
            .expect("the list");
        assert_eq!(list.total as usize, list.texts.len());
        list.texts.into_iter().map(|text| text.id).collect()
    }

    async fn review(
        &self,
        by: &Actor,
        id: SubmissionId,
        typed: Typed<'_>,
    ) -> Result<Outcome, ServiceError> {
        reviews::review(&self.services, by, COHORT, id, typed).await
    }

    async fn came_back(&self) -> usize {
        home(&self.services, &learner())
            .await
            .expect("the home")
            .came_back
            .len()
    }
}

fn codes(error: ServiceError) -> Vec<String> {
    match error {
        ServiceError::Invalid(problems) => {
            problems.into_iter().map(|problem| problem.code).collect()
        }
        other => panic!("another error: {other}"),
    }
}

harness::on_both! {
    async fn what_is_handed_in_waits_oldest_first_comes_back_and_is_accepted(store: Store) {
        let (world, _) = taught(&store).await;
        let units = world.open_units();
        world.hand_in(units[0].id, "One").await.expect("handed in");
        world.hand_in(units[1].id, "Two").await.expect("handed in");
        let waiting = world.waiting().await;
        assert_eq!(waiting.len(), 2);
        let opened = reviews::open(&world.services, &trainer(), ENGLISH, COHORT, waiting[0]).await.expect("a text");
        assert_eq!((opened.text.body.as_str(), opened.text.name.as_str()), ("One", "Arta Hoxha"));
        assert_eq!(reviews::waiting(&world.services, &trainer()).await.expect("counts"), [(COHORT, 2)]);

        let done = world.review(&trainer(), waiting[0], RETURN).await.expect("a review");
        assert_eq!(done, Outcome::Done { accepted: false });
        assert_eq!((world.waiting().await.len(), world.came_back().await), (1, 1));
        let view = services::course::unit_by_id(&world.services, &learner(), ENGLISH, units[0].id).await.expect("the unit");
        let record = unit_record(&world.services, &learner(), &view).await.expect("the record");
        let product = record.product().expect("the product");
        let said = product.review.as_ref().expect("a review");
        assert_eq!((product.state(), said.level, said.feedback.as_str()), (ReviewState::Returned, Level::One, "Say for which students."));

        world.hand_in(units[0].id, "One, for those who work at night").await.expect("handed in again");
        assert_eq!((world.waiting().await.len(), world.came_back().await), (2, 0));
        let newest = *world.waiting().await.last().expect("the newest");
        let opened = reviews::open(&world.services, &trainer(), ENGLISH, COHORT, newest).await.expect("a text");
        assert_eq!((opened.text.version, opened.versions.len()), (2, 2));
        world.review(&second(), newest, ACCEPT).await.expect("a review");
        assert_eq!(world.in_state(ReviewState::Accepted).await, [newest]);
        let again = world.hand_in(units[0].id, "Three").await.expect_err("it stands");
        assert_eq!(codes(again), ["handed-in-accepted"]);
        let kept = harness::texts(&store, "select body from submission order by submitted_at").await;
        assert_eq!(kept, ["One", "Two", "One, for those who work at night"]);
    }
}

harness::on_both! {
    async fn of_two_trainers_at_once_one_reviews_and_the_other_is_told(store: Store) {
        let (world, _) = taught(&store).await;
        world.hand_in(world.first_unit(), "One").await.expect("handed in");
        let text = world.waiting().await[0];
        let (first, other) = (trainer(), second());
        let both = join_all([
            world.review(&first, text, ACCEPT),
            world.review(&other, text, RETURN),
        ])
        .await;
        let outcomes: Vec<Outcome> = both.into_iter().map(|one| one.expect("an outcome")).collect();
        let done = outcomes.iter().filter(|one| matches!(one, Outcome::Done { .. })).count();
        let told = outcomes.iter().filter(|one| matches!(one, Outcome::Already(_))).count();
        assert_eq!((done, told), (1, 1));
        assert_eq!(harness::texts(&store, "select feedback from review").await.len(), 1);
        assert_eq!(harness::texts(&store, "select action from audit where action like 'submission.%'").await.len(), 1);
    }
}

harness::on_both! {
    async fn a_review_of_an_older_version_is_refused_and_names_the_newest(store: Store) {
        let (world, _) = taught(&store).await;
        let unit = world.first_unit();
        world.hand_in(unit, "One").await.expect("handed in");
        let older = world.waiting().await[0];
        world.hand_in(unit, "Better").await.expect("handed in");
        let newest = world.waiting().await[0];
        assert_ne!(older, newest);
        assert_eq!(world.review(&trainer(), older, ACCEPT).await.expect("an outcome"), Outcome::Newer(newest));
        assert!(harness::texts(&store, "select feedback from review").await.is_empty());
        let opened = reviews::open(&world.services, &trainer(), ENGLISH, COHORT, older).await.expect("a text");
        assert_eq!(opened.newer().map(|newer| newer.id), Some(newest));
    }
}

harness::on_both! {
    async fn the_same_text_sent_again_or_by_many_windows_is_one_version(store: Store) {
        let (world, _) = taught(&store).await;
        let unit = world.first_unit();
        let sent = (0..8).map(|_| world.hand_in(unit, "One"));
        for one in join_all(sent).await {
            one.expect("handed in");
        }
        assert_eq!(world.waiting().await.len(), 1);
        let different: Vec<String> = (0..6).map(|n| format!("Text {n}")).collect();
        for one in join_all(different.iter().map(|text| world.hand_in(unit, text))).await {
            one.expect("handed in");
        }
        let versions = harness::texts(&store, "select cast(version as text) from submission order by version").await;
        assert_eq!(versions, ["1", "2", "3", "4", "5", "6", "7"]);
        assert_eq!(world.waiting().await.len(), 1);
    }
}

harness::on_both! {
    async fn nobody_but_the_cohort_s_trainers_sees_what_it_hands_in(store: Store) {
        let (world, _) = taught(&store).await;
        world.hand_in(world.first_unit(), "One").await.expect("handed in");
        let text = world.waiting().await[0];
        let elsewhere = Actor::Person {
            id: PersonId(Uuid::from_u128(71)),
            roles: vec![Role::Trainer(domain::ids::InstitutionId(Uuid::from_u128(3)))],
        };
        let lead = Actor::Person {
            id: PersonId(Uuid::from_u128(72)),
            roles: vec![Role::Lead(domain::ids::InstitutionId(Uuid::from_u128(3)))],
        };
        for actor in [learner(), elsewhere, lead] {
            let list = reviews::list(&world.services, &actor, COHORT, ReviewState::Waiting, 1).await;
            assert!(matches!(list, Err(ServiceError::Hidden)));
            let open = reviews::open(&world.services, &actor, ENGLISH, COHORT, text).await;
            assert!(matches!(open, Err(ServiceError::Hidden)));
            assert!(matches!(world.review(&actor, text, ACCEPT).await, Err(ServiceError::Hidden)));
        }
        let visitor = reviews::list(&world.services, &Actor::Visitor, COHORT, ReviewState::Waiting, 1).await;
        assert!(matches!(visitor, Err(ServiceError::SignIn)));
        let forged = SubmissionId(Uuid::from_u128(9));
        assert!(matches!(world.review(&trainer(), forged, ACCEPT).await, Err(ServiceError::Hidden)));
    }
}

harness::on_both! {
    async fn nobody_reviews_themself_and_a_commitment_is_nobody_else_s_to_read(store: Store) {
        let (world, participation) = taught(&store).await;
        let private = world.edition.commitment().expect("a commitment");
        world.hand_in(private, "By May I will").await.expect("handed in");
        assert!(world.waiting().await.is_empty());
        assert!(reviews::waiting(&world.services, &trainer()).await.expect("counts").is_empty());
        let counted = reviews::activities(&world.services, store.read(), participation).await.expect("counts").expect("a participation");
        assert_eq!((counted.accepted, counted.waiting), (1, 0));
        world.hand_in(world.first_unit(), "One").await.expect("handed in");
        let text = world.waiting().await[0];
        let now = world.services.now();
        store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(async move { Ok(store::cohort::add_trainer(tx, COHORT, LEARNER, now).await?) })
            }))
            .await
            .expect("the learner trains too");
        let Actor::Person { roles, .. } = trainer() else { panic!("signed in") };
        let oneself = Actor::Person { id: LEARNER, roles };
        assert!(matches!(world.review(&oneself, text, ACCEPT).await, Err(ServiceError::Hidden)));
    }
}

harness::on_both! {
    async fn an_open_answer_is_handed_in_with_its_button_only_and_stays_text(store: Store) {
        let (world, _) = taught(&store).await;
        let (unit, question) = open_question(&world).await;
        let hostile = "</textarea><script>alert(1)</script> =1+1";
        let draft = AnswerGiven { values: vec![hostile.to_owned()], check: false, ..right(&question, "draft") };
        world.answer(unit, draft.clone()).await.expect("saved");
        assert!(world.waiting().await.is_empty());
        world.answer(unit, AnswerGiven { check: true, save_key: "button".to_owned(), ..draft.clone() }).await.expect("handed in");
        let text = world.waiting().await[0];
        let opened = reviews::open(&world.services, &trainer(), ENGLISH, COHORT, text).await.expect("a text");
        assert_eq!((opened.text.body.as_str(), opened.text.question.as_str()), (hostile, question.id.as_str()));
        let large = AnswerGiven { values: vec!["š".repeat(1_000_000)], ..draft };
        assert_eq!(codes(world.answer(unit, large).await.expect_err("too long")), ["text-too-long"]);
    }
}

async fn open_question(world: &World) -> (UnitId, domain::course::Question) {
    for place in world.open_units() {
        let text = world.text(place.id).await;
        let found = text
            .thinking
            .questions
            .iter()
            .find(|q| q.kind() == QuestionKind::Open);
        if let Some(question) = found {
            return (place.id, question.clone());
        }
    }
    panic!("the starter course asks nothing open");
}

harness::on_both! {
    async fn a_review_needs_a_level_and_a_return_needs_a_reason(store: Store) {
        let (world, _) = taught(&store).await;
        world.hand_in(world.first_unit(), "One").await.expect("handed in");
        let text = world.waiting().await[0];
        let long = "a".repeat(LONGEST_FEEDBACK + 1);
        for (typed, expected) in [
            (Typed { level: "", ..ACCEPT }, "review-level"),
            (Typed { level: "4", ..ACCEPT }, "review-level"),
            (Typed { decision: "", ..ACCEPT }, "choice"),
            (Typed { feedback: " \n", ..RETURN }, "review-feedback"),
            (Typed { feedback: "a\0b", ..ACCEPT }, "text-unkeepable"),
            (Typed { feedback: &long, ..ACCEPT }, "text-too-long"),
        ] {
            assert_eq!(codes(world.review(&trainer(), text, typed).await.expect_err("a refusal")), [expected]);
        }
        world.review(&trainer(), text, Typed { feedback: "", ..ACCEPT }).await.expect("an acceptance says enough");
    }
}

harness::on_both! {
    async fn required_activities_are_counted_as_they_stand(store: Store) {
        let (world, participation) = taught(&store).await;
        let units = world.open_units();
        let private = world.edition.commitment();
        let reviewed: Vec<UnitId> = units.iter().map(|place| place.id).filter(|unit| Some(*unit) != private).collect();
        for unit in &reviewed[..3] {
            world.hand_in(*unit, "A text").await.expect("handed in");
        }
        let waiting = world.waiting().await;
        world.review(&trainer(), waiting[0], ACCEPT).await.expect("a review");
        world.review(&trainer(), waiting[1], RETURN).await.expect("a review");
        let counted = reviews::activities(&world.services, store.read(), participation).await.expect("counts");
        let required = u32::try_from(units.len()).expect("a few");
        assert_eq!(counted, Some(Activities { required, waiting: 1, returned: 1, accepted: 1 }));
        let nobody = reviews::activities(&world.services, store.read(), ParticipationId(Uuid::from_u128(99))).await;
        assert_eq!(nobody.expect("an answer"), None);
    }
}
