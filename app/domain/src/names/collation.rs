//! The order of a roster in its reader's alphabet.

use super::fold::fold;
use super::is_invisible;
use super::latin::to_latin;
use crate::language::Language;

const ENGLISH: &[&str] = &[
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s",
    "t", "u", "v", "w", "x", "y", "z",
];

// The letters that a language does not have stand where its dictionaries put foreign words.
const ALBANIAN: &[&str] = &[
    "a", "b", "c", "ç", "d", "dh", "e", "ë", "f", "g", "gj", "h", "i", "j", "k", "l", "ll", "m",
    "n", "nj", "o", "p", "q", "r", "rr", "s", "sh", "t", "th", "u", "v", "w", "x", "xh", "y", "z",
    "zh",
];

const BOSNIAN: &[&str] = &[
    "a", "b", "c", "č", "ć", "d", "dž", "đ", "e", "f", "g", "h", "i", "j", "k", "l", "lj", "m",
    "n", "nj", "o", "p", "q", "r", "s", "š", "t", "u", "v", "w", "x", "y", "z", "ž",
];

fn alphabet(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => ENGLISH,
        Language::Albanian => ALBANIAN,
        Language::Bosnian => BOSNIAN,
    }
}

/// The place of the letter that the text starts with, and its length in bytes. Digraphs first:
/// in Albanian "dh" is one letter.
fn letter_at(text: &str, alphabet: &[&str]) -> Option<(usize, usize)> {
    alphabet
        .iter()
        .enumerate()
        .filter(|(_, letter)| text.starts_with(**letter))
        .max_by_key(|(_, letter)| letter.chars().count())
        .map(|(place, letter)| (place, letter.len()))
}

fn push_letter(key: &mut String, place: usize) {
    // 'A' onwards; the longest alphabet ends far before '~', the mark of other scripts.
    let weight = u8::try_from(place)
        .unwrap_or(u8::MAX)
        .saturating_add(b'A')
        .min(b'}');
    key.push(char::from(weight));
}

/// A key whose byte order is the language's own order of names: Albanian keeps ç, dh, ë, gj, ll,
/// nj, rr, sh, th, xh and zh as letters, Bosnian č, ć, dž, đ, lj, nj, š and ž; Cyrillic names
/// stand among the Latin ones. Equal names in different spellings follow one another.
#[must_use]
pub fn collation_key(name: &str, language: Language) -> String {
    let alphabet = alphabet(language);
    let latin = to_latin(name);
    let mut key = String::with_capacity(latin.len() * 2 + 1);
    let mut rest = latin.as_str();
    while let Some(letter) = rest.chars().next() {
        let taken = if let Some((place, length)) = letter_at(rest, alphabet) {
            push_letter(&mut key, place);
            length
        } else {
            push_foreign(&mut key, letter, alphabet);
            letter.len_utf8()
        };
        rest = &rest[taken..];
    }
    let mut key = key.trim().to_owned();
    key.push('\t');
    key.push_str(&latin);
    key
}

/// A character outside the alphabet: its plain letters if it has them, a space if it separates
/// words, otherwise after everything else.
fn push_foreign(key: &mut String, letter: char, alphabet: &[&str]) {
    if letter.is_ascii_digit() {
        key.push(letter);
    } else if letter == '\'' || letter == '’' || is_invisible(letter) {
        // An apostrophe does not separate words.
    } else if !letter.is_alphanumeric() {
        if !key.ends_with(' ') {
            key.push(' ');
        }
    } else {
        for plain in fold(letter.encode_utf8(&mut [0; 4])).chars() {
            match letter_at(plain.encode_utf8(&mut [0; 4]), alphabet) {
                Some((place, _)) => push_letter(key, place),
                None => {
                    key.push('~');
                    key.push(plain);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(language: Language, names: &[&'static str]) -> Vec<&'static str> {
        let mut names = names.to_vec();
        names.sort_by_cached_key(|name| collation_key(name, language));
        names
    }

    #[test]
    fn an_albanian_roster_keeps_its_digraphs_as_letters() {
        assert_eq!(
            sorted(
                Language::Albanian,
                &[
                    "Zhulali", "Dhima", "Çela", "Duka", "Cani", "Xhafa", "Zeqo", "Gjika", "Guri",
                    "Xoxa"
                ]
            ),
            [
                "Cani", "Çela", "Duka", "Dhima", "Guri", "Gjika", "Xoxa", "Xhafa", "Zeqo",
                "Zhulali"
            ]
        );
        assert_eq!(
            sorted(Language::Albanian, &["Lleshi", "Lumi", "Ëngjëlli", "Ezra"]),
            ["Ezra", "Ëngjëlli", "Lumi", "Lleshi"]
        );
    }

    #[test]
    fn a_bosnian_roster_puts_the_soft_letters_after_the_hard_ones() {
        assert_eq!(
            sorted(
                Language::Bosnian,
                &[
                    "Šabić", "Đurić", "Džafić", "Ćosić", "Čengić", "Duric", "Cero", "Suljić",
                    "Ljubić", "Lukić"
                ]
            ),
            [
                "Cero", "Čengić", "Ćosić", "Duric", "Džafić", "Đurić", "Lukić", "Ljubić", "Suljić",
                "Šabić"
            ]
        );
    }

    #[test]
    fn cyrillic_names_stand_among_the_latin_ones() {
        assert_eq!(
            sorted(Language::Bosnian, &["Zukić", "Ђурић", "Ana", "Čović"]),
            ["Ana", "Čović", "Ђурић", "Zukić"]
        );
    }

    #[test]
    fn a_shorter_surname_comes_before_a_longer_one() {
        assert_eq!(
            sorted(
                Language::English,
                &["Hoxhaj Arta", "Hoxha Zana", "Hoxha-Kola Ina"]
            ),
            ["Hoxha-Kola Ina", "Hoxha Zana", "Hoxhaj Arta"]
        );
    }
}
