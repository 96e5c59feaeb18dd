//! From when until when, by the clock on the wall where the session is held.

use chrono::{NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

/// A session's hours on its day. They never cross midnight: nobody trains then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    starts: NaiveTime,
    ends: NaiveTime,
}

/// Why two times are no hours of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimesError {
    /// It ends before it starts, or at once.
    #[error("a session ends after it starts")]
    Reversed,
}

impl Times {
    /// From `starts` until `ends`.
    ///
    /// # Errors
    /// [`TimesError::Reversed`] unless the end is later.
    pub fn new(starts: NaiveTime, ends: NaiveTime) -> Result<Self, TimesError> {
        if ends <= starts {
            return Err(TimesError::Reversed);
        }
        Ok(Self { starts, ends })
    }

    /// When it starts.
    #[must_use]
    pub fn starts(self) -> NaiveTime {
        self.starts
    }

    /// When it ends.
    #[must_use]
    pub fn ends(self) -> NaiveTime {
        self.ends
    }

    /// How long it is, in minutes.
    #[must_use]
    pub fn minutes(self) -> u32 {
        u32::try_from((self.ends - self.starts).num_minutes()).unwrap_or_default()
    }

    /// Whether both are under way at some moment of one day. One that starts when the other ends
    /// does not overlap it.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.starts < other.ends && other.starts < self.ends
    }
}

/// The time that somebody typed: 9:30, 09:30 or 9.30, on the 24-hour clock.
#[must_use]
pub fn clock_time(typed: &str) -> Option<NaiveTime> {
    let (hours, minutes) = typed.trim().split_once([':', '.'])?;
    let number = |digits: &str, longest: usize| {
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        (plain && (1..=longest).contains(&digits.len())).then(|| digits.parse::<u32>().ok())?
    };
    if minutes.len() != 2 {
        return None;
    }
    NaiveTime::from_hms_opt(number(hours, 2)?, number(minutes, 2)?, 0)
}

/// A time as forms, files and the database write it: 09:30.
#[must_use]
pub fn written(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(starts: &str, ends: &str) -> Times {
        let read = |typed| clock_time(typed).expect("a time");
        Times::new(read(starts), read(ends)).expect("hours")
    }

    #[test]
    fn a_time_is_read_as_people_type_it() {
        for typed in ["9:30", "09:30", "9.30", " 09:30 "] {
            assert_eq!(clock_time(typed).map(written).as_deref(), Some("09:30"));
        }
        for wrong in [
            "", "9", "9:3", "24:00", "9:60", "+9:30", "9:+3", "009:30", "noon",
        ] {
            assert_eq!(clock_time(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_session_ends_after_it_starts() {
        let nine = clock_time("9:00").expect("a time");
        assert_eq!(Times::new(nine, nine), Err(TimesError::Reversed));
        assert_eq!(times("09:00", "12:15").minutes(), 195);
    }

    #[test]
    fn sessions_that_follow_one_another_do_not_overlap() {
        let morning = times("09:00", "12:00");
        assert!(!morning.overlaps(times("12:00", "13:00")));
        assert!(morning.overlaps(times("11:59", "13:00")));
        assert!(morning.overlaps(times("10:00", "11:00")));
    }
}
