//! Inviting colleagues to a cohort; inviting anybody again; taking invitations back.

use domain::ids::{CohortId, InvitationId, PersonId};
use domain::people::Actor;
use domain::policy::Action;
use store::cohort::Cohort;
use store::invitation::{Invitation, NewInvitation, Purpose, Standing};
use store::{ConnectionTrait, DatabaseTransaction};

use super::letters::{queue_letters, queue_role_letter};
use super::role::allow_role;
use crate::access::{CohortStanding, allow};
use crate::outbox::INVITATION;
use crate::{ServiceError, Services, audit};

/// Invites many colleagues to a cohort, in the transaction that enrols them: one invitation each,
/// and a letter each when `send` (people without an address get none). Links and codes are made
/// when letters go out or slips are printed. The caller has made sure that `by` may do this.
///
/// # Errors
/// When the database fails.
pub async fn invite_to_cohort(
    services: &Services,
    tx: &DatabaseTransaction,
    cohort: &Cohort,
    by: PersonId,
    people: &[PersonId],
    send: bool,
) -> Result<(), ServiceError> {
    let now = services.now();
    let invitations: Vec<NewInvitation> = people
        .iter()
        .map(|person| new(services, Purpose::Cohort(cohort.id), *person))
        .collect();
    store::invitation::keep_many(tx, &invitations, Some(by), now).await?;
    if send {
        let invited: Vec<_> = invitations
            .iter()
            .zip(people)
            .map(|(new, person)| (new.id, *person))
            .collect();
        queue_letters(services, tx, cohort, by, &invited).await?;
    }
    Ok(())
}

/// Takes back the invitations of people whose enrolment is undone, and holds back their letters,
/// in the transaction that undoes it.
///
/// # Errors
/// When the database fails.
pub async fn revoke_of_cohort(
    services: &Services,
    tx: &DatabaseTransaction,
    cohort: CohortId,
    people: &[PersonId],
) -> Result<(), ServiceError> {
    let gone: std::collections::HashSet<PersonId> = people.iter().copied().collect();
    let ids: Vec<InvitationId> = store::invitation::of_cohort(tx, cohort)
        .await?
        .into_iter()
        .filter(|one| one.person.is_some_and(|person| gone.contains(&person)))
        .map(|one| one.id)
        .collect();
    take_back(services, tx, &ids).await
}

/// Queues a letter for everybody in a cohort who has not accepted yet; whoever got one in the
/// last minutes gets no second. Answers how many people it concerns.
///
/// # Errors
/// [`ServiceError::Hidden`] when the cohort is none of the asker's business.
pub async fn send_waiting(
    services: &Services,
    actor: &Actor,
    cohort: CohortId,
) -> Result<usize, ServiceError> {
    let standing = CohortStanding::of(services.store.read(), cohort).await?;
    allow(actor, Action::ResendInvitation, &standing.subject())?;
    let by = actor.person().ok_or(ServiceError::SignIn)?;
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let now = asker.now();
                let waiting: Vec<_> = store::invitation::of_cohort(tx, cohort)
                    .await?
                    .into_iter()
                    .filter(|one| matches!(one.standing(now), Standing::Open | Standing::Expired))
                    .filter_map(|one| Some((one.id, one.person?)))
                    .collect();
                queue_letters(&asker, tx, &standing.cohort, by, &waiting).await?;
                Ok(waiting.len())
            })
        }))
        .await
}

/// Queues the letter of one invitation again, with a new link; the earlier link stops working.
///
/// # Errors
/// [`ServiceError::Hidden`] when it is none of the asker's business or was accepted or taken back.
pub async fn resend(
    services: &Services,
    actor: &Actor,
    id: InvitationId,
) -> Result<(), ServiceError> {
    let invitation = allowed(services, actor, Action::ResendInvitation, id).await?;
    if matches!(
        invitation.standing(services.now()),
        Standing::Used | Standing::Revoked
    ) {
        return Err(ServiceError::Hidden);
    }
    let by = actor.person().ok_or(ServiceError::SignIn)?;
    let person = invitation.person.ok_or(ServiceError::Hidden)?;
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                match invitation.purpose {
                    Purpose::Cohort(cohort) => {
                        let cohort = store::cohort::by_id(tx, cohort)
                            .await?
                            .ok_or(ServiceError::Hidden)?;
                        queue_letters(&asker, tx, &cohort, by, &[(id, person)]).await
                    }
                    Purpose::Role(role) => {
                        queue_role_letter(&asker, tx, role, by, (id, person), None).await
                    }
                    Purpose::Reset | Purpose::Address(_) | Purpose::Setup => {
                        Err(ServiceError::Hidden)
                    }
                }
            })
        }))
        .await
}

/// Makes an invitation unusable.
///
/// # Errors
/// [`ServiceError::Hidden`] when it is none of the asker's business.
pub async fn revoke(
    services: &Services,
    actor: &Actor,
    id: InvitationId,
) -> Result<(), ServiceError> {
    let invitation = allowed(services, actor, Action::RevokeInvitation, id).await?;
    let by = actor.person();
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                take_back(&asker, tx, &[id]).await?;
                let subject = ("person", invitation.person.map_or(id.0, |person| person.0));
                audit::record(&asker, tx, by, "invitation.revoked", subject, "").await
            })
        }))
        .await
}

/// The invitation, when the actor may do this with it.
async fn allowed(
    services: &Services,
    actor: &Actor,
    action: Action,
    id: InvitationId,
) -> Result<Invitation, ServiceError> {
    actor.person().ok_or(ServiceError::SignIn)?;
    let read = services.store.read();
    let invitation = store::invitation::by_id(read, id)
        .await?
        .ok_or(ServiceError::Hidden)?;
    match &invitation.purpose {
        Purpose::Cohort(cohort) => {
            let standing = CohortStanding::of(read, *cohort).await?;
            allow(actor, action, &standing.subject())?;
        }
        // Whoever may invite to a role may invite again and take back.
        Purpose::Role(role) => allow_role(services, actor, role).await?,
        Purpose::Reset | Purpose::Address(_) | Purpose::Setup => return Err(ServiceError::Hidden),
    }
    Ok(invitation)
}

pub(super) fn new(services: &Services, purpose: Purpose, person: PersonId) -> NewInvitation {
    NewInvitation {
        id: InvitationId(services.new_id()),
        purpose,
        person: Some(person),
        token_hash: None,
        code_hash: None,
        expires_at: services.now().plus(INVITATION),
    }
}

pub(super) async fn take_back(
    services: &Services,
    tx: &impl ConnectionTrait,
    invitations: &[InvitationId],
) -> Result<(), ServiceError> {
    store::invitation::revoke(tx, invitations, services.now()).await?;
    store::message::cancel_of_invitations(tx, invitations).await?;
    Ok(())
}
