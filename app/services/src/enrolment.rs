//! Enrolling a list: paste, check, plan a session, confirm (product.md §4).
//!
//! The list waits as a draft, one for each person and cohort, until [`commit`] enrols what is
//! ready; what is not stays as a new draft. Checking is repeated whenever the draft is shown,
//! against the people known at that moment.

mod check;
mod commit;
mod draft;
mod result;

use domain::cascade::target::TargetRange;
use serde::{Deserialize, Serialize};

pub use commit::{Confirmed, commit};
pub use draft::{Choice, Desk, Edits, Prepared, RowChange, desk, paste, revise, start_again};
pub use result::{ROWS_PER_PAGE, ResultPage, UNDO_WITHIN, UndoRefused, result, undo};
pub use store::enrolment::{Outcome, OutcomeRow, State};

/// How the invitations go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// By mail, at once.
    Mail,
    /// Not yet: they wait on the cohort's page.
    Later,
    /// On printed slips with codes.
    Slips,
}

impl Delivery {
    /// Every way, in the order that forms show.
    pub const ALL: [Self; 3] = [Self::Mail, Self::Later, Self::Slips];

    /// The word in forms and message keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Later => "later",
            Self::Slips => "slips",
        }
    }

    /// The way a word stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|delivery| delivery.code() == code)
    }
}

/// "This cohort takes you from 11 to 23 of 20–30."
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meter {
    /// Heads of the institution now.
    pub before: u32,
    /// Heads once the ready rows are enrolled: whoever is one already does not add.
    pub after: u32,
    /// What was promised.
    pub range: Option<TargetRange>,
}
