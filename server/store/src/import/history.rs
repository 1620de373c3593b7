//! Orders of the past: compared with what is there, written in bulk, and the habits that follow from them.
//!
//! An order is frozen as it was: its unit is the product's of today, its price and VAT are the file's, its trace is
//! empty (the journal says from which file it is), and no quantity is held against today's multiples.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Cents, CustomerId, Lang, OrderId, OrderState, ProductId, Quantity, SalesUnit, SiteId, UnitPrice, VatRate,
    event::Event, guide::Habit, money::Totals,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
    sea_query::Expr,
};

use super::{
    BY, Phase,
    bulk::{self, KEYS, Meter},
    entry,
    report::Report,
};
use crate::{
    Db, Result, Write,
    clock::new_id,
    db::millis,
    distributor::Distributor,
    entity::{distributor, habit, journal, order, order_line, product},
    orders::json,
};

/// An order as the file tells it.
pub(super) struct PastOrder {
    pub number: String,
    pub customer: CustomerId,
    pub site: SiteId,
    /// In which language the customer reads its names.
    pub language: Lang,
    pub submitted_at: DateTime<Utc>,
    pub delivery_on: NaiveDate,
    pub cut_off_at: DateTime<Utc>,
    pub state: OrderState,
    pub reference: String,
    pub lines: Vec<PastLine>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct PastLine {
    /// Its place in [`Goods`].
    pub product: u32,
    pub quantity: Quantity,
    pub price: UnitPrice,
    pub vat: VatRate,
}

/// The products that orders refer to.
#[derive(Default)]
pub(super) struct Goods {
    products: Vec<product::Model>,
    units: Vec<SalesUnit>,
}

impl Goods {
    /// The place of the product.
    pub fn add(&mut self, product: product::Model) -> u32 {
        self.units.push(product.sales_unit());
        self.products.push(product);
        (self.products.len() - 1) as u32
    }

    pub fn product(&self, place: u32) -> &product::Model {
        &self.products[place as usize]
    }

    /// What a line costs, by the one rule.
    pub fn amount(&self, line: &PastLine) -> Cents {
        line.price.amount(line.quantity, &self.units[line.product as usize])
    }

    pub fn totals(&self, order: &PastOrder) -> Totals {
        Totals::of(order.lines.iter().map(|line| (self.amount(line), line.vat)), Cents(0))
    }
}

/// What is to become of the orders of a file.
#[derive(Default)]
pub(super) struct History {
    pub orders: Vec<PastOrder>,
    pub goods: Goods,
    fates: Vec<Fate>,
}

/// What is to become of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Create(OrderId),
    /// Imported before with other content: replaced under its id.
    Replace(OrderId, i64),
    Unchanged,
    /// Placed in the portal, or changed there: left as it is.
    Keep,
}

impl History {
    /// Compares with what is there, and tells.
    pub async fn new(
        conn: &impl ConnectionTrait,
        orders: Vec<PastOrder>,
        goods: Goods,
        report: &mut Report,
    ) -> Result<History> {
        let mut history = History { orders, goods, fates: Vec::new() };
        let mut known: HashMap<String, order::Model> = HashMap::new();
        for some in history.orders.chunks(KEYS) {
            let numbers = some.iter().map(|o| o.number.as_str());
            let rows = order::Entity::find().filter(order::Column::Number.is_in(numbers)).all(conn).await?;
            known.extend(rows.into_iter().map(|o| (o.number.clone(), o)));
        }
        let mut fates = Vec::with_capacity(history.orders.len());
        for some in history.orders.chunks(KEYS) {
            let there: Vec<&order::Model> = some.iter().filter_map(|o| known.get(&o.number)).collect();
            let lines = lines_of(conn, &there).await?;
            let differing: Vec<OrderId> = some
                .iter()
                .filter_map(|o| known.get(&o.number).map(|row| (o, row)))
                .filter(|(o, row)| !history.is_as(o, row, lines.get(&row.id)))
                .map(|(_, row)| row.id)
                .collect();
            let touched = touched_by_people(conn, &differing).await?;
            for order in some {
                fates.push(match known.get(&order.number) {
                    None => Fate::Create(OrderId(new_id())),
                    Some(row) if !differing.contains(&row.id) => Fate::Unchanged,
                    Some(row) if row.entered_by.is_some() || touched.contains(&row.id) => Fate::Keep,
                    Some(row) => Fate::Replace(row.id, row.version),
                });
            }
        }
        history.fates = fates;
        history.tell(report);
        Ok(history)
    }

    fn is_as(&self, order: &PastOrder, row: &order::Model, lines: Option<&Vec<StoredLine>>) -> bool {
        let same_head = row.customer_id == order.customer
            && row.site_id == order.site
            && row.state == order.state.key()
            && row.submitted_at == millis(order.submitted_at)
            && row.delivery_on == order.delivery_on
            && row.reference == order.reference;
        let of_file = order.lines.iter().map(|l| (self.goods.product(l.product).id, l.quantity, l.price, l.vat));
        let stored = lines.map_or(&[][..], Vec::as_slice).iter().copied();
        same_head && of_file.eq(stored)
    }

    fn tell(&self, report: &mut Report) {
        let (mut net, mut kept) = (0, Vec::new());
        for (order, fate) in self.orders.iter().zip(&self.fates) {
            match fate {
                Fate::Create(_) => report.change("orders").created += 1,
                Fate::Replace(..) => report.change("orders").changed += 1,
                Fate::Unchanged => report.change("orders").unchanged += 1,
                Fate::Keep => {
                    report.change("orders").kept += 1;
                    kept.push(order.number.as_str());
                }
            }
            if order.state.counts() {
                report.orders += 1;
            } else {
                report.cancelled += 1;
            }
            report.lines += order.lines.len() as u64;
            net += self.goods.totals(order).net.0;
        }
        report.net_value = super::report::cents(net);
        report.customers = super::distinct(self.orders.iter().map(|o| o.customer));
        if !kept.is_empty() {
            let some = kept.iter().take(20).copied().collect::<Vec<_>>().join(", ");
            let more = if kept.len() > 20 { " …" } else { "" };
            let text = format!("orders placed or changed in the portal differ from the file and stay: {some}{more}");
            report.note("kept_orders", kept.len() as u64, text);
        }
    }

    /// Orders that are, or will be, as the file says; not those that are kept.
    pub fn as_told(&self) -> impl Iterator<Item = &PastOrder> {
        self.orders.iter().zip(&self.fates).filter(|(_, fate)| **fate != Fate::Keep).map(|(order, _)| order)
    }

    /// The orders that are kept.
    pub fn kept(&self) -> impl Iterator<Item = &PastOrder> {
        self.orders.iter().zip(&self.fates).filter(|(_, fate)| **fate == Fate::Keep).map(|(order, _)| order)
    }

    /// Writes heads, lines, journal and habits.
    pub async fn write(&self, db: &Db, write: &Write, file: &str, meter: &mut Meter<'_>) -> Result<()> {
        let now = millis(db.now());
        let put: Vec<(&PastOrder, OrderId, i64)> = self
            .orders
            .iter()
            .zip(&self.fates)
            .filter_map(|(order, fate)| match fate {
                Fate::Create(id) => Some((order, *id, 1)),
                Fate::Replace(id, version) => Some((order, *id, version + 1)),
                Fate::Unchanged | Fate::Keep => None,
            })
            .collect();
        let lines: usize = put.iter().map(|(order, ..)| order.lines.len()).sum();
        meter.begin(Phase::Writing, (put.len() * 2 + lines) as u64);
        let mut sites: BTreeSet<SiteId> = put.iter().map(|(order, ..)| order.site).collect();
        let replaced: Vec<OrderId> = put.iter().filter(|(.., version)| *version > 1).map(|(_, id, _)| *id).collect();
        for some in replaced.chunks(KEYS) {
            // an order that moves to another site leaves habits behind
            let before = order::Entity::find().filter(order::Column::Id.is_in(some.iter().copied())).all(&**write);
            sites.extend(before.await?.into_iter().map(|o| o.site_id));
            let ids = some.iter().copied();
            order_line::Entity::delete_many().filter(order_line::Column::OrderId.is_in(ids)).exec(&**write).await?;
        }
        let heads = put.iter().map(|(order, id, version)| self.head(order, *id, *version));
        let heads = heads.collect::<Result<Vec<_>>>()?;
        bulk::put(write, heads, Some(bulk::replacing::<order::Entity>()), meter).await?;
        let rows = put.iter().flat_map(|(order, id, _)| {
            order.lines.iter().enumerate().map(|(place, line)| self.line(order, *id, place, line))
        });
        bulk::put(write, rows, None, meter).await?;
        self.number_on(write).await?;
        let event = json(&Event::Imported { file: file.to_owned() })?;
        let entries = put.iter().map(|(_, id, _)| entry(now, "order", id.0, event.clone()));
        bulk::put::<journal::ActiveModel, _>(write, entries, None, meter).await?;
        derive_habits(write, sites.into_iter().collect(), meter).await
    }

    /// The portal goes on counting after the imported numbers that look like its own.
    async fn number_on(&self, write: &Write) -> Result<()> {
        use distributor::{Column, Entity};
        let own = |order: &PastOrder| order.number.strip_prefix('B').and_then(|n| n.parse::<u32>().ok());
        let Some(last) = self.orders.iter().filter_map(own).max() else { return Ok(()) };
        if Entity::find_by_id(1).one(&**write).await?.is_none() {
            crate::distributor::put(write, &Distributor::unpacked("Toonbank")).await?;
        }
        let next = i64::from(last) + 1;
        Entity::update_many()
            .col_expr(Column::NextOrderNumber, Expr::val(next))
            .filter(Column::Id.eq(1))
            .filter(Column::NextOrderNumber.lt(next))
            .exec(&**write)
            .await?;
        Ok(())
    }

    fn head(&self, order: &PastOrder, id: OrderId, version: i64) -> Result<order::Model> {
        let totals = self.goods.totals(order);
        Ok(order::Model {
            id,
            number: order.number.clone(),
            customer_id: order.customer,
            site_id: order.site,
            state: order.state.key().to_owned(),
            entered_by: None,
            entered_by_name: BY.to_owned(),
            on_behalf: false,
            submitted_at: millis(order.submitted_at),
            delivery_on: order.delivery_on,
            cut_off_at: millis(order.cut_off_at),
            reference: order.reference.clone(),
            note: String::new(),
            lines: order.lines.len() as i64,
            net: totals.net,
            totals: json(&totals)?,
            exceptions: "[]".to_owned(),
            attention: 0,
            // before every basket
            basket_version: -1,
            version,
        })
    }

    fn line(&self, order: &PastOrder, id: OrderId, place: usize, line: &PastLine) -> order_line::Model {
        let product = self.goods.product(line.product);
        order_line::Model {
            order_id: id,
            line: place as i64 + 1,
            product_id: product.id,
            sku: product.sku.clone(),
            name: name(product, order.language).to_owned(),
            unit: product.unit.clone(),
            factor: product.factor,
            minimum: product.minimum,
            multiple: product.multiple,
            base_unit: product.base_unit.clone(),
            priced_by_base: product.priced_by_base,
            tolerance: product.tolerance,
            // what is history was weighed
            weighed: product.tolerance.map(|_| product.sales_unit().in_base_units(line.quantity)),
            ordered: line.quantity,
            confirmed: line.quantity,
            delivered: (order.state == OrderState::Delivered).then_some(line.quantity),
            substituted_by: None,
            cause: None,
            vat: line.vat,
            price: line.price,
            trace: "[]".to_owned(),
            amount: self.goods.amount(line),
            deposit: None,
        }
    }
}

/// The name in a language; where it is missing the Dutch one serves.
fn name(product: &product::Model, language: Lang) -> &str {
    let name = match language {
        Lang::Nl => &product.name_nl,
        Lang::Fr => &product.name_fr,
        Lang::En => &product.name_en,
    };
    if name.is_empty() { &product.name_nl } else { name }
}

/// Product, ordered quantity, price and VAT.
type StoredLine = (ProductId, Quantity, UnitPrice, VatRate);

async fn lines_of(conn: &impl ConnectionTrait, orders: &[&order::Model]) -> Result<HashMap<OrderId, Vec<StoredLine>>> {
    if orders.is_empty() {
        return Ok(HashMap::new());
    }
    use order_line::Column;
    let rows: Vec<(OrderId, ProductId, Quantity, UnitPrice, VatRate)> = order_line::Entity::find()
        .select_only()
        .columns([Column::OrderId, Column::ProductId, Column::Ordered, Column::Price, Column::Vat])
        .filter(Column::OrderId.is_in(orders.iter().map(|o| o.id)))
        .order_by_asc(Column::OrderId)
        .order_by_asc(Column::Line)
        .into_tuple()
        .all(conn)
        .await?;
    let mut lines: HashMap<OrderId, Vec<StoredLine>> = HashMap::new();
    for (order, product, quantity, price, vat) in rows {
        lines.entry(order).or_default().push((product, quantity, price, vat));
    }
    Ok(lines)
}

/// Which of these orders somebody with an account did something to.
async fn touched_by_people(conn: &impl ConnectionTrait, orders: &[OrderId]) -> Result<BTreeSet<OrderId>> {
    if orders.is_empty() {
        return Ok(BTreeSet::new());
    }
    let rows: Vec<sea_orm::prelude::Uuid> = journal::Entity::find()
        .select_only()
        .column(journal::Column::SubjectId)
        .filter(journal::Column::SubjectId.is_in(orders.iter().map(|o| o.0)))
        .filter(journal::Column::UserId.is_not_null())
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(OrderId).collect())
}

/// Sites whose orders are read at a time: enough to be quick, few enough to fit in memory.
const SITES: usize = 100;

/// Writes anew what these sites usually take, from all orders that goods came or will come of.
async fn derive_habits(write: &Write, sites: Vec<SiteId>, meter: &mut Meter<'_>) -> Result<()> {
    meter.begin(Phase::Deriving, sites.len() as u64);
    let counting = [OrderState::Submitted, OrderState::Accepted, OrderState::Delivered].map(OrderState::key);
    let counts = |state: &str, taken: Quantity| counting.contains(&state) && taken > Quantity::ZERO;
    for some in sites.chunks(SITES) {
        // the state is not asked for in the query: SQLite would rather walk the queue's index than these sites'
        let rows: Vec<(SiteId, ProductId, NaiveDate, Quantity, String)> = order_line::Entity::find()
            .select_only()
            .column(order::Column::SiteId)
            .column(order_line::Column::ProductId)
            .column(order::Column::DeliveryOn)
            .column(order_line::Column::Ordered)
            .column(order::Column::State)
            .join(JoinType::InnerJoin, to_order())
            .filter(order::Column::SiteId.is_in(some.iter().copied()))
            .order_by_asc(order::Column::DeliveryOn)
            .order_by_asc(order::Column::SubmittedAt)
            .into_tuple()
            .all(&**write)
            .await?;
        let mut habits: BTreeMap<(SiteId, ProductId), Habit> = BTreeMap::new();
        for (site, product, on, quantity, _) in rows.into_iter().filter(|row| counts(&row.4, row.3)) {
            habits.entry((site, product)).or_default().take(on, quantity);
        }
        let sites = some.iter().copied();
        habit::Entity::delete_many().filter(habit::Column::SiteId.is_in(sites)).exec(&**write).await?;
        let rows = habits.into_iter().map(|((site_id, product_id), habit)| habit::Model {
            site_id,
            product_id,
            taken: habit.to_text(),
        });
        // counted in sites, not in rows
        let mut silent = |_| {};
        bulk::put(write, rows, None, &mut Meter::new(&mut silent)).await?;
        meter.step(some.len() as u64);
    }
    Ok(())
}

fn to_order() -> RelationDef {
    order_line::Entity::belongs_to(order::Entity).from(order_line::Column::OrderId).to(order::Column::Id).into()
}
