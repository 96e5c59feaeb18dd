//! Learning, from a published course to a completed cohort, on both databases.

mod completing;
mod publishing;
mod reading;
mod saving;
mod tracks;
mod world;
