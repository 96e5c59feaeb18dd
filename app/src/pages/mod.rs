//! What people see. A page asks `services` and answers with a whole document.

pub mod account;
pub mod activity;
pub mod cascade;
pub mod cohort;
pub mod courses;
pub mod digest;
pub mod enrol;
pub mod evidence;
pub mod failure;
pub mod follow_up;
pub mod home;
pub mod institution;
pub mod invitation;
pub mod join;
pub mod letter_stop;
pub mod outbox;
pub mod packs;
pub mod person;
pub mod programme;
pub mod reset;
pub mod reset_code;
pub mod session;
pub mod setup;
pub mod sign_in;
pub mod slips;
pub mod unit;
