//! The cohorts that a learner is in, as their home page shows them.

use domain::clock::Timestamp;
use domain::ids::{CohortId, CourseVersionId, PersonId};
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, entity::prelude::*,
};

use crate::cohort::trainer_names;
use crate::entity::session;
use crate::{StoreError, sql};

/// A cohort that a person takes part in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearnersCohort {
    /// The cohort.
    pub id: CohortId,
    /// Its title.
    pub title: String,
    /// Where it is held.
    pub institution: String,
    /// The version it works through.
    pub version: CourseVersionId,
    /// When the person was enrolled.
    pub since: Timestamp,
    /// The names of its trainers.
    pub trainers: Vec<String>,
    /// The day and place of its next planned session.
    pub next_session: Option<(String, String)>,
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
    let taken: Vec<Taken> = sql::all(
        db,
        "select c.id, c.title, i.name as institution, c.course_version_id, p.invited_at \
         from participation p join cohort c on c.id = p.cohort_id \
         join institution i on i.id = c.institution_id \
         where p.person_id = $1 and p.withdrawn_at is null order by p.invited_at desc, p.id desc",
        vec![person.0.into()],
    )
    .await?;
    if taken.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<CohortId> = taken.iter().map(|one| CohortId(one.id)).collect();
    let mut trainers = trainer_names(db, &ids).await?;
    let sessions = session::Entity::find()
        .filter(session::Column::CohortId.is_in(taken.iter().map(|one| one.id)))
        .filter(session::Column::DeliveredAt.is_null())
        .filter(session::Column::OnDay.gte(today))
        .order_by_asc(session::Column::OnDay)
        .all(db)
        .await?;
    let record = |one: Taken| {
        let next = sessions.iter().find(|session| session.cohort_id == one.id);
        let trainers = trainers.remove(&CohortId(one.id)).unwrap_or_default();
        LearnersCohort {
            id: CohortId(one.id),
            title: one.title,
            institution: one.institution,
            version: CourseVersionId(one.course_version_id),
            since: Timestamp(one.invited_at),
            trainers: trainers.into_iter().map(|(_, name)| name).collect(),
            next_session: next.map(|session| (session.on_day.clone(), session.place.clone())),
        }
    };
    Ok(taken.into_iter().map(record).collect())
}

#[derive(FromQueryResult)]
struct Taken {
    id: Uuid,
    title: String,
    institution: String,
    course_version_id: Uuid,
    invited_at: i64,
}

/// The versions that a person works through in cohorts, newest first.
///
/// # Errors
/// When the database fails.
pub async fn versions(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<CourseVersionId>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        course_version_id: Uuid,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select c.course_version_id from participation p join cohort c on c.id = p.cohort_id \
         where p.person_id = $1 and p.withdrawn_at is null order by p.invited_at desc, p.id desc",
        vec![person.0.into()],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| CourseVersionId(row.course_version_id))
        .collect())
}
