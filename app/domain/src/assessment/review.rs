//! What a trainer says about a text that was handed in, and what that makes of an activity.

use crate::people::coded;

coded! {
    /// How far a text does what was asked for: 0 to 3, each with a word of its own on the page. It
    /// says how good the text is; whether it is accepted is the trainer's decision alone.
    Level {
        /// Not there yet.
        Zero = "0",
        /// A beginning.
        One = "1",
        /// It does what was asked for.
        Two = "2",
        /// It does more than that.
        Three = "3",
    }
}

coded! {
    /// How an activity, or another text that a trainer reviews, stands. The newest version counts.
    ReviewState {
        /// Nothing was handed in.
        NotYet = "not_yet",
        /// Handed in, and not reviewed yet.
        Waiting = "waiting",
        /// Returned with feedback, and not handed in again.
        Returned = "returned",
        /// Accepted by a trainer. This stands.
        Accepted = "accepted",
    }
}

impl ReviewState {
    /// The state of something whose newest version was, or was not yet, accepted or returned.
    #[must_use]
    pub fn of_handed_in(accepted: Option<bool>) -> Self {
        match accepted {
            None => Self::Waiting,
            Some(true) => Self::Accepted,
            Some(false) => Self::Returned,
        }
    }

    /// Whether the learner may hand in now.
    #[must_use]
    pub fn is_open(self) -> bool {
        self != Self::Accepted
    }
}

/// How somebody's required activities stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Activities {
    /// How many are required.
    pub required: u32,
    /// How many were handed in and wait for a trainer.
    pub waiting: u32,
    /// How many came back and were not handed in again.
    pub returned: u32,
    /// How many were accepted.
    pub accepted: u32,
}

impl Activities {
    /// Adds up the states: one for each required activity.
    pub fn of(states: impl IntoIterator<Item = ReviewState>) -> Self {
        states.into_iter().fold(Self::default(), |mut sum, state| {
            sum.required += 1;
            match state {
                ReviewState::NotYet => {}
                ReviewState::Waiting => sum.waiting += 1,
                ReviewState::Returned => sum.returned += 1,
                ReviewState::Accepted => sum.accepted += 1,
            }
            sum
        })
    }

    /// How many were handed in at all.
    #[must_use]
    pub fn submitted(self) -> u32 {
        self.waiting + self.returned + self.accepted
    }

    /// Whether every required activity was accepted; so where none is required.
    #[must_use]
    pub fn all_accepted(self) -> bool {
        self.accepted == self.required
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_trainer_accepted_counts_as_accepted() {
        let states = [
            ReviewState::NotYet,
            ReviewState::of_handed_in(None),
            ReviewState::of_handed_in(Some(false)),
            ReviewState::of_handed_in(Some(true)),
        ];
        let activities = Activities::of(states);
        assert_eq!(
            activities,
            Activities {
                required: 4,
                waiting: 1,
                returned: 1,
                accepted: 1
            }
        );
        assert_eq!(activities.submitted(), 3);
        assert!(!activities.all_accepted());
        assert!(Activities::of([ReviewState::Accepted]).all_accepted());
        assert!(Activities::of([]).all_accepted());
    }

    #[test]
    fn what_was_accepted_is_handed_in_no_more() {
        let open: Vec<bool> = ReviewState::ALL
            .iter()
            .map(|state| state.is_open())
            .collect();
        assert_eq!(open, [true, true, true, false]);
    }
}
