//! `/institutions/{id}/people/new`: inviting a trainer or a lead.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use services::institution::{Invitable, invitable};

use super::id_of;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::field::{SelectField, TextField};
use crate::components::notice::FlashNotice;
use crate::error::Failure;
use crate::visit::Visit;

/// Which role is offered first.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    role: Option<String>,
}

/// The form.
///
/// # Errors
/// [`Failure::NotFound`] when the asker may not invite there.
pub async fn get(
    visit: Visit,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let institution = invitable(visit.services(), &visit.actor(), id_of(&id)?).await?;
    let role = if asked.role.as_deref() == Some("lead") {
        "lead"
    } else {
        "trainer"
    };
    let title = visit.words.say("invite-title");
    Ok(visit.page(&title, || page(&visit, institution, role)))
}

fn page(visit: &Visit, institution: Invitable, role: &'static str) -> impl IntoView + use<> {
    let words = visit.words;
    let flash = || visit.flash.clone();
    let path = format!("/institutions/{}", institution.id);
    let above = vec![(path.clone(), institution.name)];
    let options =
        ["trainer", "lead"].map(|code| (code.to_owned(), words.say(&format!("role-{code}"))));
    let say = |key: &str| words.say(key);
    let action = format!("{path}/people/new");
    view! {
        <main id="main" class="page narrow" tabindex="-1">
            <Breadcrumb words above here=say("invite-title")/>
            <header class="page-title">
                <h1>{say("invite-title")}</h1>
                <p class="lead">{say("invite-about")}</p>
            </header>
            <FlashNotice words flash=flash()/>
            <form class="form" method="post" action=action>
                <SelectField words flash=flash() name="role" label=say("field-role")
                    options=options.to_vec() value=role/>
                <TextField words flash=flash() name="name" label=say("field-name")/>
                <TextField words flash=flash() name="email" label=say("field-email") kind="email"/>
                <div class="actions">
                    <button class="button primary">{say("invite-do")}</button>
                    <a class="button quiet" href=path>{say("leave-unchanged")}</a>
                </div>
            </form>
        </main>
    }
}
