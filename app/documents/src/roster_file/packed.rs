//! Zip packages: what they are, and whether they unpack to a reasonable size.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{FileKind, RosterFileError};

/// The most that all parts of a workbook may unpack to. Ten thousand rows need a quarter of it.
const MAX_UNPACKED_BYTES: u64 = 40 * 1024 * 1024;
const MAX_PARTS: usize = 2_000;

/// A package that can hold a list.
pub(super) enum Package {
    /// An Excel workbook.
    Xlsx,
    /// An OpenDocument spreadsheet, with its content.
    Ods(String),
}

impl Package {
    /// Looks into a package and unpacks every part once, counting: the sizes that a directory
    /// states may be untrue.
    pub(super) fn open(bytes: &[u8]) -> Result<Self, RosterFileError> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(reason)?;
        if archive.len() > MAX_PARTS {
            return Err(RosterFileError::UnpacksTooLarge);
        }
        let kind = kind_of(&archive)?;
        if archive
            .decompressed_size()
            .is_some_and(|size| size > u128::from(MAX_UNPACKED_BYTES))
        {
            return Err(RosterFileError::UnpacksTooLarge);
        }
        let mut left = MAX_UNPACKED_BYTES;
        for part in 0..archive.len() {
            let part = archive.by_index(part).map_err(reason)?;
            let unpacked = std::io::copy(&mut part.take(left), &mut std::io::sink())
                .map_err(|_| RosterFileError::Damaged)?;
            left -= unpacked;
            if left == 0 {
                return Err(RosterFileError::UnpacksTooLarge);
            }
        }
        match kind {
            Kind::Xlsx => Ok(Self::Xlsx),
            Kind::OpenDocument => open_document(&mut archive),
        }
    }
}

enum Kind {
    Xlsx,
    OpenDocument,
}

fn kind_of(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<Kind, RosterFileError> {
    let has = |start: &str| {
        archive
            .file_names()
            .flatten()
            .any(|name| name.starts_with(start))
    };
    if has("xl/workbook.xml") {
        Ok(Kind::Xlsx)
    } else if has("content.xml") && has("mimetype") {
        Ok(Kind::OpenDocument)
    } else if has("word/") || has("ppt/") {
        Err(RosterFileError::NotAList(FileKind::Document))
    } else if has("xl/") || has("Index/") || has("Index.zip") {
        Err(RosterFileError::NotAList(FileKind::OtherSpreadsheet))
    } else {
        Err(RosterFileError::NotAList(FileKind::Archive))
    }
}

fn open_document(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Package, RosterFileError> {
    let kind = part(archive, "mimetype")?;
    if !kind.contains("opendocument.spreadsheet") {
        return Err(RosterFileError::NotAList(FileKind::Document));
    }
    if part(archive, "META-INF/manifest.xml").is_ok_and(|text| text.contains("encryption-data")) {
        return Err(RosterFileError::PasswordProtected);
    }
    part(archive, "content.xml").map(Package::Ods)
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, RosterFileError> {
    let mut bytes = Vec::new();
    archive
        .by_name(name)
        .map_err(reason)?
        .take(MAX_UNPACKED_BYTES)
        .read_to_end(&mut bytes)
        .map_err(|_| RosterFileError::Damaged)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn reason(error: ZipError) -> RosterFileError {
    match error {
        ZipError::InvalidPassword => RosterFileError::PasswordProtected,
        ZipError::UnsupportedArchive(why) if why == ZipError::PASSWORD_REQUIRED => {
            RosterFileError::PasswordProtected
        }
        _ => RosterFileError::Damaged,
    }
}
