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

    /// How many of `trials` succeed when each does with `chance`.
    ///
    /// The work is bounded whatever `trials` is: few expected successes are found by walking the
    /// distribution upwards, many by its normal approximation.
    pub(super) fn successes(&mut self, trials: u32, chance: f64) -> u32 {
        const FEW: f64 = 30.0;
        let chance = chance.clamp(0.0, 1.0);
        if chance > 0.5 {
            return trials - self.successes(trials, 1.0 - chance);
        }
        if f64::from(trials) * chance < FEW {
            self.few_successes(trials, chance)
        } else {
            self.many_successes(trials, chance)
        }
    }

    /// Inversion: subtract P(0), P(1), … from a fraction until it is used up.
    fn few_successes(&mut self, trials: u32, chance: f64) -> u32 {
        let odds = chance / (1.0 - chance);
        let mut probability = (1.0 - chance).powf(f64::from(trials));
        let mut left = self.fraction();
        let mut count = 0;
        // Beyond ten standard deviations only rounding is left.
        while left > probability && count < trials.min(400) {
            left -= probability;
            probability *= odds * f64::from(trials - count) / f64::from(count + 1);
            count += 1;
        }
        count
    }

    fn many_successes(&mut self, trials: u32, chance: f64) -> u32 {
        let mean = f64::from(trials) * chance;
        let deviation = (mean * (1.0 - chance)).sqrt();
        // The sum of twelve fractions has variance 1.
        let normal = (0..12).map(|_| self.fraction()).sum::<f64>() - 6.0;
        (mean + deviation * normal)
            .round()
            .clamp(0.0, f64::from(trials)) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::SplitMix64;

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
            let drawn: Vec<u32> = (0..4_000)
                .map(|_| numbers.successes(trials, chance))
                .collect();
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
        assert_eq!(numbers.successes(25, 1.0), 25);
        assert_eq!(numbers.successes(25, 0.0), 0);
        assert_eq!(numbers.successes(25, 7.0), 25);
    }
}
