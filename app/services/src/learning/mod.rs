//! Learning: what a person reads, answers and writes in units, and what follows from it.
//!
//! Any signed-in person may learn any unit they may open; it counts for a cohort when they are in
//! one that works through the same version of the course.

mod follow;
mod home;
mod required;
mod save;
mod step;
mod track;
mod unit_record;

pub use home::{CourseProgress, Home, ModuleProgress, NextStep, home};
pub use required::required;
pub use save::{
    AnswerGiven, LONGEST_TEXT, Saved, SavedAnswer, mark_read, save_answer, save_reflection,
    submit_activity,
};
pub(crate) use step::Step;
pub use store::learner::LearnersCohort;
pub use store::learning::{HandedIn, Reviewed, Standing};
pub(crate) use track::chosen;
pub use track::{Choosing, choose, to_choose};
pub(crate) use unit_record::Whose;
pub use unit_record::{AnswerKept, Text, UnitRecord, standing, unit_record};

use domain::assessment::AnswerError;
use domain::people::Actor;
use domain::policy::{Action, Decision, Subject, decide};

use crate::{FieldProblem, ServiceError};
use domain::ids::PersonId;

/// The person who learns: everybody does it for themself.
fn learner(actor: &Actor) -> Result<PersonId, ServiceError> {
    let person = actor.person().ok_or(ServiceError::SignIn)?;
    match decide(actor, Action::Learn, &Subject::oneself(person)) {
        Decision::Allow => Ok(person),
        _ => Err(ServiceError::Hidden),
    }
}

/// What is wrong with an answer, beside its question.
fn answer_problem(field: &str, error: AnswerError) -> FieldProblem {
    match error {
        AnswerError::WrongKind | AnswerError::NoSuchOption | AnswerError::MoreThanOne => {
            FieldProblem::new(field, "answer-unfit")
        }
        AnswerError::Incomplete => FieldProblem::new(field, "answer-incomplete"),
        AnswerError::SamePlace { place } => {
            FieldProblem::new(field, "answer-same-place").with("place", place)
        }
        AnswerError::Empty => FieldProblem::new(field, "answer-empty"),
        AnswerError::TooLong { max } => FieldProblem::new(field, "text-too-long").with("max", max),
        AnswerError::Nul => FieldProblem::new(field, "text-unkeepable"),
        AnswerError::Number(_) => FieldProblem::new(field, "answer-number"),
    }
}
