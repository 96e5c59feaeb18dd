//! Where to go on.

use serde::{Deserialize, Serialize};

use super::{State, UnitProgress, UnitShape, part_state, unit_state};
use crate::course::{Part, Slug};

/// A place in a module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The unit.
    pub unit: Slug,
    /// The part of the unit.
    pub part: Part,
    /// The first unread block, in Content.
    pub block: Option<Slug>,
}

/// The one next step in a row of units: the first unit begun and not finished, else the first not
/// begun; in it, the first required part that is not complete. `None` when all is done.
pub fn resume<'a>(
    units: impl IntoIterator<Item = (&'a UnitShape, &'a UnitProgress)>,
) -> Option<Place> {
    let mut not_begun = None;
    for (shape, progress) in units {
        match unit_state(shape, progress) {
            State::Started => return place(shape, progress),
            State::NotStarted if not_begun.is_none() => not_begun = place(shape, progress),
            State::NotStarted | State::Complete => {}
        }
    }
    not_begun
}

fn place(shape: &UnitShape, progress: &UnitProgress) -> Option<Place> {
    let part = Part::ALL
        .iter()
        .copied()
        .find(|part| part.is_required() && part_state(shape, progress, *part) != State::Complete)?;
    let block = match part {
        Part::Content => shape
            .blocks_left(progress)
            .next()
            .map(|block| block.id.clone()),
        Part::Scope | Part::Activity | Part::Thinking | Part::Extra => None,
    };
    Some(Place {
        unit: shape.slug.clone(),
        part,
        block,
    })
}

#[cfg(test)]
mod tests {
    use super::super::Step;
    use super::super::samples::{every_required_step, shape};
    use super::*;

    fn slug(text: &str) -> Slug {
        text.parse().expect("a slug")
    }

    fn named(name: &str) -> UnitShape {
        UnitShape {
            slug: slug(name),
            ..shape()
        }
    }

    #[test]
    fn reading_goes_on_at_the_first_unread_block() {
        let progress = [Step::ScopeOpened, Step::BlockSeen(slug("b1"))]
            .into_iter()
            .collect();
        let place = resume([(&named("one"), &progress)]).expect("a place");
        assert_eq!((place.part, place.block), (Part::Content, Some(slug("b2"))));
    }

    #[test]
    fn a_unit_begun_comes_before_a_unit_not_begun() {
        let begun = [Step::ScopeOpened].into_iter().collect();
        let units = [
            (&named("one"), &UnitProgress::default()),
            (&named("two"), &begun),
        ];
        assert_eq!(resume(units).map(|place| place.unit), Some(slug("two")));
    }

    #[test]
    fn after_a_finished_unit_comes_the_scope_of_the_next() {
        let done = every_required_step().into_iter().collect();
        let units = [
            (&named("one"), &done),
            (&named("two"), &UnitProgress::default()),
        ];
        assert_eq!(
            resume(units),
            Some(Place {
                unit: slug("two"),
                part: Part::Scope,
                block: None
            })
        );
    }

    #[test]
    fn nothing_is_left_to_resume_when_all_is_complete() {
        let done = every_required_step().into_iter().collect();
        assert_eq!(resume([(&named("one"), &done)]), None);
    }
}
