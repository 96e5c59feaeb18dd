//! A coordinator's digest: the institutions behind.

use chrono::NaiveDate;
use domain::ids::{InstitutionId, ProgrammeId};
use sea_orm::{ConnectionTrait, FromQueryResult, entity::prelude::*};

use crate::programme::count;
use crate::{StoreError, sql};

/// What a coordinator's digest counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProgrammeCounts {
    /// Institutions below their minimum.
    pub behind: u32,
    /// Institutions with trainers of whom none has trained anybody.
    pub silent: u32,
}

/// What the digest of a programme counts; `None` for one that ended long ago. Both counts are
/// lengths of indexes.
///
/// # Errors
/// When the database fails.
pub async fn programme_counts(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    today: NaiveDate,
) -> Result<Option<ProgrammeCounts>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        behind: i64,
        silent: i64,
    }
    let row: Option<Row> = sql::one(
        db,
        "select (select count(*) from programme_institution a where a.programme_id = pr.id and a.missing > 0) as behind, \
         (select count(*) from programme_institution b where b.programme_id = pr.id \
          and b.trainers > 0 and b.trainers_active = 0) as silent \
         from programme pr where pr.id = $1 and (pr.ends_on is null or pr.ends_on >= $2)",
        vec![programme.0.into(), today.to_string().into()],
    )
    .await?;
    Ok(row.map(|row| ProgrammeCounts {
        behind: u32::try_from(row.behind).unwrap_or(u32::MAX),
        silent: u32::try_from(row.silent).unwrap_or(u32::MAX),
    }))
}

/// An institution below its minimum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstitutionBehind {
    /// The institution.
    pub id: InstitutionId,
    /// Its name.
    pub name: String,
    /// How many are missing to the minimum.
    pub missing: u32,
}

/// The institutions of a programme that miss most to their minimum, at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn behind(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    limit: u64,
) -> Result<Vec<InstitutionBehind>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        institution_id: Uuid,
        name: String,
        missing: i32,
    }
    let text = format!(
        "select institution_id, name, missing from programme_institution \
         where programme_id = $1 and missing > 0 order by missing desc, institution_id limit {limit}"
    );
    let rows: Vec<Row> = sql::all(db, &text, vec![programme.0.into()]).await?;
    let one = |row: Row| InstitutionBehind {
        id: InstitutionId(row.institution_id),
        name: row.name,
        missing: count(row.missing),
    };
    Ok(rows.into_iter().map(one).collect())
}
