//! The order lines of a real wholesaler: "Online Retail" (UCI, CC BY 4.0; Chen, Sain, Guo 2012), British giftware,
//! December 2009 to December 2011. One file gives customers, products, assortments and order history.
//!
//! # The mapping
//! | of the file | becomes |
//! |---|---|
//! | `CustomerID` | a customer with this number, named `Klant 15362` (the data has no names), reading English, with one site `1` in the city that is the country named most often, delivered Monday to Friday |
//! | `StockCode` | a product, sold by the piece (`C62`, factor 1), named as most of its lines are, at the positive price it was sold at most often, VAT 20 % |
//! | what a customer bought | his assortment, what he bought most often first |
//! | `InvoiceNo` | a delivered order of this number, placed at its first `InvoiceDate` (London time), delivered on that day |
//! | `InvoiceNo` with `C` | a cancelled order with negative quantities: it counts in `cancelled` and in `net_value`, and in no habit |
//! | the portal, where it has no distributor | "Online Retail", pounds, London |
//!
//! Customers, products and distributor that are there already are left as they are; assortments are only added to.
//! Codes are text, so `85123A` and `85123a` are two products; the report counts such pairs.
//!
//! # Its dirt
//! Every line is in `lines` or in `rejected`, none is dropped in silence. The first reason that fits counts:
//!
//! | reason | what | why left out |
//! |---|---|---|
//! | `no_customer` | no `CustomerID` | there is nobody whose order it could be; its value is reported |
//! | `bad_debt` | `A…` invoice with a customer | a booking, no goods |
//! | `zero_quantity` | quantity 0 | nothing was sold |
//! | `negative_price` | price below 0 | a booking, no goods |
//! | `negative_quantity` | below 0 on an invoice without `C` | a correction of stock, no sale |
//! | `other_customer` | another customer than the first line of the invoice | an order has one customer |
//!
//! Taken as they are: zero prices (goods that were given away: a line of 0.00), exact duplicates (nothing shows that they
//! were not sold twice, and the reference figures count them), empty descriptions (another line of the code has the name,
//! else the code is the name), and codes that are no product (`POST`, `D`, `M`, `DOT`, `BANK CHARGES`, `AMAZONFEE`,
//! `gift_…` …): their lines stay in the orders, so that the totals are right, but their products are discontinued and in
//! nobody's assortment. A line that cannot be read (a number, a date, the number of cells) refuses the file, as everywhere.
//!
//! To give lines without a customer one, fill `CustomerID` in the rejected file and feed it as a file of the same kind,
//! with all lines of an invoice together: an invoice that is there with other lines is replaced.
//!
//! # Reconciliation
//! [`Reconciliation`] holds the figures that follow from what was stored beside those of the whole file by the
//! definitions of an independent reference, each difference with its causes; `unexplained` is what is left, and is 0.

mod lines;
mod reconcile;

use std::collections::{BTreeSet, HashMap};

use chrono_tz::Europe::London;
use domain::{
    Cents, Currency, CustomerId, Lang, OrderState, ProductId, Quantity, SiteId, UnitCode, UnitPrice, VatRate,
    delivery::{Weekdays, instant},
    packaging::PerUnit,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{
    ItemKey, Phase,
    bulk::{self, KEYS, Meter},
    history::{Goods, History, PastLine, PastOrder},
    known::{Customers, Products},
    report::{Report, Split},
};
use crate::{
    Db, Result, Write,
    clock::new_id,
    distributor::{self, Distributor},
    entity::{assortment_item, customer, product, site},
    products::put_category,
};
pub(super) use lines::Read;
use reconcile::FileFigures;
pub use reconcile::{Cause, Figure, Month, Reconciliation};

/// Under which the goods stand, and what is no goods.
const GOODS: &str = "giftware";
const SERVICES: &str = "services";

/// 20 %, the British rate since January 2011; the data has none.
const VAT: VatRate = VatRate(2_000);

/// What is to be written.
pub(super) struct Plan {
    distributor: bool,
    products: Vec<product::Model>,
    customers: Vec<customer::Model>,
    sites: Vec<site::Model>,
    items: Vec<assortment_item::Model>,
    history: History,
    figures: FileFigures,
    /// The customers' numbers.
    numbers: HashMap<CustomerId, String>,
}

impl Read {
    /// The lines that were left out.
    pub fn split(self) -> Option<Split> {
        self.left_out.map(|writer| Split { rejected: writer.done(), accepted: None })
    }
}

pub(super) async fn plan(
    conn: &impl ConnectionTrait,
    read: &Read,
    report: &mut Report,
    meter: &mut Meter<'_>,
) -> Result<Plan> {
    meter.begin(Phase::Checking, read.invoices.len() as u64);
    let (customers, products) = (Customers::read(conn).await?, Products::read(conn).await?);
    let distributor = crate::entity::distributor::Entity::find_by_id(1).one(conn).await?;
    if let Some(row) = distributor.as_ref().filter(|row| row.currency != Currency::Gbp.code()) {
        let text = format!("the portal's currency is {}; amounts in pounds were taken over one to one", row.currency);
        report.note("other_currency", report.rows.accepted, text);
    }
    let mut plan = Plan {
        distributor: distributor.is_none(),
        products: Vec::new(),
        customers: Vec::new(),
        sites: Vec::new(),
        items: Vec::new(),
        history: History::default(),
        figures: read.figures.clone(),
        numbers: HashMap::new(),
    };
    let goods = plan.goods(read, &products, report);
    let buyers = plan.buyers(read, &customers, report);
    plan.numbers = buyers.iter().zip(&read.buyers).map(|((id, _), buyer)| (*id, buyer.number.clone())).collect();
    plan.assortments(conn, read, &goods, &buyers, report).await?;
    let orders = orders(read, &buyers, meter);
    report.products = read.codes.len() as u64;
    plan.history = History::new(conn, orders, goods, report).await?;
    Ok(plan)
}

impl Plan {
    /// All products, in the order of the codes; those that are not there are to be made.
    fn goods(&mut self, read: &Read, known: &Products, report: &mut Report) -> Goods {
        let mut goods = Goods::default();
        let piece = UnitCode("C62".to_owned());
        for code in &read.codes {
            let changes = report.change("products");
            if let Some(there) = known.get(&code.code) {
                changes.unchanged += 1;
                goods.add(there.clone());
                continue;
            }
            changes.created += 1;
            let is_goods = lines::is_goods(&code.code);
            let new = product::Model {
                id: ProductId(new_id()),
                sku: code.code.clone(),
                gtin: None,
                name_nl: code.name().to_owned(),
                name_fr: String::new(),
                name_en: String::new(),
                category: if is_goods { GOODS } else { SERVICES }.to_owned(),
                base_unit: piece.clone(),
                unit: piece.clone(),
                factor: Quantity::whole(1),
                minimum: Quantity::whole(1),
                multiple: Quantity::whole(1),
                priced_by_base: false,
                tolerance: None,
                packs: String::new(),
                list_price: UnitPrice(code.price()),
                list_tiers: String::new(),
                coming_price: None,
                coming_tiers: None,
                coming_on: None,
                vat: VAT,
                packaging: None,
                packaging_per_unit: PerUnit::default(),
                allergens: String::new(),
                discontinued: !is_goods,
                cost: None,
                successor_id: None,
                version: 1,
            };
            goods.add(new.clone());
            self.products.push(new);
        }
        goods
    }

    /// All customers with their site, in the order of the file; those that are not there are to be made.
    fn buyers(&mut self, read: &Read, known: &Customers, report: &mut Report) -> Vec<(CustomerId, SiteId)> {
        let mut buyers = Vec::with_capacity(read.buyers.len());
        for buyer in &read.buyers {
            let name = format!("Klant {}", buyer.number);
            let there = known.get(&buyer.number);
            let changes = report.change("customers");
            let id = match there {
                Some(there) => {
                    changes.unchanged += 1;
                    there.id
                }
                None => {
                    changes.created += 1;
                    let id = CustomerId(new_id());
                    self.customers.push(customer::Model {
                        id,
                        number: buyer.number.clone(),
                        name: name.clone(),
                        vat_number: String::new(),
                        language: Lang::En.code().to_owned(),
                        customer_group: String::new(),
                        blocked: false,
                        payment_days: 30,
                        credit_limit: None,
                        outstanding: Cents(0),
                        order_minimum: None,
                        minimum_is_strict: false,
                        notice_days: None,
                        version: 1,
                    });
                    id
                }
            };
            let changes = report.change("sites");
            let site = match known.site(id, "1").or_else(|| known.sites(id).first()) {
                Some(site) => {
                    changes.unchanged += 1;
                    site.id
                }
                None => {
                    changes.created += 1;
                    let site = SiteId(new_id());
                    self.sites.push(site::Model {
                        id: site,
                        customer_id: id,
                        code: "1".to_owned(),
                        name,
                        street: String::new(),
                        postcode: String::new(),
                        city: buyer.country().to_owned(),
                        delivery_days: Weekdays::WORKING.to_text(),
                        version: 1,
                    });
                    site
                }
            };
            buyers.push((id, site));
        }
        buyers
    }

    /// What each customer bought, what he bought most often first; what he has already stays where it is.
    async fn assortments(
        &mut self,
        conn: &impl ConnectionTrait,
        read: &Read,
        goods: &Goods,
        buyers: &[(CustomerId, SiteId)],
        report: &mut Report,
    ) -> Result<()> {
        let made: BTreeSet<CustomerId> = self.customers.iter().map(|c| c.id).collect();
        let there: Vec<CustomerId> = buyers.iter().map(|(id, _)| *id).filter(|id| !made.contains(id)).collect();
        let mut shelves: HashMap<ItemKey, i64> = HashMap::new();
        let mut last: HashMap<CustomerId, i64> = HashMap::new();
        for some in there.chunks(KEYS) {
            let owners = some.iter().copied();
            let items = assortment_item::Entity::find()
                .filter(assortment_item::Column::CustomerId.is_in(owners))
                .all(conn)
                .await?;
            for item in items {
                let place = last.entry(item.customer_id).or_default();
                *place = (*place).max(item.position);
                shelves.insert((item.customer_id, item.product_id), item.position);
            }
        }
        for (buyer, bought) in read.bought().into_iter().enumerate() {
            let customer_id = buyers[buyer].0;
            for code in bought {
                let product_id = goods.product(code).id;
                let changes = report.change("assortment_items");
                if shelves.contains_key(&(customer_id, product_id)) {
                    changes.unchanged += 1;
                    continue;
                }
                changes.created += 1;
                let place = last.entry(customer_id).or_default();
                *place += 10;
                self.items.push(assortment_item::Model {
                    customer_id,
                    product_id,
                    own_name: None,
                    own_code: None,
                    position: *place,
                    favourite: false,
                    of_group: false,
                });
            }
        }
        Ok(())
    }

    /// The reconciliation before anything is written.
    pub fn planned(&self) -> Reconciliation {
        self.figures.reconcile(&reconcile::planned(&self.history, &self.numbers), &self.history)
    }

    pub async fn write(self, db: &Db, write: &Write, report: &mut Report, meter: &mut Meter<'_>) -> Result<()> {
        let rows = self.products.len() + self.customers.len() + self.sites.len() + self.items.len();
        meter.begin(Phase::Writing, rows as u64);
        if self.distributor {
            let unpacked = Distributor::unpacked("Online Retail");
            distributor::put(write, &Distributor { currency: Currency::Gbp, zone: London, ..unpacked }).await?;
        }
        for category in [GOODS, SERVICES] {
            if self.products.iter().any(|p| p.category == category) {
                put_category(write, category).await?;
            }
        }
        bulk::put(write, self.products, None, meter).await?;
        bulk::put(write, self.customers, None, meter).await?;
        bulk::put(write, self.sites, None, meter).await?;
        bulk::put(write, self.items, None, meter).await?;
        self.history.write(db, write, &report.file, meter).await?;
        let stored = reconcile::stored(&**write, &self.history, &self.numbers).await?;
        report.reconciliation = Some(self.figures.reconcile(&stored, &self.history));
        Ok(())
    }
}

/// The invoices as orders, in the order of the file.
fn orders(read: &Read, buyers: &[(CustomerId, SiteId)], meter: &mut Meter<'_>) -> Vec<PastOrder> {
    let mut orders = Vec::with_capacity(read.invoices.len());
    for invoice in &read.invoices {
        meter.step(1);
        let (customer, site) = buyers[invoice.buyer as usize];
        let at = instant(&London, invoice.at.date(), invoice.at.time());
        let line = |line: &lines::Line| PastLine {
            product: line.code,
            quantity: Quantity::whole(line.quantity),
            price: UnitPrice(line.price),
            vat: VAT,
        };
        orders.push(PastOrder {
            number: invoice.number.clone(),
            customer,
            site,
            language: Lang::En,
            submitted_at: at,
            delivery_on: invoice.at.date(),
            cut_off_at: at,
            state: if invoice.cancels { OrderState::Cancelled } else { OrderState::Delivered },
            reference: String::new(),
            lines: invoice.lines.iter().map(line).collect(),
        });
    }
    orders
}
