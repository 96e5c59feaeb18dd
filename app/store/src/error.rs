//! What can go wrong between Kaskada and its database.

use sea_orm::DbErr;

/// A failure of the database itself. "Not found" is `Ok(None)`, never one of these.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused or lost a statement.
    #[error("the database did not do what it was asked: {0}")]
    Database(#[from] DbErr),
    /// A document kept as JSON does not read back.
    #[error("a stored document is damaged: {0}")]
    Document(#[from] serde_json::Error),
    /// The one writer of an embedded database is gone; nothing more can be kept.
    #[error("the database writer has stopped")]
    WriterStopped,
    /// Something that was asked for came without an answer: it was not kept.
    #[error("something was asked for and not answered")]
    Unanswered,
    /// A write panicked; it left nothing behind.
    #[error("a write failed unexpectedly and was taken back")]
    Panicked,
}
