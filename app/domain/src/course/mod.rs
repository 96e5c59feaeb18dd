//! What a course holds: modules, units, their five parts, and questions.
//!
//! These are the shapes in which a published version is kept, one document per unit and language.
//! HTML in them has been rendered and cleaned when the version was read; nothing here is markup
//! that somebody typed.

mod number;
mod part;
mod question;
mod shuffle;
mod slug;
mod text;
mod track;
mod trainer;

pub use number::{Number, NumberError};
pub use part::Part;
pub use question::{
    AnswerOption, Key, LearnerQuestion, MatchRow, OrderItem, Question, QuestionKind, Verdicts,
};
pub use shuffle::Piece;
pub use slug::{Slug, SlugError};
pub use text::{
    Activity, Audience, Block, CourseText, Grouping, ModuleText, Outcome, Prompt, Thinking,
    UnitText,
};
pub use track::{Asked, Owing, Syllabus, Track};
pub use trainer::{PlanStep, TrainerSide};
