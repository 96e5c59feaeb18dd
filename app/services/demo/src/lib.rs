//! The demonstration: a programme shaped like the model project, in every state that a dashboard
//! must show, with people who do not exist. The same seed tells the same story.

mod calendar;
mod cohorts;
mod dice;
mod follow_up;
mod house;
mod learning;
mod lessons;
mod load;
mod names;
mod participants;
mod people;
mod places;
mod plot;
mod reviews;
mod sessions;
mod setting;
mod teller;
#[cfg(test)]
mod tests;
mod training;
mod way;

use serde::{Deserialize, Serialize};
use store::StoreError;

pub use load::{Prepared, prepare};

/// The password of every account.
pub const PASSWORD: &str = "cascade-demo-2026";

/// The accounts to try, each with what it is for.
pub const ACCOUNTS: [(&str, &str); 7] = [
    ("coordinator@demo.example", "coordinator of the programme"),
    ("lead@demo.example", "lead, University of Tirana"),
    ("trainer@demo.example", "trainer, University of Tirana"),
    (
        "learner@demo.example",
        "colleague in a cohort, University of Tirana",
    ),
    (
        "partner@demo.example",
        "partner trainer, who trained the trainers",
    ),
    (
        "observer@demo.example",
        "observer, sees figures and no names",
    ),
    ("trainer.tuzla@demo.example", "trainer, University of Tuzla"),
];

/// How large the demonstration is, and which one of all possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// Institutions of the programme.
    pub institutions: u32,
    /// People, all of them.
    pub people: u32,
    /// The same seed makes the same demonstration.
    pub seed: u64,
}

impl Default for Size {
    /// The model project's.
    fn default() -> Self {
        Self {
            institutions: 6,
            people: 210,
            seed: 1,
        }
    }
}

impl Size {
    /// The fewest institutions: one for each state.
    pub const FEWEST_INSTITUTIONS: u32 = 6;
    /// The fewest people for each institution.
    pub const FEWEST_PEOPLE_EACH: u32 = 20;

    /// Whether every state can be shown in it.
    ///
    /// # Errors
    /// What it has too little of.
    pub fn check(self) -> Result<(), DemoError> {
        if self.institutions < Self::FEWEST_INSTITUTIONS {
            return Err(DemoError::TooFewInstitutions);
        }
        let least = self.institutions.saturating_mul(Self::FEWEST_PEOPLE_EACH);
        if self.people < least {
            Err(DemoError::TooFewPeople { least })
        } else {
            Ok(())
        }
    }
}

/// Why there is no demonstration.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The installation is somebody's.
    #[error(
        "this installation already holds something else; a demonstration needs an empty data folder or database"
    )]
    SomethingElse,
    /// The process was stopped while it made the demonstration.
    #[error(
        "this installation holds a demonstration that was never finished; empty it and start again"
    )]
    Unfinished,
    /// Not one institution for each state.
    #[error(
        "a demonstration has at least {} institutions",
        Size::FEWEST_INSTITUTIONS
    )]
    TooFewInstitutions,
    /// Some states would be missing.
    #[error("so many institutions need at least {least} people")]
    TooFewPeople {
        /// The fewest people.
        least: u32,
    },
    /// There is nothing to learn in it.
    #[error("the starter course cannot be published here")]
    Course,
    /// A mistake in this crate.
    #[error("the demonstration could not be told to its end")]
    Told,
    /// The password could not be hashed, or the course not published.
    #[error("the demonstration could not be prepared: {0}")]
    Service(String),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
