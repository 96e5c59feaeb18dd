//! How far participations came, as the tallies keep it: one column for each stage.

use domain::cascade::forecast::OPEN_STAGES;
use domain::cascade::funnel::STAGES;
use domain::cascade::passage::{Outcome, Passage};
use domain::cascade::tally::Progress;
use sea_orm::{FromQueryResult, Value};

use crate::entity::programme_tally;
use crate::programme::count;

/// How many columns there are.
const COLUMN_COUNT: usize = STAGES + 2 * OPEN_STAGES;

/// The columns of institutions and programmes, in the order of [`Steps::values`].
pub(crate) const COLUMNS: [&str; COLUMN_COUNT] = [
    "at_invited",
    "at_enrolled",
    "at_attended_once",
    "at_attended_enough",
    "at_passed",
    "at_certified",
    "at_applied",
    "open_invited",
    "open_enrolled",
    "open_attended_once",
    "open_attended_enough",
    "open_passed",
    "lost_invited",
    "lost_enrolled",
    "lost_attended_once",
    "lost_attended_enough",
    "lost_passed",
];

/// What changes of a [`Passage`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Steps {
    furthest: [i32; STAGES],
    open: [i32; OPEN_STAGES],
    lost: [i32; OPEN_STAGES],
}

impl Steps {
    /// One participation came from `before` to `after`.
    pub(crate) fn between(before: Progress, after: Progress) -> Self {
        let mut steps = Self::default();
        for (progress, step) in [(before, -1), (after, 1)] {
            if progress.invited {
                steps.furthest[progress.stage as usize] += step;
                if Outcome::of(progress).is_lost() {
                    // A stage beyond the open ones is never lost without having counted.
                    let stage = (progress.stage as usize).min(OPEN_STAGES - 1);
                    steps.lost[stage] += step;
                }
            }
        }
        steps
    }

    /// One colleague's stage on the way came from `before` to `after`.
    pub(crate) fn on_the_way(before: Option<i32>, after: Option<i32>) -> Self {
        let mut steps = Self::default();
        for (stage, step) in [(before, -1), (after, 1)] {
            let place = stage.and_then(|stage| usize::try_from(stage).ok());
            if let Some(count) = place.and_then(|place| steps.open.get_mut(place)) {
                *count += step;
            }
        }
        steps
    }

    /// Both changes together.
    pub(crate) fn plus(mut self, other: Self) -> Self {
        let pairs = self.furthest.iter_mut().zip(other.furthest);
        let pairs = pairs.chain(self.open.iter_mut().zip(other.open));
        for (own, other) in pairs.chain(self.lost.iter_mut().zip(other.lost)) {
            *own += other;
        }
        self
    }

    /// The same change so many times.
    pub(crate) fn times(mut self, count: i32) -> Self {
        let all = self.furthest.iter_mut().chain(&mut self.open);
        all.chain(&mut self.lost).for_each(|step| *step *= count);
        self
    }

    /// `at_invited = at_invited + $n, …` for every column, after `before` other values.
    pub(crate) fn text(before: usize) -> String {
        let column =
            |(number, name): (usize, &&str)| format!("{name} = {name} + ${}", before + number + 1);
        let columns: Vec<String> = COLUMNS.iter().enumerate().map(column).collect();
        columns.join(", ")
    }

    /// The values that [`Steps::text`] leaves open.
    pub(crate) fn values(&self) -> impl Iterator<Item = Value> {
        let all = self.furthest.into_iter().chain(self.open);
        all.chain(self.lost).map(Value::from)
    }
}

/// The columns as a query of `programme_institution` reads them.
#[derive(FromQueryResult)]
pub(crate) struct Stored {
    at_invited: i32,
    at_enrolled: i32,
    at_attended_once: i32,
    at_attended_enough: i32,
    at_passed: i32,
    at_certified: i32,
    at_applied: i32,
    open_invited: i32,
    open_enrolled: i32,
    open_attended_once: i32,
    open_attended_enough: i32,
    open_passed: i32,
    lost_invited: i32,
    lost_enrolled: i32,
    lost_attended_once: i32,
    lost_attended_enough: i32,
    lost_passed: i32,
}

/// Both rows have the same columns.
macro_rules! passage_of {
    ($row:expr) => {
        Passage {
            furthest: [
                $row.at_invited,
                $row.at_enrolled,
                $row.at_attended_once,
                $row.at_attended_enough,
                $row.at_passed,
                $row.at_certified,
                $row.at_applied,
            ]
            .map(count),
            open: [
                $row.open_invited,
                $row.open_enrolled,
                $row.open_attended_once,
                $row.open_attended_enough,
                $row.open_passed,
            ]
            .map(count),
            lost: [
                $row.lost_invited,
                $row.lost_enrolled,
                $row.lost_attended_once,
                $row.lost_attended_enough,
                $row.lost_passed,
            ]
            .map(count),
        }
    };
}

impl Stored {
    pub(crate) fn passage(&self) -> Passage {
        passage_of!(self)
    }
}

/// The passage of a whole programme.
pub(crate) fn of_programme(row: &programme_tally::Model) -> Passage {
    passage_of!(row)
}
