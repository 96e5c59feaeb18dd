//! What the people of a generation answered first, for fidelity (rule 8).

use domain::cascade::fidelity::{Attempt, Item};
use domain::ids::{CourseVersionId, PersonId, ProgrammeId, UnitId};
use sea_orm::{ConnectionTrait, FromQueryResult, entity::prelude::*};

use crate::programme::{count, int};
use crate::{StoreError, sql};

/// The latest generation of a programme, and the version that its newest cohort takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Latest {
    /// The generation; 0 when nobody was trained yet.
    pub generation: u32,
    /// The version; `None` without a cohort.
    pub version: Option<CourseVersionId>,
}

/// The latest generation, and the version that the newest cohort takes.
///
/// # Errors
/// When the database fails.
pub async fn latest(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
) -> Result<Latest, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        generation: Option<i32>,
        version: Option<Uuid>,
    }
    let row: Option<Row> = sql::one(
        db,
        "select (select max(smallest) from generation where programme_id = $1) as generation, \
         (select course_version_id from cohort where programme_id = $1 \
          order by created_at desc, id desc limit 1) as version",
        vec![programme.0.into()],
    )
    .await?;
    Ok(Latest {
        generation: row.as_ref().and_then(|row| row.generation).map_or(0, count),
        version: row.and_then(|row| row.version).map(CourseVersionId),
    })
}

/// The first attempts at the questions that a version asks of everybody, of the `limit` people of a
/// generation who came last. Answers that wait for a trainer are no attempts yet.
///
/// # Errors
/// When the database fails.
pub async fn first_attempts(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    generation: u32,
    version: CourseVersionId,
    limit: u64,
) -> Result<Vec<Attempt>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
        unit_id: Uuid,
        question: String,
        score: i32,
    }
    let text = format!(
        "with chosen as (select person_id from generation where programme_id = $1 and smallest = $2 \
          order by person_id desc limit {limit}) \
         select r.person_id, r.unit_id, r.question, r.score from chosen g \
         join response r on r.person_id = g.person_id join unit u on u.id = r.unit_id \
         where u.course_version_id = $3 and not u.trainers_only and r.score >= 0 \
         and not exists (select 1 from response e where e.person_id = r.person_id \
          and e.unit_id = r.unit_id and e.question = r.question \
          and (e.saved_at < r.saved_at or (e.saved_at = r.saved_at and e.id < r.id)))"
    );
    let values = vec![programme.0.into(), int(generation).into(), version.0.into()];
    let rows: Vec<Row> = sql::all(db, &text, values).await?;
    Ok(rows
        .into_iter()
        .map(|row| Attempt {
            person: PersonId(row.person_id),
            item: Item {
                unit: UnitId(row.unit_id),
                question: row.question,
            },
            score: u16::try_from(row.score).unwrap_or_default(),
        })
        .collect())
}
