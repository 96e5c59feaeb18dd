//! Names of people who do not exist, spelled as people there spell them.

mod albanian;
mod bosnian;
mod serbian;

use domain::names::{fold, to_latin};
use domain::people::Gender;

use crate::dice::Dice;

/// The names of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tongue {
    /// Albanian.
    Albanian,
    /// Bosnian.
    Bosnian,
    /// Serbian, written in Cyrillic by most and in Latin by the others.
    Serbian,
    /// The partner universities', from four countries.
    Partner,
}

/// How often a Serbian name is written in Cyrillic, in per cent.
const CYRILLIC: u32 = 60;

const PARTNER_WOMEN: &[&str] = &[
    "Anke", "Chiara", "Eleanor", "Frauke", "Giulia", "Harriet", "Katrin", "Lucia", "Rosalind",
    "Ute",
];
const PARTNER_MEN: &[&str] = &[
    "Alasdair", "Carlo", "Detlef", "Edmund", "Holger", "Jörg", "Matteo", "Nigel", "Paolo", "Sönke",
];
const PARTNER_SURNAMES: &[&str] = &[
    "Ashcombe",
    "Bianchetti",
    "Böhmerling",
    "Casagrandi",
    "Fernleigh",
    "Hollenstedt",
    "Marchesani",
    "Penhallow",
    "Roßkamp",
    "Thornbury",
    "Valtorini",
    "Wiesenhagen",
];

impl Tongue {
    /// The tongue of somebody who works in `country`.
    pub(crate) fn of(country: &str, dice: &mut Dice) -> Self {
        let roll = dice.below(100);
        match country {
            "Bosnia and Herzegovina" if roll < 64 => Self::Bosnian,
            "Bosnia and Herzegovina" => Self::Serbian,
            "Kosovo*" if roll < 5 => Self::Bosnian,
            "Kosovo*" if roll < 12 => Self::Serbian,
            _ => Self::Albanian,
        }
    }

    fn lists(self) -> [&'static [&'static str]; 3] {
        match self {
            Self::Albanian => [albanian::WOMEN, albanian::MEN, albanian::SURNAMES],
            Self::Bosnian => [bosnian::WOMEN, bosnian::MEN, bosnian::SURNAMES],
            Self::Serbian => [serbian::WOMEN, serbian::MEN, serbian::SURNAMES],
            Self::Partner => [PARTNER_WOMEN, PARTNER_MEN, PARTNER_SURNAMES],
        }
    }

    /// What a name of this tongue says of its bearer; nothing when it stands in no list.
    pub(crate) fn gender_of(self, name: &str) -> Option<Gender> {
        let [women, men, _] = self.lists();
        let first = |list: &[&str]| {
            list.iter()
                .any(|one| fold(name).split(' ').next() == Some(fold(one).as_str()))
        };
        if first(women) {
            Some(Gender::Female)
        } else {
            first(men).then_some(Gender::Male)
        }
    }

    /// A first name and a surname.
    pub(crate) fn name(self, dice: &mut Dice) -> String {
        let [women, men, surnames] = self.lists();
        let first = if dice.chance(55) { women } else { men };
        let name = format!("{} {}", dice.pick(first), dice.pick(surnames));
        if self == Self::Serbian && !dice.chance(CYRILLIC) {
            in_latin(&name)
        } else {
            name
        }
    }
}

/// A Cyrillic name in Latin letters, each word with its capital.
fn in_latin(name: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect::<String>()
    };
    let latin = to_latin(name);
    let words: Vec<String> = latin.split(' ').map(capital).collect();
    words.join(" ")
}

/// The part of an address before the @ that a name suggests: `arta.hoxha`.
pub(crate) fn local_part(name: &str) -> String {
    fold(name).replace(' ', ".")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn is_cyrillic(letter: char) -> bool {
        ('\u{400}'..='\u{4ff}').contains(&letter)
    }

    #[test]
    fn every_language_has_enough_different_names() {
        for tongue in [Tongue::Albanian, Tongue::Bosnian, Tongue::Serbian] {
            for (list, least) in tongue.lists().into_iter().zip([80, 80, 120]) {
                let different: HashSet<_> = list.iter().collect();
                assert_eq!(different.len(), list.len(), "{tongue:?} repeats a name");
                assert!(
                    list.len() >= least,
                    "{tongue:?} has {} of {least}",
                    list.len()
                );
            }
        }
    }

    #[test]
    fn no_name_mixes_the_scripts() {
        for tongue in [
            Tongue::Albanian,
            Tongue::Bosnian,
            Tongue::Serbian,
            Tongue::Partner,
        ] {
            for name in tongue.lists().concat() {
                let cyrillic = name.chars().filter(|letter| is_cyrillic(*letter)).count();
                let expected = if tongue == Tongue::Serbian {
                    name.chars().count()
                } else {
                    0
                };
                assert_eq!(cyrillic, expected, "{name}");
            }
        }
    }

    #[test]
    fn a_cyrillic_name_has_its_latin_spelling() {
        assert_eq!(in_latin("Ђорђе Ћирић"), "Đorđe Ćirić");
        assert_eq!(in_latin("Љиљана Цвијетић"), "Ljiljana Cvijetić");
    }

    #[test]
    fn an_address_can_be_made_of_every_name() {
        let mut dice = Dice::of(1, 1);
        for tongue in [
            Tongue::Albanian,
            Tongue::Bosnian,
            Tongue::Serbian,
            Tongue::Partner,
        ] {
            for _ in 0..200 {
                let name = tongue.name(&mut dice);
                let local = local_part(&name);
                assert!(
                    local.bytes().all(|b| b.is_ascii_lowercase() || b == b'.'),
                    "{name}: {local}"
                );
            }
        }
    }
}
