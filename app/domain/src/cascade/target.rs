//! Rule 6: the status of a count against its range is a word.

use serde::{Deserialize, Serialize};

/// A range target such as 20–30 colleagues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(u32, u32)", into = "(u32, u32)")]
pub struct TargetRange {
    min: u32,
    max: u32,
}

/// Why two numbers are not a range target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TargetRangeError {
    /// The larger number comes first.
    #[error("the target's minimum is above its maximum")]
    Reversed,
    /// Nothing to reach.
    #[error("a target of nobody is no target")]
    Empty,
}

impl TargetRange {
    /// A range from `min` to `max`, both included.
    ///
    /// # Errors
    /// When `min` is above `max`, or `max` is zero.
    pub fn new(min: u32, max: u32) -> Result<Self, TargetRangeError> {
        if min > max {
            Err(TargetRangeError::Reversed)
        } else if max == 0 {
            Err(TargetRangeError::Empty)
        } else {
            Ok(Self { min, max })
        }
    }

    /// The smallest count that reaches the target.
    #[must_use]
    pub fn min(self) -> u32 {
        self.min
    }

    /// The largest count that is still inside it.
    #[must_use]
    pub fn max(self) -> u32 {
        self.max
    }

    /// How many are missing to the minimum.
    #[must_use]
    pub fn missing(self, count: u32) -> u32 {
        self.min.saturating_sub(count)
    }
}

impl TryFrom<(u32, u32)> for TargetRange {
    type Error = TargetRangeError;

    fn try_from((min, max): (u32, u32)) -> Result<Self, Self::Error> {
        Self::new(min, max)
    }
}

impl From<TargetRange> for (u32, u32) {
    fn from(range: TargetRange) -> Self {
        (range.min, range.max)
    }
}

/// The status word of a count, with the numbers of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TargetStatus {
    /// "9 to go".
    ToGo {
        /// How many are missing to the minimum.
        missing: u32,
    },
    /// "on target (23 of 20–30)".
    OnTarget {
        /// How many there are.
        count: u32,
        /// The range they lie in.
        range: TargetRange,
    },
    /// "above range".
    AboveRange {
        /// How many there are.
        count: u32,
        /// The range they exceed.
        range: TargetRange,
    },
    /// No target is set; the count stands alone.
    NoTarget {
        /// How many there are.
        count: u32,
    },
}

impl TargetStatus {
    /// The status of `count` against `range`.
    #[must_use]
    pub fn of(count: u32, range: Option<TargetRange>) -> Self {
        match range {
            None => Self::NoTarget { count },
            Some(range) if count < range.min => Self::ToGo {
                missing: range.missing(count),
            },
            Some(range) if count > range.max => Self::AboveRange { count, range },
            Some(range) => Self::OnTarget { count, range },
        }
    }

    /// The word for message keys and style classes.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ToGo { .. } => "to_go",
            Self::OnTarget { .. } => "on_target",
            Self::AboveRange { .. } => "above_range",
            Self::NoTarget { .. } => "no_target",
        }
    }
}

/// One scale for all bullet bars of a page, so that their lengths can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BarScale {
    end: u32,
}

impl BarScale {
    /// The scale that holds every number given (counts, range ends, forecasts), its end rounded
    /// up to a full ten.
    #[must_use]
    pub fn holding(numbers: impl IntoIterator<Item = u32>) -> Self {
        let largest = numbers.into_iter().max().unwrap_or(0).max(1);
        Self {
            end: largest.div_ceil(10).saturating_mul(10),
        }
    }

    /// The number at the right end.
    #[must_use]
    pub fn end(self) -> u32 {
        self.end
    }

    /// Where a number lies, in thousandths of the bar's length.
    #[must_use]
    pub fn permille(self, number: u32) -> u16 {
        let thousandths = u64::from(number.min(self.end)) * 1_000 / u64::from(self.end);
        u16::try_from(thousandths).unwrap_or(1_000)
    }

    /// Where the parts of one bar lie.
    #[must_use]
    pub fn bar(
        self,
        count: u32,
        range: Option<TargetRange>,
        whisker: Option<(u32, u32)>,
    ) -> BulletBar {
        BulletBar {
            actual: self.permille(count),
            band: range.map(|r| (self.permille(r.min), self.permille(r.max))),
            whisker: whisker.map(|(low, high)| (self.permille(low), self.permille(high))),
        }
    }
}

/// Positions in one bullet bar, in thousandths of its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BulletBar {
    /// Where the bar of the actual count ends.
    pub actual: u16,
    /// Where the target's band begins and ends.
    pub band: Option<(u16, u16)>,
    /// Where the forecast's whisker begins and ends.
    pub whisker: Option<(u16, u16)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn twenty_to_thirty() -> Option<TargetRange> {
        TargetRange::new(20, 30).ok()
    }

    #[test]
    fn the_status_changes_exactly_at_the_ends_of_the_range() {
        let word = |count| TargetStatus::of(count, twenty_to_thirty()).code();
        assert_eq!(
            [0, 19, 20, 30, 31].map(word),
            ["to_go", "to_go", "on_target", "on_target", "above_range"]
        );
    }

    #[test]
    fn eleven_of_twenty_to_thirty_is_nine_to_go() {
        assert_eq!(
            TargetStatus::of(11, twenty_to_thirty()),
            TargetStatus::ToGo { missing: 9 }
        );
    }

    #[test]
    fn without_a_target_there_is_a_count_and_no_verdict() {
        assert_eq!(
            TargetStatus::of(7, None),
            TargetStatus::NoTarget { count: 7 }
        );
    }

    #[test]
    fn a_reversed_or_empty_range_is_refused_even_when_read_from_a_file() {
        assert_eq!(TargetRange::new(30, 20), Err(TargetRangeError::Reversed));
        assert_eq!(TargetRange::new(0, 0), Err(TargetRangeError::Empty));
        assert!(serde_json::from_str::<TargetRange>("[30,20]").is_err());
        assert_eq!(
            serde_json::from_str::<TargetRange>("[20,30]").ok(),
            twenty_to_thirty()
        );
    }

    #[test]
    fn bars_of_one_page_share_a_scale_that_holds_every_number() {
        let scale = BarScale::holding([11, 30, 37]);
        assert_eq!(scale.end(), 40);
        let bar = scale.bar(10, twenty_to_thirty(), Some((24, 37)));
        assert_eq!(
            bar,
            BulletBar {
                actual: 250,
                band: Some((500, 750)),
                whisker: Some((600, 925))
            }
        );
    }

    #[test]
    fn an_empty_page_and_a_huge_count_still_give_a_scale() {
        assert_eq!(BarScale::holding([]).permille(0), 0);
        assert_eq!(BarScale::holding([u32::MAX]).permille(u32::MAX), 1_000);
    }
}
