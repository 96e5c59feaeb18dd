//! Rule 10: invited → enrolled → attended once → attended enough → passed → certified → applied.

use crate::people::coded;

coded! {
    /// A stage of the funnel, in order.
    Stage {
        /// Invited, never signed in.
        Invited = "invited",
        /// Signed in at least once.
        Enrolled = "enrolled",
        /// Attended one session.
        AttendedOnce = "attended_once",
        /// Attended at least the required share of the sessions.
        AttendedEnough = "attended_enough",
        /// Passed every module.
        Passed = "passed",
        /// Holds a certificate.
        Certified = "certified",
        /// Confirmed at the follow-up that it is used.
        Applied = "applied",
    }
}

/// How many stages there are.
pub const STAGES: usize = Stage::ALL.len();

/// The share of sessions that counts as enough when a programme sets no other, in thousandths.
pub const ENOUGH_ATTENDANCE: u16 = 800;

/// What is known of one participation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// The person has signed in.
    pub enrolled: bool,
    /// Sessions attended.
    pub attended: u32,
    /// Sessions delivered.
    pub delivered: u32,
    /// Every module is passed.
    pub passed: bool,
    /// A certificate was awarded.
    pub certified: bool,
    /// The follow-up says that it is applied.
    pub applied: bool,
}

impl Reached {
    /// The furthest stage reached. A later stage stands for the earlier ones, so that a funnel
    /// never widens: who passed a self-paced cohort has attended enough.
    #[must_use]
    pub fn stage(self, enough_permille: u16) -> Stage {
        if self.applied {
            Stage::Applied
        } else if self.certified {
            Stage::Certified
        } else if self.passed {
            Stage::Passed
        } else if attended_enough(self.attended, self.delivered, enough_permille) {
            Stage::AttendedEnough
        } else if self.attended > 0 {
            Stage::AttendedOnce
        } else if self.enrolled {
            Stage::Enrolled
        } else {
            Stage::Invited
        }
    }
}

/// Whether `attended` of `delivered` sessions are the required share; of no sessions, never.
#[must_use]
pub fn attended_enough(attended: u32, delivered: u32, enough_permille: u16) -> bool {
    attended > 0 && u64::from(attended) * 1_000 >= u64::from(delivered) * u64::from(enough_permille)
}

/// How many reached each stage or a later one, in the order of [`Stage::ALL`].
#[must_use]
pub fn funnel(stages: impl IntoIterator<Item = Stage>) -> [u32; STAGES] {
    let mut counts = [0_u32; STAGES];
    for stage in stages {
        counts[stage as usize] += 1;
    }
    for stage in (1..STAGES).rev() {
        counts[stage - 1] += counts[stage];
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_of_five_sessions_are_enough_and_three_are_not() {
        assert!(attended_enough(4, 5, ENOUGH_ATTENDANCE));
        assert!(!attended_enough(3, 5, ENOUGH_ATTENDANCE));
        assert!(!attended_enough(0, 0, ENOUGH_ATTENDANCE));
    }

    #[test]
    fn the_furthest_stage_counts() {
        let stage = |reached: Reached| reached.stage(ENOUGH_ATTENDANCE);
        let once = Reached {
            enrolled: true,
            attended: 1,
            delivered: 5,
            ..Reached::default()
        };
        assert_eq!(stage(Reached::default()), Stage::Invited);
        assert_eq!(
            stage(Reached {
                attended: 0,
                ..once
            }),
            Stage::Enrolled
        );
        assert_eq!(stage(once), Stage::AttendedOnce);
        assert_eq!(
            stage(Reached {
                attended: 5,
                ..once
            }),
            Stage::AttendedEnough
        );
        assert_eq!(
            stage(Reached {
                passed: true,
                ..once
            }),
            Stage::Passed
        );
        assert_eq!(
            stage(Reached {
                certified: true,
                ..once
            }),
            Stage::Certified
        );
        assert_eq!(
            stage(Reached {
                applied: true,
                ..once
            }),
            Stage::Applied
        );
    }

    #[test]
    fn a_funnel_never_widens() {
        let counts = funnel([
            Stage::Invited,
            Stage::Certified,
            Stage::AttendedOnce,
            Stage::Invited,
        ]);
        assert_eq!(counts, [4, 2, 2, 1, 1, 1, 0]);
    }

    #[test]
    fn an_empty_funnel_shows_its_zeros() {
        assert_eq!(funnel([]), [0; STAGES]);
    }
}
