//! Accepting an invitation.

use domain::ids::{CohortId, GrantId, PersonId};
use domain::people::Role;
use domain::roster::Email;
use store::DatabaseTransaction;
use store::invitation::{Invitation, Purpose, Standing};
use store::membership::Membership;

use super::{Secret, find, role_code};
use crate::access::institution_of;
use crate::cascade::Arrival;
use crate::password::{self, Password};
use crate::sign_in::{Browser, Prepared};
use crate::{ServiceError, Services, audit};

/// What came of accepting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Accepted {
    /// Done; the token is for the cookie of a new sign-in.
    SignedIn(String),
    /// Done, by the person who is signed in here already.
    Done,
    /// The person has a password: they sign in first, then accept.
    SignInFirst,
    /// It cannot be accepted: used, taken back or too old; unknown without a standing.
    Closed(Option<Standing>),
}

/// Accepts an invitation. Somebody without a password sets one (`typed`) and is signed in;
/// somebody with one must be signed in as themselves.
///
/// # Errors
/// When the password breaks a rule, codes were guessed at too often, or the database fails.
pub async fn accept(
    services: &Services,
    secret: Secret<'_>,
    typed: &str,
    browser: Browser<'_>,
) -> Result<Accepted, ServiceError> {
    let Some(invitation) = find(services, secret, browser.client).await? else {
        return Ok(Accepted::Closed(None));
    };
    let Some(person) = invitation.person else {
        return Ok(Accepted::Closed(None));
    };
    let standing = invitation.standing(services.now());
    if standing != Standing::Open {
        return Ok(Accepted::Closed(Some(standing)));
    }
    let read = services.store.read();
    let known = store::person::by_id(read, person)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let is_here = browser.holds.is_some_and(|(holder, _)| holder == person);
    if known.has_password && !is_here {
        return Ok(Accepted::SignInFirst);
    }
    let hash = if known.has_password {
        None
    } else {
        let addresses = store::person::addresses(read, person).await?;
        let addresses: Vec<&str> = addresses.iter().map(|one| one.address.as_str()).collect();
        let password = Password::new("password", typed, &addresses)?;
        Some(password::hash(services, &password).await?)
    };
    let sign_in = hash
        .is_some()
        .then(|| Prepared::new(services, person, browser));
    let token = sign_in.as_ref().map(|prepared| prepared.token.clone());
    let arrival = Arrival::of(services, person).await?;
    let asker = services.clone();
    let done = services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                if !store::invitation::mark_used(tx, invitation.id, asker.now()).await? {
                    return Ok(false);
                }
                if let Some(hash) = hash {
                    first_password(&asker, tx, person, &hash).await?;
                }
                take_effect(&asker, tx, &invitation, person).await?;
                arrival.settle(&asker, tx).await?;
                if let Some(sign_in) = sign_in {
                    sign_in.keep(tx).await?;
                }
                Ok(true)
            })
        }))
        .await?;
    Ok(match (done, token) {
        (false, _) => Accepted::Closed(Some(Standing::Used)),
        (true, Some(token)) => Accepted::SignedIn(token),
        (true, None) => Accepted::Done,
    })
}

/// The person takes the account over: from now on, addresses that others add wait for their word.
async fn first_password(
    services: &Services,
    tx: &DatabaseTransaction,
    person: PersonId,
    hash: &str,
) -> Result<(), ServiceError> {
    let known = store::person::by_id(tx, person)
        .await?
        .ok_or(ServiceError::Hidden)?;
    if known.has_password {
        // Another invitation was accepted in the same moment.
        return Err(ServiceError::Stale);
    }
    store::person::set_password_hash(tx, person, hash).await?;
    store::person::confirm_addresses(tx, person, None, services.now()).await?;
    Ok(())
}

async fn take_effect(
    services: &Services,
    tx: &DatabaseTransaction,
    invitation: &Invitation,
    person: PersonId,
) -> Result<(), ServiceError> {
    match &invitation.purpose {
        Purpose::Cohort(cohort) => joined(services, tx, person, *cohort).await,
        Purpose::Role(role) => take_role(services, tx, person, *role, invitation.by).await,
        Purpose::Address(address) => take_address(services, tx, person, address).await,
        // Not found by `find`: they have pages of their own.
        Purpose::Reset | Purpose::Setup => Err(ServiceError::Hidden),
    }
}

async fn joined(
    services: &Services,
    tx: &DatabaseTransaction,
    person: PersonId,
    cohort: CohortId,
) -> Result<(), ServiceError> {
    audit::record(
        services,
        tx,
        Some(person),
        "invitation.accepted",
        ("cohort", cohort.0),
        "",
    )
    .await
}

async fn take_role(
    services: &Services,
    tx: &DatabaseTransaction,
    person: PersonId,
    role: Role,
    by: Option<PersonId>,
) -> Result<(), ServiceError> {
    let now = services.now();
    if !store::grant::of_person(tx, person).await?.contains(&role) {
        store::grant::give(tx, GrantId(services.new_id()), person, role, by, now).await?;
    }
    if let Some(institution) = institution_of(&role) {
        let held = store::membership::of_person(tx, person).await?;
        if !held
            .iter()
            .any(|held| held.institution == institution && held.to.is_none())
        {
            let id = services.new_id();
            let from = now.date();
            let membership = Membership {
                id,
                person,
                institution,
                category: None,
                from,
                to: None,
            };
            store::membership::add(tx, &membership).await?;
        }
        store::tally::recount_trainers(tx, institution).await?;
    }
    audit::record(
        services,
        tx,
        Some(person),
        "role.accepted",
        ("person", person.0),
        role_code(&role),
    )
    .await
}

async fn take_address(
    services: &Services,
    tx: &DatabaseTransaction,
    person: PersonId,
    address: &str,
) -> Result<(), ServiceError> {
    let email = Email::parse(address).map_err(|_| ServiceError::Hidden)?;
    let now = services.now();
    if !store::person::add_address(tx, person, &email, now).await? {
        return Err(ServiceError::field("email", "address_of_somebody_else"));
    }
    store::person::confirm_addresses(tx, person, Some(&email.key()), now).await?;
    audit::record(
        services,
        tx,
        Some(person),
        "address.added",
        ("person", person.0),
        "",
    )
    .await
}
