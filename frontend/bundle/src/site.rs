//! The finished files: named by their content, compressed, listed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::BundleError;

/// Files of these kinds shrink when compressed; fonts and pictures are compressed already.
const COMPRESSIBLE: [&str; 5] = ["css", "js", "json", "svg", "wasm"];

/// The files of the site, by the name that the code knows them by.
#[derive(Default)]
pub(crate) struct Site {
    files: BTreeMap<String, File>,
}

struct File {
    hashed_name: String,
    content: Vec<u8>,
}

impl Site {
    /// Adds a file and returns the name it has on the site.
    pub(crate) fn add(&mut self, name: &str, content: Vec<u8>) -> Result<String, BundleError> {
        let hashed_name = hashed_name(name, &content);
        let file = File {
            hashed_name: hashed_name.clone(),
            content,
        };
        if self.files.insert(name.to_owned(), file).is_some() {
            return Err(BundleError::SameName(name.to_owned()));
        }
        Ok(hashed_name)
    }

    /// Writes what has changed, removes what is no longer part of the site, and says how large it is.
    pub(crate) fn write_to(&self, out: &Path) -> Result<String, BundleError> {
        fs::create_dir_all(out).map_err(BundleError::at(out))?;
        let mut kept = BTreeSet::from(["manifest.json".to_owned()]);
        let mut summary = String::new();
        for (name, file) in &self.files {
            let sent = write_file(out, file, &mut kept)?;
            summary.push_str(&format!(
                "{:>8} bytes, {sent:>7} sent  {name}\n",
                file.content.len()
            ));
        }
        let manifest: BTreeMap<&str, &str> = self
            .files
            .iter()
            .map(|(name, file)| (name.as_str(), file.hashed_name.as_str()))
            .collect();
        let manifest = serde_json::json!(manifest).to_string();
        write_if_changed(&out.join("manifest.json"), manifest.as_bytes())?;
        remove_all_but(out, &kept)?;
        Ok(summary.trim_end().to_owned())
    }
}

/// `main.css` becomes `main-1a2b3c4d.css`.
fn hashed_name(name: &str, content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    let hash: String = digest[..4]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
        None => format!("{name}-{hash}"),
    }
}

/// Writes one file with its compressed forms; returns the bytes that a browser is sent.
fn write_file(out: &Path, file: &File, kept: &mut BTreeSet<String>) -> Result<u64, BundleError> {
    let path = out.join(&file.hashed_name);
    let brotli_name = format!("{}.br", file.hashed_name);
    let gzip_name = format!("{}.gz", file.hashed_name);
    write_if_changed(&path, &file.content)?;
    kept.insert(file.hashed_name.clone());
    let extension = file.hashed_name.rsplit('.').next().unwrap_or_default();
    if !COMPRESSIBLE.contains(&extension) {
        return Ok(file.content.len() as u64);
    }
    // The name holds a hash of the content, so forms that are there are right.
    if !out.join(&brotli_name).exists() {
        write_if_changed(&out.join(&brotli_name), &brotli(&file.content))?;
    }
    if !out.join(&gzip_name).exists() {
        let gzip = gzip(&file.content).map_err(BundleError::at(&path))?;
        write_if_changed(&out.join(&gzip_name), &gzip)?;
    }
    let brotli_path = out.join(&brotli_name);
    kept.extend([brotli_name, gzip_name]);
    let sent = fs::metadata(&brotli_path).map_err(BundleError::at(&brotli_path))?;
    Ok(sent.len())
}

/// An untouched file keeps its time, so the server that embeds it is not built again.
fn write_if_changed(path: &Path, content: &[u8]) -> Result<(), BundleError> {
    if fs::read(path).is_ok_and(|present| present == content) {
        return Ok(());
    }
    // Written beside and moved, so that an interrupted run leaves no half file under a final name.
    let unfinished = path.with_extension("unfinished");
    fs::write(&unfinished, content).map_err(BundleError::at(&unfinished))?;
    fs::rename(&unfinished, path).map_err(BundleError::at(path))
}

fn remove_all_but(out: &Path, kept: &BTreeSet<String>) -> Result<(), BundleError> {
    for entry in fs::read_dir(out).map_err(BundleError::at(out))? {
        let entry = entry.map_err(BundleError::at(out))?;
        if !kept.contains(&*entry.file_name().to_string_lossy()) {
            fs::remove_file(entry.path()).map_err(BundleError::at(&entry.path()))?;
        }
    }
    Ok(())
}

fn brotli(content: &[u8]) -> Vec<u8> {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 4096, 11, 24);
    // Writing to memory cannot fail; an empty result would show at once.
    let _ = writer.write_all(content);
    drop(writer);
    compressed
}

fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(out: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(out)
            .expect("the site")
            .map(|entry| {
                entry
                    .expect("a file")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_named_by_its_content() {
        assert_eq!(
            hashed_name("main.css", b"a{}"),
            hashed_name("main.css", b"a{}")
        );
        assert_ne!(
            hashed_name("main.css", b"a{}"),
            hashed_name("main.css", b"b{}")
        );
        assert!(hashed_name("main.css", b"").ends_with(".css"));
    }

    #[test]
    fn text_lies_beside_its_compressed_forms_and_fonts_do_not() {
        let out = tempfile::tempdir().expect("a folder");
        let mut site = Site::default();
        let css = site.add("main.css", b"a{}".to_vec()).expect("css");
        let font = site.add("serif.woff2", vec![1, 2, 3]).expect("font");
        site.write_to(out.path()).expect("written");
        let mut expected = vec![
            css.clone(),
            format!("{css}.br"),
            format!("{css}.gz"),
            font,
            "manifest.json".to_owned(),
        ];
        expected.sort();
        assert_eq!(names(out.path()), expected);
    }

    #[test]
    fn what_is_no_longer_part_of_the_site_goes() {
        let out = tempfile::tempdir().expect("a folder");
        let mut before = Site::default();
        let old = before.add("main.css", b"old{}".to_vec()).expect("css");
        before.write_to(out.path()).expect("written");
        let mut after = Site::default();
        after.add("main.css", b"new{}".to_vec()).expect("css");
        after.write_to(out.path()).expect("written");
        assert!(!names(out.path()).contains(&old));
    }

    #[test]
    fn an_unchanged_file_is_not_written_again() {
        let out = tempfile::tempdir().expect("a folder");
        let mut site = Site::default();
        let css = site.add("main.css", b"a{}".to_vec()).expect("css");
        site.write_to(out.path()).expect("written");
        let time = || {
            fs::metadata(out.path().join(&css))
                .and_then(|meta| meta.modified())
                .expect("a time")
        };
        let first = time();
        std::thread::sleep(std::time::Duration::from_millis(20));
        site.write_to(out.path()).expect("written");
        assert_eq!(first, time());
    }

    #[test]
    fn two_files_of_one_name_are_refused() {
        let mut site = Site::default();
        site.add("mark.svg", b"1".to_vec()).expect("the first");
        assert!(matches!(
            site.add("mark.svg", b"2".to_vec()),
            Err(BundleError::SameName(_))
        ));
    }
}
