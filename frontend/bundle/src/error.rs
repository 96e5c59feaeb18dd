//! What can go wrong while bundling.

use std::path::{Path, PathBuf};

/// Why the site could not be made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BundleError {
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file in question.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The style sheet does not parse, or imports what is not there.
    #[error("the style sheet: {0}")]
    Style(String),
    /// The wasm does not fit the pinned wasm-bindgen.
    #[error("the front: {0}")]
    Wasm(String),
    /// A dependency brings a script of its own, which the site does not carry.
    #[error("the front needs the script {0}, which the bundle does not carry")]
    ForeignScript(String),
    /// Two files would have the same name in the manifest.
    #[error("two files are called {0}")]
    SameName(String),
}

impl BundleError {
    /// Says which file the system complained about.
    pub(crate) fn at(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}
