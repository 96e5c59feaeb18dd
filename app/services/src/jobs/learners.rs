//! Reminders to those who learn.

use chrono::Days;
use domain::cascade::follow_up::Round;
use domain::clock::{DAY, Timestamp};
use domain::reminders::{
    JOINING_AFTER_DAYS, LATE_DAYS, SESSION_IN_DAYS, Window, earliest_end_of_follow_up,
};
use store::reminders::{Due, Mark, Part};
use uuid::Uuid;

use super::{Cursor, PAGE, Page};
use crate::outbox::{Note, SeenBy};
use crate::{ServiceError, Services};

/// To those invited a while ago who never came in.
pub(super) async fn joining(
    services: &Services,
    after: Option<Cursor>,
) -> Result<Page, ServiceError> {
    let now = services.now();
    let window = Window::of_days_ago(JOINING_AFTER_DAYS, now);
    let part = part(now, window, mark(after, 0));
    let found = store::reminders::never_joined(services.store.read(), part).await?;
    let next = next(found.iter().map(|(due, _)| due), 0);
    let notes = found.into_iter().map(|(due, invitation)| {
        let key = format!("joining:{}", due.participation);
        Note {
            invitation: Some(invitation),
            ..note("joining", key, due, now)
        }
    });
    let notes = notes.collect();
    Ok(Page { notes, next })
}

/// To those who came in and did nothing for a while; once for each silence.
pub(super) async fn quiet(
    services: &Services,
    after: Option<Cursor>,
) -> Result<Page, ServiceError> {
    let now = services.now();
    let part = part(now, Window::of_silence(now), mark(after, 0));
    let found = store::reminders::quiet(services.store.read(), part).await?;
    let next = next(found.iter(), 0);
    let notes = found.into_iter().map(|due| {
        let key = format!("quiet:{}:{}", due.participation, due.since.0);
        note("quiet", key, due, now)
    });
    let notes = notes.collect();
    Ok(Page { notes, next })
}

/// To those who are asked whether they did what they promised: the first round, then the second.
pub(super) async fn follow_up(
    services: &Services,
    after: Option<Cursor>,
) -> Result<Page, ServiceError> {
    let now = services.now();
    let place = match after {
        Some(Cursor::Moment(place, _)) => place,
        _ => 0,
    };
    let Some(round) = Round::ALL.get(place).copied() else {
        return Ok(Page {
            notes: Vec::new(),
            next: None,
        });
    };
    let window = Window::of_days_ago(round.days(), now);
    let part = Part {
        earliest_end: earliest_end_of_follow_up(now.date()),
        ..part(now, window, mark(after, place))
    };
    let found = store::reminders::unanswered(services.store.read(), round, part).await?;
    let next = next(found.iter(), place).or_else(|| {
        let round = Round::ALL.get(place + 1)?;
        let window = Window::of_days_ago(round.days(), now);
        Some(Cursor::Moment(place + 1, Mark::before(window)))
    });
    let notes = found.into_iter().map(|due| {
        let key = format!("follow-up:{}:{}", due.participation, round.code());
        let values = [
            ("days".to_owned(), round.code().to_owned()),
            ("participation".to_owned(), due.participation.to_string()),
        ];
        let mut note = note("follow-up", key, due, now);
        note.values.extend(values);
        note
    });
    let notes = notes.collect();
    Ok(Page { notes, next })
}

/// To those whose cohort meets soon: in three days, and tomorrow.
pub(super) async fn session_ahead(
    services: &Services,
    after: Option<Cursor>,
) -> Result<Page, ServiceError> {
    let now = services.now();
    let today = now.date();
    let after = match after {
        Some(Cursor::Session(session, participation)) => (session, participation),
        _ => (Uuid::nil(), Uuid::nil()),
    };
    let days = SESSION_IN_DAYS.map(|days| today + Days::new(days));
    let read = services.store.read();
    let found = store::reminders::sessions_ahead(read, days, after, today, PAGE).await?;
    let last = found.last().filter(|_| is_full(found.len()));
    let next = last.map(|last| Cursor::Session(last.session.0, last.due.participation.0));
    let notes = found.into_iter().map(|ahead| {
        let days = (ahead.on_day - today).num_days();
        // A session that was moved to another day is another one to be reminded of.
        let key = format!(
            "session-ahead:{}:{}:{days}:{}",
            ahead.session, ahead.on_day, ahead.due.participation
        );
        let over = ahead.due.since.plus(DAY);
        let values = [
            ("days".to_owned(), days.to_string()),
            (
                "day".to_owned(),
                format!("{} {}", ahead.on_day, ahead.starts),
            ),
            ("place".to_owned(), ahead.place),
        ];
        let mut note = note("session-ahead", key, ahead.due, now);
        note.values.extend(values);
        note.good_until = Some(over);
        note.session = Some(ahead.session);
        note
    });
    let notes = notes.collect();
    Ok(Page { notes, next })
}

fn part(now: Timestamp, window: Window, after: Option<Mark>) -> Part {
    Part {
        after: after.unwrap_or_else(|| Mark::before(window)),
        until: window.until,
        earliest_end: now.date(),
        limit: PAGE,
    }
}

/// Where the page before ended, in this stretch of time.
fn mark(after: Option<Cursor>, place: usize) -> Option<Mark> {
    match after {
        Some(Cursor::Moment(known, mark)) if known == place => Some(mark),
        _ => None,
    }
}

/// Where a full page ends; a page that is not full is the last.
fn next<'a>(found: impl ExactSizeIterator<Item = &'a Due>, place: usize) -> Option<Cursor> {
    let full = is_full(found.len());
    let last = found.last().filter(|_| full)?;
    let mark = Mark {
        at: last.since.0,
        id: last.participation.0,
    };
    Some(Cursor::Moment(place, mark))
}

fn is_full(found: usize) -> bool {
    u64::try_from(found).is_ok_and(|found| found >= PAGE)
}

/// A reminder about a cohort; its key names the participation, so that a withdrawal holds back what
/// is about it and nothing else. One of those who train it now sees it in the list of letters to copy,
/// as do the institution's leads and the programme's coordinators.
fn note(kind: &'static str, dedupe_key: String, due: Due, now: Timestamp) -> Note {
    Note {
        kind,
        person: due.person,
        dedupe_key,
        values: vec![("cohort".to_owned(), due.title)],
        invitation: None,
        session: None,
        good_until: Some(now.plus(LATE_DAYS * DAY)),
        language: due.language.unwrap_or_default(),
        seen_by: SeenBy {
            author: due.trainer,
            institution: Some(due.institution),
            programme: Some(due.programme),
        },
    }
}
