//! The parts that are read: Scope, Content and Extra.

use domain::course::Part;
use domain::progress::{State, part_state};
use leptos::prelude::*;

use super::outline::part_minutes;
use super::{Sheet, lang, part};
use crate::components::icon::Icon;
use crate::components::prose::Prose;
use crate::islands::reading::Reading;
use crate::markup::{IntoMarkup, Markup};
use crate::pages::courses::minutes;

/// Whom the unit is for, what one can do afterwards, how long it takes.
pub(super) fn scope(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let (words, text) = (sheet.words, &sheet.view.text);
    let outcomes = text
        .outcomes
        .iter()
        .map(|outcome| view! { <li>{outcome.text.clone()}</li> })
        .collect_view();
    let lang = lang(sheet);
    let body = view! {
        <Prose html=text.scope_html.clone() language=text.language/>
        <h3>{words.say("outcomes-title")}</h3>
        <div class="prose" lang=lang><ul>{outcomes}</ul></div>
        <dl class="facts">
            <dt>{words.say("for-whom")}</dt>
            <dd lang=lang>{text.audience.clone()}</dd>
            <dt>{words.say("time-needed")}</dt>
            <dd>{minutes(words, text.minutes)}</dd>
            <dt>{words.say("licence-title")}</dt>
            <dd>{text.licence.clone()}</dd>
        </dl>
    };
    part(sheet, Part::Scope, None, body)
}

/// What there is to read, block by block; for a learner with what was read already.
pub(super) fn content(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let text = &sheet.view.text;
    let seen = |id| {
        sheet
            .record()
            .is_some_and(|record| record.progress.blocks_seen.contains(id))
    };
    let blocks = text
        .content
        .iter()
        .map(|block| {
            let seen = seen(&block.id).then_some("");
            view! { <div class="block" id=block.id.to_string() data-seen=seen inner_html=block.html.clone()></div> }
        })
        .collect_view();
    let body = view! {
        <div class="prose" id="blocks" lang=lang(sheet)>{blocks}</div>
        {sheet.record().map(|_| read(sheet))}
    };
    let beside = part_minutes(sheet, Part::Content).map(|n| minutes(sheet.words, n));
    part(sheet, Part::Content, beside, body)
}

/// How a reader without script says that Content was read; with script, [`Reading`] notices.
fn read(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let action = sheet.action("reading");
    view! {
        <form class="read-form no-print" id="read-form" method="post" action=action.clone()>{read_state(sheet)}</form>
        <Reading action/>
    }
}

/// That Content has been read, or the button that says so.
pub(super) fn read_state(sheet: &Sheet<'_>) -> Markup {
    let words = sheet.words;
    let done = sheet.record().is_some_and(|record| {
        part_state(sheet.shape, &record.progress, Part::Content) == State::Complete
    });
    if done {
        view! { <p class="saved-note saved"><Icon name="done"/>{words.say("content-read")}</p> }
            .into_markup()
    } else {
        view! { <button class="button small" name="all" value="yes">{words.say("i-have-read-this")}</button> }.into_markup()
    }
}

/// Where to read on.
pub(super) fn extra(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let text = &sheet.view.text;
    let body = match &text.extra_html {
        Some(html) => view! { <Prose html=html.clone() language=text.language/> }.into_markup(),
        None => view! { <p class="quiet-text">{sheet.words.say("extra-none")}</p> }.into_markup(),
    };
    part(
        sheet,
        Part::Extra,
        Some(sheet.words.say("part-optional")),
        body,
    )
}
