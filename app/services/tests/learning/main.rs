//! Learning, from a published course to a completed cohort, on both databases.

mod completing;
mod pieces;
mod publishing;
mod reading;
mod reviewing;
mod saving;
mod tracks;
mod world;
