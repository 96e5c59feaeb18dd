//! The rules behind a table's numbers, printed beside it.

use domain::cascade::Rule;
use leptos::prelude::*;

use crate::i18n::Words;

/// How the numbers beside it are counted: one sentence for each rule.
#[component]
pub fn DefinitionNote(
    /// The language.
    words: Words,
    /// The rules of the numbers beside it.
    rules: Vec<Rule>,
) -> impl IntoView {
    let sentences = rules
        .into_iter()
        .map(|rule| view! { <li>{words.say(rule.code())}</li> })
        .collect_view();
    view! {
        <details class="definition-note">
            <summary>{words.say("how-counted")}</summary>
            <ul>{sentences}</ul>
        </details>
    }
}
