//! Order history: a row is a line, and repeats what the first row of its order says of the order.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use domain::{
    Lang, OrderState, Quantity, Refusal, UnitPrice, VatRate,
    delivery::{Calendar, Closure},
    money::parse_unit_price,
    quantity::parse_decimal,
    text,
};
use sea_orm::{ConnectionTrait, EntityTrait};

use super::{
    bulk::Meter,
    cells,
    history::{Goods, History, PastLine, PastOrder},
    known::{Customers, Products},
    nearest,
    refusals::{contradictions, take, tell},
    report::{Problem, Problems, Reason, Report},
    sheet::{Row, Sheet},
};
use crate::{
    Db, Result, Write, distributor,
    entity::{self, customer, site},
};

const OF_ORDER: [&str; 6] = ["customer_number", "site_code", "ordered_at", "delivery_on", "state", "reference"];

/// What is to be written.
pub(super) struct Plan {
    history: History,
}

/// The rows of one order.
struct Group<'s> {
    first: &'s Row<'s>,
    lines: Vec<u64>,
    order: Option<PastOrder>,
}

pub(super) async fn plan(
    conn: &impl ConnectionTrait,
    sheet: &Sheet<'_>,
    problems: &mut Problems,
    report: &mut Report,
    meter: &mut Meter<'_>,
) -> Result<Plan> {
    let (customers, products) = (Customers::read(conn).await?, Products::read(conn).await?);
    let (zone, calendar) = calendar(conn).await?;
    let reader = Reader { sheet, customers: &customers, zone, calendar: &calendar };
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut goods = Goods::default();
    let mut in_goods: HashMap<&str, u32> = HashMap::new();
    for row in sheet.usable(problems) {
        meter.step(1);
        let number = sheet.cell(row, "order_number");
        take(sheet, row, "order_number", problems, |typed| text::required(typed, 40));
        let place = match places.get(number) {
            Some(place) => {
                contradictions(sheet, groups[*place].first, row, &OF_ORDER, problems);
                *place
            }
            None => {
                let order = reader.order(row, problems);
                groups.push(Group { first: row, lines: Vec::new(), order });
                places.insert(number, groups.len() - 1);
                groups.len() - 1
            }
        };
        let group = &mut groups[place];
        group.lines.push(row.line);
        let product = products.named(row.line, sheet.cell(row, "sku"), problems);
        let quantity = take(sheet, row, "quantity", problems, quantity);
        let price = take(sheet, row, "unit_price", problems, price);
        let vat = take(sheet, row, "vat", problems, vat);
        let Some(product) = product else { continue };
        let place = *in_goods.entry(product.sku.as_str()).or_insert_with(|| goods.add(product.clone()));
        if let Some(order) = &mut group.order {
            order.lines.push(PastLine { product: place, quantity, price, vat: vat.unwrap_or(product.vat) });
        }
    }
    problems.hold_back_groups("order", groups.iter().map(|g| &g.lines));
    let good = groups.into_iter().filter(|group| problems.refused(group.first.line).is_none());
    let orders: Vec<PastOrder> = good.filter_map(|group| group.order).collect();
    report.products = super::distinct(orders.iter().flat_map(|o| &o.lines).map(|line| line.product));
    Ok(Plan { history: History::new(conn, orders, goods, report).await? })
}

/// The warehouse's zone and days with the closures of the past as well; those of a portal that has just been unpacked
/// where it has not been set up yet.
async fn calendar(conn: &impl ConnectionTrait) -> Result<(Tz, Calendar)> {
    let distributor = match entity::distributor::Entity::find_by_id(1).one(conn).await? {
        Some(row) => distributor::read(row)?,
        None => distributor::Distributor::unpacked(""),
    };
    let closures = entity::closure::Entity::find().all(conn).await?;
    let calendar = Calendar {
        cut_off: distributor.cut_off,
        lead_days: distributor.lead_days,
        warehouse_days: distributor.warehouse_days,
        // on which days the lorry came is not asked of history
        route_days: distributor.warehouse_days,
        closures: closures.into_iter().map(|c| Closure { from: c.from_on, until: c.until_on, name: c.name }).collect(),
    };
    Ok((distributor.zone, calendar))
}

/// What the first row of an order is read with.
struct Reader<'r> {
    sheet: &'r Sheet<'r>,
    customers: &'r Customers,
    zone: Tz,
    calendar: &'r Calendar,
}

impl Reader<'_> {
    /// The order without its lines.
    fn order(&self, row: &Row<'_>, problems: &mut Problems) -> Option<PastOrder> {
        let sheet = self.sheet;
        let customer = self.customers.named(row.line, sheet.cell(row, "customer_number"), problems);
        let site = customer.and_then(|customer| self.site(row, customer, problems));
        let submitted_at: Option<DateTime<Utc>> = take(sheet, row, "ordered_at", problems, |typed| match typed {
            "" => Err(Refusal::Required),
            typed => cells::moment(&self.zone, typed).map(Some),
        });
        let delivery_on: Option<NaiveDate> = take(sheet, row, "delivery_on", problems, |typed| match typed {
            "" => Ok(None),
            typed => cells::day(typed).map(Some),
        });
        let state: Option<OrderState> = take(sheet, row, "state", problems, |typed| state(typed).map(Some));
        let reference = take(sheet, row, "reference", problems, |typed| text::line(typed, 40));
        let (customer, site, submitted_at) = (customer?, site?, submitted_at?);
        let delivery_on = delivery_on.unwrap_or_else(|| submitted_at.with_timezone(&self.zone).date_naive());
        Some(PastOrder {
            number: sheet.cell(row, "order_number").to_owned(),
            customer: customer.id,
            site: site.id,
            language: Lang::from_code(&customer.language).unwrap_or_default(),
            submitted_at,
            delivery_on,
            cut_off_at: self.calendar.cut_off_for(&self.zone, delivery_on),
            state: state?,
            reference,
            lines: Vec::new(),
        })
    }

    fn site(&self, row: &Row<'_>, customer: &customer::Model, problems: &mut Problems) -> Option<&site::Model> {
        let code = self.sheet.cell(row, "site_code");
        let sites = self.customers.sites(customer.id);
        if code.is_empty() {
            if let [only] = sites {
                return Some(only);
            }
            tell(self.sheet, row, "site_code", &Refusal::Required, problems);
            return None;
        }
        let found = self.customers.site(customer.id, code);
        if found.is_none() {
            let nearest = nearest::of(code, sites.iter().map(|s| s.code.as_str()));
            let problem = Problem::new(Reason::UnknownSite, "the customer has no such site").or_rather(nearest);
            problems.of_row(row.line, "site_code", code, problem);
        }
        found
    }
}

/// What has not been decided by the desk does not come from a file.
fn state(typed: &str) -> Result<OrderState, Refusal> {
    use OrderState::*;
    let typed = if typed.is_empty() { Delivered.key() } else { typed };
    [Accepted, Delivered, Declined, Cancelled]
        .into_iter()
        .find(|state| state.key().eq_ignore_ascii_case(typed))
        .ok_or_else(|| Refusal::UnknownChoice { typed: typed.chars().take(40).collect() })
}

fn quantity(typed: &str) -> Result<Quantity, Refusal> {
    match Quantity::parse(typed)? {
        Quantity::ZERO => Err(Refusal::Required),
        quantity => Ok(quantity),
    }
}

fn price(typed: &str) -> Result<UnitPrice, Refusal> {
    match typed {
        "" => Err(Refusal::Required),
        typed => match parse_unit_price(typed)? {
            UnitPrice(..0) => Err(Refusal::Negative),
            price => Ok(price),
        },
    }
}

/// In percent; none where the product's own counts.
fn vat(typed: &str) -> Result<Option<VatRate>, Refusal> {
    match typed.trim_end_matches('%').trim() {
        "" => Ok(None),
        typed => match parse_decimal(typed, 2)? {
            ..0 => Err(Refusal::Negative),
            rate @ 0..=10_000 => Ok(Some(VatRate(rate))),
            _ => Err(Refusal::UnknownChoice { typed: typed.chars().take(40).collect() }),
        },
    }
}

impl Plan {
    pub async fn write(self, db: &Db, write: &Write, report: &Report, meter: &mut Meter<'_>) -> Result<()> {
        self.history.write(db, write, &report.file, meter).await
    }
}
