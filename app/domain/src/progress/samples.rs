//! A unit of 45 minutes and steps in it, for the tests of this module.

use proptest::prelude::*;

use super::{BlockShape, Step, UnitShape};
use crate::course::Slug;

fn slug(text: &str) -> Slug {
    text.parse().expect("a slug")
}

pub(super) fn shape() -> UnitShape {
    UnitShape {
        slug: slug("mobile-few"),
        minutes: 45,
        activity_minutes: 15,
        blocks: vec![
            BlockShape {
                id: slug("b1"),
                letters: 2000,
            },
            BlockShape {
                id: slug("b2"),
                letters: 1000,
            },
        ],
        questions: vec![slug("q1"), slug("q2"), slug("q3")],
    }
}

pub(super) fn every_required_step() -> Vec<Step> {
    let mut steps = vec![Step::ScopeOpened, Step::ActivitySubmitted];
    steps.extend(["b1", "b2"].map(|block| Step::BlockSeen(slug(block))));
    steps.extend(["q1", "q2", "q3"].map(|question| Step::Answered(slug(question))));
    steps
}

/// Steps in any order, some of them of blocks and questions the unit does not have.
pub(super) fn any_steps() -> impl Strategy<Value = Vec<Step>> {
    let mut steps = every_required_step();
    steps.extend([Step::ActivityMarked, Step::ExtraOpened]);
    steps.extend([Step::BlockSeen(slug("b9")), Step::Answered(slug("q9"))]);
    prop::collection::vec(prop::sample::select(steps), 0..20)
}
