//! A small course without mistakes, for tests that make one.

use std::collections::BTreeMap;

use curriculum::{Course, SourceError, read};

pub(crate) const COURSE: &str = "course.en.md";
pub(crate) const MODULE: &str = "m1/module.en.md";
pub(crate) const UNIT: &str = "m1/1-first.en.md";
pub(crate) const UNIT_SQ: &str = "m1/1-first.sq.md";

/// The files of a course, by path.
#[derive(Clone)]
pub(crate) struct Sample(BTreeMap<String, String>);

impl Sample {
    /// A course of one module with two units, in English.
    pub(crate) fn english() -> Self {
        let files = [
            (COURSE, include_str!("course.en.md")),
            (MODULE, include_str!("module.en.md")),
            (UNIT, include_str!("first.en.md")),
            ("m1/2-second.en.md", include_str!("first.en.md")),
        ];
        Self(
            files
                .map(|(path, text)| (path.to_owned(), text.to_owned()))
                .into(),
        )
    }

    /// The same with the first unit also in Albanian.
    pub(crate) fn partly_albanian() -> Self {
        Self::english().with(UNIT_SQ, include_str!("first.sq.md"))
    }

    /// With a file added or replaced.
    pub(crate) fn with(mut self, path: &str, text: &str) -> Self {
        self.0.insert(path.to_owned(), text.to_owned());
        self
    }

    /// Without a file.
    pub(crate) fn without(mut self, path: &str) -> Self {
        self.0.remove(path).expect("a file of the sample");
        self
    }

    /// With a text of a file replaced by another.
    pub(crate) fn change(self, path: &str, from: &str, to: &str) -> Self {
        let text = self.0.get(path).expect("a file of the sample");
        assert!(text.contains(from), "{path} does not hold {from:?}");
        let changed = text.replacen(from, to, 1);
        self.with(path, &changed)
    }

    pub(crate) fn files(&self) -> Vec<(String, String)> {
        self.0.clone().into_iter().collect()
    }

    pub(crate) fn read(&self) -> Result<Course, Vec<SourceError>> {
        read(self.files())
    }

    /// Asserts that reading finds an error in `file`, on the line that holds `at`, saying `says`.
    #[track_caller]
    pub(crate) fn is_refused(&self, file: &str, at: &str, says: &str) {
        let errors = self.read().expect_err("a refusal");
        let text = self.0.get(file).map_or("", String::as_str);
        let line = text
            .lines()
            .position(|line| line.contains(at))
            .map_or(1, |index| index + 1);
        let found = errors
            .iter()
            .any(|error| error.file == file && error.line == line && error.message.contains(says));
        let list: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert!(
            found,
            "no error {says:?} at {file}:{line} among:\n{}",
            list.join("\n")
        );
    }
}
