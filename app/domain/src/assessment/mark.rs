//! Marking an answer.

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

#[cfg(test)]
pub(super) mod samples {
    use super::*;

    fn question(key: Key) -> Question {
        let slug = |text: &str| text.parse().expect("a slug");
        Question {
            id: slug("q"),
            outcome: slug("o"),
            stem_html: String::new(),
            key,
        }
    }

    fn options(keys: impl IntoIterator<Item = bool>) -> Vec<AnswerOption> {
        let option = |right| AnswerOption {
            html: String::new(),
            right,
            feedback_html: format!("said: {right}"),
        };
        keys.into_iter().map(option).collect()
    }

    fn verdicts() -> Verdicts {
        Verdicts {
            right_html: "right".to_owned(),
            wrong_html: "wrong".to_owned(),
        }
    }

    pub(crate) fn single(count: usize, right: usize) -> Question {
        question(Key::Single {
            options: options((0..count).map(|index| index == right)),
        })
    }

    pub(crate) fn multiple(keys: &[bool]) -> Question {
        question(Key::Multiple {
            options: options(keys.iter().copied()),
        })
    }

    pub(crate) fn matching(choices: &[u16]) -> Question {
        let row = |choice: &u16| MatchRow {
            html: String::new(),
            choice: *choice,
            feedback_html: format!("belongs to {choice}"),
        };
        let last = choices.iter().max().copied().unwrap_or_default();
        question(Key::Matching {
            rows: choices.iter().map(row).collect(),
            choices: (0..=last)
                .map(|choice| format!("choice {choice}"))
                .collect(),
        })
    }

    pub(crate) fn ordering(count: u16) -> Question {
        let item = |place: u16| OrderItem {
            html: format!("item {place}"),
            feedback_html: format!("stands {place}"),
        };
        question(Key::Ordering {
            items: (0..count).map(item).collect(),
        })
    }

    pub(crate) fn numeric(answer: &str, tolerance: &str) -> Question {
        let number = |text: &str| text.parse().expect("a number");
        question(Key::Numeric {
            answer: number(answer),
            tolerance: number(tolerance),
            verdicts: verdicts(),
        })
    }

    pub(crate) fn short(accept: &[&str]) -> Question {
        let accept = accept.iter().map(|text| (*text).to_owned()).collect();
        question(Key::Short {
            accept,
            verdicts: verdicts(),
        })
    }

    pub(crate) fn open() -> Question {
        question(Key::Open {
            guidance_html: String::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::samples::{matching, multiple, numeric, open, ordering, short, single};
    use super::*;
    use proptest::prelude::*;

    fn score(question: &Question, answer: &Answer) -> Option<u16> {
        mark(question, answer).expect("a mark").score
    }

    fn choices(chosen: &[u16]) -> Answer {
        Answer::Choices(chosen.iter().copied().collect())
    }

    #[test]
    fn a_single_choice_is_right_or_wrong_and_says_only_what_was_chosen() {
        let marked = mark(&single(4, 2), &Answer::Choice(0)).expect("a mark");
        assert_eq!((marked.score, marked.verdict()), (Some(0), Verdict::Wrong));
        assert_eq!(marked.feedback.len(), 1);
        assert_eq!(score(&single(4, 2), &Answer::Choice(2)), Some(FULL_MARK));
    }

    #[test]
    fn choosing_everything_earns_nothing() {
        let question = multiple(&[true, true, true, false]);
        assert_eq!(score(&question, &choices(&[0, 1, 2, 3])), Some(0));
        assert_eq!(score(&question, &choices(&[0, 1, 2])), Some(FULL_MARK));
        assert_eq!(score(&question, &choices(&[0])), Some(333));
        let half = multiple(&[true, true, false, false]);
        let marked = mark(&half, &choices(&[0, 1, 2])).expect("a mark");
        assert_eq!(
            (marked.score, marked.verdict()),
            (Some(500), Verdict::Partly)
        );
    }

    #[test]
    fn matching_takes_every_row_and_says_which_were_right() {
        let question = matching(&[0, 1, 0]);
        assert_eq!(
            score(&question, &Answer::Matches(vec![0, 1, 0])),
            Some(FULL_MARK)
        );
        let marked = mark(&question, &Answer::Matches(vec![0, 1, 1])).expect("a mark");
        assert_eq!((marked.score, marked.verdict()), (Some(0), Verdict::Wrong));
        let right: Vec<bool> = marked.feedback.iter().map(|said| said.right).collect();
        assert_eq!(right, [true, true, false]);
    }

    #[test]
    fn ordering_takes_every_place_and_speaks_of_the_items_as_they_were_put() {
        let question = ordering(3);
        assert_eq!(
            score(&question, &Answer::Order(vec![0, 1, 2])),
            Some(FULL_MARK)
        );
        let marked = mark(&question, &Answer::Order(vec![0, 2, 1])).expect("a mark");
        assert_eq!(marked.score, Some(0));
        let shown = question.for_learner().pieces;
        let said: Vec<(&str, bool, &str)> = marked
            .feedback
            .iter()
            .map(|said| {
                let piece = &shown[usize::from(said.option.expect("a piece"))];
                (piece.html.as_str(), said.right, said.html.as_str())
            })
            .collect();
        assert_eq!(
            said,
            [
                ("item 0", true, "stands 0"),
                ("item 2", false, "stands 2"),
                ("item 1", false, "stands 1")
            ]
        );
    }

    #[test]
    fn a_number_counts_when_it_lies_within_the_tolerance() {
        let question = numeric("3.5", "0.5");
        for (typed, expected) in [("4,0", FULL_MARK), ("3", FULL_MARK), ("4,01", 0)] {
            assert_eq!(
                score(&question, &Answer::Number(typed.to_owned())),
                Some(expected),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_short_answer_may_differ_in_case_spaces_and_accents() {
        let question = short(&["gjuhë amtare", "mother tongue"]);
        for typed in ["Gjuhe  Amtare", " MOTHER TONGUE. ", "gjuhe\u{308} amtare"] {
            assert_eq!(
                score(&question, &Answer::Text(typed.to_owned())),
                Some(FULL_MARK),
                "{typed}"
            );
        }
        assert_eq!(
            score(&question, &Answer::Text("mother".to_owned())),
            Some(0)
        );
    }

    #[test]
    fn an_open_answer_waits_for_the_trainer() {
        let marked = mark(&open(), &Answer::Text("My change".to_owned())).expect("a mark");
        assert_eq!((marked.score, marked.verdict()), (None, Verdict::Waiting));
    }

    proptest! {
        #[test]
        fn no_answer_scores_below_nothing_or_above_everything(
            keys in prop::collection::vec(any::<bool>(), 0..8),
            chosen in prop::collection::btree_set(0_u16..10, 0..8),
        ) {
            if let Ok(marked) = mark(&multiple(&keys), &Answer::Choices(chosen.clone())) {
                prop_assert!(marked.score.is_some_and(|score| score <= FULL_MARK));
                prop_assert_eq!(marked.feedback.len(), chosen.len());
            }
        }

        #[test]
        fn a_further_right_option_never_costs_and_a_further_wrong_one_never_earns(
            keys in prop::collection::vec(any::<bool>(), 2..8),
            chosen in prop::collection::btree_set(0_u16..8, 1..8),
            extra in 0_u16..8,
        ) {
            let question = multiple(&keys);
            let mut more = chosen.clone();
            more.insert(extra);
            if let (Ok(before), Ok(after)) = (mark(&question, &Answer::Choices(chosen)), mark(&question, &Answer::Choices(more))) {
                if keys[usize::from(extra)] {
                    prop_assert!(after.score >= before.score);
                } else {
                    prop_assert!(after.score <= before.score);
                }
            }
        }

        #[test]
        fn no_typed_answer_makes_marking_fail_badly(typed in any::<String>()) {
            let _ = mark(&numeric("1", "0"), &Answer::Number(typed.clone()));
            let _ = mark(&short(&["x"]), &Answer::Text(typed));
        }
    }
}
