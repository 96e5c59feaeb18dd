//! What has been recorded about one person in one unit.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::course::Slug;
use crate::people::coded;

coded! {
    /// How far an activity is.
    ActivityState {
        /// Nothing handed in.
        NotYet = "not_yet",
        /// Handed in by the learner.
        Submitted = "submitted",
        /// Marked as done by a trainer.
        Marked = "marked",
    }
}

/// One thing a person did in a unit. Facts are only ever added.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Scope was opened.
    ScopeOpened,
    /// A block of Content was on the screen.
    BlockSeen(Slug),
    /// The activity's product was handed in.
    ActivitySubmitted,
    /// A trainer marked the activity as done.
    ActivityMarked,
    /// A question was answered, rightly or not.
    Answered(Slug),
    /// Extra was opened.
    ExtraOpened,
}

/// The sum of a person's steps in a unit. Neither the order of the steps nor a repetition
/// changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitProgress {
    /// Whether Scope was opened.
    pub scope_opened: bool,
    /// The blocks seen.
    pub blocks_seen: BTreeSet<Slug>,
    /// How far the activity is.
    pub activity: ActivityState,
    /// The questions answered.
    pub answered: BTreeSet<Slug>,
    /// Whether Extra was opened.
    pub extra_opened: bool,
}

impl Default for UnitProgress {
    fn default() -> Self {
        Self {
            scope_opened: false,
            blocks_seen: BTreeSet::new(),
            activity: ActivityState::NotYet,
            answered: BTreeSet::new(),
            extra_opened: false,
        }
    }
}

impl UnitProgress {
    /// Adds one step.
    pub fn record(&mut self, step: Step) {
        match step {
            Step::ScopeOpened => self.scope_opened = true,
            Step::BlockSeen(block) => {
                self.blocks_seen.insert(block);
            }
            Step::ActivitySubmitted => self.activity = self.activity.max(ActivityState::Submitted),
            Step::ActivityMarked => self.activity = ActivityState::Marked,
            Step::Answered(question) => {
                self.answered.insert(question);
            }
            Step::ExtraOpened => self.extra_opened = true,
        }
    }

    /// Whether anything at all has been recorded.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        *self != Self::default()
    }
}

impl FromIterator<Step> for UnitProgress {
    fn from_iter<T: IntoIterator<Item = Step>>(steps: T) -> Self {
        let mut progress = Self::default();
        for step in steps {
            progress.record(step);
        }
        progress
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::any_steps;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_late_submission_does_not_undo_the_trainer_s_mark() {
        let progress: UnitProgress = [Step::ActivityMarked, Step::ActivitySubmitted]
            .into_iter()
            .collect();
        assert_eq!(progress.activity, ActivityState::Marked);
    }

    proptest! {
        #[test]
        fn neither_order_nor_repetition_of_steps_matters(steps in any_steps()) {
            let once: UnitProgress = steps.iter().cloned().collect();
            let twice_backwards: UnitProgress = steps.iter().rev().chain(&steps).cloned().collect();
            prop_assert_eq!(once, twice_backwards);
        }
    }
}
