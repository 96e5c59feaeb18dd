//! A lead's digest: silent trainers, stalled cohorts, the target.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::cascade::activity::TrainerRecord;
use domain::cascade::help::HELP_AFTER_DAYS;
use domain::clock::{DAY, Timestamp};
use domain::ids::{CohortId, InstitutionId, PersonId};
use sea_orm::{ConnectionTrait, FromQueryResult, Value, entity::prelude::*};

use crate::programme::{count, day};
use crate::{StoreError, sql};

/// A trainer with what rule 9 asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trainer {
    /// Where.
    pub institution: InstitutionId,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What they delivered and plan.
    pub record: TrainerRecord,
}

/// The trainers of several institutions, in whichever programme they deliver.
///
/// # Errors
/// When the database fails.
pub async fn trainers_of(
    db: &impl ConnectionTrait,
    institutions: &[InstitutionId],
    today: NaiveDate,
) -> Result<Vec<Trainer>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        institution_id: Uuid,
        person_id: Uuid,
        name: String,
        granted_at: i64,
        last_delivered: Option<i64>,
        self_paced: Option<i64>,
        next_planned: Option<String>,
    }
    let mut found = Vec::new();
    for chunk in institutions.chunks(sql::CHUNK) {
        let text = format!(
            "select g.institution_id, g.person_id, p.name, g.granted_at, \
             (select max(s.delivered_at) from session_trainer st join session s on s.id = st.session_id \
              where st.person_id = g.person_id) as last_delivered, \
             (select max(c.last_activity_at) from cohort_trainer ct join cohort c on c.id = ct.cohort_id \
              where ct.person_id = g.person_id and c.mode = 'self_paced' and c.started > 0) as self_paced, \
             (select min(s.on_day) from session_trainer st join session s on s.id = st.session_id \
              where st.person_id = g.person_id and s.delivered_at is null and s.cancelled_at is null and s.on_day >= $1) as next_planned \
             from role_grant g join person p on p.id = g.person_id \
             where g.role = 'trainer' and g.revoked_at is null and g.institution_id in ({}) \
             order by p.name_key, g.id",
            sql::placeholders(1, chunk.len())
        );
        let mut values: Vec<Value> = vec![today.to_string().into()];
        values.extend(chunk.iter().map(|one| Value::from(one.0)));
        let rows: Vec<Row> = sql::all(db, &text, values).await?;
        found.extend(rows.into_iter().map(|row| {
            Trainer {
                institution: InstitutionId(row.institution_id),
                person: PersonId(row.person_id),
                name: row.name,
                record: TrainerRecord {
                    qualified: Timestamp(row.granted_at),
                    last_delivered: row.last_delivered.max(row.self_paced).map(Timestamp),
                    // A session planned for today is ahead until the day is over.
                    next_planned: row
                        .next_planned
                        .as_deref()
                        .and_then(day)
                        .map(|day| Timestamp::start_of(day).plus(DAY - 1)),
                },
            }
        }));
    }
    Ok(found)
}

/// What a lead's digest counts of an institution, besides its silent trainers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeadCounts {
    /// Cohorts in which nobody did anything for a while, and somebody has not finished.
    pub stalled: u32,
    /// Colleagues missing to the minimum, over its programmes that go on.
    pub missing: u32,
    /// Colleagues who finished, over the same.
    pub finished: u32,
    /// Whether it takes part in a programme that goes on.
    pub goes_on: bool,
}

/// Somebody has not finished, and nobody did anything since `$2`.
const STALLED: &str = "c.people > c.finished + c.withdrawn \
     and coalesce(c.last_activity_at, c.created_at) <= $2 \
     and (pr.ends_on is null or pr.ends_on >= $1) \
     and not exists (select 1 from session s where s.cohort_id = c.id and s.delivered_at is null \
      and s.cancelled_at is null and s.on_day >= $3)";

fn stalled_values(now: Timestamp) -> Vec<Value> {
    let today = now.date();
    vec![
        today.to_string().into(),
        now.minus(HELP_AFTER_DAYS * DAY).0.into(),
        today.to_string().into(),
    ]
}

/// What the digests of several institutions' leads count; two statements.
///
/// # Errors
/// When the database fails.
pub async fn lead_counts(
    db: &impl ConnectionTrait,
    institutions: &[InstitutionId],
    now: Timestamp,
) -> Result<HashMap<InstitutionId, LeadCounts>, StoreError> {
    #[derive(FromQueryResult)]
    struct Figures {
        institution_id: Uuid,
        missing: i64,
        finished: i64,
    }
    #[derive(FromQueryResult)]
    struct Stalled {
        institution_id: Uuid,
        cohorts: i64,
    }
    let mut found: HashMap<InstitutionId, LeadCounts> = HashMap::new();
    for chunk in institutions.chunks(sql::CHUNK) {
        let asked = || chunk.iter().map(|one| Value::from(one.0));
        let text = format!(
            "select pi.institution_id, sum(pi.missing) as missing, sum(pi.heads_finished) as finished \
             from programme_institution pi join programme pr on pr.id = pi.programme_id \
             where (pr.ends_on is null or pr.ends_on >= $1) and pi.institution_id in ({}) \
             group by pi.institution_id",
            sql::placeholders(1, chunk.len())
        );
        let mut values: Vec<Value> = vec![now.date().to_string().into()];
        values.extend(asked());
        let rows: Vec<Figures> = sql::all(db, &text, values).await?;
        for row in rows {
            let counts = found.entry(InstitutionId(row.institution_id)).or_default();
            counts.goes_on = true;
            counts.missing = whole(row.missing);
            counts.finished = whole(row.finished);
        }
        let text = format!(
            "select c.institution_id, count(*) as cohorts from cohort c join programme pr on pr.id = c.programme_id \
             where c.institution_id in ({}) and {STALLED} group by c.institution_id",
            sql::placeholders(3, chunk.len())
        );
        let mut values = stalled_values(now);
        values.extend(asked());
        let rows: Vec<Stalled> = sql::all(db, &text, values).await?;
        for row in rows {
            found
                .entry(InstitutionId(row.institution_id))
                .or_default()
                .stalled = whole(row.cohorts);
        }
    }
    Ok(found)
}

/// A cohort in which nobody did anything for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StalledCohort {
    /// The cohort.
    pub id: CohortId,
    /// Its title.
    pub title: String,
    /// When anything was last done in it, or it was made.
    pub since: Timestamp,
    /// How many have not finished.
    pub unfinished: u32,
}

/// The stalled cohorts of an institution, those quiet for longest first, at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn stalled_cohorts(
    db: &impl ConnectionTrait,
    institution: InstitutionId,
    now: Timestamp,
    limit: u64,
) -> Result<Vec<StalledCohort>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        title: String,
        since: i64,
        unfinished: i32,
    }
    let text = format!(
        "select c.id, c.title, coalesce(c.last_activity_at, c.created_at) as since, \
         c.people - c.finished - c.withdrawn as unfinished \
         from cohort c join programme pr on pr.id = c.programme_id \
         where c.institution_id = $4 and {STALLED} order by since, c.id limit {limit}"
    );
    let mut values = stalled_values(now);
    values.push(institution.0.into());
    let rows: Vec<Row> = sql::all(db, &text, values).await?;
    let cohort = |row: Row| StalledCohort {
        id: CohortId(row.id),
        title: row.title,
        since: Timestamp(row.since),
        unfinished: count(row.unfinished),
    };
    Ok(rows.into_iter().map(cohort).collect())
}

fn whole(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
