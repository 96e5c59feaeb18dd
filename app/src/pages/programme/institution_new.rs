//! `/programme/institutions/new`: one more institution, and who leads it.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;
use services::programme::change::{ProgrammeForm, TypedInstitution, programme_form};

use super::Asked;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::field::TextField;
use crate::components::institution_fields::InstitutionFields;
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::visit::Visit;

/// The form.
///
/// # Errors
/// [`Failure::NotFound`] when the asker may not add institutions.
pub async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let id = asked.programme(&visit)?;
    let form = programme_form(visit.services(), &visit.actor(), id).await?;
    let title = visit.words.say("institution-add");
    Ok(visit.page(&title, || page(&visit, form)))
}

fn page(visit: &Visit, form: ProgrammeForm) -> impl IntoView + use<> {
    let words = visit.words;
    let flash = || visit.flash.clone();
    let id = form.programme.id;
    let above = vec![(format!("/programme?id={id}"), form.programme.title)];
    let general = form
        .general
        .and_then(|tier| tier.range())
        .map_or_else(String::new, |range| words.range(range));
    let say = |key: &str| words.say(key);
    view! {
        <main id="main" class="page narrow" tabindex="-1">
            <Breadcrumb words above here=say("institution-add")/>
            <header class="page-title"><h1>{say("institution-add")}</h1></header>
            <FlashNotice words flash=flash()/>
            <form class="form" method="post" action=format!("/programme/institutions/new?id={id}")>
                <InstitutionFields words flash=flash() known=TypedInstitution::default() general/>
                <fieldset class="group">
                    <legend>{say("lead-invite")}</legend>
                    <p class="hint">{say("lead-invite-hint")}</p>
                    <TextField words flash=flash() name="lead_name" label=say("field-name")
                        autocomplete="off" required=false/>
                    <TextField words flash=flash() name="lead_email" label=say("field-email") kind="email"
                        autocomplete="off" required=false/>
                </fieldset>
                <div class="actions">
                    <button class="button primary">{say("institution-add-do")}</button>
                    <a class="button quiet" href=format!("/programme?id={id}")>{say("leave-unchanged")}</a>
                </div>
            </form>
        </main>
    }
}
