//! Dates in words, day first, and times on the 24-hour clock of the Western Balkans.

use chrono::{Datelike, NaiveDate, TimeZone, Timelike};
use chrono_tz::Europe::Belgrade;
use domain::clock::{DAY, Timestamp};

use super::Words;

impl Words {
    /// A day in words: "14 November 2026".
    #[must_use]
    pub fn day(self, day: NaiveDate) -> String {
        let month = self.say(&format!("month-{}", day.month()));
        self.say_with(
            "date-in-words",
            [
                ("day", day.day().into()),
                ("month", month.into()),
                // A text, so that no language groups its digits.
                ("year", day.year().to_string().into()),
            ],
        )
    }

    /// The day of a moment, in words, where our users live (Tirana, Belgrade and Sarajevo share
    /// one time zone).
    #[must_use]
    pub fn day_of(self, moment: Timestamp) -> String {
        self.day(local(moment).date_naive())
    }

    /// The time of a moment: "14:02".
    #[must_use]
    pub fn time(self, moment: Timestamp) -> String {
        let local = local(moment);
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// A moment as people say it: "today 14:02", "yesterday", "5 days ago", then the day.
    #[must_use]
    pub fn ago(self, moment: Timestamp, now: Timestamp) -> String {
        let days = (local(now).date_naive() - local(moment).date_naive()).num_days();
        match days {
            ..=0 => self.say_with("ago-today", [("time", self.time(moment).into())]),
            1 => self.say("ago-yesterday"),
            2..=30 => self.say_with("ago-days", [("days", days.into())]),
            _ => self.day_of(moment),
        }
    }

    /// The day of a moment where our users live.
    #[must_use]
    pub fn local_day(moment: Timestamp) -> NaiveDate {
        local(moment).date_naive()
    }

    /// Whole days from `now` until `day`; negative when it has passed.
    #[must_use]
    pub fn days_until(day: NaiveDate, now: Timestamp) -> i64 {
        Timestamp::start_of(day).since(Timestamp::start_of(local(now).date_naive())) / DAY
    }
}

fn local(moment: Timestamp) -> chrono::DateTime<chrono_tz::Tz> {
    let utc = chrono::DateTime::from_timestamp_millis(moment.0).unwrap_or_default();
    Belgrade.from_utc_datetime(&utc.naive_utc())
}
