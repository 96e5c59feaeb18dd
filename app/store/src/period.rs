//! What happened in a programme from a day to a day, counted for its funder. Everything is added
//! up in the database: what comes back has a row per institution or session, never per person.
//!
//! A head is a colleague at the institution that trained them, once, as everywhere (rule 3).

mod sessions;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::cascade::target::TargetRange;
use domain::clock::Timestamp;
use domain::ids::{InstitutionId, ProgrammeId};
use sea_orm::{ConnectionTrait, FromQueryResult, Value, entity::prelude::*};

use crate::session::PRESENT;
use crate::{StoreError, sql};

pub use sessions::{Held, evidence, held};

/// A programme, from a day to a day, both included.
#[derive(Clone, Copy, Debug)]
pub struct Period {
    /// The programme.
    pub programme: ProgrammeId,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The first moment of the first day, where our users live.
    pub begins: Timestamp,
    /// The first moment after the last day.
    pub ends: Timestamp,
}

impl Period {
    fn moments(self) -> Vec<Value> {
        vec![
            self.programme.0.into(),
            self.begins.0.into(),
            self.ends.0.into(),
        ]
    }

    fn days(self) -> Vec<Value> {
        vec![
            self.programme.0.into(),
            self.from.to_string().into(),
            self.to.to_string().into(),
        ]
    }
}

/// Heads and participations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Colleagues enrolled in the period.
    pub heads: u32,
    /// Participations that began in the period.
    pub participations: u32,
    /// Colleagues who completed a participation in the period.
    pub finished: u32,
    /// Participations completed in the period.
    pub participations_finished: u32,
}

/// What an institution planned and achieved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Achieved {
    /// The institution.
    pub institution: InstitutionId,
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: String,
    /// The tier's wording: of whom so many were promised.
    pub tier: String,
    /// The target range in force.
    pub range: Option<TargetRange>,
    /// What happened in the period.
    pub counts: Counts,
    /// Colleagues who completed a participation by the end of the period, whenever they began.
    pub finished_until: u32,
}

/// Each colleague once per institution: participations begun and completed in the period, and
/// completed by its end.
const ONCE: &str = "with once as ( \
    select p.institution_id, p.person_id, \
           sum(case when p.invited_at >= $2 then 1 else 0 end) as begun, \
           sum(case when p.finished_at >= $2 and p.finished_at < $3 then 1 else 0 end) as completed, \
           sum(case when p.finished_at < $3 then 1 else 0 end) as completed_until \
    from participation p where p.programme_id = $1 and p.counts and p.invited_at < $3 \
    group by p.institution_id, p.person_id)";

const COUNTS: &str = "count(case when begun > 0 then 1 end) as heads, \
    cast(coalesce(sum(begun), 0) as bigint) as participations, \
    count(case when completed > 0 then 1 end) as finished, \
    cast(coalesce(sum(completed), 0) as bigint) as participations_finished, \
    count(case when completed_until > 0 then 1 end) as finished_until";

#[derive(FromQueryResult)]
struct CountsRow {
    heads: i64,
    participations: i64,
    finished: i64,
    participations_finished: i64,
    finished_until: i64,
}

impl CountsRow {
    fn counts(&self) -> Counts {
        Counts {
            heads: number(self.heads),
            participations: number(self.participations),
            finished: number(self.finished),
            participations_finished: number(self.participations_finished),
        }
    }
}

/// A count as the database adds it up.
fn number(count: i64) -> u32 {
    u32::try_from(count).unwrap_or_default()
}

/// What each institution planned and achieved, by name; institutions without anybody too.
///
/// # Errors
/// When the database fails.
pub async fn achieved(
    db: &impl ConnectionTrait,
    period: Period,
) -> Result<Vec<Achieved>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        institution_id: Uuid,
        name: String,
        country: String,
        tier: String,
        target_min: Option<i32>,
        target_max: Option<i32>,
        #[sea_orm(nested)]
        counts: CountsRow,
    }
    let rows: Vec<Row> = sql::all(
        db,
        &format!(
            "{ONCE}, counted as (select institution_id, {COUNTS} from once group by institution_id) \
             select pi.institution_id, pi.name, i.country, pi.target_min, pi.target_max, \
             coalesce((select max(t.wording) from tier t where t.programme_id = $1 \
               and t.institution_id = pi.institution_id), \
              (select max(t.wording) from tier t where t.programme_id = $1 \
               and t.institution_id is null), '') as tier, \
             coalesce(c.heads, 0) as heads, coalesce(c.participations, 0) as participations, \
             coalesce(c.finished, 0) as finished, \
             coalesce(c.participations_finished, 0) as participations_finished, \
             coalesce(c.finished_until, 0) as finished_until \
             from programme_institution pi join institution i on i.id = pi.institution_id \
             left join counted c on c.institution_id = pi.institution_id \
             where pi.programme_id = $1 order by pi.name_key, pi.institution_id"
        ),
        period.moments(),
    )
    .await?;
    let range = |min: Option<i32>, max: Option<i32>| {
        let (min, max) = min.zip(max)?;
        TargetRange::new(u32::try_from(min).ok()?, u32::try_from(max).ok()?).ok()
    };
    Ok(rows
        .into_iter()
        .map(|row| Achieved {
            institution: InstitutionId(row.institution_id),
            name: row.name,
            country: row.country,
            tier: row.tier,
            range: range(row.target_min, row.target_max),
            counts: row.counts.counts(),
            finished_until: number(row.counts.finished_until),
        })
        .collect())
}

/// What participants are told apart by. Their country is that of the institution that trained them,
/// and so follows from [`achieved`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// Their staff category there, as last known.
    Category,
    /// The language they chose.
    Language,
    /// The gender they stated.
    Gender,
}

impl Aspect {
    fn key(self) -> &'static str {
        match self {
            Self::Category => {
                "coalesce((select m.category from membership m where m.person_id = once.person_id \
                 and m.institution_id = once.institution_id order by m.from_day desc, m.id desc limit 1), '')"
            }
            Self::Language => {
                "coalesce((select p.language from person p where p.id = once.person_id), '')"
            }
            Self::Gender => {
                "coalesce((select p.gender from person p where p.id = once.person_id), '')"
            }
        }
    }
}

/// Heads and participations by an aspect, in its order; the empty key is of those of whom nothing
/// is known.
///
/// # Errors
/// When the database fails.
pub async fn by(
    db: &impl ConnectionTrait,
    period: Period,
    aspect: Aspect,
) -> Result<Vec<(String, Counts)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        aspect: String,
        #[sea_orm(nested)]
        counts: CountsRow,
    }
    let rows: Vec<Row> = sql::all(
        db,
        &format!(
            "{ONCE} select aspect, {COUNTS} from (select begun, completed, completed_until, \
             {} as aspect from once) as told group by aspect order by aspect",
            aspect.key()
        ),
        period.moments(),
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.aspect, row.counts.counts()))
        .collect())
}

/// Colleagues who came together in one way. How many of them finished is not counted,
/// for no way finished anybody alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct There {
    /// The colleagues.
    pub heads: u32,
    /// The participations in which they were there.
    pub participations: u32,
}

/// The key of [`by_meeting`] for cohorts without sessions.
pub const SELF_PACED: &str = "self_paced";

/// Colleagues who were at a session held in the period, by how people came together, and those
/// enrolled in the period in a cohort without sessions, as heads and participations. Whoever was at
/// sessions of two kinds stands in both.
///
/// # Errors
/// When the database fails.
pub async fn by_meeting(
    db: &impl ConnectionTrait,
    period: Period,
) -> Result<Vec<(String, There)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        meeting: String,
        heads: i64,
        participations: i64,
    }
    let mut values = period.days();
    values.extend(period.moments().into_iter().skip(1));
    let rows: Vec<Row> = sql::all(
        db,
        &format!(
            "with there as (select distinct s.meeting, c.institution_id, a.person_id, c.id as cohort_id \
              from session s join cohort c on c.id = s.cohort_id join attendance a on a.session_id = s.id \
              join participation p on p.cohort_id = c.id and p.person_id = a.person_id and p.counts \
              where c.programme_id = $1 and s.delivered_at is not null \
              and s.on_day >= $2 and s.on_day <= $3 and {PRESENT} \
              union all select '{SELF_PACED}', p.institution_id, p.person_id, p.cohort_id \
              from participation p join cohort c on c.id = p.cohort_id \
              where p.programme_id = $1 and p.counts and c.mode = 'self_paced' \
              and p.invited_at >= $4 and p.invited_at < $5), \
             once as (select meeting, institution_id, person_id, count(*) as cohorts from there \
              group by meeting, institution_id, person_id) \
             select meeting, count(*) as heads, cast(sum(cohorts) as bigint) as participations \
             from once group by meeting order by meeting"
        ),
        values,
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let there = There {
                heads: number(row.heads),
                participations: number(row.participations),
            };
            (row.meeting, there)
        })
        .collect())
}

/// How many notes on local changes each institution made to sessions held in the period.
///
/// # Errors
/// When the database fails.
pub async fn adaptations(
    db: &impl ConnectionTrait,
    period: Period,
) -> Result<HashMap<InstitutionId, u32>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        institution_id: Uuid,
        notes: i64,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select c.institution_id, count(*) as notes from adaptation a \
         join session s on s.id = a.session_id join cohort c on c.id = s.cohort_id \
         where c.programme_id = $1 and s.on_day >= $2 and s.on_day <= $3 and s.delivered_at is not null and a.withdrawn_at is null \
         group by c.institution_id",
        period.days(),
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (InstitutionId(row.institution_id), number(row.notes)))
        .collect())
}
