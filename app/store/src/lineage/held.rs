//! The cascade of one institution.

use domain::cascade::lineage::Edge;
use domain::clock::Timestamp;
use domain::ids::{CohortId, InstitutionId, PersonId, ProgrammeId, SessionId};
use sea_orm::{ConnectionTrait, FromQueryResult, entity::prelude::*};

use crate::{StoreError, sql};

/// An edge, and the cohort it comes from.
#[derive(Clone, Debug)]
pub struct Held {
    /// Who was trained by whom.
    pub edge: Edge,
    /// The cohort's title.
    pub cohort: String,
    /// Where it was held.
    pub institution: InstitutionId,
}

/// Who was trained by whom in the cohorts that an institution holds, and who else trained these
/// people, up to the roots: everything that their generations depend on.
///
/// # Errors
/// When the database fails.
pub async fn held_at(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
) -> Result<Vec<Held>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        trainee_id: Uuid,
        trainer_id: Uuid,
        cohort_id: Uuid,
        session_id: Option<Uuid>,
        at: i64,
        title: String,
        institution_id: Uuid,
    }
    let rows: Vec<Row> = sql::all(
        db,
        // SQLite takes the tables of a cross join in the order written: never all cohorts first.
        "with recursive held as (\
           select e.trainee_id, e.trainer_id, e.cohort_id, e.session_id, e.at \
           from cohort c cross join lineage_edge e \
           where c.programme_id = $1 and c.institution_id = $2 and e.cohort_id = c.id), \
         above (person_id) as (\
           select trainer_id from held union select trainee_id from held \
           union select e.trainer_id from above a cross join lineage_edge e \
           where e.trainee_id = a.person_id and e.programme_id = $1), \
         edges as (\
           select trainee_id, trainer_id, cohort_id, session_id, at from held \
           union select e.trainee_id, e.trainer_id, e.cohort_id, e.session_id, e.at \
           from above a cross join lineage_edge e \
           where e.trainee_id = a.person_id and e.programme_id = $1) \
         select e.trainee_id, e.trainer_id, e.cohort_id, e.session_id, e.at, c.title, \
           c.institution_id from edges e cross join cohort c where c.id = e.cohort_id",
        vec![programme.0.into(), institution.0.into()],
    )
    .await?;
    let held = |row: Row| Held {
        edge: Edge {
            trainee: PersonId(row.trainee_id),
            trainer: PersonId(row.trainer_id),
            cohort: CohortId(row.cohort_id),
            session: row.session_id.map(SessionId),
            at: Timestamp(row.at),
        },
        cohort: row.title,
        institution: InstitutionId(row.institution_id),
    };
    Ok(rows.into_iter().map(held).collect())
}

/// Colleagues who finished in a cohort of an institution, with nobody recorded as having trained
/// them anywhere in the programme.
///
/// # Errors
/// When the database fails.
pub async fn finished_without_trainer(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
) -> Result<Vec<PersonId>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select distinct p.person_id from participation p \
         where p.programme_id = $1 and p.institution_id = $2 and p.finished_at is not null \
           and p.counts and not exists (select 1 from lineage_edge e \
             where e.trainee_id = p.person_id and e.programme_id = $1)",
        vec![programme.0.into(), institution.0.into()],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| PersonId(row.person_id))
        .collect())
}
