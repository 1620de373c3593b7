//! Price agreements with customers and with customer groups.

use app::{
    desk::agreements::{AgreementsPage, Group, Overview, Row, With as Whom, last_day_field},
    form::Filled,
    i18n::agreements as a,
    order::query_value,
};
use axum::{
    extract::{Query, State},
    response::Response,
};
use domain::{Actor, Permission, Refusal};
use serde::Deserialize;
use store::{
    agreements::{self, AgreementForm, Seen, With},
    customers,
};

use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    pages::{Frame, buyer::id},
    session::{OfStaff, Signed},
};

/// How many agreements of one party a page shows, and how many customers a search finds.
const MOST: usize = 500;
const CUSTOMERS: usize = 12;

/// What may stand behind the `?`.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct PricesQuery {
    customer: String,
    group: String,
    q: String,
    saved: String,
}

/// `GET /desk/prices`: with whom there are agreements; with `?customer=` or `?group=` those with one.
pub async fn show(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Query(query): Query<PricesQuery>,
) -> Result<Response, Oops> {
    let title = a::title(frame.reader().lang);
    if query.customer.is_empty() && query.group.is_empty() {
        let groups = agreements::groups(&portal.db, &signed.actor).await?;
        let groups: Vec<Group> = groups
            .into_iter()
            .map(|g| Group { name: g.name, customers: g.customers, agreements: g.agreements })
            .collect();
        let mut found = customers::list(&portal.db, &signed.actor, &query.q, CUSTOMERS + 1).await?;
        let more = found.len() > CUSTOMERS;
        found.truncate(CUSTOMERS);
        let overview = Overview {
            groups,
            customers: found,
            more,
            search: query.q,
            recent: super::revisions::recent(&portal, &signed).await?,
            may_revise_list: signed.actor.can(Permission::ManageProducts),
        };
        return frame.ok(title, move |r| app::desk::agreements::overview(r, &overview)).await;
    }
    let with = with(&query.customer, &query.group)?;
    let mut page = agreements_page(&portal, &signed.actor, &frame, &with, Filled::default()).await?;
    page.saved = !query.saved.is_empty();
    frame.ok(title, move |r| app::desk::agreements::page(r, &page)).await
}

/// The customer or the group that was named.
pub(super) fn with(customer: &str, group: &str) -> Result<With, Oops> {
    match (customer, group) {
        ("", "") => Err(Oops::NotFound),
        ("", group) => Ok(With::Group(group.to_owned())),
        (customer, _) => Ok(With::Customer(id(customer)?)),
    }
}

fn named(fields: &Fields) -> Result<With, Oops> {
    with(fields.get("customer"), fields.get("group"))
}

/// Where what is agreed with the party stands.
fn address(with: &With) -> String {
    match with {
        With::Customer(customer) => format!("/desk/prices?customer={customer}"),
        With::Group(group) => format!("/desk/prices?group={}", query_value(group)),
    }
}

fn saved(with: &With) -> String {
    format!("{}&saved=true", address(with))
}

async fn agreements_page(
    portal: &Portal,
    actor: &Actor,
    frame: &Frame,
    with: &With,
    filled: Filled,
) -> store::Result<AgreementsPage> {
    let whom = match with {
        With::Customer(id) => {
            let customer = customers::get(&portal.db, actor, *id).await?;
            Whom::Customer { id: customer.id, name: customer.name, group: customer.group }
        }
        With::Group(group) => Whom::Group(group.clone()),
    };
    let (rows, all) = agreements::with(&portal.db, actor, with, MOST).await?;
    let lang = frame.reader().lang;
    let row = |row: agreements::Agreed| Row {
        name: row.names.get(lang).to_owned(),
        product: row.product,
        sku: row.sku,
        list: row.list,
        agreement: row.agreement,
    };
    Ok(AgreementsPage {
        with: whom,
        rows: rows.into_iter().map(row).collect(),
        all,
        may_edit: actor.can(Permission::ManageAssortments),
        terms: match with {
            With::Customer(_) => None,
            With::Group(group) => Some(customers::terms_of_group(&portal.db, actor, group).await?),
        },
        may_edit_terms: actor.can(Permission::ManageCustomers),
        filled,
        saved: false,
    })
}

async fn refused(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    with: &With,
    filled: Filled,
) -> Result<Response, Oops> {
    let status = status_of(&filled);
    let page = agreements_page(portal, &signed.actor, &frame, with, filled).await?;
    let title = a::title(frame.reader().lang);
    Ok(frame.on(&address(with)).answer(status, title, move |r| app::desk::agreements::page(r, &page)).await)
}

/// `POST /desk/prices`: enters an agreement.
pub async fn enter(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    let with = named(&fields)?;
    let form = AgreementForm {
        sku: fields.text("sku"),
        price: fields.text("price"),
        tiers: fields.text("tiers"),
        from: fields.text("from"),
        until: fields.text("until"),
        sure: fields.ticked("sure"),
    };
    match agreements::enter(&portal.db, &signed.actor, &with, &form).await {
        Ok(()) => Ok(seen_other(&saved(&with))),
        Err(error) => refused(&portal, &signed, frame, &with, fields.refused(error)?).await,
    }
}

/// `POST /desk/prices/terms`: what counts for the customers of a group beside prices.
pub async fn terms(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    let with = named(&fields)?;
    let group = with.group().ok_or(Oops::NotFound)?;
    let form = customers::GroupForm {
        order_minimum: fields.text("order_minimum"),
        minimum_is_strict: fields.ticked("minimum_is_strict"),
        notice_days: fields.text("notice_days"),
    };
    match customers::save_group(&portal.db, &signed.actor, group, fields.version(), &form).await {
        Ok(()) => Ok(seen_other(&saved(&with))),
        Err(error) => refused(&portal, &signed, frame, &with, fields.refused(error)?).await,
    }
}

/// The agreement that a form of a row was for.
fn seen(fields: &Fields) -> Result<Seen, Oops> {
    let day = |name: &str| fields.get(name).parse().map_err(|_| Oops::NotFound);
    let until = if fields.get("seen").is_empty() { None } else { Some(day("seen")?) };
    Ok(Seen { product: fields.id("product")?, from: day("from")?, until })
}

/// `POST /desk/prices/last-day`: ends or extends an agreement.
pub async fn last_day(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    let with = named(&fields)?;
    match agreements::set_last_day(&portal.db, &signed.actor, &with, seen(&fields)?, fields.get("until")).await {
        Ok(()) => Ok(seen_other(&saved(&with))),
        Err(error) => refused_at_row(&portal, &signed, frame, &with, &fields, fields.refused(error)?).await,
    }
}

/// `POST /desk/prices/withdrawal`: takes an agreement back before it begins.
pub async fn withdraw(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    let with = named(&fields)?;
    match agreements::withdraw(&portal.db, &signed.actor, &with, seen(&fields)?).await {
        Ok(()) => Ok(seen_other(&saved(&with))),
        Err(error) => refused_at_row(&portal, &signed, frame, &with, &fields, fields.refused(error)?).await,
    }
}

/// The message stands at the row it is about; somebody else's change is told on top.
async fn refused_at_row(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    with: &With,
    fields: &Fields,
    mut filled: Filled,
) -> Result<Response, Oops> {
    let field = last_day_field(fields.get("product"), fields.get("from"));
    for (name, refusal) in &mut filled.refusals {
        if *refusal != Refusal::Stale {
            field.clone_into(name);
        }
    }
    refused(portal, signed, frame, with, filled).await
}
