//! `/programme/jobs`: what the installation did lately by itself, and what failed.

use axum::extract::Query;
use axum::response::Response;
use domain::clock::Timestamp;
use leptos::prelude::*;
use serde::Deserialize;
use services::jobs::{Jobs, Listed, State, list};

use super::page_number;
use crate::components::empty_state::EmptyState;
use crate::components::icon::Icon;
use crate::components::notice::FlashNotice;
use crate::components::status_word::{StatusWord, Tone};
use crate::error::Failure;
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};
use crate::visit::Visit;

/// Which page.
#[derive(Deserialize)]
pub struct Wanted {
    page: Option<String>,
}

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] for everybody but coordinators.
pub async fn get(visit: Visit, Query(wanted): Query<Wanted>) -> Result<Response, Failure> {
    let number = page_number(wanted.page.as_deref());
    let jobs = list(visit.services(), &visit.actor(), number).await?;
    let (words, flash, now) = (visit.words, visit.flash.clone(), visit.now());
    let title = words.say("jobs-title");
    Ok(visit.page(&title.clone(), || {
        let given_up = (jobs.letters_given_up > 0).then(|| {
            let count = [("count", jobs.letters_given_up.into())];
            view! {
                <div class="notice warning">
                    <Icon name="warning"/>
                    <p><a href="/outbox?state=failed">{words.say_with("jobs-letters-given-up", count)}</a></p>
                </div>
            }
        });
        view! {
            <main id="main" class="page" tabindex="-1">
                <header class="page-title">
                    <h1>{title}</h1>
                    <p class="lead">{words.say("jobs-lead")}</p>
                </header>
                <FlashNotice words flash/>
                {given_up}
                {table(words, &jobs, now)}
                {pages(words, number, jobs.more)}
            </main>
        }
    }))
}

fn table(words: Words, jobs: &Jobs, now: Timestamp) -> Markup {
    if jobs.jobs.is_empty() {
        let (title, what) = (words.say("jobs-empty-title"), words.say("jobs-empty"));
        return view! { <EmptyState title what/> }.into_markup();
    }
    let rows = jobs
        .jobs
        .iter()
        .map(|listed| row(words, listed, now))
        .collect_view();
    view! {
        <div class="table-scroll" role="region" aria-labelledby="jobs" tabindex="0">
            <table class="data-table rows">
                <caption id="jobs" class="visually-hidden">{words.say("jobs-title")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("jobs-what")}</th>
                        <th scope="col">{words.say("column-status")}</th>
                        <th scope="col" class="number">{words.say("jobs-letters")}</th>
                        <th scope="col">{words.say("column-when")}</th>
                        <th scope="col"><span class="visually-hidden">{words.say("column-actions")}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_markup()
}

fn row(words: Words, listed: &Listed, now: Timestamp) -> impl IntoView + use<> {
    let job = &listed.job;
    let (tone, icon) = match job.state {
        State::Waiting => (Tone::Quiet, "none"),
        State::Running => (Tone::Progress, "progress"),
        State::Done => (Tone::Done, "done"),
        State::Failed => (Tone::Failed, "failed"),
    };
    let word = words.say(&format!("job-{}", job.state.code()));
    let error = job.last_error.clone().map(|error| {
        let tried = words.say_with("outbox-tried", [("count", job.attempts.into())]);
        view! { <span class="under">{tried}" "{error}</span> }
    });
    let again = (job.state == State::Failed).then(|| {
        view! {
            <form method="post" action=format!("/programme/jobs/{}/try-again", job.id)>
                <button class="button small">{words.say("outbox-try-again")}</button>
            </form>
        }
    });
    let when = job.done_at.or(job.started_at);
    let when = when.map_or_else(|| words.day_of(job.due_at), |at| words.ago(at, now));
    view! {
        <tr>
            <th scope="row">
                {words.say(&format!("errand-{}", listed.errand.code()))}
                <span class="under">{listed.period.clone()}</span>
            </th>
            <td data-label=words.say("column-status")><div><StatusWord tone icon word/>{error}</div></td>
            <td class="number" data-label=words.say("jobs-letters")>{listed.progress.letters}</td>
            <td data-label=words.say("column-when")>{when}</td>
            <td><div class="row-actions">{again}</div></td>
        </tr>
    }
}

fn pages(words: Words, page: u64, more: bool) -> Option<impl IntoView + use<>> {
    // Addresses count pages from 1.
    let earlier = (page > 0).then(|| {
        let href = format!("/programme/jobs?page={page}");
        view! { <li><a rel="prev" href=href><Icon name="back"/>{words.say("outbox-newer")}</a></li> }
    });
    let later = more.then(|| {
        let href = format!("/programme/jobs?page={}", page + 2);
        view! { <li><a rel="next" href=href>{words.say("outbox-older")}<Icon name="forward"/></a></li> }
    });
    (earlier.is_some() || later.is_some()).then(|| {
        view! { <nav class="pagination" aria-label=words.say("outbox-pages")><ul>{earlier}{later}</ul></nav> }
    })
}
