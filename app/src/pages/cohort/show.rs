//! `/cohorts/{id}`: the sentence, the roster, the sessions, the history.

use axum::response::Response;
use domain::cascade::help::Stage;
use domain::cascade::small_cells::Cell;
use domain::cascade::target::{BarScale, TargetRange, TargetStatus};
use leptos::prelude::*;
use services::cohorts::{CohortPage, Mode, Summary};

use super::{roster, sections};
use crate::components::breadcrumb::Breadcrumb;
use crate::components::bullet_bar::BulletBar;
use crate::components::empty_state::EmptyState;
use crate::components::notice::FlashNotice;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::pages::courses::tracks;
use crate::visit::Visit;

/// The page.
pub(super) fn page(visit: &Visit, page: CohortPage, stage: Option<Stage>) -> Response {
    let words = visit.words;
    let title = page.cohort.title.clone();
    let flash = visit.flash.clone();
    visit.page(&title, || {
        let above = vec![("/cohorts".to_owned(), words.say("cohorts-title"))];
        let id = page.cohort.id;
        let people = if page.summary.people == 0 {
            let action = (format!("/cohorts/{id}/enrol"), words.say("cohort-enrol"));
            view! { <EmptyState title=words.say("cohort-empty") what=words.say("cohort-empty-what") action/> }
                .into_markup()
        } else {
            roster::section(visit, &page, stage).into_markup()
        };
        view! {
            <main id="main" class="page" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                {header(words, &page)}
                <FlashNotice words flash/>
                {facts(words, &page)}
                {people}
                {sections::sessions(visit, &page)}
                {sections::follow_up(words, &page)}
                {sections::history(visit, &page)}
            </main>
        }
    })
}

fn header(words: Words, page: &CohortPage) -> impl IntoView + use<> {
    let id = page.cohort.id;
    let course = page.course.contents(words.0).title.clone();
    let is_empty = page.summary.people == 0;
    let enrol = if page.draft.is_some() {
        "cohort-enrol-go-on"
    } else {
        "cohort-enrol"
    };
    let enrol_class = if is_empty { "button" } else { "button primary" };
    let invitations = (!is_empty).then(|| {
        view! {
            <a class="button" href=format!("/cohorts/{id}/slips")>{words.say("cohort-slips")}</a>
            <form method="post" action=format!("/cohorts/{id}/invitations")>
                <button class="button">{words.say("cohort-send-waiting")}</button>
            </form>
        }
    });
    view! {
        <header class="page-title">
            <p class="over">{page.institution.clone()}" · "{course}</p>
            <h1>{page.cohort.title.clone()}</h1>
            <p class="lead">{sentence(words, page.summary)}</p>
            {reviews(words, page)}
            <div class="actions">
                <a class=enrol_class href=format!("/cohorts/{id}/enrol")>{words.say(enrol)}</a>
                {invitations}
                <a class="button quiet" href=format!("/cohorts/{id}/edit")>{words.say("cohort-edit")}</a>
            </div>
        </header>
    }
}

/// How many texts wait for the asker, and the way to them.
fn reviews(words: Words, page: &CohortPage) -> Option<impl IntoView + use<>> {
    let count = page.reviews?;
    let href = format!("/cohorts/{}/reviews", page.cohort.id);
    let sentence = words.say_with("reviews-waiting", [("count", count.into())]);
    Some(view! { <p><a href=href>{sentence}</a></p> })
}

/// "23 of 25 started, 11 finished, 2 need help."
fn sentence(words: Words, summary: Summary) -> String {
    if summary.people == 0 {
        return words.say("cohort-sentence-empty");
    }
    words.say_with(
        "cohort-sentence",
        [
            ("started", summary.started.into()),
            ("people", summary.people.into()),
            ("finished", summary.finished.into()),
            ("help", summary.need_help.into()),
        ],
    )
}

fn facts(words: Words, page: &CohortPage) -> impl IntoView + use<> {
    let trainers: Vec<String> = page.trainers.iter().map(|(_, name)| name.clone()).collect();
    let trainers = if trainers.is_empty() {
        words.say("cohort-no-trainer")
    } else {
        trainers.join(", ")
    };
    let mode = match page.cohort.mode {
        Mode::Sessions => words.say("cohort-mode-sessions"),
        Mode::SelfPaced => words.say("cohort-mode-self_paced"),
    };
    let track = page.course.syllabus().choices().next().map(|_| {
        let course = page.course.contents(words.0);
        let title = tracks::title(words, course, page.cohort.track.as_ref());
        view! {
            <dt>{words.say("track")}</dt>
            <dd>{title} ", " {words.say("track-new-people")}</dd>
        }
    });
    let withdrawn = (page.summary.withdrawn > 0).then(|| {
        view! { <dt>{words.say("stage-withdrawn")}</dt> <dd>{page.summary.withdrawn}</dd> }
    });
    view! {
        <dl class="facts">
            <dt>{words.say("trainers")}</dt>
            <dd>{trainers}</dd>
            <dt>{words.say("cohort-mode")}</dt>
            <dd>{mode}</dd>
            {track}
            {target(words, page)}
            {withdrawn}
        </dl>
    }
}

/// The institution's colleagues who finished against its target, as on its own page.
fn target(words: Words, page: &CohortPage) -> Option<impl IntoView + use<>> {
    let standing = page.standing?;
    let range = standing
        .range
        .and_then(|(min, max)| TargetRange::new(min, max).ok())?;
    let (count, coming) = (standing.finished, standing.under_way);
    let status = words.status(Some(TargetStatus::of(count, Some(range))));
    let of = words.figure_of(Cell::Shown(count), Some(range));
    let describe = words.say_with(
        "bar-described",
        [("of", of.into()), ("coming", coming.into())],
    );
    let scale = BarScale::holding([count + coming, range.max()]);
    let title = page.institution.clone();
    Some(view! {
        <dt>{words.say("cohort-target")}</dt>
        <dd>
            <p>{status}</p>
            <BulletBar id="target" title describe scale range=Some(range) count=Some(count) coming/>
        </dd>
    })
}
