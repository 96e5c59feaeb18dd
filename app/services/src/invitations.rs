//! Invitations: into a cohort or to a role, by letter or on a printed slip.
//!
//! Looking at one changes nothing, because mail scanners follow links; only accepting does.

mod accept;
mod invite;
mod letters;
mod role;
mod slips;

use domain::clock::Timestamp;
use domain::ids::{InvitationId, PersonId};
use domain::people::Role;
use store::ConnectionTrait;

use crate::code::Code;
use crate::limits::Client;
use crate::{ServiceError, Services, hash_token};

pub use accept::{Accepted, accept};
pub use invite::{invite_to_cohort, resend, revoke, revoke_of_cohort, send_waiting};
pub use role::{Invitee, invite_role, open_to_roles_at};
pub use slips::{Joining, Slip, joining, slips};
pub use store::invitation::{Invitation, Purpose, Standing};

/// What somebody holds in their hands.
#[derive(Clone, Copy, Debug)]
pub enum Secret<'a> {
    /// The token at the end of a link.
    Link(&'a str),
    /// The code of a slip, as it was typed.
    Code(&'a str),
}

/// What an invitation offers, to whoever holds its link or code.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The invitation.
    pub id: InvitationId,
    /// What accepting it does.
    pub purpose: Purpose,
    /// Whether it can be accepted now.
    pub standing: Standing,
    /// Whom it invites.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Who invites; nobody when their account is gone.
    pub by: Option<String>,
    /// What to: a cohort's title, or the institution or programme of a role.
    pub place: String,
    /// The institution of a cohort.
    pub institution: Option<String>,
    /// Until when it can be accepted.
    pub expires_at: Timestamp,
    /// Whether the person signs in with a password already; otherwise accepting sets one.
    pub has_password: bool,
}

/// What a link or code offers. `None`: it never opened anything, or a newer one replaced it.
///
/// # Errors
/// When codes were guessed at too often, or the database fails.
pub async fn look(
    services: &Services,
    secret: Secret<'_>,
    client: Client,
) -> Result<Option<Offer>, ServiceError> {
    let Some(invitation) = find(services, secret, client).await? else {
        return Ok(None);
    };
    describe(services, services.store.read(), invitation).await
}

/// The invitation behind a link or code. Setting up and resetting have pages of their own.
async fn find(
    services: &Services,
    secret: Secret<'_>,
    client: Client,
) -> Result<Option<Invitation>, ServiceError> {
    let read = services.store.read();
    let found = match secret {
        Secret::Link(token) => store::invitation::by_token_hash(read, &hash_token(token)).await?,
        Secret::Code(typed) => {
            services.limits.guess_code(client)?;
            match Code::read(typed) {
                Some(code) => store::invitation::by_code_hash(read, &code.hash()).await?,
                None => None,
            }
        }
    };
    Ok(found.filter(|one| !matches!(one.purpose, Purpose::Setup | Purpose::Reset)))
}

async fn describe(
    services: &Services,
    db: &impl ConnectionTrait,
    invitation: Invitation,
) -> Result<Option<Offer>, ServiceError> {
    let Some(person) = invitation.person else {
        return Ok(None);
    };
    let people: Vec<PersonId> = std::iter::once(person).chain(invitation.by).collect();
    let known = store::person::by_ids(db, &people).await?;
    let Some(invited) = known.get(&person) else {
        return Ok(None);
    };
    let (place, institution) = place(db, &invitation.purpose).await?;
    Ok(Some(Offer {
        id: invitation.id,
        standing: invitation.standing(services.now()),
        person,
        name: invited.name.clone(),
        by: invitation
            .by
            .and_then(|by| known.get(&by))
            .map(|by| by.name.clone()),
        place,
        institution,
        expires_at: invitation.expires_at,
        has_password: invited.has_password,
        purpose: invitation.purpose,
    }))
}

/// The name of what an invitation leads to, and the institution behind a cohort.
async fn place(
    db: &impl ConnectionTrait,
    purpose: &Purpose,
) -> Result<(String, Option<String>), ServiceError> {
    Ok(match purpose {
        Purpose::Cohort(cohort) => match store::cohort::by_id(db, *cohort).await? {
            Some(cohort) => {
                let institution = store::programme::institution(db, cohort.institution).await?;
                (
                    cohort.title,
                    institution.map(|institution| institution.name),
                )
            }
            None => (String::new(), None),
        },
        Purpose::Role(role) => (role_place(db, role).await?, None),
        Purpose::Address(address) => (address.clone(), None),
        Purpose::Reset | Purpose::Setup => (String::new(), None),
    })
}

/// The name of the institution or programme that a role is held for.
async fn role_place(db: &impl ConnectionTrait, role: &Role) -> Result<String, ServiceError> {
    if let Some(institution) = crate::access::institution_of(role) {
        let found = store::programme::institution(db, institution).await?;
        return Ok(found
            .map(|institution| institution.name)
            .unwrap_or_default());
    }
    if let Some(programme) = crate::access::programme_of(role) {
        let found = store::programme::by_id(db, programme).await?;
        return Ok(found.map(|programme| programme.title).unwrap_or_default());
    }
    Ok(String::new())
}

/// The word of a role in message keys.
#[must_use]
pub fn role_code(role: &Role) -> &'static str {
    match role {
        Role::Trainer(_) => "trainer",
        Role::Lead(_) => "lead",
        Role::Coordinator(_) => "coordinator",
        Role::PartnerTrainer(_) => "partner_trainer",
        Role::Author => "author",
        Role::Observer(_) => "observer",
        Role::Recogniser(_) => "recogniser",
    }
}
