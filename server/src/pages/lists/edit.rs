//! Making a list, naming it, and removing it.

use app::{
    form::Filled,
    i18n::lists as l,
    shopping_lists::form::{Begins, FormPage, page, removal},
};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use domain::{ProductId, ShoppingListId, shopping_list::ShoppingList};
use serde::Deserialize;
use store::{
    Error, lists,
    shopping_lists::{self as own, ListForm, Source},
};

use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    pages::{
        Frame,
        buyer::{fills, id},
    },
    session::AtCounter,
};

fn list_form(fields: &Fields) -> ListForm {
    let [name, from_day, from_month, until_day, until_month] =
        ["name", "from_day", "from_month", "until_day", "until_month"].map(|name| fields.text(name));
    ListForm {
        name,
        shared: fields.get("for") == "all",
        days: fields.all("days").join(" "),
        from_day,
        from_month,
        until_day,
        until_month,
    }
}

/// What a new list begins with, as the address and the form say it; what cannot be is nothing there.
fn source(from: &str) -> Result<Source, Oops> {
    Ok(match from.split_once(':') {
        None if from.is_empty() => Source::Nothing,
        None if from == "basket" => Source::Basket,
        Some(("order", order)) => Source::Order(id(order)?),
        Some(("product", product)) => Source::Product(id(product)?),
        _ => return Err(Oops::NotFound),
    })
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NewQuery {
    from: String,
}

/// `GET /lists/new`
pub async fn new(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Query(query): Query<NewQuery>,
) -> Result<Response, Oops> {
    fills(at.actor())?;
    let source = source(&query.from)?;
    let page_of = form_page(&portal, &at, None, source, Filled::default()).await?;
    let title = l::new_list(frame.reader().lang);
    frame.ok(title, move |r| page(r, &page_of)).await
}

async fn form_page(
    portal: &Portal,
    at: &AtCounter,
    list: Option<ShoppingList>,
    source: Source,
    filled: Filled,
) -> store::Result<FormPage> {
    let actor = at.actor();
    let begins = match source {
        Source::Nothing => Begins::Empty,
        Source::Basket => Begins::Basket,
        // what is not his to see is not there
        Source::Order(order) => {
            store::orders::get(&portal.db, actor, order).await?;
            Begins::Order(order.to_string())
        }
        Source::Product(product) => Begins::Article(product.to_string(), name_of(portal, at, product).await?),
    };
    Ok(FormPage {
        list,
        begins,
        site_name: actor.at().map(|at| at.site_name.clone()).unwrap_or_default(),
        several_sites: own::several_sites(&portal.db, actor).await?,
        filled,
    })
}

async fn name_of(portal: &Portal, at: &AtCounter, product: ProductId) -> store::Result<String> {
    let on = at.price_day(portal.db.now());
    let articles = lists::these(&portal.db, at.actor(), &[product], on).await?;
    articles.first().map(|article| article.title().to_owned()).ok_or(Error::NotFound)
}

/// `POST /lists`
pub async fn create(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    let source = source(fields.get("from"))?;
    let on = at.price_day(portal.db.now());
    let made = match fields.is_for(actor) {
        Ok(()) => own::create(&portal.db, actor, &list_form(&fields), source, on).await,
        Err(refusal) => Err(refusal.into()),
    };
    match made {
        Ok(list) => Ok(seen_other(&format!("/lists/{list}?saved=true"))),
        Err(error) => {
            let filled = fields.refused(error)?;
            let status = status_of(&filled);
            let page_of = form_page(&portal, &at, None, source, filled).await?;
            let title = l::new_list(frame.reader().lang);
            Ok(frame.on("/lists/new").answer(status, title, move |r| page(r, &page_of)).await)
        }
    }
}

/// `GET /lists/{list}/settings`
pub async fn settings(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Path(list): Path<String>,
) -> Result<Response, Oops> {
    fills(at.actor())?;
    let list = own::get(&portal.db, at.actor(), id(&list)?).await?;
    let title = list.name.clone();
    let page_of = form_page(&portal, &at, Some(list), Source::Nothing, Filled::default()).await?;
    frame.ok(title, move |r| page(r, &page_of)).await
}

/// `POST /lists/{list}/settings`
pub async fn save(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Path(list): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    let list = id::<ShoppingListId>(&list)?;
    let saved = match fields.is_for(actor) {
        Ok(()) => own::save(&portal.db, actor, list, fields.version(), &list_form(&fields)).await,
        Err(refusal) => Err(refusal.into()),
    };
    match saved {
        Ok(()) => Ok(seen_other(&format!("/lists/{list}?saved=true"))),
        Err(error) => {
            let filled = fields.refused(error)?;
            let status = status_of(&filled);
            let there = own::get(&portal.db, actor, list).await?;
            let title = there.name.clone();
            let page_of = form_page(&portal, &at, Some(there), Source::Nothing, filled).await?;
            let frame = frame.on(&format!("/lists/{list}/settings"));
            Ok(frame.answer(status, title, move |r| page(r, &page_of)).await)
        }
    }
}

/// `GET /lists/{list}/removal`: asks once.
pub async fn ask(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Path(list): Path<String>,
) -> Result<Response, Oops> {
    fills(at.actor())?;
    let list = own::get(&portal.db, at.actor(), id(&list)?).await?;
    frame.ok(list.name.clone(), move |r| removal(r, &list, &Filled::default())).await
}

/// `POST /lists/{list}/removal`
pub async fn remove(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Path(list): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    let list = id::<ShoppingListId>(&list)?;
    let removed = match fields.is_for(actor) {
        Ok(()) => own::remove(&portal.db, actor, list, fields.version()).await,
        Err(refusal) => Err(refusal.into()),
    };
    match removed {
        Ok(()) => Ok(seen_other("/lists?removed=true")),
        Err(error) => {
            let filled = fields.refused(error)?;
            let status = status_of(&filled);
            let there = own::get(&portal.db, actor, list).await?;
            let frame = frame.on(&format!("/lists/{list}/removal"));
            Ok(frame.answer(status, there.name.clone(), move |r| removal(r, &there, &filled)).await)
        }
    }
}
