//! Writing to a prompt.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;

use super::{Fields, Sent, one};
use crate::error::Failure;
use crate::markup::IntoMarkup;
use crate::pages::unit::pieces;
use crate::visit::Visit;

/// Saves a private reflection.
///
/// # Errors
/// When nobody is signed in, there is no such prompt, or the database fails.
pub async fn post(
    visit: Visit,
    Path(unit): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let sent = Sent::open(visit, &unit, fields).await?;
    let prompt = one(&sent.fields, "prompt").to_owned();
    let field = format!("r-{prompt}");
    let body = one(&sent.fields, &field);
    let (services, actor, language) = (
        sent.visit.services(),
        sent.visit.actor(),
        sent.visit.words.0,
    );
    let kept =
        services::learning::save_reflection(services, &actor, language, sent.unit(), &prompt, body)
            .await;
    if let Err(error) = kept {
        return sent.refused(&field, error).await;
    }
    sent.saved(&field, |sheet| {
        pieces::reflection(sheet, &prompt).into_markup()
    })
    .await
}
