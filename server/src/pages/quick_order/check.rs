//! The check screen: the form carries the rows; each time they are checked anew, against the list of that moment.

use std::collections::{BTreeMap, HashMap};

use app::{
    i18n::quick as q,
    quick_order::check::{CheckPage, page},
};
use axum::{extract::State, http::StatusCode, response::Response};
use domain::{
    ProductId, Refusal,
    product::Article,
    quick_order::{
        Checked, Found, MOST, State as Stand,
        check::{Line, check, wanted},
    },
    succession::Replacement,
};
use store::{Error, baskets};

use super::{super::Frame, Own};
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other},
    pages::buyer::fills,
    session::AtCounter,
};

/// What a check screen is about.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub rows: Vec<Line>,
    pub file: String,
    pub header: Option<(u32, String)>,
    pub add_up: bool,
}

impl Sheet {
    /// The rows that a form carries, by the numbers in the names of its fields.
    fn of(fields: &Fields) -> Sheet {
        let mut rows: BTreeMap<u32, Line> = BTreeMap::new();
        let mut used: HashMap<u32, &str> = HashMap::new();
        for (name, value) in &fields.0 {
            let Some((kind, Ok(number))) = name.split_once('.').map(|(kind, number)| (kind, number.parse())) else {
                continue;
            };
            if rows.len() == MOST && !rows.contains_key(&number) {
                continue;
            }
            let line = rows.entry(number).or_default();
            line.row.number = number;
            let text: String = value.chars().take(domain::quick_order::LONGEST).collect();
            match kind {
                "w" => line.row.ways.push(text),
                "q" => line.row.quantity = text,
                "a" => line.chosen = value.parse().ok(),
                "s" => line.search = text,
                "u" => _ = used.insert(number, value),
                "x" => line.dropped = value == "true",
                _ => {}
            }
        }
        for (number, line) in &mut rows {
            line.row.ways.truncate(4);
            // who searches for something else does not mean what was chosen before
            if line.search.trim() != used.get(number).copied().unwrap_or_default().trim() {
                line.chosen = None;
            }
        }
        let header = fields
            .get("header")
            .split_once(' ')
            .and_then(|(number, names)| Some((number.parse().ok()?, names.chars().take(200).collect())));
        Sheet {
            rows: rows.into_values().collect(),
            file: fields.get("file").chars().take(120).collect(),
            header,
            add_up: fields.ticked("add_up"),
        }
    }
}

/// `POST /quick-order/check`: checks again, or puts what is ready into the basket in one go; the others stay on the
/// screen.
pub async fn recheck(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    let mut sheet = Sheet::of(&fields);
    if sheet.rows.is_empty() {
        return Ok(seen_other("/quick-order"));
    }
    let own = Own::to_check(&portal, &at).await?;
    if let Err(refusal) = fields.is_for(actor) {
        return answer(frame, &own, sheet, StatusCode::CONFLICT, 0, Some(refusal)).await;
    }
    if fields.get("go") != "put" {
        return answer(frame, &own, sheet, StatusCode::OK, 0, None).await;
    }
    let checked = check(sheet.rows.clone(), &own.known(), sheet.add_up);
    let ready = wanted(&checked);
    if ready.is_empty() {
        let refusal = Some(Refusal::NothingReady);
        return answer(frame, &own, sheet, StatusCode::UNPROCESSABLE_ENTITY, 0, refusal).await;
    }
    match baskets::set(&portal.db, actor, &ready, at.price_day(portal.db.now())).await {
        Ok(_) => {}
        // the assortment or a pack changed in this very moment: checked against what is there now
        Err(Error::Fields(_)) => {
            let own = Own::to_check(&portal, &at).await?;
            let refusal = Some(Refusal::NothingReady);
            return answer(frame, &own, sheet, StatusCode::UNPROCESSABLE_ENTITY, 0, refusal).await;
        }
        Err(error) => return Err(error.into()),
    }
    let put = checked.iter().filter(|row| row.state == Stand::Ready).count();
    if !checked.iter().any(|row| row.state == Stand::Doubtful) {
        return Ok(seen_other("/basket"));
    }
    let stays: Vec<u32> =
        checked.iter().filter(|row| row.state != Stand::Ready).map(|row| row.line.row.number).collect();
    sheet.rows.retain(|line| stays.binary_search(&line.row.number).is_ok());
    let own = Own::to_check(&portal, &at).await?;
    answer(frame, &own, sheet, StatusCode::OK, put, None).await
}

/// The screen of some rows.
pub async fn answer(
    frame: Frame,
    own: &Own,
    sheet: Sheet,
    status: StatusCode,
    put: usize,
    refusal: Option<Refusal>,
) -> Result<Response, Oops> {
    let rows = check(sheet.rows, &own.known(), sheet.add_up);
    let page_data = CheckPage {
        articles: concerned(own, &rows),
        replaced: replaced(own, &rows),
        rows,
        file: sheet.file,
        header: sheet.header,
        add_up: sheet.add_up,
        put,
        refusal,
    };
    let title = q::check_title(frame.reader().lang);
    Ok(frame.on("/quick-order").answer(status, title, move |r| page(r, &page_data)).await)
}

/// The articles that the rows mean or may mean.
fn concerned(own: &Own, rows: &[Checked]) -> HashMap<ProductId, Article> {
    let all = rows.iter().flat_map(|row| row.candidates.iter().chain(row.article.iter()));
    let wanted: std::collections::HashSet<ProductId> = all.copied().collect();
    own.articles.iter().filter(|a| wanted.contains(&a.product)).map(|a| (a.product, a.clone())).collect()
}

/// What can no longer be ordered, of what the rows mean.
fn replaced(own: &Own, rows: &[Checked]) -> Vec<Replacement> {
    let meant =
        |of: ProductId| rows.iter().any(|row| matches!(row.found, Found::Replaced { of: there, .. } if there == of));
    own.replaced
        .iter()
        .filter(|(article, _)| meant(article.product))
        .map(|(_, replacement)| replacement.clone())
        .collect()
}
