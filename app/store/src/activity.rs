//! What the activity page lists: trainers who have not begun, cohorts in which people stopped, and
//! how long trainers took. Each list is read a page at a time, of one institution or of all.

use chrono::NaiveDate;
use domain::cascade::activity::{PLANNED_WITHIN_DAYS, SILENT_AFTER_DAYS};
use domain::cascade::help::HELP_AFTER_DAYS;
use domain::clock::{DAY, Timestamp};
use domain::ids::{CohortId, InstitutionId, PersonId, ProgrammeId};
use sea_orm::{ConnectionTrait, FromQueryResult, Value, entity::prelude::*};

use crate::programme::count;
use crate::{StoreError, sql};

/// Whose activity is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The programme.
    pub programme: ProgrammeId,
    /// One of its institutions; all of them without it.
    pub institution: Option<InstitutionId>,
}

impl Scope {
    /// The condition on `column`, and the values of the whole statement.
    fn narrowed(self, column: &str, mut values: Vec<Value>) -> (String, Vec<Value>) {
        let Some(institution) = self.institution else {
            return (String::new(), values);
        };
        values.push(institution.0.into());
        (format!(" and {column} = ${}", values.len()), values)
    }
}

/// Which stretch of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// At most so many.
    pub limit: u64,
    /// After so many.
    pub offset: u64,
}

/// A trainer who is silent (rule 9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SilentTrainer {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Where they can be reached: a confirmed address rather than another.
    pub address: Option<String>,
    /// Where they train.
    pub institution: InstitutionId,
    /// Its name.
    pub institution_name: String,
    /// Since when they are a trainer.
    pub qualified: Timestamp,
}

/// The silent trainers, the longest silent first.
///
/// # Errors
/// When the database fails.
pub async fn silent(
    db: &impl ConnectionTrait,
    scope: Scope,
    now: Timestamp,
    stretch: Stretch,
) -> Result<Vec<SilentTrainer>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
        name: String,
        address: Option<String>,
        institution_id: Uuid,
        institution_name: String,
        qualified_at: i64,
    }
    let soon = now.plus(PLANNED_WITHIN_DAYS * DAY).date();
    let (there, values) = scope.narrowed(
        "t.institution_id",
        vec![
            scope.programme.0.into(),
            now.minus(SILENT_AFTER_DAYS * DAY).0.into(),
            now.date().to_string().into(),
            soon.to_string().into(),
        ],
    );
    let Stretch { limit, offset } = stretch;
    let text = format!(
        "select t.person_id, p.name, t.institution_id, pi.name as institution_name, t.qualified_at, \
         (select e.address from email e where e.person_id = t.person_id \
          order by case when e.confirmed_at is null then 1 else 0 end, e.created_at, e.address_key limit 1) as address \
         from programme_trainer t join person p on p.id = t.person_id \
         join programme_institution pi on pi.programme_id = t.programme_id and pi.institution_id = t.institution_id \
         where t.programme_id = $1 and not t.active and t.qualified_at <= $2 \
         and not exists (select 1 from session_trainer st join session s on s.id = st.session_id \
          join cohort c on c.id = s.cohort_id where st.person_id = t.person_id and c.programme_id = $1 \
          and s.delivered_at is null and s.cancelled_at is null and s.on_day between $3 and $4){there} \
         order by t.qualified_at, t.person_id, t.institution_id limit {limit} offset {offset}"
    );
    let rows: Vec<Row> = sql::all(db, &text, values).await?;
    Ok(rows
        .into_iter()
        .map(|row| SilentTrainer {
            person: PersonId(row.person_id),
            name: row.name,
            address: row.address,
            institution: InstitutionId(row.institution_id),
            institution_name: row.institution_name,
            qualified: Timestamp(row.qualified_at),
        })
        .collect())
}

/// A cohort with people on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenCohort {
    /// The cohort.
    pub cohort: CohortId,
    /// Its title.
    pub title: String,
    /// Where it is held.
    pub institution: InstitutionId,
    /// The institution's name.
    pub institution_name: String,
    /// People whose outcome is not known yet.
    pub open: u32,
    /// Those of them who have done nothing for two weeks.
    pub stalled: u32,
    /// When anybody last did anything.
    pub last_activity: Option<Timestamp>,
}

/// The cohorts with people on the way, the quietest first.
///
/// # Errors
/// When the database fails.
pub async fn open_cohorts(
    db: &impl ConnectionTrait,
    scope: Scope,
    now: Timestamp,
    stretch: Stretch,
) -> Result<Vec<OpenCohort>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        title: String,
        institution_id: Uuid,
        institution_name: String,
        open: i32,
        stalled: i64,
        last_activity_at: Option<i64>,
    }
    let (there, values) = scope.narrowed(
        "c.institution_id",
        vec![
            scope.programme.0.into(),
            now.minus(HELP_AFTER_DAYS * DAY).0.into(),
        ],
    );
    let Stretch { limit, offset } = stretch;
    let text = format!(
        "select c.id, c.title, c.institution_id, pi.name as institution_name, c.open, c.last_activity_at, \
         (select count(*) from participation p where p.cohort_id = c.id and p.finished_at is null \
          and p.withdrawn_at is null and p.lapsed_at is null \
          and coalesce(p.last_activity_at, p.invited_at) <= $2) as stalled \
         from cohort c join programme_institution pi \
         on pi.programme_id = c.programme_id and pi.institution_id = c.institution_id \
         where c.programme_id = $1 and c.open > 0{there} \
         order by coalesce(c.last_activity_at, c.created_at), c.id limit {limit} offset {offset}"
    );
    let rows: Vec<Row> = sql::all(db, &text, values).await?;
    Ok(rows
        .into_iter()
        .map(|row| OpenCohort {
            cohort: CohortId(row.id),
            title: row.title,
            institution: InstitutionId(row.institution_id),
            institution_name: row.institution_name,
            open: count(row.open),
            stalled: u32::try_from(row.stalled).unwrap_or(u32::MAX),
            last_activity: row.last_activity_at.map(Timestamp),
        })
        .collect())
}

/// How many trainers took how many days from qualifying to their first delivered session, by days.
///
/// # Errors
/// When the database fails.
pub async fn days_to_first(
    db: &impl ConnectionTrait,
    scope: Scope,
) -> Result<Vec<(u32, u64)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        days: i32,
        trainers: i64,
    }
    let (there, values) = scope.narrowed("institution_id", vec![scope.programme.0.into()]);
    let text = format!(
        "select days, count(*) as trainers from programme_trainer \
         where programme_id = $1 and days is not null{there} group by days order by days"
    );
    let rows: Vec<Row> = sql::all(db, &text, values).await?;
    Ok(rows
        .into_iter()
        .map(|row| (count(row.days), u64::try_from(row.trainers).unwrap_or(0)))
        .collect())
}

/// A trainer who has delivered a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Where they train.
    pub institution: InstitutionId,
    /// Its name.
    pub institution_name: String,
    /// When they became a trainer.
    pub qualified: NaiveDate,
    /// When the register of their first session was first kept.
    pub delivered: NaiveDate,
    /// Whole days from the one to the other.
    pub days: u32,
}

/// The trainers who have delivered a session, those who took the longest first.
///
/// # Errors
/// When the database fails.
pub async fn begun(
    db: &impl ConnectionTrait,
    scope: Scope,
    stretch: Stretch,
) -> Result<Vec<Begun>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
        name: String,
        institution_id: Uuid,
        institution_name: String,
        qualified_at: i64,
        delivered_at: i64,
        days: i32,
    }
    let (there, values) = scope.narrowed("t.institution_id", vec![scope.programme.0.into()]);
    let Stretch { limit, offset } = stretch;
    let text = format!(
        "select t.person_id, p.name, t.institution_id, pi.name as institution_name, t.qualified_at, \
         t.delivered_at, t.days from programme_trainer t join person p on p.id = t.person_id \
         join programme_institution pi on pi.programme_id = t.programme_id and pi.institution_id = t.institution_id \
         where t.programme_id = $1 and t.days is not null{there} \
         order by t.days desc, t.person_id desc, t.institution_id limit {limit} offset {offset}"
    );
    let rows: Vec<Row> = sql::all(db, &text, values).await?;
    Ok(rows
        .into_iter()
        .map(|row| Begun {
            person: PersonId(row.person_id),
            name: row.name,
            institution: InstitutionId(row.institution_id),
            institution_name: row.institution_name,
            qualified: Timestamp(row.qualified_at).date(),
            delivered: Timestamp(row.delivered_at).date(),
            days: count(row.days),
        })
        .collect())
}
