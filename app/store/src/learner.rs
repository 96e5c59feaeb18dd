//! The cohorts that a learner is in, as their home page shows them.

use domain::clock::Timestamp;
use domain::ids::{CohortId, CourseVersionId, PersonId};
use sea_orm::{
    ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, entity::prelude::*,
};

use crate::StoreError;
use crate::cohort::trainer_names;
use crate::entity::{cohort, institution, participation, session};

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
    let participations = participation::Entity::find()
        .filter(participation::Column::PersonId.eq(person.0))
        .filter(participation::Column::WithdrawnAt.is_null())
        .order_by_desc(participation::Column::InvitedAt)
        .all(db)
        .await?;
    if participations.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = participations.iter().map(|row| row.cohort_id).collect();
    let cohorts = cohort::Entity::find()
        .filter(cohort::Column::Id.is_in(ids.clone()))
        .all(db)
        .await?;
    let places = institution::Entity::find()
        .filter(institution::Column::Id.is_in(cohorts.iter().map(|cohort| cohort.institution_id)))
        .all(db)
        .await?;
    let named: Vec<CohortId> = ids.iter().copied().map(CohortId).collect();
    let trainers = trainer_names(db, &named).await?;
    let sessions = session::Entity::find()
        .filter(session::Column::CohortId.is_in(ids))
        .filter(session::Column::DeliveredAt.is_null())
        .filter(session::Column::OnDay.gte(today))
        .order_by_asc(session::Column::OnDay)
        .all(db)
        .await?;
    let record = |row: &participation::Model| {
        let cohort = cohorts.iter().find(|cohort| cohort.id == row.cohort_id)?;
        let place = places
            .iter()
            .find(|place| place.id == cohort.institution_id);
        let next = sessions
            .iter()
            .find(|session| session.cohort_id == cohort.id);
        Some(LearnersCohort {
            id: CohortId(cohort.id),
            title: cohort.title.clone(),
            institution: place.map(|place| place.name.clone()).unwrap_or_default(),
            version: CourseVersionId(cohort.course_version_id),
            since: Timestamp(row.invited_at),
            trainers: trainers
                .get(&CohortId(cohort.id))
                .into_iter()
                .flatten()
                .map(|(_, name)| name.clone())
                .collect(),
            next_session: next.map(|session| (session.on_day.clone(), session.place.clone())),
        })
    };
    Ok(participations.iter().filter_map(record).collect())
}

/// The versions that a person works through in cohorts, newest first.
///
/// # Errors
/// When the database fails.
pub async fn versions(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<CourseVersionId>, StoreError> {
    let participations: Vec<Uuid> = participation::Entity::find()
        .select_only()
        .column(participation::Column::CohortId)
        .filter(participation::Column::PersonId.eq(person.0))
        .filter(participation::Column::WithdrawnAt.is_null())
        .order_by_desc(participation::Column::InvitedAt)
        .into_tuple()
        .all(db)
        .await?;
    if participations.is_empty() {
        return Ok(Vec::new());
    }
    let cohorts: Vec<(Uuid, Uuid)> = cohort::Entity::find()
        .select_only()
        .column(cohort::Column::Id)
        .column(cohort::Column::CourseVersionId)
        .filter(cohort::Column::Id.is_in(participations.clone()))
        .into_tuple()
        .all(db)
        .await?;
    let version = |id: Uuid| {
        cohorts
            .iter()
            .find(|cohort| cohort.0 == id)
            .map(|cohort| CourseVersionId(cohort.1))
    };
    Ok(participations.into_iter().filter_map(version).collect())
}
