//! What a site takes with each order.

use std::cmp::Reverse;

use chrono::{Datelike, NaiveDate};

use super::{
    super::{
        catalogue::{DemoProduct, PRODUCTS},
        customers::{CUSTOMERS, DemoCustomer, DemoSite},
    },
    days::*,
    random::{About, Random, key},
    tastes::*,
};

/// What a site takes with every order and what it takes now and then.
pub(super) struct Plan {
    customer: usize,
    site: usize,
    staples: Vec<usize>,
    /// The product and about how many days he does with it, the most frequent first.
    others: Vec<(usize, i64)>,
}

impl Plan {
    pub(super) fn draw(customer: usize, site: usize) -> Self {
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

    pub(super) fn lines(&self, place: &DemoSite, day: NaiveDate, gap: i64) -> Vec<(usize, i64)> {
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
    pub(super) fn is_due(&self, product: usize, every: i64, day: NaiveDate, gap: i64) -> bool {
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
pub(super) fn usual_value(buyer: &DemoCustomer, product: usize, staple: bool) -> i64 {
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
pub(super) fn whole_units(goods: &DemoProduct, value: i64, size: i64) -> i64 {
    let most = if goods.list_price > 100_000 { 12 + size / 4 } else { 5 + size / 20 };
    let wanted = ((value + goods.list_price / 2) / goods.list_price).min(most);
    let rounded = (wanted + goods.multiple / 2) / goods.multiple * goods.multiple;
    rounded.max(goods.minimum)
}
