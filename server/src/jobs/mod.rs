//! What the process does besides answering requests.

pub mod errands;
pub mod outbox;
pub mod packs;
pub mod silence;
