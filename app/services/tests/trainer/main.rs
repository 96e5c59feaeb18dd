//! What a trainer does with a cohort, on both databases.

mod check_in;
mod cohorts;
mod enrolling;
mod evidence;
mod genders;
mod guests;
mod handing_over;
mod hostile;
mod large;
mod memory;
mod packs;
mod place;
mod session_letters;
mod sessions;
mod undoing;
