//! Answers that match or order pieces, as a form sends them.
//!
//! A form speaks of the pieces by their names, which say nothing about the key; an answer is kept
//! by places in the key, so that it means the same in every language.

use super::AnswerError;
use crate::course::Question;

/// Reads `row-piece`, rows counted from 1: the choice of each row.
pub(super) fn matches(question: &Question, given: &[&str]) -> Result<Vec<u16>, AnswerError> {
    let pieces = question.pieces();
    let mut choices: Vec<Option<u16>> = vec![None; question.rows().len()];
    for value in given {
        let (row, name) = value.split_once('-').ok_or(AnswerError::NoSuchOption)?;
        let row = slot(&mut choices, row).ok_or(AnswerError::NoSuchOption)?;
        let choice = pieces.iter().find(|(_, piece)| piece.name == name);
        let (choice, _) = choice.ok_or(AnswerError::NoSuchOption)?;
        if row.replace(*choice).is_some() {
            return Err(AnswerError::MoreThanOne);
        }
    }
    all(choices)
}

/// Reads `piece-place`, places counted from 1: the items from first to last.
pub(super) fn order(question: &Question, given: &[&str]) -> Result<Vec<u16>, AnswerError> {
    let pieces = question.pieces();
    let mut items: Vec<Option<u16>> = vec![None; pieces.len()];
    let mut placed = Vec::with_capacity(pieces.len());
    for value in given {
        let (name, place) = value.split_once('-').ok_or(AnswerError::NoSuchOption)?;
        let item = pieces.iter().find(|(_, piece)| piece.name == name);
        let (item, _) = item.ok_or(AnswerError::NoSuchOption)?;
        let slot = slot(&mut items, place).ok_or(AnswerError::NoSuchOption)?;
        if placed.contains(item) {
            return Err(AnswerError::MoreThanOne);
        }
        placed.push(*item);
        if slot.replace(*item).is_some() {
            let place = place.trim().parse().unwrap_or_default();
            return Err(AnswerError::SamePlace { place });
        }
    }
    all(items)
}

/// The form's values of a choice for each row.
pub(super) fn matches_to_form(question: &Question, choices: &[u16]) -> Vec<String> {
    let pieces = question.pieces();
    let value = |(row, choice): (usize, &u16)| {
        let (_, piece) = pieces.iter().find(|(place, _)| place == choice)?;
        Some(format!("{row}-{}", piece.name))
    };
    (1..).zip(choices).filter_map(value).collect()
}

/// The form's values of items from first to last.
pub(super) fn order_to_form(question: &Question, items: &[u16]) -> Vec<String> {
    let pieces = question.pieces();
    let value = |(place, item): (usize, &u16)| {
        let (_, piece) = pieces.iter().find(|(in_key, _)| in_key == item)?;
        Some(format!("{}-{place}", piece.name))
    };
    (1..).zip(items).filter_map(value).collect()
}

/// Whether every row has a choice that there is.
pub(super) fn check_matches(question: &Question, choices: &[u16]) -> Result<(), AnswerError> {
    let all = question.pieces().len();
    if choices.iter().any(|choice| usize::from(*choice) >= all) {
        Err(AnswerError::NoSuchOption)
    } else if choices.len() != question.rows().len() {
        Err(AnswerError::Incomplete)
    } else {
        Ok(())
    }
}

/// Whether every item stands in one place.
pub(super) fn check_order(question: &Question, items: &[u16]) -> Result<(), AnswerError> {
    let all = question.pieces().len();
    let twice = (1..)
        .zip(items)
        .find(|(place, item)| items[..usize::from(*place) - 1].contains(item));
    if items.iter().any(|item| usize::from(*item) >= all) {
        Err(AnswerError::NoSuchOption)
    } else if let Some((place, _)) = twice {
        Err(AnswerError::SamePlace { place })
    } else if items.len() != all {
        Err(AnswerError::Incomplete)
    } else {
        Ok(())
    }
}

/// The slot of a number counted from 1, as typed.
fn slot<'s>(slots: &'s mut [Option<u16>], number: &str) -> Option<&'s mut Option<u16>> {
    let number: usize = number.trim().parse().ok()?;
    slots.get_mut(number.checked_sub(1)?)
}

fn all(slots: Vec<Option<u16>>) -> Result<Vec<u16>, AnswerError> {
    let all: Option<Vec<u16>> = slots.into_iter().collect();
    all.ok_or(AnswerError::Incomplete)
}

#[cfg(test)]
mod tests {
    use crate::assessment::mark::samples::{matching, ordering};
    use crate::assessment::{Answer, AnswerError};
    use proptest::prelude::*;

    fn names(question: &crate::course::Question) -> Vec<String> {
        let shown = question.for_learner().pieces;
        shown.into_iter().map(|piece| piece.name).collect()
    }

    #[test]
    fn two_items_in_one_place_are_told_which_place() {
        let question = ordering(3);
        let names = names(&question);
        let sent = [
            format!("{}-1", names[0]),
            format!("{}-2", names[1]),
            format!("{}-2", names[2]),
        ];
        assert_eq!(
            Answer::from_form(&question, &sent),
            Err(AnswerError::SamePlace { place: 2 })
        );
    }

    #[test]
    fn a_line_left_out_is_told() {
        let question = ordering(3);
        let sent = [format!("{}-1", names(&question)[0]), String::new()];
        assert_eq!(
            Answer::from_form(&question, &sent),
            Err(AnswerError::Incomplete)
        );
        let question = matching(&[0, 1]);
        let sent = [format!("2-{}", names(&question)[0])];
        assert_eq!(
            Answer::from_form(&question, &sent),
            Err(AnswerError::Incomplete)
        );
        let nothing = [String::new(), String::new()];
        assert_eq!(Answer::from_form(&question, &nothing), Ok(None));
    }

    #[test]
    fn a_forged_piece_row_or_place_is_refused() {
        let (order, pairs) = (ordering(3), matching(&[0, 1]));
        let (item, choice) = (names(&order)[0].clone(), names(&pairs)[0].clone());
        for forged in [
            "0-1",
            "x-1",
            &format!("{item}-0"),
            &format!("{item}-4"),
            &item,
        ] {
            assert_eq!(
                Answer::from_form(&order, &[forged]),
                Err(AnswerError::NoSuchOption),
                "{forged}"
            );
        }
        for forged in [
            "1-0",
            "1-",
            &format!("0-{choice}"),
            &format!("3-{choice}"),
            "1",
        ] {
            assert_eq!(
                Answer::from_form(&pairs, &[forged]),
                Err(AnswerError::NoSuchOption),
                "{forged}"
            );
        }
        let twice = [format!("{item}-1"), format!("{item}-2")];
        assert_eq!(
            Answer::from_form(&order, &twice),
            Err(AnswerError::MoreThanOne)
        );
        for kept in [vec![0, 0, 1], vec![0, 1, 3], vec![0, 1]] {
            assert!(Answer::Order(kept).check(&order).is_err());
        }
        for kept in [vec![0], vec![0, 2], vec![0, 1, 1]] {
            assert!(Answer::Matches(kept).check(&pairs).is_err());
        }
    }

    proptest! {
        #[test]
        fn nothing_sent_makes_reading_fail_badly(sent in prop::collection::vec(any::<String>(), 0..6)) {
            let _ = Answer::from_form(&ordering(3), &sent);
            let _ = Answer::from_form(&matching(&[0, 1]), &sent);
        }
    }
}
