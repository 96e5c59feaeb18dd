//! What people handed in, and what their trainers said: some of it waits, some came back, most was
//! accepted.

use domain::assessment::Level;
use domain::clock::{DAY, HOUR, Timestamp};
use domain::ids::{PersonId, SubmissionId};
use store::learning::{NewSubmission, PRODUCT};
use store::review::NewReview;

use crate::cohorts::Group;
use crate::lessons::Lesson;
use crate::teller::Teller;

/// What trainers write when something is missing.
const MORE: &str = "A good beginning: the place is real, and one can see it. Say also for which \
    students it matters, and how you would notice that it helped. One sentence is enough.";
/// What they write when nothing is.
const GOOD: &str = "Concrete, and small enough to do this month. The students are in it.";
/// Trainers read what is older than this.
const READ_AFTER: i64 = 9 * DAY;

impl Teller<'_> {
    /// Hands a text in; what was handed in a while ago has been reviewed.
    pub(crate) fn hand_in(
        &mut self,
        (person, group): (PersonId, &Group),
        lesson: &Lesson,
        question: &str,
        body: &str,
        at: Timestamp,
    ) {
        let number = self.texts;
        self.texts += 1;
        let private = lesson.commitment && question == PRODUCT;
        let is_read = self.setting.calendar.now.since(at) > READ_AFTER;
        let first = self.version(person, lesson, question, (body, 1), at);
        if private || !is_read {
            return;
        }
        // Without dice, so that the rest of the story stays as it is.
        match number % 9 {
            4 => self.said(first, group, false, at.plus(2 * DAY)),
            7 => {
                self.said(first, group, false, at.plus(DAY));
                let better = format!("{body} It matters most to those in their first year.");
                let again = at.plus(3 * DAY);
                let second = self.version(person, lesson, question, (&better, 2), again);
                self.said(second, group, true, again.plus(DAY));
            }
            _ => self.said(first, group, true, at.plus(2 * DAY)),
        }
    }

    /// The newest text of the learner whose account people try has come back.
    pub(crate) fn send_back(&mut self, learner: PersonId, group: &Group) {
        let Some(newest) = self
            .facts
            .submissions
            .iter()
            .filter(|text| text.person == learner && text.question == PRODUCT)
            .max_by_key(|text| (text.at, text.version))
        else {
            return;
        };
        let (id, at) = (newest.id, newest.at);
        self.facts.reviews.retain(|review| review.submission != id);
        self.said(id, group, false, at.plus(HOUR));
    }

    fn version(
        &mut self,
        person: PersonId,
        lesson: &Lesson,
        question: &str,
        (body, version): (&str, i32),
        at: Timestamp,
    ) -> SubmissionId {
        let id = SubmissionId(self.ids.next());
        self.facts.submissions.push(NewSubmission {
            id,
            person,
            unit: lesson.unit,
            question: question.to_owned(),
            version,
            body: body.to_owned(),
            at,
        });
        id
    }

    fn said(&mut self, submission: SubmissionId, group: &Group, accepted: bool, at: Timestamp) {
        let (level, feedback) = match (accepted, self.texts % 3) {
            (false, _) => (Level::One, MORE),
            (true, 0) => (Level::Three, GOOD),
            (true, _) => (Level::Two, GOOD),
        };
        self.facts.reviews.push(NewReview {
            submission,
            cohort: group.cohort.id,
            reviewer: group.trainers[0],
            level,
            accepted,
            feedback: feedback.to_owned(),
            at,
        });
    }
}
