//! What trainers changed for the local context, session by session.

use domain::clock::Timestamp;
use domain::ids::{CohortId, InstitutionId, PersonId, ProgrammeId, SessionId, UnitId};
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, Set, entity::prelude::*};

use crate::entity::adaptation::{ActiveModel, Entity};
use crate::{StoreError, sql};

/// One note. It is never overwritten; one that was taken back stays with the day of that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adaptation {
    /// The note.
    pub id: Uuid,
    /// The session it is about.
    pub session: SessionId,
    /// The session's day, ISO 8601.
    pub on_day: String,
    /// The session's cohort.
    pub cohort: CohortId,
    /// The cohort's title.
    pub cohort_title: String,
    /// The unit it is about; `None` for the session as a whole.
    pub unit: Option<UnitId>,
    /// What was changed, and why.
    pub body: String,
    /// Who wrote it.
    pub made_by: PersonId,
    /// Their name.
    pub author: String,
    /// When.
    pub made_at: Timestamp,
}

/// A note to keep.
#[derive(Clone, Debug)]
pub struct NewAdaptation {
    /// Its new id.
    pub id: Uuid,
    /// The session.
    pub session: SessionId,
    /// The unit, when it is about one.
    pub unit: Option<UnitId>,
    /// What was changed, and why.
    pub body: String,
    /// Who writes it.
    pub made_by: PersonId,
    /// When.
    pub made_at: Timestamp,
}

/// Keeps a note.
///
/// # Errors
/// When the database fails.
pub async fn add(db: &impl ConnectionTrait, note: &NewAdaptation) -> Result<(), StoreError> {
    let row = ActiveModel {
        id: Set(note.id),
        session_id: Set(note.session.0),
        unit_id: Set(note.unit.map(|unit| unit.0)),
        body: Set(note.body.clone()),
        made_by: Set(note.made_by.0),
        made_at: Set(note.made_at.0),
        withdrawn_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Takes a note of a session back. `false` when it has none such.
///
/// # Errors
/// When the database fails.
pub async fn take_back(
    db: &impl ConnectionTrait,
    session: SessionId,
    note: Uuid,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let touched = sql::run(
        db,
        "update adaptation set withdrawn_at = $1 where id = $2 and session_id = $3 and withdrawn_at is null",
        [now.0.into(), note.into(), session.0.into()],
    )
    .await?;
    Ok(touched > 0)
}

const NOTES: &str = "select a.id, a.session_id, s.on_day, s.cohort_id, c.title, a.unit_id, a.body, a.made_by, \
     p.name as author, a.made_at from adaptation a join session s on s.id = a.session_id \
     join cohort c on c.id = s.cohort_id join person p on p.id = a.made_by \
     where a.withdrawn_at is null and";

/// The notes of a session, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_session(
    db: &impl ConnectionTrait,
    session: SessionId,
) -> Result<Vec<Adaptation>, StoreError> {
    let rows: Vec<Row> = sql::all(
        db,
        &format!("{NOTES} a.session_id = $1 order by a.made_at, a.id"),
        vec![session.0.into()],
    )
    .await?;
    Ok(rows.into_iter().map(Row::record).collect())
}

/// The notes of an institution's sessions in a programme, newest first, at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn at_institution(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
    limit: u64,
) -> Result<Vec<Adaptation>, StoreError> {
    let rows: Vec<Row> = sql::all(
        db,
        &format!(
            "{NOTES} c.programme_id = $1 and c.institution_id = $2 \
             order by a.made_at desc, a.id limit {limit}"
        ),
        vec![programme.0.into(), institution.0.into()],
    )
    .await?;
    Ok(rows.into_iter().map(Row::record).collect())
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    session_id: Uuid,
    on_day: String,
    cohort_id: Uuid,
    title: String,
    unit_id: Option<Uuid>,
    body: String,
    made_by: Uuid,
    author: String,
    made_at: i64,
}

impl Row {
    fn record(self) -> Adaptation {
        Adaptation {
            id: self.id,
            session: SessionId(self.session_id),
            on_day: self.on_day,
            cohort: CohortId(self.cohort_id),
            cohort_title: self.title,
            unit: self.unit_id.map(UnitId),
            body: self.body,
            made_by: PersonId(self.made_by),
            author: self.author,
            made_at: Timestamp(self.made_at),
        }
    }
}
