//! The audit log: who did what to whom, append-only.

use domain::clock::Timestamp;
use domain::ids::{AuditId, PersonId};
use sea_orm::{
    ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set, entity::prelude::*,
};

use crate::StoreError;
use crate::entity::audit::{ActiveModel, Column, Entity};

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which one.
    pub id: AuditId,
    /// Who did it; nobody when the installation did.
    pub actor: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// What: a word such as `role.given`.
    pub action: String,
    /// The kind of thing it was done to: a word of product.md §2.
    pub subject_kind: String,
    /// The thing.
    pub subject: Option<Uuid>,
    /// What the word leaves out, for a reader.
    pub detail: String,
}

/// Adds a line.
///
/// # Errors
/// When the database fails.
pub async fn record(db: &impl ConnectionTrait, entry: Entry) -> Result<(), StoreError> {
    let row = ActiveModel {
        id: Set(entry.id.0),
        actor_id: Set(entry.actor.map(|actor| actor.0)),
        at: Set(entry.at.0),
        action: Set(entry.action),
        subject_kind: Set(entry.subject_kind),
        subject_id: Set(entry.subject),
        detail: Set(entry.detail),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// What was done to a thing, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn of_subject(
    db: &impl ConnectionTrait,
    subject: Uuid,
    limit: u64,
) -> Result<Vec<Entry>, StoreError> {
    let rows = Entity::find()
        .filter(Column::SubjectId.eq(subject))
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Entry {
            id: AuditId(row.id),
            actor: row.actor_id.map(PersonId),
            at: Timestamp(row.at),
            action: row.action,
            subject_kind: row.subject_kind,
            subject: row.subject_id,
            detail: row.detail,
        })
        .collect())
}
