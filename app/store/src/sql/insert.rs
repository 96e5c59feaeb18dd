//! Many rows in one statement.

use std::fmt::Write;

use futures::future::BoxFuture;
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement, Value};

use crate::StoreError;

/// How many rows a statement takes: a few sizes only, so that the database prepares each once and
/// reuses it, whatever the number of rows.
const SIZES: [usize; 8] = [128, 64, 32, 16, 8, 4, 2, 1];

/// Inserts rows; `into` names the table and its columns.
pub(crate) fn insert<'c, const N: usize>(
    db: &'c impl ConnectionTrait,
    into: &'c str,
    rows: impl IntoIterator<Item = [Value; N]>,
) -> BoxFuture<'c, Result<(), StoreError>> {
    insert_or(db, into, rows, "")
}

/// Inserts rows; `conflict` says what becomes of those that are there already.
///
/// The rows are taken in before anything waits, so that the future holds values only and no
/// borrowing iterator.
pub(crate) fn insert_or<'c, const N: usize>(
    db: &'c impl ConnectionTrait,
    into: &'c str,
    rows: impl IntoIterator<Item = [Value; N]>,
    conflict: &'c str,
) -> BoxFuture<'c, Result<(), StoreError>> {
    let values: Vec<Value> = rows.into_iter().flatten().collect();
    let mut values = values.into_iter();
    Box::pin(async move {
        for size in SIZES {
            if values.len() < size * N {
                continue;
            }
            let text = statement::<N>(db.get_database_backend(), into, size, conflict);
            while values.len() >= size * N {
                run(db, &text, values.by_ref().take(size * N).collect()).await?;
            }
        }
        Ok(())
    })
}

async fn run(db: &impl ConnectionTrait, text: &str, values: Vec<Value>) -> Result<(), StoreError> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), text, values);
    db.execute_raw(statement).await?;
    Ok(())
}

/// The statement for `rows` rows. SQLite looks numbered parameters up by name, one after the
/// other, which is slow by the thousand; it takes them in order just as well.
fn statement<const N: usize>(
    backend: DatabaseBackend,
    into: &str,
    rows: usize,
    conflict: &str,
) -> String {
    let mut text = format!("insert into {into} values ");
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..N {
            if column > 0 {
                text.push_str(", ");
            }
            if backend == DatabaseBackend::Postgres {
                // Writing to a `String` cannot fail.
                let _ = write!(text, "${}", row * N + column + 1);
            } else {
                text.push('?');
            }
        }
        text.push(')');
    }
    text.push(' ');
    text.push_str(conflict);
    text
}
