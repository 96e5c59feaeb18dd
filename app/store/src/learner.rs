//! The cohorts that a learner is in, as their home page shows them.

use domain::clock::Timestamp;
use domain::course::Slug;
use domain::ids::{CohortId, CourseVersionId, ParticipationId, PersonId};
use sea_orm::{ConnectionTrait, FromQueryResult, entity::prelude::*};

use crate::cohort::{Audience, track, trainer_names};
use crate::session::{Session, coming};
use crate::{StoreError, sql};

/// A cohort that a person takes part in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearnersCohort {
    /// The cohort.
    pub id: CohortId,
    /// The person's participation in it.
    pub participation: ParticipationId,
    /// When they finished it.
    pub finished_at: Option<Timestamp>,
    /// Its title.
    pub title: String,
    /// Where it is held.
    pub institution: String,
    /// The version it works through.
    pub version: CourseVersionId,
    /// Whether its people learn to be trainers.
    pub of_trainers: bool,
    /// The track that the person follows; none: the whole course.
    pub track: Option<Slug>,
    /// When the person was enrolled.
    pub since: Timestamp,
    /// The names of its trainers.
    pub trainers: Vec<String>,
    /// Its next session: today's, held or not, or a later one.
    pub next_session: Option<Session>,
}

/// The cohorts that a person takes part in and has not withdrawn from, newest first; `today` is
/// an ISO 8601 day.
///
/// # Errors
/// When the database fails.
pub async fn cohorts(
    db: &impl ConnectionTrait,
    person: PersonId,
    today: &str,
) -> Result<Vec<LearnersCohort>, StoreError> {
    let rows: Vec<Row> = sql::all(
        db,
        "select c.id, c.title, i.name as institution, c.course_version_id, c.audience, p.invited_at, \
         p.id as participation_id, p.finished_at, p.track \
         from participation p join cohort c on c.id = p.cohort_id \
         join institution i on i.id = c.institution_id \
         where p.person_id = $1 and p.withdrawn_at is null order by p.invited_at desc, p.id desc",
        vec![person.0.into()],
    )
    .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<CohortId> = rows.iter().map(|one| CohortId(one.id)).collect();
    let mut trainers = trainer_names(db, &ids).await?;
    let sessions = coming(db, &ids, today).await?;
    let record = |one: Row| {
        let next = sessions.iter().find(|session| session.cohort.0 == one.id);
        let trainers = trainers.remove(&CohortId(one.id)).unwrap_or_default();
        LearnersCohort {
            id: CohortId(one.id),
            participation: ParticipationId(one.participation_id),
            finished_at: one.finished_at.map(Timestamp),
            title: one.title,
            institution: one.institution,
            version: CourseVersionId(one.course_version_id),
            of_trainers: is_of_trainers(&one.audience),
            track: track(one.track),
            since: Timestamp(one.invited_at),
            trainers: trainers.into_iter().map(|(_, name)| name).collect(),
            next_session: next.cloned(),
        }
    };
    Ok(rows.into_iter().map(record).collect())
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    title: String,
    institution: String,
    course_version_id: Uuid,
    audience: String,
    invited_at: i64,
    participation_id: Uuid,
    finished_at: Option<i64>,
    track: Option<String>,
}

/// Whether an audience, as it is kept, is that of future trainers.
pub(crate) fn is_of_trainers(audience: &str) -> bool {
    Audience::from_code(audience) == Some(Audience::Trainers)
}

/// A version that a person works through in a cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The version.
    pub version: CourseVersionId,
    /// Whether the cohort's people learn to be trainers.
    pub as_trainer: bool,
}

/// The versions that a person works through in cohorts, newest first.
///
/// # Errors
/// When the database fails.
pub async fn versions(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<Taken>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        course_version_id: Uuid,
        audience: String,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select c.course_version_id, c.audience \
         from participation p join cohort c on c.id = p.cohort_id \
         where p.person_id = $1 and p.withdrawn_at is null order by p.invited_at desc, p.id desc",
        vec![person.0.into()],
    )
    .await?;
    let taken = |row: Row| Taken {
        version: CourseVersionId(row.course_version_id),
        as_trainer: is_of_trainers(&row.audience),
    };
    Ok(rows.into_iter().map(taken).collect())
}

/// The versions of the cohorts that a person was enrolled in and has done nothing in yet.
///
/// # Errors
/// When the database fails.
pub async fn not_begun(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<CourseVersionId>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        course_version_id: Uuid,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select distinct c.course_version_id from participation t join cohort c on c.id = t.cohort_id \
         where t.person_id = $1 and t.started_at is null and t.withdrawn_at is null",
        vec![person.0.into()],
    )
    .await?;
    let version = |row: Row| CourseVersionId(row.course_version_id);
    Ok(rows.into_iter().map(version).collect())
}
