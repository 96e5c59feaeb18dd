//! The interface's words, in Fluent, and how each language writes dates and numbers.

pub mod cascade;
pub mod dates;

use std::borrow::Cow;
use std::collections::HashMap;

use domain::language::Language;
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid, static_loader};

static_loader! {
    static WORDS = {
        locales: "./locales",
        fallback_language: "en",
        // Isolation marks would land in attributes, titles and exports; names are isolated in the
        // markup with <bdi> instead.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// The words of one language. Copy it about freely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub Language);

/// A value that a sentence names: a text or a number (numbers choose the plural form).
pub type Value<'a> = FluentValue<'a>;

impl Words {
    /// The sentence of `key`.
    #[must_use]
    pub fn say(self, key: &str) -> String {
        WORDS.lookup(&self.identifier(), key)
    }

    /// The sentence of `key` with values put in.
    #[must_use]
    pub fn say_with<'a, const N: usize>(
        self,
        key: &str,
        values: [(&'static str, Value<'a>); N],
    ) -> String {
        let values: HashMap<Cow<'static, str>, Value<'_>> = values
            .into_iter()
            .map(|(name, value)| (Cow::Borrowed(name), value))
            .collect();
        WORDS.lookup_with_args(&self.identifier(), key, &values)
    }

    /// The sentence of `key` with values whose names are only known at run time.
    #[must_use]
    pub fn say_with_pairs(self, key: &str, values: &[(String, String)]) -> String {
        let values: HashMap<Cow<'static, str>, Value<'_>> = values
            .iter()
            .map(|(name, value)| {
                let number = value.parse::<i64>();
                let value = number.map_or_else(|_| Value::from(value.clone()), Value::from);
                (Cow::Owned(name.clone()), value)
            })
            .collect();
        WORDS.lookup_with_args(&self.identifier(), key, &values)
    }

    /// Whether the language has the sentence itself, without falling back.
    #[must_use]
    pub fn has(self, key: &str) -> bool {
        WORDS.try_lookup(&self.identifier(), key).is_some()
    }

    fn identifier(self) -> LanguageIdentifier {
        match self.0 {
            Language::English => langid!("en"),
            Language::Albanian => langid!("sq"),
            Language::Bosnian => langid!("bs"),
        }
    }
}
