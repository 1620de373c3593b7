//! What a customer may order and what he calls it, one article a row.

use std::collections::{BTreeSet, HashMap, HashSet};

use domain::{CustomerId, ProductId, text};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{
    ItemKey, Phase,
    bulk::{self, KEYS, Meter},
    cells, distinct,
    known::{Customers, Groups, Products},
    refusals::take,
    report::{Problem, Problems, Reason, Report},
    sheet::Sheet,
};
use crate::{
    Result, Write,
    assortments::{follow, hold_groups, some},
    customers::whole,
    entity::{assortment_item, group_item},
};

/// What is to be written.
#[derive(Default)]
pub(super) struct Plan {
    items: Vec<assortment_item::Model>,
    of_groups: Vec<group_item::Model>,
}

/// The last place of a shelf that a file may name.
const LAST: i64 = 1_000_000_000;

pub(super) async fn plan(
    conn: &impl ConnectionTrait,
    sheet: &Sheet<'_>,
    problems: &mut Problems,
    report: &mut Report,
    meter: &mut Meter<'_>,
) -> Result<Plan> {
    let (customers, products) = (Customers::read(conn).await?, Products::read(conn).await?);
    let mut shelves = Shelves::default();
    let rows = sheet.usable(problems);
    let named = rows.iter().filter_map(|row| customers.get(sheet.cell(row, "customer_number"))).map(|c| c.id);
    shelves.read(conn, named.collect()).await?;
    let mut plan = Plan::default();
    // items that go after all others, known when all rows were seen
    let mut last: Vec<usize> = Vec::new();
    let mut seen: HashMap<ItemKey, u64> = HashMap::new();
    let mut groups = Groups::read(conn, &customers).await?;
    let has: HashSet<(String, ProductId)> =
        group_item::Entity::find().all(conn).await?.into_iter().map(|g| (g.customer_group, g.product_id)).collect();
    let mut seen_of_groups: HashMap<(String, ProductId), u64> = HashMap::new();
    for row in rows {
        meter.step(1);
        let group = sheet.cell(row, "customer_group");
        if !group.is_empty() {
            for column in ["customer_number", "own_name", "own_code", "position", "favourite", "of_group"] {
                let typed = sheet.cell(row, column);
                if !typed.is_empty() {
                    let text = "an article of a group is the same for all its customers";
                    problems.of_row(row.line, column, typed, Problem::new(Reason::NotEmpty, text));
                }
            }
            let group = groups.named(row.line, group, problems);
            let product = products.named(row.line, sheet.cell(row, "sku"), problems).map(|p| p.id);
            let (Some(customer_group), Some(product_id)) = (group, product) else { continue };
            let key = (customer_group.clone(), product_id);
            if let Some(first) = seen_of_groups.get(&key) {
                let text = format!("row {first} is about the same article of the same group");
                problems.of_row(row.line, "sku", sheet.cell(row, "sku"), Problem::new(Reason::DuplicateRow, text));
                continue;
            }
            if problems.refused(row.line).is_none() {
                let changes = report.change("group_items");
                if has.contains(&key) {
                    changes.unchanged += 1;
                } else {
                    changes.created += 1;
                    plan.of_groups.push(group_item::Model { customer_group, product_id });
                }
            }
            seen_of_groups.insert(key, row.line);
            continue;
        }
        let customer = customers.named(row.line, sheet.cell(row, "customer_number"), problems).map(|c| c.id);
        let product = products.named(row.line, sheet.cell(row, "sku"), problems).map(|p| p.id);
        let own_name = take(sheet, row, "own_name", problems, |typed| text::line(typed, 80));
        let own_code = take(sheet, row, "own_code", problems, |typed| text::line(typed, 40));
        let place = take(sheet, row, "position", problems, |typed| match typed {
            "" => Ok(None),
            typed => whole(typed, LAST).map(Some),
        });
        let favourite = take(sheet, row, "favourite", problems, cells::flag).unwrap_or(false);
        let of_group = take(sheet, row, "of_group", problems, cells::flag);
        let (Some(customer), Some(product)) = (customer, product) else { continue };
        if let Some(first) = seen.get(&(customer, product)) {
            let text = format!("row {first} is about the same article of the same customer");
            problems.of_row(row.line, "sku", sheet.cell(row, "sku"), Problem::new(Reason::DuplicateRow, text));
            continue;
        }
        seen.insert((customer, product), row.line);
        if problems.refused(row.line).is_some() {
            continue;
        }
        if let Some(place) = place {
            shelves.reaches(customer, place);
        }
        let before = shelves.items.get(&(customer, product));
        let kept = |column: &str| before.filter(|_| !sheet.has(column));
        let after = assortment_item::Model {
            customer_id: customer,
            product_id: product,
            own_name: kept("own_name").map_or_else(|| some(own_name), |b| b.own_name.clone()),
            own_code: kept("own_code").map_or_else(|| some(own_code), |b| b.own_code.clone()),
            position: match (place, before) {
                (Some(place), _) => place,
                (None, Some(before)) => before.position,
                (None, None) => 0,
            },
            favourite: kept("favourite").map_or(favourite, |b| b.favourite),
            of_group: of_group.unwrap_or_else(|| kept("of_group").is_some_and(|b| b.of_group)),
        };
        let changes = report.change("assortment_items");
        match before {
            Some(before) if *before == after => changes.unchanged += 1,
            Some(_) => {
                changes.changed += 1;
                plan.items.push(after);
            }
            None => {
                changes.created += 1;
                if place.is_none() {
                    last.push(plan.items.len());
                }
                plan.items.push(after);
            }
        }
    }
    groups.tell(report);
    for place in last {
        let item = &mut plan.items[place];
        item.position = shelves.next(item.customer_id);
    }
    let accepted = seen.iter().filter(|(_, line)| problems.refused(**line).is_none());
    report.customers = distinct(accepted.clone().map(|((customer, _), _)| *customer));
    report.products = distinct(accepted.map(|((_, product), _)| *product));
    Ok(plan)
}

/// What stands on the shelves of the customers of the file.
#[derive(Default)]
struct Shelves {
    items: HashMap<ItemKey, assortment_item::Model>,
    last: HashMap<CustomerId, i64>,
}

impl Shelves {
    async fn read(&mut self, conn: &impl ConnectionTrait, customers: BTreeSet<CustomerId>) -> Result<(), crate::Error> {
        let customers: Vec<CustomerId> = customers.into_iter().collect();
        for some in customers.chunks(KEYS) {
            let rows = assortment_item::Entity::find()
                .filter(assortment_item::Column::CustomerId.is_in(some.iter().copied()))
                .all(conn)
                .await?;
            for item in rows {
                self.reaches(item.customer_id, item.position);
                self.items.insert((item.customer_id, item.product_id), item);
            }
        }
        Ok(())
    }

    fn reaches(&mut self, customer: CustomerId, place: i64) {
        let last = self.last.entry(customer).or_default();
        *last = (*last).max(place);
    }

    /// The place after all others.
    fn next(&mut self, customer: CustomerId) -> i64 {
        let last = self.last.entry(customer).or_default();
        *last += 10;
        *last
    }
}

impl Plan {
    pub async fn write(self, write: &Write, meter: &mut Meter<'_>) -> Result<()> {
        meter.begin(Phase::Writing, (self.items.len() + self.of_groups.len()) as u64);
        hold_groups(write).await?;
        bulk::put(write, self.items, Some(bulk::replacing::<assortment_item::Entity>()), meter).await?;
        bulk::put(write, self.of_groups, None, meter).await?;
        follow(write, None).await
    }
}
