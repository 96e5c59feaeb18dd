//! Staff categories as lists word them.

use crate::names::fold;
use crate::people::StaffCategory;
use StaffCategory::{Academic, Administrative, External, Manager, Student, Technical};

/// Beginnings of folded words in English, Albanian, Bosnian, Serbian and Macedonian.
const STEMS: [(StaffCategory, &[&str]); 6] = [
    (
        Manager,
        &[
            "manag",
            "menaxh",
            "menadz",
            "rukovod",
            "rakovod",
            "drejt",
            "direktor",
            "director",
            "rektor",
            "prorektor",
            "rector",
            "dekan",
            "prodekan",
            "dean",
            "head",
            "udheheq",
        ],
    ),
    (
        Academic,
        &[
            "prof",
            "teach",
            "lectur",
            "academ",
            "akadem",
            "research",
            "scient",
            "trainer",
            "trajner",
            "trener",
            "nastavn",
            "predava",
            "asist",
            "assist",
            "docent",
            "ligjerues",
            "pedagog",
            "mesues",
            "mesimdhen",
            "kerkues",
            "istraziv",
            "naucn",
        ],
    ),
    (Technical, &["techn", "tekn", "tehn", "laborant", "ict"]),
    (
        Administrative,
        &[
            "admin", "referent", "sekret", "secretar", "clerk", "zyrtar", "sluzben",
        ],
    ),
    (Student, &["student"]),
    (
        External,
        &[
            "extern", "ekstern", "guest", "jasht", "vanjsk", "spolj", "nadvores",
        ],
    ),
];

/// Words that nobody has for a name, so that they mean a category even without a heading.
const PLAIN_WORDS: [(&str, StaffCategory); 22] = [
    ("manager", Manager),
    ("menaxher", Manager),
    ("menadzer", Manager),
    ("rukovodilac", Manager),
    ("academic", Academic),
    ("teacher", Academic),
    ("lecturer", Academic),
    ("researcher", Academic),
    ("professor", Academic),
    ("profesor", Academic),
    ("nastavnik", Academic),
    ("pedagog", Academic),
    ("technical", Technical),
    ("tehnicko osoblje", Technical),
    ("administrative", Administrative),
    ("administrativ", Administrative),
    ("administrativno osoblje", Administrative),
    ("administrata", Administrative),
    ("student", Student),
    ("studentica", Student),
    ("external", External),
    ("i jashtem", External),
];

/// The category that a cell under a category heading means.
pub(super) fn category_of(cell: &str) -> Option<StaffCategory> {
    fold(cell).split(' ').find_map(|word| {
        let knows = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
        STEMS
            .iter()
            .find(|(_, stems)| knows(stems))
            .map(|(category, _)| *category)
    })
}

/// The category that a text without any heading plainly is.
pub(super) fn plain_category(text: &str) -> Option<StaffCategory> {
    let folded = fold(text);
    PLAIN_WORDS
        .iter()
        .find(|(word, _)| *word == folded)
        .map(|(_, category)| *category)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_are_understood_in_the_region_s_languages() {
        for (cell, category) in [
            ("Teaching staff", Academic),
            ("Staf akademik", Academic),
            ("Наставник", Academic),
            ("Administrativno osoblje", Administrative),
            ("Tehničar", Technical),
            ("Prodekanica", Manager),
            ("i jashtëm", External),
            ("Студент", Student),
        ] {
            assert_eq!(category_of(cell), Some(category), "{cell}");
        }
        assert_eq!(category_of("Faculty of Law"), None);
    }

    #[test]
    fn a_surname_is_not_a_category_without_a_heading() {
        assert_eq!(plain_category("Dekanić"), None);
        assert_eq!(plain_category("Student"), Some(Student));
    }
}
