//! Handing in an activity.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::{Fields, Sent, one};
use crate::error::Failure;
use crate::markup::IntoMarkup;
use crate::pages::unit::pieces;
use crate::visit::Visit;

/// Hands in what came out of the activity.
///
/// # Errors
/// When nobody is signed in, there is no such unit, or the database fails.
pub async fn post(
    visit: Visit,
    Path(unit): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let sent = Sent::open(visit, &unit, fields).await?;
    let body = one(&sent.fields, "product");
    let (services, actor, language) = (
        sent.visit.services(),
        sent.visit.actor(),
        sent.visit.words.0,
    );
    let kept =
        services::learning::submit_activity(services, &actor, language, sent.unit(), body).await;
    if let Err(error) = kept {
        return sent.refused("product", error).await;
    }
    sent.saved("hand-in", |sheet| {
        view! { {pieces::product(sheet)} {pieces::progress(sheet)} }.into_markup()
    })
    .await
}
