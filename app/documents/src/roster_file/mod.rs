//! Enrolment lists from files: whatever was dropped becomes text for [`domain::roster::parse`].
//!
//! Files come from anywhere. Sizes are checked before anything is unpacked, spreadsheets are
//! walked cell by cell and never laid out in memory as they claim to be, and everything that is
//! not a list is refused with a reason that tells what to do instead.

mod decode;
mod ods;
mod packed;
mod sheet;
mod xls;
mod xlsx;

use packed::Package;

/// The largest file that is read.
pub const MAX_FILE_BYTES: usize = 5 * 1024 * 1024;

/// What a file is when it is not a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A PDF: copy the rows from it and paste them.
    Pdf,
    /// A text document: copy the rows from it and paste them.
    Document,
    /// A picture or a scan: a person has to type it.
    Image,
    /// A web page, sometimes saved under the name of a spreadsheet: open it, copy, paste.
    WebPage,
    /// A spreadsheet of a kind that is not read: save it as XLSX.
    OtherSpreadsheet,
    /// An archive: unpack it first.
    Archive,
    /// Anything else.
    Unknown,
}

/// Why a file gives no list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RosterFileError {
    /// More than [`MAX_FILE_BYTES`].
    #[error("the file is larger than 5 MB")]
    TooLarge,
    /// A small file that unpacks to a very large one.
    #[error("the file unpacks to more than can be a list")]
    UnpacksTooLarge,
    /// More rows than a list may have.
    #[error("the file has more than 10,000 rows")]
    TooManyRows,
    /// More text than a list may have.
    #[error("the file holds more text than can be a list")]
    TooMuchText,
    /// Protected by a password.
    #[error("the file is protected by a password")]
    PasswordProtected,
    /// Not a list.
    #[error("the file is not a list")]
    NotAList(FileKind),
    /// A list that cannot be read to its end.
    #[error("the file is damaged")]
    Damaged,
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
}

impl RosterFileError {
    /// The word in message keys; the message says what to do instead.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "file_too_large",
            Self::UnpacksTooLarge => "file_unpacks_too_large",
            Self::TooManyRows => "too_many_rows",
            Self::TooMuchText => "too_much_text",
            Self::PasswordProtected => "file_password_protected",
            Self::NotAList(FileKind::Pdf) => "file_is_pdf",
            Self::NotAList(FileKind::Document) => "file_is_document",
            Self::NotAList(FileKind::Image) => "file_is_image",
            Self::NotAList(FileKind::WebPage) => "file_is_web_page",
            Self::NotAList(FileKind::OtherSpreadsheet) => "file_is_other_spreadsheet",
            Self::NotAList(FileKind::Archive) => "file_is_archive",
            Self::NotAList(FileKind::Unknown) => "file_is_unknown",
            Self::Damaged => "file_damaged",
            Self::Empty => "file_empty",
        }
    }
}

/// The list in a file, as text for [`domain::roster::parse`]: CSV and plain text decoded, of a
/// workbook the first sheet with an address in it, tab-separated, on the sheet's own line numbers.
///
/// What a file is, its bytes decide; its name only helps where they do not.
///
/// # Errors
/// Whatever is not a list, with its reason.
pub fn read(bytes: &[u8], file_name: &str) -> Result<String, RosterFileError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(RosterFileError::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(RosterFileError::Empty);
    }
    if let Some(kind) = plainly_not_a_list(bytes) {
        return Err(RosterFileError::NotAList(kind));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return match Package::open(bytes)? {
            Package::Xlsx => xlsx::read(bytes),
            Package::Ods(content) => ods::read(&content),
        };
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return xls::read(bytes);
    }
    decode::read(bytes, is_named_like_text(file_name))
}

fn is_named_like_text(file_name: &str) -> bool {
    let ending = file_name
        .rsplit('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    matches!(ending.as_str(), "csv" | "txt" | "tsv" | "tab")
}

const SIGNATURES: [(&[u8], FileKind); 14] = [
    (b"%PDF-", FileKind::Pdf),
    (b"\x89PNG", FileKind::Image),
    (b"\xff\xd8\xff", FileKind::Image),
    (b"GIF8", FileKind::Image),
    (b"BM\0", FileKind::Image),
    (b"II*\0", FileKind::Image),
    (b"MM\0*", FileKind::Image),
    (b"RIFF", FileKind::Image),
    (b"{\\rtf", FileKind::Document),
    (b"\x1f\x8b", FileKind::Archive),
    (b"7z\xbc\xaf\x27\x1c", FileKind::Archive),
    (b"Rar!", FileKind::Archive),
    (b"PK\x05\x06", FileKind::Archive),
    (b"\x7fELF", FileKind::Unknown),
];

fn plainly_not_a_list(bytes: &[u8]) -> Option<FileKind> {
    let known = SIGNATURES
        .iter()
        .find(|(signature, _)| bytes.starts_with(signature));
    if let Some((_, kind)) = known {
        return Some(*kind);
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(FileKind::Image);
    }
    let text = bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(bytes)
        .trim_ascii_start();
    let starts_with = |tag: &[u8]| {
        text.get(..tag.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(tag))
    };
    let tags: [&[u8]; 6] = [
        b"<!doctype",
        b"<html",
        b"<table",
        b"<?xml",
        b"<meta",
        b"mime-version:",
    ];
    tags.into_iter()
        .any(starts_with)
        .then_some(FileKind::WebPage)
}

#[cfg(test)]
mod tests;
