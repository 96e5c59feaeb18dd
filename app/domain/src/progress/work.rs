//! The work in a unit: what there is to do and how long it takes.

use serde::{Deserialize, Serialize};

use super::{ActivityState, State, UnitProgress, unit_state};
use crate::course::{Slug, UnitText};

/// What completion and pace need to know of a unit; small enough to keep for every unit of a
/// course when a dashboard is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitShape {
    /// The unit.
    pub slug: Slug,
    /// How long the whole unit takes.
    pub minutes: u16,
    /// How long its activity takes.
    pub activity_minutes: u16,
    /// The blocks of Content, in reading order.
    pub blocks: Vec<BlockShape>,
    /// The questions that are marked automatically.
    pub questions: Vec<Slug>,
}

/// One block of Content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockShape {
    /// The block.
    pub id: Slug,
    /// How much there is to read in it.
    pub letters: u32,
}

/// What a question takes, as long as the unit's minutes allow.
const QUESTION_SECONDS: u64 = 60;

impl UnitShape {
    /// The shape of a unit.
    #[must_use]
    pub fn of(unit: &UnitText) -> Self {
        let questions = unit
            .thinking
            .questions
            .iter()
            .filter(|question| question.kind().is_marked_automatically());
        Self {
            slug: unit.slug.clone(),
            minutes: unit.minutes,
            activity_minutes: unit.activity.minutes,
            blocks: unit
                .content
                .iter()
                .map(|block| BlockShape {
                    id: block.id.clone(),
                    letters: letters(&block.html),
                })
                .collect(),
            questions: questions.map(|question| question.id.clone()).collect(),
        }
    }

    /// The blocks not yet seen.
    pub(super) fn blocks_left<'a>(
        &'a self,
        progress: &'a UnitProgress,
    ) -> impl Iterator<Item = &'a BlockShape> {
        self.blocks
            .iter()
            .filter(|block| !progress.blocks_seen.contains(&block.id))
    }

    /// The number of questions not yet answered.
    pub(super) fn questions_left(&self, progress: &UnitProgress) -> usize {
        self.questions
            .iter()
            .filter(|question| !progress.answered.contains(*question))
            .count()
    }

    pub(super) fn seconds(&self) -> u64 {
        u64::from(self.minutes) * 60
    }

    /// The seconds of work left: the activity takes its own minutes, each question one, and the
    /// rest is spread over the blocks by their length.
    pub(super) fn seconds_left(&self, progress: &UnitProgress) -> u64 {
        let activity = (u64::from(self.activity_minutes) * 60).min(self.seconds());
        let beside = self.seconds() - activity;
        let thinking = (QUESTION_SECONDS * self.questions.len() as u64).min(beside);
        let reading = beside - thinking;

        let activity_left = if progress.activity == ActivityState::NotYet {
            activity
        } else {
            0
        };
        let thinking_left = share(
            thinking,
            self.questions_left(progress) as u64,
            self.questions.len() as u64,
        );
        let unread = self
            .blocks_left(progress)
            .map(|block| u64::from(block.letters))
            .sum();
        let letters = self
            .blocks
            .iter()
            .map(|block| u64::from(block.letters))
            .sum();
        activity_left + thinking_left + share(reading, unread, letters)
    }
}

/// The minutes still to go in a unit: 0 only when it is complete.
#[must_use]
pub fn minutes_left(shape: &UnitShape, progress: &UnitProgress) -> u64 {
    if unit_state(shape, progress) == State::Complete {
        0
    } else {
        shape.seconds_left(progress).div_ceil(60).max(1)
    }
}

fn share(of: u64, part: u64, whole: u64) -> u64 {
    (of * part).checked_div(whole).unwrap_or(0)
}

/// Characters outside tags. A block without any, such as an image, still takes a look.
fn letters(html: &str) -> u32 {
    let mut in_tag = false;
    let outside = html.chars().filter(|c| match c {
        '<' => {
            in_tag = true;
            false
        }
        '>' if in_tag => {
            in_tag = false;
            false
        }
        _ => !in_tag,
    });
    u32::try_from(outside.count()).unwrap_or(u32::MAX).max(100)
}

#[cfg(test)]
mod tests {
    use super::super::Step;
    use super::super::samples::{any_steps, shape};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reading_half_of_the_text_halves_the_reading_time() {
        let slug = |text: &str| text.parse().expect("a slug");
        let begun: UnitProgress = [Step::ScopeOpened].into_iter().collect();
        assert_eq!(minutes_left(&shape(), &begun), 45);
        let halfway: UnitProgress = [Step::BlockSeen(slug("b1"))].into_iter().collect();
        // 45 minutes: 15 for the activity, 3 for the questions, 27 for two thirds and one third of the text.
        assert_eq!(minutes_left(&shape(), &halfway), 45 - 18);
    }

    #[test]
    fn tags_are_not_read() {
        assert_eq!(
            letters(&format!("<p class=\"x\">{}</p>", "ë".repeat(300))),
            300
        );
    }

    #[test]
    fn an_image_takes_a_look() {
        assert_eq!(letters("<p><img src=\"/x.png\" alt=\"A gate\"></p>"), 100);
    }

    proptest! {
        #[test]
        fn doing_something_never_leaves_more_to_do(steps in any_steps(), at in any::<prop::sample::Index>()) {
            let progress: UnitProgress = steps[..at.index(steps.len() + 1)].iter().cloned().collect();
            let further: UnitProgress = steps.into_iter().collect();
            prop_assert!(minutes_left(&shape(), &further) <= minutes_left(&shape(), &progress));
            prop_assert!(minutes_left(&shape(), &progress) <= 45);
        }
    }
}
