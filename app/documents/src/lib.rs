//! Facts in, bytes out: rosters read from files, tables written as CSV and XLSX, paper as tagged
//! PDF, codes drawn as QR.

pub mod calendar;
mod letterhead;
pub mod paper;
pub mod qr;
pub mod register;
pub mod report;
pub mod roster_file;
pub mod table;
pub mod workbook;

pub use letterhead::Letterhead;
