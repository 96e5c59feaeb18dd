//! What a person's page tells: where they belong, what they took part in, and when.

use domain::clock::Timestamp;
use domain::ids::{CohortId, CourseVersionId, InstitutionId, PersonId, ProgrammeId, UnitId};
use sea_orm::{ConnectionTrait, FromQueryResult, Value, entity::prelude::*};

use crate::learner::is_of_trainers;
use crate::{StoreError, sql};

/// A cohort that somebody was in, or whose people somebody trained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The cohort.
    pub cohort: CohortId,
    /// Its title.
    pub title: String,
    /// The programme that counts it.
    pub programme: ProgrammeId,
    /// Where it is held.
    pub institution: InstitutionId,
    /// That institution's name.
    pub institution_name: String,
    /// What it learns.
    pub course_version: CourseVersionId,
    /// Whether its people learn to be trainers.
    pub of_trainers: bool,
}

/// Several cohorts, in no order.
///
/// # Errors
/// When the database fails.
pub async fn places(
    db: &impl ConnectionTrait,
    cohorts: &[CohortId],
) -> Result<Vec<Place>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        title: String,
        programme_id: Uuid,
        institution_id: Uuid,
        name: String,
        course_version_id: Uuid,
        audience: String,
    }
    let mut found = Vec::with_capacity(cohorts.len());
    for chunk in cohorts.chunks(sql::CHUNK) {
        let text = format!(
            "select c.id, c.title, c.programme_id, c.institution_id, i.name, c.course_version_id, \
             c.audience \
             from cohort c join institution i on i.id = c.institution_id where c.id in ({})",
            sql::placeholders(0, chunk.len())
        );
        let values: Vec<Value> = chunk.iter().map(|cohort| cohort.0.into()).collect();
        let rows: Vec<Row> = sql::all(db, &text, values).await?;
        found.extend(rows.into_iter().map(|row| Place {
            cohort: CohortId(row.id),
            title: row.title,
            programme: ProgrammeId(row.programme_id),
            institution: InstitutionId(row.institution_id),
            institution_name: row.name,
            course_version: CourseVersionId(row.course_version_id),
            of_trainers: is_of_trainers(&row.audience),
        }));
    }
    Ok(found)
}

/// Something that happened to one of a person's participations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// In which cohort.
    pub cohort: CohortId,
    /// What: `invited`, `finished` or `withdrawn`.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// In words, such as a withdrawal's reason.
    pub detail: String,
}

/// What happened to a person's participations, newest first, at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn happened(
    db: &impl ConnectionTrait,
    person: PersonId,
    limit: u64,
) -> Result<Vec<Happened>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        cohort_id: Uuid,
        kind: String,
        at: i64,
        detail: String,
    }
    let text = format!(
        "select pa.cohort_id, e.kind, e.at, e.detail from participation pa \
         join participation_event e on e.participation_id = pa.id where pa.person_id = $1 \
         order by e.at desc, e.id desc limit {limit}"
    );
    let rows: Vec<Row> = sql::all(db, &text, vec![person.0.into()]).await?;
    Ok(rows
        .into_iter()
        .map(|row| Happened {
            cohort: CohortId(row.cohort_id),
            kind: row.kind,
            at: Timestamp(row.at),
            detail: row.detail,
        })
        .collect())
}

/// The units that a person completed, newest first, at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn completed_units(
    db: &impl ConnectionTrait,
    person: PersonId,
    limit: u64,
) -> Result<Vec<(UnitId, Timestamp)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        unit_id: Uuid,
        completed_at: i64,
    }
    let text = format!(
        "select unit_id, completed_at from unit_completion where person_id = $1 \
         order by completed_at desc, unit_id limit {limit}"
    );
    let rows: Vec<Row> = sql::all(db, &text, vec![person.0.into()]).await?;
    Ok(rows
        .into_iter()
        .map(|row| (UnitId(row.unit_id), Timestamp(row.completed_at)))
        .collect())
}

/// The names of institutions, in no order.
///
/// # Errors
/// When the database fails.
pub async fn institution_names(
    db: &impl ConnectionTrait,
    institutions: &[InstitutionId],
) -> Result<Vec<(InstitutionId, String)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        name: String,
    }
    let mut names = Vec::with_capacity(institutions.len());
    for chunk in institutions.chunks(sql::CHUNK) {
        let text = format!(
            "select id, name from institution where id in ({})",
            sql::placeholders(0, chunk.len())
        );
        let values: Vec<Value> = chunk.iter().map(|one| one.0.into()).collect();
        let rows: Vec<Row> = sql::all(db, &text, values).await?;
        names.extend(
            rows.into_iter()
                .map(|row| (InstitutionId(row.id), row.name)),
        );
    }
    Ok(names)
}
