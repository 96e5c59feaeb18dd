//! How what people handed in stands, for them and for whoever counts it.

use domain::assessment::ReviewState;
use domain::clock::Timestamp;
use domain::ids::{PersonId, UnitId};
use sea_orm::{ConnectionTrait, FromQueryResult, Value, entity::prelude::Uuid};

use crate::sql::CHUNK;
use crate::{StoreError, sql};

/// How somebody's product of an activity stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Product {
    /// Whose.
    pub person: PersonId,
    /// The unit.
    pub unit: UnitId,
    /// How the newest version stands.
    pub state: ReviewState,
}

/// How the products that people handed in stand, in these units; what was not handed in is left
/// out.
///
/// # Errors
/// When the database fails.
pub async fn products(
    db: &impl ConnectionTrait,
    people: &[PersonId],
    units: &[UnitId],
) -> Result<Vec<Product>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
        unit_id: Uuid,
        accepted: Option<bool>,
    }
    let mut found = Vec::new();
    if units.is_empty() {
        return Ok(found);
    }
    for chunk in people.chunks(CHUNK) {
        let text = format!(
            "select s.person_id, s.unit_id, v.accepted \
             from submission s left join review v on v.submission_id = s.id \
             where s.person_id in ({}) and s.unit_id in ({}) and s.question = '' \
             and s.version = (select max(n.version) from submission n \
               where n.person_id = s.person_id and n.unit_id = s.unit_id and n.question = '')",
            sql::placeholders(0, chunk.len()),
            sql::placeholders(chunk.len(), units.len()),
        );
        let people = chunk.iter().map(|person| Value::from(person.0));
        let values = people.chain(units.iter().map(|unit| Value::from(unit.0)));
        let rows: Vec<Row> = sql::all(db, &text, values.collect()).await?;
        found.extend(rows.into_iter().map(|row| Product {
            person: PersonId(row.person_id),
            unit: UnitId(row.unit_id),
            state: ReviewState::of_handed_in(row.accepted),
        }));
    }
    Ok(found)
}

/// Something that came back to its writer and was not handed in again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// The unit.
    pub unit: UnitId,
    /// The open question; empty for an activity's product.
    pub question: String,
    /// When it came back.
    pub at: Timestamp,
}

/// What came back to somebody in these units, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn returned_to(
    db: &impl ConnectionTrait,
    person: PersonId,
    units: &[UnitId],
) -> Result<Vec<Returned>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        unit_id: Uuid,
        question: String,
        reviewed_at: i64,
    }
    let rows: Vec<Row> = sql::all(
        db,
        "select s.unit_id, s.question, v.reviewed_at \
         from submission s join review v on v.submission_id = s.id \
         where s.person_id = $1 and v.accepted = false and not exists (\
           select 1 from submission n where n.person_id = s.person_id \
             and n.unit_id = s.unit_id and n.question = s.question and n.version > s.version) \
         order by v.reviewed_at desc, s.id",
        vec![person.0.into()],
    )
    .await?;
    let returned = rows.into_iter().map(|row| Returned {
        unit: UnitId(row.unit_id),
        question: row.question,
        at: Timestamp(row.reviewed_at),
    });
    Ok(returned.filter(|one| units.contains(&one.unit)).collect())
}
