//! Numbers and dates as people of Belgium write them.

use std::fmt::{Display, Write, from_fn};

use chrono::{Datelike, NaiveDate};
use domain::{
    Cents, Currency, Lang, Quantity, UnitPrice,
    pack::Pack,
    price::{PriceTier, TieredPrice},
    shopping_list::YearDay,
};

/// `€ 1.234,50`, `1 234,50 €`, `€1,234.50`; the space does not break.
pub fn money(lang: Lang, currency: Currency, amount: Cents) -> String {
    with_sign(lang, currency, amount.0, 2)
}

/// A unit price with two decimals, more where it has them.
pub fn unit_price(lang: Lang, currency: Currency, price: UnitPrice) -> String {
    with_sign(lang, currency, price.0, 4)
}

/// Two decimals at least.
fn with_sign(lang: Lang, currency: Currency, value: i64, places: usize) -> String {
    let sign = match currency {
        Currency::Eur => "€",
        Currency::Gbp => "£",
    };
    let (before, between, after) = match lang {
        Lang::Nl => (sign, "\u{a0}", ""),
        Lang::Fr => ("", "", sign),
        Lang::En => (sign, "", ""),
    };
    // a page of a long list has hundreds of them: each is written once
    let mut text = String::with_capacity(24);
    text.push_str(before);
    text.push_str(between);
    write_decimal(&mut text, lang, value, places, 2);
    if !after.is_empty() {
        text.push('\u{a0}');
        text.push_str(after);
    }
    text
}

/// `4`, `2,5`, `1.250`
pub fn quantity(lang: Lang, quantity: Quantity) -> String {
    decimal(lang, quantity.0, 3, 0)
}

/// A measure in thousandths, with as many decimals as it is given in.
pub fn measure(lang: Lang, thousandths: i64, decimals: u32) -> String {
    decimal(lang, thousandths, 3, decimals as usize)
}

/// The size of a file: `34 kB`, `1,2 MB`.
pub fn file_size(lang: Lang, bytes: i64) -> String {
    // octets, in French
    let (kilo, mega) = if lang == Lang::Fr { ("ko", "Mo") } else { ("kB", "MB") };
    if bytes < 1_000_000 {
        format!("{}\u{a0}{kilo}", (bytes + 999) / 1_000)
    } else {
        format!("{}\u{a0}{mega}", decimal(lang, (bytes + 50_000) / 100_000, 1, 0))
    }
}

/// As it stands in a field: without grouping, so that it is read back as it was written.
pub fn typed_quantity(lang: Lang, quantity: Quantity) -> String {
    typed(lang, quantity.0, 3, 0)
}

/// A price as it stands in a field.
pub fn typed_price(lang: Lang, price: UnitPrice) -> String {
    typed(lang, price.0, 4, 2)
}

/// Tiers as they stand in a field: `10: 15,20; 40: 14,80`.
pub fn typed_tiers(lang: Lang, price: &TieredPrice) -> String {
    let tier = |t: &PriceTier| format!("{}: {}", typed_quantity(lang, t.from), typed_price(lang, t.price));
    price.tiers.iter().map(tier).collect::<Vec<_>>().join("; ")
}

/// Packs as they stand in a field: `LR: 8; PX: 40`.
pub fn typed_packs(lang: Lang, packs: &[Pack]) -> String {
    let pack = |p: &Pack| format!("{}: {}", p.code, typed_quantity(lang, p.holds));
    packs.iter().map(pack).collect::<Vec<_>>().join("; ")
}

/// An amount as it stands in a field; none is empty.
pub fn typed_amount(lang: Lang, amount: Option<Cents>) -> String {
    amount.map_or_else(String::new, |a| typed(lang, a.0, 2, 2))
}

fn typed(lang: Lang, value: i64, places: usize, least: usize) -> String {
    let number = decimal(lang, value, places, least);
    let text: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '-' || *c == point(lang)).collect();
    match text.split_once(point(lang)) {
        // three decimals behind a point would be a question; four are not
        Some((_, decimals)) if decimals.len() == 3 => format!("{text}0"),
        _ => text,
    }
}

const fn point(lang: Lang) -> char {
    match lang {
        Lang::Nl | Lang::Fr => ',',
        Lang::En => '.',
    }
}

/// An integer with `places` implied decimals, of which at least `least` are shown and no zeros after them.
fn decimal(lang: Lang, value: i64, places: usize, least: usize) -> String {
    let mut text = String::with_capacity(16);
    write_decimal(&mut text, lang, value, places, least);
    text
}

fn write_decimal(text: &mut String, lang: Lang, value: i64, places: usize, least: usize) {
    let group = match lang {
        Lang::Nl => '.',
        Lang::Fr => '\u{202f}',
        Lang::En => ',',
    };
    if value < 0 {
        text.push('-');
    }
    let one = 10_u64.pow(places as u32);
    let (whole, mut fraction) = (value.unsigned_abs() / one, value.unsigned_abs() % one);
    let start = text.len();
    let _ = write!(text, "{whole}");
    let mut at = text.len();
    while at > start + 3 {
        at -= 3;
        text.insert(at, group);
    }
    let mut kept = places;
    while kept > least && fraction.is_multiple_of(10) {
        fraction /= 10;
        kept -= 1;
    }
    if kept > 0 {
        let _ = write!(text, "{}{fraction:0kept$}", point(lang));
    }
}

const WEEKDAYS: [[&str; 7]; 3] = [
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

const MONTHS: [[&str; 12]; 3] = [
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

const SHORT_MONTHS: [[&str; 12]; 3] = [
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
];

pub fn weekday(lang: Lang, day: chrono::Weekday) -> &'static str {
    WEEKDAYS[lang as usize][day as usize]
}

/// `donderdag 26 november`
pub fn long_date(lang: Lang, date: NaiveDate) -> String {
    format!("{} {} {}", weekday(lang, date.weekday()), day(lang, date.day()), month(lang, date.month()))
}

/// `december`
pub fn month(lang: Lang, month: u32) -> &'static str {
    MONTHS[lang as usize].get(month.saturating_sub(1) as usize).copied().unwrap_or_default()
}

/// `6 januari`, of any year.
pub fn year_day(lang: Lang, on: YearDay) -> String {
    format!("{} {}", day(lang, on.day()), month(lang, on.month()))
}

/// French says the first of a month as an ordinal.
fn day(lang: Lang, day: u32) -> impl Display {
    from_fn(move |f| match (lang, day) {
        (Lang::Fr, 1) => f.write_str("1er"),
        (_, day) => day.fmt(f),
    })
}

/// `26 nov`
pub fn short_date(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", day(lang, date.day()), SHORT_MONTHS[lang as usize][date.month0() as usize])
}

/// `26 nov 2026`
pub fn full_date(lang: Lang, date: NaiveDate) -> String {
    super::written(format_args!("{} {}", short_date(lang, date), date.year()))
}

/// `3 u 12 min`, `2 dagen 4 u`; nothing is left below a minute.
pub fn time_left(lang: Lang, minutes: i64) -> String {
    let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    let (day, many, hour) = match lang {
        Lang::Nl => ("dag", "dagen", "u"),
        Lang::Fr => ("jour", "jours", "h"),
        Lang::En => ("day", "days", "h"),
    };
    match (days, hours) {
        (0, 0) => format!("{minutes} min"),
        (0, _) => format!("{hours} {hour} {minutes} min"),
        (1, _) => format!("1 {day} {hours} {hour}"),
        _ => format!("{days} {many} {hours} {hour}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_as_it_is_written() {
        let amount = Cents(-1_234_567);
        assert_eq!(money(Lang::Nl, Currency::Eur, amount), "€\u{a0}-12.345,67");
        assert_eq!(money(Lang::Fr, Currency::Eur, Cents(5)), "0,05\u{a0}€");
        assert_eq!(money(Lang::En, Currency::Gbp, Cents(100_000)), "£1,000.00");
        assert_eq!(unit_price(Lang::Nl, Currency::Eur, UnitPrice(8_550)), "€\u{a0}0,855");
    }

    #[test]
    fn what_stands_in_a_field_is_read_back() {
        for lang in Lang::ALL {
            for thousandths in [0, 1, 500, 1_000, 1_234, 2_500, 1_234_500, 999_999_999] {
                let text = typed_quantity(lang, Quantity(thousandths));
                let read = domain::quantity::parse_decimal(&text, 3);
                assert_eq!(read, Ok(thousandths), "{text}");
            }
            for price in [1, 8_550, 184_500, 99_999_999] {
                let text = typed_price(lang, UnitPrice(price));
                assert_eq!(domain::money::parse_unit_price(&text), Ok(UnitPrice(price)), "{text}");
            }
        }
    }

    #[test]
    fn time_left_is_rounded_down() {
        assert_eq!(time_left(Lang::Nl, 192), "3 u 12 min");
        assert_eq!(time_left(Lang::Nl, 7), "7 min");
        assert_eq!(time_left(Lang::Fr, 1500), "1 jour 1 h");
    }
}
