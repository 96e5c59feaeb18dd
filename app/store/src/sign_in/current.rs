//! The sign-ins in use, in memory: every page of somebody signed in begins with who they are.

use std::sync::Arc;

use super::{SignIn, find};
use crate::current::Current;
use crate::{Store, StoreError};

/// Sign-ins by the hash of their token.
pub(crate) type SignIns = Current<Arc<SignIn>>;

/// Most sign-ins kept.
const MOST: u64 = 10_000;

/// No sign-in yet.
pub(crate) fn none_yet() -> SignIns {
    Current::new(&["sign_in", "person", "role_grant"], MOST)
}

/// The sign-in of a token's hash, as it is now.
///
/// # Errors
/// When the database fails.
pub async fn current(store: &Store, token_hash: &str) -> Result<Option<Arc<SignIn>>, StoreError> {
    let read = async { Ok(find(store.read(), token_hash).await?.map(Arc::new)) };
    match &store.kept {
        Some(kept) => kept.sign_ins.of(token_hash, read).await,
        None => read.await,
    }
}
