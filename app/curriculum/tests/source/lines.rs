//! Matching and ordering: how they are written, and each rule broken once.

use curriculum::Course;
use domain::assessment::{Answer, FULL_MARK, mark};
use domain::course::{Key, Question};
use domain::language::Language;

use crate::sample::{Sample, UNIT, UNIT_SQ};

const CHOICE: &str = "kind: single
outcome: define

Which one?

- [ ] This
  > Not this.
- [x] That
  > Yes, that.
";
const MATCHING: &str = "kind: matching
outcome: define

What belongs *together*?

- A cat
  - An *animal*
  > Cats live.
- A dog
  - An *animal*
  > Dogs live.
- A stone
  - A thing
  > Stones lie.
";
const ORDERING: &str = "kind: ordering
outcome: define

In which order?

1. Get *ready*
   > Before anything else.
2. Go
   > Then one goes.
3. Rest
   > At the end.
";

fn with(question: &str) -> Sample {
    Sample::english().change(UNIT, CHOICE, question)
}

fn question(course: &Course) -> &Question {
    let module = course.text(Language::English).module("m1");
    let unit = module.and_then(|module| module.unit("first"));
    let question = unit.and_then(|unit| unit.question("one-of-two"));
    question.expect("the question")
}

#[track_caller]
fn is_refused(question: &str, from: &str, to: &str, at: &str, says: &str) {
    assert!(question.contains(from), "{from}");
    with(&question.replacen(from, to, 1)).is_refused(UNIT, at, says);
}

#[test]
fn rows_are_read_with_their_choices_and_equal_choices_are_one() {
    let course = with(MATCHING).read().expect("the sample");
    let question = question(&course);
    let Key::Matching { rows, choices } = &question.key else {
        panic!("another kind");
    };
    assert_eq!(choices[..], ["An <em>animal</em>", "A thing"]);
    let read: Vec<(&str, u16, &str)> = rows
        .iter()
        .map(|row| (row.html.as_str(), row.choice, row.feedback_html.as_str()))
        .collect();
    assert_eq!(
        read,
        [
            ("A cat", 0, "Cats live."),
            ("A dog", 0, "Dogs live."),
            ("A stone", 1, "Stones lie.")
        ]
    );
    let right = mark(question, &Answer::Matches(vec![0, 0, 1]));
    assert_eq!(right.expect("a mark").score, Some(FULL_MARK));
}

#[test]
fn items_are_read_in_their_right_order() {
    let course = with(ORDERING).read().expect("the sample");
    let question = question(&course);
    let Key::Ordering { items } = &question.key else {
        panic!("another kind");
    };
    assert_eq!(items[0].html, "Get <em>ready</em>");
    assert_eq!(items[2].feedback_html, "At the end.");
    let right = mark(question, &Answer::Order(vec![0, 1, 2]));
    assert_eq!(right.expect("a mark").score, Some(FULL_MARK));
}

#[test]
fn every_row_has_one_choice_and_feedback() {
    is_refused(
        MATCHING,
        "  - A thing\n",
        "",
        "- A stone",
        "exactly one choice",
    );
    let two = "  - A thing\n  - Another thing\n";
    is_refused(
        MATCHING,
        "  - A thing\n",
        two,
        "- A stone",
        "exactly one choice",
    );
    is_refused(
        MATCHING,
        "  > Stones lie.\n",
        "",
        "- A stone",
        "no feedback",
    );
    is_refused(
        MATCHING,
        "- A stone",
        "- [ ] A stone",
        "- [ ] A stone",
        "have a box",
    );
    is_refused(
        MATCHING,
        "A thing",
        "An *animal*",
        "- A cat",
        "two different choices",
    );
}

#[test]
fn the_items_of_an_order_are_numbered_different_and_at_least_three() {
    is_refused(
        ORDERING,
        "3. Rest\n   > At the end.\n",
        "",
        "1. Get",
        "at least three",
    );
    is_refused(ORDERING, "3. Rest", "3. Go", "3. Go", "stands twice");
    is_refused(ORDERING, "   > At the end.\n", "", "3. Rest", "no feedback");
    let bullets = ORDERING
        .replace("1. ", "- ")
        .replace("2. ", "- ")
        .replace("3. ", "- ");
    with(&bullets).is_refused(UNIT, "- Get", "are numbered");
}

#[test]
fn a_question_without_its_list_is_refused() {
    for kind in ["matching", "ordering"] {
        let none = format!("kind: {kind}\noutcome: define\n\nWhat?\n");
        with(&none).is_refused(UNIT, "Question: one-of-two", "does not end with its");
    }
}

#[test]
fn a_translation_keeps_which_rows_belong_to_which_choices_and_how_many_items_there_are() {
    let albanian = |here: &str, there: &str| {
        let choice = CHOICE.replace("Which one?", "Cila?");
        Sample::partly_albanian()
            .change(UNIT, CHOICE, here)
            .change(UNIT_SQ, &choice, there)
    };
    assert!(albanian(MATCHING, MATCHING).read().is_ok());
    let other = MATCHING.replacen("- An *animal*", "- A thing", 1);
    albanian(MATCHING, &other).is_refused(UNIT_SQ, "Question: one-of-two", "The key differs");
    let more = format!("{ORDERING}4. Begin again\n   > Once more.\n");
    albanian(ORDERING, &more).is_refused(UNIT_SQ, "Question: one-of-two", "The key differs");
}

#[test]
fn what_a_learner_receives_says_nothing_about_rows_choices_or_order() {
    for text in [MATCHING, ORDERING] {
        let course = with(text).read().expect("the sample");
        let mut turned = question(&course).clone();
        match &mut turned.key {
            Key::Matching { rows, choices } => {
                choices.reverse();
                rows.iter_mut().for_each(|row| row.choice = 0);
            }
            Key::Ordering { items } => items.reverse(),
            _ => panic!("another kind"),
        }
        assert_eq!(question(&course).for_learner(), turned.for_learner());
    }
}
