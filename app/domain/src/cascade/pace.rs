//! Rule 7, first half: how many each week to reach the minimum by the end date.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::target::TargetRange;

/// The pace that reaching the minimum requires.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequiredPace {
    /// The minimum is reached; nothing is required.
    Reached,
    /// So many a week.
    PerWeek {
        /// How many are missing to the minimum.
        missing: u32,
        /// Whole days until the end date; on the day itself there is this one day left.
        days_left: u32,
        /// (minimum − certified) ÷ weeks left.
        per_week: f64,
    },
    /// The end date is over and the minimum was not reached.
    EndPassed {
        /// How many are missing to the minimum.
        missing: u32,
        /// Whole days since the end date.
        days_ago: u32,
    },
    /// No end date is set, so there is no pace.
    NoEndDate {
        /// How many are missing to the minimum.
        missing: u32,
    },
}

impl RequiredPace {
    /// The pace required `today` for `range`, with `certified` heads so far.
    #[must_use]
    pub fn of(
        range: TargetRange,
        certified: u32,
        today: NaiveDate,
        end: Option<NaiveDate>,
    ) -> Self {
        let missing = range.missing(certified);
        if missing == 0 {
            return Self::Reached;
        }
        let Some(end) = end else {
            return Self::NoEndDate { missing };
        };
        let days = whole_days(today, end);
        if end < today {
            return Self::EndPassed {
                missing,
                days_ago: days,
            };
        }
        let days_left = days.max(1);
        let per_week = f64::from(missing) * 7.0 / f64::from(days_left);
        Self::PerWeek {
            missing,
            days_left,
            per_week,
        }
    }

    /// Whether fewer were certified each week since `start` than this pace asks of each week left.
    /// A missed end date is always behind; without an end date nobody is.
    #[must_use]
    pub fn is_behind(self, certified: u32, start: NaiveDate, today: NaiveDate) -> bool {
        match self {
            Self::Reached | Self::NoEndDate { .. } => false,
            Self::EndPassed { .. } => true,
            Self::PerWeek {
                missing, days_left, ..
            } => {
                let elapsed = if start < today {
                    whole_days(start, today)
                } else {
                    0
                };
                u64::from(certified) * u64::from(days_left)
                    < u64::from(missing) * u64::from(elapsed)
            }
        }
    }

    /// The word for message keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::PerWeek { .. } => "per_week",
            Self::EndPassed { .. } => "end_passed",
            Self::NoEndDate { .. } => "no_end_date",
        }
    }
}

/// Days between two dates, whichever comes first.
fn whole_days(one: NaiveDate, other: NaiveDate) -> u32 {
    u32::try_from((other - one).num_days().unsigned_abs()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date written by hand")
    }

    #[test]
    fn behind_is_slower_so_far_than_the_weeks_left_require() {
        let behind = |certified, today| {
            pace(certified, today, Some("2026-10-28")).is_behind(
                certified,
                day("2026-01-01"),
                day(today),
            )
        };
        // 150 of 300 days are over: half of the minimum is just enough.
        assert!(!behind(10, "2026-05-31"));
        assert!(behind(9, "2026-05-31"));
        assert!(
            !behind(0, "2026-01-01"),
            "nobody is behind on the first day"
        );
        assert!(
            !behind(20, "2026-10-27"),
            "whoever has reached the minimum is not behind"
        );
        assert!(behind(19, "2026-10-29"), "a missed end date is behind");
        assert!(!pace(0, "2026-05-31", None).is_behind(0, day("2026-01-01"), day("2026-05-31")));
    }

    fn pace(certified: u32, today: &str, end: Option<&str>) -> RequiredPace {
        let range = TargetRange::new(20, 30).expect("a valid range");
        RequiredPace::of(range, certified, day(today), end.map(day))
    }

    #[test]
    fn nine_missing_in_six_weeks_are_one_and_a_half_a_week() {
        assert_eq!(
            pace(11, "2023-10-04", Some("2023-11-15")),
            RequiredPace::PerWeek {
                missing: 9,
                days_left: 42,
                per_week: 1.5
            }
        );
    }

    #[test]
    fn on_the_end_date_itself_one_day_is_left() {
        assert_eq!(
            pace(18, "2023-11-15", Some("2023-11-15")),
            RequiredPace::PerWeek {
                missing: 2,
                days_left: 1,
                per_week: 14.0
            }
        );
    }

    #[test]
    fn after_the_end_date_there_is_no_pace_but_a_missing_number() {
        assert_eq!(
            pace(18, "2023-11-20", Some("2023-11-15")),
            RequiredPace::EndPassed {
                missing: 2,
                days_ago: 5
            }
        );
    }

    #[test]
    fn a_reached_minimum_requires_nothing_even_after_the_end() {
        assert_eq!(
            pace(20, "2024-01-01", Some("2023-11-15")),
            RequiredPace::Reached
        );
        assert_eq!(pace(20, "2024-01-01", None), RequiredPace::Reached);
    }

    #[test]
    fn without_an_end_date_only_the_missing_number_is_known() {
        assert_eq!(
            pace(0, "2023-11-15", None),
            RequiredPace::NoEndDate { missing: 20 }
        );
    }
}
