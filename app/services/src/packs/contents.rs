//! The files of a pack, made of its sheets.

use documents::pack::{Pack, PackError};
use documents::paper::PaperError;
use documents::table::TableError;
use documents::workbook::Book;
use domain::clock::Timestamp;
use serde_json::json;
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
        // A programme of thousands of institutions has long tables: one at a time is enough.
        let mut book = Book::begin(self.made)?;
        for sheet in &self.sheets {
            let table = sheet.table(voice);
            book.add(&table)?;
            pack.add(&format!("csv/{}.csv", sheet.key), &table.csv()?)?;
        }
        pack.add("figures.xlsx", &book.finish()?)?;
        pack.add("figures.json", &self.json(voice)?)?;
        Ok(())
    }

    /// What the pack tells, as a program reads it, written row by row.
    fn json(&self, voice: Voice<'_>) -> Result<Vec<u8>, serde_json::Error> {
        let (kind, made) = (json!(self.kind), json!(made_at(self.made)));
        let language = json!(voice.language.tag());
        let mut text = format!(
            "{{\n  \"kind\": {kind},\n  \"made\": {made},\n  \"language\": {language},\n  \"tables\": {{"
        )
        .into_bytes();
        for (place, sheet) in self.sheets.iter().enumerate() {
            let comma = if place == 0 { "" } else { "," };
            text.extend(format!("{comma}\n    {}: [", json!(sheet.key)).into_bytes());
            for (line, row) in sheet.objects().enumerate() {
                text.extend(if line == 0 { "\n      " } else { ",\n      " }.bytes());
                serde_json::to_writer(&mut text, &row)?;
            }
            text.extend(b"\n    ]");
        }
        text.extend(b"\n  }\n}\n");
        Ok(text)
    }
}

/// A moment as ISO 8601 writes it, in UTC.
pub(super) fn made_at(moment: Timestamp) -> String {
    chrono::DateTime::from_timestamp_millis(moment.0)
        .unwrap_or_default()
        .to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}
