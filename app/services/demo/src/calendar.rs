//! Days and moments, counted back from the present.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::clock::{DAY, HOUR, MINUTE, Timestamp};

use crate::dice::Dice;

/// The calendar of a story that is told now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Calendar {
    /// The present.
    pub now: Timestamp,
}

impl Calendar {
    /// The day so many days ago; ahead when negative.
    pub(crate) fn day(self, ago: i64) -> NaiveDate {
        self.now.minus(ago * DAY).date()
    }

    /// The working day on or before that day, so that nobody meets on a Sunday.
    pub(crate) fn working_day(self, ago: i64) -> NaiveDate {
        let day = self.day(ago);
        let back = match day.weekday() {
            Weekday::Sat => 1,
            Weekday::Sun => 2,
            _ => 0,
        };
        day - Days::new(back)
    }

    /// When a session held on a day was written down: in the early afternoon.
    pub(crate) fn after_session(self, day: NaiveDate) -> Timestamp {
        Timestamp::start_of(day).plus(12 * HOUR + 40 * MINUTE)
    }

    /// A moment in the working hours of the day so many days ago. Later days give later moments.
    pub(crate) fn moment(self, ago: i64, dice: &mut Dice) -> Timestamp {
        self.in_working_hours(Timestamp::start_of(self.day(ago)).plus(dice.between(0, DAY - 1)))
    }

    /// Moments in ascending order, at least an hour apart, from one moment to another.
    pub(crate) fn moments(
        self,
        count: usize,
        from: Timestamp,
        to: Timestamp,
        dice: &mut Dice,
    ) -> Vec<Timestamp> {
        let to = to.max(from);
        let mut moments: Vec<Timestamp> = (0..count)
            .map(|_| self.in_working_hours(Timestamp(dice.between(from.0, to.0))))
            .collect();
        moments.sort_unstable();
        let mut earliest = from.plus(HOUR);
        for moment in &mut moments {
            *moment = (*moment).max(earliest);
            earliest = moment.plus(HOUR);
        }
        moments
    }

    /// A moment of a day, moved into its working hours without changing the order of two moments.
    fn in_working_hours(self, at: Timestamp) -> Timestamp {
        const FIRST: i64 = 6 * HOUR + 30 * MINUTE;
        const WORKING: i64 = 10 * HOUR;
        let day = Timestamp::start_of(at.date());
        day.plus(FIRST + at.since(day) * (WORKING / MINUTE) / (DAY / MINUTE))
    }
}

/// The season and year of a day, for a title.
pub(crate) fn season(day: NaiveDate) -> String {
    let season = match day.month() {
        3..=5 => "spring",
        6..=8 => "summer",
        9..=11 => "autumn",
        _ => "winter",
    };
    format!("{season} {}", day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_ascend_and_stay_in_working_hours() {
        let calendar = Calendar {
            now: Timestamp(1_795_000_000_000),
        };
        let mut dice = Dice::of(3, 3);
        let (from, to) = (calendar.now.minus(40 * DAY), calendar.now.minus(2 * DAY));
        let moments = calendar.moments(6, from, to, &mut dice);
        assert!(moments.is_sorted());
        assert!(moments.iter().all(|at| *at > from && *at < calendar.now));
    }

    #[test]
    fn sessions_are_held_from_monday_to_friday() {
        let calendar = Calendar {
            now: Timestamp(1_795_000_000_000),
        };
        let weekend = [Weekday::Sat, Weekday::Sun];
        assert!((0..14).all(|ago| !weekend.contains(&calendar.working_day(ago).weekday())));
    }
}
