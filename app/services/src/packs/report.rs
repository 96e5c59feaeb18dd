//! A pack's summary on paper: a tagged PDF of the tables that a person reads. Whoever counts takes
//! the workbook.

use documents::Letterhead;
use documents::paper::{Orientation, PaperError};
use documents::report::{Block, Grid, GridColumn, GridKind, Report, Section};
use documents::table::Cell;
use store::programme::Programme;

use super::contents::Contents;
use super::sheet::{Sheet, Value, Voice};

/// Most rows of a table on paper; beyond that it is no summary.
const MOST_ROWS: usize = 200;
/// Longest text of a cell, in characters.
const LONGEST_CELL: usize = 300;

/// The columns of a table that paper has room for; `None` keeps the table off the paper.
fn columns(sheet: &Sheet) -> Option<&'static [&'static str]> {
    Some(match sheet.key {
        "achieved" => &[
            "institution",
            "planned_min",
            "planned_max",
            "heads",
            "participations",
            "finished",
            "finished_until",
            "status",
        ],
        "participants" => &["by", "which", "heads", "participations", "finished"],
        "sessions" => &[
            "institution",
            "day",
            "meeting",
            "hours",
            "work_package",
            "deliverable",
            "present",
            "complete",
        ],
        "evidence" => &[
            "institution",
            "sessions",
            "sessions_complete",
            "per_cent",
            "adaptations",
        ],
        "pieces" => &["piece", "there"],
        "attendance" => &["name", "there", "source", "reason"],
        "adaptations" => &["unit", "adaptation", "author"],
        "files" => &["path", "kind", "sha256"],
        _ => return None,
    })
}

impl Contents {
    /// The summary. `id` tells it from every other.
    pub(super) fn pdf(
        &self,
        programme: &Programme,
        id: &str,
        voice: Voice<'_>,
    ) -> Result<Vec<u8>, PaperError> {
        let title = match self.kind {
            "funder" => voice.say("pack-title-funder"),
            _ => voice.say("pack-title-session"),
        };
        let mut sheets = self.sheets.iter();
        let facts = sheets.next().map(|sheet| facts(sheet, voice));
        let mut sections: Vec<Section> = sheets.filter_map(|sheet| section(sheet, voice)).collect();
        sections.push(Section {
            heading: voice.say("how-counted"),
            blocks: self.definitions.iter().cloned().map(Block::Note).collect(),
        });
        let report = Report {
            language: voice.language.tag().to_owned(),
            made: self.made,
            id: id.to_owned(),
            orientation: Orientation::Landscape,
            letterhead: Letterhead {
                programme: programme.title.clone(),
                reference: programme.reference.clone(),
                funding: programme.funding_in(voice.language).to_owned(),
                emblem: match programme.credit.emblem {
                    true => voice.say("emblem-eu"),
                    false => String::new(),
                },
                ..Letterhead::default()
            },
            foot: format!("{title} · {}", programme.title),
            title,
            facts: facts.unwrap_or_default(),
            sections,
        };
        report.pdf()
    }
}

/// Labels and what is known; what is empty is left out.
fn facts(sheet: &Sheet, voice: Voice<'_>) -> Vec<(String, String)> {
    let rows = sheet.rows.iter().filter_map(|row| match row.as_slice() {
        [label, value] => Some((written(label, voice), written(value, voice))),
        _ => None,
    });
    rows.filter(|(_, value)| !value.is_empty()).collect()
}

fn section(sheet: &Sheet, voice: Voice<'_>) -> Option<Section> {
    let wanted = columns(sheet)?;
    let places: Vec<usize> = wanted
        .iter()
        .filter_map(|key| sheet.columns.iter().position(|known| known == key))
        .collect();
    let kind = |place: usize| {
        let is_word = |row: &Vec<Value>| {
            matches!(
                row[place],
                Value::Text(_) | Value::Word(..) | Value::Day(_) | Value::Status(_)
            )
        };
        if sheet.rows.iter().any(is_word) {
            GridKind::Words
        } else {
            GridKind::Numbers
        }
    };
    let grid = Grid {
        columns: places
            .iter()
            .map(|place| GridColumn {
                heading: voice.say(&format!("pack-column-{}", sheet.columns[*place])),
                kind: kind(*place),
            })
            .collect(),
        rows: sheet
            .rows
            .iter()
            .take(MOST_ROWS)
            .map(|row| {
                places
                    .iter()
                    .map(|place| written(&row[*place], voice))
                    .collect()
            })
            .collect(),
        total: None,
    };
    let mut blocks = Vec::new();
    if sheet.rows.is_empty() {
        blocks.push(Block::Paragraph(voice.say("pack-nothing")));
    } else {
        blocks.push(Block::Table(grid));
    }
    if sheet.rows.len() > MOST_ROWS {
        let counts = [
            ("shown", MOST_ROWS.to_string()),
            ("rows", sheet.rows.len().to_string()),
        ];
        blocks.push(Block::Note(voice.say_with("pack-more-rows", &counts)));
    }
    Some(Section {
        heading: voice.say(&format!("pack-sheet-{}", sheet.key)),
        blocks,
    })
}

/// A value as people read it.
fn written(value: &Value, voice: Voice<'_>) -> String {
    if let Value::Day(day) = value {
        return voice.day(*day);
    }
    match value.cell(voice) {
        Cell::Text(text) => text.chars().take(LONGEST_CELL).collect(),
        Cell::Number(number) if number.fract() == 0.0 => format!("{number:.0}"),
        Cell::Number(number) => format!("{number:.2}").replace('.', &voice.say("decimal-mark")),
        Cell::Empty => String::new(),
    }
}
