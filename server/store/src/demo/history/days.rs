//! On which days the lorry comes, when the order for it was sent, and what the season is.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{
    super::{
        catalogue::{DemoProduct, PRODUCTS, Season},
        customers::{CUSTOMERS, DemoCustomer, Kind},
    },
    random::{About, Random},
    tastes::has_own_name,
};

pub(super) fn day_number(day: NaiveDate) -> u64 {
    u64::from(day.num_days_from_ce().unsigned_abs())
}

/// Does this site get a delivery that day?
pub(super) fn delivers(customer: usize, site: usize, day: NaiveDate) -> bool {
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
pub(super) fn ordered(customer: usize, site: usize, delivery: NaiveDate) -> (NaiveDate, u16) {
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

pub(super) fn previous_workday(day: NaiveDate) -> NaiveDate {
    let mut before = day - Days::new(1);
    while matches!(before.weekday(), Weekday::Sat | Weekday::Sun) || is_holiday(before) {
        before = before - Days::new(1);
    }
    before
}

pub(super) fn is_closed(buyer: &DemoCustomer, day: NaiveDate) -> bool {
    let now = (day.month() as u8, day.day() as u8);
    buyer.habit.holidays.iter().any(|&(from_month, from_day, to_month, to_day)| {
        let (from, to) = ((from_month, from_day), (to_month, to_day));
        if from <= to { now >= from && now <= to } else { now >= from || now <= to }
    })
}

/// The ten legal Belgian holidays: no lorry leaves.
pub(super) fn is_holiday(day: NaiveDate) -> bool {
    const FIXED: [(u32, u32); 7] = [(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)];
    FIXED.contains(&(day.month(), day.day())) || [1, 39, 50].contains(&days_after_easter(day))
}

/// Days since Easter Sunday of that year (Meeus/Jones/Butcher), negative before it.
pub(super) fn days_after_easter(day: NaiveDate) -> i64 {
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

pub(super) fn in_season(season: Season, day: NaiveDate) -> bool {
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
pub(super) fn is_seasonal(buyer: &DemoCustomer, product: usize) -> bool {
    PRODUCTS[product].season != Season::Always && !has_own_name(buyer, product)
}

pub(super) fn is_in_season(buyer: &DemoCustomer, product: usize, day: NaiveDate) -> bool {
    !is_seasonal(buyer, product) || in_season(PRODUCTS[product].season, day)
}

/// How much more or less is used around this day, in percent.
pub(super) fn season_percent(kind: Kind, goods: &DemoProduct, day: NaiveDate) -> i64 {
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
