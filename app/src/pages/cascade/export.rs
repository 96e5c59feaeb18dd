//! `/programme/cascade.csv` and `.xlsx`: everybody with everyone who trained them.

use std::collections::BTreeSet;

use axum::extract::Query;
use axum::response::Response;
use chrono::NaiveDate;
use documents::table::{Cell, Table};
use domain::ids::{PersonId, SessionId};
use domain::policy::Action;
use services::institution::Lineage;

use super::{Asked, name};
use crate::download;
use crate::error::Failure;
use crate::i18n::Words;
use crate::visit::Visit;

/// The cascade as CSV.
///
/// # Errors
/// [`Failure::NotFound`] when the asker sees no such names.
pub async fn csv(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let seen = asked.lineage(&visit, Action::ExportInstitution).await?;
    download::csv(&title(visit.words, &seen), &table(visit.words, &seen))
}

/// The cascade as a workbook.
///
/// # Errors
/// [`Failure::NotFound`] when the asker sees no such names.
pub async fn xlsx(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let seen = asked.lineage(&visit, Action::ExportInstitution).await?;
    download::xlsx(&title(visit.words, &seen), &table(visit.words, &seen))
}

/// The name of a file of it.
pub(super) fn title(words: Words, seen: &Lineage) -> String {
    format!("{} {}", seen.institution.name, words.say("lineage-title"))
}

/// A row for each person, trainer and cohort, with the days of its sessions; the roots and those without a trainer have one row
/// that names none.
fn table(words: Words, seen: &Lineage) -> Table {
    let columns = [
        "field-name",
        "column-generation",
        "column-trained-by",
        "column-cohort",
        "column-sessions",
        "column-finished-alone",
    ];
    let generation = |person: PersonId| {
        let known = seen.generations.of.get(&person);
        Cell::from(known.map(|generation| generation.smallest))
    };
    let roots = seen
        .chart
        .places
        .iter()
        .filter(|place| place.above.is_empty());
    let roots = roots.flat_map(|place| &place.people);
    let alone = roots.chain(&seen.orphans).map(|person| {
        vec![
            Cell::from(name(words, seen, *person).as_str()),
            generation(*person),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
        ]
    });
    let trained = seen.edges.iter().map(|known| {
        let told = known.told.as_ref();
        let sessions = told.map(|told| days(&told.origin.sessions));
        let completed = told.and_then(|told| told.origin.completed);
        let completed = completed.map(|at| Words::local_day(at).to_string());
        vec![
            Cell::from(name(words, seen, known.edge.trainee).as_str()),
            generation(known.edge.trainee),
            Cell::from(name(words, seen, known.edge.trainer).as_str()),
            Cell::from(told.map(|told| told.cohort.clone())),
            Cell::from(sessions),
            Cell::from(completed),
        ]
    });
    Table {
        title: title(words, seen),
        columns: columns.into_iter().map(|key| words.say(key)).collect(),
        rows: alone.chain(trained).collect(),
    }
}

/// The days of sessions, for a spreadsheet.
fn days(sessions: &BTreeSet<(NaiveDate, SessionId)>) -> String {
    let days: Vec<String> = sessions.iter().map(|(on, _)| on.to_string()).collect();
    days.join("; ")
}
