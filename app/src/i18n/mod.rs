//! The interface's words, in Fluent, and how each language writes dates and numbers.

mod bundles;
pub mod cascade;
pub mod dates;

use std::borrow::Cow;

use domain::language::Language;
use fluent_bundle::{FluentArgs, FluentValue};

/// The words of one language. Copy it about freely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub Language);

/// A value that a sentence names: a text or a number (numbers choose the plural form).
pub type Value<'a> = FluentValue<'a>;

impl Words {
    /// The sentence of `key`.
    #[must_use]
    pub fn say(self, key: &str) -> String {
        self.lookup(key, None)
    }

    /// The sentence of `key` with values put in.
    #[must_use]
    pub fn say_with<'a, const N: usize>(
        self,
        key: &str,
        values: [(&'static str, Value<'a>); N],
    ) -> String {
        self.lookup(key, Some(&FluentArgs::from_iter(values)))
    }

    /// The sentence of `key` with values whose names are only known at run time.
    #[must_use]
    pub fn say_with_pairs(self, key: &str, values: &[(String, String)]) -> String {
        let values = values.iter().map(|(name, value)| {
            let number = value.parse::<i64>();
            let value = number.map_or_else(|_| Value::from(value.as_str()), Value::from);
            (Cow::Borrowed(name.as_str()), value)
        });
        self.lookup(key, Some(&values.collect()))
    }

    /// In this language, else in the one that has every sentence.
    fn lookup(self, key: &str, values: Option<&FluentArgs<'_>>) -> String {
        bundles::sentence(self.0, key, values)
            .or_else(|| bundles::sentence(Language::default(), key, values))
            .unwrap_or_else(|| format!("[{key}]"))
    }
}
