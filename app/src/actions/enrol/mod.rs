//! The steps of enrolling.

pub mod draft;
pub mod paste;
pub mod undo;
