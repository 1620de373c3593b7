//! List prices, and what was agreed with customers, one price a row.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::{
    CustomerId, ProductId, Refusal, UnitPrice,
    money::parse_unit_price,
    price::{AgreedPrice, TieredPrice, overlap},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{
    ItemKey, Phase,
    bulk::{self, KEYS, Meter},
    cells, distinct,
    known::{Customers, Products},
    refusals::{take, tell},
    report::{Problem, Problems, Report},
    sheet::{Row, Sheet},
};
use crate::{
    Result, Write,
    entity::{price_agreement, product},
};

/// What is to be written.
#[derive(Default)]
pub(super) struct Plan {
    products: Vec<product::Model>,
    agreements: Vec<price_agreement::Model>,
}

/// An agreement, and the row it is from where it is not stored already.
#[derive(Clone)]
struct Claim {
    agreed: AgreedPrice,
    line: Option<u64>,
}

pub(super) async fn plan(
    conn: &impl ConnectionTrait,
    sheet: &Sheet<'_>,
    problems: &mut Problems,
    report: &mut Report,
    meter: &mut Meter<'_>,
) -> Result<Plan> {
    let (customers, products) = (Customers::read(conn).await?, Products::read(conn).await?);
    let mut plan = Plan::default();
    let mut list_rows: HashMap<ProductId, u64> = HashMap::new();
    let mut claims: BTreeMap<ItemKey, Vec<Claim>> = BTreeMap::new();
    for row in sheet.usable(problems) {
        meter.step(1);
        let number = sheet.cell(row, "customer_number");
        let product = products.named(row.line, sheet.cell(row, "sku"), problems);
        let base = take(sheet, row, "price", problems, price);
        let price = match problems.refused(row.line) {
            None => take(sheet, row, "tiers", problems, |typed| TieredPrice::parse(base, typed)),
            Some(_) => TieredPrice::default(),
        };
        if number.is_empty() {
            for column in ["from", "until"] {
                let typed = sheet.cell(row, column);
                if !typed.is_empty() {
                    let text = "a list price (without customer) holds at once and has no days";
                    problems.of_row(row.line, column, typed, Problem::new("not_empty", text));
                }
            }
            let Some(product) = product else { continue };
            if let Some(first) = list_rows.insert(product.id, row.line) {
                let text = format!("row {first} has a list price of the same product");
                problems.of_row(row.line, "sku", &product.sku, Problem::new("duplicate_row", text));
            } else if problems.refused(row.line).is_none() {
                plan.list_price(product, &price, report);
            }
            continue;
        }
        let customer = customers.named(row.line, number, problems);
        let agreed = agreed(sheet, row, price, problems);
        if let (Some(customer), Some(product), Some(agreed)) = (customer, product, agreed) {
            let from = agreed.from;
            let claim = Claim { agreed, line: Some(row.line) };
            let same = claims.entry((customer.id, product.id)).or_default();
            if let Some(first) = same.iter().find(|c| c.agreed.from == from).and_then(|c| c.line) {
                let text = format!("row {first} has a price of the same article from the same day");
                problems.of_row(row.line, "from", sheet.cell(row, "from"), Problem::new("duplicate_row", text));
                continue;
            }
            same.push(claim);
        }
    }
    let stored = stored(conn, claims.keys().map(|(customer, _)| *customer)).await?;
    for (key, claims) in &claims {
        let before = stored.get(key).map_or(&[][..], Vec::as_slice);
        plan.agreements(*key, claims, before, problems, report);
    }
    let of_claims = claims.keys().map(|(_, product)| *product);
    report.products = distinct(of_claims.chain(list_rows.keys().copied()));
    report.customers = distinct(claims.keys().map(|(customer, _)| *customer));
    Ok(plan)
}

/// A price that is there and not negative.
fn price(typed: &str) -> Result<UnitPrice, Refusal> {
    if typed.is_empty() {
        return Err(Refusal::Required);
    }
    match parse_unit_price(typed)? {
        UnitPrice(..0) => Err(Refusal::Negative),
        price => Ok(price),
    }
}

fn agreed(sheet: &Sheet<'_>, row: &Row<'_>, price: TieredPrice, problems: &mut Problems) -> Option<AgreedPrice> {
    let read = |column: &str, problems: &mut Problems| match sheet.cell(row, column) {
        "" => None,
        typed => cells::day(typed).map_err(|refusal| tell(sheet, row, column, &refusal, problems)).ok(),
    };
    if sheet.cell(row, "from").is_empty() {
        tell(sheet, row, "from", &Refusal::Required, problems);
    }
    let from: Option<NaiveDate> = read("from", problems);
    let until = read("until", problems);
    let from = from?;
    if until.is_some_and(|until| until < from) {
        let text = format!("before the first day, {from}");
        problems.of_row(row.line, "until", sheet.cell(row, "until"), Problem::new("until_before_from", text));
    }
    if problems.refused(row.line).is_some() {
        return None;
    }
    Some(AgreedPrice { price, from, until })
}

/// The agreements that are there with these customers.
async fn stored(
    conn: &impl ConnectionTrait,
    customers: impl Iterator<Item = CustomerId>,
) -> Result<HashMap<ItemKey, Vec<AgreedPrice>>> {
    let mut customers: Vec<CustomerId> = customers.collect();
    customers.dedup();
    let mut stored: HashMap<ItemKey, Vec<AgreedPrice>> = HashMap::new();
    for some in customers.chunks(KEYS) {
        let rows = price_agreement::Entity::find()
            .filter(price_agreement::Column::CustomerId.is_in(some.iter().copied()))
            .all(conn)
            .await?;
        for row in rows {
            stored.entry((row.customer_id, row.product_id)).or_default().push(row.agreed());
        }
    }
    Ok(stored)
}

impl Plan {
    fn list_price(&mut self, before: &product::Model, price: &TieredPrice, report: &mut Report) {
        let changes = report.change("list_prices");
        let (list_price, list_tiers) = (price.base, price.tiers_to_text());
        if (before.list_price, &before.list_tiers) == (list_price, &list_tiers) {
            changes.unchanged += 1;
        } else {
            changes.changed += 1;
            let version = before.version + 1;
            self.products.push(product::Model { list_price, list_tiers, version, ..before.clone() });
        }
    }

    /// The agreements of one customer for one product, if no two of them claim the same day. One that is stored and
    /// begins on the day of a row is replaced by the row.
    fn agreements(
        &mut self,
        (customer_id, product_id): ItemKey,
        claims: &[Claim],
        before: &[AgreedPrice],
        problems: &mut Problems,
        report: &mut Report,
    ) {
        let stays = before.iter().filter(|b| claims.iter().all(|c| c.agreed.from != b.from));
        let mut all: Vec<Claim> =
            stays.map(|agreed| Claim { agreed: agreed.clone(), line: None }).chain(claims.iter().cloned()).collect();
        all.sort_by_key(|claim| claim.agreed.from);
        // in the order of their first days, only the one that lasts longest so far can reach into the next
        let mut longest: Option<&Claim> = None;
        for claim in &all {
            if let Some(before) = longest.filter(|before| overlap(&before.agreed, &claim.agreed)) {
                for (claim, with) in [(before, claim), (claim, before)] {
                    let Some(line) = claim.line else { continue };
                    let text = format!("{} overlaps with {}", said(claim), said(with));
                    problems.of_row(line, "from", &claim.agreed.from.to_string(), Problem::new("overlap", text));
                }
            }
            let last = |claim: &Claim| claim.agreed.until.unwrap_or(NaiveDate::MAX);
            if longest.is_none_or(|before| last(claim) > last(before)) {
                longest = Some(claim);
            }
        }
        for claim in claims {
            let changes = report.change("prices");
            match before.iter().find(|b| b.from == claim.agreed.from) {
                Some(same) if *same == claim.agreed => {
                    changes.unchanged += 1;
                    continue;
                }
                Some(_) => changes.changed += 1,
                None => changes.created += 1,
            }
            self.agreements.push(price_agreement::Model::of(customer_id, product_id, &claim.agreed));
        }
    }

    pub async fn write(self, write: &Write, meter: &mut Meter<'_>) -> Result<()> {
        meter.begin(Phase::Writing, (self.products.len() + self.agreements.len()) as u64);
        bulk::put(write, self.products, Some(bulk::replacing::<product::Entity>()), meter).await?;
        bulk::put(write, self.agreements, Some(bulk::replacing::<price_agreement::Entity>()), meter).await?;
        Ok(())
    }
}

fn said(claim: &Claim) -> String {
    let AgreedPrice { price, from, until } = &claim.agreed;
    let until = until.map_or_else(|| "further notice".to_owned(), |day| day.to_string());
    let place = claim.line.map_or_else(|| "stored".to_owned(), |line| format!("row {line}"));
    let price = format!("{}.{:04}", price.base.0 / 10_000, price.base.0 % 10_000);
    format!("{price} from {from} until {until} ({place})")
}
