//! Terms of customer groups, one group a row.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{ConnectionTrait, EntityTrait};

use super::{
    Phase,
    bulk::{self, Meter},
    cells,
    known::{Customers, Groups},
    refusals::{checked, take},
    report::{Problem, Problems, Reason, Report},
    sheet::Sheet,
};
use crate::{Result, Write, customers::GroupForm, entity::group_terms};

/// What is to be written.
#[derive(Default)]
pub(super) struct Plan {
    terms: Vec<group_terms::Model>,
}

pub(super) async fn plan(
    conn: &impl ConnectionTrait,
    sheet: &Sheet<'_>,
    problems: &mut Problems,
    report: &mut Report,
    meter: &mut Meter<'_>,
) -> Result<Plan> {
    let mut groups = Groups::read(conn, &Customers::read(conn).await?).await?;
    let known: BTreeMap<String, group_terms::Model> =
        group_terms::Entity::find().all(conn).await?.into_iter().map(|row| (row.customer_group.clone(), row)).collect();
    let mut plan = Plan::default();
    let mut seen: HashMap<&str, u64> = HashMap::new();
    for row in sheet.usable(problems) {
        meter.step(1);
        let typed = sheet.cell(row, "customer_group");
        if typed.is_empty() {
            problems.of_row(row.line, "customer_group", typed, Problem::new(Reason::Required, "must be filled in"));
            continue;
        }
        if let Some(first) = seen.insert(typed, row.line) {
            let text = format!("row {first} is about the same group");
            problems.of_row(row.line, "customer_group", typed, Problem::new(Reason::DuplicateRow, text));
            continue;
        }
        let group = groups.named(row.line, typed, problems);
        let cell = |column: &str| sheet.cell(row, column).to_owned();
        let form = GroupForm {
            order_minimum: cell("order_minimum"),
            minimum_is_strict: take(sheet, row, "minimum_is_strict", problems, cells::flag).unwrap_or(false),
            notice_days: cell("notice_days"),
        };
        let after = checked(form.check(typed), sheet, row, problems, str::to_owned)?;
        let (Some(_), Some(mut after)) = (group, after) else { continue };
        let before = known.get(typed);
        if let Some(before) = before {
            after.version = before.version;
            if !sheet.has("order_minimum") {
                after.order_minimum = before.order_minimum;
            }
            if !sheet.has("minimum_is_strict") {
                after.minimum_is_strict = before.minimum_is_strict;
            }
            if !sheet.has("notice_days") {
                after.notice_days = before.notice_days;
            }
        }
        if report.is_news("groups", before, &after) {
            after.version += i64::from(before.is_some());
            plan.terms.push(after);
        }
    }
    groups.tell(report);
    Ok(plan)
}

impl Plan {
    pub async fn write(self, write: &Write, meter: &mut Meter<'_>) -> Result<()> {
        meter.begin(Phase::Writing, self.terms.len() as u64);
        bulk::put(write, self.terms, Some(bulk::replacing::<group_terms::Entity>()), meter).await.map(drop)
    }
}
