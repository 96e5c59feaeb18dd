//! What a session teaches.

use domain::ids::{SessionId, UnitId};
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set, entity::prelude::*};

use crate::StoreError;
use crate::entity::session_unit::{ActiveModel, Column, Entity};

/// The units of a session, in its order.
///
/// # Errors
/// When the database fails.
pub async fn units(
    db: &impl ConnectionTrait,
    session: SessionId,
) -> Result<Vec<UnitId>, StoreError> {
    let rows = Entity::find()
        .filter(Column::SessionId.eq(session.0))
        .order_by_asc(Column::Position)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| UnitId(row.unit_id)).collect())
}

/// Puts these units in place of a session's others.
///
/// # Errors
/// When the database fails.
pub async fn keep_units(
    db: &impl ConnectionTrait,
    session: SessionId,
    units: &[UnitId],
) -> Result<(), StoreError> {
    Entity::delete_many()
        .filter(Column::SessionId.eq(session.0))
        .exec(db)
        .await?;
    if units.is_empty() {
        return Ok(());
    }
    let rows = (1_i32..).zip(units).map(|(position, unit)| ActiveModel {
        session_id: Set(session.0),
        unit_id: Set(unit.0),
        position: Set(position),
    });
    Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}
