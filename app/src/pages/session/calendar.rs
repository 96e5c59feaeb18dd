//! `/sessions/{id}/calendar.ics`: a session for somebody's calendar.

use axum::response::Response;
use documents::calendar::{Entry, calendar};
use domain::ids::SessionId;

use super::words::whereabouts;
use crate::address::At;
use crate::download;
use crate::error::Failure;
use crate::i18n::Words;
use crate::visit::Visit;

/// The file.
///
/// # Errors
/// [`Failure::NotFound`] for somebody who neither takes part in it nor sees its cohort.
pub async fn get(visit: Visit, At(session): At<SessionId>) -> Result<Response, Failure> {
    let found = services::sessions::entry(visit.services(), &visit.actor(), session).await?;
    let entry = entry_of(visit.words, &visit.services().settings.public_url, &found);
    Ok(download::ics(&found.cohort.title, calendar(&[entry])))
}

/// A session as a calendar entry in somebody's language.
#[must_use]
pub fn entry_of(words: Words, site: &str, found: &services::sessions::Entry) -> Entry {
    let session = &found.session;
    let mut description = vec![words.list(&found.trainers)];
    if let Some((_, reason)) = &session.cancelled {
        description.insert(
            0,
            words.say_with(
                "session-cancelled-because",
                [("reason", reason.clone().into())],
            ),
        );
    }
    description.extend(
        [&session.link, &session.agenda]
            .into_iter()
            .filter(|text| !text.is_empty())
            .cloned(),
    );
    let place = [whereabouts(words, session), session.link.clone()];
    Entry {
        uid: format!("{}@kaskada", session.id),
        sequence: u32::try_from(session.revision).unwrap_or(u32::MAX),
        made_at: found.at.0,
        title: words.say_with(
            "session-of",
            [("cohort", found.cohort.title.clone().into())],
        ),
        place: place
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
        description: description.join("\n"),
        url: match found.takes_part {
            true => format!("{site}/sessions/{}/check-in", session.id),
            false => format!("{site}/cohorts/{}/sessions/{}", session.cohort, session.id),
        },
        day: session.on_day,
        times: session.times.map(|times| (times.starts(), times.ends())),
        cancelled: found.gone,
    }
}
