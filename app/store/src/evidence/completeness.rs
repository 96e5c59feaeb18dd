//! Which delivered sessions lack which piece, counted in the transaction of what changes it.

use chrono::NaiveDate;
use domain::cascade::evidence::{Completeness, Piece, SessionEvidence};
use domain::ids::{CohortId, InstitutionId, ProgrammeId, SessionId};
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, QuerySelect, Value, entity::prelude::*,
};

use crate::entity::session;
use crate::programme::{count, day};
use crate::session::ON_PAPER;
use crate::{StoreError, sql};

/// What is known of a session, and what was counted of it.
#[derive(FromQueryResult)]
struct Facts {
    programme_id: Uuid,
    institution_id: Uuid,
    delivered: i32,
    attended: i32,
    on_paper: i32,
    register: i32,
    agenda_written: i32,
    agenda_file: i32,
    counted: Option<String>,
}

impl Facts {
    fn evidence(&self) -> SessionEvidence {
        SessionEvidence {
            attendance_recorded: self.attended > 0,
            on_paper: self.on_paper > 0,
            register_attached: self.register > 0,
            agenda_written: self.agenda_written > 0,
            agenda_attached: self.agenda_file > 0,
        }
    }
}

async fn facts(db: &impl ConnectionTrait, session: SessionId) -> Result<Option<Facts>, StoreError> {
    sql::one(
        db,
        &format!(
            "select c.programme_id, c.institution_id, se.missing as counted, \
         case when s.delivered_at is null then 0 else 1 end as delivered, \
         case when s.agenda = '' then 0 else 1 end as agenda_written, \
         case when exists (select 1 from attendance a where a.session_id = s.id) \
              then 1 else 0 end as attended, \
         case when exists (select 1 from attendance a where a.session_id = s.id and {ON_PAPER}) \
              then 1 else 0 end as on_paper, \
         case when exists (select 1 from evidence e where e.session_id = s.id \
              and e.kind = 'register' and e.removed_at is null) then 1 else 0 end as register, \
         case when exists (select 1 from evidence e where e.session_id = s.id \
              and e.kind = 'agenda' and e.removed_at is null) then 1 else 0 end as agenda_file \
         from session s join cohort c on c.id = s.cohort_id \
         left join session_evidence se on se.session_id = s.id where s.id = $1"
        ),
        vec![session.0.into()],
    )
    .await
}

/// What a session needs, each with whether it is there; as if it had been delivered.
///
/// # Errors
/// When the database fails.
pub async fn completeness(
    db: &impl ConnectionTrait,
    session: SessionId,
) -> Result<Vec<(Piece, bool)>, StoreError> {
    let facts = facts(db, session).await?;
    Ok(facts.map_or_else(Vec::new, |facts| facts.evidence().pieces()))
}

/// Counts a session again, for its institution and programme too: after attendance was recorded or
/// the whole register taken back, its agenda changed, or a file was attached or removed.
///
/// # Errors
/// When the database fails.
pub async fn recount(db: &impl ConnectionTrait, id: SessionId) -> Result<(), StoreError> {
    // Locked, so that two changes of one session are counted one after the other.
    session::Entity::find_by_id(id.0)
        .lock_exclusive()
        .one(db)
        .await?;
    let Some(facts) = facts(db, id).await? else {
        return Ok(());
    };
    let missing = (facts.delivered > 0).then(|| {
        let missing = facts.evidence().missing();
        let missing: Vec<&str> = missing.into_iter().map(Piece::code).collect();
        missing.join(" ")
    });
    let counts = |missing: Option<&str>| {
        let complete = missing.is_some_and(str::is_empty);
        (i32::from(missing.is_some()), i32::from(complete))
    };
    let (before, now) = (counts(facts.counted.as_deref()), counts(missing.as_deref()));
    let (delivered, complete) = (now.0 - before.0, now.1 - before.1);
    match missing {
        Some(missing) => {
            sql::run(
                db,
                "insert into session_evidence (session_id, programme_id, institution_id, missing) \
                 values ($1, $2, $3, $4) on conflict (session_id) do update set missing = excluded.missing",
                [
                    id.0.into(),
                    facts.programme_id.into(),
                    facts.institution_id.into(),
                    missing.into(),
                ],
            )
            .await?
        }
        None => {
            let gone = "delete from session_evidence where session_id = $1";
            sql::run(db, gone, [id.0.into()]).await?
        }
    };
    if (delivered, complete) == (0, 0) {
        return Ok(());
    }
    sql::run(
        db,
        "update programme_institution set sessions = sessions + $1, \
         sessions_complete = sessions_complete + $2 where programme_id = $3 and institution_id = $4",
        [
            delivered.into(),
            complete.into(),
            facts.programme_id.into(),
            facts.institution_id.into(),
        ],
    )
    .await?;
    sql::run(
        db,
        "update programme_tally set sessions = sessions + $1, \
         sessions_complete = sessions_complete + $2 where programme_id = $3",
        [delivered.into(), complete.into(), facts.programme_id.into()],
    )
    .await?;
    Ok(())
}

/// An institution with sessions that lack evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// The institution.
    pub institution: InstitutionId,
    /// Its name.
    pub name: String,
    /// Its sessions.
    pub completeness: Completeness,
}

#[derive(FromQueryResult)]
struct Row {
    institution_id: Option<Uuid>,
    name: String,
    sessions: i32,
    sessions_complete: i32,
}

impl Row {
    fn completeness(&self) -> Completeness {
        Completeness {
            complete: count(self.sessions_complete),
            delivered: count(self.sessions),
        }
    }
}

/// How complete a programme's evidence is, and the institutions with sessions that lack some, by
/// name, at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn of_programme(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    limit: u64,
) -> Result<(Completeness, Vec<Lacking>), StoreError> {
    let rows: Vec<Row> = sql::all(
        db,
        &format!(
            "select null as institution_id, '' as name, sessions, sessions_complete \
             from programme_tally where programme_id = $1 \
             union all select * from (select institution_id, name, sessions, sessions_complete \
              from programme_institution where programme_id = $1 and sessions <> sessions_complete \
              order by name_key, institution_id limit {limit}) as lacking"
        ),
        vec![programme.0.into()],
    )
    .await?;
    let mut whole = Completeness::default();
    let mut lacking = Vec::new();
    for row in rows {
        match row.institution_id {
            None => whole = row.completeness(),
            Some(institution) => lacking.push(Lacking {
                institution: InstitutionId(institution),
                completeness: row.completeness(),
                name: row.name,
            }),
        }
    }
    Ok((whole, lacking))
}

/// A delivered session that lacks evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LackingSession {
    /// The session.
    pub session: SessionId,
    /// Its cohort.
    pub cohort: CohortId,
    /// The cohort's title.
    pub title: String,
    /// The day.
    pub on_day: NaiveDate,
    /// What it lacks.
    pub missing: Vec<Piece>,
}

/// How complete an institution's evidence is in a programme.
///
/// # Errors
/// When the database fails.
pub async fn of_institution(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
) -> Result<Completeness, StoreError> {
    let row: Option<Row> = sql::one(
        db,
        "select institution_id, name, sessions, sessions_complete from programme_institution \
         where programme_id = $1 and institution_id = $2",
        vec![programme.0.into(), institution.0.into()],
    )
    .await?;
    Ok(row.map(|row| row.completeness()).unwrap_or_default())
}

/// The sessions of an institution that lack evidence, at most `limit`, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn lacking_sessions(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
    limit: u64,
) -> Result<Vec<LackingSession>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        session_id: Uuid,
        cohort_id: Uuid,
        title: String,
        on_day: String,
        missing: String,
    }
    let values: Vec<Value> = vec![programme.0.into(), institution.0.into()];
    let rows: Vec<Row> = sql::all(
        db,
        &format!(
            "select e.session_id, s.cohort_id, c.title, s.on_day, e.missing from session_evidence e \
             join session s on s.id = e.session_id join cohort c on c.id = s.cohort_id \
             where e.programme_id = $1 and e.institution_id = $2 and e.missing <> '' \
             order by s.on_day desc, s.id limit {limit}"
        ),
        values,
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| LackingSession {
            session: SessionId(row.session_id),
            cohort: CohortId(row.cohort_id),
            title: row.title,
            on_day: day(&row.on_day).unwrap_or_default(),
            missing: row
                .missing
                .split(' ')
                .filter_map(Piece::from_code)
                .collect(),
        })
        .collect())
}
