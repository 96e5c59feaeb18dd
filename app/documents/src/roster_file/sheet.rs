//! The text of a sheet, grown cell by cell within the limits of a list.

use domain::roster::{MAX_CELL_CHARS, MAX_ROWS, MAX_TEXT_BYTES};

use super::RosterFileError;

/// Headings and the titles above them come on top of the rows.
const MOST_ROWS: usize = MAX_ROWS + 11;
/// Nobody keeps names further to the right.
const MOST_COLUMNS: u32 = 256;

/// One sheet as tab-separated text.
#[derive(Default)]
pub(super) struct SheetText {
    text: String,
    row: u32,
    column: u32,
    rows: usize,
    has_address: bool,
    problem: Option<RosterFileError>,
}

impl SheetText {
    /// Adds a cell; `row` and `column` count from 0. Cells come in reading order.
    pub(super) fn push(&mut self, row: u32, column: u32, cell: &str) {
        if self.problem.is_some() || column >= MOST_COLUMNS || cell.trim().is_empty() {
            return;
        }
        if row > self.row || self.rows == 0 {
            self.rows += 1;
            // Blank lines keep the line numbers those of the sheet.
            let blank = (row - self.row) as usize;
            self.text
                .extend(std::iter::repeat_n('\n', blank.min(MAX_TEXT_BYTES)));
            (self.row, self.column) = (row, 0);
        }
        let tabs = column.saturating_sub(self.column) as usize;
        self.text.extend(std::iter::repeat_n('\t', tabs));
        self.column = self.column.max(column);
        // One character more than allowed is enough for the row to be told that it is too long.
        let letters = cell.chars().take(MAX_CELL_CHARS + 1);
        self.text.extend(letters.map(|c| {
            if matches!(c, '\t' | '\n' | '\r') {
                ' '
            } else {
                c
            }
        }));
        self.has_address |= cell.contains(['@', '＠']);
        if self.rows > MOST_ROWS {
            self.problem = Some(RosterFileError::TooManyRows);
        } else if self.text.len() > MAX_TEXT_BYTES {
            self.problem = Some(RosterFileError::TooMuchText);
        }
    }

    /// Whether more cells would change nothing.
    pub(super) fn is_full(&self) -> bool {
        self.problem.is_some()
    }
}

/// Chooses among the sheets of a workbook: the first with an address, else the first with
/// anything.
#[derive(Default)]
pub(super) struct Choice {
    best: Option<SheetText>,
}

impl Choice {
    /// Considers the next sheet; tells whether the choice is made.
    pub(super) fn offer(&mut self, sheet: SheetText) -> bool {
        if sheet.has_address || (self.best.is_none() && sheet.rows > 0) {
            self.best = Some(sheet);
        }
        self.best.as_ref().is_some_and(|best| best.has_address)
    }

    /// The chosen sheet's text.
    pub(super) fn text(self) -> Result<String, RosterFileError> {
        let sheet = self.best.ok_or(RosterFileError::Empty)?;
        match sheet.problem {
            Some(problem) => Err(problem),
            None => Ok(sheet.text),
        }
    }
}
