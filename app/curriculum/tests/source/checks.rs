//! Every other rule of a course's source, each broken once: the error names the file and the line.

use crate::sample::{COURSE, MODULE, Sample, UNIT};
use proptest::prelude::*;

/// Changes the first unit and expects an error on the line that holds `at`.
#[track_caller]
fn unit_is_refused(from: &str, to: &str, at: &str, says: &str) {
    Sample::english()
        .change(UNIT, from, to)
        .is_refused(UNIT, at, says);
}

#[test]
fn a_missing_part_is_named() {
    let headings = [
        "# Scope",
        "# Content",
        "# Activity",
        "# Thinking",
        "# Extra",
        "# Trainer",
    ];
    for heading in headings {
        let errors = Sample::english()
            .change(UNIT, &format!("\n{heading}\n"), "\n")
            .read()
            .expect_err("a refusal");
        assert!(
            errors
                .iter()
                .any(|error| error.message.contains(&format!("“{heading}” is missing"))),
            "{heading}: {errors:?}"
        );
    }
}

#[test]
fn parts_out_of_order_unknown_or_repeated_are_named() {
    unit_is_refused(
        "## Facilitation\n\nBegin with a question.\n",
        "## Answer key\n\nFirst.\n",
        "## Workshop variant",
        "out of order",
    );
    unit_is_refused(
        "# Trainer\n",
        "# Extra  \n\nMore.\n\n# Trainer\n",
        "# Extra  ",
        "stands twice",
    );
    unit_is_refused(
        "# Extra\n",
        "# Further\n",
        "# Further",
        "“Further” is not a heading of a unit",
    );
    unit_is_refused(
        "## Online\n",
        "## Alone\n",
        "## Alone",
        "“Alone” is not a heading of Activity",
    );
    let moved = Sample::english()
        .change(UNIT, "# Extra\n\nNone\n", "")
        .change(UNIT, "# Content", "# Extra\n\nNone\n\n# Content");
    moved.is_refused(UNIT, "# Content", "out of order");
}

#[test]
fn an_empty_part_is_refused_but_extra_may_say_none() {
    unit_is_refused(
        "What this unit is about.",
        "",
        "# Scope",
        "“Scope” is empty",
    );
    unit_is_refused("None", "", "# Extra", "“Extra” is empty");
    unit_is_refused("Do it in a room.", "", "## Workshop", "“Workshop” is empty");
}

#[test]
fn a_skipped_heading_level_is_refused() {
    unit_is_refused(
        "## A heading",
        "### A deep heading",
        "### A deep heading",
        "skips a level",
    );
}

#[test]
fn an_outcome_that_nothing_addresses_is_refused() {
    unit_is_refused(
        "  locate: Find it.",
        "  locate: Find it.\n  explain: Explain it.",
        "explain:",
        "Nothing addresses the outcome “explain”",
    );
}

#[test]
fn a_unit_has_two_to_four_outcomes() {
    let one = Sample::english().change(UNIT, "  locate: Find it.\n", "");
    one.is_refused(UNIT, "outcomes:", "this one has 1");
    let five = "  define: Define it.\n  a: A.\n  b: B.\n  c: C.";
    unit_is_refused("  define: Define it.", five, "outcomes:", "this one has 5");
}

#[test]
fn a_licence_that_forbids_adaptation_is_refused() {
    unit_is_refused(
        "CC-BY-4.0",
        "CC-BY-ND-4.0",
        "licence:",
        "forbids adaptation",
    );
    Sample::english()
        .change(COURSE, "CC-BY-4.0", "cc by-nc-nd 4.0")
        .is_refused(COURSE, "licence:", "forbids adaptation");
}

#[test]
fn an_image_needs_words_and_an_address_of_our_own() {
    unit_is_refused(
        "![A gate](/media/gate.png)",
        "![](/media/gate.png)",
        "![]",
        "no text alternative",
    );
    for address in [
        "https://example.org/a.png",
        "//example.org/a.png",
        "data:image/png;base64,AA",
    ] {
        unit_is_refused(
            "/media/gate.png",
            address,
            "![A gate]",
            "Readers load nothing from other sites",
        );
    }
}

#[test]
fn a_link_that_runs_a_program_is_refused() {
    for address in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//example.org",
        "other.html",
    ] {
        unit_is_refused(
            "https://example.org/",
            address,
            "A paragraph with",
            "not an address that readers can follow",
        );
    }
}

#[test]
fn raw_html_is_refused_wherever_it_stands() {
    unit_is_refused(
        "A paragraph",
        "<script>alert(1)</script>\n\nA paragraph",
        "<script>",
        "Raw HTML",
    );
    unit_is_refused("> Not this.", "> Not <b>this</b>.", "<b>this", "Raw HTML");
    Sample::english()
        .change(MODULE, "Ninety", "<i>Ninety</i>")
        .is_refused(MODULE, "<i>", "Raw HTML");
}

#[test]
fn a_minute_plan_runs_without_gaps_to_the_unit_s_minutes() {
    unit_is_refused(
        "| 10–20 |",
        "| 12–20 |",
        "| 12–20 |",
        "the one before ends at minute 10",
    );
    unit_is_refused("| 10–20 |", "| 10–10 |", "| 10–10 |", "before it has begun");
    unit_is_refused(
        "| 20–30 |",
        "| 20–40 |",
        "| Minutes",
        "ends at minute 40, but the unit takes 30",
    );
    unit_is_refused(
        "| 10–20 |",
        "| then |",
        "| then |",
        "begins with minutes such as",
    );
}

#[test]
fn an_activity_is_shorter_than_its_unit_and_knows_its_outcomes() {
    unit_is_refused(
        "  minutes: 10",
        "  minutes: 30",
        "  minutes: 30",
        "the whole unit only 30",
    );
    unit_is_refused(
        "outcomes: [locate]",
        "outcomes: [other]",
        "outcomes: [other]",
        "“other” is not an outcome",
    );
    unit_is_refused(
        "grouping: pair",
        "grouping: crowd",
        "grouping: crowd",
        "one of: solo, pair, group",
    );
}

#[test]
fn front_matter_is_checked_key_by_key() {
    unit_is_refused(
        "minutes: 30",
        "minutes: 30\nlevel: 3",
        "level: 3",
        "“level” is not a key",
    );
    unit_is_refused(
        "minutes: 30",
        "minutes: soon",
        "minutes: soon",
        "a whole number",
    );
    unit_is_refused("title: First unit\n", "", "minutes: 30", "lacks “title”");
    unit_is_refused(
        "title: First unit",
        "title: 2024",
        "title: 2024",
        "Put it in quotes",
    );
    unit_is_refused(
        "title: First unit",
        "title: One: two",
        "title: One: two",
        "cannot be read",
    );
    unit_is_refused(
        "  locate: Find it.",
        "  define: Again.",
        "define: Define it.",
        "duplicate",
    );
    Sample::english()
        .change(MODULE, "academic,", "everyone,")
        .is_refused(MODULE, "audience:", "cannot be “everyone”");
    Sample::english()
        .change(COURSE, "course: sample", "course: A Sample")
        .is_refused(COURSE, "course:", "cannot stand in an address");
    Sample::english().with(UNIT, "# Scope\n").is_refused(
        UNIT,
        "# Scope",
        "Begin the file with front matter",
    );
}

#[test]
fn files_and_folders_have_their_places() {
    let sample = Sample::english;
    sample()
        .with("notes.txt", "x")
        .is_refused("notes.txt", "x", "no place in a course");
    sample().with("m1/extra/1-a.en.md", "x").is_refused(
        "m1/extra/1-a.en.md",
        "x",
        "no place in a course",
    );
    sample().with("../m1/1-a.en.md", "x").is_refused(
        "../m1/1-a.en.md",
        "x",
        "cannot name a folder of a module",
    );
    sample()
        .with("m1/1-first.de.md", "x")
        .is_refused("m1/1-first.de.md", "x", "not a language");
    sample()
        .without(COURSE)
        .is_refused(COURSE, "", "This file is missing");
    sample()
        .without(MODULE)
        .is_refused(MODULE, "", "This file is missing");
    sample().change(COURSE, "[m1]", "[m1, m2]").is_refused(
        COURSE,
        "modules:",
        "“m2” has no folder",
    );
    sample()
        .with("m2/module.en.md", include_str!("sample/module.en.md"))
        .is_refused(COURSE, "modules:", "“m2” is not among the modules");
    sample()
        .without(UNIT)
        .is_refused("m1/2-second.en.md", "---", "should be number 1");
    sample()
        .with("m1/3-first.en.md", include_str!("sample/first.en.md"))
        .is_refused("m1/3-first.en.md", "---", "are called “first”");
    assert!(curriculum::read([]).is_err());
}

#[test]
fn all_errors_come_at_once_in_the_order_of_lines() {
    let sample = Sample::english()
        .change(UNIT, "minutes: 30", "minutes: soon")
        .change(UNIT, "  > Not this.\n", "")
        .change(UNIT, "None", "");
    let errors = sample.read().expect_err("a refusal");
    let lines: Vec<usize> = errors.iter().map(|error| error.line).collect();
    assert_eq!(errors.len(), 3, "{errors:?}");
    assert!(lines.is_sorted());
    assert!(
        errors[0]
            .to_string()
            .starts_with("m1/1-first.en.md:3: “minutes”"),
        "{}",
        errors[0]
    );
}

proptest! {
    #[test]
    fn no_text_makes_reading_fail_badly(text in "(---|\n|# |Scope|Content|- \\[x\\]|> |a|: |\\PC){0,40}", place in 0..3_usize) {
        let path = [COURSE, MODULE, UNIT][place];
        let _ = Sample::english().with(path, &text).read();
        let _ = Sample::english().change(UNIT, "A paragraph with a", &text).read();
    }
}

#[test]
fn at_most_one_activity_is_the_commitment_and_everybody_does_it() {
    const SECOND: &str = "m1/2-second.en.md";
    let (plain, commitment) = ("  grouping: pair", "  grouping: pair\n  commitment: true");
    let one = Sample::english().change(UNIT, plain, commitment);
    let course = one.read().expect("a course with a commitment");
    let units = &course.text(course.original_language()).modules[0].units;
    let marked: Vec<bool> = units.iter().map(|unit| unit.activity.commitment).collect();
    assert_eq!(marked, [true, false]);
    one.clone().change(SECOND, plain, commitment).is_refused(
        SECOND,
        "activity:",
        "has a commitment already, in the unit “first”",
    );
    one.change(MODULE, "trainers_only: false", "trainers_only: true")
        .is_refused(UNIT, "activity:", "a module for trainers only");
    unit_is_refused(
        plain,
        "  grouping: pair\n  commitment: perhaps",
        "commitment:",
        "must be true or false",
    );
}
