//! `/programme/edit`: the programme's wording, dates and targets.

use axum::extract::Query;
use axum::response::Response;
use domain::language::Language;
use leptos::prelude::*;
use services::programme::change::{Credit, ProgrammeForm, co_funded, programme_form};

use super::Asked;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::field::{TextAreaField, TextField};
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::visit::Visit;

/// The form.
///
/// # Errors
/// [`Failure::NotFound`] when the asker may not change the programme.
pub async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let id = asked.programme(&visit)?;
    let form = programme_form(visit.services(), &visit.actor(), id).await?;
    let title = visit.words.say("programme-change");
    Ok(visit.page(&title, || page(&visit, form)))
}

fn page(visit: &Visit, form: ProgrammeForm) -> impl IntoView + use<> {
    let words = visit.words;
    let flash = || visit.flash.clone();
    let programme = form.programme;
    let id = programme.id;
    let above = vec![(format!("/programme?id={id}"), programme.title.clone())];
    let (wording, min, max) = form.general.map_or_else(Default::default, |tier| {
        (
            tier.wording,
            tier.target_min.to_string(),
            tier.target_max.to_string(),
        )
    });
    let ends_on = programme
        .ends_on
        .map(|day| day.to_string())
        .unwrap_or_default();
    let say = |key: &str| words.say(key);
    view! {
        <main id="main" class="page narrow" tabindex="-1">
            <Breadcrumb words above here=say("programme-change")/>
            <header class="page-title"><h1>{say("programme-change")}</h1></header>
            <FlashNotice words flash=flash()/>
            <form class="form" method="post" action=format!("/programme/edit?id={id}")>
                <input type="hidden" name="revision" value=programme.revision/>
                <TextField words flash=flash() name="title" label=say("field-title") value=programme.title/>
                <TextField words flash=flash() name="reference" label=say("field-reference")
                    hint=say("field-reference-hint") value=programme.reference required=false/>
                <div class="field-row">
                    <TextField words flash=flash() name="starts_on" label=say("field-starts-on") kind="date"
                        value=programme.starts_on.to_string()/>
                    <TextField words flash=flash() name="ends_on" label=say("field-ends-on") kind="date"
                        value=ends_on required=false/>
                </div>
                <TextField words flash=flash() name="end_reason" label=say("field-end-reason")
                    hint=say("field-end-reason-hint") required=false/>
                <TextField words flash=flash() name="trainers_per_institution"
                    label=say("field-trainers-per-institution") kind="number"
                    value=programme.trainers_per_institution.to_string()/>
                <TextField words flash=flash() name="tier_wording" label=say("field-tier-wording")
                    hint=say("field-tier-wording-hint") value=wording required=false/>
                <div class="field-row">
                    <TextField words flash=flash() name="target_min" label=say("field-target-min") kind="number" value=min/>
                    <TextField words flash=flash() name="target_max" label=say("field-target-max") kind="number" value=max/>
                </div>
                {funder(words, &visit.flash, programme.funding_line, programme.credit)}
                <div class="actions">
                    <button class="button primary">{say("programme-save")}</button>
                    <a class="button quiet" href=format!("/programme?id={id}")>{say("leave-unchanged")}</a>
                </div>
            </form>
        </main>
    }
}

/// The funder's sentence in each language, and the emblem that papers show beside it.
fn funder(words: Words, flash: &Flash, sentence: String, credit: Credit) -> impl IntoView + use<> {
    let of = |name: &'static str, value: String, language: Language| {
        let label = language.own_name();
        view! { <TextAreaField words flash=flash.clone() name label value rows=2/> }
    };
    // A refused form shows the box as it was left; one that was not sent, as it is kept.
    let kept = if credit.emblem { "yes" } else { "" };
    let checked = match flash.values.is_empty() {
        true => !kept.is_empty(),
        false => !flash.value("emblem", "").is_empty(),
    };
    let offered = Language::ALL.map(|language| {
        view! { <li lang=language.tag()><q>{co_funded(language)}</q></li> }
    });
    view! {
        <fieldset class="group">
            <legend>{words.say("field-funding-line")}</legend>
            <p class="hint">{words.say("field-funding-line-hint")}</p>
            {of("funding_line", sentence, Language::English)}
            {of("funding_line_sq", credit.albanian, Language::Albanian)}
            {of("funding_line_bs", credit.bosnian, Language::Bosnian)}
            <label class="choice">
                <input type="checkbox" name="emblem" value="yes" checked=checked aria-describedby="emblem-hint"/>
                <span>{words.say("field-emblem")}</span>
            </label>
            <div class="hint" id="emblem-hint">
                <p>{words.say("field-emblem-hint")}</p>
                <ul>{offered.into_iter().collect_view()}</ul>
            </div>
        </fieldset>
    }
}
