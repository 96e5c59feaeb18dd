//! `/cohorts/{id}/sessions/{id}`: everything about one session, for those who deliver it.

use axum::response::Response;
use domain::ids::{CohortId, SessionId};
use domain::session::attendance::Source;
use domain::session::check_in::Moment;
use leptos::prelude::*;
use services::sessions::{Adaptation, SessionPage};

use super::words::{hours, when, whereabouts};
use crate::address::At;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::field::{SelectField, TextAreaField};
use crate::components::notice::FlashNotice;
use crate::components::status_word::{StatusWord, Tone};
use crate::components::tell_by_letter::TellByLetter;
use crate::error::Failure;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::markup::IntoMarkup;
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// [`Failure::NotFound`] when the session is none of the asker's business.
pub async fn get(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
) -> Result<Response, Failure> {
    let words = visit.words;
    let page = services::sessions::show(visit.services(), &visit.actor(), cohort, session, words.0)
        .await?;
    let title = words.say_with(
        "session-title",
        [("day", words.day(page.session.on_day).into())],
    );
    let (flash, mail) = (visit.flash.clone(), visit.services().settings.mail);
    Ok(visit.page(&title, || {
        let above = vec![
            ("/cohorts".to_owned(), words.say("cohorts-title")),
            (format!("/cohorts/{cohort}"), page.cohort.title.clone()),
        ];
        view! {
            <main id="main" class="page" tabindex="-1">
                <Breadcrumb words above here=title.clone()/>
                <header class="page-title">
                    <p class="over"><bdi>{page.cohort.title.clone()}</bdi></p>
                    <h1>{title.clone()}</h1>
                    {state(words, &page)}
                    {actions(words, mail, &page, &flash)}
                </header>
                <FlashNotice words flash/>
                {facts(words, &page)}
                {agenda(words, &page)}
                {units(words, &page)}
                {adaptations(&visit, &page)}
                {corrections(words, &page)}
            </main>
        }
    }))
}

fn state(words: Words, page: &SessionPage) -> impl IntoView + use<> {
    let (here, of) = page.here;
    if let Some((_, reason)) = &page.session.cancelled {
        let word = words.say_with(
            "session-cancelled-because",
            [("reason", reason.clone().into())],
        );
        view! { <p><StatusWord tone=Tone::Failed icon="failed" word/></p> }.into_markup()
    } else if page.session.delivered_at.is_some() {
        let word = words.say_with("session-here", [("here", here.into()), ("of", of.into())]);
        view! { <p><StatusWord tone=Tone::Done icon="done" word/></p> }.into_markup()
    } else if page.due {
        let word = words.say("session-not-recorded");
        view! { <p><StatusWord tone=Tone::Progress icon="warning" word/></p> }.into_markup()
    } else {
        view! { <p><StatusWord tone=Tone::Quiet icon="calendar" word=words.say("session-planned")/></p> }
            .into_markup()
    }
}

/// What can be done: the one thing that is due first.
fn actions(words: Words, mail: bool, page: &SessionPage, flash: &Flash) -> impl IntoView + use<> {
    let here = format!("/cohorts/{}/sessions/{}", page.cohort.id, page.session.id);
    let file = format!("/sessions/{}/calendar.ics", page.session.id);
    if page.session.cancelled.is_some() {
        return view! {
            <form class="form" method="post" action=format!("{here}/plan-again")>
                <TellByLetter words flash=flash.clone() mail/>
                <div class="actions"><button class="button primary">{words.say("session-plan-again")}</button></div>
            </form>
        }
        .into_markup();
    }
    let held = page.session.delivered_at.is_some();
    let record = match (page.due, held) {
        (true, false) => view! { <a class="button primary" href=format!("{here}/register")>{words.say("session-record")}</a> }.into_markup(),
        (true, true) => view! { <a class="button" href=format!("{here}/register")>{words.say("session-correct-register")}</a> }.into_markup(),
        (false, _) => ().into_markup(),
    };
    let check_in = (page.moment != Moment::Late).then(|| {
        view! { <a class="button" href=format!("{here}/check-in")>{words.say("check-in-room")}</a> }
    });
    let paper = view! { <a class="button" href=format!("{here}/register.pdf") download="">{words.say("register-paper")}</a> };
    let cancel = (!held).then(|| {
        view! { <a class="button quiet" href=format!("{here}/cancel")>{words.say("session-cancel")}</a> }
    });
    let not_held = held.then(|| {
        view! { <a class="button quiet" href=format!("{here}/not-held")>{words.say("session-not-held")}</a> }
    });
    view! {
        <div class="actions">
            {record}
            {check_in}
            {paper}
            <a class="button" href=format!("{here}/evidence")>{words.say("evidence-open")}</a>
            <a class="button" href=file download="">{words.say("session-calendar")}</a>
            <a class="button quiet" href=format!("{here}/edit")>{words.say("session-change")}</a>
            {cancel}
            {not_held}
        </div>
    }
    .into_markup()
}

fn facts(words: Words, page: &SessionPage) -> impl IntoView + use<> {
    let session = &page.session;
    let trainers: Vec<String> = page.trainers.iter().map(|(_, name)| name.clone()).collect();
    let line = |label: &str, value: String| {
        (!value.is_empty())
            .then(|| view! { <dt>{words.say(label)}</dt><dd><bdi>{value}</bdi></dd> })
    };
    // Only an address that opens a page was kept.
    let link = (!session.link.is_empty()).then(|| {
        let href = session.link.clone();
        view! { <dt>{words.say("session-link")}</dt><dd><a href=href rel="noopener noreferrer">{session.link.clone()}</a></dd> }
    });
    let taught = match session.minutes {
        0 => String::new(),
        minutes => hours(words, minutes),
    };
    view! {
        <dl class="facts">
            {line("session-when", when(words, session))}
            {line("session-place", whereabouts(words, session))}
            {link}
            {line("session-trainers", words.list(&trainers))}
            {line("session-hours", taught)}
            {line("session-seats", session.seats.map(|seats| seats.to_string()).unwrap_or_default())}
            {line("session-work_package", session.work_package.clone())}
            {line("session-deliverable", session.deliverable.clone())}
        </dl>
    }
}

fn agenda(words: Words, page: &SessionPage) -> Option<impl IntoView + use<>> {
    let agenda = page.session.agenda.clone();
    (!agenda.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{words.say("session-agenda")}</h2>
                <p class="lines">{agenda}</p>
            </section>
        }
    })
}

/// The units, each with its trainer's side: notes, minutes and answer keys for the room.
fn units(words: Words, page: &SessionPage) -> impl IntoView + use<> {
    let lines = page
        .units
        .iter()
        .map(|unit| {
            let minutes = words.say_with("minutes", [("n", unit.minutes.into())]);
            view! {
                <li>
                    <a href=format!("{}?view=trainer", unit.path)>{unit.title.clone()}</a>
                    <span class="under">{minutes}</span>
                </li>
            }
        })
        .collect_view();
    let none = page.units.is_empty().then(|| {
        view! { <p class="quiet-text">{words.say("session-units-none")}</p> }
    });
    view! {
        <section class="section">
            <h2>{words.say("session-units")}</h2>
            <p class="quiet-text">{words.say("session-units-what")}</p>
            {none}
            <ul class="relatives">{lines}</ul>
        </section>
    }
}

fn adaptations(visit: &Visit, page: &SessionPage) -> impl IntoView + use<> {
    let words = visit.words;
    let here = format!(
        "/cohorts/{}/sessions/{}/adaptations",
        page.cohort.id, page.session.id
    );
    let notes = page
        .adaptations
        .iter()
        .map(|note| adaptation(words, page, &here, note))
        .collect_view();
    let mut options = vec![(String::new(), words.say("adaptation-whole"))];
    options.extend(
        page.units
            .iter()
            .map(|unit| (unit.unit.to_string(), unit.title.clone())),
    );
    let flash = visit.flash.clone();
    view! {
        <section class="section" id="adaptations">
            <h2>{words.say("adaptations-title")}</h2>
            <p class="quiet-text">{words.say("adaptations-what")}</p>
            <ol class="timeline">{notes}</ol>
            <form class="form" method="post" action=here.clone()>
                <SelectField words flash=flash.clone() name="unit" label=words.say("adaptation-of") options/>
                <TextAreaField words flash name="body" label=words.say("adaptation-body") rows=3/>
                <div class="actions"><button class="button">{words.say("adaptation-note")}</button></div>
            </form>
        </section>
    }
}

fn adaptation(
    words: Words,
    page: &SessionPage,
    here: &str,
    note: &Adaptation,
) -> impl IntoView + use<> {
    let of = note.unit.and_then(|unit| {
        let place = page.course.place(unit)?;
        Some(page.course.at(place, words.0).1.title.clone())
    });
    let of = of.unwrap_or_else(|| words.say("adaptation-whole"));
    let label = words.say_with("adaptation-take-back-of", [("of", of.clone().into())]);
    view! {
        <li>
            <time datetime=note.made_at.date().to_string()>{words.day_of(note.made_at)}</time>
            <div>
                <p><strong>{of}</strong> " · " <bdi>{note.author.clone()}</bdi></p>
                <p class="lines">{note.body.clone()}</p>
                <form method="post" action=format!("{here}/take-back") class="no-print">
                    <input type="hidden" name="note" value=note.id.to_string()/>
                    <button class="button small quiet" aria-label=label>{words.say("adaptation-take-back")}</button>
                </form>
            </div>
        </li>
    }
}

/// What was recorded differently before, and why.
fn corrections(words: Words, page: &SessionPage) -> Option<impl IntoView + use<>> {
    let lines = page
        .corrections
        .iter()
        .map(|line| {
            let by = ("by", line.recorded_by.clone().into());
            let name = ("name", line.name.clone().into());
            let what = if line.source == Source::TakenBack {
                words.say_with("correction-taken-back", [by, name])
            } else {
                let key = if line.present { "correction-present" } else { "correction-absent" };
                let source = words.say(&format!("source-{}", line.source.code()));
                words.say_with(key, [by, name, ("source", source.into())])
            };
            view! {
                <li>
                    <time datetime=line.at.date().to_string()>{words.day_of(line.at)}", "{words.time(line.at)}</time>
                    <div>
                        <p>{what}</p>
                        <p class="quiet-text">{line.reason.clone()}</p>
                    </div>
                </li>
            }
        })
        .collect_view();
    (!page.corrections.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{words.say("corrections-title")}</h2>
                <ol class="timeline">{lines}</ol>
            </section>
        }
    })
}
