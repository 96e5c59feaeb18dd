//! The audit log: who did what to whom.

use domain::ids::{AuditId, PersonId};
use store::ConnectionTrait;
use store::audit::Entry;
use uuid::Uuid;

use crate::{ServiceError, Services};

/// Adds a line in the transaction that does what it says. `action` is a word such as
/// `role.given`; `kind` and `id` name what it was done to, in the words of product.md §2.
///
/// # Errors
/// When the database fails.
pub async fn record(
    services: &Services,
    tx: &impl ConnectionTrait,
    actor: Option<PersonId>,
    action: &str,
    (kind, id): (&str, Uuid),
    detail: &str,
) -> Result<(), ServiceError> {
    let entry = Entry {
        id: AuditId(services.new_id()),
        actor,
        at: services.now(),
        action: action.to_owned(),
        subject_kind: kind.to_owned(),
        subject: Some(id),
        detail: detail.to_owned(),
    };
    Ok(store::audit::record(tx, entry).await?)
}
