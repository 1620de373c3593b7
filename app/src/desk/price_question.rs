//! What would this customer pay, and why: the whole way to a price, what is agreed beside it, and what is left of it.

use chrono::NaiveDate;
use domain::{
    Lang, Quantity, Refusal, UnitPrice,
    agreement::{Percent, PriceAgreement},
    customer::Customer,
    margin::{Margin, cost_of},
    packaging::Deposit,
    price::{Conditions, Step},
    product::Product,
};
use leptos::prelude::*;

use crate::{
    form::{Field, Filled},
    i18n::{agreements as a, format, packaging as k, promotions as p, texts as t, tier_hint, words},
    order::query_value,
    page::Reader,
};

/// The address of the question about a customer, and about one of his articles where it is known.
pub fn address(lang: Lang, customer: &str, about: Option<(&str, Quantity, NaiveDate)>) -> String {
    let mut address = format!("/desk/prices/question?customer={}", query_value(customer));
    if let Some((sku, quantity, on)) = about {
        let units = query_value(&format::typed_quantity(lang, quantity));
        address += &format!("&product={}&quantity={units}&on={on}", query_value(sku));
    }
    address
}

/// What was found for a question.
#[derive(Clone, Debug)]
pub struct Answer {
    pub customer: Customer,
    pub product: Product,
    pub quantity: Quantity,
    pub on: NaiveDate,
    pub in_assortment: bool,
    pub conditions: Conditions,
    /// The name of the bundle it is in.
    pub bundle: Option<String>,
    pub deposit: Option<Deposit>,
    pub agreements: Vec<PriceAgreement>,
    /// Of a sales unit; none where it is not known, or not for this reader.
    pub cost: Option<UnitPrice>,
    pub may_see_costs: bool,
}

/// One that may be meant by what was typed into a field.
#[derive(Clone, Debug)]
pub struct Choice {
    pub code: String,
    /// The first is shown.
    pub names: Vec<String>,
}

impl Choice {
    /// Does each word that was typed stand in its code or in a name?
    fn says(&self, typed: &str) -> bool {
        let said: Vec<String> = self.names.iter().chain([&self.code]).map(|text| text.to_lowercase()).collect();
        typed.split_whitespace().all(|word| said.iter().any(|text| text.contains(word)))
    }
}

/// What the page shows; before anything is asked there is no answer.
#[derive(Clone, Debug)]
pub struct QuestionPage {
    pub filled: Filled,
    /// By field, where it may mean several.
    pub choices: Vec<(String, Vec<Choice>)>,
    pub answer: Option<Answer>,
}

impl QuestionPage {
    /// The code of the one of `found` that is meant by what was typed: its code in any case, or a name that no other has.
    /// Else the field is refused, and they are the choices.
    pub fn meant(&mut self, field: &str, typed: &str, found: Vec<Choice>) -> Option<String> {
        let text = typed.to_lowercase();
        let mut named = found.iter().filter(|one| one.says(&text));
        let only = named.next().filter(|_| named.next().is_none());
        if let Some(one) = found.iter().find(|one| one.code.to_lowercase() == text).or(only) {
            return Some(one.code.clone());
        }
        let refusal = match typed {
            "" => Refusal::Required,
            typed if found.is_empty() => Refusal::UnknownChoice { typed: typed.to_owned() },
            typed => Refusal::WhichOne { typed: typed.to_owned() },
        };
        self.filled.refusals.push((field.to_owned(), refusal));
        self.choices.push((field.to_owned(), found));
        None
    }

    /// The same question with `code` in `field`.
    fn asking(&self, field: &str, code: &str) -> String {
        let value = |name: &str| if name == field { code } else { self.filled.typed(name).unwrap_or_default() };
        let fields = FIELDS.map(|name| format!("{name}={}", query_value(value(name))));
        format!("/desk/prices/question?{}", fields.join("&"))
    }
}

const FIELDS: [&str; 4] = ["customer", "product", "quantity", "on"];

fn label(lang: Lang, field: &str) -> &'static str {
    match field {
        "customer" => t::customer(lang),
        "product" => t::article(lang),
        "quantity" => a::quantity(lang),
        _ => a::delivered_on(lang),
    }
}

pub fn page(reader: &Reader, page: &QuestionPage) -> AnyView {
    let lang = reader.lang;
    let filled = &page.filled;
    let field = |name: &'static str| {
        let label = label(lang, name);
        let field = match name {
            "quantity" => Field::number(name, label, String::new()).tip(a::quantity_tip(lang)),
            "on" => Field::date(name, label, reader.today().to_string()),
            _ => Field::text(name, label, String::new()).tip(a::number_or_name(lang)).required(),
        };
        view! { {field.view(reader, filled)} {choices(lang, page, name)} }
    };
    let fields = FIELDS.into_iter().map(field).collect_view();
    let summary = filled.summary(reader, |field| label(lang, field).to_owned());
    let answer = page.answer.as_ref().map(|answer| self::answer(reader, answer));
    view! {
        <main class="page" id="main">
            {summary}
            <div class="head"><p><a href="/desk/prices">{a::title(lang)}</a></p><h1>{a::question(lang)}</h1><p>{a::question_tip(lang)}</p></div>
            <form class="card stack add" method="get" novalidate>
                <div class="cols">{fields}</div>
                <div class="row end"><button class="btn primary">{t::show(lang)}</button></div>
            </form>
            {answer}
        </main>
    }
    .into_any()
}

/// Those that a field may mean, each a way to ask on.
fn choices(lang: Lang, page: &QuestionPage, field: &str) -> Option<impl IntoView + use<>> {
    let (_, found) = page.choices.iter().find(|(of, found)| of == field && !found.is_empty())?;
    let found = found.iter().map(|choice| {
        let name = choice.names.first().unwrap_or(&choice.code).clone();
        let href = page.asking(field, &choice.code);
        view! { <li><a class="btn" href=href>{name} " " <small>{choice.code.clone()}</small></a></li> }
    });
    Some(view! { <ul class="row all" aria-label=label(lang, field)>{found.collect_view()}</ul> })
}

fn answer(reader: &Reader, answer: &Answer) -> impl IntoView + use<> {
    let lang = reader.lang;
    let Answer { customer, product, quantity, .. } = answer;
    let price = answer.conditions.price(*quantity);
    let amount = price.of(*quantity, &product.unit);
    let unit = words::unit(lang, product.unit.priced_in(&product.base_unit), Quantity::whole(1));
    let shown = format!("{} / {unit}", reader.unit_price(price.amount));
    let mut total = reader.money(amount);
    if product.unit.priced_by.tolerance().is_some() {
        total = t::about(lang, &total);
    }
    let free = price.free(*quantity);
    let free = (free > Quantity::ZERO).then(|| p::of_which_free(lang, &reader.quantity(free)));
    let of = words::amount_of(lang, *quantity, &product.unit.code);
    let next = tier_hint(lang, reader.currency, answer.conditions.tiered(), *quantity, &product.unit);
    let next = next.filter(|_| answer.conditions.tiered().free.is_none());
    let steps = price.trace.iter().map(|s| step(reader, s, price.amount)).collect_view();
    let outside = (!answer.in_assortment)
        .then(|| view! { <p class="notice warn" role="status">{a::not_in_assortment(lang)}</p> });
    let deposit = answer.deposit.as_ref().map(|deposit| {
        let due = reader.money(deposit.of(*quantity));
        let what = t::of(lang, k::deposits(lang), &deposit.name);
        view! { <div><dt>{what}</dt><dd>{due}</dd></div> }
    });
    let margin = answer.may_see_costs.then(|| margin(reader, answer, amount));
    let name = product.names.get(lang).to_owned();
    let under = format!("{} · {} · {}", product.sku, customer.name, a::on_day(lang, &reader.long_date(answer.on)));
    view! {
        {outside}
        <div class="two even">
            <section class="card stack" aria-labelledby="h-a">
                <div><h2 id="h-a">{name}</h2><p class="tip">{under}</p></div>
                <dl class="facts">
                    <div class="sum"><dt>{of}{free.map(|free| format!(", {free}"))}</dt><dd>{total}</dd></div>
                    <div><dt>{a::unit_price(lang)}</dt><dd>{shown}</dd></div>
                    {deposit}
                </dl>
                {next.map(|next| view! { <p class="tip">{next}</p> })}
                {answer.bundle.as_ref().map(|name| view! { <p class="tip">{p::within(lang, name)}</p> })}
                {margin}
                <p class="row">
                    <a class="btn" href=format!("/desk/customers/{}", customer.id)>{t::customer(lang)}</a>
                    <a class="btn" href=format!("/desk/prices?customer={}", customer.id)>{a::title(lang)}</a>
                    <a class="btn" href=format!("/desk/products/{}", product.id)>{t::article(lang)}</a>
                </p>
            </section>
            <section class="card stack" aria-labelledby="h-w">
                <h2 id="h-w">{a::why(lang)}</h2>
                <table class="pairs way">
                    <caption class="sr">{a::why(lang)}</caption>
                    <tbody>{steps}</tbody>
                </table>
            </section>
        </div>
        {agreements(reader, answer)}
    }
}

/// One step on the way: what it is, and what the unit costs from there on.
fn step(reader: &Reader, step: &Step, counts: UnitPrice) -> impl IntoView + use<> {
    let lang = reader.lang;
    let (what, under, price) = match step {
        Step::List(price) => (t::list_price(lang).to_owned(), String::new(), *price),
        Step::Agreement { price, from, until, less, group } => {
            let what = match group.as_str() {
                "" => a::with_customer(lang).to_owned(),
                group => t::agreement_of_group(lang, group),
            };
            let days = a::days_text(lang, *from, *until);
            let under = less.map_or(days.clone(), |less| format!("{}, {days}", a::percent_text(lang, less)));
            (what, under, *price)
        }
        Step::Tier(tier) => (a::tier(lang, &reader.quantity(tier.from)), String::new(), tier.price),
        Step::Promotion { name, gives, until } => {
            let gives = p::gives_text(lang, reader.currency, gives);
            (name.clone(), a::promotion_until(lang, &gives, &format::full_date(lang, *until)), counts)
        }
        Step::Bundle(together) => {
            let off = p::less(lang, &reader.money(together.off()));
            (together.name.clone(), a::promotion_until(lang, &off, &format::full_date(lang, together.until)), counts)
        }
    };
    let under = (!under.is_empty()).then(|| view! { <small>{under}</small> });
    view! { <tr><th scope="row">{what}{under}</th><td>{reader.unit_price(price)}</td></tr> }
}

/// What it costs, and what is left.
fn margin(reader: &Reader, answer: &Answer, amount: domain::Cents) -> AnyView {
    let lang = reader.lang;
    let Some(cost) = answer.cost else {
        return view! { <p class="tip">{a::no_cost(lang)}</p> }.into_any();
    };
    let margin = Margin::of(amount, cost, answer.quantity);
    let free = answer.conditions.price(answer.quantity).free(answer.quantity);
    let free = (free > Quantity::ZERO).then(|| {
        let cost = reader.money(cost_of(cost, free));
        view! { <div><dt>{a::cost_of_free(lang)}</dt><dd>{cost}</dd></div> }
    });
    let left = margin_text(reader, margin);
    view! {
        <dl class="facts">
            <div><dt>{a::cost(lang)}</dt><dd>{reader.money(margin.cost)}</dd></div>
            {free}
            <div><dt>{a::margin(lang)}</dt><dd>{left}</dd></div>
        </dl>
    }
    .into_any()
}

/// What is left, and how much of the amount that is.
pub fn margin_text(reader: &Reader, margin: Margin) -> String {
    let left = reader.money(margin.left());
    match margin.permille() {
        Some(permille) => format!("{left} ({})", permille_text(reader, permille)),
        None => left,
    }
}

/// `23,4 %`
pub fn permille_text(reader: &Reader, permille: i64) -> String {
    let sign = if permille < 0 { "−" } else { "" };
    format!("{sign}{}\u{a0}%", format::quantity(reader.lang, Quantity(permille.abs() * 100)))
}

/// All that is agreed about it and has not ended, and which of them counts.
fn agreements(reader: &Reader, answer: &Answer) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let counting = answer.conditions.agreed.as_ref().map(|agreed| (agreed.from, agreed.group.clone()));
    let rows: Vec<_> = answer
        .agreements
        .iter()
        .filter(|agreement| agreement.until.is_none_or(|until| until >= answer.on))
        .map(|agreement| {
            let counts = counting == Some((agreement.from, agreement.group.clone()));
            let (class, state) = match (counts, agreement.from > answer.on) {
                (true, _) => ("badge good", a::counts(lang)),
                (_, true) => ("badge warn", p::to_come(lang)),
                _ => ("badge", a::own_goes_before(lang)),
            };
            let whose = match agreement.group.as_str() {
                "" => a::with_customer(lang).to_owned(),
                group => t::agreement_of_group(lang, group),
            };
            let price = reader.unit_price(agreement.deal.clone().of(&answer.product.list_price).base);
            let price = match agreement.deal.percent() {
                Some(Percent(less)) => format!("{} · {price}", a::percent_text(lang, Percent(less))),
                None => price,
            };
            view! {
                <tr>
                    <th class="t" scope="row">{whose}</th>
                    <td class="r" data-l=t::agreed_price(lang)>{price}</td>
                    <td>{a::days_text(lang, agreement.from, agreement.until)}</td>
                    <td><span class=class>{state}</span></td>
                </tr>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="tbl add">
                <table>
                    <caption>{a::agreed_about_it(lang)}</caption>
                    <thead><tr>
                        <th scope="col">{a::with_whom(lang)}</th>
                        <th class="r" scope="col">{t::agreed_price(lang)}</th>
                        <th scope="col">{a::days(lang)}</th>
                        <th scope="col">{t::state(lang)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    })
}
