//! The order in which a learner sees what is to be matched or put in order.
//!
//! It must not depend on the key, not even in a way that a reader of this source could undo. So
//! each piece is named by a hash of its own text, and the pieces stand in the order of their
//! names: the same pieces in another right order look the same. It is the same for everybody, in
//! every window and after every restart.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Slug;

/// Something that is matched or put in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// What a form calls it; says nothing about its right place.
    pub name: String,
    /// What is shown.
    pub html: String,
}

/// The pieces in the order shown, each with its place in the key, counted from 0.
pub(super) fn shuffled<'a>(
    question: &Slug,
    key: impl IntoIterator<Item = &'a String>,
) -> Vec<(u16, Piece)> {
    let piece = |html: &String| Piece {
        name: name(question, html),
        html: html.clone(),
    };
    let mut pieces: Vec<(u16, Piece)> = (0..).zip(key.into_iter().map(piece)).collect();
    pieces.sort_by(|(_, one), (_, other)| one.name.cmp(&other.name));
    pieces
}

/// Enough of the hash that two pieces of one question never share it.
fn name(question: &Slug, html: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(question.as_str());
    hash.update([0]);
    hash.update(html);
    hex::encode(&hash.finalize()[..8])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(key: &[String]) -> Vec<Piece> {
        let question = "q".parse().expect("a slug");
        let pieces = shuffled(&question, key);
        pieces.into_iter().map(|(_, piece)| piece).collect()
    }

    proptest! {
        #[test]
        fn what_is_shown_is_the_same_whatever_the_right_order_is(
            texts in prop::collection::hash_set("[a-z]{1,12}", 2..9),
            random in any::<u64>(),
        ) {
            let one: Vec<String> = texts.into_iter().collect();
            let mut other = one.clone();
            let by = usize::try_from(random).unwrap_or_default() % one.len();
            other.rotate_left(by);
            other[1..].reverse();
            prop_assert_eq!(shown(&one), shown(&other));
        }

        #[test]
        fn every_piece_is_shown_once_and_knows_its_place(
            texts in prop::collection::hash_set("[a-z]{1,12}", 2..9),
        ) {
            let key: Vec<String> = texts.into_iter().collect();
            let question = "q".parse().expect("a slug");
            let mut pieces = shuffled(&question, &key);
            pieces.sort_by_key(|(place, _)| *place);
            let back: Vec<String> = pieces.into_iter().map(|(_, piece)| piece.html).collect();
            prop_assert_eq!(back, key);
        }
    }

    #[test]
    fn two_questions_with_the_same_texts_are_shuffled_differently() {
        let key: Vec<String> = ('a'..='h').map(String::from).collect();
        let order = |question: &str| -> Vec<u16> {
            let question = question.parse().expect("a slug");
            let pieces = shuffled(&question, &key);
            pieces.into_iter().map(|(place, _)| place).collect()
        };
        assert_ne!(order("one"), order("two"));
        assert_ne!(order("one"), (0..8).collect::<Vec<u16>>());
    }
}
