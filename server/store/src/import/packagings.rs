//! Kinds of returnable packaging, one a row.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::{ConnectionTrait, EntityTrait};

use super::{
    Phase,
    bulk::{self, Meter},
    refusals::checked,
    report::{Problem, Problems, Reason, Report},
    sheet::{Row, Sheet},
};
use crate::{Result, Write, entity::packaging, packagings::PackagingForm};

/// What is to be written.
#[derive(Default)]
pub(super) struct Plan {
    packagings: Vec<packaging::Model>,
}

pub(super) async fn plan(
    conn: &impl ConnectionTrait,
    sheet: &Sheet<'_>,
    problems: &mut Problems,
    report: &mut Report,
    meter: &mut Meter<'_>,
) -> Result<Plan> {
    let known: BTreeMap<String, packaging::Model> =
        packaging::Entity::find().all(conn).await?.into_iter().map(|row| (row.code.clone(), row)).collect();
    let mut plan = Plan::default();
    let mut seen: HashMap<&str, u64> = HashMap::new();
    for row in sheet.usable(problems) {
        meter.step(1);
        let code = sheet.cell(row, "code");
        if let Some(first) = seen.get(code).filter(|_| !code.is_empty()) {
            let text = format!("row {first} is about the same packaging");
            problems.of_row(row.line, "code", code, Problem::new(Reason::DuplicateRow, text));
            continue;
        }
        seen.insert(code, row.line);
        let cell = |column: &str| sheet.cell(row, column).to_owned();
        let form = PackagingForm {
            code: cell("code"),
            name_nl: cell("name_nl"),
            name_fr: cell("name_fr"),
            name_en: cell("name_en"),
            deposit: cell("deposit"),
        };
        let Some(mut after) = checked(form.check(), sheet, row, problems, str::to_owned)? else { continue };
        let before = known.get(&after.code);
        if let Some(before) = before {
            after.version = before.version;
            if !sheet.has("name_fr") {
                after.name_fr.clone_from(&before.name_fr);
            }
            if !sheet.has("name_en") {
                after.name_en.clone_from(&before.name_en);
            }
        }
        if report.is_news("packagings", before, &after) {
            after.version += i64::from(before.is_some());
            plan.packagings.push(after);
        }
    }
    Ok(plan)
}

impl Plan {
    pub async fn write(self, write: &Write, meter: &mut Meter<'_>) -> Result<()> {
        meter.begin(Phase::Writing, self.packagings.len() as u64);
        bulk::put(write, self.packagings, Some(bulk::replacing::<packaging::Entity>()), meter).await.map(drop)
    }
}

/// The codes that products may name.
pub(super) async fn codes(conn: &impl ConnectionTrait) -> Result<BTreeSet<String>> {
    Ok(packaging::Entity::find().all(conn).await?.into_iter().map(|row| row.code).collect())
}

/// Tells where a product names a packaging that there is not.
pub(super) fn named(sheet: &Sheet<'_>, row: &Row<'_>, codes: &BTreeSet<String>, problems: &mut Problems) {
    let code = sheet.cell(row, "packaging");
    if !code.is_empty() && !codes.contains(code) {
        let nearest = problems.nearest("packaging", code, codes.iter().map(String::as_str));
        let problem = Problem::new(Reason::UnknownPackaging, "no packaging has this code").or_rather(nearest);
        problems.of_row(row.line, "packaging", code, problem);
    }
}
