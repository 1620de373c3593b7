//! Price agreements: with whom there are some, and those with one customer or one group.

use std::cmp::Ordering;

use domain::{
    CustomerId, ProductId, Refusal,
    agreement::{Deal, PriceAgreement},
    customer::{Customer, GroupTerms, Strictness},
    price::TieredPrice,
};
use leptos::prelude::*;

use super::{
    customers::days,
    revisions::{Of, Summary, recent},
};
use crate::{
    form::{Field, Filled, id_of, tick},
    i18n::{agreements as a, format, promotions as p, revisions as r, texts as t, tier_hint},
    order::query_value,
    page::Reader,
};

/// A customer group, with how many customers and agreements it has.
#[derive(Clone, Debug)]
pub struct Group {
    pub name: String,
    pub customers: u64,
    pub agreements: u64,
}

/// With whom something is agreed, customers that were searched for, and what was revised lately.
#[derive(Clone, Debug)]
pub struct Overview {
    pub groups: Vec<Group>,
    pub customers: Vec<Customer>,
    /// There are more of them.
    pub more: bool,
    pub search: String,
    pub recent: Vec<Summary>,
    pub may_revise_list: bool,
}

pub fn overview(reader: &Reader, page: &Overview) -> AnyView {
    let lang = reader.lang;
    let Overview { groups, customers, search, .. } = page;
    let revise =
        page.may_revise_list.then(|| view! { <a class="btn" href=Of::List.revise()>{r::revise_list(lang)}</a> });
    let of_groups = groups
        .iter()
        .map(|group| {
            let href = format!("/desk/prices?group={}", query_value(&group.name));
            view! {
                <tr>
                    <th class="t" scope="row"><a href=href>{group.name.clone()}</a></th>
                    <td class="r" data-l=p::customers(lang)>{group.customers}</td>
                    <td class="r" data-l=a::title(lang)>{group.agreements}</td>
                </tr>
            }
        })
        .collect_view();
    let table = if groups.is_empty() {
        view! { <div class="card empty"><h3>{a::no_groups(lang)}</h3><p>{a::no_groups_tip(lang)}</p></div> }.into_any()
    } else {
        view! {
            <div class="tbl">
                <table>
                    <caption class="sr">{a::groups(lang)}</caption>
                    <thead><tr>
                        <th scope="col">{p::group(lang)}</th>
                        <th class="r" scope="col">{p::customers(lang)}</th>
                        <th class="r" scope="col">{a::title(lang)}</th>
                    </tr></thead>
                    <tbody>{of_groups}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    let found = customers
        .iter()
        .map(|c| {
            let href = format!("/desk/prices?customer={}", c.id);
            let under = if c.group.is_empty() { c.number.clone() } else { format!("{} · {}", c.number, c.group) };
            view! { <li><span><b>{c.name.clone()}</b><small>{under}</small></span><a class="btn" href=href aria-label=a::of_one(lang, &c.name)>{t::show(lang)}</a></li> }
        })
        .collect_view();
    let nothing =
        (!search.is_empty() && customers.is_empty()).then(|| view! { <p>{t::nothing_found(lang, search)}</p> });
    let more = page.more.then(|| view! { <p class="tip">{a::more_customers(lang, customers.len())}</p> });
    view! {
        <main class="page" id="main">
            <div class="head split">
                <div><h1>{a::title(lang)}</h1><p>{a::tip(lang)}</p></div>
                <div class="row"><a class="btn" href="/desk/prices/question">{a::question(lang)}</a>{revise}</div>
            </div>
            <section class="sect" aria-labelledby="h-g">
                <div><h2 id="h-g">{a::groups(lang)}</h2><p>{a::groups_tip(lang)}</p></div>
                <div>{table}</div>
            </section>
            <section class="sect" aria-labelledby="h-c">
                <div><h2 id="h-c">{t::customers(lang)}</h2><p>{a::customers_tip(lang)}</p></div>
                <div class="card stack">
                    <form class="row nowrap-row" role="search" method="get">
                        <label class="sr" for="q">{t::search_customers(lang)}</label>
                        <input class="in grow" id="q" name="q" type="search" value=search.clone() placeholder=t::search_customers(lang)/>
                        <button class="btn">{t::search(lang)}</button>
                    </form>
                    {nothing}
                    <ul class="picklist">{found}</ul>
                    {more}
                </div>
            </section>
            {recent(reader, &page.recent)}
        </main>
    }
    .into_any()
}

/// With whom the agreements of a page are.
#[derive(Clone, Debug)]
pub enum With {
    Customer { id: CustomerId, name: String, group: String },
    Group(String),
}

impl With {
    /// The field of a form that says so.
    pub(super) fn field(&self) -> (&'static str, String) {
        match self {
            With::Customer { id, .. } => ("customer", id.to_string()),
            With::Group(group) => ("group", group.clone()),
        }
    }

    pub(super) fn name(&self) -> &str {
        match self {
            With::Customer { name, .. } => name,
            With::Group(group) => group,
        }
    }
}

/// One agreement.
#[derive(Clone, Debug)]
pub struct Row {
    pub product: ProductId,
    pub sku: String,
    pub name: String,
    pub list: TieredPrice,
    pub agreement: PriceAgreement,
}

impl Row {
    /// The field of its last day, where that was refused.
    fn field(&self) -> String {
        last_day_field(&self.product.to_string(), &self.agreement.from.to_string())
    }
}

/// The field under which the last day of an agreement is refused: a page has many of them.
pub fn last_day_field(product: &str, from: &str) -> String {
    format!("until.{product}.{from}")
}

/// What the page of one party shows.
#[derive(Clone, Debug)]
pub struct AgreementsPage {
    pub with: With,
    pub rows: Vec<Row>,
    /// How many there are in all.
    pub all: u64,
    pub may_edit: bool,
    /// Of a group: its terms and their version, and may the reader change them?
    pub terms: Option<(GroupTerms, i64)>,
    pub may_edit_terms: bool,
    pub filled: Filled,
    pub saved: bool,
}

pub fn page(reader: &Reader, page: &AgreementsPage) -> AnyView {
    let lang = reader.lang;
    let summary = page.filled.summary(reader, |field| label(reader, page, field));
    let saved = page.saved.then(|| view! { <p class="notice good" role="status">{t::saved(lang)}</p> });
    let (kind, links, until_then) = match &page.with {
        With::Customer { id, group, .. } => {
            let group = (!group.is_empty()).then(|| {
                let href = format!("/desk/prices?group={}", query_value(group));
                view! { <a class="btn" href=href>{a::of_group(lang, group)}</a> }
            });
            let links = view! {
                    <a class="btn" href=format!("/desk/customers/{id}")>{t::customer(lang)}</a>
                    <a class="btn" href=format!("/desk/customers/{id}/assortment")>{t::assortment(lang)}</a>
                    {group}
            };
            (t::customer(lang), links.into_any(), a::none_yet_tip(lang))
        }
        With::Group(group) => {
            let href = format!("/desk/prices/assortment?group={}", query_value(group));
            let links = view! { <a class="btn" href=href>{t::assortment(lang)}</a> };
            (p::group(lang), links.into_any(), a::none_yet_tip_group(lang))
        }
    };
    let new = page.may_edit.then(|| new(reader, page));
    let revise = page.may_edit.then(|| {
        view! { <a class="btn" href=Of::With(page.with.clone()).revise()>{r::revise(lang)}</a> }
    });
    let rows = page.rows.iter().map(|row| self::row(reader, page, row)).collect_view();
    let some = (page.rows.len() as u64) < page.all;
    let some = some.then(|| view! { <p class="tip">{a::only_newest(lang, page.rows.len(), page.all)}</p> });
    let table = if page.rows.is_empty() {
        view! { <div class="card empty"><h2>{a::none_yet(lang)}</h2><p>{until_then}</p></div> }.into_any()
    } else {
        view! {
            <div class="tbl">
                <table>
                    <caption class="sr">{a::title(lang)}</caption>
                    <thead><tr>
                        <th scope="col">{t::article(lang)}</th>
                        <th class="r" scope="col">{t::agreed_price(lang)}</th>
                        <th class="low" scope="col">{t::tiers(lang)}</th>
                        <th scope="col">{a::days(lang)}</th>
                        <th scope="col">{t::state(lang)}</th>
                        <th scope="col"><span class="sr">{a::last_day(lang)}</span></th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <main class="page" id="main">
            {summary}
            {saved}
            <div class="head split">
                <div><p><a href="/desk/prices">{a::title(lang)}</a> " · " {kind}</p><h1>{page.with.name().to_owned()}</h1></div>
                <div class="row">{links}{revise}</div>
            </div>
            {new}
            {some}
            {table}
            {page.terms.map(|(terms, version)| self::terms(reader, page, terms, version))}
        </main>
    }
    .into_any()
}

/// What counts for the customers of a group beside prices.
fn terms(reader: &Reader, page: &AgreementsPage, terms: GroupTerms, version: i64) -> impl IntoView + use<> {
    let lang = reader.lang;
    // what was typed for another form of the page is not for this one
    let filled = if page.filled.typed("notice_days").is_some() { page.filled.clone() } else { Filled::default() };
    let (party, id) = page.with.field();
    let minimum = format::typed_amount(lang, terms.order_minimum);
    let fields = [
        Field::number("order_minimum", t::order_minimum(lang), minimum).tip(a::none_for_group(lang)),
        Field::number("notice_days", a::notice_days(lang), days(terms.notice_days)).tip(a::notice_days_tip(lang)),
    ];
    let fields = fields.into_iter().map(|field| field.view(reader, &filled)).collect_view();
    let is_strict = terms.minimum_is == Strictness::Strict;
    let strict = tick(reader, &filled, "minimum_is_strict", t::minimum_is_strict(lang), is_strict);
    let save = page
        .may_edit_terms
        .then(|| view! { <div class="row end"><button class="btn primary">{t::save(lang)}</button></div> });
    view! {
        <section class="sect" aria-labelledby="h-t">
            <div><h2 id="h-t">{a::terms_of_group(lang)}</h2><p>{a::terms_of_group_tip(lang)}</p></div>
            <form class="card stack" method="post" action="/desk/prices/terms" novalidate>
                <input type="hidden" name=party value=id/>
                <input type="hidden" name="version" value=version/>
                <fieldset class="stack" disabled=!page.may_edit_terms>
                    <div class="cols">{fields}</div>
                    <div>{strict}</div>
                </fieldset>
                {save}
            </form>
        </section>
    }
}

fn label(reader: &Reader, page: &AgreementsPage, field: &str) -> String {
    let lang = reader.lang;
    let of_row = page.rows.iter().find(|row| row.field() == field);
    match field {
        "sku" => t::sku(lang).to_owned(),
        "price" => a::price(lang).to_owned(),
        "tiers" => t::tiers(lang).to_owned(),
        "from" => p::from(lang).to_owned(),
        "until" => p::until(lang).to_owned(),
        "order_minimum" => t::order_minimum(lang).to_owned(),
        "notice_days" => a::notice_days(lang).to_owned(),
        _ => of_row.map(|row| row.name.clone()).unwrap_or_default(),
    }
}

/// The form of an agreement to come.
fn new(reader: &Reader, page: &AgreementsPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    // what was typed for another form of the page is not for this one
    let filled = if page.filled.typed("sku").is_some() { page.filled.clone() } else { Filled::default() };
    let (party, id) = page.with.field();
    let fields = [
        Field::text("sku", t::sku(lang), String::new()).required(),
        Field::text("price", a::price(lang), String::new()).tip(a::price_tip(lang)).required(),
        Field::text("tiers", t::tiers(lang), String::new()).tip(t::tiers_tip(lang)),
        Field::date("from", p::from(lang), reader.today().to_string()).required(),
        Field::date("until", p::until(lang), String::new()).tip(a::until_tip(lang)),
    ];
    let sure = price_is_right(reader, &filled, "price", "sure".to_owned());
    let fields = fields.into_iter().map(|field| field.view(reader, &filled)).collect_view();
    view! {
        <section class="card stack add" aria-labelledby="h-new">
            <h2 id="h-new">{a::add(lang)}</h2>
            <form class="stack" method="post" action="/desk/prices" novalidate>
                <input type="hidden" name=party value=id/>
                <div class="cols">{fields}</div>
                {sure}
                <div class="row end"><button class="btn primary">{t::save(lang)}</button></div>
            </form>
        </section>
    }
}

fn row(reader: &Reader, page: &AgreementsPage, row: &Row) -> impl IntoView + use<> {
    let lang = reader.lang;
    let agreement = &row.agreement;
    let price = agreement.deal.clone().of(&row.list);
    let unit = domain::SalesUnit::whole("C62", domain::Quantity::whole(1));
    let tiers = tier_hint(lang, reader.currency, &price, domain::Quantity::ZERO, &unit);
    let shown = reader.unit_price(price.base);
    let shown = match &agreement.deal {
        Deal::Net(_) => view! { <b class="ink">{shown}</b> }.into_any(),
        Deal::Less(less) => {
            let percent = a::percent_text(lang, *less);
            view! { <b class="ink">{percent}</b> <small>{shown}</small> }.into_any()
        }
    };
    let today = reader.today();
    let over = agreement.until.is_some_and(|until| until < today);
    let (class, state) = match (today.cmp(&agreement.from), over) {
        (_, true) => ("badge", p::over(lang)),
        (Ordering::Less, _) => ("badge warn", p::to_come(lang)),
        _ => ("badge good", p::running(lang)),
    };
    let under = format!("{} · {}", row.sku, t::list_price_is(lang, &reader.unit_price(row.list.base)));
    let days = a::days_text(lang, agreement.from, agreement.until);
    let acts = (page.may_edit && !over).then(|| {
        let withdraw = (agreement.from > today).then(|| {
            view! { <button class="plain danger" formaction="/desk/prices/withdrawal" aria-label=a::withdraw_one(lang, &row.name)>{a::withdraw(lang)}</button> }.into_any()
        });
        last_day(reader, page, row, withdraw)
    });
    view! {
        <tr>
            <th class="t" scope="row">{row.name.clone()}<small>{under}</small></th>
            <td class="r" data-l=t::agreed_price(lang)>{shown}</td>
            <td class="low">{tiers}</td>
            <td>{days}</td>
            <td><span class=class>{state}</span></td>
            <td class="act">{acts}</td>
        </tr>
    }
}

/// Ends it, or lets it go on.
fn last_day(reader: &Reader, page: &AgreementsPage, row: &Row, withdraw: Option<AnyView>) -> impl IntoView + use<> {
    let lang = reader.lang;
    let field = row.field();
    let refusal = page.filled.refusal(&field).map(|r| reader.refusal(r));
    let open = refusal.is_some();
    let seen = row.agreement.until.map(|day| day.to_string()).unwrap_or_default();
    let value = if open { page.filled.value("until", seen.clone()) } else { seen.clone() };
    let id = id_of(&field);
    let invalid = open.then_some("true");
    let described = if open { format!("{id}-e") } else { format!("{id}-t") };
    let error = refusal.map(|text| view! { <p class="err" id=format!("{id}-e")>{text}</p> });
    let (party, whom) = page.with.field();
    view! {
        <details class="drop pop" open=open>
            <summary class="plain" aria-label=a::change_days_of(lang, &row.name)>{a::change_days(lang)}</summary>
            <form method="post" action="/desk/prices/last-day" class="stack-s" novalidate>
                <input type="hidden" name=party value=whom/>
                <input type="hidden" name="product" value=row.product.to_string()/>
                <input type="hidden" name="from" value=row.agreement.from.to_string()/>
                <input type="hidden" name="seen" value=seen/>
                <div class="field">
                    <label for=id.clone()>{a::last_day(lang)}</label>
                    <p class="tip" id=format!("{id}-t")>{a::last_day_tip(lang)}</p>
                    <input class="in" id=id name="until" type="date" value=value aria-invalid=invalid aria-describedby=described/>
                    {error}
                </div>
                <div class="row"><button class="btn primary">{t::save(lang)}</button>{withdraw}</div>
            </form>
        </details>
    }
}

/// Where the price of `field` is far from the one before it, or rises too soon, the way to say that it is meant: the box
/// `name`.
pub(super) fn price_is_right(
    reader: &Reader,
    filled: &Filled,
    field: &str,
    name: String,
) -> Option<impl IntoView + use<>> {
    let says = match filled.refusal(field)? {
        Refusal::FarOff { .. } => a::price_is_right(reader.lang),
        Refusal::ShortNotice { .. } => a::agreed_so(reader.lang),
        _ => return None,
    };
    Some(view! { <label class="tick"><input type="checkbox" name=name value="true"/><span>{says}</span></label> })
}
