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
                _ => (name.clone(), value.clone()),
            })
            .collect();
        let has_code = values.iter().any(|(name, _)| name == "code");
        let say = |end: &str| words.say_with_pairs(&format!("mail-{}-{end}", letter.kind), &values);
        let mut body = say("body");
        if has_code {
            body.push_str("\n\n");
            body.push_str(&words.say_with_pairs("mail-code", &values));
        }
        body.push_str("\n\n");
        body.push_str(&words.say_with_pairs("mail-end", &values));
        (say("subject"), body)
    }
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
