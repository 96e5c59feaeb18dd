//! A pack's tables, before they are put into words: the same values go into its workbook, its CSV
//! files and its JSON.

use chrono::NaiveDate;
use documents::table::{Cell, Table};
use domain::cascade::small_cells;
use domain::cascade::target::TargetStatus;
use domain::language::Language;
use serde_json::{Map, Value as Json, json};

use crate::ports::Wording;

/// The words of one language.
#[derive(Clone, Copy)]
pub(super) struct Voice<'a> {
    pub wording: &'a dyn Wording,
    pub language: Language,
}

impl Voice<'_> {
    pub(super) fn say(self, key: &str) -> String {
        self.wording.say(self.language, key, &[])
    }

    pub(super) fn say_with(self, key: &str, values: &[(&str, String)]) -> String {
        let values: Vec<(String, String)> = values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        self.wording.say(self.language, key, &values)
    }

    pub(super) fn day(self, day: NaiveDate) -> String {
        self.wording.day(self.language, day)
    }
}

/// What a code is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vocabulary {
    Fact,
    By,
    Plain,
    Meeting,
    Source,
    Language,
    Category,
    Gender,
    Piece,
    Kind,
}

impl Vocabulary {
    fn key(self, code: &str) -> String {
        match self {
            Self::Fact => format!("pack-fact-{code}"),
            Self::By => format!("pack-by-{code}"),
            Self::Plain => format!("pack-value-{code}"),
            Self::Meeting => format!("meeting-{code}"),
            Self::Source => format!("pack-source-{code}"),
            Self::Language => format!("pack-language-{code}"),
            Self::Category => format!("category-{code}"),
            Self::Gender => format!("gender-{code}"),
            Self::Piece => format!("evidence-piece-{code}"),
            Self::Kind => format!("evidence-kind-{code}"),
        }
    }
}

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Somebody's own words, a name, a code of the funder's.
    Text(String),
    /// One of our words, by its code.
    Word(Vocabulary, String),
    /// A number.
    Number(f64),
    /// A count of people that may be too small to be told.
    People(small_cells::Cell),
    /// A day.
    Day(NaiveDate),
    /// A target status; `None` where it would give a small count away.
    Status(Option<TargetStatus>),
    /// Nothing is known.
    Empty,
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl Value {
    pub(super) fn word(of: Vocabulary, code: &str) -> Self {
        Self::Word(of, code.to_owned())
    }

    /// As a spreadsheet shows it.
    pub(super) fn cell(&self, voice: Voice<'_>) -> Cell {
        match self {
            Self::Text(text) => Cell::Text(text.clone()),
            Self::Word(of, code) => Cell::Text(voice.say(&of.key(code))),
            Self::Number(number) => Cell::Number(*number),
            Self::People(small_cells::Cell::Shown(count)) => (*count).into(),
            Self::People(small_cells::Cell::Suppressed) | Self::Status(None) => {
                Cell::Text(voice.say("figure-withheld"))
            }
            Self::Day(day) => Cell::Text(day.to_string()),
            Self::Status(Some(status)) => Cell::Text(voice.wording.status(voice.language, *status)),
            Self::Empty => Cell::Empty,
        }
    }

    /// As a program reads it: codes instead of words, `"withheld"` for what is not told.
    fn json(&self) -> Json {
        match self {
            Self::Text(text) => json!(text),
            Self::Word(_, code) => json!(code),
            Self::Number(number) if number.fract() == 0.0 => json!(*number as i64),
            Self::Number(number) => json!(number),
            Self::People(small_cells::Cell::Shown(count)) => json!(count),
            Self::People(small_cells::Cell::Suppressed) | Self::Status(None) => json!("withheld"),
            Self::Day(day) => json!(day.to_string()),
            Self::Status(Some(status)) => match status {
                TargetStatus::ToGo { .. } => json!("to_go"),
                TargetStatus::OnTarget { .. } => json!("on_target"),
                TargetStatus::AboveRange { .. } => json!("above_range"),
                TargetStatus::NoTarget { .. } => json!("no_target"),
            },
            Self::Empty => Json::Null,
        }
    }
}

/// A table. Its key, and those of its columns, are the names in JSON and the ends of the message
/// keys `pack-sheet-…` and `pack-column-…`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sheet {
    pub key: &'static str,
    pub columns: Vec<&'static str>,
    pub rows: Vec<Vec<Value>>,
}

impl Sheet {
    /// Labels and facts, one under the other.
    pub(super) fn of_facts(key: &'static str, facts: Vec<(&'static str, Value)>) -> Self {
        Self {
            key,
            columns: vec!["fact", "value"],
            rows: facts
                .into_iter()
                .map(|(fact, value)| vec![Value::word(Vocabulary::Fact, fact), value])
                .collect(),
        }
    }

    /// The rules behind the numbers, in words.
    pub(super) fn of_definitions(definitions: &[String]) -> Self {
        Self {
            key: "definitions",
            columns: vec!["definition"],
            rows: definitions
                .iter()
                .map(|rule| vec![rule.as_str().into()])
                .collect(),
        }
    }

    /// In words.
    pub(super) fn table(&self, voice: Voice<'_>) -> Table {
        Table {
            title: voice.say(&format!("pack-sheet-{}", self.key)),
            columns: self
                .columns
                .iter()
                .map(|key| voice.say(&format!("pack-column-{key}")))
                .collect(),
            rows: self
                .rows
                .iter()
                .map(|row| row.iter().map(|value| value.cell(voice)).collect())
                .collect(),
        }
    }

    /// As a program reads it: an object for each row.
    pub(super) fn objects(&self) -> impl Iterator<Item = Map<String, Json>> {
        self.rows.iter().map(|row| {
            let fields = self.columns.iter().zip(row);
            fields
                .map(|(key, value)| ((*key).to_owned(), value.json()))
                .collect()
        })
    }
}
