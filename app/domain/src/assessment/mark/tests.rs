use super::samples::{matching, multiple, numeric, open, ordering, short, single};
use super::*;
use proptest::prelude::*;

fn score(question: &Question, answer: &Answer) -> Option<u16> {
    mark(question, answer).expect("a mark").score
}

fn choices(chosen: &[u16]) -> Answer {
    Answer::Choices(chosen.iter().copied().collect())
}

#[test]
fn a_single_choice_is_right_or_wrong_and_says_only_what_was_chosen() {
    let marked = mark(&single(4, 2), &Answer::Choice(0)).expect("a mark");
    assert_eq!((marked.score, marked.verdict()), (Some(0), Verdict::Wrong));
    assert_eq!(marked.feedback.len(), 1);
    assert_eq!(score(&single(4, 2), &Answer::Choice(2)), Some(FULL_MARK));
}

#[test]
fn choosing_everything_earns_nothing() {
    let question = multiple(&[true, true, true, false]);
    assert_eq!(score(&question, &choices(&[0, 1, 2, 3])), Some(0));
    assert_eq!(score(&question, &choices(&[0, 1, 2])), Some(FULL_MARK));
    assert_eq!(score(&question, &choices(&[0])), Some(333));
    let half = multiple(&[true, true, false, false]);
    let marked = mark(&half, &choices(&[0, 1, 2])).expect("a mark");
    assert_eq!(
        (marked.score, marked.verdict()),
        (Some(500), Verdict::Partly)
    );
}

#[test]
fn matching_takes_every_row_and_says_which_were_right() {
    let question = matching(&[0, 1, 0]);
    assert_eq!(
        score(&question, &Answer::Matches(vec![0, 1, 0])),
        Some(FULL_MARK)
    );
    let marked = mark(&question, &Answer::Matches(vec![0, 1, 1])).expect("a mark");
    assert_eq!((marked.score, marked.verdict()), (Some(0), Verdict::Wrong));
    let right: Vec<bool> = marked.feedback.iter().map(|said| said.right).collect();
    assert_eq!(right, [true, true, false]);
}

#[test]
fn ordering_takes_every_place_and_speaks_of_the_items_as_they_were_put() {
    let question = ordering(3);
    assert_eq!(
        score(&question, &Answer::Order(vec![0, 1, 2])),
        Some(FULL_MARK)
    );
    let marked = mark(&question, &Answer::Order(vec![0, 2, 1])).expect("a mark");
    assert_eq!(marked.score, Some(0));
    let shown = question.for_learner().pieces;
    let said: Vec<(&str, bool, &str)> = marked
        .feedback
        .iter()
        .map(|said| {
            let piece = &shown[usize::from(said.option.expect("a piece"))];
            (piece.html.as_str(), said.right, said.html.as_str())
        })
        .collect();
    assert_eq!(
        said,
        [
            ("item 0", true, "stands 0"),
            ("item 2", false, "stands 2"),
            ("item 1", false, "stands 1")
        ]
    );
}

#[test]
fn a_number_counts_when_it_lies_within_the_tolerance() {
    let question = numeric("3.5", "0.5");
    for (typed, expected) in [("4,0", FULL_MARK), ("3", FULL_MARK), ("4,01", 0)] {
        assert_eq!(
            score(&question, &Answer::Number(typed.to_owned())),
            Some(expected),
            "{typed}"
        );
    }
}

#[test]
fn a_short_answer_may_differ_in_case_spaces_and_accents() {
    let question = short(&["gjuhë amtare", "mother tongue"]);
    for typed in ["Gjuhe  Amtare", " MOTHER TONGUE. ", "gjuhe\u{308} amtare"] {
        assert_eq!(
            score(&question, &Answer::Text(typed.to_owned())),
            Some(FULL_MARK),
            "{typed}"
        );
    }
    assert_eq!(
        score(&question, &Answer::Text("mother".to_owned())),
        Some(0)
    );
}

#[test]
fn an_open_answer_waits_for_the_trainer() {
    let marked = mark(&open(), &Answer::Text("My change".to_owned())).expect("a mark");
    assert_eq!((marked.score, marked.verdict()), (None, Verdict::Waiting));
}

proptest! {
    #[test]
    fn no_answer_scores_below_nothing_or_above_everything(
        keys in prop::collection::vec(any::<bool>(), 0..8),
        chosen in prop::collection::btree_set(0_u16..10, 0..8),
    ) {
        if let Ok(marked) = mark(&multiple(&keys), &Answer::Choices(chosen.clone())) {
            prop_assert!(marked.score.is_some_and(|score| score <= FULL_MARK));
            prop_assert_eq!(marked.feedback.len(), chosen.len());
        }
    }

    #[test]
    fn a_further_right_option_never_costs_and_a_further_wrong_one_never_earns(
        keys in prop::collection::vec(any::<bool>(), 2..8),
        chosen in prop::collection::btree_set(0_u16..8, 1..8),
        extra in 0_u16..8,
    ) {
        let question = multiple(&keys);
        let mut more = chosen.clone();
        more.insert(extra);
        if let (Ok(before), Ok(after)) = (mark(&question, &Answer::Choices(chosen)), mark(&question, &Answer::Choices(more))) {
            if keys[usize::from(extra)] {
                prop_assert!(after.score >= before.score);
            } else {
                prop_assert!(after.score <= before.score);
            }
        }
    }

    #[test]
    fn no_typed_answer_makes_marking_fail_badly(typed in any::<String>()) {
        let _ = mark(&numeric("1", "0"), &Answer::Number(typed.clone()));
        let _ = mark(&short(&["x"]), &Answer::Text(typed));
    }
}
