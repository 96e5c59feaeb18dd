//! What must be the same in every language of a course.
//!
//! Progress, answers and marks are kept once for all languages, so a reader can change the
//! language in mid-unit. That needs the same blocks, prompts, questions, options and keys.

use domain::course::{Key, Question, Slug, Track, UnitText};

use crate::course_file::{CourseFile, ModuleFile};
use crate::finding::FileFindings;
use crate::unit_file::UnitFile;

pub(crate) fn check_course(
    original: &CourseFile,
    translated: &CourseFile,
    findings: FileFindings<'_>,
) {
    if translated.text.slug != original.text.slug {
        findings.add(
            1,
            format!("The original calls this course “{}”.", original.text.slug),
        );
    }
    if translated.modules != original.modules {
        findings.add(
            translated.modules_line,
            "The modules or their order differ from the original.",
        );
    }
    let tracks = |file: &CourseFile| -> Vec<(Slug, Vec<Slug>)> {
        let track = |track: &Track| (track.slug.clone(), track.modules.clone());
        file.text.tracks.iter().map(track).collect()
    };
    if tracks(translated) != tracks(original) {
        findings.add(
            translated.tracks_line,
            "The tracks, their order or their modules differ from the original. Translate only their titles.",
        );
    }
    if translated.text.licence != original.text.licence {
        findings.add(
            translated.licence_line,
            format!("The original is under {}.", original.text.licence),
        );
    }
}

pub(crate) fn check_module(
    original: &ModuleFile,
    translated: &ModuleFile,
    findings: FileFindings<'_>,
) {
    let (original, text) = (&original.text, &translated.text);
    if text.audience != original.audience || text.trainers_only != original.trainers_only {
        findings.add(
            translated.audience_line,
            "“audience” and “trainers_only” must be as in the original.",
        );
    }
}

pub(crate) fn check_unit(original: &UnitText, translated: &UnitFile, findings: FileFindings<'_>) {
    let (text, lines) = (&translated.text, &translated.lines);
    let count = |line: usize, what: &str, here: usize, there: usize| {
        if here != there {
            findings.add(line, format!("{what}: {here} here, {there} in the original. Translate one for one, so that readers keep their place when they change the language."));
        }
    };
    count(
        lines.content,
        "Blocks of Content",
        text.content.len(),
        original.content.len(),
    );
    count(
        lines.thinking,
        "Reflection prompts",
        text.thinking.prompts.len(),
        original.thinking.prompts.len(),
    );
    if (text.minutes, &text.licence) != (original.minutes, &original.licence) {
        findings.add(
            lines.minutes,
            "“minutes” and “licence” must be as in the original.",
        );
    }
    if !text
        .outcomes
        .iter()
        .map(|outcome| &outcome.id)
        .eq(original.outcomes.iter().map(|outcome| &outcome.id))
    {
        findings.add(
            lines.outcomes,
            format!(
                "The outcomes must be called as in the original: {}.",
                names(original.outcomes.iter().map(|outcome| &outcome.id))
            ),
        );
    }
    let (here, there) = (&text.activity, &original.activity);
    if (here.minutes, here.grouping, &here.outcomes)
        != (there.minutes, there.grouping, &there.outcomes)
    {
        findings.add(
            lines.activity,
            "The activity's minutes, grouping and outcomes must be as in the original.",
        );
    }
    if here.commitment != there.commitment {
        findings.add(
            lines.activity,
            "The activity must be the course's commitment here exactly when it is in the original.",
        );
    }
    check_questions(original, translated, findings);
}

fn check_questions(original: &UnitText, translated: &UnitFile, findings: FileFindings<'_>) {
    let (here, there) = (
        &translated.text.thinking.questions,
        &original.thinking.questions,
    );
    if !here
        .iter()
        .map(|question| &question.id)
        .eq(there.iter().map(|question| &question.id))
    {
        let order = names(there.iter().map(|question| &question.id));
        findings.add(
            translated.lines.thinking,
            format!("The questions and their order must be as in the original: {order}."),
        );
        return;
    }
    for ((here, there), line) in here.iter().zip(there).zip(&translated.lines.questions) {
        if here.kind() != there.kind() || here.outcome != there.outcome {
            findings.add(
                *line,
                "The question's kind and outcome must be as in the original.",
            );
        } else if here.options().len() != there.options().len() {
            let (here, there) = (here.options().len(), there.options().len());
            findings.add(
                *line,
                format!("This question has {here} options, its original {there}."),
            );
        } else if !same_key(here, there) {
            findings.add(*line, "The key differs from the original: other options are right, rows belong to other choices, there are more or fewer lines, or the number is another.");
        }
    }
}

fn same_key(here: &Question, there: &Question) -> bool {
    match (&here.key, &there.key) {
        (
            Key::Numeric {
                answer: a,
                tolerance: t,
                ..
            },
            Key::Numeric {
                answer, tolerance, ..
            },
        ) => (a, t) == (answer, tolerance),
        (Key::Matching { rows: a, .. }, Key::Matching { rows: b, .. }) => a
            .iter()
            .map(|row| row.choice)
            .eq(b.iter().map(|row| row.choice)),
        // The order is that of the list; only its length can be compared across languages.
        (Key::Ordering { items: a }, Key::Ordering { items: b }) => a.len() == b.len(),
        _ => here
            .options()
            .iter()
            .map(|option| option.right)
            .eq(there.options().iter().map(|option| option.right)),
    }
}

fn names(ids: impl Iterator<Item = impl ToString>) -> String {
    ids.map(|id| id.to_string()).collect::<Vec<_>>().join(", ")
}
