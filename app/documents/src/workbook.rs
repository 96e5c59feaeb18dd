//! Tables as an XLSX workbook: a long one written row by row, or several as its sheets.

use domain::clock::Timestamp;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::table::{Cell, Table, TableError};

/// Most characters of an XLSX cell; Excel calls a file with more damaged.
const LONGEST_CELL: usize = 32_767;
/// Most characters of a sheet's name.
const LONGEST_SHEET_NAME: usize = 31;
/// How narrow and how wide a column is made for what stands in it, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=60;

/// A workbook of one sheet, headings fixed at the top. Rows wait in a temporary file, so that a
/// long table never fills the memory. Texts are written as texts: none becomes a formula or a link.
pub struct Sheet {
    book: Workbook,
    lines: u32,
    widths: Vec<usize>,
}

impl Sheet {
    /// A sheet with the title, the headings and the rows of a table.
    ///
    /// # Errors
    /// When there is no room for the temporary file, or there are more rows than a workbook holds.
    pub fn begin(table: &Table) -> Result<Self, TableError> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet_with_constant_memory()?;
        sheet.set_name(sheet_name(&table.title))?;
        sheet.set_freeze_panes(1, 0)?;
        let bold = Format::new().set_bold();
        for (column, heading) in (0_u16..).zip(&table.columns) {
            sheet.write_string_with_format(0, column, heading, &bold)?;
        }
        let mut begun = Self {
            book,
            lines: 1,
            widths: table.columns.iter().map(|one| length(one)).collect(),
        };
        begun.add(&table.rows)?;
        Ok(begun)
    }

    /// Adds rows.
    ///
    /// # Errors
    /// When the temporary file fails, or there are more rows than a workbook holds.
    pub fn add(&mut self, rows: &[Vec<Cell>]) -> Result<(), TableError> {
        let sheet = self.book.worksheet_from_index(0)?;
        for row in rows {
            for ((column, cell), width) in (0_u16..).zip(row).zip(&mut self.widths) {
                *width = write(sheet, self.lines, column, cell)?.max(*width);
            }
            self.lines += 1;
        }
        Ok(())
    }

    /// The finished file.
    ///
    /// # Errors
    /// When the temporary file fails.
    pub fn finish(mut self) -> Result<Vec<u8>, TableError> {
        let sheet = self.book.worksheet_from_index(0)?;
        set_widths(sheet, self.widths)?;
        Ok(self.book.save_to_buffer()?)
    }
}

/// A workbook of several tables, a sheet for each. Like those of [`Sheet`], rows wait in temporary
/// files; the same tables made at the same moment give the same bytes.
pub struct Book {
    book: Workbook,
}

impl Book {
    /// A workbook without sheets that bears this moment.
    ///
    /// # Errors
    /// When the moment lies beyond the years 1900 to 9999.
    pub fn begin(made: Timestamp) -> Result<Self, TableError> {
        let mut book = Workbook::new();
        let made = ExcelDateTime::from_timestamp(made.0 / 1_000)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&made));
        Ok(Self { book })
    }

    /// Adds a table as the next sheet.
    ///
    /// # Errors
    /// When there is no room for the temporary file, the table has more rows than a sheet holds, or
    /// another one has its title.
    pub fn add(&mut self, table: &Table) -> Result<(), TableError> {
        let bold = Format::new().set_bold();
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_name(sheet_name(&table.title))?;
        sheet.set_freeze_panes(1, 0)?;
        let mut widths: Vec<usize> = table.columns.iter().map(|one| length(one)).collect();
        for (column, heading) in (0_u16..).zip(&table.columns) {
            sheet.write_string_with_format(0, column, heading, &bold)?;
        }
        for (line, row) in (1_u32..).zip(&table.rows) {
            for ((column, cell), width) in (0_u16..).zip(row).zip(&mut widths) {
                *width = write(sheet, line, column, cell)?.max(*width);
            }
        }
        Ok(set_widths(sheet, widths)?)
    }

    /// The finished file.
    ///
    /// # Errors
    /// When a temporary file fails.
    pub fn finish(mut self) -> Result<Vec<u8>, TableError> {
        Ok(self.book.save_to_buffer()?)
    }
}

fn set_widths(sheet: &mut Worksheet, widths: Vec<usize>) -> Result<(), XlsxError> {
    for (column, width) in (0_u16..).zip(widths) {
        let width = width.clamp(*WIDTHS.start(), *WIDTHS.end()) + 2;
        sheet.set_column_width(column, u32::try_from(width).unwrap_or(u32::MAX))?;
    }
    Ok(())
}

/// Writes a cell; answers how many characters it shows.
fn write(sheet: &mut Worksheet, line: u32, column: u16, cell: &Cell) -> Result<usize, XlsxError> {
    Ok(match cell {
        Cell::Text(text) => {
            let text = shortened(text);
            sheet.write_string(line, column, &text)?;
            length(&text)
        }
        Cell::Number(number) => {
            sheet.write_number(line, column, *number)?;
            0
        }
        Cell::Empty => 0,
    })
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn shortened(text: &str) -> String {
    text.chars()
        .filter(|letter| *letter != '\0')
        .take(LONGEST_CELL)
        .collect()
}

/// A name that Excel takes for a sheet.
fn sheet_name(title: &str) -> String {
    let name: String = title
        .chars()
        .map(|letter| match letter {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'' => ' ',
            other => other,
        })
        .filter(|letter| !letter.is_control())
        .take(LONGEST_SHEET_NAME)
        .collect();
    let name = name.trim();
    if name.is_empty() {
        "Table".to_owned()
    } else {
        name.to_owned()
    }
}
