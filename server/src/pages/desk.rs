//! The staff's pages: queue, review, customers, assortments, products, colleagues.

use app::{
    desk::{
        assortment::{AssortmentPage, Item},
        customers::CustomerPage,
        products::ProductPage,
        queue::QueuePage,
        review::ReviewPage,
        staff::StaffPage,
    },
    form::Filled,
    i18n::texts as t,
};
use axum::{
    extract::{Path, Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{Actor, CustomerId, OrderId, Permission, ProductId, SiteId, lifecycle};
use serde::Deserialize;
use store::{assortments, customers, orders, people, products, sessions};

use super::{
    Frame,
    account::{link, person},
    buyer::id,
};
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    session::{OfStaff, Signed, cookie},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DeskQuery {
    q: String,
    after: String,
    state: String,
    saved: String,
    done: String,
}

/// How many orders the queue shows at once.
const PAGE: u64 = 50;

/// `GET /desk`
pub async fn queue(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let accepted = query.state == "accepted";
    let which = if accepted { orders::Queue::Accepted } else { orders::Queue::ToReview };
    let after = (!query.after.is_empty()).then_some(query.after.as_str());
    let page = QueuePage {
        orders: orders::queue(&portal.db, &signed.actor, which, after, PAGE).await?,
        accepted,
        waiting: orders::waiting(&portal.db, &signed.actor, QueuePage::COUNTED).await?,
        done: (!query.done.is_empty()).then_some(query.done),
    };
    let title = t::queue(frame.reader().lang);
    frame.ok(title, move |r| app::desk::queue::page(r, &page)).await
}

/// `GET /desk/orders/{id}`
pub async fn review(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(order): Path<String>,
) -> Result<Response, Oops> {
    let page = review_page(&portal, &signed.actor, id(&order)?, Filled::default()).await?;
    let title = page.order.head.number.clone();
    frame.ok(title, move |r| app::desk::review::page(r, &page)).await
}

async fn review_page(portal: &Portal, actor: &Actor, order: OrderId, filled: Filled) -> store::Result<ReviewPage> {
    let found = orders::review(&portal.db, actor, order).await?;
    Ok(ReviewPage {
        verbs: lifecycle::verbs_for(found.order.head.state, actor),
        order: found.order,
        customer: found.customer,
        habits: found.habits,
        recent: found.recent,
        next: found.next,
        filled,
    })
}

/// `POST /desk/orders/{id}/acceptance`, `/declining`
pub async fn decide(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path((order, verb)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Oops> {
    let act = match verb.as_str() {
        "acceptance" => orders::Act::Accept,
        "declining" => orders::Act::Decline { reason: fields.text("reason") },
        _ => return Err(Oops::NotFound),
    };
    acted(&portal, &signed, frame, id(&order)?, fields, act).await
}

/// `POST /desk/orders/{id}/lines/{line}`
pub async fn adjust(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path((order, line)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Oops> {
    let line: i32 = id(&line)?;
    let (quantity, cause) = (fields.text(&format!("adjust.{line}")), fields.text(&format!("cause.{line}")));
    acted(&portal, &signed, frame, id(&order)?, fields, orders::Act::Adjust { line, quantity, cause }).await
}

async fn acted(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    order: OrderId,
    fields: Fields,
    act: orders::Act,
) -> Result<Response, Oops> {
    match orders::act(&portal.db, &signed.actor, order, fields.version(), &act).await {
        Ok(()) if act == orders::Act::Accept => {
            let number = orders::get(&portal.db, &signed.actor, order).await?.head.number;
            Ok(seen_other(&format!("/desk?done={}", app::order::query_value(&number))))
        }
        Ok(()) => Ok(seen_other(&format!("/desk/orders/{order}"))),
        Err(error) => {
            let filled = fields.refused(error)?;
            let status = status_of(&filled);
            let page = review_page(portal, &signed.actor, order, filled).await?;
            let title = page.order.head.number.clone();
            Ok(frame
                .on(&format!("/desk/orders/{order}"))
                .answer(status, title, move |r| app::desk::review::page(r, &page))
                .await)
        }
    }
}

/// How many rows a list without pages shows; whoever looks for another searches.
const MOST: usize = 200;

/// `GET /desk/customers`
pub async fn customer_list(
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
pub async fn new_customer(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
) -> Result<Response, Oops> {
    signed.actor.require(Permission::ManageCustomers).map_err(|_| Oops::NotAllowed)?;
    let page = customer_page(&portal, &signed.actor, None).await?;
    let title = t::add_customer(frame.reader().lang);
    frame.ok(title, move |r| app::desk::customers::page(r, &page)).await
}

/// `GET /desk/customers/{id}`
pub async fn customer(
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
        blocked: fields.ticked("blocked"),
        payment_days: fields.text("payment_days"),
        credit_limit: fields.text("credit_limit"),
        outstanding: fields.text("outstanding"),
        order_minimum: fields.text("order_minimum"),
        minimum_is_strict: fields.ticked("minimum_is_strict"),
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
pub async fn create_customer(
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
pub async fn save_customer(
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

/// `GET /desk/customers/{id}/assortment`
pub async fn assortment(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(customer): Path<String>,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let saved = !query.saved.is_empty();
    let page =
        assortment_page(&portal, &signed.actor, &frame, id(&customer)?, query.q, Filled::default(), saved).await?;
    let title = t::assortment(frame.reader().lang);
    frame.ok(title, move |r| app::desk::assortment::page(r, &page)).await
}

async fn assortment_page(
    portal: &Portal,
    actor: &Actor,
    frame: &Frame,
    customer: CustomerId,
    search: String,
    filled: Filled,
    saved: bool,
) -> store::Result<AssortmentPage> {
    let customer = customers::get(&portal.db, actor, customer).await?;
    let items = assortments::items(&portal.db, actor, customer.id, frame.reader().today()).await?;
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
                list_price: i.list_price,
                agreed: i.agreed,
            })
            .collect(),
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
        Err(error) => assortment_refused(&portal, &signed, frame, customer, fields.refused(error)?).await,
    }
}

async fn assortment_refused(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    customer: CustomerId,
    filled: Filled,
) -> Result<Response, Oops> {
    let status = status_of(&filled);
    let page = assortment_page(portal, &signed.actor, &frame, customer, String::new(), filled, false).await?;
    let title = t::assortment(frame.reader().lang);
    Ok(frame.on("/desk/customers").answer(status, title, move |r| app::desk::assortment::page(r, &page)).await)
}

/// `POST /desk/customers/{id}/assortment`
pub async fn save_assortment(
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
            };
            (product, form)
        })
        .collect();
    let (version, today) = (fields.version(), frame.reader().today());
    match assortments::save(&portal.db, &signed.actor, customer, version, &forms, remove, today).await {
        Ok(()) => Ok(seen_other(&format!("/desk/customers/{customer}/assortment?saved=true"))),
        Err(error) => assortment_refused(&portal, &signed, frame, customer, fields.refused(error)?).await,
    }
}

/// `GET /desk/products`
pub async fn product_list(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let found = products::list(&portal.db, &signed.actor, &query.q, MOST).await?;
    let categories = products::categories(&portal.db, &signed.actor).await?;
    let may_add = signed.actor.can(Permission::ManageProducts);
    let title = t::products(frame.reader().lang);
    frame.ok(title, move |r| app::desk::products::list(r, &found, &categories, &query.q, may_add)).await
}

/// `GET /desk/products/new`
pub async fn new_product(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
) -> Result<Response, Oops> {
    signed.actor.require(Permission::ManageProducts).map_err(|_| Oops::NotAllowed)?;
    let page = product_page(&portal, &signed.actor, None, Filled::default()).await?;
    let title = t::add_product(frame.reader().lang);
    frame.ok(title, move |r| app::desk::products::page(r, &page)).await
}

/// `GET /desk/products/{id}`
pub async fn product(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(product): Path<String>,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let mut page = product_page(&portal, &signed.actor, Some(id(&product)?), Filled::default()).await?;
    page.saved = !query.saved.is_empty();
    let lang = frame.reader().lang;
    let title = page.product.as_ref().map(|p| p.names.get(lang).to_owned()).unwrap_or_default();
    frame.ok(title, move |r| app::desk::products::page(r, &page)).await
}

async fn product_page(
    portal: &Portal,
    actor: &Actor,
    product: Option<ProductId>,
    filled: Filled,
) -> store::Result<ProductPage> {
    let product = match product {
        Some(id) => Some(products::get(&portal.db, actor, id).await?),
        None => None,
    };
    Ok(ProductPage {
        product,
        categories: products::categories(&portal.db, actor).await?,
        may_edit: actor.can(Permission::ManageProducts),
        filled,
        saved: false,
    })
}

fn product_form(fields: &Fields) -> products::ProductForm {
    products::ProductForm {
        sku: fields.text("sku"),
        gtin: fields.text("gtin"),
        name_nl: fields.text("name_nl"),
        name_fr: fields.text("name_fr"),
        name_en: fields.text("name_en"),
        category: fields.text("category"),
        base_unit: fields.text("base_unit"),
        unit: fields.text("unit"),
        factor: fields.text("factor"),
        minimum: fields.text("minimum"),
        multiple: fields.text("multiple"),
        priced_by_base: fields.ticked("priced_by_base"),
        list_price: fields.text("list_price"),
        vat: fields.text("vat"),
        allergens: fields.all("allergens"),
        discontinued: fields.ticked("discontinued"),
    }
}

async fn product_refused(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    product: Option<ProductId>,
    filled: Filled,
) -> Result<Response, Oops> {
    let status = status_of(&filled);
    let page = product_page(portal, &signed.actor, product, filled).await?;
    let title = t::products(frame.reader().lang);
    Ok(frame.on("/desk/products").answer(status, title, move |r| app::desk::products::page(r, &page)).await)
}

/// `POST /desk/products`
pub async fn create_product(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    match products::create(&portal.db, &signed.actor, &product_form(&fields)).await {
        Ok(id) => Ok(seen_other(&format!("/desk/products/{id}?saved=true"))),
        Err(error) => product_refused(&portal, &signed, frame, None, fields.refused(error)?).await,
    }
}

/// `POST /desk/products/{id}`
pub async fn save_product(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(product): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let product: ProductId = id(&product)?;
    match products::save(&portal.db, &signed.actor, product, fields.version(), &product_form(&fields)).await {
        Ok(()) => Ok(seen_other(&format!("/desk/products/{product}?saved=true"))),
        Err(error) => product_refused(&portal, &signed, frame, Some(product), fields.refused(error)?).await,
    }
}

/// `GET /desk/staff`
pub async fn staff(State(portal): State<Portal>, OfStaff(signed): OfStaff, frame: Frame) -> Result<Response, Oops> {
    let page = staff_page(&portal, &signed, None, Filled::default()).await?;
    let title = t::staff(frame.reader().lang);
    frame.ok(title, move |r| app::desk::staff::page(r, &page)).await
}

async fn staff_page(
    portal: &Portal,
    signed: &Signed,
    invitation: Option<String>,
    filled: Filled,
) -> store::Result<StaffPage> {
    Ok(StaffPage { people: people::staff(&portal.db, &signed.actor).await?, me: signed.actor.user, invitation, filled })
}

/// `POST /desk/staff`
pub async fn invite_staff(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    let (status, page) = match people::invite_staff(&portal.db, &signed.actor, &person(&fields)).await {
        Ok(token) => (StatusCode::OK, staff_page(&portal, &signed, link(&portal, token), Filled::default()).await?),
        Err(error) => {
            let filled = fields.refused(error)?;
            (status_of(&filled), staff_page(&portal, &signed, None, filled).await?)
        }
    };
    let title = t::staff(frame.reader().lang);
    Ok(frame.on("/desk/staff").answer(status, title, move |r| app::desk::staff::page(r, &page)).await)
}

/// `POST /desk/staff/remove`
pub async fn remove_staff(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    fields: Fields,
) -> Result<Response, Oops> {
    people::remove_staff(&portal.db, &signed.actor, fields.id("user")?).await?;
    Ok(seen_other("/desk/staff"))
}
