//! Who was there: lines that are only ever added.

use std::collections::HashMap;

use domain::clock::Timestamp;
use domain::ids::{CohortId, PersonId, SessionId};
use domain::session::attendance::{Recorded, Sheet, Source};
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, Set, entity::prelude::*};

use crate::entity::attendance;
use crate::{StoreError, sql};

/// The newest line of each person, of the lines `a`.
pub(crate) const NEWEST: &str = "not exists (select 1 from attendance b \
     where b.session_id = a.session_id and b.person_id = a.person_id \
     and (b.at > a.at or (b.at = a.at and b.id > a.id)))";

/// Whoever the newest line of a person says was there, of the lines `a`.
pub(crate) const PRESENT: &str = "a.present and not exists (select 1 from attendance b \
     where b.session_id = a.session_id and b.person_id = a.person_id \
     and (b.at > a.at or (b.at = a.at and b.id > a.id)))";

/// Whoever the newest line of a person was recorded from paper for, of the lines `a`: a correction
/// from another source takes the paper's place.
pub(crate) const ON_PAPER: &str = "a.source = 'paper' and not exists (select 1 from attendance b \
     where b.session_id = a.session_id and b.person_id = a.person_id \
     and (b.at > a.at or (b.at = a.at and b.id > a.id)))";

/// How many people were at each delivered session of a cohort, as last recorded.
///
/// # Errors
/// When the database fails.
pub async fn present_counts(
    db: &impl ConnectionTrait,
    cohort: CohortId,
) -> Result<HashMap<SessionId, u32>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        session_id: Uuid,
        people: i64,
    }
    let rows: Vec<Row> = sql::all(
        db,
        &format!(
            "select a.session_id, count(*) as people from attendance a join session s on s.id = a.session_id \
             where s.cohort_id = $1 and {PRESENT} group by a.session_id"
        ),
        vec![cohort.0.into()],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let people = u32::try_from(row.people).unwrap_or(u32::MAX);
            (SessionId(row.session_id), people)
        })
        .collect())
}

/// The sessions of a cohort that a person was at, as last recorded.
///
/// # Errors
/// When the database fails.
pub async fn sessions_attended(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    person: PersonId,
) -> Result<Vec<SessionId>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        session_id: Uuid,
    }
    let rows: Vec<Row> = sql::all(
        db,
        &format!(
            "select a.session_id from attendance a join session s on s.id = a.session_id \
             where s.cohort_id = $1 and a.person_id = $2 and {PRESENT} order by s.on_day, s.id"
        ),
        vec![cohort.0.into(), person.0.into()],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| SessionId(row.session_id))
        .collect())
}

/// One new line of a register.
#[derive(Clone, Debug)]
pub struct Attendance {
    /// The line's new id.
    pub id: Uuid,
    /// Who.
    pub person: PersonId,
    /// Whether they were there.
    pub present: bool,
    /// Where it comes from.
    pub source: Source,
    /// Why it differs from the line before; empty for a first line.
    pub reason: String,
}

/// Records who was there and who was not, at a moment after every line before
/// ([`Sheet::next_moment`]). Nothing is overwritten: the newest line of a person counts.
///
/// # Errors
/// When the database fails.
pub async fn record_attendance(
    db: &impl ConnectionTrait,
    session: SessionId,
    lines: &[Attendance],
    recorded_by: PersonId,
    at: Timestamp,
) -> Result<(), StoreError> {
    for chunk in lines.chunks(sql::CHUNK) {
        let rows = chunk.iter().map(|line| attendance::ActiveModel {
            id: Set(line.id),
            session_id: Set(session.0),
            person_id: Set(line.person.0),
            present: Set(line.present),
            source: Set(line.source.code().to_owned()),
            recorded_by: Set(recorded_by.0),
            at: Set(at.0),
            reason: Set(line.reason.clone()),
        });
        attendance::Entity::insert_many(rows)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// Who was at a session, as last recorded; whoever was never marked is missing.
///
/// # Errors
/// When the database fails.
pub async fn attendance(
    db: &impl ConnectionTrait,
    session: SessionId,
) -> Result<Sheet, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
        present: bool,
        source: String,
        at: i64,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select person_id, present, source, at from attendance where session_id = $1 order by at, id",
        vec![session.0.into()],
    )
    .await?;
    Ok(Sheet::of(rows.into_iter().map(|row| Recorded {
        person: PersonId(row.person_id),
        present: row.present,
        source: Source::from_code(&row.source).unwrap_or(Source::TrainerList),
        at: Timestamp(row.at),
    })))
}

/// One line as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who it is about.
    pub name: String,
    /// Whether they were there.
    pub present: bool,
    /// Where it comes from.
    pub source: Source,
    /// Why it differs from the line before; empty for a first line.
    pub reason: String,
    /// Who recorded it.
    pub recorded_by: String,
    /// When.
    pub at: Timestamp,
}

/// The lines of a session, newest first, at most `limit`: all of them, or the corrections only.
///
/// # Errors
/// When the database fails.
pub async fn history(
    db: &impl ConnectionTrait,
    session: SessionId,
    corrections_only: bool,
    limit: u64,
) -> Result<Vec<Line>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        name: String,
        present: bool,
        source: String,
        reason: String,
        recorded_by: String,
        at: i64,
    }
    let only = if corrections_only {
        "and a.reason <> ''"
    } else {
        ""
    };
    let rows: Vec<Row> = sql::all(
        db,
        &format!(
            "select p.name, a.present, a.source, a.reason, r.name as recorded_by, a.at from attendance a \
             join person p on p.id = a.person_id join person r on r.id = a.recorded_by \
             where a.session_id = $1 {only} order by a.at desc, p.name_key, a.id limit {limit}"
        ),
        vec![session.0.into()],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Line {
            name: row.name,
            present: row.present,
            source: Source::from_code(&row.source).unwrap_or(Source::TrainerList),
            reason: row.reason,
            recorded_by: row.recorded_by,
            at: Timestamp(row.at),
        })
        .collect())
}
