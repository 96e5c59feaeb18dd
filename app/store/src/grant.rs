//! Roles that people hold, each with its scope.

use domain::clock::Timestamp;
use domain::ids::{GrantId, InstitutionId, PersonId, ProgrammeId};
use domain::people::Role;
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, Set,
    entity::prelude::*,
};

use crate::entity::role_grant::{ActiveModel, Column, Entity, Model};
use crate::{StoreError, sql};

/// The roles that a person holds now.
///
/// # Errors
/// When the database fails.
pub async fn of_person(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<Role>, StoreError> {
    let rows = Entity::find()
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::RevokedAt.is_null())
        .all(db)
        .await?;
    Ok(rows.iter().filter_map(read).collect())
}

/// The trainers of an institution with their names, by name.
///
/// # Errors
/// When the database fails.
pub async fn trainers_at(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
) -> Result<Vec<(PersonId, String)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        name: String,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select distinct p.id, p.name, p.name_key from role_grant g join person p on p.id = g.person_id \
         where g.institution_id = $1 and g.role = 'trainer' and g.revoked_at is null order by p.name_key",
        vec![institution.0.into()],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (PersonId(row.id), row.name))
        .collect())
}

/// Whether anybody coordinates any programme.
///
/// # Errors
/// When the database fails.
pub async fn is_coordinated(db: &impl ConnectionTrait) -> Result<bool, StoreError> {
    let coordinators = Entity::find()
        .filter(Column::Role.eq("coordinator"))
        .filter(Column::RevokedAt.is_null())
        .count(db)
        .await?;
    Ok(coordinators > 0)
}

/// Gives a person a role.
///
/// # Errors
/// When the database fails.
pub async fn give(
    db: &impl ConnectionTrait,
    id: GrantId,
    person: PersonId,
    role: Role,
    by: Option<PersonId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (code, institution, programme) = columns(role);
    let row = ActiveModel {
        id: Set(id.0),
        person_id: Set(person.0),
        role: Set(code.to_owned()),
        institution_id: Set(institution),
        programme_id: Set(programme),
        granted_by: Set(by.map(|by| by.0)),
        granted_at: Set(now.0),
        revoked_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// A role as its columns: code, institution, programme.
pub(crate) fn columns(role: Role) -> (&'static str, Option<Uuid>, Option<Uuid>) {
    match role {
        Role::Trainer(InstitutionId(id)) => ("trainer", Some(id), None),
        Role::Lead(InstitutionId(id)) => ("lead", Some(id), None),
        Role::Coordinator(ProgrammeId(id)) => ("coordinator", None, Some(id)),
        Role::PartnerTrainer(ProgrammeId(id)) => ("partner_trainer", None, Some(id)),
        Role::Author => ("author", None, None),
        Role::Observer(ProgrammeId(id)) => ("observer", None, Some(id)),
        Role::Recogniser(ProgrammeId(id)) => ("recogniser", None, Some(id)),
    }
}

/// The role that columns stand for.
pub(crate) fn role(
    code: &str,
    institution: Option<InstitutionId>,
    programme: Option<ProgrammeId>,
) -> Option<Role> {
    match code {
        "trainer" => institution.map(Role::Trainer),
        "lead" => institution.map(Role::Lead),
        "coordinator" => programme.map(Role::Coordinator),
        "partner_trainer" => programme.map(Role::PartnerTrainer),
        "author" => Some(Role::Author),
        "observer" => programme.map(Role::Observer),
        "recogniser" => programme.map(Role::Recogniser),
        _ => None,
    }
}

fn read(row: &Model) -> Option<Role> {
    role(
        &row.role,
        row.institution_id.map(InstitutionId),
        row.programme_id.map(ProgrammeId),
    )
}

/// A role that somebody holds or held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The grant.
    pub grant: GrantId,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// Since when.
    pub given_at: Timestamp,
    /// Until when; `None` while it is held.
    pub revoked_at: Option<Timestamp>,
}

/// Those who hold a role of a programme itself, by role and name.
///
/// # Errors
/// When the database fails.
pub async fn holders_of(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
) -> Result<Vec<Holder>, StoreError> {
    let held = "g.programme_id = $1 and g.revoked_at is null order by g.role, p.name_key, g.id";
    holders(db, held, programme.0).await
}

/// The trainers and leads of an institution, by role and name.
///
/// # Errors
/// When the database fails.
pub async fn holders_at(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
) -> Result<Vec<Holder>, StoreError> {
    let held = "g.institution_id = $1 and g.revoked_at is null order by g.role, p.name_key, g.id";
    holders(db, held, institution.0).await
}

/// Every role that somebody holds or held, in the order they were given.
///
/// # Errors
/// When the database fails.
pub async fn history(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<Holder>, StoreError> {
    holders(db, "g.person_id = $1 order by g.granted_at, g.id", person.0).await
}

/// A role that is held now.
///
/// # Errors
/// When the database fails.
pub async fn holder(db: &impl ConnectionTrait, id: GrantId) -> Result<Option<Holder>, StoreError> {
    let found = holders(db, "g.id = $1 and g.revoked_at is null", id.0).await?;
    Ok(found.into_iter().next())
}

/// How many coordinators a programme has.
///
/// # Errors
/// When the database fails.
pub async fn coordinators(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
) -> Result<u64, StoreError> {
    Ok(Entity::find()
        .filter(Column::ProgrammeId.eq(programme.0))
        .filter(Column::Role.eq("coordinator"))
        .filter(Column::RevokedAt.is_null())
        .count(db)
        .await?)
}

/// Takes a role back. What its holder did stays.
///
/// # Errors
/// When the database fails.
pub async fn revoke(
    db: &impl ConnectionTrait,
    id: GrantId,
    now: Timestamp,
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(now.0))
        .filter(Column::Id.eq(id.0))
        .filter(Column::RevokedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

async fn holders(
    db: &impl ConnectionTrait,
    which: &str,
    value: Uuid,
) -> Result<Vec<Holder>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        person_id: Uuid,
        name: String,
        role: String,
        institution_id: Option<Uuid>,
        programme_id: Option<Uuid>,
        granted_at: i64,
        revoked_at: Option<i64>,
    }
    let text = format!(
        "select g.id, g.person_id, p.name, g.role, g.institution_id, g.programme_id, g.granted_at, g.revoked_at \
         from role_grant g join person p on p.id = g.person_id where {which}"
    );
    let rows: Vec<Row> = sql::all(db, &text, vec![value.into()]).await?;
    let read = |row: Row| {
        let institution = row.institution_id.map(InstitutionId);
        let programme = row.programme_id.map(ProgrammeId);
        Some(Holder {
            grant: GrantId(row.id),
            person: PersonId(row.person_id),
            name: row.name,
            role: role(&row.role, institution, programme)?,
            given_at: Timestamp(row.granted_at),
            revoked_at: row.revoked_at.map(Timestamp),
        })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}
