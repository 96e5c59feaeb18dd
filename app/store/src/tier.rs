//! Tiers: what a programme promised, for every institution or for one.

use domain::ids::{InstitutionId, ProgrammeId};
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, entity::prelude::*};

use crate::entity::tier::{Column, Entity, Model};
use crate::programme::{Tier, add_tier, count};
use crate::{StoreError, tally};

/// The tier of every institution that agreed none of its own.
///
/// # Errors
/// When the database fails.
pub async fn general(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
) -> Result<Option<Tier>, StoreError> {
    let row = Entity::find()
        .filter(Column::ProgrammeId.eq(programme.0))
        .filter(Column::InstitutionId.is_null())
        .one(db)
        .await?;
    Ok(row.map(read))
}

/// The tier that one institution agreed for itself.
///
/// # Errors
/// When the database fails.
pub async fn own(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
) -> Result<Option<Tier>, StoreError> {
    let row = Entity::find()
        .filter(Column::ProgrammeId.eq(programme.0))
        .filter(Column::InstitutionId.eq(institution.0))
        .one(db)
        .await?;
    Ok(row.map(read))
}

/// Changes the tier of every institution without its own; the status counts follow.
///
/// # Errors
/// When the database fails.
pub async fn change_general(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    tier: &Tier,
) -> Result<(), StoreError> {
    Entity::delete_many()
        .filter(Column::ProgrammeId.eq(programme.0))
        .filter(Column::InstitutionId.is_null())
        .exec(db)
        .await?;
    add_tier(
        db,
        programme,
        &Tier {
            institution: None,
            ..tier.clone()
        },
    )
    .await?;
    tally::set_general_target(db, programme, (tier.target_min, tier.target_max)).await
}

/// Gives an institution a tier of its own, or takes it back; the status counts follow.
///
/// # Errors
/// When the database fails.
pub async fn change_own(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
    tier: Option<&Tier>,
) -> Result<(), StoreError> {
    Entity::delete_many()
        .filter(Column::ProgrammeId.eq(programme.0))
        .filter(Column::InstitutionId.eq(institution.0))
        .exec(db)
        .await?;
    let in_force = match tier {
        Some(tier) => {
            let tier = Tier {
                institution: Some(institution),
                ..tier.clone()
            };
            add_tier(db, programme, &tier).await?;
            Some(tier)
        }
        None => general(db, programme).await?,
    };
    // A tier of nobody says that there is no target.
    let range = in_force
        .and_then(|tier| tier.range())
        .map(|range| (range.min(), range.max()));
    tally::set_target(db, programme, institution, range).await
}

pub(crate) fn read(row: Model) -> Tier {
    Tier {
        id: row.id,
        institution: row.institution_id.map(InstitutionId),
        wording: row.wording,
        target_min: count(row.target_min),
        target_max: count(row.target_max),
    }
}
