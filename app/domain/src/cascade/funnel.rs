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

// Everybody starts there.
#[expect(clippy::derivable_impls, reason = "the macro writes the derives")]
impl Default for Stage {
    fn default() -> Self {
        Self::Invited
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

/// The furthest stage that attendance gives, of sessions in the order in which they were delivered.
///
/// A share that was enough once stays enough: a session that is delivered later lowers the share of
/// those who miss it, and takes back nothing. So the share is looked at after each session.
#[must_use]
pub fn stage_by_attendance(
    present: impl IntoIterator<Item = bool>,
    enough_permille: u16,
) -> Option<Stage> {
    let (mut attended, mut delivered) = (0, 0);
    let mut furthest = None;
    for was_there in present {
        delivered += 1;
        attended += u32::from(was_there);
        if attended_enough(attended, delivered, enough_permille) {
            return Some(Stage::AttendedEnough);
        }
        if attended > 0 {
            furthest = Some(Stage::AttendedOnce);
        }
    }
    furthest
}

/// How many reached each stage or a later one, in the order of [`Stage::ALL`].
#[must_use]
pub fn funnel(stages: impl IntoIterator<Item = Stage>) -> [u32; STAGES] {
    let mut counts = [0_u32; STAGES];
    for stage in stages {
        counts[stage as usize] += 1;
    }
    funnel_of(counts)
}

/// The same, from how many stand at each stage.
#[must_use]
pub fn funnel_of(mut counts: [u32; STAGES]) -> [u32; STAGES] {
    for stage in (1..STAGES).rev() {
        counts[stage - 1] = counts[stage - 1].saturating_add(counts[stage]);
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
    fn a_share_that_was_enough_stays_enough_when_a_later_session_is_missed() {
        let stage =
            |present: &[bool]| stage_by_attendance(present.iter().copied(), ENOUGH_ATTENDANCE);
        assert_eq!(stage(&[]), None);
        assert_eq!(stage(&[false, false]), None);
        assert_eq!(stage(&[false, true]), Some(Stage::AttendedOnce));
        assert_eq!(stage(&[true, false, false]), Some(Stage::AttendedEnough));
        let from_behind = [false, true, true, true, true];
        assert_eq!(stage(&from_behind), Some(Stage::AttendedEnough));
        assert_eq!(stage(&from_behind[..4]), Some(Stage::AttendedOnce));
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
