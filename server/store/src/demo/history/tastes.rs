//! What each demo customer may order, in which order it stands on his shelf, and at which agreed price.

use std::{cmp::Reverse, collections::BTreeSet, sync::OnceLock};

use super::{
    super::{
        catalogue::{CATEGORIES, DemoProduct, PRODUCTS},
        customers::{CUSTOMERS, DemoCustomer, Kind},
    },
    random::{About, Random, key},
};

/// What one customer may order.
pub(super) struct List {
    /// Product places, ascending.
    products: Vec<usize>,
    /// Position on his own list, for each of `products`.
    shelf: Vec<i64>,
}

pub(super) fn list(customer: usize) -> Option<&'static List> {
    static LISTS: OnceLock<Vec<List>> = OnceLock::new();
    LISTS.get_or_init(|| (0..CUSTOMERS.len()).map(draw_list).collect()).get(customer)
}

pub(super) fn draw_list(customer: usize) -> List {
    let habit = CUSTOMERS[customer].habit;
    let mut wanted: BTreeSet<usize> = if customer == 0 { (0..14).collect() } else { BTreeSet::new() };
    wanted.extend((0..PRODUCTS.len()).filter(|product| has_own_name(&CUSTOMERS[customer], *product)));

    let mut ranked: Vec<(i64, usize)> = (0..PRODUCTS.len())
        .map(|product| (liking(customer, product), product))
        .filter(|(score, _)| *score > 0)
        .collect();
    ranked.sort_unstable_by_key(|(score, product)| (Reverse(*score), *product));
    // of one article he has one pack size, seldom a second
    let mut articles: BTreeSet<&str> = wanted.iter().map(|product| article(*product)).collect();
    for (score, product) in &mut ranked {
        if !articles.insert(article(*product)) {
            *score /= 3;
        }
    }
    ranked.sort_unstable_by_key(|(score, product)| (Reverse(*score), *product));
    for (_, product) in ranked {
        if wanted.len() >= habit.items {
            break;
        }
        wanted.insert(product);
    }

    let products: Vec<usize> = wanted.into_iter().collect();
    let place = |category: &str| {
        let own = habit.families.iter().position(|family| *family == category);
        let other = CATEGORIES.iter().position(|(known, _)| *known == category).unwrap_or(CATEGORIES.len());
        own.unwrap_or(habit.families.len() + other)
    };
    let mut row: Vec<usize> = (0..products.len()).collect();
    row.sort_unstable_by_key(|at| (place(PRODUCTS[products[*at]].category), PRODUCTS[products[*at]].sku));
    let mut shelf = vec![0; products.len()];
    for (position, at) in (1..).zip(row) {
        shelf[at] = position * 10;
    }
    List { products, shelf }
}

pub(super) fn has_own_name(customer: &DemoCustomer, product: usize) -> bool {
    customer.habit.own_names.iter().any(|(sku, ..)| *sku == PRODUCTS[product].sku)
}

/// The article without its pack size.
pub(super) fn article(product: usize) -> &'static str {
    &PRODUCTS[product].sku[..5]
}

/// How much this product is one for this customer; 0 = not at all.
pub(super) fn liking(customer: usize, product: usize) -> i64 {
    let (buyer, goods) = (&CUSTOMERS[customer], &PRODUCTS[product]);
    let families = buyer.habit.families;
    if ["PX", "TNE"].contains(&goods.sales_unit) && buyer.habit.size < 300 {
        return 0;
    }
    let family = match families.iter().position(|family| *family == goods.category) {
        Some(place) => 100 - 60 * place as i64 / families.len() as i64,
        None => 8,
    };
    let taste = Random::about(About::Assortment, &[customer as u64, key(product)]).between(55, 145);
    let mut score = i64::from(goods.popularity) * family * taste * use_percent(buyer.kind, goods) / 100;
    if (buyer.habit.size < 40 && goods.list_price > 500_000) || (buyer.habit.size > 150 && goods.list_price < 200_000) {
        score /= 4;
    }
    let is_organic = |name: &str| name.to_lowercase().split(' ').any(|word| word == "bio");
    if buyer.habit.own_names.iter().filter(|(_, name, _)| is_organic(name)).count() >= 3 {
        score = match goods.category {
            _ if is_organic(goods.nl) => score * 4,
            "flour" | "yeast" => score / 8,
            _ => score,
        };
    }
    score
}

/// How much of these goods such a business uses, in percent of the business they are made for.
pub(super) fn use_percent(kind: Kind, goods: &DemoProduct) -> i64 {
    let bread = kind == Kind::Bakery;
    let cakes = bread || kind == Kind::Patisserie;
    let sweets = cakes || kind == Kind::Chocolatier;
    let kitchen = !sweets;
    let either = |made_for: bool, otherwise: i64| if made_for { 100 } else { otherwise };
    let number: u32 = goods.sku[2..5].parse().unwrap_or_default();
    match (goods.category, number) {
        ("dairy-eggs", 10 | 13 | 14) => either(kind != Kind::Chocolatier, 20),
        ("flour", 20 | 30 | 33..=36 | 45 | 46 | 55 | 340..=350 | 420..=431) => either(cakes, 20),
        ("flour", _) => either(bread, 8),
        ("yeast", 40..) => either(cakes, 15),
        ("yeast", _) => either(bread, 15),
        ("sugar", 21 | 22) | ("fats", 16 | 32) | ("dairy-eggs", 16 | 34 | 45..=50) => either(kitchen, 15),
        ("sugar", 30..=40) => either(sweets, 15),
        ("fats", 33..=35) => either(kitchen, 20),
        ("fats", 10 | 14 | 15 | 17 | 30) | ("dairy-eggs", 20..=22 | 30..=32) => 100,
        ("fats", _) => either(cakes, 10),
        ("dairy-eggs", _) => either(cakes, 40),
        ("chocolate", 10..=24) => either(sweets, 30),
        ("chocolate", 30..=34 | 55) => either(cakes, 20),
        ("chocolate", _) => either(sweets, 15),
        ("fillings", 54..=58) => 10,
        ("fillings", _) => either(cakes, 25),
        ("nuts-seeds", 40..=50) => either(bread, 20),
        ("nuts-seeds", 60..) => either(cakes, 35),
        ("improvers", 10..=23) => either(bread, 8),
        ("improvers", _) => either(sweets, 20),
        ("spices", 40..) => either(kitchen, 10),
        ("spices", 20..) => either(cakes, 25),
        ("decoration", _) => either(sweets, 10),
        ("frozen", 10..=17) => either(kitchen, 8),
        ("frozen", 30..=33) => either(kitchen, 2),
        ("drinks", 40..) if kind == Kind::School => 0,
        ("drinks", 40..=42) => either(sweets, 10),
        ("drinks", 43..) => either(matches!(kind, Kind::Brasserie | Kind::Hotel | Kind::Caterer), 4),
        ("drinks", _) => either(kitchen, 25),
        ("horeca-dry", _) => either(kitchen, 12),
        ("packaging", 42..=44 | 80) => either(kind == Kind::Chocolatier, 12),
        ("packaging", 64) => either(sweets, 10),
        ("packaging", 60 | 61) => either(cakes, 25),
        ("packaging", 50..=54) => either(bread, 6),
        ("packaging", 70..=77) => either(kitchen, 15),
        ("packaging", 18..=49) => either(cakes, 20),
        _ => 100,
    }
}

/// The places in [`PRODUCTS`] of all that this customer may order, ascending; empty for an unknown customer.
pub fn assortment(customer: usize) -> Vec<usize> {
    list(customer).map_or_else(Vec::new, |list| list.products.clone())
}

/// The position of a product on the customer's own list, grouped by category in the order in which he thinks: 10, 20,
/// 30... A product outside his assortment is at 0.
pub fn shelf(customer: usize, product: usize) -> i64 {
    list(customer)
        .and_then(|list| list.products.binary_search(&product).ok().map(|at| list.shelf[at]))
        .unwrap_or_default()
}

/// What the customer agreed to pay for one sales unit, in ten-thousandths of a euro: 3 to 12 % under the list price, in
/// steps of five cents (one cent for what is cheap). About two products in five have such a price.
pub fn agreed_price(customer: usize, product: usize) -> Option<i64> {
    list(customer)?.products.binary_search(&product).ok()?;
    let parts = [customer as u64, key(product)];
    // what he has his own name for he buys most, so that was talked about more often
    let chance = if has_own_name(CUSTOMERS.get(customer)?, product) { 75 } else { 38 };
    if !Random::about(About::Price, &parts).percent(chance) {
        return None;
    }
    let list_price = PRODUCTS[product].list_price;
    let step = if list_price >= 50_000 { 500 } else { 100 };
    let percent = 100 - Random::about(About::Discount, &parts).between(3, 12);
    let price = list_price * percent / 100 / step * step;
    Some(if price * 100 < list_price * 88 { price + step } else { price })
}
