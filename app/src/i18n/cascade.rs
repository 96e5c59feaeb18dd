//! The cascade's numbers in words.

use domain::cascade::pace::RequiredPace;
use domain::cascade::small_cells::Cell;
use domain::cascade::target::{TargetRange, TargetStatus};
use domain::people::Role;
use services::invitations::role_code;

use super::Words;

impl Words {
    /// A count, or that it is withheld.
    #[must_use]
    pub fn figure(self, cell: Cell) -> String {
        match cell {
            Cell::Shown(count) => count.to_string(),
            Cell::Suppressed => self.say("figure-withheld"),
        }
    }

    /// A count against its range: "11 of 20–30".
    #[must_use]
    pub fn figure_of(self, cell: Cell, range: Option<TargetRange>) -> String {
        let count = self.figure(cell);
        let Some(range) = range else { return count };
        let range = self.range(range);
        if cell == Cell::Suppressed {
            return format!("{count} ({range})");
        }
        self.say_with(
            "figure-of-range",
            [("count", count.into()), ("range", range.into())],
        )
    }

    /// A range: "20–30".
    #[must_use]
    pub fn range(self, range: TargetRange) -> String {
        if range.min() == range.max() {
            return range.min().to_string();
        }
        let ends = [
            ("min", range.min().to_string().into()),
            ("max", range.max().to_string().into()),
        ];
        self.say_with("range", ends)
    }

    /// The status word of a count: "9 to go", "on target (23 of 20–30)".
    #[must_use]
    pub fn status(self, status: Option<TargetStatus>) -> String {
        match status {
            None => self.say("figure-withheld"),
            Some(TargetStatus::ToGo { missing }) => {
                self.say_with("status-to-go", [("missing", missing.into())])
            }
            Some(TargetStatus::OnTarget { count, range }) => {
                let of = self.figure_of(Cell::Shown(count), Some(range));
                self.say_with("status-on-target", [("of", of.into())])
            }
            Some(TargetStatus::AboveRange { count, range }) => {
                let of = self.figure_of(Cell::Shown(count), Some(range));
                self.say_with("status-above-range", [("of", of.into())])
            }
            Some(TargetStatus::NoTarget { .. }) => self.say("status-no-target"),
        }
    }

    /// How many each week: "1.3", or why there is no such number.
    #[must_use]
    pub fn pace(self, pace: Option<RequiredPace>) -> String {
        match pace {
            None => self.say("figure-withheld"),
            Some(RequiredPace::Reached) => self.say("pace-reached"),
            Some(RequiredPace::PerWeek { per_week, .. }) => self.decimal(per_week),
            Some(RequiredPace::EndPassed { .. }) => self.say("pace-end-passed"),
            Some(RequiredPace::NoEndDate { .. }) => self.say("pace-no-end-date"),
        }
    }

    /// A number with one decimal place, rounded up so that it is never promised too little.
    #[must_use]
    pub fn decimal(self, number: f64) -> String {
        let rounded = (number * 10.0 - 1e-9).ceil() / 10.0;
        format!("{rounded:.1}").replace('.', &self.say("decimal-mark"))
    }

    /// A share in whole hundredths: "57 %".
    #[must_use]
    pub fn percent(self, share: f64) -> String {
        format!("{:.0} %", share * 100.0)
    }

    /// A number with two decimal places, rounded to the nearest.
    #[must_use]
    pub fn two_places(self, number: f64) -> String {
        format!("{number:.2}").replace('.', &self.say("decimal-mark"))
    }

    /// How long is left, in whole weeks from two weeks on: "9 weeks", "5 days".
    #[must_use]
    pub fn time_left(self, days: u32) -> String {
        if days < 14 {
            self.say_with("time-days", [("days", days.into())])
        } else {
            self.say_with("time-weeks", [("weeks", (days / 7).into())])
        }
    }

    /// A role's name, without its scope.
    #[must_use]
    pub fn role(self, role: &Role) -> String {
        self.say(&format!("role-{}", role_code(role)))
    }

    /// One, two or three names as a sentence lists them.
    #[must_use]
    pub fn list(self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [one, two] => self.say_with(
                "list-two",
                [("one", one.as_str().into()), ("two", two.as_str().into())],
            ),
            [before @ .., last] => {
                let before = before.join(", ");
                self.say_with(
                    "list-more",
                    [("before", before.into()), ("last", last.as_str().into())],
                )
            }
        }
    }
}
