//! What is done with a session.

pub mod adaptation;
pub mod check_in;
pub mod plan;
pub mod register;
