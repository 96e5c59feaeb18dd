//! Reflection prompts: private, saved as they are written.

use domain::course::Prompt;
use leptos::prelude::*;

use super::{Sheet, lang};
use crate::components::field::TextAreaField;
use crate::components::saved_note::SavedNote;
use crate::islands::saved_form::SavedForm;
use crate::markup::{IntoMarkup, Markup};

/// The prompts; for a learner each with a place to write.
pub(super) fn prompts(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let (words, prompts) = (sheet.words, &sheet.view.text.thinking.prompts);
    let body = if sheet.learner.is_some() {
        let forms = prompts
            .iter()
            .map(|prompt| form(sheet, prompt))
            .collect_view();
        view! { <p class="quiet-text">{words.say("reflections-are-private")}</p> {forms} }
            .into_markup()
    } else {
        let lines = prompts
            .iter()
            .map(|prompt| view! { <li>{prompt.text.clone()}</li> })
            .collect_view();
        view! { <div class="prose" lang=lang(sheet)><ul>{lines}</ul></div> }.into_markup()
    };
    view! { <h3>{words.say("reflections-title")}</h3> {body} }
}

fn form(sheet: &Sheet<'_>, prompt: &Prompt) -> impl IntoView + use<> {
    let (words, flash) = (sheet.words, sheet.flash.clone());
    let name = format!("r-{}", prompt.id);
    let written = sheet
        .record()
        .and_then(|record| record.reflections.get(prompt.id.as_str()));
    let value = written.map(|text| text.body.clone()).unwrap_or_default();
    let person = sheet
        .learner
        .map(|(person, _)| person.to_string())
        .unwrap_or_default();
    let place = format!("{person} {} {name}", sheet.view.place.id);
    let action = sheet.action("reflections");
    let prompt_id = prompt.id.to_string();
    let label = prompt.text.clone();
    let state_id = format!("state-{name}");
    let form = view! {
        <form class="form no-print" method="post" action=action>
            <input type="hidden" name="prompt" value=prompt_id/>
            <div lang=lang(sheet)><TextAreaField words flash name label value rows=4/></div>
            <p class="actions"><button class="button small">{words.say("save")}</button></p>
            <div id=state_id role="status">{state(sheet, &prompt.id)}</div>
        </form>
    }
    .into_markup();
    view! { <SavedForm place auto=true>{form}</SavedForm> }
}

/// When a reflection was saved.
pub(super) fn state(sheet: &Sheet<'_>, prompt: &domain::course::Slug) -> Markup {
    let written = sheet
        .record()
        .and_then(|record| record.reflections.get(prompt.as_str()));
    let (words, now) = (sheet.words, sheet.now);
    written
        .map(|text| view! { <SavedNote words at=text.saved_at now/> })
        .into_markup()
}
