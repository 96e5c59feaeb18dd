//! A person's units, course by course.

use leptos::prelude::*;
use services::institution::UnitState;
use services::person_page::{Course, PersonPage};

use crate::components::icon::Icon;
use crate::i18n::Words;
use crate::pages::institution::{unit_number, unit_title};

/// Every unit asked of the person, with how far they are.
pub(super) fn section(words: Words, seen: &PersonPage) -> impl IntoView + use<> {
    seen.courses
        .iter()
        .map(|course| one(words, course))
        .collect_view()
}

fn one(words: Words, course: &Course) -> impl IntoView + use<> {
    let done = course
        .units
        .iter()
        .filter(|(_, state)| matches!(state, Some(UnitState::Completed(_))))
        .count();
    let counted = words.say_with(
        "person-units-done",
        [("done", done.into()), ("units", course.units.len().into())],
    );
    let items = course
        .units
        .iter()
        .map(|(place, state)| {
            let title = unit_title(&course.edition, *place, words.0);
            let (class, icon, when) = match state {
                Some(UnitState::Completed(at)) => ("done", "done", words.day_of(*at)),
                Some(UnitState::Opened) => ("progress", "progress", words.say("state-progress")),
                None => ("", "none", words.say("state-none")),
            };
            view! {
                <li class=class>
                    <Icon name=icon/>
                    <span>{format!("{} {title}", unit_number(*place))}</span>
                    <span>{when}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="section">
            <h2>{course.edition.contents(words.0).title.clone()}</h2>
            <p>{counted}</p>
            <ul class="checklist">{items}</ul>
        </section>
    }
}
