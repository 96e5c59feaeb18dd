//! A pack: files in a zip with a list of their fingerprints, the same bytes whenever it is made of
//! the same files.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use sha2::{Digest, Sha256};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The name of the list of fingerprints. `sha256sum -c` reads it.
pub const MANIFEST: &str = "manifest-sha256.txt";
/// Bytes of a file that are read at a time.
const PIECE: usize = 64 * 1024;

/// Why a pack could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// The writer of zip failed.
    #[error("the zip could not be written: {0}")]
    Zip(#[from] ZipError),
    /// The temporary file failed, or a file that goes into the pack could not be read.
    #[error("a file could not be read or written: {0}")]
    File(#[from] io::Error),
    /// Two files of one name: unpacking would lose one.
    #[error("two files are called {0}")]
    Twice(String),
}

/// A pack that is being made, in a temporary file: it may be larger than the memory.
pub struct Pack {
    zip: ZipWriter<File>,
    lines: Vec<(String, String)>,
}

/// A finished pack.
pub struct Finished {
    /// The file, at its beginning. It is gone when this is dropped.
    pub file: File,
    /// Its length in bytes.
    pub bytes: u64,
    /// Its fingerprint: SHA-256 in hexadecimal.
    pub sha256: String,
}

impl Pack {
    /// An empty pack.
    ///
    /// # Errors
    /// When there is no room for a temporary file.
    pub fn begin() -> Result<Self, PackError> {
        Ok(Self {
            zip: ZipWriter::new(tempfile::tempfile()?),
            lines: Vec::new(),
        })
    }

    /// Adds a file that stands in memory. `path` is of our own making: letters, digits, `-`, `.`
    /// and `/`.
    ///
    /// # Errors
    /// When there is a file of that name, or no room.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), PackError> {
        self.copy(path, CompressionMethod::Deflated, bytes)
    }

    /// Adds a file piece by piece, as it is: scans and photographs are packed already.
    ///
    /// # Errors
    /// When there is a file of that name, it cannot be read, or there is no room.
    pub fn add_stored(&mut self, path: &str, from: impl Read) -> Result<(), PackError> {
        self.copy(path, CompressionMethod::Stored, from)
    }

    fn copy(
        &mut self,
        path: &str,
        method: CompressionMethod,
        from: impl Read,
    ) -> Result<(), PackError> {
        if self.lines.iter().any(|(known, _)| known == path) {
            return Err(PackError::Twice(path.to_owned()));
        }
        self.zip.start_file(path, options(method))?;
        let (_, hash) = copy_hashing(from, &mut self.zip)?;
        self.lines.push((path.to_owned(), hash));
        Ok(())
    }

    /// The whole pack, with the fingerprints of its files as the last of them.
    ///
    /// # Errors
    /// When there is no room.
    pub fn finish(mut self) -> Result<Finished, PackError> {
        let manifest: String = self
            .lines
            .iter()
            .map(|(path, hash)| format!("{hash}  {path}\n"))
            .collect();
        self.zip
            .start_file(MANIFEST, options(CompressionMethod::Deflated))?;
        self.zip.write_all(manifest.as_bytes())?;
        let mut file = self.zip.finish()?;
        file.seek(SeekFrom::Start(0))?;
        let (bytes, sha256) = copy_hashing(&mut file, io::sink())?;
        file.seek(SeekFrom::Start(0))?;
        Ok(Finished {
            file,
            bytes,
            sha256,
        })
    }
}

/// Copies a file piece by piece; answers its length and its fingerprint.
fn copy_hashing(mut from: impl Read, mut to: impl Write) -> io::Result<(u64, String)> {
    let (mut hasher, mut bytes) = (Sha256::new(), 0);
    let mut piece = vec![0; PIECE];
    loop {
        let read = from.read(&mut piece)?;
        if read == 0 {
            return Ok((bytes, hex::encode(hasher.finalize())));
        }
        hasher.update(&piece[..read]);
        to.write_all(&piece[..read])?;
        bytes += u64::try_from(read).unwrap_or_default();
    }
}

/// No times of ours, no rights of this machine: only the files make the bytes.
fn options(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use zip::ZipArchive;

    use super::{MANIFEST, Pack, PackError};

    fn made() -> super::Finished {
        let mut pack = Pack::begin().expect("a pack");
        pack.add("figures/table.csv", b"a,b\r\n").expect("a file");
        pack.add_stored("evidence/01-register.pdf", &b"%PDF-"[..])
            .expect("a file");
        pack.finish().expect("a zip")
    }

    #[test]
    fn the_same_files_make_the_same_bytes() {
        let (first, second) = (made(), made());
        assert_eq!(first.sha256, second.sha256);
        assert_eq!(first.bytes, second.bytes);
    }

    #[test]
    fn the_manifest_names_every_other_file_with_its_fingerprint() {
        let mut zip = ZipArchive::new(made().file).expect("a zip");
        let names: Vec<String> = (0..zip.len())
            .map(|n| {
                zip.by_index(n)
                    .expect("a file")
                    .name()
                    .expect("a name")
                    .into_owned()
            })
            .collect();
        assert_eq!(
            names,
            ["figures/table.csv", "evidence/01-register.pdf", MANIFEST]
        );
        let mut manifest = String::new();
        zip.by_name(MANIFEST)
            .expect("the manifest")
            .read_to_string(&mut manifest)
            .expect("text");
        // As `printf 'a,b\r\n' | sha256sum` says.
        let hash = "fbf6b30113a4b6418c623a96ed6844f17ef5751b908a16abaa919d0bcd6b7784";
        assert_eq!(manifest.lines().count(), 2);
        assert!(manifest.starts_with(&format!("{hash}  figures/table.csv\n")));
    }

    #[test]
    fn two_files_of_one_name_are_refused() {
        let mut pack = Pack::begin().expect("a pack");
        pack.add("a.csv", b"1").expect("a file");
        assert!(matches!(pack.add("a.csv", b"2"), Err(PackError::Twice(_))));
    }
}
