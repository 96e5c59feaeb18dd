//! What a cohort handed in, as its trainers read it: the list, and one text.

pub mod list;
pub mod one;

use domain::assessment::{Level, ReviewState};
use leptos::prelude::*;
use services::course::{Edition, UnitPlace};

use crate::components::status_word::{StatusWord, Tone};
use crate::i18n::Words;

/// Accepted, returned or waiting, as a word.
pub(in crate::pages) fn state_word(words: Words, state: ReviewState) -> impl IntoView + use<> {
    let (tone, icon) = match state {
        ReviewState::Accepted => (Tone::Done, "done"),
        ReviewState::Returned => (Tone::Progress, "back"),
        ReviewState::NotYet | ReviewState::Waiting => (Tone::Quiet, "behind"),
    };
    let word = words.say(&format!("review-state-{}", state.code()));
    view! { <StatusWord tone icon word/> }
}

/// "2 of 3: does what was asked for".
pub(in crate::pages) fn level_words(words: Words, level: Level) -> String {
    words.say(&format!("review-level-{}", level.code()))
}

/// "Module 1, unit 2: Title".
fn unit_in_full(words: Words, edition: &Edition, place: UnitPlace) -> String {
    let (_, unit) = edition.at(place, words.0);
    words.say_with(
        "unit-in-full",
        [
            ("module", (place.module + 1).into()),
            ("unit", (place.unit + 1).into()),
            ("title", unit.title.clone().into()),
        ],
    )
}

/// The activity, or the open question.
fn kind(words: Words, question: &str) -> String {
    match question {
        "" => words.say("part-activity"),
        _ => words.say("review-open-question"),
    }
}
