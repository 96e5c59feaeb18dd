//! Whether somebody wants reminders and digests: said on their account, or by the link that every
//! such letter carries and that needs no sign-in.
//!
//! Looking at the link changes nothing, because mail scanners follow links; only the button does.

use domain::ids::PersonId;
use domain::people::Actor;
use store::DatabaseTransaction;

use crate::access::oneself;
use crate::{ServiceError, Services, audit, hash_token, outbox};

/// Whether the person wants reminders and digests.
///
/// # Errors
/// When the database fails.
pub(crate) async fn wants(services: &Services, person: PersonId) -> Result<bool, ServiceError> {
    Ok(!store::letter_refusal::of(services.store.read(), person).await?)
}

/// Chooses for oneself.
///
/// # Errors
/// [`ServiceError::SignIn`] for a visitor.
pub async fn choose(services: &Services, actor: &Actor, wanted: bool) -> Result<(), ServiceError> {
    let person = oneself(actor)?;
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                if !wanted {
                    return refuse(&asker, tx, person).await;
                }
                store::letter_refusal::take_back(tx, person).await?;
                let subject = ("person", person.0);
                audit::record(&asker, tx, Some(person), "letters.wanted", subject, "").await
            })
        }))
        .await
}

/// Whether a link out of a letter stops anybody's reminders.
///
/// # Errors
/// When the database fails.
pub async fn is_known(services: &Services, token: &str) -> Result<bool, ServiceError> {
    let found = store::message::stops(services.store.read(), &hash_token(token)).await?;
    Ok(found.is_some())
}

/// Stops the reminders and digests of whoever got the letter with this link. Doing it again
/// changes nothing.
///
/// # Errors
/// [`ServiceError::Hidden`] when no letter carried it.
pub async fn stop(services: &Services, token: &str) -> Result<(), ServiceError> {
    let (asker, hash) = (services.clone(), hash_token(token));
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let person = store::message::stops(tx, &hash).await?;
                refuse(&asker, tx, person.ok_or(ServiceError::Hidden)?).await
            })
        }))
        .await
}

/// Nothing more is written, and what waits is held back.
async fn refuse(
    services: &Services,
    tx: &DatabaseTransaction,
    person: PersonId,
) -> Result<(), ServiceError> {
    store::letter_refusal::refuse(tx, person, services.now()).await?;
    store::message::cancel_to(tx, person, &outbox::unasked()).await?;
    let subject = ("person", person.0);
    audit::record(services, tx, Some(person), "letters.refused", subject, "").await
}
