//! A new password for somebody who forgot theirs: by a letter, or by a code that their lead or
//! coordinator hands over.

use domain::clock::DAY;
use domain::ids::{InvitationId, MessageId, PersonId};
use domain::language::Language;
use domain::people::Actor;
use domain::policy::Action;
use domain::roster::Email;
use store::DatabaseTransaction;
use store::invitation::{Invitation, NewInvitation, Purpose, Standing};
use store::message::{NewMessage, SeenBy};

use crate::access::{PersonStanding, allow};
use crate::code::Code;
use crate::limits::Client;
use crate::password::{self, Password};
use crate::{ServiceError, Services, audit, hash_token};

/// A letter or code sets a new password for this long.
const VALID: i64 = DAY;

/// Sends a letter to whoever has this address, if somebody has and said that it is theirs. The
/// answer and its time are the same when nobody has: the looking up happens afterwards.
///
/// # Errors
/// When letters were asked for too often.
pub fn ask(
    services: &Services,
    address: &str,
    language: Language,
    client: Client,
) -> Result<(), ServiceError> {
    let Ok(email) = Email::parse(address) else {
        return Err(ServiceError::field("email", "reset_address"));
    };
    services.limits.letter_to(client, &email.key())?;
    if !services.settings.mail {
        return Ok(());
    }
    let asker = services.clone();
    tokio::spawn(async move {
        if let Err(error) = queue_letter(&asker, email, language).await {
            tracing::error!(%error, "a reset letter was not queued");
        }
    });
    Ok(())
}

async fn queue_letter(
    services: &Services,
    email: Email,
    language: Language,
) -> Result<(), ServiceError> {
    let read = services.store.read();
    let Some(person) = store::person::by_address(read, &email.key()).await? else {
        return Ok(());
    };
    let known = store::person::by_id(read, person)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let addresses = store::person::addresses(read, person).await?;
    let confirmed = addresses
        .into_iter()
        .find(|one| one.key == email.key() && one.confirmed_at.is_some());
    // The letter goes to the address as its owner writes it, not as a stranger typed it.
    let Some(own) = confirmed.filter(|_| known.has_password) else {
        return Ok(());
    };
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let id = keep(&asker, tx, person, None, None).await?;
                let message = NewMessage {
                    id: MessageId(asker.new_id()),
                    dedupe_key: format!("reset:{id}"),
                    kind: "reset".to_owned(),
                    recipient: own.address,
                    language: known.language.unwrap_or(language),
                    values: vec![("name".to_owned(), known.name)],
                    invitation: Some(id),
                    session: None,
                    person: Some(person),
                    good_until: None,
                    // Nobody else sees a letter that opens an account.
                    seen_by: SeenBy::default(),
                };
                Ok(store::message::queue(tx, &[message], asker.now()).await?)
            })
        }))
        .await
}

/// Makes a one-time code that sets somebody's password for a day, to be handed over in person.
/// An earlier code of theirs stops working.
///
/// # Errors
/// [`ServiceError::Hidden`] when the person is none of the asker's business, or holds a role
/// beyond the asker's.
pub async fn code_for(
    services: &Services,
    actor: &Actor,
    person: PersonId,
) -> Result<String, ServiceError> {
    may_hand_over(services, actor, person).await?;
    let by = actor.person();
    let code = Code::new(services);
    let (asker, hash) = (services.clone(), code.hash());
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                keep(&asker, tx, person, Some(hash), by).await?;
                audit::record(&asker, tx, by, "reset.code", ("person", person.0), "").await
            })
        }))
        .await?;
    Ok(code.to_string())
}

/// The name of the person, when the actor may hand over a code to them.
///
/// # Errors
/// [`ServiceError::Hidden`] when they may not.
pub async fn may_hand_over(
    services: &Services,
    actor: &Actor,
    person: PersonId,
) -> Result<String, ServiceError> {
    actor.person().ok_or(ServiceError::SignIn)?;
    let standing = PersonStanding::of(services.store.read(), person).await?;
    allow(actor, Action::HandOverResetCode, &standing.subject())?;
    Ok(standing.person.name)
}

/// Whether a letter's link still sets a password.
///
/// # Errors
/// When the database fails.
pub async fn is_open(services: &Services, token: &str) -> Result<bool, ServiceError> {
    Ok(by_link(services, token).await?.is_some())
}

/// Sets a new password with a letter's link and ends every sign-in. `false`: the link opens
/// nothing any more.
///
/// # Errors
/// When the password breaks a rule.
pub async fn with_link(
    services: &Services,
    token: &str,
    typed: &str,
) -> Result<bool, ServiceError> {
    match by_link(services, token).await? {
        Some((invitation, person)) => finish(services, invitation, person, typed).await,
        None => Ok(false),
    }
}

async fn by_link(
    services: &Services,
    token: &str,
) -> Result<Option<(Invitation, PersonId)>, ServiceError> {
    let read = services.store.read();
    let found = store::invitation::by_token_hash(read, &hash_token(token)).await?;
    Ok(found.and_then(|one| usable(services, one)))
}

/// Sets a new password with a code that was handed over, and ends every sign-in.
///
/// # Errors
/// When the address and the code do not belong together, or the password breaks a rule.
pub async fn with_code(
    services: &Services,
    address: &str,
    code: &str,
    typed: &str,
    client: Client,
) -> Result<(), ServiceError> {
    let wrong = || ServiceError::field("code", "reset_code_wrong");
    let key = Email::parse(address).map_err(|_| wrong())?.key();
    services.limits.guess_at(client, &key)?;
    let read = services.store.read();
    let found = match Code::read(code) {
        Some(code) => store::invitation::by_code_hash(read, &code.hash()).await?,
        None => None,
    };
    let owner = store::person::by_address(read, &key).await?;
    let usable = found.and_then(|one| usable(services, one));
    let Some((invitation, person)) = usable.filter(|(_, person)| owner == Some(*person)) else {
        return Err(wrong());
    };
    if finish(services, invitation, person, typed).await? {
        Ok(())
    } else {
        Err(wrong())
    }
}

fn usable(services: &Services, invitation: Invitation) -> Option<(Invitation, PersonId)> {
    let open = invitation.purpose == Purpose::Reset
        && invitation.standing(services.now()) == Standing::Open;
    let person = invitation.person?;
    open.then_some((invitation, person))
}

async fn finish(
    services: &Services,
    invitation: Invitation,
    person: PersonId,
    typed: &str,
) -> Result<bool, ServiceError> {
    let addresses = store::person::addresses(services.store.read(), person).await?;
    let addresses: Vec<&str> = addresses.iter().map(|one| one.address.as_str()).collect();
    let password = Password::new("password", typed, &addresses)?;
    let hash = password::hash(services, &password).await?;
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                if !store::invitation::mark_used(tx, invitation.id, asker.now()).await? {
                    return Ok(false);
                }
                store::person::set_password_hash(tx, person, &hash).await?;
                store::sign_in::end_others(tx, person, None).await?;
                audit::record(
                    &asker,
                    tx,
                    Some(person),
                    "password.reset",
                    ("person", person.0),
                    "",
                )
                .await?;
                Ok(true)
            })
        }))
        .await
}

/// Keeps a reset; earlier ones of the person stop working.
async fn keep(
    services: &Services,
    tx: &DatabaseTransaction,
    person: PersonId,
    code_hash: Option<String>,
    by: Option<PersonId>,
) -> Result<InvitationId, ServiceError> {
    let now = services.now();
    let earlier: Vec<InvitationId> = store::invitation::of_person(tx, person)
        .await?
        .into_iter()
        .filter(|one| one.purpose == Purpose::Reset && one.standing(now) == Standing::Open)
        .filter(|one| one.has_code == code_hash.is_some())
        .map(|one| one.id)
        .collect();
    store::invitation::revoke(tx, &earlier, now).await?;
    store::message::cancel_of_invitations(tx, &earlier).await?;
    let id = InvitationId(services.new_id());
    let reset = NewInvitation {
        id,
        purpose: Purpose::Reset,
        person: Some(person),
        token_hash: None,
        code_hash,
        expires_at: now.plus(VALID),
    };
    store::invitation::keep(tx, reset, by, now).await?;
    Ok(id)
}
