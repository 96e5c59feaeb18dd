//! Letters copied by hand: the way out where there is no mail server.

use domain::people::Actor;
use store::message::{Message, State};

use super::deliver::letter;
use super::{PAGE, reach};
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

/// The letters that wait, with fresh links. It is asked for by a form, never by following a link:
/// links that went out before stop working.
///
/// # Errors
/// [`ServiceError::Hidden`] for people who send no letters.
pub async fn copy(services: &Services, actor: &Actor) -> Result<Vec<Copied>, ServiceError> {
    let reach = reach(actor)?;
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let (waiting, _) =
                    store::message::list(tx, &reach, State::Waiting, 0, PAGE).await?;
                let mut copied = Vec::with_capacity(waiting.len());
                for message in waiting {
                    if let Some(letter) = letter(&asker, tx, &message).await? {
                        copied.push(Copied { message, letter });
                    }
                }
                Ok(copied)
            })
        }))
        .await
}
