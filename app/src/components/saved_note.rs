//! "Saved 14:02".

use domain::clock::Timestamp;
use leptos::prelude::*;

use crate::components::icon::Icon;
use crate::i18n::Words;

/// When something was saved.
#[component]
pub fn SavedNote(
    /// The language.
    words: Words,
    /// When it was saved.
    at: Timestamp,
    /// The present.
    now: Timestamp,
) -> impl IntoView {
    let time = words.time(at);
    let sentence = if Words::local_day(at) == Words::local_day(now) {
        words.say_with("saved-at", [("time", time.into())])
    } else {
        words.say_with(
            "saved-on",
            [("day", words.day_of(at).into()), ("time", time.into())],
        )
    };
    view! { <p class="saved-note saved"><Icon name="done"/>{sentence}</p> }
}
