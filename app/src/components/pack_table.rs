//! Packs with their state: what to do with each, and how far those are that are being made.

use leptos::prelude::*;
use services::packs::{About, Pack, State};

use crate::components::status_word::{StatusWord, Tone};
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};
use crate::pages::evidence::size;

/// The packs of a session or of a programme, the newest first.
#[component]
pub fn PackTable(
    /// The language.
    words: Words,
    /// The packs; at least one.
    packs: Vec<Pack>,
    /// Whether the reader may have them made again.
    may_make: bool,
    /// The page's own address: looking again shows how far they are.
    #[prop(into)]
    here: String,
) -> impl IntoView {
    // A session has no period: what tells its packs apart is when they were asked for.
    let of_session = packs
        .iter()
        .any(|pack| matches!(pack.about, About::Session(_)));
    let first = if of_session {
        "packs-asked-on"
    } else {
        "packs-period"
    };
    let rows = packs
        .iter()
        .map(|pack| row(words, pack, may_make, &here))
        .collect_view();
    view! {
        <div class="table-scroll" role="region" aria-labelledby="pack-list" tabindex="0">
            <table class="data-table rows">
                <caption id="pack-list">{words.say("packs-list")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say(first)}</th>
                        <th scope="col">{words.say("packs-language")}</th>
                        <th scope="col">{words.say("packs-state")}</th>
                        <th scope="col">{words.say("packs-file")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(words: Words, pack: &Pack, may_make: bool, here: &str) -> impl IntoView + use<> {
    let period = match pack.about {
        About::Session(_) => words.day_of(pack.asked_at),
        About::Period(from, to) => {
            let ends = [
                ("from", words.day(from).into()),
                ("to", words.day(to).into()),
            ];
            words.say_with("packs-period-of", ends)
        }
    };
    view! {
        <tr>
            <th scope="row">{period}</th>
            <td data-label=words.say("packs-language")>{pack.language.own_name()}</td>
            <td data-label=words.say("packs-state")><div>{state(words, pack)}</div></td>
            <td data-label=words.say("packs-file")><div>{file(words, pack, may_make, here)}</div></td>
        </tr>
    }
}

fn state(words: Words, pack: &Pack) -> impl IntoView + use<> {
    let (done, total) = pack.progress;
    let (tone, icon, word) = match (pack.state, &pack.made) {
        (State::Ready, Some(made)) => {
            let at = [
                ("day", words.day_of(made.at).into()),
                ("time", words.time(made.at).into()),
            ];
            (Tone::Done, "done", words.say_with("pack-ready", at))
        }
        (State::Making, _) => {
            let progress = [("done", done.into()), ("total", total.into())];
            (
                Tone::Progress,
                "progress",
                words.say_with("pack-making", progress),
            )
        }
        (State::Failed, _) => (Tone::Failed, "failed", words.say("pack-failed")),
        _ => (Tone::Quiet, "behind", words.say("pack-waiting")),
    };
    let why = pack.error.as_ref().map(|code| {
        view! { <span class="under">{words.say(&format!("pack-error-{code}"))}</span> }
    });
    view! { <StatusWord tone icon word/> {why} }
}

fn file(words: Words, pack: &Pack, may_make: bool, here: &str) -> Markup {
    match (pack.state, &pack.made) {
        (State::Ready, Some(made)) => {
            let fingerprint =
                words.say_with("pack-fingerprint", [("sha256", made.sha256.clone().into())]);
            view! {
                <a class="button small" href=format!("/packs/{}", pack.id) download="">{words.say("pack-download")}</a>
                " "{size(words, made.bytes)}
                <span class="under fingerprint" translate="no">{fingerprint}</span>
            }
            .into_markup()
        }
        (State::Failed, _) if may_make => view! {
            <form method="post" action=format!("/packs/{}/try-again", pack.id)>
                <button class="button small">{words.say("pack-try-again")}</button>
            </form>
        }
        .into_markup(),
        (State::Waiting | State::Making, _) => {
            view! { <a href=here.to_owned()>{words.say("pack-look-again")}</a> }.into_markup()
        }
        _ => ().into_markup(),
    }
}
