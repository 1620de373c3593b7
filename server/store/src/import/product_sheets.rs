//! What a file of products says about their pages; every column of it may be missing, and then stays as it is.

use std::collections::HashMap;

use chrono_tz::Tz;
use domain::{ProductId, Refusal, sheet::Stock, succession, text};
use sea_orm::{ConnectionTrait, EntityTrait};

use super::{
    cells,
    refusals::{take, tell},
    report::{Problem, Problems, Reason},
    sheet::{Row, Sheet},
};
use crate::{
    Result,
    db::millis,
    distributor,
    entity::{self, product, product_sheet},
    products::allergen_keys,
    sheets::blank,
};

/// The columns of it.
const COLUMNS: [&str; 8] =
    ["text_nl", "text_fr", "text_en", "traces", "allergens_complete", "stock", "expected_on", "stock_at"];

/// A text as it stands in one cell: `|` between its paragraphs and lines.
pub(crate) fn on_one_line(text: &str) -> String {
    text.split(['\n', '|']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" | ")
}

/// What there is, and what a cell is read with.
pub(super) struct Known {
    sheets: HashMap<ProductId, product_sheet::Model>,
    zone: Tz,
}

impl Known {
    pub async fn read(conn: &impl ConnectionTrait, sheet: &Sheet<'_>) -> Result<Known> {
        let zone = match entity::distributor::Entity::find_by_id(1).one(conn).await? {
            Some(row) => distributor::read(row)?.zone,
            None => distributor::Distributor::unpacked("").zone,
        };
        let sheets = if COLUMNS.iter().any(|column| sheet.has(column)) {
            product_sheet::Entity::find().all(conn).await?.into_iter().map(|s| (s.product_id, s)).collect()
        } else {
            HashMap::new()
        };
        Ok(Known { sheets, zone })
    }

    /// The sheet that a row makes of what is there; none where it changes nothing.
    pub fn changed(
        &self,
        sheet: &Sheet<'_>,
        row: &Row<'_>,
        id: ProductId,
        problems: &mut Problems,
    ) -> Option<product_sheet::Model> {
        let before = self.sheets.get(&id).cloned().unwrap_or_else(|| blank(id));
        let mut after = before.clone();
        for (column, to) in
            [("text_nl", &mut after.text_nl), ("text_fr", &mut after.text_fr), ("text_en", &mut after.text_en)]
        {
            if sheet.has(column) {
                let told = take(sheet, row, column, problems, |typed| {
                    text::note(&typed.split('|').map(str::trim).collect::<Vec<_>>().join("\n\n"), 4_000)
                });
                // a file has no line ends within a paragraph: what is told differently in nothing else stays
                if on_one_line(&told) != on_one_line(to) {
                    *to = told;
                }
            }
        }
        if sheet.has("traces") {
            let words = super::products::words(sheet.cell(row, "traces"));
            after.traces = take(sheet, row, "traces", problems, |_| allergen_keys(&words));
        }
        if sheet.has("allergens_complete") {
            let said = take(sheet, row, "allergens_complete", problems, cells::flag);
            after.allergens_complete = said.unwrap_or(false);
        }
        if sheet.has("stock") {
            self.stock(sheet, row, &mut after, problems);
        }
        (after != before).then_some(after)
    }

    fn stock(&self, sheet: &Sheet<'_>, row: &Row<'_>, after: &mut product_sheet::Model, problems: &mut Problems) {
        let key = sheet.cell(row, "stock").to_lowercase();
        let expected = take(sheet, row, "expected_on", problems, |typed| match typed {
            "" => Ok(None),
            typed => cells::day(typed).map(Some),
        });
        let expected = expected.filter(|_| key == "expected");
        match Stock::parse(&key, expected) {
            Ok(stock) => stock.key().clone_into(&mut after.stock),
            // a day that cannot be read has been told already
            Err(Refusal::Required) if sheet.cell(row, "expected_on").is_empty() => {
                tell(sheet, row, "expected_on", &Refusal::Required, problems);
            }
            Err(Refusal::Required) => {}
            Err(refusal) => tell(sheet, row, "stock", &refusal, problems),
        }
        after.expected_on = expected;
        after.stock_at = match (key.as_str(), sheet.cell(row, "stock_at")) {
            ("", _) => None,
            // without its moment nobody could say how old it is
            (_, "") => {
                tell(sheet, row, "stock_at", &Refusal::Required, problems);
                None
            }
            _ => take(sheet, row, "stock_at", problems, |typed| cells::moment(&self.zone, typed).map(Some)).map(millis),
        };
    }
}

/// A product of the file, and the row it is from.
pub(super) struct Named<'s, 'a> {
    pub row: &'s Row<'a>,
    pub product: product::Model,
}

/// Finds what each product of the file is followed by, which may stand in the file further down; nothing may come back to
/// itself.
pub(super) fn follow(
    sheet: &Sheet<'_>,
    known: &super::known::Products,
    named: &mut [Named<'_, '_>],
    problems: &mut Problems,
) {
    if !sheet.has("successor") {
        return;
    }
    let in_file: HashMap<String, ProductId> = named.iter().map(|n| (n.product.sku.clone(), n.product.id)).collect();
    for n in named.iter_mut() {
        let sku = sheet.cell(n.row, "successor");
        n.product.successor_id = match (sku, in_file.get(sku).copied().or_else(|| known.get(sku).map(|p| p.id))) {
            ("", _) => None,
            (_, Some(id)) => Some(id),
            (_, None) => {
                let nearest = problems.nearest("product", sku, known.skus());
                let problem = Problem::new(Reason::UnknownProduct, "no product has this code").or_rather(nearest);
                problems.of_row(n.row.line, "successor", sku, problem);
                None
            }
        };
    }
    let said: HashMap<ProductId, Option<ProductId>> =
        named.iter().map(|n| (n.product.id, n.product.successor_id)).collect();
    let stored = known.successors();
    let next = |id: ProductId| said.get(&id).copied().unwrap_or_else(|| stored.get(&id).copied());
    for n in named.iter() {
        let Some(to) = n.product.successor_id else { continue };
        let sku = sheet.cell(n.row, "successor");
        if to == n.product.id {
            tell(sheet, n.row, "successor", &Refusal::Itself, problems);
        } else if succession::circular(n.product.id, to, next) {
            tell(sheet, n.row, "successor", &Refusal::Circular { sku: sku.to_owned() }, problems);
        }
    }
}
