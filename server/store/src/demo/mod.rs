//! The demo world: "De Korenmolen", a distributor of bakery ingredients, with its customers and eighteen months of orders.
//!
//! Made by the project itself from a fixed seed; every test starts from its small part ([`World::Small`]: *An* orders,
//! *Jef* approves, *Greet* administrates, *Mia* is at the desk), every demo shows the whole. Ids are deterministic.

mod catalogue;
mod customers;
mod history;

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};
use domain::{
    Cents, CustomerId, Lang, OrderId, OrderState, ProductId, Quantity, Role, SalesUnit, SiteId, UnitCode, UnitPrice,
    UserId, VatRate,
    delivery::{Calendar, Closure, Weekdays, instant},
    event::Event,
    guide::Habit,
    money::Totals,
    order,
    price::{AgreedPrice, Circumstances, Price, price},
};
use sea_orm::{ActiveModelTrait, ActiveValue, EntityTrait, IntoActiveModel};
use serde::Serialize;
use uuid::Uuid;

use catalogue::{CATEGORIES, DemoProduct, PRODUCTS};
use customers::{CUSTOMERS, DemoCustomer, STAFF};
use history::PastOrder;

use crate::{
    Db, Error, Result, Write,
    db::millis,
    distributor::{self, Distributor},
    entity::{
        assortment_item, category, customer, habit, journal, membership, order_line, price_agreement, product, site,
        user,
    },
    orders, passwords,
};

/// How much of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum World {
    /// Two customers and fourteen articles, with a few weeks of orders: what tests tell stories about.
    Small,
    /// Everything.
    Full,
}

/// What everybody in the demo signs in with. There is no such account outside it.
pub const PASSWORD: &str = "brood op de plank";

/// Somebody who can sign in to the demo.
#[derive(Clone, Debug, Serialize)]
pub struct DemoUser {
    pub name: String,
    pub role: String,
    pub email: String,
    pub password: String,
    pub language: String,
}

/// Everybody, the ones the stories are about first.
pub fn people() -> Vec<DemoUser> {
    let of = |name: &str, role: &str, email: &str, language: &str| DemoUser {
        name: name.to_owned(),
        role: role.to_owned(),
        email: email.to_owned(),
        password: PASSWORD.to_owned(),
        language: language.to_owned(),
    };
    let customers = CUSTOMERS.iter().flat_map(|c| c.people).map(|p| of(p.name, p.role, p.email, p.language));
    let staff = STAFF.iter().map(|(name, email, role)| of(name, role, email, "nl"));
    let (named, others): (Vec<_>, Vec<_>) = customers.partition(|p| p.email.ends_with("bakkerijpeeters.example"));
    named.into_iter().chain(staff).chain(others).collect()
}

/// The kinds of things that have an id of their own in the demo world.
#[derive(Clone, Copy)]
enum Noun {
    Customer = 1,
    Site,
    User,
    Product,
    Order,
}

/// A UUID of version 8 that says which thing of the demo it is.
fn id(noun: Noun, number: usize) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_8000_8000_0000_0000_0000 | (noun as u128) << 96 | number as u128)
}

pub fn customer_id(index: usize) -> CustomerId {
    CustomerId(id(Noun::Customer, index))
}

pub fn site_id(customer: usize, site: usize) -> SiteId {
    SiteId(id(Noun::Site, customer * 16 + site))
}

pub fn product_id(index: usize) -> ProductId {
    ProductId(id(Noun::Product, index))
}

/// The product of the small world with this article number.
pub fn product_by_sku(sku: &str) -> Option<ProductId> {
    PRODUCTS.iter().position(|p| p.sku == sku).map(product_id)
}

/// Fills an empty database.
pub async fn seed(db: &Db, world: World) -> Result<()> {
    let hash = passwords::hash(PASSWORD.to_owned()).await?;
    let write = db.write().await?;
    let distributor = Distributor::unpacked("De Korenmolen");
    distributor::put(&write, &distributor).await?;
    let today = db.now().with_timezone(&distributor.zone).date_naive();
    distributor::close_on(&write, &holidays(today)).await?;
    put_products(&write, world).await?;
    let mut people = Numbered::default();
    for (name, email, role) in STAFF {
        put_user(&write, &mut people, name, email, "nl", Some(role), &hash).await?;
    }
    let customers = match world {
        World::Small => &CUSTOMERS[..2],
        World::Full => CUSTOMERS,
    };
    for (index, customer) in customers.iter().enumerate() {
        put_customer(&write, &mut people, index, customer, world, today, &hash).await?;
    }
    put_history(db, &write, &distributor, &people, world, today).await?;
    write.commit().await
}

/// Belgian public holidays with a fixed date, of this year and the next.
fn holidays(today: NaiveDate) -> Vec<Closure> {
    let fixed = [
        (1, 1, "Nieuwjaar"),
        (5, 1, "Dag van de Arbeid"),
        (7, 21, "Nationale feestdag"),
        (8, 15, "O.L.V.-Hemelvaart"),
        (11, 1, "Allerheiligen"),
        (11, 11, "Wapenstilstand"),
        (12, 25, "Kerstmis"),
    ];
    [today.year(), today.year() + 1]
        .into_iter()
        .flat_map(|year| fixed.map(|(month, day, name)| (NaiveDate::from_ymd_opt(year, month, day), name)))
        .filter_map(|(day, name)| day.map(|day| Closure { from: day, until: day, name: name.to_owned() }))
        .collect()
}

fn products(world: World) -> &'static [DemoProduct] {
    match world {
        World::Small => &PRODUCTS[..14],
        World::Full => PRODUCTS,
    }
}

async fn put_products(write: &Write, world: World) -> Result<()> {
    let categories = CATEGORIES.iter().enumerate().map(|(i, (key, names))| {
        category::Model {
            key: (*key).to_owned(),
            name_nl: names[0].to_owned(),
            name_fr: names[1].to_owned(),
            name_en: names[2].to_owned(),
            position: i as i64 * 10,
        }
        .into_active_model()
    });
    category::Entity::insert_many(categories).exec_without_returning(&**write).await?;
    let rows: Vec<_> = products(world)
        .iter()
        .enumerate()
        .map(|(i, p)| {
            let unit = unit_of(p);
            product::Model {
                id: product_id(i),
                sku: p.sku.to_owned(),
                gtin: p.gtin.map(str::to_owned),
                name_nl: p.nl.to_owned(),
                name_fr: p.fr.to_owned(),
                name_en: p.en.to_owned(),
                category: p.category.to_owned(),
                base_unit: UnitCode(p.base_unit.to_owned()),
                unit: unit.code,
                factor: unit.factor,
                minimum: unit.minimum,
                multiple: unit.multiple,
                priced_by_base: false,
                list_price: UnitPrice(p.list_price),
                vat: VatRate(p.vat),
                allergens: p.allergens.join(" "),
                discontinued: false,
                version: 1,
            }
            .into_active_model()
        })
        .collect();
    product::Entity::insert_many(rows).exec_without_returning(&**write).await?;
    Ok(())
}

fn unit_of(p: &DemoProduct) -> SalesUnit {
    SalesUnit {
        minimum: Quantity::whole(p.minimum),
        multiple: Quantity::whole(p.multiple),
        ..SalesUnit::whole(p.sales_unit, Quantity(p.content))
    }
}

/// The users made so far, by address.
#[derive(Default)]
struct Numbered(BTreeMap<String, (UserId, String)>);

async fn put_user(
    write: &Write,
    people: &mut Numbered,
    name: &str,
    email: &str,
    language: &str,
    staff: Option<&str>,
    hash: &str,
) -> Result<UserId> {
    let user = UserId(id(Noun::User, people.0.len()));
    let row = user::Model {
        id: user,
        email: email.to_owned(),
        name: name.to_owned(),
        language: language.to_owned(),
        password_hash: Some(hash.to_owned()),
        staff_role: staff.map(str::to_owned),
        disabled_at: None,
        version: 1,
    };
    row.into_active_model().insert(&**write).await?;
    people.0.insert(email.to_owned(), (user, name.to_owned()));
    Ok(user)
}

async fn put_customer(
    write: &Write,
    people: &mut Numbered,
    index: usize,
    c: &DemoCustomer,
    world: World,
    today: NaiveDate,
    hash: &str,
) -> Result<()> {
    let language = Lang::from_code(c.language).unwrap_or_default();
    let customer = customer_id(index);
    let row = customer::Model {
        id: customer,
        number: c.number.to_owned(),
        name: c.name.to_owned(),
        vat_number: c.vat_number.to_owned(),
        language: language.code().to_owned(),
        blocked: c.blocked,
        payment_days: c.payment_days,
        credit_limit: c.credit_limit.map(Cents),
        // every seventh customer owes nearly all he may
        outstanding: Cents(c.credit_limit.map_or(0, |limit| limit * if index % 7 == 6 { 98 } else { 40 } / 100)),
        order_minimum: c.order_minimum.map(Cents),
        minimum_is_strict: false,
        version: 1,
    };
    row.into_active_model().insert(&**write).await?;
    for (number, s) in c.sites.iter().enumerate() {
        let row = site::Model {
            id: site_id(index, number),
            customer_id: customer,
            code: s.code.to_owned(),
            name: s.name.to_owned(),
            street: s.street.to_owned(),
            postcode: s.postcode.to_owned(),
            city: s.city.to_owned(),
            delivery_days: s.delivery_days.iter().copied().collect::<Weekdays>().to_text(),
            version: 1,
        };
        row.into_active_model().insert(&**write).await?;
    }
    for p in c.people {
        let user_id = put_user(write, people, p.name, p.email, p.language, None, hash).await?;
        let role = Role::from_key(p.role).ok_or_else(|| Error::Stored(p.role.to_owned()))?;
        let row = membership::Model { customer_id: customer, user_id, role: role.key().to_owned(), site_id: None };
        row.into_active_model().insert(&**write).await?;
    }
    let known = products(world).len();
    let agreed_from = agreed_from(today);
    let (mut items, mut agreements) = (Vec::new(), Vec::new());
    let assortment = match world {
        World::Small => (0..known).collect(),
        World::Full => history::assortment(index),
    };
    for p in assortment {
        let own = c.habit.own_names.iter().find(|(sku, ..)| *sku == PRODUCTS[p].sku);
        items.push(
            assortment_item::Model {
                customer_id: customer,
                product_id: product_id(p),
                own_name: own.map(|(_, name, _)| (*name).to_owned()),
                own_code: own.and_then(|(_, _, code)| code.map(str::to_owned)),
                position: history::shelf(index, p),
                favourite: own.is_some(),
            }
            .into_active_model(),
        );
        if let Some(agreed) = history::agreed_price(index, p) {
            agreements.push(
                price_agreement::Model {
                    customer_id: customer,
                    product_id: product_id(p),
                    from_on: agreed_from,
                    until_on: None,
                    price: UnitPrice(agreed),
                }
                .into_active_model(),
            );
        }
    }
    assortment_item::Entity::insert_many(items).exec_without_returning(&**write).await?;
    price_agreement::Entity::insert_many(agreements).exec_without_returning(&**write).await?;
    Ok(())
}

/// Since when the agreements hold: before the first order.
fn agreed_from(today: NaiveDate) -> NaiveDate {
    today - Months::new(24)
}

/// The part of the generated history that this world tells.
fn told(world: World, today: NaiveDate) -> Vec<PastOrder> {
    let all = history::history(today);
    match world {
        World::Full => all,
        World::Small => all
            .into_iter()
            .filter(|o| o.customer < 2 && o.ordered_on >= today - Days::new(56))
            .map(|mut o| {
                o.lines.retain(|(p, _)| *p < 14);
                o
            })
            .filter(|o| !o.lines.is_empty())
            .collect(),
    }
}

async fn put_history(
    db: &Db,
    write: &Write,
    distributor: &Distributor,
    people: &Numbered,
    world: World,
    today: NaiveDate,
) -> Result<()> {
    let calendar = Calendar {
        cut_off: distributor.cut_off,
        lead_days: distributor.lead_days,
        warehouse_days: distributor.warehouse_days,
        route_days: Weekdays::WORKING,
        closures: holidays(today),
    };
    let mut habits: HashMap<(usize, usize, usize), Habit> = HashMap::new();
    let (mut heads, mut lines, mut events) = (Vec::new(), Vec::new(), Vec::new());
    for (number, past) in told(world, today).into_iter().enumerate() {
        let made = make_order(write, distributor, &calendar, people, &habits, number, &past, db.now()).await?;
        for (p, quantity) in &past.lines {
            let habit = habits.entry((past.customer, past.site, *p)).or_default();
            habit.take(past.delivery_on, Quantity::whole(*quantity));
        }
        heads.push(made.head.into_active_model());
        lines.extend(made.lines.into_iter().map(IntoActiveModel::into_active_model));
        events.extend(made.events);
    }
    orders::put_many(write, heads, lines).await?;
    for chunk in events.chunks(2_000) {
        journal::Entity::insert_many(chunk.to_vec()).exec_without_returning(&**write).await?;
    }
    let rows: Vec<_> = habits
        .into_iter()
        .map(|((c, s, p), habit)| {
            habit::Model { site_id: site_id(c, s), product_id: product_id(p), taken: habit.to_text() }
                .into_active_model()
        })
        .collect();
    for chunk in rows.chunks(4_000) {
        habit::Entity::insert_many(chunk.to_vec()).exec_without_returning(&**write).await?;
    }
    Ok(())
}

struct Made {
    head: crate::entity::order::Model,
    lines: Vec<order_line::Model>,
    events: Vec<journal::ActiveModel>,
}

#[expect(clippy::too_many_arguments, reason = "one order of the past is all of these")]
async fn make_order(
    write: &Write,
    distributor: &Distributor,
    calendar: &Calendar,
    people: &Numbered,
    habits: &HashMap<(usize, usize, usize), Habit>,
    number: usize,
    past: &PastOrder,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Made> {
    let c = &CUSTOMERS[past.customer];
    let order = OrderId(id(Noun::Order, number));
    let minute =
        NaiveTime::from_num_seconds_from_midnight_opt(u32::from(past.ordered_minute) * 60, 0).unwrap_or_default();
    let submitted_at = instant(&distributor.zone, past.ordered_on, minute).min(now);
    let cut_off = calendar.cut_off_for(&distributor.zone, past.delivery_on);
    let orderer = c.people.iter().find(|p| p.role != "bookkeeper").map_or("", |p| p.email);
    let (user, name) = people.0.get(orderer).cloned().ok_or(Error::NotFound)?;
    let mut rows = Vec::with_capacity(past.lines.len());
    for (line, (p, quantity)) in past.lines.iter().enumerate() {
        rows.push(past_line(
            order,
            line,
            past.customer,
            *p,
            Quantity::whole(*quantity),
            past.delivery_on,
            agreed_from(now.date_naive()),
        )?);
    }
    let totals = Totals::of(rows.iter().map(|l| (l.amount, l.vat)));
    let state = if past.delivery_on < now.date_naive() {
        OrderState::Delivered
    } else if cut_off <= now {
        OrderState::Accepted
    } else {
        OrderState::Submitted
    };
    let exceptions = if state == OrderState::Submitted {
        let customer = crate::customers::by_id(&**write, customer_id(past.customer)).await?;
        let none = Habit::default();
        let judged: Vec<_> = past
            .lines
            .iter()
            .map(|(p, q)| {
                (PRODUCTS[*p].sku, Quantity::whole(*q), habits.get(&(past.customer, past.site, *p)).unwrap_or(&none))
            })
            .collect();
        order::exceptions(&order::Circumstances { customer: &customer, totals: &totals, note: "", lines: &judged })
    } else {
        Vec::new()
    };
    let mut events = vec![event(
        order,
        submitted_at,
        Some(user),
        &name,
        &Event::Submitted { lines: rows.len() as u32, delivery_on: past.delivery_on },
    )?];
    if state != OrderState::Submitted {
        let mia = people.0.get(STAFF[0].1).cloned().ok_or(Error::NotFound)?;
        events.push(event(order, cut_off.min(now), Some(mia.0), &mia.1, &Event::Accepted)?);
    }
    for line in rows.iter_mut().filter(|_| state == OrderState::Delivered) {
        line.delivered = Some(line.confirmed);
    }
    let head = crate::entity::order::Model {
        id: order,
        number: orders::next_number(write).await?,
        customer_id: customer_id(past.customer),
        site_id: site_id(past.customer, past.site),
        state: state.key().to_owned(),
        entered_by: Some(user),
        entered_by_name: name,
        on_behalf: false,
        submitted_at: millis(submitted_at),
        delivery_on: past.delivery_on,
        cut_off_at: millis(cut_off),
        reference: String::new(),
        note: String::new(),
        lines: rows.len() as i64,
        net: totals.net,
        totals: orders::json(&totals)?,
        attention: i64::from(!exceptions.is_empty()),
        exceptions: orders::json(&exceptions)?,
        // before every basket
        basket_version: -1,
        version: 1,
    };
    Ok(Made { head, lines: rows, events })
}

fn past_line(
    order: OrderId,
    line: usize,
    customer: usize,
    p: usize,
    quantity: Quantity,
    on: NaiveDate,
    from: NaiveDate,
) -> Result<order_line::Model> {
    let product = &PRODUCTS[p];
    let unit = unit_of(product);
    let agreed =
        history::agreed_price(customer, p).map(|price| AgreedPrice { price: UnitPrice(price), from, until: None });
    let Price { amount, trace } =
        price(&Circumstances { list: UnitPrice(product.list_price), agreed: agreed.as_slice(), on });
    let own = CUSTOMERS[customer].habit.own_names.iter().find(|(sku, ..)| *sku == product.sku);
    Ok(order_line::Model {
        order_id: order,
        line: line as i64 + 1,
        product_id: product_id(p),
        sku: product.sku.to_owned(),
        name: own.map_or(product.nl, |(_, name, _)| name).to_owned(),
        ordered: quantity,
        confirmed: quantity,
        delivered: None,
        substituted_by: None,
        cause: None,
        vat: VatRate(product.vat),
        price: amount,
        trace: orders::json(&trace)?,
        amount: amount.amount(quantity, &unit),
        unit: unit.code,
        factor: unit.factor,
        minimum: unit.minimum,
        multiple: unit.multiple,
        priced_by_base: false,
    })
}

fn event(
    order: OrderId,
    at: chrono::DateTime<chrono::Utc>,
    user: Option<UserId>,
    name: &str,
    event: &Event,
) -> Result<journal::ActiveModel> {
    Ok(journal::ActiveModel {
        id: ActiveValue::NotSet,
        at: ActiveValue::Set(millis(at)),
        user_id: ActiveValue::Set(user),
        by_name: ActiveValue::Set(name.to_owned()),
        on_behalf_of: ActiveValue::Set(None),
        subject: ActiveValue::Set("order".to_owned()),
        subject_id: ActiveValue::Set(order.0),
        event: ActiveValue::Set(orders::json(event)?),
    })
}
