//! A session: its page, its plan, its register, its check-in and its calendar entry.

pub mod calendar;
pub mod cancel;
pub mod check_in;
mod form;
pub mod not_held;
pub mod paper;
pub mod plan;
pub mod register;
pub mod room;
mod show;
pub(crate) mod words;

pub use form::joined;
pub use show::get;
pub use words::{check_in_moment, hours, when, whereabouts};
