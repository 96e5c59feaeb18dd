//! A table as a file: CSV and XLSX, beside every table that a page shows.

use rust_xlsxwriter::XlsxError;

use crate::workbook::Sheet;

/// A table with one kind of thing in each row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it is about; an XLSX file's sheet bears it.
    pub title: String,
    /// The headings.
    pub columns: Vec<String>,
    /// The rows, each as long as the headings.
    pub rows: Vec<Vec<Cell>>,
}

/// What one cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words, a name, a day as 2026-11-14.
    Text(String),
    /// A number.
    Number(f64),
    /// Nothing is known.
    Empty,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Empty, Into::into)
    }
}

/// Why a table gives no file.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The writer of CSV failed.
    #[error("the table could not be written as CSV: {0}")]
    Csv(String),
    /// More rows than a workbook holds, or the writer of XLSX failed.
    #[error("the table could not be written as a workbook: {0}")]
    Xlsx(#[from] XlsxError),
}

impl Table {
    /// The table as CSV: UTF-8 with a byte order mark, without which Excel takes it for the
    /// local Windows encoding and breaks every ë and š.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn csv(&self) -> Result<Vec<u8>, TableError> {
        let headings: Vec<Cell> = self.columns.iter().map(|one| one.as_str().into()).collect();
        let mut bytes = b"\xef\xbb\xbf".to_vec();
        bytes.extend(csv_lines(&[headings])?);
        bytes.extend(csv_lines(&self.rows)?);
        Ok(bytes)
    }

    /// The table as a workbook.
    ///
    /// # Errors
    /// When there are more rows than a workbook holds.
    pub fn xlsx(&self) -> Result<Vec<u8>, TableError> {
        Sheet::begin(self)?.finish()
    }
}

/// Rows as lines of CSV without headings, to follow those of [`Table::csv`] when a table is too long
/// to stand in memory.
///
/// # Errors
/// When the writer fails.
pub fn csv_lines(rows: &[Vec<Cell>]) -> Result<Vec<u8>, TableError> {
    let failed = |error: csv::Error| TableError::Csv(error.to_string());
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        writer
            .write_record(row.iter().map(written))
            .map_err(failed)?;
    }
    writer
        .into_inner()
        .map_err(|error| TableError::Csv(error.to_string()))
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => harmless(text),
        Cell::Number(number) => number.to_string(),
        Cell::Empty => String::new(),
    }
}

/// A text that no spreadsheet takes for a formula: an apostrophe goes before the signs that start
/// one (OWASP, "CSV injection").
fn harmless(text: &str) -> String {
    let text: String = text.chars().filter(|letter| *letter != '\0').collect();
    let first = text.trim_start_matches(' ').chars().next();
    match first {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => {
            format!("'{text}")
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};

    use super::*;
    use crate::workbook::Book;

    fn hostile() -> Table {
        Table {
            title: "Spring/cohort: [one] with a very long title indeed".into(),
            columns: vec!["Name".into(), "Units".into(), "=SUM(A1)".into()],
            rows: vec![
                vec![
                    "=cmd|'/c calc'!A1".into(),
                    5_u32.into(),
                    "Đorđe \"Ђоко\"\nHoxha, Ëndrit".into(),
                ],
                vec!["@SUM(1)".into(), Cell::Empty, " +355".into()],
                vec!["-1\0".into(), Cell::Number(2.5), "a".repeat(40_000).into()],
            ],
        }
    }

    #[test]
    fn no_cell_of_a_csv_file_starts_a_formula() {
        let bytes = hostile().csv().expect("CSV");
        let text = std::str::from_utf8(&bytes).expect("UTF-8");
        assert!(
            text.starts_with("\u{feff}Name,Units,'=SUM(A1)\r\n"),
            "{text}"
        );
        assert!(text.contains("'=cmd|'/c calc'!A1,5,\"Đorđe \"\"Ђоко\"\"\nHoxha, Ëndrit\"\r\n"));
        assert!(text.contains("'@SUM(1),,' +355\r\n"));
        assert!(text.contains("'-1,2.5,aaa"));
    }

    #[test]
    fn a_workbook_keeps_texts_as_texts_and_numbers_as_numbers() {
        let bytes = hostile().xlsx().expect("XLSX");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a readable workbook");
        let name = book.sheet_names()[0].clone();
        let cells = book.worksheet_range(&name).expect("a sheet");
        assert_eq!(
            cells.get_value((1, 0)),
            Some(&Data::String("=cmd|'/c calc'!A1".into()))
        );
        assert_eq!(cells.get_value((1, 1)), Some(&Data::Float(5.0)));
        let formulas = book.worksheet_formula(&name).expect("no formulas");
        assert!(formulas.used_cells().next().is_none());
    }

    #[test]
    fn a_workbook_written_piece_by_piece_is_the_whole_table() {
        let Table {
            title,
            columns,
            rows,
        } = hostile();
        let head = Table {
            title,
            columns,
            rows: Vec::new(),
        };
        let mut sheet = Sheet::begin(&head).expect("a sheet");
        for row in rows.chunks(1) {
            sheet.add(row).expect("a row");
        }
        let read = |bytes: Vec<u8>| {
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a readable workbook");
            let name = book.sheet_names()[0].clone();
            book.worksheet_range(&name).expect("a sheet")
        };
        let whole = read(hostile().xlsx().expect("XLSX"));
        assert_eq!(read(sheet.finish().expect("XLSX")), whole);
        assert_eq!(whole.height(), 4);
    }

    #[test]
    fn several_tables_are_the_sheets_of_one_workbook_and_the_same_bytes_again() {
        let mut second = hostile();
        second.title = "Second".into();
        let tables = [hostile(), second];
        let made = domain::clock::Timestamp(1_790_000_000_000);
        let written = || {
            let mut book = Book::begin(made).expect("a workbook");
            for table in &tables {
                book.add(table).expect("a sheet");
            }
            book.finish().expect("XLSX")
        };
        let bytes = written();
        assert!(bytes == written());
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a readable workbook");
        assert_eq!(book.sheet_names().len(), 2);
        let cells = book.worksheet_range("Second").expect("a sheet");
        assert_eq!(cells.get_value((1, 1)), Some(&Data::Float(5.0)));
    }

    #[test]
    fn an_empty_table_is_a_file_with_headings_only() {
        let empty = Table {
            columns: vec!["Name".into()],
            ..Table::default()
        };
        assert_eq!(empty.csv().expect("CSV"), b"\xef\xbb\xbfName\r\n");
        assert!(empty.xlsx().is_ok());
    }
}
