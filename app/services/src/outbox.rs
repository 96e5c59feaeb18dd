//! Letters on their way: queued with what they follow from, sent by a worker, copied by hand
//! where there is no mail server.

mod copy;
mod deliver;
mod session;

use std::collections::HashSet;

use domain::clock::{DAY, Timestamp};
use domain::ids::{InvitationId, MessageId, PersonId, SessionId};
use domain::language::Language;
use domain::people::{Actor, Role};
use store::ConnectionTrait;
use store::message::{NewMessage, Reach};

use crate::sessions::News;
use crate::{ServiceError, Services};

pub use copy::{Copied, Pile, copy, sent_by_hand};
pub use deliver::{ATTEMPTS, deliver};
pub use session::calendar_of;
pub use store::message::{Message, SeenBy, State};

/// Letters on one page of the list.
pub const PAGE: u64 = 50;
/// An invitation can be accepted for this long after its letter went out.
pub(crate) const INVITATION: i64 = 60 * DAY;

/// Letters that belong together in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Into cohorts and to roles.
    Invitations,
    /// What became of sessions.
    Sessions,
    /// What people are reminded of.
    Reminders,
    /// Weekly digests.
    Digests,
}

impl Group {
    /// Every group, in the order of the list.
    pub const ALL: [Self; 4] = [
        Self::Invitations,
        Self::Sessions,
        Self::Reminders,
        Self::Digests,
    ];

    /// The word in addresses and in message keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Invitations => "invitations",
            Self::Sessions => "sessions",
            Self::Reminders => "reminders",
            Self::Digests => "digests",
        }
    }

    /// The group a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code)
    }

    /// Whether letters of this kind are in the group.
    #[must_use]
    pub fn holds(self, kind: &str) -> bool {
        self.kinds().contains(&kind)
    }

    fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::Invitations => &["invitation", "role"],
            Self::Sessions => &News::KINDS,
            Self::Reminders => &REMINDERS,
            Self::Digests => &DIGESTS,
        }
    }
}

const REMINDERS: [&str; 6] = [
    "reminder",
    "joining",
    "quiet",
    "session-ahead",
    "follow-up",
    "nudge",
];
const DIGESTS: [&str; 3] = ["digest-trainer", "digest-lead", "digest-coordinator"];

/// The kinds of letters that people can say they do not want. What became of a session is none of
/// them: whoever takes part in a course has to know when and where it meets, as with an invitation
/// or a new password. The reminder of the same session repeats what they know, and can be refused.
pub(crate) fn unasked() -> Vec<&'static str> {
    REMINDERS.iter().chain(&DIGESTS).copied().collect()
}

/// A letter to somebody known, for which nobody typed an address: a reminder, for example.
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
    /// The invitation whose link it carries.
    pub invitation: Option<InvitationId>,
    /// The session that it is about.
    pub session: Option<SessionId>,
    /// After that it says nothing true any more; without it, it stays true.
    pub good_until: Option<Timestamp>,
    /// The language for somebody who has chosen none.
    pub language: Language,
    /// Who sees it in the outbox.
    pub seen_by: SeenBy,
}

/// Queues notes in the transaction of what they follow from. Answers how many have somewhere to
/// go.
///
/// # Errors
/// When the database fails.
pub async fn queue(
    services: &Services,
    tx: &impl ConnectionTrait,
    notes: Vec<Note>,
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
                language: person.language.unwrap_or(note.language),
                values,
                invitation: note.invitation,
                session: note.session,
                person: Some(note.person),
                good_until: note.good_until,
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

/// The letters in one state, and of one group if one is named: a trainer's own, a lead's
/// institution's, a coordinator's programme's.
///
/// # Errors
/// [`ServiceError::Hidden`] for people who send no letters.
pub async fn list(
    services: &Services,
    actor: &Actor,
    state: State,
    group: Option<Group>,
    page: u64,
) -> Result<Letters, ServiceError> {
    let reach = reach(actor)?;
    let skip = page.saturating_mul(PAGE).min(i64::MAX.unsigned_abs());
    let read = services.store.read();
    let kinds = group.map_or(&[][..], Group::kinds);
    let (letters, total) = store::message::list(read, &reach, state, kinds, skip, PAGE).await?;
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
            Role::Trainer(institution) => reach.trains_at.push(institution),
            Role::PartnerTrainer(programme) => reach.trains_in.push(programme),
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
