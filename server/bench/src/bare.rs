//! The database with nothing of ours around it: what the budgets of writing are measured against.

use std::path::Path;
use std::time::{Duration, Instant};

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, Statement,
    TransactionTrait, Value,
};
use uuid::Uuid;

/// How long single rows are written.
const LONG_ENOUGH: Duration = Duration::from_secs(3);

/// One connection to a database file, as careful as the product's own.
async fn open(file: &Path) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rwc", file.display()));
    options
        .max_connections(1)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .foreign_keys(true)
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "FULL")
        });
    Database::connect(options).await
}

async fn run(db: &impl ConnectionTrait, sql: &str, values: Vec<Value>) -> Result<(), DbErr> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    db.execute_raw(statement).await.map(|_| ())
}

/// Rows per second in a new file when each is a transaction of its own, on the disk before the
/// next begins.
pub async fn single_rows(file: &Path) -> Result<f64, DbErr> {
    let db = open(file).await?;
    let table = "create table answer (id blob primary key, question text not null, \
                 body text not null, at bigint not null)";
    db.execute_unprepared(table).await?;
    let started = Instant::now();
    let mut written: u32 = 0;
    while started.elapsed() < LONG_ENOUGH {
        let values: Vec<Value> = vec![
            Uuid::from_u128(u128::from(written)).into(),
            "q1".into(),
            "0".into(),
            i64::from(written).into(),
        ];
        run(&db, "insert into answer values ($1, $2, $3, $4)", values).await?;
        written += 1;
    }
    let rate = f64::from(written) / started.elapsed().as_secs_f64();
    db.close().await?;
    Ok(rate)
}

/// How long it takes to insert `count` people with an address, a membership and a participation
/// each, in one transaction of a database that has a cohort, one statement a row.
pub async fn enrolled_rows(file: &Path, count: usize) -> Result<Duration, DbErr> {
    let db = open(file).await?;
    let cohort = Statement::from_string(
        db.get_database_backend(),
        "select id, programme_id, institution_id from cohort limit 1",
    );
    let cohort = db
        .query_one_raw(cohort)
        .await?
        .ok_or_else(|| DbErr::RecordNotFound("a cohort".into()))?;
    let column = |name: &str| cohort.try_get::<Uuid>("", name);
    let (cohort, programme, institution) = (
        column("id")?,
        column("programme_id")?,
        column("institution_id")?,
    );
    let started = Instant::now();
    let all = db.begin().await?;
    for number in 0..count {
        let person = fresh(1, number);
        let name = format!("Bare Colleague {number}");
        let address = format!("bare.{number}@uni.example");
        let at: i64 = 1_795_000_000_000;
        run(
            &all,
            "insert into person (id, name, name_key, created_at) values ($1, $2, $3, $4)",
            vec![
                person.into(),
                name.clone().into(),
                name.to_lowercase().into(),
                at.into(),
            ],
        )
        .await?;
        run(
            &all,
            "insert into email (address_key, address, person_id, created_at) values ($1, $2, $3, $4)",
            vec![address.clone().into(), address.into(), person.into(), at.into()],
        )
        .await?;
        run(
            &all,
            "insert into membership (id, person_id, institution_id, from_day) values ($1, $2, $3, $4)",
            vec![fresh(2, number).into(), person.into(), institution.into(), "2026-11-22".into()],
        )
        .await?;
        run(
            &all,
            "insert into participation (id, cohort_id, person_id, programme_id, institution_id, \
             counts, invited_at) values ($1, $2, $3, $4, $5, $6, $7)",
            vec![
                fresh(3, number).into(),
                cohort.into(),
                person.into(),
                programme.into(),
                institution.into(),
                true.into(),
                at.into(),
            ],
        )
        .await?;
    }
    all.commit().await?;
    let elapsed = started.elapsed();
    db.close().await?;
    Ok(elapsed)
}

/// An identifier that comes after those before it, as the product's do.
fn fresh(kind: u128, number: usize) -> Uuid {
    Uuid::from_u128((0xf0 + kind) << 120 | number as u128)
}
