//! Rule 2: the generations, for a whole cascade at once.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::lineage::Edge;
use crate::ids::PersonId;

/// How far somebody is from the roots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Generation {
    /// 1 + the smallest among one's trainers; this one is shown and counted.
    pub smallest: u32,
    /// 1 + the largest among one's trainers.
    pub largest: u32,
}

impl Generation {
    /// A root trainer's.
    pub const ROOT: Self = Self {
        smallest: 0,
        largest: 0,
    };
}

/// The generations of everybody in a cascade.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Generations {
    /// Of each person.
    pub of: HashMap<PersonId, Generation>,
    /// People in a cycle or below one, in ascending order. Edges that close a cycle are refused
    /// when written, so anyone here points to damaged data.
    pub in_cycles: Vec<PersonId>,
}

impl Generations {
    /// Heads in each generation, root trainers first.
    #[must_use]
    pub fn heads(&self) -> Vec<u32> {
        let mut heads = Vec::new();
        for generation in self.of.values() {
            let place = generation.smallest as usize;
            if heads.len() <= place {
                heads.resize(place + 1, 0);
            }
            heads[place] += 1;
        }
        heads
    }
}

/// The generation of everybody in `edges` and `roots`. Roots are the people named, whoever else
/// trained them, and all trainers who have no recorded trainer.
///
/// Every edge is looked at once, after all the edges above it, so a million people take time in
/// proportion and no stack.
#[must_use]
pub fn generations(edges: &[Edge], roots: &[PersonId]) -> Generations {
    let mut cascade = Cascade::of(edges, roots);
    let mut ready = cascade.without_trainers_above();
    while let Some(trainer) = ready.pop() {
        cascade.pass_on(trainer, &mut ready);
    }
    cascade.result()
}

/// The edges by position, so that they can be walked downwards quickly.
struct Cascade {
    people: Vec<PersonId>,
    /// The trainees of person `p` are `trainees[starts[p]..starts[p + 1]]`.
    starts: Vec<usize>,
    trainees: Vec<usize>,
    /// Edges above each person that have not been looked at.
    waiting: Vec<usize>,
    so_far: Vec<Option<Generation>>,
}

impl Cascade {
    fn of(edges: &[Edge], roots: &[PersonId]) -> Self {
        let mut people = Vec::new();
        let mut positions = HashMap::new();
        let mut position = |person: PersonId| {
            *positions.entry(person).or_insert_with(|| {
                people.push(person);
                people.len() - 1
            })
        };
        let named: Vec<usize> = roots.iter().map(|root| position(*root)).collect();
        let mut pairs: Vec<(usize, usize)> = edges
            .iter()
            .map(|edge| (position(edge.trainer), position(edge.trainee)))
            .collect();

        let mut is_root = vec![false; people.len()];
        for root in named {
            is_root[root] = true;
        }
        pairs.retain(|(_, trainee)| !is_root[*trainee]);

        let mut starts = vec![0; people.len() + 1];
        let mut waiting = vec![0; people.len()];
        for (trainer, trainee) in &pairs {
            starts[trainer + 1] += 1;
            waiting[*trainee] += 1;
        }
        for place in 1..starts.len() {
            starts[place] += starts[place - 1];
        }
        let mut next_free = starts.clone();
        let mut trainees = vec![0; pairs.len()];
        for (trainer, trainee) in pairs {
            trainees[next_free[trainer]] = trainee;
            next_free[trainer] += 1;
        }
        let so_far = vec![None; people.len()];
        Self {
            people,
            starts,
            trainees,
            waiting,
            so_far,
        }
    }

    fn without_trainers_above(&mut self) -> Vec<usize> {
        let tops: Vec<usize> = (0..self.people.len())
            .filter(|p| self.waiting[*p] == 0)
            .collect();
        for top in &tops {
            self.so_far[*top] = Some(Generation::ROOT);
        }
        tops
    }

    /// Tells the trainees of `trainer` its generation; those who wait for no other are ready.
    fn pass_on(&mut self, trainer: usize, ready: &mut Vec<usize>) {
        let Some(above) = self.so_far[trainer] else {
            return;
        };
        let below = Generation {
            smallest: above.smallest + 1,
            largest: above.largest + 1,
        };
        for trainee in &self.trainees[self.starts[trainer]..self.starts[trainer + 1]] {
            let merged = self.so_far[*trainee].map_or(below, |known| Generation {
                smallest: known.smallest.min(below.smallest),
                largest: known.largest.max(below.largest),
            });
            self.so_far[*trainee] = Some(merged);
            self.waiting[*trainee] -= 1;
            if self.waiting[*trainee] == 0 {
                ready.push(*trainee);
            }
        }
    }

    fn result(self) -> Generations {
        let mut result = Generations::default();
        for ((person, generation), waiting) in
            self.people.into_iter().zip(self.so_far).zip(self.waiting)
        {
            match generation {
                Some(generation) if waiting == 0 => {
                    result.of.insert(person, generation);
                }
                _ => result.in_cycles.push(person),
            }
        }
        result.in_cycles.sort_unstable();
        result
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::cascade::lineage::Lineage;
    use crate::cascade::sample::{edge, person};

    fn of(generations: &Generations, n: u128) -> Option<(u32, u32)> {
        generations
            .of
            .get(&person(n))
            .map(|g| (g.smallest, g.largest))
    }

    #[test]
    fn the_smallest_generation_counts_and_the_largest_is_kept() {
        let found = generations(&[edge(2, 1), edge(3, 2), edge(4, 3), edge(4, 1)], &[]);
        assert_eq!(of(&found, 1), Some((0, 0)));
        assert_eq!(of(&found, 3), Some((2, 2)));
        assert_eq!(of(&found, 4), Some((1, 3)));
        assert_eq!(found.heads(), [1, 2, 1]);
    }

    #[test]
    fn a_named_root_stays_generation_0_even_after_attending_somebody_s_session() {
        let found = generations(&[edge(2, 1), edge(3, 2)], &[person(2), person(8)]);
        assert_eq!(of(&found, 2), Some((0, 0)));
        assert_eq!(of(&found, 3), Some((1, 1)));
        assert_eq!(of(&found, 8), Some((0, 0)));
    }

    #[test]
    fn damaged_data_with_a_cycle_ends_and_names_the_people_in_it() {
        let found = generations(&[edge(2, 1), edge(3, 2), edge(2, 3), edge(4, 3)], &[]);
        assert_eq!(found.in_cycles, [person(2), person(3), person(4)]);
        assert_eq!(of(&found, 1), Some((0, 0)));
    }

    #[test]
    fn nobody_trained_nobody_has_no_generations() {
        assert_eq!(generations(&[], &[]).heads(), [] as [u32; 0]);
    }

    #[test]
    fn a_chain_of_a_hundred_thousand_people_is_placed_to_its_end() {
        let chain: Vec<Edge> = (1..100_000).map(|n| edge(n + 1, n)).collect();
        assert_eq!(
            of(&generations(&chain, &[]), 100_000),
            Some((99_999, 99_999))
        );
    }

    /// Edges without cycles among a few people, in the order in which they were accepted.
    fn accepted_edges() -> impl Strategy<Value = Vec<Edge>> {
        prop::collection::vec((0_u128..12, 0_u128..12), 0..70).prop_map(|tried| {
            let mut lineage = Lineage::default();
            let tried = tried
                .into_iter()
                .map(|(trainee, trainer)| edge(trainee, trainer));
            tried.filter(|new| lineage.accept(new).is_ok()).collect()
        })
    }

    proptest! {
        #[test]
        fn everybody_is_one_below_their_nearest_and_their_furthest_trainer(edges in accepted_edges()) {
            let found = generations(&edges, &[]);
            for (person, generation) in &found.of {
                let above: Vec<Generation> = edges
                    .iter()
                    .filter(|edge| edge.trainee == *person)
                    .map(|edge| found.of[&edge.trainer])
                    .collect();
                let nearest = above.iter().map(|g| g.smallest + 1).min().unwrap_or(0);
                let furthest = above.iter().map(|g| g.largest + 1).max().unwrap_or(0);
                prop_assert_eq!((generation.smallest, generation.largest), (nearest, furthest));
            }
        }

        #[test]
        fn the_order_in_which_edges_were_written_does_not_matter(
            (edges, shuffled) in accepted_edges().prop_flat_map(|e| (Just(e.clone()), Just(e).prop_shuffle()))
        ) {
            prop_assert_eq!(generations(&edges, &[]), generations(&shuffled, &[]));
        }
    }
}
