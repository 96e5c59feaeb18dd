//! Seats that planned sessions still offer to somebody new (rule 7).

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::ids::InstitutionId;
use sea_orm::{ConnectionTrait, FromQueryResult, entity::prelude::*};

use crate::programme::Programme;
use crate::programme_table::Totals;
use crate::{StoreError, sql};

/// The free seats of a programme's planned sessions from today until its end, by institution;
/// those with none are left out. One statement, over the sessions ahead that say how many can
/// come; none where nothing is ahead: no end date, an end that is over, or no target to reach.
///
/// Whoever joins a cohort needs a seat at each of its sessions ahead. So its free seats count once,
/// however many sessions it has: the seats of the smallest, less the people enrolled, who count
/// already as participations. Whoever was withdrawn takes no seat. Trainers who are trained are no
/// colleague heads (rule 4), so that their seats are nobody's.
///
/// # Errors
/// When the database fails.
pub async fn free_seats(
    db: &impl ConnectionTrait,
    programme: &Programme,
    totals: &Totals,
    today: NaiveDate,
) -> Result<HashMap<InstitutionId, u32>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        institution_id: Uuid,
        free: i64,
    }
    let ahead = programme.ends_on.filter(|end| *end >= today);
    let Some(end) = ahead.filter(|_| totals.with_target > 0) else {
        return Ok(HashMap::new());
    };
    // "cross join" makes SQLite begin with the few sessions, not with every cohort.
    let rows: Vec<Row> = sql::all(
        db,
        "select institution_id, sum(free) as free from \
           (select c.institution_id, min(s.seats) - (c.people - c.withdrawn) as free \
            from session s cross join cohort c \
            where c.id = s.cohort_id and c.programme_id = $1 and c.audience = 'colleagues' and s.on_day >= $2 and s.on_day <= $3 \
              and s.delivered_at is null and s.cancelled_at is null and s.seats is not null \
            group by c.id, c.institution_id, c.people, c.withdrawn) as offered \
         where free > 0 group by institution_id",
        vec![
            programme.id.0.into(),
            today.to_string().into(),
            end.to_string().into(),
        ],
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let free = u32::try_from(row.free).unwrap_or(u32::MAX);
            (InstitutionId(row.institution_id), free)
        })
        .collect())
}
