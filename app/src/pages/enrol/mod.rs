//! `/cohorts/{id}/enrol`: four steps on one page, and the permanent result.

mod check;
mod check_row;
mod confirm;
mod meter;
mod paste;
pub mod result;
mod session;

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use domain::ids::CohortId;
use leptos::prelude::*;
use serde::Deserialize;
use services::enrolment::{Desk, Prepared};

use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::visit::Visit;

/// How many rows of the check table stand on one page.
pub const ROWS_PER_PAGE: usize = 100;

/// Which part of the check table is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Only rows that somebody has to do something about.
    pub only_problems: bool,
    /// Which page, from 1.
    pub page: usize,
}

impl View {
    /// The view that a form's button or an address names: `all-1`, `problems-2`.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        let (which, page) = code.split_once('-').unwrap_or((code, "1"));
        Self {
            only_problems: which == "problems",
            page: page.parse().unwrap_or(1).max(1),
        }
    }

    /// The code of this view, as buttons and addresses name it.
    #[must_use]
    pub fn code(self) -> String {
        let which = if self.only_problems {
            "problems"
        } else {
            "all"
        };
        format!("{which}-{}", self.page)
    }
}

/// The query of the page's address.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    view: String,
}

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when the cohort is none of the asker's business.
pub async fn get(
    visit: Visit,
    At(cohort): At<CohortId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let desk = services::enrolment::desk(visit.services(), &visit.actor(), cohort).await?;
    let typed = Typed {
        flash: visit.flash.clone(),
        roster: String::new(),
    };
    Ok(page(
        &visit,
        StatusCode::OK,
        desk,
        View::from_code(&asked.view),
        typed,
    ))
}

/// What was refused, for the page to show again.
pub struct Typed {
    /// The problems.
    pub flash: Flash,
    /// The list, however long.
    pub roster: String,
}

/// The page again after a list that was refused: everything typed stays.
///
/// # Errors
/// [`Failure::NotFound`] when the cohort is none of the asker's business.
pub async fn refused(visit: &Visit, cohort: CohortId, typed: Typed) -> Result<Response, Failure> {
    let desk = services::enrolment::desk(visit.services(), &visit.actor(), cohort).await?;
    Ok(page(
        visit,
        StatusCode::UNPROCESSABLE_ENTITY,
        desk,
        View::from_code(""),
        typed,
    ))
}

fn page(visit: &Visit, status: StatusCode, desk: Desk, view: View, typed: Typed) -> Response {
    let words = visit.words;
    let title = words.say_with(
        "enrol-title",
        [("cohort", desk.cohort.title.clone().into())],
    );
    let Typed { flash, roster } = typed;
    visit.page_with_status(status, &title, || {
        let above = vec![
            ("/cohorts".to_owned(), words.say("cohorts-title")),
            (
                format!("/cohorts/{}", desk.cohort.id),
                desk.cohort.title.clone(),
            ),
        ];
        let id = desk.cohort.id;
        let rest = desk
            .prepared
            .as_ref()
            .map(|prepared| steps(visit, &desk, prepared, view, &flash));
        view! {
            <main id="main" class="page" tabindex="-1">
                <Breadcrumb words above here=words.say("cohort-enrol")/>
                <header class="page-title">
                    <p class="over">{desk.institution.clone()}</p>
                    <h1>{title.clone()}</h1>
                </header>
                {step_list(words, desk.prepared.as_ref())}
                <FlashNotice words flash=flash.clone()/>
                {others(visit, &desk)}
                {meter::meter(words, &desk)}
                {paste::step(words, id, desk.prepared.as_ref(), &flash, roster)}
                {rest}
            </main>
        }
    })
}

/// The steps after pasting: one form, so that no button loses what was typed elsewhere.
fn steps(
    visit: &Visit,
    desk: &Desk,
    prepared: &Prepared,
    view: View,
    flash: &Flash,
) -> impl IntoView + use<> {
    let words = visit.words;
    let id = desk.cohort.id;
    view! {
        <form method="post" action=format!("/cohorts/{id}/enrol/draft")>
            <input type="hidden" name="revision" value=prepared.revision/>
            <input type="hidden" name="view" value=view.code()/>
            <input type="hidden" name="ready" value=prepared.totals.ready/>
            {check::step(words, prepared, view)}
            {session::step(visit, desk, prepared)}
            {confirm::step(words, desk, prepared, flash)}
        </form>
    }
}

fn step_list(words: Words, prepared: Option<&Prepared>) -> impl IntoView + use<> {
    let current = match prepared {
        None => 0,
        Some(prepared) if prepared.totals.to_fix + prepared.totals.to_decide > 0 => 1,
        Some(_) => 2,
    };
    let steps = ["paste", "check", "session", "confirm"]
        .into_iter()
        .enumerate()
        .map(|(at, step)| {
            let word = words.say(&format!("enrol-step-{step}"));
            let reachable = prepared.is_some() || at == 0;
            let name = if reachable {
                view! { <a href=format!("#{step}")>{word}</a> }.into_markup()
            } else {
                word.into_markup()
            };
            let done = if at < current { "done" } else { "" };
            view! { <li class=done aria-current=(at == current).then_some("step")>{name}</li> }
        })
        .collect_view();
    view! { <ol class="enrol-steps">{steps}</ol> }
}

/// Who else prepares a list for this cohort.
fn others(visit: &Visit, desk: &Desk) -> impl IntoView + use<> {
    let words = visit.words;
    desk.others
        .iter()
        .map(|(name, changed)| {
            let when = words.ago(*changed, visit.now());
            let sentence = words.say_with(
                "enrol-other-draft",
                [("name", name.clone().into()), ("when", when.into())],
            );
            view! { <div class="notice"><div><p>{sentence}</p></div></div> }
        })
        .collect_view()
}
