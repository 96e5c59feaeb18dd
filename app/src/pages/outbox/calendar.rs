//! `/outbox/{letter}/calendar.ics`: the calendar file that goes with a letter copied by hand.

use axum::response::Response;
use documents::calendar::{Entry, calendar};
use domain::ids::MessageId;

use crate::address::At;
use crate::download;
use crate::error::Failure;
use crate::i18n::Words;
use crate::pages::session::calendar::entry_of;
use crate::visit::Visit;

/// The file, in the language of the letter's reader.
///
/// # Errors
/// [`Failure::NotFound`] for a letter that is none of the asker's business or has no such file.
pub async fn get(visit: Visit, At(letter): At<MessageId>) -> Result<Response, Failure> {
    let services = visit.services();
    let (letter, found) = services::outbox::calendar_of(services, &visit.actor(), letter).await?;
    let (words, site) = (Words(letter.language), &services.settings.public_url);
    let entries: Vec<Entry> = found.iter().map(|one| entry_of(words, site, one)).collect();
    let name = found.first().map_or("", |one| one.cohort.title.as_str());
    Ok(download::ics(name, calendar(&entries)))
}
