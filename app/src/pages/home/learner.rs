//! The home of whoever signed in: one large thing, "Continue"; then what their roles are for; then the
//! modules as a checklist; beside it the cohorts they learn in.

use domain::clock::Timestamp;
use domain::progress::State;
use domain::session::check_in::Moment;
use leptos::prelude::*;
use services::course::Edition;
use services::learning::{CourseProgress, Home, LearnersCohort, ModuleProgress, NextStep};
use services::sessions::{Session, check_in_window};

use super::work::{self, Work};
use crate::components::empty_state::EmptyState;
use crate::components::icon::Icon;
use crate::components::notice::FlashNotice;
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};
use crate::pages::courses::{other_language, tracks};
use crate::pages::follow_up;
use crate::pages::session::{when, whereabouts};
use crate::visit::Visit;

/// The page.
pub(super) fn page(visit: &Visit, name: &str, work: &Work, home: &Home) -> impl IntoView + use<> {
    let words = visit.words;
    let flash = visit.flash.clone();
    let courses = home
        .courses
        .iter()
        .map(|course| checklist(words, course))
        .collect_view();
    view! {
        <main id="main" class="page" tabindex="-1">
            <header class="page-title"><h1>{words.say_with("home-greeting", [("name", name.to_owned().into())])}</h1></header>
            <FlashNotice words flash/>
            <div class="with-aside">
                <div class="stack">
                    {came_back(words, visit.now(), home)}
                    {follow_ups(words, home)}
                    {first(words, work, home)}
                    {work::sections(visit, work)}
                    {courses}
                </div>
                {(work.is_empty() || !home.cohorts.is_empty()).then(|| cohorts(words, visit.now(), home))}
            </div>
        </main>
    }
}

/// What trainers returned: where the feedback is, and to hand in again.
fn came_back(words: Words, now: Timestamp, home: &Home) -> Option<impl IntoView + use<>> {
    let lines = home
        .came_back
        .iter()
        .map(|one| {
            let (_, unit) = one.edition.at(one.place, words.0);
            let numbers = [
                ("module", (one.place.module + 1).into()),
                ("unit", (one.place.unit + 1).into()),
                ("title", unit.title.clone().into()),
            ];
            let what = match one.question {
                Some(_) => "review-open-question",
                None => "part-activity",
            };
            let ago = words.ago(one.at, now);
            view! {
                <li class="progress">
                    <Icon name="back"/>
                    <span>
                        <a href=one.path() lang=other_language(words, unit.language)>{words.say_with("unit-in-full", numbers)}</a>
                        <span class="under">{words.say(what)}" · "{ago}</span>
                    </span>
                    <span></span>
                </li>
            }
        })
        .collect_view();
    (!home.came_back.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="came-back">
                <h2 id="came-back">{words.say("came-back-title")}</h2>
                <p class="quiet-text">{words.say("came-back-what")}</p>
                <ul class="checklist">{lines}</ul>
            </section>
        }
    })
}

/// What somebody promised and is asked about now; before it is answered, with the button.
fn follow_ups(words: Words, home: &Home) -> impl IntoView + use<> {
    home.follow_ups
        .iter()
        .map(|found| {
            let href = format!("/follow-up/{}", found.participation);
            match found.waits() {
                Some(_) => view! {
                    <section class="continue-card">
                        <p class="over">{found.cohort.clone()}</p>
                        <h2>{words.say("follow-up-title")}</h2>
                        {follow_up::commitment(words, found)}
                        <a class="button primary" href=href>{words.say("follow-up-answer")}</a>
                    </section>
                }
                .into_markup(),
                None => view! {
                    <p class="quiet-text">
                        {words.say_with("follow-up-done", [("cohort", found.cohort.clone().into())])}
                        " " <a href=href>{words.say("follow-up-look")}</a>
                    </p>
                }
                .into_markup(),
            }
        })
        .collect_view()
}

/// The one thing to do.
fn first(words: Words, work: &Work, home: &Home) -> Markup {
    if let Some(step) = &home.next {
        return next(words, step).into_markup();
    }
    if !work.is_empty() {
        return ().into_markup();
    }
    let action = ("/courses".to_owned(), words.say("start-read"));
    let (title, what) = if home.courses.is_empty() {
        (words.say("home-empty-title"), words.say("home-empty-what"))
    } else if home
        .courses
        .iter()
        .flat_map(|course| &course.modules)
        .all(|module| module.in_track)
    {
        (words.say("home-done-title"), words.say("home-done-what"))
    } else {
        (
            words.say("home-track-done-title"),
            words.say("home-track-done-what"),
        )
    };
    view! { <EmptyState title what action/> }.into_markup()
}

fn next(words: Words, step: &NextStep) -> impl IntoView + use<> {
    let (_, unit) = step.edition.at(step.place, words.0);
    let numbers = [
        ("module", (step.place.module + 1).into()),
        ("unit", (step.place.unit + 1).into()),
        ("title", unit.title.clone().into()),
    ];
    let (over, button) = if step.begun {
        ("home-continue", "continue")
    } else {
        ("home-begin", "begin")
    };
    let minutes = words.say_with("minutes-left", [("n", step.minutes_left.into())]);
    view! {
        <section class="continue-card" aria-labelledby="next">
            <p class="over">{words.say(over)}</p>
            <h2 id="next" lang=other_language(words, unit.language)>{words.say_with("unit-in-full", numbers)}</h2>
            <p>{minutes}</p>
            <a class="button primary" href=format!("{}#{}", step.edition.path(step.place), step.anchor)>{words.say(button)}</a>
        </section>
    }
}

fn checklist(words: Words, course: &CourseProgress) -> impl IntoView + use<> {
    let contents = course.edition.contents(words.0);
    let (owed, outside): (Vec<&ModuleProgress>, Vec<&ModuleProgress>) =
        course.modules.iter().partition(|module| module.in_track);
    let outside = (!outside.is_empty()).then(|| {
        let count = words.say_with("track-outside-modules", [("count", outside.len().into())]);
        view! {
            <details class="more">
                <summary>{count}</summary>
                <ul class="checklist">{items(words, course, &outside)}</ul>
            </details>
        }
    });
    view! {
        <section class="section">
            <h2 lang=other_language(words, contents.language)>{contents.title.clone()}</h2>
            <ul class="checklist">{items(words, course, &owed)}</ul>
            {outside}
        </section>
    }
}

fn items(words: Words, course: &CourseProgress, modules: &[&ModuleProgress]) -> Markup {
    let contents = course.edition.contents(words.0);
    modules
        .iter()
        .map(|progress| {
            let module = &contents.modules[progress.index];
            let href = format!("/courses/{}/{}", course.edition.slug, module.slug);
            let (class, icon, state) = state(progress);
            let number = words.say_with("module-number", [("module", (progress.index + 1).into())]);
            let units = [("done", progress.done.into()), ("units", progress.units.into())];
            view! {
                <li class=class>
                    <Icon name=icon/>
                    <span>
                        <a href=href lang=other_language(words, module.language)>{module.title.clone()}</a>
                        <span class="under">{number} " · " {words.say(state)}</span>
                    </span>
                    <span>{words.say_with("units-done", units)}</span>
                </li>
            }
        })
        .collect_view()
        .into_markup()
}

fn state(progress: &ModuleProgress) -> (&'static str, &'static str, &'static str) {
    match progress.state {
        State::Complete => ("done", "done", "state-complete"),
        State::Started => ("progress", "progress", "state-started"),
        State::NotStarted => ("", "none", "state-not-started"),
    }
}

/// When and where a cohort meets next; around that time, how to check in.
fn next_session(words: Words, now: Timestamp, session: &Session) -> impl IntoView + use<> {
    let page = format!("/sessions/{}", session.id);
    let link = (!session.link.is_empty()).then(|| {
        let href = session.link.clone();
        view! { <a href=href rel="noopener noreferrer">{words.say("session-join")}</a> }
    });
    let check_in = (check_in_window(session).at(now) == Moment::Open).then(|| {
        view! { <a class="button small" href=format!("{page}/check-in")>{words.say("check-in-do")}</a> }
    });
    view! {
        <dt>{words.say("next-session")}</dt>
        <dd class="stack-small">
            <span>{when(words, session)} ", " <bdi>{whereabouts(words, session)}</bdi></span>
            {link}
            {check_in}
            <a href=format!("{page}/calendar.ics") download="">{words.say("session-calendar")}</a>
        </dd>
    }
}

/// The track that the person follows in a cohort, with the way to another until it is finished.
fn track(
    words: Words,
    cohort: &LearnersCohort,
    edition: &Edition,
) -> Option<impl IntoView + use<>> {
    edition.syllabus().choices().next()?;
    let course = edition.contents(words.0);
    let title = tracks::title(words, course, cohort.track.as_ref());
    let lang = cohort
        .track
        .is_some()
        .then(|| other_language(words, course.language));
    let change = cohort.finished_at.is_none().then(|| {
        let (id, participation) = (cohort.id, cohort.participation);
        let href = format!("/cohorts/{id}/participations/{participation}/track");
        view! { " " <a href=href>{words.say("track-change")}</a> }
    });
    Some(
        view! { <dt>{words.say("track")}</dt> <dd><span lang=lang.flatten()>{title}</span>{change}</dd> },
    )
}

/// The cohorts: who trains, and when it meets next.
fn cohorts(words: Words, now: Timestamp, home: &Home) -> impl IntoView + use<> {
    let each = home
        .cohorts
        .iter()
        .zip(&home.learns)
        .map(|(cohort, edition)| {
            let next = cohort
                .next_session
                .as_ref()
                .map(|session| next_session(words, now, session));
            let trainers = cohort.trainers.join(", ");
            view! {
                <section>
                    <h3><bdi>{cohort.title.clone()}</bdi></h3>
                    <dl class="facts">
                        <dt>{words.say("institution")}</dt>
                        <dd><bdi>{cohort.institution.clone()}</bdi></dd>
                        <dt>{words.say("trainers")}</dt>
                        <dd><bdi>{trainers}</bdi></dd>
                        {track(words, cohort, edition)}
                        {next}
                    </dl>
                </section>
            }
        })
        .collect_view();
    let body = if home.cohorts.is_empty() {
        view! { <p class="quiet-text">{words.say("no-cohort-yet")} " " <a href="/join">{words.say("start-code")}</a></p> }
            .into_markup()
    } else {
        each.into_markup()
    };
    view! { <aside class="stack" aria-labelledby="cohorts"><h2 id="cohorts">{words.say("your-cohorts")}</h2>{body}</aside> }
}
