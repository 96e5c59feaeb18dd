//! The permanent outcome of each line of an enrolled list.

use domain::ids::{EnrolmentId, EnrolmentRowId, ParticipationId, PersonId};
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Set,
    entity::prelude::*,
};

use crate::entity::enrolment_row::{ActiveModel, Column, Entity, Model};
use crate::sql::CHUNK;
use crate::{StoreError, sql};

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// In the cohort since this enrolment.
    Enrolled,
    /// In the cohort before it.
    AlreadyHere,
    /// Kept in the draft, to be put right.
    ToFix,
    /// Kept in the draft, until somebody says whether it is a person known already.
    ToDecide,
    /// Left out by the trainer.
    LeftOut,
}

impl Outcome {
    /// Every outcome, in the order that pages show.
    pub const ALL: [Self; 5] = [
        Self::Enrolled,
        Self::AlreadyHere,
        Self::ToFix,
        Self::ToDecide,
        Self::LeftOut,
    ];

    /// The word kept in the database and in message keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Enrolled => "enrolled",
            Self::AlreadyHere => "already_here",
            Self::ToFix => "to_fix",
            Self::ToDecide => "to_decide",
            Self::LeftOut => "left_out",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// One line of an enrolled list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeRow {
    /// Its id.
    pub id: EnrolmentRowId,
    /// Its number in the list, from 1.
    pub line: u32,
    /// The name as the trainer had it.
    pub name: String,
    /// The address as the trainer had it.
    pub address: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Why, as the code of a sentence; empty when the outcome says all.
    pub reason: String,
    /// Who it is, if that is known.
    pub person: Option<PersonId>,
    /// The participation it made.
    pub participation: Option<ParticipationId>,
}

/// Keeps the outcome of every line of an enrolment.
///
/// # Errors
/// When the database fails.
pub async fn keep_rows(
    db: &impl ConnectionTrait,
    enrolment: EnrolmentId,
    rows: &[OutcomeRow],
) -> Result<(), StoreError> {
    for chunk in rows.chunks(CHUNK) {
        let rows = chunk.iter().map(|row| ActiveModel {
            id: Set(row.id.0),
            enrolment_id: Set(enrolment.0),
            line: Set(i32::try_from(row.line).unwrap_or(i32::MAX)),
            name: Set(row.name.clone()),
            address: Set(row.address.clone()),
            outcome: Set(row.outcome.code().to_owned()),
            reason: Set(row.reason.clone()),
            person_id: Set(row.person.map(|person| person.0)),
            participation_id: Set(row.participation.map(|participation| participation.0)),
        });
        Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

/// A page of an enrolment's lines.
///
/// # Errors
/// When the database fails.
pub async fn rows(
    db: &impl ConnectionTrait,
    enrolment: EnrolmentId,
    limit: u64,
    offset: u64,
) -> Result<Vec<OutcomeRow>, StoreError> {
    let rows = Entity::find()
        .filter(Column::EnrolmentId.eq(enrolment.0))
        .order_by_asc(Column::Line)
        .limit(limit)
        .offset(offset)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(read).collect())
}

/// How many lines of an enrolment came to each outcome.
///
/// # Errors
/// When the database fails.
pub async fn counts(
    db: &impl ConnectionTrait,
    enrolment: EnrolmentId,
) -> Result<Vec<(Outcome, u32)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        outcome: String,
        lines: i64,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select outcome, count(*) as lines from enrolment_row where enrolment_id = $1 group by outcome",
        vec![enrolment.0.into()],
    )
    .await?;
    let mut counts: Vec<(Outcome, u32)> = rows
        .into_iter()
        .filter_map(|row| {
            Some((
                Outcome::from_code(&row.outcome)?,
                u32::try_from(row.lines).ok()?,
            ))
        })
        .collect();
    counts.sort_unstable();
    Ok(counts)
}

/// The participations that an enrolment made, with whose they are.
///
/// # Errors
/// When the database fails.
pub async fn participations(
    db: &impl ConnectionTrait,
    enrolment: EnrolmentId,
) -> Result<Vec<(ParticipationId, PersonId)>, StoreError> {
    let made: Vec<(Option<Uuid>, Option<Uuid>)> = Entity::find()
        .select_only()
        .columns([Column::ParticipationId, Column::PersonId])
        .filter(Column::EnrolmentId.eq(enrolment.0))
        .filter(Column::ParticipationId.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(made
        .into_iter()
        .filter_map(|(participation, person)| {
            Some((ParticipationId(participation?), PersonId(person?)))
        })
        .collect())
}

/// Whether anybody of an enrolment has done anything or was withdrawn since.
///
/// # Errors
/// When the database fails.
pub async fn touched(
    db: &impl ConnectionTrait,
    enrolment: EnrolmentId,
) -> Result<bool, StoreError> {
    #[derive(FromQueryResult)]
    struct Found {
        participation_id: Uuid,
    }
    let found: Option<Found> = sql::one(
        db,
        "select r.participation_id from enrolment_row r join participation t on t.id = r.participation_id \
         where r.enrolment_id = $1 and (t.last_activity_at is not null or t.withdrawn_at is not null) limit 1",
        vec![enrolment.0.into()],
    )
    .await?;
    Ok(found.is_some_and(|found| !found.participation_id.is_nil()))
}

/// An outcome that an older version does not know is none of its business.
fn read(row: Model) -> Option<OutcomeRow> {
    Some(OutcomeRow {
        id: EnrolmentRowId(row.id),
        line: u32::try_from(row.line).unwrap_or_default(),
        name: row.name,
        address: row.address,
        outcome: Outcome::from_code(&row.outcome)?,
        reason: row.reason,
        person: row.person_id.map(PersonId),
        participation: row.participation_id.map(ParticipationId),
    })
}
