//! The course that every installation begins with.

use include_dir::{Dir, include_dir};

use crate::assembly::read;
use crate::course::Course;
use crate::finding::SourceError;

static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/starter");

/// The starter course.
///
/// # Errors
/// When a text of it breaks a rule; a test sees to it that none does.
pub fn starter() -> Result<Course, Vec<SourceError>> {
    read(source_of_starter())
}

/// The files of the starter course.
#[must_use]
pub fn source_of_starter() -> Vec<(String, String)> {
    let mut folders = vec![&STARTER];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        files.extend(folder.files().filter_map(|file| {
            Some((
                file.path().to_str()?.to_owned(),
                file.contents_utf8()?.to_owned(),
            ))
        }));
    }
    files.sort();
    files
}
