//! People: signing in, invitations, letters, resets, the first coordinator, the follow-up, and what
//! the installation writes to people by itself, on both databases.

mod digests;
mod follow_up;
mod invitations;
mod jobs;
mod letters;
mod reminders;
mod resets;
mod setup;
mod sign_in;
mod stage;
