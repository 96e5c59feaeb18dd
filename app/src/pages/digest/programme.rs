//! A coordinator's part of the digest.

use leptos::prelude::*;
use services::digest::Run;

use super::listed;
use crate::i18n::Words;
use crate::markup::IntoMarkup;

/// The institutions behind, those that miss most first.
pub(super) fn section(words: Words, run: &Run) -> impl IntoView + use<> {
    let id = run.programme;
    let behind = run.behind.iter().map(|one| {
        let href = format!("/institutions/{}?programme={id}", one.id);
        let missing = words.say_with("status-to-go", [("missing", one.missing.into())]);
        view! { <li><a href=href>{one.name.clone()}</a><span class="under">{missing}</span></li> }
            .into_markup()
    });
    let values = [
        ("behind", run.counts.behind.into()),
        ("silent", run.counts.silent.into()),
    ];
    let (title, none) = (words.say("digest-behind"), words.say("digest-behind-none"));
    let behind = listed(title, none, behind.collect());
    view! {
        <section class="section">
            <h2><a href=format!("/programme?id={id}")>{run.title.clone()}</a></h2>
            <p>{words.say_with("digest-programme", values)}</p>
            {behind}
            <div class="actions">
                <a class="button" href=format!("/programme/follow-up?id={id}")>{words.say("follow-up-programme")}</a>
                <a class="button" href="/programme/jobs">{words.say("jobs-title")}</a>
            </div>
        </section>
    }
}
