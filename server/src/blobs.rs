//! Files in a folder of the installation, or in a bucket of an S3 service.

#[cfg(feature = "s3")]
mod bucket;

use std::path::Path;
use std::sync::Arc;

use futures::stream::{StreamExt, TryStreamExt};
use object_store::buffered::BufWriter;
use object_store::local::LocalFileSystem;
use object_store::{ObjectStore, ObjectStoreExt, path};
use services::ports::{BlobError, Blobs, Pieces};
use tokio::io::AsyncWriteExt;

use crate::configuration::Configuration;

/// Bytes that are written at a time; of what is longer, this much is in memory twice.
const PIECE: usize = 1024 * 1024;

/// A place of files, each below the first two digits of its fingerprint, so that no folder has too
/// many. A file is there whole or not at all.
pub struct Files {
    place: Arc<dyn ObjectStore>,
    /// Bytes that are written at a time.
    piece: usize,
}

impl Files {
    /// The place that a configuration names: a bucket, or the folder `files` of the installation.
    ///
    /// # Errors
    /// One plain sentence when it cannot be used.
    pub async fn open(configuration: &Configuration) -> Result<Self, String> {
        match &configuration.files {
            None => Self::in_folder(&configuration.data.join("files")),
            Some(address) => Self::in_bucket(address).await,
        }
    }

    /// A folder; it is made when it is not there. A file is written under another name, brought to
    /// the disk, and renamed.
    ///
    /// # Errors
    /// One plain sentence when it cannot be used.
    pub fn in_folder(folder: &Path) -> Result<Self, String> {
        let cannot = |error: &dyn std::fmt::Display| {
            format!("cannot use the folder {}: {error}", folder.display())
        };
        std::fs::create_dir_all(folder).map_err(|error| cannot(&error))?;
        let files = LocalFileSystem::new_with_prefix(folder).map_err(|error| cannot(&error))?;
        Ok(Self {
            place: Arc::new(files.with_fsync(true)),
            piece: PIECE,
        })
    }

    #[cfg(not(feature = "s3"))]
    async fn in_bucket(address: &str) -> Result<Self, String> {
        Err(format!(
            "cannot use {address}: this kaskada was built without S3, which takes --features s3"
        ))
    }
}

#[async_trait::async_trait]
impl Blobs for Files {
    async fn put(&self, sha256: &str, mut bytes: Pieces) -> Result<(), BlobError> {
        let place = place(sha256)?;
        let writer = BufWriter::with_capacity(Arc::clone(&self.place), place, self.piece);
        let mut writer = writer.with_max_concurrency(1);
        let written = loop {
            match bytes.try_next().await {
                Ok(None) => break Ok(()),
                Ok(Some(piece)) => {
                    if let Err(error) = writer.put(piece).await {
                        break Err(failed(error));
                    }
                }
                Err(error) => break Err(error),
            }
        };
        if let Err(error) = written {
            // What went wrong first is what is told.
            if let Err(left) = writer.abort().await {
                tracing::warn!(error = %left, "a file that broke off may have left something behind");
            }
            return Err(error);
        }
        let kept = writer.shutdown().await;
        kept.map_err(|error| BlobError::Failed(error.to_string()))
    }

    async fn get(&self, sha256: &str) -> Result<Option<Pieces>, BlobError> {
        match self.place.get(&place(sha256)?).await {
            Ok(found) => Ok(Some(found.into_stream().map_err(failed).boxed())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }

    async fn has(&self, sha256: &str) -> Result<bool, BlobError> {
        match self.place.head(&place(sha256)?).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(failed(error)),
        }
    }
}

/// Where a file lies. Whatever is no fingerprint could lead out of it.
fn place(sha256: &str) -> Result<path::Path, BlobError> {
    let is_fingerprint = sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_fingerprint {
        return Err(BlobError::Failed(format!("{sha256:?} is no fingerprint")));
    }
    Ok(path::Path::from_iter([&sha256[..2], sha256]))
}

fn failed(error: object_store::Error) -> BlobError {
    BlobError::Failed(error.to_string())
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use futures::stream::{self, StreamExt, TryStreamExt};
    use services::hash_bytes;
    use services::ports::{BlobError, Blobs};
    use tempfile::TempDir;

    use super::Files;

    fn pieces(texts: &[&'static str]) -> services::ports::Pieces {
        let pieces: Vec<_> = texts.iter().map(|one| Ok(Bytes::from(*one))).collect();
        stream::iter(pieces).boxed()
    }

    #[tokio::test]
    async fn a_file_is_found_under_its_fingerprint_by_the_next_process_too() {
        let data = TempDir::new().expect("a folder");
        let name = hash_bytes(b"register");
        let folder = Files::in_folder(data.path()).expect("a folder");
        assert!(!folder.has(&name).await.expect("an answer"));
        assert!(folder.get(&name).await.expect("an answer").is_none());
        folder
            .put(&name, pieces(&["reg", "ister"]))
            .await
            .expect("kept");
        folder
            .put(&name, pieces(&["register"]))
            .await
            .expect("kept again");

        let next = Files::in_folder(data.path()).expect("a folder");
        assert!(next.has(&name).await.expect("an answer"));
        let found = next.get(&name).await.expect("an answer").expect("the file");
        let bytes: Vec<Bytes> = found.try_collect().await.expect("its bytes");
        assert_eq!(bytes.concat(), b"register");
    }

    #[tokio::test]
    async fn a_file_that_breaks_off_leaves_nothing() {
        let data = TempDir::new().expect("a folder");
        let folder = Files::in_folder(data.path()).expect("a folder");
        let name = hash_bytes(b"register");
        let broken = [Ok(Bytes::from("reg")), Err(BlobError::Nowhere)];
        let put = folder.put(&name, stream::iter(broken).boxed()).await;
        assert!(matches!(put, Err(BlobError::Nowhere)));
        assert!(!folder.has(&name).await.expect("an answer"));
    }

    #[tokio::test]
    async fn no_name_leads_out_of_the_folder() {
        let data = TempDir::new().expect("a folder");
        let folder = Files::in_folder(data.path()).expect("a folder");
        for name in ["", "../../etc/passwd", "aa/../../x"] {
            assert!(folder.put(name, pieces(&["x"])).await.is_err(), "{name}");
        }
    }
}
