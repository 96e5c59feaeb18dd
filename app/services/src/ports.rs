//! What the use cases need from outside.

use bytes::Bytes;
use chrono::NaiveDate;
pub use documents::calendar::{Method, Parties};
use domain::cascade::target::TargetStatus;
use domain::clock::{Clock, Timestamp};
use domain::language::Language;
use futures::stream::BoxStream;

use crate::sessions::Entry;

/// Where unpredictable bytes come from.
pub trait Random: Send + Sync {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's random numbers.
pub struct SystemRandom;

impl Random for SystemRandom {
    #[expect(
        clippy::expect_used,
        reason = "without randomness no secret is safe: stop at once"
    )]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        let since = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap_or_default();
        Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }
}

/// The machine's clock, set forward or back: for a demonstration that takes place on another day.
pub struct ShiftedClock {
    by: i64,
}

impl ShiftedClock {
    /// A clock that shows `moment` now and goes on from there.
    #[must_use]
    pub fn showing(moment: Timestamp) -> Self {
        Self {
            by: moment.since(SystemClock.now()),
        }
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> Timestamp {
        SystemClock.now().plus(self.by)
    }
}

/// What a letter says, before it is put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Names the text: `mail-{kind}-subject` and `mail-{kind}-body`.
    pub kind: String,
    /// The language it is written in.
    pub language: Language,
    /// The values that the text names; `link` and `code` among them when it carries them.
    pub values: Vec<(String, String)>,
    /// The sessions whose calendar entries it carries, as they are now.
    pub sessions: Vec<Entry>,
    /// Who writes to whom.
    pub parties: Parties,
}

/// Puts letters into words.
pub trait Writer: Send + Sync {
    /// The subject, on one line, and the body as plain text.
    fn write(&self, letter: &Letter) -> (String, String);

    /// The calendar files of its sessions, one for each.
    fn calendars(&self, letter: &Letter) -> Vec<CalendarFile>;
}

/// A calendar file that goes with a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    /// Its name, such as `2026-11-14.ics`.
    pub name: String,
    /// What a mail program is to do with it.
    pub method: Method,
    /// What stands in it.
    pub text: String,
}

/// A letter in words, with its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// The address it goes to.
    pub to: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// What goes with it into calendars.
    pub calendars: Vec<CalendarFile>,
    /// The address whose button stops letters like this one; none for a letter that always comes.
    pub stop: Option<String>,
}

/// Hands letters to a mail server.
#[async_trait::async_trait]
pub trait Mailer: Send + Sync {
    /// Answers when the server has taken the letter.
    ///
    /// # Errors
    /// In the server's own words; the letter is tried again later.
    async fn send(&self, mail: &Mail) -> Result<(), String>;
}

/// The bytes of a file as they come.
pub type Pieces = BoxStream<'static, Result<Bytes, BlobError>>;

/// Why a file could not be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// This process was given no place for files.
    #[error("no place for files is set up")]
    Nowhere,
    /// The bytes are not those that were kept.
    #[error("the bytes of {0} are not those that were kept")]
    Damaged(String),
    /// The place failed, in its own words.
    #[error("files cannot be kept or read: {0}")]
    Failed(String),
}

/// Keeps files, each under the SHA-256 of its bytes in 64 hexadecimal digits. Whether bytes and
/// name agree is checked by [`crate::files`], whatever the place.
#[async_trait::async_trait]
pub trait Blobs: Send + Sync {
    /// Keeps a file whole or not at all; it is durable when this returns. When `bytes` end with an
    /// error, nothing is kept. Keeping the same again puts it there anew.
    ///
    /// # Errors
    /// That of `bytes`, or the place's own.
    async fn put(&self, sha256: &str, bytes: Pieces) -> Result<(), BlobError>;

    /// A file's bytes; `None` when it was never kept.
    ///
    /// # Errors
    /// When the place fails.
    async fn get(&self, sha256: &str) -> Result<Option<Pieces>, BlobError>;

    /// Whether a file is there.
    ///
    /// # Errors
    /// When the place fails.
    async fn has(&self, sha256: &str) -> Result<bool, BlobError>;
}

/// No place at all, for commands that touch no files.
pub struct Nowhere;

#[async_trait::async_trait]
impl Blobs for Nowhere {
    async fn put(&self, _: &str, _: Pieces) -> Result<(), BlobError> {
        Err(BlobError::Nowhere)
    }

    async fn get(&self, _: &str) -> Result<Option<Pieces>, BlobError> {
        Err(BlobError::Nowhere)
    }

    async fn has(&self, _: &str) -> Result<bool, BlobError> {
        Err(BlobError::Nowhere)
    }
}

/// Puts packs into words.
pub trait Wording: Send + Sync {
    /// The sentence of a key, with values put in.
    fn say(&self, language: Language, key: &str, values: &[(String, String)]) -> String;

    /// A day in words.
    fn day(&self, language: Language, day: NaiveDate) -> String;

    /// A target status in words.
    fn status(&self, language: Language, status: TargetStatus) -> String;
}
