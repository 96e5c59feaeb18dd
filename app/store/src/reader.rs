//! The connections that read.
//!
//! Between a process and a file of its own machine, what a pool does around a small statement
//! (a task of its own, and asking the connection whether it is still there) costs more than the
//! statement. So an embedded database is read over a few connections kept here; PostgreSQL, over
//! a network that can break, is read over the pool.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use sea_orm::sqlx::{self, ConnectOptions as _, Connection, SqliteConnection, sqlite};
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    ExecResult, IsolationLevel, QueryResult, RuntimeErr, SqlxSqliteConnector, Statement,
    TransactionTrait, Values,
};
use sea_query_sqlx::SqlxValues;
use tokio::sync::Semaphore;

/// How many statements of an embedded database are read at the same time.
const READERS: usize = 4;

/// Told the text of every statement.
type Watch = Arc<dyn Fn(&str) + Send + Sync>;

/// Where statements are read.
#[derive(Clone)]
pub struct Reader {
    source: Source,
    watch: Option<Watch>,
}

#[derive(Clone)]
enum Source {
    File(Arc<File>),
    Pool(DatabaseConnection),
}

/// An embedded database.
struct File {
    options: sqlite::SqliteConnectOptions,
    places: Semaphore,
    idle: Mutex<Vec<SqliteConnection>>,
}

impl Reader {
    /// Reads over a pool.
    pub(crate) fn of_pool(pool: DatabaseConnection) -> Self {
        Self {
            source: Source::Pool(pool),
            watch: None,
        }
    }

    /// Reads a database file that exists.
    pub(crate) fn of_file(options: sqlite::SqliteConnectOptions) -> Self {
        Self {
            source: Source::File(Arc::new(File {
                options: options.disable_statement_logging(),
                places: Semaphore::new(READERS),
                idle: Mutex::default(),
            })),
            watch: None,
        }
    }

    /// The same, telling `watch` the text of every statement.
    pub(crate) fn watched(mut self, watch: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.watch = Some(Arc::new(watch));
        self
    }

    /// Asks the database for an answer.
    pub(crate) async fn ping(&self) -> Result<(), DbErr> {
        match &self.source {
            Source::Pool(pool) => pool.ping().await,
            Source::File(file) => {
                let ping = async |connection: &mut SqliteConnection| connection.ping().await;
                file.with(ping).await
            }
        }
    }

    /// A connection of its own that sees one moment only: that of its first statement.
    pub(crate) async fn moment(&self) -> Result<DatabaseTransaction, DbErr> {
        match &self.source {
            Source::Pool(pool) => {
                let isolation = Some(IsolationLevel::RepeatableRead);
                pool.begin_with_config(isolation, Some(AccessMode::ReadOnly))
                    .await
            }
            Source::File(file) => {
                // None of the few that pages are read over, which are not to wait for it.
                let options = file.options.clone().pragma("query_only", "on");
                let pool = sqlite::SqlitePoolOptions::new().max_connections(1);
                let pool = pool.connect_with(options).await.map_err(cannot_connect)?;
                SqlxSqliteConnector::from_sqlx_sqlite_pool(pool)
                    .begin()
                    .await
            }
        }
    }

    fn tell(&self, sql: &str) {
        if let Some(watch) = &self.watch {
            watch(sql);
        }
    }
}

impl File {
    /// Works with a connection that nobody else uses meanwhile. One whose work fails, or is given
    /// up halfway, is closed, and another one opened when it is needed.
    async fn with<T>(
        &self,
        work: impl AsyncFnOnce(&mut SqliteConnection) -> Result<T, sqlx::Error>,
    ) -> Result<T, DbErr> {
        let place = self.places.acquire().await;
        let _place = place.map_err(|closed| DbErr::Custom(closed.to_string()))?;
        let idle = self.idle().pop();
        let mut connection = match idle {
            Some(connection) => connection,
            None => self.options.connect().await.map_err(cannot_connect)?,
        };
        let result = work(&mut connection).await.map_err(failed)?;
        self.idle().push(connection);
        Ok(result)
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<SqliteConnection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Reader {
    fn get_database_backend(&self) -> DbBackend {
        match &self.source {
            Source::Pool(pool) => pool.get_database_backend(),
            Source::File(_) => DbBackend::Sqlite,
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.tell(&statement.sql);
        match &self.source {
            Source::Pool(pool) => pool.execute_raw(statement).await,
            Source::File(file) => {
                let query = query(statement);
                let result = file.with(async |connection| query.execute(connection).await);
                Ok(result.await?.into())
            }
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.tell(sql);
        match &self.source {
            Source::Pool(pool) => pool.execute_unprepared(sql).await,
            Source::File(file) => {
                let query = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned()));
                let result = file.with(async |connection| query.execute(connection).await);
                Ok(result.await?.into())
            }
        }
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.tell(&statement.sql);
        match &self.source {
            Source::Pool(pool) => pool.query_one_raw(statement).await,
            Source::File(file) => {
                let query = query(statement);
                let row = file.with(async |connection| query.fetch_optional(connection).await);
                Ok(row.await?.map(QueryResult::from))
            }
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.tell(&statement.sql);
        match &self.source {
            Source::Pool(pool) => pool.query_all_raw(statement).await,
            Source::File(file) => {
                let query = query(statement);
                let rows = file.with(async |connection| query.fetch_all(connection).await);
                Ok(rows.await?.into_iter().map(QueryResult::from).collect())
            }
        }
    }
}

fn query(statement: Statement) -> sqlx::query::Query<'static, sqlx::Sqlite, SqlxValues> {
    let values = statement.values.unwrap_or(Values(Vec::new()));
    sqlx::query_with(sqlx::AssertSqlSafe(statement.sql), SqlxValues(values))
}

fn failed(error: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(error.into()))
}

fn cannot_connect(error: sqlx::Error) -> DbErr {
    DbErr::Conn(RuntimeErr::SqlxError(error.into()))
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            Source::Pool(pool) => pool.fmt(f),
            Source::File(file) => f
                .debug_struct("Reader")
                .field("options", &file.options)
                .finish_non_exhaustive(),
        }
    }
}
