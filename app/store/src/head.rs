//! Heads of an institution, read: how many there are, and how many an enrolment would add.

use domain::ids::{InstitutionId, PersonId, ProgrammeId};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::programme::count;
use crate::sql::CHUNK;
use crate::{StoreError, sql};

/// Where an institution stands in a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Colleagues enrolled, each counted once.
    pub heads: u32,
    /// Those of them who finished a cohort: what the target is measured by.
    pub finished: u32,
    /// Those of them who are neither finished nor withdrawn everywhere.
    pub under_way: u32,
    /// The target range in force.
    pub range: Option<(u32, u32)>,
}

/// Where an institution stands in a programme.
///
/// # Errors
/// When the database fails.
pub async fn standing(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
) -> Result<Option<Standing>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        heads: i32,
        heads_finished: i32,
        heads_withdrawn: i32,
        target_min: Option<i32>,
        target_max: Option<i32>,
    }
    let row: Option<Row> = sql::one(
        db,
        "select heads, heads_finished, heads_withdrawn, target_min, target_max \
         from programme_institution where programme_id = $1 and institution_id = $2",
        vec![programme.0.into(), institution.0.into()],
    )
    .await?;
    Ok(row.map(|row| Standing {
        heads: count(row.heads),
        finished: count(row.heads_finished),
        under_way: count(row.heads - row.heads_finished - row.heads_withdrawn),
        range: row.target_min.map(count).zip(row.target_max.map(count)),
    }))
}

/// How many of these people would be new heads of the institution: those who are neither heads
/// already (rule 3) nor trainers or leads of the place (rule 4).
///
/// # Errors
/// When the database fails.
pub async fn new_among(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
    people: &[PersonId],
) -> Result<usize, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        counted: i64,
    }
    let mut new = 0;
    for chunk in people.chunks(CHUNK) {
        let mut values: Vec<sea_orm::Value> = vec![programme.0.into(), institution.0.into()];
        values.extend(chunk.iter().map(|person| sea_orm::Value::from(person.0)));
        let row: Option<Row> = sql::one(
            db,
            &format!(
                "select count(*) as counted from person p where p.id in ({}) \
                 and not exists (select 1 from head h where h.programme_id = $1 and h.institution_id = $2 \
                  and h.person_id = p.id and h.participations > 0) \
                 and not exists (select 1 from role_grant g where g.institution_id = $2 \
                  and g.person_id = p.id and g.revoked_at is null)",
                sql::placeholders(2, chunk.len())
            ),
            values,
        )
        .await?;
        new += row
            .and_then(|row| usize::try_from(row.counted).ok())
            .unwrap_or_default();
    }
    Ok(new)
}
