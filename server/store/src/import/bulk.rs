//! Many rows at once, in portions that both databases take, and telling how far it is.

use sea_orm::{
    ActiveModelTrait, EntityTrait, IdenStatic, IntoActiveModel, Iterable, PrimaryKeyToColumn, sea_query::OnConflict,
};

use super::{Phase, Progress};
use crate::{Result, Write, db::portion};

/// How many keys are asked for in one statement.
pub(super) const KEYS: usize = 1_000;

/// Tells how far it is; at most a few hundred times for a file.
pub(super) struct Meter<'a> {
    tell: &'a mut (dyn FnMut(Progress) + Send),
    now: Progress,
    told: u64,
}

impl<'a> Meter<'a> {
    pub fn new(tell: &'a mut (dyn FnMut(Progress) + Send)) -> Meter<'a> {
        Meter { tell, now: Progress { phase: Phase::Reading, done: 0, total: 0 }, told: 0 }
    }

    pub fn begin(&mut self, phase: Phase, total: u64) {
        self.now = Progress { phase, done: 0, total };
        self.told = 0;
        (self.tell)(self.now);
    }

    pub fn at(&mut self, done: u64) {
        self.now.done = done;
        if done - self.told.min(done) > self.now.total / 200 {
            self.told = done;
            (self.tell)(self.now);
        }
    }

    pub fn step(&mut self, by: u64) {
        self.at(self.now.done + by);
    }
}

/// Inserts rows, or changes those that are there as `conflict` says. The answer is how many were written.
pub(super) async fn put<M, A>(
    write: &Write,
    rows: impl IntoIterator<Item = M>,
    conflict: Option<OnConflict>,
    meter: &mut Meter<'_>,
) -> Result<u64>
where
    M: IntoActiveModel<A>,
    A: ActiveModelTrait,
{
    let portion = portion::<A::Entity>();
    let mut rows = rows.into_iter().map(IntoActiveModel::into_active_model).peekable();
    let mut written = 0;
    while rows.peek().is_some() {
        let mut insert = <A::Entity as EntityTrait>::insert_many(rows.by_ref().take(portion));
        if let Some(conflict) = &conflict {
            insert = insert.on_conflict(conflict.clone());
        }
        let count = insert.exec_without_returning(&**write).await?;
        written += count;
        meter.step(count);
    }
    Ok(written)
}

/// A row whose primary key is there already takes over all other columns.
pub(super) fn replacing<E: EntityTrait>() -> OnConflict {
    let key: Vec<E::Column> = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect();
    let is_key = |column: &E::Column| key.iter().any(|k| k.as_str() == column.as_str());
    let others: Vec<E::Column> = E::Column::iter().filter(|column| !is_key(column)).collect();
    OnConflict::columns(key).update_columns(others).to_owned()
}
