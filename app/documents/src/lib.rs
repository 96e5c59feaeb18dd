//! Facts in, bytes out: rosters read from files, tables written as CSV and XLSX, codes drawn as QR.

pub mod calendar;
pub mod qr;
pub mod roster_file;
pub mod table;
pub mod workbook;
