//! Excel workbooks.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, Xlsx};

use super::RosterFileError;
use super::sheet::{Choice, SheetText};

/// The list of a workbook whose parts are known to unpack to a reasonable size.
pub(super) fn read(bytes: &[u8]) -> Result<String, RosterFileError> {
    // The reader is not ours and meets every way in which a file can be wrong; one that it does
    // not expect must cost an error message, not the request.
    catch_unwind(AssertUnwindSafe(|| read_sheets(bytes))).unwrap_or(Err(RosterFileError::Damaged))
}

fn read_sheets(bytes: &[u8]) -> Result<String, RosterFileError> {
    let mut workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|_| RosterFileError::Damaged)?;
    let mut choice = Choice::default();
    for name in workbook.sheet_names() {
        if choice.offer(read_sheet(&mut workbook, &name)?) {
            break;
        }
    }
    choice.text()
}

/// One sheet, cell by cell: its range would be laid out as large as two far cells claim.
fn read_sheet(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
) -> Result<SheetText, RosterFileError> {
    let mut sheet = SheetText::default();
    // A chart has a name among the sheets, and no cells.
    let Ok(mut cells) = workbook.worksheet_cells_reader(name) else {
        return Ok(sheet);
    };
    while let Some(cell) = cells.next_cell().map_err(|_| RosterFileError::Damaged)? {
        let (row, column) = cell.get_position();
        match cell.get_value() {
            DataRef::String(text) => sheet.push(row, column, text),
            DataRef::SharedString(text) => sheet.push(row, column, text),
            // Numbers, dates and truth values are neither names nor addresses.
            _ => {}
        }
        if sheet.is_full() {
            break;
        }
    }
    Ok(sheet)
}
