//! What is done with cohorts.

pub mod change;
pub mod create;
pub mod track;
