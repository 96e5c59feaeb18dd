//! Signing in, staying signed in, signing out.

use domain::clock::{DAY, HOUR, MINUTE, Timestamp};
use domain::ids::{PersonId, SignInId};
use domain::language::Language;
use domain::people::Actor;
use domain::roster::Email;
use store::ConnectionTrait;

use crate::cascade::Arrival;
use crate::limits::Client;
use crate::{ServiceError, Services, hash_token, password};

/// A browser that is not used for this long must sign in again.
const IDLE: i64 = 14 * DAY;
/// A browser must sign in again after this long, however much it is used.
const ABSOLUTE: i64 = 90 * DAY;
/// "Last seen" is written at most this often, so that reading pages does not write.
const SEEN_EVERY: i64 = 5 * MINUTE;
/// A flash outlives a slow form, not a day.
pub(crate) const FLASH: i64 = HOUR;

/// The person in front of a page.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// Who it is.
    pub person: PersonId,
    /// Which sign-in this browser holds.
    pub sign_in: SignInId,
    /// Their name as they write it.
    pub name: String,
    /// The language they chose, if any.
    pub language: Option<Language>,
    /// Who it is to `domain::policy`.
    pub actor: Actor,
}

/// The browser that a sign-in starts in.
#[derive(Clone, Copy, Debug)]
pub struct Browser<'a> {
    /// What it calls itself.
    pub agent: &'a str,
    /// Where it calls from.
    pub client: Client,
    /// The sign-in it holds already: a new one replaces it.
    pub holds: Option<(PersonId, SignInId)>,
}

/// The person whose browser holds `token`, unless it has expired.
///
/// # Errors
/// When the database fails.
pub async fn resume(services: &Services, token: &str) -> Result<Option<Viewer>, ServiceError> {
    let Some(found) = store::sign_in::current(&services.store, &hash_token(token)).await? else {
        return Ok(None);
    };
    let now = services.now();
    if now >= found.expires_at || now.since(found.seen_at) > IDLE {
        return Ok(None);
    }
    if now.since(found.seen_at) > SEEN_EVERY {
        let arrival = Arrival::of(services, found.person).await?;
        let (asker, id) = (services.clone(), found.id);
        services
            .store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(async move {
                    store::sign_in::touch(tx, id, now).await?;
                    arrival.settle(&asker, tx).await
                })
            }))
            .await?;
    }
    Ok(Some(Viewer {
        person: found.person,
        sign_in: found.id,
        name: found.name.clone(),
        language: found.language,
        actor: Actor::Person {
            id: found.person,
            roles: found.roles.clone(),
        },
    }))
}

/// Whose sign-in a browser holds or held: one that has ended still says so, until its person signs
/// in again anywhere. Signing out leaves nothing.
///
/// # Errors
/// When the database fails.
pub async fn formerly(services: &Services, token: &str) -> Result<Option<PersonId>, ServiceError> {
    let found = store::sign_in::find(services.store.read(), &hash_token(token)).await?;
    Ok(found.map(|found| found.person))
}

/// Signs in with an address and a password; answers the token for the cookie. An unknown address
/// and a wrong password get the same answer after the same work.
///
/// # Errors
/// When they do not fit, or were guessed at too often.
pub async fn with_password(
    services: &Services,
    address: &str,
    typed: &str,
    browser: Browser<'_>,
) -> Result<String, ServiceError> {
    let key =
        Email::parse(address).map_or_else(|_| address.trim().to_lowercase(), |email| email.key());
    services.limits.guess_at(browser.client, &key)?;
    let read = services.store.read();
    let person = store::person::by_address(read, &key).await?;
    let kept = match person {
        Some(person) => store::person::password_hash(read, person).await?,
        None => None,
    };
    let right = password::matches(services, typed, kept).await?;
    match person {
        Some(person) if right => start(services, person, browser).await,
        _ => Err(ServiceError::field("email", "sign_in_wrong")),
    }
}

/// Starts a sign-in for a person who has proved who they are; answers the token for the cookie.
///
/// # Errors
/// When the database fails.
pub async fn start(
    services: &Services,
    person: PersonId,
    browser: Browser<'_>,
) -> Result<String, ServiceError> {
    let prepared = Prepared::new(services, person, browser);
    let token = prepared.token.clone();
    let arrival = Arrival::of(services, person).await?;
    let asker = services.clone();
    services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move {
                prepared.keep(tx).await?;
                arrival.settle(&asker, tx).await
            })
        }))
        .await?;
    Ok(token)
}

/// Ends the sign-in that a browser holds.
///
/// # Errors
/// When the database fails.
pub async fn end(services: &Services, viewer: &Viewer) -> Result<(), ServiceError> {
    let (person, sign_in) = (viewer.person, viewer.sign_in);
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move { Ok(store::sign_in::end(tx, person, sign_in).await?) })
        }))
        .await
}

/// A sign-in about to be kept, in a transaction with whatever it follows from.
pub(crate) struct Prepared {
    pub(crate) token: String,
    id: SignInId,
    person: PersonId,
    agent: String,
    replaces: Option<(PersonId, SignInId)>,
    now: Timestamp,
}

impl Prepared {
    pub(crate) fn new(services: &Services, person: PersonId, browser: Browser<'_>) -> Self {
        Self {
            token: services.new_token(),
            id: SignInId(services.new_id()),
            person,
            agent: browser
                .agent
                .chars()
                .filter(|letter| !letter.is_control())
                .take(200)
                .collect(),
            replaces: browser.holds,
            now: services.now(),
        }
    }

    /// Keeps it. The browser's earlier sign-in ends: a token known before never becomes more.
    pub(crate) async fn keep(self, tx: &impl ConnectionTrait) -> Result<(), ServiceError> {
        if let Some((person, sign_in)) = self.replaces {
            store::sign_in::end(tx, person, sign_in).await?;
        }
        store::sign_in::forget_ended(tx, self.person, self.now, self.now.minus(IDLE)).await?;
        let (hash, until) = (hash_token(&self.token), self.now.plus(ABSOLUTE));
        store::sign_in::keep(
            tx,
            self.id,
            &hash,
            self.person,
            &self.agent,
            self.now,
            until,
        )
        .await?;
        Ok(())
    }
}
