//! Opening, reading, writing.

use std::{ops::Deref, sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ActiveModelTrait, ConnectOptions, Database, DatabaseBackend, DatabaseConnection, DatabaseTransaction, EntityTrait,
    Iterable, SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};
use tokio::sync::Notify;

use crate::{Clock, announcements, error::Result, search};

/// The database with its clock. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    read: DatabaseConnection,
    write: DatabaseConnection,
    clock: Clock,
    changed: Arc<Notify>,
    words: Arc<search::words::Words>,
    seen: Arc<announcements::Seen>,
}

impl Db {
    /// Opens `sqlite:///path/to/file.db` or `postgres://…`; the schema is not touched.
    ///
    /// On SQLite there is one writer: all writes queue for the one connection of a pool of their own, and begin
    /// IMMEDIATE, so none of this process fails with "database is locked". FULL: what was acknowledged survives a power cut.
    pub async fn open(url: &str, clock: Clock) -> Result<Db> {
        let sqlite = url.starts_with("sqlite:");
        let connect = |connections: u32| {
            let mut options = ConnectOptions::new(url);
            options
                .max_connections(connections)
                .min_connections(1)
                .acquire_timeout(Duration::from_secs(3))
                // a file does not go away: asking it first would double the way to and from its thread
                .test_before_acquire(!sqlite)
                .sqlx_logging(false)
                .map_sqlx_sqlite_opts(|o| {
                    o.create_if_missing(true)
                        .journal_mode(SqliteJournalMode::Wal)
                        .synchronous(SqliteSynchronous::Full)
                        .busy_timeout(Duration::from_secs(5))
                        .foreign_keys(true)
                        .pragma("cache_size", "-4096")
                        .row_buffer_size(200)
                });
            Database::connect(options)
        };
        let write = connect(if sqlite { 1 } else { 12 }).await?;
        // a writer that waits behind others is patient; PostgreSQL has one pool for both
        let read = if sqlite { connect(4).await? } else { write.clone() };
        Ok(Db { read, write, clock, changed: Arc::default(), words: Arc::default(), seen: Arc::default() })
    }

    /// Brings the schema up to date, and what is searched in.
    pub async fn migrate(&self) -> Result<()> {
        Migrator::up(&self.write, None).await?;
        search::index::ensure(self).await
    }

    /// Migrations that were not applied yet.
    pub async fn pending_migrations(&self) -> Result<Vec<String>> {
        let pending = Migrator::get_pending_migrations(&self.read).await?;
        Ok(pending.iter().map(|m| m.name().to_owned()).collect())
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    pub fn is_sqlite(&self) -> bool {
        self.read.get_database_backend() == DatabaseBackend::Sqlite
    }

    /// For reading; a snapshot per statement.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// Begins the one transaction of a verb.
    pub async fn write(&self) -> Result<Write> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(Write { txn: self.write.begin_with_options(options).await?, changed: self.changed.clone() })
    }

    /// What this process knows of the words that occur.
    pub(crate) fn words(&self) -> &search::words::Words {
        &self.words
    }

    /// Who saw which announcement, until it is written.
    pub(crate) fn seen(&self) -> &announcements::Seen {
        &self.seen
    }

    /// Resolves after a commit of this process.
    pub async fn changed(&self) {
        self.changed.notified().await;
    }

    /// Is what is stored sound? On SQLite pages, indexes and foreign keys are looked at.
    pub async fn check(&self) -> Result<()> {
        use sea_orm::{ConnectionTrait, Statement};
        if !self.is_sqlite() {
            return Ok(self.read.ping().await?);
        }
        let ask = |sql: &str| Statement::from_sql_and_values(DatabaseBackend::Sqlite, sql, []);
        let said: Option<String> = match self.read.query_one_raw(ask("PRAGMA quick_check(1)")).await? {
            Some(row) => row.try_get_by_index(0)?,
            None => None,
        };
        if said.as_deref() != Some("ok") {
            return Err(crate::Error::Stored(said.unwrap_or_default()));
        }
        match self.read.query_one_raw(ask("PRAGMA foreign_key_check")).await? {
            None => Ok(()),
            Some(_) => Err(crate::Error::Stored("a row refers to one that is not there".into())),
        }
    }

    /// A consistent copy while others go on reading and writing; it is opened and checked before this returns.
    pub async fn backup(&self, file: &std::path::Path) -> Result<()> {
        use sea_orm::{ConnectionTrait, Statement};
        let name = file.display().to_string();
        let copy = Statement::from_sql_and_values(DatabaseBackend::Sqlite, "VACUUM INTO ?", [name.clone().into()]);
        self.read.execute_raw(copy).await?;
        let copy = Db::open(&format!("sqlite://{name}"), self.clock.clone()).await?;
        let checked = copy.check().await;
        copy.close().await;
        checked
    }

    pub async fn close(self) {
        let _ = self.read.close().await;
        let _ = self.write.close().await;
    }
}

/// A transaction that writes. Dropped without [`Write::commit`] it leaves nothing behind.
pub struct Write {
    txn: DatabaseTransaction,
    changed: Arc<Notify>,
}

impl Write {
    /// Names that were changed are found by them as soon as the change is seen.
    pub async fn commit(self) -> Result<()> {
        search::index::refresh(&self).await?;
        self.txn.commit().await?;
        self.changed.notify_waiters();
        Ok(())
    }
}

impl Deref for Write {
    type Target = DatabaseTransaction;
    fn deref(&self) -> &DatabaseTransaction {
        &self.txn
    }
}

/// Milliseconds since 1970, as instants are stored.
pub(crate) fn millis(at: DateTime<Utc>) -> i64 {
    at.timestamp_millis()
}

pub(crate) fn instant(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}

/// A private, migrated database that is gone afterwards: a file in a temporary folder, or a schema of its own on
/// the PostgreSQL that `TEST_DATABASE_URL` names.
impl Db {
    pub async fn ephemeral(clock: Clock) -> Result<(Db, Ephemeral)> {
        let name = format!("t{}", crate::clock::new_id().simple());
        let (url, kept) = match std::env::var("TEST_DATABASE_URL") {
            Ok(url) => {
                let admin =
                    Database::connect(ConnectOptions::new(&url).max_connections(1).sqlx_logging(false).to_owned())
                        .await?;
                // the name is ours, hexadecimal digits only
                sea_orm::ConnectionTrait::execute_unprepared(&admin, &format!("CREATE SCHEMA {name}")).await?;
                admin.close().await?;
                let separator = if url.contains('?') { '&' } else { '?' };
                (format!("{url}{separator}options=-csearch_path%3D{name}"), Ephemeral { folder: None })
            }
            Err(_) => {
                let folder = std::env::temp_dir().join(format!("toonbank-{name}"));
                std::fs::create_dir_all(&folder).map_err(|e| crate::Error::Stored(e.to_string()))?;
                (format!("sqlite://{}/test.db", folder.display()), Ephemeral { folder: Some(folder) })
            }
        };
        let db = Db::open(&url, clock).await?;
        db.migrate().await?;
        Ok((db, kept))
    }
}

/// Keeps the folder of an ephemeral database until it is dropped.
pub struct Ephemeral {
    folder: Option<std::path::PathBuf>,
}

impl Drop for Ephemeral {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

/// How many rows of a table go into one statement: SQLite takes 32,766 values, PostgreSQL 65,535.
pub(crate) fn portion<E: EntityTrait>() -> usize {
    32_766 / E::Column::iter().count().max(1)
}

/// Inserts rows in portions that both databases take.
pub(crate) async fn insert_all<A: ActiveModelTrait>(write: &Write, rows: Vec<A>) -> Result<()> {
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let some = rows.by_ref().take(portion::<A::Entity>());
        <A::Entity as EntityTrait>::insert_many(some).exec_without_returning(&**write).await?;
    }
    Ok(())
}
