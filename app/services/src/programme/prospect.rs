//! What can be said about the end (rule 7): the numbers that a forecast is made from. They are
//! tallies, so that gathering them costs nothing, and the few sessions that are planned; the draws
//! are made where the forecast is shown.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::cascade::forecast::{Forecast, Outlook, PassThrough, Prior, seed_of};
use domain::cascade::funnel::Stage;
use domain::cascade::passage::Passage;
use domain::ids::InstitutionId;
use store::ConnectionTrait;
use store::programme::Programme;
use store::programme_table::{Row, Totals};

use crate::ServiceError;

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

/// What every forecast of a programme rests on, its institutions' as well as its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Basis {
    /// How far participations came, all institutions together.
    passage: Passage,
    /// How many of those expected came, all institutions together.
    show: PassThrough,
    /// Seats that planned sessions still offer until the programme's end, by institution.
    seats: HashMap<InstitutionId, u32>,
}

impl Basis {
    /// The basis of a programme's forecasts.
    pub(crate) async fn of(
        db: &impl ConnectionTrait,
        programme: &Programme,
        totals: &Totals,
        today: NaiveDate,
    ) -> Result<Self, ServiceError> {
        let seats = store::session::free_seats(db, programme, totals, today).await?;
        Ok(Self::with(totals, seats))
    }

    /// The same, from what was read already.
    pub(crate) fn with(totals: &Totals, seats: HashMap<InstitutionId, u32>) -> Self {
        Self {
            passage: totals.passage,
            show: totals.show,
            seats,
        }
    }
}

impl Prospect {
    /// The prospect of one institution of a programme.
    pub(crate) fn of_institution(
        row: &Row,
        programme: &Programme,
        basis: &Basis,
        today: NaiveDate,
    ) -> Self {
        if row.range.is_none() {
            return Self::NoTarget;
        }
        let seats = basis.seats.get(&row.institution).copied();
        let count = (row.heads_finished, row.passage, seats.unwrap_or_default());
        let ids = [programme.id.0, row.institution.0];
        Self::of(programme, count, basis, today, &ids)
    }

    /// The prospect of a whole programme.
    pub(crate) fn of_programme(
        programme: &Programme,
        totals: &Totals,
        basis: &Basis,
        today: NaiveDate,
    ) -> Self {
        if totals.with_target == 0 {
            return Self::NoTarget;
        }
        let seats = basis
            .seats
            .values()
            .fold(0, |sum: u32, free| sum.saturating_add(*free));
        let count = (totals.heads_finished, totals.passage, seats);
        Self::of(programme, count, basis, today, &[programme.id.0])
    }

    fn of(
        programme: &Programme,
        (certified, passage, planned_seats): (u32, Passage, u32),
        basis: &Basis,
        today: NaiveDate,
        ids: &[uuid::Uuid],
    ) -> Self {
        let Some(end) = programme.ends_on else {
            return Self::NoEndDate;
        };
        if end < today {
            return Self::Ended;
        }
        let history = basis.passage.history();
        Self::Ahead {
            outlook: Outlook {
                certified,
                open: passage.open,
                known: passage.history()[Stage::Invited as usize].observed,
                history,
                planned_seats,
                show: basis.show,
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
