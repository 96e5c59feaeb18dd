//! What the story needs to know of the course: its units with their blocks, questions and answers
//! that people could have given.

use std::collections::BTreeSet;

use curriculum::Course;
use domain::assessment::{Answer, mark};
use domain::course::{Asked, Key, Owing, Question, Slug, Syllabus, UnitText};
use domain::ids::UnitId;
use domain::people::StaffCategory;
use store::cohort::Cohort;
use store::course::Unit;

/// One unit.
#[derive(Clone, Debug)]
pub(crate) struct Lesson {
    /// The unit.
    pub unit: UnitId,
    /// How long it takes.
    pub minutes: i64,
    /// Its blocks of Content.
    pub blocks: Vec<String>,
    /// All of them, as the database keeps them.
    pub all_blocks: String,
    /// Its questions.
    pub questions: Vec<Quiz>,
    /// The name of its first prompt for reflection.
    pub prompt: Option<String>,
    /// Whether people write their commitment in it.
    pub commitment: bool,
}

/// One question with answers to choose from.
#[derive(Clone, Debug)]
pub(crate) struct Quiz {
    /// The question.
    pub id: String,
    /// The right answer; for an open question a text that waits for a trainer.
    pub right: Given,
    /// Other answers; none for an open question.
    pub others: Vec<Given>,
    /// The text that answers an open question.
    pub open: Option<String>,
}

/// An answer as the database keeps it.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    /// The answer, as a document.
    pub answer: String,
    /// Thousandths; −1 while it waits for a trainer.
    pub score: i32,
}

/// The units of a course, by what somebody owes of them.
#[derive(Clone, Debug)]
pub(crate) struct Lessons {
    syllabus: Syllabus,
    /// For every track that can be chosen and the whole course, of trainers and of others.
    plans: Vec<Plan>,
}

/// The lessons of a track, in course order.
#[derive(Clone, Debug)]
struct Plan {
    track: Option<Slug>,
    of_trainers: bool,
    lessons: Vec<Lesson>,
}

impl Lessons {
    /// The lessons of a course that is published as `units`.
    pub(crate) fn of(course: &Course, units: &[Unit]) -> Self {
        let text = course.text(course.original_language());
        let (mut asked, mut all) = (Vec::new(), Vec::new());
        for unit in units {
            let module = text.module(&unit.module);
            if let Some((module, text)) = module.and_then(|m| Some((m, m.unit(&unit.slug)?))) {
                asked.push(Asked {
                    unit: unit.id,
                    module: module.slug.clone(),
                    trainers_only: unit.trainers_only,
                });
                all.push(Lesson::of(unit.id, text));
            }
        }
        let tracks = text.tracks.clone();
        let syllabus = Syllabus {
            units: asked,
            tracks,
        };
        let choices = syllabus.choices().map(|track| Some(track.slug.clone()));
        let choices: Vec<Option<Slug>> = choices.chain([None]).collect();
        let plan = |(track, of_trainers): (Option<Slug>, bool)| {
            let owing = Owing {
                track: track.as_ref(),
                of_trainers,
            };
            let find = |unit| all.iter().find(|lesson: &&Lesson| lesson.unit == unit);
            let lessons = syllabus.required(owing).filter_map(find).cloned().collect();
            Plan {
                track,
                of_trainers,
                lessons,
            }
        };
        let both = |track: Option<Slug>| [(track.clone(), false), (track, true)];
        Self {
            plans: choices.into_iter().flat_map(both).map(plan).collect(),
            syllabus,
        }
    }

    /// What somebody owes, in course order; who has completed these has finished.
    pub(crate) fn owed(&self, owing: Owing<'_>) -> &[Lesson] {
        let fits = |plan: &&Plan| {
            plan.track.as_ref() == owing.track && plan.of_trainers == owing.of_trainers
        };
        let plan = self.plans.iter().find(fits);
        plan.map_or(&[], |plan| plan.lessons.as_slice())
    }

    /// What a cohort's people begin with.
    pub(crate) fn of_cohort(&self, cohort: &Cohort) -> &[Lesson] {
        self.owed(cohort.owing(cohort.track.as_ref()))
    }

    /// The track that a cohort begins with: the course's first.
    pub(crate) fn first_track(&self) -> Option<Slug> {
        self.syllabus
            .choices()
            .next()
            .map(|track| track.slug.clone())
    }

    /// The track that fits somebody's work, in a course that has one for it; else the first.
    pub(crate) fn track_for(&self, category: StaffCategory) -> Option<Slug> {
        let name = match category {
            StaffCategory::Academic => "academic",
            StaffCategory::Administrative => "administrative",
            StaffCategory::Manager => "leadership",
            _ => return self.first_track(),
        };
        let fitting = self.syllabus.choice(name).map(|track| track.slug.clone());
        fitting.or_else(|| self.first_track())
    }
}

impl Lesson {
    fn of(unit: UnitId, text: &UnitText) -> Self {
        let blocks: Vec<String> = text
            .content
            .iter()
            .map(|block| block.id.to_string())
            .collect();
        Self {
            unit,
            minutes: i64::from(text.minutes),
            all_blocks: blocks.join(" "),
            blocks,
            questions: text
                .thinking
                .questions
                .iter()
                .filter_map(Quiz::of)
                .collect(),
            commitment: text.activity.commitment,
            prompt: text
                .thinking
                .prompts
                .first()
                .map(|prompt| prompt.id.to_string()),
        }
    }
}

impl Quiz {
    fn of(question: &Question) -> Option<Self> {
        let possible = possible_answers(question);
        let open = match (&question.key, possible.first()) {
            (Key::Open { .. }, Some(Answer::Text(text))) => Some(text.clone()),
            _ => None,
        };
        let mut given: Vec<Given> = possible
            .iter()
            .filter_map(|answer| Given::to(question, answer))
            .collect();
        given.sort_by_key(|given| std::cmp::Reverse(given.score));
        let mut given = given.into_iter();
        Some(Self {
            id: question.id.to_string(),
            right: given.next()?,
            others: given.collect(),
            open,
        })
    }
}

impl Given {
    /// An answer with its mark, the same that the learner's page would show.
    fn to(question: &Question, answer: &Answer) -> Option<Self> {
        let marked = mark(question, answer).ok()?;
        Some(Self {
            answer: serde_json::to_string(answer).ok()?,
            score: marked.score.map_or(-1, i32::from),
        })
    }
}

/// Answers that somebody could have given, right and wrong.
fn possible_answers(question: &Question) -> Vec<Answer> {
    const ESSAY: &str = "I would begin with my own desk: one notice in two languages this month, \
        and I would ask three students whether it helped them.";
    match &question.key {
        Key::Single { options } | Key::TrueFalse { options } => (0..)
            .zip(options)
            .map(|(number, _)| Answer::Choice(number))
            .collect(),
        Key::Multiple { options } => {
            let right: BTreeSet<u16> = (0..)
                .zip(options)
                .filter(|(_, option)| option.right)
                .map(|(number, _)| number)
                .collect();
            let some: BTreeSet<u16> = right.iter().copied().take(1).collect();
            let wrong = (0..)
                .zip(options)
                .find(|(_, option)| !option.right)
                .map(|(number, _)| number);
            let mixed = right.iter().copied().chain(wrong).collect();
            let mut sets = vec![right, some, mixed];
            sets.dedup();
            sets.into_iter().map(Answer::Choices).collect()
        }
        Key::Matching { rows, .. } => {
            let right: Vec<u16> = rows.iter().map(|row| row.choice).collect();
            vec![Answer::Matches(swapped(&right)), Answer::Matches(right)]
        }
        Key::Ordering { items } => {
            let right: Vec<u16> = (0..).take(items.len()).collect();
            vec![Answer::Order(swapped(&right)), Answer::Order(right)]
        }
        Key::Numeric { answer, .. } => {
            vec![
                Answer::Number(answer.to_string()),
                Answer::Number("1".to_owned()),
            ]
        }
        Key::Short { accept, .. } => {
            let right = accept.first().cloned().map(Answer::Text);
            right
                .into_iter()
                .chain([Answer::Text("not sure".to_owned())])
                .collect()
        }
        Key::Open { .. } => vec![Answer::Text(ESSAY.to_owned())],
    }
}

/// With the last two lines mistaken for each other.
fn swapped(right: &[u16]) -> Vec<u16> {
    let mut swapped = right.to_vec();
    if let [.., one, other] = &mut swapped[..] {
        std::mem::swap(one, other);
    }
    swapped
}
