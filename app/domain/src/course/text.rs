//! The text of a course in one language.

use serde::{Deserialize, Serialize};

use super::{Question, Slug, Track, TrainerSide};
use crate::language::Language;
use crate::people::coded;

coded! {
    /// Whom a module is for.
    Audience {
        /// Everybody.
        All = "all",
        /// Teaching and research staff.
        Academic = "academic",
        /// Administrative staff.
        Administrative = "administrative",
        /// Leadership, international office, quality assurance.
        Leadership = "leadership",
        /// Trainers.
        Trainer = "trainer",
    }
}

coded! {
    /// With how many people an activity is done.
    Grouping {
        /// Alone.
        Solo = "solo",
        /// Two people.
        Pair = "pair",
        /// A small group.
        Group = "group",
    }
}

/// A course in one language. What is not translated stands in its original language and says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseText {
    /// Its name in addresses.
    pub slug: Slug,
    /// The language in which title and description are written.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// The licence, as an SPDX identifier.
    pub licence: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// What the course is.
    pub about_html: String,
    /// The tracks to choose from; versions published before there were tracks have none.
    #[serde(default)]
    pub tracks: Vec<Track>,
    /// In course order.
    pub modules: Vec<ModuleText>,
}

/// A module in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModuleText {
    /// Its name in addresses, unique in the course.
    pub slug: Slug,
    /// The language in which title and description are written.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Whom it is for.
    pub audience: Vec<Audience>,
    /// Whether only trainers may open it.
    pub trainers_only: bool,
    /// What the module gives.
    pub about_html: String,
    /// The workshop of the module; shown to trainers only.
    pub trainer_html: String,
    /// In module order.
    pub units: Vec<UnitText>,
}

/// A unit in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitText {
    /// Its name in addresses, unique in the module.
    pub slug: Slug,
    /// The language in which it is written.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// How long it takes.
    pub minutes: u16,
    /// Whom it is for, as a sentence.
    pub audience: String,
    /// The licence, as an SPDX identifier.
    pub licence: String,
    /// What one can do afterwards.
    pub outcomes: Vec<Outcome>,
    /// Scope: what the unit is about.
    pub scope_html: String,
    /// Content: what there is to read, block by block.
    pub content: Vec<Block>,
    /// Activity: one task.
    pub activity: Activity,
    /// Thinking: prompts and questions.
    pub thinking: Thinking,
    /// Extra: where to read on, if anywhere.
    pub extra_html: Option<String>,
    /// For trainers only.
    pub trainer: TrainerSide,
}

/// What one can do after a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Its name within the unit.
    pub id: Slug,
    /// A sentence.
    pub text: String,
}

/// One block of Content: a paragraph, heading, list, table, image or callout.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// `b1`, `b2`, …: the same block in every language of a version.
    pub id: Slug,
    /// Rendered and cleaned.
    pub html: String,
}

/// The task of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// What the learner hands in.
    pub product: String,
    /// How long it takes, as part of the unit's minutes.
    pub minutes: u16,
    /// With how many people.
    pub grouping: Grouping,
    /// The outcomes it practises.
    pub outcomes: Vec<Slug>,
    /// Whether what is handed in is the commitment that the follow-up asks about; at most one
    /// activity of a course is. Versions published before there was a follow-up have none.
    #[serde(default)]
    pub commitment: bool,
    /// Common to both variants; may be empty.
    pub intro_html: String,
    /// For somebody alone at a screen.
    pub online_html: String,
    /// For a room.
    pub workshop_html: String,
}

/// The prompts and questions of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thinking {
    /// For private reflection.
    pub prompts: Vec<Prompt>,
    /// With key and feedback; see [`Question::for_learner`].
    pub questions: Vec<Question>,
}

/// A question to oneself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prompt {
    /// `p1`, `p2`, …: the same prompt in every language of a version.
    pub id: Slug,
    /// Plain text.
    pub text: String,
}

impl CourseText {
    /// The module with this name.
    #[must_use]
    pub fn module(&self, slug: &str) -> Option<&ModuleText> {
        self.modules
            .iter()
            .find(|module| module.slug.as_str() == slug)
    }
}

impl ModuleText {
    /// The unit with this name.
    #[must_use]
    pub fn unit(&self, slug: &str) -> Option<&UnitText> {
        self.units.iter().find(|unit| unit.slug.as_str() == slug)
    }
}

impl UnitText {
    /// The question with this name.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.thinking
            .questions
            .iter()
            .find(|question| question.id.as_str() == id)
    }
}
