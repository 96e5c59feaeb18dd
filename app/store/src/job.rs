//! Jobs: what the installation does by itself, each once, by whichever process takes it up first.
//!
//! A process has a job from [`claim`] on, for as long as it keeps coming back with [`keep_on`]
//! before its lease ends; then any other may take the job up where it was left. Whoever raised the
//! number of attempts last has it: a process that was away too long finds that it has lost the job
//! and writes nothing.

use domain::clock::Timestamp;
use domain::ids::JobId;
use sea_orm::{ConnectionTrait, FromQueryResult, entity::prelude::*};

use crate::{StoreError, sql};

/// Where a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It begins, or is tried again, as soon as it is due.
    Waiting,
    /// A process has it.
    Running,
    /// Done.
    Done,
    /// Given up after the last attempt.
    Failed,
}

impl State {
    /// The word in the database and in message keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Waiting, Self::Running, Self::Done, Self::Failed]
            .into_iter()
            .find(|state| state.code() == code)
    }
}

/// A job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Which one.
    pub id: JobId,
    /// What it does.
    pub kind: String,
    /// The kind and the period: the same is never done twice.
    pub key: String,
    /// Where it stands.
    pub state: State,
    /// How often it was taken up since it last began anew.
    pub attempts: i32,
    /// When it begins, is tried again, or may be taken up by another process.
    pub due_at: Timestamp,
    /// When it was first taken up.
    pub started_at: Option<Timestamp>,
    /// When it was done.
    pub done_at: Option<Timestamp>,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
    /// How far it is, as whoever does it wrote it down; empty at first.
    pub progress: String,
}

/// Puts a job in line, unless one with its key was there: then the clock jumped back, or another
/// process was quicker. One of a later period says nothing: a clock that was ahead for a moment
/// must not keep every day until then from being worked through.
///
/// # Errors
/// When the database fails.
pub async fn put(
    db: &impl ConnectionTrait,
    id: JobId,
    kind: &str,
    key: &str,
    due_at: Timestamp,
    now: Timestamp,
) -> Result<(), StoreError> {
    sql::run(
        db,
        "insert into job (id, kind, key, state, attempts, due_at, progress, created_at) \
         values ($1, $2, $3, 'waiting', 0, $4, '', $5) \
         on conflict (key) do nothing",
        [
            id.0.into(),
            kind.into(),
            key.into(),
            due_at.0.into(),
            now.0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Those of these keys, a few, that have a job.
///
/// # Errors
/// When the database fails.
pub async fn known(db: &impl ConnectionTrait, keys: &[String]) -> Result<Vec<String>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        key: String,
    }
    let text = format!(
        "select key from job where key in ({})",
        sql::placeholders(0, keys.len())
    );
    let values = keys.iter().map(|key| key.as_str().into()).collect();
    let rows: Vec<Row> = sql::all(db, &text, values).await?;
    Ok(rows.into_iter().map(|row| row.key).collect())
}

/// The job that is longest due: it waits, or the process that had it does not come back.
///
/// # Errors
/// When the database fails.
pub async fn due(db: &impl ConnectionTrait, now: Timestamp) -> Result<Option<Job>, StoreError> {
    let text = format!(
        "select {COLUMNS} from job where state in ('waiting', 'running') and due_at <= $1 \
         order by due_at, key limit 1"
    );
    let row: Option<Row> = sql::one(db, &text, vec![now.0.into()]).await?;
    Ok(row.and_then(read))
}

/// Takes a job up until `lease`. `false`: another process was quicker.
///
/// # Errors
/// When the database fails.
pub async fn claim(
    db: &impl ConnectionTrait,
    job: &Job,
    now: Timestamp,
    lease: Timestamp,
) -> Result<bool, StoreError> {
    let done = sql::run(
        db,
        "update job set state = 'running', attempts = attempts + 1, due_at = $1, \
         started_at = coalesce(started_at, $2) \
         where id = $3 and attempts = $4 and state in ('waiting', 'running')",
        [
            lease.0.into(),
            now.0.into(),
            job.id.0.into(),
            job.attempts.into(),
        ],
    )
    .await?;
    Ok(done == 1)
}

/// Notes how far a job is and has it until a later `lease`; `attempt` is the number that claiming
/// it gave. `false`: it was lost, and whatever the transaction did must not be kept.
///
/// # Errors
/// When the database fails.
pub async fn keep_on(
    db: &impl ConnectionTrait,
    id: JobId,
    attempt: i32,
    progress: &str,
    lease: Timestamp,
) -> Result<bool, StoreError> {
    let done = sql::run(
        db,
        "update job set progress = $1, due_at = $2 where id = $3 and attempts = $4 and state = 'running'",
        [
            progress.into(),
            lease.0.into(),
            id.0.into(),
            attempt.into(),
        ],
    )
    .await?;
    Ok(done == 1)
}

/// Notes that a job is done, unless it was lost.
///
/// # Errors
/// When the database fails.
pub async fn mark_done(
    db: &impl ConnectionTrait,
    id: JobId,
    attempt: i32,
    now: Timestamp,
) -> Result<(), StoreError> {
    sql::run(
        db,
        "update job set state = 'done', done_at = $1, last_error = null \
         where id = $2 and attempts = $3 and state = 'running'",
        [now.0.into(), id.0.into(), attempt.into()],
    )
    .await?;
    Ok(())
}

/// Notes that an attempt failed, unless the job was lost: tried again at `next`, or given up
/// without one. What was done so far stays done.
///
/// # Errors
/// When the database fails.
pub async fn mark_failed(
    db: &impl ConnectionTrait,
    id: JobId,
    attempt: i32,
    reason: &str,
    next: Option<Timestamp>,
) -> Result<(), StoreError> {
    let state = if next.is_some() {
        State::Waiting
    } else {
        State::Failed
    };
    sql::run(
        db,
        "update job set state = $1, last_error = $2, due_at = coalesce($3, due_at) \
         where id = $4 and attempts = $5 and state = 'running'",
        [
            state.code().into(),
            reason.into(),
            next.map(|at| at.0).into(),
            id.0.into(),
            attempt.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Lets a job that was given up go on where it stopped. `false`: there is no such job.
///
/// # Errors
/// When the database fails.
pub async fn try_again(
    db: &impl ConnectionTrait,
    id: JobId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let done = sql::run(
        db,
        "update job set state = 'waiting', attempts = 0, due_at = $1 where id = $2 and state = 'failed'",
        [now.0.into(), id.0.into()],
    )
    .await?;
    Ok(done == 1)
}

/// A page of all jobs, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn list(
    db: &impl ConnectionTrait,
    skip: u64,
    limit: u64,
) -> Result<Vec<Job>, StoreError> {
    // Identifiers are made in the order of time.
    let text = format!("select {COLUMNS} from job order by id desc limit {limit} offset {skip}");
    let rows: Vec<Row> = sql::all(db, &text, Vec::new()).await?;
    Ok(rows.into_iter().filter_map(read).collect())
}

const COLUMNS: &str =
    "id, kind, key, state, attempts, due_at, started_at, done_at, last_error, progress";

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    kind: String,
    key: String,
    state: String,
    attempts: i32,
    due_at: i64,
    started_at: Option<i64>,
    done_at: Option<i64>,
    last_error: Option<String>,
    progress: String,
}

/// A state that an older version does not know is none of its business.
fn read(row: Row) -> Option<Job> {
    Some(Job {
        id: JobId(row.id),
        kind: row.kind,
        key: row.key,
        state: State::from_code(&row.state)?,
        attempts: row.attempts,
        due_at: Timestamp(row.due_at),
        started_at: row.started_at.map(Timestamp),
        done_at: row.done_at.map(Timestamp),
        last_error: row.last_error,
        progress: row.progress,
    })
}
