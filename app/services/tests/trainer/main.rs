//! What a trainer does with a cohort, on both databases.

mod check_in;
mod cohorts;
mod enrolling;
mod guests;
mod hostile;
mod large;
mod place;
mod sessions;
mod undoing;
