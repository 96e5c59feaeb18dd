//! Texts handed in for a trainer to read: every version is kept, and the newest counts.

use domain::clock::Timestamp;
use domain::ids::{PersonId, SubmissionId, UnitId};
use sea_orm::{
    ConnectionTrait, DatabaseBackend, EntityTrait, FromQueryResult, Set, entity::prelude::*,
};

use crate::entity::submission;
use crate::{StoreError, sql};

/// What stands in place of a question's name when the text is an activity's product.
pub const PRODUCT: &str = "";

/// A version to keep.
#[derive(Clone, Debug)]
pub struct NewSubmission {
    /// Its id.
    pub id: SubmissionId,
    /// Who hands it in.
    pub person: PersonId,
    /// The unit.
    pub unit: UnitId,
    /// The open question, or [`PRODUCT`].
    pub question: String,
    /// 1, 2, 3 …
    pub version: i32,
    /// The text.
    pub body: String,
    /// The present.
    pub at: Timestamp,
}

/// The version that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newest {
    /// Its id.
    pub id: SubmissionId,
    /// 1, 2, 3 …
    pub version: i32,
    /// The text.
    pub body: String,
    /// When it was handed in.
    pub at: Timestamp,
    /// Whether a trainer accepted or returned it; none while it waits.
    pub accepted: Option<bool>,
}

/// Keeps a version.
///
/// # Errors
/// When the database fails.
pub async fn keep_submission(
    db: &impl ConnectionTrait,
    new: NewSubmission,
) -> Result<(), StoreError> {
    let row = submission::ActiveModel {
        id: Set(new.id.0),
        person_id: Set(new.person.0),
        unit_id: Set(new.unit.0),
        question: Set(new.question),
        version: Set(new.version),
        body: Set(new.body),
        submitted_at: Set(new.at.0),
    };
    submission::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The newest version of what somebody handed in.
///
/// # Errors
/// When the database fails.
pub async fn newest_submission(
    db: &impl ConnectionTrait,
    person: PersonId,
    unit: UnitId,
    question: &str,
) -> Result<Option<Newest>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        version: i32,
        body: String,
        submitted_at: i64,
        accepted: Option<bool>,
    }
    let row: Option<Row> = sql::one(
        db,
        "select s.id, s.version, s.body, s.submitted_at, v.accepted \
         from submission s left join review v on v.submission_id = s.id \
         where s.person_id = $1 and s.unit_id = $2 and s.question = $3 \
         order by s.version desc limit 1",
        vec![person.0.into(), unit.0.into(), question.into()],
    )
    .await?;
    Ok(row.map(|row| Newest {
        id: SubmissionId(row.id),
        version: row.version,
        body: row.body,
        at: Timestamp(row.submitted_at),
        accepted: row.accepted,
    }))
}

/// Keeps everybody else from handing in or reviewing in this unit of this person until the
/// transaction ends; a learner's own steps hold the same lock, see [`super::open`].
///
/// # Errors
/// When the database fails.
pub async fn lock_submissions(
    db: &impl ConnectionTrait,
    person: PersonId,
    unit: UnitId,
) -> Result<(), StoreError> {
    // SQLite has one writer at a time.
    if db.get_database_backend() == DatabaseBackend::Postgres {
        let text = "select person_id from reading where person_id = $1 and unit_id = $2 for update";
        sql::run(db, text, [person.0.into(), unit.0.into()]).await?;
    }
    Ok(())
}
