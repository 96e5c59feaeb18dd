//! What is wrong with a course's source, for the person who writes it.

use std::cell::RefCell;

use thiserror::Error;

/// One thing to correct.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Error)]
#[error("{file}:{line}: {message}")]
pub struct SourceError {
    /// The file, relative to the course's folder.
    pub file: String,
    /// The line in the file, counted from 1.
    pub line: usize,
    /// A sentence that says what to do.
    pub message: String,
}

/// Collects what the checks find, so that one error never hides another.
#[derive(Default)]
pub(crate) struct Findings(RefCell<Vec<SourceError>>);

/// The findings in one file.
#[derive(Clone, Copy)]
pub(crate) struct FileFindings<'a> {
    all: &'a Findings,
    file: &'a str,
}

impl Findings {
    pub(crate) fn in_file<'a>(&'a self, file: &'a str) -> FileFindings<'a> {
        FileFindings { all: self, file }
    }

    /// Everything found, in the order of files and lines.
    pub(crate) fn into_sorted(self) -> Vec<SourceError> {
        let mut errors = self.0.into_inner();
        errors.sort();
        errors.dedup();
        errors
    }
}

impl FileFindings<'_> {
    pub(crate) fn add(self, line: usize, message: impl Into<String>) {
        let error = SourceError {
            file: self.file.to_owned(),
            line: line.max(1),
            message: message.into(),
        };
        self.all.0.borrow_mut().push(error);
    }
}
