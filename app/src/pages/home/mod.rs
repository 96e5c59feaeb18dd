//! `/`: the signed-in person's home, or the visitor's start page.

mod learner;
mod visitor;
mod work;

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
        let courses = services::course::courses(visit.services(), &visit.actor()).await?;
        return Ok(visit.page(&title, || visitor::page(visit.words, &courses)));
    };
    let home = services::learning::home(visit.services(), &viewer.actor).await?;
    let work = work::Work::of(visit.services(), &viewer.actor).await?;
    Ok(visit.page(&title, || learner::page(&visit, &viewer.name, &work, &home)))
}
