//! Sessions: when and where a cohort meets, what it teaches and who delivers it.

mod attendance;
mod clash;
mod seats;
mod units;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::clock::Timestamp;
use domain::ids::{CohortId, PersonId, SessionId};
use domain::session::{Meeting, Times, clock_time, written};
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set, entity::prelude::*};

use crate::entity::{session, session_trainer};
use crate::programme::{count, day, int};
use crate::{StoreError, sql};

pub use attendance::{
    Attendance, Line, attendance, history, present_counts, record_attendance, sessions_attended,
};
pub(crate) use attendance::{NEWEST, ON_PAPER, PRESENT};
pub use clash::{Clash, clash};
pub use seats::free_seats;
pub use units::{keep_units, units};

/// One meeting of a cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The cohort.
    pub cohort: CohortId,
    /// The day.
    pub on_day: NaiveDate,
    /// Its hours on that day, when somebody said them.
    pub times: Option<Times>,
    /// How people come together.
    pub meeting: Meeting,
    /// The room or building; empty for a session online.
    pub place: String,
    /// The link to the online room; empty when there is none.
    pub link: String,
    /// Minutes taught, which the funder counts as hours.
    pub minutes: u32,
    /// How many can come; `None` when everybody enrolled can.
    pub seats: Option<u32>,
    /// What happens when, in lines.
    pub agenda: String,
    /// The funder's code of the work package.
    pub work_package: String,
    /// The funder's code of the deliverable.
    pub deliverable: String,
    /// When its attendance was first recorded; `None` while it is planned.
    pub delivered_at: Option<Timestamp>,
    /// When it was cancelled, and why.
    pub cancelled: Option<(Timestamp, String)>,
    /// Who delivers it.
    pub trainers: Vec<PersonId>,
    /// How often the plan was changed.
    pub revision: i64,
}

impl Session {
    /// A session of which only the day, the place and the trainers are known.
    #[must_use]
    pub fn on(
        id: SessionId,
        cohort: CohortId,
        on_day: NaiveDate,
        place: &str,
        trainers: Vec<PersonId>,
    ) -> Self {
        Self {
            id,
            cohort,
            on_day,
            times: None,
            meeting: Meeting::Room,
            place: place.to_owned(),
            link: String::new(),
            minutes: 0,
            seats: None,
            agenda: String::new(),
            work_package: String::new(),
            deliverable: String::new(),
            delivered_at: None,
            cancelled: None,
            trainers,
            revision: 0,
        }
    }

    /// The hours as the database keeps them: twice HH:MM, or twice nothing.
    pub(crate) fn written_times(&self) -> (String, String) {
        self.times
            .map(|times| (written(times.starts()), written(times.ends())))
            .unwrap_or_default()
    }
}

/// Plans a session.
///
/// # Errors
/// When the database fails.
pub async fn plan(db: &impl ConnectionTrait, planned: &Session) -> Result<(), StoreError> {
    let (starts, ends) = planned.written_times();
    let row = session::ActiveModel {
        id: Set(planned.id.0),
        cohort_id: Set(planned.cohort.0),
        on_day: Set(planned.on_day.to_string()),
        place: Set(planned.place.clone()),
        delivered_at: Set(planned.delivered_at.map(|at| at.0)),
        starts: Set(starts),
        ends: Set(ends),
        meeting: Set(planned.meeting.code().to_owned()),
        link: Set(planned.link.clone()),
        minutes: Set(int(planned.minutes)),
        seats: Set(planned.seats.map(int)),
        agenda: Set(planned.agenda.clone()),
        work_package: Set(planned.work_package.clone()),
        deliverable: Set(planned.deliverable.clone()),
        revision: Set(planned.revision),
        cancelled_at: Set(None),
        cancelled_reason: Set(String::new()),
        check_in_secret: Set(None),
    };
    session::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    keep_trainers(db, planned).await
}

async fn keep_trainers(db: &impl ConnectionTrait, session: &Session) -> Result<(), StoreError> {
    let trainers = session
        .trainers
        .iter()
        .map(|trainer| session_trainer::ActiveModel {
            session_id: Set(session.id.0),
            person_id: Set(trainer.0),
        });
    if !session.trainers.is_empty() {
        session_trainer::Entity::insert_many(trainers)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// Puts another plan in place of the one that had `changed.revision`; the cancellation stays as it
/// is. `false` when somebody else changed it meanwhile.
///
/// # Errors
/// When the database fails.
pub async fn change(db: &impl ConnectionTrait, changed: &Session) -> Result<bool, StoreError> {
    let (starts, ends) = changed.written_times();
    let touched = sql::run(
        db,
        "update session set on_day = $1, place = $2, starts = $3, ends = $4, meeting = $5, link = $6, \
         minutes = $7, seats = $8, agenda = $9, work_package = $10, deliverable = $11, \
         revision = revision + 1 where id = $12 and revision = $13",
        [
            changed.on_day.to_string().into(),
            changed.place.clone().into(),
            starts.into(),
            ends.into(),
            changed.meeting.code().into(),
            changed.link.clone().into(),
            int(changed.minutes).into(),
            changed.seats.map(int).into(),
            changed.agenda.clone().into(),
            changed.work_package.clone().into(),
            changed.deliverable.clone().into(),
            changed.id.0.into(),
            changed.revision.into(),
        ],
    )
    .await?;
    if touched == 0 {
        return Ok(false);
    }
    session_trainer::Entity::delete_many()
        .filter(session_trainer::Column::SessionId.eq(changed.id.0))
        .exec(db)
        .await?;
    keep_trainers(db, changed).await?;
    // An agenda may have come or gone.
    crate::evidence::recount(db, changed.id).await?;
    Ok(true)
}

/// Cancels a planned session with a reason, or plans it again (`None`).
///
/// # Errors
/// When the database fails.
pub async fn cancel(
    db: &impl ConnectionTrait,
    session: SessionId,
    cancelled: Option<(Timestamp, &str)>,
) -> Result<(), StoreError> {
    let (at, reason) = cancelled.unzip();
    sql::run(
        db,
        "update session set cancelled_at = $1, cancelled_reason = $2, revision = revision + 1 \
         where id = $3 and delivered_at is null",
        [
            at.map(|at| at.0).into(),
            reason.unwrap_or_default().into(),
            session.0.into(),
        ],
    )
    .await?;
    Ok(())
}

/// The secret from which the codes of a session's check-in follow; `fresh` is kept when it has
/// none yet.
///
/// # Errors
/// When the database fails.
pub async fn check_in_secret(
    db: &impl ConnectionTrait,
    session: SessionId,
    fresh: &str,
) -> Result<Option<String>, StoreError> {
    sql::run(
        db,
        "update session set check_in_secret = $1 where id = $2 and check_in_secret is null",
        [fresh.into(), session.0.into()],
    )
    .await?;
    known_check_in_secret(db, session).await
}

/// The same, of a session whose check-in was opened before.
///
/// # Errors
/// When the database fails.
pub async fn known_check_in_secret(
    db: &impl ConnectionTrait,
    session: SessionId,
) -> Result<Option<String>, StoreError> {
    let row = session::Entity::find_by_id(session.0).one(db).await?;
    Ok(row.and_then(|row| row.check_in_secret))
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
        .order_by_asc(session::Column::Starts)
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

/// The sessions of several cohorts from `today` (ISO 8601) on that were not cancelled, soonest
/// first. Who delivers them is not looked up.
pub(crate) async fn coming(
    db: &impl ConnectionTrait,
    cohorts: &[CohortId],
    today: &str,
) -> Result<Vec<Session>, StoreError> {
    let rows = session::Entity::find()
        .filter(session::Column::CohortId.is_in(cohorts.iter().map(|one| one.0)))
        .filter(session::Column::CancelledAt.is_null())
        .filter(session::Column::OnDay.gte(today))
        .order_by_asc(session::Column::OnDay)
        .order_by_asc(session::Column::Starts)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| record(row, Vec::new()))
        .collect())
}

/// Remembers that a session was delivered and its attendance recorded, on the institution's row as
/// well.
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
    crate::evidence::recount(db, session.id).await
}

/// A session that counted as delivered was not held: it is planned again, and the institution's last
/// session is the newest of the others. Its attendance is for the caller to correct before.
///
/// # Errors
/// When the database fails.
pub async fn mark_not_held(db: &impl ConnectionTrait, session: &Session) -> Result<(), StoreError> {
    sql::run(
        db,
        "update session set delivered_at = null, revision = revision + 1 where id = $1",
        [session.id.0.into()],
    )
    .await?;
    sql::run(
        db,
        "update programme_institution set last_session_on = (select max(s.on_day) from session s \
         join cohort c on c.id = s.cohort_id where c.programme_id = programme_institution.programme_id \
         and c.institution_id = programme_institution.institution_id and s.delivered_at is not null) \
         where exists (select 1 from cohort c where c.id = $1 \
         and c.programme_id = programme_institution.programme_id \
         and c.institution_id = programme_institution.institution_id)",
        [session.cohort.0.into()],
    )
    .await?;
    crate::evidence::recount(db, session.id).await
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
    let times = clock_time(&row.starts).zip(clock_time(&row.ends));
    Session {
        id: SessionId(row.id),
        cohort: CohortId(row.cohort_id),
        on_day: day(&row.on_day).unwrap_or_default(),
        times: times.and_then(|(starts, ends)| Times::new(starts, ends).ok()),
        meeting: Meeting::from_code(&row.meeting).unwrap_or(Meeting::Room),
        place: row.place,
        link: row.link,
        minutes: count(row.minutes),
        seats: row.seats.map(count),
        agenda: row.agenda,
        work_package: row.work_package,
        deliverable: row.deliverable,
        delivered_at: row.delivered_at.map(Timestamp),
        cancelled: row
            .cancelled_at
            .map(|at| (Timestamp(at), row.cancelled_reason)),
        trainers,
        revision: row.revision,
    }
}
