//! The queue and the review of one order.

use app::{
    desk::{queue::QueuePage, review::ReviewPage},
    form::Filled,
    i18n::texts as t,
};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use domain::{Actor, OrderId, lifecycle};
use store::{costs, orders};

use super::DeskQuery;
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    pages::{Frame, buyer::id},
    session::{OfStaff, Signed},
};

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
pub async fn show(
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
    let costs = costs::of(&portal.db, actor, found.order.lines.iter().map(|line| line.product)).await?;
    Ok(ReviewPage {
        verbs: lifecycle::verbs_for(found.order.head.state, actor),
        order: found.order,
        customer: found.customer,
        names: found.names,
        habits: found.habits,
        costs,
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

/// `POST /desk/orders/{id}/lines/{line}/weight`
pub async fn weigh(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path((order, line)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Oops> {
    let line: i32 = id(&line)?;
    let act = orders::Act::Weigh { line, weight: fields.text(&format!("weight.{line}")), sure: fields.ticked("sure") };
    acted(&portal, &signed, frame, id(&order)?, fields, act).await
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
