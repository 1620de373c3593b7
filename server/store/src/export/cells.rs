//! What stands under each column: for every name in the import's column table, the text that the import reads back as
//! what is stored.

use std::{collections::HashMap, sync::Arc};

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::{
    CustomerId, ProductId, Quantity, SiteId, UnitPrice,
    agreement::{Deal, far_off},
    pack::Pack,
    price::TieredPrice,
    promotion::Gives,
};

use crate::{
    db::instant,
    entity::{
        assortment_item, customer, group_terms, membership, order, order_line, packaging, product, product_sheet,
        promotion, promotion_product, shopping_list, site, user,
    },
    import::{Kind, columns, decimal, on_one_line},
};

/// Columns by name, with how each is filled.
pub(super) type Cells<R> = [(&'static str, fn(&R) -> String)];

/// The columns of a kind that `cells` fills, in the order of the column table.
pub(super) fn header<R>(kind: Kind, cells: &Cells<R>) -> Vec<&'static str> {
    let filled = |name: &str| cells.iter().any(|(cell, _)| *cell == name);
    columns(kind).iter().map(|column| column.name).filter(|name| filled(name)).collect()
}

/// Rows under that header.
pub(super) fn rows<R>(kind: Kind, cells: &Cells<R>, of: impl IntoIterator<Item = R>) -> Vec<Vec<String>> {
    let place = |name: &str| cells.iter().find(|(cell, _)| *cell == name).map(|(_, fill)| *fill);
    let fills: Vec<fn(&R) -> String> = columns(kind).iter().filter_map(|column| place(column.name)).collect();
    of.into_iter().map(|row| fills.iter().map(|fill| fill(&row)).collect()).collect()
}

/// A customer with one of its sites, or with one of its people.
pub(super) struct CustomerRow {
    pub customer: customer::Model,
    pub site: Option<site::Model>,
    pub person: Option<PersonOf>,
}

/// A person, and what it is to the customer.
#[derive(Clone)]
pub(super) struct PersonOf {
    pub user: user::Model,
    pub membership: membership::Model,
    /// The code of the one site its role is for.
    pub site: String,
}

pub(super) const CUSTOMERS: &Cells<CustomerRow> = &[
    ("customer_number", |r| r.customer.number.clone()),
    ("customer_name", |r| r.customer.name.clone()),
    ("vat_number", |r| r.customer.vat_number.clone()),
    ("language", |r| r.customer.language.clone()),
    ("customer_group", |r| r.customer.customer_group.clone()),
    ("payment_days", |r| r.customer.payment_days.to_string()),
    ("credit_limit", |r| r.customer.credit_limit.map(|cents| number(cents.0, 2)).unwrap_or_default()),
    ("outstanding", |r| number(r.customer.outstanding.0, 2)),
    ("order_minimum", |r| r.customer.order_minimum.map(|cents| number(cents.0, 2)).unwrap_or_default()),
    ("minimum_is_strict", |r| yes_or_no(r.customer.minimum_is_strict)),
    ("notice_days", |r| r.customer.notice_days.map(|days| days.to_string()).unwrap_or_default()),
    ("blocked", |r| yes_or_no(r.customer.blocked)),
    ("site_code", |r| of_site(r, |site| &site.code)),
    ("site_name", |r| of_site(r, |site| &site.name)),
    ("street", |r| of_site(r, |site| &site.street)),
    ("postcode", |r| of_site(r, |site| &site.postcode)),
    ("city", |r| of_site(r, |site| &site.city)),
    ("delivery_days", |r| of_site(r, |site| &site.delivery_days)),
    ("person_name", |r| of_person(r, |person| &person.user.name)),
    ("person_email", |r| of_person(r, |person| &person.user.email)),
    ("person_role", |r| of_person(r, |person| &person.membership.role)),
    ("person_language", |r| of_person(r, |person| &person.user.language)),
    ("person_site", |r| of_person(r, |person| &person.site)),
];

fn of_site(row: &CustomerRow, get: fn(&site::Model) -> &String) -> String {
    row.site.as_ref().map(get).cloned().unwrap_or_default()
}

fn of_person(row: &CustomerRow, get: fn(&PersonOf) -> &String) -> String {
    row.person.as_ref().map(get).cloned().unwrap_or_default()
}

pub(super) const GROUPS: &Cells<group_terms::Model> = &[
    ("customer_group", |r| r.customer_group.clone()),
    ("order_minimum", |r| r.order_minimum.map(|cents| number(cents.0, 2)).unwrap_or_default()),
    ("minimum_is_strict", |r| yes_or_no(r.minimum_is_strict)),
    ("notice_days", |r| r.notice_days.map(|days| days.to_string()).unwrap_or_default()),
];

pub(super) const PACKAGINGS: &Cells<packaging::Model> = &[
    ("code", |r| r.code.clone()),
    ("name_nl", |r| r.name_nl.clone()),
    ("name_fr", |r| r.name_fr.clone()),
    ("name_en", |r| r.name_en.clone()),
    ("deposit", |r| number(r.deposit.0, 2)),
];

/// A product, and what its page tells.
pub(super) struct ProductRow {
    pub product: product::Model,
    pub sheet: Option<product_sheet::Model>,
    /// The code of what takes its place.
    pub successor: String,
    pub zone: Tz,
}

pub(super) const PRODUCTS: &Cells<ProductRow> = &[
    ("sku", |r| r.product.sku.clone()),
    ("gtin", |r| r.product.gtin.clone().unwrap_or_default()),
    ("name_nl", |r| r.product.name_nl.clone()),
    ("name_fr", |r| r.product.name_fr.clone()),
    ("name_en", |r| r.product.name_en.clone()),
    ("category", |r| r.product.category.clone()),
    ("base_unit", |r| r.product.base_unit.0.clone()),
    ("unit", |r| r.product.unit.0.clone()),
    ("factor", |r| number(r.product.factor.0, 3)),
    ("minimum", |r| number(r.product.minimum.0, 3)),
    ("multiple", |r| number(r.product.multiple.0, 3)),
    ("priced_by", |r| if r.product.priced_by_base { "base_unit" } else { "unit" }.to_owned()),
    ("tolerance", |r| r.product.tolerance.map(|permille| number(permille.0, 1)).unwrap_or_default()),
    ("packs", |r| packs(&r.product.packs)),
    ("list_price", |r| price(r.product.list_price)),
    ("list_tiers", |r| tiers(&r.product.tiered())),
    // whoever reads this has no price before it, or the same
    ("sure", |_| String::new()),
    ("cost", |r| r.product.cost.map(price).unwrap_or_default()),
    ("vat", |r| number(r.product.vat.0, 2)),
    ("packaging", |r| r.product.packaging.clone().unwrap_or_default()),
    ("packaging_per_unit", |r| r.product.packaging_per_unit.0.to_string()),
    ("allergens", |r| r.product.allergens.clone()),
    ("state", |r| if r.product.discontinued { "discontinued" } else { "active" }.to_owned()),
    ("text_nl", |r| of_sheet(r, |s| on_one_line(&s.text_nl))),
    ("text_fr", |r| of_sheet(r, |s| on_one_line(&s.text_fr))),
    ("text_en", |r| of_sheet(r, |s| on_one_line(&s.text_en))),
    ("traces", |r| of_sheet(r, |s| s.traces.clone())),
    ("allergens_complete", |r| yes_or_no(r.sheet.as_ref().is_some_and(|s| s.allergens_complete))),
    ("successor", |r| r.successor.clone()),
    ("stock", |r| of_sheet(r, |s| s.stock.clone())),
    ("expected_on", |r| of_sheet(r, |s| s.expected_on.map(|day| day.to_string()).unwrap_or_default())),
    ("stock_at", |r| r.sheet.as_ref().and_then(|s| s.stock_at).map(|at| moment(r.zone, at)).unwrap_or_default()),
];

fn of_sheet(row: &ProductRow, get: fn(&product_sheet::Model) -> String) -> String {
    row.sheet.as_ref().map(get).unwrap_or_default()
}

/// An article of a customer's assortment, or of that of a group, by their codes.
pub(super) struct ItemRow {
    pub customer: String,
    pub group: String,
    pub sku: String,
    /// Of a customer.
    pub item: Option<assortment_item::Model>,
}

pub(super) const ASSORTMENTS: &Cells<ItemRow> = &[
    ("customer_number", |r| r.customer.clone()),
    ("customer_group", |r| r.group.clone()),
    ("sku", |r| r.sku.clone()),
    ("own_name", |r| of_item(r, |item| item.own_name.clone().unwrap_or_default())),
    ("own_code", |r| of_item(r, |item| item.own_code.clone().unwrap_or_default())),
    ("position", |r| of_item(r, |item| item.position.to_string())),
    ("favourite", |r| of_item(r, |item| yes_or_no(item.favourite))),
    ("of_group", |r| of_item(r, |item| yes_or_no(item.of_group))),
];

fn of_item(row: &ItemRow, get: fn(&assortment_item::Model) -> String) -> String {
    row.item.as_ref().map(get).unwrap_or_default()
}

/// An article of a list that a customer made himself.
pub(super) struct ListedRow {
    pub customer: String,
    pub site: String,
    pub list: Arc<shopping_list::Model>,
    /// Its section: where that stands, and its name.
    pub section: Option<(i64, String)>,
    pub sku: String,
    pub position: i64,
    pub usual: Option<Quantity>,
}

pub(super) const LISTS: &Cells<ListedRow> = &[
    ("customer_number", |r| r.customer.clone()),
    ("site_code", |r| r.site.clone()),
    ("list_name", |r| r.list.name.clone()),
    ("days", |r| r.list.days.clone()),
    ("season", |r| r.list.season.clone()),
    ("section", |r| r.section.as_ref().map(|(_, name)| name.clone()).unwrap_or_default()),
    ("sku", |r| r.sku.clone()),
    ("usual", |r| r.usual.map(|usual| number(usual.0, 3)).unwrap_or_default()),
];

/// A promotion with one of its articles.
pub(super) struct PromotionRow {
    pub promotion: Arc<promotion::Model>,
    pub article: promotion_product::Model,
    pub sku: String,
}

pub(super) const PROMOTIONS: &Cells<PromotionRow> = &[
    ("name_nl", |r| r.promotion.name_nl.clone()),
    ("name_fr", |r| r.promotion.name_fr.clone()),
    ("name_en", |r| r.promotion.name_en.clone()),
    ("kind", |r| r.promotion.kind.clone()),
    ("value", |r| r.promotion.gives().map(value).unwrap_or_default()),
    ("threshold", |r| match r.promotion.threshold {
        Quantity::ZERO => String::new(),
        threshold => number(threshold.0, 3),
    }),
    ("stacks", |r| yes_or_no(r.promotion.stacks)),
    ("customer_group", |r| r.promotion.customer_group.clone()),
    ("from", |r| r.promotion.from_on.to_string()),
    ("until", |r| r.promotion.until_on.to_string()),
    ("sku", |r| r.sku.clone()),
    ("bundle_quantity", |r| r.article.quantity.map(|of| number(of.0, 3)).unwrap_or_default()),
    ("bundle_free", |r| if r.article.free { yes_or_no(true) } else { String::new() }),
];

/// As `Gives::parse` reads it.
fn value(gives: Gives) -> String {
    match gives {
        Gives::Percent(off) => number(off, 2),
        Gives::Amount(off) => price(off),
        Gives::Price(now) => price(now),
        Gives::Free(goods) => format!("{} + {}", number(goods.take.0, 3), number(goods.free.0, 3)),
        Gives::Parts => String::new(),
    }
}

/// A list price where there are no days.
pub(super) struct PriceRow {
    pub customer: String,
    pub group: String,
    pub sku: String,
    pub deal: Deal,
    pub days: Option<(NaiveDate, Option<NaiveDate>)>,
    /// The list price, beside an agreement.
    pub list: UnitPrice,
}

pub(super) const PRICES: &Cells<PriceRow> = &[
    ("customer_number", |r| r.customer.clone()),
    ("customer_group", |r| r.group.clone()),
    ("sku", |r| r.sku.clone()),
    ("price", |r| net(r).map(|net| price(net.base)).unwrap_or_default()),
    ("percent", |r| r.deal.percent().map(|less| number(less.0, 2)).unwrap_or_default()),
    ("from", |r| r.days.map(|(from, _)| from.to_string()).unwrap_or_default()),
    ("until", |r| r.days.and_then(|(_, until)| until).map(|day| day.to_string()).unwrap_or_default()),
    ("tiers", |r| net(r).map(tiers).unwrap_or_default()),
    // what is agreed is meant; without it the portal that reads this would ask
    ("sure", |r| net(r).filter(|net| far_off(r.list, net.base)).map(|_| yes_or_no(true)).unwrap_or_default()),
];

fn net(row: &PriceRow) -> Option<&TieredPrice> {
    match &row.deal {
        Deal::Net(price) => Some(price),
        Deal::Less(_) => None,
    }
}

/// A line, with its order.
pub(super) struct LineRow {
    pub order: Arc<order::Model>,
    pub customer: String,
    pub site: String,
    pub zone: Tz,
    pub sku: String,
    pub line: order_line::Model,
}

pub(super) const ORDERS: &Cells<LineRow> = &[
    ("order_number", |r| r.order.number.clone()),
    ("customer_number", |r| r.customer.clone()),
    ("site_code", |r| r.site.clone()),
    ("ordered_at", |r| moment(r.zone, r.order.submitted_at)),
    ("delivery_on", |r| r.order.delivery_on.to_string()),
    ("state", |r| r.order.state.clone()),
    ("sku", |r| r.sku.clone()),
    ("quantity", |r| number(r.line.ordered.0, 3)),
    ("unit_price", |r| price(r.line.price)),
    ("vat", |r| number(r.line.vat.0, 2)),
    ("reference", |r| r.order.reference.clone()),
];

/// Local time with its offset: an hour of October is there twice.
fn moment(zone: Tz, at: i64) -> String {
    instant(at).with_timezone(&zone).to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
}

fn yes_or_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}

/// With a decimal comma, as spreadsheets of this country read numbers. Three decimals get a fourth: `1,234` could be
/// taken for a thousand.
fn number(value: i64, decimals: u32) -> String {
    let text = decimal(value, decimals).replace('.', ",");
    match text.split_once(',') {
        Some((_, fraction)) if fraction.len() == 3 => text + "0",
        _ => text,
    }
}

fn price(price: UnitPrice) -> String {
    number(price.0, 4)
}

/// `10: 15,2 | 40: 14,8`
fn tiers(price: &TieredPrice) -> String {
    let tier = |t: &domain::price::PriceTier| format!("{}: {}", number(t.from.0, 3), number(t.price.0, 4));
    price.tiers.iter().map(tier).collect::<Vec<_>>().join(" | ")
}

/// `LR: 8 | PX: 40`
fn packs(stored: &str) -> String {
    let pack = |p: &Pack| format!("{}: {}", p.code, number(p.holds.0, 3));
    Pack::all_from_text(stored).iter().map(pack).collect::<Vec<_>>().join(" | ")
}

/// The codes that files have in the place of our ids.
#[derive(Default)]
pub(super) struct Codes {
    pub customers: HashMap<CustomerId, String>,
    pub sites: HashMap<SiteId, String>,
    pub products: HashMap<ProductId, String>,
    pub list_prices: HashMap<ProductId, UnitPrice>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::quantity::parse_decimal;
    use proptest::prelude::*;

    /// A column that is imported and not exported would be lost on the way from one portal to another.
    #[test]
    fn every_column_is_exported_and_no_other() {
        let same = |kind: Kind, header: Vec<&str>, filled: usize| {
            let all: Vec<&str> = columns(kind).iter().map(|c| c.name).collect();
            assert_eq!((header, filled), (all.clone(), all.len()), "{}", kind.key());
        };
        same(Kind::Customers, header(Kind::Customers, CUSTOMERS), CUSTOMERS.len());
        same(Kind::Groups, header(Kind::Groups, GROUPS), GROUPS.len());
        same(Kind::Packagings, header(Kind::Packagings, PACKAGINGS), PACKAGINGS.len());
        same(Kind::Products, header(Kind::Products, PRODUCTS), PRODUCTS.len());
        same(Kind::Assortments, header(Kind::Assortments, ASSORTMENTS), ASSORTMENTS.len());
        same(Kind::Prices, header(Kind::Prices, PRICES), PRICES.len());
        same(Kind::Lists, header(Kind::Lists, LISTS), LISTS.len());
        same(Kind::Promotions, header(Kind::Promotions, PROMOTIONS), PROMOTIONS.len());
        same(Kind::Orders, header(Kind::Orders, ORDERS), ORDERS.len());
    }

    proptest! {
        #[test]
        fn a_number_is_read_back_as_it_was(value in 0i64..1_000_000_000_000, decimals in 0u32..5) {
            prop_assert_eq!(parse_decimal(&number(value, decimals), decimals), Ok(value));
        }

        #[test]
        fn tiers_are_read_back_as_they_were(
            base in 100_000i64..1_000_000_000, steps in prop::collection::vec((1i64..1_000_000, 1i64..20_000), 0..5)
        ) {
            let mut price = TieredPrice::flat(UnitPrice(base));
            let (mut from, mut now) = (0, base);
            for (more, less) in steps {
                (from, now) = (from + more, now - less);
                price.tiers.push(domain::price::PriceTier { from: domain::Quantity(from), price: UnitPrice(now) });
            }
            prop_assert_eq!(TieredPrice::parse(price.base, &tiers(&price)), Ok(price));
        }
    }
}
