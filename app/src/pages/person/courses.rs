//! A person's units, course by course.

use leptos::prelude::*;
use services::institution::UnitState;
use services::person_page::{Course, PersonPage};

use crate::components::icon::Icon;
use crate::i18n::Words;
use crate::pages::institution::{unit_number, unit_title};

/// Every unit that the person owes or has opened, with how far they are.
pub(super) fn section(words: Words, seen: &PersonPage) -> impl IntoView + use<> {
    seen.courses
        .iter()
        .map(|course| one(words, course))
        .collect_view()
}

fn one(words: Words, course: &Course) -> impl IntoView + use<> {
    let owed = || course.units.iter().filter(|unit| unit.owed);
    let done = owed()
        .filter(|unit| matches!(unit.state, Some(UnitState::Completed(_))))
        .count();
    let counted = words.say_with(
        "person-units-done",
        [("done", done.into()), ("units", owed().count().into())],
    );
    let items = course
        .units
        .iter()
        .map(|unit| {
            let title = unit_title(&course.edition, unit.place, words.0);
            let (class, icon, when) = match &unit.state {
                Some(UnitState::Completed(at)) => ("done", "done", words.day_of(*at)),
                Some(UnitState::Opened) => ("progress", "progress", words.say("state-progress")),
                None => ("", "none", words.say("state-none")),
            };
            let outside = (!unit.owed).then(|| {
                view! { <span class="under">{words.say("track-outside-person")}</span> }
            });
            view! {
                <li class=class>
                    <Icon name=icon/>
                    <span>
                        {format!("{} {title}", unit_number(unit.place))}
                        {outside}
                    </span>
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
