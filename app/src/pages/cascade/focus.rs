//! The person on whom the eye is: who trained them and whom they trained, each by which sessions.

use std::collections::BTreeMap;

use domain::ids::PersonId;
use leptos::prelude::*;
use services::institution::{Lineage, SeenEdge};

use super::{name, origin};
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};

/// Most lines in it; the list has everybody.
const LINES: usize = 40;

/// What is said above the drawing; `all` leads back to everybody.
pub(super) fn view(words: Words, seen: &Lineage, person: PersonId, all: String) -> Markup {
    let own = name(words, seen, person);
    let said = words.say_with("cascade-focus", [("name", own.into())]);
    let mut lines = above(words, seen, person);
    lines.extend(below(words, seen, person));
    let more = lines.len().saturating_sub(LINES);
    let lines = lines.into_iter().take(LINES);
    let items = lines.map(|line| view! { <li>{line}</li> }).collect_view();
    let more = (more > 0).then(|| {
        let more = words.say_with("cascade-more", [("count", more.into())]);
        view! { <li>{more}</li> }
    });
    view! {
        <p>{said} " " <a href=all>{words.say("cascade-focus-end")}</a></p>
        <ul class="cascade-edges">{items}{more}</ul>
    }
    .into_markup()
}

fn above(words: Words, seen: &Lineage, person: PersonId) -> Vec<String> {
    let mut by: BTreeMap<PersonId, Vec<&SeenEdge>> = BTreeMap::new();
    for edge in seen.edges_of(person) {
        by.entry(edge.edge.trainer).or_default().push(edge);
    }
    let line = |(trainer, edges): (PersonId, Vec<&SeenEdge>)| {
        let values = [
            ("name", name(words, seen, trainer).into()),
            ("how", how(words, edges).into()),
        ];
        words.say_with("cascade-trained-by", values)
    };
    by.into_iter().map(line).collect()
}

/// Those who were trained, in the order of their places: colleagues of the same trainers together.
fn below(words: Words, seen: &Lineage, person: PersonId) -> Vec<String> {
    let trained = seen.chart.places.iter().filter_map(|place| {
        let edges: Vec<&SeenEdge> = super::plan::edges(seen, place)
            .filter(|edge| edge.edge.trainer == person)
            .collect();
        if edges.is_empty() {
            return None;
        }
        let who = match place.people.as_slice() {
            [one] => name(words, seen, *one),
            several => words.say_with("cascade-group", [("count", several.len().into())]),
        };
        let values = [("name", who.into()), ("how", how(words, edges).into())];
        Some(words.say_with("cascade-trained", values))
    });
    trained.collect()
}

fn how(words: Words, edges: Vec<&SeenEdge>) -> String {
    origin::in_full(words, edges.into_iter()).unwrap_or_default()
}
