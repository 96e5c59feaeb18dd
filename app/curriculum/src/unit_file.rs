//! A unit in one language.

use comrak::Arena;
use comrak::nodes::NodeValue;
use domain::course::{Activity, Block, Grouping, Outcome, Slug, TrainerSide, UnitText};
use domain::language::Language;

use crate::course_file::licence;
use crate::document::{Document, PART, SECTION, Section};
use crate::finding::FileFindings;
use crate::front_matter::{FrontMatter, Source};
use crate::render::{html, plain_text};
use crate::sections::{Expected, expect, filled, refuse_text};
use crate::thinking::{self, ThinkingPart};
use crate::{links, plan};

/// A unit with the lines that a comparison of languages names.
pub(crate) struct UnitFile {
    pub(crate) text: UnitText,
    pub(crate) lines: UnitLines,
}

/// Where the parts of a unit stand in its file.
pub(crate) struct UnitLines {
    pub(crate) minutes: usize,
    pub(crate) outcomes: usize,
    pub(crate) activity: usize,
    pub(crate) content: usize,
    pub(crate) thinking: usize,
    pub(crate) questions: Vec<usize>,
}

/// What the front matter says; each value is missing where it could not be read.
struct Facts {
    title: Option<String>,
    minutes: Option<u16>,
    audience: Option<String>,
    licence: Option<String>,
    outcomes: Option<Vec<Outcome>>,
    activity: Option<Task>,
}

/// The front matter's side of an activity.
struct Task {
    product: String,
    minutes: u16,
    grouping: Grouping,
    outcomes: Vec<Slug>,
    commitment: bool,
}

/// What stands under the headings; each part is missing where it could not be read.
struct Parts {
    scope_html: Option<String>,
    content: Option<Vec<Block>>,
    activity: Option<ActivityTexts>,
    thinking: Option<ThinkingPart>,
    extra_html: Option<Option<String>>,
    trainer: Option<TrainerSide>,
    content_line: usize,
    thinking_line: usize,
}

/// The body's side of an activity.
struct ActivityTexts {
    intro_html: String,
    online_html: String,
    workshop_html: String,
}

/// Reads and checks a unit.
pub(crate) fn read(
    slug: Slug,
    language: Language,
    text: &str,
    findings: FileFindings<'_>,
) -> Option<UnitFile> {
    let source = Source::divide(text, findings)?;
    let front = &source.front;
    let arena = Arena::new();
    let document = Document::parse(&arena, source.body, source.lines_before, findings);
    links::check(&document);
    let facts = facts(front);
    let parts = parts(&document, &facts, source.lines_before)?;
    check_outcomes(front, &facts, &parts);

    let asked = parts.thinking?;
    let lines = UnitLines {
        minutes: front.line_of("minutes"),
        outcomes: front.line_of("outcomes"),
        activity: front.line_of("activity"),
        content: parts.content_line,
        thinking: parts.thinking_line,
        questions: asked.question_lines,
    };
    let text = UnitText {
        slug,
        language,
        title: facts.title?,
        minutes: facts.minutes?,
        audience: facts.audience?,
        licence: facts.licence?,
        outcomes: facts.outcomes?,
        scope_html: parts.scope_html?,
        content: parts.content?,
        activity: activity(facts.activity?, parts.activity?),
        thinking: asked.thinking,
        extra_html: parts.extra_html?,
        trainer: parts.trainer?,
    };
    Some(UnitFile { text, lines })
}

fn parts<'d>(document: &Document<'d>, facts: &Facts, front_end: usize) -> Option<Parts> {
    let titles = &[
        "Scope", "Content", "Activity", "Thinking", "Extra", "Trainer",
    ];
    let expected = Expected {
        titles,
        level: PART,
        inside: "a unit",
        line: front_end,
    };
    let (before, found) = expect(document, &document.nodes, &expected);
    refuse_text(document, &before, "before the first part");
    let found: [Option<Section<'d>>; 6] = found.try_into().ok()?;
    let [scope, content, activity, thinking, extra, trainer] = found.each_ref().map(Option::as_ref);
    let outcomes = facts.outcome_ids();
    let line_of = |section: Option<&Section<'_>>| section.map_or(front_end, |section| section.line);
    Some(Parts {
        scope_html: filled(document, scope),
        content: content.and_then(|section| blocks(document, section)),
        activity: activity.and_then(|section| activity_texts(document, section)),
        thinking: thinking
            .and_then(|section| thinking::read(document, section, outcomes.as_deref())),
        extra_html: extra.and_then(|section| extra_text(document, section)),
        trainer: trainer.and_then(|section| trainer_side(document, section, facts.minutes)),
        content_line: line_of(content),
        thinking_line: line_of(thinking),
    })
}

impl Facts {
    fn outcome_ids(&self) -> Option<Vec<Slug>> {
        let outcomes = self.outcomes.as_ref()?;
        Some(outcomes.iter().map(|outcome| outcome.id.clone()).collect())
    }
}

fn activity(task: Task, texts: ActivityTexts) -> Activity {
    Activity {
        product: task.product,
        minutes: task.minutes,
        grouping: task.grouping,
        outcomes: task.outcomes,
        commitment: task.commitment,
        intro_html: texts.intro_html,
        online_html: texts.online_html,
        workshop_html: texts.workshop_html,
    }
}

fn facts(front: &FrontMatter<'_>) -> Facts {
    front.allow_only(&[
        "title", "minutes", "audience", "licence", "outcomes", "activity",
    ]);
    let minutes = front.minutes("minutes");
    let outcomes = outcomes(front);
    Facts {
        title: front.text("title"),
        minutes,
        audience: front.text("audience"),
        licence: licence(front),
        activity: task(front, minutes, outcomes.as_deref()),
        outcomes,
    }
}

fn outcomes(front: &FrontMatter<'_>) -> Option<Vec<Outcome>> {
    let nested = front.nested("outcomes")?;
    let read = |id: String| {
        Some(Outcome {
            id: nested.to_slug(&id, &id)?,
            text: nested.text(&id)?,
        })
    };
    let outcomes: Vec<Option<Outcome>> = nested.keys().map(read).collect();
    if !(2..=4).contains(&outcomes.len()) {
        front.report(
            "outcomes",
            format!(
                "A unit has two to four outcomes; this one has {}.",
                outcomes.len()
            ),
        );
    }
    outcomes.into_iter().collect()
}

fn task(
    front: &FrontMatter<'_>,
    unit_minutes: Option<u16>,
    known: Option<&[Outcome]>,
) -> Option<Task> {
    let nested = front.nested("activity")?;
    nested.allow_only(&["product", "minutes", "grouping", "outcomes", "commitment"]);
    let (product, minutes) = (nested.text("product"), nested.minutes("minutes"));
    let word = nested.text("grouping");
    let codes: Vec<&str> = Grouping::ALL
        .iter()
        .map(|grouping| grouping.code())
        .collect();
    let grouping =
        word.and_then(|word| nested.coded("grouping", &word, Grouping::from_code, &codes));
    let outcomes = nested.slugs("outcomes");
    if let (Some(activity), Some(unit)) = (minutes, unit_minutes)
        && activity >= unit
    {
        nested.report(
            "minutes",
            format!("The activity takes {activity} minutes, the whole unit only {unit}."),
        );
    }
    for outcome in outcomes.iter().flatten() {
        if known.is_some_and(|known| !known.iter().any(|one| one.id == *outcome)) {
            nested.report(
                "outcomes",
                format!("“{outcome}” is not an outcome of this unit."),
            );
        }
    }
    let commitment = nested.has("commitment") && nested.flag("commitment")?;
    Some(Task {
        commitment,
        product: product?,
        minutes: minutes?,
        grouping: grouping?,
        outcomes: outcomes?,
    })
}

fn blocks(document: &Document<'_>, section: &Section<'_>) -> Option<Vec<Block>> {
    filled(document, Some(section))?;
    let block = |(number, node): (u16, &_)| {
        Some(Block {
            id: format!("b{number}").parse().ok()?,
            html: html(&[*node]),
        })
    };
    (1..).zip(&section.nodes).map(block).collect()
}

fn activity_texts<'d>(document: &Document<'d>, section: &Section<'d>) -> Option<ActivityTexts> {
    let expected = Expected {
        titles: &["Online", "Workshop"],
        level: SECTION,
        inside: "Activity",
        line: section.line,
    };
    let (intro, variants) = expect(document, &section.nodes, &expected);
    let [online, workshop] = variants.try_into().ok()?;
    let (online, workshop) = (
        filled(document, online.as_ref()),
        filled(document, workshop.as_ref()),
    );
    Some(ActivityTexts {
        intro_html: html(&intro),
        online_html: online?,
        workshop_html: workshop?,
    })
}

/// `Some(None)` when the author says that there is nothing more to read.
fn extra_text(document: &Document<'_>, section: &Section<'_>) -> Option<Option<String>> {
    let html = filled(document, Some(section))?;
    let says_none = matches!(section.nodes[..], [only] if matches!(only.data().value, NodeValue::Paragraph) && plain_text(only) == "None");
    Some((!says_none).then_some(html))
}

fn trainer_side<'d>(
    document: &Document<'d>,
    section: &Section<'d>,
    minutes: Option<u16>,
) -> Option<TrainerSide> {
    let titles = &[
        "Facilitation",
        "Minute plan",
        "Workshop variant",
        "Answer key",
    ];
    let expected = Expected {
        titles,
        level: SECTION,
        inside: "Trainer",
        line: section.line,
    };
    let (before, sections) = expect(document, &section.nodes, &expected);
    refuse_text(document, &before, "before the first section of Trainer");
    let [facilitation, steps, workshop, key] = sections.try_into().ok()?;
    let facilitation_html = filled(document, facilitation.as_ref());
    let plan = steps
        .as_ref()
        .and_then(|section| plan::read(document, section, minutes));
    let workshop_html = filled(document, workshop.as_ref());
    let key_html = filled(document, key.as_ref());
    let (plan, plan_notes_html) = plan?;
    Some(TrainerSide {
        facilitation_html: facilitation_html?,
        plan,
        plan_notes_html,
        workshop_html: workshop_html?,
        key_html: key_html?,
    })
}

fn check_outcomes(front: &FrontMatter<'_>, facts: &Facts, parts: &Parts) {
    let (Some(task), Some(asked)) = (&facts.activity, &parts.thinking) else {
        return;
    };
    for outcome in facts.outcome_ids().into_iter().flatten() {
        let practised = task.outcomes.contains(&outcome);
        let asked_about = asked
            .thinking
            .questions
            .iter()
            .any(|question| question.outcome == outcome);
        if !practised && !asked_about {
            front.report(
                outcome.as_str(),
                format!("Nothing addresses the outcome “{outcome}”. Name it in the activity or in a question, or leave it out."),
            );
        }
    }
}
