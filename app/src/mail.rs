//! Letters in words.

use services::ports::{Letter, Writer};

use crate::i18n::Words;

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
