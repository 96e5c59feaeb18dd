//! What a coordinator's forms do.

pub mod change;
pub mod institution_new;
pub mod jobs;
pub mod people;
