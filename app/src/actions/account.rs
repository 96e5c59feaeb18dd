//! What people change about themselves.

use axum::Form;
use axum::response::Response;
use serde::Deserialize;
use services::account::{self, EndWhich};
use services::{ServiceError, Services, letter_choice};

use crate::actions::fields::Fields;
use crate::caller::Caller;
use crate::error::Failure;
use crate::visit::Visit;

const PAGE: &str = "/account";

/// The form with the name.
#[derive(Deserialize)]
pub struct Name {
    name: String,
}

/// The form with both passwords.
#[derive(Deserialize)]
pub struct Passwords {
    present_password: String,
    password: String,
}

/// The form with a further address.
#[derive(Deserialize)]
pub struct Further {
    email: String,
}

/// The button beside an address.
#[derive(Deserialize)]
pub struct Address {
    address: String,
}

/// The button beside a browser: its sign-in, or `others`.
#[derive(Deserialize)]
pub struct Which {
    which: String,
}

/// Changes the name.
///
/// # Errors
/// For a visitor, or when the database fails.
pub async fn name(visit: Visit, Form(typed): Form<Name>) -> Result<Response, Failure> {
    let outcome = account::rename(visit.services(), &visit.actor(), &typed.name).await;
    answer(
        &visit,
        outcome,
        "account-name-saved",
        &[("name", &typed.name)],
    )
    .await
}

/// States a gender, or none.
///
/// # Errors
/// For a visitor, or when the database fails.
pub async fn gender(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Failure> {
    let code = fields.get("gender");
    let outcome = account::state_gender(visit.services(), &visit.actor(), code).await;
    answer(&visit, outcome, "account-gender-saved", &[("gender", code)]).await
}

/// Changes the password.
///
/// # Errors
/// For a visitor, after too many tries, or when the database fails.
pub async fn password(
    visit: Visit,
    caller: Caller,
    Form(typed): Form<Passwords>,
) -> Result<Response, Failure> {
    let Some(viewer) = &visit.viewer else {
        return Err(Failure::SignIn);
    };
    let services: &Services = visit.services();
    let (present, new) = (&typed.present_password, &typed.password);
    let client = caller.client;
    let outcome = account::change_password(
        services,
        &viewer.actor,
        viewer.sign_in,
        present,
        new,
        client,
    )
    .await;
    answer(&visit, outcome, "account-password-saved", &[]).await
}

/// Sends a link to a further address.
///
/// # Errors
/// For a visitor, after too many tries, or when the database fails.
pub async fn add_address(
    visit: Visit,
    caller: Caller,
    Form(typed): Form<Further>,
) -> Result<Response, Failure> {
    let actor = visit.actor();
    let outcome = account::ask_address(visit.services(), &actor, &typed.email, caller.client).await;
    answer(
        &visit,
        outcome,
        "address-link-sent",
        &[("email", &typed.email)],
    )
    .await
}

/// Says that an address is one's own.
///
/// # Errors
/// For a visitor, or when the database fails.
pub async fn confirm_address(
    visit: Visit,
    Form(typed): Form<Address>,
) -> Result<Response, Failure> {
    let outcome = account::confirm_address(visit.services(), &visit.actor(), &typed.address).await;
    answer(&visit, outcome, "address-confirm-done", &[]).await
}

/// Takes an address away.
///
/// # Errors
/// For a visitor, or when the database fails.
pub async fn remove_address(visit: Visit, Form(typed): Form<Address>) -> Result<Response, Failure> {
    let outcome = account::remove_address(visit.services(), &visit.actor(), &typed.address).await;
    answer(&visit, outcome, "address-removed", &[]).await
}

/// Ends one sign-in, or all others.
///
/// # Errors
/// For a visitor, or when the database fails.
pub async fn end_sign_ins(visit: Visit, Form(typed): Form<Which>) -> Result<Response, Failure> {
    let Some(viewer) = &visit.viewer else {
        return Err(Failure::SignIn);
    };
    let which = match typed.which.as_str() {
        "others" => EndWhich::AllBut(viewer.sign_in),
        id => EndWhich::One(id.parse().map_err(|_| Failure::BadRequest)?),
    };
    let outcome = account::end_sign_ins(visit.services(), &viewer.actor, which).await;
    answer(&visit, outcome, "browser-ended", &[]).await
}

/// Wants reminders and digests, or wants none.
///
/// # Errors
/// For a visitor, or when the database fails.
pub async fn letters(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Failure> {
    let wanted = fields.get("wanted") == "yes";
    let outcome = letter_choice::choose(visit.services(), &visit.actor(), wanted).await;
    let notice = if wanted {
        "letters-wanted"
    } else {
        "letters-refused"
    };
    answer(&visit, outcome, notice, &[]).await
}

async fn answer(
    visit: &Visit,
    outcome: Result<(), ServiceError>,
    notice: &str,
    typed: &[(&str, &str)],
) -> Result<Response, Failure> {
    match outcome {
        Ok(()) => visit.done(PAGE, notice, &[]).await,
        Err(error) => visit.refuse(PAGE, typed, error).await,
    }
}
