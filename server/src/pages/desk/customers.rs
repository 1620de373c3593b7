//! Customers with their sites and people, and ordering on behalf of one.

use app::{desk::customers::CustomerPage, form::Filled, i18n::texts as t};
use axum::{
    extract::{Path, Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{Actor, CustomerId, Permission, SiteId};
use store::{customers, people, sessions};

use super::{DeskQuery, MOST};
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    pages::{
        Frame,
        account::{link, person},
        buyer::id,
    },
    session::{OfStaff, Signed, cookie},
};

/// `GET /desk/customers`
pub async fn list(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let found = customers::list(&portal.db, &signed.actor, &query.q, MOST).await?;
    let may_add = signed.actor.can(Permission::ManageCustomers);
    let title = t::customers(frame.reader().lang);
    frame.ok(title, move |r| app::desk::customers::list(r, &found, &query.q, may_add)).await
}

/// `GET /desk/customers/new`
pub async fn new(State(portal): State<Portal>, OfStaff(signed): OfStaff, frame: Frame) -> Result<Response, Oops> {
    signed.actor.require(Permission::ManageCustomers).map_err(|_| Oops::NotAllowed)?;
    let page = customer_page(&portal, &signed.actor, None).await?;
    let title = t::add_customer(frame.reader().lang);
    frame.ok(title, move |r| app::desk::customers::page(r, &page)).await
}

/// `GET /desk/customers/{id}`
pub async fn show(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(customer): Path<String>,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let mut page = customer_page(&portal, &signed.actor, Some(id(&customer)?)).await?;
    page.saved = !query.saved.is_empty();
    let title = page.customer.as_ref().map(|c| c.name.clone()).unwrap_or_default();
    frame.ok(title, move |r| app::desk::customers::page(r, &page)).await
}

async fn customer_page(portal: &Portal, actor: &Actor, customer: Option<CustomerId>) -> store::Result<CustomerPage> {
    let db = &portal.db;
    let (found, sites, people) = match customer {
        Some(id) => (
            Some(customers::get(db, actor, id).await?),
            customers::sites(db, actor, id).await?,
            people::list(db, actor, id).await?,
        ),
        None => (None, Vec::new(), Vec::new()),
    };
    Ok(CustomerPage {
        customer: found,
        sites,
        people,
        permissions: actor.role.permissions().to_vec(),
        filled: Filled::default(),
        refused: String::new(),
        invitation: None,
        saved: false,
    })
}

fn customer_form(fields: &Fields) -> customers::CustomerForm {
    customers::CustomerForm {
        number: fields.text("number"),
        name: fields.text("name"),
        vat_number: fields.text("vat_number"),
        language: fields.text("language"),
        customer_group: fields.text("customer_group"),
        blocked: fields.ticked("blocked"),
        payment_days: fields.text("payment_days"),
        credit_limit: fields.text("credit_limit"),
        outstanding: fields.text("outstanding"),
        order_minimum: fields.text("order_minimum"),
        minimum_is_strict: fields.ticked("minimum_is_strict"),
        notice_days: fields.text("notice_days"),
    }
}

/// The page of a customer with one of its forms refused.
async fn customer_refused(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    customer: Option<CustomerId>,
    form: &str,
    filled: Filled,
) -> Result<Response, Oops> {
    let status = status_of(&filled);
    let mut page = customer_page(portal, &signed.actor, customer).await?;
    page.filled = filled;
    form.clone_into(&mut page.refused);
    let title = page.customer.as_ref().map(|c| c.name.clone()).unwrap_or_default();
    Ok(frame.on("/desk/customers").answer(status, title, move |r| app::desk::customers::page(r, &page)).await)
}

/// `POST /desk/customers`
pub async fn create(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    match customers::create(&portal.db, &signed.actor, &customer_form(&fields)).await {
        Ok(id) => Ok(seen_other(&format!("/desk/customers/{id}?saved=true"))),
        Err(error) => customer_refused(&portal, &signed, frame, None, "terms", fields.refused(error)?).await,
    }
}

/// `POST /desk/customers/{id}`
pub async fn save(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(customer): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let customer: CustomerId = id(&customer)?;
    match customers::save(&portal.db, &signed.actor, customer, fields.version(), &customer_form(&fields)).await {
        Ok(()) => Ok(seen_other(&format!("/desk/customers/{customer}?saved=true"))),
        Err(error) => customer_refused(&portal, &signed, frame, Some(customer), "terms", fields.refused(error)?).await,
    }
}

/// `POST /desk/customers/{id}/sites`: a new one.
pub async fn create_site(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(customer): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    put_site(&portal, &signed, frame, id(&customer)?, None, fields).await
}

/// `POST /desk/customers/{id}/sites/{site}`
pub async fn save_site(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path((customer, site)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Oops> {
    put_site(&portal, &signed, frame, id(&customer)?, Some(id(&site)?), fields).await
}

async fn put_site(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    customer: CustomerId,
    site: Option<SiteId>,
    fields: Fields,
) -> Result<Response, Oops> {
    let form = customers::SiteForm {
        code: fields.text("code"),
        name: fields.text("name"),
        street: fields.text("street"),
        postcode: fields.text("postcode"),
        city: fields.text("city"),
        delivery_days: fields.all("delivery_days").join(" "),
    };
    match customers::save_site(&portal.db, &signed.actor, customer, site.map(|id| (id, fields.version())), &form).await
    {
        Ok(_) => Ok(seen_other(&format!("/desk/customers/{customer}?saved=true#sites"))),
        Err(error) => {
            let form = site.map_or_else(|| "new".to_owned(), |s| s.to_string());
            customer_refused(portal, signed, frame, Some(customer), &form, fields.refused(error)?).await
        }
    }
}

/// `POST /desk/customers/{id}/people`
pub async fn invite(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(customer): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let customer: CustomerId = id(&customer)?;
    match people::invite(&portal.db, &signed.actor, customer, &person(&fields)).await {
        Ok(token) => {
            let mut page = customer_page(&portal, &signed.actor, Some(customer)).await?;
            page.invitation = link(&portal, token);
            page.saved = page.invitation.is_none();
            let title = page.customer.as_ref().map(|c| c.name.clone()).unwrap_or_default();
            frame.on("/desk/customers").ok(title, move |r| app::desk::customers::page(r, &page)).await
        }
        Err(error) => customer_refused(&portal, &signed, frame, Some(customer), "people", fields.refused(error)?).await,
    }
}

/// `POST /desk/customers/{id}/people/remove`
pub async fn remove_person(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    Path(customer): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let customer: CustomerId = id(&customer)?;
    people::remove(&portal.db, &signed.actor, customer, fields.id("user")?).await?;
    Ok(seen_other(&format!("/desk/customers/{customer}?saved=true#people")))
}

/// `POST /desk/customers/{id}/acting`: begins to order on behalf.
pub async fn begin_acting(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    Path(customer): Path<String>,
) -> Result<Response, Oops> {
    let token = sessions::act_for(&portal.db, &signed.actor, &signed.token, id(&customer)?, None).await?;
    Ok(([(header::SET_COOKIE, cookie(portal.settings.secure(), &token.0))], seen_other("/order")).into_response())
}

/// `POST /desk/acting/stop`
pub async fn stop_acting(State(portal): State<Portal>, OfStaff(signed): OfStaff) -> Result<Response, Oops> {
    let customer = signed.actor.at().map(|at| at.customer);
    let token = sessions::stop_acting(&portal.db, &signed.actor, &signed.token).await?;
    let to = customer.map_or_else(|| "/".to_owned(), |c| format!("/desk/customers/{c}"));
    Ok(([(header::SET_COOKIE, cookie(portal.settings.secure(), &token.0))], seen_other(&to)).into_response())
}
