//! The learning record: what people read, answered, handed in and completed.

use domain::clock::{HOUR, MINUTE, SECOND, Timestamp};
use domain::course::Part;
use domain::ids::PersonId;
use store::bulk::{Read, Reflected, UnitDone};
use store::learning::{NewResponse, PRODUCT};

use crate::cohorts::Group;
use crate::follow_up::COMMITMENTS;
use crate::lessons::{Lesson, Quiz};
use crate::teller::Teller;
use crate::way::Way;

/// How often an answer is right, in per cent.
const RIGHT: u32 = 78;

/// What people handed in: about their own work, whatever the unit.
const PRODUCTS: [&str; 8] = [
    "I walked from the entrance to my office and wrote down ten things. Three had something \
     international in them, and only one of those was on purpose: the bilingual timetable.",
    "At our desk we agreed on one sentence in two languages for the three most frequent questions. \
     We try it from Monday and count how often people come back.",
    "My colleague said that this is the international office's work. I answered with the example of \
     the lab groups, where every student works with somebody from another town each week.",
    "What I saw: two students sat apart. Two innocent explanations: they waited for a friend; they \
     did not hear which group was theirs. I asked, and it was the second.",
    "Commitment: by the end of next month the list of documents on our door is in two scripts and \
     without abbreviations. Witness: the colleague in the next room.",
    "Our charter: everybody speaks once before anybody speaks twice; we name a disagreement when we \
     notice it; whoever is late reads the notes first.",
    "Old: 'Application incomplete, see regulations.' New: 'One page is missing, the fee receipt. \
     Bring or send it by Friday and nothing is lost.'",
    "I asked the four first-year groups what they would want to learn from one another. The list is \
     longer than our plan for the term, so we begin with the two that need no money.",
];

const REFLECTION: &str = "I half agree that it needs money. What would change my mind: one example from \
    a faculty like ours that began with what it had.";

impl Teller<'_> {
    /// Tells what somebody did in each of the units that they owe, `lessons`; in full, or only what
    /// they completed.
    pub(crate) fn learn(&mut self, person: PersonId, lessons: &[Lesson], way: &Way, group: &Group) {
        let in_full = group.in_full;
        let mut opened_after = way.came_in;
        for (lesson, at) in lessons.iter().zip(&way.done) {
            self.facts.completions.push(UnitDone {
                person,
                unit: lesson.unit,
                at: *at,
            });
            if in_full {
                self.study((person, group), lesson, opened_after.unwrap_or(*at), *at);
            }
            opened_after = Some(*at);
        }
        if !in_full {
            return;
        }
        let Some(next) = lessons.get(way.done.len()) else {
            return;
        };
        match (way.half, way.came_in) {
            (Some(at), _) => self.begin(person, next, at, 2),
            (None, Some(at)) if way.done.is_empty() => self.begin(person, next, at, 6),
            _ => {}
        }
    }

    /// A unit from opening it to completing it.
    fn study(
        &mut self,
        (person, group): (PersonId, &Group),
        lesson: &Lesson,
        after: Timestamp,
        done: Timestamp,
    ) {
        let took = lesson.minutes * MINUTE * self.dice.between(70, 160) / 100;
        let opened_at = done.minus(took).max(after);
        let took = done.since(opened_at).max(SECOND);
        self.facts.readings.push(Read {
            person,
            unit: lesson.unit,
            opened_at,
            blocks_seen: lesson.all_blocks.clone(),
            block: lesson.blocks.last().cloned(),
            part: Part::Content.code(),
            changed_at: done,
        });
        let product = *self.dice.pick(&PRODUCTS);
        let body = match lesson.commitment {
            // As likely as the products, so that the rest of the story stays as it is.
            true => COMMITMENTS[product.len() % COMMITMENTS.len()],
            false => product,
        };
        let body = body.to_owned();
        let at = opened_at.plus(took * 6 / 10);
        self.hand_in((person, group), lesson, PRODUCT, &body, at);
        let questions = i64::try_from(lesson.questions.len()).unwrap_or(1).max(1);
        for (number, quiz) in (1..).zip(&lesson.questions) {
            // The last answer is the moment that completes the unit.
            let at = done.minus(took * 3 / 10 * (questions - number) / questions);
            self.answer(person, lesson, quiz, at);
            if let Some(text) = &quiz.open {
                self.hand_in((person, group), lesson, &quiz.id, text, at);
            }
        }
    }

    fn answer(&mut self, person: PersonId, lesson: &Lesson, quiz: &Quiz, at: Timestamp) {
        let right = quiz.others.is_empty() || self.dice.chance(RIGHT);
        let given = if right {
            &quiz.right
        } else {
            self.dice.pick(&quiz.others)
        };
        let (answer, score) = (given.answer.clone(), given.score);
        let id = self.ids.next();
        let question = quiz.id.clone();
        let save_key = format!("{}-1", quiz.id);
        self.facts.responses.push(NewResponse {
            id,
            person,
            unit: lesson.unit,
            question,
            save_key,
            answer,
            score,
            at,
        });
    }

    /// A unit begun: the first of so many parts of its blocks is read.
    fn begin(&mut self, person: PersonId, lesson: &Lesson, at: Timestamp, parts: usize) {
        let read = lesson.blocks.len().div_ceil(parts);
        self.facts.readings.push(Read {
            person,
            unit: lesson.unit,
            opened_at: at.minus(9 * MINUTE),
            blocks_seen: lesson.blocks[..read].join(" "),
            block: lesson.blocks[..read].last().cloned(),
            part: Part::Content.code(),
            changed_at: at,
        });
    }

    /// The way of the account that tries the learner's pages: the first unit is done and the
    /// second half read.
    pub(crate) fn learner_s_way(&mut self, group: &Group) -> Way {
        let now = self.setting.calendar.now;
        let came_in = group
            .delivered_at
            .first()
            .map_or(group.invited_at, |at| at.plus(-2 * HOUR));
        let mut present = vec![false; group.delivered.len()];
        present.iter_mut().for_each(|present| *present = true);
        let done = group
            .delivered_at
            .last()
            .map_or(came_in.plus(3 * HOUR), |at| at.plus(2 * HOUR));
        Way {
            came_in: Some(came_in),
            done: vec![done],
            half: Some(now.minus(3 * HOUR)),
            present,
            withdrawn: None,
        }
    }

    /// What the learner wrote for themselves, and the first answer of the unit they are in.
    pub(crate) fn reflect(&mut self, person: PersonId, lessons: &[Lesson], way: &Way) {
        let (Some(first), Some(next), Some(at)) =
            (lessons.first(), lessons.get(way.done.len()), way.half)
        else {
            return;
        };
        if let (Some(prompt), Some(done)) = (first.prompt.clone(), way.done.first()) {
            let body = REFLECTION.to_owned();
            let at = done.minus(10 * MINUTE);
            self.facts.reflections.push(Reflected {
                person,
                unit: first.unit,
                prompt,
                body,
                at,
            });
        }
        if let Some(quiz) = next.questions.first() {
            self.answer(person, next, quiz, at);
        }
    }
}
