//! The roster as a file.

use axum::response::Response;
use documents::table::{Cell, Table};
use domain::clock::Timestamp;
use domain::ids::CohortId;
use services::cohorts::RosterLine;
use services::course::Edition;

use super::roster::invitation_words;
use super::stage_word;
use crate::download;
use crate::error::Failure;
use crate::i18n::Words;
use crate::pages::courses::tracks;
use crate::visit::Visit;

/// The file; `ending` is csv or xlsx.
pub(super) async fn answer(
    visit: &Visit,
    cohort: CohortId,
    ending: &str,
) -> Result<Response, Failure> {
    let words = visit.words;
    let (cohort, course, lines) =
        services::cohorts::export(visit.services(), &visit.actor(), cohort, words.0).await?;
    let heading = |key: &str| words.say(key);
    let table = Table {
        title: cohort.title.clone(),
        columns: vec![
            heading("name"),
            heading("address"),
            heading("roster-units-done"),
            heading("roster-units"),
            heading("track"),
            heading("roster-stage"),
            heading("cohort-started"),
            heading("cohort-finished"),
            heading("column-activity"),
            heading("roster-invitation"),
            heading("withdraw-reason"),
        ],
        rows: lines
            .iter()
            .map(|line| row(words, visit.now(), &course, line))
            .collect(),
    };
    match ending {
        "csv" => download::csv(&cohort.title, &table),
        _ => download::xlsx(&cohort.title, &table),
    }
}

fn row(words: Words, now: Timestamp, course: &Edition, roster: &RosterLine) -> Vec<Cell> {
    let line = &roster.line;
    let day = |at: Option<Timestamp>| Cell::from(at.map(|at| at.date().to_string()));
    let reason = line.withdrawn.as_ref().map(|(_, reason)| reason.clone());
    vec![
        line.name.clone().into(),
        roster.address.clone().into(),
        line.units_done.into(),
        u32::try_from(roster.units).unwrap_or(u32::MAX).into(),
        tracks::title(words, course.contents(words.0), line.track.as_ref()).into(),
        stage_word(words, roster.stage).into(),
        day(line.started_at),
        day(line.finished_at),
        day(line.last_activity),
        invitation_words(words, roster.invited.as_ref(), now).into(),
        reason.into(),
    ]
}
