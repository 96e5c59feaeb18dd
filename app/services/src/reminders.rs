//! Reminding somebody who stopped.

use domain::clock::DAY;
use domain::ids::{CohortId, ParticipationId};
use domain::people::Actor;
use domain::policy::Action;

use crate::outbox::{self, Note, SeenBy};
use crate::{ServiceError, Services, cohorts};

/// Sends a colleague of a cohort a friendly reminder; one a day is enough, however often somebody
/// presses the button.
///
/// # Errors
/// [`ServiceError::Hidden`] when the cohort is none of the asker's business; a problem of
/// `remind` when they have not joined yet or have no address.
pub async fn remind(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    participation: ParticipationId,
) -> Result<(), ServiceError> {
    let (by, standing) =
        cohorts::allowed(services, actor, Action::ResendInvitation, cohort).await?;
    let read = services.store.read();
    let found = store::participation::by_id(read, participation)
        .await?
        .filter(|found| found.cohort == cohort && found.withdrawn.is_none())
        .ok_or(ServiceError::Hidden)?;
    let known = store::person::by_id(read, found.person)
        .await?
        .ok_or(ServiceError::Hidden)?;
    if !known.has_password {
        return Err(ServiceError::field("remind", "remind_not_joined"));
    }
    let inviter = store::person::by_id(read, by)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let cohort = standing.cohort;
    let note = Note {
        kind: "reminder",
        person: found.person,
        dedupe_key: format!("reminder:{participation}:{}", services.now().0 / DAY),
        values: vec![
            ("cohort".to_owned(), cohort.title),
            ("inviter".to_owned(), inviter.name),
        ],
        seen_by: SeenBy {
            author: Some(by),
            institution: Some(cohort.institution),
            programme: Some(cohort.programme),
        },
    };
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let language = inviter.language.unwrap_or_default();
                match outbox::queue(&asker, tx, vec![note], language).await? {
                    0 => Err(ServiceError::field("remind", "remind_no_address")),
                    _ => Ok(()),
                }
            })
        }))
        .await
}
