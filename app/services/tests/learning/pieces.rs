//! Matching and ordering as they are saved, and answers to a course that was published anew.

use domain::assessment::{Answer, FULL_MARK};
use domain::course::{Question, QuestionKind};
use domain::ids::UnitId;
use futures::future::join_all;
use services::ServiceError;
use services::course::{install, unit_by_id};
use services::learning::{AnswerGiven, save_answer, unit_record};

use crate::world::{ENGLISH, World, learner, right, trainer, world};

/// The first question of a kind that the starter course asks everybody, and its unit.
async fn first(world: &World, kind: QuestionKind) -> (UnitId, Question) {
    for place in world.open_units() {
        let text = world.text(place.id).await;
        let found = text.thinking.questions.iter().find(|q| q.kind() == kind);
        if let Some(question) = found {
            return (place.id, question.clone());
        }
    }
    panic!("the starter course has no question of this kind");
}

fn problem(error: ServiceError) -> String {
    match error {
        ServiceError::Invalid(problems) => problems[0].code.clone(),
        other => panic!("another error: {other}"),
    }
}

harness::on_both! {
    async fn matching_and_ordering_are_saved_marked_and_read_back(store: Store) {
        let world = world(&store).await;
        for kind in [QuestionKind::Matching, QuestionKind::Ordering] {
            let (unit, question) = first(&world, kind).await;
            let saved = save_answer(&world.services, &learner(), ENGLISH, unit, right(&question, "one"))
                .await
                .expect("a mark");
            assert_eq!(saved.mark.score, Some(FULL_MARK));
            let mut given = right(&question, "two");
            swap_last(&question, &mut given);
            let saved = save_answer(&world.services, &learner(), ENGLISH, unit, given).await.expect("a mark");
            assert_eq!(saved.mark.score, Some(0));
            let wrong = saved.mark.feedback.iter().filter(|said| !said.right).count();
            assert_eq!(wrong, 2);
            let view = unit_by_id(&world.services, &learner(), ENGLISH, unit).await.expect("the unit");
            let record = unit_record(&world.services, &learner(), &view).await.expect("the record");
            assert_eq!(record.answers[question.id.as_str()].answer, saved.answer);
        }
    }
}

/// Exchanges what the last two lines hold.
fn swap_last(question: &Question, given: &mut AnswerGiven) {
    let answer = Answer::from_form(question, &given.values).expect("an answer");
    let swapped = match answer {
        Some(Answer::Matches(mut lines)) => {
            let last = lines.len() - 1;
            lines.swap(last - 1, last);
            Answer::Matches(lines)
        }
        Some(Answer::Order(mut lines)) => {
            let last = lines.len() - 1;
            lines.swap(last - 1, last);
            Answer::Order(lines)
        }
        other => panic!("another answer: {other:?}"),
    };
    given.values = swapped.to_form(question);
}

harness::on_both! {
    async fn half_an_order_two_in_one_place_and_a_forged_line_are_told_and_not_kept(store: Store) {
        let world = world(&store).await;
        let (unit, question) = first(&world, QuestionKind::Ordering).await;
        let right = right(&question, "key");
        let mut half = right.clone();
        half.values.pop();
        let mut shared = right.clone();
        shared.values[1] = shared.values[1].replace("-2", "-1");
        let mut forged = right.clone();
        forged.values[0] = "0000000000000000-1".to_owned();
        for (given, says) in [
            (half, "answer-incomplete"),
            (shared, "answer-same-place"),
            (forged, "answer-unfit"),
        ] {
            assert_eq!(problem(world.answer(unit, given).await.expect_err("a refusal")), says);
        }
        let elsewhere = AnswerGiven { question: "no-such-question".to_owned(), ..right };
        assert!(matches!(world.answer(unit, elsewhere).await, Err(ServiceError::Hidden)));
        assert!(harness::texts(&store, "select answer from response").await.is_empty());
    }
}

harness::on_both! {
    async fn of_two_windows_that_order_at_once_both_see_the_same_result(store: Store) {
        let world = world(&store).await;
        let (unit, question) = first(&world, QuestionKind::Ordering).await;
        let saves = (0..8).map(|_| world.answer(unit, right(&question, "same")));
        for saved in join_all(saves).await {
            saved.expect("an acknowledgement");
        }
        assert_eq!(harness::texts(&store, "select answer from response").await.len(), 1);
    }
}

harness::on_both! {
    async fn a_course_published_anew_changes_no_question_that_somebody_is_answering(store: Store) {
        let world = world(&store).await;
        let (unit, question) = first(&world, QuestionKind::Ordering).await;
        let given = right(&question, "before");
        world.answer(unit, given.clone()).await.expect("an answer");
        // The same course with the order turned round.
        let files = curriculum::source_of_starter().into_iter().map(|(path, text)| {
            let text = text.replace("1. \"You are right", "4. \"You are right");
            (path, text.replace("title: Internationalisation at Home\n", "title: Changed\n"))
        });
        install(&world.services, &curriculum::read(files).expect("a course")).await.expect("a publication");
        let view = unit_by_id(&world.services, &trainer(), ENGLISH, unit).await.expect("the old unit");
        assert_eq!(view.text.question(question.id.as_str()), Some(&question));
        let record = unit_record(&world.services, &learner(), &view).await.expect("the record");
        assert_eq!(record.answers[question.id.as_str()].mark.score, Some(FULL_MARK));
        world.answer(unit, AnswerGiven { save_key: "after".to_owned(), ..given }).await.expect("the page left open still answers");
    }
}
