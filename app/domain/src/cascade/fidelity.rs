//! Rule 8: what a generation knows, against the generation that trained it.
//!
//! Fidelity of generation g = mean score of g ÷ mean score of the generation that trained it, on
//! the same items of the same version, with n and a 95 % bootstrap interval; hidden when n < 5.
//! 1 means that nothing was lost on the way.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::split_mix::SplitMix64;
use crate::ids::{PersonId, UnitId};

/// People below whom nothing is said of a generation.
pub const SHOWN_FROM: usize = 5;
/// Resamples of one interval.
pub const RESAMPLES: usize = 1_000;

/// A question of a unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Item {
    /// The unit.
    pub unit: UnitId,
    /// The question's name in it.
    pub question: String,
}

/// Somebody's first attempt at an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Who.
    pub person: PersonId,
    /// At what.
    pub item: Item,
    /// The score in thousandths.
    pub score: u16,
}

/// What can be said of a generation.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fidelity {
    /// Too few people, here or in the generation before, or nothing in common.
    Hidden {
        /// People of this generation with an attempt at a common item.
        people: usize,
    },
    /// The ratio.
    Known {
        /// People of this generation.
        people: usize,
        /// People of the generation that trained it.
        trainers: usize,
        /// Items that both attempted.
        items: usize,
        /// The mean score of this generation, from 0 to 1.
        mean: f64,
        /// That of the generation before.
        trainers_mean: f64,
        /// `mean` ÷ `trainers_mean`.
        ratio: f64,
        /// The 2.5th percentile of the resampled ratios.
        low: f64,
        /// The 97.5th.
        high: f64,
    },
}

impl Fidelity {
    /// The fidelity of `generation`, which `trainers` trained. Only items that both attempted are
    /// compared; each person weighs the same, however many of them they attempted.
    #[must_use]
    pub fn of(generation: &[Attempt], trainers: &[Attempt], seed: u64) -> Self {
        let items = |attempts: &[Attempt]| -> BTreeSet<Item> {
            attempts.iter().map(|one| one.item.clone()).collect()
        };
        let common: BTreeSet<Item> = items(generation)
            .intersection(&items(trainers))
            .cloned()
            .collect();
        let (own, before) = (means(generation, &common), means(trainers, &common));
        let people = own.len();
        let trainers_mean = mean(&before);
        if people < SHOWN_FROM || before.len() < SHOWN_FROM || trainers_mean <= 0.0 {
            return Self::Hidden { people };
        }
        let (low, high) = interval(&own, &before, seed);
        Self::Known {
            people,
            trainers: before.len(),
            items: common.len(),
            mean: mean(&own),
            trainers_mean,
            ratio: mean(&own) / trainers_mean,
            low,
            high,
        }
    }
}

/// Everybody's mean score at these items, from 0 to 1, in the order of people.
fn means(attempts: &[Attempt], items: &BTreeSet<Item>) -> Vec<f64> {
    let mut sums: BTreeMap<PersonId, (f64, f64)> = BTreeMap::new();
    for attempt in attempts.iter().filter(|one| items.contains(&one.item)) {
        let (sum, count) = sums.entry(attempt.person).or_default();
        *sum += f64::from(attempt.score.min(1_000)) / 1_000.0;
        *count += 1.0;
    }
    sums.into_values().map(|(sum, count)| sum / count).collect()
}

fn mean(scores: &[f64]) -> f64 {
    scores.iter().sum::<f64>() / (scores.len().max(1) as f64)
}

/// The percentile bootstrap: both generations are drawn again from themselves.
fn interval(own: &[f64], before: &[f64], seed: u64) -> (f64, f64) {
    let mut numbers = SplitMix64::seeded(seed);
    let mut again = |scores: &[f64]| {
        let drawn: f64 = (0..scores.len())
            .map(|_| scores[numbers.below(scores.len())])
            .sum();
        drawn / scores.len() as f64
    };
    let mut ratios: Vec<f64> = (0..RESAMPLES)
        .map(|_| (again(own), again(before)))
        // A resample in which the trainers knew nothing has no ratio.
        .filter(|(_, before)| *before > 0.0)
        .map(|(own, before)| own / before)
        .collect();
    ratios.sort_unstable_by(f64::total_cmp);
    let at = |permille: usize| {
        let rank = (ratios.len() * permille).div_ceil(1_000).max(1);
        ratios.get(rank - 1).copied().unwrap_or_default()
    };
    (at(25), at(975))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::sample::person;
    use super::*;

    fn attempt(who: u128, question: &str, score: u16) -> Attempt {
        Attempt {
            person: person(who),
            item: Item {
                unit: UnitId(Uuid::from_u128(1)),
                question: question.to_owned(),
            },
            score,
        }
    }

    fn people(from: u128, question: &str, scores: &[u16]) -> Vec<Attempt> {
        let numbered = scores.iter().zip(from..);
        numbered
            .map(|(score, who)| attempt(who, question, *score))
            .collect()
    }

    fn known(fidelity: Fidelity) -> (f64, f64, f64) {
        match fidelity {
            Fidelity::Known {
                ratio, low, high, ..
            } => (ratio, low, high),
            Fidelity::Hidden { people } => panic!("hidden with {people}"),
        }
    }

    #[test]
    fn fidelity_is_one_mean_by_the_other_within_its_interval() {
        let trainers = people(1, "q1", &[1_000, 1_000, 1_000, 500, 500]);
        let generation = people(20, "q1", &[1_000, 500, 500, 500, 500, 600]);
        let (ratio, low, high) = known(Fidelity::of(&generation, &trainers, 1));
        assert!((ratio - 0.6 / 0.8).abs() < 1e-9);
        assert!(
            low < ratio && ratio < high && low > 0.4 && high < 1.4,
            "{low}–{high}"
        );
    }

    #[test]
    fn nothing_is_said_of_fewer_than_five_people_or_of_those_who_trained_them() {
        let (four, five) = (people(1, "q1", &[900; 4]), people(20, "q1", &[900; 5]));
        assert_eq!(
            Fidelity::of(&four, &five, 1),
            Fidelity::Hidden { people: 4 }
        );
        assert_eq!(
            Fidelity::of(&five, &four, 1),
            Fidelity::Hidden { people: 5 }
        );
        assert_eq!(Fidelity::of(&[], &[], 1), Fidelity::Hidden { people: 0 });
    }

    #[test]
    fn only_items_that_both_attempted_are_compared() {
        let mut trainers = people(1, "q1", &[800; 5]);
        trainers.extend(people(1, "only theirs", &[0; 5]));
        let mut generation = people(20, "q1", &[800; 5]);
        generation.extend(people(20, "only ours", &[0; 5]));
        let (ratio, _, _) = known(Fidelity::of(&generation, &trainers, 1));
        assert!((ratio - 1.0).abs() < 1e-9);
        let nothing_in_common = Fidelity::of(&people(20, "ours", &[900; 5]), &trainers, 1);
        assert_eq!(nothing_in_common, Fidelity::Hidden { people: 0 });
    }

    #[test]
    fn trainers_who_knew_nothing_give_no_ratio() {
        let generation = people(20, "q1", &[900; 5]);
        let fidelity = Fidelity::of(&generation, &people(1, "q1", &[0; 5]), 1);
        assert_eq!(fidelity, Fidelity::Hidden { people: 5 });
    }

    #[test]
    fn the_same_seed_gives_the_same_interval() {
        let trainers = people(1, "q1", &[100, 400, 900, 800, 300]);
        let generation = people(20, "q1", &[700, 100, 600, 200, 900]);
        let of = |seed| known(Fidelity::of(&generation, &trainers, seed));
        assert_eq!(of(7), of(7));
        assert_ne!(of(7), of(8));
    }
}
