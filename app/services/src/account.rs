//! What people decide about themselves.

use domain::clock::DAY;
use domain::ids::{InvitationId, MessageId, PersonId, SignInId};
use domain::language::Language;
use domain::names::clean_name;
use domain::people::{Actor, Gender, Role};
use domain::roster::Email;
use store::invitation::{NewInvitation, Purpose};
use store::message::{NewMessage, SeenBy};
use store::person::{Address, Person};
use store::sign_in::Browser;

use crate::access::oneself;
use crate::limits::Client;
use crate::password::{self, Password};
use crate::{ServiceError, Services, audit, letter_choice};

/// A link to a further address works for this long.
const VALID: i64 = DAY;
/// Addresses that one person may have.
const ADDRESSES: usize = 8;

/// An account as its owner sees it.
#[derive(Clone, Debug)]
pub struct Account {
    /// Who it is.
    pub person: Person,
    /// Their addresses, the oldest first.
    pub addresses: Vec<Address>,
    /// Their signed-in browsers, the last seen first.
    pub browsers: Vec<Browser>,
    /// What they may act as.
    pub roles: Vec<Role>,
    /// Whether they want reminders and digests.
    pub wants_letters: bool,
    /// The gender they stated, if any.
    pub gender: Option<Gender>,
}

/// One's own account.
///
/// # Errors
/// [`ServiceError::SignIn`] for a visitor.
pub async fn view(services: &Services, actor: &Actor) -> Result<Account, ServiceError> {
    let person = oneself(actor)?;
    let read = services.store.read();
    Ok(Account {
        person: store::person::by_id(read, person)
            .await?
            .ok_or(ServiceError::Hidden)?,
        addresses: store::person::addresses(read, person).await?,
        browsers: store::sign_in::of_person(read, person).await?,
        roles: actor.roles().to_vec(),
        wants_letters: letter_choice::wants(services, person).await?,
        gender: store::person::gender(read, person).await?,
    })
}

/// Remembers the language a person chose.
///
/// # Errors
/// When the database fails.
pub async fn choose_language(
    services: &Services,
    person: PersonId,
    language: Language,
) -> Result<(), ServiceError> {
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move { Ok(store::person::set_language(tx, person, language).await?) })
        }))
        .await
}

/// States one's own gender, or (an empty code) that one states none. Nobody can do that for somebody
/// else.
///
/// # Errors
/// A problem of `gender` for a code that nobody offered; [`ServiceError::SignIn`] for a visitor.
pub async fn state_gender(
    services: &Services,
    actor: &Actor,
    code: &str,
) -> Result<(), ServiceError> {
    let person = oneself(actor)?;
    let gender = match code {
        "" => None,
        code => {
            Some(Gender::from_code(code).ok_or_else(|| ServiceError::field("gender", "choice"))?)
        }
    };
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move { Ok(store::person::set_gender(tx, person, gender).await?) })
        }))
        .await
}

/// Changes one's own name.
///
/// # Errors
/// When nobody can be called that.
pub async fn rename(services: &Services, actor: &Actor, typed: &str) -> Result<(), ServiceError> {
    let person = oneself(actor)?;
    let name = clean_name(typed).map_err(|problem| ServiceError::field("name", problem.code()))?;
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                store::person::rename(tx, person, &name).await?;
                audit::record(
                    &asker,
                    tx,
                    Some(person),
                    "person.renamed",
                    ("person", person.0),
                    "",
                )
                .await
            })
        }))
        .await
}

/// Changes one's own password and ends every other sign-in.
///
/// # Errors
/// When the present password is wrong or the new one breaks a rule.
pub async fn change_password(
    services: &Services,
    actor: &Actor,
    keep: SignInId,
    present: &str,
    new: &str,
    client: Client,
) -> Result<(), ServiceError> {
    let person = oneself(actor)?;
    services.limits.guess_at(client, &person.to_string())?;
    let read = services.store.read();
    let kept = store::person::password_hash(read, person).await?;
    if !password::matches(services, present, kept).await? {
        return Err(ServiceError::field("present_password", "password_wrong"));
    }
    let addresses = store::person::addresses(read, person).await?;
    let addresses: Vec<&str> = addresses.iter().map(|one| one.address.as_str()).collect();
    let hash = password::hash(services, &Password::new("password", new, &addresses)?).await?;
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                store::person::set_password_hash(tx, person, &hash).await?;
                store::sign_in::end_others(tx, person, Some(keep)).await?;
                audit::record(
                    &asker,
                    tx,
                    Some(person),
                    "password.changed",
                    ("person", person.0),
                    "",
                )
                .await
            })
        }))
        .await
}

/// Ends one of one's own sign-ins, or all but the one to keep.
///
/// # Errors
/// When the database fails.
pub async fn end_sign_ins(
    services: &Services,
    actor: &Actor,
    which: EndWhich,
) -> Result<(), ServiceError> {
    let person = oneself(actor)?;
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                match which {
                    EndWhich::One(id) => store::sign_in::end(tx, person, id).await?,
                    EndWhich::AllBut(keep) => {
                        store::sign_in::end_others(tx, person, Some(keep)).await?
                    }
                }
                Ok(())
            })
        }))
        .await
}

/// Which sign-ins to end.
#[derive(Clone, Copy, Debug)]
pub enum EndWhich {
    /// This one.
    One(SignInId),
    /// Every other.
    AllBut(SignInId),
}

/// Says that an address, which somebody else added, is one's own.
///
/// # Errors
/// When the database fails.
pub async fn confirm_address(
    services: &Services,
    actor: &Actor,
    key: &str,
) -> Result<(), ServiceError> {
    let person = oneself(actor)?;
    let (key, now) = (key.to_owned(), services.now());
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                Ok(store::person::confirm_addresses(tx, person, Some(&key), now).await?)
            })
        }))
        .await
}

/// Takes an address away from one's own account; the last one stays.
///
/// # Errors
/// When it is the last one, or not one's own.
pub async fn remove_address(
    services: &Services,
    actor: &Actor,
    key: &str,
) -> Result<(), ServiceError> {
    let person = oneself(actor)?;
    let key = key.to_owned();
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let addresses = store::person::addresses(tx, person).await?;
                let others = addresses.iter().filter(|one| one.key != key);
                // Otherwise no letter that helps with a lost password would arrive any more.
                if !others.clone().any(|one| one.confirmed_at.is_some()) {
                    return Err(ServiceError::field("email", "address_last"));
                }
                if !store::person::remove_address(tx, person, &key).await? {
                    return Err(ServiceError::Hidden);
                }
                audit::record(
                    &asker,
                    tx,
                    Some(person),
                    "address.removed",
                    ("person", person.0),
                    "",
                )
                .await
            })
        }))
        .await
}

/// Sends a link to a further address; opening it while signed in adds the address. The answer is
/// the same whether or not the address belongs to somebody.
///
/// # Errors
/// When it is no address, there is no mail server, or links were asked for too often.
pub async fn ask_address(
    services: &Services,
    actor: &Actor,
    typed: &str,
    client: Client,
) -> Result<(), ServiceError> {
    let person = oneself(actor)?;
    let email =
        Email::parse(typed).map_err(|problem| ServiceError::field("email", problem.code()))?;
    if !services.settings.mail {
        return Err(ServiceError::field("email", "no_mail_server"));
    }
    services.limits.letter_to(client, &email.key())?;
    let read = services.store.read();
    if store::person::addresses(read, person).await?.len() >= ADDRESSES {
        return Err(ServiceError::field("email", "addresses_many"));
    }
    let known = store::person::by_id(read, person)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let now = services.now();
    let id = InvitationId(services.new_id());
    let invitation = NewInvitation {
        id,
        purpose: Purpose::Address(email.as_str().to_owned()),
        person: Some(person),
        token_hash: None,
        code_hash: None,
        expires_at: now.plus(VALID),
    };
    let message = NewMessage {
        id: MessageId(services.new_id()),
        dedupe_key: format!("address:{id}"),
        kind: "address".to_owned(),
        recipient: email.as_str().to_owned(),
        language: known.language.unwrap_or_default(),
        values: vec![("name".to_owned(), known.name)],
        invitation: Some(id),
        session: None,
        person: Some(person),
        good_until: None,
        seen_by: SeenBy::default(),
    };
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                store::invitation::keep(tx, invitation, Some(person), now).await?;
                Ok(store::message::queue(tx, &[message], now).await?)
            })
        }))
        .await
}
