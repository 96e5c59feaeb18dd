//! The registers behind the edges.

use domain::cascade::origin::Attended;
use domain::ids::{CohortId, PersonId, ProgrammeId, SessionId};
use sea_orm::{ConnectionTrait, FromQueryResult, Value, entity::prelude::*};

use crate::programme::day;
use crate::session::PRESENT;
use crate::{StoreError, sql};

/// The sessions by which these people came to be trained, as last recorded: for every edge above
/// one of them, those that they attended and the trainer delivered in the edge's cohort.
///
/// # Errors
/// When the database fails.
pub async fn attended(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    trainees: &[PersonId],
) -> Result<Vec<Attended>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        trainee_id: Uuid,
        trainer_id: Uuid,
        cohort_id: Uuid,
        session_id: Uuid,
        on_day: String,
    }
    let mut found = Vec::new();
    for chunk in trainees.chunks(sql::CHUNK) {
        let mut values: Vec<Value> = vec![programme.0.into()];
        values.extend(chunk.iter().map(|person| Value::from(person.0)));
        // In this order every step is a look into an index, however many people there are.
        let rows: Vec<Row> = sql::all(
            db,
            &format!(
                "select e.trainee_id, e.trainer_id, e.cohort_id, s.id as session_id, s.on_day \
                 from lineage_edge e cross join session s cross join session_trainer t \
                 cross join attendance a \
                 where e.programme_id = $1 and e.trainee_id in ({}) \
                   and s.cohort_id = e.cohort_id and s.delivered_at is not null \
                   and t.session_id = s.id and t.person_id = e.trainer_id \
                   and a.session_id = s.id and a.person_id = e.trainee_id and {PRESENT}",
                sql::placeholders(1, chunk.len())
            ),
            values,
        )
        .await?;
        for row in rows {
            found.push(Attended {
                trainee: PersonId(row.trainee_id),
                trainer: PersonId(row.trainer_id),
                cohort: CohortId(row.cohort_id),
                session: SessionId(row.session_id),
                on: day(&row.on_day).unwrap_or_default(),
            });
        }
    }
    Ok(found)
}
