//! Products with their units, one a row.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::{Refusal, UnitCode, agreement::far_off, pack::Pack};
use sea_orm::ConnectionTrait;

use super::{
    Phase,
    bulk::{self, Meter},
    cells,
    known::Products,
    nearest, packagings,
    product_sheets::{self, Named},
    refusals::{checked, take, tell, unknown_unit},
    report::{Problem, Problems, Reason, Report},
    sheet::{Row, Sheet},
};
use crate::{
    Result, Write,
    entity::{product, product_sheet},
    products::{ProductForm, put_category},
    revisions::list_changed,
};

/// What is to be written.
#[derive(Default)]
pub(super) struct Plan {
    products: Vec<product::Model>,
    sheets: Vec<product_sheet::Model>,
    /// In the order of the file.
    categories: Vec<String>,
}

pub(super) async fn plan(
    conn: &impl ConnectionTrait,
    today: NaiveDate,
    sheet: &Sheet<'_>,
    problems: &mut Problems,
    report: &mut Report,
    meter: &mut Meter<'_>,
) -> Result<Plan> {
    let known = Products::read(conn).await?.on(today);
    let mut plan = Plan::default();
    let mut seen: HashMap<&str, u64> = HashMap::new();
    let sheets = product_sheets::Known::read(conn, sheet).await?;
    let known_packagings = packagings::codes(conn).await?;
    let mut named: Vec<Named<'_, '_>> = Vec::new();
    for row in sheet.usable(problems) {
        meter.step(1);
        let sku = sheet.cell(row, "sku");
        if let Some(first) = seen.get(sku).filter(|_| !sku.is_empty()) {
            let text = format!("row {first} is about the same product");
            problems.of_row(row.line, "sku", sku, Problem::new(Reason::DuplicateRow, text));
            continue;
        }
        seen.insert(sku, row.line);
        let before = known.get(sku);
        packagings::named(sheet, row, &known_packagings, problems);
        let Some(product) = product_of(sheet, row, before, problems)? else { continue };
        named.push(Named { row, product });
    }
    product_sheets::follow(sheet, &known, &mut named, problems);
    for Named { row, product: after } in named {
        let other_sheet = sheets.changed(sheet, row, after.id, problems);
        if !plan.categories.contains(&after.category) {
            plan.categories.push(after.category.clone());
        }
        let before = known.get(&after.sku);
        let changes = report.change("products");
        match before {
            None => changes.created += 1,
            Some(before) if *before == after && other_sheet.is_none() => {
                changes.unchanged += 1;
                continue;
            }
            Some(_) => changes.changed += 1,
        }
        let version = before.map_or(1, |b| b.version + 1);
        plan.sheets.extend(other_sheet);
        plan.products.push(product::Model { version, ..after });
    }
    report.products =
        seen.iter().filter(|(sku, line)| !sku.is_empty() && problems.refused(**line).is_none()).count() as u64;
    plan.new_categories(conn, report).await?;
    Ok(plan)
}

/// The row with the version of what is there already.
fn product_of(
    sheet: &Sheet<'_>,
    row: &Row<'_>,
    before: Option<&product::Model>,
    problems: &mut Problems,
) -> Result<Option<product::Model>> {
    let cell = |column: &str| sheet.cell(row, column).to_owned();
    let or_one = |column: &str| match sheet.cell(row, column) {
        "" => "1".to_owned(),
        typed => typed.to_owned(),
    };
    let one_of = |typed: &str, usual: &str, other: &str| match typed {
        "" => Ok(false),
        typed if typed.eq_ignore_ascii_case(usual) => Ok(false),
        typed if typed.eq_ignore_ascii_case(other) => Ok(true),
        _ => Err(Refusal::UnknownChoice { typed: typed.chars().take(40).collect() }),
    };
    let form = ProductForm {
        sku: cell("sku"),
        gtin: cell("gtin"),
        name_nl: cell("name_nl"),
        name_fr: cell("name_fr"),
        name_en: cell("name_en"),
        category: cell("category"),
        base_unit: cell("base_unit"),
        unit: cell("unit"),
        factor: cell("factor"),
        minimum: or_one("minimum"),
        multiple: or_one("multiple"),
        priced_by_base: take(sheet, row, "priced_by", problems, |typed| one_of(typed, "unit", "base_unit")),
        packs: cell("packs"),
        tolerance: cell("tolerance"),
        list_price: cell("list_price"),
        list_tiers: cell("list_tiers"),
        cost: Some(cell("cost")),
        vat: cell("vat"),
        packaging: cell("packaging"),
        packaging_per_unit: cell("packaging_per_unit"),
        allergens: words(sheet.cell(row, "allergens")),
        discontinued: take(sheet, row, "state", problems, |typed| one_of(typed, "active", "discontinued")),
        ..ProductForm::default()
    };
    for column in ["base_unit", "unit"] {
        let typed = sheet.cell(row, column);
        let known = UnitCode::parse(typed).is_ok_and(|code| UNITS.contains(&code.0.as_str()));
        if !known && !typed.is_empty() {
            problems.of_row(row.line, column, typed, unknown_unit().or_rather(unit_meant(typed)));
        }
    }
    let Some(mut after) = checked(form.check(), sheet, row, problems, str::to_owned)? else { return Ok(None) };
    if let Some(before) = before {
        (after.id, after.version) = (before.id, before.version);
        after.set_coming(before.coming());
        let sure = take(sheet, row, "sure", problems, cells::flag).unwrap_or(false);
        if !sure && far_off(before.list_price, after.list_price) {
            let refusal = Refusal::FarOff { before: before.list_price, now: after.list_price };
            tell(sheet, row, "list_price", &refusal, problems);
        }
        let missing = |column: &str| !sheet.has(column);
        if missing("gtin") {
            after.gtin.clone_from(&before.gtin);
        }
        if missing("name_fr") {
            after.name_fr.clone_from(&before.name_fr);
        }
        if missing("name_en") {
            after.name_en.clone_from(&before.name_en);
        }
        if missing("minimum") {
            after.minimum = before.minimum;
        }
        if missing("multiple") {
            after.multiple = before.multiple;
        }
        if missing("priced_by") {
            after.priced_by_base = before.priced_by_base;
        }
        if missing("tolerance") {
            after.tolerance = before.tolerance;
        }
        if missing("packs") {
            after.packs.clone_from(&before.packs);
            let kept = Pack::all_from_text(&before.packs);
            if kept.iter().any(|pack| after.sales_unit().check(pack.holds).is_err()) {
                tell(sheet, row, "multiple", &Refusal::NotAPack { typed: before.packs.clone() }, problems);
            }
        }
        if missing("list_tiers") {
            after.list_tiers.clone_from(&before.list_tiers);
            let kept = after.tiered();
            if kept.tiers.first().is_some_and(|tier| tier.price >= kept.base) {
                tell(sheet, row, "list_price", &Refusal::NoBetterTier { typed: cell("list_price") }, problems);
            }
        }
        if missing("cost") {
            after.cost = before.cost;
        }
        if missing("packaging") {
            after.packaging.clone_from(&before.packaging);
        }
        if missing("packaging_per_unit") {
            after.packaging_per_unit = before.packaging_per_unit;
        }
        if missing("allergens") {
            after.allergens.clone_from(&before.allergens);
        }
        // a column of it is looked at when all rows are known
        after.successor_id = before.successor_id;
        if missing("state") {
            after.discontinued = before.discontinued;
        }
    }
    Ok(Some(after))
}

/// Several keys in one cell.
pub(super) fn words(cell: &str) -> Vec<String> {
    cell.split([' ', ',', ';', '|', '/']).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The codes of UN/ECE Recommendation 20 and 21 that goods of this trade come in. A code that is not here is more often
/// a slip (`KG` is a keg, `ST` a sheet) than a unit.
pub(super) const UNITS: &[&str] = &[
    "BA", "BE", "BG", "BJ", "BK", "BO", "BX", "C62", "CA", "CLT", "CMT", "CR", "CS", "CT", "DLT", "DMT", "DZN", "EA",
    "GRM", "H87", "HLT", "JC", "JR", "KGM", "LR", "LTR", "MGM", "MLT", "MTK", "MTQ", "MTR", "NAR", "PA", "PF", "PK",
    "PP", "PR", "PU", "PX", "RO", "SA", "SET", "TB", "TN", "TNE", "TU", "TY",
];

/// The code of what people call a unit, else the nearest code.
pub(super) fn unit_meant(typed: &str) -> Option<String> {
    let code = match domain::find::fold(typed).as_str() {
        "zak" | "zakken" | "sac" | "sacs" | "bag" | "bags" | "sack" => "BG",
        "kg" | "kilo" | "kilogram" | "kilogramme" => "KGM",
        "g" | "gr" | "gram" | "gramme" => "GRM",
        "l" | "lt" | "liter" | "litre" => "LTR",
        "ml" => "MLT",
        "st" | "stk" | "stuk" | "stuks" | "pc" | "pcs" | "pce" | "piece" | "pieces" | "unit" | "units" => "C62",
        "doos" | "dozen" | "ds" | "box" | "carton" | "boite" => "BX",
        "emmer" | "seau" | "bucket" => "BJ",
        "fles" | "bouteille" | "bottle" => "BO",
        "blik" | "can" => "CA",
        "bak" | "bac" | "crate" => "CR",
        "bidon" | "jerrycan" => "JC",
        "pot" | "jar" => "JR",
        "pak" | "paquet" | "pack" => "PK",
        "tray" | "plateau" => "PU",
        "laag" | "lagen" | "couche" | "layer" => "LR",
        "pallet" | "palette" | "pal" => "PX",
        "rol" | "rouleau" | "roll" => "RO",
        "ton" | "tonne" => "TNE",
        _ => return nearest::of(typed, UNITS.iter().copied()),
    };
    Some(code.to_owned())
}

impl Plan {
    /// Keeps the categories that are not there yet, and says which.
    async fn new_categories(&mut self, conn: &impl ConnectionTrait, report: &mut Report) -> Result<()> {
        use sea_orm::EntityTrait;
        let rows = crate::entity::category::Entity::find().all(conn).await?;
        let known: BTreeMap<String, ()> = rows.into_iter().map(|c| (c.key, ())).collect();
        self.categories.retain(|key| !known.contains_key(key));
        if !self.categories.is_empty() {
            report.change("categories").created = self.categories.len() as u64;
            let text = format!("categories that were not there are made: {}", self.categories.join(", "));
            report.note("new_categories", self.categories.len() as u64, text);
        }
        Ok(())
    }

    pub async fn write(self, write: &Write, meter: &mut Meter<'_>) -> Result<()> {
        meter.begin(Phase::Writing, self.products.len() as u64);
        for key in &self.categories {
            put_category(write, key).await?;
        }
        for product in &self.products {
            list_changed(write, product).await?;
        }
        bulk::put(write, self.products, Some(bulk::replacing::<product::Entity>()), meter).await?;
        bulk::put(write, self.sheets, Some(bulk::replacing::<product_sheet::Entity>()), meter).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_call_a_unit_is_recognised() {
        for (typed, code) in [("kg", "KGM"), ("Zak", "BG"), ("stuks", "C62"), ("LTT", "LTR"), ("pièce", "C62")] {
            assert_eq!(unit_meant(typed).as_deref(), Some(code), "{typed}");
        }
    }
}
