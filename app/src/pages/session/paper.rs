//! `/cohorts/{id}/sessions/{id}/register.pdf`: the register to be printed, signed and filed.

use axum::response::Response;
use documents::Letterhead;
use documents::register::{Expected, Labels, Register};
use domain::ids::{CohortId, SessionId};
use domain::session::written;
use services::sessions::{PaperRegister, Session};

use super::words::{hours, whereabouts};
use crate::address::At;
use crate::download;
use crate::error::Failure;
use crate::i18n::Words;
use crate::visit::Visit;

/// Empty lines for people who come without being on the list.
const GUESTS: usize = 5;

/// The document.
///
/// # Errors
/// [`Failure::NotFound`] when the session is none of the asker's business.
pub async fn get(
    visit: Visit,
    At((cohort, session)): At<(CohortId, SessionId)>,
) -> Result<Response, Failure> {
    let words = visit.words;
    let found =
        services::sessions::paper(visit.services(), &visit.actor(), cohort, session, words.0)
            .await?;
    let name = format!(
        "{} {}",
        found.register.cohort.title, found.register.session.on_day
    );
    let facts = facts(words, found);
    // Setting a document takes a while: not on the threads that answer everybody.
    let made = tokio::task::spawn_blocking(move || facts.pdf()).await;
    let document = made.map_err(|_| Failure::Broken)?.map_err(|error| {
        tracing::error!(%error, "a register could not be set");
        Failure::Broken
    })?;
    Ok(download::pdf(&name, document))
}

fn facts(words: Words, found: PaperRegister) -> Register {
    let session = &found.register.session;
    let time = session
        .times
        .map(|times| format!("{}–{}", written(times.starts()), written(times.ends())));
    let taught = match session.minutes {
        0 => String::new(),
        minutes => hours(words, minutes),
    };
    Register {
        language: words.0.tag().to_owned(),
        made: found.at,
        code: short_code(session),
        letterhead: Letterhead {
            funding: found.programme.funding_in(words.0).to_owned(),
            emblem: match found.programme.credit.emblem {
                true => words.say("emblem-eu"),
                false => String::new(),
            },
            programme: found.programme.title,
            reference: found.programme.reference,
            ..Letterhead::default()
        },
        institution: found.institution,
        cohort: found.register.cohort.title.clone(),
        day: words.day(session.on_day),
        time: time.unwrap_or_default(),
        place: whereabouts(words, session),
        mode: words.say(&format!("meeting-{}", session.meeting.code())),
        hours: taught,
        trainers: found.trainers,
        units: found.units.into_iter().map(|unit| unit.title).collect(),
        work_package: session.work_package.clone(),
        deliverable: session.deliverable.clone(),
        people: found
            .register
            .people
            .iter()
            .map(|line| Expected {
                name: line.name.clone(),
                belongs: String::new(),
            })
            .collect(),
        guests: GUESTS,
        labels: labels(words),
    }
}

/// The end of the session's id, in two groups: enough to match a scan to its session.
fn short_code(session: &Session) -> String {
    let digits = session.id.0.simple().to_string().to_uppercase();
    format!("{}-{}", &digits[24..28], &digits[28..])
}

fn labels(words: Words) -> Labels {
    let say = |key: &str| words.say(key);
    Labels {
        title: say("paper-title"),
        institution: say("institution"),
        cohort: say("cohort"),
        day: say("session-day"),
        time: say("paper-time"),
        place: say("session-place"),
        mode: say("session-meeting"),
        hours: say("session-hours"),
        trainers: say("session-trainers"),
        units: say("session-units"),
        work_package: say("session-work_package"),
        deliverable: say("session-deliverable"),
        number: say("paper-number"),
        name: say("name"),
        belongs: String::new(),
        signature: say("paper-signature"),
        date: say("paper-date"),
        declaration: say("paper-declaration"),
        nobody: say("cohort-empty"),
        guests: say("paper-guests"),
        code: say("paper-code"),
    }
}
