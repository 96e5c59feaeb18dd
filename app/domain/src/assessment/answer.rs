//! What a learner sends, and whether it can be an answer to the question at all.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::pieces;
use crate::course::{Number, NumberError, Question, QuestionKind};

/// The longest answer to an open question, in characters.
pub const MAX_OPEN: usize = 10_000;
/// The longest answer to a short or numeric question, in characters.
pub const MAX_SHORT: usize = 200;

/// An answer as the learner gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The option chosen, counted from 0.
    Choice(u16),
    /// The options chosen, counted from 0.
    Choices(BTreeSet<u16>),
    /// The choice of each row, by its place in the key, from 0.
    Matches(Vec<u16>),
    /// The items from first to last, by their places in the key, from 0.
    Order(Vec<u16>),
    /// A number as typed, so that the learner sees it again unchanged.
    Number(String),
    /// A text as typed.
    Text(String),
}

/// Why something sent is not an answer to the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AnswerError {
    /// A text for a choice, a choice for a number, and the like.
    #[error("this answer belongs to another kind of question")]
    WrongKind,
    /// An option that the question does not have.
    #[error("the question has no such option")]
    NoSuchOption,
    /// Two values where one is asked for.
    #[error("choose one answer only")]
    MoreThanOne,
    /// Rows without a choice, or items without a place.
    #[error("give every line its answer")]
    Incomplete,
    /// Two items in one place.
    #[error("two lines share place {place}")]
    SamePlace {
        /// The place, counted from 1.
        place: u16,
    },
    /// Nothing chosen or typed.
    #[error("the answer is empty")]
    Empty,
    /// Longer than the question takes.
    #[error("write at most {max} characters")]
    TooLong {
        /// How many characters it takes.
        max: usize,
    },
    /// Holds the character U+0000, which no database keeps.
    #[error("the text holds a character that cannot be kept")]
    Nul,
    /// Not a number.
    #[error(transparent)]
    Number(#[from] NumberError),
}

impl Answer {
    /// Reads the values of the question's form field: option numbers; `row-piece` for each row of a
    /// matching question, `piece-place` for each item of an ordering one, both counted from 1; or
    /// what was typed. `None` when the learner left the question alone.
    ///
    /// # Errors
    /// When the values cannot be an answer to this question.
    pub fn from_form<T: AsRef<str>>(
        question: &Question,
        values: &[T],
    ) -> Result<Option<Self>, AnswerError> {
        let given: Vec<&str> = values
            .iter()
            .map(AsRef::as_ref)
            .filter(|value| !value.trim().is_empty())
            .collect();
        let Some(first) = given.first() else {
            return Ok(None);
        };
        let kind = question.kind();
        let takes_several = matches!(
            kind,
            QuestionKind::Multiple | QuestionKind::Matching | QuestionKind::Ordering
        );
        if given.len() > 1 && !takes_several {
            return Err(AnswerError::MoreThanOne);
        }
        let answer = match kind {
            QuestionKind::Single | QuestionKind::TrueFalse => Self::Choice(option_number(first)?),
            QuestionKind::Multiple => Self::Choices(
                given
                    .iter()
                    .map(|value| option_number(value))
                    .collect::<Result<_, _>>()?,
            ),
            QuestionKind::Matching => Self::Matches(pieces::matches(question, &given)?),
            QuestionKind::Ordering => Self::Order(pieces::order(question, &given)?),
            QuestionKind::Numeric => Self::Number((*first).to_owned()),
            QuestionKind::Short | QuestionKind::Open => Self::Text((*first).to_owned()),
        };
        answer.check(question)?;
        Ok(Some(answer))
    }

    /// The values of the question's form field that [`Self::from_form`] reads as this answer.
    #[must_use]
    pub fn to_form(&self, question: &Question) -> Vec<String> {
        match self {
            Self::Choice(option) => vec![option.to_string()],
            Self::Choices(options) => options.iter().map(u16::to_string).collect(),
            Self::Matches(choices) => pieces::matches_to_form(question, choices),
            Self::Order(items) => pieces::order_to_form(question, items),
            Self::Number(typed) | Self::Text(typed) => vec![typed.clone()],
        }
    }

    /// Checks that this can be an answer to `question`.
    ///
    /// # Errors
    /// When it belongs to another kind of question, names an option that is not there, leaves lines
    /// out, is empty, too long, or not a number.
    pub fn check(&self, question: &Question) -> Result<(), AnswerError> {
        let options = question.options().len();
        let exists = |option: &u16| usize::from(*option) < options;
        match (question.kind(), self) {
            (QuestionKind::Single | QuestionKind::TrueFalse, Self::Choice(option)) => {
                if exists(option) {
                    Ok(())
                } else {
                    Err(AnswerError::NoSuchOption)
                }
            }
            (QuestionKind::Multiple, Self::Choices(chosen)) if chosen.is_empty() => {
                Err(AnswerError::Empty)
            }
            (QuestionKind::Multiple, Self::Choices(chosen)) => {
                if chosen.iter().all(exists) {
                    Ok(())
                } else {
                    Err(AnswerError::NoSuchOption)
                }
            }
            (QuestionKind::Matching, Self::Matches(choices)) => {
                pieces::check_matches(question, choices)
            }
            (QuestionKind::Ordering, Self::Order(items)) => pieces::check_order(question, items),
            (QuestionKind::Numeric, Self::Number(typed)) => {
                check_text(typed, MAX_SHORT)?;
                typed.parse::<Number>()?;
                Ok(())
            }
            (QuestionKind::Short, Self::Text(typed)) => check_text(typed, MAX_SHORT),
            (QuestionKind::Open, Self::Text(typed)) => check_text(typed, MAX_OPEN),
            _ => Err(AnswerError::WrongKind),
        }
    }
}

fn option_number(value: &str) -> Result<u16, AnswerError> {
    value.trim().parse().map_err(|_| AnswerError::NoSuchOption)
}

fn check_text(typed: &str, max: usize) -> Result<(), AnswerError> {
    if typed.trim().is_empty() {
        Err(AnswerError::Empty)
    } else if typed.contains('\0') {
        Err(AnswerError::Nul)
    } else if typed.chars().count() > max {
        Err(AnswerError::TooLong { max })
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::mark::samples::{
        matching, multiple, numeric, open, ordering, short, single,
    };

    fn refused(question: &Question, values: &[&str]) -> AnswerError {
        Answer::from_form(question, values).expect_err("a refusal")
    }

    #[test]
    fn a_form_gives_the_answer_that_fits_the_question() {
        let read =
            |question, values: &[&str]| Answer::from_form(&question, values).expect("an answer");
        assert_eq!(read(single(3, 1), &["1"]), Some(Answer::Choice(1)));
        assert_eq!(
            read(multiple(&[true, false, true]), &["2", "0", "2"]),
            Some(Answer::Choices([0, 2].into()))
        );
        assert_eq!(
            read(numeric("120", "0"), &["120,0"]),
            Some(Answer::Number("120,0".to_owned()))
        );
        assert_eq!(
            read(short(&["x"]), &[" X "]),
            Some(Answer::Text(" X ".to_owned()))
        );
    }

    #[test]
    fn a_question_left_alone_is_not_an_error() {
        assert_eq!(Answer::from_form(&open(), &["  \n"]), Ok(None));
        assert_eq!(
            Answer::from_form::<&str>(&multiple(&[true, false]), &[]),
            Ok(None)
        );
    }

    #[test]
    fn a_forged_option_is_refused() {
        for value in ["3", "-1", "65536", "one"] {
            assert_eq!(refused(&single(3, 1), &[value]), AnswerError::NoSuchOption);
            assert_eq!(
                refused(&multiple(&[true, false, true]), &["0", value]),
                AnswerError::NoSuchOption
            );
        }
        assert_eq!(
            refused(&single(3, 1), &["0", "1"]),
            AnswerError::MoreThanOne
        );
    }

    #[test]
    fn an_answer_of_another_kind_is_refused() {
        let text = Answer::Text("1".to_owned());
        let others = [
            single(3, 1),
            multiple(&[true, false]),
            numeric("1", "0"),
            matching(&[0, 1]),
            ordering(3),
        ];
        for question in others {
            assert_eq!(text.check(&question), Err(AnswerError::WrongKind));
        }
        assert_eq!(
            Answer::Choice(0).check(&open()),
            Err(AnswerError::WrongKind)
        );
        assert_eq!(
            Answer::Choices(BTreeSet::new()).check(&multiple(&[true, false])),
            Err(AnswerError::Empty)
        );
    }

    #[test]
    fn an_answer_goes_into_a_form_and_comes_back_the_same() {
        let answers = [
            (single(3, 1), Answer::Choice(2)),
            (multiple(&[true, false]), Answer::Choices([0, 1].into())),
            (matching(&[0, 1, 0]), Answer::Matches(vec![1, 1, 0])),
            (ordering(4), Answer::Order(vec![2, 0, 3, 1])),
            (numeric("1", "0"), Answer::Number("1,5".to_owned())),
            (open(), Answer::Text("My change".to_owned())),
        ];
        for (question, answer) in answers {
            let sent = answer.to_form(&question);
            assert_eq!(Answer::from_form(&question, &sent), Ok(Some(answer)));
        }
    }

    #[test]
    fn an_open_answer_has_a_limit_that_counts_letters_not_bytes() {
        assert!(Answer::from_form(&open(), &["š".repeat(MAX_OPEN)]).is_ok());
        assert_eq!(
            Answer::from_form(&open(), &["š".repeat(MAX_OPEN + 1)]),
            Err(AnswerError::TooLong { max: MAX_OPEN })
        );
        assert_eq!(refused(&short(&["x"]), &["a\0b"]), AnswerError::Nul);
    }
}
