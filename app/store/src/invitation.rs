//! Invitations: what a link or a slip's code opens. Only hashes of either are kept.

use std::collections::HashSet;

use domain::clock::Timestamp;
use domain::ids::{CohortId, InstitutionId, InvitationId, PersonId, ProgrammeId};
use domain::people::Role;
use sea_orm::{
    ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set, entity::prelude::*,
};

use crate::entity::invitation::{ActiveModel, Column, Entity, Model};
use crate::sql::CHUNK;
use crate::{StoreError, grant};

/// What accepting an invitation does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Signs in a colleague who was enrolled.
    Cohort(CohortId),
    /// Gives a role.
    Role(Role),
    /// Sets a new password.
    Reset,
    /// Adds an address to an account.
    Address(String),
    /// Makes the first coordinator.
    Setup,
}

/// An invitation, without its secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Which one.
    pub id: InvitationId,
    /// What accepting it does.
    pub purpose: Purpose,
    /// Whom it invites; nobody known yet for the first coordinator.
    pub person: Option<PersonId>,
    /// Who invites.
    pub by: Option<PersonId>,
    /// Since when.
    pub created_at: Timestamp,
    /// Until when.
    pub expires_at: Timestamp,
    /// When it was accepted.
    pub used_at: Option<Timestamp>,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
    /// Whether a code was printed or sent for it.
    pub has_code: bool,
}

/// Whether an invitation can be accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It can.
    Open,
    /// It was accepted.
    Used,
    /// It was taken back.
    Revoked,
    /// Its time is over.
    Expired,
}

impl Invitation {
    /// Whether it can be accepted now.
    #[must_use]
    pub fn standing(&self, now: Timestamp) -> Standing {
        if self.used_at.is_some() {
            Standing::Used
        } else if self.revoked_at.is_some() {
            Standing::Revoked
        } else if now >= self.expires_at {
            Standing::Expired
        } else {
            Standing::Open
        }
    }
}

/// An invitation about to be kept.
#[derive(Clone, Debug)]
pub struct NewInvitation {
    /// Its identifier.
    pub id: InvitationId,
    /// What accepting it does.
    pub purpose: Purpose,
    /// Whom it invites.
    pub person: Option<PersonId>,
    /// The hash of its link's token; usually made later, when its message goes out.
    pub token_hash: Option<String>,
    /// The hash of its code; usually made later, when its slip is printed.
    pub code_hash: Option<String>,
    /// Until when it can be accepted.
    pub expires_at: Timestamp,
}

/// Keeps an invitation.
///
/// # Errors
/// When the database fails.
pub async fn keep(
    db: &impl ConnectionTrait,
    invitation: NewInvitation,
    by: Option<PersonId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    keep_many(db, &[invitation], by, now).await
}

/// Keeps many invitations.
///
/// # Errors
/// When the database fails.
pub async fn keep_many(
    db: &impl ConnectionTrait,
    invitations: &[NewInvitation],
    by: Option<PersonId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    for chunk in invitations.chunks(CHUNK) {
        let rows = chunk.iter().map(|invitation| write(invitation, by, now));
        Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

/// One invitation.
///
/// # Errors
/// When the database fails.
pub async fn by_id(
    db: &impl ConnectionTrait,
    id: InvitationId,
) -> Result<Option<Invitation>, StoreError> {
    Ok(Entity::find_by_id(id.0).one(db).await?.and_then(read))
}

/// The invitation whose link has a token of this hash.
///
/// # Errors
/// When the database fails.
pub async fn by_token_hash(
    db: &impl ConnectionTrait,
    hash: &str,
) -> Result<Option<Invitation>, StoreError> {
    Ok(Entity::find()
        .filter(Column::TokenHash.eq(hash))
        .one(db)
        .await?
        .and_then(read))
}

/// The invitation whose slip has a code of this hash.
///
/// # Errors
/// When the database fails.
pub async fn by_code_hash(
    db: &impl ConnectionTrait,
    hash: &str,
) -> Result<Option<Invitation>, StoreError> {
    Ok(Entity::find()
        .filter(Column::CodeHash.eq(hash))
        .one(db)
        .await?
        .and_then(read))
}

/// The invitations to a cohort, the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_cohort(
    db: &impl ConnectionTrait,
    cohort: CohortId,
) -> Result<Vec<Invitation>, StoreError> {
    let rows = Entity::find()
        .filter(Column::CohortId.eq(cohort.0))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(read).collect())
}

/// The invitations of a person, the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_person(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<Invitation>, StoreError> {
    let rows = Entity::find()
        .filter(Column::PersonId.eq(person.0))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(read).collect())
}

/// The open invitations to roles at an institution.
///
/// # Errors
/// When the database fails.
pub async fn open_to_roles_at(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
    now: Timestamp,
) -> Result<Vec<Invitation>, StoreError> {
    open_to_roles(db, Column::InstitutionId.eq(institution.0), now).await
}

/// The open invitations to roles of a programme itself.
///
/// # Errors
/// When the database fails.
pub async fn open_to_roles_of(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    now: Timestamp,
) -> Result<Vec<Invitation>, StoreError> {
    open_to_roles(db, Column::ProgrammeId.eq(programme.0), now).await
}

async fn open_to_roles(
    db: &impl ConnectionTrait,
    scope: Expr,
    now: Timestamp,
) -> Result<Vec<Invitation>, StoreError> {
    let rows = Entity::find()
        .filter(scope)
        .filter(Column::Role.is_not_null())
        .filter(Column::UsedAt.is_null())
        .filter(Column::RevokedAt.is_null())
        .filter(Column::ExpiresAt.gt(now.0))
        .order_by_asc(Column::CreatedAt)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Those of these invitations that are neither accepted nor taken back.
///
/// # Errors
/// When the database fails.
pub async fn unanswered(
    db: &impl ConnectionTrait,
    invitations: &[InvitationId],
) -> Result<HashSet<InvitationId>, StoreError> {
    let mut found = HashSet::new();
    for chunk in invitations.chunks(CHUNK) {
        let ids: Vec<Uuid> = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::Id.is_in(chunk.iter().map(|id| id.0)))
            .filter(Column::UsedAt.is_null())
            .filter(Column::RevokedAt.is_null())
            .into_tuple()
            .all(db)
            .await?;
        found.extend(ids.into_iter().map(InvitationId));
    }
    Ok(found)
}

/// Gives an invitation a new link; an earlier link stops working. The invitation lives on until
/// at least `expires_at`.
///
/// # Errors
/// When the database fails.
pub async fn set_token(
    db: &impl ConnectionTrait,
    id: InvitationId,
    hash: &str,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    set_secret(db, id, Column::TokenHash, hash, expires_at).await
}

/// Gives an invitation a new code; an earlier code stops working. The invitation lives on until
/// at least `expires_at`.
///
/// # Errors
/// When the database fails.
pub async fn set_code(
    db: &impl ConnectionTrait,
    id: InvitationId,
    hash: &str,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    set_secret(db, id, Column::CodeHash, hash, expires_at).await
}

async fn set_secret(
    db: &impl ConnectionTrait,
    id: InvitationId,
    column: Column,
    hash: &str,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(column, Expr::value(hash))
        .col_expr(
            Column::ExpiresAt,
            Expr::case(Column::ExpiresAt.lt(expires_at.0), expires_at.0)
                .finally(Expr::col(Column::ExpiresAt))
                .into(),
        )
        .filter(Column::Id.eq(id.0))
        .filter(Column::UsedAt.is_null())
        .filter(Column::RevokedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Uses an invitation up. `false`: it could not be accepted any more, or somebody was quicker.
///
/// # Errors
/// When the database fails.
pub async fn mark_used(
    db: &impl ConnectionTrait,
    id: InvitationId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(now.0))
        .filter(Column::Id.eq(id.0))
        .filter(Column::UsedAt.is_null())
        .filter(Column::RevokedAt.is_null())
        .filter(Column::ExpiresAt.gt(now.0))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Takes invitations back; what was accepted stays accepted.
///
/// # Errors
/// When the database fails.
pub async fn revoke(
    db: &impl ConnectionTrait,
    invitations: &[InvitationId],
    now: Timestamp,
) -> Result<(), StoreError> {
    for chunk in invitations.chunks(CHUNK) {
        Entity::update_many()
            .col_expr(Column::RevokedAt, Expr::value(now.0))
            .filter(Column::Id.is_in(chunk.iter().map(|id| id.0)))
            .filter(Column::UsedAt.is_null())
            .filter(Column::RevokedAt.is_null())
            .exec(db)
            .await?;
    }
    Ok(())
}

/// Takes every one-time address of the first coordinator back that was not used.
///
/// # Errors
/// When the database fails.
pub async fn revoke_setups(db: &impl ConnectionTrait, now: Timestamp) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(now.0))
        .filter(Column::Kind.eq("setup"))
        .filter(Column::UsedAt.is_null())
        .filter(Column::RevokedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

fn write(invitation: &NewInvitation, by: Option<PersonId>, now: Timestamp) -> ActiveModel {
    let mut row = ActiveModel {
        id: Set(invitation.id.0),
        kind: Set(String::new()),
        token_hash: Set(invitation.token_hash.clone()),
        code_hash: Set(invitation.code_hash.clone()),
        person_id: Set(invitation.person.map(|person| person.0)),
        cohort_id: Set(None),
        role: Set(None),
        institution_id: Set(None),
        programme_id: Set(None),
        address: Set(None),
        created_by: Set(by.map(|by| by.0)),
        created_at: Set(now.0),
        expires_at: Set(invitation.expires_at.0),
        used_at: Set(None),
        revoked_at: Set(None),
    };
    let kind = match &invitation.purpose {
        Purpose::Cohort(cohort) => {
            row.cohort_id = Set(Some(cohort.0));
            "cohort"
        }
        Purpose::Role(role) => {
            let (code, institution, programme) = grant::columns(*role);
            row.role = Set(Some(code.to_owned()));
            row.institution_id = Set(institution);
            row.programme_id = Set(programme);
            "role"
        }
        Purpose::Reset => "reset",
        Purpose::Address(address) => {
            row.address = Set(Some(address.clone()));
            "address"
        }
        Purpose::Setup => "setup",
    };
    row.kind = Set(kind.to_owned());
    row
}

/// A kind that an older version does not know opens nothing.
fn read(row: Model) -> Option<Invitation> {
    let purpose = match row.kind.as_str() {
        "cohort" => Purpose::Cohort(CohortId(row.cohort_id?)),
        "role" => Purpose::Role(grant::role(
            row.role.as_deref()?,
            row.institution_id.map(InstitutionId),
            row.programme_id.map(ProgrammeId),
        )?),
        "reset" => Purpose::Reset,
        "address" => Purpose::Address(row.address?),
        "setup" => Purpose::Setup,
        _ => return None,
    };
    Some(Invitation {
        id: InvitationId(row.id),
        purpose,
        person: row.person_id.map(PersonId),
        by: row.created_by.map(PersonId),
        created_at: Timestamp(row.created_at),
        expires_at: Timestamp(row.expires_at),
        used_at: row.used_at.map(Timestamp),
        revoked_at: row.revoked_at.map(Timestamp),
        has_code: row.code_hash.is_some(),
    })
}
