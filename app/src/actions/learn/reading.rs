//! Noting what was read.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;

use super::{Fields, Sent, all, one};
use crate::error::Failure;
use crate::pages::unit::pieces;
use crate::visit::Visit;

/// Notes the blocks seen: those named, or, from the button, all of Content.
///
/// # Errors
/// When nobody is signed in, there is no such unit, or the database fails.
pub async fn post(
    visit: Visit,
    Path(unit): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let sent = Sent::open(visit, &unit, fields).await?;
    let named: Vec<String> = all(&sent.fields, "blocks").map(str::to_owned).collect();
    let blocks = one(&sent.fields, "all")
        .is_empty()
        .then_some(named.as_slice());
    let at = Some(one(&sent.fields, "block")).filter(|block| !block.is_empty());
    let (services, actor, language) = (
        sent.visit.services(),
        sent.visit.actor(),
        sent.visit.words.0,
    );
    services::learning::mark_read(services, &actor, language, sent.unit(), blocks, at).await?;
    sent.saved("activity", pieces::progress).await
}
