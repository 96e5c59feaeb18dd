//! Who may do what: one table, in one place.
//!
//! [`table`] holds a row for every action and a column for every kind of role; [`Subject`] says
//! what is asked about; [`decide`] reads the cell of each role held and gives the best answer.
//! Whatever an actor may not see looks exactly like something that does not exist.

mod action;
mod subject;
mod table;

#[cfg(test)]
mod matrix;

pub use action::Action;
pub use subject::{Subject, SubjectKind};

use crate::ids::PersonId;
use crate::people::{Actor, Role};
use table::{Column, Reach, row};

/// The answer to "may this actor do this to that?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// Answer as if the thing did not exist (404, never 403), so that the people of another
    /// institution look exactly like absent ones.
    Hidden,
    /// A visitor asks for something that is not public: show the sign-in page. Ask before
    /// looking anything up, so that existing and absent things answer alike.
    SignIn,
    /// Show counts only, without names, small cells suppressed.
    Aggregates,
    /// Yes.
    Allow,
}

impl Decision {
    /// Whether everything, names included, may be shown or done.
    #[must_use]
    pub fn is_allowed(self) -> bool {
        self == Self::Allow
    }

    /// Whether at least counts may be shown.
    #[must_use]
    pub fn shows_figures(self) -> bool {
        matches!(self, Self::Allow | Self::Aggregates)
    }
}

/// Decides what `actor` gets when asking for `action` on `subject`: the widest of what their
/// roles, and being who they are, give. A subject of the wrong kind for the action is hidden.
#[must_use]
pub fn decide(actor: &Actor, action: Action, subject: &Subject<'_>) -> Decision {
    let row = row(action);
    if row.about != subject.kind() {
        return Decision::Hidden;
    }
    let Actor::Person { id, roles } = actor else {
        return granted(row.reach(Column::Visitor), Standing::default()).max(Decision::SignIn);
    };
    let oneself = Standing {
        oneself: subject.is(*id),
        ..Standing::default()
    };
    let as_anybody = granted(row.reach(Column::SignedIn), oneself);
    roles
        .iter()
        .map(|role| {
            granted(
                row.reach(Column::of(role)),
                Standing::of(*id, role, subject),
            )
        })
        .fold(as_anybody, Decision::max)
}

/// How an actor stands to a subject.
#[derive(Clone, Copy, Default)]
struct Standing {
    oneself: bool,
    inside: bool,
    trained: bool,
    beneath: bool,
}

impl Standing {
    /// How somebody stands to the subject in one of their roles.
    fn of(actor: PersonId, role: &Role, subject: &Subject<'_>) -> Self {
        let inside = subject.lies_inside(role);
        Self {
            oneself: subject.is(actor),
            inside,
            trained: subject.is_trained_by(actor, role),
            beneath: inside && subject.holds_nothing_wider_than(role),
        }
    }
}

/// What one cell of the table grants to an actor who stands so to the subject.
fn granted(reach: Reach, standing: Standing) -> Decision {
    let (holds, grant) = match reach {
        Reach::Never => (false, Decision::Hidden),
        Reach::Always => (true, Decision::Allow),
        Reach::Public => (true, Decision::Aggregates),
        Reach::Myself => (standing.oneself, Decision::Allow),
        Reach::Inside => (standing.inside, Decision::Allow),
        Reach::Totals => (standing.inside, Decision::Aggregates),
        Reach::Trained => (standing.trained, Decision::Allow),
        Reach::Beneath => (standing.beneath, Decision::Allow),
    };
    if holds { grant } else { Decision::Hidden }
}
