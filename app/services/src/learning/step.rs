//! One thing a learner did in a unit, checked and ready to be kept, and how it is kept.

use std::collections::HashMap;
use std::sync::Arc;

use domain::clock::Timestamp;
use domain::course::Part;
use domain::ids::{PersonId, UnitId};
use store::learning::{NewResponse, NewSubmission, Written};
use store::{DatabaseTransaction, StoreError};

use super::follow::follow;
use crate::course::UnitView;
use crate::together::{Line, Together};
use crate::{ServiceError, Services};

/// One thing that a person did in a unit.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(super) person: PersonId,
    /// The unit.
    pub(super) view: UnitView,
    pub(super) done: What,
}

/// What was done.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// A question was answered.
    Answered {
        response: NewResponse,
        /// The newest answer that the browser knows of.
        known: Option<Timestamp>,
        /// An open answer that is handed in for a trainer to read.
        handed_in: Option<NewSubmission>,
    },
    /// Something was written to a prompt.
    Reflected { prompt: String, written: Written },
    /// The activity's product was handed in.
    HandedIn(NewSubmission),
    /// Blocks were read.
    Read {
        blocks: Vec<String>,
        /// Where the reader is now.
        block: Option<String>,
        at: Timestamp,
    },
}

/// What is known when a step is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kept {
    /// When it was saved; for a save that was sent once more, when it was first.
    pub(super) at: Timestamp,
    /// When an answer was saved that this one replaced and the browser did not know of.
    pub(super) replaced: Option<Timestamp>,
    /// Whether it was not handed in, because a trainer had accepted an earlier text.
    pub(super) closed: bool,
}

impl Step {
    /// Whose record of which unit it changes.
    pub(super) fn whose(&self) -> (PersonId, UnitId) {
        (self.person, self.view.place.id)
    }
}

impl Together for Step {
    type Done = Kept;
    type Key = PersonId;

    fn key(&self) -> Option<PersonId> {
        Some(self.person)
    }

    fn line(services: &Services) -> &Line<Self> {
        &services.steps
    }

    /// Keeps steps, and all that follows from them, in one transaction.
    async fn round(services: &Services, steps: Arc<[Self]>) -> Result<Vec<Kept>, ServiceError> {
        let all = services.clone();
        services
            .store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(async move {
                    let whose: Vec<_> = steps.iter().map(Self::whose).collect();
                    store::learning::open(tx, &whose, all.now()).await?;
                    let answered = keep_answers(tx, &steps).await?;
                    let (mut kept, mut moved) = (Vec::new(), Vec::new());
                    for step in steps.iter() {
                        let (mut one, on) = match answered.get(&step.person) {
                            Some(answered) => *answered,
                            None => keep_other(tx, step).await?,
                        };
                        if let What::Answered {
                            handed_in: Some(new),
                            ..
                        } = &step.done
                        {
                            one.closed = hand_in(tx, new).await?.closed;
                        }
                        kept.push(one);
                        moved.push(on);
                    }
                    follow(&all, tx, &steps, &moved).await?;
                    Ok(kept)
                })
            }))
            .await
    }
}

/// A step as it was kept, and whether it changed anything that completion counts.
type Moved = (Kept, bool);

/// Keeps the answers among the steps, by who answers, unless the very same save was kept before.
/// The first answer to a question counts; another one only replaces it.
async fn keep_answers(
    tx: &DatabaseTransaction,
    steps: &[Step],
) -> Result<HashMap<PersonId, Moved>, ServiceError> {
    let mut new = Vec::new();
    let mut known_to = HashMap::new();
    for step in steps {
        if let What::Answered {
            response, known, ..
        } = &step.done
        {
            new.push(response.clone());
            known_to.insert(step.person, *known);
        }
    }
    let mut before = store::learning::before(tx, &new).await?;
    let mut kept = HashMap::with_capacity(new.len());
    new.retain_mut(|response| {
        let before = before.remove(&response.id).unwrap_or_default();
        let first = before.newest.is_none();
        let (at, replaced, repeated) = match before.same_save {
            Some((answer, at)) if answer == response.answer => (at, None, true),
            same_save => {
                if same_save.is_some() {
                    // A page that the browser kept from before: another answer under the name of
                    // an old save.
                    response.save_key = response.id.to_string();
                }
                let known = known_to.get(&response.person).copied().flatten();
                let unknown = |newest: &Timestamp| known.is_some_and(|known| known < *newest);
                (response.at, before.newest.filter(unknown), false)
            }
        };
        let one = Kept {
            at,
            replaced,
            closed: false,
        };
        kept.insert(response.person, (one, first));
        !repeated
    });
    store::learning::keep_responses(tx, &new).await?;
    Ok(kept)
}

/// Keeps a step that is no answer.
async fn keep_other(tx: &DatabaseTransaction, step: &Step) -> Result<Moved, ServiceError> {
    let (person, unit) = step.whose();
    let at = match &step.done {
        // Never acknowledged here: answers are kept together.
        What::Answered { .. } => return Err(StoreError::Unanswered.into()),
        What::Reflected { prompt, written } => {
            store::learning::keep_reflection(tx, person, unit, prompt, written.clone()).await?;
            written.saved_at
        }
        What::HandedIn(new) => return Ok((hand_in(tx, new).await?, true)),
        What::Read { blocks, block, at } => {
            let known = store::learning::readings(tx, person, &[unit]).await?;
            let known: Vec<String> = known
                .into_iter()
                .flat_map(|reading| reading.blocks_seen)
                .collect();
            let seen = |id: &String| known.contains(id) || blocks.contains(id);
            let order = step
                .view
                .text
                .content
                .iter()
                .map(|block| block.id.to_string());
            let together: Vec<String> = order.filter(seen).collect();
            let (block, part) = (block.as_deref(), Part::Content.code());
            store::learning::keep_reading(tx, person, unit, &together, block, part).await?;
            *at
        }
    };
    let one = Kept {
        at,
        replaced: None,
        closed: false,
    };
    Ok((one, true))
}

/// Keeps one more version of a text that a trainer reads. The same text sent once more is the same
/// version; after a trainer accepted one, there is no other.
async fn hand_in(tx: &DatabaseTransaction, new: &NewSubmission) -> Result<Kept, ServiceError> {
    let newest =
        store::learning::newest_submission(tx, new.person, new.unit, &new.question).await?;
    let (mut at, mut closed) = (new.at, false);
    match newest {
        Some(same) if same.body == new.body => at = same.at,
        Some(accepted) if accepted.accepted == Some(true) => {
            (at, closed) = (accepted.at, true);
        }
        other => {
            let version = other.map_or(0, |earlier| earlier.version) + 1;
            let new = NewSubmission {
                version,
                ..new.clone()
            };
            store::learning::keep_submission(tx, new).await?;
        }
    }
    Ok(Kept {
        at,
        replaced: None,
        closed,
    })
}
