//! `toonbank price`: what a customer pays for a product, and why, for scripts and for whoever has to explain it.

use chrono::NaiveDate;
use domain::{Quantity, UnitCode, UnitPrice, price::Step, product::Product, promotion::Gives};
use serde_json::{Value, json};
use store::{Db, distributor, prices};

/// What is asked, as it was typed.
pub struct Asked {
    pub customer: String,
    pub product: String,
    pub quantity: String,
    pub unit: Option<String>,
    pub on: Option<String>,
}

/// The answer as JSON, or what is wrong with the question.
pub async fn price(db: &Db, asked: &Asked) -> Result<Value, String> {
    let quantity = Quantity::parse(&asked.quantity).map_err(|refusal| format!("quantity (--quantity): {refusal}"))?;
    let portal = distributor::get(db).await.map_err(|e| e.to_string())?.ok_or("the portal has not been set up yet")?;
    let on = match &asked.on {
        None => db.now().with_timezone(&portal.zone).date_naive(),
        Some(typed) => {
            typed.parse::<NaiveDate>().map_err(|_| format!("day (--on): {typed:?} is not a date; write 2026-11-23"))?
        }
    };
    let found = prices::of(db, &asked.customer, &asked.product, on).await.map_err(|e| e.to_string())?;
    let customer = found.customer.ok_or_else(|| format!("customer (--customer): no number {:?}", asked.customer))?;
    let product = found.product.ok_or_else(|| format!("product (--product): no SKU {:?}", asked.product))?;
    let unit = &product.unit;
    let quantity = match &asked.unit {
        Some(typed) => in_sales_units(&product, typed, quantity)?,
        None => quantity,
    };
    unit.check(quantity).map_err(|refusal| format!("quantity (--quantity): {refusal}"))?;
    let price = found.conditions.price(quantity);
    let next = found.conditions.tiered().next(quantity);
    Ok(json!({
        "customer": customer.number,
        "product": product.sku,
        "on": on,
        "quantity": decimal(quantity.0, 3),
        "unit": unit.code,
        "unit_price": money(price.amount),
        "priced_by": unit.priced_in(&product.base_unit),
        "free": decimal(price.free(quantity).0, 3),
        "estimate": unit.priced_by.tolerance().is_some(),
        "amount": decimal(price.of(quantity, unit).0, 2),
        "currency": portal.currency.code(),
        "in_assortment": found.in_assortment,
        "bundle": found.bundle,
        "deposit": found.deposit.map(|deposit| json!({
            "packaging": deposit.packaging,
            "name": deposit.name,
            "pieces": deposit.pieces(quantity),
            "each": decimal(deposit.each.0, 2),
            "amount": decimal(deposit.of(quantity).0, 2),
        })),
        "trace": price.trace.iter().map(step).collect::<Vec<_>>(),
        "next_tier": next.map(|tier| json!({ "from": decimal(tier.from.0, 3), "price": money(tier.price) })),
    }))
}

/// A quantity in any of the product's units, in the one it is sold by.
fn in_sales_units(product: &Product, typed: &str, quantity: Quantity) -> Result<Quantity, String> {
    let unit = &product.unit;
    let is = |code: &UnitCode| typed.eq_ignore_ascii_case(&code.0);
    let (times, divided_by) = match product.packs.iter().find(|pack| is(&pack.code)) {
        _ if is(&unit.code) => (1_000, 1_000),
        Some(pack) => (pack.holds.0, 1_000),
        None if is(&product.base_unit) => (1_000, unit.factor.0),
        None => {
            let units = product.packs.iter().map(|pack| &pack.code).chain([&unit.code, &product.base_unit]);
            let units: Vec<String> = units.map(UnitCode::to_string).collect();
            return Err(format!("unit (--unit): {} has {}, not {typed:?}", product.sku, units.join(", ")));
        }
    };
    let exact = quantity.0.checked_mul(times).filter(|all| all % divided_by == 0).map(|all| Quantity(all / divided_by));
    exact.ok_or_else(|| format!("quantity (--quantity): no whole thousandths of {}", unit.code))
}

fn step(step: &Step) -> Value {
    match step {
        Step::List(price) => json!({ "step": "list", "price": money(*price) }),
        Step::Agreement { price, from, until, less, group } => {
            let with = if group.is_empty() { json!({}) } else { json!({ "customer_group": group }) };
            let percent = less.map(|less| decimal(less.0, 2));
            let mut said = json!({ "step": "agreement", "price": money(*price), "from": from, "until": until });
            if let (Some(said), Some(with)) = (said.as_object_mut(), with.as_object()) {
                said.extend(with.clone());
                said.extend(percent.map(|percent| ("percent".to_owned(), json!(percent))));
            }
            said
        }
        Step::Tier(tier) => json!({ "step": "tier", "from": decimal(tier.from.0, 3), "price": money(tier.price) }),
        Step::Promotion { name, gives, until } => {
            let gives = match gives {
                Gives::Percent(off) => json!({ "percent": decimal(*off, 2) }),
                Gives::Amount(off) => json!({ "amount": money(*off) }),
                Gives::Price(price) => json!({ "price": money(*price) }),
                Gives::Free(goods) => json!({ "take": decimal(goods.take.0, 3), "free": decimal(goods.free.0, 3) }),
                Gives::Parts => json!({}),
            };
            json!({ "step": "promotion", "name": name, "gives": gives, "until": until })
        }
        Step::Bundle(together) => {
            let off = decimal(together.off().0, 2);
            json!({ "step": "bundle", "name": together.name, "off": off, "until": together.until })
        }
    }
}

fn money(price: UnitPrice) -> String {
    decimal(price.0, 4)
}

/// An integer with implied decimals as scripts read it.
fn decimal(value: i64, places: u32) -> String {
    let one = 10i64.pow(places);
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{}.{:0places$}", (value / one).abs(), (value % one).abs(), places = places as usize)
}
