//! A cohort's roster: who is in it, how far each one is, and whether their invitation reached them.

use std::collections::HashMap;

use domain::cascade::help::Way;
use domain::clock::Timestamp;
use domain::course::Slug;
use domain::ids::{CohortId, InvitationId, ParticipationId, PersonId};
use sea_orm::{ConnectionTrait, FromQueryResult, entity::prelude::*};

use crate::cohort::track;
use crate::message::State;
use crate::programme::count;
use crate::sql::CHUNK;
use crate::{StoreError, sql};

/// One line of a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The participation.
    pub participation: ParticipationId,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// When they were enrolled.
    pub invited_at: Timestamp,
    /// When they first did anything.
    pub started_at: Option<Timestamp>,
    /// When they had done everything required.
    pub finished_at: Option<Timestamp>,
    /// When they were withdrawn, and why.
    pub withdrawn: Option<(Timestamp, String)>,
    /// When they last did anything.
    pub last_activity: Option<Timestamp>,
    /// How many of the units that they owe they have completed.
    pub units_done: u32,
    /// The track that they follow; none: the whole course.
    pub track: Option<Slug>,
}

impl Line {
    /// What the line's stage follows from.
    #[must_use]
    pub fn way(&self) -> Way {
        Way {
            invited: self.invited_at,
            last_activity: self.last_activity,
            finished: self.finished_at.is_some(),
            withdrawn: self.withdrawn.is_some(),
        }
    }
}

/// Everybody who is or was in a cohort, in no order: the reader's language decides that.
///
/// # Errors
/// When the database fails.
pub async fn of_cohort(
    db: &impl ConnectionTrait,
    cohort: CohortId,
) -> Result<Vec<Line>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        person_id: Uuid,
        name: String,
        invited_at: i64,
        started_at: Option<i64>,
        finished_at: Option<i64>,
        withdrawn_at: Option<i64>,
        withdrawn_reason: Option<String>,
        last_activity_at: Option<i64>,
        units_done: i32,
        track: Option<String>,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select t.id, t.person_id, p.name, t.invited_at, t.started_at, t.finished_at, t.withdrawn_at, \
         t.withdrawn_reason, t.last_activity_at, t.units_done, t.track \
         from participation t join person p on p.id = t.person_id where t.cohort_id = $1",
        vec![cohort.0.into()],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Line {
            participation: ParticipationId(row.id),
            person: PersonId(row.person_id),
            name: row.name,
            invited_at: Timestamp(row.invited_at),
            started_at: row.started_at.map(Timestamp),
            finished_at: row.finished_at.map(Timestamp),
            withdrawn: row
                .withdrawn_at
                .map(|at| (Timestamp(at), row.withdrawn_reason.unwrap_or_default())),
            last_activity: row.last_activity_at.map(Timestamp),
            units_done: count(row.units_done),
            track: track(row.track),
        })
        .collect())
}

/// Where an invitation to a cohort stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// The newest invitation.
    pub invitation: InvitationId,
    /// Until when it can be accepted.
    pub expires_at: Timestamp,
    /// When it was accepted.
    pub used_at: Option<Timestamp>,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
    /// Whether a slip was printed for it.
    pub has_code: bool,
    /// Its newest message: where that stands, and since when.
    pub message: Option<(State, Timestamp)>,
}

/// The newest invitation of each of these people to a cohort; two statements for a page of people.
///
/// # Errors
/// When the database fails.
pub async fn invitations(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Invited>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        person_id: Uuid,
        expires_at: i64,
        used_at: Option<i64>,
        revoked_at: Option<i64>,
        has_code: i32,
    }
    let mut found = HashMap::new();
    for chunk in people.chunks(CHUNK) {
        let mut values: Vec<sea_orm::Value> = vec![cohort.0.into()];
        values.extend(chunk.iter().map(|person| sea_orm::Value::from(person.0)));
        let rows: Vec<Row> = sql::all(
            db,
            &format!(
                "select id, person_id, expires_at, used_at, revoked_at, \
                 case when code_hash is null then 0 else 1 end as has_code from invitation \
                 where cohort_id = $1 and person_id in ({}) order by created_at, id",
                sql::placeholders(1, chunk.len())
            ),
            values,
        )
        .await?;
        for row in rows {
            let invited = Invited {
                invitation: InvitationId(row.id),
                expires_at: Timestamp(row.expires_at),
                used_at: row.used_at.map(Timestamp),
                revoked_at: row.revoked_at.map(Timestamp),
                has_code: row.has_code == 1,
                message: None,
            };
            found.insert(PersonId(row.person_id), invited);
        }
    }
    add_messages(db, &mut found).await?;
    Ok(found)
}

async fn add_messages(
    db: &impl ConnectionTrait,
    found: &mut HashMap<PersonId, Invited>,
) -> Result<(), StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        invitation_id: Uuid,
        state: String,
        since: i64,
    }
    let invitations: Vec<Uuid> = found.values().map(|invited| invited.invitation.0).collect();
    let mut newest = HashMap::new();
    for chunk in invitations.chunks(CHUNK) {
        let rows: Vec<Row> = sql::all(
            db,
            &format!(
                "select invitation_id, state, coalesce(sent_at, created_at) as since from message \
                 where invitation_id in ({}) order by created_at, id",
                sql::placeholders(0, chunk.len())
            ),
            chunk.iter().map(|id| (*id).into()).collect(),
        )
        .await?;
        for row in rows {
            if let Some(state) = State::from_code(&row.state) {
                newest.insert(row.invitation_id, (state, Timestamp(row.since)));
            }
        }
    }
    for invited in found.values_mut() {
        invited.message = newest.get(&invited.invitation.0).copied();
    }
    Ok(())
}
