//! A course that has been read and found good.

use std::collections::BTreeMap;

use domain::course::{CourseText, Slug};
use domain::language::Language;
use sha2::{Digest, Sha256};

/// A course in all its languages, with the source it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    pub(crate) original: CourseText,
    pub(crate) translations: BTreeMap<Language, CourseText>,
    pub(crate) files: BTreeMap<String, String>,
}

impl Course {
    /// Its name in addresses.
    #[must_use]
    pub fn slug(&self) -> &Slug {
        &self.original.slug
    }

    /// The language in which it is complete.
    #[must_use]
    pub fn original_language(&self) -> Language {
        self.original.language
    }

    /// Every language with at least one text of its own, in menu order.
    pub fn languages(&self) -> impl Iterator<Item = Language> {
        Language::ALL
            .into_iter()
            .filter(|language| self.own_text(*language).is_some())
    }

    /// The course in a language. Descriptions and units without a translation stand in the
    /// original language; their field `language` says so.
    #[must_use]
    pub fn text(&self, language: Language) -> &CourseText {
        self.own_text(language).unwrap_or(&self.original)
    }

    /// SHA-256 over all files in the order of their paths, each path and text preceded by its
    /// length as eight bytes, most significant first; in lower-case hexadecimal. Two courses with
    /// the same hash are the same course.
    #[must_use]
    pub fn content_hash(&self) -> String {
        let mut hasher = Sha256::new();
        for part in self.files.iter().flat_map(|(path, text)| [path, text]) {
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        hex::encode(hasher.finalize())
    }

    fn own_text(&self, language: Language) -> Option<&CourseText> {
        if language == self.original.language {
            Some(&self.original)
        } else {
            self.translations.get(&language)
        }
    }
}

/// The course's files, exactly as they were read, in the order of their paths.
#[must_use]
pub fn write(course: &Course) -> Vec<(String, String)> {
    course
        .files
        .iter()
        .map(|(path, text)| (path.clone(), text.clone()))
        .collect()
}
