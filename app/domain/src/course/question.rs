//! Questions: what a learner is asked, and, on the trainer's side, the key and the feedback.

use serde::{Deserialize, Serialize};

use super::shuffle::{self, Piece};
use super::{Number, Slug};
use crate::people::coded;

coded! {
    /// How a question is answered.
    QuestionKind {
        /// One option out of several.
        Single = "single",
        /// Any number of options.
        Multiple = "multiple",
        /// True or false.
        TrueFalse = "true_false",
        /// Each line has one choice that belongs to it.
        Matching = "matching",
        /// The lines are put in order.
        Ordering = "ordering",
        /// A number.
        Numeric = "numeric",
        /// A word or two.
        Short = "short",
        /// A text that a trainer reads and marks.
        Open = "open",
    }
}

impl QuestionKind {
    /// Whether the key marks an answer without a trainer.
    #[must_use]
    pub fn is_marked_automatically(self) -> bool {
        self != Self::Open
    }
}

/// One question with its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its name within the unit.
    pub id: Slug,
    /// The outcome it asks about.
    pub outcome: Slug,
    /// What is asked.
    pub stem_html: String,
    /// What counts as right, and what is said about each answer.
    #[serde(flatten)]
    pub key: Key,
}

/// The key of a question, by kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Key {
    /// Exactly one option is right.
    Single {
        /// In the order shown.
        options: Vec<AnswerOption>,
    },
    /// At least one option is right and at least one is wrong.
    Multiple {
        /// In the order shown.
        options: Vec<AnswerOption>,
    },
    /// Exactly one of two options is right.
    TrueFalse {
        /// In the order shown.
        options: Vec<AnswerOption>,
    },
    /// Right when every row has the choice that belongs to it.
    Matching {
        /// In the order shown.
        rows: Vec<MatchRow>,
        /// What can belong to a row, each once; a learner sees them shuffled.
        choices: Vec<String>,
    },
    /// Right when every item stands in its place.
    Ordering {
        /// In the right order; a learner sees them shuffled.
        items: Vec<OrderItem>,
    },
    /// Right when within the tolerance of the answer.
    Numeric {
        /// The right number.
        answer: Number,
        /// The largest distance that still counts as right.
        tolerance: Number,
        /// What is said.
        verdicts: Verdicts,
    },
    /// Right when it reads as one of the accepted texts, whatever its case and accents.
    Short {
        /// The accepted texts.
        accept: Vec<String>,
        /// What is said.
        verdicts: Verdicts,
    },
    /// Read by a trainer.
    Open {
        /// What a good answer holds; for trainers.
        guidance_html: String,
    },
}

/// One option of a choice question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerOption {
    /// What can be chosen.
    pub html: String,
    /// Whether choosing it is right.
    pub right: bool,
    /// What is said to somebody who chose it.
    pub feedback_html: String,
}

/// One row of a matching question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchRow {
    /// What something is matched to.
    pub html: String,
    /// The choice that belongs to it, counted from 0 in the key.
    pub choice: u16,
    /// What is said about this row once an answer was checked.
    pub feedback_html: String,
}

/// One item of an ordering question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderItem {
    /// What is put in its place.
    pub html: String,
    /// What is said about this item once an answer was checked.
    pub feedback_html: String,
}

/// What is said about a typed answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdicts {
    /// When it is right.
    pub right_html: String,
    /// When it is wrong.
    pub wrong_html: String,
}

/// A question as a learner may receive it: neither key nor feedback.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LearnerQuestion {
    /// Its name within the unit.
    pub id: Slug,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The outcome it asks about.
    pub outcome: Slug,
    /// What is asked.
    pub stem_html: String,
    /// What can be chosen, as HTML; empty unless one chooses from options.
    pub options: Vec<String>,
    /// The rows of a matching question, as HTML.
    pub rows: Vec<String>,
    /// What is matched or ordered, shuffled.
    pub pieces: Vec<Piece>,
}

impl Question {
    /// How the question is answered.
    #[must_use]
    pub fn kind(&self) -> QuestionKind {
        match self.key {
            Key::Single { .. } => QuestionKind::Single,
            Key::Multiple { .. } => QuestionKind::Multiple,
            Key::TrueFalse { .. } => QuestionKind::TrueFalse,
            Key::Matching { .. } => QuestionKind::Matching,
            Key::Ordering { .. } => QuestionKind::Ordering,
            Key::Numeric { .. } => QuestionKind::Numeric,
            Key::Short { .. } => QuestionKind::Short,
            Key::Open { .. } => QuestionKind::Open,
        }
    }

    /// The options of a choice question; none for the other kinds.
    #[must_use]
    pub fn options(&self) -> &[AnswerOption] {
        match &self.key {
            Key::Single { options } | Key::Multiple { options } | Key::TrueFalse { options } => {
                options
            }
            Key::Matching { .. }
            | Key::Ordering { .. }
            | Key::Numeric { .. }
            | Key::Short { .. }
            | Key::Open { .. } => &[],
        }
    }

    /// The rows of a matching question; none for the other kinds.
    #[must_use]
    pub fn rows(&self) -> &[MatchRow] {
        match &self.key {
            Key::Matching { rows, .. } => rows,
            _ => &[],
        }
    }

    /// What is matched or ordered, in the order shown, each with its place in the key.
    #[must_use]
    pub fn pieces(&self) -> Vec<(u16, Piece)> {
        match &self.key {
            Key::Matching { choices, .. } => shuffle::shuffled(&self.id, choices),
            Key::Ordering { items } => {
                shuffle::shuffled(&self.id, items.iter().map(|item| &item.html))
            }
            _ => Vec::new(),
        }
    }

    /// What may reach a learner's browser before the answer has been marked.
    #[must_use]
    pub fn for_learner(&self) -> LearnerQuestion {
        LearnerQuestion {
            id: self.id.clone(),
            kind: self.kind(),
            outcome: self.outcome.clone(),
            stem_html: self.stem_html.clone(),
            options: self
                .options()
                .iter()
                .map(|option| option.html.clone())
                .collect(),
            rows: self.rows().iter().map(|row| row.html.clone()).collect(),
            pieces: self.pieces().into_iter().map(|(_, piece)| piece).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(key: Key) -> Question {
        let slug = |text: &str| text.parse().expect("a slug");
        Question {
            id: slug("q"),
            outcome: slug("o"),
            stem_html: "<p>Stem</p>".to_owned(),
            key,
        }
    }

    fn every_kind() -> Vec<Question> {
        let option = |html: &str, right| AnswerOption {
            html: html.to_owned(),
            right,
            feedback_html: "SECRET".to_owned(),
        };
        let options = vec![option("Yes", true), option("No", false)];
        let verdicts = Verdicts {
            right_html: "SECRET".to_owned(),
            wrong_html: "SECRET".to_owned(),
        };
        let number = |text: &str| text.parse().expect("a number");
        [
            Key::Single {
                options: options.clone(),
            },
            Key::Multiple {
                options: options.clone(),
            },
            Key::TrueFalse { options },
            Key::Matching {
                rows: vec![
                    MatchRow {
                        html: "Row".to_owned(),
                        choice: 1,
                        feedback_html: "SECRET".to_owned(),
                    };
                    2
                ],
                choices: vec!["A".to_owned(), "B".to_owned()],
            },
            Key::Ordering {
                items: ["First", "Then", "Last"]
                    .map(|html| OrderItem {
                        html: html.to_owned(),
                        feedback_html: "SECRET".to_owned(),
                    })
                    .to_vec(),
            },
            Key::Numeric {
                answer: number("4711"),
                tolerance: number("4711"),
                verdicts: verdicts.clone(),
            },
            Key::Short {
                accept: vec!["SECRET".to_owned()],
                verdicts,
            },
            Key::Open {
                guidance_html: "SECRET".to_owned(),
            },
        ]
        .map(question)
        .to_vec()
    }

    #[test]
    fn a_learner_s_question_holds_neither_key_nor_feedback() {
        for question in every_kind() {
            let sent = serde_json::to_string(&question.for_learner()).expect("JSON");
            for secret in [
                "SECRET",
                "4711",
                "right",
                "feedback",
                "accept",
                "tolerance",
                "guidance",
                "choice",
                "items",
            ] {
                assert!(!sent.contains(secret), "{secret} in {sent}");
            }
        }
    }

    #[test]
    fn a_kept_question_reads_back_the_same() {
        for question in every_kind() {
            let kept = serde_json::to_string(&question).expect("JSON");
            assert_eq!(
                serde_json::from_str::<Question>(&kept).expect("a question"),
                question
            );
        }
    }
}
