//! `/programme/edit`: the programme's wording, dates and targets.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;
use services::programme::change::{ProgrammeForm, programme_form};

use super::Asked;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::field::{TextAreaField, TextField};
use crate::components::notice::FlashNotice;
use crate::error::Failure;
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
                <TextAreaField words flash=flash() name="funding_line" label=say("field-funding-line")
                    hint=say("field-funding-line-hint") value=programme.funding_line rows=3/>
                <div class="actions">
                    <button class="button primary">{say("programme-save")}</button>
                    <a class="button quiet" href=format!("/programme?id={id}")>{say("leave-unchanged")}</a>
                </div>
            </form>
        </main>
    }
}
