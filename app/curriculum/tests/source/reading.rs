//! Reading a course without mistakes.

use crate::sample::{COURSE, Sample, UNIT};
use curriculum::write;
use domain::assessment::{Answer, FULL_MARK, mark};
use domain::course::{Part, QuestionKind};
use domain::language::Language;
use domain::progress::{Step, UnitProgress, UnitShape, resume};

#[test]
fn a_unit_is_read_with_all_its_parts() {
    let course = Sample::english().read().expect("the sample");
    let module = course
        .text(Language::English)
        .module("m1")
        .expect("a module");
    let unit = module.unit("first").expect("a unit");
    assert_eq!(module.units.len(), 2);
    assert_eq!(unit.scope_html, "<p>What this unit is about.</p>");
    let blocks: Vec<(&str, &str)> = unit
        .content
        .iter()
        .map(|block| (block.id.as_str(), block.html.as_str()))
        .collect();
    assert_eq!(
        blocks,
        [
            ("b1", "<h3>A heading</h3>"),
            (
                "b2",
                "<p>A paragraph with a <a href=\"https://example.org/\" rel=\"noopener\">link</a>.</p>"
            ),
            ("b3", "<p><img src=\"/media/gate.png\" alt=\"A gate\"></p>"),
        ]
    );
    assert_eq!(unit.activity.online_html, "<p>Do it alone.</p>");
    assert_eq!(unit.thinking.prompts[1].text, "What did you miss?");
    assert_eq!(unit.extra_html, None);
    assert_eq!(unit.trainer.plan[1].how_html, "In <strong>pairs</strong>");
    assert_eq!(
        unit.trainer.plan_notes_html,
        "<p>Keep the clock in sight.</p>"
    );
}

#[test]
fn every_kind_of_question_is_read_and_can_be_marked() {
    let course = Sample::english().read().expect("the sample");
    let unit = course
        .text(Language::English)
        .module("m1")
        .and_then(|module| module.unit("first"))
        .expect("a unit");
    let answers = [
        ("one-of-two", QuestionKind::Single, Answer::Choice(1)),
        (
            "some-of-three",
            QuestionKind::Multiple,
            Answer::Choices([0, 1].into()),
        ),
        ("is-it-so", QuestionKind::TrueFalse, Answer::Choice(1)),
        (
            "how-many",
            QuestionKind::Numeric,
            Answer::Number("119,5".to_owned()),
        ),
        (
            "which-word",
            QuestionKind::Short,
            Answer::Text("Interpretation".to_owned()),
        ),
    ];
    for (id, kind, answer) in answers {
        let question = unit.question(id).expect(id);
        assert_eq!(question.kind(), kind);
        assert_eq!(
            mark(question, &answer).expect(id).score,
            Some(FULL_MARK),
            "{id}"
        );
    }
    let wrong = mark(
        unit.question("how-many").expect("a question"),
        &Answer::Number("1".to_owned()),
    )
    .expect("a mark");
    assert_eq!(wrong.feedback[0].html, "Count <em>again</em>.");
    assert_eq!(
        unit.question("in-your-words")
            .map(|question| question.kind()),
        Some(QuestionKind::Open)
    );
}

#[test]
fn what_a_learner_receives_holds_no_key_and_no_feedback() {
    let course = Sample::english().read().expect("the sample");
    let unit = course
        .text(Language::English)
        .module("m1")
        .and_then(|module| module.unit("first"))
        .expect("a unit");
    for question in &unit.thinking.questions {
        let sent = format!("{:?}", question.for_learner());
        for secret in [
            "Yes",
            "Not this",
            "Right, it",
            "Count",
            "120",
            "nterpretation",
            "enough",
            "true",
        ] {
            assert!(!sent.contains(secret), "{secret} in {sent}");
        }
    }
}

#[test]
fn a_learner_who_has_begun_comes_back_to_the_first_unread_block() {
    let course = Sample::english().read().expect("the sample");
    let units = &course
        .text(Language::English)
        .module("m1")
        .expect("a module")
        .units;
    let shapes: Vec<UnitShape> = units.iter().map(UnitShape::of).collect();
    let first_block = units[0].content[0].id.clone();
    let progress = [
        [Step::ScopeOpened, Step::BlockSeen(first_block)]
            .into_iter()
            .collect(),
        UnitProgress::default(),
    ];
    let place = resume(shapes.iter().zip(&progress)).expect("a place");
    assert_eq!(
        (
            place.unit.as_str(),
            place.part,
            place.block.map(String::from)
        ),
        ("first", Part::Content, Some("b2".to_owned()))
    );
}

#[test]
fn a_unit_without_translation_stands_in_the_original_language_and_says_so() {
    let course = Sample::partly_albanian().read().expect("the sample");
    assert_eq!(
        course.languages().collect::<Vec<_>>(),
        [Language::English, Language::Albanian]
    );
    let albanian = course.text(Language::Albanian);
    let units: Vec<(Language, &str)> = albanian.modules[0]
        .units
        .iter()
        .map(|unit| (unit.language, unit.title.as_str()))
        .collect();
    assert_eq!(
        units,
        [
            (Language::Albanian, "Njësia e parë"),
            (Language::English, "First unit")
        ]
    );
    assert_eq!(albanian.language, Language::English);
    assert_eq!(
        course.text(Language::Bosnian),
        course.text(Language::English)
    );
}

#[test]
fn a_course_may_be_written_in_any_language_first() {
    let mut albanian = Sample::english();
    for (path, text) in Sample::english().files() {
        albanian = albanian
            .without(&path)
            .with(&path.replace(".en.", ".sq."), &text);
    }
    let course = albanian.read().expect("the sample");
    assert_eq!(course.original_language(), Language::Albanian);
    assert_eq!(
        course.text(Language::English).modules[0].units[0].language,
        Language::Albanian
    );
}

#[test]
fn an_export_is_the_import_byte_for_byte() {
    let sample = Sample::partly_albanian().change(UNIT, "Do it alone.", "Do  it\r\nalone.\t");
    let course = sample.read().expect("the sample");
    assert_eq!(write(&course), sample.files());
    let again = curriculum::read(write(&course)).expect("the export");
    assert_eq!(again, course);
    assert_eq!(again.content_hash(), course.content_hash());
}

#[test]
fn the_content_hash_changes_with_any_letter_and_any_path() {
    let hash = |sample: Sample| sample.read().expect("the sample").content_hash();
    let original = hash(Sample::english());
    assert_eq!(original.len(), 64);
    assert_ne!(
        original,
        hash(Sample::english().change(UNIT, "alone.", "alone!"))
    );
    assert_ne!(
        original,
        hash(Sample::english().change(COURSE, "About", "about"))
    );
    let text = include_str!("sample/first.en.md");
    assert_ne!(
        original,
        hash(
            Sample::english()
                .without("m1/2-second.en.md")
                .with("m1/2-other.en.md", text)
        )
    );
}

#[test]
fn files_from_windows_read_the_same() {
    let mut windows = Sample::english();
    for (path, text) in Sample::english().files() {
        windows = windows.with(&path, &format!("\u{feff}{}", text.replace('\n', "\r\n")));
    }
    let course = windows.read().expect("the sample");
    assert_eq!(
        course.text(Language::English),
        Sample::english()
            .read()
            .expect("the sample")
            .text(Language::English)
    );
}

#[test]
fn a_text_nested_absurdly_deep_does_no_harm() {
    for deep in [
        "> ".repeat(5_000),
        "[".repeat(20_000),
        "*a ".repeat(20_000),
        "- ".repeat(2_000),
    ] {
        let _ = Sample::english()
            .change(UNIT, "Do it alone.", &format!("{deep}x"))
            .read();
    }
}
