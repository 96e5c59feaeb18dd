//! The outbox as somebody sees it: what they caused, and what their roles reach.

use domain::clock::Timestamp;
use domain::ids::{InstitutionId, MessageId, PersonId, ProgrammeId};
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    entity::prelude::*,
};

use super::{Column, Entity, Message, State, read};
use crate::StoreError;
use crate::sql::CHUNK;

/// What of the outbox an asker sees: any of these is enough.
#[derive(Clone, Debug, Default)]
pub struct Reach {
    /// What they caused themselves, as long as a role of theirs reaches the institution or the
    /// programme that it is about; what is about neither stays theirs.
    pub author: Option<PersonId>,
    /// Where they hold a role in which they see what they caused themselves.
    pub trains_at: Vec<InstitutionId>,
    /// The same for whole programmes.
    pub trains_in: Vec<ProgrammeId>,
    /// Everything of these institutions.
    pub institutions: Vec<InstitutionId>,
    /// Everything of these programmes.
    pub programmes: Vec<ProgrammeId>,
}

/// A page of the messages in one state and of these kinds that an asker sees, the newest first, and
/// how many there are in all; without kinds, of all.
///
/// # Errors
/// When the database fails.
pub async fn list(
    db: &impl ConnectionTrait,
    reach: &Reach,
    state: State,
    kinds: &[&str],
    skip: u64,
    limit: u64,
) -> Result<(Vec<Message>, u64), StoreError> {
    let found = Entity::find()
        .filter(Column::State.eq(state.code()))
        .filter(of_kinds(kinds))
        .filter(seen(reach));
    let total = found.clone().count(db).await?;
    let rows = found
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .offset(skip)
        .limit(limit)
        .all(db)
        .await?;
    let messages = rows
        .into_iter()
        .filter_map(|row| read(row).transpose())
        .collect::<Result<_, _>>()?;
    Ok((messages, total))
}

/// The messages of these kinds that wait and that an asker sees, the oldest first, from after the
/// one named; without kinds, of all.
///
/// # Errors
/// When the database fails.
pub async fn waiting(
    db: &impl ConnectionTrait,
    reach: &Reach,
    kinds: &[&str],
    after: Option<MessageId>,
    limit: u64,
) -> Result<Vec<Message>, StoreError> {
    // Identifiers are made in the order of time.
    let mut found = Entity::find()
        .filter(Column::State.eq(State::Waiting.code()))
        .filter(of_kinds(kinds))
        .filter(seen(reach));
    if let Some(after) = after {
        found = found.filter(Column::Id.gt(after.0));
    }
    let rows = found.order_by_asc(Column::Id).limit(limit).all(db).await?;
    rows.into_iter()
        .filter_map(|row| read(row).transpose())
        .collect()
}

/// Remembers that somebody sent messages themselves, those of them that wait and that they see.
/// Answers how many.
///
/// # Errors
/// When the database fails.
pub async fn mark_sent_by_hand(
    db: &impl ConnectionTrait,
    reach: &Reach,
    ids: &[MessageId],
    now: Timestamp,
) -> Result<u64, StoreError> {
    let mut marked = 0;
    for chunk in ids.chunks(CHUNK) {
        let done = Entity::update_many()
            .col_expr(Column::State, Expr::value(State::Sent.code()))
            .col_expr(Column::SentAt, Expr::value(now.0))
            .filter(Column::Id.is_in(chunk.iter().map(|id| id.0)))
            .filter(Column::State.eq(State::Waiting.code()))
            .filter(seen(reach))
            .exec(db)
            .await?;
        marked += done.rows_affected;
    }
    Ok(marked)
}

/// One message, if the asker sees it.
///
/// # Errors
/// When the database fails.
pub async fn one(
    db: &impl ConnectionTrait,
    reach: &Reach,
    id: MessageId,
) -> Result<Option<Message>, StoreError> {
    match Entity::find_by_id(id.0).filter(seen(reach)).one(db).await? {
        Some(row) => read(row),
        None => Ok(None),
    }
}

fn of_kinds(kinds: &[&str]) -> Condition {
    let all = Condition::all();
    match kinds {
        [] => all,
        kinds => all.add(Column::Kind.is_in(kinds.iter().copied())),
    }
}

fn seen(reach: &Reach) -> Condition {
    Condition::any()
        .add(Column::InstitutionId.is_in(reach.institutions.iter().map(|id| id.0)))
        .add(Column::ProgrammeId.is_in(reach.programmes.iter().map(|id| id.0)))
        .add_option(reach.author.map(|author| caused(reach, author)))
}

/// The institutions of the programmes in which an asker has a role.
fn taking_part(reach: &Reach) -> SelectStatement {
    use crate::entity::programme_institution::{Column, Entity};
    let programmes = reach.programmes.iter().chain(&reach.trains_in);
    Query::select()
        .column(Column::InstitutionId)
        .from(Entity)
        .and_where(Column::ProgrammeId.is_in(programmes.map(|id| id.0)))
        .to_owned()
}

/// Whoever lost their role somewhere sees nothing of that place any more, not even what they
/// caused themselves: copying a letter makes a link that opens an account.
fn caused(reach: &Reach, author: PersonId) -> Condition {
    let about_nothing = Condition::all()
        .add(Column::InstitutionId.is_null())
        .add(Column::ProgrammeId.is_null());
    let within = Condition::any()
        .add(about_nothing)
        .add(Column::InstitutionId.is_in(reach.trains_at.iter().map(|id| id.0)))
        .add(Column::InstitutionId.in_subquery(taking_part(reach)))
        .add(Column::ProgrammeId.is_in(reach.trains_in.iter().map(|id| id.0)));
    Condition::all()
        .add(Column::CreatedBy.eq(author.0))
        .add(within)
}
