//! What the demo customers may order and what they ordered in the last eighteen months.
//!
//! Nothing here is random: every choice follows from a fixed seed and from the customer, the site, the product and the
//! day it concerns. So the same day always gives the same world, and a day later only adds a day. No clock, no floats.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::catalogue::{CATEGORIES, DemoProduct, PRODUCTS, Season};
use super::customers::{CUSTOMERS, DemoCustomer, DemoSite, Kind};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastOrder {
    /// Place in [`CUSTOMERS`].
    pub customer: usize,
    /// Place in the customer's sites.
    pub site: usize,
    pub ordered_on: NaiveDate,
    /// Minute of the day.
    pub ordered_minute: u16,
    pub delivery_on: NaiveDate,
    /// Place in [`PRODUCTS`] and quantity in whole sales units.
    pub lines: Vec<(usize, i64)>,
}

const SEED: u64 = 0x4b6f_7265_6e6d_6f6c;
const MONTHS: Months = Months::new(18);
/// A longer pause than this is not made up for: he used up his stock before he closed.
const LONGEST_GAP: i64 = 14;

/// What a choice is about, so that no two choices share their numbers.
#[derive(Clone, Copy)]
enum About {
    Assortment,
    Price,
    Discount,
    Staple,
    Rhythm,
    Jitter,
    Lapse,
    Usual,
    Delivery,
    Moment,
    Quantity,
}

/// splitmix64.
struct Random(u64);

impl Random {
    fn about(about: About, parts: &[u64]) -> Self {
        let mut random = Self(SEED ^ about as u64);
        for part in parts {
            random.0 = random.next() ^ part;
        }
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From `low` to `high`, both included.
    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + (self.next() % (high - low + 1).unsigned_abs()) as i64
    }

    fn percent(&mut self, chance: i64) -> bool {
        self.between(0, 99) < chance
    }
}

/// A number for a product that does not change when products are added.
fn key(product: usize) -> u64 {
    PRODUCTS[product].sku.bytes().fold(0, |number, digit| number * 10 + u64::from(digit - b'0'))
}

// ---- the assortment, its prices and its shelf ----

/// What one customer may order.
struct List {
    /// Product places, ascending.
    products: Vec<usize>,
    /// Position on his own list, for each of `products`.
    shelf: Vec<i64>,
}

fn list(customer: usize) -> Option<&'static List> {
    static LISTS: OnceLock<Vec<List>> = OnceLock::new();
    LISTS.get_or_init(|| (0..CUSTOMERS.len()).map(draw_list).collect()).get(customer)
}

fn draw_list(customer: usize) -> List {
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

fn has_own_name(customer: &DemoCustomer, product: usize) -> bool {
    customer.habit.own_names.iter().any(|(sku, ..)| *sku == PRODUCTS[product].sku)
}

/// The article without its pack size.
fn article(product: usize) -> &'static str {
    &PRODUCTS[product].sku[..5]
}

/// How much this product is one for this customer; 0 = not at all.
fn liking(customer: usize, product: usize) -> i64 {
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
fn use_percent(kind: Kind, goods: &DemoProduct) -> i64 {
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

// ---- the history ----

/// All orders of the eighteen months before `today`, by day and minute. The last ones are still to be delivered.
pub fn history(today: NaiveDate) -> Vec<PastOrder> {
    let from = today - MONTHS;
    let mut orders = Vec::new();
    for (customer, buyer) in CUSTOMERS.iter().enumerate() {
        let until = today - Days::new(buyer.habit.stopped_days_ago.unsigned_abs());
        for (site, place) in buyer.sites.iter().enumerate() {
            let plan = Plan::draw(customer, site);
            let mut last: Option<NaiveDate> = None;
            let mut moment = (NaiveDate::MIN, 0);
            let mut day = from - Days::new(60);
            while day < today + Days::new(10) {
                if delivers(customer, site, day) {
                    // what comes first was ordered first
                    moment = ordered(customer, site, day).max((moment.0, moment.1 + 9));
                    let (ordered_on, ordered_minute) = moment;
                    let gap = last.map_or(LONGEST_GAP, |last| (day - last).num_days()).min(LONGEST_GAP);
                    last = Some(day);
                    if ordered_on >= from && ordered_on < until {
                        let lines = plan.lines(place, day, gap);
                        orders.push(PastOrder { customer, site, ordered_on, ordered_minute, delivery_on: day, lines });
                    }
                }
                day = day + Days::new(1);
            }
        }
    }
    orders.sort_by_key(|order| (order.ordered_on, order.ordered_minute, order.customer, order.site, order.delivery_on));
    orders
}

fn day_number(day: NaiveDate) -> u64 {
    u64::from(day.num_days_from_ce().unsigned_abs())
}

/// Does this site get a delivery that day?
fn delivers(customer: usize, site: usize, day: NaiveDate) -> bool {
    let buyer = &CUSTOMERS[customer];
    let weekday = day.weekday();
    if !buyer.sites[site].delivery_days.contains(&weekday) || is_holiday(day) || is_closed(buyer, day) {
        return false;
    }
    let loose = 100 - i64::from(buyer.habit.discipline);
    let mut random = Random::about(About::Delivery, &[customer as u64, site as u64, day_number(day)]);
    random.percent(if buyer.habit.weekdays.contains(&weekday) { 100 - loose * 6 / 10 } else { loose / 5 })
}

/// When the order for this delivery came in: on an earlier working day, and before two o'clock on the last one.
fn ordered(customer: usize, site: usize, delivery: NaiveDate) -> (NaiveDate, u16) {
    let habit = CUSTOMERS[customer].habit;
    let early_bird = Random::about(About::Moment, &[customer as u64]).percent(40);
    let mut random = Random::about(About::Moment, &[customer as u64, site as u64, day_number(delivery)]);
    let mut day = previous_workday(delivery);
    let ahead = random.percent(8 + (100 - i64::from(habit.discipline)) / 4);
    if ahead {
        day = previous_workday(day);
    }
    let minute = match (ahead, early_bird) {
        (true, _) => random.between(9 * 60, 19 * 60),
        (false, true) => random.between(4 * 60 + 30, 8 * 60),
        (false, false) => random.between(9 * 60, 13 * 60 + 30),
    };
    (day, minute as u16)
}

fn previous_workday(day: NaiveDate) -> NaiveDate {
    let mut before = day - Days::new(1);
    while matches!(before.weekday(), Weekday::Sat | Weekday::Sun) || is_holiday(before) {
        before = before - Days::new(1);
    }
    before
}

fn is_closed(buyer: &DemoCustomer, day: NaiveDate) -> bool {
    let now = (day.month() as u8, day.day() as u8);
    buyer.habit.holidays.iter().any(|&(from_month, from_day, to_month, to_day)| {
        let (from, to) = ((from_month, from_day), (to_month, to_day));
        if from <= to { now >= from && now <= to } else { now >= from || now <= to }
    })
}

/// The ten legal Belgian holidays: no lorry leaves.
fn is_holiday(day: NaiveDate) -> bool {
    const FIXED: [(u32, u32); 7] = [(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)];
    FIXED.contains(&(day.month(), day.day())) || [1, 39, 50].contains(&days_after_easter(day))
}

/// Days since Easter Sunday of that year (Meeus/Jones/Butcher), negative before it.
fn days_after_easter(day: NaiveDate) -> i64 {
    let year = day.year();
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
    // 22 March to 25 April, so the day of the year is the sum of what went before
    let of_march = i64::from(if n / 31 == 3 { n % 31 + 1 } else { n % 31 + 32 });
    let leap = i64::from(NaiveDate::from_ymd_opt(year, 2, 29).is_some());
    i64::from(day.ordinal()) - (59 + leap + of_march)
}

fn in_season(season: Season, day: NaiveDate) -> bool {
    let now = (day.month(), day.day());
    match season {
        Season::Always => true,
        Season::Winter => now >= (11, 15) || now <= (2, 20),
        Season::Easter => (-42..=-2).contains(&days_after_easter(day)),
        Season::Summer => ((5, 10)..=(9, 5)).contains(&now),
        Season::Saints => ((10, 12)..=(12, 30)).contains(&now),
    }
}

/// Seasonal for this customer: what he has his own name for, he lives on, so that he buys it all the year.
fn is_seasonal(buyer: &DemoCustomer, product: usize) -> bool {
    PRODUCTS[product].season != Season::Always && !has_own_name(buyer, product)
}

fn is_in_season(buyer: &DemoCustomer, product: usize, day: NaiveDate) -> bool {
    !is_seasonal(buyer, product) || in_season(PRODUCTS[product].season, day)
}

/// How much more or less is used around this day, in percent.
fn season_percent(kind: Kind, goods: &DemoProduct, day: NaiveDate) -> i64 {
    let month = day.month();
    let easter = (-16..0).contains(&days_after_easter(day));
    let december = month == 12 && day.day() <= 24;
    let summer = month == 7 || month == 8;
    let mut percent = match kind {
        Kind::Chocolatier if december => 145,
        Kind::Chocolatier if easter => 140,
        Kind::Chocolatier if month == 11 => 120,
        Kind::Chocolatier if summer => 65,
        Kind::Hotel | Kind::Brasserie if summer => 125,
        Kind::Bakery | Kind::Patisserie if december => 126,
        Kind::Bakery | Kind::Patisserie if easter => 122,
        Kind::Bakery | Kind::School if summer => 88,
        Kind::Caterer if december => 130,
        _ => 100,
    };
    if goods.season != Season::Always {
        percent += 25;
    }
    if goods.category == "drinks" && summer {
        percent += 30;
    }
    if matches!(day.weekday(), Weekday::Fri | Weekday::Sat) {
        percent += 12;
    }
    percent
}

/// What a site takes with every order and what it takes now and then.
struct Plan {
    customer: usize,
    site: usize,
    staples: Vec<usize>,
    /// The product and about how many days he does with it, the most frequent first.
    others: Vec<(usize, i64)>,
}

impl Plan {
    fn draw(customer: usize, site: usize) -> Self {
        let buyer = &CUSTOMERS[customer];
        let (habit, place) = (buyer.habit, &buyer.sites[site]);
        let mut ranked: Vec<(i64, usize)> = assortment(customer)
            .into_iter()
            .filter(|product| place.families.is_empty() || place.families.contains(&PRODUCTS[*product].category))
            .map(|product| {
                let parts = [customer as u64, site as u64, key(product)];
                let taste = Random::about(About::Staple, &parts).between(75, 125);
                let score = liking(customer, product).max(1) * taste;
                // what he has his own name for comes first, in the order in which he names it
                let own = habit.own_names.iter().position(|(sku, ..)| *sku == PRODUCTS[product].sku);
                (own.map_or(score, |place| i64::MAX - place as i64), product)
            })
            .collect();
        ranked.sort_unstable_by_key(|(score, product)| (Reverse(*score), *product));

        let (low, high) = (i64::from(habit.lines.0), i64::from(habit.lines.1));
        let room = usize::from(habit.lines.0) * 3 / 4;
        let mut staples: Vec<usize> = Vec::new();
        let mut rest = Vec::new();
        for (_, product) in ranked {
            let goods = &PRODUCTS[product];
            let alike = staples.iter().filter(|staple| PRODUCTS[**staple].category == goods.category).count();
            let same = staples.iter().any(|staple| article(*staple) == article(product));
            let dear = goods.list_price * goods.minimum > usual_value(buyer, product, true) * habit.size / 100 * 3;
            let always = !is_seasonal(buyer, product);
            if staples.len() < room && always && alike <= room / 3 && !same && !dear {
                staples.push(product);
            } else {
                rest.push(product);
            }
        }

        // as many products every two to six weeks as fill the usual number of lines; the rest a few times a year
        let days = habit.weekdays.iter().filter(|day| place.delivery_days.contains(day)).count().max(1) as i64;
        let mut missing = ((low + high) / 2 - staples.len() as i64).max(1) * 1000 * 120 / 100;
        let mut others: Vec<(usize, i64)> = Vec::new();
        for (at, product) in rest.into_iter().enumerate() {
            let parts = [customer as u64, site as u64, key(product)];
            let mut random = Random::about(About::Rhythm, &parts);
            let every = if is_seasonal(buyer, product) {
                random.between(9, 18)
            } else if missing > 0 {
                let every = random.between(12, 20) + (at as i64 * 2).min(22);
                missing -= 7 * 1000 / days / every;
                every
            } else {
                random.between(75, 160)
            };
            others.push((product, every));
        }
        Self { customer, site, staples, others }
    }

    fn lines(&self, place: &DemoSite, day: NaiveDate, gap: i64) -> Vec<(usize, i64)> {
        let buyer = &CUSTOMERS[self.customer];
        let habit = buyer.habit;
        let at = [self.customer as u64, self.site as u64, day_number(day)];
        let mut random = Random::about(About::Quantity, &at);
        let target = random.between(habit.lines.0.into(), habit.lines.1.into()) as usize;

        let faithful = 74 + i64::from(habit.discipline) * 24 / 100;
        let mut taken: Vec<usize> = self.staples.iter().copied().filter(|_| random.percent(faithful)).collect();
        let staples = taken.len();
        taken.extend(
            self.others.iter().filter(|(product, every)| self.is_due(*product, *every, day, gap)).map(|due| due.0),
        );
        taken.truncate(target + 2);
        let open: Vec<usize> = self.others.iter().filter(|(_, every)| *every < 75).map(|other| other.0).collect();
        for _ in 0..2 * target {
            if taken.len() >= target || open.is_empty() {
                break;
            }
            let product = open[random.between(0, open.len() as i64 - 1) as usize];
            if is_in_season(buyer, product, day) && !taken.contains(&product) {
                taken.push(product);
            }
        }

        let rhythm = 7 / habit.weekdays.iter().filter(|day| place.delivery_days.contains(day)).count().max(1) as i64;
        let pause = (100 + (gap - rhythm - 1).max(0) * 8).min(160);
        let noise = 6 + (100 - i64::from(habit.discipline)) / 3;
        let mut lines: Vec<(usize, i64)> = Vec::with_capacity(taken.len());
        for (index, product) in taken.into_iter().enumerate() {
            let goods = &PRODUCTS[product];
            let staple = index < staples;
            let parts = [self.customer as u64, self.site as u64, key(product)];
            let usual = Random::about(About::Usual, &parts).between(65, 145);
            let percent =
                season_percent(buyer.kind, goods, day) * usual / 100 * random.between(100 - noise, 100 + noise);
            let more = if staple { pause } else { 100 };
            let value = usual_value(buyer, product, staple) * habit.size / 100 * percent / 10_000 * more / 100;
            lines.push((product, whole_units(goods, value, habit.size)));
        }
        lines.sort_unstable_by_key(|(product, _)| shelf(self.customer, *product));
        lines
    }

    /// Did he run out of it since the last delivery? Each product has its own rhythm, and now and then he does without
    /// for some months.
    fn is_due(&self, product: usize, every: i64, day: NaiveDate, gap: i64) -> bool {
        let buyer = &CUSTOMERS[self.customer];
        if !is_in_season(buyer, product, day) {
            return false;
        }
        let parts = [self.customer as u64, self.site as u64, key(product)];
        let today = i64::from(day.num_days_from_ce());
        let phase = Random::about(About::Lapse, &parts).between(0, 599);
        if !is_seasonal(buyer, product) && (today + phase) % 600 >= 470 {
            return false;
        }
        let round = (today + phase) / every;
        (round - 1..=round).any(|round| {
            let parts = [parts[0], parts[1], parts[2], round.unsigned_abs()];
            let due = round * every - phase + Random::about(About::Jitter, &parts).between(0, every / 2);
            due <= today && due > today - gap
        })
    }
}

/// What an ordinary business of this kind takes of such goods at a time, in ten-thousandths of a euro.
fn usual_value(buyer: &DemoCustomer, product: usize, staple: bool) -> i64 {
    let goods = &PRODUCTS[product];
    let percent = if has_own_name(buyer, product) { 100 } else { use_percent(buyer.kind, goods) };
    let euro = match (staple, goods.category) {
        (true, "flour" | "fats" | "chocolate") => 140,
        (true, "dairy-eggs" | "frozen" | "nuts-seeds") => 90,
        (true, "spices") => 18,
        (true, "cleaning") => 35,
        (true, _) => 65,
        (false, "flour" | "chocolate" | "frozen") => 70,
        (false, "spices" | "cleaning" | "decoration") => 18,
        (false, _) => 38,
    };
    euro * 100 * percent.max(25)
}

/// The nearest quantity that may be ordered.
fn whole_units(goods: &DemoProduct, value: i64, size: i64) -> i64 {
    let most = if goods.list_price > 100_000 { 12 + size / 4 } else { 5 + size / 20 };
    let wanted = ((value + goods.list_price / 2) / goods.list_price).min(most);
    let rounded = (wanted + goods.multiple / 2) / goods.multiple * goods.multiple;
    rounded.max(goods.minimum)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn assortments_are_stable_and_of_the_promised_size() {
        for (customer, buyer) in CUSTOMERS.iter().enumerate() {
            let products = assortment(customer);
            assert_eq!(products.len(), buyer.habit.items, "{}", buyer.name);
            assert!(products.is_sorted() && products.windows(2).all(|pair| pair[0] != pair[1]));
            for (sku, ..) in buyer.habit.own_names {
                assert!(products.iter().any(|product| PRODUCTS[*product].sku == *sku), "{} {sku}", buyer.name);
            }
        }
        assert!((0..14).all(|product| assortment(0).contains(&product)));
        assert_eq!((assortment(0).len(), assortment(1).len(), assortment(999).len()), (100, 60, 0));
    }

    #[test]
    fn the_shelf_is_grouped_by_category() {
        for customer in 0..CUSTOMERS.len() {
            let mut row = assortment(customer);
            row.sort_by_key(|product| shelf(customer, *product));
            let positions: Vec<i64> = row.iter().map(|product| shelf(customer, *product)).collect();
            assert!(positions.iter().zip(1..).all(|(position, index)| *position == index * 10));
            let mut groups: Vec<&str> = row.iter().map(|product| PRODUCTS[*product].category).collect();
            groups.dedup();
            assert_eq!(groups.iter().collect::<BTreeSet<_>>().len(), groups.len());
        }
        assert_eq!(shelf(1, usize::MAX), 0);
    }

    #[test]
    fn agreed_prices_are_somewhat_under_the_list() {
        let (mut agreed, mut all) = (0, 0);
        for customer in 0..CUSTOMERS.len() {
            for product in assortment(customer) {
                all += 1;
                if let Some(price) = agreed_price(customer, product) {
                    let list_price = PRODUCTS[product].list_price;
                    assert!(price * 100 >= list_price * 88 && price * 100 <= list_price * 97 && price % 100 == 0);
                    agreed += 1;
                }
            }
        }
        assert!((35..=45).contains(&(agreed * 100 / all)), "{agreed} of {all}");
        let outside = (0..PRODUCTS.len()).find(|product| !assortment(1).contains(product)).unwrap();
        assert_eq!(agreed_price(1, outside), None);
    }

    #[test]
    fn every_order_could_have_been_taken() {
        for today in [date(2026, 3, 2), date(2026, 11, 22), date(2027, 8, 31)] {
            let orders = history(today);
            assert!((3_500..=4_500).contains(&orders.len()), "{}", orders.len());
            let lines: usize = orders.iter().map(|order| order.lines.len()).sum();
            assert!((9 * orders.len()..=14 * orders.len()).contains(&lines), "{lines} in {}", orders.len());
            assert!(orders.is_sorted_by_key(|order| (order.ordered_on, order.ordered_minute)));
            let lists: Vec<Vec<usize>> = (0..CUSTOMERS.len()).map(assortment).collect();
            for order in &orders {
                let buyer = &CUSTOMERS[order.customer];
                assert!(order.ordered_on < today && order.ordered_on >= today - MONTHS);
                assert!(order.ordered_on < order.delivery_on && order.ordered_minute < 24 * 60);
                assert!(order.delivery_on.weekday() != Weekday::Sun && !is_holiday(order.delivery_on));
                assert!(buyer.sites[order.site].delivery_days.contains(&order.delivery_on.weekday()));
                assert!(!is_closed(buyer, order.delivery_on), "{}", buyer.name);
                assert!(!order.lines.is_empty());
                let distinct: BTreeSet<usize> = order.lines.iter().map(|line| line.0).collect();
                assert_eq!(distinct.len(), order.lines.len());
                for (product, quantity) in &order.lines {
                    let goods = &PRODUCTS[*product];
                    assert!(lists[order.customer].binary_search(product).is_ok(), "{} {}", buyer.name, goods.sku);
                    assert!(*quantity >= goods.minimum && quantity % goods.multiple == 0, "{}", goods.sku);
                    assert!(is_in_season(buyer, *product, order.delivery_on), "{}", goods.sku);
                }
            }
            let mut next = BTreeMap::new();
            for order in &orders {
                let before = next.insert((order.customer, order.site), order.delivery_on);
                assert!(before.is_none_or(|before| before < order.delivery_on), "two orders crossed");
            }
            let places: BTreeSet<_> = orders.iter().map(|order| (order.customer, order.site)).collect();
            assert_eq!(places.len(), CUSTOMERS.iter().map(|customer| customer.sites.len()).sum::<usize>());
        }
    }

    #[test]
    fn the_same_day_gives_the_same_history_and_the_next_day_adds_to_it() {
        let today = date(2026, 11, 22);
        let orders = history(today);
        assert_eq!(orders, history(today));
        let tomorrow = today + Days::new(1);
        let same = |order: &&PastOrder| order.ordered_on >= tomorrow - MONTHS && order.ordered_on < today;
        let still_there = |order: &&PastOrder| CUSTOMERS[order.customer].habit.stopped_days_ago == 0;
        let later = history(tomorrow);
        assert!(later.iter().filter(same).filter(still_there).eq(orders.iter().filter(same).filter(still_there)));
    }

    #[test]
    fn one_customer_stopped_half_a_year_ago() {
        let today = date(2026, 11, 22);
        let stopped = CUSTOMERS.iter().position(|customer| customer.habit.stopped_days_ago > 180).unwrap();
        let last = history(today).into_iter().rfind(|order| order.customer == stopped).unwrap();
        assert!((183..220).contains(&(today - last.ordered_on).num_days()), "{}", last.ordered_on);
    }

    #[test]
    fn easter_is_known() {
        for (year, month, day) in [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)] {
            assert_eq!(days_after_easter(date(year, month, day)), 0);
        }
        assert!(is_holiday(date(2026, 5, 14)) && is_holiday(date(2026, 5, 25)) && !is_holiday(date(2026, 5, 26)));
    }
}
