//! Saving: nothing acknowledged is lost, nothing is saved twice, and the newest answer counts.

use domain::assessment::Answer;
use domain::clock::{MINUTE, Timestamp};
use domain::ids::PersonId;
use domain::people::Actor;
use futures::future::join_all;
use services::ServiceError;
use services::learning::{
    AnswerGiven, LONGEST_TEXT, save_answer, save_reflection, submit_activity, unit_record,
};

use uuid::Uuid;

use crate::world::{ENGLISH, World, choose, learner, right, world};

/// Every answer ever kept, as a document, oldest first.
async fn kept(world: &World) -> Vec<String> {
    harness::texts(
        &world.services.store,
        "select answer from response order by saved_at, id",
    )
    .await
}

fn problem(error: &ServiceError) -> (&str, &str) {
    match error {
        ServiceError::Invalid(problems) => (&problems[0].field, &problems[0].code),
        other => panic!("another error: {other}"),
    }
}

harness::on_both! {
    async fn the_same_save_sent_by_twenty_windows_at_once_is_one_save(store: Store) {
        let world = world(&store).await;
        let unit = world.first_unit();
        let text = world.text(unit).await;
        let question = &text.thinking.questions[0];
        let saves = (0..20).map(|_| world.answer(unit, right(question, "same")));
        for saved in join_all(saves).await {
            saved.expect("an acknowledgement");
        }
        assert_eq!(kept(&world).await.len(), 1);
    }
}

harness::on_both! {
    async fn of_twenty_answers_at_once_none_is_lost(store: Store) {
        let world = world(&store).await;
        let unit = world.first_unit();
        let text = world.text(unit).await;
        let keys: Vec<String> = (0..20).map(|n| format!("save-{n}")).collect();
        let saves = keys.iter().map(|key| world.answer(unit, choose(&text.thinking.questions[0], 0, key)));
        for saved in join_all(saves).await {
            saved.expect("an acknowledgement");
        }
        assert_eq!(kept(&world).await.len(), 20);
    }
}

/// People who are in a room, one more than a round of saves takes twice over.
fn room() -> Vec<PersonId> {
    (100..229).map(|n| PersonId(Uuid::from_u128(n))).collect()
}

fn somebody(person: PersonId) -> Actor {
    Actor::Person {
        id: person,
        roles: Vec::new(),
    }
}

harness::on_both! {
    async fn a_room_that_answers_at_once_has_every_answer_kept_each_under_its_own_name(store: Store) {
        let world = world(&store).await;
        let (services, unit, room) = (&world.services, world.first_unit(), room());
        let text = world.text(unit).await;
        let question = &text.thinking.questions[0];
        world.people(&room).await;
        let answer = async |seat: usize, option: usize, key: &str| {
            let given = AnswerGiven { known: Some(Timestamp(0)), ..choose(question, option, key) };
            let saved = save_answer(services, &somebody(room[seat]), ENGLISH, unit, given).await;
            saved.expect("an acknowledgement")
        };
        // Every second one has answered before, elsewhere.
        let before = services.now();
        join_all((1..room.len()).step_by(2).map(|seat| answer(seat, 0, "before"))).await;
        world.clock.pass(MINUTE);
        let saved = join_all((0..room.len()).map(|seat| answer(seat, seat % 2, "key"))).await;
        for (seat, saved) in saved.into_iter().enumerate() {
            let replaced = (seat % 2 == 1).then_some(before);
            assert_eq!((saved.saved.at, saved.replaced), (services.now(), replaced), "seat {seat}");
        }
        let view = &services::course::unit_by_id(services, &learner(), ENGLISH, unit).await.expect("a unit");
        let records = room.iter().map(async |person| unit_record(services, &somebody(*person), view).await);
        for (seat, record) in join_all(records).await.into_iter().enumerate() {
            let answers = record.expect("a record").answers;
            assert_eq!(answers[question.id.as_str()].answer, Answer::Choice(u16::from(seat % 2 == 1)));
        }
    }
}

// On one thread, the whole room waits before the first round begins.
#[tokio::test]
async fn somebody_who_is_gone_takes_nobody_else_s_step_along_whatever_it_is() {
    let scratch = harness::sqlite().await;
    let world = world(&scratch.store).await;
    let (services, unit, room) = (&world.services, world.first_unit(), &room()[..12]);
    let text = world.text(unit).await;
    let (question, prompt) = (
        &text.thinking.questions[0],
        text.thinking.prompts[0].id.as_str(),
    );
    world.people(&room[..11]).await;
    let steps = room.iter().enumerate().map(async |(seat, person)| {
        let actor = somebody(*person);
        match seat % 3 {
            0 => save_reflection(services, &actor, ENGLISH, unit, prompt, "A thought")
                .await
                .is_ok(),
            1 => submit_activity(services, &actor, ENGLISH, unit, "A plan")
                .await
                .is_ok(),
            _ => save_answer(services, &actor, ENGLISH, unit, choose(question, 0, "key"))
                .await
                .is_ok(),
        }
    });
    let saved = join_all(steps).await;
    assert!(
        !saved[11] && saved[..11].iter().all(|saved| *saved),
        "{saved:?}"
    );
    for (table, count) in [
        ("reflection", 4),
        ("submission", 4),
        ("response", 3),
        ("reading", 11),
    ] {
        let rows = format!("select cast(count(*) as text) from {table}");
        assert_eq!(
            harness::texts(&scratch.store, &rows).await,
            [count.to_string()],
            "{table}"
        );
    }
    let again = save_reflection(services, &somebody(room[11]), ENGLISH, unit, prompt, "x").await;
    assert!(again.is_err(), "nobody is there");
    world
        .answer(unit, choose(question, 0, "later"))
        .await
        .expect("the line is served again");
}

harness::on_both! {
    async fn the_newest_answer_counts_and_a_repeated_save_brings_no_old_one_back(store: Store) {
        let world = world(&store).await;
        let unit = world.first_unit();
        let text = world.text(unit).await;
        let question = &text.thinking.questions[0];
        world.answer(unit, choose(question, 0, "first")).await.expect("saved");
        world.clock.pass(MINUTE);
        world.answer(unit, choose(question, 1, "second")).await.expect("saved");
        world.clock.pass(MINUTE);
        world.answer(unit, choose(question, 0, "first")).await.expect("acknowledged again");
        let view = services::course::unit_by_id(&world.services, &learner(), ENGLISH, unit).await.expect("a unit");
        let record = unit_record(&world.services, &learner(), &view).await.expect("a record");
        assert_eq!(record.answers[question.id.as_str()].answer, Answer::Choice(1));
        assert_eq!(kept(&world).await.len(), 2);
    }
}

harness::on_both! {
    async fn another_answer_under_an_old_save_key_is_kept_all_the_same(store: Store) {
        let world = world(&store).await;
        let unit = world.first_unit();
        let text = world.text(unit).await;
        let question = &text.thinking.questions[0];
        world.answer(unit, choose(question, 0, "page")).await.expect("saved");
        world.clock.pass(MINUTE);
        world.answer(unit, choose(question, 1, "page")).await.expect("saved");
        let kept = kept(&world).await;
        assert_eq!(kept.len(), 2);
        assert!(kept[1].contains('1'), "{:?}", kept[1]);
    }
}

harness::on_both! {
    async fn whoever_answers_in_two_windows_is_told(store: Store) {
        let world = world(&store).await;
        let unit = world.first_unit();
        let text = world.text(unit).await;
        let question = &text.thinking.questions[0];
        world.answer(unit, choose(question, 0, "one-window")).await.expect("saved");
        world.clock.pass(MINUTE);
        let elsewhere = AnswerGiven { known: Some(Timestamp(0)), ..choose(question, 1, "another-window") };
        let told = save_answer(&world.services, &learner(), ENGLISH, unit, elsewhere).await.expect("saved");
        assert!(told.replaced.is_some());
        let known = AnswerGiven { known: Some(told.saved.at), ..choose(question, 0, "third") };
        let quiet = save_answer(&world.services, &learner(), ENGLISH, unit, known).await.expect("saved");
        assert!(quiet.replaced.is_none());
    }
}

harness::on_both! {
    async fn what_is_no_answer_is_refused_beside_its_question_and_leaves_nothing(store: Store) {
        let world = world(&store).await;
        let unit = world.first_unit();
        let text = world.text(unit).await;
        let question = &text.thinking.questions[0];
        let field = format!("q-{}", question.id);
        let empty = AnswerGiven { values: Vec::new(), ..right(question, "key") };
        for (given, code) in [
            (empty, "answer-empty"),
            (choose(question, 99, "key"), "answer-unfit"),
            (right(question, ""), "answer-unfit"),
            (right(question, &"k".repeat(65)), "answer-unfit"),
        ] {
            let refused = world.answer(unit, given).await.expect_err("a refusal");
            assert_eq!(problem(&refused), (field.as_str(), code));
        }
        assert!(kept(&world).await.is_empty());
        let absent = AnswerGiven { question: "nothing".into(), ..right(question, "key") };
        assert!(matches!(world.answer(unit, absent).await, Err(ServiceError::Hidden)));
    }
}

harness::on_both! {
    async fn a_visitor_saves_nothing(store: Store) {
        let world = world(&store).await;
        let unit = world.first_unit();
        let text = world.text(unit).await;
        let given = right(&text.thinking.questions[0], "key");
        let saved = save_answer(&world.services, &Actor::Visitor, ENGLISH, unit, given).await;
        assert!(matches!(saved, Err(ServiceError::SignIn)));
    }
}

harness::on_both! {
    async fn a_text_that_cannot_be_kept_is_refused_whole(store: Store) {
        let world = world(&store).await;
        let (services, unit, actor) = (&world.services, world.first_unit(), learner());
        let long = "š".repeat(LONGEST_TEXT + 1);
        let refused = save_reflection(services, &actor, ENGLISH, unit, "p1", &long).await.expect_err("a refusal");
        assert_eq!(problem(&refused), ("r-p1", "text-too-long"));
        let refused = save_reflection(services, &actor, ENGLISH, unit, "p1", "a\0b").await.expect_err("a refusal");
        assert_eq!(problem(&refused), ("r-p1", "text-unkeepable"));
        let refused = submit_activity(services, &actor, ENGLISH, unit, " \n").await.expect_err("a refusal");
        assert_eq!(problem(&refused), ("product", "product-empty"));
        save_reflection(services, &actor, ENGLISH, unit, "p1", "one\r\ntwo").await.expect("saved");
        let view = services::course::unit_by_id(services, &actor, ENGLISH, unit).await.expect("a unit");
        let record = unit_record(services, &actor, &view).await.expect("a record");
        assert_eq!(record.reflections["p1"].body, "one\ntwo");
    }
}
