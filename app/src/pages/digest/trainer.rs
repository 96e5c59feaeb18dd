//! A trainer's part of the digest.

use domain::clock::Timestamp;
use leptos::prelude::*;
use services::digest::{NearSession, Training};

use super::listed;
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};

/// Who needs help, which sessions come, where attendance is not recorded.
pub(super) fn section(words: Words, training: &Training, now: Timestamp) -> impl IntoView + use<> {
    let help = training.help.iter().map(|one| {
        let since = words.ago(one.since, now);
        view! {
            <li>
                <a href=format!("/people/{}", one.person)><bdi>{one.name.clone()}</bdi></a>
                ", " <a href=format!("/cohorts/{}", one.cohort)><bdi>{one.title.clone()}</bdi></a>
                <span class="under">{words.say_with("digest-since", [("when", since.into())])}</span>
            </li>
        }
        .into_markup()
    });
    let sessions = training.sessions.iter().map(|one| {
        let href = format!("/cohorts/{}", one.cohort);
        session(words, one, href)
    });
    let registers = training.registers.iter().map(|one| {
        let href = format!("/cohorts/{}/sessions/{}/register", one.cohort, one.session);
        session(words, one, href)
    });
    let help = listed(
        words.say("digest-help"),
        words.say("digest-help-none"),
        help.collect(),
    );
    let (title, none) = (
        words.say("digest-sessions"),
        words.say("digest-sessions-none"),
    );
    let sessions = listed(title, none, sessions.collect());
    let (title, none) = (
        words.say("digest-registers"),
        words.say("digest-registers-none"),
    );
    let registers = listed(title, none, registers.collect());
    view! {
        <section class="section">
            <h2>{words.say("cohorts-title")}</h2>
            {help}
            {sessions}
            {registers}
        </section>
    }
}

fn session(words: Words, one: &NearSession, href: String) -> Markup {
    let day = words.day(one.on_day);
    view! {
        <li>
            <a href=href>{day}", "<bdi>{one.title.clone()}</bdi></a>
            <span class="under"><bdi>{one.place.clone()}</bdi></span>
        </li>
    }
    .into_markup()
}
