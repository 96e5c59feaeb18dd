//! The follow-up: 30 and 90 days after finishing a course, everybody is asked whether they did
//! what they promised. It closes the funnel (rule 10).

use serde::{Deserialize, Serialize};

use super::small_cells::{Cell, parts_of_a_total};
use crate::clock::{DAY, Timestamp};
use crate::people::coded;

coded! {
    /// When somebody is asked; the code is the number of days after finishing.
    Round {
        /// 30 days after finishing.
        Thirty = "30",
        /// 90 days after finishing.
        Ninety = "90",
    }
}

coded! {
    /// Whether somebody did what they promised.
    Answer {
        /// Done.
        Yes = "yes",
        /// Begun, or done in part.
        Partly = "partly",
        /// Not done.
        No = "no",
    }
}

coded! {
    /// What stood in the way.
    Barrier {
        /// Too little time.
        Time = "time",
        /// Nobody supported it.
        NoSupport = "no_support",
        /// Others decide, and their rule says otherwise.
        RulesOfOthers = "rules_of_others",
        /// The students it was meant for.
        Students = "students",
        /// Anything else, in words.
        Other = "other",
    }
}

/// Where somebody stands in a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is asked from that moment on.
    NotYet(Timestamp),
    /// It can be answered, and an answer can be changed.
    Open,
    /// The next round has begun: what was answered stands.
    Over,
}

impl Round {
    /// Days after finishing.
    #[must_use]
    pub fn days(self) -> i64 {
        match self {
            Self::Thirty => 30,
            Self::Ninety => 90,
        }
    }

    /// The round of so many days after finishing.
    #[must_use]
    pub fn of_days(days: i32) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|round| round.days() == i64::from(days))
    }

    /// From when it is asked of somebody who finished then.
    #[must_use]
    pub fn due(self, finished: Timestamp) -> Timestamp {
        finished.plus(self.days() * DAY)
    }

    /// Whoever had finished by this moment is asked now.
    #[must_use]
    pub fn finished_by(self, now: Timestamp) -> Timestamp {
        now.minus(self.days() * DAY)
    }

    /// Where somebody who finished then stands in this round.
    #[must_use]
    pub fn standing(self, finished: Timestamp, now: Timestamp) -> Standing {
        let next = match self {
            Self::Thirty => Some(Self::Ninety),
            Self::Ninety => None,
        };
        if now < self.due(finished) {
            Standing::NotYet(self.due(finished))
        } else if next.is_some_and(|next| now >= next.due(finished)) {
            Standing::Over
        } else {
            Standing::Open
        }
    }

    /// The round that can be answered now by somebody who finished then.
    #[must_use]
    pub fn open(finished: Timestamp, now: Timestamp) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|round| round.standing(finished, now) == Standing::Open)
    }

    /// Whether this answer in this round means that what was learned is applied: the funnel's last
    /// stage (rule 10).
    #[must_use]
    pub fn means_applied(self, answer: Answer) -> bool {
        self.decides_applied() && answer != Answer::No
    }

    /// Whether the answers in this round say if what was learned is applied; the newest one does.
    #[must_use]
    pub fn decides_applied(self) -> bool {
        self == Self::Ninety
    }
}

/// What became of a round for many people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Those whose day has come, where that is known.
    pub asked: Option<u32>,
    /// Answered yes.
    pub yes: u32,
    /// Answered partly.
    pub partly: u32,
    /// Answered no.
    pub no: u32,
    /// What stood in the way, in the order of [`Barrier::ALL`].
    pub barriers: [u32; Barrier::ALL.len()],
}

impl Counts {
    /// Those who answered.
    #[must_use]
    pub fn answered(&self) -> u32 {
        self.yes + self.partly + self.no
    }

    /// Counts so many more people who answered this.
    pub fn add_answer(&mut self, answer: Answer, people: u32) {
        match answer {
            Answer::Yes => self.yes += people,
            Answer::Partly => self.partly += people,
            Answer::No => self.no += people,
        }
    }

    /// Counts so many more people whom this stopped.
    pub fn add_barrier(&mut self, barrier: Barrier, people: u32) {
        self.barriers[barrier as usize] += people;
    }

    /// What stood in the way of how many, as it may be shown: a barrier of one to four people could
    /// tell whose it is (rule 11), whoever looks, and so could its name alone.
    #[must_use]
    pub fn shown_barriers(&self) -> Vec<(Barrier, u32)> {
        Barrier::ALL
            .iter()
            .zip(parts_of_a_total(&self.barriers))
            .filter_map(|(barrier, cell)| match cell {
                Cell::Shown(people @ 1..) => Some((*barrier, people)),
                Cell::Shown(0) | Cell::Suppressed => None,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DONE: Timestamp = Timestamp(1_700_000_000_000);

    fn day(days: i64) -> Timestamp {
        DONE.plus(days * DAY)
    }

    #[test]
    fn an_answer_can_be_changed_until_the_next_round_begins() {
        let thirty = |days| Round::Thirty.standing(DONE, day(days));
        assert_eq!(thirty(29), Standing::NotYet(day(30)));
        assert_eq!(thirty(30), Standing::Open);
        assert_eq!(
            Round::Thirty.standing(DONE, Timestamp(day(90).0 - 1)),
            Standing::Open
        );
        assert_eq!(thirty(90), Standing::Over);
        let ninety = |days| Round::Ninety.standing(DONE, day(days));
        assert_eq!(ninety(89), Standing::NotYet(day(90)));
        assert_eq!(ninety(90), Standing::Open);
        assert_eq!(ninety(4_000), Standing::Open, "late is better than never");
    }

    #[test]
    fn at_most_one_round_is_open_at_a_time() {
        let open = |days| Round::open(DONE, day(days));
        assert_eq!(
            [-1, 0, 29, 30, 89, 90].map(open),
            [
                None,
                None,
                None,
                Some(Round::Thirty),
                Some(Round::Thirty),
                Some(Round::Ninety)
            ]
        );
    }

    #[test]
    fn only_a_yes_or_partly_after_90_days_means_applied() {
        let applied = |round: Round| {
            [Answer::Yes, Answer::Partly, Answer::No].map(|answer| round.means_applied(answer))
        };
        assert_eq!(applied(Round::Thirty), [false; 3]);
        assert_eq!(applied(Round::Ninety), [true, true, false]);
    }

    #[test]
    fn a_barrier_that_stopped_few_is_not_named_and_not_told_from_another() {
        let mut counts = Counts::default();
        counts.add_barrier(Barrier::Time, 9);
        counts.add_barrier(Barrier::Students, 2);
        counts.add_barrier(Barrier::Other, 6);
        assert_eq!(counts.shown_barriers(), [(Barrier::Time, 9)]);
    }

    #[test]
    fn a_round_is_named_by_its_days() {
        for round in Round::ALL {
            assert_eq!(round.code(), round.days().to_string());
            assert_eq!(
                Round::of_days(i32::try_from(round.days()).expect("few")),
                Some(*round)
            );
        }
        assert_eq!(Round::of_days(60), None);
    }
}
