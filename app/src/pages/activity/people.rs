//! Silent trainers, cohorts in which people stopped, and how long trainers took.

use chrono::NaiveDate;
use domain::cascade::Rule;
use domain::clock::Timestamp;
use leptos::prelude::*;
use services::activity::{Activity, PAGE, People, Place};

use super::{foot, query_of};
use crate::components::definition_note::DefinitionNote;
use crate::components::nudge_button::NudgeButton;
use crate::components::pagination::Pagination;
use crate::components::status_word::{StatusWord, Tone};
use crate::i18n::Words;
use crate::markup::IntoMarkup;

/// The silent trainers, each with a button that reminds them.
pub(super) fn silent(
    words: Words,
    place: &Place,
    people: &People,
    page: u64,
    today: NaiveDate,
) -> impl IntoView + use<> {
    let title = words.say("silent-title");
    if people.silent.rows.is_empty() && page == 0 {
        return view! {
            <section class="section">
                <h2>{title}</h2>
                <p>{words.say("silent-none")}</p>
                <DefinitionNote words rules=vec![Rule::SilentTrainer]/>
            </section>
        }
        .into_markup();
    }
    let rows = people
        .silent
        .rows
        .iter()
        .map(|one| {
            let back = format!("/programme/activity{}", query_of(place));
            let (trainer, name) = (one.person, one.name.clone());
            let institution = format!("/institutions/{}?programme={}", one.institution, place.programme.id);
            let days = (today - one.qualified.date()).num_days();
            view! {
                <tr>
                    <th scope="row"><a href=format!("/people/{}", one.person)>{one.name.clone()}</a></th>
                    <td data-label=words.say("column-institution")>
                        <a href=institution>{one.institution_name.clone()}</a>
                    </td>
                    <td data-label=words.say("column-since")>{words.day_of(one.qualified)}</td>
                    <td class="number" data-label=words.say("column-days-silent")>{days}</td>
                    <td>
                        <NudgeButton words programme=place.programme.id institution=one.institution trainer name back/>
                    </td>
                </tr>
            }
        })
        .collect_view();
    let address = format!("/programme/activity{}&silent-", query_of(place));
    let shown = people.silent.rows.len() as u64;
    view! {
        <section class="section">
            <h2>{title}</h2>
            <table class="data-table rows">
                <thead>
                    <tr>
                        <th scope="col">{words.say("field-name")}</th>
                        <th scope="col">{words.say("column-institution")}</th>
                        <th scope="col">{words.say("column-since")}</th>
                        <th scope="col" class="number">{words.say("column-days-silent")}</th>
                        <th scope="col"><span class="visually-hidden">{words.say("column-actions")}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <Pagination words page size=PAGE shown more=people.silent.more address/>
            {foot(words, place, "silent", vec![Rule::SilentTrainer])}
        </section>
    }
    .into_markup()
}

/// The cohorts with people on the way, the quietest first.
pub(super) fn cohorts(
    words: Words,
    place: &Place,
    people: &People,
    page: u64,
    now: Timestamp,
) -> impl IntoView + use<> {
    let title = words.say("stalled-title");
    if people.cohorts.rows.is_empty() && page == 0 {
        return view! {
            <section class="section">
                <h2>{title}</h2>
                <p>{words.say("stalled-none")}</p>
                <DefinitionNote words rules=vec![Rule::Stalled]/>
            </section>
        }
        .into_markup();
    }
    let rows = people
        .cohorts
        .rows
        .iter()
        .map(|one| {
            let (tone, icon, word) = match one.stalled {
                0 => (Tone::Done, "done", words.say("stalled-nobody")),
                count => (
                    Tone::Progress,
                    "behind",
                    words.say_with("stalled-count", [("count", count.into())]),
                ),
            };
            let last = one
                .last_activity
                .map_or_else(|| words.say("activity-none"), |at| words.ago(at, now));
            let institution = format!("/institutions/{}?programme={}", one.institution, place.programme.id);
            view! {
                <tr>
                    <th scope="row"><a href=format!("/cohorts/{}", one.cohort)>{one.title.clone()}</a></th>
                    <td data-label=words.say("column-institution")>
                        <a href=institution>{one.institution_name.clone()}</a>
                    </td>
                    <td data-label=words.say("column-stalled")><StatusWord tone icon word/></td>
                    <td class="number" data-label=words.say("column-on-the-way")>{one.open}</td>
                    <td data-label=words.say("column-activity")>{last}</td>
                </tr>
            }
        })
        .collect_view();
    let address = format!("/programme/activity{}&cohorts-", query_of(place));
    let shown = people.cohorts.rows.len() as u64;
    view! {
        <section class="section">
            <h2>{title}</h2>
            <table class="data-table rows">
                <thead>
                    <tr>
                        <th scope="col">{words.say("column-cohort")}</th>
                        <th scope="col">{words.say("column-institution")}</th>
                        <th scope="col">{words.say("column-stalled")}</th>
                        <th scope="col" class="number">{words.say("column-on-the-way")}</th>
                        <th scope="col">{words.say("column-activity")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <Pagination words page size=PAGE shown more=people.cohorts.more address/>
            {foot(words, place, "cohorts", vec![Rule::Stalled, Rule::Outcome])}
        </section>
    }
    .into_markup()
}

/// How long trainers took from qualifying to their first delivered session, and who took longest.
pub(super) fn first_cascade(words: Words, seen: &Activity) -> impl IntoView + use<> {
    let said = match seen.first_cascade {
        Some(first) => words.say_with(
            "first-cascade",
            [
                ("trainers", first.trainers.into()),
                ("median", first.median.into()),
                ("lower", first.lower.into()),
                ("upper", first.upper.into()),
            ],
        ),
        None => words.say("first-cascade-none"),
    };
    let named = seen
        .people
        .as_ref()
        .filter(|people| !people.slowest.rows.is_empty());
    let table = named.map(|people| {
        let more = people
            .slowest
            .more
            .then(|| view! { <p class="quiet-text">{words.say("first-cascade-more")}</p> });
        view! {
            {slowest(words, people)}
            {more}
            {foot(words, &seen.place, "first-sessions", vec![Rule::FirstCascade])}
        }
    });
    let rule = table
        .is_none()
        .then(|| view! { <DefinitionNote words rules=vec![Rule::FirstCascade]/> });
    view! {
        <section class="section">
            <h2>{words.say("first-cascade-title")}</h2>
            <p>{said}</p>
            {table}
            {rule}
        </section>
    }
}

fn slowest(words: Words, people: &People) -> impl IntoView + use<> {
    let rows = people
        .slowest
        .rows
        .iter()
        .map(|one| {
            view! {
                <tr>
                    <th scope="row"><a href=format!("/people/{}", one.person)>{one.name.clone()}</a></th>
                    <td data-label=words.say("column-institution")>{one.institution_name.clone()}</td>
                    <td data-label=words.say("column-since")>{words.day(one.qualified)}</td>
                    <td data-label=words.say("column-first-session")>{words.day(one.delivered)}</td>
                    <td class="number" data-label=words.say("column-days")>{one.days}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="data-table rows">
            <caption>{words.say("first-cascade-slowest")}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.say("field-name")}</th>
                    <th scope="col">{words.say("column-institution")}</th>
                    <th scope="col">{words.say("column-since")}</th>
                    <th scope="col">{words.say("column-first-session")}</th>
                    <th scope="col" class="number">{words.say("column-days")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
