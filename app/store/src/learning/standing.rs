//! A person's record of one unit, as a whole.

use std::collections::{BTreeMap, HashMap};

use domain::clock::Timestamp;
use domain::ids::{PersonId, UnitId};
use sea_orm::{ConnectionTrait, FromQueryResult, entity::prelude::Uuid};

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
    person_id: Uuid,
    unit_id: Uuid,
    kind: String,
    name: Option<String>,
    body: Option<String>,
    at: i64,
}

/// The records of people in units; where there is none, nothing was done. Read for every page of
/// a unit and after every save in it, so it is one statement over five tables, and costs by the
/// questions answered, not by how often.
///
/// # Errors
/// When the database fails.
pub async fn standings(
    db: &impl ConnectionTrait,
    whose: &[(PersonId, UnitId)],
) -> Result<HashMap<(PersonId, UnitId), Standing>, StoreError> {
    if whose.is_empty() {
        return Ok(HashMap::new());
    }
    let whose: Vec<_> = whose
        .iter()
        .map(|(person, unit)| [person.0.into(), unit.0.into()])
        .collect();
    let (asked, values) = sql::asked(&whose);
    let rows: Vec<Row> = sql::all(
        db,
        // SQLite takes the tables of a cross join in the order written: what is asked comes first.
        &format!(
            "with asked (person_id, unit_id) as ({asked}) \
             select r.person_id, r.unit_id, 'reading' as kind, r.block as name, \
               r.blocks_seen as body, r.changed_at as at \
             from asked s cross join reading r \
             where r.person_id = s.person_id and r.unit_id = s.unit_id \
             union all select r.person_id, r.unit_id, 'answer', r.question, r.answer, r.saved_at \
             from asked s cross join answer r \
             where r.person_id = s.person_id and r.unit_id = s.unit_id \
             union all select r.person_id, r.unit_id, 'reflection', r.prompt, r.body, r.saved_at \
             from asked s cross join reflection r \
             where r.person_id = s.person_id and r.unit_id = s.unit_id \
             union all select r.person_id, r.unit_id, 'submission', cast(null as text), r.body, \
               r.submitted_at from asked s cross join submission r \
             where r.person_id = s.person_id and r.unit_id = s.unit_id \
             union all select r.person_id, r.unit_id, 'completion', cast(null as text), \
               cast(null as text), r.completed_at from asked s cross join unit_completion r \
             where r.person_id = s.person_id and r.unit_id = s.unit_id"
        ),
        values,
    )
    .await?;
    let mut standings: HashMap<(PersonId, UnitId), Standing> = HashMap::new();
    for row in rows {
        let whose = (PersonId(row.person_id), UnitId(row.unit_id));
        standings.entry(whose).or_default().take_in(row);
    }
    Ok(standings)
}

impl Standing {
    fn take_in(&mut self, row: Row) {
        let (name, body) = (row.name, row.body.unwrap_or_default());
        let saved_at = Timestamp(row.at);
        match (row.kind.as_str(), name) {
            ("reading", block) => {
                self.reading = Some(Reading {
                    unit: UnitId(row.unit_id),
                    blocks_seen: words(&body),
                    block,
                    changed_at: saved_at,
                });
            }
            ("answer", Some(question)) => {
                self.answers.insert(question, Written { body, saved_at });
            }
            ("reflection", Some(prompt)) => {
                self.reflections.insert(prompt, Written { body, saved_at });
            }
            ("submission", _) => self.submission = Some(Written { body, saved_at }),
            ("completion", _) => self.completed = true,
            _ => {}
        }
    }
}
