//! Sessions: when and where a cohort met, who delivered it, and who was there.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::clock::Timestamp;
use domain::ids::{CohortId, PersonId, SessionId};
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, Set, entity::prelude::*,
};

use crate::entity::{attendance, session, session_trainer};
use crate::programme::day;
use crate::{StoreError, sql};

/// One meeting of a cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The cohort.
    pub cohort: CohortId,
    /// The day.
    pub on_day: NaiveDate,
    /// The room, building or link.
    pub place: String,
    /// When its attendance was first recorded; `None` while it is planned.
    pub delivered_at: Option<Timestamp>,
    /// Who delivers it.
    pub trainers: Vec<PersonId>,
}

/// Plans a session.
///
/// # Errors
/// When the database fails.
pub async fn plan(db: &impl ConnectionTrait, planned: &Session) -> Result<(), StoreError> {
    let row = session::ActiveModel {
        id: Set(planned.id.0),
        cohort_id: Set(planned.cohort.0),
        on_day: Set(planned.on_day.to_string()),
        place: Set(planned.place.clone()),
        delivered_at: Set(planned.delivered_at.map(|at| at.0)),
    };
    session::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    let trainers = planned
        .trainers
        .iter()
        .map(|trainer| session_trainer::ActiveModel {
            session_id: Set(planned.id.0),
            person_id: Set(trainer.0),
        });
    if !planned.trainers.is_empty() {
        session_trainer::Entity::insert_many(trainers)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// A session.
///
/// # Errors
/// When the database fails.
pub async fn by_id(
    db: &impl ConnectionTrait,
    id: SessionId,
) -> Result<Option<Session>, StoreError> {
    match session::Entity::find_by_id(id.0).one(db).await? {
        Some(row) => Ok(Some(read(db, row).await?)),
        None => Ok(None),
    }
}

/// The sessions of a cohort, by day.
///
/// # Errors
/// When the database fails.
pub async fn of_cohort(
    db: &impl ConnectionTrait,
    cohort: CohortId,
) -> Result<Vec<Session>, StoreError> {
    let rows = session::Entity::find()
        .filter(session::Column::CohortId.eq(cohort.0))
        .order_by_asc(session::Column::OnDay)
        .order_by_asc(session::Column::Id)
        .all(db)
        .await?;
    let named: Vec<session_trainer::Model> = sql::all(
        db,
        "select t.session_id, t.person_id from session_trainer t join session s on s.id = t.session_id \
         where s.cohort_id = $1 order by t.person_id",
        vec![cohort.0.into()],
    )
    .await?;
    let mut trainers: HashMap<Uuid, Vec<PersonId>> = HashMap::new();
    for row in named {
        trainers
            .entry(row.session_id)
            .or_default()
            .push(PersonId(row.person_id));
    }
    Ok(rows
        .into_iter()
        .map(|row| {
            let own = trainers.remove(&row.id).unwrap_or_default();
            record(row, own)
        })
        .collect())
}

/// How many people were at each delivered session of a cohort, as last recorded.
///
/// # Errors
/// When the database fails.
pub async fn present_counts(
    db: &impl ConnectionTrait,
    cohort: CohortId,
) -> Result<HashMap<SessionId, u32>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        session_id: Uuid,
        people: i64,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select a.session_id, count(*) as people from attendance a join session s on s.id = a.session_id \
         where s.cohort_id = $1 and a.present and not exists (select 1 from attendance b \
          where b.session_id = a.session_id and b.person_id = a.person_id \
          and (b.at > a.at or (b.at = a.at and b.id > a.id))) group by a.session_id",
        vec![cohort.0.into()],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let people = u32::try_from(row.people).unwrap_or(u32::MAX);
            (SessionId(row.session_id), people)
        })
        .collect())
}

/// One line of a register.
#[derive(Clone, Copy, Debug)]
pub struct Attendance {
    /// The line's new id.
    pub id: Uuid,
    /// Who.
    pub person: PersonId,
    /// Whether they were there.
    pub present: bool,
}

/// Records who was there and who was not. Nothing is overwritten: the newest line of a person
/// counts.
///
/// # Errors
/// When the database fails.
pub async fn record_attendance(
    db: &impl ConnectionTrait,
    session: SessionId,
    lines: &[Attendance],
    recorded_by: PersonId,
    now: Timestamp,
) -> Result<(), StoreError> {
    for chunk in lines.chunks(sql::CHUNK) {
        let rows = chunk.iter().map(|line| attendance::ActiveModel {
            id: Set(line.id),
            session_id: Set(session.0),
            person_id: Set(line.person.0),
            present: Set(line.present),
            source: Set("trainer_list".to_owned()),
            recorded_by: Set(recorded_by.0),
            at: Set(now.0),
        });
        attendance::Entity::insert_many(rows)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// Remembers that a session was delivered, on the institution's row as well.
///
/// # Errors
/// When the database fails.
pub async fn mark_delivered(
    db: &impl ConnectionTrait,
    session: &Session,
    now: Timestamp,
) -> Result<(), StoreError> {
    sql::run(
        db,
        "update session set delivered_at = $1 where id = $2 and delivered_at is null",
        [now.0.into(), session.id.0.into()],
    )
    .await?;
    sql::run(
        db,
        "update programme_institution set last_session_on = $1 \
         where (last_session_on is null or last_session_on < $1) and exists \
         (select 1 from cohort c where c.id = $2 and c.programme_id = programme_institution.programme_id \
          and c.institution_id = programme_institution.institution_id)",
        [session.on_day.to_string().into(), session.cohort.0.into()],
    )
    .await?;
    Ok(())
}

/// Who was at a session, as last recorded; whoever was never marked is missing.
///
/// # Errors
/// When the database fails.
pub async fn attendance(
    db: &impl ConnectionTrait,
    session: SessionId,
) -> Result<Vec<(PersonId, bool)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
        present: bool,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select person_id, present from attendance where session_id = $1 order by at, id",
        vec![session.0.into()],
    )
    .await?;
    let newest: std::collections::BTreeMap<Uuid, bool> = rows
        .into_iter()
        .map(|row| (row.person_id, row.present))
        .collect();
    Ok(newest
        .into_iter()
        .map(|(person, present)| (PersonId(person), present))
        .collect())
}

async fn read(db: &impl ConnectionTrait, row: session::Model) -> Result<Session, StoreError> {
    let trainers = session_trainer::Entity::find()
        .filter(session_trainer::Column::SessionId.eq(row.id))
        .all(db)
        .await?;
    let trainers = trainers
        .into_iter()
        .map(|row| PersonId(row.person_id))
        .collect();
    Ok(record(row, trainers))
}

fn record(row: session::Model, trainers: Vec<PersonId>) -> Session {
    Session {
        id: SessionId(row.id),
        cohort: CohortId(row.cohort_id),
        on_day: day(&row.on_day).unwrap_or_default(),
        place: row.place,
        delivered_at: row.delivered_at.map(Timestamp),
        trainers,
    }
}
