//! How much of a dashboard somebody sees.

use domain::people::Actor;
use domain::policy::{Action, Decision, Subject, decide};

use crate::ServiceError;

/// How much of a dashboard somebody sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Names and every number.
    Everything,
    /// Counts only, small ones withheld (rule 11).
    Figures,
}

/// What the actor sees of something.
///
/// # Errors
/// [`ServiceError::SignIn`] for a visitor; [`ServiceError::Hidden`] for anybody else whose business
/// it is not.
pub fn see(actor: &Actor, action: Action, subject: &Subject<'_>) -> Result<Sight, ServiceError> {
    match decide(actor, action, subject) {
        Decision::Allow => Ok(Sight::Everything),
        Decision::Aggregates => Ok(Sight::Figures),
        Decision::SignIn => Err(ServiceError::SignIn),
        Decision::Hidden => Err(ServiceError::Hidden),
    }
}
