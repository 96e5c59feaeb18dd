//! The institutions that take part in programmes.

use std::collections::{BTreeSet, HashMap};

use domain::clock::Timestamp;
use domain::ids::{InstitutionId, ProgrammeId};
use domain::names::fold;
use domain::people::InstitutionKind;
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, Set, entity::prelude::*};

use super::int;
use crate::entity::institution;
use crate::{StoreError, sql, tally};

/// An institution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Institution {
    /// Its id.
    pub id: InstitutionId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: InstitutionKind,
    /// Its town.
    pub place: String,
    /// Its country, as people call it.
    pub country: String,
    /// Counts changes, so that a stale form is refused.
    pub revision: i64,
}

/// Whether an institution of that name takes part in a programme already.
///
/// # Errors
/// When the database fails.
pub async fn has_institution_called(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    name: &str,
) -> Result<bool, StoreError> {
    use crate::entity::programme_institution::{Column, Entity};
    let known = Entity::find()
        .filter(Column::ProgrammeId.eq(programme.0))
        .filter(Column::NameKey.eq(fold(name)))
        .count(db)
        .await?;
    Ok(known > 0)
}

/// Keeps a new institution.
///
/// # Errors
/// When the database fails.
pub async fn create_institution(
    db: &impl ConnectionTrait,
    institution: &Institution,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = institution::ActiveModel {
        id: Set(institution.id.0),
        name: Set(institution.name.clone()),
        kind: Set(institution.kind.code().to_owned()),
        place: Set(institution.place.clone()),
        country: Set(institution.country.clone()),
        revision: Set(institution.revision),
        created_at: Set(now.0),
    };
    institution::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// An institution.
///
/// # Errors
/// When the database fails.
pub async fn institution(
    db: &impl ConnectionTrait,
    id: InstitutionId,
) -> Result<Option<Institution>, StoreError> {
    Ok(institution::Entity::find_by_id(id.0)
        .one(db)
        .await?
        .map(|row| Institution {
            id: InstitutionId(row.id),
            name: row.name,
            kind: InstitutionKind::from_code(&row.kind).unwrap_or(InstitutionKind::University),
            place: row.place,
            country: row.country,
            revision: row.revision,
        }))
}

/// The names of several institutions.
///
/// # Errors
/// When the database fails.
pub async fn institution_names(
    db: &impl ConnectionTrait,
    ids: &[InstitutionId],
) -> Result<HashMap<InstitutionId, String>, StoreError> {
    let rows = institution::Entity::find()
        .filter(institution::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (InstitutionId(row.id), row.name))
        .collect())
}

/// The institutions of a programme, by name.
///
/// # Errors
/// When the database fails.
pub async fn institutions_of(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
) -> Result<Vec<(InstitutionId, String)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        institution_id: Uuid,
        name: String,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select institution_id, name from programme_institution where programme_id = $1 order by name",
        vec![programme.0.into()],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (InstitutionId(row.institution_id), row.name))
        .collect())
}

/// Makes an institution part of a programme, with the target range in force for it.
///
/// # Errors
/// When the database fails.
pub async fn join(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: &Institution,
    range: Option<(u32, u32)>,
) -> Result<(), StoreError> {
    sql::run(
        db,
        "insert into programme_institution \
         (programme_id, institution_id, name, name_key, target_min, target_max) \
         values ($1, $2, $3, $4, $5, $6)",
        [
            programme.0.into(),
            institution.id.0.into(),
            institution.name.clone().into(),
            fold(&institution.name).into(),
            range.map(|range| int(range.0)).into(),
            range.map(|range| int(range.1)).into(),
        ],
    )
    .await?;
    tally::add_institution(db, programme, range).await
}

/// Changes what an institution is called and where it is, unless somebody else changed it since
/// `institution.revision`; answers whether it did.
///
/// # Errors
/// When the database fails.
pub async fn change_institution(
    db: &impl ConnectionTrait,
    institution: &Institution,
) -> Result<bool, StoreError> {
    let touched = sql::run(
        db,
        "update institution set name = $1, kind = $2, place = $3, country = $4, revision = revision + 1 \
         where id = $5 and revision = $6",
        [
            institution.name.clone().into(),
            institution.kind.code().into(),
            institution.place.clone().into(),
            institution.country.clone().into(),
            institution.id.0.into(),
            institution.revision.into(),
        ],
    )
    .await?;
    if touched == 0 {
        return Ok(false);
    }
    sql::run(
        db,
        "update programme_institution set name = $1, name_key = $2 where institution_id = $3",
        [
            institution.name.clone().into(),
            fold(&institution.name).into(),
            institution.id.0.into(),
        ],
    )
    .await?;
    Ok(true)
}

/// The programmes that an institution takes part in.
///
/// # Errors
/// When the database fails.
pub async fn of_institution(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
) -> Result<Vec<ProgrammeId>, StoreError> {
    of_institutions(db, &[institution]).await
}

/// The programmes that any of these institutions takes part in.
///
/// # Errors
/// When the database fails.
pub async fn of_institutions(
    db: &impl ConnectionTrait,
    institutions: &[InstitutionId],
) -> Result<Vec<ProgrammeId>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        programme_id: Uuid,
    }
    let mut found = BTreeSet::new();
    for chunk in institutions.chunks(sql::CHUNK) {
        let text = format!(
            "select distinct programme_id from programme_institution where institution_id in ({})",
            sql::placeholders(0, chunk.len())
        );
        let values = chunk.iter().map(|one| one.0.into()).collect();
        let rows: Vec<Row> = sql::all(db, &text, values).await?;
        found.extend(rows.into_iter().map(|row| ProgrammeId(row.programme_id)));
    }
    Ok(found.into_iter().collect())
}
