//! What trainers say about the texts that their cohorts hand in.

mod list;
mod standing;

use domain::assessment::Level;
use domain::clock::Timestamp;
use domain::ids::{CohortId, PersonId, SubmissionId};
use sea_orm::{ConnectionTrait, FromQueryResult, entity::prelude::Uuid};

use crate::{StoreError, sql};

pub use list::{Asked, HandedIn, Waiting, count, find, list, versions, waiting_for};
pub use standing::{Product, Returned, products, returned_to};

/// What a trainer says about a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReview {
    /// The version.
    pub submission: SubmissionId,
    /// In which cohort it was read.
    pub cohort: CohortId,
    /// Who read it.
    pub reviewer: PersonId,
    /// How far it does what was asked for.
    pub level: Level,
    /// Whether it is accepted; else it goes back.
    pub accepted: bool,
    /// What they wrote.
    pub feedback: String,
    /// The present.
    pub at: Timestamp,
}

/// A review, with the reviewer's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Who read it.
    pub reviewer: String,
    /// How far it does what was asked for.
    pub level: Level,
    /// Whether it was accepted; else it was returned.
    pub accepted: bool,
    /// What they wrote.
    pub feedback: String,
    /// When.
    pub at: Timestamp,
}

/// Keeps reviews. There is one for each version; a second one fails.
///
/// # Errors
/// When the database fails or a version was reviewed before.
pub async fn keep_reviews(db: &impl ConnectionTrait, new: &[NewReview]) -> Result<(), StoreError> {
    let into = "review (submission_id, cohort_id, reviewer_id, level, accepted, feedback, \
                reviewed_at)";
    let rows = new.iter().map(|new| {
        [
            new.submission.0.into(),
            new.cohort.0.into(),
            new.reviewer.0.into(),
            new.level.code().into(),
            new.accepted.into(),
            new.feedback.clone().into(),
            new.at.0.into(),
        ]
    });
    sql::insert(db, into, rows).await
}

/// The review of a version.
///
/// # Errors
/// When the database fails.
pub async fn of(
    db: &impl ConnectionTrait,
    submission: SubmissionId,
) -> Result<Option<Review>, StoreError> {
    let text = format!("select {COLUMNS} from review v {REVIEWER} where v.submission_id = $1");
    let row: Option<Row> = sql::one(db, &text, vec![submission.0.into()]).await?;
    Ok(row.and_then(Row::review))
}

/// The columns of a review joined with its reviewer.
const COLUMNS: &str = "v.submission_id as reviewed_id, r.name as reviewer, v.level, v.accepted, \
                       v.feedback, v.reviewed_at";
const REVIEWER: &str = "left join person r on r.id = v.reviewer_id";

#[derive(FromQueryResult)]
struct Row {
    reviewed_id: Option<Uuid>,
    reviewer: Option<String>,
    level: Option<String>,
    accepted: Option<bool>,
    feedback: Option<String>,
    reviewed_at: Option<i64>,
}

impl Row {
    fn review(self) -> Option<Review> {
        self.reviewed_id?;
        Some(Review {
            reviewer: self.reviewer.unwrap_or_default(),
            level: Level::from_code(&self.level?)?,
            accepted: self.accepted?,
            feedback: self.feedback?,
            at: Timestamp(self.reviewed_at?),
        })
    }
}
