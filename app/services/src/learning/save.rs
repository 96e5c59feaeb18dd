//! Saving what a learner did: one thing at a time, durable when it is acknowledged.

use std::sync::Arc;

use domain::assessment::{Answer, Mark, mark};
use domain::clock::Timestamp;
use domain::course::{Part, Slug};
use domain::ids::{PersonId, UnitId};
use domain::language::Language;
use domain::people::Actor;
use futures::future::BoxFuture;
use store::learning::{NewResponse, Written};
use store::{DatabaseTransaction, StoreError};

use super::follow::follow;
use super::{answer_problem, learner};
use crate::course::{UnitView, unit_by_id};
use crate::{FieldProblem, ServiceError, Services};

/// Longest reflection or activity product, in characters.
pub const LONGEST_TEXT: usize = 20_000;
/// Longest name that a browser may give to a save.
const LONGEST_KEY: usize = 64;

/// An answer as it came from the form.
#[derive(Clone, Debug)]
pub struct AnswerGiven {
    /// The question.
    pub question: String,
    /// The browser's name for this save: a repeated save is the same save.
    pub save_key: String,
    /// What was chosen or typed.
    pub values: Vec<String>,
    /// The newest answer that the browser knows of, so that a person who answers in two places
    /// at once is told.
    pub known: Option<Timestamp>,
}

/// Something saved.
#[derive(Clone, Debug)]
pub struct Saved {
    /// The unit it belongs to.
    pub view: UnitView,
    /// When it was saved.
    pub at: Timestamp,
}

/// An answer saved, and what is said about it.
#[derive(Clone, Debug)]
pub struct SavedAnswer {
    /// Where and when.
    pub saved: Saved,
    /// The answer.
    pub answer: Answer,
    /// What it is worth.
    pub mark: Mark,
    /// When an answer was saved that this one replaced and the browser did not know of.
    pub replaced: Option<Timestamp>,
}

/// Saves an answer. Saving the same once more changes nothing and answers the same.
///
/// # Errors
/// [`ServiceError::Invalid`] with the field `q-{question}` when it is no answer to the question;
/// [`ServiceError::Hidden`] when there is no such unit or question for this person; when the
/// database fails.
pub async fn save_answer(
    services: &Services,
    actor: &Actor,
    language: Language,
    unit: UnitId,
    given: AnswerGiven,
) -> Result<SavedAnswer, ServiceError> {
    let (person, view) = learn(services, actor, language, unit).await?;
    let question = view
        .text
        .question(&given.question)
        .ok_or(ServiceError::Hidden)?;
    let field = format!("q-{}", question.id);
    let save_key = checked_key(&field, &given.save_key)?;
    let answer = Answer::from_form(question, &given.values)
        .map_err(|error| answer_problem(&field, error))?
        .ok_or_else(|| FieldProblem::new(&field, "answer-empty"))?;
    let mark = mark(question, &answer).map_err(|error| answer_problem(&field, error))?;
    let response = NewResponse {
        id: services.new_id(),
        person,
        unit,
        question: given.question.clone(),
        save_key,
        answer: serde_json::to_string(&answer).map_err(StoreError::from)?,
        score: mark.score.map_or(-1, i32::from),
        at: services.now(),
    };
    let known = given.known;
    let (at, replaced) = write(services, actor, &view, move |tx| {
        Box::pin(async move { keep_once(tx, response, known).await })
    })
    .await?;
    Ok(SavedAnswer {
        saved: Saved { view, at },
        answer,
        mark,
        replaced,
    })
}

/// Keeps an answer unless this very save was kept before; answers when it was kept, and the
/// newest answer it replaced without the browser's knowledge.
async fn keep_once(
    tx: &DatabaseTransaction,
    mut response: NewResponse,
    known: Option<Timestamp>,
) -> Result<(Timestamp, Option<Timestamp>), ServiceError> {
    let before = store::learning::before(tx, &response).await?;
    if let Some((answer, saved_at)) = before.same_save {
        if answer == response.answer {
            return Ok((saved_at, None));
        }
        // A page that the browser kept from before: another answer under the name of an old save.
        response.save_key = response.id.to_string();
    }
    let at = response.at;
    store::learning::keep_response(tx, response).await?;
    let unknown = |newest: &Timestamp| known.is_some_and(|known| known < *newest);
    Ok((at, before.newest.filter(unknown)))
}

/// Saves what a learner wrote to a prompt; an empty text takes the earlier one back.
///
/// # Errors
/// [`ServiceError::Invalid`] with the field `r-{prompt}` when it cannot be kept; otherwise as
/// [`save_answer`].
pub async fn save_reflection(
    services: &Services,
    actor: &Actor,
    language: Language,
    unit: UnitId,
    prompt: &str,
    body: &str,
) -> Result<Saved, ServiceError> {
    let (person, view) = learn(services, actor, language, unit).await?;
    let known = view
        .text
        .thinking
        .prompts
        .iter()
        .any(|known| known.id.as_str() == prompt);
    if !known {
        return Err(ServiceError::Hidden);
    }
    let text = checked_text(&format!("r-{prompt}"), body)?;
    let (prompt, at) = (prompt.to_owned(), services.now());
    let written = Written {
        body: text,
        saved_at: at,
    };
    write(services, actor, &view, move |tx| {
        Box::pin(async move {
            Ok(store::learning::keep_reflection(tx, person, unit, &prompt, written).await?)
        })
    })
    .await?;
    Ok(Saved { view, at })
}

/// Hands in an activity's product; handing in again replaces it.
///
/// # Errors
/// [`ServiceError::Invalid`] with the field `product` when it is empty or cannot be kept;
/// otherwise as [`save_answer`].
pub async fn submit_activity(
    services: &Services,
    actor: &Actor,
    language: Language,
    unit: UnitId,
    body: &str,
) -> Result<Saved, ServiceError> {
    let (person, view) = learn(services, actor, language, unit).await?;
    let text = checked_text("product", body)?;
    if text.trim().is_empty() {
        return Err(ServiceError::field("product", "product-empty"));
    }
    let at = services.now();
    let written = Written {
        body: text,
        saved_at: at,
    };
    write(services, actor, &view, move |tx| {
        Box::pin(
            async move { Ok(store::learning::keep_submission(tx, person, unit, written).await?) },
        )
    })
    .await?;
    Ok(Saved { view, at })
}

/// Notes which blocks of Content were read, `None` for all of them, and where the reader is now.
/// Names that the unit does not have are passed over.
///
/// # Errors
/// As [`save_answer`].
pub async fn mark_read(
    services: &Services,
    actor: &Actor,
    language: Language,
    unit: UnitId,
    blocks: Option<&[String]>,
    block: Option<&str>,
) -> Result<Saved, ServiceError> {
    let (person, view) = learn(services, actor, language, unit).await?;
    let all: Vec<&Slug> = view.text.content.iter().map(|block| &block.id).collect();
    let exists = |name: &str| all.iter().any(|id| id.as_str() == name);
    let seen: Vec<String> = match blocks {
        None => all.iter().map(ToString::to_string).collect(),
        Some(names) => names.iter().filter(|name| exists(name)).cloned().collect(),
    };
    let block = block.filter(|name| exists(name)).map(str::to_owned);
    let order: Vec<String> = all.iter().map(ToString::to_string).collect();
    write(services, actor, &view, move |tx| {
        Box::pin(async move {
            let known = store::learning::readings(tx, person, &[unit]).await?;
            let known: Vec<String> = known
                .into_iter()
                .flat_map(|reading| reading.blocks_seen)
                .collect();
            let together: Vec<String> = order
                .into_iter()
                .filter(|id| known.contains(id) || seen.contains(id))
                .collect();
            let part = Part::Content.code();
            Ok(
                store::learning::keep_reading(tx, person, unit, &together, block.as_deref(), part)
                    .await?,
            )
        })
    })
    .await?;
    Ok(Saved {
        view,
        at: services.now(),
    })
}

async fn learn(
    services: &Services,
    actor: &Actor,
    language: Language,
    unit: UnitId,
) -> Result<(PersonId, UnitView), ServiceError> {
    let person = learner(actor)?;
    Ok((person, unit_by_id(services, actor, language, unit).await?))
}

/// Writes one thing into a person's record of a unit, and all that follows from it, in one
/// transaction.
async fn write<T: Send + 'static>(
    services: &Services,
    actor: &Actor,
    view: &UnitView,
    keep: impl for<'t> FnOnce(&'t DatabaseTransaction) -> BoxFuture<'t, Result<T, ServiceError>>
    + Send
    + 'static,
) -> Result<T, ServiceError> {
    let person = learner(actor)?;
    let shape = view.shape().clone();
    let (all, edition, place) = (services.clone(), Arc::clone(&view.edition), view.place);
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                let now = all.now();
                store::learning::open(tx, person, place.id, now).await?;
                let kept = keep(tx).await?;
                follow(&all, tx, person, &edition, place, &shape).await?;
                Ok(kept)
            })
        }))
        .await
}

fn checked_key(field: &str, key: &str) -> Result<String, ServiceError> {
    let fits =
        !key.is_empty() && key.len() <= LONGEST_KEY && key.bytes().all(|b| b.is_ascii_graphic());
    if fits {
        Ok(key.to_owned())
    } else {
        Err(ServiceError::field(field, "answer-unfit"))
    }
}

fn checked_text(field: &str, body: &str) -> Result<String, ServiceError> {
    if body.contains('\0') {
        Err(ServiceError::field(field, "text-unkeepable"))
    } else if body.chars().count() > LONGEST_TEXT {
        Err(FieldProblem::new(field, "text-too-long")
            .with("max", LONGEST_TEXT)
            .into())
    } else {
        // A form sends line breaks as CR LF; one kind is kept.
        Ok(body.replace("\r\n", "\n"))
    }
}
