//! Kaskada's rules, without input or output.
//!
//! Everything here is a pure function of its arguments: time, randomness and ids come in from
//! outside. The crate also builds for the browser, so that an island and the server can never
//! disagree about a rule.

pub mod assessment;
pub mod cascade;
pub mod clock;
pub mod course;
pub mod ids;
pub mod language;
pub mod names;
pub mod people;
pub mod policy;
pub mod progress;
pub mod reminders;
pub mod roster;
pub mod session;
