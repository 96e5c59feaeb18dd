//! One person's way through the course: when they came in, what they completed, where they were.

use domain::cascade::funnel::{ENOUGH_ATTENDANCE, Stage, stage_by_attendance};
use domain::cascade::passage::LAPSED_AFTER_DAYS;
use domain::clock::{DAY, HOUR, MINUTE, Timestamp};

use crate::calendar::Calendar;
use crate::dice::Dice;
use crate::plot::{Fate, Going};

/// When and where a person's way may lead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms<'a> {
    /// The calendar.
    pub calendar: Calendar,
    /// How the cohort goes.
    pub going: Going,
    /// When the person was enrolled.
    pub invited_at: Timestamp,
    /// The sessions that were delivered.
    pub delivered: &'a [Timestamp],
    /// After that, nobody of the cohort did anything; in days ago.
    pub quiet_since: i64,
    /// How many units there are to complete.
    pub units: usize,
}

/// One person's way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Way {
    /// When they accepted the invitation and opened the first unit.
    pub came_in: Option<Timestamp>,
    /// When they completed each unit, the first ones first.
    pub done: Vec<Timestamp>,
    /// When they last did something in the unit after those.
    pub half: Option<Timestamp>,
    /// Whether they were at each delivered session.
    pub present: Vec<bool>,
    /// When they were withdrawn, and why.
    pub withdrawn: Option<(Timestamp, &'static str)>,
}

const REASONS: [&str; 6] = [
    "Left the institution",
    "On parental leave until next year",
    "Works on another project this term",
    "Retired in summer",
    "Changed to a post without students",
    "No longer available on the cohort's days",
];

impl Way {
    /// A way of this fate.
    pub(crate) fn of(fate: Fate, terms: &Terms<'_>, dice: &mut Dice) -> Self {
        let nowhere = Self {
            present: vec![false; terms.delivered.len()],
            ..Self::default()
        };
        let mut way = match fate {
            Fate::Invited => return nowhere,
            Fate::Finished => Self::learning(terms.units, terms, dice),
            Fate::UnderWay => {
                let most = i64::try_from(terms.units).unwrap_or(i64::MAX) - 1;
                let done = usize::try_from(dice.between(1, most)).unwrap_or(1);
                Self::learning(done, terms, dice)
            }
            Fate::Opened if !terms.delivered.is_empty() && dice.chance(60) => nowhere.clone(),
            Fate::Opened => Self::learning(0, terms, dice),
            Fate::Withdrawn if dice.chance(50) => Self::learning(1, terms, dice),
            Fate::Withdrawn => nowhere.clone(),
        };
        if fate == Fate::Withdrawn {
            way.leave(terms, dice);
        }
        way.attend(fate, terms, dice);
        way
    }

    /// Somebody who completes so many units and, unless these are all, begins one more.
    fn learning(units: usize, terms: &Terms<'_>, dice: &mut Dice) -> Self {
        let calendar = terms.calendar;
        let latest = calendar.now.minus(2 * DAY);
        let came_in = terms
            .invited_at
            .plus(dice.between(HOUR, 7 * DAY))
            .min(latest.minus(DAY));
        let quiet = calendar
            .now
            .minus(terms.quiet_since.max(2) * DAY)
            .min(latest);
        // People of a self-paced cohort end at very different times, the others together.
        let until = if terms.going == Going::SelfPaced {
            Timestamp(dice.between(came_in.plus(10 * DAY).min(quiet).0, quiet.0))
        } else {
            quiet
        };
        let rest = usize::from(units < terms.units);
        let mut done = calendar.moments(units + rest, came_in.plus(HOUR), until, dice);
        let mut half = if rest > 0 { done.pop() } else { None };
        if half.is_some() && terms.quiet_since <= 2 && dice.chance(30) {
            half = Some(calendar.now.minus(dice.between(10 * MINUTE, 20 * HOUR)));
        }
        Self {
            came_in: Some(came_in),
            done,
            half,
            ..Self::default()
        }
    }

    /// Takes the person out of the cohort after whatever they did.
    fn leave(&mut self, terms: &Terms<'_>, dice: &mut Dice) {
        let last = self
            .half
            .or(self.done.last().copied())
            .unwrap_or(terms.invited_at);
        let at = last
            .plus(dice.between(DAY, 20 * DAY))
            .min(terms.calendar.now.minus(HOUR));
        self.withdrawn = Some((at.max(last.plus(MINUTE)), *dice.pick(&REASONS)));
    }

    /// Puts the person into the rooms.
    fn attend(&mut self, fate: Fate, terms: &Terms<'_>, dice: &mut Dice) {
        let percent = match fate {
            Fate::Finished => 92,
            Fate::UnderWay => 75,
            Fate::Withdrawn => 40,
            Fate::Opened | Fate::Invited => 0,
        };
        let still_there = |at: &Timestamp| {
            self.withdrawn
                .as_ref()
                .is_none_or(|withdrawn| *at < withdrawn.0)
        };
        self.present = terms
            .delivered
            .iter()
            .map(|at| still_there(at) && dice.chance(percent))
            .collect();
        let meant_to_come =
            fate == Fate::Finished || (fate == Fate::Opened && self.came_in.is_none());
        if meant_to_come && let Some(first) = self.present.first_mut() {
            *first = true;
        }
    }

    /// When they first did anything.
    pub(crate) fn started(&self, delivered: &[Timestamp]) -> Option<Timestamp> {
        self.attended(delivered).chain(self.came_in).min()
    }

    /// When they last did anything.
    pub(crate) fn last(&self, delivered: &[Timestamp]) -> Option<Timestamp> {
        let online = self
            .done
            .last()
            .copied()
            .into_iter()
            .chain(self.half)
            .chain(self.came_in);
        self.attended(delivered).chain(online).max()
    }

    /// The furthest stage reached.
    pub(crate) fn stage(&self, delivered: &[Timestamp], finished: bool) -> Stage {
        let came_in = self.started(delivered).map(|_| Stage::Enrolled);
        let attended = stage_by_attendance(self.present.iter().copied(), ENOUGH_ATTENDANCE);
        let passed = finished.then_some(Stage::Passed);
        came_in.max(attended).max(passed).unwrap_or_default()
    }

    /// When they had done nothing for so long that nobody waits for them any more; of those who
    /// were neither withdrawn nor finished.
    pub(crate) fn lapsed_at(
        &self,
        invited_at: Timestamp,
        delivered: &[Timestamp],
        now: Timestamp,
    ) -> Option<Timestamp> {
        let last = self.last(delivered).unwrap_or(invited_at);
        let lapsed = last.plus(LAPSED_AFTER_DAYS * DAY);
        (self.withdrawn.is_none() && lapsed <= now).then_some(lapsed)
    }

    fn attended(&self, delivered: &[Timestamp]) -> impl Iterator<Item = Timestamp> {
        delivered
            .iter()
            .zip(&self.present)
            .filter(|(_, present)| **present)
            .map(|(at, _)| *at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_goes_forward_from_the_invitation_to_the_present() {
        let calendar = Calendar {
            now: Timestamp(1_795_000_000_000),
        };
        let mut dice = Dice::of(5, 5);
        let ways = [
            (Going::Past, 330, 90),
            (Going::SelfPaced, 200, 2),
            (Going::Current, 40, 2),
        ];
        for (going, begun, quiet_since) in ways {
            let invited_at = calendar.now.minus(begun * DAY);
            let delivered = [invited_at.plus(14 * DAY), invited_at.plus(28 * DAY)];
            let terms = Terms {
                calendar,
                going,
                invited_at,
                delivered: &delivered,
                quiet_since,
                units: 6,
            };
            for fate in Fate::ALL.into_iter().cycle().take(500) {
                let way = Way::of(fate, &terms, &mut dice);
                assert!(way.done.is_sorted(), "{way:?}");
                assert!(way.came_in.is_none_or(|at| at > invited_at), "{way:?}");
                assert!(
                    way.last(&delivered).is_none_or(|at| at < calendar.now),
                    "{way:?}"
                );
                assert!(way.started(&delivered) <= way.last(&delivered), "{way:?}");
                assert_eq!(fate == Fate::Finished, way.done.len() == 6, "{way:?}");
                assert_eq!(
                    fate == Fate::Invited,
                    way.started(&delivered).is_none() && way.withdrawn.is_none()
                );
            }
        }
    }
}
