//! Who belongs to which institution, from when until when.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::ids::{InstitutionId, PersonId};
use domain::people::StaffCategory;
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, Set, Value,
    entity::prelude::*,
};

use crate::StoreError;
use crate::entity::membership::{ActiveModel, Column, Entity, Model};
use crate::sql::{self, CHUNK};

/// A person at an institution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Which one it is.
    pub id: Uuid,
    /// Who.
    pub person: PersonId,
    /// Where.
    pub institution: InstitutionId,
    /// As what, if anybody said so.
    pub category: Option<StaffCategory>,
    /// From this day.
    pub from: NaiveDate,
    /// Until this day; still there when `None`.
    pub to: Option<NaiveDate>,
}

/// Keeps a membership.
///
/// # Errors
/// When the database fails.
pub async fn add(db: &impl ConnectionTrait, membership: &Membership) -> Result<(), StoreError> {
    add_many(db, std::slice::from_ref(membership)).await
}

/// Keeps many memberships.
///
/// # Errors
/// When the database fails.
pub async fn add_many(
    db: &impl ConnectionTrait,
    memberships: &[Membership],
) -> Result<(), StoreError> {
    for chunk in memberships.chunks(CHUNK) {
        let rows = chunk.iter().map(|membership| ActiveModel {
            id: Set(membership.id),
            person_id: Set(membership.person.0),
            institution_id: Set(membership.institution.0),
            category: Set(membership
                .category
                .map(|category| category.code().to_owned())),
            from_day: Set(membership.from.to_string()),
            to_day: Set(membership.to.map(|day| day.to_string())),
        });
        Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Where a person belongs and belonged, the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_person(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<Membership>, StoreError> {
    let rows = Entity::find()
        .filter(Column::PersonId.eq(person.0))
        .order_by_asc(Column::FromDay)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(read).collect())
}

/// The institutions whose people these are: where each is a member or holds a role now.
///
/// # Errors
/// When the database fails.
pub async fn homes(
    db: &impl ConnectionTrait,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<InstitutionId>>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
        institution_id: Uuid,
    }
    let mut homes: HashMap<PersonId, Vec<InstitutionId>> = HashMap::new();
    for chunk in people.chunks(CHUNK) {
        let these = sql::placeholders(0, chunk.len());
        let text = format!(
            "select person_id, institution_id from membership \
             where to_day is null and person_id in ({these}) \
             union select person_id, institution_id from role_grant \
             where institution_id is not null and revoked_at is null and person_id in ({these})"
        );
        let values: Vec<Value> = chunk.iter().map(|person| person.0.into()).collect();
        let rows: Vec<Row> = sql::all(db, &text, values).await?;
        for row in rows {
            homes
                .entry(PersonId(row.person_id))
                .or_default()
                .push(InstitutionId(row.institution_id));
        }
    }
    Ok(homes)
}

/// Those of `people` who belong to no institution now.
///
/// # Errors
/// When the database fails.
pub async fn without_one(
    db: &impl ConnectionTrait,
    people: &[PersonId],
) -> Result<Vec<PersonId>, StoreError> {
    let homes = homes(db, people).await?;
    let homeless = |person: &PersonId| !homes.contains_key(person);
    Ok(people.iter().copied().filter(homeless).collect())
}

/// Moves a person: every membership they hold ends on `day`, and one at `institution` begins with
/// the same category. What was counted where they were trained stays there.
///
/// # Errors
/// When the database fails.
pub async fn move_to(
    db: &impl ConnectionTrait,
    id: Uuid,
    person: PersonId,
    institution: InstitutionId,
    day: NaiveDate,
) -> Result<(), StoreError> {
    let held = of_person(db, person).await?;
    let category = held
        .iter()
        .rev()
        .find(|held| held.to.is_none())
        .and_then(|held| held.category);
    Entity::update_many()
        .col_expr(Column::ToDay, Expr::value(day.to_string()))
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::ToDay.is_null())
        .exec(db)
        .await?;
    add(
        db,
        &Membership {
            id,
            person,
            institution,
            category,
            from: day,
            to: None,
        },
    )
    .await
}

/// A day that does not read back was not written by us: the row is left out, not guessed at.
fn read(row: Model) -> Option<Membership> {
    Some(Membership {
        id: row.id,
        person: PersonId(row.person_id),
        institution: InstitutionId(row.institution_id),
        category: row.category.as_deref().and_then(StaffCategory::from_code),
        from: row.from_day.parse().ok()?,
        to: row.to_day.as_deref().and_then(|day| day.parse().ok()),
    })
}
