//! Creating the first coordinator and the programme.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;

use super::sign_in::signed_in;
use crate::caller::Caller;
use crate::error::Failure;
use crate::pages;
use crate::visit::Visit;

/// The form.
#[derive(Deserialize)]
pub struct Typed {
    name: String,
    email: String,
    password: String,
    title: String,
    #[serde(default)]
    reference: String,
    starts_on: String,
    #[serde(default)]
    ends_on: String,
    #[serde(default)]
    funding_line: String,
}

/// Creates both and signs the coordinator in.
///
/// # Errors
/// When the database fails.
pub async fn post(
    visit: Visit,
    caller: Caller,
    Path(token): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let form = services::setup::Typed {
        name: typed.name,
        email: typed.email,
        password: typed.password,
        title: typed.title,
        reference: typed.reference,
        starts_on: typed.starts_on,
        ends_on: typed.ends_on,
        funding_line: typed.funding_line,
    };
    let language = visit.words.0;
    let browser = caller.browser(&visit);
    match services::setup::create(visit.services(), &token, &form, language, browser).await {
        Ok(Some(sign_in)) => Ok(signed_in(&visit, &sign_in, "/programme")),
        Ok(None) => Ok(pages::setup::closed(&visit)),
        Err(error) => {
            let typed = [
                ("name", form.name.as_str()),
                ("email", &form.email),
                ("title", &form.title),
                ("reference", &form.reference),
                ("starts_on", &form.starts_on),
                ("ends_on", &form.ends_on),
                ("funding_line", &form.funding_line),
            ];
            visit
                .refuse(&format!("/setup/{token}"), &typed, error)
                .await
        }
    }
}
