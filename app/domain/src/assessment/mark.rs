//! Marking an answer.

#[cfg(test)]
pub(super) mod samples;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Answer, AnswerError};
use crate::course::{AnswerOption, Key, MatchRow, Number, OrderItem, Question, Verdicts};
use crate::people::coded;

/// The score of an answer that is entirely right.
pub const FULL_MARK: u16 = 1000;

/// What an answer is worth and what is said about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// 0 to [`FULL_MARK`]; `None` until a trainer has read an open answer.
    pub score: Option<u16>,
    /// Only about what the learner chose or typed: the key of the rest stays hidden.
    pub feedback: Vec<Feedback>,
}

/// What is said about an answer, one chosen option or one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// The option or row it speaks of, in ordering the piece as shown; `None` for typed answers.
    pub option: Option<u16>,
    /// Whether that was right.
    pub right: bool,
    /// The text.
    pub html: String,
}

coded! {
    /// A mark as a word.
    Verdict {
        /// Entirely right.
        Right = "right",
        /// Some of it right.
        Partly = "partly",
        /// Not right.
        Wrong = "wrong",
        /// A trainer has yet to read it.
        Waiting = "waiting",
    }
}

impl Mark {
    /// The mark as a word.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self.score {
            None => Verdict::Waiting,
            Some(0) => Verdict::Wrong,
            Some(score) if score >= FULL_MARK => Verdict::Right,
            Some(_) => Verdict::Partly,
        }
    }
}

/// Marks `answer`.
///
/// Multiple choice scores the share of right options chosen minus the share of wrong options
/// chosen, never below 0: choosing everything earns nothing, and so does choosing nothing.
/// Matching and ordering score all or nothing, because one slip moves other lines as well; what
/// is said about each line shows what was right.
///
/// # Errors
/// When the answer cannot be one to this question; see [`Answer::check`].
pub fn mark(question: &Question, answer: &Answer) -> Result<Mark, AnswerError> {
    answer.check(question)?;
    match (&question.key, answer) {
        (Key::Single { options } | Key::TrueFalse { options }, Answer::Choice(chosen)) => {
            let feedback = feedback_on(options, |option| option == *chosen);
            Ok(Mark {
                score: Some(all_or_nothing(feedback.iter().any(|f| f.right))),
                feedback,
            })
        }
        (Key::Multiple { options }, Answer::Choices(chosen)) => {
            let feedback = feedback_on(options, |option| chosen.contains(&option));
            Ok(Mark {
                score: Some(right_minus_wrong(options, &feedback)),
                feedback,
            })
        }
        (Key::Matching { rows, .. }, Answer::Matches(chosen)) => {
            Ok(by_line(feedback_on_rows(rows, chosen)))
        }
        (Key::Ordering { items }, Answer::Order(given)) => {
            Ok(by_line(feedback_on_order(question, items, given)))
        }
        (
            Key::Numeric {
                answer,
                tolerance,
                verdicts,
            },
            Answer::Number(typed),
        ) => Ok(typed_mark(
            typed.parse::<Number>()?.is_within(*tolerance, *answer),
            verdicts,
        )),
        (Key::Short { accept, verdicts }, Answer::Text(typed)) => {
            let typed = folded(typed);
            Ok(typed_mark(
                accept.iter().any(|accepted| folded(accepted) == typed),
                verdicts,
            ))
        }
        (Key::Open { .. }, Answer::Text(_)) => Ok(Mark {
            score: None,
            feedback: Vec::new(),
        }),
        _ => Err(AnswerError::WrongKind),
    }
}

fn all_or_nothing(right: bool) -> u16 {
    if right { FULL_MARK } else { 0 }
}

fn feedback_on(options: &[AnswerOption], chosen: impl Fn(u16) -> bool) -> Vec<Feedback> {
    (0..)
        .zip(options)
        .filter(|(index, _)| chosen(*index))
        .map(|(index, option)| Feedback {
            option: Some(index),
            right: option.right,
            html: option.feedback_html.clone(),
        })
        .collect()
}

/// A mark that takes every line to be right.
fn by_line(feedback: Vec<Feedback>) -> Mark {
    Mark {
        score: Some(all_or_nothing(feedback.iter().all(|said| said.right))),
        feedback,
    }
}

fn feedback_on_rows(rows: &[MatchRow], chosen: &[u16]) -> Vec<Feedback> {
    (0..)
        .zip(rows.iter().zip(chosen))
        .map(|(index, (row, choice))| Feedback {
            option: Some(index),
            right: row.choice == *choice,
            html: row.feedback_html.clone(),
        })
        .collect()
}

/// From first to last as the learner put them.
fn feedback_on_order(question: &Question, items: &[OrderItem], given: &[u16]) -> Vec<Feedback> {
    let shown = question.pieces();
    let shown_as = |item: u16| {
        let index = shown.iter().position(|(place, _)| *place == item)?;
        u16::try_from(index).ok()
    };
    (0_u16..)
        .zip(given)
        .map(|(place, item)| Feedback {
            option: shown_as(*item),
            right: place == *item,
            html: items
                .get(usize::from(*item))
                .map(|item| item.feedback_html.clone())
                .unwrap_or_default(),
        })
        .collect()
}

fn right_minus_wrong(options: &[AnswerOption], chosen: &[Feedback]) -> u16 {
    let share = |right: bool| {
        let all = options
            .iter()
            .filter(|option| option.right == right)
            .count();
        let taken = chosen
            .iter()
            .filter(|feedback| feedback.right == right)
            .count();
        (taken * usize::from(FULL_MARK))
            .checked_div(all)
            .unwrap_or(0)
    };
    u16::try_from(share(true).saturating_sub(share(false))).unwrap_or(FULL_MARK)
}

fn typed_mark(right: bool, verdicts: &Verdicts) -> Mark {
    let html = if right {
        &verdicts.right_html
    } else {
        &verdicts.wrong_html
    };
    Mark {
        score: Some(all_or_nothing(right)),
        feedback: vec![Feedback {
            option: None,
            right,
            html: html.clone(),
        }],
    }
}

/// What two short answers are compared by: no case, no accents, single spaces, no final stop.
fn folded(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .collect::<String>()
        .to_lowercase();
    let words: Vec<&str> = plain
        .trim_end_matches(['.', ' '])
        .split_whitespace()
        .collect();
    words.join(" ")
}
