//! What one customer may order.

use app::{
    desk::assortment::{AssortmentPage, Item},
    form::Filled,
    i18n::texts as t,
};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use chrono::NaiveDate;
use domain::{Actor, CustomerId, Permission, ProductId};
use store::{assortments, customers, products};

use super::DeskQuery;
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    pages::{Frame, buyer::id},
    session::{OfStaff, Signed},
};

/// `GET /desk/customers/{id}/assortment`
pub async fn show(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(customer): Path<String>,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let saved = !query.saved.is_empty();
    let on = query.on.parse().unwrap_or(frame.reader().today());
    let page = assortment_page(&portal, &signed.actor, id(&customer)?, on, query.q, Filled::default(), saved).await?;
    let title = t::assortment(frame.reader().lang);
    frame.ok(title, move |r| app::desk::assortment::page(r, &page)).await
}

async fn assortment_page(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    on: NaiveDate,
    search: String,
    filled: Filled,
    saved: bool,
) -> store::Result<AssortmentPage> {
    let customer = customers::get(&portal.db, actor, customer).await?;
    let items = assortments::items(&portal.db, actor, customer.id, on).await?;
    let found = if search.is_empty() { Vec::new() } else { products::list(&portal.db, actor, &search, 8).await? };
    Ok(AssortmentPage {
        customer,
        items: items
            .into_iter()
            .map(|i| Item {
                product: i.product,
                sku: i.sku,
                name: i.name,
                own_name: i.own_name,
                own_code: i.own_code,
                favourite: i.favourite,
                by_group: i.by_group,
                list_price: i.list_price,
                agreed: i.agreed,
                of_group: i.of_group,
            })
            .collect(),
        on,
        search,
        found,
        may_edit: actor.can(Permission::ManageAssortments),
        filled,
        saved,
    })
}

/// `POST /desk/customers/{id}/assortment/items`
pub async fn add_item(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(customer): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let customer: CustomerId = id(&customer)?;
    match assortments::add(&portal.db, &signed.actor, customer, fields.get("sku")).await {
        Ok(()) => Ok(seen_other(&format!("/desk/customers/{customer}/assortment?saved=true"))),
        Err(error) => {
            let today = frame.reader().today();
            assortment_refused(&portal, &signed, frame, customer, today, fields.refused(error)?).await
        }
    }
}

async fn assortment_refused(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    customer: CustomerId,
    on: NaiveDate,
    filled: Filled,
) -> Result<Response, Oops> {
    let status = status_of(&filled);
    let page = assortment_page(portal, &signed.actor, customer, on, String::new(), filled, false).await?;
    let title = t::assortment(frame.reader().lang);
    Ok(frame.on("/desk/customers").answer(status, title, move |r| app::desk::assortment::page(r, &page)).await)
}

/// `POST /desk/customers/{id}/assortment`
pub async fn save(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(customer): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let customer: CustomerId = id(&customer)?;
    let remove = if fields.get("remove").is_empty() { None } else { Some(fields.id("remove")?) };
    let forms: Vec<(ProductId, assortments::ItemForm)> = fields
        .0
        .iter()
        .filter_map(|(name, value)| Some((name.strip_prefix("own_name.")?.parse::<ProductId>().ok()?, value)))
        .map(|(product, own_name)| {
            let form = assortments::ItemForm {
                own_name: own_name.clone(),
                own_code: fields.text(&format!("own_code.{product}")),
                favourite: fields.ticked(&format!("favourite.{product}")),
                price: fields.text(&format!("price.{product}")),
                tiers: fields.text(&format!("tiers.{product}")),
                sure: fields.ticked(&format!("sure.{product}")),
            };
            (product, form)
        })
        .collect();
    // the day whose prices the form showed
    let on = fields.get("on").parse().unwrap_or(frame.reader().today());
    match assortments::save(&portal.db, &signed.actor, customer, fields.version(), &forms, remove, on).await {
        Ok(()) => Ok(seen_other(&format!("/desk/customers/{customer}/assortment?on={on}&saved=true"))),
        Err(error) => assortment_refused(&portal, &signed, frame, customer, on, fields.refused(error)?).await,
    }
}
