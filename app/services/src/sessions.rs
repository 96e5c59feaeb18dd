//! Sessions: planned, moved, cancelled, held; who was there, and what was adapted.

mod adaptation;
mod change;
mod check_in;
mod letters;
mod not_held;
mod paper;
mod plan;
mod register;
mod view;

use domain::clock::{HOUR, Timestamp};
use domain::ids::{CohortId, PersonId, SessionId};
use domain::people::Actor;
use domain::policy::Action;
use domain::session::check_in::Window;
use store::DatabaseTransaction;
pub use store::session::Session;

use crate::access::CohortStanding;
use crate::{ServiceError, Services, cohorts, local};

pub use adaptation::{adapt, take_back_adaptation};
pub use change::{cancel, change, hand_over, plan_again, to_change};
pub use check_in::{CheckIn, Code, ShownCode, check_in, open_check_in, show_code, to_check_in};
pub use not_held::{not_held, to_take_back};
pub use paper::{PaperRegister, paper};
pub use plan::{Offer, Plan, plan, to_plan};
pub use register::{Line, Recorded, Register, record, register};
pub use store::adaptation::Adaptation;
pub use view::{Entry, SessionPage, UnitLine, entry, show};

pub(crate) use letters::{AHEAD, News, about, bring_up_to_date, coming_in, is_ahead, tell};
pub(crate) use plan::keep;

/// A session of a cohort that the actor may do `action` to.
///
/// # Errors
/// [`ServiceError::Hidden`] when there is none or it is none of the asker's business.
pub(crate) async fn allowed(
    services: &Services,
    actor: &Actor,
    action: Action,
    cohort: CohortId,
    session: SessionId,
) -> Result<(PersonId, CohortStanding, Session), ServiceError> {
    let (by, standing) = cohorts::allowed(services, actor, action, cohort).await?;
    let session = store::session::by_id(services.store.read(), session)
        .await?
        .filter(|found| found.cohort == cohort)
        .ok_or(ServiceError::Hidden)?;
    Ok((by, standing, session))
}

/// A session as it is in a transaction that has locked its cohort.
async fn as_it_is(tx: &DatabaseTransaction, session: SessionId) -> Result<Session, ServiceError> {
    store::session::by_id(tx, session)
        .await?
        .ok_or(ServiceError::Hidden)
}

/// From when until when a session lasts: its hours, or its whole day when nobody said them.
#[must_use]
pub fn lasts(session: &Session) -> (Timestamp, Timestamp) {
    match session.times {
        Some(times) => (
            local::moment(session.on_day, times.starts()),
            local::moment(session.on_day, times.ends()),
        ),
        None => (
            local::start_of(session.on_day),
            local::end_of(session.on_day),
        ),
    }
}

/// When people can check in to a session: around its hours, or on its day when nobody said them.
#[must_use]
pub fn check_in_window(session: &Session) -> Window {
    let (starts, ends) = lasts(session);
    match session.times {
        Some(_) => Window::around(starts, ends),
        None => Window {
            opens: starts,
            closes: ends,
        },
    }
}

/// Whether who was there can be recorded: from the session's day on, unless it was cancelled.
#[must_use]
pub fn is_due(session: &Session, now: Timestamp) -> bool {
    session.cancelled.is_none() && session.on_day <= local::day(now)
}

/// When somebody who is recorded now was there: now while the session lasts, its end afterwards;
/// noon of its day when its hours are not known.
fn attended_at(session: &Session, now: Timestamp) -> Timestamp {
    let (starts, ends) = lasts(session);
    match session.times {
        _ if now < ends => now,
        Some(_) => ends,
        None => starts.plus(12 * HOUR),
    }
}
