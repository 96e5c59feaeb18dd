//! A trainer's digest: who needs help, which sessions come, where attendance is not recorded. Only
//! of cohorts that lie inside a role of theirs: a trainer named in another institution's cohort
//! sees none of its people.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use domain::cascade::help::HELP_AFTER_DAYS;
use domain::clock::{DAY, Timestamp};
use domain::ids::{CohortId, PersonId, SessionId};
use domain::reminders::{DIGEST_AHEAD_DAYS, DIGEST_BACK_DAYS};
use sea_orm::{ConnectionTrait, FromQueryResult, Value, entity::prelude::*};

use crate::programme::day;
use crate::{StoreError, sql};

/// What a trainer's digest counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TrainerCounts {
    /// Colleagues who need help.
    pub help: u32,
    /// Sessions in the days ahead.
    pub sessions: u32,
    /// Sessions whose day has passed without a register.
    pub registers: u32,
}

impl TrainerCounts {
    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The cohorts of a trainer `t` that lie inside a role of theirs, in a programme that goes on.
const OWN: &str = "cohort_trainer t join cohort c on c.id = t.cohort_id \
     join programme pr on pr.id = c.programme_id and (pr.ends_on is null or pr.ends_on >= $1)";
const INSIDE: &str = "exists (select 1 from role_grant g where g.person_id = t.person_id \
     and g.revoked_at is null and ((g.role = 'trainer' and g.institution_id = c.institution_id) \
      or (g.role = 'partner_trainer' and g.programme_id = c.programme_id)))";
/// A participation of somebody who needs help (`domain::cascade::help`).
const NEEDS_HELP: &str = "p.finished_at is null and p.withdrawn_at is null \
     and coalesce(p.last_activity_at, p.invited_at) <= $2";
/// A session without a register, in the days around today.
const OPEN_SESSION: &str =
    "s.delivered_at is null and s.cancelled_at is null and s.on_day >= $2 and s.on_day <= $3";

fn quiet_until(now: Timestamp) -> Timestamp {
    now.minus(HELP_AFTER_DAYS * DAY)
}

/// What several trainers' digests count; two statements.
///
/// # Errors
/// When the database fails.
pub async fn trainer_counts(
    db: &impl ConnectionTrait,
    trainers: &[PersonId],
    now: Timestamp,
) -> Result<HashMap<PersonId, TrainerCounts>, StoreError> {
    #[derive(FromQueryResult)]
    struct HelpRow {
        person_id: Uuid,
        people: i64,
    }
    #[derive(FromQueryResult)]
    struct SessionRow {
        person_id: Uuid,
        ahead: i64,
        open: i64,
    }
    let mut found: HashMap<PersonId, TrainerCounts> = HashMap::new();
    let today = now.date();
    let end = today.to_string();
    for chunk in trainers.chunks(sql::CHUNK) {
        let asked = || chunk.iter().map(|one| Value::from(one.0));
        let text = format!(
            "select t.person_id, count(*) as people from {OWN} join participation p on p.cohort_id = c.id \
             where t.person_id in ({}) and {INSIDE} and {NEEDS_HELP} group by t.person_id",
            sql::placeholders(2, chunk.len())
        );
        let mut values: Vec<Value> = vec![end.clone().into(), quiet_until(now).0.into()];
        values.extend(asked());
        let rows: Vec<HelpRow> = sql::all(db, &text, values).await?;
        for row in rows {
            found.entry(PersonId(row.person_id)).or_default().help = whole(row.people);
        }
        let text = format!(
            "select t.person_id, count(case when s.on_day >= $4 then 1 end) as ahead, \
             count(case when s.on_day < $4 then 1 end) as open \
             from {OWN} join session s on s.cohort_id = c.id \
             where t.person_id in ({}) and {INSIDE} and {OPEN_SESSION} group by t.person_id",
            sql::placeholders(4, chunk.len())
        );
        let mut values: Vec<Value> = vec![end.clone().into()];
        values.extend(around(today));
        values.push(today.to_string().into());
        values.extend(asked());
        let rows: Vec<SessionRow> = sql::all(db, &text, values).await?;
        for row in rows {
            let counts = found.entry(PersonId(row.person_id)).or_default();
            counts.sessions = whole(row.ahead);
            counts.registers = whole(row.open);
        }
    }
    Ok(found)
}

/// A colleague who needs help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedsHelp {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// In which cohort.
    pub cohort: CohortId,
    /// Its title.
    pub title: String,
    /// When they last did anything, or were enrolled.
    pub since: Timestamp,
}

/// The colleagues of a trainer who need help, those quiet for longest first, at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn need_help(
    db: &impl ConnectionTrait,
    trainer: PersonId,
    now: Timestamp,
    limit: u64,
) -> Result<Vec<NeedsHelp>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
        name: String,
        cohort_id: Uuid,
        title: String,
        since: i64,
    }
    let text = format!(
        "select p.person_id, who.name, c.id as cohort_id, c.title, \
         coalesce(p.last_activity_at, p.invited_at) as since \
         from {OWN} join participation p on p.cohort_id = c.id join person who on who.id = p.person_id \
         where t.person_id = $3 and {INSIDE} and {NEEDS_HELP} order by since, p.id limit {limit}"
    );
    let values = vec![
        now.date().to_string().into(),
        quiet_until(now).0.into(),
        trainer.0.into(),
    ];
    let rows: Vec<Row> = sql::all(db, &text, values).await?;
    let help = |row: Row| NeedsHelp {
        person: PersonId(row.person_id),
        name: row.name,
        cohort: CohortId(row.cohort_id),
        title: row.title,
        since: Timestamp(row.since),
    };
    Ok(rows.into_iter().map(help).collect())
}

/// A session that is near, or whose register is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearSession {
    /// The session.
    pub session: SessionId,
    /// Its cohort.
    pub cohort: CohortId,
    /// The cohort's title.
    pub title: String,
    /// Its day.
    pub on_day: NaiveDate,
    /// Where it meets.
    pub place: String,
}

/// The sessions of a trainer's cohorts that come soon or whose register is missing, by day.
///
/// # Errors
/// When the database fails.
pub async fn sessions(
    db: &impl ConnectionTrait,
    trainer: PersonId,
    today: NaiveDate,
    limit: u64,
) -> Result<Vec<NearSession>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        cohort_id: Uuid,
        title: String,
        on_day: String,
        place: String,
    }
    let text = format!(
        "select s.id, s.cohort_id, c.title, s.on_day, s.place from {OWN} join session s on s.cohort_id = c.id \
         where t.person_id = $4 and {INSIDE} and {OPEN_SESSION} order by s.on_day, s.id limit {limit}"
    );
    let mut values: Vec<Value> = vec![today.to_string().into()];
    values.extend(around(today));
    values.push(trainer.0.into());
    let rows: Vec<Row> = sql::all(db, &text, values).await?;
    let near = |row: Row| {
        Some(NearSession {
            session: SessionId(row.id),
            cohort: CohortId(row.cohort_id),
            title: row.title,
            on_day: day(&row.on_day)?,
            place: row.place,
        })
    };
    Ok(rows.into_iter().filter_map(near).collect())
}

/// The first and the last day that a digest names sessions of.
fn around(today: NaiveDate) -> [Value; 2] {
    let first = today - Days::new(DIGEST_BACK_DAYS);
    let last = today + Days::new(DIGEST_AHEAD_DAYS);
    [first.to_string().into(), last.to_string().into()]
}

fn whole(people: i64) -> u32 {
    u32::try_from(people).unwrap_or(u32::MAX)
}
