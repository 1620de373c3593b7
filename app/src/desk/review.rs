//! One order at the desk: its lines beside what this customer usually takes, what is out of the ordinary, and the
//! decision; all by keyboard.

use std::collections::HashMap;

use domain::{
    OrderId, ProductId, Quantity, Refusal, UnitPrice, Verb,
    customer::{Customer, Standing},
    guide::Habit,
    margin::Margin,
    order::{Cause, Exception, Order, OrderHead, OrderLine},
    price::Price,
    product::Names,
};
use leptos::prelude::*;

use crate::{
    desk::price_question::{address, permille_text},
    form::{Filled, whole},
    i18n::{agreements as a, format, promotions as p, texts as t, words},
    island::{keys::Keys, live::Live},
    orders::{amount, badge, in_other_units, journal, price},
    page::Reader,
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct ReviewPage {
    pub order: Order,
    pub customer: Customer,
    /// What the distributor calls the articles.
    pub names: HashMap<ProductId, Names>,
    pub habits: HashMap<ProductId, Habit>,
    /// What a sales unit costs, for who may see it.
    pub costs: HashMap<ProductId, UnitPrice>,
    pub recent: Vec<OrderHead>,
    pub next: Option<OrderId>,
    pub verbs: Vec<Verb>,
    pub filled: Filled,
}

impl ReviewPage {
    /// The distributor's name of an article: the shelves bear it, and not the customer's own.
    fn name<'a>(&'a self, reader: &Reader, line: &'a OrderLine) -> &'a str {
        self.names.get(&line.product).map_or(line.name.as_str(), |names| names.get(reader.lang))
    }

    /// What the customer calls it, where that is another name.
    fn own_name<'a>(&self, line: &'a OrderLine) -> Option<&'a str> {
        let Names { nl, fr, en } = self.names.get(&line.product)?;
        Some(line.name.as_str()).filter(|own| ![nl, fr, en].contains(&&line.name) && !own.is_empty())
    }
}

pub fn page(reader: &Reader, page: &ReviewPage) -> AnyView {
    let lang = reader.lang;
    let head = &page.order.head;
    let summary = if page.filled.refusals.iter().any(|(f, _)| f.is_empty()) {
        whole(reader, &page.filled).map(IntoAny::into_any)
    } else {
        page.filled.summary(reader, |_| String::new()).map(IntoAny::into_any)
    };
    let minutes = (head.cut_off_at - reader.now).num_minutes();
    let left = if minutes > 0 {
        t::still_left(lang, &format::time_left(lang, minutes))
    } else {
        t::cut_off_passed(lang).to_owned()
    };
    let by = if head.on_behalf { t::for_customer(lang, &head.entered_by) } else { head.entered_by.clone() };
    let under = format!(
        "{} · {} · {left} · {by}, {}",
        head.number,
        t::delivery_on(lang, &reader.long_date(head.delivery_on)),
        reader.moment(head.submitted_at),
    );
    let title = if head.customer_name == head.site_name {
        head.customer_name.clone()
    } else {
        format!("{}, {}", head.customer_name, head.site_name)
    };
    let next = page.next.map(|id| {
        view! { <a class="btn" href=format!("/desk/orders/{id}") data-key="n" aria-keyshortcuts="n">{t::next_order(lang)} " " <kbd>"n"</kbd></a> }
    });
    let reference = (!page.order.reference.is_empty()).then(|| {
        let text = t::of(lang, t::reference(lang), &page.order.reference);
        view! { <p>{text}</p> }
    });
    view! {
        <main class="page full" id="main">
            {summary}
            <div data-live="review">
                <div class="head split">
                    <div>
                        <p><a href="/desk">{t::queue(lang)}</a> " · " {badge(reader, head.state)}</p>
                        <h1>{title}</h1>
                        <p>{under}</p>
                        {reference}
                    </div>
                    <div class="row">{next}</div>
                </div>
                <div class="two review">
                    {exceptions(reader, page)}
                    <div>
                        {lines(reader, page)}
                        {decision(reader, page)}
                    </div>
                    <aside class="stack">
                        {customer(reader, page)}
                        {recent(reader, &page.recent)}
                        <section class="card"><h2>{t::who_when_what(lang)}</h2>{journal(reader, &page.order.journal)}</section>
                    </aside>
                </div>
            </div>
            <Keys/>
            <Live/>
        </main>
    }
    .into_any()
}

/// What is wrong, and what to do.
fn exceptions(reader: &Reader, page: &ReviewPage) -> impl IntoView + use<> {
    let exceptions = &page.order.head.exceptions;
    let lang = reader.lang;
    let nothing = exceptions.is_empty().then(|| view! { <p class="muted">{t::nothing_special(lang)}</p> });
    let items = exceptions
        .iter()
        .map(|e| {
            let (class, title, text) = match e {
                Exception::CustomerBlocked => ("", t::blocked(lang), t::blocked_tip(lang).to_owned()),
                Exception::OverCredit { by } => {
                    ("", t::over_credit(lang), t::over_credit_tip(lang, &reader.money(*by)))
                }
                Exception::BelowMinimum { minimum } => {
                    ("", t::under_minimum(lang), t::under_minimum_tip(lang, &reader.money(*minimum)))
                }
                Exception::UnusualQuantity { sku, ordered, usual } => {
                    let line = page.order.lines.iter().find(|l| l.sku == *sku);
                    let name = line.map_or(sku.as_str(), |line| page.name(reader, line));
                    (
                        "",
                        t::unusual_quantity(lang),
                        t::unusual_tip(lang, name, &reader.quantity(*ordered), &reader.quantity(*usual)),
                    )
                }
                Exception::NoteToDesk => ("note-in", t::note(lang), format!("“{}”", page.order.note)),
            };
            view! { <li class=class><b>{title}</b>{text}</li> }
        })
        .collect_view();
    view! {
        <section class="card" aria-labelledby="h-is">
            <h2 id="h-is">{t::attention(lang)}</h2>
            {nothing}
            {(!exceptions.is_empty()).then(|| view! { <ul class="issues">{items}</ul> })}
        </section>
    }
}

fn lines(reader: &Reader, page: &ReviewPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let adjusts = page.verbs.contains(&Verb::Adjust);
    let rows = page.order.lines.iter().enumerate().map(|(i, l)| line(reader, page, l, adjusts, i == 0)).collect_view();
    let net = page.order.head.net.map(|n| reader.money(n)).unwrap_or_default();
    view! {
        <div class="tbl">
            <table>
                <caption>{t::lines_net(lang, page.order.lines.len(), &net)}</caption>
                <thead><tr>
                    <th scope="col">{t::article(lang)}</th>
                    <th class="r" scope="col">{t::ordered(lang)}</th>
                    <th class="r" scope="col">{t::usually(lang)}</th>
                    <th scope="col">{t::last_time(lang)}</th>
                    <th class="r" scope="col">{t::price(lang)}</th>
                    <th class="r" scope="col">{t::amount(lang)}</th>
                    <th scope="col"><span class="sr">{t::adjust(lang)}</span></th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn line(reader: &Reader, page: &ReviewPage, l: &OrderLine, adjusts: bool, first: bool) -> impl IntoView + use<> {
    let lang = reader.lang;
    // what was usual when the order came in, as the exception says it
    let compared = page.order.head.exceptions.iter().find_map(|e| match e {
        Exception::UnusualQuantity { sku, usual, .. } if *sku == l.sku => Some(*usual),
        _ => None,
    });
    let unusual = compared.is_some();
    let mark = unusual.then(|| view! { <span class="badge tag warn">{t::unusual_quantity(lang)}</span> });
    let past = page.habits.get(&l.product).map(|habit| {
        // this order is part of the habit already; what was before it is what to compare with
        let mut before = habit.clone();
        before.undo(page.order.head.delivery_on, l.ordered);
        before
    });
    let usual = compared.or_else(|| past.as_ref()?.usual()).map(|q| reader.quantity(q));
    let last = past
        .as_ref()
        .and_then(Habit::last)
        .map(|(on, q)| format!("{} {}", reader.quantity(q), t::on_date(lang, &reader.date(on))));
    let ordered = words::amount_of(lang, l.ordered, &l.unit.code);
    let ordered = if l.confirmed == l.ordered {
        view! { <b class="ink">{ordered}</b> }.into_any()
    } else {
        let (before, after) = (reader.quantity(l.ordered), words::amount_of(lang, l.confirmed, &l.unit.code));
        let cause = l.cause.map(|c| words::cause(lang, c)).unwrap_or_default();
        view! { <s>{before}</s> " " <b class="ink">{after}</b> <span class="diff">{cause}</span> }.into_any()
    };
    let head = &page.order.head;
    let name = page.name(reader, l);
    let own = page.own_name(l).map(|own| view! { <small>{t::of(lang, t::own_name(lang), own)}</small> });
    let question = address(lang, &page.customer.number, Some((&l.sku, l.confirmed, head.delivery_on)));
    let question = view! { " " <a href=question aria-label=a::why_one(lang, name)>{a::check(lang)}</a> }.into_any();
    let (price, amount) = (price(reader, l, Some(question)), amount(reader, l));
    let margin = l.amount.zip(page.costs.get(&l.product)).and_then(|(amount, cost)| {
        let permille = Margin::of(amount, *cost, l.confirmed).permille()?;
        let class = if permille < 0 { "err" } else { "muted" };
        let text = a::margin_of(lang, &permille_text(reader, permille));
        Some(view! { <small class=class>{text}</small> })
    });
    let under = format!("{} {}", l.sku, in_other_units(reader, l));
    let bundle = bundle(reader, l).map(|said| view! { <small>{said}</small> });
    let weigh = weigh(reader, page, l);
    let adjust = adjusts.then(|| adjust(reader, page, l, first));
    view! {
        <tr class=if unusual { "look" } else { "" }>
            <th class="t" scope="row">{name.to_owned()}<small>{under}</small>{own}{bundle}{mark}</th>
            <td class="r" data-l=t::ordered(lang)>{ordered}</td>
            <td class="r" data-l=t::usually(lang)>{usual}</td>
            <td class="nowrap" data-l=t::last_time(lang)>{last}</td>
            <td class="r" data-l=t::each(lang)>{price}</td>
            <td class="v">{amount}{margin}</td>
            <td class="act">{weigh}{adjust}</td>
        </tr>
    }
}

/// What a change of a line, or of another part, has made of the bundle it was ordered in.
fn bundle(reader: &Reader, l: &OrderLine) -> Option<String> {
    let together = l.price.as_ref()?.together()?;
    let whole = together.since.map_or(together.many, |(left, _)| left);
    let said = match together.since {
        _ if l.confirmed < whole => p::bundle_kept,
        Some((Quantity::ZERO, _)) => p::bundle_lost,
        Some(_) => p::bundle_less,
        None => return None,
    };
    Some(said(reader.lang, &together.name))
}

fn adjust(reader: &Reader, page: &ReviewPage, l: &OrderLine, first: bool) -> impl IntoView + use<> {
    let lang = reader.lang;
    let (quantity, cause) = (format!("adjust.{}", l.line), format!("cause.{}", l.line));
    let (qid, cid) = (crate::form::id_of(&quantity), crate::form::id_of(&cause));
    let refused = |field: &str, id: &str| {
        let id = format!("{id}-e");
        page.filled.refusal(field).map(|r| (id.clone(), view! { <p class="err" id=id>{reader.refusal(r)}</p> }))
    };
    let (qwrong, qerror) = refused(&quantity, &qid).unzip();
    let (cwrong, cerror) = refused(&cause, &cid).unzip();
    let open = qwrong.is_some() || cwrong.is_some();
    let marks = |wrong: bool| if wrong { ("field bad", Some("true")) } else { ("field", None) };
    let ((qclass, qinvalid), (cclass, cinvalid)) = (marks(qwrong.is_some()), marks(cwrong.is_some()));
    let value = page.filled.value(&quantity, format::typed_quantity(lang, l.confirmed));
    let chosen = page.filled.value(&cause, l.cause.map_or("", Cause::key));
    let causes = Cause::ALL
        .into_iter()
        .map(|c| {
            let selected = c.key() == chosen;
            view! { <option value=c.key() selected=selected>{words::cause(lang, c)}</option> }
        })
        .collect_view();
    let key = first.then_some("e");
    let together = l.price.as_ref().and_then(Price::together);
    let tip = together.map(|together| view! { <p class="tip">{p::bundle_tip(lang, &together.name)}</p> });
    view! {
        <details class="drop pop" open=open>
            <summary class="plain" data-key=key aria-label=t::adjust_one(lang, page.name(reader, l))>{t::adjust(lang)}</summary>
            <form method="post" action=format!("/desk/orders/{}/lines/{}", page.order.head.id, l.line) class="stack-s">
                <input type="hidden" name="version" value=page.order.version/>
                <div class="cols">
                    <div class=qclass>
                        <label for=qid.clone()>{t::confirmed(lang)}</label>
                        <input class="in num" id=qid name=quantity inputmode="decimal" autocomplete="off" value=value
                            aria-invalid=qinvalid aria-describedby=qwrong/>
                        {qerror}
                    </div>
                    <div class=cclass>
                        <label for=cid.clone()>{t::cause(lang)}</label>
                        <select class="in" id=cid name=cause aria-invalid=cinvalid aria-describedby=cwrong>{causes}</select>
                        {cerror}
                    </div>
                </div>
                {tip}
                <button class="btn primary">{t::save(lang)}</button>
            </form>
        </details>
    }
}

/// For what is paid by its weight.
fn weigh(reader: &Reader, page: &ReviewPage, l: &OrderLine) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let tolerance = l.unit.priced_by.tolerance().filter(|_| page.verbs.contains(&Verb::Weigh))?;
    let (least, most) = tolerance.around(l.unit.in_base_units(l.confirmed));
    let field = format!("weight.{}", l.line);
    let refusal = page.filled.refusal(&field);
    let sure = matches!(refusal, Some(Refusal::UnusualWeight { .. })).then(|| {
        view! { <label class="tick"><input type="checkbox" name="sure" value="true"/>{t::weight_is_right(lang)}</label> }
    });
    let open = refusal.is_some();
    let (class, invalid) = if open { ("field bad", Some("true")) } else { ("field", None) };
    let error = refusal.map(|r| view! { <p class="err">{reader.refusal(r)}</p> });
    let value = page.filled.value(&field, l.weighed.map(|w| format::typed_quantity(lang, w)).unwrap_or_default());
    let id = crate::form::id_of(&field);
    let unit = words::unit(lang, &l.base_unit, Quantity::whole(1));
    let expected = t::weight_expected(lang, &reader.quantity(least), &words::amount_of(lang, most, &l.base_unit));
    Some(view! {
        <details class="drop pop" open=open>
            <summary class="plain" aria-label=t::weigh_one(lang, page.name(reader, l))>{t::weigh(lang)}</summary>
            <form method="post" action=format!("/desk/orders/{}/lines/{}/weight", page.order.head.id, l.line) class="stack-s">
                <input type="hidden" name="version" value=page.order.version/>
                <div class=class>
                    <label for=id.clone()>{t::weight_in(lang, unit)}</label>
                    <input class="in num" id=id name=field inputmode="decimal" autocomplete="off" value=value aria-invalid=invalid/>
                    <p class="tip">{expected}</p>
                    {error}
                </div>
                {sure}
                <button class="btn primary">{t::save(lang)}</button>
            </form>
        </details>
    })
}

fn decision(reader: &Reader, page: &ReviewPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let (id, version) = (page.order.head.id, page.order.version);
    let accept = page.verbs.contains(&Verb::Accept).then(|| {
        view! {
            <form method="post" action=format!("/desk/orders/{id}/acceptance")>
                <input type="hidden" name="version" value=version/>
                <button class="btn primary" data-key="a" aria-keyshortcuts="a">{t::accept(lang)} " " <kbd>"a"</kbd></button>
            </form>
        }
    });
    let decline = page.verbs.contains(&Verb::Decline).then(|| {
        let refusal = page.filled.refusal("reason").map(|r| reader.refusal(r));
        let open = refusal.is_some();
        let (class, invalid) = if open { ("field bad", Some("true")) } else { ("field", None) };
        let error = refusal.map(|text| view! { <p class="err">{text}</p> });
        let value = page.filled.value("reason", "");
        view! {
            <details class="drop" open=open>
                <summary class="btn danger" data-key="d" aria-keyshortcuts="d">{t::decline(lang)} " " <kbd>"d"</kbd></summary>
                <form method="post" action=format!("/desk/orders/{id}/declining") class="stack-s">
                    <input type="hidden" name="version" value=version/>
                    <div class=class>
                        <label for="f-reason">{t::reason_for_customer(lang)}</label>
                        <input class="in" id="f-reason" name="reason" value=value aria-invalid=invalid/>
                        {error}
                    </div>
                    <button class="btn danger">{t::yes_decline(lang)}</button>
                </form>
            </details>
        }
    });
    view! {
        <div class="acts">
            {accept}
            {decline}
            <span class="space"></span>
            <a class="btn" href="/desk" data-key="q" aria-keyshortcuts="q">{t::queue(lang)} " " <kbd>"q"</kbd></a>
        </div>
    }
}

fn customer(reader: &Reader, page: &ReviewPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let c = &page.customer;
    let gross = page.order.totals.as_ref().map(|t| t.gross).unwrap_or_default();
    let mut facts = vec![
        (t::payment(lang), t::days_after_invoice(lang, c.terms.payment_days)),
        (t::outstanding(lang), reader.money(c.terms.outstanding)),
        (t::after_this_order(lang), reader.money(c.terms.outstanding + gross)),
    ];
    if let Some(limit) = c.terms.credit_limit {
        facts.insert(1, (t::credit_limit(lang), reader.money(limit)));
    }
    if let Some(minimum) = c.terms.order_minimum {
        facts.push((t::order_minimum(lang), reader.money(minimum)));
    }
    let facts =
        facts.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }).collect_view();
    let blocked =
        (c.standing == Standing::Blocked).then(|| view! { <p><span class="badge bad">{t::blocked(lang)}</span></p> });
    let name = c.name.clone();
    view! {
        <section class="card"><h2><a href=format!("/desk/customers/{}", c.id)>{name}</a></h2>{blocked}<dl class="facts">{facts}</dl></section>
    }
}

fn recent(reader: &Reader, orders: &[OrderHead]) -> Option<impl IntoView + use<>> {
    if orders.is_empty() {
        return None;
    }
    let lang = reader.lang;
    let rows = orders
        .iter()
        .map(|o| {
            let net = o.net.map(|n| reader.money(n));
            let (date, lines) = (reader.date(o.delivery_on), t::so_many_lines(lang, o.lines as usize));
            view! { <div><dt><a href=format!("/desk/orders/{}", o.id)>{date}</a> ", " {lines}</dt><dd>{net}</dd></div> }
        })
        .collect_view();
    Some(view! { <section class="card"><h2>{t::last_orders(lang)}</h2><dl class="facts">{rows}</dl></section> })
}
