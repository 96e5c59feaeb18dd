//! The page as it is read: by a visitor, or by a learner with their record.

use domain::course::Part;
use domain::progress::minutes_left;
use leptos::prelude::*;

use super::{Sheet, activity, lang, outline, part, question, reflection, text};
use crate::components::breadcrumb::Breadcrumb;
use crate::components::icon::Icon;
use crate::components::notice::FlashNotice;
use crate::components::prose::FallbackNote;
use crate::markup::{IntoMarkup, Markup};
use crate::pages::courses::minutes;

/// The whole page.
pub(super) fn page(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let (words, unit) = (sheet.words, &sheet.view.text);
    let flash = sheet.flash.clone();
    view! {
        <main id="main" class="unit-page" tabindex="-1">
            {outline::outline(sheet)}
            <article class="unit-text">
                {head(sheet)}
                <FlashNotice words flash/>
                <FallbackNote words language=unit.language/>
                {text::scope(sheet)}
                {text::content(sheet)}
                {activity::activity(sheet)}
                {thinking(sheet)}
                {text::extra(sheet)}
                {end(sheet)}
            </article>
            {margin(sheet)}
            {sheet.learner.map(|_| sayings(sheet))}
        </main>
    }
}

/// Where the reader is, the title, and how long it still takes.
pub(super) fn head(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let words = sheet.words;
    let (edition, place) = (&sheet.view.edition, sheet.view.place);
    let (module, unit) = edition.at(place, words.0);
    let course = edition.contents(words.0);
    let numbers = [
        ("module", (place.module + 1).into()),
        ("unit", (place.unit + 1).into()),
    ];
    let above = vec![
        ("/courses".to_owned(), words.say("courses-title")),
        (format!("/courses/{}", edition.slug), course.title.clone()),
        (
            format!("/courses/{}/{}", edition.slug, module.slug),
            words.say_with("module-number", [("module", (place.module + 1).into())]),
        ),
    ];
    view! {
        <header class="unit-head">
            <Breadcrumb words above here=unit.title.clone()/>
            <p class="over">{words.say_with("unit-number", numbers)}</p>
            <h1 lang=lang(sheet)>{unit.title.clone()}</h1>
            <p class="under" id="time-left">{time_left(sheet)}</p>
        </header>
    }
}

/// "About 12 minutes left", or that the unit is complete.
pub(super) fn time_left(sheet: &Sheet<'_>) -> String {
    let words = sheet.words;
    match sheet.record() {
        Some(record) if record.complete => words.say("unit-complete"),
        Some(record) if record.progress.has_begun() => {
            let left = minutes_left(sheet.shape, &record.progress);
            words.say_with("minutes-left", [("n", left.into())])
        }
        _ => minutes(words, sheet.shape.minutes),
    }
}

/// Prompts and questions; a visitor is told how to answer them.
fn thinking(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let words = sheet.words;
    let path = sheet.path();
    let sign_in = sheet.learner.is_none().then(|| {
        view! {
            <p class="notice no-print">
                <Icon name="info"/>
                <span>{words.say("sign-in-to-answer")} " " <a href=format!("/sign-in?next={path}")>{words.say("sign-in")}</a></span>
            </p>
        }
    });
    let body = view! { {reflection::prompts(sheet)} {question::questions(sheet)} {sign_in} };
    let beside = outline::part_minutes(sheet, Part::Thinking).map(|n| minutes(words, n));
    part(sheet, Part::Thinking, beside, body)
}

/// One button that says where it leads.
pub(super) fn end(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let words = sheet.words;
    let (edition, view) = (&sheet.view.edition, sheet.view);
    let title = |place| edition.at(place, words.0).1.title.clone();
    let on = match view.after {
        Some(place) => {
            let numbers = [
                ("module", (place.module + 1).into()),
                ("unit", (place.unit + 1).into()),
                ("title", title(place).into()),
            ];
            (
                edition.path(place),
                words.say_with("continue-to-unit", numbers),
            )
        }
        None => (
            format!("/courses/{}", edition.slug),
            words.say("back-to-course"),
        ),
    };
    let back = view.before.map(|place| {
        let name = words.say_with("back-to-unit", [("title", title(place).into())]);
        view! { <p><a href=edition.path(place)>{name}</a></p> }
    });
    view! {
        <div class="unit-end">
            <a class="button primary" href=on.0>{on.1}</a>
            {back}
        </div>
    }
}

/// Beside the text: the way to the trainer's side, and how everything is kept.
fn margin(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let words = sheet.words;
    let trainer = sheet.view.trainer.then(|| {
        view! {
            <p><a class="button small" href=format!("{}?view=trainer", sheet.path())>
                <Icon name="trainer"/>{words.say("trainers-side")}
            </a></p>
        }
    });
    let kept = sheet
        .learner
        .is_some()
        .then(|| view! { <p class="quiet-text">{words.say("everything-is-saved")}</p> });
    (trainer.is_some() || kept.is_some()).then(|| {
        view! {
            <aside class="unit-margin no-print" aria-label=words.say("beside-the-text")>
                <div class="margin-inner">{trainer}{kept}</div>
            </aside>
        }
    })
}

/// What the islands say, in the reader's language: they hold no words themselves.
fn sayings(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let words = sheet.words;
    let saying = |id: &'static str,
                  class: &'static str,
                  icon: &'static str,
                  key: &str,
                  link: Option<Markup>| {
        view! {
            <template id=id><p class=class><Icon name=icon/><span>{words.say(key)} " " {link}</span></p></template>
        }
    };
    let sign_in =
        view! { <a href=format!("/sign-in?next={}", sheet.path())>{words.say("sign-in")}</a> }
            .into_markup();
    view! {
        {saying("say-unsaved", "saved-note", "saving", "form-unsaved", None)}
        {saying("say-draft", "saved-note waiting", "info", "form-draft", None)}
        {saying("say-saving", "saved-note", "saving", "form-saving", None)}
        {saying("say-waiting", "saved-note waiting", "warning", "form-waiting", None)}
        {saying("say-signed-out", "saved-note waiting", "lock", "form-signed-out", Some(sign_in))}
        {saying("say-refused", "saved-note failed", "failed", "form-refused", None)}
        {saying("say-elsewhere", "saved-note waiting", "info", "form-elsewhere", None)}
    }
}
