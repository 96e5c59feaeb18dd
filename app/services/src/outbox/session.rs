//! The sessions that a letter tells of.

use documents::calendar::{Parties, Party};
use domain::ids::{InvitationId, MessageId};
use domain::people::Actor;
use store::ConnectionTrait;
use store::invitation::Purpose;
use store::message::Message;

use super::reach;
use crate::sessions::{self, Entry};
use crate::{ServiceError, Services};

/// What a letter knows of sessions.
pub(super) enum Sessions {
    /// These, each with its calendar entry; none for most letters.
    Are(Vec<Entry>),
    /// What it was to tell of is not so any more.
    Outdated,
}

/// The sessions of a letter, as they are now.
///
/// # Errors
/// When the database fails.
pub(super) async fn of(
    services: &Services,
    db: &impl ConnectionTrait,
    message: &Message,
) -> Result<Sessions, ServiceError> {
    Ok(match (message.session, message.invitation) {
        (Some(session), _) => match sessions::about(services, db, message, session).await? {
            Some(entry) => Sessions::Are(vec![entry]),
            None => Sessions::Outdated,
        },
        (None, Some(invitation)) if message.kind == "invitation" => {
            Sessions::Are(with_invitation(services, db, invitation).await?)
        }
        _ => Sessions::Are(Vec::new()),
    })
}

/// Whoever is invited gets the sessions that their cohort planned before.
async fn with_invitation(
    services: &Services,
    db: &impl ConnectionTrait,
    id: InvitationId,
) -> Result<Vec<Entry>, ServiceError> {
    match store::invitation::by_id(db, id)
        .await?
        .map(|one| one.purpose)
    {
        Some(Purpose::Cohort(cohort)) => sessions::coming_in(services, db, cohort).await,
        _ => Ok(Vec::new()),
    }
}

/// Between whom a letter goes.
pub(super) fn parties(services: &Services, message: &Message) -> Parties {
    let name = message.values.iter().find(|(name, _)| name == "name");
    Parties {
        organiser: party(&services.settings.mail_from),
        guest: Party {
            name: name.map(|(_, name)| name.clone()).unwrap_or_default(),
            address: message.recipient.clone(),
        },
    }
}

/// Somebody written as `Name <address>`, or as the address alone.
fn party(mailbox: &str) -> Party {
    let (name, rest) = mailbox.rsplit_once('<').unwrap_or(("", mailbox));
    let address = rest.trim_end().trim_end_matches('>').trim();
    let name = name.trim().trim_matches('"');
    Party {
        name: if name.is_empty() { address } else { name }.to_owned(),
        address: address.to_owned(),
    }
}

/// The sessions of a letter in the outbox, for the calendar file that somebody who copies the letter
/// by hand puts with it.
///
/// # Errors
/// [`ServiceError::Hidden`] when the letter is none of the asker's business or tells of none.
pub async fn calendar_of(
    services: &Services,
    actor: &Actor,
    id: MessageId,
) -> Result<(Message, Vec<Entry>), ServiceError> {
    let (reach, read) = (reach(actor)?, services.store.read());
    let message = store::message::one(read, &reach, id)
        .await?
        .ok_or(ServiceError::Hidden)?;
    match of(services, read, &message).await? {
        Sessions::Are(entries) if !entries.is_empty() => Ok((message, entries)),
        _ => Err(ServiceError::Hidden),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sender_is_read_with_and_without_a_name() {
        let read = |mailbox| {
            let party = party(mailbox);
            (party.name, party.address)
        };
        let both = |name: &str, address: &str| (name.to_owned(), address.to_owned());
        assert_eq!(
            read("Kaskada <kaskada@uni.example>"),
            both("Kaskada", "kaskada@uni.example")
        );
        assert_eq!(
            read("\"INTERBA, Tirana\" <a@uni.example>"),
            both("INTERBA, Tirana", "a@uni.example")
        );
        assert_eq!(
            read("a@uni.example"),
            both("a@uni.example", "a@uni.example")
        );
    }
}
