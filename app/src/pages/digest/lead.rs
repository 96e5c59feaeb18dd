//! A lead's part of the digest.

use domain::clock::Timestamp;
use leptos::prelude::*;
use services::digest::Led;

use super::listed;
use crate::components::nudge_button::NudgeButton;
use crate::i18n::Words;
use crate::markup::IntoMarkup;

/// Silent trainers with the button that reminds them, stalled cohorts, and the target.
pub(super) fn section(words: Words, led: &Led, now: Timestamp) -> impl IntoView + use<> {
    let silent = led.silent.iter().map(|trainer| {
        let since = words.say_with(
            "since",
            [("date", words.day_of(trainer.record.qualified).into())],
        );
        let nudge = led.programme.map(|programme| {
            let (institution, name) = (led.institution, trainer.name.clone());
            let back = "/digest".to_owned();
            view! { <NudgeButton words programme institution trainer=trainer.person name back/> }
        });
        view! {
            <li>
                <a href=format!("/people/{}", trainer.person)><bdi>{trainer.name.clone()}</bdi></a>
                <span class="under">{since}</span>
                {nudge}
            </li>
        }
        .into_markup()
    });
    let stalled = led.stalled.iter().map(|cohort| {
        let values = [
            ("count", cohort.unfinished.into()),
            ("when", words.ago(cohort.since, now).into()),
        ];
        view! {
            <li>
                <a href=format!("/cohorts/{}", cohort.id)><bdi>{cohort.title.clone()}</bdi></a>
                <span class="under">{words.say_with("digest-stalled-since", values)}</span>
            </li>
        }
        .into_markup()
    });
    let values = [
        ("finished", led.counts.finished.into()),
        ("missing", led.counts.missing.into()),
    ];
    let (title, none) = (words.say("digest-silent"), words.say("digest-silent-none"));
    let silent = listed(title, none, silent.collect());
    let (title, none) = (
        words.say("digest-stalled"),
        words.say("digest-stalled-none"),
    );
    let stalled = listed(title, none, stalled.collect());
    view! {
        <section class="section">
            <h2><a href=format!("/institutions/{}", led.institution)>{led.name.clone()}</a></h2>
            <p>{words.say_with("digest-target", values)}</p>
            {silent}
            {stalled}
        </section>
    }
}
