//! Asking for a new password and setting it.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;

use crate::caller::Caller;
use crate::error::Failure;
use crate::pages;
use crate::visit::{SIGN_IN_COOKIE, Visit};

/// The form that asks for a letter.
#[derive(Deserialize)]
pub struct Asked {
    email: String,
}

/// The form with a code.
#[derive(Deserialize)]
pub struct WithCode {
    email: String,
    code: String,
    password: String,
}

/// The form behind a letter's link.
#[derive(Deserialize)]
pub struct WithLink {
    password: String,
}

/// Sends a letter, if somebody has the address. The answer is always the same.
///
/// # Errors
/// When letters were asked for too often.
pub async fn ask(
    visit: Visit,
    caller: Caller,
    Form(typed): Form<Asked>,
) -> Result<Response, Failure> {
    match services::reset::ask(visit.services(), &typed.email, visit.words.0, caller.client) {
        Ok(()) => visit.done("/reset", "reset-sent", &[]).await,
        Err(error) => {
            visit
                .refuse("/reset", &[("email", &typed.email)], error)
                .await
        }
    }
}

/// Sets a password with a code.
///
/// # Errors
/// When codes were guessed at too often, or the database fails.
pub async fn with_code(
    visit: Visit,
    caller: Caller,
    Form(typed): Form<WithCode>,
) -> Result<Response, Failure> {
    let WithCode {
        email,
        code,
        password,
    } = &typed;
    match services::reset::with_code(visit.services(), email, code, password, caller.client).await {
        Ok(()) => done(&visit).await,
        Err(error) => {
            visit
                .refuse("/reset/code", &[("email", email), ("code", code)], error)
                .await
        }
    }
}

/// Sets a password with a letter's link.
///
/// # Errors
/// When the database fails.
pub async fn with_link(
    visit: Visit,
    Path(token): Path<String>,
    Form(typed): Form<WithLink>,
) -> Result<Response, Failure> {
    match services::reset::with_link(visit.services(), &token, &typed.password).await {
        Ok(true) => done(&visit).await,
        Ok(false) => Ok(pages::reset::closed(&visit)),
        Err(error) => visit.refuse(&format!("/reset/{token}"), &[], error).await,
    }
}

/// Every sign-in has ended, this browser's too.
async fn done(visit: &Visit) -> Result<Response, Failure> {
    let mut response = visit.done("/sign-in", "reset-done", &[]).await?;
    visit.forget_cookie(&mut response, SIGN_IN_COOKIE);
    Ok(response)
}
