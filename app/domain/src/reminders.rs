//! When letters are written that nobody asked for: reminders and weekly digests.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::cascade::follow_up::Round;
use crate::cascade::help::HELP_AFTER_DAYS;
use crate::clock::{DAY, HOUR, Timestamp};
use crate::people::coded;

/// Days after which somebody invited who never came in is reminded.
pub const JOINING_AFTER_DAYS: i64 = 7;
/// Days before a session on which its people are reminded.
pub const SESSION_IN_DAYS: [u64; 2] = [3, 1];
/// A reminder whose day passed so long ago is not written any more: an installation that stood
/// still, or has just begun to write, does not flood anybody.
pub const LATE_DAYS: i64 = 14;
/// Days within which a trainer is nudged once.
pub const NUDGE_DAYS: i64 = 7;
/// Days ahead that a digest names sessions of.
pub const DIGEST_AHEAD_DAYS: u64 = 7;
/// A session whose attendance was not recorded is named for so many days.
pub const DIGEST_BACK_DAYS: u64 = 60;
/// Letters of a day are written from this time of day on, UTC: in the morning of our users.
const MORNING: i64 = 5 * HOUR;

coded! {
    /// What is written by itself, in the order in which it is worked through.
    Errand {
        /// To people invited who never came in.
        Joining = "joining",
        /// To people who did nothing for a while.
        Quiet = "quiet",
        /// To people whose session is near.
        SessionAhead = "session-ahead",
        /// To people who are asked whether they did what they promised.
        FollowUp = "follow-up",
        /// To trainers, once a week.
        TrainerDigest = "digest-trainer",
        /// To leads, once a week.
        LeadDigest = "digest-lead",
        /// To coordinators, once a week.
        CoordinatorDigest = "digest-coordinator",
    }
}

impl Errand {
    /// Whether it is written once a week; otherwise every day.
    #[must_use]
    pub fn is_digest(self) -> bool {
        matches!(
            self,
            Self::TrainerDigest | Self::LeadDigest | Self::CoordinatorDigest
        )
    }

    /// The period that `now` lies in, in a form whose alphabetical order is that of time: a day as
    /// "2026-11-22", an ISO 8601 week as "2026-W47".
    #[must_use]
    pub fn period(self, now: Timestamp) -> String {
        if self.is_digest() {
            let week = now.date().iso_week();
            format!("{:04}-W{:02}", week.year(), week.week())
        } else {
            now.date().to_string()
        }
    }

    /// When the letters of the period that `now` lies in are written: in the morning of the day,
    /// or of the week's Monday.
    #[must_use]
    pub fn begins(self, now: Timestamp) -> Timestamp {
        let today = now.date();
        let day = if self.is_digest() {
            today.week(Weekday::Mon).first_day()
        } else {
            today
        };
        Timestamp::start_of(day).plus(MORNING)
    }
}

/// A stretch of time in which something happened that is to be written about now: after `from`, up
/// to `until`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// What happened then or before is too long ago.
    pub from: Timestamp,
    /// What happened later is not due yet.
    pub until: Timestamp,
}

impl Window {
    /// What happened `days` ago, or up to [`LATE_DAYS`] earlier.
    #[must_use]
    pub fn of_days_ago(days: i64, now: Timestamp) -> Self {
        let until = now.minus(days * DAY);
        Self {
            from: until.minus(LATE_DAYS * DAY),
            until,
        }
    }

    /// Those who stopped so long ago that they need help (`cascade::help`).
    #[must_use]
    pub fn of_silence(now: Timestamp) -> Self {
        Self::of_days_ago(HELP_AFTER_DAYS, now)
    }
}

/// The follow-up is not written of programmes that ended before this day: whoever finished in the
/// last hour of the last day is asked in the last round, as late as any letter is written. Every
/// other letter is about what still goes on, and is not written from the day after the end on.
#[must_use]
pub fn earliest_end_of_follow_up(today: NaiveDate) -> NaiveDate {
    let last = Round::ALL.iter().map(|round| round.days()).max();
    // The last day is over one day after it began.
    let days = last.unwrap_or_default() + LATE_DAYS + 1;
    today - Days::new(days.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: &str, hour: i64) -> Timestamp {
        Timestamp::start_of(day.parse().expect("a day")).plus(hour * HOUR)
    }

    #[test]
    fn a_week_belongs_to_the_year_of_its_thursday() {
        let week = |day| Errand::TrainerDigest.period(at(day, 12));
        assert_eq!(week("2026-11-22"), "2026-W47");
        assert_eq!(week("2026-11-23"), "2026-W48");
        assert_eq!(week("2027-01-01"), "2026-W53");
        assert_eq!(week("2027-01-04"), "2027-W01");
        assert_eq!(Errand::Quiet.period(at("2027-01-01", 0)), "2027-01-01");
    }

    #[test]
    fn letters_are_written_in_the_morning_of_the_day_or_of_monday() {
        let sunday = at("2026-11-22", 3);
        assert_eq!(Errand::Quiet.begins(sunday), at("2026-11-22", 5));
        assert_eq!(Errand::LeadDigest.begins(sunday), at("2026-11-16", 5));
    }

    #[test]
    fn what_happened_too_long_ago_is_not_written_about() {
        let now = at("2026-11-22", 12);
        let window = Window::of_days_ago(30, now);
        assert_eq!(now.since(window.until), 30 * DAY);
        assert_eq!(window.until.since(window.from), LATE_DAYS * DAY);
    }

    #[test]
    fn the_follow_up_of_the_last_hour_is_written_as_late_as_any_letter() {
        let finished = at("2026-11-22", 23);
        let last = finished.plus((90 + LATE_DAYS) * DAY);
        assert!(Window::of_days_ago(90, last.minus(1)).from < finished);
        let end = finished.date();
        assert_eq!(earliest_end_of_follow_up(last.date()), end - Days::new(1));
        assert_eq!(earliest_end_of_follow_up(last.plus(DAY).date()), end);
    }
}
