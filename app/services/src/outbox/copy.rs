//! Letters copied by hand: the way out where there is no mail server.

use domain::ids::MessageId;
use domain::people::Actor;
use store::message::Message;

use super::deliver::letter;
use super::{Group, PAGE, reach};
use crate::ports::Letter;
use crate::{ServiceError, Services};

/// A letter to copy.
#[derive(Clone, Debug)]
pub struct Copied {
    /// The letter as it waits.
    pub message: Message,
    /// What it says, with a link made just now.
    pub letter: Letter,
}

/// So many letters to copy at once.
#[derive(Clone, Debug, Default)]
pub struct Pile {
    /// The letters, the oldest first.
    pub letters: Vec<Copied>,
    /// More wait after this one.
    pub more_after: Option<MessageId>,
}

/// The letters that wait, of one group if one is named, from after the one named, with fresh links. It is asked for by a form,
/// never by following a link: links of these letters that went out before stop working.
///
/// # Errors
/// [`ServiceError::Hidden`] for people who send no letters.
pub async fn copy(
    services: &Services,
    actor: &Actor,
    group: Option<Group>,
    after: Option<MessageId>,
) -> Result<Pile, ServiceError> {
    let reach = reach(actor)?;
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let kinds = group.map_or(&[][..], Group::kinds);
                let mut waiting =
                    store::message::waiting(tx, &reach, kinds, after, PAGE + 1).await?;
                let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
                let more = waiting.len() > page;
                waiting.truncate(page);
                let last = waiting.last().map(|message| message.id);
                let mut pile = Pile {
                    letters: Vec::with_capacity(waiting.len()),
                    more_after: last.filter(|_| more),
                };
                for message in waiting {
                    if let Some(letter) = letter(&asker, tx, &message).await? {
                        pile.letters.push(Copied { message, letter });
                    }
                }
                Ok(pile)
            })
        }))
        .await
}

/// Notes that somebody sent letters themselves: they wait no longer. Answers how many; what is
/// none of the asker's business is passed over.
///
/// # Errors
/// [`ServiceError::Hidden`] for people who send no letters.
pub async fn sent_by_hand(
    services: &Services,
    actor: &Actor,
    letters: Vec<MessageId>,
) -> Result<u64, ServiceError> {
    let (reach, now) = (reach(actor)?, services.now());
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                Ok(store::message::mark_sent_by_hand(tx, &reach, &letters, now).await?)
            })
        }))
        .await
}
