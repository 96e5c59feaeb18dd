//! The YAML lines at the top of a file.
//!
//! Values are taken one by one instead of through a derived type, because a derived type stops at
//! the first mistake and an author wants to see them all.

use domain::course::Slug;
use serde_yaml_ng::{Mapping, Value};

use crate::finding::FileFindings;

const FENCE: &str = "---";

/// A source file, divided.
pub(crate) struct Source<'a> {
    pub(crate) front: FrontMatter<'a>,
    pub(crate) body: &'a str,
    /// How many lines stand before the body.
    pub(crate) lines_before: usize,
}

/// The values of a front matter, or of one nested level of it.
pub(crate) struct FrontMatter<'a> {
    values: Mapping,
    /// The lines it was read from, with their numbers in the file.
    lines: Vec<(usize, &'a str)>,
    findings: FileFindings<'a>,
}

impl<'a> Source<'a> {
    /// Divides a file; `None`, with a finding, when there is no front matter to go on with.
    pub(crate) fn divide(text: &'a str, findings: FileFindings<'a>) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = Vec::new();
        let mut length = 0;
        let mut closed = false;
        for (number, line) in (1..).zip(text.split_inclusive('\n')) {
            length += line.len();
            match (number, line.trim_end()) {
                (1, FENCE) => {}
                (1, _) => break,
                (_, FENCE) => {
                    closed = true;
                    break;
                }
                (_, content) => lines.push((number, content)),
            }
        }
        if !closed {
            findings.add(1, "Begin the file with front matter: lines “key: value” between two lines of three hyphens.");
            return None;
        }
        let lines_before = lines.len() + 2;
        let front = FrontMatter::parse(lines, findings)?;
        Some(Self {
            front,
            body: &text[length..],
            lines_before,
        })
    }
}

impl<'a> FrontMatter<'a> {
    fn parse(lines: Vec<(usize, &'a str)>, findings: FileFindings<'a>) -> Option<Self> {
        let yaml: String = lines.iter().flat_map(|(_, line)| [line, "\n"]).collect();
        match serde_yaml_ng::from_str::<Value>(&yaml) {
            Ok(Value::Mapping(values)) => Some(Self {
                values,
                lines,
                findings,
            }),
            Ok(_) => {
                findings.add(1, "The front matter is empty. Write lines “key: value”.");
                None
            }
            Err(error) => {
                let line = error.location().map_or(1, |location| location.line() + 1);
                let message = error.to_string();
                // The parser counts from the second line of the file.
                let reason = message.split(" at line ").next().unwrap_or_default();
                findings.add(line, format!("The front matter cannot be read: {reason}. Put texts with a colon in quotes."));
                None
            }
        }
    }

    /// The line on which a key stands; the first line when it is missing.
    pub(crate) fn line_of(&self, key: &str) -> usize {
        let names_key = |line: &str| {
            line.trim_start()
                .strip_prefix(key)
                .is_some_and(|rest| rest.starts_with(':'))
        };
        let found = self.lines.iter().find(|(_, line)| names_key(line));
        found
            .or(self.lines.first())
            .map_or(1, |(number, _)| *number)
    }

    /// Reports keys that mean nothing here.
    pub(crate) fn allow_only(&self, known: &[&str]) {
        for key in self.keys().filter(|key| !known.contains(&key.as_str())) {
            self.report(
                &key,
                format!(
                    "“{key}” is not a key of this front matter. It knows: {}.",
                    known.join(", ")
                ),
            );
        }
    }

    pub(crate) fn report(&self, key: &str, message: impl Into<String>) {
        self.findings.add(self.line_of(key), message);
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = String> {
        self.values.keys().map(|key| match key {
            Value::String(text) => text.clone(),
            other => serde_yaml_ng::to_string(other)
                .unwrap_or_default()
                .trim()
                .to_owned(),
        })
    }

    /// Whether a key stands there at all.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.values.contains_key(key)
    }

    /// A text that is not empty.
    pub(crate) fn text(&self, key: &str) -> Option<String> {
        match self.value(key)? {
            Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            Value::String(_) | Value::Null => self.refuse(key, "is empty. Write a text"),
            _ => self.refuse(key, "must be a text. Put it in quotes"),
        }
    }

    /// A number of minutes.
    pub(crate) fn minutes(&self, key: &str) -> Option<u16> {
        let minutes = self
            .value(key)?
            .as_u64()
            .and_then(|number| u16::try_from(number).ok());
        match minutes {
            Some(minutes @ 1..=600) => Some(minutes),
            _ => self.refuse(key, "must be a whole number from 1 to 600"),
        }
    }

    /// `true` or `false`.
    pub(crate) fn flag(&self, key: &str) -> Option<bool> {
        match self.value(key)? {
            Value::Bool(flag) => Some(*flag),
            _ => self.refuse(key, "must be true or false"),
        }
    }

    /// A list of texts with at least one entry.
    pub(crate) fn words(&self, key: &str) -> Option<Vec<String>> {
        let words: Option<Vec<String>> = match self.value(key)? {
            Value::Sequence(entries) if !entries.is_empty() => entries
                .iter()
                .map(|entry| entry.as_str().map(str::to_owned))
                .collect(),
            _ => None,
        };
        words.or_else(|| self.refuse(key, "must be a list such as [first, second]"))
    }

    /// A short name.
    pub(crate) fn slug(&self, key: &str) -> Option<Slug> {
        let text = self.text(key)?;
        self.to_slug(key, &text)
    }

    /// A list of short names, each given once.
    pub(crate) fn slugs(&self, key: &str) -> Option<Vec<Slug>> {
        let mut slugs = Vec::new();
        for word in self.words(key)? {
            let slug = self.to_slug(key, &word)?;
            if slugs.contains(&slug) {
                self.report(key, format!("“{slug}” stands twice in “{key}”."));
            } else {
                slugs.push(slug);
            }
        }
        Some(slugs)
    }

    /// A value out of a fixed list of words.
    pub(crate) fn coded<T>(
        &self,
        key: &str,
        word: &str,
        from_code: impl Fn(&str) -> Option<T>,
        codes: &[&str],
    ) -> Option<T> {
        from_code(word).or_else(|| {
            self.refuse(
                key,
                &format!("cannot be “{word}”. It is one of: {}", codes.join(", ")),
            )
        })
    }

    /// The keys and values below a key.
    pub(crate) fn nested(&self, key: &str) -> Option<FrontMatter<'a>> {
        let Value::Mapping(values) = self.value(key)? else {
            return self.refuse(key, "must hold indented lines “key: value”");
        };
        let start = self.line_of(key);
        let after = self.lines.iter().skip_while(|(number, _)| *number <= start);
        let depth = |line: &str| line.len() - line.trim_start().len();
        let own = self.lines.iter().filter(|(number, _)| *number == start);
        let outside = own.clone().map(|(_, line)| depth(line)).max().unwrap_or(0);
        let inside = after.take_while(|(_, line)| {
            line.is_empty() || line.starts_with('#') || depth(line) > outside
        });
        let lines = own.chain(inside).copied().collect();
        Some(Self {
            values: values.clone(),
            lines,
            findings: self.findings,
        })
    }

    pub(crate) fn to_slug(&self, key: &str, text: &str) -> Option<Slug> {
        let slug = text.parse::<Slug>();
        if let Err(error) = &slug {
            self.report(
                key,
                format!("“{text}” cannot stand in an address: {error}."),
            );
        }
        slug.ok()
    }

    fn value(&self, key: &str) -> Option<&Value> {
        let value = self.values.get(key);
        if value.is_none() {
            self.report(key, format!("The front matter lacks “{key}”."));
        }
        value
    }

    fn refuse<T>(&self, key: &str, reason: &str) -> Option<T> {
        self.report(key, format!("“{key}” {reason}."));
        None
    }
}
