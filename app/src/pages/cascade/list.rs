//! The cascade as an indented list: each under the nearest of their trainers. With script it is a
//! tree that the arrow keys walk; without, lists in lists, and groups that open.

use std::collections::VecDeque;

use domain::cascade::chart::Place;
use domain::ids::PersonId;
use leptos::prelude::*;
use services::institution::Lineage;

use super::{origin, plan};
use crate::components::person_name::PersonName;
use crate::i18n::Words;
use crate::islands::tree::Tree;
use crate::markup::{IntoMarkup, Markup};

/// Most names of one group on the page; the file has all.
const NAMES: usize = 200;
/// Generations that are set in; later ones follow without: each says its number.
const INDENTED: usize = 12;

/// Everybody at their place, and after them those without a recorded trainer; `query` is that of
/// the page, and `labelled` the id of the list's heading.
pub(super) fn tree(words: Words, seen: &Lineage, query: &str, labelled: &str) -> Markup {
    let mut items = branches(words, seen, query, None, 0);
    items.extend(orphans(words, seen));
    view! {
        <Tree labelled=labelled.to_owned()>
            <ul class="cascade-list">{items}</ul>
        </Tree>
    }
    .into_markup()
}

/// What hangs under a place.
fn branches(
    words: Words,
    seen: &Lineage,
    query: &str,
    under: Option<usize>,
    depth: usize,
) -> Vec<Markup> {
    let mut items: Vec<Markup> = Vec::new();
    let mut waiting: VecDeque<usize> = seen.chart.under(under).iter().copied().collect();
    while let Some(at) = waiting.pop_front() {
        let below = if depth < INDENTED {
            branches(words, seen, query, Some(at), depth + 1)
        } else {
            waiting.extend(seen.chart.under(Some(at)));
            Vec::new()
        };
        let place = &seen.chart.places[at];
        let item = match place.people.as_slice() {
            [one] => {
                let below = (!below.is_empty()).then(|| view! { <ul>{below}</ul> });
                let own = person(words, seen, query, place, *one);
                view! { <li>{own}{below}</li> }.into_markup()
            }
            // Nobody hangs under those who trained nobody.
            _ => group(words, seen, place),
        };
        items.push(item);
    }
    items
}

fn person(words: Words, seen: &Lineage, query: &str, place: &Place, one: PersonId) -> Markup {
    let name = super::name(words, seen, one);
    let generation = words.say_with("generation", [("number", place.generation.into())]);
    let label = words.say_with("cascade-show", [("name", name.as_str().into())]);
    let show = format!("/programme/cascade{query}&focus={one}#drawing");
    view! {
        <span class="who">
            <span class="said">
                <PersonName person=one name open=seen.may_open(one)/>" "
                <span class="under">{generation}{about(words, seen, place)}</span>
            </span>
            <a class="show no-print" href=show aria-label=label>{words.say("cascade-show-short")}</a>
        </span>
    }
    .into_markup()
}

fn group(words: Words, seen: &Lineage, place: &Place) -> Markup {
    let count = words.say_with("cascade-group", [("count", place.people.len().into())]);
    let generation = words.say_with("generation", [("number", place.generation.into())]);
    let about = about(words, seen, place);
    view! {
        <li>
            <details>
                <summary>
                    <span class="said">{count}" "<span class="under">{generation}{about}</span></span>
                </summary>
                {names(words, seen, &place.people)}
            </details>
        </li>
    }
    .into_markup()
}

/// By which sessions the people at a place were trained, and their other trainers, for those who
/// had several.
fn about(words: Words, seen: &Lineage, place: &Place) -> String {
    let others: Vec<String> = place
        .above
        .iter()
        .skip(1)
        .flat_map(|trainer| &seen.chart.places[*trainer].people)
        .map(|person| super::name(words, seen, *person))
        .collect();
    let also = (!others.is_empty())
        .then(|| words.say_with("cascade-also", [("names", words.list(&others).into())]));
    let how = origin::in_full(words, plan::edges(seen, place));
    let both = how.into_iter().chain(also);
    both.map(|part| format!(" · {part}")).collect()
}

/// Colleagues who finished without a recorded trainer.
fn orphans(words: Words, seen: &Lineage) -> Option<Markup> {
    (!seen.orphans.is_empty()).then(|| {
        let count = words.say_with("cascade-orphans", [("count", seen.orphans.len().into())]);
        let what = words.say("cascade-orphans-what");
        view! {
            <li class="orphans">
                <details>
                    <summary>
                        <span class="said">{count}" "<span class="under">{what}</span></span>
                    </summary>
                    {names(words, seen, &seen.orphans)}
                </details>
            </li>
        }
        .into_markup()
    })
}

/// The people of a group, each with when they were trained.
fn names(words: Words, seen: &Lineage, people: &[PersonId]) -> Markup {
    let items = people
        .iter()
        .take(NAMES)
        .map(|person| {
            let name = super::name(words, seen, *person);
            let when = origin::when(words, seen.edges_of(*person).iter());
            let when = when.map(|when| view! { <span class="under">{when}</span> });
            view! {
                <li>
                    <span class="said">
                        <PersonName person=*person name open=seen.may_open(*person)/>" "
                        {when}
                    </span>
                </li>
            }
        })
        .collect_view();
    let more = people.len().saturating_sub(NAMES);
    let more = (more > 0).then(|| {
        let more = words.say_with("cascade-more", [("count", more.into())]);
        view! { <li><span class="said">{more}</span></li> }
    });
    view! { <ul>{items}{more}</ul> }.into_markup()
}
