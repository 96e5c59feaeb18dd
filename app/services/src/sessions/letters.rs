//! What people are told of a session by letter: that it is planned, changed, called off, planned
//! again or handed over, each time with its entry for their calendar.
//!
//! A letter is written when it goes out, of the session as it is then. So one that waited long says
//! nothing old, and one whose news is not true any more is held back.

use std::collections::HashSet;

use domain::clock::Timestamp;
use domain::ids::{CohortId, PersonId, SessionId};
use domain::language::Language;
use domain::session::written;
use store::cohort::Cohort;
use store::message::{Message, SeenBy};
use store::session::Session;
use store::{ConnectionTrait, DatabaseTransaction};

use super::{Entry, as_it_is, lasts};
use crate::outbox::{self, Note};
use crate::{ServiceError, Services};

/// The reminder of a session, whose letter is about one as well.
pub(crate) const AHEAD: &str = "session-ahead";
/// An invitation carries the entries of so many coming sessions, the soonest ones.
const WITH_INVITATION: usize = 12;

/// What became of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum News {
    Planned,
    Changed,
    Cancelled,
    PlannedAgain,
    HandedOver,
    /// The reader delivers it no more.
    Left,
}

impl News {
    /// The kinds of letters, each named after its text.
    pub(crate) const KINDS: [&'static str; 6] = [
        "session-planned",
        "session-changed",
        "session-cancelled",
        "session-again",
        "session-handed",
        LEFT,
    ];

    fn kind(self) -> &'static str {
        match self {
            Self::Planned => "session-planned",
            Self::Changed => "session-changed",
            Self::Cancelled => CANCELLED,
            Self::PlannedAgain => "session-again",
            Self::HandedOver => "session-handed",
            Self::Left => LEFT,
        }
    }
}

const CANCELLED: &str = "session-cancelled";
const LEFT: &str = "session-left";

/// Whether a session is still to come: only then is there anything to tell.
pub(crate) fn is_ahead(session: &Session, now: Timestamp) -> bool {
    session.delivered_at.is_none() && lasts(session).1 > now
}

/// Whether two plans differ in anything that a letter says.
pub(super) fn reads_otherwise(before: &Session, after: &Session) -> bool {
    let said = |session: &Session| {
        let trainers: HashSet<PersonId> = session.trainers.iter().copied().collect();
        let place = (session.place.clone(), session.link.clone());
        let plan = (session.meeting, session.agenda.clone());
        (session.on_day, session.times, place, plan, trainers)
    };
    said(before) != said(after)
}

/// Queues the letters about a session as it is now: to everybody in its cohort who is not withdrawn
/// and is not among `besides`, and to those who deliver it, but for whoever did this themselves.
/// Letters about an earlier state that still wait are held back.
///
/// # Errors
/// When the database fails.
pub(crate) async fn tell(
    services: &Services,
    tx: &DatabaseTransaction,
    news: News,
    session: SessionId,
    by: PersonId,
    besides: &HashSet<PersonId>,
) -> Result<(), ServiceError> {
    let session = as_it_is(tx, session).await?;
    hold_back(tx, session.id, false).await?;
    let taking_part = store::participation::taking_part(tx, session.cohort).await?;
    let known: HashSet<PersonId> = taking_part.iter().map(|(person, _)| *person).collect();
    let trainers = session
        .trainers
        .iter()
        .copied()
        .filter(|trainer| *trainer != by && !known.contains(trainer));
    let people: Vec<PersonId> = taking_part
        .iter()
        .map(|(person, _)| *person)
        .filter(|person| !besides.contains(person))
        .chain(trainers)
        .collect();
    send(services, tx, news, &session, by, people).await
}

/// Tells those who delivered a session before and do so no more, but for whoever did this
/// themselves.
///
/// # Errors
/// When the database fails.
pub(super) async fn tell_those_who_left(
    services: &Services,
    tx: &DatabaseTransaction,
    before: &Session,
    by: PersonId,
) -> Result<(), ServiceError> {
    let session = as_it_is(tx, before.id).await?;
    let gone = |trainer: &PersonId| !session.trainers.contains(trainer) && *trainer != by;
    let people: Vec<PersonId> = before.trainers.iter().copied().filter(gone).collect();
    send(services, tx, News::Left, &session, by, people).await
}

async fn send(
    services: &Services,
    tx: &DatabaseTransaction,
    news: News,
    session: &Session,
    by: PersonId,
    people: Vec<PersonId>,
) -> Result<(), ServiceError> {
    if people.is_empty() {
        return Ok(());
    }
    let cohort = store::cohort::by_id(tx, session.cohort)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let author = store::person::by_id(tx, by).await?;
    let language: Language = author
        .as_ref()
        .and_then(|by| by.language)
        .unwrap_or_default();
    let inviter = author.map(|by| by.name).unwrap_or_default();
    let note = |person: PersonId| Note {
        kind: news.kind(),
        person,
        dedupe_key: format!("session:{}:{}:{person}", session.id, session.revision),
        values: vec![
            ("cohort".to_owned(), cohort.title.clone()),
            ("inviter".to_owned(), inviter.clone()),
        ],
        invitation: None,
        session: Some(session.id),
        // How long it stays true depends on what the session is then ([`about`]).
        good_until: None,
        language,
        seen_by: SeenBy {
            author: Some(by),
            institution: Some(cohort.institution),
            programme: Some(cohort.programme),
        },
    };
    let notes = people.into_iter().map(note).collect();
    outbox::queue(services, tx, notes).await?;
    Ok(())
}

/// Holds back what waits about a session and may not be true any more; with `reminders`, those too.
/// That somebody delivers it no more stays true.
///
/// # Errors
/// When the database fails.
pub(crate) async fn hold_back(
    tx: &DatabaseTransaction,
    session: SessionId,
    reminders: bool,
) -> Result<(), ServiceError> {
    let kinds = News::KINDS.iter().copied().filter(|kind| *kind != LEFT);
    let kinds: Vec<&str> = kinds.chain(reminders.then_some(AHEAD)).collect();
    Ok(store::message::cancel_of_session(tx, session, &kinds).await?)
}

/// The session of a letter as it is now, for its reader; `None` when the letter's news is not true
/// any more, or none of theirs.
///
/// # Errors
/// When the database fails.
pub(crate) async fn about(
    services: &Services,
    db: &impl ConnectionTrait,
    message: &Message,
    session: SessionId,
) -> Result<Option<Entry>, ServiceError> {
    let (Some(session), Some(person)) = (store::session::by_id(db, session).await?, message.person)
    else {
        return Ok(None);
    };
    let takes_part = store::participation::takes_part(db, session.cohort, person).await?;
    let delivers = session.trainers.contains(&person);
    let cancelled = session.cancelled.is_some();
    let still_true = match message.kind.as_str() {
        CANCELLED => cancelled && (takes_part || delivers),
        LEFT => !delivers,
        AHEAD => !cancelled && takes_part && counts_right(message, &session, services.now()),
        _ => !cancelled && (takes_part || delivers),
    };
    // A session may have been brought forward, or held, while the letter waited.
    let in_time = message.kind == LEFT || is_ahead(&session, services.now());
    if !still_true || !in_time {
        return Ok(None);
    }
    let Some(cohort) = store::cohort::by_id(db, session.cohort).await? else {
        return Ok(None);
    };
    let mut entries = entries(services, db, &cohort, vec![session], takes_part).await?;
    Ok(entries.pop().map(|entry| Entry {
        gone: cancelled || message.kind == LEFT,
        ..entry
    }))
}

/// Whether a reminder counts the days to the session's day as they are now: one that waited to be
/// copied may be read days later.
fn counts_right(reminder: &Message, session: &Session, now: Timestamp) -> bool {
    let said = |wanted: &str| {
        let found = reminder.values.iter().find(|(name, _)| name == wanted);
        found.map_or("", |(_, value)| value.as_str())
    };
    let left = (session.on_day - now.date()).num_days();
    said("day").starts_with(&session.on_day.to_string()) && said("days") == left.to_string()
}

/// Puts a reminder's hour and place as they are now in place of those it was queued with.
pub(crate) fn bring_up_to_date(values: &mut [(String, String)], session: &Session) {
    let starts = session.times.map(|times| written(times.starts()));
    for (name, value) in values {
        match name.as_str() {
            "day" => {
                *value = format!(
                    "{} {}",
                    session.on_day,
                    starts.as_deref().unwrap_or_default()
                );
            }
            "place" => {
                let parts = [session.place.as_str(), session.link.as_str()];
                *value = parts
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(" · ");
            }
            _ => {}
        }
    }
}

/// The coming sessions of a cohort, for somebody who is invited to it.
///
/// # Errors
/// When the database fails.
pub(crate) async fn coming_in(
    services: &Services,
    db: &impl ConnectionTrait,
    cohort: CohortId,
) -> Result<Vec<Entry>, ServiceError> {
    let now = services.now();
    let mut ahead = store::session::of_cohort(db, cohort).await?;
    ahead.retain(|session| session.cancelled.is_none() && is_ahead(session, now));
    ahead.truncate(WITH_INVITATION);
    if ahead.is_empty() {
        return Ok(Vec::new());
    }
    match store::cohort::by_id(db, cohort).await? {
        Some(cohort) => entries(services, db, &cohort, ahead, true).await,
        None => Ok(Vec::new()),
    }
}

async fn entries(
    services: &Services,
    db: &impl ConnectionTrait,
    cohort: &Cohort,
    sessions: Vec<Session>,
    takes_part: bool,
) -> Result<Vec<Entry>, ServiceError> {
    let everybody: Vec<PersonId> = sessions
        .iter()
        .flat_map(|session| session.trainers.iter().copied())
        .collect();
    let named = store::person::by_ids(db, &everybody).await?;
    let entry = |session: Session| Entry {
        cohort: cohort.clone(),
        trainers: session
            .trainers
            .iter()
            .filter_map(|id| Some(named.get(id)?.name.clone()))
            .collect(),
        at: services.now(),
        takes_part,
        gone: session.cancelled.is_some(),
        session,
    };
    Ok(sessions.into_iter().map(entry).collect())
}
