//! `/join`: typing the code of a slip.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use services::FieldProblem;

use crate::components::auth_page::AuthPage;
use crate::components::field::TextField;
use crate::flash::Flash;
use crate::visit::Visit;

/// The code, when a link brings it along.
#[derive(Deserialize)]
pub struct Brought {
    #[serde(default)]
    code: String,
}

/// The form.
pub async fn get(visit: Visit, Query(brought): Query<Brought>) -> Response {
    form(&visit, StatusCode::OK, visit.flash.clone(), &brought.code)
}

/// The form again, for a code that opens nothing.
pub(super) fn unknown(visit: &Visit, code: &str) -> Response {
    let problem = FieldProblem::new("code", "code_unknown");
    let flash = Flash::refused(&[("code", code)], vec![problem]);
    form(visit, StatusCode::NOT_FOUND, flash, code)
}

fn form(visit: &Visit, status: StatusCode, flash: Flash, code: &str) -> Response {
    let words = visit.words;
    let title = words.say("join-title");
    let code = code.to_owned();
    visit.page_with_status(status, &title.clone(), || {
        view! {
            <AuthPage title>
                <p>{words.say("join-what")}</p>
                <form class="form" method="post" action="/join">
                    <TextField
                        words
                        flash
                        name="code"
                        label=words.say("join-code")
                        hint=words.say("join-code-hint")
                        value=code
                    />
                    <button class="button primary">{words.say("join-continue")}</button>
                </form>
            </AuthPage>
        }
    })
}
