//! Rules 1 and 2: who trained whom, and which generation that makes.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::ids::{CohortId, PersonId, SessionId};

/// "P was trained by T", with where that happened. Only made from facts, never typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Edge {
    /// Who was trained.
    pub trainee: PersonId,
    /// Who trained.
    pub trainer: PersonId,
    /// In which cohort.
    pub cohort: CohortId,
    /// In which session; none in a self-paced cohort.
    pub session: Option<SessionId>,
    /// When the session was held, or the cohort completed.
    pub at: Timestamp,
}

/// A session that was delivered, with its register.
#[derive(Clone, Copy, Debug)]
pub struct DeliveredSession<'a> {
    /// The session.
    pub session: SessionId,
    /// Its cohort.
    pub cohort: CohortId,
    /// When it was held.
    pub at: Timestamp,
    /// Who delivered it.
    pub trainers: &'a [PersonId],
    /// Who attended, trainers perhaps among them.
    pub present: &'a [PersonId],
}

/// The edges of a delivered session: everyone present, with each of its trainers. Those who
/// delivered it together did not train one another.
#[must_use]
pub fn edges_from_attendance(held: &DeliveredSession<'_>) -> Vec<Edge> {
    let trainees = distinct(held.present.iter().filter(|p| !held.trainers.contains(p)));
    let trainers = distinct(held.trainers);
    let edge = |trainee, trainer| Edge {
        trainee,
        trainer,
        cohort: held.cohort,
        session: Some(held.session),
        at: held.at,
    };
    trainees
        .iter()
        .flat_map(|p| trainers.iter().map(move |t| edge(*p, *t)))
        .collect()
}

/// The edges of somebody who completed a self-paced cohort: one to each of its lead trainers.
#[must_use]
pub fn edges_from_completion(
    cohort: CohortId,
    trainee: PersonId,
    lead_trainers: &[PersonId],
    at: Timestamp,
) -> Vec<Edge> {
    distinct(lead_trainers.iter().filter(|trainer| **trainer != trainee))
        .into_iter()
        .map(|trainer| Edge {
            trainee,
            trainer,
            cohort,
            session: None,
            at,
        })
        .collect()
}

fn distinct<'a>(people: impl IntoIterator<Item = &'a PersonId>) -> Vec<PersonId> {
    let mut seen = HashSet::new();
    people
        .into_iter()
        .copied()
        .filter(|person| seen.insert(*person))
        .collect()
}

/// The edge would make somebody, through others, their own trainer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the edge would close a cycle: the trainee already trained the trainer, directly or through others"
)]
pub struct ClosesCycle;

/// Who trained whom, as known so far; grows by edges that close no cycle.
#[derive(Clone, Debug, Default)]
pub struct Lineage {
    trainers_of: HashMap<PersonId, Vec<PersonId>>,
}

impl Lineage {
    /// The lineage of edges that were accepted before. To judge new edges, those above the new
    /// edges' trainers are enough.
    #[must_use]
    pub fn of(edges: &[Edge]) -> Self {
        let mut lineage = Self::default();
        for edge in edges {
            lineage.insert(edge);
        }
        lineage
    }

    /// Whether the edge would make somebody their own trainer. Looks only at the people above
    /// the trainer, each once.
    #[must_use]
    pub fn would_close_cycle(&self, new: &Edge) -> bool {
        let mut seen = HashSet::from([new.trainer]);
        let mut to_visit = vec![new.trainer];
        while let Some(person) = to_visit.pop() {
            if person == new.trainee {
                return true;
            }
            let above = self.trainers_of.get(&person).into_iter().flatten();
            to_visit.extend(above.filter(|trainer| seen.insert(**trainer)));
        }
        false
    }

    /// Takes the edge in.
    ///
    /// # Errors
    /// When it would close a cycle; the lineage stays as it was.
    pub fn accept(&mut self, new: &Edge) -> Result<(), ClosesCycle> {
        if self.would_close_cycle(new) {
            return Err(ClosesCycle);
        }
        self.insert(new);
        Ok(())
    }

    fn insert(&mut self, edge: &Edge) {
        let trainers = self.trainers_of.entry(edge.trainee).or_default();
        if !trainers.contains(&edge.trainer) {
            trainers.push(edge.trainer);
        }
    }
}

/// Whether `new` would close a cycle with `edges`; to judge several, keep a [`Lineage`].
#[must_use]
pub fn would_close_cycle(edges: &[Edge], new: &Edge) -> bool {
    Lineage::of(edges).would_close_cycle(new)
}

/// The orphan lane: those who completed although no trainer of theirs is recorded.
#[must_use]
pub fn without_trainer(
    completed: &[PersonId],
    edges: &[Edge],
    roots: &[PersonId],
) -> Vec<PersonId> {
    let known: HashSet<&PersonId> = edges
        .iter()
        .map(|edge| &edge.trainee)
        .chain(roots)
        .collect();
    distinct(completed.iter().filter(|person| !known.contains(person)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::cascade::generation::generations;
    use crate::cascade::sample::{edge, person};

    fn pairs(edges: &[Edge]) -> Vec<(PersonId, PersonId)> {
        edges
            .iter()
            .map(|edge| (edge.trainee, edge.trainer))
            .collect()
    }

    #[test]
    fn everyone_present_is_trained_by_each_who_delivered_and_trainers_not_by_one_another() {
        let edges = edges_from_attendance(&DeliveredSession {
            session: SessionId(Uuid::from_u128(901)),
            cohort: CohortId(Uuid::from_u128(900)),
            at: Timestamp(5),
            trainers: &[person(1), person(2)],
            present: &[person(1), person(7), person(8), person(7)],
        });
        let expected = [(7, 1), (7, 2), (8, 1), (8, 2)].map(|(p, t)| (person(p), person(t)));
        assert_eq!(pairs(&edges), expected);
        assert!(
            edges
                .iter()
                .all(|e| e.session.is_some() && e.at == Timestamp(5))
        );
    }

    #[test]
    fn a_self_paced_colleague_is_trained_by_the_cohort_s_lead_trainers_on_completion() {
        let cohort = CohortId(Uuid::from_u128(900));
        let leads = [person(1), person(7), person(2), person(1)];
        let edges = edges_from_completion(cohort, person(7), &leads, Timestamp(9));
        assert_eq!(
            pairs(&edges),
            [(person(7), person(1)), (person(7), person(2))]
        );
    }

    #[test]
    fn nobody_becomes_their_own_trainer_directly_or_through_others() {
        let edges = [edge(2, 1), edge(3, 2)];
        assert!(would_close_cycle(&edges, &edge(1, 1)));
        assert!(would_close_cycle(&edges, &edge(1, 3)));
        assert!(!would_close_cycle(&edges, &edge(3, 1)));
        assert!(!would_close_cycle(&edges, &edge(1, 9)));
    }

    #[test]
    fn several_trainers_and_repeated_sessions_are_normal() {
        let mut lineage = Lineage::default();
        for each in [edge(3, 1), edge(3, 2), edge(3, 1)] {
            assert_eq!(lineage.accept(&each), Ok(()));
        }
    }

    #[test]
    fn whoever_completed_without_a_recorded_trainer_is_an_orphan() {
        let completed = [person(2), person(5), person(1), person(5)];
        assert_eq!(
            without_trainer(&completed, &[edge(2, 1)], &[person(1)]),
            [person(5)]
        );
    }

    #[test]
    fn a_chain_of_a_hundred_thousand_people_does_not_exhaust_the_stack() {
        let chain: Vec<Edge> = (1..100_000).map(|n| edge(n + 1, n)).collect();
        assert!(would_close_cycle(&chain, &edge(1, 100_000)));
    }

    proptest! {
        #[test]
        fn accepted_edges_never_make_a_cycle(tried in prop::collection::vec((0_u128..9, 0_u128..9), 0..60)) {
            let mut lineage = Lineage::default();
            let mut accepted = Vec::new();
            for (trainee, trainer) in tried {
                let new = edge(trainee, trainer);
                if lineage.accept(&new).is_ok() {
                    accepted.push(new);
                } else {
                    prop_assert!(would_close_cycle(&accepted, &new));
                }
            }
            prop_assert!(generations(&accepted, &[]).in_cycles.is_empty());
        }
    }
}
