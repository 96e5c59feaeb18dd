//! Inviting, inviting again, taking back.

use std::collections::HashMap;

use domain::clock::MINUTE;
use domain::ids::{CohortId, InstitutionId, InvitationId, MessageId, PersonId};
use domain::language::Language;
use domain::names::clean_name;
use domain::people::{Actor, Role};
use domain::policy::{Action, Subject};
use domain::roster::Email;
use store::cohort::Cohort;
use store::invitation::{Invitation, NewInvitation, Purpose, Standing};
use store::message::{NewMessage, SeenBy};
use store::person::Person;
use store::{ConnectionTrait, DatabaseTransaction};

use super::{role_code, role_place};
use crate::access::{CohortStanding, allow, institution_of, programme_of};
use crate::outbox::INVITATION;
use crate::{FieldProblem, ServiceError, Services, audit};

/// Pressing "send" twice within this time sends one letter.
const ONE_LETTER: i64 = 10 * MINUTE;

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
async fn allow_role(services: &Services, actor: &Actor, role: &Role) -> Result<(), ServiceError> {
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

fn new(services: &Services, purpose: Purpose, person: PersonId) -> NewInvitation {
    NewInvitation {
        id: InvitationId(services.new_id()),
        purpose,
        person: Some(person),
        token_hash: None,
        code_hash: None,
        expires_at: services.now().plus(INVITATION),
    }
}

async fn take_back(
    services: &Services,
    tx: &impl ConnectionTrait,
    invitations: &[InvitationId],
) -> Result<(), ServiceError> {
    store::invitation::revoke(tx, invitations, services.now()).await?;
    store::message::cancel_of_invitations(tx, invitations).await?;
    Ok(())
}

/// Queues the letters of a cohort's invitations. The language is the person's own, or else the
/// inviter's: colleagues at one institution mostly share it.
async fn queue_letters(
    services: &Services,
    tx: &impl ConnectionTrait,
    cohort: &Cohort,
    by: PersonId,
    invited: &[(InvitationId, PersonId)],
) -> Result<(), ServiceError> {
    let people: Vec<PersonId> = invited.iter().map(|(_, person)| *person).collect();
    let known = store::person::by_ids(tx, &people).await?;
    let inviter = store::person::by_id(tx, by).await?;
    let institution = store::programme::institution(tx, cohort.institution).await?;
    let addresses = store::person::main_addresses(tx, &people).await?;
    let seen_by = SeenBy {
        author: Some(by),
        institution: Some(cohort.institution),
        programme: Some(cohort.programme),
    };
    let values = vec![
        ("cohort".to_owned(), cohort.title.clone()),
        (
            "institution".to_owned(),
            institution.map(|one| one.name).unwrap_or_default(),
        ),
    ];
    let letter = Queued {
        kind: "invitation",
        values,
        seen_by,
        language: Language::default(),
    };
    let messages: Vec<NewMessage> = invited
        .iter()
        .filter_map(|(id, person)| {
            letter.to(
                services,
                *id,
                known.get(person)?,
                &addresses,
                inviter.as_ref(),
            )
        })
        .collect();
    store::message::queue(tx, &messages, services.now()).await?;
    Ok(())
}

async fn queue_role_letter(
    services: &Services,
    tx: &impl ConnectionTrait,
    role: Role,
    by: PersonId,
    (id, person): (InvitationId, PersonId),
    language: Option<Language>,
) -> Result<(), ServiceError> {
    let known = store::person::by_id(tx, person)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let inviter = store::person::by_id(tx, by).await?;
    let addresses = store::person::main_addresses(tx, &[person]).await?;
    let seen_by = SeenBy {
        author: Some(by),
        institution: institution_of(&role),
        programme: programme_of(&role),
    };
    let values = vec![
        (
            "scope".to_owned(),
            if role == Role::Author { "none" } else { "some" }.to_owned(),
        ),
        ("role".to_owned(), role_code(&role).to_owned()),
        ("place".to_owned(), role_place(tx, &role).await?),
    ];
    let mut letter = Queued {
        kind: "role",
        values,
        seen_by,
        language: Language::default(),
    };
    letter.language = language
        .or(inviter.as_ref().and_then(|inviter| inviter.language))
        .unwrap_or_default();
    let message = letter.to(services, id, &known, &addresses, inviter.as_ref());
    store::message::queue(tx, message.as_slice(), services.now()).await?;
    Ok(())
}

/// What the letters of one round share.
struct Queued {
    kind: &'static str,
    values: Vec<(String, String)>,
    seen_by: SeenBy,
    language: Language,
}

impl Queued {
    fn to(
        &self,
        services: &Services,
        invitation: InvitationId,
        person: &Person,
        addresses: &HashMap<PersonId, String>,
        inviter: Option<&Person>,
    ) -> Option<NewMessage> {
        let mut values = self.values.clone();
        values.push(("name".to_owned(), person.name.clone()));
        values.push((
            "inviter".to_owned(),
            inviter.map(|by| by.name.clone()).unwrap_or_default(),
        ));
        Some(NewMessage {
            id: MessageId(services.new_id()),
            dedupe_key: format!("invitation:{invitation}:{}", services.now().0 / ONE_LETTER),
            kind: self.kind.to_owned(),
            recipient: addresses.get(&person.id)?.clone(),
            language: person.language.unwrap_or(self.language),
            values,
            invitation: Some(invitation),
            seen_by: self.seen_by,
        })
    }
}
