//! The time of day where our users live: Tirana, Belgrade and Sarajevo share one time zone.

use chrono::{NaiveDate, NaiveTime, TimeZone};
use chrono_tz::Europe::Belgrade;
use domain::clock::{DAY, Timestamp};

/// The time zone's name in the IANA database.
pub const ZONE: &str = "Europe/Belgrade";

/// The moment of a time on the wall. In the hour that summer time skips, the moment when the skip
/// ends; in the hour that it repeats, the first of the two.
#[must_use]
pub fn moment(day: NaiveDate, time: NaiveTime) -> Timestamp {
    let wall = day.and_time(time);
    // A skip is one hour long, so the same time an hour later exists.
    let later = wall + chrono::TimeDelta::hours(1);
    let found = Belgrade
        .from_local_datetime(&wall)
        .earliest()
        .or_else(|| Belgrade.from_local_datetime(&later).earliest());
    found.map_or_else(
        || Timestamp::start_of(day),
        |at| Timestamp(at.timestamp_millis()),
    )
}

/// The first moment of a day.
#[must_use]
pub fn start_of(day: NaiveDate) -> Timestamp {
    moment(day, NaiveTime::MIN)
}

/// The day of a moment.
#[must_use]
pub fn day(at: Timestamp) -> NaiveDate {
    chrono::DateTime::from_timestamp_millis(at.0)
        .unwrap_or_default()
        .with_timezone(&Belgrade)
        .date_naive()
}

/// The first moment after a day.
#[must_use]
pub fn end_of(day: NaiveDate) -> Timestamp {
    day.succ_opt()
        .map_or_else(|| Timestamp::start_of(day).plus(DAY), start_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: &str, time: &str) -> Timestamp {
        moment(day.parse().expect("a day"), time.parse().expect("a time"))
    }

    #[test]
    fn the_same_time_on_the_wall_is_an_hour_earlier_in_summer() {
        let winter = at("2026-03-28", "10:00:00");
        let summer = at("2026-03-29", "10:00:00");
        assert_eq!(summer.since(winter), DAY - domain::clock::HOUR);
    }

    #[test]
    fn a_time_that_summer_time_skips_or_repeats_is_still_a_moment() {
        assert_eq!(at("2026-03-29", "02:30:00"), at("2026-03-29", "03:30:00"));
        let repeated = at("2026-10-25", "02:30:00");
        assert_eq!(
            at("2026-10-25", "03:30:00").since(repeated),
            2 * domain::clock::HOUR
        );
    }

    #[test]
    fn a_day_begins_at_midnight_on_the_wall() {
        let day: NaiveDate = "2026-11-22".parse().expect("a day");
        assert_eq!(super::day(start_of(day)), day);
        assert_eq!(
            super::day(start_of(day).minus(1)),
            day.pred_opt().expect("yesterday")
        );
        assert_eq!(end_of(day).since(start_of(day)), DAY);
    }
}
