//! Passing a module.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::FULL_MARK;

/// The share of a module's points that passes, in whole per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct PassMark(u8);

/// Why a number is not a pass mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a pass mark lies between 1 and 100 per cent")]
pub struct PassMarkError;

impl PassMark {
    /// The percentage.
    #[must_use]
    pub fn percent(self) -> u8 {
        self.0
    }
}

impl Default for PassMark {
    /// 70 %.
    fn default() -> Self {
        Self(70)
    }
}

impl TryFrom<u8> for PassMark {
    type Error = PassMarkError;

    fn try_from(percent: u8) -> Result<Self, PassMarkError> {
        if (1..=100).contains(&percent) {
            Ok(Self(percent))
        } else {
            Err(PassMarkError)
        }
    }
}

impl From<PassMark> for u8 {
    fn from(mark: PassMark) -> Self {
        mark.0
    }
}

/// What somebody has earned in the questions of a module that are marked automatically.
///
/// Open questions stay outside: a trainer who reads late must never undo a pass.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModuleResult {
    /// The sum of the scores.
    pub earned: u32,
    /// The sum if everything were right.
    pub possible: u32,
}

impl ModuleResult {
    /// Adds up the scores: one for each automatically marked question of the module, `None` where
    /// it has not been answered, which counts as 0.
    pub fn of(scores: impl IntoIterator<Item = Option<u16>>) -> Self {
        scores.into_iter().fold(Self::default(), |sum, score| Self {
            earned: sum.earned + u32::from(score.unwrap_or(0).min(FULL_MARK)),
            possible: sum.possible + u32::from(FULL_MARK),
        })
    }

    /// The share earned in whole per cent, rounded down so that 69.9 % never reads as a pass at
    /// 70 %. 100 when the module asks nothing.
    #[must_use]
    pub fn percent(self) -> u8 {
        let percent = (u64::from(self.earned) * 100)
            .checked_div(u64::from(self.possible))
            .unwrap_or(100);
        u8::try_from(percent).unwrap_or(100).min(100)
    }

    /// Whether it reaches the pass mark.
    #[must_use]
    pub fn meets(self, pass: PassMark) -> bool {
        self.percent() >= pass.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn seventy_per_cent_passes_and_a_hair_less_does_not() {
        let result = |earned| ModuleResult {
            earned,
            possible: 10_000,
        };
        assert!(result(7_000).meets(PassMark::default()));
        assert!(!result(6_999).meets(PassMark::default()));
        assert_eq!(result(6_999).percent(), 69);
    }

    #[test]
    fn a_question_left_out_counts_as_nothing_earned() {
        let result = ModuleResult::of([Some(1000), None, Some(500)]);
        assert_eq!(
            result,
            ModuleResult {
                earned: 1500,
                possible: 3000
            }
        );
        assert_eq!(result.percent(), 50);
    }

    #[test]
    fn a_module_without_questions_has_nothing_to_fail() {
        assert!(ModuleResult::of([]).meets(PassMark::default()));
    }

    #[test]
    fn a_pass_mark_is_a_percentage() {
        assert!(PassMark::try_from(0).is_err());
        assert!(PassMark::try_from(101).is_err());
        assert_eq!(
            serde_json::from_str::<PassMark>("80").ok(),
            PassMark::try_from(80).ok()
        );
    }

    proptest! {
        #[test]
        fn a_result_never_exceeds_what_is_possible(scores in prop::collection::vec(any::<Option<u16>>(), 0..50)) {
            let result = ModuleResult::of(scores);
            prop_assert!(result.earned <= result.possible);
            prop_assert!(result.percent() <= 100);
        }
    }
}
