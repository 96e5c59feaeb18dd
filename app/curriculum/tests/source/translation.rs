//! What must be the same in every language.

use crate::sample::{Sample, UNIT, UNIT_SQ};

#[track_caller]
fn translation_is_refused(from: &str, to: &str, at: &str, says: &str) {
    Sample::partly_albanian()
        .change(UNIT_SQ, from, to)
        .is_refused(UNIT_SQ, at, says);
}

#[test]
fn a_translation_keeps_blocks_and_prompts_one_for_one() {
    translation_is_refused(
        "![A gate](/media/gate.png)\n",
        "",
        "# Content",
        "Blocks of Content: 2 here, 3 in the original",
    );
    translation_is_refused(
        "- What did you *miss*?\n",
        "",
        "# Thinking",
        "Reflection prompts: 1 here, 2 in the original",
    );
}

#[test]
fn a_translation_keeps_questions_options_and_keys() {
    translation_is_refused(
        "Question: is-it-so",
        "Question: a-eshte",
        "# Thinking",
        "The questions and their order",
    );
    translation_is_refused(
        "kind: true-false",
        "kind: single",
        "Question: is-it-so",
        "kind and outcome",
    );
    translation_is_refused(
        "- [ ] This",
        "- [ ] More\n  > No.\n- [ ] This",
        "Question: one-of-two",
        "has 3 options, its original 2",
    );
    translation_is_refused(
        "answer: 120",
        "answer: 12",
        "Question: how-many",
        "The key differs",
    );
    let swapped = Sample::partly_albanian()
        .change(UNIT_SQ, "- [ ] This", "- [x] This")
        .change(UNIT_SQ, "- [x] That", "- [ ] That");
    swapped.is_refused(UNIT_SQ, "Question: one-of-two", "The key differs");
}

#[test]
fn a_translation_keeps_minutes_outcomes_and_activity() {
    let shorter = Sample::partly_albanian()
        .change(UNIT_SQ, "minutes: 30", "minutes: 20")
        .change(UNIT_SQ, "| 20–30 | Questions | Together |\n", "");
    shorter.is_refused(UNIT_SQ, "minutes:", "must be as in the original");
    translation_is_refused(
        "  define: Përkufizojeni.\n  locate: Find it.",
        "  locate: Gjeni.\n  define: Përkufizojeni.",
        "outcomes:",
        "define, locate",
    );
    translation_is_refused(
        "grouping: pair",
        "grouping: solo",
        "activity:",
        "must be as in the original",
    );
}

#[test]
fn a_translation_follows_an_original_of_the_same_number() {
    let renumbered = Sample::partly_albanian()
        .without(UNIT_SQ)
        .with("m1/3-third.sq.md", include_str!("sample/first.sq.md"));
    renumbered.is_refused("m1/3-third.en.md", "", "This file is missing");
}

#[test]
fn the_descriptions_agree_too() {
    let module =
        include_str!("sample/module.en.md").replace("trainers_only: false", "trainers_only: true");
    Sample::english()
        .with("m1/module.sq.md", &module)
        .is_refused("m1/module.sq.md", "audience:", "must be as in the original");
    let course = include_str!("sample/course.en.md").replace("course: sample", "course: another");
    Sample::english().with("course.sq.md", &course).is_refused(
        "course.sq.md",
        "---",
        "calls this course “sample”",
    );
}

#[test]
fn an_accepted_word_may_be_another_word_in_another_language() {
    assert!(Sample::partly_albanian().read().is_ok());
}

#[test]
fn an_activity_is_the_commitment_in_every_language_or_in_none() {
    let (plain, commitment) = ("  grouping: pair", "  grouping: pair\n  commitment: true");
    Sample::partly_albanian()
        .change(UNIT, plain, commitment)
        .is_refused(UNIT_SQ, "activity:", "must be the course's commitment");
}
