//! Changing a cohort and who is in it.

use domain::cascade::tally::ParticipationEvent;
use domain::ids::{CohortId, ParticipationId, PersonId};
use domain::people::Actor;
use domain::policy::Action;
use store::cohort::Cohort;
use store::participation::{Because, Participation};

use super::{allowed, clean_line, possible_trainers};
use crate::{FieldProblem, ServiceError, Services, audit, cascade, invitations, outbox};

/// Longest reason of a withdrawal, in characters.
const LONGEST_REASON: usize = 500;

/// Gives a cohort another title.
///
/// # Errors
/// [`ServiceError::Stale`] when somebody else changed the cohort since `revision`.
pub async fn rename(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    title: &str,
    revision: i64,
) -> Result<(), ServiceError> {
    let (by, standing) = allowed(services, actor, Action::EditCohort, cohort).await?;
    let title = clean_line("title", "cohort_title_missing", title)?;
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                if !store::cohort::rename(tx, cohort, &title, revision).await? {
                    return Err(ServiceError::Stale);
                }
                let detail = format!("{} → {title}", standing.cohort.title);
                audit::record(
                    &asker,
                    tx,
                    Some(by),
                    "cohort.renamed",
                    ("cohort", cohort.0),
                    &detail,
                )
                .await
            })
        }))
        .await
}

/// Names one more trainer of a cohort, from those of the institution.
///
/// # Errors
/// [`ServiceError::Invalid`] for somebody who is no trainer there.
pub async fn add_trainer(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    trainer: PersonId,
) -> Result<(), ServiceError> {
    let (by, standing) = allowed(services, actor, Action::EditCohort, cohort).await?;
    let possible = possible_trainers(services, &standing.cohort).await?;
    if !possible.iter().any(|(person, _)| *person == trainer) {
        return Err(ServiceError::field("trainer", "choice"));
    }
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                store::cohort::add_trainer(tx, cohort, trainer, asker.now()).await?;
                let institution = standing.cohort.institution;
                cascade::recount_trainers(tx, institution, &[trainer]).await?;
                let subject = ("cohort", cohort.0);
                audit::record(
                    &asker,
                    tx,
                    Some(by),
                    "cohort.trainer_added",
                    subject,
                    &trainer.to_string(),
                )
                .await
            })
        }))
        .await
}

/// The cohort, and the name of the colleague who is to be withdrawn from it.
///
/// # Errors
/// [`ServiceError::Hidden`] when they are not in the cohort, or it is none of the asker's business.
pub async fn to_withdraw(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    participation: ParticipationId,
) -> Result<(Cohort, String), ServiceError> {
    let (_, standing) = allowed(services, actor, Action::WithdrawPerson, cohort).await?;
    let found = participation_in(services, cohort, participation).await?;
    let person = store::person::by_id(services.store.read(), found.person).await?;
    Ok((standing.cohort, person.ok_or(ServiceError::Hidden)?.name))
}

/// Withdraws a colleague; the reason stays in the list, and every past count stays.
///
/// # Errors
/// [`ServiceError::Invalid`] without a reason.
pub async fn withdraw(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    participation: ParticipationId,
    reason: &str,
) -> Result<(), ServiceError> {
    let (by, _) = allowed(services, actor, Action::WithdrawPerson, cohort).await?;
    let found = participation_in(services, cohort, participation).await?;
    let reason = reason
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('\0', "");
    if reason.is_empty() {
        return Err(ServiceError::field("reason", "reason_missing"));
    }
    if reason.chars().count() > LONGEST_REASON {
        return Err(FieldProblem::new("reason", "text_long")
            .with("longest", LONGEST_REASON)
            .into());
    }
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let event = ParticipationEvent::Withdrawn;
                let because = Because {
                    event: asker.new_id(),
                    actor: Some(by),
                    at: asker.now(),
                    detail: &reason,
                };
                store::participation::record(tx, participation, event, because).await?;
                invitations::revoke_of_cohort(&asker, tx, cohort, &[found.person]).await?;
                // Nobody withdrawn is reminded of this cohort; what else they are part of goes on.
                let kinds = outbox::unasked();
                store::message::cancel_about(tx, participation, found.person, &kinds).await?;
                store::message::cancel_of_sessions_to(tx, cohort, &[found.person]).await?;
                let subject = ("person", found.person.0);
                audit::record(
                    &asker,
                    tx,
                    Some(by),
                    "participation.withdrawn",
                    subject,
                    &reason,
                )
                .await
            })
        }))
        .await
}

/// Enrols a withdrawn colleague again; without a password yet, they get a new invitation that
/// waits to be sent or printed.
///
/// # Errors
/// [`ServiceError::Hidden`] when they are not in the cohort.
pub async fn bring_back(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
    participation: ParticipationId,
) -> Result<(), ServiceError> {
    let (by, standing) = allowed(services, actor, Action::EnrolPeople, cohort).await?;
    let found = participation_in(services, cohort, participation).await?;
    if found.withdrawn.is_none() {
        return Ok(());
    }
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let event = ParticipationEvent::Invited;
                let because = Because {
                    event: asker.new_id(),
                    actor: Some(by),
                    at: asker.now(),
                    detail: "",
                };
                store::participation::record(tx, participation, event, because).await?;
                invitations::invite_to_cohort(
                    &asker,
                    tx,
                    &standing.cohort,
                    by,
                    &[found.person],
                    false,
                )
                .await?;
                let subject = ("person", found.person.0);
                audit::record(
                    &asker,
                    tx,
                    Some(by),
                    "participation.brought_back",
                    subject,
                    "",
                )
                .await
            })
        }))
        .await
}

async fn participation_in(
    services: &Services,
    cohort: CohortId,
    participation: ParticipationId,
) -> Result<Participation, ServiceError> {
    store::participation::by_id(services.store.read(), participation)
        .await?
        .filter(|found| found.cohort == cohort)
        .ok_or(ServiceError::Hidden)
}
