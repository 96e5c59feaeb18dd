//! The start page: what this is, and where to go.

use std::sync::Arc;

use leptos::prelude::*;
use services::course::Edition;

use crate::i18n::Words;
use crate::pages::courses::list::catalogue;

/// The page.
pub(super) fn page(words: Words, courses: &[Arc<Edition>]) -> impl IntoView + use<> {
    view! {
        <main id="main" class="page" tabindex="-1">
            <header class="page-title">
                <h1>{words.say("start-what")}</h1>
                <p class="lead">{words.say("start-how")}</p>
                <div class="actions">
                    <a class="button primary" href="/courses">{words.say("start-read")}</a>
                    <a class="button" href="/sign-in">{words.say("sign-in")}</a>
                    <a class="button quiet" href="/join">{words.say("start-code")}</a>
                    <a class="button quiet" href="/impact">{words.say("impact-title")}</a>
                </div>
            </header>
            {catalogue(words, courses)}
        </main>
    }
}
