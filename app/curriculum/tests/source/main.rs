//! Courses as Markdown folders, from outside the crate.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

mod checks;
mod lines;
mod reading;
mod sample;
mod starter;
mod thinking;
mod tracks;
mod translation;
