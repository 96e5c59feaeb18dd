//! What a person's record of one unit holds, as the unit's page shows it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::assessment::{Answer, Mark, mark};
use domain::clock::Timestamp;
use domain::course::{Slug, UnitText};
use domain::ids::{PersonId, UnitId};
use domain::people::Actor;
use domain::progress::{ActivityState, State, UnitProgress, unit_state};
use store::ConnectionTrait;
use store::learning::{HandedIn, PRODUCT, Standing, Written};

use super::learner;
use crate::course::UnitView;
use crate::together::{Line, Together, together};
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
    /// What was handed in and what a trainer said, by question; the activity's product under
    /// [`PRODUCT`].
    pub handed_in: BTreeMap<String, HandedIn>,
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
    Ok(UnitRecord::of(view, standing(services, actor, view).await?))
}

/// Everything kept of a person's own work in a unit, as it is kept.
///
/// # Errors
/// When nobody is signed in or the database fails.
pub async fn standing(
    services: &Services,
    actor: &Actor,
    view: &UnitView,
) -> Result<Standing, ServiceError> {
    let person = learner(actor)?;
    together(services, Whose(person, view.place.id)).await
}

/// Whose record of which unit is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Whose(PersonId, UnitId);

impl Together for Whose {
    type Done = Standing;
    type Key = PersonId;

    fn key(&self) -> Option<PersonId> {
        None
    }

    fn line(services: &Services) -> &Line<Self> {
        &services.readers
    }

    async fn round(services: &Services, asked: Arc<[Self]>) -> Result<Vec<Standing>, ServiceError> {
        let whose: BTreeSet<_> = asked
            .iter()
            .map(|Whose(person, unit)| (*person, *unit))
            .collect();
        let whose: Vec<_> = whose.into_iter().collect();
        let standings = store::learning::standings(services.store.read(), &whose).await?;
        let of = |Whose(person, unit): &Self| standings.get(&(*person, *unit)).cloned();
        Ok(asked
            .iter()
            .map(|asked| of(asked).unwrap_or_default())
            .collect())
    }
}

impl UnitRecord {
    /// The activity's product.
    #[must_use]
    pub fn product(&self) -> Option<&HandedIn> {
        self.handed_in.get(PRODUCT)
    }

    /// The record that is kept as `standing`.
    #[must_use]
    pub fn of(view: &UnitView, standing: Standing) -> Self {
        let progress = progress_of(&standing);
        let text = |written: Written| Text {
            body: written.body,
            saved_at: written.saved_at,
        };
        Self {
            complete: standing.completed || unit_state(view.shape(), &progress) == State::Complete,
            progress,
            block: standing.reading.and_then(|reading| reading.block),
            answers: answers(&view.text, standing.answers),
            reflections: standing
                .reflections
                .into_iter()
                .map(|(prompt, written)| (prompt, text(written)))
                .collect(),
            handed_in: standing.handed_in,
        }
    }
}

/// What a person did in a unit, as completion counts it.
pub(super) fn progress_of(standing: &Standing) -> UnitProgress {
    UnitProgress {
        scope_opened: standing.reading.is_some(),
        blocks_seen: standing
            .reading
            .iter()
            .flat_map(|reading| slugs(&reading.blocks_seen))
            .collect(),
        activity: if standing.handed_in.contains_key(PRODUCT) {
            ActivityState::Submitted
        } else {
            ActivityState::NotYet
        },
        answered: slugs(standing.answers.keys()).collect(),
        extra_opened: false,
    }
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

/// The answers that fit their questions, marked.
fn answers(unit: &UnitText, newest: BTreeMap<String, Written>) -> BTreeMap<String, AnswerKept> {
    let kept = |(question, written): (String, Written)| {
        let answer: Answer = serde_json::from_str(&written.body).ok()?;
        let mark = mark(unit.question(&question)?, &answer).ok()?;
        let kept = AnswerKept {
            answer,
            mark,
            saved_at: written.saved_at,
        };
        Some((question, kept))
    };
    newest.into_iter().filter_map(kept).collect()
}

fn slugs<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> impl Iterator<Item = Slug> {
    names
        .into_iter()
        .filter_map(|name| name.as_ref().parse().ok())
}
