//! List prices, and what was agreed with customers and customer groups, one price a row.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::{
    CustomerId, ProductId, Refusal, UnitPrice,
    agreement::{Deal, PriceAgreement, far_off, overlap},
    change::{Of, Row as Stands, RowChange},
    money::parse_unit_price,
    price::TieredPrice,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{
    Phase,
    bulk::{self, KEYS, Meter},
    cells, distinct,
    known::{Customers, Groups, Products},
    refusals::{number, problem, take, tell},
    report::{Problem, Problems, Reason, Report},
    sheet::{Row, Sheet},
};
use crate::{
    Result, Write,
    agreements::With,
    entity::{group_agreement, price_agreement, product},
    products::names,
    revisions::list_changed,
};

/// What is to be written.
#[derive(Default)]
pub(super) struct Plan {
    products: Vec<product::Model>,
    agreements: Vec<price_agreement::Model>,
    of_groups: Vec<group_agreement::Model>,
}

/// The list prices of a product that are in the file: those of now, and the one that follows with its row.
struct Listed<'a> {
    before: &'a product::Model,
    now: Vec<Now>,
    coming: Option<(u64, (NaiveDate, TieredPrice))>,
}

/// A list price of now: one without a day, or one whose day has come.
struct Now {
    line: u64,
    begun: Option<NaiveDate>,
    price: TieredPrice,
}

impl Listed<'_> {
    /// A file of last month has what was to come then: of several that have begun, the last one counts.
    fn now(&self) -> Option<&TieredPrice> {
        self.now.iter().max_by_key(|now| now.begun).map(|now| &now.price)
    }
}

/// What the agreements of the file are about, and with whom.
#[derive(Default)]
struct Known<'a> {
    /// The list prices that hold once the file is in.
    lists: HashMap<ProductId, TieredPrice>,
    products: HashMap<ProductId, &'a product::Model>,
    customers: HashMap<CustomerId, &'a str>,
}

/// With whom, and about what.
type Key = (With, ProductId);

/// An agreement, and the row it is from where it is not stored already.
#[derive(Clone)]
struct Claim {
    agreed: PriceAgreement,
    line: Option<u64>,
    /// The price is meant, however far it is from the list price.
    sure: bool,
}

pub(super) async fn plan(
    conn: &impl ConnectionTrait,
    today: NaiveDate,
    sheet: &Sheet<'_>,
    problems: &mut Problems,
    report: &mut Report,
    meter: &mut Meter<'_>,
) -> Result<Plan> {
    let (customers, products) = (Customers::read(conn).await?, Products::read(conn).await?.on(today));
    let mut plan = Plan::default();
    let mut listed: BTreeMap<&str, Listed<'_>> = BTreeMap::new();
    let mut known = Known::default();
    let mut claims: BTreeMap<Key, Vec<Claim>> = BTreeMap::new();
    let mut groups = Groups::read(conn, &customers).await?;
    for row in sheet.usable(problems) {
        meter.step(1);
        let (number, group) = (sheet.cell(row, "customer_number"), sheet.cell(row, "customer_group"));
        let product = products.named(row.line, sheet.cell(row, "sku"), problems);
        let deal = deal(sheet, row, problems);
        let sure = take(sheet, row, "sure", problems, cells::flag).unwrap_or(false);
        if number.is_empty() && group.is_empty() {
            for column in ["percent", "until"] {
                let typed = sheet.cell(row, column);
                if !typed.is_empty() {
                    let text = "a list price (without customer and group) has no last day, and is no percentage";
                    problems.of_row(row.line, column, typed, Problem::new(Reason::NotEmpty, text));
                }
            }
            let from = take(sheet, row, "from", problems, |typed| match typed {
                "" => Ok(None),
                typed => cells::day(typed).map(Some),
            });
            let (Some(product), Some(Deal::Net(price))) = (product, deal) else { continue };
            let of =
                listed.entry(&product.sku).or_insert_with(|| Listed { before: product, now: Vec::new(), coming: None });
            let begun = from.filter(|from| *from <= today);
            let from = from.filter(|from| *from > today);
            let there = match from {
                Some(_) => of.coming.as_ref().map(|coming| coming.0),
                None => of.now.iter().find(|now| now.begun == begun).map(|now| now.line),
            };
            if let Some(first) = there {
                let text = format!(
                    "row {first} has a list price of the same product{}",
                    if from.is_some() { " to come" } else { "" }
                );
                problems.of_row(row.line, "sku", &product.sku, Problem::new(Reason::DuplicateRow, text));
            } else if problems.refused(row.line).is_some() {
                // what it says is not known
            } else if !sure && far_off(product.list_price, price.base) {
                let refusal = Refusal::FarOff { before: product.list_price, now: price.base };
                tell(sheet, row, "price", &refusal, problems);
            } else if let Some(from) = from {
                of.coming = Some((row.line, (from, price)));
            } else {
                of.now.push(Now { line: row.line, begun, price });
            }
            continue;
        }
        let with = if group.is_empty() {
            customers.named(row.line, number, problems).map(|customer| {
                known.customers.insert(customer.id, &customer.name);
                With::Customer(customer.id)
            })
        } else {
            if !number.is_empty() {
                let text = "a price is of a customer or of a group, not of both";
                problems.of_row(row.line, "customer_group", group, Problem::new(Reason::NotEmpty, text));
            }
            groups.named(row.line, group, problems).map(With::Group)
        };
        let agreed = agreed(sheet, row, deal, group, problems);
        if let (Some(with), Some(product), Some(agreed)) = (with, product, agreed) {
            let from = agreed.from;
            known.lists.entry(product.id).or_insert_with(|| product.tiered());
            known.products.insert(product.id, product);
            let claim = Claim { agreed, line: Some(row.line), sure };
            let same = claims.entry((with, product.id)).or_default();
            if let Some(first) = same.iter().find(|c| c.agreed.from == from).and_then(|c| c.line) {
                let text = format!("row {first} has a price of the same article from the same day");
                problems.of_row(row.line, "from", sheet.cell(row, "from"), Problem::new(Reason::DuplicateRow, text));
                continue;
            }
            same.push(claim);
        }
    }
    groups.tell(report);
    for of in listed.values().filter(|of| !of.now.is_empty() || of.coming.is_some()) {
        if let Some(price) = of.now() {
            known.lists.insert(of.before.id, price.clone());
        }
        plan.list_price(of, report);
    }
    let stored = stored(conn, &claims).await?;
    for (key, claims) in &claims {
        let before = stored.get(key).map_or(&[][..], Vec::as_slice);
        plan.agreements(key, claims, before, &known, problems, report);
    }
    let of_claims = claims.keys().map(|(_, product)| *product);
    report.products = distinct(of_claims.chain(listed.values().map(|of| of.before.id)));
    report.customers = distinct(claims.keys().filter_map(|(with, _)| with.customer()));
    Ok(plan)
}

/// What a row says of the price: a net one, or a percentage less than the list.
fn deal(sheet: &Sheet<'_>, row: &Row<'_>, problems: &mut Problems) -> Option<Deal> {
    let (typed, tiers) = (sheet.cell(row, "price"), sheet.cell(row, "tiers"));
    if !sheet.cell(row, "percent").is_empty() {
        if !typed.is_empty() {
            let text = "a price or a percentage less than the list, not both";
            problems.of_row(row.line, "price", typed, Problem::new(Reason::NotEmpty, text));
        }
        let column = |refusal: &Refusal| if *refusal == Refusal::TiersOfPercent { "tiers" } else { "percent" };
        let less = Deal::less(sheet.cell(row, "percent"), tiers);
        return less.map_err(|refusal| tell(sheet, row, column(&refusal), &refusal, problems)).ok();
    }
    let base = take(sheet, row, "price", problems, price);
    match problems.refused(row.line) {
        None => Some(Deal::Net(take(sheet, row, "tiers", problems, |typed| TieredPrice::parse(base, typed)))),
        Some(_) => None,
    }
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

fn agreed(
    sheet: &Sheet<'_>,
    row: &Row<'_>,
    deal: Option<Deal>,
    group: &str,
    problems: &mut Problems,
) -> Option<PriceAgreement> {
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
        problems.of_row(row.line, "until", sheet.cell(row, "until"), Problem::new(Reason::UntilBeforeFrom, text));
    }
    if problems.refused(row.line).is_some() {
        return None;
    }
    Some(PriceAgreement { deal: deal?, from, until, group: group.to_owned() })
}

/// The agreements that are there with these customers and groups.
async fn stored(
    conn: &impl ConnectionTrait,
    claims: &BTreeMap<Key, Vec<Claim>>,
) -> Result<HashMap<Key, Vec<PriceAgreement>>> {
    let customers: BTreeSet<CustomerId> = claims.keys().filter_map(|(with, _)| with.customer()).collect();
    let groups: BTreeSet<&str> = claims.keys().filter_map(|(with, _)| with.group()).collect();
    let mut stored: HashMap<Key, Vec<PriceAgreement>> = HashMap::new();
    let customers: Vec<CustomerId> = customers.into_iter().collect();
    for some in customers.chunks(KEYS) {
        let rows = price_agreement::Entity::find()
            .filter(price_agreement::Column::CustomerId.is_in(some.iter().copied()))
            .all(conn)
            .await?;
        for row in rows {
            stored.entry((With::Customer(row.customer_id), row.product_id)).or_default().push(row.agreement());
        }
    }
    for group in groups {
        let rows =
            group_agreement::Entity::find().filter(group_agreement::COLUMN.customer_group.eq(group)).all(conn).await?;
        for row in rows {
            stored.entry((With::Group(group.to_owned()), row.product_id)).or_default().push(row.agreement());
        }
    }
    Ok(stored)
}

impl Known<'_> {
    fn change(
        &self,
        with: &With,
        product: ProductId,
        before: Option<&PriceAgreement>,
        after: &PriceAgreement,
    ) -> RowChange {
        let of = match with {
            With::Customer(customer) => Of::Customer(self.customers[customer].to_owned()),
            With::Group(group) => Of::Group(group.clone()),
        };
        let product = self.products[&product];
        RowChange {
            of,
            article: Some((product.sku.clone(), names(product))),
            before: before.cloned().map(Stands::Agreed),
            after: Some(Stands::Agreed(after.clone())),
        }
    }
}

impl Plan {
    fn list_price(&mut self, of: &Listed<'_>, report: &mut Report) {
        let mut after = of.before.clone();
        if let Some(price) = of.now() {
            (after.list_price, after.list_tiers) = (price.base, price.tiers_to_text());
        }
        if let Some((_, coming)) = &of.coming {
            after.set_coming(Some(coming.clone()).filter(|(_, price)| *price != after.tiered()));
        }
        if after == *of.before {
            report.change("list_prices").unchanged += 1;
            return;
        }
        report.change("list_prices").changed += 1;
        let now = |product: &product::Model| Stands::ListPrice { price: product.tiered(), from: None };
        let coming = |product: &product::Model| {
            product.coming().map(|(from, price)| Stands::ListPrice { price, from: Some(from) })
        };
        let mut told = |before: Stands, after: Stands| {
            let article = Some((of.before.sku.clone(), names(of.before)));
            report.row_change(|| RowChange { of: Of::ListPrices, article, before: Some(before), after: Some(after) });
        };
        if now(of.before) != now(&after) {
            told(now(of.before), now(&after));
        }
        if coming(of.before) != coming(&after) {
            // where none follows, the one of now stays
            let then = |product: &product::Model| coming(product).unwrap_or_else(|| now(product));
            told(then(of.before), then(&after));
        }
        self.products.push(product::Model { version: after.version + 1, ..after });
    }

    /// The agreements with one customer or group for one product, if no two of them claim the same day. One that is stored and
    /// begins on the day of a row is replaced by the row.
    fn agreements(
        &mut self,
        (with, product_id): &Key,
        claims: &[Claim],
        before: &[PriceAgreement],
        known: &Known<'_>,
        problems: &mut Problems,
        report: &mut Report,
    ) {
        let stays = before.iter().filter(|b| claims.iter().all(|c| c.agreed.from != b.from));
        let mut all: Vec<Claim> = stays
            .map(|agreed| Claim { agreed: agreed.clone(), line: None, sure: true })
            .chain(claims.iter().cloned())
            .collect();
        all.sort_by_key(|claim| claim.agreed.from);
        // in the order of their first days, only the one that lasts longest so far can reach into the next
        let mut longest: Option<&Claim> = None;
        for claim in &all {
            if let Some(before) = longest.filter(|before| overlap(&before.agreed, &claim.agreed)) {
                for (claim, with) in [(before, claim), (claim, before)] {
                    let Some(line) = claim.line else { continue };
                    let text = format!("{} overlaps with {}", said(claim), said(with));
                    problems.of_row(line, "from", &claim.agreed.from.to_string(), Problem::new(Reason::Overlap, text));
                }
            }
            let last = |claim: &Claim| claim.agreed.until.unwrap_or(NaiveDate::MAX);
            if longest.is_none_or(|before| last(claim) > last(before)) {
                longest = Some(claim);
            }
        }
        for claim in claims {
            let changes = report.change("prices");
            let same_day = before.iter().find(|b| b.from == claim.agreed.from);
            match same_day {
                Some(same) if *same == claim.agreed => {
                    changes.unchanged += 1;
                    continue;
                }
                Some(_) => changes.changed += 1,
                None => changes.created += 1,
            }
            report.row_change(|| known.change(with, *product_id, same_day, &claim.agreed));
            let list = &known.lists[product_id];
            let now = claim.agreed.deal.clone().of(list).base;
            if let Some(line) = claim.line.filter(|_| !claim.sure && far_off(list.base, now)) {
                let refusal = problem(&Refusal::FarOff { before: list.base, now });
                problems.of_row(line, "price", &number(now.0, 4), refusal);
            }
            match with {
                With::Customer(customer) => {
                    self.agreements.push(price_agreement::Model::of(*customer, *product_id, &claim.agreed));
                }
                With::Group(_) => self.of_groups.push(group_agreement::Model::of(*product_id, &claim.agreed)),
            }
        }
    }

    pub async fn write(self, write: &Write, meter: &mut Meter<'_>) -> Result<()> {
        meter.begin(Phase::Writing, (self.products.len() + self.agreements.len() + self.of_groups.len()) as u64);
        for product in &self.products {
            list_changed(write, product).await?;
        }
        bulk::put(write, self.products, Some(bulk::replacing::<product::Entity>()), meter).await?;
        bulk::put(write, self.agreements, Some(bulk::replacing::<price_agreement::Entity>()), meter).await?;
        bulk::put(write, self.of_groups, Some(bulk::replacing::<group_agreement::Entity>()), meter).await?;
        Ok(())
    }
}

fn said(claim: &Claim) -> String {
    let place = claim.line.map_or_else(|| "stored".to_owned(), |line| format!("row {line}"));
    format!("{} ({place})", claim.agreed)
}
