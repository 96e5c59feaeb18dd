//! Saving what a learner did: one thing at a time, durable when it is acknowledged.

use std::sync::Arc;

use domain::assessment::{Answer, Mark, mark};
use domain::clock::Timestamp;
use domain::course::QuestionKind;
use domain::ids::{PersonId, SubmissionId, UnitId};
use domain::language::Language;
use domain::people::Actor;
use store::StoreError;
use store::learning::{NewResponse, NewSubmission, PRODUCT, Written};

use super::step::{Kept, Step, What};
use super::{answer_problem, learner};
use crate::course::{UnitView, unit_by_id};
use crate::together::{Together, together};
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
    /// Whether the person asks to have it checked: an open answer is handed in to the trainers.
    pub check: bool,
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
/// [`ServiceError::Invalid`] with the field `q-{question}` when it is no answer to the question, or
/// a trainer has accepted an earlier one;
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
    let is_open = question.kind() == QuestionKind::Open;
    let handed_in = match &answer {
        Answer::Text(body) if is_open && given.check => Some(submission(
            services,
            person,
            unit,
            &given.question,
            body.clone(),
        )),
        _ => None,
    };
    let done = What::Answered {
        response,
        known: given.known,
        handed_in,
    };
    let kept = keep(services, person, &view, done).await?;
    if kept.closed {
        return Err(ServiceError::field(&field, "handed-in-accepted"));
    }
    Ok(SavedAnswer {
        saved: Saved { view, at: kept.at },
        answer,
        mark,
        replaced: kept.replaced,
    })
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
    let done = What::Reflected {
        prompt: prompt.to_owned(),
        written: Written {
            body: text,
            saved_at: services.now(),
        },
    };
    let at = keep(services, person, &view, done).await?.at;
    Ok(Saved { view, at })
}

/// Hands in an activity's product. Every version is kept, and the newest counts.
///
/// # Errors
/// [`ServiceError::Invalid`] with the field `product` when it is empty or cannot be kept, or a
/// trainer has accepted an earlier one;
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
    let done = What::HandedIn(submission(services, person, unit, PRODUCT, text));
    let kept = keep(services, person, &view, done).await?;
    if kept.closed {
        return Err(ServiceError::field("product", "handed-in-accepted"));
    }
    Ok(Saved { view, at: kept.at })
}

/// A text to hand in; its version is found when it is kept.
fn submission(
    services: &Services,
    person: PersonId,
    unit: UnitId,
    question: &str,
    body: String,
) -> NewSubmission {
    NewSubmission {
        id: SubmissionId(services.new_id()),
        person,
        unit,
        question: question.to_owned(),
        version: 1,
        // A form sends line breaks as CR LF; one kind is kept.
        body: body.replace("\r\n", "\n"),
        at: services.now(),
    }
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
    let all: Vec<String> = view
        .text
        .content
        .iter()
        .map(|block| block.id.to_string())
        .collect();
    let exists = |name: &str| all.iter().any(|id| id == name);
    let read = match blocks {
        None => all.clone(),
        Some(names) => names.iter().filter(|name| exists(name)).cloned().collect(),
    };
    let done = What::Read {
        blocks: read,
        block: block.filter(|name| exists(name)).map(str::to_owned),
        at: services.now(),
    };
    let at = keep(services, person, &view, done).await?.at;
    Ok(Saved { view, at })
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

/// Keeps one thing that a person did in a unit, and all that follows from it.
async fn keep(
    services: &Services,
    person: PersonId,
    view: &UnitView,
    done: What,
) -> Result<Kept, ServiceError> {
    let view = view.clone();
    let step = Step { person, view, done };
    if services.store.shares_commits() {
        return together(services, step).await;
    }
    // Where commits are not shared there is nothing to gain by waiting, and a transaction over
    // many people would hold what it locks for long.
    let kept = Step::round(services, Arc::new([step])).await?;
    let kept = kept.first().copied();
    kept.ok_or_else(|| StoreError::Unanswered.into())
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
