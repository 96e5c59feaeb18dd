//! What the process does besides answering requests.

pub mod outbox;
