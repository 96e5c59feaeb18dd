//! Running counts of a cohort, kept fact by fact and added up for dashboards.
//!
//! A tally counts participations: unlike heads, they can be added up from cohorts to institutions
//! to the programme. So a dashboard costs by what it shows, not by how many people stand behind.

use serde::{Deserialize, Serialize};

use super::funnel::Stage;
use super::passage::Outcome;
use crate::clock::Timestamp;

/// The counts of one cohort, or of several added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CohortTally {
    /// Participations ever invited, except undone ones.
    pub invited: u32,
    /// Those that did anything.
    pub started: u32,
    /// Those completed.
    pub finished: u32,
    /// Those withdrawn and not invited again.
    pub withdrawn: u32,
    /// Those whose outcome is not known yet.
    pub open: u32,
    /// The last moment that anybody did anything.
    pub last_activity: Option<Timestamp>,
}

impl CohortTally {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            invited: self.invited.saturating_add(other.invited),
            started: self.started.saturating_add(other.started),
            finished: self.finished.saturating_add(other.finished),
            withdrawn: self.withdrawn.saturating_add(other.withdrawn),
            open: self.open.saturating_add(other.open),
            last_activity: self.last_activity.max(other.last_activity),
        }
    }

    /// This without the counts of `other`. The last activity stays: it happened.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self {
            invited: self.invited.saturating_sub(other.invited),
            started: self.started.saturating_sub(other.started),
            finished: self.finished.saturating_sub(other.finished),
            withdrawn: self.withdrawn.saturating_sub(other.withdrawn),
            open: self.open.saturating_sub(other.open),
            last_activity: self.last_activity,
        }
    }

    /// Follows one participation from `before` to `after` an event.
    #[must_use]
    pub fn moved(self, before: Progress, after: Progress) -> Self {
        self.minus(before.tally()).plus(after.tally())
    }

    /// Writes one event into a participation and into the tally that counts it.
    pub fn apply(&mut self, participation: &mut Progress, event: ParticipationEvent) {
        let after = participation.after(event);
        *self = self.moved(*participation, after);
        *participation = after;
    }
}

impl std::iter::Sum for CohortTally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), Self::plus)
    }
}

/// Something that happened to one participation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParticipationEvent {
    /// Enrolled; or enrolled again after a withdrawal.
    Invited,
    /// The enrolment was undone; without effect once anything was done.
    Undone,
    /// The person did something: opened a unit, answered, attended.
    Acted(Timestamp),
    /// Everything required is done.
    Finished(Timestamp),
    /// Withdrawn with a reason.
    Withdrawn,
    /// Nothing was done for [`LAPSED_AFTER_DAYS`](super::passage::LAPSED_AFTER_DAYS).
    Lapsed,
    /// A stage of the funnel was reached.
    Reached(Stage),
    /// A register was kept or corrected: attendance gives this stage now, or none. Unlike
    /// [`Self::Reached`], it takes back what a mistaken register gave.
    Registered(Option<Stage>),
    /// The follow-up says by now that it is not applied: the stage before counts again, which is
    /// this one at most.
    NotApplied(Stage),
}

/// Where one participation stands after its events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Enrolled, and not undone.
    pub invited: bool,
    /// Completed; never taken back.
    pub finished: bool,
    /// Withdrawn now.
    pub withdrawn: bool,
    /// Nothing done for long, until something is.
    pub lapsed: bool,
    /// The furthest stage reached. Whoever has done anything has come in.
    pub stage: Stage,
    /// The last moment anything was done; none before the start.
    pub last_activity: Option<Timestamp>,
}

impl Progress {
    /// The state after one more event. An event that repeats or comes too early changes nothing.
    #[must_use]
    pub fn after(self, event: ParticipationEvent) -> Self {
        match event {
            ParticipationEvent::Invited => Self {
                invited: true,
                withdrawn: false,
                lapsed: false,
                ..self
            },
            _ if !self.invited => self,
            ParticipationEvent::Undone if self.last_activity.is_some() => self,
            ParticipationEvent::Undone => Self::default(),
            ParticipationEvent::Acted(at) => Self {
                last_activity: self.last_activity.max(Some(at)),
                lapsed: false,
                stage: self.stage.max(Stage::Enrolled),
                ..self
            },
            ParticipationEvent::Finished(at) => Self {
                finished: true,
                last_activity: self.last_activity.max(Some(at)),
                lapsed: false,
                stage: self.stage.max(Stage::Passed),
                ..self
            },
            ParticipationEvent::Withdrawn => Self {
                withdrawn: true,
                ..self
            },
            ParticipationEvent::Lapsed => Self {
                lapsed: self.lapsed || Outcome::of(self) == Outcome::Open,
                ..self
            },
            ParticipationEvent::Reached(stage) => Self {
                stage: self.stage.max(stage),
                ..self
            },
            ParticipationEvent::NotApplied(before) if self.stage == Stage::Applied => Self {
                stage: before.min(Stage::Certified),
                ..self
            },
            ParticipationEvent::NotApplied(_) => self,
            ParticipationEvent::Registered(_) if self.stage >= Stage::Passed => self,
            ParticipationEvent::Registered(stage) => Self {
                stage: self
                    .stage
                    .min(Stage::Enrolled)
                    .max(stage.unwrap_or_default()),
                ..self
            },
        }
    }

    /// What this one participation adds to its cohort's tally.
    #[must_use]
    pub fn tally(self) -> CohortTally {
        CohortTally {
            invited: u32::from(self.invited),
            started: u32::from(self.last_activity.is_some()),
            finished: u32::from(self.finished),
            withdrawn: u32::from(self.withdrawn),
            open: u32::from(self.invited && Outcome::of(self) == Outcome::Open),
            last_activity: self.last_activity,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::ParticipationEvent::{
        Acted, Finished, Invited, Lapsed, NotApplied, Reached, Registered, Undone, Withdrawn,
    };
    use super::*;

    fn after(events: &[ParticipationEvent]) -> CohortTally {
        let (mut tally, mut participation) = (CohortTally::default(), Progress::default());
        for event in events {
            tally.apply(&mut participation, *event);
        }
        tally
    }

    #[test]
    fn withdrawing_never_takes_back_a_completion() {
        let tally = after(&[Invited, Finished(Timestamp(3)), Withdrawn]);
        assert_eq!((tally.invited, tally.finished, tally.withdrawn), (1, 1, 1));
    }

    #[test]
    fn enrolling_the_same_person_twice_counts_once_and_brings_a_withdrawn_one_back() {
        assert_eq!(after(&[Invited, Invited]).invited, 1);
        assert_eq!(after(&[Invited, Withdrawn, Invited]), after(&[Invited]));
    }

    #[test]
    fn an_enrolment_is_undone_only_while_nothing_was_started() {
        assert_eq!(after(&[Invited, Undone]), CohortTally::default());
        assert_eq!(after(&[Invited, Acted(Timestamp(1)), Undone]).invited, 1);
    }

    #[test]
    fn what_arrives_late_never_turns_the_last_activity_back() {
        let tally = after(&[Invited, Acted(Timestamp(9)), Acted(Timestamp(4))]);
        assert_eq!(tally.last_activity, Some(Timestamp(9)));
    }

    #[test]
    fn a_corrected_register_takes_back_what_it_gave_and_a_later_stage_stays() {
        let stage = |events: &[ParticipationEvent]| {
            let reach = |so_far: Progress, event: &ParticipationEvent| so_far.after(*event);
            events.iter().fold(Progress::default(), reach).stage
        };
        let came = [Invited, Registered(Some(Stage::AttendedEnough))];
        assert_eq!(stage(&came), Stage::AttendedEnough);
        let corrected = [came[0], came[1], Registered(None)];
        assert_eq!(stage(&corrected), Stage::Enrolled);
        let passed = [came[0], Finished(Timestamp(3)), Registered(None)];
        assert_eq!(stage(&passed), Stage::Passed);
        assert_eq!(stage(&[Invited, Registered(None)]), Stage::Invited);
        assert_eq!(stage(&[Invited, Acted(Timestamp(1))]), Stage::Enrolled);
    }

    #[test]
    fn whoever_says_that_it_is_not_applied_after_all_falls_back_to_the_stage_before() {
        let stage = |events: &[ParticipationEvent]| {
            let reach = |so_far: Progress, event: &ParticipationEvent| so_far.after(*event);
            events.iter().fold(Progress::default(), reach).stage
        };
        let no = NotApplied(Stage::Passed);
        let done = [Invited, Finished(Timestamp(3))];
        assert_eq!(
            stage(&[done[0], done[1], Reached(Stage::Applied), no]),
            Stage::Passed
        );
        let certified = Reached(Stage::Certified);
        assert_eq!(stage(&[done[0], done[1], certified, no]), Stage::Certified);
        assert_eq!(stage(&[Invited, no]), Stage::Invited);
    }

    #[test]
    fn whoever_comes_back_from_silence_is_on_the_way_again() {
        assert_eq!(after(&[Invited, Lapsed]).open, 0);
        assert_eq!(after(&[Invited, Lapsed, Acted(Timestamp(1))]).open, 1);
        let left = Progress::default().after(Invited).after(Withdrawn);
        assert_eq!(left.after(Lapsed), left, "whoever left is not silent");
    }

    /// Counted from the bare list of events, without the rules' own code.
    fn naive_recount(history: &[(usize, ParticipationEvent)], people: usize) -> CohortTally {
        let mut total = CohortTally::default();
        for person in 0..people {
            let mut own: Vec<ParticipationEvent> = history
                .iter()
                .filter(|(who, _)| *who == person)
                .map(|(_, event)| *event)
                .collect();
            let mut start = 0;
            let mut active = false;
            let mut invited = false;
            for (place, event) in own.iter().enumerate() {
                match event {
                    Invited => invited = true,
                    Acted(_) | Finished(_) => active |= invited,
                    Undone if !active => (invited, start) = (false, place + 1),
                    Undone | Withdrawn | Lapsed | Reached(_) | Registered(_) | NotApplied(_) => {}
                }
            }
            own.drain(..start);
            let Some(first) = own.iter().position(|event| *event == Invited) else {
                continue;
            };
            own.drain(..first);
            let moments = own.iter().filter_map(|event| match event {
                Acted(at) | Finished(at) => Some(*at),
                _ => None,
            });
            let last = moments.max();
            let last_verdict = own
                .iter()
                .rev()
                .find(|event| matches!(event, Invited | Withdrawn));
            let finished = own.iter().any(|event| matches!(event, Finished(_)));
            // Silence counts until the next sign of life; of somebody withdrawn it says nothing.
            let mut silent = false;
            let mut gone = false;
            for event in &own {
                match event {
                    Invited => (silent, gone) = (false, false),
                    Acted(_) | Finished(_) => silent = false,
                    Withdrawn => gone = true,
                    Lapsed => silent |= !gone,
                    Undone | Reached(_) | Registered(_) | NotApplied(_) => {}
                }
            }
            total.open += u32::from(!finished && !silent && !gone);
            total.invited += 1;
            total.started += u32::from(last.is_some());
            total.finished += u32::from(finished);
            total.withdrawn += u32::from(last_verdict == Some(&Withdrawn));
            total.last_activity = total.last_activity.max(last);
        }
        total
    }

    fn any_event() -> impl Strategy<Value = ParticipationEvent> {
        prop_oneof![
            3 => Just(Invited),
            1 => Just(Undone),
            1 => Just(Withdrawn),
            1 => Just(Lapsed),
            1 => prop::sample::select(Stage::ALL).prop_map(Reached),
            2 => (0_i64..50).prop_map(|at| Acted(Timestamp(at))),
            1 => (0_i64..50).prop_map(|at| Finished(Timestamp(at))),
        ]
    }

    fn any_tally() -> impl Strategy<Value = CohortTally> {
        let number = || 0_u32..1_000;
        (
            number(),
            number(),
            number(),
            number(),
            number(),
            prop::option::of(0_i64..50),
        )
            .prop_map(
                |(invited, started, finished, withdrawn, open, last)| CohortTally {
                    invited,
                    started,
                    finished,
                    withdrawn,
                    open,
                    last_activity: last.map(Timestamp),
                },
            )
    }

    proptest! {
        #[test]
        fn a_tally_kept_event_by_event_equals_a_recount(
            history in prop::collection::vec((0_usize..5, any_event()), 0..80)
        ) {
            let mut people = [Progress::default(); 5];
            let mut tally = CohortTally::default();
            for (who, event) in &history {
                tally.apply(&mut people[*who], *event);
            }
            prop_assert_eq!(tally, naive_recount(&history, people.len()));
            prop_assert_eq!(tally, people.into_iter().map(Progress::tally).sum());
        }

        #[test]
        fn cohorts_add_up_in_any_grouping_and_order(a in any_tally(), b in any_tally(), c in any_tally()) {
            prop_assert_eq!(a.plus(b).plus(c), a.plus(b.plus(c)));
            prop_assert_eq!(a.plus(b), b.plus(a));
            prop_assert_eq!(a.plus(CohortTally::default()), a);
        }

        #[test]
        fn taking_away_what_was_added_gives_the_counts_back(a in any_tally(), b in any_tally()) {
            let back = a.plus(b).minus(b);
            prop_assert_eq!(CohortTally { last_activity: a.last_activity, ..back }, a);
        }
    }
}
