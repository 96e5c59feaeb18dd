//! The trainer's side: the same unit with a tinted margin, the minute plan first, printable as a
//! session plan. What learners read stays on the screen only.

use domain::course::{Key, Part, Question};
use leptos::prelude::*;

use super::{Sheet, lang, outline, part, reader};
use crate::components::icon::Icon;
use crate::components::prose::{FallbackNote, Prose};
use crate::i18n::Words;
use crate::markup::{IntoMarkup, Markup};
use crate::pages::courses::minutes;

/// The whole page.
pub(super) fn page(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let (words, unit) = (sheet.words, &sheet.view.text);
    let activity = &unit.activity;
    let content: String = unit
        .content
        .iter()
        .map(|block| block.html.as_str())
        .collect();
    view! {
        <main id="main" class="unit-page" tabindex="-1">
            {outline::outline(sheet)}
            <article class="unit-text">
                {reader::head(sheet)}
                <p class="actions no-print">
                    <a class="button small" href=sheet.path()>{words.say("readers-side")}</a>
                </p>
                <FallbackNote words language=unit.language/>
                {plan(sheet)}
                {aside(sheet, "trainer-facilitation", &unit.trainer.facilitation_html)}
                {part(sheet, Part::Scope, None, outcomes(sheet))}
                {part(sheet, Part::Content, None, view! {
                    <details class="variant no-print">
                        <summary>{words.say("what-learners-read")}</summary>
                        <Prose html=content language=unit.language/>
                    </details>
                })}
                {part(sheet, Part::Activity, Some(minutes(words, activity.minutes)), view! {
                    <Prose html=activity.intro_html.clone() language=unit.language/>
                    <h3>{words.say("activity-in-a-room")}</h3>
                    <Prose html=activity.workshop_html.clone() language=unit.language/>
                    {aside(sheet, "trainer-workshop", &unit.trainer.workshop_html)}
                })}
                {part(sheet, Part::Thinking, None, thinking(sheet))}
                {reader::end(sheet)}
            </article>
        </main>
    }
}

/// A note for trainers; nothing when it is empty.
fn aside(sheet: &Sheet<'_>, title: &str, html: &str) -> impl IntoView + use<> {
    let (words, language) = (sheet.words, sheet.view.text.language);
    let title = words.say(title);
    let name = title.clone();
    let html = html.to_owned();
    (!html.is_empty()).then(|| {
        view! {
            <aside class="trainer-side" aria-label=name>
                <p class="trainer-side-label"><Icon name="trainer"/>{title}</p>
                <Prose html language/>
            </aside>
        }
    })
}

/// The unit minute by minute.
fn plan(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let (words, trainer) = (sheet.words, &sheet.view.text.trainer);
    let lang = lang(sheet);
    let steps = trainer
        .plan
        .iter()
        .map(|step| {
            let time = [
                ("from", step.minutes_from.into()),
                ("to", step.minutes_to.into()),
            ];
            view! {
                <dt>{words.say_with("plan-minutes", time)}</dt>
                <dd lang=lang>
                    <p><strong inner_html=step.what_html.clone()></strong></p>
                    <div inner_html=step.how_html.clone()></div>
                </dd>
            }
        })
        .collect_view();
    view! {
        <aside class="trainer-side" aria-label=words.say("trainer-plan")>
            <p class="trainer-side-label"><Icon name="trainer"/>{words.say("trainer-plan")}</p>
            <dl class="plan">{steps}</dl>
            <Prose html=trainer.plan_notes_html.clone() language=sheet.view.text.language/>
        </aside>
    }
}

fn outcomes(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let unit = &sheet.view.text;
    let lines = unit
        .outcomes
        .iter()
        .map(|outcome| view! { <li>{outcome.text.clone()}</li> })
        .collect_view();
    view! { <div class="prose" lang=lang(sheet)><ul>{lines}</ul></div> }
}

/// The prompts, and each question with its key.
fn thinking(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let (words, unit) = (sheet.words, &sheet.view.text);
    let prompts = unit
        .thinking
        .prompts
        .iter()
        .map(|prompt| view! { <li>{prompt.text.clone()}</li> })
        .collect_view();
    let language = unit.language;
    let questions = unit
        .thinking
        .questions
        .iter()
        .map(|question| {
            view! {
                <div class="question">
                    <Prose html=question.stem_html.clone() language/>
                    <div class="trainer-side" lang=language.tag()>{key(words, question)}</div>
                </div>
            }
        })
        .collect_view();
    view! {
        <div class="prose" lang=language.tag()><ul>{prompts}</ul></div>
        {questions}
        {aside(sheet, "trainer-key", &unit.trainer.key_html)}
    }
}

/// What counts as right, and what is said about each answer.
fn key(words: Words, question: &Question) -> Markup {
    let line = |right: bool, answer: String, said: String| {
        let (icon, word) = if right {
            ("done", "verdict-right")
        } else {
            ("failed", "verdict-wrong")
        };
        let class = if right {
            "status-word done"
        } else {
            "status-word"
        };
        view! {
            <dt><span class=class><Icon name=icon/>{words.say(word)}</span></dt>
            <dd><span inner_html=answer></span><div class="quiet-text" inner_html=said></div></dd>
        }
    };
    let lines = match &question.key {
        Key::Single { options } | Key::Multiple { options } | Key::TrueFalse { options } => options
            .iter()
            .map(|option| {
                line(
                    option.right,
                    option.html.clone(),
                    option.feedback_html.clone(),
                )
            })
            .collect_view()
            .into_markup(),
        Key::Matching { rows, choices } => rows
            .iter()
            .map(|row| {
                let choice = choices.get(usize::from(row.choice)).cloned();
                let pair = format!("{} → {}", row.html, choice.unwrap_or_default());
                line(true, pair, row.feedback_html.clone())
            })
            .collect_view()
            .into_markup(),
        Key::Ordering { items } => (1..)
            .zip(items)
            .map(|(place, item): (usize, _)| {
                let numbered = format!("{place}. {}", item.html);
                line(true, numbered, item.feedback_html.clone())
            })
            .collect_view()
            .into_markup(),
        Key::Numeric {
            answer,
            tolerance,
            verdicts,
        } => {
            let values = [
                ("answer", answer.to_string().into()),
                ("tolerance", tolerance.to_string().into()),
            ];
            let right = escaped(&words.say_with("key-number", values));
            view! { {line(true, right, verdicts.right_html.clone())} {line(false, String::new(), verdicts.wrong_html.clone())} }.into_markup()
        }
        Key::Short { accept, verdicts } => {
            let right = escaped(&accept.join(" · "));
            view! { {line(true, right, verdicts.right_html.clone())} {line(false, String::new(), verdicts.wrong_html.clone())} }.into_markup()
        }
        Key::Open { guidance_html } => {
            let guidance = guidance_html.clone();
            view! { <dt>{words.say("key-open")}</dt><dd inner_html=guidance></dd> }.into_markup()
        }
    };
    view! { <dl class="plan">{lines}</dl> }.into_markup()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
