//! The catalogue: contents pages of courses and modules, open to everyone.

pub mod course;
pub mod list;
pub mod module;
pub mod tracks;

use domain::course::Audience;
use domain::language::Language;
use leptos::prelude::*;
use services::course::{Edition, ModuleContents, UnitPlace};

use crate::components::icon::Icon;
use crate::i18n::Words;
use crate::markup::IntoMarkup;

/// "For teaching staff, administrative staff".
fn audience(words: Words, audience: &[Audience]) -> String {
    let names: Vec<String> = audience
        .iter()
        .map(|one| words.say(&format!("audience-{}", one.code())))
        .collect();
    words.say_with("for-audience", [("audience", names.join(", ").into())])
}

/// "90 minutes".
pub fn minutes(words: Words, minutes: impl Into<u64>) -> String {
    words.say_with("minutes", [("n", minutes.into().into())])
}

/// Whom a module is for, how long it takes, and whether it is open.
fn facts(words: Words, module: &ModuleContents) -> impl IntoView + use<> {
    let (icon, open) = if module.trainers_only {
        ("lock", "module-for-trainers")
    } else {
        ("open", "module-open")
    };
    view! {
        <ul class="course-facts">
            <li>{audience(words, &module.audience)}</li>
            <li>{minutes(words, module.minutes())}</li>
            <li><Icon name=icon/>{words.say(open)}</li>
        </ul>
    }
}

/// The units of a module, one line each; without links where the reader may not open them.
fn contents(words: Words, edition: &Edition, index: usize, open: bool) -> impl IntoView + use<> {
    let of_module = |place: &&UnitPlace| place.module == index;
    let lines = edition
        .units()
        .iter()
        .filter(of_module)
        .map(|place| {
            let (_, unit) = edition.at(*place, words.0);
            let title = unit.title.clone();
            let lang = other_language(words, unit.language);
            let name = if open {
                view! { <a href=edition.path(*place) lang=lang>{title}</a> }.into_markup()
            } else {
                view! { <span lang=lang>{title}</span> }.into_markup()
            };
            view! { <li>{name}<span>{minutes(words, unit.shape.minutes)}</span></li> }
        })
        .collect_view();
    view! { <ol class="contents">{lines}</ol> }
}

/// The `lang` of a text that is not in the page's language.
pub fn other_language(words: Words, language: Language) -> Option<&'static str> {
    (language != words.0).then(|| language.tag())
}
