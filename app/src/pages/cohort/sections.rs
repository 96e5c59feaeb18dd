//! The sessions and the history of a cohort's page.

use leptos::prelude::*;
use services::cohorts::{CohortPage, Past, SessionLine};

use crate::components::follow_up_counts::FollowUpCounts;
use crate::components::status_word::{StatusWord, Tone};
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::pages::session::{when, whereabouts};
use crate::visit::Visit;

/// When the cohort meets, where, with whom, and who was there.
pub(super) fn sessions(visit: &Visit, page: &CohortPage) -> impl IntoView + use<> {
    let words = visit.words;
    let id = page.cohort.id;
    let table = (!page.sessions.is_empty()).then(|| {
        let rows = page.sessions.iter().map(|session| session_row(visit, page, session)).collect_view();
        view! {
            <div class="table-scroll" role="region" aria-labelledby="sessions" tabindex="0">
                <table class="data-table rows">
                    <caption id="sessions" class="visually-hidden">{words.say("sessions-title")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.say("session-day")}</th>
                            <th scope="col">{words.say("session-place")}</th>
                            <th scope="col">{words.say("trainers")}</th>
                            <th scope="col">{words.say("session-attendance")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    let none = page
        .sessions
        .is_empty()
        .then(|| view! { <p class="quiet-text">{words.say("sessions-none")}</p> });
    view! {
        <section class="section">
            <h2>{words.say("sessions-title")}</h2>
            {none}
            {table}
            <div class="actions">
                <a class="button" href=format!("/cohorts/{id}/sessions/new")>{words.say("session-plan")}</a>
            </div>
        </section>
    }
}

fn session_row(visit: &Visit, page: &CohortPage, line: &SessionLine) -> impl IntoView + use<> {
    let words = visit.words;
    let here = format!("/cohorts/{}/sessions/{}", page.cohort.id, line.session.id);
    let register = format!("{here}/register");
    let day = words.day(line.session.on_day);
    let attendance = match line.present {
        _ if line.session.cancelled.is_some() => {
            view! { <StatusWord tone=Tone::Failed icon="failed" word=words.say("session-cancelled-word")/> }.into_markup()
        }
        Some(present) => {
            let word = words.say_with("session-present", [("count", present.into())]);
            view! {
                <StatusWord tone=Tone::Done icon="done" word/>
                " "
                <a href=register>{words.say("session-correct")}<span class="visually-hidden">" "{day.clone()}</span></a>
            }
            .into_markup()
        }
        None if line.due => view! {
            <a class="button small" href=register>
                {words.say("session-record")}<span class="visually-hidden">" "{day.clone()}</span>
            </a>
        }
        .into_markup(),
        None => view! { <StatusWord tone=Tone::Quiet icon="calendar" word=words.say("session-planned")/> }.into_markup(),
    };
    view! {
        <tr>
            <th scope="row"><a href=here>{when(words, &line.session)}</a></th>
            <td data-label=words.say("session-place")><bdi>{whereabouts(words, &line.session)}</bdi></td>
            <td data-label=words.say("trainers")>{line.trainers.join(", ")}</td>
            <td data-label=words.say("session-attendance")><div>{attendance}</div></td>
        </tr>
    }
}

/// Whether those who finished did what they promised, as soon as anybody did finish.
pub(super) fn follow_up(words: Words, page: &CohortPage) -> Option<impl IntoView + use<>> {
    let rounds = page.follow_up.clone();
    (page.summary.finished > 0).then(|| {
        view! {
            <section class="section">
                <h2>{words.say("follow-up-section")}</h2>
                <FollowUpCounts words rounds/>
            </section>
        }
    })
}

/// Who enrolled whom, when, and what came of it.
pub(super) fn history(visit: &Visit, page: &CohortPage) -> Option<impl IntoView + use<>> {
    let words = visit.words;
    let rows = page
        .history
        .iter()
        .map(|past| past_row(visit, page, past))
        .collect_view();
    (!page.history.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{words.say("history-title")}</h2>
                <ol class="timeline">{rows}</ol>
            </section>
        }
    })
}

fn past_row(visit: &Visit, page: &CohortPage, past: &Past) -> impl IntoView + use<> {
    let words = visit.words;
    let href = format!("/cohorts/{}/enrolments/{}", page.cohort.id, past.id);
    let values = [
        ("name", past.made_by.clone().into()),
        ("enrolled", past.enrolled.into()),
        ("lines", past.lines.into()),
    ];
    let undone = past.undone_at.map(|at| {
        let word = words.say_with("history-undone", [("day", words.day_of(at).into())]);
        view! { " " <StatusWord tone=Tone::Quiet icon="back" word/> }
    });
    let day = words.day_of(past.committed_at);
    let machine = past.committed_at.date().to_string();
    view! {
        <li>
            <time datetime=machine>{day}</time>
            <div><a href=href>{words.say_with("history-line", values)}</a>{undone}</div>
        </li>
    }
}
