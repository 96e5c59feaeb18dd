//! What a refused form keeps until its page is shown again.

use domain::clock::Timestamp;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, Set, entity::prelude::*};

use crate::StoreError;
use crate::entity::flash::{ActiveModel, Column, Entity};

/// Keeps a body under a token's hash until `expires_at`, and forgets what has expired.
///
/// # Errors
/// When the database fails.
pub async fn keep(
    db: &impl ConnectionTrait,
    token_hash: &str,
    body: String,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    Entity::delete_many()
        .filter(Column::ExpiresAt.lt(now.0))
        .exec(db)
        .await?;
    let row = ActiveModel {
        token_hash: Set(token_hash.to_owned()),
        body: Set(body),
        expires_at: Set(expires_at.0),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// What was kept under a token's hash, if it has not expired.
///
/// # Errors
/// When the database fails.
pub async fn find(
    db: &impl ConnectionTrait,
    token_hash: &str,
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    let row = Entity::find_by_id(token_hash.to_owned()).one(db).await?;
    Ok(row.filter(|row| row.expires_at > now.0).map(|row| row.body))
}

/// Forgets what was kept.
///
/// # Errors
/// When the database fails.
pub async fn forget(db: &impl ConnectionTrait, token_hash: &str) -> Result<(), StoreError> {
    Entity::delete_by_id(token_hash.to_owned()).exec(db).await?;
    Ok(())
}
