//! `/programme.csv` and `/programme.xlsx`: the whole table of institutions.

use axum::extract::Query;
use axum::response::Response;
use documents::table::{Cell, Table};
use domain::cascade::pace::RequiredPace;
use domain::cascade::small_cells;
use services::programme::{Figures, WholeTable, whole_table};

use super::{Asked, forecast, pace};
use crate::download;
use crate::error::Failure;
use crate::i18n::Words;
use crate::visit::Visit;

/// The table as CSV, written piece by piece.
///
/// # Errors
/// [`Failure::NotFound`] when the asker sees no such programme.
pub async fn csv(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let whole = whole(&visit, &asked).await?;
    let head = headings(visit.words, whole.programme().title.clone());
    let name = whole.programme().title.clone();
    download::long_csv(&name, &head, whole, move |whole| piece(visit.words, whole))
}

/// The table as a workbook, written piece by piece.
///
/// # Errors
/// [`Failure::NotFound`] when the asker sees no such programme.
pub async fn xlsx(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let whole = whole(&visit, &asked).await?;
    let head = headings(visit.words, whole.programme().title.clone());
    let name = whole.programme().title.clone();
    download::long_xlsx(&name, &head, whole, move |whole| piece(visit.words, whole)).await
}

/// The next rows, and the rest.
async fn piece(
    words: Words,
    mut whole: WholeTable,
) -> Result<(Vec<Vec<Cell>>, WholeTable), Failure> {
    let rows = whole.next().await?;
    // A thousand forecasts take a while: not on the threads that answer everybody.
    let cells = tokio::task::spawn_blocking(move || {
        rows.iter().map(|figures| row(words, figures)).collect()
    });
    Ok((cells.await.map_err(|_| Failure::Broken)?, whole))
}

async fn whole(visit: &Visit, asked: &Asked) -> Result<WholeTable, Failure> {
    let id = asked.programme(visit)?;
    Ok(whole_table(visit.services(), &visit.actor(), id).await?)
}

fn headings(words: Words, title: String) -> Table {
    let columns = [
        "column-institution",
        "column-minimum",
        "column-maximum",
        "column-finished",
        "column-enrolled",
        "column-participations",
        "column-trainers-active",
        "column-trainers-all",
        "column-activity",
        "column-session",
        "column-pace",
        "column-forecast-from",
        "column-forecast-to",
        "column-status",
    ];
    Table {
        title,
        columns: columns.into_iter().map(|key| words.say(key)).collect(),
        rows: Vec::new(),
    }
}

fn row(words: Words, figures: &Figures) -> Vec<Cell> {
    let count = |cell: small_cells::Cell| match cell {
        small_cells::Cell::Shown(count) => Cell::from(count),
        small_cells::Cell::Suppressed => Cell::from(words.say("figure-withheld")),
    };
    let pace = match figures.pace {
        Some(RequiredPace::PerWeek { per_week, .. }) => {
            Cell::Number((per_week * 100.0).ceil() / 100.0)
        }
        _ => Cell::from(pace(words, figures)),
    };
    let (low, high) = forecast(figures).unzip();
    vec![
        Cell::from(figures.name.as_str()),
        Cell::from(figures.range.map(|range| range.min())),
        Cell::from(figures.range.map(|range| range.max())),
        count(figures.finished),
        count(figures.enrolled),
        count(figures.participations),
        count(figures.trainers_active),
        count(figures.trainers),
        Cell::from(figures.last_activity.map(|at| at.date().to_string())),
        Cell::from(figures.last_session.map(|day| day.to_string())),
        pace,
        Cell::from(low),
        Cell::from(high),
        Cell::from(words.status(figures.status)),
    ]
}
