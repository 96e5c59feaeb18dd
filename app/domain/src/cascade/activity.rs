//! Rule 9: silent trainers and trainer activation; and how long ago something happened.

use serde::{Deserialize, Serialize};

use crate::clock::{DAY, Timestamp};
use crate::people::coded;

/// Days after qualifying from which silence counts.
pub const SILENT_AFTER_DAYS: i64 = 45;
/// Days ahead in which a planned session breaks the silence.
pub const PLANNED_WITHIN_DAYS: i64 = 30;

/// What is known of one trainer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrainerRecord {
    /// When they qualified as a trainer.
    pub qualified: Timestamp,
    /// Their last delivered session.
    pub last_delivered: Option<Timestamp>,
    /// Their next planned session.
    pub next_planned: Option<Timestamp>,
}

coded! {
    /// How a trainer is doing.
    TrainerState {
        /// Has delivered a session.
        Active = "active",
        /// Has delivered nothing yet, and a session is near.
        Planned = "planned",
        /// Qualified recently; nothing delivered or planned yet.
        New = "new",
        /// Qualified long ago, nothing delivered, nothing planned soon.
        Silent = "silent",
    }
}

impl TrainerRecord {
    /// The trainer's state now.
    #[must_use]
    pub fn state(&self, now: Timestamp) -> TrainerState {
        let soon = now.plus(PLANNED_WITHIN_DAYS * DAY);
        if self.last_delivered.is_some() {
            TrainerState::Active
        } else if self.next_planned.is_some_and(|at| at >= now && at <= soon) {
            TrainerState::Planned
        } else if now.since(self.qualified) < SILENT_AFTER_DAYS * DAY {
            TrainerState::New
        } else {
            TrainerState::Silent
        }
    }
}

/// "3/5": trainers with a delivered session, of all qualified trainers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainerActivation {
    /// Trainers with a delivered session.
    pub active: u32,
    /// Qualified trainers.
    pub qualified: u32,
}

impl TrainerActivation {
    /// Counts trainers.
    #[must_use]
    pub fn of<'a>(trainers: impl IntoIterator<Item = &'a TrainerRecord>) -> Self {
        trainers
            .into_iter()
            .fold(Self::default(), |so_far, trainer| Self {
                active: so_far.active + u32::from(trainer.last_delivered.is_some()),
                qualified: so_far.qualified + 1,
            })
    }
}

/// How long trainers take from qualifying to their first delivered session, in whole days: a
/// quarter took at most `lower`, half at most `median`, three quarters at most `upper`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstCascade {
    /// Trainers with a delivered session.
    pub trainers: u64,
    /// The first quartile.
    pub lower: u32,
    /// The median.
    pub median: u32,
    /// The third quartile.
    pub upper: u32,
}

impl FirstCascade {
    /// The quartiles, by nearest rank, of how many trainers took how many days; `None` for no
    /// trainers. The days ascend.
    #[must_use]
    pub fn of(days: &[(u32, u64)]) -> Option<Self> {
        let trainers: u64 = days.iter().map(|(_, count)| count).sum();
        let rank = |quarters: u64| {
            let rank = (trainers * quarters).div_ceil(4).max(1);
            let mut so_far = 0;
            days.iter()
                .find(|(_, count)| {
                    so_far += count;
                    so_far >= rank
                })
                .map(|(days, _)| *days)
        };
        Some(Self {
            trainers,
            lower: rank(1)?,
            median: rank(2)?,
            upper: rank(3)?,
        })
    }
}

/// How long ago somebody last did something, as a word and a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LastActivity {
    /// Nothing yet.
    Never,
    /// On this calendar day.
    Today,
    /// On the day before.
    Yesterday,
    /// 2 to 13 days ago.
    DaysAgo(u32),
    /// 2 to 8 weeks ago.
    WeeksAgo(u32),
    /// 2 or more months of 30 days ago.
    MonthsAgo(u32),
}

impl LastActivity {
    /// The words for `at`, by calendar days in UTC. A moment ahead of the clock is today.
    #[must_use]
    pub fn of(at: Option<Timestamp>, now: Timestamp) -> Self {
        let Some(at) = at else { return Self::Never };
        let days = u32::try_from((now.date() - at.date()).num_days()).unwrap_or(0);
        match days {
            0 => Self::Today,
            1 => Self::Yesterday,
            2..=13 => Self::DaysAgo(days),
            14..=62 => Self::WeeksAgo(days / 7),
            _ => Self::MonthsAgo(days / 30),
        }
    }

    /// The word for message keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Today => "today",
            Self::Yesterday => "yesterday",
            Self::DaysAgo(_) => "days_ago",
            Self::WeeksAgo(_) => "weeks_ago",
            Self::MonthsAgo(_) => "months_ago",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_700_000_000_000);

    fn trainer(
        qualified_days_ago: i64,
        delivered: bool,
        planned_in_days: Option<i64>,
    ) -> TrainerRecord {
        TrainerRecord {
            qualified: NOW.minus(qualified_days_ago * DAY),
            last_delivered: delivered.then(|| NOW.minus(DAY)),
            next_planned: planned_in_days.map(|days| NOW.plus(days * DAY)),
        }
    }

    #[test]
    fn a_trainer_falls_silent_on_the_45th_day_and_not_before() {
        assert_eq!(trainer(44, false, None).state(NOW), TrainerState::New);
        assert_eq!(trainer(45, false, None).state(NOW), TrainerState::Silent);
    }

    #[test]
    fn a_session_planned_within_30_days_breaks_the_silence_and_a_later_one_does_not() {
        assert_eq!(
            trainer(90, false, Some(30)).state(NOW),
            TrainerState::Planned
        );
        assert_eq!(
            trainer(90, false, Some(31)).state(NOW),
            TrainerState::Silent
        );
        assert_eq!(
            trainer(90, false, Some(-1)).state(NOW),
            TrainerState::Silent
        );
    }

    #[test]
    fn whoever_has_delivered_is_never_silent() {
        assert_eq!(trainer(400, true, None).state(NOW), TrainerState::Active);
    }

    #[test]
    fn activation_is_trainers_with_a_delivered_session_of_all_qualified() {
        let trainers = [
            trainer(90, true, None),
            trainer(90, false, None),
            trainer(1, true, None),
        ];
        assert_eq!(
            TrainerActivation::of(&trainers),
            TrainerActivation {
                active: 2,
                qualified: 3
            }
        );
    }

    #[test]
    fn quartiles_are_days_that_somebody_took() {
        assert_eq!(FirstCascade::of(&[]), None);
        let quartiles = |days: &[(u32, u64)]| {
            FirstCascade::of(days).map(|of| (of.trainers, of.lower, of.median, of.upper))
        };
        assert_eq!(quartiles(&[(12, 1)]), Some((1, 12, 12, 12)));
        let eight = [(3, 2), (10, 2), (20, 2), (90, 2)];
        assert_eq!(quartiles(&eight), Some((8, 3, 10, 20)));
        assert_eq!(quartiles(&[(0, 3), (50, 1)]), Some((4, 0, 0, 0)));
    }

    #[test]
    fn last_activity_is_worded_by_calendar_days() {
        let ago = |days: i64| LastActivity::of(Some(NOW.minus(days * DAY)), NOW);
        assert_eq!(LastActivity::of(None, NOW), LastActivity::Never);
        assert_eq!(ago(-3), LastActivity::Today);
        assert_eq!(ago(0), LastActivity::Today);
        assert_eq!(ago(1), LastActivity::Yesterday);
        assert_eq!(ago(13), LastActivity::DaysAgo(13));
        assert_eq!(ago(14), LastActivity::WeeksAgo(2));
        assert_eq!(ago(62), LastActivity::WeeksAgo(8));
        assert_eq!(ago(63), LastActivity::MonthsAgo(2));
    }
}
