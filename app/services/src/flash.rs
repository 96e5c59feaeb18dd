//! What a refused form keeps until its page is shown again.

use serde::Serialize;
use serde::de::DeserializeOwned;
use store::StoreError;

use crate::sign_in::FLASH;
use crate::{ServiceError, Services, hash_token};

/// Keeps what a form left; answers the token under which [`take`] gives it back once.
///
/// # Errors
/// When the database fails.
pub async fn keep(services: &Services, left: &impl Serialize) -> Result<String, ServiceError> {
    let body = serde_json::to_string(left).map_err(StoreError::from)?;
    let token = services.new_token();
    let hash = hash_token(&token);
    let now = services.now();
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(
                async move { Ok(store::flash::keep(tx, &hash, body, now, now.plus(FLASH)).await?) },
            )
        }))
        .await?;
    Ok(token)
}

/// What was kept under a token, once.
///
/// # Errors
/// When the database fails.
pub async fn take<T: DeserializeOwned>(
    services: &Services,
    token: &str,
) -> Result<Option<T>, ServiceError> {
    let found = look(services, token).await?;
    if found.is_some() {
        forget(services, token).await?;
    }
    Ok(found)
}

/// What is kept under a token; it stays.
///
/// # Errors
/// When the database fails.
pub async fn look<T: DeserializeOwned>(
    services: &Services,
    token: &str,
) -> Result<Option<T>, ServiceError> {
    let hash = hash_token(token);
    let found = store::flash::find(services.store.read(), &hash, services.now()).await?;
    // What an older version left in another shape is not worth an error.
    Ok(found.and_then(|body| serde_json::from_str(&body).ok()))
}

/// Forgets what is kept under a token.
///
/// # Errors
/// When the database fails.
pub async fn forget(services: &Services, token: &str) -> Result<(), ServiceError> {
    let hash = hash_token(token);
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move { Ok(store::flash::forget(tx, &hash).await?) })
        }))
        .await
}
