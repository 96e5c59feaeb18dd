//! A person's e-mail addresses. An address names one identity for ever: the table's key is the
//! folded address, so a second identity for it is impossible.

use std::collections::HashMap;

use domain::clock::Timestamp;
use domain::ids::PersonId;
use domain::roster::Email;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set, entity::prelude::*};

use crate::StoreError;
use crate::entity::email::{ActiveModel, Column, Entity};
use crate::sql::CHUNK;

/// One address of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// As it is written and sent to.
    pub address: String,
    /// [`Email::key`].
    pub key: String,
    /// When the person said that it is theirs. Others may enrol somebody under a further address;
    /// nothing that opens the account is sent there before.
    pub confirmed_at: Option<Timestamp>,
}

/// Whose address it is; `key` is [`Email::key`].
///
/// # Errors
/// When the database fails.
pub async fn by_address(
    db: &impl ConnectionTrait,
    key: &str,
) -> Result<Option<PersonId>, StoreError> {
    let row = Entity::find_by_id(key.to_owned()).one(db).await?;
    Ok(row.map(|row| PersonId(row.person_id)))
}

/// A person's addresses, the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn addresses(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<Address>, StoreError> {
    let rows = Entity::find()
        .filter(Column::PersonId.eq(person.0))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::AddressKey)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Address {
            address: row.address,
            key: row.address_key,
            confirmed_at: row.confirmed_at.map(Timestamp),
        })
        .collect())
}

/// The newest address of each person: where mail is sent. People without one are left out.
///
/// # Errors
/// When the database fails.
pub async fn main_addresses(
    db: &impl ConnectionTrait,
    people: &[PersonId],
) -> Result<HashMap<PersonId, String>, StoreError> {
    let mut found = HashMap::new();
    for chunk in people.chunks(CHUNK) {
        let rows = Entity::find()
            .filter(Column::PersonId.is_in(chunk.iter().map(|person| person.0)))
            .order_by_asc(Column::CreatedAt)
            .order_by_asc(Column::AddressKey)
            .all(db)
            .await?;
        found.extend(
            rows.into_iter()
                .map(|row| (PersonId(row.person_id), row.address)),
        );
    }
    Ok(found)
}

/// Gives a person an address. `false`: it belongs to somebody else, and nothing was changed.
///
/// # Errors
/// When the database fails.
pub async fn add_address(
    db: &impl ConnectionTrait,
    person: PersonId,
    address: &Email,
    now: Timestamp,
) -> Result<bool, StoreError> {
    add_addresses(db, &[(person, address.clone())], now).await?;
    Ok(by_address(db, &address.key()).await? == Some(person))
}

/// Gives many people an address each; addresses that belong to somebody already stay theirs.
/// Answers how many were added: when that is fewer than the caller made sure were free, somebody
/// else was quicker and the transaction is to be taken back.
///
/// # Errors
/// When the database fails.
pub async fn add_addresses(
    db: &impl ConnectionTrait,
    addresses: &[(PersonId, Email)],
    now: Timestamp,
) -> Result<u64, StoreError> {
    let mut added = 0;
    for chunk in addresses.chunks(CHUNK) {
        let rows = chunk.iter().map(|(person, address)| ActiveModel {
            address_key: Set(address.key()),
            address: Set(address.as_str().to_owned()),
            person_id: Set(person.0),
            confirmed_at: Set(None),
            created_at: Set(now.0),
        });
        added += Entity::insert_many(rows)
            .on_conflict(
                OnConflict::column(Column::AddressKey)
                    .do_nothing()
                    .to_owned(),
            )
            .exec_without_returning(db)
            .await?;
    }
    Ok(added)
}

/// Remembers that a person says an address is theirs; without `key`, all of them.
///
/// # Errors
/// When the database fails.
pub async fn confirm_addresses(
    db: &impl ConnectionTrait,
    person: PersonId,
    key: Option<&str>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let mut confirm = Entity::update_many()
        .col_expr(Column::ConfirmedAt, Expr::value(now.0))
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::ConfirmedAt.is_null());
    if let Some(key) = key {
        confirm = confirm.filter(Column::AddressKey.eq(key));
    }
    confirm.exec(db).await?;
    Ok(())
}

/// Takes an address away from a person. `false`: it is not theirs.
///
/// # Errors
/// When the database fails.
pub async fn remove_address(
    db: &impl ConnectionTrait,
    person: PersonId,
    key: &str,
) -> Result<bool, StoreError> {
    let done = Entity::delete_many()
        .filter(Column::AddressKey.eq(key))
        .filter(Column::PersonId.eq(person.0))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}
