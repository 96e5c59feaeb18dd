//! Rule 1 read backwards: by which sessions somebody came to be trained by somebody.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::lineage::Edge;
use crate::clock::Timestamp;
use crate::ids::{CohortId, PersonId, SessionId};

/// A line of the registers: the trainee was at a session that the trainer delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attended {
    /// Who was there.
    pub trainee: PersonId,
    /// Who delivered it.
    pub trainer: PersonId,
    /// In which cohort.
    pub cohort: CohortId,
    /// Which session.
    pub session: SessionId,
    /// Its day.
    pub on: NaiveDate,
}

/// How an edge came to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The sessions that the trainee attended and the trainer delivered, by day.
    pub sessions: BTreeSet<(NaiveDate, SessionId)>,
    /// When the trainee completed the self-paced cohort, where that made the edge.
    pub completed: Option<Timestamp>,
}

/// How each edge came to be, in the order of `edges`. One edge stands for every session of its
/// cohort: which ones, the registers say. Where they say nothing (any more) of an edge that a
/// session made, the day that the edge itself keeps is given.
#[must_use]
pub fn origins(edges: &[Edge], attended: &[Attended]) -> Vec<Origin> {
    let mut days: HashMap<(PersonId, PersonId, CohortId), BTreeSet<(NaiveDate, SessionId)>> =
        HashMap::new();
    for line in attended {
        let edge = (line.trainee, line.trainer, line.cohort);
        days.entry(edge)
            .or_default()
            .insert((line.on, line.session));
    }
    let origin = |edge: &Edge| {
        let known = days.get(&(edge.trainee, edge.trainer, edge.cohort));
        let kept = edge.session.map(|session| (edge.at.date(), session));
        Origin {
            sessions: known.cloned().unwrap_or_else(|| kept.into_iter().collect()),
            completed: edge.session.is_none().then_some(edge.at),
        }
    };
    edges.iter().map(origin).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::cascade::sample::edge;
    use crate::clock::DAY;

    fn by_session(trainee: u128, trainer: u128, day: i64) -> Edge {
        Edge {
            session: Some(session(1)),
            at: Timestamp(day * DAY),
            ..edge(trainee, trainer)
        }
    }

    fn session(number: u128) -> SessionId {
        SessionId(Uuid::from_u128(number))
    }

    fn attended(edge: &Edge, number: u128, day: i64) -> Attended {
        Attended {
            trainee: edge.trainee,
            trainer: edge.trainer,
            cohort: edge.cohort,
            session: session(number),
            on: on(day),
        }
    }

    fn on(day: i64) -> NaiveDate {
        Timestamp(day * DAY).date()
    }

    #[test]
    fn an_edge_names_every_session_of_its_pair_and_cohort_by_day_and_no_other() {
        let [own, foreign] = [by_session(2, 1, 3), by_session(3, 1, 3)];
        let elsewhere = Attended {
            cohort: CohortId(Uuid::from_u128(901)),
            ..attended(&own, 8, 30)
        };
        let lines = [
            attended(&own, 2, 9),
            attended(&own, 1, 3),
            attended(&own, 3, 9),
            attended(&own, 2, 9),
            attended(&foreign, 4, 5),
            elsewhere,
        ];
        let [origin, _] = &origins(&[own, foreign], &lines)[..] else {
            panic!("two edges");
        };
        assert_eq!(
            Vec::from_iter(origin.sessions.clone()),
            [
                (on(3), session(1)),
                (on(9), session(2)),
                (on(9), session(3))
            ]
        );
        assert_eq!(origin.completed, None);
    }

    #[test]
    fn a_self_paced_edge_says_when_the_cohort_was_completed_and_what_was_attended_besides() {
        let alone = Edge {
            at: Timestamp(20 * DAY),
            ..edge(2, 1)
        };
        let known = origins(&[alone, edge(3, 1)], &[attended(&alone, 1, 4)]);
        assert_eq!(known[0].sessions, BTreeSet::from([(on(4), session(1))]));
        assert_eq!(known[0].completed, Some(alone.at));
        assert!(known[1].sessions.is_empty() && known[1].completed.is_some());
    }

    #[test]
    fn an_edge_whose_register_is_not_there_gives_the_day_that_it_keeps() {
        let known = origins(&[by_session(2, 1, 7)], &[]);
        assert_eq!(known[0].sessions, BTreeSet::from([(on(7), session(1))]));
    }
}
