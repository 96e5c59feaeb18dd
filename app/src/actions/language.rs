//! Choosing the language of the interface.

use axum::Form;
use axum::response::Response;
use domain::language::Language;
use serde::Deserialize;

use super::local_path;
use crate::error::Failure;
use crate::visit::{LANGUAGE_COOKIE, Visit};

/// A year, in seconds.
const YEAR: i64 = 365 * 24 * 60 * 60;

/// The form.
#[derive(Deserialize)]
pub struct Choice {
    language: String,
    back: String,
}

/// Remembers the language, for the account when signed in, and goes back to the same page.
///
/// # Errors
/// When the language is not one of ours, or the database fails.
pub async fn post(visit: Visit, Form(choice): Form<Choice>) -> Result<Response, Failure> {
    let language = Language::from_tag(&choice.language).ok_or(Failure::BadRequest)?;
    if let Ok(person) = visit.person() {
        services::account::choose_language(visit.services(), person, language).await?;
    }
    let mut response = visit.go(local_path(&choice.back));
    visit.set_cookie(&mut response, LANGUAGE_COOKIE, language.tag(), Some(YEAR));
    Ok(response)
}
