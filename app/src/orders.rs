//! Orders of the past and of now: the list, and one of them with what became of it.

use domain::{
    Cents, OrderState, ProductId, Quantity, Verb,
    event::{Entry, Event},
    order::{Change, Order, OrderHead, OrderLine, Repeat},
    pack::equivalents,
    page::Page,
};
use leptos::{
    either::{Either, EitherOf3},
    prelude::*,
};

use crate::{
    basket::{sum, total},
    form::{Filled, whole},
    i18n::{
        lists as l, packaging,
        promotions::{bundle_off, of_which_free},
        texts as t, words,
    },
    island::live::Live,
    page::Reader,
};

pub fn list(reader: &Reader, place: &str, orders: &Page<OrderHead>) -> AnyView {
    let lang = reader.lang;
    let head = view! { <div class="head"><h1>{t::orders(lang)}</h1><p>{place.to_owned()}</p></div> };
    if orders.rows.is_empty() {
        return view! {
            <main class="page" id="main">
                {head}
                <div class="card empty">
                    <h2>{t::no_orders(lang)}</h2>
                    <p>{t::no_orders_tip(lang)}</p>
                    <a class="btn primary" href="/order">{t::to_own_list(lang)}</a>
                </div>
            </main>
        }
        .into_any();
    }
    let rows = orders.rows.iter().map(|o| head_row(reader, o)).collect_view();
    let older = orders.next.as_ref().map(|next| {
        view! { <nav class="pager" aria-label=t::pages(lang)><span></span><a href=format!("/orders?after={next}")>{t::older_orders(lang)}</a></nav> }
    });
    view! {
        <main class="page" id="main">
            {head}
            <div class="tbl" data-live="orders">
                <table>
                    <caption class="sr">{t::newest_first(lang)}</caption>
                    <thead><tr>
                        <th scope="col">{t::number(lang)}</th>
                        <th scope="col">{t::delivery(lang)}</th>
                        <th scope="col">{t::sent(lang)}</th>
                        <th scope="col">{t::by(lang)}</th>
                        <th class="r" scope="col">{t::lines(lang)}</th>
                        <th scope="col">{t::state(lang)}</th>
                        <th class="r" scope="col">{t::net(lang)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {older}
            <Live/>
        </main>
    }
    .into_any()
}

fn head_row(reader: &Reader, o: &OrderHead) -> impl IntoView + use<> {
    let lang = reader.lang;
    let href = format!("/orders/{}", o.id);
    let by = if o.on_behalf { t::on_your_behalf(lang, &o.entered_by) } else { o.entered_by.clone() };
    let net = o.net.map(|net| reader.money(net));
    let (number, delivery, sent) = (o.number.clone(), reader.date(o.delivery_on), reader.moment(o.submitted_at));
    view! {
        <tr>
            <th class="t" scope="row"><a href=href>{number}</a></th>
            <td data-l=t::delivery(lang)>{delivery}</td>
            <td data-l=t::sent(lang)>{sent}</td>
            <td data-l=t::by(lang)>{by}</td>
            <td class="r" data-l=t::lines(lang)>{o.lines}</td>
            <td class="last-col">{badge(reader, o.state)}</td>
            <td class="v">{net}</td>
        </tr>
    }
}

pub fn badge(reader: &Reader, state: OrderState) -> impl IntoView + use<> {
    let class = match state {
        OrderState::AwaitingApproval => "badge warn",
        OrderState::Submitted => "badge open",
        OrderState::Accepted | OrderState::Delivered => "badge good",
        OrderState::Declined => "badge bad",
        OrderState::Cancelled => "badge",
    };
    view! { <span class=class>{words::state(reader.lang, state)}</span> }
}

/// One order, for the customer.
#[derive(Clone, Debug)]
pub struct OrderDetail {
    pub order: Order,
    /// What the reader may do to it.
    pub verbs: Vec<Verb>,
    /// What ordering it again would give; empty where the reader does not order.
    pub again: Vec<Repeat>,
    /// The products of it that have a page for the reader.
    pub pages: Vec<ProductId>,
    /// Has it just been sent?
    pub placed: bool,
    pub filled: Filled,
}

impl OrderDetail {
    /// Was it sent this minute, and still stands?
    fn is_fresh(&self) -> bool {
        self.placed && self.order.head.state.counts()
    }
}

pub fn detail(reader: &Reader, page: &OrderDetail) -> impl IntoView + use<> {
    let lang = reader.lang;
    let order = &page.order;
    let summary = whole(reader, &page.filled);
    let changed = differences(reader, &order.lines);
    let (number, place) = (order.head.number.clone(), order.head.site_name.clone());
    let delivery = t::delivery_on(lang, &reader.long_date(order.head.delivery_on));
    let reference = (!order.reference.is_empty()).then(|| format!(" · {} {}", t::reference(lang), order.reference));
    let again = (!page.again.is_empty())
        .then(|| view! { <div class="row"><a class="btn" href="#again">{t::order_again(lang)}</a></div> });
    let head = if page.is_fresh() {
        Either::Left(placed(reader, page))
    } else {
        Either::Right(view! {
            <div class="head split">
                <div>
                    <p><a href="/orders">{t::orders(lang)}</a></p>
                    <h1>{t::order_number(lang, &number)}</h1>
                    <p>{delivery} ", " {place} {reference}</p>
                </div>
                {again}
            </div>
            {verbs(reader, page)}
        })
    };
    let totals = order.totals.as_ref().map(|totals| {
        view! { <section class="card"><h2>{t::together(lang)}</h2>{sum(reader, totals, order.lines.len(), total(lang, order.is_estimate()))}</section> }
    });
    view! {
        <main class="page" id="main">
            {summary}
            <div data-live="order">
                {head}
                <div class="two">
                    <div class="stack">
                        <div class="card">{steps(reader, order)}</div>
                        {changed}
                        {lines(reader, order, &page.pages)}
                        {repeat(reader, page)}
                    </div>
                    <aside class="stack">
                        {totals}
                        {facts(reader, order)}
                        <section class="card"><h2>{t::who_when_what(lang)}</h2>{journal(reader, &order.journal)}</section>
                    </aside>
                </div>
            </div>
            <Live/>
        </main>
    }
}

/// Number, day, what happens next, and the way back.
fn placed(reader: &Reader, page: &OrderDetail) -> impl IntoView + use<> {
    let lang = reader.lang;
    let head = &page.order.head;
    let (title, next) = match head.state {
        OrderState::AwaitingApproval => (t::order_asked(lang), t::approver_looks(lang)),
        OrderState::Submitted => (t::order_sent(lang), t::desk_looks(lang)),
        _ => (t::order_sent(lang), words::state(lang, head.state)),
    };
    let (number, place) = (head.number.clone(), head.site_name.clone());
    let day = reader.long_date(head.delivery_on);
    let until = t::cancel_until(lang, &reader.moment(head.cut_off_at));
    view! {
        <section class="card sent stack" role="status" aria-labelledby="h-done">
            <h1 id="h-done">{title}</h1>
            <dl class="cols">
                <div><dt>{t::number(lang)}</dt><dd>{number}</dd></div>
                <div><dt>{t::delivery(lang)}</dt><dd>{day}<small>{place}</small></dd></div>
                <div><dt>{t::what_now(lang)}</dt><dd>{next}</dd></div>
            </dl>
            <div class="row">
                {undo(reader, page)}
                {cancel(reader, page)}
                <a class="btn" href="/order">{t::order_more(lang)}</a>
                <span class="tip">{until}</span>
            </div>
        </section>
    }
}

fn verbs(reader: &Reader, page: &OrderDetail) -> impl IntoView + use<> {
    let lang = reader.lang;
    let (id, version) = (page.order.head.id, page.order.version);
    let approve = page.verbs.contains(&Verb::Approve).then(|| {
        view! {
            <form method="post" action=format!("/orders/{id}/approval")>
                <input type="hidden" name="version" value=version/>
                <button class="btn primary">{t::approve(lang)}</button>
            </form>
            {reason(reader, page, "decline", "declining", t::decline(lang), t::yes_decline(lang), true)}
        }
    });
    view! { <div class="row verbs">{approve}{cancel(reader, page)}</div> }
}

fn cancel(reader: &Reader, page: &OrderDetail) -> Option<impl IntoView + use<>> {
    page.verbs.contains(&Verb::Cancel).then(|| {
        let lang = reader.lang;
        reason(reader, page, "cancel", "cancellation", t::cancel(lang), t::yes_cancel(lang), false)
    })
}

/// The way back without a question; the style sheet takes it away after the same time.
fn undo(reader: &Reader, page: &OrderDetail) -> Option<impl IntoView + use<>> {
    const FOR: chrono::TimeDelta = chrono::TimeDelta::seconds(30);
    let head = &page.order.head;
    let fresh = reader.now - head.submitted_at < FOR && page.verbs.contains(&Verb::Cancel);
    fresh.then(|| {
        view! {
            <form class="undo" method="post" action=format!("/orders/{}/undo", head.id)>
                <input type="hidden" name="version" value=page.order.version/>
                <button class="btn">{t::undo(reader.lang)}</button>
            </form>
        }
    })
}

/// A verb with a reason, folded until it is wanted.
fn reason(
    reader: &Reader,
    page: &OrderDetail,
    id: &'static str,
    verb: &str,
    label: &'static str,
    confirm: &'static str,
    required: bool,
) -> impl IntoView + use<> {
    let lang = reader.lang;
    let refusal = page.filled.refusal("reason").map(|r| reader.refusal(r));
    let open = refusal.is_some();
    let value = page.filled.value("reason", "");
    let error = refusal.map(|text| view! { <p class="err">{text}</p> });
    let optional = (!required).then(|| view! { <span class="tip">{t::may_be_empty(lang)}</span> });
    view! {
        <details class="drop" open=open>
            <summary class="btn danger">{label}</summary>
            <form method="post" action=format!("/orders/{}/{verb}", page.order.head.id) class="stack-s">
                <input type="hidden" name="version" value=page.order.version/>
                <div class="field">
                    <label for=format!("why-{id}")>{t::why(lang)} " " {optional}</label>
                    <input class="in" id=format!("why-{id}") name="reason" value=value/>
                    {error}
                </div>
                <button class="btn danger">{confirm}</button>
            </form>
        </details>
    }
}

fn steps(reader: &Reader, order: &Order) -> impl IntoView + use<> {
    let lang = reader.lang;
    let moment =
        |wanted: fn(&Event) -> bool| order.journal.iter().find(|e| wanted(&e.event)).map(|e| reader.moment(e.at));
    let sent = reader.moment(order.head.submitted_at);
    let delivered = reader.date(order.head.delivery_on);
    let state = order.head.state;
    let mut steps: Vec<(&str, String, bool)> = vec![(t::sent(lang), sent, true)];
    match state {
        OrderState::AwaitingApproval => steps.push((words::state(lang, state), String::new(), true)),
        OrderState::Declined => {
            steps.push((
                words::state(lang, state),
                moment(|e| matches!(e, Event::Declined { .. })).unwrap_or_default(),
                true,
            ));
            return step_list(lang, steps);
        }
        OrderState::Cancelled => {
            steps.push((
                words::state(lang, state),
                moment(|e| matches!(e, Event::Cancelled { .. })).unwrap_or_default(),
                true,
            ));
            return step_list(lang, steps);
        }
        _ => {}
    }
    let accepted = matches!(state, OrderState::Accepted | OrderState::Delivered);
    steps.push((
        words::state(lang, OrderState::Accepted),
        moment(|e| matches!(e, Event::Accepted)).unwrap_or_default(),
        accepted,
    ));
    steps.push((words::state(lang, OrderState::Delivered), delivered, state == OrderState::Delivered));
    step_list(lang, steps)
}

fn step_list(lang: domain::Lang, steps: Vec<(&str, String, bool)>) -> AnyView {
    let current = steps.iter().rposition(|(_, _, done)| *done);
    let items = steps
        .into_iter()
        .enumerate()
        .map(|(i, (name, moment, done))| {
            let here = (Some(i) == current).then_some("step");
            view! { <li class=if done { "done" } else { "" } aria-current=here><b>{name.to_owned()}</b>{moment}</li> }
        })
        .collect_view();
    view! { <ol class="steps" aria-label=t::state_of_order(lang)>{items}</ol> }.into_any()
}

fn differences(reader: &Reader, lines: &[OrderLine]) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let changed: Vec<String> = lines
        .iter()
        .filter(|l| l.confirmed != l.ordered)
        .map(|l| t::instead_of(lang, &l.name, &reader.quantity(l.confirmed), &reader.quantity(l.ordered)))
        .collect();
    if changed.is_empty() {
        return None;
    }
    let title = t::lines_differ(lang, changed.len());
    Some(view! { <div class="notice warn"><h2>{title}</h2><p>{changed.join(", ")}</p></div> })
}

fn lines(reader: &Reader, order: &Order, pages: &[ProductId]) -> impl IntoView + use<> {
    let lang = reader.lang;
    // nothing is confirmed before the desk has looked at it
    let confirmed = matches!(order.head.state, OrderState::Accepted | OrderState::Delivered)
        || order.lines.iter().any(|l| l.confirmed != l.ordered);
    let rows = order
        .lines
        .iter()
        .map(|l| {
            let unit = words::unit(lang, &l.unit.code, l.confirmed).to_owned();
            let ordered = words::amount_of(lang, l.ordered, &l.unit.code);
            let only_ordered = if confirmed { "r opt" } else { "r" };
            let confirmed = if !confirmed {
                EitherOf3::A(())
            } else if l.confirmed == l.ordered {
                EitherOf3::B(
                    view! { <td class="r" data-l=t::confirmed(lang)>{reader.quantity(l.confirmed)} " " {unit}</td> },
                )
            } else {
                let cause = l.cause.map(|c| words::cause(lang, c)).unwrap_or_default();
                let (before, after) = (reader.quantity(l.ordered), reader.quantity(l.confirmed));
                EitherOf3::C(view! {
                    <td class="r full" data-l=t::confirmed(lang)>
                        <s>{before}</s> " " <b>{after}</b> " " {unit} " " <span class="diff">{cause}</span>
                    </td>
                })
            };
            let (price, amount) = (price(reader, l, None), amount(reader, l));
            let under = format!("{} {}", l.sku, in_other_units(reader, l));
            let name = match pages.contains(&l.product) {
                true => Either::Left(view! { <a href=format!("/products/{}", l.product)>{l.name.clone()}</a> }),
                false => Either::Right(l.name.clone()),
            };
            view! {
                <tr>
                    <th class="t" scope="row">{name}<small>{under}</small></th>
                    <td class=only_ordered data-l=t::ordered(lang)>{ordered}</td>
                    {confirmed}
                    <td class="r" data-l=t::each(lang)>{price}</td>
                    <td class="v">{amount}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="tbl">
            <table>
                <caption>{t::articles(lang, order.lines.len())}</caption>
                <thead><tr>
                    <th scope="col">{t::article(lang)}</th>
                    <th class="r" scope="col">{t::ordered(lang)}</th>
                    {confirmed.then(|| view! { <th class="r" scope="col">{t::confirmed(lang)}</th> })}
                    <th class="r" scope="col">{t::price(lang)}</th>
                    <th class="r" scope="col">{t::amount(lang)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// The price of a line, with its unit where that is not the one it is ordered in; opened, it says why, and then what else
/// the reader may want to open.
pub fn price(reader: &Reader, line: &OrderLine, more: Option<AnyView>) -> Option<impl IntoView + use<>> {
    let price = line.price.as_ref()?;
    let amount = reader.unit_price(price.amount);
    let unit = words::unit(reader.lang, &line.base_unit, Quantity::whole(1));
    let amount = if line.unit.priced_by.is_by_base() { format!("{amount} / {unit}") } else { amount };
    let why = crate::article::why(reader, price).text();
    Some(view! { <details class="why"><summary>{amount}</summary><p>{why}{more}</p></details> })
}

/// The amount of a line; about so much, as long as it was not weighed.
pub fn amount(reader: &Reader, line: &OrderLine) -> Option<String> {
    let amount = reader.money(line.amount?);
    Some(if line.is_estimate() { t::about(reader.lang, &amount) } else { amount })
}

/// What a line is in base units, by its weight where it was weighed, how many of it are free, what a bundle takes off, and
/// what is charged for its packaging.
pub fn in_other_units(reader: &Reader, line: &OrderLine) -> String {
    let lang = reader.lang;
    let free = line.price.as_ref().map(|price| price.free(line.confirmed)).filter(|free| *free > Quantity::ZERO);
    let bundle = line.bundle();
    let lent = line.deposit_due().filter(|due| *due > Cents(0));
    let said = [
        Some(in_base_units(reader, line)).filter(|same| !same.is_empty()),
        free.map(|free| of_which_free(lang, &reader.quantity(free))),
        bundle.map(|(name, off)| bundle_off(lang, name, &reader.money(off))),
        lent.map(|due| packaging::of_line(lang, &reader.money(due))),
    ];
    said.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn in_base_units(reader: &Reader, line: &OrderLine) -> String {
    let lang = reader.lang;
    match line.weighed {
        Some(weight) => t::weighed(lang, &words::amount_of(lang, weight, &line.base_unit)),
        None => {
            let same = words::equivalents(lang, &equivalents(line.confirmed, &line.unit, &line.base_unit, &[]));
            if line.is_estimate() { format!("{same}, {}", t::is_estimated(lang)) } else { same }
        }
    }
}

/// Again, whole or per line, with what changed since said at each line.
fn repeat(reader: &Reader, page: &OrderDetail) -> Option<impl IntoView + use<>> {
    if page.again.is_empty() || page.is_fresh() {
        return None;
    }
    let lang = reader.lang;
    let possible = page.again.iter().filter(|r| r.quantity.is_some()).count();
    let lines = page
        .again
        .iter()
        .map(|r| {
            let gone = r.quantity.is_none();
            let quantity = words::amount_of(lang, r.quantity.unwrap_or(r.line.ordered), &r.line.unit.code);
            let changes = r.changes.iter().map(|c| change(reader, c)).collect_view();
            view! {
                <label class="tick">
                    <input type="checkbox" name="line" value=r.line.line checked=!gone disabled=gone/>
                    <span><b>{r.line.name.clone()}</b> " " {quantity} {changes}</span>
                </label>
            }
        })
        .collect_view();
    Some(view! {
        <form id="again" method="post" action=format!("/orders/{}/repetition", page.order.head.id)>
            {reader.site_field()}
            <fieldset class="card">
                <legend>{t::order_again(lang)}</legend>
                {lines}
                <div class="row">
                    <button class="btn primary" disabled={possible == 0}>{t::chosen_into_basket(lang)}</button>
                    <button class="btn" name="all" value="true" disabled={possible == 0}>{t::all_into_basket(lang, possible)}</button>
                    <a class="plain" href=format!("/lists/new?from=order:{}", page.order.head.id)>{l::keep_as_list(lang)}</a>
                </div>
            </fieldset>
        </form>
    })
}

fn change(reader: &Reader, change: &Change) -> impl IntoView + use<> {
    let lang = reader.lang;
    let (class, text) = match change {
        Change::Price { before, now } => (
            if now > before { "warn" } else { "good" },
            t::price_now(lang, &reader.unit_price(*now), &reader.unit_price(*before)),
        ),
        Change::Pack => ("warn", t::other_pack(lang).to_owned()),
        Change::Quantity { before, now } => {
            ("warn", t::other_quantity(lang, &reader.quantity(*now), &reader.quantity(*before)))
        }
        Change::Gone => ("bad", t::gone(lang).to_owned()),
    };
    view! { <small class=class>{text}</small> }
}

fn facts(reader: &Reader, order: &Order) -> impl IntoView + use<> {
    let lang = reader.lang;
    let mut facts =
        vec![(t::site(lang), order.head.site_name.clone()), (t::ordered_by(lang), order.head.entered_by.clone())];
    if !order.reference.is_empty() {
        facts.insert(1, (t::your_reference(lang), order.reference.clone()));
    }
    if !order.note.is_empty() {
        facts.push((t::note_to_desk(lang), order.note.clone()));
    }
    let facts =
        facts.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }).collect_view();
    view! { <section class="card"><h2>{t::details(lang)}</h2><dl class="facts">{facts}</dl></section> }
}

/// The journal, newest first.
pub fn journal(reader: &Reader, entries: &[Entry]) -> impl IntoView + use<> {
    let items = entries
        .iter()
        .rev()
        .map(|entry| {
            let by = match &entry.on_behalf_of {
                Some(customer) => t::by_for(reader.lang, &entry.by, customer),
                None => entry.by.clone(),
            };
            let (moment, what) = (reader.moment(entry.at), what(reader, &entry.event));
            view! { <li><time datetime=entry.at.to_rfc3339()>{moment}</time><span><b>{by}</b> " " {what}</span></li> }
        })
        .collect_view();
    view! { <ol class="journal">{items}</ol> }
}

fn what(reader: &Reader, event: &Event) -> String {
    let lang = reader.lang;
    match event {
        Event::Requested { .. } => t::did_request(lang).into(),
        Event::Submitted { .. } => t::did_submit(lang).into(),
        Event::Approved => t::did_approve(lang).into(),
        Event::Accepted => t::did_accept(lang).into(),
        Event::Adjusted { sku, before, after, cause, .. } => {
            t::did_adjust(lang, sku, &reader.quantity(*before), &reader.quantity(*after), words::cause(lang, *cause))
        }
        Event::Weighed { sku, before, after, .. } => {
            t::did_weigh(lang, sku, &reader.quantity(*before), &reader.quantity(*after))
        }
        Event::Declined { reason } => t::did_decline(lang, reason),
        Event::Cancelled { reason: Some(reason) } => t::did_cancel_because(lang, reason),
        Event::Cancelled { reason: None } => t::did_cancel(lang).into(),
        Event::Imported { file } => t::did_import(lang, file),
    }
}
