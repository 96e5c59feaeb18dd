//! Files in a folder of the installation.

use std::path::Path;

use futures::stream::{StreamExt, TryStreamExt};
use object_store::local::LocalFileSystem;
use object_store::{ObjectStoreExt, WriteMultipart, path};
use services::ports::{BlobError, Blobs, Pieces};

/// Bytes that are written at a time.
const PIECE: usize = 1024 * 1024;

/// A folder of files, each in a folder of its first two digits, so that none has too many. A file
/// is written under another name, brought to the disk, and renamed: it is there whole or not at all.
pub struct Folder {
    files: LocalFileSystem,
}

impl Folder {
    /// Opens a folder; it is made when it is not there.
    ///
    /// # Errors
    /// One plain sentence when it cannot be used.
    pub fn open(folder: &Path) -> Result<Self, String> {
        let cannot = |error: &dyn std::fmt::Display| {
            format!("cannot use the folder {}: {error}", folder.display())
        };
        std::fs::create_dir_all(folder).map_err(|error| cannot(&error))?;
        let files = LocalFileSystem::new_with_prefix(folder).map_err(|error| cannot(&error))?;
        Ok(Self {
            files: files.with_fsync(true),
        })
    }
}

#[async_trait::async_trait]
impl Blobs for Folder {
    async fn put(&self, sha256: &str, mut bytes: Pieces) -> Result<(), BlobError> {
        let upload = self
            .files
            .put_multipart(&place(sha256)?)
            .await
            .map_err(failed)?;
        let mut writer = WriteMultipart::new_with_chunk_size(upload, PIECE);
        loop {
            match bytes.try_next().await {
                Ok(Some(piece)) => {
                    writer.wait_for_capacity(1).await.map_err(failed)?;
                    writer.put(piece);
                }
                Ok(None) => break,
                Err(error) => {
                    writer.abort().await.map_err(failed)?;
                    return Err(error);
                }
            }
        }
        writer.finish().await.map_err(failed)?;
        Ok(())
    }

    async fn get(&self, sha256: &str) -> Result<Option<Pieces>, BlobError> {
        match self.files.get(&place(sha256)?).await {
            Ok(found) => Ok(Some(found.into_stream().map_err(failed).boxed())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }

    async fn has(&self, sha256: &str) -> Result<bool, BlobError> {
        match self.files.head(&place(sha256)?).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(failed(error)),
        }
    }
}

/// Where a file lies. Whatever is no fingerprint could lead out of the folder.
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

    use super::Folder;

    fn pieces(texts: &[&'static str]) -> services::ports::Pieces {
        let pieces: Vec<_> = texts.iter().map(|one| Ok(Bytes::from(*one))).collect();
        stream::iter(pieces).boxed()
    }

    #[tokio::test]
    async fn a_file_is_found_under_its_fingerprint_by_the_next_process_too() {
        let data = TempDir::new().expect("a folder");
        let name = hash_bytes(b"register");
        let folder = Folder::open(data.path()).expect("a folder");
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

        let next = Folder::open(data.path()).expect("a folder");
        assert!(next.has(&name).await.expect("an answer"));
        let found = next.get(&name).await.expect("an answer").expect("the file");
        let bytes: Vec<Bytes> = found.try_collect().await.expect("its bytes");
        assert_eq!(bytes.concat(), b"register");
    }

    #[tokio::test]
    async fn a_file_that_breaks_off_leaves_nothing() {
        let data = TempDir::new().expect("a folder");
        let folder = Folder::open(data.path()).expect("a folder");
        let name = hash_bytes(b"register");
        let broken = [Ok(Bytes::from("reg")), Err(BlobError::Nowhere)];
        let put = folder.put(&name, stream::iter(broken).boxed()).await;
        assert!(matches!(put, Err(BlobError::Nowhere)));
        assert!(!folder.has(&name).await.expect("an answer"));
    }

    #[tokio::test]
    async fn no_name_leads_out_of_the_folder() {
        let data = TempDir::new().expect("a folder");
        let folder = Folder::open(data.path()).expect("a folder");
        for name in ["", "../../etc/passwd", "aa/../../x"] {
            assert!(folder.put(name, pieces(&["x"])).await.is_err(), "{name}");
        }
    }
}
