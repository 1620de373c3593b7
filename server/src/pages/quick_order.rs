//! Quick order: rows out of a spreadsheet into the basket.

use std::collections::BTreeMap;

use app::{
    i18n::texts as t,
    quick_order::{QuickOrderPage, WrongRow},
};
use axum::{extract::State, http::StatusCode, response::Response};
use domain::{ProductId, Quantity, Refusal, quick_order};
use store::{assortments, baskets};

use super::{Frame, buyer::fills};
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other},
    session::AtCounter,
};

/// `GET /quick-order`
pub async fn page(at: AtCounter, frame: Frame) -> Result<Response, Oops> {
    fills(at.actor())?;
    let title = t::quick_order(frame.reader().lang);
    frame.ok(title, |r| app::quick_order::page(r, &QuickOrderPage::default())).await
}

/// `POST /quick-order`: the quantities of all rows into the basket, or none and what is wrong with which.
pub async fn take(State(portal): State<Portal>, at: AtCounter, frame: Frame, fields: Fields) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    let on = at.price_day(portal.db.now());
    let articles = assortments::list(&portal.db, actor, on).await?;
    let rows = quick_order::rows(fields.get("lines"));
    let refusal = fields.is_for(actor).err().or(match rows.len() {
        0 => Some(Refusal::Required),
        1..=quick_order::MOST => None,
        _ => Some(Refusal::TooManyRows { most: quick_order::MOST }),
    });
    let mut page = QuickOrderPage { lines: fields.text("lines"), refusal, ..QuickOrderPage::default() };
    let mut wanted: BTreeMap<ProductId, Quantity> = BTreeMap::new();
    // where the whole is refused, no row is looked at
    let looked_at = if page.refusal.is_none() { rows } else { Vec::new() };
    for row in looked_at {
        let article = quick_order::article(&row.wanted, &articles);
        let checked = article.ok_or(Refusal::NotInAssortment).and_then(|article| {
            // an article on two rows is wanted twice
            let sum = row.quantity? + wanted.get(&article.product).copied().unwrap_or_default();
            let most = Quantity::MOST;
            if sum > most { Err(Refusal::TooMany { most }) } else { Ok((article.product, article.unit.check(sum)?)) }
        });
        match checked {
            Ok((product, quantity)) => drop(wanted.insert(product, quantity)),
            Err(refusal) => page.wrong.push(WrongRow {
                number: row.number,
                candidates: match refusal {
                    Refusal::NotInAssortment => {
                        quick_order::candidates(&row.wanted, &articles).into_iter().cloned().collect()
                    }
                    _ => Vec::new(),
                },
                wanted: row.wanted,
                refusal,
            }),
        }
    }
    if page.refusal.is_none() && page.wrong.is_empty() {
        baskets::set(&portal.db, actor, &wanted.into_iter().collect::<Vec<_>>(), on).await?;
        return Ok(seen_other("/basket"));
    }
    let title = t::quick_order(frame.reader().lang);
    let status = match page.refusal {
        Some(Refusal::OtherSite) => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(frame.on("/quick-order").answer(status, title, move |r| app::quick_order::page(r, &page)).await)
}
