//! Facts in, bytes out: rosters read from files, attached scans checked, tables written as CSV and
//! XLSX, paper as tagged PDF, packs of files as zip, calendar entries, codes drawn as QR, drawings as PNG.

pub mod calendar;
mod letterhead;
pub mod pack;
pub mod paper;
pub mod picture;
pub mod qr;
pub mod register;
pub mod report;
pub mod roster_file;
pub mod scan;
pub mod table;
pub mod workbook;

pub use letterhead::Letterhead;
