//! The sessions held in a period.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::cascade::evidence::Completeness;
use domain::ids::InstitutionId;
use sea_orm::{ConnectionTrait, FromQueryResult, entity::prelude::*};

use super::{Period, number};
use crate::programme::{count, day};
use crate::session::PRESENT;
use crate::{StoreError, sql};

/// A session held in the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The institution.
    pub institution: InstitutionId,
    /// The day.
    pub on_day: NaiveDate,
    /// How people came together, as a code.
    pub meeting: String,
    /// Minutes taught.
    pub minutes: u32,
    /// How many units it taught.
    pub units: u32,
    /// The funder's code of the work package.
    pub work_package: String,
    /// The funder's code of the deliverable.
    pub deliverable: String,
    /// How many people were there, as last recorded.
    pub present: u32,
    /// Whether every required piece of evidence is there.
    pub is_complete: bool,
}

/// The sessions held in the period, by institution and day.
///
/// # Errors
/// When the database fails.
pub async fn held(db: &impl ConnectionTrait, period: Period) -> Result<Vec<Held>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        institution_id: Uuid,
        on_day: String,
        meeting: String,
        minutes: i32,
        units: i64,
        work_package: String,
        deliverable: String,
        present: i64,
        missing: Option<String>,
    }
    let rows: Vec<Row> = sql::all(
        db,
        &format!(
            "select c.institution_id, s.on_day, s.meeting, s.minutes, s.work_package, s.deliverable, \
         (select count(*) from session_unit u where u.session_id = s.id) as units, \
         (select count(*) from attendance a where a.session_id = s.id and {PRESENT}) as present, e.missing \
         from session s join cohort c on c.id = s.cohort_id \
         join programme_institution pi on pi.programme_id = c.programme_id \
          and pi.institution_id = c.institution_id \
         left join session_evidence e on e.session_id = s.id \
         where c.programme_id = $1 and s.delivered_at is not null and s.on_day >= $2 and s.on_day <= $3 \
         order by pi.name_key, c.institution_id, s.on_day, s.id"
        ),
        period.days(),
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Held {
            institution: InstitutionId(row.institution_id),
            on_day: day(&row.on_day).unwrap_or_default(),
            meeting: row.meeting,
            minutes: count(row.minutes),
            units: number(row.units),
            work_package: row.work_package,
            deliverable: row.deliverable,
            present: number(row.present),
            is_complete: row.missing.is_some_and(|missing| missing.is_empty()),
        })
        .collect())
}

/// How complete the evidence of each institution's sessions in the period is.
#[must_use]
pub fn evidence(held: &[Held]) -> HashMap<InstitutionId, Completeness> {
    let mut counted: HashMap<InstitutionId, Completeness> = HashMap::new();
    for session in held {
        let institution = counted.entry(session.institution).or_default();
        institution.delivered += 1;
        institution.complete += u32::from(session.is_complete);
    }
    counted
}
