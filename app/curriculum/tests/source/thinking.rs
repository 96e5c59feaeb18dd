//! The rules of Thinking, each broken once: the error names the file and the line.

use crate::sample::{Sample, UNIT};

#[track_caller]
fn unit_is_refused(from: &str, to: &str, at: &str, says: &str) {
    Sample::english()
        .change(UNIT, from, to)
        .is_refused(UNIT, at, says);
}

#[test]
fn thinking_holds_one_to_three_prompts() {
    unit_is_refused(
        "- What did you *miss*?",
        "- a\n- b\n- c",
        "- What did you see?",
        "4 reflection prompts",
    );
    unit_is_refused(
        "- What did you see?\n- What did you *miss*?\n",
        "",
        "# Thinking",
        "reflection prompts",
    );
}

#[test]
fn thinking_holds_three_to_five_marked_questions_and_one_open_at_most() {
    let text = include_str!("sample/first.en.md");
    let question = |name: &str| {
        let start = text
            .find(&format!("## Question: {name}"))
            .expect("a question");
        let end = text[start + 3..].find("\n#").expect("its end");
        &text[start..start + 3 + end]
    };
    let mut few = Sample::english();
    for name in ["one-of-two", "some-of-three", "is-it-so"] {
        few = few.change(UNIT, question(name), "");
    }
    few.is_refused(UNIT, "# Thinking", "has 2 questions");
    let sixth = format!(
        "{}\n\n# Extra",
        question("one-of-two").replace("one-of-two", "sixth")
    );
    unit_is_refused("# Extra", &sixth, "# Thinking", "has 6 questions");
    let open = format!(
        "{}\n\n# Extra",
        question("in-your-words").replace("in-your-words", "again")
    );
    unit_is_refused(
        "# Extra",
        &open,
        "# Thinking",
        "more than one open question",
    );
}

#[test]
fn two_questions_of_a_unit_have_different_names() {
    unit_is_refused(
        "Question: some-of-three",
        "Question: one-of-two ",
        "Question: one-of-two ",
        "are called “one-of-two”",
    );
}

#[test]
fn an_option_needs_a_box_and_feedback() {
    unit_is_refused("  > Not this.\n", "", "- [ ] This", "no feedback");
    unit_is_refused("- [ ] This", "- This", "- This", "begins with [ ]");
}

#[test]
fn a_key_fits_its_kind_of_question() {
    unit_is_refused(
        "- [ ] This",
        "- [x] This",
        "- [x] This",
        "exactly one option",
    );
    unit_is_refused(
        "- [x] That",
        "- [ ] That",
        "- [ ] This",
        "exactly one option",
    );
    unit_is_refused(
        "- [ ] Three",
        "- [x] Three",
        "- [x] One",
        "at least one option wrong",
    );
    let none = Sample::english()
        .change(UNIT, "- [x] One", "- [ ] One")
        .change(UNIT, "- [x] Two", "- [ ] Two");
    none.is_refused(UNIT, "- [ ] One", "at least one option as right");
    unit_is_refused(
        "- [ ] True",
        "- [ ] Perhaps\n  > No.\n- [ ] True",
        "- [ ] Perhaps",
        "exactly two options",
    );
}

#[test]
fn a_question_s_settings_are_checked() {
    unit_is_refused(
        "kind: single",
        "kind: riddle",
        "kind: riddle",
        "not a kind of question",
    );
    unit_is_refused(
        "kind: single\noutcome: define",
        "kind: single\noutcome: other",
        "outcome: other",
        "not an outcome of this unit",
    );
    unit_is_refused(
        "answer: 120",
        "answer: many",
        "answer: many",
        "not a number",
    );
    unit_is_refused(
        "tolerance: 0,5",
        "tolerance: -1",
        "tolerance: -1",
        "0 or more",
    );
    unit_is_refused(
        "answer: 120\n",
        "",
        "Question: how-many",
        "lacks the line “answer",
    );
    unit_is_refused(
        "kind: single",
        "kind: single\nanswer: 1",
        "answer: 1",
        "not a setting of this kind",
    );
    unit_is_refused(
        "accept: interpretation; an interpretation\n",
        "",
        "Question: which-word",
        "lacks the line “accept",
    );
    unit_is_refused(
        "outcome: define\n\nWhich one?",
        "outcome: define\nWhich one?",
        "Which one?",
        "Put an empty line",
    );
    unit_is_refused("Which one?\n", "", "Question: one-of-two", "asks nothing");
    unit_is_refused(
        "## Question: one-of-two",
        "## One of two",
        "## One of two",
        "not a heading of Thinking",
    );
}

#[test]
fn a_typed_question_says_something_right_or_wrong() {
    unit_is_refused(
        "> right: Yes.\n",
        "",
        "Question: which-word",
        "lacks the line “> right",
    );
    unit_is_refused(
        "> wrong: No.",
        "",
        "Question: which-word",
        "lacks the line “> wrong",
    );
    unit_is_refused(
        "> guidance: Two",
        "> Two",
        "> Two",
        "must begin with “> guidance:”",
    );
}
