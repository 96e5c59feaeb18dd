//! Workbooks of Excel 97–2003: text cells of the BIFF8 stream.
//!
//! Records say how large a sheet is and which string a cell shows; believing either can fill the
//! memory from a small file, so cells are passed on one by one and strings are kept short.

mod strings;

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use self::strings::{shared_strings, short_string};
use super::sheet::{Choice, SheetText};
use super::{FileKind, MAX_FILE_BYTES, RosterFileError};

const FORMULA: u16 = 0x0006;
const END: u16 = 0x000a;
const FILE_PASS: u16 = 0x002f;
const CONTINUE: u16 = 0x003c;
const BOUND_SHEET: u16 = 0x0085;
const RICH_STRING: u16 = 0x00d6;
const SHARED_STRINGS: u16 = 0x00fc;
const LABEL_OF_SHARED_STRING: u16 = 0x00fd;
const LABEL: u16 = 0x0204;
const STRING_OF_FORMULA: u16 = 0x0207;
const BEGIN: u16 = 0x0809;

const MAX_SHEETS: usize = 64;
const BIFF8: [u8; 2] = [0x00, 0x06];

/// The list of a workbook, or what else the compound file is.
pub(super) fn read(bytes: &[u8]) -> Result<String, RosterFileError> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| RosterFileError::Damaged)?;
    if file.is_stream("/EncryptedPackage") {
        return Err(RosterFileError::PasswordProtected);
    }
    if file.is_stream("/WordDocument") || file.is_stream("/PowerPoint Document") {
        return Err(RosterFileError::NotAList(FileKind::Document));
    }
    if !file.is_stream("/Workbook") {
        let kind = if file.is_stream("/Book") {
            FileKind::OtherSpreadsheet
        } else {
            FileKind::Unknown
        };
        return Err(RosterFileError::NotAList(kind));
    }
    let mut stream = Vec::new();
    file.open_stream("/Workbook")
        .and_then(|workbook| {
            workbook
                .take(MAX_FILE_BYTES as u64)
                .read_to_end(&mut stream)
        })
        .map_err(|_| RosterFileError::Damaged)?;
    read_workbook(&stream)
}

/// One record: its type and its data.
struct Record<'a> {
    kind: u16,
    data: &'a [u8],
}

/// The records from a place in the stream on; ends where the stream does.
fn records(stream: &[u8], from: usize) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream.get(from..).unwrap_or_default();
    std::iter::from_fn(move || {
        let kind = u16_at(rest, 0)?;
        let length = usize::from(u16_at(rest, 2)?);
        let data = rest.get(4..4 + length)?;
        rest = &rest[4 + length..];
        Some(Record { kind, data })
    })
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at + 2)
        .and_then(|bytes| bytes.try_into().ok())
        .map(u16::from_le_bytes)
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    data.get(at..at + 4)
        .and_then(|bytes| bytes.try_into().ok())
        .map(u32::from_le_bytes)
}

fn read_workbook(stream: &[u8]) -> Result<String, RosterFileError> {
    let mut sheets = Vec::new();
    let mut parts_of_strings: Vec<&[u8]> = Vec::new();
    let mut in_strings = false;
    let mut all = records(stream, 0);
    let version = all
        .next()
        .filter(|first| first.kind == BEGIN)
        .ok_or(RosterFileError::Damaged)?;
    if version.data.get(..2) != Some(&BIFF8) {
        return Err(RosterFileError::NotAList(FileKind::OtherSpreadsheet));
    }
    for record in all {
        match record.kind {
            FILE_PASS => return Err(RosterFileError::PasswordProtected),
            // Type 0 is a worksheet; charts and macros have other types.
            BOUND_SHEET if record.data.get(5) == Some(&0) => {
                sheets.extend(u32_at(record.data, 0).map(|place| place as usize));
            }
            SHARED_STRINGS => parts_of_strings = vec![record.data],
            CONTINUE if in_strings => parts_of_strings.push(record.data),
            END => break,
            _ => {}
        }
        in_strings = record.kind == SHARED_STRINGS || (in_strings && record.kind == CONTINUE);
    }
    let strings = shared_strings(&parts_of_strings);
    let mut choice = Choice::default();
    for place in sheets.into_iter().take(MAX_SHEETS) {
        if choice.offer(read_sheet(stream, place, &strings)) {
            break;
        }
    }
    choice.text()
}

fn read_sheet(stream: &[u8], place: usize, strings: &[String]) -> SheetText {
    let mut sheet = SheetText::default();
    let mut depth = 0usize;
    let mut formula = None;
    for record in records(stream, place) {
        match record.kind {
            BEGIN => depth += 1,
            END => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    break;
                }
            }
            // Deeper are the charts that stand on the sheet.
            _ if depth > 1 => {}
            FORMULA => formula = position(record.data),
            STRING_OF_FORMULA => {
                if let Some((row, column)) = formula.take() {
                    sheet.push(row, column, &short_string(record.data));
                }
            }
            LABEL | RICH_STRING => {
                if let Some((row, column)) = position(record.data) {
                    sheet.push(
                        row,
                        column,
                        &short_string(record.data.get(6..).unwrap_or_default()),
                    );
                }
            }
            LABEL_OF_SHARED_STRING => {
                let text = u32_at(record.data, 6).and_then(|at| strings.get(at as usize));
                if let (Some((row, column)), Some(text)) = (position(record.data), text) {
                    sheet.push(row, column, text);
                }
            }
            _ => {}
        }
        if sheet.is_full() {
            break;
        }
    }
    sheet
}

fn position(data: &[u8]) -> Option<(u32, u32)> {
    Some((u16_at(data, 0)?.into(), u16_at(data, 2)?.into()))
}
