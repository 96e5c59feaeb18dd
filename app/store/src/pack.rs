//! Packs of figures and evidence: asked for, made by a background job, frozen.

use chrono::NaiveDate;
use domain::clock::Timestamp;
use domain::ids::{PackId, PersonId, ProgrammeId, SessionId};
use domain::language::Language;
use sea_orm::{ConnectionTrait, FromQueryResult, Value, entity::prelude::*};

use crate::programme::{count, day, int};
use crate::{StoreError, sql};

/// What a pack is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// One session, with names and its evidence.
    Session(SessionId),
    /// The whole programme from a day to a day, both included, without names.
    Period(NaiveDate, NaiveDate),
}

/// Where a pack stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody makes it yet.
    Waiting,
    /// Somebody makes it.
    Making,
    /// Made, and frozen.
    Ready,
    /// Given up until somebody asks for it again.
    Failed,
}

impl State {
    /// The word kept in the database and in message keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Making => "making",
            Self::Ready => "ready",
            Self::Failed => "failed",
        }
    }

    /// A word that an older version does not know is nothing it can make.
    fn from_code(code: &str) -> Self {
        [Self::Waiting, Self::Making, Self::Ready]
            .into_iter()
            .find(|state| state.code() == code)
            .unwrap_or(Self::Failed)
    }
}

/// The frozen file of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// When it was made.
    pub at: Timestamp,
    /// Its fingerprint: SHA-256 in hexadecimal.
    pub sha256: String,
    /// Its length in bytes.
    pub bytes: u64,
}

/// A pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Its id.
    pub id: PackId,
    /// What it is about.
    pub about: About,
    /// The programme.
    pub programme: ProgrammeId,
    /// The language of its words.
    pub language: Language,
    /// Who asked for it.
    pub made_by: PersonId,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// Where it stands.
    pub state: State,
    /// How often somebody began to make it.
    pub attempts: u32,
    /// Steps done, of how many.
    pub progress: (u32, u32),
    /// The file, once it is ready.
    pub made: Option<Made>,
    /// The code of why it failed.
    pub error: Option<String>,
}

/// Asks for a pack.
///
/// # Errors
/// When the database fails.
pub async fn ask(db: &impl ConnectionTrait, pack: &Pack) -> Result<(), StoreError> {
    let (kind, session, period) = match pack.about {
        About::Session(session) => ("session", Some(session.0), None),
        About::Period(from, to) => ("funder", None, Some((from.to_string(), to.to_string()))),
    };
    let (from, to) = period.unzip();
    sql::run(
        db,
        "insert into pack (id, kind, programme_id, session_id, from_day, to_day, language, made_by, \
         asked_at, state) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting')",
        [
            pack.id.0.into(),
            kind.into(),
            pack.programme.0.into(),
            session.into(),
            from.into(),
            to.into(),
            pack.language.tag().into(),
            pack.made_by.0.into(),
            pack.asked_at.0.into(),
        ],
    )
    .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    programme_id: Uuid,
    session_id: Option<Uuid>,
    from_day: Option<String>,
    to_day: Option<String>,
    language: String,
    made_by: Uuid,
    asked_at: i64,
    state: String,
    attempts: i32,
    done: i32,
    total: i32,
    made_at: Option<i64>,
    sha256: Option<String>,
    bytes: Option<i64>,
    error: Option<String>,
}

const SELECT: &str = "select id, programme_id, session_id, from_day, to_day, language, made_by, \
    asked_at, state, attempts, done, total, made_at, sha256, bytes, error from pack";

async fn select(
    db: &impl ConnectionTrait,
    rest: &str,
    values: Vec<Value>,
) -> Result<Vec<Pack>, StoreError> {
    let rows: Vec<Row> = sql::all(db, &format!("{SELECT} {rest}"), values).await?;
    Ok(rows.into_iter().filter_map(read).collect())
}

/// A row that is about nothing is none.
fn read(row: Row) -> Option<Pack> {
    let about = match (row.session_id, row.from_day, row.to_day) {
        (Some(session), ..) => About::Session(SessionId(session)),
        (None, Some(from), Some(to)) => About::Period(day(&from)?, day(&to)?),
        _ => return None,
    };
    let made = row.made_at.zip(row.sha256).map(|(at, sha256)| Made {
        at: Timestamp(at),
        sha256,
        bytes: u64::try_from(row.bytes.unwrap_or_default()).unwrap_or_default(),
    });
    Some(Pack {
        id: PackId(row.id),
        about,
        programme: ProgrammeId(row.programme_id),
        language: Language::from_tag(&row.language).unwrap_or_default(),
        made_by: PersonId(row.made_by),
        asked_at: Timestamp(row.asked_at),
        state: State::from_code(&row.state),
        attempts: count(row.attempts),
        progress: (count(row.done), count(row.total)),
        made,
        error: row.error,
    })
}

/// A pack.
///
/// # Errors
/// When the database fails.
pub async fn by_id(db: &impl ConnectionTrait, id: PackId) -> Result<Option<Pack>, StoreError> {
    let found = select(db, "where id = $1", vec![id.0.into()]).await?;
    Ok(found.into_iter().next())
}

/// Whether anything that a session's pack tells changed at a moment or later: who was there, what
/// is attached, what was adapted, what was planned.
///
/// # Errors
/// When the database fails.
pub async fn session_changed_since(
    db: &impl ConnectionTrait,
    session: SessionId,
    moment: Timestamp,
) -> Result<bool, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        changes: i64,
    }
    let row: Option<Row> = sql::one(
        db,
        "select (select count(*) from attendance where session_id = $1 and at >= $2) \
         + (select count(*) from evidence where session_id = $1 and (added_at >= $2 or removed_at >= $2)) \
         + (select count(*) from adaptation where session_id = $1 and (made_at >= $2 or withdrawn_at >= $2)) \
         + (select count(*) from audit where subject_id = $1 and at >= $2 and action like 'session.%') \
         as changes",
        vec![session.0.into(), moment.0.into()],
    )
    .await?;
    Ok(row.is_none_or(|row| row.changes > 0))
}

/// The funder packs of a programme, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn of_programme(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    only_ready: bool,
    (limit, offset): (u64, u64),
) -> Result<Vec<Pack>, StoreError> {
    let ready = if only_ready {
        " and state = 'ready'"
    } else {
        ""
    };
    let rest = format!(
        "where programme_id = $1 and kind = 'funder'{ready} \
         order by asked_at desc, id desc limit {limit} offset {offset}"
    );
    select(db, &rest, vec![programme.0.into()]).await
}

/// The packs of a session, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn of_session(
    db: &impl ConnectionTrait,
    session: SessionId,
    limit: u64,
) -> Result<Vec<Pack>, StoreError> {
    let rest = format!("where session_id = $1 order by asked_at desc, id desc limit {limit}");
    select(db, &rest, vec![session.0.into()]).await
}

/// The pack that waits longest, or whose maker is believed dead.
///
/// # Errors
/// When the database fails.
pub async fn next(db: &impl ConnectionTrait, now: Timestamp) -> Result<Option<Pack>, StoreError> {
    let rest = "where state in ('waiting', 'making') and lease_until < $1 \
                order by asked_at, id limit 1";
    let found = select(db, rest, vec![now.0.into()]).await?;
    Ok(found.into_iter().next())
}

/// Takes a pack for making until `lease`; from then on only this attempt may change it. `false`:
/// another process was quicker.
///
/// # Errors
/// When the database fails.
pub async fn claim(
    db: &impl ConnectionTrait,
    pack: &Pack,
    lease: Timestamp,
) -> Result<bool, StoreError> {
    let taken = sql::run(
        db,
        "update pack set state = 'making', attempts = attempts + 1, lease_until = $1, done = 0, \
         error = null where id = $2 and attempts = $3 and state in ('waiting', 'making')",
        [lease.0.into(), pack.id.0.into(), int(pack.attempts).into()],
    )
    .await?;
    Ok(taken == 1)
}

/// Notes how far an attempt is, and that its maker lives until `lease`. `false`: the attempt is
/// over.
///
/// # Errors
/// When the database fails.
pub async fn progress(
    db: &impl ConnectionTrait,
    id: PackId,
    attempt: u32,
    (done, total): (u32, u32),
    lease: Timestamp,
) -> Result<bool, StoreError> {
    let noted = sql::run(
        db,
        "update pack set done = $1, total = $2, lease_until = $3 \
         where id = $4 and attempts = $5 and state = 'making'",
        [
            int(done).into(),
            int(total).into(),
            lease.0.into(),
            id.0.into(),
            int(attempt).into(),
        ],
    )
    .await?;
    Ok(noted == 1)
}

/// Freezes a pack: whatever is asked later, this is its file. `false`: the attempt is over.
///
/// # Errors
/// When the database fails.
pub async fn freeze(
    db: &impl ConnectionTrait,
    id: PackId,
    attempt: u32,
    made: &Made,
) -> Result<bool, StoreError> {
    let frozen = sql::run(
        db,
        "update pack set state = 'ready', done = total, made_at = $1, sha256 = $2, bytes = $3, \
         error = null where id = $4 and attempts = $5 and state = 'making'",
        [
            made.at.0.into(),
            made.sha256.clone().into(),
            i64::try_from(made.bytes).unwrap_or(i64::MAX).into(),
            id.0.into(),
            int(attempt).into(),
        ],
    )
    .await?;
    Ok(frozen == 1)
}

/// Gives an attempt up, with the code of why.
///
/// # Errors
/// When the database fails.
pub async fn give_up(
    db: &impl ConnectionTrait,
    id: PackId,
    attempt: u32,
    error: &str,
) -> Result<(), StoreError> {
    sql::run(
        db,
        "update pack set state = 'failed', error = $1 \
         where id = $2 and attempts = $3 and state = 'making'",
        [error.into(), id.0.into(), int(attempt).into()],
    )
    .await?;
    Ok(())
}

/// Lets a pack that was given up wait again. `false`: it was not given up.
///
/// # Errors
/// When the database fails.
pub async fn try_again(db: &impl ConnectionTrait, id: PackId) -> Result<bool, StoreError> {
    let waits = sql::run(
        db,
        "update pack set state = 'waiting', lease_until = 0, error = null \
         where id = $1 and state = 'failed'",
        [id.0.into()],
    )
    .await?;
    Ok(waits == 1)
}

/// Ends what every maker was believed to live for, where they are known to be gone.
///
/// # Errors
/// When the database fails.
pub async fn end_leases(db: &impl ConnectionTrait) -> Result<(), StoreError> {
    sql::run(
        db,
        "update pack set lease_until = 0 where state = 'making'",
        [],
    )
    .await?;
    Ok(())
}
