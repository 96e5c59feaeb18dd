//! A session in words: when, where, how long.

use domain::session::check_in::Moment;
use domain::session::written;
use services::sessions::Session;
use services::sessions::check_in_window;

use crate::i18n::Words;

/// "14 November 2026, 09:30–12:00".
#[must_use]
pub fn when(words: Words, session: &Session) -> String {
    let day = words.day(session.on_day);
    match session.times {
        Some(times) => format!(
            "{day}, {}–{}",
            written(times.starts()),
            written(times.ends())
        ),
        None => day,
    }
}

/// The room, or what stands for it in a session online.
#[must_use]
pub fn whereabouts(words: Words, session: &Session) -> String {
    if session.place.is_empty() {
        words.say(&format!("meeting-{}", session.meeting.code()))
    } else {
        session.place.clone()
    }
}

/// Minutes as hours: "2.5 hours" in the reader's own way of writing numbers.
#[must_use]
pub fn hours(words: Words, minutes: u32) -> String {
    let number = words.decimal(f64::from(minutes) / 60.0);
    words.say_with("session-hours-number", [("hours", number.into())])
}

/// When one can check in: soon, now, or no longer.
#[must_use]
pub fn check_in_moment(words: Words, session: &Session, moment: Moment) -> String {
    let window = check_in_window(session);
    match moment {
        Moment::Early => {
            let day = words.day_of(window.opens);
            let time = words.time(window.opens);
            words.say_with(
                "check-in-early",
                [("day", day.into()), ("time", time.into())],
            )
        }
        Moment::Open => {
            let time = words.time(window.closes);
            words.say_with("check-in-open", [("time", time.into())])
        }
        Moment::Late => words.say("check-in-late"),
    }
}
