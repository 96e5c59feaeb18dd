//! Sessions that cannot both be held.

use domain::session::{Times, clock_time};
use sea_orm::{ConnectionTrait, FromQueryResult, Value, entity::prelude::*};

use super::Session;
use crate::{StoreError, sql};

/// What a plan collides with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clash {
    /// The very same plan: the button was pressed twice.
    Same,
    /// The cohort meets already.
    Cohort,
    /// Somebody who is to deliver it delivers another one; their name.
    Trainer(String),
}

#[derive(FromQueryResult)]
struct Other {
    cohort_id: Uuid,
    place: String,
    starts: String,
    ends: String,
    trainer: Option<String>,
}

/// Whether a session collides with another that was not cancelled: of the same cohort, or with one
/// of the same trainers. Of sessions whose hours nobody said it is only known when they are the
/// same.
///
/// # Errors
/// When the database fails.
pub async fn clash(
    db: &impl ConnectionTrait,
    planned: &Session,
) -> Result<Option<Clash>, StoreError> {
    let others = on_that_day(db, planned).await?;
    Ok(others
        .into_iter()
        .find_map(|other| collision(planned, other)))
}

fn collision(planned: &Session, other: Other) -> Option<Clash> {
    let of_cohort = other.cohort_id == planned.cohort.0;
    let hours = clock_time(&other.starts).zip(clock_time(&other.ends));
    let hours = hours.and_then(|(starts, ends)| Times::new(starts, ends).ok());
    if of_cohort && hours == planned.times && other.place == planned.place {
        return Some(Clash::Same);
    }
    if !hours?.overlaps(planned.times?) {
        return None;
    }
    match other.trainer {
        Some(name) if !of_cohort => Some(Clash::Trainer(name)),
        _ => Some(Clash::Cohort),
    }
}

async fn on_that_day(
    db: &impl ConnectionTrait,
    planned: &Session,
) -> Result<Vec<Other>, StoreError> {
    let mut values: Vec<Value> = vec![
        planned.on_day.to_string().into(),
        planned.id.0.into(),
        planned.cohort.0.into(),
    ];
    values.extend(
        planned
            .trainers
            .iter()
            .map(|trainer| Value::from(trainer.0)),
    );
    let named = if planned.trainers.is_empty() {
        "null".to_owned()
    } else {
        sql::placeholders(3, planned.trainers.len())
    };
    sql::all(
        db,
        &format!(
            "select s.cohort_id, s.place, s.starts, s.ends, p.name as trainer from session s \
             left join session_trainer t on t.session_id = s.id and t.person_id in ({named}) \
             left join person p on p.id = t.person_id \
             where s.on_day = $1 and s.id <> $2 and s.cancelled_at is null \
             and (s.cohort_id = $3 or t.person_id is not null) order by s.starts, p.name"
        ),
        values,
    )
    .await
}
