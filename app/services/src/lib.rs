//! Use cases: one module per area, one function per use case.
//!
//! Every use case takes [`Services`] and, where it matters who asks, an
//! [`Actor`](domain::people::Actor); it asks `domain::policy` itself, so that a caller who
//! forgets gets nothing. Time and randomness come in through [`Services`].

pub mod access;
pub mod account;
pub mod activity;
pub mod audit;
mod backoff;
pub mod cascade;
mod code;
pub mod cohorts;
pub mod course;
pub mod digest;
pub mod enrolment;
mod error;
pub mod evidence;
pub mod files;
pub mod flash;
pub mod follow_up;
mod form;
pub mod funding;
pub mod institution;
pub mod invitations;
pub mod jobs;
pub mod learning;
pub mod letter_choice;
pub mod limits;
pub mod local;
mod new_id;
pub mod outbox;
pub mod packs;
pub mod password;
pub mod person_page;
pub mod ports;
pub mod programme;
pub mod reminders;
pub mod reset;
pub mod reviews;
pub mod sessions;
pub mod setup;
pub mod sight;
pub mod sign_in;
pub mod silence;
mod together;

use std::sync::Arc;

use domain::clock::{Clock, Timestamp};
use store::Store;
use tokio::sync::Semaphore;
use uuid::Uuid;

pub use error::{FieldProblem, ServiceError};
pub use ports::Random;

use limits::Limits;
use new_id::NewIds;
use password::Hasher;

/// What every use case stands on.
#[derive(Clone)]
pub struct Services {
    /// What is kept.
    pub store: Store,
    /// The present.
    pub clock: Arc<dyn Clock>,
    /// Unpredictable bytes.
    pub random: Arc<dyn Random>,
    /// How the installation is set up.
    pub settings: Arc<Settings>,
    /// The published courses, in memory.
    pub library: Arc<course::Library>,
    /// The funders' sentences, in memory.
    pub funding: Arc<funding::Funding>,
    /// Where files are kept.
    blobs: Arc<dyn ports::Blobs>,
    /// What learners did and is not kept yet.
    steps: Arc<together::Line<learning::Step>>,
    /// Whose records of units are about to be read.
    readers: Arc<together::Line<learning::Whose>>,
    limits: Arc<Limits>,
    hasher: Arc<Hasher>,
    /// Places for looking into files that people attach.
    scans: Arc<Semaphore>,
    ids: Arc<NewIds>,
}

/// How an installation is set up; fixed while the process runs.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The address people reach this installation at, without a final slash.
    pub public_url: String,
    /// Whether a mail server is configured: without one, messages wait as a list to copy.
    pub mail: bool,
    /// Whom letters come from, such as `Kaskada <kaskada@uni.example>`.
    pub mail_from: String,
    /// The header in which a trusted proxy names the caller's address, if there is such a proxy.
    pub client_header: Option<String>,
}

impl Services {
    /// The use cases on an open store.
    #[must_use]
    pub fn new(
        store: Store,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
        settings: Settings,
    ) -> Self {
        Self {
            store,
            clock,
            random,
            settings: Arc::new(settings),
            library: Arc::default(),
            funding: Arc::default(),
            blobs: Arc::new(ports::Nowhere),
            steps: Arc::default(),
            readers: Arc::default(),
            limits: Arc::new(Limits::new()),
            hasher: Arc::new(Hasher::new()),
            scans: Arc::new(Semaphore::new(evidence::LOOKED_INTO_AT_ONCE)),
            ids: Arc::default(),
        }
    }

    /// The same use cases with a place for files.
    #[must_use]
    pub fn keeping_files(mut self, blobs: Arc<dyn ports::Blobs>) -> Self {
        self.blobs = blobs;
        self
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A new identifier, greater than all before it.
    #[must_use]
    pub fn new_id(&self) -> Uuid {
        let mut bytes = [0; 10];
        self.random.fill(&mut bytes);
        self.ids.next(self.now(), bytes)
    }

    /// A new secret of 256 bits in 64 hexadecimal digits, for links and cookies.
    #[must_use]
    pub fn new_token(&self) -> String {
        let mut bytes = [0; 32];
        self.random.fill(&mut bytes);
        hex::encode(bytes)
    }
}

/// What the database keeps of a token or code: SHA-256, so that a stolen database opens nothing.
#[must_use]
pub fn hash_token(token: &str) -> String {
    hash_bytes(token.as_bytes())
}

/// SHA-256 in hexadecimal.
#[must_use]
pub fn hash_bytes(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    hex::encode(Sha256::digest(bytes))
}
