//! The start page: what this is, and where to go.

use leptos::prelude::*;

use crate::i18n::Words;

/// The page.
pub(super) fn page(words: Words) -> impl IntoView + use<> {
    view! {
        <main id="main" class="page text" tabindex="-1">
            <header class="page-title">
                <h1>{words.say("start-what")}</h1>
                <p class="lead">{words.say("start-how")}</p>
                <div class="actions">
                    <a class="button primary" href="/courses">{words.say("start-read")}</a>
                    <a class="button" href="/sign-in">{words.say("sign-in")}</a>
                    <a class="button quiet" href="/join">{words.say("start-code")}</a>
                </div>
            </header>
        </main>
    }
}
