//! What can happen in a cascade, in any order.

use proptest::prelude::*;

/// Colleagues of every random cascade; the two trainers come after them.
pub const PEOPLE: u32 = 7;

/// Something that happens. Numbers choose among what there is.
#[derive(Clone, Debug)]
pub enum Happens {
    Enrolled {
        cohort: usize,
        person: u32,
        more: u32,
    },
    Held {
        cohort: usize,
        trainers: [u32; 2],
        present: u32,
    },
    Corrected {
        session: usize,
        present: u32,
    },
    NotHeld {
        session: usize,
    },
    HeldAfterAll {
        session: usize,
        present: u32,
    },
    Withdrawn {
        cohort: usize,
        person: u32,
    },
    BroughtBack {
        cohort: usize,
        person: u32,
    },
    Undone {
        cohort: usize,
        person: u32,
    },
    /// One of the two units is completed.
    Completed {
        person: u32,
        unit: u32,
    },
    /// Another track is followed: of the first unit, of both, or the whole course.
    Followed {
        cohort: usize,
        person: u32,
        track: usize,
    },
    CameIn {
        person: u32,
    },
    Reached {
        cohort: usize,
        person: u32,
        applied: bool,
    },
    NotApplied {
        cohort: usize,
        person: u32,
    },
    MadeTrainer {
        person: u32,
        place: usize,
    },
    NoTrainerAnyMore {
        person: u32,
        place: usize,
    },
    Waited {
        days: i64,
    },
}

/// Anything of it, some of it more often.
pub fn anything() -> impl Strategy<Value = Happens> {
    let cohort = || 0_usize..4;
    let person = || 0..PEOPLE + 2;
    let mask = || 0_u32..1 << (PEOPLE + 2);
    prop_oneof![
        4 => (cohort(), person(), 0_u32..3)
            .prop_map(|(cohort, person, more)| Happens::Enrolled { cohort, person, more }),
        5 => (0_usize..3, [person(), person()], mask())
            .prop_map(|(cohort, trainers, present)| Happens::Held { cohort, trainers, present }),
        2 => (any::<usize>(), mask())
            .prop_map(|(session, present)| Happens::Corrected { session, present }),
        2 => any::<usize>().prop_map(|session| Happens::NotHeld { session }),
        1 => (any::<usize>(), mask())
            .prop_map(|(session, present)| Happens::HeldAfterAll { session, present }),
        1 => (cohort(), person()).prop_map(|(cohort, person)| Happens::Withdrawn { cohort, person }),
        1 => (cohort(), person())
            .prop_map(|(cohort, person)| Happens::BroughtBack { cohort, person }),
        1 => (cohort(), person()).prop_map(|(cohort, person)| Happens::Undone { cohort, person }),
        3 => (person(), 1_u32..3).prop_map(|(person, unit)| Happens::Completed { person, unit }),
        1 => (cohort(), person(), 0_usize..3)
            .prop_map(|(cohort, person, track)| Happens::Followed { cohort, person, track }),
        1 => person().prop_map(|person| Happens::CameIn { person }),
        1 => (cohort(), person(), any::<bool>())
            .prop_map(|(cohort, person, applied)| Happens::Reached { cohort, person, applied }),
        1 => (cohort(), person()).prop_map(|(cohort, person)| Happens::NotApplied { cohort, person }),
        1 => (person(), 0_usize..2).prop_map(|(person, place)| Happens::MadeTrainer { person, place }),
        1 => (person(), 0_usize..2)
            .prop_map(|(person, place)| Happens::NoTrainerAnyMore { person, place }),
        1 => (1_i64..40).prop_map(|days| Happens::Waited { days }),
    ]
}
