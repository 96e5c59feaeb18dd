//! People: one identity each, whatever their roles and addresses.

mod address;
mod known;

use std::collections::HashMap;

use domain::clock::Timestamp;
use domain::ids::PersonId;
use domain::language::Language;
use domain::names::match_key;
use domain::people::Gender;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Set, entity::prelude::*};

use crate::StoreError;
use crate::entity::person::{ActiveModel, Column, Entity, Model};
use crate::sql::CHUNK;

pub use address::{
    Address, add_address, add_addresses, addresses, by_address, confirm_addresses, main_addresses,
    remove_address,
};
pub use known::known_at_institution;

/// Somebody, as far as every page needs to know them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who it is.
    pub id: PersonId,
    /// Their name as they write it.
    pub name: String,
    /// The language they chose, if any.
    pub language: Option<Language>,
    /// Whether they can sign in with a password.
    pub has_password: bool,
    /// Since when they are known.
    pub created_at: Timestamp,
}

/// Somebody about to be known.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// Their identifier.
    pub id: PersonId,
    /// Their name as they write it, cleaned by [`domain::names::clean_name`].
    pub name: String,
    /// Their language, if anybody knows it.
    pub language: Option<Language>,
}

/// Keeps a new person.
///
/// # Errors
/// When the database fails.
pub async fn create(
    db: &impl ConnectionTrait,
    id: PersonId,
    name: &str,
    language: Option<Language>,
    now: Timestamp,
) -> Result<(), StoreError> {
    create_many(
        db,
        &[NewPerson {
            id,
            name: name.to_owned(),
            language,
        }],
        now,
    )
    .await
}

/// Keeps many new people.
///
/// # Errors
/// When the database fails.
pub async fn create_many(
    db: &impl ConnectionTrait,
    people: &[NewPerson],
    now: Timestamp,
) -> Result<(), StoreError> {
    for chunk in people.chunks(CHUNK) {
        let rows = chunk.iter().map(|person| ActiveModel {
            id: Set(person.id.0),
            name: Set(person.name.clone()),
            name_key: Set(match_key(&person.name)),
            language: Set(person.language.map(|language| language.tag().to_owned())),
            password_hash: Set(None),
            created_at: Set(now.0),
            gender: Set(None),
        });
        Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

/// One person.
///
/// # Errors
/// When the database fails.
pub async fn by_id(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<Person>, StoreError> {
    Ok(Entity::find_by_id(person.0).one(db).await?.map(read))
}

/// Many people at once; those who are not known are left out.
///
/// # Errors
/// When the database fails.
pub async fn by_ids(
    db: &impl ConnectionTrait,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Person>, StoreError> {
    let mut found = HashMap::with_capacity(people.len());
    for chunk in people.chunks(CHUNK) {
        let rows = Entity::find()
            .filter(Column::Id.is_in(chunk.iter().map(|person| person.0)))
            .all(db)
            .await?;
        found.extend(rows.into_iter().map(|row| (PersonId(row.id), read(row))));
    }
    Ok(found)
}

/// Changes a person's name.
///
/// # Errors
/// When the database fails.
pub async fn rename(
    db: &impl ConnectionTrait,
    person: PersonId,
    name: &str,
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::Name, Expr::value(name))
        .col_expr(Column::NameKey, Expr::value(match_key(name)))
        .filter(Column::Id.eq(person.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Remembers the language a person chose.
///
/// # Errors
/// When the database fails.
pub async fn set_language(
    db: &impl ConnectionTrait,
    person: PersonId,
    language: Language,
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::Language, Expr::value(language.tag()))
        .filter(Column::Id.eq(person.0))
        .exec(db)
        .await?;
    Ok(())
}

/// The gender a person stated; `None` when they stated none. It is read for its owner alone, and so
/// is no part of [`Person`]: for everybody else it is a count.
///
/// # Errors
/// When the database fails.
pub async fn gender(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<Gender>, StoreError> {
    let found: Option<Option<String>> = Entity::find_by_id(person.0)
        .select_only()
        .column(Column::Gender)
        .into_tuple()
        .one(db)
        .await?;
    Ok(found.flatten().as_deref().and_then(Gender::from_code))
}

/// Keeps the gender that a person stated, or that they state none.
///
/// # Errors
/// When the database fails.
pub async fn set_gender(
    db: &impl ConnectionTrait,
    person: PersonId,
    gender: Option<Gender>,
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::Gender, Expr::value(gender.map(Gender::code)))
        .filter(Column::Id.eq(person.0))
        .exec(db)
        .await?;
    Ok(())
}

/// The PHC string of a person's password, if they have one.
///
/// # Errors
/// When the database fails.
pub async fn password_hash(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<String>, StoreError> {
    Ok(Entity::find_by_id(person.0)
        .one(db)
        .await?
        .and_then(|row| row.password_hash))
}

/// Sets a person's password to the one behind a PHC string.
///
/// # Errors
/// When the database fails.
pub async fn set_password_hash(
    db: &impl ConnectionTrait,
    person: PersonId,
    hash: &str,
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::PasswordHash, Expr::value(hash))
        .filter(Column::Id.eq(person.0))
        .exec(db)
        .await?;
    Ok(())
}

fn read(row: Model) -> Person {
    Person {
        id: PersonId(row.id),
        name: row.name,
        language: row.language.as_deref().and_then(Language::from_tag),
        has_password: row.password_hash.is_some(),
        created_at: Timestamp(row.created_at),
    }
}
