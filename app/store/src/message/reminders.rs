//! What is particular to letters that nobody asked for: they grow old, and they can be stopped; and
//! how letters are held back when what they say has changed.

use domain::clock::Timestamp;
use domain::ids::{CohortId, MessageId, ParticipationId, PersonId, SessionId};
use sea_orm::sea_query::Query;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, entity::prelude::*};

use super::{Column, Entity, State};
use crate::StoreError;
use crate::entity::session;
use crate::sql::CHUNK;

/// Holds back the letters that wait and say nothing true any more. Answers how many.
///
/// # Errors
/// When the database fails.
pub async fn cancel_outdated(db: &impl ConnectionTrait, now: Timestamp) -> Result<u64, StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Cancelled.code()))
        .filter(Column::State.eq(State::Waiting.code()))
        .filter(Column::GoodUntil.lte(now.0))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}

/// Holds back the unsent letters of these kinds to a person.
///
/// # Errors
/// When the database fails.
pub async fn cancel_to(
    db: &impl ConnectionTrait,
    person: PersonId,
    kinds: &[&str],
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Cancelled.code()))
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::Kind.is_in(kinds.iter().copied()))
        .filter(Column::State.is_in([State::Waiting.code(), State::Failed.code()]))
        .exec(db)
        .await?;
    Ok(())
}

/// Holds back the unsent letters of these kinds that are about one participation: their keys name
/// it.
///
/// # Errors
/// When the database fails.
pub async fn cancel_about(
    db: &impl ConnectionTrait,
    participation: ParticipationId,
    person: PersonId,
    kinds: &[&str],
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Cancelled.code()))
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::DedupeKey.contains(participation.to_string()))
        .filter(Column::Kind.is_in(kinds.iter().copied()))
        .filter(Column::State.is_in([State::Waiting.code(), State::Failed.code()]))
        .exec(db)
        .await?;
    Ok(())
}

/// Holds back the unsent letters of these kinds that are about a session.
///
/// # Errors
/// When the database fails.
pub async fn cancel_of_session(
    db: &impl ConnectionTrait,
    session: SessionId,
    kinds: &[&str],
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Cancelled.code()))
        .filter(Column::SessionId.eq(session.0))
        .filter(Column::Kind.is_in(kinds.iter().copied()))
        .filter(Column::State.is_in([State::Waiting.code(), State::Failed.code()]))
        .exec(db)
        .await?;
    Ok(())
}

/// Holds back the unsent letters to these people about any session of a cohort: they are not in it
/// any more.
///
/// # Errors
/// When the database fails.
pub async fn cancel_of_sessions_to(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    people: &[PersonId],
) -> Result<(), StoreError> {
    let sessions = Query::select()
        .column(session::Column::Id)
        .from(session::Entity)
        .and_where(session::Column::CohortId.eq(cohort.0))
        .to_owned();
    for chunk in people.chunks(CHUNK) {
        Entity::update_many()
            .col_expr(Column::State, Expr::value(State::Cancelled.code()))
            .filter(Column::PersonId.is_in(chunk.iter().map(|person| person.0)))
            .filter(Column::SessionId.in_subquery(sessions.clone()))
            .filter(Column::State.is_in([State::Waiting.code(), State::Failed.code()]))
            .exec(db)
            .await?;
    }
    Ok(())
}

/// Holds back one letter that waits.
///
/// # Errors
/// When the database fails.
pub async fn cancel_one(db: &impl ConnectionTrait, id: MessageId) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Cancelled.code()))
        .filter(Column::Id.eq(id.0))
        .filter(Column::State.eq(State::Waiting.code()))
        .exec(db)
        .await?;
    Ok(())
}

/// Whether a letter of this kind to a person was queued after a moment, and still stands.
///
/// # Errors
/// When the database fails.
pub async fn was_queued(
    db: &impl ConnectionTrait,
    person: PersonId,
    kind: &str,
    after: Timestamp,
) -> Result<bool, StoreError> {
    let found = Entity::find()
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::Kind.eq(kind))
        .filter(Column::CreatedAt.gt(after.0))
        .filter(Column::State.ne(State::Cancelled.code()))
        .one(db)
        .await?;
    Ok(found.is_some())
}

/// Keeps the hash of the link that stops reminders, made when a letter goes out.
///
/// # Errors
/// When the database fails.
pub async fn set_stop(
    db: &impl ConnectionTrait,
    id: MessageId,
    hash: &str,
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::StopHash, Expr::value(hash))
        .filter(Column::Id.eq(id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Whose reminders a link stops.
///
/// # Errors
/// When the database fails.
pub async fn stops(db: &impl ConnectionTrait, hash: &str) -> Result<Option<PersonId>, StoreError> {
    let found: Option<Option<Uuid>> = Entity::find()
        .select_only()
        .column(Column::PersonId)
        .filter(Column::StopHash.eq(hash))
        .into_tuple()
        .one(db)
        .await?;
    Ok(found.flatten().map(PersonId))
}

/// How many letters were given up, whoever they went to.
///
/// # Errors
/// When the database fails.
pub async fn given_up(db: &impl ConnectionTrait) -> Result<u64, StoreError> {
    use sea_orm::PaginatorTrait;
    Ok(Entity::find()
        .filter(Column::State.eq(State::Failed.code()))
        .count(db)
        .await?)
}
