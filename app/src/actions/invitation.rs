//! Accepting an invitation, by link or by code.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;
use services::invitations::{Accepted, Secret, accept};

use super::sign_in::signed_in;
use super::sign_in_path;
use crate::caller::Caller;
use crate::error::Failure;
use crate::pages;
use crate::visit::Visit;

/// The form; people who have a password are not asked for a new one.
#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    password: String,
}

/// A slip's code, as it was typed.
#[derive(Deserialize)]
pub struct Code {
    code: String,
}

/// Accepts the invitation behind a letter's link.
///
/// # Errors
/// When the database fails.
pub async fn by_link(
    visit: Visit,
    caller: Caller,
    Path(token): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let here = format!("/invitations/{token}");
    finish(visit, caller, Secret::Link(&token), &typed.password, &here).await
}

/// Accepts the invitation behind a slip's code.
///
/// # Errors
/// When codes were guessed at too often, or the database fails.
pub async fn by_code(
    visit: Visit,
    caller: Caller,
    Path(code): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let here = format!("/join/{code}");
    finish(visit, caller, Secret::Code(&code), &typed.password, &here).await
}

/// Leads from the typed code to its invitation.
pub async fn open_code(visit: Visit, Form(typed): Form<Code>) -> Response {
    let kept = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '-';
    let code: String = typed.code.chars().filter(kept).take(20).collect();
    if code.is_empty() {
        visit.go("/join")
    } else {
        visit.go(&format!("/join/{code}"))
    }
}

async fn finish(
    visit: Visit,
    caller: Caller,
    secret: Secret<'_>,
    password: &str,
    here: &str,
) -> Result<Response, Failure> {
    let browser = caller.browser(&visit);
    match accept(visit.services(), secret, password, browser).await {
        Ok(Accepted::SignedIn(token)) => Ok(signed_in(&visit, &token, "/")),
        Ok(Accepted::Done) => visit.done("/", "invitation-accepted", &[]).await,
        Ok(Accepted::SignInFirst) => Ok(visit.go(&sign_in_path(here))),
        Ok(Accepted::Closed(standing)) => Ok(pages::invitation::closed(&visit, standing)),
        Err(error) => visit.refuse(here, &[], error).await,
    }
}
