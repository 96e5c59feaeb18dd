//! From pasted text to rows.

use serde::{Deserialize, Serialize};

use crate::names::fold;
use crate::people::coded;

use super::category::category_of;
use super::header::{self, Column, Heading};
use super::line::{name_among, read_cell, read_line, turned};
use super::repair::with_sign;
use super::row::{Fix, Found, MAX_CELL_CHARS, Row};
use super::table::{Record, Records};

/// The most rows one list may have.
pub const MAX_ROWS: usize = 10_000;
/// The longest text that is read.
pub const MAX_TEXT_BYTES: usize = 6 * 1024 * 1024;

coded! {
    /// Why a whole list is not read.
    #[derive(thiserror::Error)]
    ListProblem {
        /// More than [`MAX_ROWS`] rows.
        #[error("the list has more than 10,000 rows")]
        TooManyRows = "too_many_rows",
        /// More than [`MAX_TEXT_BYTES`].
        #[error("the text is longer than 6 MB")]
        TooMuchText = "too_much_text",
    }
}

/// How the text was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// Lines with names and addresses in any order.
    Lines,
    /// A table with headings, its cells separated by this character.
    Table(char),
}

/// A list as it was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parsed {
    /// The rows, numbered from 1.
    pub rows: Vec<Row>,
    /// How the text was understood.
    pub layout: Layout,
    /// The lines above a table's headings, which were left out.
    pub left_out: Vec<usize>,
}

/// Reads a pasted list. Every line with anything in it gives at least one row, ready or with its
/// problem; only a table's headings and the title above them do not.
///
/// # Errors
/// Only for a text too large to be a list; never for what is in it.
pub fn parse(text: &str) -> Result<Parsed, ListProblem> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(ListProblem::TooMuchText);
    }
    let text = with_plain_line_ends(text);
    match header::find(&text) {
        Some(heading) => parse_table(&text, heading),
        None => parse_lines(&text),
    }
}

fn with_plain_line_ends(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.replace("\r\n", "\n").replace(
        ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'],
        "\n",
    )
}

fn parse_lines(text: &str) -> Result<Parsed, ListProblem> {
    let mut rows = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        for found in read_line(line)? {
            push(&mut rows, found, index + 1)?;
        }
    }
    Ok(Parsed {
        rows,
        layout: Layout::Lines,
        left_out: Vec::new(),
    })
}

fn parse_table(text: &str, heading: Heading) -> Result<Parsed, ListProblem> {
    let mut rows = Vec::new();
    for record in Records::new(&text[heading.rest..], heading.delimiter, heading.line + 1) {
        let is_the_heading_again = header::columns(&record.cells) == heading.columns;
        if is_the_heading_again && !record.cells.iter().any(|cell| with_sign(cell).is_some()) {
            continue;
        }
        if let Some(found) = read_record(&record, &heading.columns) {
            push(&mut rows, found, record.line)?;
        }
    }
    let layout = Layout::Table(heading.delimiter);
    Ok(Parsed {
        rows,
        layout,
        left_out: heading.above,
    })
}

fn push(rows: &mut Vec<Row>, found: Found, line: usize) -> Result<(), ListProblem> {
    if rows.len() == MAX_ROWS {
        return Err(ListProblem::TooManyRows);
    }
    rows.push(found.examined(rows.len() + 1, line));
    Ok(())
}

/// The person of one table row, if the row is not blank.
fn read_record(record: &Record<'_>, columns: &[Column]) -> Option<Found> {
    if record
        .cells
        .iter()
        .all(|cell| !cell.contains(|c: char| c.is_alphanumeric() || c == '@'))
    {
        return None;
    }
    let cells = || {
        let columns = columns
            .iter()
            .copied()
            .chain(std::iter::repeat(Column::Other));
        record.cells.iter().map(String::as_str).zip(columns)
    };
    let of = |wanted: Column| {
        cells()
            .filter(move |(_, c)| *c == wanted)
            .map(|(cell, _)| cell.trim())
    };
    let mut found = address_of(record, columns);
    found.raw = record.raw.to_owned();
    found.cell_too_long = record
        .cells
        .iter()
        .any(|cell| cell.chars().nth(MAX_CELL_CHARS).is_some());
    let named = columns
        .iter()
        .any(|c| matches!(c, Column::Name | Column::Surname));
    let of_names: Vec<&str> = of(Column::Name)
        .chain(of(Column::Surname))
        .filter(|cell| !cell.is_empty() && with_sign(cell).is_none())
        .collect();
    let column_name = match of_names.as_slice() {
        [only] => turned(only),
        several => several.join(" "),
    };
    if !column_name.is_empty() {
        found.name = column_name;
    } else if !named && found.name.is_empty() {
        let others: Vec<&str> = of(Column::Other)
            .filter(|cell| cell.contains(char::is_alphabetic) && with_sign(cell).is_none())
            .collect();
        found.name = name_among(&others, &found.address);
    }
    if let Some(word) = of(Column::Category).find(|cell| !fold(cell).is_empty()) {
        found.category = category_of(word);
        if found.category.is_none() {
            found.notes.push(Fix::UnknownCategory);
        }
    }
    Some(found)
}

/// The address of a table row, with the name written beside it in the same cell: from the address
/// column, or from the wrong one when only that holds an @.
fn address_of(record: &Record<'_>, columns: &[Column]) -> Found {
    let is_address = |at: usize| columns.get(at) == Some(&Column::Address);
    let own = record
        .cells
        .iter()
        .enumerate()
        .filter(|(at, _)| is_address(*at))
        .map(|(_, c)| c);
    let others = record
        .cells
        .iter()
        .enumerate()
        .filter(|(at, _)| !is_address(*at))
        .map(|(_, c)| c);
    let with_address: Vec<&String> = own
        .clone()
        .chain(others)
        .filter(|cell| with_sign(cell).is_some())
        .collect();
    let Some(cell) = with_address.first() else {
        let typed = own
            .map(|cell| cell.trim())
            .find(|cell| !cell.is_empty())
            .unwrap_or_default();
        return Found {
            address: typed.to_owned(),
            ..Found::default()
        };
    };
    let mut found = read_cell(cell).unwrap_or_default();
    if with_address.len() > 1 && !found.notes.contains(&Fix::FurtherAddress) {
        found.notes.push(Fix::FurtherAddress);
    }
    found
}
