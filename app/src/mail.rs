//! Letters in words.

use documents::calendar::{Method, invitation};
use services::ports::{CalendarFile, Letter, Writer};
use services::sessions::Entry;

use crate::i18n::Words;
use crate::pages::session::calendar::entry_of;
use crate::pages::session::words::{when, whereabouts};

/// Writes letters with the interface's words, each in its reader's language.
pub struct Letters;

impl Writer for Letters {
    fn write(&self, letter: &Letter) -> (String, String) {
        let words = Words(letter.language);
        let values: Vec<(String, String)> = letter
            .values
            .iter()
            .map(|(name, value)| match name.as_str() {
                "role" => (name.clone(), words.say(&format!("role-{value}"))),
                "day" => (name.clone(), day(words, value)),
                _ => (name.clone(), value.clone()),
            })
            .collect();
        let has_code = values.iter().any(|(name, _)| name == "code");
        let say = |end: &str| words.say_with_pairs(&format!("mail-{}-{end}", letter.kind), &values);
        let mut body = say("body");
        let points = values
            .iter()
            .filter_map(|(name, count)| point(words, name, count));
        for point in points {
            body.push_str("\n\n");
            body.push_str(&point);
        }
        if !letter.sessions.is_empty() {
            body.push_str("\n\n");
            body.push_str(&told(words, letter));
        }
        if has_code {
            body.push_str("\n\n");
            body.push_str(&words.say_with_pairs("mail-code", &values));
        }
        body.push_str("\n\n");
        body.push_str(&words.say_with_pairs("mail-end", &values));
        if values.iter().any(|(name, _)| name == "stop") {
            body.push_str("\n\n");
            body.push_str(&words.say_with_pairs("mail-stop", &values));
        }
        (say("subject"), body)
    }

    fn calendars(&self, letter: &Letter) -> Vec<CalendarFile> {
        let site = site(letter);
        let file = |(number, session): (usize, &Entry)| {
            let entry = entry_of(Words(letter.language), site, session);
            CalendarFile {
                // Two sessions may be on one day, and two files of one letter never have one name.
                name: match number {
                    0 => format!("{}.ics", session.session.on_day),
                    _ => format!("{}-{}.ics", session.session.on_day, number + 1),
                },
                method: Method::by_letter(&entry),
                text: invitation(&entry, &letter.parties),
            }
        };
        letter.sessions.iter().enumerate().map(file).collect()
    }
}

/// The sessions of a letter in words, and what to do with their calendar files.
fn told(words: Words, letter: &Letter) -> String {
    let site = site(letter);
    let alone = letter.kind != "invitation";
    let mut parts: Vec<String> = Vec::new();
    if !alone {
        parts.push(words.say("mail-sessions-coming"));
    }
    for session in &letter.sessions {
        parts.push(facts(words, session));
        let agenda = &session.session.agenda;
        if alone && !agenda.is_empty() && !session.gone {
            parts.push(words.say_with("mail-session-agenda", [("agenda", agenda.clone().into())]));
        }
    }
    let gone = letter.sessions.iter().all(|session| session.gone);
    parts.push(match letter.sessions.as_slice() {
        _ if gone => words.say("mail-session-file-gone"),
        [only] => {
            let page = format!("{site}/sessions/{}/calendar.ics", only.session.id);
            words.say_with("mail-session-file", [("page", page.into())])
        }
        _ => words.say("mail-session-files"),
    });
    parts.join("\n\n")
}

/// When, where and with whom, each on a line.
fn facts(words: Words, told: &Entry) -> String {
    let session = &told.session;
    let mut lines = vec![
        words.say_with("mail-session-when", [("when", when(words, session).into())]),
        whereabouts(words, session),
    ];
    if !session.link.is_empty() {
        lines.push(session.link.clone());
    }
    if !told.trainers.is_empty() {
        let names = words.list(&told.trainers);
        lines.push(words.say_with("mail-session-trainers", [("names", names.into())]));
    }
    if let Some((_, reason)) = &session.cancelled {
        let reason = reason.clone().into();
        lines.push(words.say_with("session-cancelled-because", [("reason", reason)]));
    }
    lines.join("\n")
}

fn site(letter: &Letter) -> &str {
    let site = letter.values.iter().find(|(name, _)| name == "site");
    site.map_or("", |(_, site)| site.as_str())
}

/// A day as "2026-11-23", with the hour behind it where that is known, in words.
fn day(words: Words, value: &str) -> String {
    let (day, hour) = value.split_once(' ').unwrap_or((value, ""));
    let day = day
        .parse()
        .map_or_else(|_| day.to_owned(), |day| words.day(day));
    match hour {
        "" => day,
        hour => format!("{day}, {hour}"),
    }
}

/// One sentence of a digest; none for what there is nothing to say about.
fn point(words: Words, name: &str, count: &str) -> Option<String> {
    let what = name.strip_prefix("point-")?;
    let value = ("count".to_owned(), count.to_owned());
    (count != "0").then(|| words.say_with_pairs(&format!("mail-point-{what}"), &[value]))
}

#[cfg(test)]
mod tests {
    use documents::calendar::Parties;
    use domain::language::Language;

    use super::*;

    #[test]
    fn an_invitation_names_who_invites_to_what_and_carries_its_link_and_code() {
        let value = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let letter = Letter {
            kind: "invitation".to_owned(),
            language: Language::English,
            values: vec![
                value("name", "Ђорђе Begić"),
                value("inviter", "Arta Hoxha"),
                value("cohort", "Spring"),
                value("institution", "University of Tirana"),
                value("site", "https://kaskada.example.org"),
                value("link", "https://kaskada.example.org/invitations/abc"),
                value("code", "KQ7F-2M9X"),
            ],
            sessions: Vec::new(),
            parties: Parties::default(),
        };
        let (subject, body) = Letters.write(&letter);
        assert!(subject.contains("Spring"), "{subject}");
        for part in [
            "Ђорђе Begić",
            "Arta Hoxha",
            "University of Tirana",
            "/invitations/abc",
            "KQ7F-2M9X",
        ] {
            assert!(body.contains(part), "{part} is missing from {body}");
        }
        assert!(!body.contains("{"), "{body}");
    }
}
