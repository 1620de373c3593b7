//! The real wholesaler's data: its shape as a made-up sample, and the file itself where it is named.
//!
//! `TOONBANK_ONLINE_RETAIL=/path/online_retail_A.csv` imports the real file; the figures of the independent reference are
//! read from `TOONBANK_REFERENCE_FIGURES`, else from `reference_figures_A.json` beside it. Without it, the sample alone.

use std::{collections::BTreeMap, path::PathBuf};

use domain::{Currency, Quantity, access::Party};
use serde_json::Value;
use store::import::{Kind, Options, Report, Source, run, sample};

use crate::import::{Portal, order_of, price_day};

/// What the reference says of the sample: worked out apart from this code, by its definitions.
const SAMPLE_FIGURES: &str = r#"{
  "net_revenue_by_month": {"2010-03": 84.66, "2010-04": -525.26, "2010-05": 15.02},
  "gross_sales_by_month": {"2010-03": 82.0, "2010-04": 20.1, "2010-05": 63.0},
  "cancelled_value_by_month": {"2010-03": -7.2, "2010-04": 0.0, "2010-05": -49.3},
  "orders_by_month": {"2010-03": 2, "2010-04": 1, "2010-05": 3},
  "active_customers_by_month": {"2010-03": 2, "2010-04": 1, "2010-05": 2},
  "new_customers_by_month": {"2010-03": 2, "2010-04": 0, "2010-05": 0}
}"#;

/// Every figure of the reference, month by month, and every difference of ours explained.
fn reconcile(report: &Report, reference: &Value) {
    let reconciliation = report.reconciliation.as_ref().expect("a reconciliation");
    let names = ["net_revenue", "gross_sales", "cancelled_value", "orders", "active_customers", "new_customers"];
    for name in names {
        let wanted = reference[format!("{name}_by_month")].as_object().expect("months");
        let wanted: BTreeMap<&str, String> = wanted
            .iter()
            .map(|(month, figure)| match figure.is_f64() {
                true => (month.as_str(), format!("{:.2}", figure.as_f64().expect("a number"))),
                false => (month.as_str(), figure.to_string()),
            })
            .collect();
        let ours: BTreeMap<&str, String> = reconciliation
            .months
            .iter()
            .map(|(month, m)| (month.as_str(), text(&serde_json::to_value(m).expect("json")[name])))
            .collect();
        assert_eq!(ours, wanted, "{name}");
    }
    for figure in &reconciliation.figures {
        assert!(matches!(figure.unexplained.as_str(), "0" | "0.00"), "{figure:#?}");
    }
    assert!(reconciliation.is_explained);
    assert_eq!(report.rows.read, report.lines + report.rejected.values().sum::<u64>(), "no line is dropped in silence");
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn figure<'r>(report: &'r Report, name: &str) -> (&'r str, &'r str) {
    let all = &report.reconciliation.as_ref().expect("a reconciliation").figures;
    let found = all.iter().find(|f| f.name == name).expect("the figure");
    (&found.ours, &found.reference)
}

#[tokio::test]
async fn every_kind_of_dirt_has_its_place() {
    let portal = Portal::open().await;
    let report = portal.import(Kind::OnlineRetail, sample(Kind::OnlineRetail)).await;
    assert!(report.saved && report.is_clean(), "{:?}", report.problems);
    reconcile(&report, &serde_json::from_str(SAMPLE_FIGURES).unwrap());
    let rejected = [
        ("no_customer", 6, "-512.78"),
        ("bad_debt", 1, "-10.00"),
        ("zero_quantity", 1, "0.00"),
        ("negative_price", 1, "-2.50"),
        ("negative_quantity", 1, "-13.20"),
        ("other_customer", 1, "5.70"),
    ];
    assert_eq!(report.rejected, rejected.map(|(reason, lines, _)| (reason.to_owned(), lines)).into());
    assert_eq!(report.rejected_value, rejected.map(|(r, _, value)| (r.to_owned(), value.to_owned())).into());
    assert_eq!((report.customers, report.products, report.orders, report.cancelled, report.lines), (4, 11, 7, 2, 18));
    assert_eq!(figure(&report, "orders"), ("7", "6"));
    assert_eq!(figure(&report, "customers"), ("4", "2"));
    let notes: BTreeMap<&str, u64> = report.notes.iter().map(|n| (n.key.as_str(), n.rows)).collect();
    assert_eq!(notes["duplicates"], 1);
    assert_eq!((notes["codes_by_case"], notes["several_moments"], notes["several_countries"]), (2, 1, 1));
    // the portal had a distributor, with euros
    assert!(notes.contains_key("other_currency"));
    let left_out = report.split.as_ref().map(|s| s.rejected.lines().count());
    assert_eq!(left_out, Some(12), "the header and eleven lines");

    let product = portal.product("90001").await;
    assert_eq!(
        (product.names.nl.as_str(), product.list_price.base.0, product.vat.0),
        ("PAPER LANTERN BLUE", 21_000, 2_000)
    );
    assert_eq!(portal.product("90005").await.names.nl, "90005", "no line names it");
    let order = portal.order("700002").await;
    assert_eq!(order.head.submitted_at.to_rfc3339(), "2010-03-08T11:20:00+00:00");
    assert_eq!(portal.order("700008").await.head.submitted_at.to_rfc3339(), "2010-04-30T11:00:00+00:00", "summer time");
    assert_eq!(portal.order("C700003").await.lines[0].ordered, Quantity::whole(-2));

    let again = portal.import(Kind::OnlineRetail, sample(Kind::OnlineRetail)).await;
    assert!(again.changed_nothing() && again.reconciliation == report.reconciliation);
}

#[tokio::test]
async fn a_portal_without_distributor_becomes_the_british_one_and_its_customers_order() {
    let portal = Portal::without_distributor().await;
    portal.import(Kind::OnlineRetail, sample(Kind::OnlineRetail)).await;
    let distributor = store::distributor::get(&portal.db).await.unwrap().unwrap();
    assert_eq!((distributor.currency, distributor.zone), (Currency::Gbp, chrono_tz::Europe::London));
    let portal = portal.with_els().await;
    let buyer = portal.buyer("90101", "Robin", "robin@lanterns.example").await;
    assert!(matches!(&buyer.party, Party::Customer(at) if at.customer_name == "Klant 90101"));
    let day = price_day(&portal.db, &buyer).await;
    let list = store::assortments::list(&portal.db, &buyer, day).await.unwrap();
    let skus: Vec<&str> = list.iter().map(|a| a.sku.as_str()).collect();
    assert_eq!(skus, ["90001", "90002", "90005", "PADS"], "bought most often first, and no postage");
    assert_eq!(list[0].habit.taken.len(), 2);
    let order = order_of(&portal.db, &buyer, list[0].product, 6).await;
    assert_eq!(order.totals.unwrap().net.0, 1_260);
}

#[tokio::test]
async fn a_line_that_cannot_be_read_refuses_the_file() {
    let portal = Portal::open().await;
    let before = portal.state().await;
    let broken = sample(Kind::OnlineRetail).replace(",10,2010-03-08 11:20:00,2.1,", ",ten,08/03/2010,\"2,1\",");
    let report = portal.import(Kind::OnlineRetail, &broken).await;
    let told: Vec<_> = report.problems.iter().map(|p| (p.row, p.column.as_str(), p.problem.as_str())).collect();
    assert_eq!(
        told,
        [(6, "Quantity", "not_a_number"), (6, "UnitPrice", "not_a_number"), (6, "InvoiceDate", "not_a_date")]
    );
    assert!(!report.saved && portal.state().await == before);
}

#[tokio::test]
async fn the_real_file_agrees_with_the_reference() {
    let Some(file) = std::env::var_os("TOONBANK_ONLINE_RETAIL").map(PathBuf::from) else {
        // the sample stands in for it
        return;
    };
    let figures = std::env::var_os("TOONBANK_REFERENCE_FIGURES")
        .map_or_else(|| file.with_file_name("reference_figures_A.json"), PathBuf::from);
    let reference: Value = serde_json::from_slice(&std::fs::read(figures).unwrap()).unwrap();
    let portal = Portal::open().await;
    let source = Source::open(Kind::OnlineRetail, &file).unwrap();
    let report = run(&portal.db, Kind::OnlineRetail, source, &Options::default(), &mut |_| {}).await.unwrap();
    assert!(report.saved);
    reconcile(&report, &reference);
    let customers = reference["rfm"]["customers"].to_string();
    assert_eq!(figure(&report, "customers").1, customers);
    // an ordinary buyer of the real data
    let number = "15362";
    let buyer = portal.buyer(number, "Robin", "robin@lanterns.example").await;
    let day = price_day(&portal.db, &buyer).await;
    let list = store::assortments::list(&portal.db, &buyer, day).await.unwrap();
    order_of(&portal.db, &buyer, list[0].product, 6).await;
}
