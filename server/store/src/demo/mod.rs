//! The demo world: "De Korenmolen", a distributor of bakery ingredients, with its customers and eighteen months of orders.
//!
//! Made by the project itself from a fixed seed; every test starts from its small part ([`World::Small`]: *An* orders,
//! *Jef* approves, *Greet* administrates, *Mia* is at the desk), every demo shows the whole. Ids are deterministic.

mod catalogue;
mod customers;
mod drawing;
mod groups;
mod history;
mod lists;
mod packagings;
mod sheets;
mod suggestions;
mod telling;

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate, TimeDelta};
use domain::{
    Cents, CustomerId, Lang, ProductId, PromotionId, Quantity, Role, SalesUnit, SiteId, UnitCode, UnitPrice, UserId,
    VatRate,
    agreement::{Deal, PriceAgreement},
    delivery::{Closure, Weekdays},
    pack::Pack,
    packaging::PerUnit,
    price::{PriceTier, TieredPrice},
    product::Allergen,
    promotion::{FreeGoods, Gives},
};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde::Serialize;
use uuid::Uuid;

use catalogue::{CATEGORIES, DemoProduct, PRODUCTS};
use customers::{CUSTOMERS, DemoCustomer, STAFF};
pub use lists::{list_id, section_id};

use crate::{
    Db, Error, Result, Write,
    db::insert_all,
    distributor::{self, Distributor},
    entity::{
        assortment_item, category, customer, membership, price_agreement, product, promotion, promotion_product, site,
        user,
    },
    passwords,
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
    Attribute,
    Promotion,
    ShoppingList,
    Section,
    Announcement,
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
    packagings::put(&write).await?;
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
    if matches!(world, World::Full) {
        put_promotions(&write, today).await?;
        groups::put(&write, today).await?;
    }
    telling::put_history(&write, &distributor, &people, world, db.now()).await?;
    lists::put(&write).await?;
    if world == World::Full {
        sheets::put(&write, db.now()).await?;
        suggestions::put(&write, today).await?;
    }
    write.commit().await?;
    if world == World::Full {
        crate::suggestions::renew(db).await?;
    }
    Ok(())
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
    insert_all(write, categories.collect()).await?;
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
                packs: packs(p, &unit),
                unit: unit.code,
                factor: unit.factor,
                minimum: unit.minimum,
                multiple: unit.multiple,
                priced_by_base: false,
                tolerance: None,
                list_price: UnitPrice(p.list_price),
                list_tiers: list_price(p).tiers_to_text(),
                coming_price: None,
                coming_tiers: None,
                coming_on: None,
                // bought at some four fifths of the list price, in steps of a cent
                cost: Some(UnitPrice(p.list_price * (74 + p.list_price / 500 % 10) / 100 / 100 * 100)),
                vat: VatRate(p.vat),
                packaging: packagings::of(p).map(str::to_owned),
                packaging_per_unit: PerUnit::default(),
                allergens: in_legal_order(p.allergens),
                discontinued: false,
                successor_id: None,
                version: 1,
            }
            .into_active_model()
        })
        .collect();
    insert_all(write, rows).await?;
    Ok(())
}

/// One that runs for everybody, one with free goods, a bundle, and one to come for one group.
async fn put_promotions(write: &Write, today: NaiveDate) -> Result<()> {
    let day = |days: i64| today + TimeDelta::days(days);
    let free = Gives::Free(FreeGoods { take: Quantity::whole(5), free: Quantity::whole(1) });
    // names, what it gives, the group, a category or an article number or the bundle, the first and the last day
    let promotions = [
        (
            ["Feestweken chocolade", "Fêtes du chocolat", "Chocolate season"],
            Gives::Percent(800),
            "",
            "chocolate",
            -9,
            21,
        ),
        (["Zout voor de winter", "Sel d’hiver", "Winter salt"], free, "", "100105", -2, 12),
        (
            ["Horecaweek dranken", "Semaine horeca boissons", "Drinks week"],
            Gives::Percent(1_000),
            "horeca",
            "drinks",
            14,
            28,
        ),
        (["Kramiekpakket", "Pack cramique", "Raisin loaf pack"], Gives::Parts, "", "bundle", -5, 40),
    ];
    for (number, (names, gives, group, about, from, until)) in promotions.into_iter().enumerate() {
        let (kind, value, free) = gives.parts();
        let id = PromotionId(id(Noun::Promotion, number));
        let [name_nl, name_fr, name_en] = names.map(str::to_owned);
        let row = promotion::Model {
            id,
            name_nl,
            name_fr,
            name_en,
            kind: kind.to_owned(),
            value,
            free,
            threshold: Quantity::ZERO,
            stacks: about == "bundle",
            customer_group: group.to_owned(),
            from_on: day(from),
            until_on: day(until),
            version: 1,
        };
        row.into_active_model().insert(&**write).await?;
        let products: Vec<_> = PRODUCTS
            .iter()
            .enumerate()
            .filter(|(_, p)| {
                p.category == about
                    || p.sku == about
                    || BUNDLE.iter().any(|(sku, ..)| about == "bundle" && *sku == p.sku)
            })
            .map(|(n, p)| {
                let part = BUNDLE.iter().find(|(sku, ..)| about == "bundle" && *sku == p.sku);
                promotion_product::Model {
                    promotion_id: id,
                    product_id: product_id(n),
                    quantity: part.map(|(_, of, _)| Quantity::whole(*of)),
                    free: part.is_some_and(|(.., free)| *free),
                }
                .into_active_model()
            })
            .collect();
        insert_all(write, products).await?;
    }
    Ok(())
}

/// Article number, how many of it are in one bundle, and whether they are free.
const BUNDLE: [(&str, i64, bool); 2] = [("014165", 2, false), ("030141", 1, true)];

/// Flour comes in layers of eight bags and on pallets of forty.
fn packs(p: &DemoProduct, unit: &SalesUnit) -> String {
    let bags = unit.code.0 == "BG" && unit.factor == Quantity::whole(25);
    let packs = if bags { Pack::parse_all("LR: 8; PX: 40", unit) } else { Ok(Vec::new()) };
    debug_assert!(packs.is_ok(), "{}", p.sku);
    Pack::all_to_text(&packs.unwrap_or_default())
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
        customer_group: c.group.to_owned(),
        blocked: c.blocked,
        payment_days: c.payment_days,
        credit_limit: c.credit_limit.map(Cents),
        // every seventh customer owes nearly all he may
        outstanding: Cents(c.credit_limit.map_or(0, |limit| limit * if index % 7 == 6 { 98 } else { 40 } / 100)),
        order_minimum: c.order_minimum.map(Cents),
        minimum_is_strict: false,
        notice_days: None,
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
                of_group: false,
            }
            .into_active_model(),
        );
        if let Some(agreed) = history::agreed_price(index, p) {
            agreements.push(
                price_agreement::Model::of(customer, product_id(p), &agreed_price(&PRODUCTS[p], agreed, agreed_from))
                    .into_active_model(),
            );
        }
    }
    insert_all(write, items).await?;
    insert_all(write, agreements).await?;
    Ok(())
}

/// As they are stored.
fn in_legal_order(keys: &[&str]) -> String {
    let mut all: Vec<Allergen> = keys.iter().filter_map(|key| Allergen::from_key(key)).collect();
    all.sort_unstable();
    all.iter().map(|allergen| allergen.key()).collect::<Vec<_>>().join(" ")
}

/// The list price with its tiers: whoever takes many big bags pays less.
fn list_price(product: &DemoProduct) -> TieredPrice {
    tiered(product.list_price, &[(10, 97), (40, 94)], product)
}

/// An agreed price with a tier of its own.
fn agreed_price(product: &DemoProduct, price: i64, from: NaiveDate) -> PriceAgreement {
    let deal = Deal::Net(tiered(price, &[(20, 97)], product));
    PriceAgreement { deal, from, until: None, group: String::new() }
}

/// Tiers at so many units, at so many per cent of `base`, for what comes in bags of twenty kilograms and more: in steps of
/// five cents, and none where that is no difference.
fn tiered(base: i64, tiers: &[(i64, i64)], product: &DemoProduct) -> TieredPrice {
    let mut price = TieredPrice::flat(UnitPrice(base));
    if product.base_unit != "KGM" || product.content < 20_000 {
        return price;
    }
    for (units, percent) in tiers {
        let tier = PriceTier { from: Quantity::whole(*units), price: UnitPrice(base * percent / 100 / 500 * 500) };
        if tier.price < price.at(tier.from) {
            price.tiers.push(tier);
        }
    }
    price
}

/// Since when the agreements hold: before the first order.
fn agreed_from(today: NaiveDate) -> NaiveDate {
    today - Months::new(24)
}
