//! What can be said about the end (rule 7): the numbers that a forecast is made from. They are
//! tallies, so that gathering them costs nothing; the draws are made where the forecast is shown.

use chrono::NaiveDate;
use domain::cascade::forecast::{Forecast, Outlook, PassThrough, Prior, seed_of};
use domain::cascade::funnel::Stage;
use domain::cascade::passage::Passage;
use store::programme::Programme;
use store::programme_table::{Row, Totals};

/// What can be said about the end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Prospect {
    /// No end date is set: there is no end to look ahead to.
    NoEndDate,
    /// No target is agreed: there is nothing to reach.
    NoTarget,
    /// The end date is over.
    Ended,
    /// The end is ahead.
    Ahead {
        /// What the forecast is made from.
        outlook: Outlook,
        /// The seed of its draws: the same all day.
        seed: u64,
    },
}

impl Prospect {
    /// The prospect of one institution of a programme.
    pub(crate) fn of_institution(
        row: &Row,
        programme: &Programme,
        whole: &Passage,
        today: NaiveDate,
    ) -> Self {
        if row.range.is_none() {
            return Self::NoTarget;
        }
        let ids = [programme.id.0, row.institution.0];
        let count = (row.heads_finished, row.passage);
        Self::of(programme, count, whole, today, &ids)
    }

    /// The prospect of a whole programme.
    pub(crate) fn of_programme(programme: &Programme, totals: &Totals, today: NaiveDate) -> Self {
        if totals.with_target == 0 {
            return Self::NoTarget;
        }
        let count = (totals.heads_finished, totals.passage);
        Self::of(programme, count, &totals.passage, today, &[programme.id.0])
    }

    fn of(
        programme: &Programme,
        (certified, passage): (u32, Passage),
        whole: &Passage,
        today: NaiveDate,
        ids: &[uuid::Uuid],
    ) -> Self {
        let Some(end) = programme.ends_on else {
            return Self::NoEndDate;
        };
        if end < today {
            return Self::Ended;
        }
        let history = whole.history();
        Self::Ahead {
            outlook: Outlook {
                certified,
                open: passage.open,
                known: passage.history()[Stage::Invited as usize].observed,
                history,
                // Whoever is enrolled is counted as open. Seats beyond them are kept with sessions and
                // in no tally, so that they are left out, and the page says so.
                planned_seats: 0,
                show: PassThrough::default(),
                completion: history[Stage::AttendedOnce as usize],
                prior: Prior::STATED,
            },
            seed: seed_of(ids, today),
        }
    }

    /// The forecast, when the end is ahead. It is drawn anew each time, always the same.
    #[must_use]
    pub fn forecast(&self) -> Option<Forecast> {
        match self {
            Self::Ahead { outlook, seed } => Some(Forecast::of(outlook, *seed)),
            _ => None,
        }
    }

    /// The ends of the forecast's range, when there is enough to go by.
    #[must_use]
    pub fn range(&self) -> Option<(u32, u32)> {
        match self.forecast()? {
            Forecast::Range { low, high, .. } => Some((low, high)),
            Forecast::TooEarly { .. } => None,
        }
    }

    /// The word for message keys.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoEndDate => "no_end_date",
            Self::NoTarget => "no_target",
            Self::Ended => "ended",
            Self::Ahead { .. } => "ahead",
        }
    }
}
