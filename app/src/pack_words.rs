//! Packs in words.

use chrono::NaiveDate;
use domain::cascade::target::TargetStatus;
use domain::language::Language;
use services::ports::Wording;

use crate::i18n::Words;

/// Puts packs into the interface's words.
pub struct PackWords;

impl Wording for PackWords {
    fn say(&self, language: Language, key: &str, values: &[(String, String)]) -> String {
        Words(language).say_with_pairs(key, values)
    }

    fn day(&self, language: Language, day: NaiveDate) -> String {
        Words(language).day(day)
    }

    fn status(&self, language: Language, status: TargetStatus) -> String {
        Words(language).status(Some(status))
    }
}
