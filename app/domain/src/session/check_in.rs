//! Checking in by oneself: when it is open, and which code counts.
//!
//! The room shows a code that changes every minute, so that a picture of it sent to somebody
//! elsewhere is soon worth nothing. The code is a time-based one-time password (RFC 6238) with
//! this step; the one before counts as well, for whoever types slowly.

use crate::clock::{HOUR, MINUTE, Timestamp};

/// How long before the start people can check in.
pub const OPENS_BEFORE: i64 = 30 * MINUTE;
/// How long after the end people can check in.
pub const CLOSES_AFTER: i64 = HOUR;
/// How long one code is shown.
pub const STEP: i64 = MINUTE;

/// From when until when people can check in to a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first moment.
    pub opens: Timestamp,
    /// The first moment when it is too late.
    pub closes: Timestamp,
}

/// Where a moment stands to a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Before it opens.
    Early,
    /// Inside.
    Open,
    /// After it closed.
    Late,
}

impl Window {
    /// The window of a session that lasts from `starts` to `ends`.
    #[must_use]
    pub fn around(starts: Timestamp, ends: Timestamp) -> Self {
        Self {
            opens: starts.minus(OPENS_BEFORE),
            closes: ends.plus(CLOSES_AFTER),
        }
    }

    /// Where `now` stands.
    #[must_use]
    pub fn at(self, now: Timestamp) -> Moment {
        if now < self.opens {
            Moment::Early
        } else if now < self.closes {
            Moment::Open
        } else {
            Moment::Late
        }
    }
}

/// The number of the code that is shown now.
#[must_use]
pub fn step(now: Timestamp) -> i64 {
    now.0.div_euclid(STEP)
}

/// The codes that count now: the one shown, and the one before.
#[must_use]
pub fn steps_that_count(now: Timestamp) -> [i64; 2] {
    let shown = step(now);
    [shown, shown - 1]
}

/// How long the code shown now stays, in whole seconds, at least one.
#[must_use]
pub fn seconds_left(now: Timestamp) -> i64 {
    let left = STEP - now.0.rem_euclid(STEP);
    left.div_euclid(1_000).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NINE: Timestamp = Timestamp(1_790_000_100_000);

    #[test]
    fn it_opens_half_an_hour_before_and_closes_an_hour_after() {
        let window = Window::around(NINE, NINE.plus(3 * HOUR));
        assert_eq!(window.at(NINE.minus(30 * MINUTE + 1)), Moment::Early);
        assert_eq!(window.at(NINE.minus(30 * MINUTE)), Moment::Open);
        assert_eq!(window.at(NINE.plus(4 * HOUR - 1)), Moment::Open);
        assert_eq!(window.at(NINE.plus(4 * HOUR)), Moment::Late);
    }

    #[test]
    fn a_code_counts_while_it_is_shown_and_one_minute_longer() {
        let shown = step(NINE);
        assert!(steps_that_count(NINE).contains(&shown));
        assert!(steps_that_count(NINE.plus(MINUTE)).contains(&shown));
        assert!(!steps_that_count(NINE.plus(2 * MINUTE)).contains(&shown));
        assert!(!steps_that_count(NINE.minus(MINUTE)).contains(&shown));
    }

    #[test]
    fn a_code_is_never_shown_longer_than_a_minute() {
        assert_eq!(seconds_left(Timestamp(60_000)), 60);
        assert_eq!(seconds_left(Timestamp(119_500)), 1);
    }
}
