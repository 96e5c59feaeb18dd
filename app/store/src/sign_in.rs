//! Signed-in browsers: a random token in the browser, its hash here.

mod current;

use domain::clock::Timestamp;
use domain::ids::{InstitutionId, PersonId, ProgrammeId, SignInId};
use domain::language::Language;
use domain::people::Role;
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, Set,
    entity::prelude::*, sea_query::ExprTrait,
};

use crate::entity::sign_in;
use crate::{StoreError, grant, sql};

pub use current::current;
pub(crate) use current::{SignIns, none_yet};

/// A signed-in browser and the person behind it.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// The sign-in.
    pub id: SignInId,
    /// Who signed in.
    pub person: PersonId,
    /// Their name as they write it.
    pub name: String,
    /// The language they chose, if any.
    pub language: Option<Language>,
    /// When the browser was last seen (to the nearest few minutes).
    pub seen_at: Timestamp,
    /// When it must sign in again, whatever happens.
    pub expires_at: Timestamp,
    /// The roles that the person holds now.
    pub roles: Vec<Role>,
}

/// The sign-in of a token's hash.
///
/// # Errors
/// When the database fails.
pub async fn find(
    db: &impl ConnectionTrait,
    token_hash: &str,
) -> Result<Option<SignIn>, StoreError> {
    // Read for pages of everybody signed in: one statement, and only what is shown. Each
    // role is a row; somebody without a role has one without it.
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        person_id: Uuid,
        name: String,
        language: Option<String>,
        seen_at: i64,
        expires_at: i64,
        role: Option<String>,
        institution_id: Option<Uuid>,
        programme_id: Option<Uuid>,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select s.id, s.person_id, p.name, p.language, s.seen_at, s.expires_at, \
         g.role, g.institution_id, g.programme_id from sign_in s \
         join person p on p.id = s.person_id \
         left join role_grant g on g.person_id = p.id and g.revoked_at is null \
         where s.token_hash = $1",
        vec![token_hash.into()],
    )
    .await?;
    let roles = rows.iter().filter_map(|row| {
        let (institution, programme) = (row.institution_id, row.programme_id);
        let code = row.role.as_deref()?;
        grant::role(
            code,
            institution.map(InstitutionId),
            programme.map(ProgrammeId),
        )
    });
    let roles = roles.collect();
    Ok(rows.into_iter().next().map(|row| SignIn {
        id: SignInId(row.id),
        person: PersonId(row.person_id),
        name: row.name,
        language: row.language.as_deref().and_then(Language::from_tag),
        seen_at: Timestamp(row.seen_at),
        expires_at: Timestamp(row.expires_at),
        roles,
    }))
}

/// Keeps a new sign-in.
///
/// # Errors
/// When the database fails.
pub async fn keep(
    db: &impl ConnectionTrait,
    id: SignInId,
    token_hash: &str,
    person: PersonId,
    agent: &str,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    let row = sign_in::ActiveModel {
        id: Set(id.0),
        token_hash: Set(token_hash.to_owned()),
        person_id: Set(person.0),
        started_at: Set(now.0),
        seen_at: Set(now.0),
        expires_at: Set(expires_at.0),
        agent: Set(agent.to_owned()),
    };
    sign_in::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Remembers that a browser was seen.
///
/// # Errors
/// When the database fails.
pub async fn touch(
    db: &impl ConnectionTrait,
    id: SignInId,
    now: Timestamp,
) -> Result<(), StoreError> {
    sign_in::Entity::update_many()
        .col_expr(sign_in::Column::SeenAt, Expr::value(now.0))
        .filter(sign_in::Column::Id.eq(id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// A signed-in browser as its owner sees it in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browser {
    /// The sign-in.
    pub id: SignInId,
    /// What the browser calls itself.
    pub agent: String,
    /// When it signed in.
    pub started_at: Timestamp,
    /// When it was last seen.
    pub seen_at: Timestamp,
    /// When it must sign in again, whatever happens.
    pub expires_at: Timestamp,
}

/// A person's signed-in browsers, the last seen first.
///
/// # Errors
/// When the database fails.
pub async fn of_person(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<Browser>, StoreError> {
    let rows = sign_in::Entity::find()
        .filter(sign_in::Column::PersonId.eq(person.0))
        .order_by_desc(sign_in::Column::SeenAt)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Browser {
            id: SignInId(row.id),
            agent: row.agent,
            started_at: Timestamp(row.started_at),
            seen_at: Timestamp(row.seen_at),
            expires_at: Timestamp(row.expires_at),
        })
        .collect())
}

/// Ends one of a person's sign-ins.
///
/// # Errors
/// When the database fails.
pub async fn end(
    db: &impl ConnectionTrait,
    person: PersonId,
    id: SignInId,
) -> Result<(), StoreError> {
    sign_in::Entity::delete_many()
        .filter(sign_in::Column::Id.eq(id.0))
        .filter(sign_in::Column::PersonId.eq(person.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Ends a person's sign-ins, all but the one to keep.
///
/// # Errors
/// When the database fails.
pub async fn end_others(
    db: &impl ConnectionTrait,
    person: PersonId,
    keep: Option<SignInId>,
) -> Result<(), StoreError> {
    let mut others = sign_in::Entity::delete_many().filter(sign_in::Column::PersonId.eq(person.0));
    if let Some(keep) = keep {
        others = others.filter(sign_in::Column::Id.ne(keep.0));
    }
    others.exec(db).await?;
    Ok(())
}

/// Forgets a person's sign-ins that are over: expired, or not seen since `unseen_since`.
///
/// # Errors
/// When the database fails.
pub async fn forget_ended(
    db: &impl ConnectionTrait,
    person: PersonId,
    now: Timestamp,
    unseen_since: Timestamp,
) -> Result<(), StoreError> {
    sign_in::Entity::delete_many()
        .filter(sign_in::Column::PersonId.eq(person.0))
        .filter(
            sign_in::Column::ExpiresAt
                .lte(now.0)
                .or(sign_in::Column::SeenAt.lt(unseen_since.0)),
        )
        .exec(db)
        .await?;
    Ok(())
}
