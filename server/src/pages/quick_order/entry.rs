//! One article after the other. What was entered last and what came to nothing stand in the form and in the address: the
//! server remembers neither.

use app::{
    i18n::texts as t,
    order::query_value,
    quick_order::{Entry, QuickOrderPage, Said},
};
use axum::{extract::State, http::StatusCode, response::Response};
use domain::{
    ProductId, Quantity, Refusal,
    product::Article,
    quick_order::{Found, Known},
};
use serde::Deserialize;
use store::{
    Error,
    quick_order::{Step, take},
};

use super::{super::Frame, Own};
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other},
    pages::buyer::fills,
    session::AtCounter,
};

/// So many of the last entries are shown.
const RECENT: usize = 10;
/// So many that came to nothing are kept.
const KEPT: usize = 30;

/// The address of the page after an entry.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct EntryQuery {
    added: String,
    recent: String,
    /// One to a line.
    kept: String,
    part: String,
}

impl EntryQuery {
    pub fn is_part(&self) -> bool {
        !self.part.is_empty()
    }

    /// What stands on the page.
    pub fn entry(&self, articles: &[Article]) -> Entry {
        let of = |id: &str| articles.iter().find(|a| a.product.to_string() == id).cloned();
        Entry {
            said: of(&self.added).map(|article| Said::Now(Box::new(article))),
            recent: self.recent.split(' ').filter_map(of).take(RECENT).collect(),
            kept: lines(self.kept.lines().map(str::to_owned)),
            ..Entry::default()
        }
    }

    fn address(&self) -> String {
        let said = [("added", &self.added), ("recent", &self.recent), ("kept", &self.kept), ("part", &self.part)];
        let said = said.into_iter().filter(|(_, value)| !value.is_empty());
        let said: Vec<String> = said.map(|(name, value)| format!("{name}={}", query_value(value))).collect();
        format!("/quick-order?{}", said.join("&"))
    }
}

/// Kept lines, within what a page can hold.
fn lines(lines: impl Iterator<Item = String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for line in lines {
        let line: String = line.chars().filter(|c| !c.is_control() || *c == '\t').take(80).collect();
        if !line.trim().is_empty() && !kept.contains(&line) && kept.len() < KEPT {
            kept.push(line);
        }
    }
    kept
}

/// What the form asks for.
enum Asked {
    Step(ProductId, Step),
    /// One of those that the text may mean.
    Chosen(ProductId),
    Typed,
    Forget(String),
}

fn asked(fields: &Fields) -> Asked {
    let id = |name: &str| fields.get(name).parse::<ProductId>().ok();
    if let Some(product) = id("more") {
        Asked::Step(product, Step::More)
    } else if let Some(product) = id("less") {
        Asked::Step(product, Step::Less)
    } else if let Some(product) = id("product") {
        Asked::Chosen(product)
    } else if !fields.get("forget").is_empty() {
        Asked::Forget(fields.text("forget"))
    } else {
        Asked::Typed
    }
}

/// `POST /quick-order/line`: adds one article, or says why not.
pub async fn line(State(portal): State<Portal>, at: AtCounter, frame: Frame, fields: Fields) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    let own = Own::read(&portal, &at).await?;
    let known = own.known();
    let mut kept = lines(fields.all("kept").into_iter());
    let code = fields.get("code").trim();
    let quantity = match fields.get("quantity").trim() {
        "" => fields.get("asked").trim(),
        typed => typed,
    };
    let on = at.price_day(portal.db.now());
    let outcome = match fields.is_for(actor) {
        Err(refusal) => Err(Said::Refused(String::new(), refusal)),
        Ok(()) => match asked(&fields) {
            Asked::Forget(line) => {
                kept.retain(|k| *k != line);
                return Ok(seen_other(&after(&fields, None, &kept).address()));
            }
            Asked::Step(product, step) => Ok((product, step)),
            Asked::Chosen(product) => step_of(quantity, known.article(product)).map(|step| (product, step)),
            Asked::Typed => meant(code, &known)
                .and_then(|product| step_of(quantity, known.article(product)).map(|step| (product, step))),
        },
    };
    let taken = match outcome {
        Ok((product, step)) => match take(&portal.db, actor, product, step, on).await {
            Ok(article) => Ok(article),
            Err(error) => {
                let title = known.article(product).map(|a| a.title().to_owned()).unwrap_or_default();
                Err(Said::Refused(title, refusal_of(error)?))
            }
        },
        Err(said) => Err(said),
    };
    match taken {
        Ok(article) => {
            // what was typed wrong before and has this among what it may have meant is settled
            kept.retain(|line| match known.find(&[line.split('\t').next().unwrap_or_default()]) {
                Found::Sure(product) => product != article.product,
                found => !found.candidates().contains(&article.product),
            });
            Ok(seen_other(&after(&fields, Some(article.product), &kept).address()))
        }
        Err(said) => {
            let status = match said {
                Said::Refused(_, Refusal::OtherSite) => StatusCode::CONFLICT,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            if matches!(said, Said::NotFound(_) | Said::Which(..)) {
                kept = lines(kept.into_iter().chain([format!("{code}\t{quantity}").trim().to_owned()]));
            }
            let recent = after(&fields, None, &[]).entry(&own.articles).recent;
            let entry = Entry { code: code.to_owned(), quantity: quantity.to_owned(), said: Some(said), recent, kept };
            let suggestions = if fields.get("part").is_empty() { own.suggestions() } else { Vec::new() };
            let example = own.example(frame.reader().lang);
            let page = QuickOrderPage { entry, suggestions, example, ..QuickOrderPage::default() };
            let title = t::quick_order(frame.reader().lang);
            Ok(frame.on("/quick-order").answer(status, title, move |r| app::quick_order::page(r, &page)).await)
        }
    }
}

/// The page that comes after it.
fn after(fields: &Fields, added: Option<ProductId>, kept: &[String]) -> EntryQuery {
    let mut recent: Vec<String> = added.iter().map(ProductId::to_string).collect();
    for id in fields.get("recent").split(' ').filter(|id| id.parse::<ProductId>().is_ok()) {
        if !recent.iter().any(|r| r == id) && recent.len() < RECENT {
            recent.push(id.to_owned());
        }
    }
    EntryQuery {
        added: added.map(|product| product.to_string()).unwrap_or_default(),
        recent: recent.join(" "),
        kept: kept.join("\n"),
        part: fields.text("part"),
    }
}

/// The one article that a text means.
fn meant(code: &str, known: &Known<'_>) -> Result<ProductId, Said> {
    if code.is_empty() {
        return Err(Said::Refused(String::new(), Refusal::Required));
    }
    let typed = || code.chars().take(80).collect::<String>();
    match known.find(&[code]) {
        Found::Sure(product) => Ok(product),
        Found::Unknown => Err(Said::NotFound(typed())),
        found => {
            let articles = found.candidates().iter().filter_map(|product| known.article(*product).cloned()).collect();
            Err(Said::Which(typed(), articles))
        }
    }
}

/// Nothing typed is one unit; so many are so many more.
fn step_of(quantity: &str, article: Option<&Article>) -> Result<Step, Said> {
    if quantity.is_empty() {
        return Ok(Step::More);
    }
    match Quantity::parse(quantity) {
        Ok(Quantity::ZERO) => Err(Refusal::Required),
        Ok(quantity) => Ok(Step::Add(quantity)),
        Err(refusal) => Err(refusal),
    }
    .map_err(|refusal| Said::Refused(article.map(|a| a.title().to_owned()).unwrap_or_default(), refusal))
}

/// What the store refuses about a line is for whoever typed it.
fn refusal_of(error: Error) -> Result<Refusal, Oops> {
    match error {
        Error::Fields(fields) => fields.into_iter().next().map(|f| f.refusal).ok_or(Oops::BadRequest),
        Error::Refused(refusal @ (Refusal::NotInAssortment | Refusal::NotAMultiple { .. })) => Ok(refusal),
        error => Err(error.into()),
    }
}
