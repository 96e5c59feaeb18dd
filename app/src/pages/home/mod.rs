//! `/`: the signed-in person's home, or the visitor's start page.

mod learner;
mod visitor;

use axum::response::Response;

use crate::error::Failure;
use crate::visit::Visit;

/// The page.
///
/// # Errors
/// When the database fails.
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    let title = visit.words.say("home-title");
    let Some(viewer) = &visit.viewer else {
        return Ok(visit.page(&title, || visitor::page(visit.words)));
    };
    let home = services::learning::home(visit.services(), &viewer.actor).await?;
    Ok(visit.page(&title, || learner::page(&visit, &viewer.name, &home)))
}
