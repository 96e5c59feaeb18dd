//! The cascade as an indented list: each under the nearest of their trainers.

use std::collections::VecDeque;

use domain::cascade::chart::Place;
use domain::ids::PersonId;
use leptos::prelude::*;
use services::institution::Lineage;

use crate::components::person_name::PersonName;
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};

/// Most names of one group on the page; the file has all.
const NAMES: usize = 200;
/// Generations that are set in; later ones follow without: each says its number.
const INDENTED: usize = 12;

/// Everybody at their place; `query` is that of the page.
pub(super) fn tree(words: Words, seen: &Lineage, query: &str) -> Markup {
    branch(words, seen, query, None, 0)
}

/// What hangs under a place.
fn branch(words: Words, seen: &Lineage, query: &str, under: Option<usize>, depth: usize) -> Markup {
    let mut items: Vec<Markup> = Vec::new();
    let mut waiting: VecDeque<usize> = seen.chart.under(under).iter().copied().collect();
    while let Some(at) = waiting.pop_front() {
        let below = if depth < INDENTED {
            branch(words, seen, query, Some(at), depth + 1)
        } else {
            waiting.extend(seen.chart.under(Some(at)));
            ().into_markup()
        };
        let place = &seen.chart.places[at];
        let own = match place.people.as_slice() {
            [one] => person(words, seen, query, place, *one),
            _ => group(words, seen, place),
        };
        items.push(view! { <li>{own}{below}</li> }.into_markup());
    }
    if items.is_empty() {
        return ().into_markup();
    }
    let class = if under.is_none() { "cascade-list" } else { "" };
    view! { <ul class=class>{items}</ul> }.into_markup()
}

fn person(words: Words, seen: &Lineage, query: &str, place: &Place, one: PersonId) -> Markup {
    let name = super::name(words, seen, one);
    let generation = words.say_with("generation", [("number", place.generation.into())]);
    let label = words.say_with("cascade-show", [("name", name.as_str().into())]);
    let show = format!("/programme/cascade{query}&focus={one}#drawing");
    view! {
        <span class="who">
            <PersonName person=one name open=seen.may_open(one)/>
            <span class="under">{generation}{also(words, seen, place)}</span>
            <a class="show no-print" href=show aria-label=label>{words.say("cascade-show-short")}</a>
        </span>
    }
    .into_markup()
}

fn group(words: Words, seen: &Lineage, place: &Place) -> Markup {
    let count = words.say_with("cascade-group", [("count", place.people.len().into())]);
    let names = names(words, seen, &place.people);
    view! {
        <details>
            <summary>{count}<span class="under">{also(words, seen, place)}</span></summary>
            {names}
        </details>
    }
    .into_markup()
}

/// The other trainers, for those who had several.
fn also(words: Words, seen: &Lineage, place: &Place) -> Option<String> {
    let others: Vec<String> = place
        .above
        .iter()
        .skip(1)
        .flat_map(|trainer| &seen.chart.places[*trainer].people)
        .map(|person| super::name(words, seen, *person))
        .collect();
    (!others.is_empty()).then(|| {
        let also = words.say_with("cascade-also", [("names", words.list(&others).into())]);
        format!(" · {also}")
    })
}

/// Colleagues who finished without a recorded trainer.
pub(super) fn orphans(words: Words, seen: &Lineage) -> Option<Markup> {
    (!seen.orphans.is_empty()).then(|| {
        let count = words.say_with("cascade-orphans", [("count", seen.orphans.len().into())]);
        let names = names(words, seen, &seen.orphans);
        view! {
            <details class="orphans">
                <summary>{count}</summary>
                <p class="quiet-text">{words.say("cascade-orphans-what")}</p>
                {names}
            </details>
        }
        .into_markup()
    })
}

fn names(words: Words, seen: &Lineage, people: &[PersonId]) -> Markup {
    let items = people
        .iter()
        .take(NAMES)
        .map(|person| {
            let name = super::name(words, seen, *person);
            view! { <li><PersonName person=*person name open=seen.may_open(*person)/></li> }
        })
        .collect_view();
    let more = people.len().saturating_sub(NAMES);
    let more = (more > 0)
        .then(|| view! { <li>{words.say_with("cascade-more", [("count", more.into())])}</li> });
    view! { <ul>{items}{more}</ul> }.into_markup()
}
