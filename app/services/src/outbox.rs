//! Letters on their way: queued with what they follow from, sent by a worker, copied by hand
//! where there is no mail server.

mod copy;
mod deliver;

use std::collections::HashSet;

use domain::clock::DAY;
use domain::ids::{InvitationId, MessageId, PersonId};
use domain::language::Language;
use domain::people::{Actor, Role};
use store::ConnectionTrait;
use store::message::{NewMessage, Reach};

use crate::{ServiceError, Services};

pub use copy::{Copied, Pile, copy, sent_by_hand};
pub use deliver::{ATTEMPTS, deliver};
pub use store::message::{Message, SeenBy, State};

/// Letters on one page of the list.
pub const PAGE: u64 = 50;
/// An invitation can be accepted for this long after its letter went out.
pub(crate) const INVITATION: i64 = 60 * DAY;

/// A letter to somebody known, without a link of its own: a reminder, for example.
#[derive(Clone, Debug)]
pub struct Note {
    /// Names its text: `mail-{kind}-subject` and `mail-{kind}-body`.
    pub kind: &'static str,
    /// Whom it goes to; without an address they get none.
    pub person: PersonId,
    /// The same key is never sent twice.
    pub dedupe_key: String,
    /// The values that its text names, besides `name` and `site`.
    pub values: Vec<(String, String)>,
    /// Who sees it in the outbox.
    pub seen_by: SeenBy,
}

/// Queues notes in the transaction of what they follow from. `language` is for people who have
/// chosen none. Answers how many have somewhere to go.
///
/// # Errors
/// When the database fails.
pub async fn queue(
    services: &Services,
    tx: &impl ConnectionTrait,
    notes: Vec<Note>,
    language: Language,
) -> Result<usize, ServiceError> {
    let people: Vec<PersonId> = notes.iter().map(|note| note.person).collect();
    let known = store::person::by_ids(tx, &people).await?;
    let addresses = store::person::main_addresses(tx, &people).await?;
    let messages: Vec<NewMessage> = notes
        .into_iter()
        .filter_map(|note| {
            let person = known.get(&note.person)?;
            let mut values = note.values;
            values.push(("name".to_owned(), person.name.clone()));
            Some(NewMessage {
                id: MessageId(services.new_id()),
                dedupe_key: note.dedupe_key,
                kind: note.kind.to_owned(),
                recipient: addresses.get(&note.person)?.clone(),
                language: person.language.unwrap_or(language),
                values,
                invitation: None,
                seen_by: note.seen_by,
            })
        })
        .collect();
    store::message::queue(tx, &messages, services.now()).await?;
    Ok(messages.len())
}

/// One page of the letters in one state that an asker may see.
#[derive(Clone, Debug)]
pub struct Letters {
    /// The letters, the newest first.
    pub letters: Vec<Message>,
    /// The invitations among them that are neither accepted nor taken back.
    pub unanswered: HashSet<InvitationId>,
    /// How many there are in all.
    pub total: u64,
}

/// The letters in one state: a trainer's own, a lead's institution's, a coordinator's programme's.
///
/// # Errors
/// [`ServiceError::Hidden`] for people who send no letters.
pub async fn list(
    services: &Services,
    actor: &Actor,
    state: State,
    page: u64,
) -> Result<Letters, ServiceError> {
    let reach = reach(actor)?;
    let skip = page.saturating_mul(PAGE).min(i64::MAX.unsigned_abs());
    let read = services.store.read();
    let (letters, total) = store::message::list(read, &reach, state, skip, PAGE).await?;
    let invitations: Vec<InvitationId> = letters.iter().filter_map(|one| one.invitation).collect();
    let unanswered = store::invitation::unanswered(read, &invitations).await?;
    Ok(Letters {
        letters,
        unanswered,
        total,
    })
}

/// Lets a letter that was given up wait for another round of attempts.
///
/// # Errors
/// [`ServiceError::Hidden`] when it is none of the asker's business.
pub async fn try_again(
    services: &Services,
    actor: &Actor,
    id: MessageId,
) -> Result<(), ServiceError> {
    let reach = reach(actor)?;
    store::message::one(services.store.read(), &reach, id)
        .await?
        .ok_or(ServiceError::Hidden)?;
    let now = services.now();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move { Ok(store::message::try_again(tx, id, now).await?) })
        }))
        .await
}

/// What of the outbox somebody sees.
fn reach(actor: &Actor) -> Result<Reach, ServiceError> {
    let author = actor.person().ok_or(ServiceError::SignIn)?;
    let mut reach = Reach {
        author: Some(author),
        ..Reach::default()
    };
    let mut sends = false;
    for role in actor.roles() {
        match *role {
            Role::Lead(institution) => reach.institutions.push(institution),
            Role::Coordinator(programme) => reach.programmes.push(programme),
            Role::Trainer(_) | Role::PartnerTrainer(_) => {}
            Role::Author | Role::Observer(_) | Role::Recogniser(_) => continue,
        }
        sends = true;
    }
    if sends {
        Ok(reach)
    } else {
        Err(ServiceError::Hidden)
    }
}
