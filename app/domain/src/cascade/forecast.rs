//! Rule 7, second half: where the count will probably be at the end.
//!
//! Forecast = certified + Σ over open participations of p(stage) + Σ over planned sessions of
//! seats × show rate × completion rate. Shown as the 10th–90th percentile of seeded draws, with
//! its assumptions, and only once there is enough to go by. When an outcome is known, and who is
//! open, [`super::passage`] says; until certificates are awarded, whoever has passed counts as
//! certified, so that nobody stands open in [`Stage::Passed`].

use serde::{Deserialize, Serialize};

use super::funnel::Stage;
use super::split_mix::{SplitMix64, Successes};

/// Draws in one forecast.
pub const DRAWS: usize = 2_000;
/// Participations with a known outcome below which no forecast is shown.
pub const SHOWN_FROM: u32 = 10;
/// Observations from which a rate stands alone; below, the prior fills the missing ones.
pub const ALONE_FROM: u32 = 20;
/// The stages in which a participation is still open: all before [`Stage::Certified`].
pub const OPEN_STAGES: usize = Stage::Certified as usize;

/// What the programme has seen at one step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassThrough {
    /// How many came to the step and have a known outcome.
    pub observed: u32,
    /// How many of them succeeded.
    pub succeeded: u32,
}

/// What we assume before a programme has seen anything.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Prior {
    /// The chance to be certified, by furthest stage reached.
    pub stages: [f64; OPEN_STAGES],
    /// The share of those expected who come.
    pub show: f64,
    /// The share of those who come that are certified.
    pub completion: f64,
}

impl Prior {
    /// The prior that pages state. It is an assumption, not a measurement: of those invited
    /// about half are certified, and each further stage makes it likelier.
    pub const STATED: Self = Self {
        stages: [0.5, 0.6, 0.7, 0.85, 0.95],
        show: 0.8,
        completion: 0.7,
    };
}

/// Everything a forecast is made from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlook {
    /// Heads certified already.
    pub certified: u32,
    /// Open participations by furthest stage reached; of each colleague one.
    pub open: [u32; OPEN_STAGES],
    /// Participations of known outcome among those whom the forecast is about.
    pub known: u32,
    /// For each stage: the closed participations that reached it, and how many were certified.
    /// Everybody reaches the first, so that it counts all known outcomes.
    pub history: [PassThrough; OPEN_STAGES],
    /// Seats that planned sessions still offer to somebody new: whoever is enrolled already is open,
    /// and would count twice.
    pub planned_seats: u32,
    /// People expected at the sessions held, and those of them who came.
    pub show: PassThrough,
    /// People who came to a session, and were certified.
    pub completion: PassThrough,
    /// What is assumed until there are observations.
    pub prior: Prior,
}

/// A rate used in a forecast, and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rate {
    /// The rate used.
    pub chance: f64,
    /// The observations behind it; below [`ALONE_FROM`] it leans on the prior.
    pub observed: u32,
    /// The prior.
    pub prior: f64,
}

impl Rate {
    /// The observed share, shrunk towards the prior: as if the observations missing to
    /// [`ALONE_FROM`] had come out exactly as the prior says.
    #[must_use]
    pub fn of(seen: PassThrough, prior: f64) -> Self {
        let prior = prior.clamp(0.0, 1.0);
        let assumed = ALONE_FROM.saturating_sub(seen.observed);
        let successes = f64::from(seen.succeeded.min(seen.observed)) + f64::from(assumed) * prior;
        let chance = successes / (f64::from(seen.observed) + f64::from(assumed));
        Self {
            chance,
            observed: seen.observed,
            prior,
        }
    }

    /// Whether the page must say that the rate leans on the prior.
    #[must_use]
    pub fn leans_on_prior(self) -> bool {
        self.observed < ALONE_FROM
    }
}

/// The rates of a forecast, printed beside it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assumptions {
    /// The chance to be certified, by furthest stage reached.
    pub stages: [Rate; OPEN_STAGES],
    /// The share of those expected who come.
    pub show: Rate,
    /// The share of those who come that are certified.
    pub completion: Rate,
    /// Participations with a known outcome.
    pub observed: u32,
    /// The seed of the draws.
    pub seed: u64,
}

impl Assumptions {
    /// The chance that a free seat leads to somebody certified: show rate × completion rate. It
    /// rests on as much as the weaker of the two.
    #[must_use]
    pub fn seat(&self) -> Rate {
        Rate {
            chance: self.show.chance * self.completion.chance,
            observed: self.show.observed.min(self.completion.observed),
            prior: self.show.prior * self.completion.prior,
        }
    }
}

/// What can be said about the end.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Forecast {
    /// Too few known outcomes: show only the required pace.
    TooEarly {
        /// Known outcomes so far.
        observed: u32,
    },
    /// A range, eight times in ten.
    Range {
        /// The 10th percentile of the draws.
        low: u32,
        /// The rule's own sum.
        expected: f64,
        /// The 90th percentile of the draws.
        high: u32,
        /// What it rests on.
        assumptions: Assumptions,
    },
}

impl Forecast {
    /// The forecast of an outlook; the same seed gives the same range.
    #[must_use]
    pub fn of(outlook: &Outlook, seed: u64) -> Self {
        if outlook.known < SHOWN_FROM {
            return Self::TooEarly {
                observed: outlook.known,
            };
        }
        let observed = outlook.history[Stage::Invited as usize].observed;
        let assumptions = Assumptions {
            stages: std::array::from_fn(|stage| {
                Rate::of(outlook.history[stage], outlook.prior.stages[stage])
            }),
            show: Rate::of(outlook.show, outlook.prior.show),
            completion: Rate::of(outlook.completion, outlook.prior.completion),
            observed,
            seed,
        };
        let groups = chances(outlook, &assumptions);
        let hoped: f64 = groups
            .iter()
            .map(|(people, chance)| f64::from(*people) * chance)
            .sum();
        let draws = draw(outlook.certified, &groups, seed);
        Self::Range {
            low: percentile(&draws, 10),
            expected: f64::from(outlook.certified) + hoped,
            high: percentile(&draws, 90),
            assumptions,
        }
    }
}

/// The seed of a forecast: the same ids on the same day give the same one, so that a reload shows
/// the same range, and two institutions with the same numbers do not share their luck.
#[must_use]
pub fn seed_of(ids: &[uuid::Uuid], today: chrono::NaiveDate) -> u64 {
    let day =
        u64::from_ne_bytes(i64::from(chrono::Datelike::num_days_from_ce(&today)).to_ne_bytes());
    ids.iter().fold(day, |seed, id| {
        let (high, low) = id.as_u64_pair();
        SplitMix64::seeded(seed ^ high).next() ^ low
    })
}

/// People who may still be certified, in groups of equal chance. Planned sessions share one
/// chance, so that all their seats are one group.
fn chances(outlook: &Outlook, rates: &Assumptions) -> Vec<(u32, f64)> {
    let open = outlook
        .open
        .iter()
        .zip(rates.stages)
        .map(|(people, rate)| (*people, rate.chance));
    let seats = (outlook.planned_seats, rates.seat().chance);
    open.chain([seats]).collect()
}

/// The drawn counts, sorted.
fn draw(certified: u32, groups: &[(u32, f64)], seed: u64) -> Vec<u32> {
    let mut numbers = SplitMix64::seeded(seed);
    let groups: Vec<Successes> = groups
        .iter()
        .filter(|(people, _)| *people > 0)
        .map(|(people, chance)| Successes::of(*people, *chance))
        .collect();
    let mut one_draw = || {
        groups.iter().fold(certified, |count, group| {
            count.saturating_add(group.draw(&mut numbers))
        })
    };
    let mut draws: Vec<u32> = (0..DRAWS).map(|_| one_draw()).collect();
    draws.sort_unstable();
    draws
}

/// The nearest-rank percentile of sorted draws.
fn percentile(sorted: &[u32], percent: usize) -> u32 {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn seen(observed: u32, succeeded: u32) -> PassThrough {
        PassThrough {
            observed,
            succeeded,
        }
    }

    fn outlook() -> Outlook {
        Outlook {
            certified: 11,
            open: [4, 3, 6, 2, 1],
            known: 40,
            history: [
                seen(40, 20),
                seen(36, 20),
                seen(30, 20),
                seen(24, 20),
                seen(21, 20),
            ],
            planned_seats: 10,
            show: seen(50, 40),
            completion: seen(40, 20),
            prior: Prior::STATED,
        }
    }

    fn range(forecast: Forecast) -> (u32, f64, u32) {
        match forecast {
            Forecast::Range {
                low,
                expected,
                high,
                ..
            } => (low, expected, high),
            Forecast::TooEarly { observed } => panic!("too early with {observed}"),
        }
    }

    #[test]
    fn below_ten_known_outcomes_there_is_no_forecast() {
        let mut early = outlook();
        early.known = 9;
        assert_eq!(Forecast::of(&early, 1), Forecast::TooEarly { observed: 9 });
        early.known = 10;
        assert!(matches!(Forecast::of(&early, 1), Forecast::Range { .. }));
    }

    #[test]
    fn the_expected_number_is_the_rule_s_own_sum() {
        let by_hand = 11.0
            + 4.0 * 20.0 / 40.0
            + 3.0 * 20.0 / 36.0
            + 6.0 * 20.0 / 30.0
            + 2.0 * 20.0 / 24.0
            + 20.0 / 21.0
            + 10.0 * 0.8 * 0.5;
        let (low, expected, high) = range(Forecast::of(&outlook(), 1));
        assert!((expected - by_hand).abs() < 1e-9);
        assert!(f64::from(low) < expected && expected < f64::from(high));
    }

    #[test]
    fn a_rate_moves_from_the_prior_to_the_observed_share_by_the_twentieth_observation() {
        let chance = |observed, succeeded| Rate::of(seen(observed, succeeded), 0.5).chance;
        assert!((chance(0, 0) - 0.5).abs() < 1e-12);
        assert!((chance(10, 10) - 0.75).abs() < 1e-12);
        assert!((chance(20, 20) - 1.0).abs() < 1e-12);
        assert!((chance(200, 50) - 0.25).abs() < 1e-12);
        assert!(Rate::of(seen(19, 3), 0.5).leans_on_prior());
        assert!(!Rate::of(seen(20, 3), 0.5).leans_on_prior());
    }

    #[test]
    fn the_same_seed_gives_the_same_forecast() {
        assert_eq!(Forecast::of(&outlook(), 42), Forecast::of(&outlook(), 42));
    }

    #[test]
    fn a_seed_is_that_of_the_ids_and_the_day() {
        let (one, other) = (uuid::Uuid::from_u128(7), uuid::Uuid::from_u128(8));
        let today: chrono::NaiveDate = "2026-11-22".parse().expect("a day");
        let seed = seed_of(&[one, other], today);
        assert_eq!(seed_of(&[one, other], today), seed);
        assert_ne!(seed_of(&[one, one], today), seed);
        assert_ne!(seed_of(&[one, other], today + chrono::Days::new(1)), seed);
    }

    #[test]
    fn a_free_seat_rests_on_as_much_as_the_weaker_of_its_two_rates() {
        let few = Outlook {
            show: seen(10, 10),
            ..outlook()
        };
        let Forecast::Range { assumptions, .. } = Forecast::of(&few, 1) else {
            panic!("forty outcomes are known");
        };
        let seat = assumptions.seat();
        assert!((seat.chance - 0.9 * 0.5).abs() < 1e-12, "{seat:?}");
        assert!((seat.prior - 0.8 * 0.7).abs() < 1e-12);
        assert_eq!(seat.observed, 10);
        assert!(seat.leans_on_prior());
    }

    #[test]
    fn with_nobody_open_and_nothing_planned_the_forecast_is_what_is_certified() {
        let over = Outlook {
            open: [0; OPEN_STAGES],
            planned_seats: 0,
            ..outlook()
        };
        assert_eq!(range(Forecast::of(&over, 1)), (11, 11.0, 11));
    }

    #[test]
    fn the_range_covers_about_eight_in_ten_draws() {
        // 100 people with one chance in two: 50 ± 1.28 standard deviations of 5.
        let mut even = Outlook {
            certified: 0,
            open: [100, 0, 0, 0, 0],
            planned_seats: 0,
            ..outlook()
        };
        even.history[0] = seen(40, 20);
        let (low, _, high) = range(Forecast::of(&even, 5));
        assert!(
            (42..=45).contains(&low) && (55..=58).contains(&high),
            "{low}–{high}"
        );
    }

    #[test]
    fn millions_of_open_participations_take_no_longer_and_overflow_nothing() {
        let vast = Outlook {
            certified: u32::MAX - 5,
            open: [u32::MAX; OPEN_STAGES],
            ..outlook()
        };
        assert_eq!(range(Forecast::of(&vast, 1)).2, u32::MAX);
    }

    proptest! {
        #[test]
        fn a_forecast_never_undercuts_the_certified_nor_exceeds_everybody(
            certified in 0_u32..100,
            open in prop::array::uniform5(0_u32..60),
            planned_seats in 0_u32..80,
            seed in any::<u64>(),
        ) {
            let made = Forecast::of(&Outlook { certified, open, planned_seats, ..outlook() }, seed);
            let (low, expected, high) = range(made);
            let everybody = certified + open.iter().sum::<u32>() + planned_seats;
            prop_assert!(certified <= low && low <= high && high <= everybody);
            prop_assert!(f64::from(certified) <= expected && expected <= f64::from(everybody));
        }
    }
}
