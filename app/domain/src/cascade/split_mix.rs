//! A tiny seeded generator, so that a forecast shows the same range whenever it is opened.

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014):
/// a counter stepped by the golden ratio, then mixed. Good enough for simulations, never for
/// secrets.
pub(super) struct SplitMix64(u64);

impl SplitMix64 {
    pub(super) fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to but not including 1, from the 53 bits an `f64` can hold exactly.
    pub(super) fn fraction(&mut self) -> f64 {
        const STEPS: f64 = (1_u64 << 53) as f64;
        (self.next() >> 11) as f64 / STEPS
    }

    /// A number from 0 up to but not including `limit`, which is above 0.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        (self.fraction() * limit as f64) as usize
    }
}

/// How many of a number of trials succeed when each does with the same chance.
///
/// The work is bounded whatever the number is: few expected successes are looked up in the
/// distribution, which is worked out once for all draws; many come from its normal approximation.
pub(super) struct Successes {
    trials: u32,
    /// Failures are drawn instead where they are the rarer ones.
    failures: bool,
    shape: Shape,
}

enum Shape {
    /// The chances of at most 0, 1, 2 … successes.
    Few(Vec<f64>),
    Many {
        mean: f64,
        deviation: f64,
    },
}

impl Successes {
    pub(super) fn of(trials: u32, chance: f64) -> Self {
        const FEW: f64 = 30.0;
        let chance = chance.clamp(0.0, 1.0);
        let failures = chance > 0.5;
        let rarer = if failures { 1.0 - chance } else { chance };
        let mean = f64::from(trials) * rarer;
        let shape = if mean < FEW {
            Shape::Few(at_most(trials, rarer))
        } else {
            let deviation = (mean * (1.0 - rarer)).sqrt();
            Shape::Many { mean, deviation }
        };
        Self {
            trials,
            failures,
            shape,
        }
    }

    pub(super) fn draw(&self, numbers: &mut SplitMix64) -> u32 {
        let count = match &self.shape {
            Shape::Few(at_most) => {
                let fraction = numbers.fraction();
                let count = at_most.partition_point(|chance| *chance < fraction);
                u32::try_from(count).unwrap_or(u32::MAX).min(self.trials)
            }
            Shape::Many { mean, deviation } => {
                // The sum of twelve fractions has variance 1.
                let normal = (0..12).map(|_| numbers.fraction()).sum::<f64>() - 6.0;
                let drawn = (mean + deviation * normal).round();
                drawn.clamp(0.0, f64::from(self.trials)) as u32
            }
        };
        if self.failures {
            self.trials - count
        } else {
            count
        }
    }
}

/// The chances of at most 0, 1, 2 … successes, until only rounding is left.
fn at_most(trials: u32, chance: f64) -> Vec<f64> {
    // Beyond ten standard deviations.
    const MOST: u32 = 400;
    let odds = chance / (1.0 - chance);
    let mut probability = (1.0 - chance).powf(f64::from(trials));
    let mut sum = probability;
    let mut sums = vec![sum];
    for count in 0..trials.min(MOST) {
        probability *= odds * f64::from(trials - count) / f64::from(count + 1);
        sum += probability;
        sums.push(sum);
        if 1.0 - sum < 1e-12 {
            break;
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::{SplitMix64, Successes};

    #[test]
    fn the_generator_gives_the_published_sequence() {
        let mut numbers = SplitMix64::seeded(1_234_567);
        let drawn = [numbers.next(), numbers.next(), numbers.next()];
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
        ];
        assert_eq!(drawn, published);
    }

    #[test]
    fn successes_average_to_trials_times_chance_and_never_exceed_the_trials() {
        for (trials, chance) in [
            (0, 0.5),
            (12, 0.3),
            (12, 0.9),
            (3_000, 0.4),
            (4_000_000, 0.000_001),
        ] {
            let mut numbers = SplitMix64::seeded(7);
            let successes = Successes::of(trials, chance);
            let drawn: Vec<u32> = (0..4_000).map(|_| successes.draw(&mut numbers)).collect();
            assert!(drawn.iter().all(|n| *n <= trials));
            let mean = drawn.iter().map(|n| f64::from(*n)).sum::<f64>() / 4_000.0;
            let expected = f64::from(trials) * chance;
            assert!(
                (mean - expected).abs() <= 0.02 * expected + 0.05,
                "{mean} for {expected}"
            );
        }
    }

    #[test]
    fn a_certain_or_impossible_success_leaves_nothing_to_chance() {
        let mut numbers = SplitMix64::seeded(3);
        let mut draw = |chance| Successes::of(25, chance).draw(&mut numbers);
        assert_eq!((draw(1.0), draw(0.0), draw(7.0)), (25, 0, 25));
    }
}
