//! What a person's record of one unit holds, as the unit's page shows it.

use std::collections::{BTreeMap, BTreeSet};

use domain::assessment::{Answer, Mark, mark};
use domain::clock::Timestamp;
use domain::course::{Slug, UnitText};
use domain::ids::{PersonId, UnitId};
use domain::people::Actor;
use domain::progress::{ActivityState, State, UnitProgress, UnitShape, unit_state};
use store::ConnectionTrait;

use super::learner;
use crate::course::UnitView;
use crate::{ServiceError, Services};

/// A text that a learner wrote, and when it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub body: String,
    /// When it was saved.
    pub saved_at: Timestamp,
}

/// The answer that counts, with its mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerKept {
    /// The answer.
    pub answer: Answer,
    /// What it is worth and what is said about it.
    pub mark: Mark,
    /// When it was saved.
    pub saved_at: Timestamp,
}

/// Everything a person did in a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitRecord {
    /// The sum of their steps.
    pub progress: UnitProgress,
    /// Whether the unit is complete, now or noted earlier.
    pub complete: bool,
    /// The block that was last on the screen.
    pub block: Option<String>,
    /// The answers that count, by question.
    pub answers: BTreeMap<String, AnswerKept>,
    /// Private reflections, by prompt.
    pub reflections: BTreeMap<String, Text>,
    /// The activity's product.
    pub submission: Option<Text>,
}

/// A person's own record of a unit.
///
/// # Errors
/// When nobody is signed in or the database fails.
pub async fn unit_record(
    services: &Services,
    actor: &Actor,
    view: &UnitView,
) -> Result<UnitRecord, ServiceError> {
    let person = learner(actor)?;
    let unit = view.place.id;
    let db = services.store.read();
    let text = |written: store::learning::Written| Text {
        body: written.body,
        saved_at: written.saved_at,
    };
    let reading = store::learning::readings(db, person, &[unit])
        .await?
        .into_iter()
        .next();
    let answers = newest_answers(
        &view.text,
        store::learning::responses(db, person, unit).await?,
    );
    let submission = store::learning::submission(db, person, unit)
        .await?
        .map(text);
    let reflections = store::learning::reflections(db, person, unit).await?;
    let noted = !store::learning::completed(db, person, &[unit])
        .await?
        .is_empty();
    let progress = UnitProgress {
        scope_opened: reading.is_some(),
        blocks_seen: reading
            .iter()
            .flat_map(|reading| slugs(&reading.blocks_seen))
            .collect(),
        activity: handed_in(submission.is_some()),
        answered: slugs(answers.keys()).collect(),
        extra_opened: false,
    };
    Ok(UnitRecord {
        complete: noted || unit_state(&UnitShape::of(&view.text), &progress) == State::Complete,
        progress,
        block: reading.and_then(|reading| reading.block),
        answers,
        reflections: reflections
            .into_iter()
            .map(|(prompt, written)| (prompt, text(written)))
            .collect(),
        submission,
    })
}

/// What a person did in each of these units, as completion counts it.
pub(super) async fn progress_in(
    db: &impl ConnectionTrait,
    person: PersonId,
    units: &[UnitId],
) -> Result<BTreeMap<UnitId, UnitProgress>, ServiceError> {
    let mut progress: BTreeMap<UnitId, UnitProgress> = BTreeMap::new();
    for reading in store::learning::readings(db, person, units).await? {
        let of = progress.entry(reading.unit).or_default();
        of.scope_opened = true;
        of.blocks_seen = slugs(&reading.blocks_seen).collect::<BTreeSet<_>>();
    }
    for (unit, question) in store::learning::answered(db, person, units).await? {
        progress
            .entry(unit)
            .or_default()
            .answered
            .extend(question.parse::<Slug>());
    }
    for unit in store::learning::submitted(db, person, units).await? {
        progress.entry(unit).or_default().activity = ActivityState::Submitted;
    }
    Ok(progress)
}

/// The newest answer to each question that still fits it.
fn newest_answers(
    unit: &UnitText,
    responses: Vec<store::learning::Response>,
) -> BTreeMap<String, AnswerKept> {
    let kept = |response: store::learning::Response| {
        let answer: Answer = serde_json::from_str(&response.answer).ok()?;
        let mark = mark(unit.question(&response.question)?, &answer).ok()?;
        Some((
            response.question,
            AnswerKept {
                answer,
                mark,
                saved_at: response.saved_at,
            },
        ))
    };
    // They come oldest first: a later one takes the place of an earlier one.
    responses.into_iter().filter_map(kept).collect()
}

fn handed_in(submitted: bool) -> ActivityState {
    if submitted {
        ActivityState::Submitted
    } else {
        ActivityState::NotYet
    }
}

fn slugs<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> impl Iterator<Item = Slug> {
    names
        .into_iter()
        .filter_map(|name| name.as_ref().parse().ok())
}
