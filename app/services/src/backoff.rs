//! How long to wait after something failed.

use domain::clock::{HOUR, MINUTE};

/// The wait after the first failure; it doubles with each.
const FIRST_WAIT: i64 = MINUTE;
/// No wait is longer.
const LONGEST: i64 = 12 * HOUR;

/// The wait after so many failures in a row: one minute, two, four … After eight, a bit more than
/// two hours have passed.
pub(crate) fn pause(failures: i32) -> i64 {
    let doublings = u32::try_from(failures - 1).unwrap_or_default().min(10);
    (FIRST_WAIT << doublings).min(LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_waits_twice_as_long_as_the_one_before() {
        assert_eq!(
            [1, 2, 3, 7].map(pause),
            [MINUTE, 2 * MINUTE, 4 * MINUTE, 64 * MINUTE]
        );
    }

    #[test]
    fn no_wait_is_longer_than_half_a_day() {
        assert_eq!([11, 12, 1_000].map(pause), [LONGEST; 3]);
    }
}
