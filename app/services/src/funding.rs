//! The funders' sentences, which stand at the foot of every page.
//!
//! They change once in a programme's life and are shown on every page, so they are kept in memory:
//! a page costs no statement for them. A process that changes one knows at once; another process
//! on the same database reads them anew at most once a minute, and so shows it a minute late.

use std::sync::{Arc, Mutex, PoisonError};

use domain::clock::{MINUTE, Timestamp};
use domain::language::Language;

use crate::{ServiceError, Services};

/// They are read anew after this long.
const FRESH: i64 = MINUTE;

/// The sentences as this process knows them.
#[derive(Default)]
pub struct Funding(Mutex<Known>);

/// The sentences in each language, in the order of [`Language::ALL`].
type Lines = [Arc<[String]>; Language::ALL.len()];

#[derive(Clone, Default)]
struct Known {
    lines: Lines,
    read_at: Option<Timestamp>,
    edition: u64,
}

impl Funding {
    /// The sentences of all programmes for readers of a language, the oldest programme first. Should
    /// the database fail, the last ones known.
    pub async fn lines(&self, services: &Services, language: Language) -> Arc<[String]> {
        let [english, albanian, bosnian] = self.in_all(services).await;
        match language {
            Language::English => english,
            Language::Albanian => albanian,
            Language::Bosnian => bosnian,
        }
    }

    async fn in_all(&self, services: &Services) -> Lines {
        let now = services.now();
        let known = {
            let mut known = self.known();
            let fresh = known.read_at.is_some_and(|at| now.since(at) < FRESH);
            if fresh {
                return known.lines.clone();
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

    fn keep(&self, lines: Lines, edition: u64) -> Lines {
        let mut known = self.known();
        // What was read before a change says nothing about after it.
        if known.edition == edition && known.lines != lines {
            known.lines = lines.clone();
            known.edition += 1;
        }
        lines
    }

    fn known(&self) -> std::sync::MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn read(services: &Services) -> Result<Lines, ServiceError> {
    let programmes = store::programme::all(services.store.read()).await?;
    Ok(Language::ALL.map(|language| {
        let mut lines: Vec<String> = Vec::new();
        for programme in &programmes {
            let line = programme.funding_in(language);
            if !line.is_empty() && !lines.iter().any(|known| known == line) {
                lines.push(line.to_owned());
            }
        }
        lines.into()
    }))
}
