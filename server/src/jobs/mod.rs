//! What the process does besides answering requests.

pub mod outbox;
pub mod packs;
