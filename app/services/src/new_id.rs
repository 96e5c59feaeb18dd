//! New identifiers, in the order in which one process asked for them.

use std::sync::atomic::{AtomicU64, Ordering};

use domain::clock::Timestamp;
use uuid::Uuid;

/// Bits of the counter that stands behind the milliseconds.
const COUNTER: u32 = 12;
const COUNTED: u64 = (1 << COUNTER) - 1;

/// Time and counter of the newest identifier.
#[derive(Default)]
pub(crate) struct NewIds(AtomicU64);

impl NewIds {
    /// UUID version 7 of the present, a counter and random bytes, so that what is named within a
    /// millisecond, or after a clock jumped back, stays in order (RFC 9562, section 6.2, method 1).
    pub(crate) fn next(&self, now: Timestamp, mut random: [u8; 10]) -> Uuid {
        let milliseconds = u64::try_from(now.0).unwrap_or_default();
        // The counter begins in its lower half, so that it has room to rise.
        let begin = u64::from(u16::from_be_bytes([random[0], random[1]])) & (COUNTED >> 1);
        let fresh = milliseconds << COUNTER | begin;
        let mut last = self.0.load(Ordering::Relaxed);
        let place = loop {
            let place = fresh.max(last + 1);
            let swap = (Ordering::Relaxed, Ordering::Relaxed);
            match self.0.compare_exchange_weak(last, place, swap.0, swap.1) {
                Ok(_) => break place,
                Err(newer) => last = newer,
            }
        };
        random[..2].copy_from_slice(&place.to_be_bytes()[6..]);
        uuid::Builder::from_unix_timestamp_millis(place >> COUNTER, &random).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use domain::clock::DAY;

    use super::*;

    const NOW: Timestamp = Timestamp(1_795_000_000_000);

    #[test]
    fn ten_thousand_of_one_millisecond_are_in_order_and_all_different() {
        let ids = NewIds::default();
        let made: Vec<Uuid> = (0_u32..10_000)
            .map(|number| {
                let [a, b, c, d] = number.wrapping_mul(2_654_435_761).to_be_bytes();
                ids.next(NOW, [a, b, c, d, a, b, c, d, a, b])
            })
            .collect();
        assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(made.iter().all(|id| id.get_version_num() == 7));
    }

    #[test]
    fn a_clock_that_jumps_back_leaves_the_order_as_it_was() {
        let ids = NewIds::default();
        let before = ids.next(NOW, [255; 10]);
        let after = ids.next(Timestamp(NOW.0 - DAY), [0; 10]);
        assert!(before < after);
        let (seconds, _) = before.get_timestamp().expect("a time").to_unix();
        assert_eq!(seconds * 1000, u64::try_from(NOW.0).expect("a time"));
    }
}
