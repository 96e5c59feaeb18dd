//! Trainers, cohorts and withdrawn people of an institution.

use domain::cascade::Rule;
use domain::cascade::activity::TrainerState;
use domain::clock::Timestamp;
use leptos::prelude::*;
use services::institution::{InstitutionPage, People, Trainer};

use crate::components::definition_note::DefinitionNote;
use crate::components::empty_state::EmptyState;
use crate::components::nudge_button::NudgeButton;
use crate::components::person_name::PersonName;
use crate::components::status_word::{StatusWord, Tone};
use crate::i18n::Words;
use crate::markup::IntoMarkup;

/// The trainers with their cohorts, the leads, and who is invited.
pub(super) fn trainers(
    words: Words,
    seen: &InstitutionPage,
    people: &People,
    now: Timestamp,
) -> impl IntoView + use<> {
    let back = format!(
        "/institutions/{}?programme={}",
        seen.institution.id, seen.programme.id
    );
    let list = if people.trainers.is_empty() {
        let what = words.say_with(
            "trainers-empty",
            [("count", seen.programme.trainers_per_institution.into())],
        );
        let href = format!(
            "/institutions/{}/people/new?role=trainer",
            seen.institution.id
        );
        let action = (href, words.say("invite-trainer"));
        view! { <EmptyState title=words.say("trainers-empty-title") what action/> }.into_markup()
    } else {
        let rows = people
            .trainers
            .iter()
            .map(|one| trainer(words, seen, one, &back, now))
            .collect_view();
        trainers_table(words, rows).into_markup()
    };
    view! {
        <section class="section">
            <h2>{words.say("trainers-title")}</h2>
            {list}
            <DefinitionNote words rules=vec![Rule::SilentTrainer]/>
        </section>
        {leads(words, people, &back)}
    }
}

fn trainers_table(words: Words, rows: impl IntoView) -> impl IntoView {
    view! {
        <table class="data-table rows">
            <thead>
                <tr>
                    <th scope="col">{words.say("field-name")}</th>
                    <th scope="col">{words.say("column-cohorts")}</th>
                    <th scope="col">{words.say("column-last-session")}</th>
                    <th scope="col">{words.say("column-next-session")}</th>
                    <th scope="col">{words.say("column-status")}</th>
                    <th scope="col"><span class="visually-hidden">{words.say("column-actions")}</span></th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn trainer(
    words: Words,
    seen: &InstitutionPage,
    one: &Trainer,
    back: &str,
    now: Timestamp,
) -> impl IntoView + use<> {
    let nudge = (one.state == TrainerState::Silent).then(|| {
        let (programme, institution) = (seen.programme.id, seen.institution.id);
        let (name, back) = (one.name.clone(), back.to_owned());
        view! { <NudgeButton words programme institution trainer=one.person name back/> }
    });
    let cohorts = one
        .cohorts
        .iter()
        .map(|(id, title)| {
            view! { <li><a href=format!("/cohorts/{id}")>{title.clone()}</a></li> }
        })
        .collect_view();
    let cohorts = if one.cohorts.is_empty() {
        words.say("cohorts-none").into_markup()
    } else {
        view! { <ul class="relatives">{cohorts}</ul> }.into_markup()
    };
    let last = one
        .last_delivered
        .map_or_else(|| words.say("activity-none"), |at| words.ago(at, now));
    let next = one
        .next_planned
        .map_or_else(|| words.say("session-none-planned"), |day| words.day(day));
    let (tone, icon) = match one.state {
        TrainerState::Active => (Tone::Done, "done"),
        TrainerState::Planned => (Tone::Progress, "calendar"),
        TrainerState::New => (Tone::Quiet, "none"),
        TrainerState::Silent => (Tone::Failed, "silent"),
    };
    let word = words.say(&format!("trainer-{}", one.state.code()));
    let since = words.say_with("since", [("date", words.day_of(one.qualified).into())]);
    view! {
        <tr>
            <th scope="row">
                <a href=format!("/people/{}", one.person)>{one.name.clone()}</a>
                <span class="under">{since}</span>
            </th>
            <td data-label=words.say("column-cohorts")>{cohorts}</td>
            <td data-label=words.say("column-last-session")>{last}</td>
            <td data-label=words.say("column-next-session")>{next}</td>
            <td data-label=words.say("column-status")><StatusWord tone icon word/></td>
            <td>{nudge}{take_back(words, one.grant.to_string(), one.name.clone(), back)}</td>
        </tr>
    }
}

fn take_back(words: Words, grant: String, name: String, back: &str) -> impl IntoView + use<> {
    let label = words.say_with("role-take-back-from", [("name", name.into())]);
    view! {
        <form class="row-actions no-print" method="post" action=format!("/roles/{grant}/take-back")>
            <input type="hidden" name="back" value=back.to_owned()/>
            <button class="button small" aria-label=label>{words.say("role-take-back")}</button>
        </form>
    }
}

fn leads(words: Words, people: &People, back: &str) -> impl IntoView + use<> {
    let held = people
        .leads
        .iter()
        .map(|lead| {
            let since = words.say_with("since", [("date", words.day_of(lead.given_at).into())]);
            view! {
                <tr>
                    <th scope="row"><a href=format!("/people/{}", lead.person)>{lead.name.clone()}</a></th>
                    <td data-label=words.say("column-since")>{since}</td>
                    <td>{take_back(words, lead.grant.to_string(), lead.name.clone(), back)}</td>
                </tr>
            }
        })
        .collect_view();
    let invited = people
        .invited
        .iter()
        .map(|(role, name, since)| {
            let since = words.say_with("invited-on", [("date", words.day_of(*since).into())]);
            view! {
                <tr>
                    <th scope="row">{name.clone()}" "<span class="under">{words.role(role)}</span></th>
                    <td data-label=words.say("column-since")>{since}</td>
                    <td><a href="/outbox">{words.say("invitation-manage")}</a></td>
                </tr>
            }
        })
        .collect_view();
    let body = if people.leads.is_empty() && people.invited.is_empty() {
        view! { <p class="quiet-text">{words.say("leads-none")}</p> }.into_markup()
    } else {
        view! {
            <table class="data-table rows">
                <thead>
                    <tr>
                        <th scope="col">{words.say("field-name")}</th>
                        <th scope="col">{words.say("column-since")}</th>
                        <th scope="col"><span class="visually-hidden">{words.say("column-actions")}</span></th>
                    </tr>
                </thead>
                <tbody>{held}{invited}</tbody>
            </table>
        }
        .into_markup()
    };
    view! { <section class="section"><h2>{words.say("leads-title")}</h2>{body}</section> }
}

/// The cohorts with their counts.
pub(super) fn cohorts(words: Words, people: &People, now: Timestamp) -> impl IntoView + use<> {
    let rows = people
        .cohorts
        .iter()
        .map(|(cohort, trainers)| {
            let tally = cohort.tally;
            let activity = tally
                .last_activity
                .map_or_else(|| words.say("activity-none"), |at| words.ago(at, now));
            view! {
                <tr>
                    <th scope="row">
                        <a href=format!("/cohorts/{}", cohort.id)>{cohort.title.clone()}</a>
                        <span class="under">{words.list(trainers)}</span>
                    </th>
                    <td class="number" data-label=words.say("column-enrolled")>{tally.invited}</td>
                    <td class="number" data-label=words.say("column-started")>{tally.started}</td>
                    <td class="number" data-label=words.say("column-finished")>{tally.finished}</td>
                    <td class="number" data-label=words.say("column-withdrawn")>{tally.withdrawn}</td>
                    <td data-label=words.say("column-activity")>{activity}</td>
                </tr>
            }
        })
        .collect_view();
    let body = if people.cohorts.is_empty() {
        let action = ("/cohorts/new".to_owned(), words.say("cohort-plan"));
        view! {
            <EmptyState title=words.say("cohorts-empty-title") what=words.say("cohorts-empty") action/>
        }
        .into_markup()
    } else {
        view! {
            <table class="data-table rows">
                <caption>{words.say("cohorts-about")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("column-cohort")}</th>
                        <th scope="col" class="number">{words.say("column-enrolled")}</th>
                        <th scope="col" class="number">{words.say("column-started")}</th>
                        <th scope="col" class="number">{words.say("column-finished")}</th>
                        <th scope="col" class="number">{words.say("column-withdrawn")}</th>
                        <th scope="col">{words.say("column-activity")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_markup()
    };
    view! { <section class="section"><h2>{words.say("cohorts-title")}</h2>{body}</section> }
}

/// Those withdrawn, with the reason; nobody disappears.
pub(super) fn withdrawn(words: Words, people: &People) -> Option<impl IntoView + use<>> {
    if people.withdrawn.is_empty() {
        return None;
    }
    let rows = people
        .withdrawn
        .iter()
        .map(|(one, open)| {
            let reason = if one.reason.is_empty() {
                words.say("reason-none")
            } else {
                one.reason.clone()
            };
            view! {
                <tr>
                    <th scope="row"><PersonName person=one.person name=one.name.clone() open=*open/></th>
                    <td data-label=words.say("column-cohort")>
                        <a href=format!("/cohorts/{}", one.cohort)>{one.title.clone()}</a>
                    </td>
                    <td data-label=words.say("column-when")>{words.day_of(one.at)}</td>
                    <td data-label=words.say("column-reason")>{reason}</td>
                </tr>
            }
        })
        .collect_view();
    Some(view! {
        <section class="section">
            <h2>{words.say("withdrawn-title")}</h2>
            <table class="data-table rows">
                <thead>
                    <tr>
                        <th scope="col">{words.say("field-name")}</th>
                        <th scope="col">{words.say("column-cohort")}</th>
                        <th scope="col">{words.say("column-when")}</th>
                        <th scope="col">{words.say("column-reason")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <DefinitionNote words rules=vec![Rule::WhoCounts]/>
        </section>
    })
}
