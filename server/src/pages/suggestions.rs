//! What stands beside an order: putting it away, asking for a sample, and what came of that.

use app::i18n::suggestions as g;
use axum::{extract::State, response::Response};
use domain::{ProductId, announcement::Wants, suggestion::Kind};
use store::{
    Error, announcements, samples,
    suggestions::{self, Dismissed},
};

use super::{Frame, buyer::fills, product};
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other},
    session::AtCounter,
};

/// Was a button of an announcement or a suggestion pressed?
pub fn pressed(fields: &Fields) -> bool {
    !fields.get("dismiss").is_empty() || !fields.get("ask").is_empty()
}

/// Does what the pressed button says: `announcement <id>` or `goes_with <beside> <product>` is put away, `sample <id>` and
/// `listing <id>` are asked for.
pub async fn heed(portal: &Portal, at: &AtCounter, fields: &Fields) -> store::Result<()> {
    let (db, actor) = (&portal.db, at.actor());
    fields.is_for(actor)?;
    let today = at.today(db.now());
    let id = |word: Option<&str>| word.and_then(|word| word.parse().ok()).ok_or(Error::NotFound);
    let mut asked = fields.get("ask").split(' ');
    if let Some(wants) = asked.next().filter(|word| !word.is_empty()) {
        let wants = Wants::from_key(wants).ok_or(Error::NotFound)?;
        let announcement = asked.next().and_then(|word| word.parse().ok()).ok_or(Error::NotFound)?;
        return samples::ask(db, actor, announcement, wants, today).await;
    }
    let mut gone = fields.get("dismiss").split(' ');
    match gone.next().unwrap_or_default() {
        "announcement" => {
            let announcement = gone.next().and_then(|word| word.parse().ok()).ok_or(Error::NotFound)?;
            announcements::dismiss(db, actor, announcement, today).await
        }
        kind => {
            let kind = Kind::from_key(kind).ok_or(Error::NotFound)?;
            let gone = Dismissed { kind, of: id(gone.next())?, product: id(gone.next())? };
            suggestions::dismiss(db, actor, &gone, at.price_day(db.now())).await
        }
    }
}

/// `POST /suggestions`: the buttons on the page of an article; other pages send theirs with what was typed there.
pub async fn act(State(portal): State<Portal>, at: AtCounter, frame: Frame, fields: Fields) -> Result<Response, Oops> {
    fills(at.actor())?;
    let page: Option<ProductId> = fields.get("page").parse().ok();
    match (heed(&portal, &at, &fields).await, page) {
        (Ok(()), Some(product)) => Ok(seen_other(&format!("/products/{product}"))),
        (Ok(()), None) => Ok(seen_other("/order")),
        (Err(error), Some(product)) => product::refused(&portal, &at, frame, product, fields.refused(error)?).await,
        (Err(error), None) => Err(error.into()),
    }
}

/// `GET /samples`: what the customer asked for, and what came of it.
pub async fn requests(State(portal): State<Portal>, at: AtCounter, frame: Frame) -> Result<Response, Oops> {
    fills(at.actor())?;
    let requests = samples::own(&portal.db, at.actor()).await?;
    let title = g::your_requests(frame.reader().lang);
    frame.ok(title, move |r| app::suggestions::page(r, &requests)).await
}
