//! A person's record of one unit, as a whole.

use std::collections::BTreeMap;

use domain::clock::Timestamp;
use domain::ids::{PersonId, UnitId};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{Reading, Written, words};
use crate::{StoreError, sql};

/// Everything kept of a person's work in one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// How far they have read; none before they first did anything.
    pub reading: Option<Reading>,
    /// The newest answer to each question, as a document, by question.
    pub answers: BTreeMap<String, Written>,
    /// What they wrote to prompts, by prompt.
    pub reflections: BTreeMap<String, Written>,
    /// The activity's product.
    pub submission: Option<Written>,
    /// Whether completion was noted.
    pub completed: bool,
}

#[derive(FromQueryResult)]
struct Row {
    kind: String,
    name: Option<String>,
    body: Option<String>,
    at: i64,
}

/// A person's record of a unit. Read for every page of a unit and after every save in it, so it
/// is one statement over five tables, and costs by the questions answered, not by how often.
///
/// # Errors
/// When the database fails.
pub async fn standing(
    db: &impl ConnectionTrait,
    person: PersonId,
    unit: UnitId,
) -> Result<Standing, StoreError> {
    let rows: Vec<Row> = sql::all(
        db,
        // From one question to the next along the index, so that only newest answers are read.
        "with recursive answered (question) as (\
           select min(question) from response where person_id = $1 and unit_id = $2 \
           union all select (select min(r.question) from response r \
             where r.person_id = $1 and r.unit_id = $2 and r.question > a.question) \
           from answered a where a.question is not null) \
         select 'reading' as kind, block as name, blocks_seen as body, changed_at as at \
         from reading where person_id = $1 and unit_id = $2 \
         union all select 'answer', r.question, r.answer, r.saved_at \
         from answered a join response r on r.id = (\
           select n.id from response n where n.person_id = $1 and n.unit_id = $2 \
             and n.question = a.question order by n.saved_at desc, n.id desc limit 1) \
         union all select 'reflection', prompt, body, saved_at \
         from reflection where person_id = $1 and unit_id = $2 \
         union all select 'submission', cast(null as text), body, submitted_at \
         from submission where person_id = $1 and unit_id = $2 \
         union all select 'completion', cast(null as text), cast(null as text), completed_at \
         from unit_completion where person_id = $1 and unit_id = $2",
        vec![person.0.into(), unit.0.into()],
    )
    .await?;
    let mut standing = Standing::default();
    for row in rows {
        let (name, body) = (row.name, row.body.unwrap_or_default());
        let saved_at = Timestamp(row.at);
        match (row.kind.as_str(), name) {
            ("reading", block) => {
                standing.reading = Some(Reading {
                    unit,
                    blocks_seen: words(&body),
                    block,
                    changed_at: saved_at,
                });
            }
            ("answer", Some(question)) => {
                let written = Written { body, saved_at };
                standing.answers.insert(question, written);
            }
            ("reflection", Some(prompt)) => {
                let written = Written { body, saved_at };
                standing.reflections.insert(prompt, written);
            }
            ("submission", _) => standing.submission = Some(Written { body, saved_at }),
            ("completion", _) => standing.completed = true,
            _ => {}
        }
    }
    Ok(standing)
}
