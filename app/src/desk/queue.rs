//! The desk's queue: what needs a look first, then by the minutes that are left.

use domain::{
    order::{Exception, OrderHead},
    page::Page,
};
use leptos::prelude::*;

use crate::{
    i18n::{format, texts as t},
    island::{keys::Keys, live::Live},
    orders::badge,
    page::Reader,
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct QueuePage {
    pub orders: Page<OrderHead>,
    pub accepted: bool,
    /// How many wait, counted up to [`QueuePage::COUNTED`].
    pub waiting: u64,
    /// The order that was just accepted, to say so.
    pub done: Option<String>,
}

impl QueuePage {
    /// More are not counted: "999+" says as much.
    pub const COUNTED: u64 = 1000;
}

pub fn page(reader: &Reader, page: &QueuePage) -> AnyView {
    let lang = reader.lang;
    let waiting = if page.waiting >= QueuePage::COUNTED { "999+".to_owned() } else { page.waiting.to_string() };
    let chip = |accepted: bool| (page.accepted == accepted).then_some("true");
    let look = page.orders.rows.iter().filter(|o| !o.exceptions.is_empty()).count();
    let need = if page.accepted { String::new() } else { t::need_a_look(lang, look, page.orders.rows.len() - look) };
    let updated = t::live_at(lang, &reader.moment(reader.now));
    let done = page.done.as_ref().map(|number| {
        let text = t::order_done(lang, number);
        view! { <p class="notice good" role="status">{text}</p> }
    });
    let table = if page.orders.rows.is_empty() {
        view! { <div class="card empty"><h2>{t::all_reviewed(lang)}</h2><p>{t::all_reviewed_tip(lang)}</p></div> }
            .into_any()
    } else {
        table(reader, page).into_any()
    };
    let more = page.orders.next.as_ref().map(|next| {
        let state = if page.accepted { "&state=accepted" } else { "" };
        view! { <nav class="pager" aria-label=t::pages(lang)><span></span><a href=format!("/desk?after={next}{state}")>{t::next_page(lang)}</a></nav> }
    });
    view! {
        <main class="page full" id="main">
            {done}
            <div data-live="queue">
                <div class="head split">
                    <div><h1>{t::queue(lang)}</h1><p>{need}</p></div>
                    <p class="live">{updated}</p>
                </div>
                <nav class="chips" aria-label=t::show(lang)>
                    <a href="/desk" aria-current=chip(false)>{t::to_review(lang)} " " <small>{waiting}</small></a>
                    <a href="/desk?state=accepted" aria-current=chip(true)>{t::accepted(lang)}</a>
                </nav>
                {table}
                {more}
            </div>
            <p class="keys">
                <span><kbd>"j"</kbd> " " <kbd>"k"</kbd> " " {t::down_up(lang)}</span>
                <span><kbd>"Enter"</kbd> " " {t::open(lang)}</span>
            </p>
            <Keys/>
            <Live/>
        </main>
    }
    .into_any()
}

fn table(reader: &Reader, page: &QueuePage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let rows = page.orders.rows.iter().map(|o| row(reader, o)).collect_view();
    view! {
        <div class="tbl queue">
            <table>
                <caption class="sr">{t::queue_caption(lang)}</caption>
                <thead><tr>
                    <th scope="col">{t::left(lang)}</th>
                    <th class="low" scope="col">{t::number(lang)}</th>
                    <th scope="col">{t::customer(lang)}</th>
                    <th scope="col">{t::attention(lang)}</th>
                    <th class="r" scope="col">{t::lines(lang)}</th>
                    <th scope="col">{t::delivery(lang)}</th>
                    <th class="low" scope="col">{t::by(lang)}</th>
                    <th class="low" scope="col">{t::state(lang)}</th>
                    <th class="r" scope="col">{t::net(lang)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(reader: &Reader, o: &OrderHead) -> impl IntoView + use<> {
    let lang = reader.lang;
    let grave = o.exceptions.iter().any(is_grave);
    let class = match (grave, o.exceptions.is_empty()) {
        (true, _) => "stop",
        (false, false) => "look",
        (false, true) => "",
    };
    let minutes = (o.cut_off_at - reader.now).num_minutes();
    let left = if minutes > 0 { format::time_left(lang, minutes) } else { t::passed(lang).to_owned() };
    let left_class = if minutes < 60 { "left soon" } else { "left" };
    let mut said: Vec<std::mem::Discriminant<Exception>> = Vec::new();
    let tags = o
        .exceptions
        .iter()
        .filter(|e| {
            let kind = std::mem::discriminant(*e);
            !said.contains(&kind) && {
                said.push(kind);
                true
            }
        })
        .map(|e| tag(reader, e))
        .collect_view();
    let by = if o.on_behalf { t::for_customer(lang, &o.entered_by) } else { o.entered_by.clone() };
    let net = o.net.map(|n| reader.money(n));
    let (number, customer, site, delivery) =
        (o.number.clone(), o.customer_name.clone(), o.site_name.clone(), reader.date(o.delivery_on));
    view! {
        <tr class=class>
            <td class=left_class>{left}</td>
            <td class="low">{number}</td>
            <th class="t" scope="row"><a data-row href=format!("/desk/orders/{}", o.id)>{customer}</a> " " <small>{site}</small></th>
            <td class="first">{tags}</td>
            <td class="r" data-l=t::lines(lang)>{o.lines}</td>
            <td data-l=t::delivery(lang)>{delivery}</td>
            <td class="low">{by}</td>
            <td class="low opt">{badge(reader, o.state)}</td>
            <td class="v">{net}</td>
        </tr>
    }
}

fn is_grave(exception: &Exception) -> bool {
    matches!(exception, Exception::CustomerBlocked | Exception::OverCredit { .. })
}

/// One exception as a small label.
fn tag(reader: &Reader, exception: &Exception) -> impl IntoView + use<> {
    let lang = reader.lang;
    let (class, text) = match exception {
        Exception::CustomerBlocked => ("badge tag bad", t::blocked(lang)),
        Exception::OverCredit { .. } => ("badge tag bad", t::over_credit(lang)),
        Exception::BelowMinimum { .. } => ("badge tag warn", t::under_minimum(lang)),
        Exception::UnusualQuantity { .. } => ("badge tag warn", t::unusual_quantity(lang)),
        Exception::NoteToDesk => ("badge tag open", t::note(lang)),
    };
    view! { <span class=class>{text}</span> " " }
}
