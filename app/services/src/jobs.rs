//! What the installation does by itself: reminders every day, digests every week.
//!
//! Each errand of each period is one job, put in line by whichever process comes first and taken
//! up by any; it is worked through in pages of people, each page in one transaction with the note
//! of how far the job is. A process that dies leaves the rest to another, and nothing is written
//! twice: the letters' keys see to that even where two processes believe they have the same job,
//! or the clock jumps back.

mod digests;
mod learners;

use domain::clock::{MINUTE, Timestamp};
use domain::ids::{JobId, PersonId};
use domain::people::Actor;
use domain::policy::{Action, Subject};
use domain::reminders::Errand;
use serde::{Deserialize, Serialize};
use store::StoreError;
use store::job::Job;
use store::reminders::Mark;
use uuid::Uuid;

use crate::access::allow;
use crate::backoff::pause;
use crate::outbox::{self, Note};
use crate::{ServiceError, Services};

pub use store::job::State;

/// People looked at in one transaction.
const PAGE: u64 = 200;
/// How long a process may take for one page before another takes the job up.
const LEASE: i64 = 10 * MINUTE;
/// A job is given up after this many attempts.
pub const ATTEMPTS: i32 = 8;
/// Jobs on the page that lists them.
const LISTED: u64 = 50;

/// How far a job is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Letters queued so far; those that were queued before count again.
    pub letters: u64,
    /// From after whom it goes on.
    after: Option<Cursor>,
}

/// From after whom a job goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Cursor {
    /// In one of several stretches of time, counted from 0: after somebody to whom something
    /// happened at a moment.
    Moment(usize, Mark),
    /// After a participation of the people of a session.
    Session(Uuid, Uuid),
    /// In one of several roles, counted from 0: after a person who holds it, or at the first.
    Person(usize, Option<PersonId>),
}

/// One page of an errand: whom to write to, and from after whom to go on; `None` at the end.
struct Page {
    notes: Vec<Note>,
    next: Option<Cursor>,
}

/// Puts this day's reminders and this week's digests in line. Without a mail server, digests are
/// read on their page only: in the list of letters to copy they would drown the others.
///
/// # Errors
/// When the database fails.
pub async fn put_in_line(services: &Services) -> Result<(), ServiceError> {
    let now = services.now();
    let wanted: Vec<(Errand, String)> = Errand::ALL
        .iter()
        .filter(|errand| services.settings.mail || !errand.is_digest())
        .map(|errand| (*errand, format!("{}:{}", errand.code(), errand.period(now))))
        .collect();
    let keys: Vec<String> = wanted.iter().map(|(_, key)| key.clone()).collect();
    let known = store::job::known(services.store.read(), &keys).await?;
    let new: Vec<(JobId, Errand, String)> = wanted
        .into_iter()
        .filter(|(_, key)| !known.contains(key))
        .map(|(errand, key)| (JobId(services.new_id()), errand, key))
        .collect();
    if new.is_empty() {
        return Ok(());
    }
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                for (id, errand, key) in &new {
                    let begins = errand.begins(now);
                    store::job::put(tx, *id, errand.code(), key, begins, now).await?;
                }
                Ok(())
            })
        }))
        .await
}

/// Takes up the job that is longest due and works it through, or finds that there is none.
/// `true`: there was one. Any number of processes may do this at the same time.
///
/// # Errors
/// When the database fails so badly that not even that can be noted.
pub async fn work(services: &Services) -> Result<bool, ServiceError> {
    let Some(job) = store::job::due(services.store.read(), services.now()).await? else {
        return Ok(false);
    };
    let claimed = {
        let (job, now) = (job.clone(), services.now());
        services
            .store
            .write::<_, StoreError>(Box::new(move |tx| {
                Box::pin(async move { store::job::claim(tx, &job, now, now.plus(LEASE)).await })
            }))
            .await?
    };
    if !claimed {
        return Ok(true);
    }
    let attempt = job.attempts + 1;
    let outcome = work_through(services, &job, attempt).await;
    note_down(services, &job, attempt, outcome).await?;
    Ok(true)
}

/// Works through the pages that are left. `false`: another process has the job now.
async fn work_through(services: &Services, job: &Job, attempt: i32) -> Result<bool, ServiceError> {
    let (errand, period) = errand_of(job).ok_or(ServiceError::Hidden)?;
    let mut progress: Progress = serde_json::from_str(&job.progress).unwrap_or_default();
    if errand == Errand::Joining {
        // Once a day is often enough: what lay too long in the list of letters to copy.
        cancel_outdated(services).await?;
    }
    loop {
        let page = collect(services, errand, period, progress.after).await?;
        progress.after = page.next;
        match keep(services, job.id, attempt, page.notes, progress).await? {
            Some(letters) => progress.letters += letters,
            None => return Ok(false),
        }
        if progress.after.is_none() {
            return Ok(true);
        }
    }
}

/// The errand and the period that a job is about.
fn errand_of(job: &Job) -> Option<(Errand, &str)> {
    let (_, period) = job.key.split_once(':')?;
    Some((Errand::from_code(&job.kind)?, period))
}

async fn collect(
    services: &Services,
    errand: Errand,
    period: &str,
    after: Option<Cursor>,
) -> Result<Page, ServiceError> {
    match errand {
        Errand::Joining => learners::joining(services, after).await,
        Errand::Quiet => learners::quiet(services, after).await,
        Errand::SessionAhead => learners::session_ahead(services, after).await,
        Errand::FollowUp => learners::follow_up(services, after).await,
        Errand::TrainerDigest => digests::trainers(services, period, after).await,
        Errand::LeadDigest => digests::leads(services, period, after).await,
        Errand::CoordinatorDigest => digests::coordinators(services, period, after).await,
    }
}

/// Queues a page's letters and notes how far the job is, in one transaction. `None`: another
/// process has the job now, and nothing was kept.
async fn keep(
    services: &Services,
    job: JobId,
    attempt: i32,
    notes: Vec<Note>,
    mut progress: Progress,
) -> Result<Option<u64>, ServiceError> {
    let asker = services.clone();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                let letters = outbox::queue(&asker, tx, notes).await?;
                let letters = u64::try_from(letters).unwrap_or(u64::MAX);
                progress.letters += letters;
                let noted = serde_json::to_string(&progress).map_err(StoreError::from)?;
                let lease = asker.now().plus(LEASE);
                match store::job::keep_on(tx, job, attempt, &noted, lease).await? {
                    true => Ok(Some(letters)),
                    // Taken back with the transaction, not kept half.
                    false => Err(ServiceError::Stale),
                }
            })
        }))
        .await
        .or_else(|error| match error {
            ServiceError::Stale => Ok(None),
            error => Err(error),
        })
}

async fn cancel_outdated(services: &Services) -> Result<(), ServiceError> {
    let now = services.now();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                store::message::cancel_outdated(tx, now).await?;
                Ok(())
            })
        }))
        .await
}

async fn note_down(
    services: &Services,
    job: &Job,
    attempt: i32,
    outcome: Result<bool, ServiceError>,
) -> Result<(), ServiceError> {
    let (id, key, now) = (job.id, job.key.clone(), services.now());
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                match outcome {
                    Ok(true) => store::job::mark_done(tx, id, attempt, now).await?,
                    Ok(false) => {}
                    Err(error) => {
                        let reason: String = error.to_string().chars().take(500).collect();
                        let next = (attempt < ATTEMPTS).then(|| now.plus(pause(attempt)));
                        tracing::warn!(job = key, attempt, reason, "a job failed");
                        store::job::mark_failed(tx, id, attempt, &reason, next).await?;
                    }
                }
                Ok(())
            })
        }))
        .await
}

/// A job as its page shows it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The job.
    pub job: Job,
    /// What it does.
    pub errand: Errand,
    /// For which day or week.
    pub period: String,
    /// How far it is.
    pub progress: Progress,
}

/// What the installation did lately by itself, and what failed.
#[derive(Clone, Debug)]
pub struct Jobs {
    /// A page of jobs, the newest first.
    pub jobs: Vec<Listed>,
    /// Whether there may be more.
    pub more: bool,
    /// Letters that were given up.
    pub letters_given_up: u64,
}

/// What the installation did lately by itself.
///
/// # Errors
/// [`ServiceError::Hidden`] for everybody but coordinators.
pub async fn list(services: &Services, actor: &Actor, page: u64) -> Result<Jobs, ServiceError> {
    allow(actor, Action::SeeJobs, &Subject::Platform)?;
    let read = services.store.read();
    let skip = page.saturating_mul(LISTED).min(i64::MAX.unsigned_abs());
    let jobs = store::job::list(read, skip, LISTED).await?;
    let more = u64::try_from(jobs.len()).unwrap_or(u64::MAX) == LISTED;
    let listed = jobs.into_iter().filter_map(|job| {
        let (errand, period) = errand_of(&job)?;
        Some(Listed {
            period: period.to_owned(),
            progress: serde_json::from_str(&job.progress).unwrap_or_default(),
            errand,
            job,
        })
    });
    Ok(Jobs {
        jobs: listed.collect(),
        more,
        letters_given_up: store::message::given_up(read).await?,
    })
}

/// Lets a job that was given up go on where it stopped.
///
/// # Errors
/// [`ServiceError::Hidden`] for everybody but coordinators, or when no such job was given up.
pub async fn try_again(services: &Services, actor: &Actor, id: JobId) -> Result<(), ServiceError> {
    allow(actor, Action::SeeJobs, &Subject::Platform)?;
    let now: Timestamp = services.now();
    services
        .store
        .write(Box::new(move |tx| {
            Box::pin(async move {
                match store::job::try_again(tx, id, now).await? {
                    true => Ok(()),
                    false => Err(ServiceError::Hidden),
                }
            })
        }))
        .await
}
