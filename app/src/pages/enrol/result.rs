//! `/cohorts/{id}/enrolments/{id}`: what became of every row, for ever.

use axum::extract::Query;
use axum::response::Response;
use domain::ids::{CohortId, EnrolmentId};
use leptos::prelude::*;
use services::enrolment::{Outcome, OutcomeRow, ROWS_PER_PAGE, ResultPage, UndoRefused};

use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::notice::FlashNotice;
use crate::components::pagination::Pagination;
use crate::components::status_word::{StatusWord, Tone};
use crate::error::Failure;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::pages::cohort::Asked;
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when it is none of the asker's business.
pub async fn get(
    visit: Visit,
    At((cohort, enrolment)): At<(CohortId, EnrolmentId)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let services = visit.services();
    let page =
        services::enrolment::result(services, &visit.actor(), cohort, enrolment, asked.page())
            .await?;
    let words = visit.words;
    let title = words.say("result-title");
    let flash = visit.flash.clone();
    Ok(visit.page(&title, || {
        let above = vec![
            ("/cohorts".to_owned(), words.say("cohorts-title")),
            (format!("/cohorts/{cohort}"), page.cohort.title.clone()),
        ];
        view! {
            <main id="main" class="page" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                <header class="page-title">
                    <p class="over">{page.cohort.title.clone()}</p>
                    <h1>{title.clone()}</h1>
                    <p class="lead">{sentence(words, &page)}</p>
                    {next(words, &page)}
                </header>
                <FlashNotice words flash/>
                {totals(words, &page)}
                {table(words, &page)}
                {undo(words, &page)}
            </main>
        }
    }))
}

/// Who did it and when; and who took it back.
fn sentence(words: Words, page: &ResultPage) -> String {
    let at = page
        .enrolment
        .committed_at
        .unwrap_or(page.enrolment.changed_at);
    let made = words.say_with(
        "result-made",
        [
            ("name", page.made_by.clone().into()),
            ("day", words.day_of(at).into()),
            ("time", words.time(at).into()),
        ],
    );
    let Some((at, _)) = page.enrolment.undone else {
        return made;
    };
    let name = page.undone_by.clone().unwrap_or_default();
    let undone = words.say_with(
        "result-undone",
        [
            ("name", name.into()),
            ("day", words.day_of(at).into()),
            ("time", words.time(at).into()),
        ],
    );
    format!("{made} {undone}")
}

fn next(words: Words, page: &ResultPage) -> impl IntoView + use<> {
    let id = page.cohort.id;
    let slips = page.enrolment.undone.is_none().then(|| {
        view! { <a class="button" href=format!("/cohorts/{id}/slips")>{words.say("cohort-slips")}</a> }
    });
    let rest = page.draft.then(|| {
        view! { <a class="button" href=format!("/cohorts/{id}/enrol")>{words.say("result-rest")}</a> }
    });
    view! {
        <div class="actions">
            <a class="button primary" href=format!("/cohorts/{id}")>{words.say("result-to-cohort")}</a>
            {slips}
            {rest}
        </div>
    }
}

/// How an outcome is shown: colour, icon, and the code of its word.
fn shown(outcome: Outcome) -> (Tone, &'static str, &'static str) {
    match outcome {
        Outcome::Enrolled => (Tone::Done, "done", "enrolled"),
        Outcome::AlreadyHere => (Tone::Quiet, "info", "already"),
        Outcome::ToFix => (Tone::Failed, "failed", "to-fix"),
        Outcome::ToDecide => (Tone::Progress, "question", "to-decide"),
        Outcome::LeftOut => (Tone::Quiet, "none", "left-out"),
    }
}

fn totals(words: Words, page: &ResultPage) -> impl IntoView + use<> {
    let items = page
        .counts
        .iter()
        .map(|(outcome, count)| {
            let (tone, icon, code) = shown(*outcome);
            let word = words.say_with(
                &format!("result-count-{code}"),
                [("count", (*count).into())],
            );
            view! { <li><StatusWord tone icon word/></li> }
        })
        .collect_view();
    view! { <ul class="totals">{items}</ul> }
}

fn table(words: Words, page: &ResultPage) -> impl IntoView + use<> {
    let rows = page.rows.iter().map(|line| row(words, line)).collect_view();
    let address = format!(
        "/cohorts/{}/enrolments/{}?",
        page.cohort.id, page.enrolment.id
    );
    let shown = u64::try_from(page.rows.len()).unwrap_or_default();
    let more = page.page * ROWS_PER_PAGE < page.total;
    view! {
        <div class="table-scroll" role="region" aria-labelledby="rows" tabindex="0">
            <table class="data-table rows">
                <caption id="rows">{words.say("result-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="number">{words.say("result-row")}</th>
                        <th scope="col">{words.say("name")}</th>
                        <th scope="col">{words.say("address")}</th>
                        <th scope="col">{words.say("result-outcome")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <Pagination words page={page.page - 1} size=ROWS_PER_PAGE shown more of={Some(page.total)} address/>
    }
}

fn row(words: Words, line: &OutcomeRow) -> impl IntoView + use<> {
    let (tone, icon, code) = shown(line.outcome);
    let word = words.say(&format!("outcome-{code}"));
    let why = why(words, line).map(|why| view! { <span class="under">{why}</span> });
    view! {
        <tr>
            <td class="number" data-label=words.say("result-row")>{line.line}</td>
            <td data-label=words.say("name")><bdi>{line.name.clone()}</bdi></td>
            <td data-label=words.say("address")><bdi>{line.address.clone()}</bdi></td>
            <td data-label=words.say("result-outcome")><div><StatusWord tone icon word/>{why}</div></td>
        </tr>
    }
}

/// The reason kept with a row: "duplicate_in_list:3", "address_no_sign".
fn why(words: Words, line: &OutcomeRow) -> Option<String> {
    let (code, row) = line.reason.split_once(':').unwrap_or((&line.reason, "0"));
    let row: usize = row.parse().unwrap_or_default();
    match (line.outcome, code) {
        (_, "") => None,
        (Outcome::Enrolled, _) => Some(words.say(&format!("verdict-{code}"))),
        _ => Some(words.say_with(&format!("reason-{code}"), [("row", row.into())])),
    }
}

fn undo(words: Words, page: &ResultPage) -> impl IntoView + use<> {
    let body = match page.undo {
        Ok(until) => {
            let action = format!(
                "/cohorts/{}/enrolments/{}/undo",
                page.cohort.id, page.enrolment.id
            );
            let values = [
                ("day", words.day_of(until).into()),
                ("time", words.time(until).into()),
            ];
            view! {
                <p>{words.say_with("undo-what", values)}</p>
                <form method="post" action=action><button class="button danger">{words.say("undo-do")}</button></form>
            }
            .into_markup()
        }
        Err(UndoRefused::Undone) => return None,
        Err(UndoRefused::TooLate) => {
            view! { <p class="quiet-text">{words.say("problem-undo_too_late")}</p> }.into_markup()
        }
        Err(UndoRefused::Started) => {
            view! { <p class="quiet-text">{words.say("problem-undo_started")}</p> }.into_markup()
        }
    };
    Some(
        view! { <section class="section" id="undo"><h2>{words.say("undo-title")}</h2>{body}</section> },
    )
}
