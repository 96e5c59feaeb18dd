//! The furthest stage of participations (rule 10), and silence (rule 7).

use std::collections::HashMap;

use domain::cascade::funnel::{ENOUGH_ATTENDANCE, Stage, stage_by_attendance};
use domain::cascade::passage::LAPSED_AFTER_DAYS;
use domain::cascade::tally::ParticipationEvent;
use domain::clock::{DAY, Timestamp};
use domain::ids::{CohortId, ParticipationId, PersonId};
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, QuerySelect, Value, entity::prelude::*,
};

use super::find::read;
use super::{Because, Participation, record};
use crate::entity::participation;
use crate::reminders::Mark;
use crate::{StoreError, sql};

/// A participation has reached a stage: a certificate was awarded, a follow-up says that it is
/// applied. Earlier stages count with it, and every tally follows. Reaching a stage again, or an
/// earlier one, changes nothing. Answers `None` when there is no such participation.
///
/// Nothing is written down beside it: call it with the fact that says so.
///
/// # Errors
/// When the database fails.
pub async fn reach(
    db: &impl ConnectionTrait,
    participation: ParticipationId,
    stage: Stage,
    because: Because<'_>,
) -> Result<Option<Participation>, StoreError> {
    record(
        db,
        participation,
        ParticipationEvent::Reached(stage),
        because,
    )
    .await
}

/// A follow-up says by now that a finished participation is not applied: it stands where it stood
/// before, and every tally follows. Without effect on one that was not applied.
///
/// Nothing is written down beside it: call it with the fact that says so.
///
/// # Errors
/// When the database fails.
pub async fn not_applied(
    db: &impl ConnectionTrait,
    participation: ParticipationId,
    because: Because<'_>,
) -> Result<Option<Participation>, StoreError> {
    // Only what is finished is followed up, and nothing awards certificates between the two.
    let event = ParticipationEvent::NotApplied(Stage::Passed);
    record(db, participation, event, because).await
}

/// A person is here: their participations that nobody had entered are enrolled from now on.
///
/// # Errors
/// When the database fails.
pub async fn come_in(
    db: &impl ConnectionTrait,
    person: PersonId,
    because: Because<'_>,
) -> Result<(), StoreError> {
    let waiting: Vec<Named> = sql::all(
        db,
        "select id from participation where person_id = $1 and stage = 0 and withdrawn_at is null order by id",
        vec![person.0.into()],
    )
    .await?;
    for one in waiting {
        reach(db, ParticipationId(one.id), Stage::Enrolled, because).await?;
    }
    Ok(())
}

/// Registers of a cohort were kept or corrected for these people: their stages follow from all
/// registers of the cohort, in the order in which its sessions were delivered.
///
/// # Errors
/// When the database fails.
pub async fn follow_registers(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    people: &HashMap<PersonId, ParticipationId>,
    because: Because<'_>,
) -> Result<(), StoreError> {
    let all: Vec<PersonId> = people.keys().copied().collect();
    let mut attended = HashMap::new();
    for chunk in all.chunks(sql::CHUNK) {
        attended.extend(attendance(db, cohort, chunk).await?);
    }
    for (person, participation) in people {
        let present = attended.remove(person).unwrap_or_default();
        let stage = stage_by_attendance(present, ENOUGH_ATTENDANCE);
        let event = ParticipationEvent::Registered(stage);
        record(db, *participation, event, because).await?;
    }
    Ok(())
}

/// Whether each of these people was at each delivered session of a cohort, as last recorded, in the
/// order in which the sessions were delivered.
async fn attendance(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<bool>>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        session_id: Uuid,
        person_id: Option<Uuid>,
        present: Option<bool>,
    }
    let mut values: Vec<Value> = vec![cohort.0.into()];
    values.extend(people.iter().map(|person| Value::from(person.0)));
    let text = format!(
        "select s.id as session_id, a.person_id, a.present from session s \
         left join attendance a on a.session_id = s.id and a.person_id in ({}) \
         where s.cohort_id = $1 and s.delivered_at is not null order by s.delivered_at, s.id, a.at, a.id",
        sql::placeholders(1, people.len())
    );
    let rows: Vec<Row> = sql::all(db, &text, values).await?;
    let mut sessions: Vec<(Uuid, HashMap<Uuid, bool>)> = Vec::new();
    for row in rows {
        if sessions.last().is_none_or(|last| last.0 != row.session_id) {
            sessions.push((row.session_id, HashMap::new()));
        }
        if let (Some((_, register)), Some(person)) = (sessions.last_mut(), row.person_id) {
            // The newest line of a person counts, and it comes last.
            register.insert(person, row.present == Some(true));
        }
    }
    let present = |person: &PersonId| {
        let at = |(_, register): &(Uuid, HashMap<Uuid, bool>)| register.get(&person.0).copied();
        let days = sessions.iter().map(|one| at(one).unwrap_or(false));
        (*person, days.collect())
    };
    Ok(people.iter().map(present).collect())
}

#[derive(FromQueryResult)]
struct Named {
    id: Uuid,
}

/// The open participations in which nobody did anything for so long that they have lapsed by now and
/// nobody noted it, from after the one named, the longest silent first.
///
/// # Errors
/// When the database fails.
pub async fn fallen_silent(
    db: &impl ConnectionTrait,
    now: Timestamp,
    after: Option<Mark>,
    limit: u64,
) -> Result<Vec<(ParticipationId, Mark)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        since: i64,
    }
    let after = after.unwrap_or(Mark {
        at: i64::MIN,
        id: Uuid::nil(),
    });
    let since = "coalesce(last_activity_at, invited_at)";
    let text = format!(
        "select id, {since} as since from participation where {since} >= $1 and ({since}, id) > ($1, $2) \
         and {since} <= $3 and finished_at is null and withdrawn_at is null and lapsed_at is null \
         order by {since}, id limit {limit}"
    );
    let values = vec![after.at.into(), after.id.into(), silent_since(now).into()];
    let rows: Vec<Row> = sql::all(db, &text, values).await?;
    let marked = |row: Row| {
        let mark = Mark {
            at: row.since,
            id: row.id,
        };
        (ParticipationId(row.id), mark)
    };
    Ok(rows.into_iter().map(marked).collect())
}

/// Notes that a participation has lapsed, unless somebody did something in it meanwhile. Whether it
/// was noted.
///
/// # Errors
/// When the database fails.
pub async fn lapse(
    db: &impl ConnectionTrait,
    id: ParticipationId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    // Locked, so that nobody acts between the look and the note.
    let Some(row) = participation::Entity::find_by_id(id.0)
        .lock_exclusive()
        .one(db)
        .await?
    else {
        return Ok(false);
    };
    let before = read(row);
    let since = before.last_activity.unwrap_or(before.invited_at);
    if since.0 > silent_since(now) || before.lapsed_at.is_some() {
        return Ok(false);
    }
    let because = Because {
        // Silence is no event: none is written down.
        event: id.0,
        actor: None,
        at: now,
        detail: "",
    };
    record(db, id, ParticipationEvent::Lapsed, because).await?;
    Ok(true)
}

/// Whoever did nothing since then has lapsed by now.
fn silent_since(now: Timestamp) -> i64 {
    now.minus(LAPSED_AFTER_DAYS * DAY).0
}
