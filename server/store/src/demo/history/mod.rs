//! What the demo customers may order and what they ordered in the last eighteen months.
//!
//! Nothing here is random: every choice follows from a fixed seed and from the customer, the site, the product and the
//! day it concerns. So the same day always gives the same world, and a day later only adds a day. No clock, no floats.

mod days;
mod plan;
mod random;
mod tastes;

use chrono::{Days, Months, NaiveDate};

use super::customers::CUSTOMERS;
use days::{delivers, ordered};
use plan::Plan;
pub use tastes::{agreed_price, assortment, shelf};

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

const MONTHS: Months = Months::new(18);
/// A longer pause than this is not made up for: he used up his stock before he closed.
const LONGEST_GAP: i64 = 14;

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

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use chrono::{Datelike, Weekday};

    use super::*;
    use crate::demo::catalogue::PRODUCTS;
    use days::{days_after_easter, is_closed, is_holiday, is_in_season};

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
