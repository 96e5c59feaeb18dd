//! Who trained a person, and whom they trained.

use std::collections::BTreeSet;

use domain::cascade::Rule;
use domain::ids::PersonId;
use leptos::prelude::*;
use services::person_page::{PersonPage, Trained};

use crate::components::definition_note::DefinitionNote;
use crate::components::person_name::PersonName;
use crate::i18n::Words;
use crate::markup::IntoMarkup;

/// The lineage, as far as the asker sees it.
pub(super) fn section(words: Words, seen: &PersonPage) -> impl IntoView + use<> {
    let generation = seen.generation.map(|generation| {
        let key = if generation.smallest == generation.largest {
            "generation"
        } else {
            "generation-range"
        };
        let sentence = words.say_with(
            key,
            [
                ("number", generation.smallest.into()),
                ("largest", generation.largest.into()),
            ],
        );
        view! { <p>{sentence}</p> }
    });
    let above = if seen.trained_by.is_empty() {
        view! { <p class="quiet-text">{words.say("lineage-no-trainer")}</p> }.into_markup()
    } else {
        list(words, "lineage-trained-by", &seen.trained_by).into_markup()
    };
    let below = (!seen.trained.is_empty()).then(|| {
        let people: BTreeSet<PersonId> =
            seen.trained.iter().map(|one| one.relative.person).collect();
        let count = people.len();
        view! {
            <h3>{words.say_with("lineage-trained", [("count", count.into())])}</h3>
            {list(words, "lineage-trained-one", &seen.trained)}
        }
    });
    view! {
        <section class="section">
            <h2>{words.say("lineage-title")}</h2>
            {generation}
            {above}
            {below}
            <DefinitionNote words rules=vec![Rule::Edge, Rule::Generation]/>
        </section>
    }
}

/// One line for each, with the cohort where it happened.
fn list(words: Words, key: &str, relatives: &[Trained]) -> impl IntoView + use<> {
    let items = relatives
        .iter()
        .map(|one| {
            let (relative, place) = (&one.relative, &one.place);
            let rest = words.say_with(
                key,
                [
                    ("cohort", place.title.as_str().into()),
                    ("date", words.day_of(relative.at).into()),
                ],
            );
            view! {
                <li>
                    <PersonName person=relative.person name=relative.name.clone() open=one.open/>
                    <span class="under">{rest}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="relatives">{items}</ul> }
}
