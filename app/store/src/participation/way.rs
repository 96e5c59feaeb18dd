//! The stage in which colleagues are on the way, asked of all their participations at one place.

use std::collections::HashMap;

use domain::cascade::funnel::Stage;
use domain::cascade::passage::{Outcome, on_the_way};
use domain::cascade::tally::Progress;
use domain::ids::{InstitutionId, PersonId, ProgrammeId};
use sea_orm::{ConnectionTrait, FromQueryResult, Value, entity::prelude::*};

use super::Participation;
use super::find::stage;
use crate::{StoreError, sql};

/// The stage of one colleague, as `head` keeps it.
pub(super) async fn of_one(
    db: &impl ConnectionTrait,
    of: &Participation,
) -> Result<Option<i32>, StoreError> {
    let ways = of_many(db, of.programme, of.institution, &[of.person]).await?;
    Ok(ways.get(&of.person).copied())
}

/// The stages of several colleagues, as `head` keeps them; who is not on the way is missing.
pub(super) async fn of_many(
    db: &impl ConnectionTrait,
    programme: ProgrammeId,
    institution: InstitutionId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, i32>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
        stage: i32,
        finished_at: Option<i64>,
        withdrawn_at: Option<i64>,
        lapsed_at: Option<i64>,
    }
    let mut values: Vec<Value> = vec![programme.0.into(), institution.0.into()];
    values.extend(people.iter().map(|person| Value::from(person.0)));
    let text = format!(
        "select person_id, stage, finished_at, withdrawn_at, lapsed_at from participation \
         where programme_id = $1 and institution_id = $2 and counts and person_id in ({})",
        sql::placeholders(2, people.len())
    );
    let rows: Vec<Row> = sql::all(db, &text, values).await?;
    let mut taken: HashMap<PersonId, Vec<(Stage, Outcome)>> = HashMap::new();
    for row in rows {
        let outcome = Outcome::of(Progress {
            invited: true,
            finished: row.finished_at.is_some(),
            withdrawn: row.withdrawn_at.is_some(),
            lapsed: row.lapsed_at.is_some(),
            ..Progress::default()
        });
        let own = taken.entry(PersonId(row.person_id)).or_default();
        own.push((stage(row.stage), outcome));
    }
    let way = |(person, taken)| Some((person, on_the_way(taken)? as i32));
    Ok(taken.into_iter().filter_map(way).collect())
}
