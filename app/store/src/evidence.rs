//! The files that show that sessions took place, and how complete they are (rule 12).

mod completeness;

use domain::cascade::evidence::EvidenceKind;
use domain::clock::Timestamp;
use domain::ids::{EvidenceId, PersonId, SessionId};
use sea_orm::{ConnectionTrait, FromQueryResult, entity::prelude::*};

use crate::{StoreError, sql};

pub use completeness::{
    Lacking, LackingSession, completeness, lacking_sessions, of_institution, of_programme, recount,
};

/// A file attached to a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its id.
    pub id: EvidenceId,
    /// The session.
    pub session: SessionId,
    /// What it shows.
    pub kind: EvidenceKind,
    /// Its name, as it was attached.
    pub name: String,
    /// What it is, as HTTP names it.
    pub media_type: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// Its fingerprint: SHA-256 in hexadecimal.
    pub sha256: String,
    /// Who attached it.
    pub added_by: PersonId,
    /// When.
    pub added_at: Timestamp,
}

/// A file as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The file.
    pub file: File,
    /// The name of who attached it.
    pub added_by: String,
    /// When it was removed, by whom, and why.
    pub removed: Option<(Timestamp, String, String)>,
}

/// Attaches a file to a session. `false`: the same file is attached to it already.
///
/// # Errors
/// When the database fails.
pub async fn add(db: &impl ConnectionTrait, file: &File) -> Result<bool, StoreError> {
    let added = sql::run(
        db,
        "insert into evidence (id, session_id, kind, name, media_type, bytes, sha256, added_by, added_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
         on conflict (session_id, sha256) where removed_at is null do nothing",
        [
            file.id.0.into(),
            file.session.0.into(),
            file.kind.code().into(),
            file.name.clone().into(),
            file.media_type.clone().into(),
            i64::try_from(file.bytes).unwrap_or(i64::MAX).into(),
            file.sha256.clone().into(),
            file.added_by.0.into(),
            file.added_at.0.into(),
        ],
    )
    .await?;
    Ok(added == 1)
}

/// Marks a file of a session as removed, with a reason; its line stays. `false`: there is no such
/// file, or somebody removed it before.
///
/// # Errors
/// When the database fails.
pub async fn remove(
    db: &impl ConnectionTrait,
    session: SessionId,
    file: EvidenceId,
    (by, at): (PersonId, Timestamp),
    reason: &str,
) -> Result<bool, StoreError> {
    let removed = sql::run(
        db,
        "update evidence set removed_at = $1, removed_by = $2, removed_reason = $3 \
         where id = $4 and session_id = $5 and removed_at is null",
        [
            at.0.into(),
            by.0.into(),
            reason.into(),
            file.0.into(),
            session.0.into(),
        ],
    )
    .await?;
    Ok(removed == 1)
}

/// How many files a session has, and how many it ever had, removed ones among them: their bytes
/// are kept.
///
/// # Errors
/// When the database fails.
pub async fn count(
    db: &impl ConnectionTrait,
    session: SessionId,
) -> Result<(u64, u64), StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        files: i64,
        ever: i64,
    }
    let row: Option<Row> = sql::one(
        db,
        "select count(case when removed_at is null then 1 end) as files, count(*) as ever \
         from evidence where session_id = $1",
        vec![session.0.into()],
    )
    .await?;
    let number = |count: i64| u64::try_from(count).unwrap_or_default();
    Ok(row.map_or((0, 0), |row| (number(row.files), number(row.ever))))
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    session_id: Uuid,
    kind: String,
    name: String,
    media_type: String,
    bytes: i64,
    sha256: String,
    added_by: Uuid,
    added_at: i64,
    adder: String,
    removed_at: Option<i64>,
    remover: Option<String>,
    removed_reason: String,
}

const SELECT: &str = "select e.id, e.session_id, e.kind, e.name, e.media_type, e.bytes, e.sha256, \
    e.added_by, e.added_at, p.name as adder, e.removed_at, r.name as remover, e.removed_reason \
    from evidence e join person p on p.id = e.added_by left join person r on r.id = e.removed_by";

/// The files of a session in the order they were attached, removed ones among them, at most
/// `limit`.
///
/// # Errors
/// When the database fails.
pub async fn of_session(
    db: &impl ConnectionTrait,
    session: SessionId,
    limit: u64,
) -> Result<Vec<Listed>, StoreError> {
    let rows: Vec<Row> = sql::all(
        db,
        &format!("{SELECT} where e.session_id = $1 order by e.added_at, e.id limit {limit}"),
        vec![session.0.into()],
    )
    .await?;
    Ok(rows.into_iter().map(listed).collect())
}

/// A file of a session, unless it was removed.
///
/// # Errors
/// When the database fails.
pub async fn by_id(
    db: &impl ConnectionTrait,
    session: SessionId,
    id: EvidenceId,
) -> Result<Option<File>, StoreError> {
    let row: Option<Row> = sql::one(
        db,
        &format!("{SELECT} where e.id = $1 and e.session_id = $2 and e.removed_at is null"),
        vec![id.0.into(), session.0.into()],
    )
    .await?;
    Ok(row.map(|row| listed(row).file))
}

fn listed(row: Row) -> Listed {
    let removed = row.removed_at.map(|at| {
        let by = row.remover.unwrap_or_default();
        (Timestamp(at), by, row.removed_reason)
    });
    Listed {
        file: File {
            id: EvidenceId(row.id),
            session: SessionId(row.session_id),
            // A kind that an older version does not know is evidence all the same.
            kind: EvidenceKind::from_code(&row.kind).unwrap_or(EvidenceKind::Other),
            name: row.name,
            media_type: row.media_type,
            bytes: u64::try_from(row.bytes).unwrap_or_default(),
            sha256: row.sha256,
            added_by: PersonId(row.added_by),
            added_at: Timestamp(row.added_at),
        },
        added_by: row.adder,
        removed,
    }
}
