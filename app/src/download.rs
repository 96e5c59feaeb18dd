//! Tables as files that a browser saves.

use axum::body::Body;
use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse, Response};
use documents::table::{Cell, Table, TableError, csv_lines};
use documents::workbook::Sheet;
use domain::names::fold;
use futures::stream::{self, StreamExt, TryStreamExt};
use services::ports::Pieces;

use crate::error::Failure;

/// A table as CSV.
///
/// # Errors
/// When the writer fails.
pub fn csv(name: &str, table: &Table) -> Result<Response, Failure> {
    let bytes = table.csv().map_err(broken)?;
    Ok(file(
        name,
        "csv",
        "text/csv; charset=utf-8",
        Body::from(bytes),
    ))
}

/// A table as a workbook.
///
/// # Errors
/// When there are more rows than a workbook holds.
pub fn xlsx(name: &str, table: &Table) -> Result<Response, Failure> {
    Ok(workbook(name, table.xlsx().map_err(broken)?))
}

/// A long table as a workbook: `head` has the headings, and `next` gives rows until it gives none.
///
/// # Errors
/// When the writer fails, or there are more rows than a workbook holds.
pub async fn long_xlsx<T, F>(
    name: &str,
    head: &Table,
    mut rows: T,
    next: impl Fn(T) -> F,
) -> Result<Response, Failure>
where
    F: Future<Output = Result<(Vec<Vec<Cell>>, T), Failure>>,
{
    let mut sheet = Sheet::begin(head).map_err(broken)?;
    loop {
        let (lines, rest) = next(rows).await?;
        if lines.is_empty() {
            break;
        }
        sheet.add(&lines).map_err(broken)?;
        rows = rest;
    }
    // Compressing takes a while: not on the threads that answer everybody.
    let finished = tokio::task::spawn_blocking(|| sheet.finish()).await;
    let bytes = finished.map_err(|_| Failure::Broken)?.map_err(broken)?;
    Ok(workbook(name, bytes))
}

fn workbook(name: &str, bytes: Vec<u8>) -> Response {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    file(name, "xlsx", kind, Body::from(bytes))
}

/// A long table as CSV: `head` has the headings, and `next` gives rows until it gives none.
///
/// # Errors
/// When the writer fails on the headings; later failures end the file early.
pub fn long_csv<T, F>(
    name: &str,
    head: &Table,
    rows: T,
    next: impl Fn(T) -> F + Send + 'static,
) -> Result<Response, Failure>
where
    T: Send + 'static,
    F: Future<Output = Result<(Vec<Vec<Cell>>, T), Failure>> + Send + 'static,
{
    let head = head.csv().map_err(broken)?;
    let lines = stream::try_unfold((rows, next), |(rows, next)| async move {
        let (lines, rows) = next(rows).await?;
        if lines.is_empty() {
            return Ok(None);
        }
        Ok(Some((csv_lines(&lines).map_err(broken)?, (rows, next))))
    });
    let body = stream::iter([Ok(head)])
        .chain(lines)
        .map_err(|failure: Failure| std::io::Error::other(failure.code()));
    Ok(file(
        name,
        "csv",
        "text/csv; charset=utf-8",
        Body::from_stream(body),
    ))
}

/// A drawing.
#[must_use]
pub fn svg(name: &str, drawing: String) -> Response {
    file(name, "svg", "image/svg+xml", Body::from(drawing))
}

/// A picture.
#[must_use]
pub fn png(name: &str, picture: Vec<u8>) -> Response {
    file(name, "png", "image/png", Body::from(picture))
}

/// A document to print.
#[must_use]
pub fn pdf(name: &str, document: Vec<u8>) -> Response {
    file(name, "pdf", "application/pdf", Body::from(document))
}

/// A calendar entry.
#[must_use]
pub fn ics(name: &str, entry: String) -> Response {
    file(
        name,
        "ics",
        "text/calendar; charset=utf-8",
        Body::from(entry),
    )
}

/// A file that was kept, of this many bytes. Whatever it is, a browser saves it and never opens it
/// in place of a page.
#[must_use]
pub fn kept(name: &str, ending: &str, kind: &str, bytes: u64, pieces: Pieces) -> Response {
    let mut response = file(name, ending, kind, Body::from_stream(pieces));
    let headers = response.headers_mut();
    headers.insert(CONTENT_LENGTH, bytes.into());
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

fn file(name: &str, ending: &str, kind: &str, body: Body) -> Response {
    let name = fold(name).replace(' ', "-");
    let disposition = format!("attachment; filename=\"{name}.{ending}\"");
    let headers = [
        (CONTENT_TYPE, kind.to_owned()),
        (CONTENT_DISPOSITION, disposition),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, body).into_response()
}

fn broken(error: TableError) -> Failure {
    tracing::error!(%error, "a table could not be written");
    Failure::Broken
}
