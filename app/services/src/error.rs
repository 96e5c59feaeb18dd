//! Why a use case did not happen.

use store::StoreError;

use crate::ports::BlobError;

/// Something wrong with one field of a form.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FieldProblem {
    /// The form field's name.
    pub field: String,
    /// The message key's end: the sentence is `problem-{code}`.
    pub code: String,
    /// Values the sentence names.
    pub values: Vec<(String, String)>,
}

impl FieldProblem {
    /// A problem whose sentence names no values.
    #[must_use]
    pub fn new(field: &str, code: &str) -> Self {
        Self {
            field: field.into(),
            code: code.into(),
            values: Vec::new(),
        }
    }

    /// Adds a value that the sentence names.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.values.push((name.into(), value.to_string()));
        self
    }
}

/// Why a use case did not happen. Nothing is half-written with any of these.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// There is no such thing, or it is none of the asker's business: both look the same.
    #[error("not found")]
    Hidden,
    /// Only signed-in people can do this.
    #[error("sign in first")]
    SignIn,
    /// What was typed cannot be taken.
    #[error("{} field(s) need mending", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// Somebody else changed the same thing in between.
    #[error("changed by somebody else meanwhile")]
    Stale,
    /// Too many tries; the next may succeed after this many seconds.
    #[error("too many tries; wait {0} s")]
    Wait(u64),
    /// The machine could not hash a password.
    #[error("a password could not be hashed")]
    Hashing,
    /// A file could not be kept or read.
    #[error(transparent)]
    Blob(#[from] BlobError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ServiceError {
    /// One field's problem as an error.
    #[must_use]
    pub fn field(field: &str, code: &str) -> Self {
        Self::Invalid(vec![FieldProblem::new(field, code)])
    }
}

impl From<FieldProblem> for ServiceError {
    fn from(problem: FieldProblem) -> Self {
        Self::Invalid(vec![problem])
    }
}
