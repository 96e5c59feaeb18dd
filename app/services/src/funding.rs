//! The funders' sentences, which stand at the foot of every page.
//!
//! They change once in a programme's life and are shown on every page, so they are kept in memory:
//! a page costs no statement for them. A process that changes one knows at once; another process
//! on the same database reads them anew at most once a minute, and so shows it a minute late.

use std::sync::{Arc, Mutex, PoisonError};

use domain::clock::{MINUTE, Timestamp};

use crate::{ServiceError, Services};

/// They are read anew after this long.
const FRESH: i64 = MINUTE;

/// The sentences as this process knows them.
#[derive(Default)]
pub struct Funding(Mutex<Known>);

#[derive(Clone, Default)]
struct Known {
    lines: Arc<[String]>,
    read_at: Option<Timestamp>,
    edition: u64,
}

impl Funding {
    /// The sentences of all programmes, the oldest programme first. Should the database fail, the
    /// last ones known.
    pub async fn lines(&self, services: &Services) -> Arc<[String]> {
        let now = services.now();
        let known = {
            let mut known = self.known();
            let fresh = known.read_at.is_some_and(|at| now.since(at) < FRESH);
            if fresh {
                return Arc::clone(&known.lines);
            }
            // Whoever comes while these are read is answered with what is known.
            known.read_at = Some(now);
            known.clone()
        };
        match read(services).await {
            Ok(lines) => self.keep(lines, known.edition),
            Err(error) => {
                tracing::warn!(%error, "the funders' sentences could not be read");
                known.lines
            }
        }
    }

    /// Counts up whenever a sentence may read otherwise than before: whole pages kept elsewhere
    /// are out of date then.
    #[must_use]
    pub fn edition(&self) -> u64 {
        self.known().edition
    }

    /// A programme was made or changed here: read them anew for the next page.
    pub(crate) fn changed(&self) {
        let mut known = self.known();
        known.read_at = None;
        known.edition += 1;
    }

    fn keep(&self, lines: Arc<[String]>, edition: u64) -> Arc<[String]> {
        let mut known = self.known();
        // What was read before a change says nothing about after it.
        if known.edition == edition && known.lines != lines {
            known.lines = Arc::clone(&lines);
            known.edition += 1;
        }
        lines
    }

    fn known(&self) -> std::sync::MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn read(services: &Services) -> Result<Arc<[String]>, ServiceError> {
    let mut lines: Vec<String> = Vec::new();
    for programme in store::programme::all(services.store.read()).await? {
        let line = programme.funding_line.trim();
        if !line.is_empty() && !lines.iter().any(|known| known == line) {
            lines.push(line.to_owned());
        }
    }
    Ok(lines.into())
}
