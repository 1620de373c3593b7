//! What every customer of a group may order.

use app::{
    desk::group_assortment::{GroupAssortmentPage, Item},
    form::Filled,
    i18n::texts as t,
    order::query_value,
};
use axum::{
    extract::{Query, State},
    response::Response,
};
use domain::{Actor, Permission};
use serde::Deserialize;
use store::assortments;

use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    pages::Frame,
    session::OfStaff,
};

/// What may stand behind the `?`.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct GroupQuery {
    group: String,
    saved: String,
}

/// `GET /desk/prices/assortment?group=`
pub async fn show(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Query(query): Query<GroupQuery>,
) -> Result<Response, Oops> {
    if query.group.is_empty() {
        // whose, is chosen there
        return super::agreements::show(State(portal), OfStaff(signed), frame, Query::default()).await;
    }
    let mut page = group_page(&portal, &signed.actor, &frame, query.group, Filled::default()).await?;
    page.saved = !query.saved.is_empty();
    let title = t::assortment(frame.reader().lang);
    frame.ok(title, move |r| app::desk::group_assortment::page(r, &page)).await
}

async fn group_page(
    portal: &Portal,
    actor: &Actor,
    frame: &Frame,
    group: String,
    filled: Filled,
) -> store::Result<GroupAssortmentPage> {
    let found = assortments::of_group(&portal.db, actor, &group).await?;
    let lang = frame.reader().lang;
    let item = |item: assortments::GroupItem| Item {
        name: item.names.get(lang).to_owned(),
        product: item.product,
        sku: item.sku,
        discontinued: item.discontinued,
    };
    Ok(GroupAssortmentPage {
        group,
        items: found.items.into_iter().map(item).collect(),
        customers: found.customers,
        may_edit: actor.can(Permission::ManageAssortments),
        filled,
        saved: false,
    })
}

/// `POST /desk/prices/assortment`: adds articles, or takes one away (`remove`).
pub async fn save(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    let (db, actor, group) = (&portal.db, &signed.actor, fields.get("group"));
    let done = match fields.get("remove") {
        "" => assortments::add_to_group(db, actor, group, fields.get("products")).await,
        _ => assortments::remove_from_group(db, actor, group, fields.id("remove")?).await,
    };
    match done {
        Ok(()) => Ok(seen_other(&format!("/desk/prices/assortment?group={}&saved=true", query_value(group)))),
        Err(error) => {
            let filled = fields.refused(error)?;
            let status = status_of(&filled);
            let page = group_page(&portal, actor, &frame, group.to_owned(), filled).await?;
            let title = t::assortment(frame.reader().lang);
            Ok(frame
                .on("/desk/prices")
                .answer(status, title, move |r| app::desk::group_assortment::page(r, &page))
                .await)
        }
    }
}
