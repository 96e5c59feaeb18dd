//! The files of a pack, made of its sheets.

use documents::pack::{Pack, PackError};
use documents::paper::PaperError;
use documents::table::TableError;
use documents::workbook;
use domain::clock::Timestamp;
use serde_json::{Map, Value as Json, json};
use store::programme::Programme;

use super::sheet::{Sheet, Voice};

/// What a pack tells, without the files attached to it.
pub(super) struct Contents {
    /// What the pack is, as a program reads it: `session` or `funder`.
    pub kind: &'static str,
    /// When it is made: every file bears this moment.
    pub made: Timestamp,
    /// The tables, the facts first.
    pub sheets: Vec<Sheet>,
    /// The rules behind the numbers, in words.
    pub definitions: Vec<String>,
}

/// Why the files of a pack could not be made.
#[derive(Debug, thiserror::Error)]
pub(super) enum ContentsError {
    #[error(transparent)]
    Table(#[from] TableError),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error(transparent)]
    Paper(#[from] PaperError),
    #[error(transparent)]
    Pack(#[from] PackError),
}

impl Contents {
    /// The tables, with the rules behind their numbers as the last of them.
    pub(super) fn of(
        kind: &'static str,
        made: Timestamp,
        mut sheets: Vec<Sheet>,
        definitions: Vec<String>,
    ) -> Self {
        sheets.push(Sheet::of_definitions(&definitions));
        Self {
            kind,
            made,
            sheets,
            definitions,
        }
    }

    /// Adds every file to a pack: a summary on paper, a workbook, the same tables as CSV, and all of
    /// it as JSON.
    pub(super) fn write(
        &self,
        pack: &mut Pack,
        programme: &Programme,
        id: &str,
        voice: Voice<'_>,
    ) -> Result<(), ContentsError> {
        pack.add("report.pdf", &self.pdf(programme, id, voice)?)?;
        let tables: Vec<_> = self.sheets.iter().map(|sheet| sheet.table(voice)).collect();
        pack.add("figures.xlsx", &workbook::book(&tables, self.made)?)?;
        for (sheet, table) in self.sheets.iter().zip(&tables) {
            pack.add(&format!("csv/{}.csv", sheet.key), &table.csv()?)?;
        }
        drop(tables);
        pack.add(
            "figures.json",
            &serde_json::to_vec_pretty(&self.json(voice))?,
        )?;
        Ok(())
    }

    fn json(&self, voice: Voice<'_>) -> Json {
        let tables: Map<String, Json> = self
            .sheets
            .iter()
            .map(|sheet| (sheet.key.to_owned(), sheet.json()))
            .collect();
        json!({
            "kind": self.kind,
            "made": made_at(self.made),
            "language": voice.language.tag(),
            "tables": tables,
        })
    }
}

/// A moment as ISO 8601 writes it, in UTC.
pub(super) fn made_at(moment: Timestamp) -> String {
    chrono::DateTime::from_timestamp_millis(moment.0)
        .unwrap_or_default()
        .to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}
