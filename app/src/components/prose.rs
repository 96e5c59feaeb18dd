//! Course text: rendered and cleaned when its version was published.

use domain::language::Language;
use leptos::prelude::*;

use crate::i18n::Words;

/// A piece of course text, in its own language.
#[component]
pub fn Prose(
    /// The text.
    #[prop(into)]
    html: String,
    /// The language it is written in.
    language: Language,
) -> impl IntoView {
    (!html.is_empty())
        .then(|| view! { <div class="prose" lang=language.tag() inner_html=html></div> })
}

/// Says that a text stands in another language than the page.
#[component]
pub fn FallbackNote(
    /// The language of the page.
    words: Words,
    /// The language of the text.
    language: Language,
) -> impl IntoView {
    (language != words.0).then(|| {
        let sentence = words.say(&format!("shown-in-{}", language.tag()));
        view! { <p class="fallback-note">{sentence}</p> }
    })
}
