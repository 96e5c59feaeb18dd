//! Zip archives and what is packed in them.

use std::io::Cursor;

use zip::ZipArchive;

use super::find;

const COMPOUND_FILE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const LOCAL_HEADER: &[u8] = b"PK\x03\x04";
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";
const DIRECTORY_END: &[u8] = b"PK\x05\x06";
/// The end of a zip's directory stands at most so far from the end of the file (APPNOTE 4.3.16):
/// 22 bytes and the longest comment.
const FARTHEST_END: usize = 22 + 65_535;

/// A document of the Office of before 2007.
pub(super) fn is_compound_file(bytes: &[u8]) -> bool {
    bytes.starts_with(COMPOUND_FILE)
}

/// A zip, a RAR, a 7z, a gzip.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    [
        LOCAL_HEADER,
        DIRECTORY_END,
        b"Rar!",
        b"7z\xbc\xaf",
        b"\x1f\x8b",
    ]
    .iter()
    .any(|mark| bytes.starts_with(mark))
}

/// A zip that holds a text document, spreadsheet or presentation.
pub(super) fn is_office(bytes: &[u8]) -> bool {
    if !bytes.starts_with(LOCAL_HEADER) {
        return false;
    }
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return false;
    };
    archive.file_names().flatten().any(|name| {
        let packed = ["word/", "xl/", "ppt/"]
            .iter()
            .any(|folder| name.starts_with(folder));
        packed || name == "content.xml"
    })
}

/// Whether a zip's directory stands in a file that begins as something else: unpacking it would
/// give other files. Where exactly it says that it stands counts for nothing, for that may be left
/// to another record (Zip64), or be wrong. Both marks occur by chance, one before the other, once
/// in millions of files of the largest size.
pub(super) fn ends_in_an_archive(bytes: &[u8]) -> bool {
    let tail = bytes.len().saturating_sub(FARTHEST_END);
    let end = bytes[tail..]
        .windows(DIRECTORY_END.len())
        .rposition(|window| window == DIRECTORY_END);
    end.is_some_and(|end| find(&bytes[..tail + end], DIRECTORY_ENTRY).is_some())
}
