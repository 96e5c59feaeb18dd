//! A session as a calendar file (RFC 5545).
//!
//! The entry keeps its `UID` and counts its `SEQUENCE` up, so that opening a newer file moves the
//! entry that is there instead of adding a second one. Hours are written as on the wall, with the
//! rules of the time zone beside them: they stay right when summer time begins or ends in between.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use icalendar::{Calendar, CalendarDateTime, Component, Event, EventLike, EventStatus};

/// The time zone of every session: the rules of the European Union since 1996, which Albania,
/// Kosovo*, Bosnia and Herzegovina and their neighbours follow.
const ZONE: &str = "BEGIN:VTIMEZONE\r
TZID:Europe/Belgrade\r
BEGIN:DAYLIGHT\r
DTSTART:19960331T020000\r
TZNAME:CEST\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r
END:DAYLIGHT\r
BEGIN:STANDARD\r
DTSTART:19961027T030000\r
TZNAME:CET\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
END:STANDARD\r
END:VTIMEZONE\r
";
const ZONE_NAME: &str = "Europe/Belgrade";
const EVENT: &str = "BEGIN:VEVENT\r\n";

/// What a calendar shows of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The same in every version of the entry, and unlike every other's.
    pub uid: String,
    /// How often the plan was changed.
    pub sequence: u32,
    /// When this version was made, in milliseconds since 1970.
    pub made_at: i64,
    /// What it is.
    pub title: String,
    /// Where: a room, a link, or both.
    pub place: String,
    /// The agenda and whatever else helps.
    pub description: String,
    /// The session's page.
    pub url: String,
    /// The day.
    pub day: NaiveDate,
    /// From when until when; the whole day when nobody said.
    pub times: Option<(NaiveTime, NaiveTime)>,
    /// Whether it was called off.
    pub cancelled: bool,
}

/// The entry as a file of type `text/calendar`.
#[must_use]
pub fn calendar(entry: &Entry) -> String {
    let made_at = DateTime::from_timestamp_millis(entry.made_at).unwrap_or_default();
    let mut event = Event::with_uid(&entry.uid);
    event
        .sequence(entry.sequence)
        .timestamp(made_at)
        .summary(&entry.title)
        .location(&entry.place)
        .description(&entry.description)
        .url(&entry.url)
        .status(if entry.cancelled {
            EventStatus::Cancelled
        } else {
            EventStatus::Confirmed
        });
    match entry.times {
        Some((starts, ends)) => {
            event.starts(on_the_wall(entry.day.and_time(starts)));
            event.ends(on_the_wall(entry.day.and_time(ends)));
        }
        None => {
            event.all_day(entry.day);
        }
    }
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//Kaskada//Sessions//EN"))
        .append_property(("METHOD", if entry.cancelled { "CANCEL" } else { "PUBLISH" }));
    let file = calendar.push(event.done()).to_string();
    if entry.times.is_none() {
        return file;
    }
    // The library writes a UID and a DTSTAMP into time zones, where RFC 5545 allows neither.
    file.replacen(EVENT, &format!("{ZONE}{EVENT}"), 1)
}

fn on_the_wall(at: NaiveDateTime) -> CalendarDateTime {
    CalendarDateTime::WithTimezone {
        date_time: at,
        tzid: ZONE_NAME.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry {
            uid: "0199-session@kaskada".into(),
            sequence: 2,
            made_at: 1_790_000_000_000,
            title: "Session, spring cohort; part 1".into(),
            place: "Room 3, Šešir".into(),
            description: "09:00 Welcome\nEND:VEVENT\r\nBEGIN:VALARM".into(),
            url: "https://kaskada.example/cohorts/1/sessions/2".into(),
            day: "2027-03-28".parse().expect("a day"),
            times: Some((
                "09:00:00".parse().expect("a time"),
                "12:30:00".parse().expect("a time"),
            )),
            cancelled: false,
        }
    }

    fn unfolded(file: &str) -> String {
        file.replace("\r\n ", "")
    }

    #[test]
    fn hours_are_those_on_the_wall_with_the_rules_of_the_zone_beside_them() {
        let file = unfolded(&calendar(&entry()));
        assert!(
            file.contains("DTSTART;TZID=Europe/Belgrade:20270328T090000\r\n"),
            "{file}"
        );
        assert!(
            file.contains("DTEND;TZID=Europe/Belgrade:20270328T123000\r\n"),
            "{file}"
        );
        let zone = file.find("BEGIN:VTIMEZONE").expect("the rules");
        assert!(zone < file.find("BEGIN:VEVENT").expect("the entry"));
        assert!(
            file.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"),
            "{file}"
        );
        assert!(file.contains("TZOFFSETTO:+0200\r\n"), "{file}");
        assert_eq!(file.matches("\r\nUID:").count(), 1, "{file}");
    }

    #[test]
    fn a_later_version_has_the_same_uid_and_a_higher_sequence() {
        let first = unfolded(&calendar(&entry()));
        let moved = Entry {
            sequence: 3,
            cancelled: true,
            ..entry()
        };
        let second = unfolded(&calendar(&moved));
        for file in [&first, &second] {
            assert!(file.contains("UID:0199-session@kaskada\r\n"), "{file}");
        }
        assert!(first.contains("SEQUENCE:2\r\n") && second.contains("SEQUENCE:3\r\n"));
        assert!(second.contains("STATUS:CANCELLED\r\n") && second.contains("METHOD:CANCEL\r\n"));
    }

    #[test]
    fn nothing_typed_adds_a_line_of_its_own() {
        let file = unfolded(&calendar(&entry()));
        assert_eq!(file.matches("\r\nEND:VEVENT").count(), 1, "{file}");
        assert!(!file.contains("\r\nBEGIN:VALARM"), "{file}");
        assert!(
            file.contains("SUMMARY:Session\\, spring cohort\\; part 1\r\n"),
            "{file}"
        );
    }

    #[test]
    fn a_session_without_hours_takes_its_whole_day() {
        let whole = Entry {
            times: None,
            ..entry()
        };
        let file = calendar(&whole);
        assert!(file.contains("DTSTART;VALUE=DATE:20270328\r\n"), "{file}");
        assert!(!file.contains("VTIMEZONE"));
    }
}
