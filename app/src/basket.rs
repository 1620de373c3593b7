//! Review and send: the lines once more, the delivery day, a reference, a note, and one button.

use chrono::NaiveDate;
use domain::{
    Cents, basket::Basket, customer::Strictness, delivery::DeliveryDay, money::Totals, succession::Replacement,
    suggestion::Suggestion,
};
use leptos::prelude::*;

use crate::{
    article::{Place, bundles, row},
    form::{Field, Filled, area_text, id_of},
    i18n::{format, lists as l, packaging as k, texts as t},
    island::{live::Live, review::Review},
    order::name_of,
    page::Reader,
    replaced::{Around, notice},
    suggestions::{Buttons, Leads, suggestions},
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct BasketPage {
    pub basket: Basket,
    pub site: String,
    pub days: Vec<DeliveryDay>,
    pub minimum: Option<Cents>,
    pub minimum_is: Strictness,
    /// Does sending make an order, or ask an approver for one?
    pub places: bool,
    pub filled: Filled,
    /// Has an order just come back into it?
    pub undone: bool,
    /// What lies in it and can no longer be ordered.
    pub gone: Vec<String>,
    /// What of that is replaced.
    pub replaced: Vec<Replacement>,
    /// May he take what replaces it?
    pub switches: bool,
    /// What was forgotten, goes with it, or is better.
    pub suggested: Vec<Suggestion>,
    /// Staff who order for a customer put nothing away for him.
    pub dismisses: bool,
}

pub fn page(reader: &Reader, page: &BasketPage) -> AnyView {
    let lang = reader.lang;
    let place = page.site.clone();
    let head = view! { <div class="head"><h1>{t::basket(lang)}</h1><p>{place}</p></div> };
    let summary = page.filled.summary(reader, |field| label(reader, page, field));
    let gone = (!page.gone.is_empty())
        .then(|| view! { <p class="notice warn">{t::left_the_basket(lang, &page.gone.join(", "))}</p> });
    if page.basket.lines.is_empty() {
        let replaced = page
            .replaced
            .iter()
            .map(|r| notice(reader, r, page.switches, &page.filled, Around::Form { back: "basket" }))
            .collect_view();
        return view! {
            <main class="page" id="main">
                {summary}
                {gone}
                {head}
                {replaced}
                <div class="card empty">
                    <h2>{t::basket_is_empty(lang)}</h2>
                    <p>{t::basket_is_empty_tip(lang)}</p>
                    <p class="row center"><a class="btn primary" href="/order">{t::to_own_list(lang)}</a> <a class="btn" href="/quick-order">{t::quick_order(lang)}</a></p>
                </div>
                <Live/>
            </main>
        }
        .into_any();
    }
    let undone = page.undone.then(|| view! { <p class="notice good" role="status">{t::undone(lang)}</p> });
    let replaced =
        page.replaced.iter().map(|r| notice(reader, r, page.switches, &page.filled, Around::Nothing)).collect_view();
    let lines = page.basket.lines.iter().map(|a| row(reader, a, &page.filled, Place::Basket)).collect_view();
    let reference = Field::text("reference", t::your_reference(lang), page.basket.reference.clone())
        .tip(t::your_reference_tip(lang))
        .view(reader, &page.filled);
    let totals = page.basket.totals();
    let total = total(lang, page.basket.is_estimate());
    let bar =
        totals.as_ref().map_or_else(|| t::articles(lang, page.basket.lines.len()), |totals| reader.money(totals.gross));
    let beside = totals.is_some().then(|| format!(" {}", t::articles_gross(lang, page.basket.lines.len())));
    let buttons = Buttons { leads: Leads::ToPage, dismisses: page.dismisses };
    let (send, send_short) =
        if page.places { (t::send_order(lang), t::send(lang)) } else { (t::ask_approval(lang), t::ask(lang)) };
    view! {
        <main class="page" id="main">
            {summary}
            {undone}
            {gone}
            {head}
            <form class="two" id="order" method="post" action="/basket/submission" data-bundles=bundles(&page.basket.lines) novalidate>
                // Enter in a field saves; it never sends
                <button class="sr" name="go" value="stay" tabindex="-1">{t::save(lang)}</button>
                // the basket that was looked at; an island that saves a change of its own counts it in
                <input type="hidden" name="version" value=page.basket.version/>
                {reader.site_field()}
                <input type="hidden" name="prices" value=prices(page)/>
                <input type="hidden" name="bundles" value=shown_bundles(page)/>
                <input type="hidden" name="seen_reference" value=page.basket.reference.clone()/>
                <input type="hidden" name="seen_note" value=page.basket.note.clone()/>
                <input type="hidden" name="seen_day" value=page.basket.delivery_on.map(|day| day.to_string())/>
                <input type="hidden" name="order" value=page.filled.value("order", page.basket.order.to_string())/>
                <div class="stack">
                    {replaced}
                    <section aria-labelledby="h-lines">
                        <h2 class="sr" id="h-lines">{t::the_articles(lang)}</h2>
                        <div class="list"><ul>{lines}</ul></div>
                    </section>
                    {days(reader, page)}
                    <section class="card stack">
                        <h2>{t::for_us_and_you(lang)}</h2>
                        {reference}
                        {note(reader, page)}
                    </section>
                </div>
                <aside class="card stack" aria-labelledby="h-tot">
                    <h2 id="h-tot">{t::together(lang)}</h2>
                    <div class="stack" data-sum>
                        {minimum(reader, page, totals.as_ref())}
                        {totals.as_ref().map(|totals| sum(reader, totals, page.basket.lines.len(), total))}
                    </div>
                    <button class="btn primary big block send" name="go" value="send">{send}</button>
                    // a button and not a link: what was written here is kept
                    <button class="btn block" name="go" value="order">{t::go_on_ordering(lang)}</button>
                    <button class="plain no-print" name="go" value="list">{l::keep_as_list(lang)}</button>
                </aside>
                {suggestions(reader, &page.suggested, buttons, true)}
                <div class="bar slim">
                    <div data-sum><p><b>{bar}</b>{beside}</p></div>
                    <button class="btn primary" name="go" value="send">{send_short}</button>
                </div>
            </form>
            <Review lang=lang currency=reader.currency/>
            <Live/>
        </main>
    }
    .into_any()
}

/// The prices that are shown, with their deposits and tiers: at others nothing is ordered without a word.
fn prices(page: &BasketPage) -> String {
    let shown = page.basket.lines.iter().filter_map(|a| {
        let price = a.conditions.as_ref()?.tiered();
        let deposit = a.deposit.as_ref().map(|deposit| format!("+{}", deposit.of_unit().0)).unwrap_or_default();
        Some(format!("{}={}{deposit} {}", a.product, price.base.0, price.tiers_to_text()))
    });
    shown.collect::<Vec<_>>().join("/")
}

/// The bundles that are shown, as [`prices`] does.
fn shown_bundles(page: &BasketPage) -> String {
    let shown = domain::bundle::bundles(&page.basket.lines).into_iter().map(|bundle| {
        let parts: String = bundle.parts.iter().map(|part| format!(" {}", part.product)).collect();
        format!("{}={}{parts}", bundle.promotion, bundle.version)
    });
    shown.collect::<Vec<_>>().join("/")
}

fn label(reader: &Reader, page: &BasketPage, field: &str) -> String {
    match field {
        "delivery_on" => t::delivery_day(reader.lang).to_owned(),
        "reference" => t::your_reference(reader.lang).to_owned(),
        "note" => t::note_to_desk(reader.lang).to_owned(),
        field if field.starts_with("instead.") => crate::replaced::name_of(&page.replaced, field),
        field => name_of(&page.basket.lines, field),
    }
}

/// The next days as cards, and a field for any other day.
fn days(reader: &Reader, page: &BasketPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let chosen: Option<NaiveDate> = match page.filled.typed("delivery_on") {
        Some("other") => None,
        Some(typed) => typed.parse().ok(),
        None => page.basket.delivery_on.or_else(|| page.days.first().map(|d| d.date)),
    };
    let offered: Vec<&DeliveryDay> = page.days.iter().take(3).collect();
    let other = match page.filled.typed("delivery_on") {
        Some("other") => true,
        _ => chosen.is_some_and(|day| !offered.iter().any(|d| d.date == day)),
    };
    let other_date = match page.filled.typed("other_day") {
        Some(typed) => typed.to_owned(),
        None if other => chosen.map(|d| d.to_string()).unwrap_or_default(),
        None => String::new(),
    };
    let refusal = page.filled.refusal("delivery_on").map(|r| reader.refusal(r));
    let class = if refusal.is_some() { "card field bad" } else { "card field" };
    let described = refusal.is_some().then_some("e-day");
    let error = refusal.map(|text| view! { <p class="err" id="e-day">{text}</p> });
    let cards = offered
        .iter()
        .enumerate()
        .map(|(i, day)| {
            let id = if i == 0 { id_of("delivery_on") } else { format!("day-{i}") };
            let checked = !other && chosen == Some(day.date);
            let until = t::order_until(lang, &reader.moment(day.cut_off));
            let date = format::long_date(lang, day.date);
            view! {
                <label class="pick">
                    <input type="radio" name="delivery_on" id=id value=day.date.to_string() checked=checked/>
                    <span><b>{date}</b><small>{until}</small></span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class=class aria-describedby=described>
            <legend>{t::when_to_deliver(lang)}</legend>
            {error}
            <div class="picks">
                {cards}
                <div class="pick">
                    <input type="radio" name="delivery_on" value="other" id="day-other" checked=other/>
                    <span>
                        <label for="day-other"><b>{t::other_day(lang)}</b></label>
                        <label class="sr" for="other_day">{t::other_day_date(lang)}</label>
                        <input class="in" type="date" id="other_day" name="other_day" min=reader.today().to_string() value=other_date/>
                    </span>
                </div>
            </div>
        </fieldset>
    }
}

fn note(reader: &Reader, page: &BasketPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let value = area_text(&page.filled.value("note", page.basket.note.clone()));
    let refusal = page.filled.refusal("note").map(|r| reader.refusal(r));
    let class = if refusal.is_some() { "field bad" } else { "field" };
    let error = refusal.map(|text| view! { <p class="err">{text}</p> });
    view! {
        <div class=class>
            <label for="f-note">{t::note_to_desk(lang)}</label>
            <textarea class="in" id="f-note" name="note" rows="3" aria-describedby="t-note">{value}</textarea>
            <p class="tip" id="t-note">{t::note_to_desk_tip(lang)}</p>
            {error}
        </div>
    }
}

fn minimum(reader: &Reader, page: &BasketPage, totals: Option<&Totals>) -> Option<impl IntoView + use<>> {
    let (minimum, totals) = (page.minimum?, totals?);
    if totals.net >= minimum {
        return None;
    }
    let (left, minimum) = (reader.money(minimum - totals.net), reader.money(minimum));
    let text = match page.minimum_is {
        Strictness::Strict => t::below_minimum(reader.lang, &minimum, &left),
        Strictness::Flexible => t::below_minimum_flexible(reader.lang, &minimum, &left),
    };
    Some(view! { <p class="notice warn">{text}</p> })
}

/// What the total is called, where it may still be an estimate.
pub fn total(lang: domain::Lang, is_estimate: bool) -> &'static str {
    if is_estimate { t::total_estimated(lang) } else { t::total(lang) }
}

/// Net, VAT per rate, deposits, and the total under its name.
pub fn sum(reader: &Reader, totals: &Totals, lines: usize, total: &'static str) -> impl IntoView + use<> {
    let lang = reader.lang;
    let net = reader.money(totals.net);
    let gross = reader.money(totals.gross);
    let vat = totals
        .vat
        .iter()
        .map(|v| {
            let rate = format::quantity(lang, domain::Quantity(v.rate.0 * 10));
            let amount = reader.money(v.vat);
            view! { <div><dt>{t::vat(lang, &rate)}</dt><dd>{amount}</dd></div> }
        })
        .collect_view();
    let deposits = (totals.deposits != Cents(0)).then(|| {
        let amount = reader.money(totals.deposits);
        view! { <div><dt>{k::deposits(lang)}</dt><dd>{amount}</dd></div> }
    });
    view! {
        <dl class="facts">
            <div><dt>{t::articles_net(lang, lines)}</dt><dd>{net}</dd></div>
            {vat}
            {deposits}
            <div class="sum"><dt>{total}</dt><dd>{gross}</dd></div>
        </dl>
    }
}
