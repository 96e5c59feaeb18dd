//! No more reminders, by the link of a letter.

use axum::extract::Path;
use axum::response::Response;
use services::letter_choice::stop;

use crate::error::Failure;
use crate::pages;
use crate::visit::Visit;

/// Stops the reminders of whoever got the letter. Mail programs that press the button by
/// themselves (RFC 8058) get a page like anybody else.
///
/// # Errors
/// [`Failure::NotFound`] when no letter carried the link.
pub async fn post(visit: Visit, Path(token): Path<String>) -> Result<Response, Failure> {
    stop(visit.services(), &token).await?;
    Ok(pages::letter_stop::stopped(&visit))
}
