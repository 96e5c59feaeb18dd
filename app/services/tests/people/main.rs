//! People: signing in, invitations, letters, resets and the first coordinator, on both databases.

mod invitations;
mod letters;
mod resets;
mod setup;
mod sign_in;
mod stage;
