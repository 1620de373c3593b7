//! The figures of what was stored beside those of the whole file, each difference with its causes.
//!
//! The definitions are those of an independent reference: net revenue is quantity times price over all lines, with
//! cancellations and lines without customer; a sale is a line with customer, no `C` before its invoice, and quantity and
//! price above 0.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Europe::London;
use domain::{Cents, CustomerId, OrderId, OrderState};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Alias, Expr, ExprTrait},
};
use serde::{Deserialize, Serialize};

use super::super::{
    bulk::KEYS,
    history::{History, PastOrder},
    report::{amount, cents},
};
use crate::{
    Error, Result,
    db::instant,
    entity::{order, order_line},
};

/// Our figures beside the reference's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reconciliation {
    pub figures: Vec<Figure>,
    /// By local month, `2009-12`.
    pub months: BTreeMap<String, Month>,
    /// What no cause explains, over all figures; `0` and `0.00` are all there should be.
    pub is_explained: bool,
}

/// One figure: `reference - ours = difference`, and the causes add up to the difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    pub name: String,
    /// Of the reference.
    pub definition: String,
    /// Of what was stored: amounts in pounds with two decimals, else a count.
    pub ours: String,
    /// By the definition, over the whole file.
    pub reference: String,
    pub difference: String,
    pub causes: Vec<Cause>,
    pub unexplained: String,
}

/// Part of a difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    pub reason: String,
    pub difference: String,
    pub text: String,
}

/// A month: each figure by the reference's definition over the file, and of what was stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Month {
    pub net_revenue: String,
    pub net_revenue_stored: String,
    pub net_revenue_left_out: String,
    pub gross_sales: String,
    pub gross_sales_stored: String,
    pub cancelled_value: String,
    pub cancelled_value_stored: String,
    pub orders: u64,
    pub orders_stored: u64,
    pub active_customers: u64,
    pub active_customers_stored: u64,
    pub new_customers: u64,
}

/// A line as the figures see it.
pub(super) struct Seen<'s> {
    pub invoice: &'s str,
    pub customer: &'s str,
    pub on: NaiveDate,
    /// In ten-thousandths.
    pub value: i128,
    pub is_sale: bool,
    pub cancels: bool,
    pub left_out: Option<&'static str>,
}

/// The figures of the file itself; values in ten-thousandths.
#[derive(Clone, Default)]
pub(super) struct FileFigures {
    lines: u64,
    months: BTreeMap<i32, FileMonth>,
    left_out: BTreeMap<&'static str, LeftOut>,
    /// What rounding each line to cents takes from sales and from cancellations.
    rounded: [i128; 2],
    /// Invoices with a sale, and the month of their first.
    sales: HashMap<String, i32>,
    cancellations: HashSet<String>,
    /// Customers with a sale, and the month of their first.
    customers: HashMap<String, i32>,
}

#[derive(Clone, Default)]
struct FileMonth {
    net: i128,
    gross: i128,
    cancelled: i128,
    left_out: i128,
    active: HashSet<String>,
}

/// What one reason left out.
#[derive(Clone, Default)]
pub(super) struct LeftOut {
    pub lines: u64,
    /// On sales, on cancellations, and on neither.
    values: [i128; 3],
}

impl LeftOut {
    pub fn value(&self) -> i128 {
        self.values.iter().sum()
    }
}

/// Months are counted from the year 0.
fn month_of(day: NaiveDate) -> i32 {
    day.year() * 12 + day.month0() as i32
}

fn month_text(month: i32) -> String {
    format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1)
}

impl FileFigures {
    pub fn see(&mut self, seen: &Seen<'_>) {
        let month = month_of(seen.on);
        let of_month = self.months.entry(month).or_default();
        self.lines += 1;
        of_month.net += seen.value;
        if seen.cancels {
            of_month.cancelled += seen.value;
            once(&mut self.cancellations, seen.invoice);
        }
        if seen.is_sale {
            of_month.gross += seen.value;
            once(&mut of_month.active, seen.customer);
            if !self.sales.contains_key(seen.invoice) {
                self.sales.insert(seen.invoice.to_owned(), month);
            }
            match self.customers.get_mut(seen.customer) {
                Some(first) => *first = Ord::min(month, *first),
                None => {
                    self.customers.insert(seen.customer.to_owned(), month);
                }
            }
        }
        if let Some(reason) = seen.left_out {
            of_month.left_out += seen.value;
            let left = self.left_out.entry(reason).or_default();
            left.lines += 1;
            let part = if seen.is_sale {
                0
            } else if seen.cancels {
                1
            } else {
                2
            };
            left.values[part] += seen.value;
        }
    }

    /// Remembers what rounding a line that is taken changes.
    pub fn round(&mut self, lost: i128, cancels: bool) {
        self.rounded[usize::from(cancels)] += lost;
    }

    pub fn left_out(&self) -> impl Iterator<Item = (&'static str, &LeftOut)> {
        self.left_out.iter().map(|(reason, left)| (*reason, left))
    }

    /// Holds the file against what is stored.
    pub fn reconcile(&self, ours: &[Stored], history: &History) -> Reconciliation {
        let mut figures = vec![self.lines_figure(ours, history)];
        figures.extend(self.value_figures(ours, history));
        figures.extend([self.orders_figure(ours), self.cancellations_figure(ours), self.customers_figure(ours)]);
        let is_explained = figures.iter().all(|f| matches!(f.unexplained.as_str(), "0" | "0.00"));
        Reconciliation { figures, months: self.months(ours), is_explained }
    }

    fn lines_figure(&self, ours: &[Stored], history: &History) -> Figure {
        let mut causes: Vec<(&str, i128, String)> = Vec::new();
        for (reason, left) in self.left_out() {
            causes.push((reason, left.lines.into(), "left out".to_owned()));
        }
        let kept: usize = history.kept().map(|o| o.lines.len()).sum();
        causes.push(("kept_orders", kept as i128, "of orders that were changed in the portal".to_owned()));
        let stored: u64 = ours.iter().map(|o| o.lines).sum();
        figure("lines", "all lines of the file", stored.into(), self.lines.into(), causes, |n| n.to_string())
    }

    fn value_figures(&self, ours: &[Stored], history: &History) -> [Figure; 3] {
        let stored = |cancels: &[bool]| -> i128 {
            ours.iter().filter(|o| cancels.contains(&o.cancels)).map(|o| i128::from(o.net.0) * 100).sum()
        };
        let kept = |cancels: &[bool]| -> i128 {
            let orders = history.kept().filter(|o| cancels.contains(&!o.state.counts()));
            orders.map(|o| i128::from(history.goods.totals(o).net.0) * 100).sum()
        };
        let file = |part: fn(&FileMonth) -> i128| -> i128 { self.months.values().map(part).sum() };
        let figure = |name: &str, definition: &str, reference: i128, parts: &[usize], cancels: &[bool]| {
            let mut causes: Vec<(&str, i128, String)> = Vec::new();
            for (reason, left) in self.left_out() {
                let value: i128 = parts.iter().map(|part| left.values[*part]).sum();
                causes.push((reason, value, format!("{} lines left out", left.lines)));
            }
            let rounded: i128 = cancels.iter().map(|c| self.rounded[usize::from(*c)]).sum();
            let exact = format!("each line is rounded to pence once; exactly {}", four_decimals(rounded));
            causes.push(("rounding", rounded, exact));
            causes.push(("kept_orders", kept(cancels), "orders that were changed in the portal".to_owned()));
            figure(name, definition, stored(cancels), reference, causes, four_decimals)
        };
        [
            figure(
                "net_revenue",
                "sum of quantity times price over all lines, with cancellations and lines without customer",
                file(|m| m.net),
                &[0, 1, 2],
                &[false, true],
            ),
            figure(
                "gross_sales",
                "the same over sales: with customer, no C, quantity and price above 0",
                file(|m| m.gross),
                &[0],
                &[false],
            ),
            figure(
                "cancelled_value",
                "the same over the lines of all cancellation invoices (C…)",
                file(|m| m.cancelled),
                &[1],
                &[true],
            ),
        ]
    }

    fn orders_figure(&self, ours: &[Stored]) -> Figure {
        let stored: BTreeSet<&str> = ours.iter().filter(|o| !o.cancels).map(|o| o.number.as_str()).collect();
        let no_sale = stored.iter().filter(|number| !self.sales.contains_key(**number)).count() as i128;
        let missing = self.sales.keys().filter(|number| !stored.contains(number.as_str())).count() as i128;
        let causes = vec![
            (
                "only_free_goods",
                -no_sale,
                "orders of goods that were given away (all lines at 0.00) are orders here".to_owned(),
            ),
            (
                "not_stored",
                missing,
                "orders whose lines were all left out, or that were changed in the portal".to_owned(),
            ),
        ];
        let (stored, file) = (stored.len() as i128, self.sales.len() as i128);
        figure("orders", "invoices with a sale", stored, file, causes, |n| n.to_string())
    }

    fn cancellations_figure(&self, ours: &[Stored]) -> Figure {
        let stored: BTreeSet<&str> = ours.iter().filter(|o| o.cancels).map(|o| o.number.as_str()).collect();
        let missing = self.cancellations.iter().filter(|number| !stored.contains(number.as_str())).count() as i128;
        let causes =
            vec![("not_stored", missing, "cancellations without customer, or changed in the portal".to_owned())];
        let (stored, file) = (stored.len() as i128, self.cancellations.len() as i128);
        figure("cancellations", "cancellation invoices (C…) with or without customer", stored, file, causes, |n| {
            n.to_string()
        })
    }

    fn customers_figure(&self, ours: &[Stored]) -> Figure {
        let stored: BTreeSet<&str> = ours.iter().map(|o| o.customer.as_str()).collect();
        let no_sale = stored.iter().filter(|number| !self.customers.contains_key(**number)).count() as i128;
        let missing = self.customers.keys().filter(|number| !stored.contains(number.as_str())).count() as i128;
        let causes = vec![
            ("no_sale", -no_sale, "customers with cancellations or free goods only are customers here".to_owned()),
            ("not_stored", missing, "customers whose lines were all left out".to_owned()),
        ];
        let (stored, file) = (stored.len() as i128, self.customers.len() as i128);
        figure("customers", "customers with a sale", stored, file, causes, |n| n.to_string())
    }

    fn months(&self, ours: &[Stored]) -> BTreeMap<String, Month> {
        let mut stored: BTreeMap<i32, (i64, i64, u64, BTreeSet<&str>)> = BTreeMap::new();
        for order in ours {
            let (sold, cancelled, orders, active) = stored.entry(order.month).or_default();
            if order.cancels {
                *cancelled += order.net.0;
            } else {
                *sold += order.net.0;
                *orders += 1;
                active.insert(&order.customer);
            }
        }
        let months: BTreeSet<i32> = self.months.keys().chain(stored.keys()).copied().collect();
        let (no_file, nothing) = (FileMonth::default(), (0, 0, 0, BTreeSet::new()));
        months
            .into_iter()
            .map(|month| {
                let file = self.months.get(&month).unwrap_or(&no_file);
                let (sold, cancelled, orders, active) = stored.get(&month).unwrap_or(&nothing);
                let figures = Month {
                    net_revenue: amount(file.net),
                    net_revenue_stored: cents(sold + cancelled),
                    net_revenue_left_out: amount(file.left_out),
                    gross_sales: amount(file.gross),
                    gross_sales_stored: cents(*sold),
                    cancelled_value: amount(file.cancelled),
                    cancelled_value_stored: cents(*cancelled),
                    orders: self.sales.values().filter(|of| **of == month).count() as u64,
                    orders_stored: *orders,
                    active_customers: file.active.len() as u64,
                    active_customers_stored: active.len() as u64,
                    new_customers: self.customers.values().filter(|first| **first == month).count() as u64,
                };
                (month_text(month), figures)
            })
            .collect()
    }
}

/// Puts a text into a set, without copying it where it is there.
fn once(set: &mut HashSet<String>, text: &str) {
    if !set.contains(text) {
        set.insert(text.to_owned());
    }
}

fn figure(
    name: &str,
    definition: &str,
    ours: i128,
    reference: i128,
    causes: Vec<(&str, i128, String)>,
    said: impl Fn(i128) -> String,
) -> Figure {
    let difference = reference - ours;
    let explained: i128 = causes.iter().map(|(_, part, _)| part).sum();
    let causes = causes.into_iter().filter(|(_, part, _)| *part != 0);
    Figure {
        name: name.to_owned(),
        definition: definition.to_owned(),
        ours: said(ours),
        reference: said(reference),
        difference: said(difference),
        causes: causes
            .map(|(reason, part, text)| Cause { reason: reason.to_owned(), difference: said(part), text })
            .collect(),
        unexplained: said(difference - explained),
    }
}

/// Ten-thousandths with as many decimals as they need, at least two: a difference by rounding is smaller than a penny.
fn four_decimals(value: i128) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let value = value.unsigned_abs();
    let text = format!("{sign}{}.{:04}", value / 10_000, value % 10_000);
    text.strip_suffix("00").or_else(|| text.strip_suffix('0')).unwrap_or(&text).to_owned()
}

/// An order as it is, or will be, stored.
pub(super) struct Stored {
    number: String,
    /// The customer's number.
    customer: String,
    month: i32,
    cancels: bool,
    net: Cents,
    lines: u64,
}

fn local_month(at: DateTime<Utc>) -> i32 {
    month_of(at.with_timezone(&London).date_naive())
}

/// What a run that writes would store.
pub(super) fn planned(history: &History, numbers: &HashMap<CustomerId, String>) -> Vec<Stored> {
    let of = |order: &PastOrder| Stored {
        number: order.number.clone(),
        customer: numbers.get(&order.customer).cloned().unwrap_or_default(),
        month: local_month(order.submitted_at),
        cancels: !order.state.counts(),
        net: history.goods.totals(order).net,
        lines: order.lines.len() as u64,
    };
    history.as_told().map(of).collect()
}

/// The orders of the file as they are in the database now; their heads must agree with their lines.
pub(super) async fn stored(
    conn: &impl ConnectionTrait,
    history: &History,
    numbers: &HashMap<CustomerId, String>,
) -> Result<Vec<Stored>> {
    use order::Column;
    let told: Vec<&str> = history.as_told().map(|o| o.number.as_str()).collect();
    let mut stored = Vec::with_capacity(told.len());
    for some in told.chunks(KEYS) {
        let heads: Vec<(OrderId, String, CustomerId, String, i64, Cents, i64)> = order::Entity::find()
            .select_only()
            .columns([
                Column::Id,
                Column::Number,
                Column::CustomerId,
                Column::State,
                Column::SubmittedAt,
                Column::Net,
                Column::Lines,
            ])
            .filter(Column::Number.is_in(some.iter().copied()))
            .into_tuple()
            .all(conn)
            .await?;
        let mut sums = sums(conn, heads.iter().map(|head| head.0)).await?;
        for (id, number, customer, state, at, net, lines) in heads {
            if sums.remove(&id) != Some((lines, net.0)) {
                return Err(Error::Stored(format!("order {number}: the head does not agree with the lines")));
            }
            stored.push(Stored {
                number,
                customer: numbers.get(&customer).cloned().unwrap_or_default(),
                month: local_month(instant(at)),
                cancels: OrderState::from_key(&state).is_none_or(|state| !state.counts()),
                net,
                lines: lines.unsigned_abs(),
            });
        }
    }
    if stored.len() != told.len() {
        return Err(Error::Stored(format!("{} orders were to be stored, {} are", told.len(), stored.len())));
    }
    Ok(stored)
}

/// How many lines each order has, and what they come to.
async fn sums(
    conn: &impl ConnectionTrait,
    orders: impl Iterator<Item = OrderId>,
) -> Result<HashMap<OrderId, (i64, i64)>> {
    use order_line::Column;
    // PostgreSQL's sum of integers is a numeric
    let sum = Expr::expr(Column::Amount.sum()).cast_as(Alias::new("bigint"));
    let rows: Vec<(OrderId, i64, i64)> = order_line::Entity::find()
        .select_only()
        .column(Column::OrderId)
        .column_as(Column::Line.count(), "lines")
        .column_as(sum, "net")
        .filter(Column::OrderId.is_in(orders))
        .group_by(Column::OrderId)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|(id, lines, net)| (id, (lines, net))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_differences_keep_their_decimals() {
        assert_eq!(four_decimals(70), "0.007");
        assert_eq!(four_decimals(-10_000), "-1.00");
        assert_eq!(four_decimals(92_286_207_570), "9228620.757");
        assert_eq!(four_decimals(1), "0.0001");
    }

    #[test]
    fn months_are_written_as_they_sort() {
        let day = |y, m| NaiveDate::from_ymd_opt(y, m, 9).unwrap();
        assert_eq!(month_text(month_of(day(2009, 12))), "2009-12");
        assert_eq!(month_of(day(2010, 1)) - month_of(day(2009, 12)), 1);
    }
}
