//! Who needs help: the stages of one participation, as rosters and stalled lists show them.

use crate::clock::{DAY, Timestamp};
use crate::people::coded;

/// Days without anything done after which somebody who has not finished needs help.
pub const HELP_AFTER_DAYS: i64 = 14;

coded! {
    /// How a participation is doing.
    Stage {
        /// Enrolled lately; nothing done yet.
        Invited = "invited",
        /// Something was done lately.
        UnderWay = "under_way",
        /// Unfinished, and nothing done for [`HELP_AFTER_DAYS`].
        NeedsHelp = "needs_help",
        /// Everything required is done.
        Finished = "finished",
        /// Withdrawn, with a reason.
        Withdrawn = "withdrawn",
    }
}

/// What is known of one participation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// When the person was enrolled.
    pub invited: Timestamp,
    /// When they last did anything.
    pub last_activity: Option<Timestamp>,
    /// Whether everything required is done.
    pub finished: bool,
    /// Whether they were withdrawn.
    pub withdrawn: bool,
}

impl Way {
    /// The stage reached now. Whoever was withdrawn after finishing is shown as withdrawn; the
    /// completion counts all the same.
    #[must_use]
    pub fn stage(&self, now: Timestamp) -> Stage {
        let quiet_since = self.last_activity.unwrap_or(self.invited);
        if self.withdrawn {
            Stage::Withdrawn
        } else if self.finished {
            Stage::Finished
        } else if now.since(quiet_since) >= HELP_AFTER_DAYS * DAY {
            Stage::NeedsHelp
        } else if self.last_activity.is_some() {
            Stage::UnderWay
        } else {
            Stage::Invited
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(last_activity: Option<i64>) -> Way {
        Way {
            invited: Timestamp(0),
            last_activity: last_activity.map(|day| Timestamp(day * DAY)),
            finished: false,
            withdrawn: false,
        }
    }

    fn on_day(way: Way, day: i64) -> Stage {
        way.stage(Timestamp(day * DAY))
    }

    #[test]
    fn two_weeks_of_silence_ask_for_help_whether_somebody_ever_started_or_not() {
        assert_eq!(on_day(way(None), 13), Stage::Invited);
        assert_eq!(on_day(way(None), 14), Stage::NeedsHelp);
        assert_eq!(on_day(way(Some(10)), 23), Stage::UnderWay);
        assert_eq!(on_day(way(Some(10)), 24), Stage::NeedsHelp);
    }

    #[test]
    fn nobody_who_finished_or_left_needs_help() {
        let finished = Way {
            finished: true,
            ..way(Some(1))
        };
        assert_eq!(on_day(finished, 400), Stage::Finished);
        let withdrawn = Way {
            withdrawn: true,
            ..finished
        };
        assert_eq!(on_day(withdrawn, 400), Stage::Withdrawn);
    }
}
