//! What the use cases need from outside.

use domain::clock::{Clock, Timestamp};
use domain::language::Language;

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

/// What a letter says, before it is put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Names the text: `mail-{kind}-subject` and `mail-{kind}-body`.
    pub kind: String,
    /// The language it is written in.
    pub language: Language,
    /// The values that the text names; `link` and `code` among them when it carries them.
    pub values: Vec<(String, String)>,
}

/// Puts letters into words.
pub trait Writer: Send + Sync {
    /// The subject, on one line, and the body as plain text.
    fn write(&self, letter: &Letter) -> (String, String);
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
