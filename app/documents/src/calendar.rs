//! A session as a calendar file (RFC 5545).
//!
//! The entry keeps its `UID` and counts its `SEQUENCE` up, so that opening a newer file moves the
//! entry that is there instead of adding a second one. Hours are written as on the wall, with the
//! rules of the time zone beside them: they stay right when summer time begins or ends in between.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use icalendar::{Calendar, CalendarDateTime, Component, Event, EventLike, EventStatus, Property};

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

/// Somebody in a calendar entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// Their name.
    pub name: String,
    /// Their address.
    pub address: String,
}

/// Between whom an invitation goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parties {
    /// Who sends it: the address that the letter comes from, or mail programs distrust it.
    pub organiser: Party,
    /// Who gets it: without their own address in it, Outlook and Google offer no calendar entry.
    pub guest: Party,
}

/// What a mail program is to do with a file (RFC 5546).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Put the entry in, or move the one with the same `UID` and a lower `SEQUENCE`.
    Request,
    /// Take the entry out.
    Cancel,
    /// Show it to whoever opens it.
    Publish,
}

impl Method {
    /// The word in files and in letters.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
            Self::Publish => "PUBLISH",
        }
    }

    /// How an entry is sent by letter.
    #[must_use]
    pub fn by_letter(entry: &Entry) -> Self {
        if entry.cancelled {
            Self::Cancel
        } else {
            Self::Request
        }
    }
}

/// Entries as a file of type `text/calendar` for somebody who opens it: a download, or a letter
/// that is copied by hand. It names nobody, so that it can be passed on.
#[must_use]
pub fn calendar(entries: &[Entry]) -> String {
    let method = match entries {
        [only] if only.cancelled => Method::Cancel,
        _ => Method::Publish,
    };
    written(entries.iter().map(event), method, entries)
}

/// The entry as the calendar part of a letter.
///
/// It is a request with an organiser and an attendee, not a publication: Google puts only requests
/// that name the reader's address into their calendar, and Outlook and Apple follow later requests
/// and cancellations with the same `UID` by themselves, where a publication has to be opened again
/// and is kept beside the old one by some. No answer is asked for (`RSVP=FALSE`): who was there is
/// what the register says, and nobody reads the mailbox that the letters come from.
#[must_use]
pub fn invitation(entry: &Entry, parties: &Parties) -> String {
    let mut event = event(entry);
    let Parties { organiser, guest } = parties;
    event.append_property(
        party("ORGANIZER", organiser)
            .add_parameter("CN", &quoted(&organiser.name))
            .done(),
    );
    event.append_property(
        party("ATTENDEE", guest)
            .add_parameter("CN", &quoted(&guest.name))
            .add_parameter("ROLE", "REQ-PARTICIPANT")
            .add_parameter("PARTSTAT", "NEEDS-ACTION")
            .add_parameter("RSVP", "FALSE")
            .done(),
    );
    let entries = std::slice::from_ref(entry);
    written(std::iter::once(event), Method::by_letter(entry), entries)
}

fn party(key: &str, party: &Party) -> Property {
    // What is no sign of an address ends the line or begins another value.
    let address: String = party
        .address
        .chars()
        .filter(|sign| !sign.is_control() && !sign.is_whitespace())
        .collect();
    Property::new(key, format!("mailto:{address}"))
}

/// A name as a parameter's value: RFC 5545 knows no quotation marks and no line breaks in it.
fn quoted(name: &str) -> String {
    let plain: String = name
        .chars()
        .filter(|sign| !sign.is_control() && *sign != '"')
        .collect();
    format!("\"{plain}\"")
}

fn event(entry: &Entry) -> Event {
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
    event.done()
}

fn written(events: impl Iterator<Item = Event>, method: Method, entries: &[Entry]) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//Kaskada//Sessions//EN"))
        .append_property(("METHOD", method.word()));
    calendar.extend(events);
    let file = calendar.to_string();
    if entries.iter().all(|entry| entry.times.is_none()) {
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
        let file = unfolded(&calendar(&[entry()]));
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
        let first = unfolded(&calendar(&[entry()]));
        let moved = Entry {
            sequence: 3,
            cancelled: true,
            ..entry()
        };
        let second = unfolded(&calendar(&[moved]));
        for file in [&first, &second] {
            assert!(file.contains("UID:0199-session@kaskada\r\n"), "{file}");
        }
        assert!(first.contains("SEQUENCE:2\r\n") && second.contains("SEQUENCE:3\r\n"));
        assert!(second.contains("STATUS:CANCELLED\r\n") && second.contains("METHOD:CANCEL\r\n"));
    }

    #[test]
    fn nothing_typed_adds_a_line_of_its_own() {
        let file = unfolded(&calendar(&[entry()]));
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
        let file = calendar(&[whole]);
        assert!(file.contains("DTSTART;VALUE=DATE:20270328\r\n"), "{file}");
        assert!(!file.contains("VTIMEZONE"));
    }
    fn parties() -> Parties {
        let party = |name: &str, address: &str| Party {
            name: name.into(),
            address: address.into(),
        };
        Parties {
            organiser: party("Kaskada; Tirana", "kaskada@uni.example"),
            guest: party(
                "Arta \"A\" Hoxha\r\nBEGIN:VALARM",
                "arta@uni.example\r\nX-A:1",
            ),
        }
    }

    #[test]
    fn a_letter_s_entry_is_a_request_to_its_reader_from_whom_it_comes_from() {
        let file = unfolded(&invitation(&entry(), &parties()));
        assert!(file.contains("METHOD:REQUEST\r\n"), "{file}");
        let organiser = "ORGANIZER;CN=\"Kaskada; Tirana\":mailto:kaskada@uni.example\r\n";
        assert!(file.contains(organiser), "{file}");
        let attendee = file
            .lines()
            .find(|line| line.starts_with("ATTENDEE"))
            .expect("a guest");
        assert!(attendee.contains("RSVP=FALSE"), "{attendee}");
        assert!(
            attendee.contains("CN=\"Arta A HoxhaBEGIN:VALARM\""),
            "{attendee}"
        );
        assert!(
            attendee.ends_with(":mailto:arta@uni.exampleX-A:1"),
            "{attendee}"
        );
        assert!(!file.contains("\r\nX-A") && !file.contains("\r\nBEGIN:VALARM"));
    }

    #[test]
    fn a_cancellation_by_letter_names_the_same_entry_and_the_same_people() {
        let gone = Entry {
            sequence: 3,
            cancelled: true,
            ..entry()
        };
        let file = unfolded(&invitation(&gone, &parties()));
        for line in [
            "METHOD:CANCEL",
            "STATUS:CANCELLED",
            "SEQUENCE:3",
            "UID:0199-session@kaskada",
        ] {
            assert!(file.contains(&format!("{line}\r\n")), "{line} in {file}");
        }
        assert!(file.contains("ORGANIZER;") && file.contains("ATTENDEE;"));
    }

    #[test]
    fn a_published_file_names_nobody_and_may_hold_several_entries() {
        let other = Entry {
            uid: "0200-session@kaskada".into(),
            ..entry()
        };
        let file = unfolded(&calendar(&[entry(), other]));
        assert_eq!(file.matches("BEGIN:VEVENT\r\n").count(), 2, "{file}");
        assert_eq!(file.matches("BEGIN:VTIMEZONE\r\n").count(), 1, "{file}");
        assert!(file.contains("METHOD:PUBLISH\r\n"), "{file}");
        assert!(!file.contains("ORGANIZER") && !file.contains("ATTENDEE"));
    }
}
