//! Signing in and out.

use axum::Form;
use axum::response::Response;
use domain::clock::{DAY, SECOND};
use serde::Deserialize;

use super::{local_path, sign_in_path};
use crate::caller::Caller;
use crate::error::Failure;
use crate::visit::{SIGN_IN_COOKIE, Visit};

/// How long browsers keep the cookie; the sign-in itself may end earlier.
const COOKIE_SECONDS: i64 = 90 * DAY / SECOND;

/// The form.
#[derive(Deserialize)]
pub struct Typed {
    email: String,
    password: String,
    #[serde(default)]
    next: String,
}

/// Signs in and leads on to the page that was asked for.
///
/// # Errors
/// When passwords were guessed at too often, or the database fails.
pub async fn post(
    visit: Visit,
    caller: Caller,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let next = local_path(&typed.next);
    let browser = caller.browser(&visit);
    match services::sign_in::with_password(visit.services(), &typed.email, &typed.password, browser)
        .await
    {
        Ok(token) => Ok(signed_in(&visit, &token, next)),
        Err(error) => {
            visit
                .refuse(&sign_in_path(next), &[("email", &typed.email)], error)
                .await
        }
    }
}

/// Ends this browser's sign-in.
///
/// # Errors
/// When the database fails.
pub async fn end(visit: Visit) -> Result<Response, Failure> {
    if let Some(viewer) = &visit.viewer {
        services::sign_in::end(visit.services(), viewer).await?;
    }
    let mut response = visit.go("/");
    visit.forget_cookie(&mut response, SIGN_IN_COOKIE);
    Ok(response)
}

/// Gives the browser its token and leads on.
pub(super) fn signed_in(visit: &Visit, token: &str, next: &str) -> Response {
    let mut response = visit.go(next);
    visit.set_cookie(&mut response, SIGN_IN_COOKIE, token, Some(COOKIE_SECONDS));
    response
}
