//! The completion rules of a unit's parts, of units and of modules.

use super::{ActivityState, UnitProgress, UnitShape};
use crate::assessment::{ModuleResult, PassMark};
use crate::course::Part;
use crate::people::coded;

coded! {
    /// How far something is.
    State {
        /// Nothing done.
        NotStarted = "not_started",
        /// Something done.
        Started = "started",
        /// All done.
        Complete = "complete",
    }
}

/// How far one part of a unit is.
///
/// Scope is complete when opened, Content when every block was seen, Activity when submitted or
/// marked, Thinking when every automatically marked question was answered, rightly or not.
/// Reflection prompts are private and open questions wait for a trainer, so neither holds a
/// learner up. Extra is complete when opened and never required.
#[must_use]
pub fn part_state(shape: &UnitShape, progress: &UnitProgress, part: Part) -> State {
    let opened = |opened| {
        if opened {
            State::Complete
        } else {
            State::NotStarted
        }
    };
    match part {
        Part::Scope => opened(progress.scope_opened),
        Part::Content => counted(shape.blocks_left(progress).count(), shape.blocks.len()),
        Part::Activity => opened(progress.activity != ActivityState::NotYet),
        Part::Thinking => counted(shape.questions_left(progress), shape.questions.len()),
        Part::Extra => opened(progress.extra_opened),
    }
}

fn counted(left: usize, all: usize) -> State {
    match left {
        0 => State::Complete,
        left if left == all => State::NotStarted,
        _ => State::Started,
    }
}

/// How far a unit is: complete when every required part is.
#[must_use]
pub fn unit_state(shape: &UnitShape, progress: &UnitProgress) -> State {
    let mut required = Part::ALL.iter().filter(|part| part.is_required());
    if required.all(|part| part_state(shape, progress, *part) == State::Complete) {
        State::Complete
    } else if progress.has_begun() {
        State::Started
    } else {
        State::NotStarted
    }
}

/// How far a unit is in whole per cent of its time: 0 only when nothing has begun, 100 only when
/// it is complete, so that the number never contradicts [`unit_state`].
#[must_use]
pub fn percent(shape: &UnitShape, progress: &UnitProgress) -> u8 {
    match unit_state(shape, progress) {
        State::NotStarted => 0,
        State::Complete => 100,
        State::Started => {
            let done = shape.seconds() - shape.seconds_left(progress).min(shape.seconds());
            let percent = (done * 100).checked_div(shape.seconds()).unwrap_or(0);
            u8::try_from(percent.clamp(1, 99)).unwrap_or(99)
        }
    }
}

/// How far a module is: complete when every unit is and, where a pass mark is set, the result
/// meets it.
pub fn module_state<'a>(
    units: impl IntoIterator<Item = (&'a UnitShape, &'a UnitProgress)>,
    required: Option<(ModuleResult, PassMark)>,
) -> State {
    let states: Vec<State> = units
        .into_iter()
        .map(|(shape, progress)| unit_state(shape, progress))
        .collect();
    let passed = required.is_none_or(|(result, pass)| result.meets(pass));
    if states.iter().all(|state| *state == State::NotStarted) {
        State::NotStarted
    } else if passed && states.iter().all(|state| *state == State::Complete) {
        State::Complete
    } else {
        State::Started
    }
}

#[cfg(test)]
mod tests {
    use super::super::Step;
    use super::super::samples::{any_steps, every_required_step, shape};
    use super::*;
    use proptest::prelude::*;

    fn after(steps: impl IntoIterator<Item = Step>) -> UnitProgress {
        steps.into_iter().collect()
    }

    fn slug(text: &str) -> crate::course::Slug {
        text.parse().expect("a slug")
    }

    #[test]
    fn content_is_complete_when_every_block_was_seen() {
        let state = |blocks: &[&str]| {
            part_state(
                &shape(),
                &after(blocks.iter().map(|block| Step::BlockSeen(slug(block)))),
                Part::Content,
            )
        };
        assert_eq!(state(&[]), State::NotStarted);
        assert_eq!(state(&["b1"]), State::Started);
        assert_eq!(state(&["b1", "b9"]), State::Started);
        assert_eq!(state(&["b2", "b1"]), State::Complete);
    }

    #[test]
    fn an_activity_is_complete_when_submitted_or_marked_in_a_session() {
        for step in [Step::ActivitySubmitted, Step::ActivityMarked] {
            assert_eq!(
                part_state(&shape(), &after([step]), Part::Activity),
                State::Complete
            );
        }
    }

    #[test]
    fn a_unit_is_complete_without_extra_but_not_without_any_other_part() {
        let all = every_required_step();
        assert_eq!(unit_state(&shape(), &after(all.clone())), State::Complete);
        for missing in &all {
            let rest = after(all.iter().filter(|step| *step != missing).cloned());
            assert_eq!(
                unit_state(&shape(), &rest),
                State::Started,
                "without {missing:?}"
            );
        }
    }

    #[test]
    fn a_module_with_a_pass_mark_is_complete_only_when_passed() {
        let (shape, progress) = (shape(), after(every_required_step()));
        let state = |earned| {
            let result = ModuleResult {
                earned,
                possible: 1000,
            };
            module_state([(&shape, &progress)], Some((result, PassMark::default())))
        };
        assert_eq!(state(700), State::Complete);
        assert_eq!(state(699), State::Started);
        assert_eq!(module_state([(&shape, &progress)], None), State::Complete);
    }

    #[test]
    fn a_module_is_not_complete_while_one_unit_is_open() {
        let (shape, done, open) = (
            shape(),
            after(every_required_step()),
            UnitProgress::default(),
        );
        assert_eq!(
            module_state([(&shape, &done), (&shape, &open)], None),
            State::Started
        );
        assert_eq!(module_state([(&shape, &open)], None), State::NotStarted);
    }

    proptest! {
        #[test]
        fn the_percentage_never_contradicts_the_state(steps in any_steps()) {
            let (shape, progress) = (shape(), after(steps));
            let percent = percent(&shape, &progress);
            match unit_state(&shape, &progress) {
                State::NotStarted => prop_assert_eq!(percent, 0),
                State::Started => prop_assert!((1..=99).contains(&percent)),
                State::Complete => prop_assert_eq!(percent, 100),
            }
        }

        #[test]
        fn a_further_step_never_sets_anybody_back(steps in any_steps(), at in any::<prop::sample::Index>()) {
            let before = after(steps[..at.index(steps.len() + 1)].iter().cloned());
            let now = after(steps);
            prop_assert!(percent(&shape(), &now) >= percent(&shape(), &before));
            for part in Part::ALL {
                prop_assert!(part_state(&shape(), &now, *part) >= part_state(&shape(), &before, *part));
            }
        }
    }
}
