//! Several questions in one statement, each answered by its rows packed into one JSON text.
//!
//! A list of a hundred articles is one row to fetch and not a hundred, which on SQLite is most of what such a page costs;
//! and the way to its thread and back costs as much as a short answer.

use std::fmt;

use sea_orm::{ConnectionTrait, DatabaseBackend, Statement, Value};
use serde::{Deserialize, Deserializer, de::Visitor};
use uuid::Uuid;

use crate::{Error, Result};

/// What is asked in one statement: its dialect and its values. Text of people gets into a statement as a value only.
pub(crate) struct Asked {
    backend: DatabaseBackend,
    values: Vec<Value>,
}

impl Asked {
    pub fn of(conn: &impl ConnectionTrait) -> Asked {
        Asked { backend: conn.get_database_backend(), values: Vec::new() }
    }

    pub fn backend(&self) -> DatabaseBackend {
        self.backend
    }

    /// The place of a value in the statement.
    pub fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    /// The places of several, as they stand in an `IN`; nothing is in that of none.
    pub fn bind_all(&mut self, values: impl Iterator<Item = Uuid>) -> String {
        let places: Vec<String> = values.map(|value| self.bind(value)).collect();
        if places.is_empty() { "NULL".to_owned() } else { places.join(", ") }
    }

    fn is_sqlite(&self) -> bool {
        self.backend == DatabaseBackend::Sqlite
    }

    /// A row of these columns. An array may be one of them, also out of a `CASE` or a subquery of one row: SQLite remembers
    /// that it is JSON, and `json()` around it would read it once more.
    pub fn array(&self, columns: &str) -> String {
        if self.is_sqlite() { format!("json_array({columns})") } else { format!("json_build_array({columns})") }
    }

    /// All rows of a subquery as one array.
    pub fn all(&self, row: &str) -> String {
        if self.is_sqlite() { format!("json_group_array({row})") } else { format!("json_agg({row})") }
    }

    /// An id as a column of a row: SQLite keeps it as bytes.
    pub fn id(&self, column: &str) -> String {
        if self.is_sqlite() { format!("hex({column})") } else { column.to_owned() }
    }

    /// The same of a column that may be empty.
    pub fn some_id(&self, column: &str) -> String {
        if self.is_sqlite() { format!("nullif(hex({column}), '')") } else { column.to_owned() }
    }

    /// The answers to questions that select rows of one column, `packed`; for [`packed`].
    pub async fn answers<const N: usize>(
        self,
        conn: &impl ConnectionTrait,
        questions: [String; N],
    ) -> Result<[String; N]> {
        let all = if self.is_sqlite() { "group_concat(packed, '')" } else { "string_agg(packed::text, '')" };
        let columns: Vec<String> =
            questions.iter().map(|question| format!("(SELECT {all} FROM ({question}) question)")).collect();
        let sql = format!("SELECT {}", columns.join(", "));
        let row = conn.query_one_raw(Statement::from_sql_and_values(self.backend, sql, self.values)).await?;
        let row = row.ok_or_else(|| Error::Stored("no answer".to_owned()))?;
        let mut answers = [const { String::new() }; N];
        for (at, answer) in answers.iter_mut().enumerate() {
            *answer = row.try_get_by_index::<Option<String>>(at)?.unwrap_or_default();
        }
        Ok(answers)
    }
}

/// The rows of an answer, one after the other.
pub(crate) fn packed<'a, R: Deserialize<'a>>(answer: &'a str) -> Result<Vec<R>> {
    let rows = serde_json::Deserializer::from_str(answer).into_iter();
    rows.collect::<serde_json::Result<_>>().map_err(|e| Error::Stored(e.to_string()))
}

/// SQLite packs a boolean as a number, PostgreSQL as one.
pub(crate) struct Flag(bool);

/// By hand: an untagged enum reads every one of them into a buffer first, and a list has hundreds.
impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(packed: D) -> std::result::Result<Flag, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Flag;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a boolean, or 0 or 1")
            }
            fn visit_bool<E>(self, flag: bool) -> std::result::Result<Flag, E> {
                Ok(Flag(flag))
            }
            fn visit_u64<E>(self, flag: u64) -> std::result::Result<Flag, E> {
                Ok(Flag(flag > 0))
            }
        }
        packed.deserialize_any(Reader)
    }
}

/// The same for a field of a row that is read from an answer.
pub(crate) fn flag<'de, D: Deserializer<'de>>(packed: D) -> std::result::Result<bool, D::Error> {
    Flag::deserialize(packed).map(bool::from)
}

impl From<Flag> for bool {
    fn from(flag: Flag) -> bool {
        flag.0
    }
}
