//! The outbox: messages that wait for a mail server, or for somebody who copies them.
//!
//! A message keeps what its text names, not the text: links are made when it goes out, so that
//! the database never holds one that opens something.

mod reach;
mod reminders;

use domain::clock::Timestamp;
use domain::ids::{InstitutionId, InvitationId, MessageId, PersonId, ProgrammeId, SessionId};
use domain::language::Language;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set, entity::prelude::*,
};

use crate::StoreError;
use crate::entity::message::{ActiveModel, Column, Entity, Model};
use crate::sql::CHUNK;

pub use reach::{Reach, list, mark_sent_by_hand, one, waiting};
pub use reminders::{
    cancel_about, cancel_of_session, cancel_of_sessions_to, cancel_one, cancel_outdated, cancel_to,
    given_up, set_stop, stops, was_queued,
};

/// Where a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It goes out as soon as it is due.
    Waiting,
    /// The mail server took it.
    Sent,
    /// Given up after the last attempt.
    Failed,
    /// What it says is not true any more.
    Cancelled,
}

impl State {
    /// The word in the database and in message keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        [Self::Waiting, Self::Sent, Self::Failed, Self::Cancelled]
            .into_iter()
            .find(|s| s.code() == code)
    }
}

/// A message about to be queued.
#[derive(Clone, Debug)]
pub struct NewMessage {
    /// Its identifier.
    pub id: MessageId,
    /// The same key is never queued twice.
    pub dedupe_key: String,
    /// Names its text: `mail-{kind}-subject` and `mail-{kind}-body`.
    pub kind: String,
    /// The address it goes to.
    pub recipient: String,
    /// The language of its text.
    pub language: Language,
    /// The values that its text names.
    pub values: Vec<(String, String)>,
    /// The invitation whose link it carries.
    pub invitation: Option<InvitationId>,
    /// The session that it is about.
    pub session: Option<SessionId>,
    /// Whom it goes to, where that is known.
    pub person: Option<PersonId>,
    /// After that it says nothing true any more; without it, it stays true.
    pub good_until: Option<Timestamp>,
    /// Who caused it, and whose leads and coordinators see it.
    pub seen_by: SeenBy,
}

/// Who sees a message in the outbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SeenBy {
    /// Who caused it.
    pub author: Option<PersonId>,
    /// The leads of this institution.
    pub institution: Option<InstitutionId>,
    /// The coordinators of this programme.
    pub programme: Option<ProgrammeId>,
}

/// A queued message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Which one.
    pub id: MessageId,
    /// Names its text.
    pub kind: String,
    /// The address it goes to.
    pub recipient: String,
    /// The language of its text.
    pub language: Language,
    /// The values that its text names.
    pub values: Vec<(String, String)>,
    /// The invitation whose link it carries.
    pub invitation: Option<InvitationId>,
    /// The session that it is about.
    pub session: Option<SessionId>,
    /// Whom it goes to, where that is known.
    pub person: Option<PersonId>,
    /// After that it says nothing true any more.
    pub good_until: Option<Timestamp>,
    /// Where it stands.
    pub state: State,
    /// How often it was tried.
    pub attempts: i32,
    /// When it is tried next.
    pub due_at: Timestamp,
    /// When the mail server took it.
    pub sent_at: Option<Timestamp>,
    /// What the mail server said last.
    pub last_error: Option<String>,
    /// Since when it waits.
    pub created_at: Timestamp,
}

/// Queues messages; one whose key was queued before is passed over.
///
/// # Errors
/// When the database fails.
pub async fn queue(
    db: &impl ConnectionTrait,
    messages: &[NewMessage],
    now: Timestamp,
) -> Result<(), StoreError> {
    for chunk in messages.chunks(CHUNK) {
        let rows = chunk
            .iter()
            .map(|message| write(message, now))
            .collect::<Result<Vec<_>, _>>()?;
        Entity::insert_many(rows)
            .on_conflict(
                OnConflict::column(Column::DedupeKey)
                    .do_nothing()
                    .to_owned(),
            )
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// The messages that wait and are due, the longest due first.
///
/// # Errors
/// When the database fails.
pub async fn due(
    db: &impl ConnectionTrait,
    now: Timestamp,
    limit: u64,
) -> Result<Vec<Message>, StoreError> {
    let rows = Entity::find()
        .filter(Column::State.eq(State::Waiting.code()))
        .filter(Column::DueAt.lte(now.0))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    rows.into_iter()
        .filter_map(|row| read(row).transpose())
        .collect()
}

/// Takes a message for sending until `lease`, so that no other process sends it meanwhile; after
/// that it is due again, should this process die. `false`: another process was quicker.
///
/// # Errors
/// When the database fails.
pub async fn claim(
    db: &impl ConnectionTrait,
    message: &Message,
    lease: Timestamp,
) -> Result<bool, StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::DueAt, Expr::value(lease.0))
        .col_expr(Column::Attempts, Expr::value(message.attempts + 1))
        .filter(Column::Id.eq(message.id.0))
        .filter(Column::State.eq(State::Waiting.code()))
        .filter(Column::Attempts.eq(message.attempts))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Remembers that the mail server took a message.
///
/// # Errors
/// When the database fails.
pub async fn mark_sent(
    db: &impl ConnectionTrait,
    id: MessageId,
    now: Timestamp,
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Sent.code()))
        .col_expr(Column::SentAt, Expr::value(now.0))
        .filter(Column::Id.eq(id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Remembers that an attempt failed: tried again at `next`, or given up without one.
///
/// # Errors
/// When the database fails.
pub async fn mark_failed(
    db: &impl ConnectionTrait,
    id: MessageId,
    reason: &str,
    next: Option<Timestamp>,
) -> Result<(), StoreError> {
    let state = if next.is_some() {
        State::Waiting
    } else {
        State::Failed
    };
    let mut update = Entity::update_many()
        .col_expr(Column::State, Expr::value(state.code()))
        .col_expr(Column::LastError, Expr::value(reason))
        .filter(Column::Id.eq(id.0))
        .filter(Column::State.eq(State::Waiting.code()));
    if let Some(next) = next {
        update = update.col_expr(Column::DueAt, Expr::value(next.0));
    }
    update.exec(db).await?;
    Ok(())
}

/// Lets a message that was given up wait again.
///
/// # Errors
/// When the database fails.
pub async fn try_again(
    db: &impl ConnectionTrait,
    id: MessageId,
    now: Timestamp,
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Waiting.code()))
        .col_expr(Column::Attempts, Expr::value(0))
        .col_expr(Column::DueAt, Expr::value(now.0))
        .filter(Column::Id.eq(id.0))
        .filter(Column::State.eq(State::Failed.code()))
        .exec(db)
        .await?;
    Ok(())
}

/// Holds back the unsent messages of invitations that opened nothing any more.
///
/// # Errors
/// When the database fails.
pub async fn cancel_of_invitations(
    db: &impl ConnectionTrait,
    invitations: &[InvitationId],
) -> Result<(), StoreError> {
    for chunk in invitations.chunks(CHUNK) {
        Entity::update_many()
            .col_expr(Column::State, Expr::value(State::Cancelled.code()))
            .filter(Column::InvitationId.is_in(chunk.iter().map(|id| id.0)))
            .filter(Column::State.is_in([State::Waiting.code(), State::Failed.code()]))
            .exec(db)
            .await?;
    }
    Ok(())
}

fn write(message: &NewMessage, now: Timestamp) -> Result<ActiveModel, StoreError> {
    Ok(ActiveModel {
        id: Set(message.id.0),
        dedupe_key: Set(message.dedupe_key.clone()),
        kind: Set(message.kind.clone()),
        recipient: Set(message.recipient.clone()),
        language: Set(message.language.tag().to_owned()),
        detail: Set(serde_json::to_string(&message.values)?),
        invitation_id: Set(message.invitation.map(|id| id.0)),
        session_id: Set(message.session.map(|id| id.0)),
        person_id: Set(message.person.map(|id| id.0)),
        good_until: Set(message.good_until.map(|at| at.0)),
        stop_hash: Set(None),
        created_by: Set(message.seen_by.author.map(|id| id.0)),
        institution_id: Set(message.seen_by.institution.map(|id| id.0)),
        programme_id: Set(message.seen_by.programme.map(|id| id.0)),
        state: Set(State::Waiting.code().to_owned()),
        attempts: Set(0),
        due_at: Set(now.0),
        sent_at: Set(None),
        last_error: Set(None),
        created_at: Set(now.0),
    })
}

/// A state that an older version does not know is none of its business.
fn read(row: Model) -> Result<Option<Message>, StoreError> {
    let Some(state) = State::from_code(&row.state) else {
        return Ok(None);
    };
    Ok(Some(Message {
        id: MessageId(row.id),
        kind: row.kind,
        recipient: row.recipient,
        language: Language::from_tag(&row.language).unwrap_or_default(),
        values: serde_json::from_str(&row.detail)?,
        invitation: row.invitation_id.map(InvitationId),
        session: row.session_id.map(SessionId),
        person: row.person_id.map(PersonId),
        good_until: row.good_until.map(Timestamp),
        state,
        attempts: row.attempts,
        due_at: Timestamp(row.due_at),
        sent_at: row.sent_at.map(Timestamp),
        last_error: row.last_error,
        created_at: Timestamp(row.created_at),
    }))
}
