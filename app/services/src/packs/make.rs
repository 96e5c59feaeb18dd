//! Making packs, one at a time, whichever process gets to it.

use std::fs::File;
use std::io::Read;
use std::sync::Arc;

use bytes::Bytes;
use documents::pack::{Finished, Pack as Zip};
use domain::cascade::Rule;
use domain::clock::{MINUTE, Timestamp};
use futures::stream::{self, StreamExt, TryStreamExt};
use store::StoreError;
use store::pack::{About, Made, Pack, State};
use store::period::Period;
use store::programme::Programme;

use super::contents::{Contents, ContentsError};
use super::session::Attached;
use super::sheet::Voice;
use super::{funder, session};
use crate::course::{Edition, UnitPlace};
use crate::ports::{BlobError, Pieces, Wording};
use crate::{ServiceError, Services, files, local};

/// How long a process may be silent about a pack it makes before another one takes it over. No
/// question to the database takes as long.
const LEASE: i64 = 5 * MINUTE;
/// A pack whose makers died so often is given up, for it may be what kills them.
const DEATHS: u32 = 3;
/// Bytes of a finished pack that are passed on at a time.
const PIECE: usize = 256 * 1024;

/// Why a pack was not made.
#[derive(Debug, thiserror::Error)]
pub(super) enum MakeError {
    #[error(transparent)]
    Service(#[from] ServiceError),
    #[error(transparent)]
    Contents(#[from] ContentsError),
    #[error("what the pack is about is gone")]
    Gone,
    #[error("another process took over")]
    Overtaken,
    #[error("the work was broken off: {0}")]
    BrokenOff(#[from] tokio::task::JoinError),
}

impl From<StoreError> for MakeError {
    fn from(error: StoreError) -> Self {
        Self::Service(error.into())
    }
}

impl MakeError {
    /// The end of the message key `pack-error-…`.
    fn code(&self) -> &'static str {
        match self {
            Self::Service(ServiceError::Blob(BlobError::Damaged(_))) => "file",
            Self::Service(ServiceError::Blob(_)) => "place",
            _ => "broken",
        }
    }
}

/// A pack that is being made.
pub(super) struct Job<'a> {
    pub services: &'a Services,
    pub wording: Arc<dyn Wording>,
    pub pack: Pack,
    attempt: u32,
    done: u32,
    total: u32,
}

/// Lets packs that were being made when the process ended be made at once, where no other process
/// can be making them.
///
/// # Errors
/// When the database fails.
pub async fn begin_again(services: &Services) -> Result<(), ServiceError> {
    if !services.store.shares_commits() {
        return Ok(());
    }
    services
        .store
        .write(Box::new(|tx| {
            Box::pin(async move { Ok(store::pack::end_leases(tx).await?) })
        }))
        .await
}

/// Makes the pack that waits longest; `false` when none waits. Whatever goes wrong with a pack is
/// kept with it, for whoever asked for it.
///
/// # Errors
/// When the database fails.
pub async fn make_next(
    services: &Services,
    wording: Arc<dyn Wording>,
) -> Result<bool, ServiceError> {
    let Some(pack) = store::pack::next(services.store.read(), services.now()).await? else {
        return Ok(false);
    };
    let (claimed, lease) = (pack.clone(), services.now().plus(LEASE));
    let is_ours = services
        .store
        .write::<_, ServiceError>(Box::new(move |tx| {
            Box::pin(async move { Ok(store::pack::claim(tx, &claimed, lease).await?) })
        }))
        .await?;
    if !is_ours {
        return Ok(true);
    }
    let (id, attempt) = (pack.id, pack.attempts + 1);
    if pack.state == State::Making && pack.attempts.is_multiple_of(DEATHS) {
        give_up(services, &pack, attempt, "stopped").await?;
        return Ok(true);
    }
    let mut job = Job {
        services,
        wording,
        attempt,
        done: 0,
        total: funder::STEPS + 1,
        pack,
    };
    match job.make().await {
        Ok(made) => {
            services
                .store
                .write::<_, ServiceError>(Box::new(move |tx| {
                    Box::pin(async move { Ok(store::pack::freeze(tx, id, attempt, &made).await?) })
                }))
                .await?;
        }
        Err(MakeError::Overtaken) => {}
        Err(error) => {
            tracing::error!(%error, pack = %id, "a pack could not be made");
            give_up(services, &job.pack, attempt, error.code()).await?;
        }
    }
    Ok(true)
}

async fn give_up(
    services: &Services,
    pack: &Pack,
    attempt: u32,
    code: &'static str,
) -> Result<(), ServiceError> {
    let id = pack.id;
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move { Ok(store::pack::give_up(tx, id, attempt, code).await?) })
        }))
        .await
}

impl Job<'_> {
    async fn make(&mut self) -> Result<Made, MakeError> {
        let made = self.services.now();
        // All tables as they are at one moment: otherwise their sums would not agree.
        let moment = self.services.store.moment().await?;
        let programme = store::programme::by_id(&moment, self.pack.programme)
            .await?
            .ok_or(MakeError::Gone)?;
        let (contents, attached) = match self.pack.about {
            About::Period(from, to) => {
                let period = Period {
                    programme: programme.id,
                    from,
                    to,
                    begins: local::start_of(from),
                    ends: local::end_of(to),
                };
                let contents = funder::contents(self, &moment, &programme, period, made).await?;
                (contents, Vec::new())
            }
            About::Session(session) => {
                session::contents(self, &moment, &programme, session, made).await?
            }
        };
        drop(moment);
        let finished = self.packed(programme, contents, attached).await?;
        self.keep(finished, made).await
    }

    /// Writes every file into a zip.
    async fn packed(
        &mut self,
        programme: Programme,
        contents: Contents,
        attached: Vec<Attached>,
    ) -> Result<Finished, MakeError> {
        if let About::Session(_) = self.pack.about {
            self.total = funder::count(attached.len()) + 1;
        }
        let (wording, language) = (Arc::clone(&self.wording), self.pack.language);
        let id = self.pack.id.to_string();
        // Compressing takes a while: not on the threads that answer everybody.
        let mut zip = tokio::task::spawn_blocking(move || {
            let voice = Voice {
                wording: &*wording,
                language,
            };
            let mut zip = Zip::begin().map_err(ContentsError::from)?;
            contents.write(&mut zip, &programme, &id, voice)?;
            Ok::<_, MakeError>(zip)
        })
        .await??;
        self.step().await?;
        for one in attached {
            zip = self.with_file(zip, one).await?;
            self.step().await?;
        }
        tokio::task::spawn_blocking(move || {
            zip.finish()
                .map_err(|error| MakeError::Contents(error.into()))
        })
        .await?
    }

    async fn with_file(&self, mut zip: Zip, one: Attached) -> Result<Zip, MakeError> {
        let pieces = files::read(self.services, &one.file.sha256).await?;
        let pieces: Vec<Bytes> = pieces.try_collect().await.map_err(ServiceError::from)?;
        tokio::task::spawn_blocking(move || {
            let bytes = pieces.concat();
            zip.add_stored(&one.path, bytes.as_slice())
                .map_err(ContentsError::from)?;
            Ok(zip)
        })
        .await?
    }

    async fn keep(&mut self, finished: Finished, at: Timestamp) -> Result<Made, MakeError> {
        let Finished {
            file,
            bytes,
            sha256,
        } = finished;
        files::keep_pieces(self.services, &sha256, pieces(file)).await?;
        Ok(Made { at, sha256, bytes })
    }

    /// Notes that one more step is done.
    pub(super) async fn step(&mut self) -> Result<(), MakeError> {
        self.done += 1;
        let (id, attempt) = (self.pack.id, self.attempt);
        let progress = (self.done.min(self.total), self.total);
        let lease = self.services.now().plus(LEASE);
        let is_ours = self
            .services
            .store
            .write::<_, ServiceError>(Box::new(move |tx| {
                Box::pin(async move {
                    Ok(store::pack::progress(tx, id, attempt, progress, lease).await?)
                })
            }))
            .await?;
        if is_ours {
            Ok(())
        } else {
            Err(MakeError::Overtaken)
        }
    }

    /// The rules behind the numbers, in the pack's language.
    pub(super) fn definitions(&self, rules: &[Rule]) -> Vec<String> {
        rules
            .iter()
            .map(|rule| self.wording.say(self.pack.language, rule.code(), &[]))
            .collect()
    }

    /// The title of a unit, in the pack's language.
    pub(super) fn unit_title(&self, edition: &Edition, place: UnitPlace) -> String {
        edition.at(place, self.pack.language).1.title.clone()
    }
}

/// A file piece by piece.
fn pieces(file: File) -> Pieces {
    stream::try_unfold(file, |mut file| async move {
        let read = tokio::task::spawn_blocking(move || {
            let mut piece = vec![0; PIECE];
            let length = file.read(&mut piece)?;
            piece.truncate(length);
            Ok::<_, std::io::Error>((piece, file))
        });
        let failed = |error: &dyn std::fmt::Display| BlobError::Failed(error.to_string());
        let (piece, file) = read
            .await
            .map_err(|error| failed(&error))?
            .map_err(|error| failed(&error))?;
        Ok((!piece.is_empty()).then(|| (Bytes::from(piece), file)))
    })
    .boxed()
}
