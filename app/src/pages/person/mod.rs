//! `/people/{id}`: what a person takes part in, who trained them, and what happened when.

mod courses;
mod lineage;
mod timeline;

use axum::extract::Path;
use axum::response::Response;
use domain::cascade::Rule;
use domain::ids::PersonId;
use domain::people::Role;
use leptos::prelude::*;
use services::person_page::{PersonPage, page as person_page};

use crate::components::definition_note::DefinitionNote;
use crate::components::notice::FlashNotice;
use crate::components::status_word::{StatusWord, Tone};
use crate::error::Failure;
use crate::i18n::Words;
use crate::pages::follow_up;
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such person, or they are none of the asker's business.
pub async fn get(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    let id: PersonId = id.parse().map_err(|_| Failure::NotFound)?;
    let seen = person_page(visit.services(), &visit.actor(), id).await?;
    let title = seen.person.name.clone();
    Ok(visit.page(&title, || page(&visit, &seen)))
}

fn page(visit: &Visit, seen: &PersonPage) -> impl IntoView + use<> {
    let words = visit.words;
    let reset = seen.may_hand_over.then(|| {
        let href = format!("/people/{}/reset-code", seen.person.id);
        view! {
            <div class="actions no-print">
                <a class="button" href=href>{words.say("person-reset-code")}</a>
            </div>
        }
    });
    view! {
        <main id="main" class="page" tabindex="-1">
            <FlashNotice words flash=visit.flash.clone()/>
            <header class="page-title">
                <p class="over">{home(words, seen)}</p>
                <h1><bdi>{seen.person.name.clone()}</bdi></h1>
                <p class="lead">{seen.addresses.join(", ")}</p>
                {reset}
            </header>
            {roles(words, seen)}
            {participations(words, seen, visit)}
            {follow_ups(words, seen, visit)}
            {courses::section(words, seen)}
            {lineage::section(words, seen)}
            {timeline::section(words, seen)}
        </main>
    }
}

/// Where the person belongs now.
fn home(words: Words, seen: &PersonPage) -> String {
    let now: Vec<String> = seen
        .memberships
        .iter()
        .filter(|membership| membership.to.is_none())
        .filter_map(|membership| {
            let name = seen.institutions.get(&membership.institution)?.clone();
            Some(match membership.category {
                Some(category) => {
                    format!(
                        "{name} · {}",
                        words.say(&format!("category-{}", category.code()))
                    )
                }
                None => name,
            })
        })
        .collect();
    now.join(", ")
}

fn participations(words: Words, seen: &PersonPage, visit: &Visit) -> impl IntoView + use<> {
    let now = visit.now();
    let rows = seen
        .participations
        .iter()
        .map(|(one, place)| {
            let (tone, icon, key) = if one.withdrawn.is_some() {
                (Tone::Quiet, "withdrawn", "state-withdrawn")
            } else if one.finished_at.is_some() {
                (Tone::Done, "done", "state-finished")
            } else if one.started_at.is_some() {
                (Tone::Progress, "progress", "state-progress")
            } else {
                (Tone::Quiet, "none", "state-invited")
            };
            let activity = one
                .last_activity
                .map_or_else(|| words.say("activity-none"), |at| words.ago(at, now));
            let counted = (!one.counts)
                .then(|| view! { <span class="under">{words.say("not-counted")}</span> });
            view! {
                <tr>
                    <th scope="row">
                        <a href=format!("/cohorts/{}", place.cohort)>{place.title.clone()}</a>
                        <span class="under">{place.institution_name.clone()}</span>
                    </th>
                    <td data-label=words.say("column-status")>
                        <StatusWord tone icon word=words.say(key)/>{counted}
                    </td>
                    <td data-label=words.say("column-activity")>{activity}</td>
                </tr>
            }
        })
        .collect_view();
    let table = (!seen.participations.is_empty()).then(|| {
        view! {
            <table class="data-table rows">
                <thead>
                    <tr>
                        <th scope="col">{words.say("column-cohort")}</th>
                        <th scope="col">{words.say("column-status")}</th>
                        <th scope="col">{words.say("column-activity")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    let none = (seen.participations.is_empty() && seen.elsewhere == 0)
        .then(|| view! { <p class="quiet-text">{words.say("participations-none")}</p> });
    let elsewhere = (seen.elsewhere > 0).then(|| {
        let sentence = words.say_with(
            "participations-elsewhere",
            [("count", seen.elsewhere.into())],
        );
        view! { <p class="quiet-text">{sentence}</p> }
    });
    view! {
        <section class="section">
            <h2>{words.say("participations-title")}</h2>
            {table}
            {none}
            {elsewhere}
            <DefinitionNote words rules=vec![Rule::Heads, Rule::WhoCounts]/>
        </section>
    }
}

/// What the reader promised and answered; on nobody else's page is there any of it.
fn follow_ups(words: Words, seen: &PersonPage, visit: &Visit) -> Option<impl IntoView + use<>> {
    let now = visit.now();
    let each = seen
        .follow_ups
        .iter()
        .map(|found| {
            let answers = found
                .answers
                .values()
                .map(|answered| follow_up::given(words, answered, now))
                .collect_view();
            let href = format!("/follow-up/{}", found.participation);
            view! {
                <h3><a href=href>{found.cohort.clone()}</a></h3>
                {follow_up::commitment(words, found)}
                {answers}
            }
        })
        .collect_view();
    (!seen.follow_ups.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{words.say("follow-up-section")}</h2>
                <p class="quiet-text">{words.say("follow-up-only-you")}</p>
                {each}
            </section>
        }
    })
}

/// A role with its scope, as far as the page names it.
fn role_at(words: Words, seen: &PersonPage, role: &Role) -> String {
    let name = words.role(role);
    let institution = match role {
        Role::Trainer(at) | Role::Lead(at) => seen.institutions.get(at),
        _ => None,
    };
    match institution {
        Some(at) => words.say_with(
            "role-at",
            [("role", name.into()), ("institution", at.as_str().into())],
        ),
        None => name,
    }
}

fn roles(words: Words, seen: &PersonPage) -> Option<impl IntoView + use<>> {
    let held: Vec<String> = seen
        .roles
        .iter()
        .filter(|holder| holder.revoked_at.is_none())
        .map(|holder| role_at(words, seen, &holder.role))
        .collect();
    if held.is_empty() {
        return None;
    }
    let held = held.join("; ");
    Some(view! { <p>{words.say_with("roles-held", [("roles", held.into())])}</p> })
}
