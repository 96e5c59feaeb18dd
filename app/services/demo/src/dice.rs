//! Chance that repeats itself: the same seed makes the same story, on every machine.

use rand::Rng;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use uuid::Uuid;

/// A stream of chance.
pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    /// The stream `number` of a seed. Streams do not depend on one another, so that one part of
    /// the story can change and the others stay.
    pub(crate) fn of(seed: u64, number: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(number);
        Self(rng)
    }

    /// A number from 0 up to but not including `end`; 0 when `end` is 0.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        // The upper half of a product with a random number is evenly spread, near enough.
        u32::try_from((u64::from(self.0.next_u32()) * u64::from(end)) >> 32).unwrap_or_default()
    }

    /// A number from `from` to `to`, both included.
    pub(crate) fn between(&mut self, from: i64, to: i64) -> i64 {
        let steps = u128::try_from(to - from).unwrap_or_default() + 1;
        let step = (u128::from(self.0.next_u64()) * steps) >> 64;
        from + i64::try_from(step).unwrap_or_default()
    }

    /// Whether something happens that does in `percent` of all cases.
    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    ///
    /// # Panics
    /// When there is nothing to pick from: every list is written in this crate and has something.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let count = u32::try_from(from.len()).unwrap_or(u32::MAX);
        &from[self.below(count) as usize]
    }

    /// Another order.
    pub(crate) fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            let count = u32::try_from(last + 1).unwrap_or(u32::MAX);
            all.swap(last, self.below(count) as usize);
        }
    }

    fn fill(&mut self, bytes: &mut [u8]) {
        self.0.fill_bytes(bytes);
    }
}

/// New identifiers in ascending order, so that a database appends them to its indexes.
pub(crate) struct Ids {
    next: u64,
    dice: Dice,
}

impl Ids {
    /// Identifiers that begin at a moment, in milliseconds since 1970.
    pub(crate) fn from(milliseconds: i64, dice: Dice) -> Self {
        Self {
            next: u64::try_from(milliseconds).unwrap_or_default(),
            dice,
        }
    }

    /// The next one: UUID version 7, each a millisecond after the one before.
    pub(crate) fn next(&mut self) -> Uuid {
        let mut bytes = [0; 10];
        self.dice.fill(&mut bytes);
        let id = uuid::Builder::from_unix_timestamp_millis(self.next, &bytes).into_uuid();
        self.next += 1;
        id
    }

    /// A secret that nobody keeps: only its hash is stored.
    pub(crate) fn secret(&mut self) -> String {
        let mut bytes = [0; 16];
        self.dice.fill(&mut bytes);
        hex::encode(bytes)
    }
}
