//! Answers, marks and passing.

mod answer;
mod mark;
mod pass;
mod pieces;
mod review;

pub use answer::{Answer, AnswerError, MAX_OPEN, MAX_SHORT};
pub use mark::{FULL_MARK, Feedback, Mark, Verdict, mark};
pub use pass::{ModuleResult, PassMark, PassMarkError};
pub use review::{Activities, Level, ReviewState};
