//! Enrolments: a list that a trainer prepares as a draft, then a permanent result.

mod row;

use domain::clock::Timestamp;
use domain::ids::{CohortId, EnrolmentId, PersonId};
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, Set, entity::prelude::*,
};

use crate::entity::enrolment::{ActiveModel, Column, Entity, Model};
use crate::{StoreError, sql};

pub use row::{Outcome, OutcomeRow, counts, keep_rows, participations, rows, touched};

/// Where an enrolment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A list being prepared; nothing of it counts.
    Draft,
    /// Enrolled.
    Committed,
    /// Enrolled, then taken back before anybody started.
    Undone,
}

impl State {
    /// The word kept in the database.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Committed => "committed",
            Self::Undone => "undone",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Draft, Self::Committed, Self::Undone]
            .into_iter()
            .find(|state| state.code() == code)
    }
}

/// One enrolment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// Its id.
    pub id: EnrolmentId,
    /// The cohort.
    pub cohort: CohortId,
    /// Who prepared it.
    pub made_by: PersonId,
    /// Where it stands.
    pub state: State,
    /// Counts changes, so that a stale form is refused.
    pub revision: i64,
    /// The rows and choices of a draft; nothing once it is committed.
    pub draft: String,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// When it was committed.
    pub committed_at: Option<Timestamp>,
    /// When it was undone, and by whom.
    pub undone: Option<(Timestamp, Option<PersonId>)>,
}

/// Begins a draft. A person has one draft in a cohort; a second one is refused by the database.
/// `revision` is 1, or above every revision that an open form of theirs may still name.
///
/// # Errors
/// When the database fails.
pub async fn begin(
    db: &impl ConnectionTrait,
    id: EnrolmentId,
    cohort: CohortId,
    made_by: PersonId,
    draft: &str,
    revision: i64,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = ActiveModel {
        id: Set(id.0),
        cohort_id: Set(cohort.0),
        made_by: Set(made_by.0),
        state: Set(State::Draft.code().to_owned()),
        revision: Set(revision),
        draft: Set(draft.to_owned()),
        created_at: Set(now.0),
        changed_at: Set(now.0),
        ..Default::default()
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// An enrolment.
///
/// # Errors
/// When the database fails.
pub async fn by_id(
    db: &impl ConnectionTrait,
    id: EnrolmentId,
) -> Result<Option<Enrolment>, StoreError> {
    Ok(Entity::find_by_id(id.0).one(db).await?.and_then(read))
}

/// The draft that a person prepares for a cohort.
///
/// # Errors
/// When the database fails.
pub async fn draft_of(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    person: PersonId,
) -> Result<Option<Enrolment>, StoreError> {
    let row = Entity::find()
        .filter(Column::CohortId.eq(cohort.0))
        .filter(Column::State.eq(State::Draft.code()))
        .filter(Column::MadeBy.eq(person.0))
        .one(db)
        .await?;
    Ok(row.and_then(read))
}

/// Who else prepares a list for a cohort, and when they last changed it.
///
/// # Errors
/// When the database fails.
pub async fn other_drafts(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    but: PersonId,
) -> Result<Vec<(String, Timestamp)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        name: String,
        changed_at: i64,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select p.name, e.changed_at from enrolment e join person p on p.id = e.made_by \
         where e.cohort_id = $1 and e.state = 'draft' and e.made_by <> $2 order by e.changed_at desc",
        vec![cohort.0.into(), but.0.into()],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.name, Timestamp(row.changed_at)))
        .collect())
}

/// Changes a draft, unless it was changed or committed since `revision`; answers whether it did.
///
/// # Errors
/// When the database fails.
pub async fn change(
    db: &impl ConnectionTrait,
    id: EnrolmentId,
    revision: i64,
    draft: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let touched = sql::run(
        db,
        "update enrolment set draft = $1, changed_at = $2, revision = revision + 1 \
         where id = $3 and revision = $4 and state = 'draft'",
        [draft.into(), now.0.into(), id.0.into(), revision.into()],
    )
    .await?;
    Ok(touched == 1)
}

/// Throws a draft away, whatever its revision.
///
/// # Errors
/// When the database fails.
pub async fn discard(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    person: PersonId,
) -> Result<(), StoreError> {
    sql::run(
        db,
        "delete from enrolment where cohort_id = $1 and made_by = $2 and state = 'draft'",
        [cohort.0.into(), person.0.into()],
    )
    .await?;
    Ok(())
}

/// Makes a draft a permanent enrolment, unless it was changed or committed since `revision`;
/// answers whether it did. Of two at the same moment, one does.
///
/// # Errors
/// When the database fails.
pub async fn commit(
    db: &impl ConnectionTrait,
    id: EnrolmentId,
    revision: i64,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let touched = sql::run(
        db,
        "update enrolment set state = 'committed', committed_at = $1, changed_at = $1, draft = '', \
         revision = revision + 1 where id = $2 and revision = $3 and state = 'draft'",
        [now.0.into(), id.0.into(), revision.into()],
    )
    .await?;
    Ok(touched == 1)
}

/// Marks an enrolment as undone; answers whether it was committed until now.
///
/// # Errors
/// When the database fails.
pub async fn undo(
    db: &impl ConnectionTrait,
    id: EnrolmentId,
    by: PersonId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let touched = sql::run(
        db,
        "update enrolment set state = 'undone', undone_at = $1, undone_by = $2, changed_at = $1, \
         revision = revision + 1 where id = $3 and state = 'committed'",
        [now.0.into(), by.0.into(), id.0.into()],
    )
    .await?;
    Ok(touched == 1)
}

/// One line of a cohort's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// The enrolment.
    pub id: EnrolmentId,
    /// Who made it.
    pub made_by: String,
    /// When.
    pub committed_at: Timestamp,
    /// How many it enrolled.
    pub enrolled: u32,
    /// How many lines it had.
    pub lines: u32,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
}

/// The enrolments of a cohort, newest first, each with its outcome.
///
/// # Errors
/// When the database fails.
pub async fn history(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    limit: u64,
) -> Result<Vec<Past>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        name: String,
        committed_at: i64,
        undone_at: Option<i64>,
        enrolled: i64,
        lines: i64,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select e.id, p.name, e.committed_at, e.undone_at, \
         (select count(*) from enrolment_row r where r.enrolment_id = e.id and r.outcome = 'enrolled') as enrolled, \
         (select count(*) from enrolment_row r where r.enrolment_id = e.id) as lines \
         from enrolment e join person p on p.id = e.made_by \
         where e.cohort_id = $1 and e.committed_at is not null order by e.committed_at desc, e.id desc limit $2",
        vec![cohort.0.into(), limit.into()],
    )
    .await?;
    let small = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(rows
        .into_iter()
        .map(|row| Past {
            id: EnrolmentId(row.id),
            made_by: row.name,
            committed_at: Timestamp(row.committed_at),
            enrolled: small(row.enrolled),
            lines: small(row.lines),
            undone_at: row.undone_at.map(Timestamp),
        })
        .collect())
}

/// A state that an older version does not know is none of its business.
fn read(row: Model) -> Option<Enrolment> {
    Some(Enrolment {
        id: EnrolmentId(row.id),
        cohort: CohortId(row.cohort_id),
        made_by: PersonId(row.made_by),
        state: State::from_code(&row.state)?,
        revision: row.revision,
        draft: row.draft,
        created_at: Timestamp(row.created_at),
        changed_at: Timestamp(row.changed_at),
        committed_at: row.committed_at.map(Timestamp),
        undone: row
            .undone_at
            .map(|at| (Timestamp(at), row.undone_by.map(PersonId))),
    })
}
