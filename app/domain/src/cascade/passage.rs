//! How far participations came and what became of them: what the funnel (rule 10) and the forecast
//! (rule 7) are made from.
//!
//! An outcome is known once a participation finished, was withdrawn or lapsed. Lapsing needs a
//! definition, because hardly anybody who gives up says so: without it, a programme that loses
//! half of its people in silence would forecast that nearly all of them arrive. It is not for
//! ever: whoever does something again is on the way again.

use serde::{Deserialize, Serialize};

use super::forecast::{OPEN_STAGES, PassThrough};
use super::funnel::{STAGES, Stage, funnel_of};
use super::tally::Progress;
use crate::people::coded;

/// Days without anything done after which an unfinished participation has lapsed: two months, four
/// times as long as it takes to need help
/// ([`HELP_AFTER_DAYS`](super::help::HELP_AFTER_DAYS)). Nobody was asked: it is our choice, and
/// stands beside every forecast.
pub const LAPSED_AFTER_DAYS: i64 = 60;

coded! {
    /// What became of a participation.
    Outcome {
        /// Not known yet.
        Open = "open",
        /// Finished: it counts towards the target, whatever happened later.
        Counted = "counted",
        /// Withdrawn before finishing.
        Withdrawn = "withdrawn",
        /// Nothing done for [`LAPSED_AFTER_DAYS`].
        Lapsed = "lapsed",
    }
}

impl Outcome {
    /// The outcome of a participation that is there.
    #[must_use]
    pub fn of(progress: Progress) -> Self {
        if progress.finished {
            Self::Counted
        } else if progress.withdrawn {
            Self::Withdrawn
        } else if progress.lapsed {
            Self::Lapsed
        } else {
            Self::Open
        }
    }

    /// Whether the participation is over without having counted.
    #[must_use]
    pub fn is_lost(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Lapsed)
    }
}

/// The furthest stage in which a colleague is on the way, given all their participations at one
/// institution; `None` once one of them counted, or when none is open any more. So nobody is hoped
/// for twice, nor after having arrived.
#[must_use]
pub fn on_the_way(participations: impl IntoIterator<Item = (Stage, Outcome)>) -> Option<Stage> {
    let mut furthest = None;
    for (stage, outcome) in participations {
        match outcome {
            Outcome::Counted => return None,
            Outcome::Open => furthest = furthest.max(Some(stage)),
            Outcome::Withdrawn | Outcome::Lapsed => {}
        }
    }
    furthest
}

/// Counts by furthest stage, in the order of [`Stage::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Colleagues' participations, whatever became of them.
    pub furthest: [u32; STAGES],
    /// Colleagues on the way ([`on_the_way`]), each once.
    pub open: [u32; OPEN_STAGES],
    /// Participations that are over without having counted.
    pub lost: [u32; OPEN_STAGES],
}

impl Passage {
    /// How many reached each stage or a later one.
    #[must_use]
    pub fn funnel(&self) -> [u32; STAGES] {
        funnel_of(self.furthest)
    }

    /// For each stage: the participations of known outcome that reached it, and how many of them
    /// counted. Until certificates are awarded, whoever has passed counts.
    #[must_use]
    pub fn history(&self) -> [PassThrough; OPEN_STAGES] {
        let counted = self.funnel()[Stage::Passed as usize];
        std::array::from_fn(|stage| PassThrough {
            observed: counted.saturating_add(self.lost[stage..].iter().sum()),
            succeeded: counted,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finishing_outweighs_leaving_and_leaving_outweighs_silence() {
        let silent = Progress {
            invited: true,
            lapsed: true,
            ..Progress::default()
        };
        let left = Progress {
            withdrawn: true,
            ..silent
        };
        let finished = Progress {
            finished: true,
            ..left
        };
        assert_eq!(Outcome::of(Progress::default()), Outcome::Open);
        assert_eq!(Outcome::of(silent), Outcome::Lapsed);
        assert_eq!(Outcome::of(left), Outcome::Withdrawn);
        assert_eq!(Outcome::of(finished), Outcome::Counted);
    }

    #[test]
    fn a_colleague_is_hoped_for_once_and_not_after_arriving() {
        use Outcome::{Counted, Lapsed, Open, Withdrawn};
        let twice = [(Stage::Invited, Open), (Stage::AttendedOnce, Open)];
        assert_eq!(on_the_way(twice), Some(Stage::AttendedOnce));
        let gone = [(Stage::AttendedEnough, Lapsed), (Stage::Enrolled, Open)];
        assert_eq!(on_the_way(gone), Some(Stage::Enrolled));
        assert_eq!(on_the_way([(Stage::Enrolled, Withdrawn)]), None);
        assert_eq!(on_the_way([(Stage::Passed, Counted), twice[0]]), None);
        assert_eq!(on_the_way([]), None);
    }

    #[test]
    fn each_stage_is_judged_by_those_who_came_that_far() {
        let passage = Passage {
            furthest: [6, 5, 4, 3, 2, 1, 0],
            open: [1, 1, 1, 1, 0],
            lost: [5, 4, 3, 2, 0],
        };
        assert_eq!(passage.funnel(), [21, 15, 10, 6, 3, 1, 0]);
        let observed = passage
            .history()
            .map(|seen| (seen.observed, seen.succeeded));
        assert_eq!(observed, [(17, 3), (12, 3), (8, 3), (5, 3), (3, 3)]);
    }
}
