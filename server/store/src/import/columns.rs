//! The column sets, version 1. A set is what a file of a kind may have as its header, in any order; a column that is
//! needed must be there. When a set changes, its version rises and the old one goes on being read.

use super::Kind;

/// A column that a file may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    /// Must the header have it? Whether a cell may be empty is said in `what`.
    pub needed: bool,
    /// What stands in it, in a few words.
    pub what: &'static str,
    /// Numbers of such a column show together which sign is the decimal one.
    pub(crate) numeric: bool,
}

/// The version of the column sets that is written and read today.
pub const VERSION: u32 = 1;

const fn needed(name: &'static str, what: &'static str) -> Column {
    Column { name, needed: true, what, numeric: false }
}

const fn may(name: &'static str, what: &'static str) -> Column {
    Column { name, needed: false, what, numeric: false }
}

const fn number(column: Column) -> Column {
    Column { numeric: true, ..column }
}

/// The columns of a kind, in the order of its sample file.
pub const fn columns(kind: Kind) -> &'static [Column] {
    match kind {
        Kind::Customers => CUSTOMERS,
        Kind::Groups => GROUPS,
        Kind::Packagings => PACKAGINGS,
        Kind::Products => PRODUCTS,
        Kind::Assortments => ASSORTMENTS,
        Kind::Prices => PRICES,
        Kind::Promotions => PROMOTIONS,
        Kind::Lists => LISTS,
        Kind::Orders => ORDERS,
        Kind::OnlineRetail => ONLINE_RETAIL,
    }
}

/// A made-up file of a kind, with every column; the real data's has one line of each kind of dirt.
pub const fn sample(kind: Kind) -> &'static str {
    match kind {
        Kind::Customers => include_str!("../../samples/customers.csv"),
        Kind::Groups => include_str!("../../samples/groups.csv"),
        Kind::Packagings => include_str!("../../samples/packagings.csv"),
        Kind::Products => include_str!("../../samples/products.csv"),
        Kind::Assortments => include_str!("../../samples/assortments.csv"),
        Kind::Prices => include_str!("../../samples/prices.csv"),
        Kind::Promotions => include_str!("../../samples/promotions.csv"),
        Kind::Lists => include_str!("../../samples/lists.csv"),
        Kind::Orders => include_str!("../../samples/orders.csv"),
        Kind::OnlineRetail => include_str!("../../samples/online_retail.csv"),
    }
}

/// Whose name in a correction file says what was wrong; passed over when it is read.
pub(super) const PROBLEM: &str = "problem";

const CUSTOMERS: &[Column] = &[
    needed("customer_number", "the distributor's number, text; the same number on every row of the customer"),
    needed("customer_name", "may be empty where a row above has it"),
    may("vat_number", "Belgian numbers are checked"),
    may("language", "nl, fr or en; else nl"),
    may("customer_group", "whose promotions are his too: bakers, horeca, …"),
    number(may("payment_days", "whole days")),
    number(may("credit_limit", "amount; empty is no limit")),
    number(may("outstanding", "amount owed now; empty is 0")),
    number(may("order_minimum", "net amount; empty: as the group; 0 is none")),
    may("minimum_is_strict", "yes: an order below it is refused; else it is flagged"),
    number(may("notice_days", "whole days before which a higher price is told; empty: as the group")),
    may("blocked", "yes or no"),
    may("site_code", "empty: the row has no site"),
    may("site_name", "else the customer's name"),
    may("street", ""),
    may("postcode", ""),
    may("city", ""),
    may("delivery_days", "mon tue wed thu fri sat sun, with spaces; else Monday to Friday"),
    may("person_name", ""),
    may("person_email", "empty: the row has no person"),
    may("person_role", "buyer, approver, customer_admin, kitchen or bookkeeper"),
    may("person_language", "else the customer's"),
    may("person_site", "a site code, where the role is for this one site only"),
];

const GROUPS: &[Column] = &[
    needed("customer_group", "as its customers have it"),
    number(may("order_minimum", "net amount; empty is none")),
    may("minimum_is_strict", "yes: an order below it is refused; else it is flagged"),
    number(may("notice_days", "whole days before which a higher price is told; empty is none")),
];

const PACKAGINGS: &[Column] = &[
    needed("code", "the distributor's code, text"),
    needed("name_nl", "what a buyer reads beside the price: bak, melkkan …"),
    may("name_fr", ""),
    may("name_en", ""),
    number(needed("deposit", "for each piece, without VAT, at most two decimals")),
];

const PRODUCTS: &[Column] = &[
    needed("sku", "the distributor's code, text; leading zeros stay"),
    may("gtin", "8, 12, 13 or 14 digits with their check digit"),
    needed("name_nl", ""),
    may("name_fr", ""),
    may("name_en", ""),
    needed("category", "key of a category; a new one is made"),
    needed("base_unit", "unit of stock, UN/ECE Recommendation 20: KGM, LTR, C62 …"),
    needed("unit", "unit of sale, Recommendation 20 or 21: BG, BX, C62 …"),
    number(needed("factor", "base units in one unit of sale: 25 for a bag of 25 kg")),
    number(may("minimum", "fewest units of an order; else 1")),
    number(may("multiple", "steps of an order in units; else 1")),
    may("priced_by", "unit or base_unit: what the price is for; else unit"),
    may(
        "tolerance",
        "for what is weighed and paid by base_unit: percent it may differ from factor; empty is not weighed",
    ),
    may("packs", "bigger units: LR: 8 | PX: 40 (code: units of sale); empty is none"),
    number(needed("list_price", "at most four decimals, without VAT")),
    may("list_tiers", "what more costs: 10: 15.20 | 40: 14.80 (units of sale: price); empty is none"),
    number(may("cost", "what one unit of sale costs the distributor; empty is not known")),
    may("sure", SURE),
    number(needed("vat", "in percent: 6, 21")),
    may("packaging", "code of the returnable packaging it comes in; empty is none"),
    number(may("packaging_per_unit", "pieces of it for one unit of sale; else 1")),
    may("allergens", "keys of the legal fourteen, with spaces: gluten milk nuts …"),
    may("state", "active or discontinued; else active"),
    may("text_nl", "what its page tells; | begins a new paragraph"),
    may("text_fr", ""),
    may("text_en", ""),
    may("traces", "keys of the allergens that it may contain"),
    may("allergens_complete", "yes: what allergens and traces do not name is not in it; else that is not declared"),
    may("successor", "sku of what takes its place once it is discontinued"),
    may("stock", "in_stock or expected; empty is unknown"),
    may("expected_on", "a day, where it is expected"),
    may("stock_at", "when the stock was counted, 2026-11-23 06:00 (the distributor's local time); needed with stock"),
];

const ASSORTMENTS: &[Column] = &[
    needed("customer_number", "empty: an article of a group"),
    may("customer_group", "whose customers may order it, each; nothing else but sku stands beside it"),
    needed("sku", ""),
    may("own_name", "what the customer calls it"),
    may("own_code", "the customer's code for it"),
    number(may("position", "place on his shelf, whole; else after all others")),
    may("favourite", "yes or no"),
    may("of_group", "yes: the customer has it because his group has, and as long as it has; else it is his own"),
];

const PRICES: &[Column] = &[
    needed("customer_number", "empty: the price of a group, or the list price"),
    may("customer_group", "empty: the price of a customer, or the list price"),
    needed("sku", ""),
    number(needed("price", "at most four decimals, without VAT; empty only beside percent")),
    number(may("percent", "so much less than the list price and its tiers: 5; with a customer or a group")),
    may("from", "first day; needed with a customer or a group; of a list price a day to come, or empty: at once"),
    may("until", "last day; empty is until further notice"),
    may("tiers", "what more costs: 10: 15.20 | 40: 14.80 (units of sale: price); empty is none"),
    may("sure", SURE),
];

/// The one question that a row can answer.
const SURE: &str = "yes: the price is meant, although it is five times off the one before, or off the list price";

const PROMOTIONS: &[Column] = &[
    needed("name_nl", "with group and first day the same on every row of the promotion; a row is an article of it"),
    may("name_fr", ""),
    may("name_en", ""),
    needed(
        "kind",
        "percent, amount, price, free or parts; may be empty below the first row, as what follows up to stacks",
    ),
    may(
        "value",
        "10 (percent off), 0.50 (off, or the price of a unit or a bundle), 10 + 1 (paid + free); empty for parts",
    ),
    number(may("threshold", "units from which on it holds; empty is from the first")),
    may("stacks", "yes: on top of what was agreed; else counted from the list price"),
    may("customer_group", "empty is everybody"),
    needed("from", "first day of delivery"),
    needed("until", "last day; may be empty below the first row"),
    needed("sku", ""),
    number(may(
        "bundle_quantity",
        "so many units are in one bundle, on each row of one; empty is each article by itself",
    )),
    may("bundle_free", "yes: it costs nothing in a whole bundle (kind parts)"),
];

const ORDERS: &[Column] = &[
    needed("order_number", "the same number on every row of the order; a row is a line"),
    needed("customer_number", ""),
    may("site_code", "may be empty where the customer has one site"),
    needed("ordered_at", "2026-11-23 08:30 (the distributor's local time), or with an offset"),
    may("delivery_on", "else the day it was ordered"),
    may("state", "accepted, delivered, declined or cancelled; else delivered"),
    needed("sku", ""),
    number(needed("quantity", "units of sale, at most three decimals")),
    number(needed("unit_price", "at most four decimals, without VAT")),
    number(may("vat", "in percent; else the product's")),
    may("reference", "the customer's own"),
];

const LISTS: &[Column] = &[
    needed(
        "customer_number",
        "with site and name the same on every row of the list; a row is an article, in the list's order",
    ),
    may("site_code", "empty is a list of all his sites"),
    needed("list_name", ""),
    may("days", "the days of delivery it is for: fri sat; empty is any day, or as the first row of the list says"),
    may(
        "season",
        "first and last day of every year, month first: 12-15 01-06; empty is all year, or as the first row says",
    ),
    may("section", "the part of the list; empty is before the first"),
    needed("sku", ""),
    number(may("usual", "units of sale as a rule")),
];

const ONLINE_RETAIL: &[Column] = &[
    needed("InvoiceNo", "C before it: a cancellation; A before it: a bad debt"),
    needed("StockCode", ""),
    needed("Description", "may be empty"),
    needed("Quantity", "whole"),
    needed("InvoiceDate", "2009-12-01 09:08:00, London time"),
    needed("UnitPrice", "pounds, decimal point"),
    needed("CustomerID", "empty: left out"),
    needed("Country", ""),
];
