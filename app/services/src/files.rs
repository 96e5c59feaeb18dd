//! Files under their fingerprint: checked when they are kept and again whenever they are read.

use bytes::Bytes;
use futures::stream::{self, StreamExt, TryStreamExt};
use sha2::{Digest, Sha256};

use crate::ports::{BlobError, Pieces};
use crate::{ServiceError, Services};

/// Keeps a file that stands in memory; answers its fingerprint.
///
/// # Errors
/// When the place for files fails.
pub(crate) async fn keep(services: &Services, bytes: Bytes) -> Result<String, ServiceError> {
    let sha256 = crate::hash_bytes(&bytes);
    let pieces = stream::iter([Ok(bytes)]).boxed();
    services.blobs.put(&sha256, pieces).await?;
    Ok(sha256)
}

/// Keeps a file that comes piece by piece, whose fingerprint is known already.
///
/// # Errors
/// [`BlobError::Damaged`] when the bytes have another fingerprint; when the place for files fails.
pub(crate) async fn keep_pieces(
    services: &Services,
    sha256: &str,
    pieces: Pieces,
) -> Result<(), ServiceError> {
    let pieces = verified(sha256.to_owned(), pieces);
    Ok(services.blobs.put(sha256, pieces).await?)
}

/// A file's bytes. Should they not be those that were kept, the last of them never comes: whoever
/// reads gets an error and no whole file.
///
/// # Errors
/// [`BlobError::Damaged`] when the file is gone; when the place for files fails.
pub(crate) async fn read(services: &Services, sha256: &str) -> Result<Pieces, ServiceError> {
    let pieces = services.blobs.get(sha256).await?;
    let pieces = pieces.ok_or_else(|| BlobError::Damaged(sha256.to_owned()))?;
    Ok(verified(sha256.to_owned(), pieces))
}

/// Passes pieces on, each only when the next has come, and the last only when all of them
/// together have the fingerprint.
fn verified(sha256: String, pieces: Pieces) -> Pieces {
    let begin = (pieces, Sha256::new(), None::<Bytes>, sha256);
    stream::try_unfold(Some(begin), |state| async move {
        let Some((mut pieces, mut hasher, mut held, sha256)) = state else {
            return Ok(None);
        };
        loop {
            let Some(piece) = pieces.try_next().await? else {
                if hex::encode(hasher.finalize()) != sha256 {
                    return Err(BlobError::Damaged(sha256));
                }
                return Ok(held.map(|last| (last, None)));
            };
            hasher.update(&piece);
            if let Some(before) = held.replace(piece) {
                return Ok(Some((before, Some((pieces, hasher, held, sha256)))));
            }
        }
    })
    .boxed()
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use futures::stream::{self, StreamExt};

    use super::verified;
    use crate::hash_bytes;
    use crate::ports::BlobError;

    async fn read(sha256: String, pieces: &[&'static str]) -> Vec<Result<Bytes, BlobError>> {
        let pieces: Vec<_> = pieces.iter().map(|one| Ok(Bytes::from(*one))).collect();
        verified(sha256, stream::iter(pieces).boxed())
            .collect()
            .await
    }

    #[tokio::test]
    async fn a_whole_file_comes_as_it_was_kept() {
        let pieces = read(hash_bytes(b"register"), &["reg", "is", "ter"]).await;
        let whole: Vec<Bytes> = pieces
            .into_iter()
            .map(|one| one.expect("a piece"))
            .collect();
        assert_eq!(whole.concat(), b"register");
        assert!(read(hash_bytes(b""), &[]).await.is_empty());
    }

    #[tokio::test]
    async fn a_damaged_file_never_comes_to_its_end() {
        let pieces = read(hash_bytes(b"register"), &["reg", "is", "tar"]).await;
        let whole: Vec<Bytes> = pieces.iter().flatten().cloned().collect();
        assert_eq!(whole.concat(), b"regis");
        assert!(matches!(pieces.last(), Some(Err(BlobError::Damaged(_)))));
    }
}
