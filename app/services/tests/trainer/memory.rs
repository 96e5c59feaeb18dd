//! A place for files that forgets them with the test, and can lose or spoil one.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use futures::stream::{self, StreamExt, TryStreamExt};
use services::ports::{BlobError, Blobs, Pieces};

#[derive(Default)]
pub struct Memory(Mutex<HashMap<String, Bytes>>);

impl Memory {
    fn files(&self) -> std::sync::MutexGuard<'_, HashMap<String, Bytes>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Loses a file, as a disk might.
    pub fn lose(&self, sha256: &str) -> Option<Bytes> {
        self.files().remove(sha256)
    }

    /// Puts other bytes in a file's place.
    pub fn spoil(&self, sha256: &str, bytes: &'static [u8]) {
        self.files()
            .insert(sha256.to_owned(), Bytes::from_static(bytes));
    }
}

#[async_trait::async_trait]
impl Blobs for Memory {
    async fn put(&self, sha256: &str, bytes: Pieces) -> Result<(), BlobError> {
        let pieces: Vec<Bytes> = bytes.try_collect().await?;
        self.files()
            .insert(sha256.to_owned(), pieces.concat().into());
        Ok(())
    }

    async fn get(&self, sha256: &str) -> Result<Option<Pieces>, BlobError> {
        let found = self.files().get(sha256).cloned();
        Ok(found.map(|bytes| stream::iter([Ok(bytes)]).boxed()))
    }

    async fn has(&self, sha256: &str) -> Result<bool, BlobError> {
        Ok(self.files().contains_key(sha256))
    }
}
