//! `/programme/activity/{table}.csv` and `.xlsx`: the page's tables as files.

use axum::extract::{Path, Query};
use axum::response::Response;
use documents::table::{Cell, Table};
use domain::cascade::fidelity::Fidelity;
use domain::cascade::funnel::Stage;
use domain::cascade::small_cells;
use services::activity::{Activity, BegunList, CohortList, List, Place, SilentList, activity};

use super::Asked;
use crate::download;
use crate::error::Failure;
use crate::i18n::Words;
use crate::visit::Visit;

/// How a table is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Csv,
    Xlsx,
}

/// A table of the page as a file.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such table, or the asker does not see it.
pub async fn get(
    visit: Visit,
    Path(file): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (name, ending) = file.rsplit_once('.').ok_or(Failure::NotFound)?;
    let kind = match ending {
        "csv" => Kind::Csv,
        "xlsx" => Kind::Xlsx,
        _ => return Err(Failure::NotFound),
    };
    match name {
        "silent" => silent(&visit, &asked, kind).await,
        "cohorts" => cohorts(&visit, &asked, kind).await,
        "first-sessions" => first_sessions(&visit, &asked, kind).await,
        "funnel" => short(&visit, &asked, kind, funnel).await,
        "fidelity" => short(&visit, &asked, kind, fidelity).await,
        _ => Err(Failure::NotFound),
    }
}

/// A file's name, of the place and the table.
fn title(words: Words, place: &Place, key: &str) -> String {
    let of = place
        .institution
        .as_ref()
        .map_or(&place.programme.title, |(_, name)| name);
    format!("{of} {}", words.say(key))
}

fn head(words: Words, place: &Place, key: &str, columns: &[&str]) -> Table {
    Table {
        title: title(words, place, key),
        columns: columns.iter().map(|key| words.say(key)).collect(),
        rows: Vec::new(),
    }
}

/// A table that fits the memory.
async fn short(
    visit: &Visit,
    asked: &Asked,
    kind: Kind,
    table: impl Fn(Words, &Activity) -> Option<Table>,
) -> Result<Response, Failure> {
    let seen = activity(visit.services(), &visit.actor(), asked.wanted(visit)?).await?;
    let table = table(visit.words, &seen).ok_or(Failure::NotFound)?;
    match kind {
        Kind::Csv => download::csv(&table.title, &table),
        Kind::Xlsx => download::xlsx(&table.title, &table),
    }
}

fn figure(words: Words, cell: small_cells::Cell) -> Cell {
    match cell {
        small_cells::Cell::Shown(count) => Cell::from(count),
        small_cells::Cell::Suppressed => Cell::from(words.figure(cell)),
    }
}

fn funnel(words: Words, seen: &Activity) -> Option<Table> {
    let mut columns = vec!["column-stage", "column-definition", "column-reached-stage"];
    columns.extend(seen.lost.map(|_| "column-lost"));
    let mut table = head(words, &seen.place, "funnel-title", &columns);
    for (stage, cell) in Stage::ALL.iter().zip(seen.funnel) {
        let mut row = vec![
            Cell::from(words.say(&format!("funnel-{}", stage.code()))),
            Cell::from(words.say(&format!("funnel-{}-is", stage.code()))),
            figure(words, cell),
        ];
        row.extend(
            seen.lost
                .map(|lost| Cell::from(lost.get(*stage as usize).copied().unwrap_or_default())),
        );
        table.rows.push(row);
    }
    Some(table)
}

fn fidelity(words: Words, seen: &Activity) -> Option<Table> {
    let columns = [
        "column-generation",
        "column-people",
        "column-people-trainers",
        "column-items",
        "column-mean",
        "column-mean-trainers",
        "column-fidelity",
        "column-interval-from",
        "column-interval-to",
    ];
    let mut table = head(words, &seen.place, "fidelity-title", &columns);
    for one in seen.generations.as_ref()? {
        let mut row = vec![Cell::from(one.number)];
        match one.fidelity {
            Fidelity::Hidden { .. } => row.push(Cell::from(words.say("figure-withheld"))),
            Fidelity::Known {
                people,
                trainers,
                items,
                mean,
                trainers_mean,
                ratio,
                low,
                high,
            } => {
                let counts = [people, trainers, items].map(|count| Cell::Number(count as f64));
                row.extend(counts);
                row.extend([mean, trainers_mean, ratio, low, high].map(Cell::Number));
            }
        }
        row.resize(columns.len(), Cell::Empty);
        table.rows.push(row);
    }
    Some(table)
}

async fn list(visit: &Visit, asked: &Asked) -> Result<List, Failure> {
    Ok(List::of(visit.services(), &visit.actor(), asked.wanted(visit)?).await?)
}

type Piece<T> = Result<(Vec<Vec<Cell>>, T), Failure>;

async fn long<T, F>(
    kind: Kind,
    head: Table,
    list: T,
    next: impl Fn(T) -> F + Send + 'static,
) -> Result<Response, Failure>
where
    T: Send + 'static,
    F: Future<Output = Piece<T>> + Send + 'static,
{
    let name = head.title.clone();
    match kind {
        Kind::Csv => download::long_csv(&name, &head, list, next),
        Kind::Xlsx => download::long_xlsx(&name, &head, list, next).await,
    }
}

async fn silent(visit: &Visit, asked: &Asked, kind: Kind) -> Result<Response, Failure> {
    let list = SilentList(list(visit, asked).await?);
    let columns = [
        "field-name",
        "field-email",
        "column-institution",
        "column-since",
        "column-days-silent",
    ];
    let head = head(visit.words, list.0.place(), "silent-title", &columns);
    let today = visit.now().date();
    long(kind, head, list, move |mut list: SilentList| async move {
        let rows = list.next().await?.into_iter().map(|one| {
            let days = (today - one.qualified.date()).num_days();
            vec![
                Cell::from(one.name),
                Cell::from(one.address),
                Cell::from(one.institution_name),
                Cell::from(one.qualified.date().to_string()),
                Cell::Number(days as f64),
            ]
        });
        Ok((rows.collect(), list))
    })
    .await
}

async fn cohorts(visit: &Visit, asked: &Asked, kind: Kind) -> Result<Response, Failure> {
    let list = CohortList(list(visit, asked).await?);
    let columns = [
        "column-cohort",
        "column-institution",
        "column-stalled",
        "column-on-the-way",
        "column-activity",
    ];
    let head = head(visit.words, list.0.place(), "stalled-title", &columns);
    long(kind, head, list, |mut list: CohortList| async move {
        let rows = list.next().await?.into_iter().map(|one| {
            vec![
                Cell::from(one.title),
                Cell::from(one.institution_name),
                Cell::from(one.stalled),
                Cell::from(one.open),
                Cell::from(one.last_activity.map(|at| at.date().to_string())),
            ]
        });
        Ok((rows.collect(), list))
    })
    .await
}

async fn first_sessions(visit: &Visit, asked: &Asked, kind: Kind) -> Result<Response, Failure> {
    let list = BegunList(list(visit, asked).await?);
    let columns = [
        "field-name",
        "column-institution",
        "column-since",
        "column-first-session",
        "column-days",
    ];
    let head = head(visit.words, list.0.place(), "first-cascade-title", &columns);
    long(kind, head, list, |mut list: BegunList| async move {
        let rows = list.next().await?.into_iter().map(|one| {
            vec![
                Cell::from(one.name),
                Cell::from(one.institution_name),
                Cell::from(one.qualified.to_string()),
                Cell::from(one.delivered.to_string()),
                Cell::from(one.days),
            ]
        });
        Ok((rows.collect(), list))
    })
    .await
}
