//! A person's record of one unit, as a whole.

use std::collections::{BTreeMap, HashMap};

use domain::assessment::{Level, ReviewState};
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
    /// The newest of what they handed in, by question; the activity's product under
    /// [`PRODUCT`](super::PRODUCT).
    pub handed_in: BTreeMap<String, HandedIn>,
    /// Whether completion was noted.
    pub completed: bool,
}

/// A text handed in, and what a trainer said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedIn {
    /// The newest text.
    pub text: Written,
    /// 1, 2, 3 …
    pub version: i32,
    /// What was said about the newest version that a trainer has read.
    pub review: Option<Reviewed>,
}

/// What a trainer said about a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// The version.
    pub version: i32,
    /// How far it does what was asked for.
    pub level: Level,
    /// Whether it was accepted; else it was returned.
    pub accepted: bool,
    /// What the trainer wrote.
    pub feedback: String,
    /// When.
    pub at: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    person_id: Uuid,
    unit_id: Uuid,
    kind: String,
    name: Option<String>,
    body: Option<String>,
    at: i64,
    version: Option<i32>,
    level: Option<String>,
}

/// The records of people in units; where there is none, nothing was done. Read for every page of
/// a unit and after every save in it, so it is one statement over six tables, and costs by the
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
               r.blocks_seen as body, r.changed_at as at, cast(null as integer) as version, cast(null as text) as level \
             from asked s cross join reading r \
             where r.person_id = s.person_id and r.unit_id = s.unit_id \
             union all select r.person_id, r.unit_id, 'answer', r.question, r.answer, r.saved_at, null, null \
             from asked s cross join answer r \
             where r.person_id = s.person_id and r.unit_id = s.unit_id \
             union all select r.person_id, r.unit_id, 'reflection', r.prompt, r.body, r.saved_at, null, null \
             from asked s cross join reflection r \
             where r.person_id = s.person_id and r.unit_id = s.unit_id \
             union all select r.person_id, r.unit_id, 'submission', r.question, r.body, \
               r.submitted_at, r.version, null from asked s cross join submission r \
             where r.person_id = s.person_id and r.unit_id = s.unit_id and r.version = (\
               select max(n.version) from submission n where n.person_id = r.person_id \
                 and n.unit_id = r.unit_id and n.question = r.question) \
             union all select r.person_id, r.unit_id, \
               case when v.accepted then 'accepted' else 'returned' end, r.question, v.feedback, \
               v.reviewed_at, r.version, v.level \
             from asked s cross join submission r join review v on v.submission_id = r.id \
             where r.person_id = s.person_id and r.unit_id = s.unit_id and r.version = (\
               select max(n.version) from submission n join review w on w.submission_id = n.id \
               where n.person_id = r.person_id and n.unit_id = r.unit_id \
                 and n.question = r.question) \
             union all select r.person_id, r.unit_id, 'completion', cast(null as text), \
               cast(null as text), r.completed_at, null, null from asked s cross join unit_completion r \
             where r.person_id = s.person_id and r.unit_id = s.unit_id"
        ),
        values,
    )
    .await?;
    let mut standings: HashMap<(PersonId, UnitId), Standing> = HashMap::new();
    // A review belongs to a text: it is taken in after all texts.
    let (reviews, rest): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| row.level.is_some());
    for row in rest.into_iter().chain(reviews) {
        let whose = (PersonId(row.person_id), UnitId(row.unit_id));
        standings.entry(whose).or_default().take_in(row);
    }
    Ok(standings)
}

impl HandedIn {
    /// How it stands.
    #[must_use]
    pub fn state(&self) -> ReviewState {
        let of_newest = self
            .review
            .as_ref()
            .filter(|said| said.version == self.version);
        ReviewState::of_handed_in(of_newest.map(|said| said.accepted))
    }
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
            ("submission", Some(question)) => {
                let handed_in = HandedIn {
                    text: Written { body, saved_at },
                    version: row.version.unwrap_or_default(),
                    review: None,
                };
                self.handed_in.insert(question, handed_in);
            }
            (kind @ ("accepted" | "returned"), Some(question)) => {
                let level = row.level.as_deref().and_then(Level::from_code);
                let of = self.handed_in.get_mut(&question);
                if let (Some(level), Some(of)) = (level, of) {
                    of.review = Some(Reviewed {
                        version: row.version.unwrap_or_default(),
                        level,
                        accepted: kind == "accepted",
                        feedback: body,
                        at: saved_at,
                    });
                }
            }
            ("completion", _) => self.completed = true,
            _ => {}
        }
    }
}
