//! Saving: nothing acknowledged is lost, nothing is saved twice, and the newest answer counts.

use domain::assessment::Answer;
use domain::clock::{MINUTE, Timestamp};
use domain::people::Actor;
use futures::future::join_all;
use services::ServiceError;
use services::learning::{
    AnswerGiven, LONGEST_TEXT, save_answer, save_reflection, submit_activity, unit_record,
};

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
