//! Step 4: the exact sentence of what will happen, and the buttons that do it.

use chrono::NaiveDate;
use leptos::prelude::*;
use services::enrolment::{Delivery, Desk, Prepared};

use crate::components::field::problem_sentence;
use crate::components::icon::Icon;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::markup::IntoMarkup;

/// The step.
pub(super) fn step(
    words: Words,
    desk: &Desk,
    prepared: &Prepared,
    flash: &Flash,
) -> impl IntoView + use<> {
    let problem = flash.problem("confirm").map(|problem| {
        let sentence = problem_sentence(words, problem);
        view! { <p class="field-error" id="confirm-problem"><Icon name="warning"/><span>{sentence}</span></p> }
    });
    let body = if prepared.totals.ready == 0 {
        view! { <p class="confirm-sentence">{words.say("confirm-nothing")}</p> }.into_markup()
    } else {
        view! { <p class="confirm-sentence">{sentence(words, desk, prepared)}</p> {buttons(words, desk, prepared)} }
            .into_markup()
    };
    view! {
        <section class="enrol-step" id="confirm" aria-labelledby="confirm-title">
            <h2 id="confirm-title">{words.say("enrol-step-confirm")}</h2>
            {body}
            {problem}
        </section>
    }
}

/// What will happen, in one to four sentences.
fn sentence(words: Words, desk: &Desk, prepared: &Prepared) -> String {
    let totals = prepared.totals;
    let mut sentences = vec![words.say_with(
        "confirm-enrol",
        [
            ("count", totals.ready.into()),
            ("cohort", desk.cohort.title.clone().into()),
            ("institution", desk.institution.clone().into()),
        ],
    )];
    let day: Option<NaiveDate> = prepared.plan.day.trim().parse().ok();
    if let Some(day) = day.filter(|_| prepared.problems.is_empty()) {
        let place = prepared.plan.place.trim().to_owned();
        sentences.push(words.say_with(
            "confirm-session",
            [("day", words.day(day).into()), ("place", place.into())],
        ));
    }
    if totals.already > 0 {
        sentences.push(words.say_with("confirm-already", [("count", totals.already.into())]));
    }
    let rest = totals.to_fix + totals.to_decide;
    if rest > 0 {
        sentences.push(words.say_with("confirm-rest", [("count", rest.into())]));
    }
    sentences.join(" ")
}

/// One button for each way of inviting, each saying the whole of what it does. Without a mail
/// server nothing is promised by mail.
fn buttons(words: Words, desk: &Desk, prepared: &Prepared) -> impl IntoView + use<> {
    let first = if desk.mail {
        Delivery::Mail
    } else {
        Delivery::Slips
    };
    let ways = Delivery::ALL
        .into_iter()
        .filter(|way| desk.mail || *way != Delivery::Mail);
    let mut ways: Vec<Delivery> = ways.collect();
    ways.sort_by_key(|way| *way != first);
    let buttons = ways
        .into_iter()
        .map(|way| {
            let class = if way == first { "button primary" } else { "button" };
            let word = words
                .say_with(&format!("confirm-button-{}", way.code()), [("count", prepared.totals.ready.into())]);
            view! { <button class=class name="go" value=format!("commit-{}", way.code())>{word}</button> }
        })
        .collect_view();
    let note = (!desk.mail).then(|| view! { <p class="hint">{words.say("confirm-no-mail")}</p> });
    view! { <div class="actions">{buttons}</div> {note} }
}
