//! Sending what waits.

use domain::clock::{MINUTE, Timestamp};
use domain::ids::MessageId;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use store::ConnectionTrait;
use store::invitation::{Invitation, Purpose, Standing};
use store::message::Message;

use super::session::{self, Sessions};
use super::{INVITATION, unasked};
use crate::backoff::pause;
use crate::code::Code;
use crate::ports::{Letter, Mail, Mailer, Writer};
use crate::sessions::{AHEAD, bring_up_to_date};
use crate::{ServiceError, Services, hash_token};

/// A letter is given up after this many attempts.
pub const ATTEMPTS: i32 = 8;
/// Letters taken at a time.
const BATCH: u64 = 20;
/// How long a mail server may take before another process tries the same letter.
const LEASE: i64 = 10 * MINUTE;

/// Sends one batch of the letters that are due; answers how many were taken up. Any number of
/// processes may do this at the same time. A letter may arrive twice, if a process dies between
/// handing it over and noting that down; it is never lost.
///
/// # Errors
/// When the database fails.
pub async fn deliver(
    services: &Services,
    writer: &dyn Writer,
    mailer: &dyn Mailer,
) -> Result<usize, ServiceError> {
    let due = store::message::due(services.store.read(), services.now(), BATCH).await?;
    let mut taken = 0;
    for message in due {
        let Some(letter) = take(services, &message).await? else {
            continue;
        };
        taken += 1;
        let (subject, body) = writer.write(&letter);
        let mail = Mail {
            to: message.recipient.clone(),
            subject: one_line(&subject),
            body,
            calendars: writer.calendars(&letter),
            stop: letter
                .values
                .iter()
                .find(|(name, _)| name == "stop")
                .map(|(_, address)| address.clone()),
        };
        let outcome = mailer.send(&mail).await;
        note_down(services, &message, outcome).await?;
    }
    Ok(taken)
}

/// Claims a letter and makes its link. `None`: another process has it, or it is not true any more.
async fn take(services: &Services, message: &Message) -> Result<Option<Letter>, ServiceError> {
    let asker = services.clone();
    let message = message.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let lease = asker.now().plus(LEASE);
                if !store::message::claim(tx, &message, lease).await? {
                    return Ok(None);
                }
                letter(&asker, tx, &message).await
            })
        }))
        .await
}

/// The letter of a message, with a fresh link when it carries an invitation, and one that stops
/// reminders when it is one, and the sessions it tells of as they are now. An invitation that opens nothing any more cancels its letters, what is
/// not true any more is not said, and nobody who wants no reminders gets one.
pub(super) async fn letter(
    services: &Services,
    tx: &impl ConnectionTrait,
    message: &Message,
) -> Result<Option<Letter>, ServiceError> {
    let now = services.now();
    if message.good_until.is_some_and(|until| until <= now) {
        store::message::cancel_outdated(tx, now).await?;
        return Ok(None);
    }
    let site = &services.settings.public_url;
    let mut values = message.values.clone();
    values.push(("site".to_owned(), site.clone()));
    let kinds = unasked();
    if let Some(person) = message
        .person
        .filter(|_| kinds.contains(&message.kind.as_str()))
    {
        // A page of people is read before their letters are queued: somebody may have said
        // meanwhile that they want none.
        if store::letter_refusal::of(tx, person).await? {
            store::message::cancel_to(tx, person, &kinds).await?;
            return Ok(None);
        }
        let token = stop_token(services, tx, message.id).await?;
        store::message::set_stop(tx, message.id, &hash_token(&token)).await?;
        values.push(("stop".to_owned(), format!("{site}/letters/{token}")));
    }
    let Sessions::Are(mut sessions) = session::of(services, tx, message).await? else {
        store::message::cancel_one(tx, message.id).await?;
        return Ok(None);
    };
    if message.kind == AHEAD {
        // A reminder repeats what its reader's calendar knows.
        for entry in sessions.drain(..) {
            bring_up_to_date(&mut values, &entry.session);
        }
    }
    if let Some(id) = message.invitation {
        let invitation = store::invitation::by_id(tx, id).await?;
        let Some(invitation) = invitation.filter(|one| can_go_out(one, now)) else {
            store::message::cancel_of_invitations(tx, &[id]).await?;
            return Ok(None);
        };
        values.extend(secrets(services, tx, &invitation).await?);
    }
    Ok(Some(Letter {
        kind: message.kind.clone(),
        language: message.language,
        values,
        sessions,
        parties: session::parties(services, message),
    }))
}

/// The token of the link by which a letter stops reminders. Every rendering of a letter carries the
/// same: a letter that was sent twice, or copied and then sent, keeps a link that works.
async fn stop_token(
    services: &Services,
    tx: &impl ConnectionTrait,
    id: MessageId,
) -> Result<String, ServiceError> {
    let fresh = services.new_token();
    let secret = store::installation_secret::of(tx, "stop-reminders", &fresh).await?;
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else {
        // HMAC takes keys of every length.
        return Ok(fresh);
    };
    mac.update(id.0.as_bytes());
    Ok(hex::encode(mac.finalize().into_bytes()))
}

/// An invitation whose time was over before anybody could send it is still meant; a reset is not.
fn can_go_out(invitation: &Invitation, now: Timestamp) -> bool {
    match invitation.standing(now) {
        Standing::Open => true,
        Standing::Expired => matches!(invitation.purpose, Purpose::Cohort(_) | Purpose::Role(_)),
        Standing::Used | Standing::Revoked => false,
    }
}

/// A fresh link, and a code unless one is on paper already: a slip stays good.
async fn secrets(
    services: &Services,
    tx: &impl ConnectionTrait,
    invitation: &Invitation,
) -> Result<Vec<(String, String)>, ServiceError> {
    let site = &services.settings.public_url;
    let (page, until) = match invitation.purpose {
        Purpose::Reset => ("reset", invitation.expires_at),
        Purpose::Address(_) => ("invitations", invitation.expires_at),
        _ => ("invitations", services.now().plus(INVITATION)),
    };
    let token = services.new_token();
    store::invitation::set_token(tx, invitation.id, &hash_token(&token), until).await?;
    let mut values = vec![("link".to_owned(), format!("{site}/{page}/{token}"))];
    if matches!(invitation.purpose, Purpose::Cohort(_)) && !invitation.has_code {
        let code = Code::new(services);
        store::invitation::set_code(tx, invitation.id, &code.hash(), until).await?;
        values.push(("code".to_owned(), code.to_string()));
    }
    Ok(values)
}

async fn note_down(
    services: &Services,
    message: &Message,
    outcome: Result<(), String>,
) -> Result<(), ServiceError> {
    let (id, attempt, now) = (message.id, message.attempts + 1, services.now());
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                match outcome {
                    Ok(()) => store::message::mark_sent(tx, id, now).await?,
                    Err(reason) => {
                        let reason: String = reason.chars().take(500).collect();
                        let next = (attempt < ATTEMPTS).then(|| now.plus(pause(attempt)));
                        tracing::warn!(message = %id, attempt, reason, "a letter was not taken");
                        store::message::mark_failed(tx, id, &reason, next).await?;
                    }
                }
                Ok(())
            })
        }))
        .await
}

/// Nothing that somebody typed may become a header of its own.
fn one_line(text: &str) -> String {
    text.split(|letter: char| letter.is_control())
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_add_a_header_to_a_letter() {
        assert_eq!(
            one_line("Join Arta\r\nBcc: all@uni.example"),
            "Join Arta  Bcc: all@uni.example"
        );
    }
}
