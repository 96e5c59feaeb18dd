//! Plain SQL where it says more than a builder. Placeholders are `$1`, `$2` … on both databases.

mod insert;

use sea_orm::{ConnectionTrait, FromQueryResult, QueryResult, Statement, Value};

use crate::StoreError;

pub(crate) use insert::{insert, insert_or};

/// Runs a statement; answers how many rows it touched.
pub(crate) async fn run<const N: usize>(
    db: &impl ConnectionTrait,
    sql: &str,
    values: [Value; N],
) -> Result<u64, StoreError> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(db.execute_raw(statement).await?.rows_affected())
}

/// The same, with values whose number is known when it runs.
pub(crate) async fn run_with(
    db: &impl ConnectionTrait,
    sql: &str,
    values: Vec<Value>,
) -> Result<u64, StoreError> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(db.execute_raw(statement).await?.rows_affected())
}

/// Every row of a query, as records.
pub(crate) async fn all<T: FromQueryResult>(
    db: &impl ConnectionTrait,
    sql: &str,
    values: Vec<Value>,
) -> Result<Vec<T>, StoreError> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let rows: Vec<QueryResult> = db.query_all_raw(statement).await?;
    rows.iter()
        .map(|row| T::from_query_result(row, "").map_err(StoreError::from))
        .collect()
}

/// The first row of a query, as a record.
pub(crate) async fn one<T: FromQueryResult>(
    db: &impl ConnectionTrait,
    sql: &str,
    values: Vec<Value>,
) -> Result<Option<T>, StoreError> {
    Ok(all(db, sql, values).await?.into_iter().next())
}

/// `$1, $2, …` for `count` values, after `before` others.
pub(crate) fn placeholders(before: usize, count: usize) -> String {
    (before + 1..=before + count)
        .map(|n| format!("${n}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Rows to ask about, for `with asked (…) as (…)`, and their values. Empty rows fill them up to a
/// power of two, so that the database prepares few statements, whatever the count.
pub(crate) fn asked<const N: usize>(rows: &[[Value; N]]) -> (String, Vec<Value>) {
    let count = rows.len().next_power_of_two();
    let text: Vec<String> = (0..count)
        .map(|row| format!("({})", placeholders(row * N, N)))
        .collect();
    let empty = rows.iter().take(1).cycle().flatten().map(Value::as_null);
    let values = rows.iter().flatten().cloned().chain(empty);
    (
        format!("values {}", text.join(", ")),
        values.take(count * N).collect(),
    )
}

/// Most values bound by one statement of ours; both databases take more.
pub(crate) const CHUNK: usize = 500;
