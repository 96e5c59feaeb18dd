//! Inviting to a role.

use domain::ids::{InstitutionId, InvitationId, PersonId};
use domain::language::Language;
use domain::names::clean_name;
use domain::people::{Actor, Role};
use domain::policy::{Action, Subject};
use domain::roster::Email;
use store::DatabaseTransaction;
use store::invitation::{Invitation, Purpose, Standing};

use super::invite::{new, take_back};
use super::letters::queue_role_letter;
use super::role_code;
use crate::access::allow;
use crate::{FieldProblem, ServiceError, Services, audit};

/// Somebody to invite to a role, as the form has it.
#[derive(Clone, Copy, Debug)]
pub struct Invitee<'a> {
    /// Their name.
    pub name: &'a str,
    /// Their address.
    pub email: &'a str,
    /// The language of the letter, until they choose one.
    pub language: Language,
}

/// Invites somebody to a role: they become known now, and hold the role when they accept.
///
/// # Errors
/// What is wrong with the form, or [`ServiceError::Hidden`] when the asker may not.
pub async fn invite_role(
    services: &Services,
    actor: &Actor,
    role: Role,
    invitee: Invitee<'_>,
) -> Result<InvitationId, ServiceError> {
    allow_role(services, actor, &role).await?;
    let by = actor.person().ok_or(ServiceError::SignIn)?;
    let mut problems = Vec::new();
    let name = clean_name(invitee.name)
        .map_err(|problem| problems.push(FieldProblem::new("name", problem.code())))
        .unwrap_or_default();
    let email = Email::parse(invitee.email)
        .map_err(|problem| problems.push(FieldProblem::new("email", problem.code())))
        .ok();
    let Some(email) = email.filter(|_| problems.is_empty()) else {
        return Err(ServiceError::Invalid(problems));
    };
    let (asker, language) = (services.clone(), invitee.language);
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(
                async move { invite_to_role(&asker, tx, role, by, &name, &email, language).await },
            )
        }))
        .await
}

async fn invite_to_role(
    services: &Services,
    tx: &DatabaseTransaction,
    role: Role,
    by: PersonId,
    name: &str,
    email: &Email,
    language: Language,
) -> Result<InvitationId, ServiceError> {
    let now = services.now();
    let person = match store::person::by_address(tx, &email.key()).await? {
        Some(person) => person,
        None => {
            let person = PersonId(services.new_id());
            store::person::create(tx, person, name, None, now).await?;
            if !store::person::add_address(tx, person, email, now).await? {
                return Err(ServiceError::Stale);
            }
            person
        }
    };
    if store::grant::of_person(tx, person).await?.contains(&role) {
        return Err(ServiceError::field("email", "role_held"));
    }
    // A second invitation replaces the first.
    let earlier: Vec<InvitationId> = store::invitation::of_person(tx, person)
        .await?
        .into_iter()
        .filter(|one| one.purpose == Purpose::Role(role) && one.standing(now) == Standing::Open)
        .map(|one| one.id)
        .collect();
    take_back(services, tx, &earlier).await?;
    let invitation = new(services, Purpose::Role(role), person);
    let id = invitation.id;
    store::invitation::keep(tx, invitation, Some(by), now).await?;
    queue_role_letter(services, tx, role, by, (id, person), Some(language)).await?;
    audit::record(
        services,
        tx,
        Some(by),
        "role.offered",
        ("person", person.0),
        role_code(&role),
    )
    .await?;
    Ok(id)
}

/// The open invitations to roles at an institution, with the names of those invited.
///
/// # Errors
/// [`ServiceError::Hidden`] when the asker may not invite there.
pub async fn open_to_roles_at(
    services: &Services,
    actor: &Actor,
    institution: InstitutionId,
) -> Result<Vec<(Invitation, String)>, ServiceError> {
    allow_role(services, actor, &Role::Trainer(institution)).await?;
    let read = services.store.read();
    let open = store::invitation::open_to_roles_at(read, institution, services.now()).await?;
    let people: Vec<PersonId> = open.iter().filter_map(|one| one.person).collect();
    let known = store::person::by_ids(read, &people).await?;
    Ok(open
        .into_iter()
        .filter_map(|one| {
            let name = known.get(&one.person?)?.name.clone();
            Some((one, name))
        })
        .collect())
}

/// Whether the actor may invite to a role. An institution may be in several programmes: one of
/// them is enough.
pub(super) async fn allow_role(
    services: &Services,
    actor: &Actor,
    role: &Role,
) -> Result<(), ServiceError> {
    let programme = |action, programme| allow(actor, action, &Subject::Programme(programme));
    match *role {
        Role::Coordinator(of) => programme(Action::InviteCoordinator, of),
        Role::PartnerTrainer(of) => programme(Action::InvitePartner, of),
        Role::Observer(of) => programme(Action::InviteObserver, of),
        Role::Recogniser(of) => programme(Action::InviteRecogniser, of),
        Role::Author => allow(actor, Action::InviteAuthor, &Subject::Platform),
        Role::Trainer(at) => allow_at(services, actor, Action::InviteTrainer, at).await,
        Role::Lead(at) => allow_at(services, actor, Action::InviteLead, at).await,
    }
}

async fn allow_at(
    services: &Services,
    actor: &Actor,
    action: Action,
    institution: InstitutionId,
) -> Result<(), ServiceError> {
    actor.person().ok_or(ServiceError::SignIn)?;
    let programmes = store::programme::of_institution(services.store.read(), institution).await?;
    programmes
        .into_iter()
        .map(|programme| {
            allow(
                actor,
                action,
                &Subject::Institution {
                    programme,
                    institution,
                },
            )
        })
        .find(Result::is_ok)
        .unwrap_or(Err(ServiceError::Hidden))
}
