//! A programme over time: when its colleagues finished, and how its end date moved.

use chrono::NaiveDate;
use domain::clock::Timestamp;
use domain::ids::{PersonId, ProgrammeId};
use sea_orm::{ConnectionTrait, FromQueryResult, entity::prelude::*};

use crate::programme::{count, day};
use crate::tally::WEEK;
use crate::{StoreError, sql};

/// A decision to move a programme's end date. Decisions are only ever added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewExtension {
    /// Its id.
    pub id: Uuid,
    /// The end date before; `None` when none was set.
    pub from: Option<NaiveDate>,
    /// The end date from then on; `None` when none is set any more.
    pub to: Option<NaiveDate>,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

/// Keeps a decision to move the end date.
///
/// # Errors
/// When the database fails.
pub async fn extend(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    extension: &NewExtension,
) -> Result<(), StoreError> {
    keep(db, std::iter::once((programme, extension))).await
}

/// Keeps decisions.
pub(crate) async fn keep(
    db: &impl ConnectionTrait,
    extensions: impl IntoIterator<Item = (ProgrammeId, &NewExtension)>,
) -> Result<(), StoreError> {
    let rows = extensions.into_iter().map(|(programme, extension)| {
        [
            extension.id.into(),
            programme.0.into(),
            extension.from.map(|day| day.to_string()).into(),
            extension.to.map(|day| day.to_string()).into(),
            extension.reason.clone().into(),
            extension.by.map(|by| by.0).into(),
            extension.at.0.into(),
        ]
    });
    let into = "programme_extension (id, programme_id, from_day, to_day, reason, moved_by, at)";
    sql::insert(db, into, rows).await
}

/// A decision that moved the end date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// The end date before; `None` when none was set.
    pub from: Option<NaiveDate>,
    /// The end date from then on; `None` when none is set any more.
    pub to: Option<NaiveDate>,
    /// Why.
    pub reason: String,
    /// Who decided, by name.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// A programme over time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OverTime {
    /// For each week in which colleagues finished, when it begins and how many they were.
    pub weeks: Vec<(Timestamp, u32)>,
    /// How the end date moved, the oldest decision first.
    pub extensions: Vec<Extension>,
}

/// A programme over time: a row for each week and each decision, however many people there are.
///
/// # Errors
/// When the database fails.
pub async fn over_time(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
) -> Result<OverTime, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        is_extension: i32,
        at: i64,
        finished: i32,
        from_day: Option<String>,
        to_day: Option<String>,
        reason: Option<String>,
        name: Option<String>,
    }
    let text = format!(
        "select 0 as is_extension, week * {WEEK} as at, finished, cast(null as text) as from_day, \
         cast(null as text) as to_day, cast(null as text) as reason, cast(null as text) as name, \
         cast(null as uuid) as id \
         from programme_week where programme_id = $1 \
         union all \
         select 1 as is_extension, e.at, 0 as finished, e.from_day, e.to_day, e.reason, p.name, e.id \
         from programme_extension e left join person p on p.id = e.moved_by \
         where e.programme_id = $1 order by at, id"
    );
    let rows: Vec<Row> = sql::all(db, &text, vec![programme.0.into()]).await?;
    let mut found = OverTime::default();
    for row in rows {
        if row.is_extension == 0 {
            found.weeks.push((Timestamp(row.at), count(row.finished)));
        } else {
            found.extensions.push(Extension {
                from: row.from_day.as_deref().and_then(day),
                to: row.to_day.as_deref().and_then(day),
                reason: row.reason.unwrap_or_default(),
                by: row.name,
                at: Timestamp(row.at),
            });
        }
    }
    Ok(found)
}
