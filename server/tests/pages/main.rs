//! The site as a browser without script meets it: cookies, forms, refusals and hostile input.

mod activity;
mod browser;
mod cascade;
mod cohorts;
mod ended_sign_in;
mod evidence;
mod follow_up;
mod funding;
mod letters;
mod people;
mod refusals;
mod session_letters;
