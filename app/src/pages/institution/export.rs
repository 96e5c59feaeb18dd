//! `/institutions/{id}/matrix.csv` and `.xlsx`: every colleague by unit.

use axum::extract::{Path, Query};
use axum::response::Response;
use documents::table::{Cell, Table};
use services::institution::{Line, UnitState, WholeMatrix, whole_matrix};

use super::matrix::{unit_number, unit_title};
use super::{Asked, id_of};
use crate::download;
use crate::error::Failure;
use crate::i18n::Words;
use crate::visit::Visit;

/// The matrix as CSV, written piece by piece.
///
/// # Errors
/// [`Failure::NotFound`] when the asker sees no such names.
pub async fn csv(
    visit: Visit,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let whole = whole(&visit, &id, &asked).await?;
    let head = headings(visit.words, &whole);
    let name = whole.institution.name.clone();
    download::long_csv(&name, &head, whole, move |whole| piece(visit.words, whole))
}

/// The matrix as a workbook, written piece by piece.
///
/// # Errors
/// [`Failure::NotFound`] when the asker sees no such names.
pub async fn xlsx(
    visit: Visit,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let whole = whole(&visit, &id, &asked).await?;
    let head = headings(visit.words, &whole);
    let name = whole.institution.name.clone();
    download::long_xlsx(&name, &head, whole, move |whole| piece(visit.words, whole)).await
}

/// The next lines, and the rest.
async fn piece(
    words: Words,
    mut whole: WholeMatrix,
) -> Result<(Vec<Vec<Cell>>, WholeMatrix), Failure> {
    let lines = whole.next().await?;
    let cells = lines.iter().map(|one| row(words, one)).collect();
    Ok((cells, whole))
}

async fn whole(visit: &Visit, id: &str, asked: &Asked) -> Result<WholeMatrix, Failure> {
    let wanted = asked.wanted(visit)?;
    Ok(whole_matrix(visit.services(), &visit.actor(), id_of(id)?, wanted).await?)
}

/// Name, then each unit with the day it was completed, then how the colleague stands.
fn headings(words: Words, whole: &WholeMatrix) -> Table {
    let units = whole.units.iter().map(|place| {
        let title = unit_title(&whole.edition, *place, words.0);
        format!("{} {title}", unit_number(*place))
    });
    let mut columns = vec![words.say("field-name")];
    columns.extend(units);
    columns.extend(
        ["column-finished-on", "column-activity", "state-withdrawn"].map(|key| words.say(key)),
    );
    Table {
        title: whole.institution.name.clone(),
        columns,
        rows: Vec::new(),
    }
}

fn row(words: Words, line: &Line) -> Vec<Cell> {
    let colleague = &line.colleague;
    let mut cells = vec![Cell::from(colleague.name.as_str())];
    let outside = || Cell::from(words.say("track-outside-state"));
    cells.extend(
        line.states
            .iter()
            .zip(&line.owed)
            .map(|(state, owed)| match state {
                Some(UnitState::Completed(at)) => Cell::from(at.date().to_string()),
                Some(UnitState::Opened) => Cell::from(words.say("state-progress")),
                None if !owed => outside(),
                None => Cell::Empty,
            }),
    );
    cells.push(Cell::from(
        colleague.finished_at.map(|at| at.date().to_string()),
    ));
    cells.push(Cell::from(
        colleague.last_activity.map(|at| at.date().to_string()),
    ));
    cells.push(Cell::from(colleague.withdrawn.then(|| words.say("yes"))));
    cells
}
