//! What happened to a person, newest first.

use leptos::prelude::*;
use services::person_page::{PersonPage, What};

use super::role_at;
use crate::i18n::Words;
use crate::pages::institution::unit_title;

/// The timeline.
pub(super) fn section(words: Words, seen: &PersonPage) -> Option<impl IntoView + use<>> {
    if seen.timeline.is_empty() {
        return None;
    }
    let items = seen
        .timeline
        .iter()
        .map(|entry| {
            let date = entry.at.date().to_string();
            view! {
                <li>
                    <time datetime=date>{words.day_of(entry.at)}</time>
                    <div>{sentence(words, seen, &entry.what)}</div>
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <section class="section">
            <h2>{words.say("timeline-title")}</h2>
            <ol class="timeline">{items}</ol>
        </section>
    })
}

fn sentence(words: Words, seen: &PersonPage, what: &What) -> String {
    let cohort = |key: &str, title: &str| words.say_with(key, [("cohort", title.into())]);
    match what {
        What::Invited(place) => cohort("happened-invited", &place.title),
        What::Started(place) => cohort("happened-started", &place.title),
        What::Finished(place) => cohort("happened-finished", &place.title),
        What::Withdrawn(place, reason) if reason.is_empty() => {
            cohort("happened-withdrawn", &place.title)
        }
        What::Withdrawn(place, reason) => words.say_with(
            "happened-withdrawn-because",
            [
                ("cohort", place.title.as_str().into()),
                ("reason", reason.as_str().into()),
            ],
        ),
        What::Unit(edition, place) => {
            let title = unit_title(edition, *place, words.0);
            words.say_with("happened-unit", [("unit", title.into())])
        }
        What::RoleGiven(role) => {
            let role = role_at(words, seen, role);
            words.say_with("happened-role-given", [("role", role.into())])
        }
        What::RoleTaken(role) => {
            let role = role_at(words, seen, role);
            words.say_with("happened-role-taken", [("role", role.into())])
        }
    }
}
