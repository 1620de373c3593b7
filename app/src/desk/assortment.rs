//! What one customer may order, under which names and at which price.

use chrono::NaiveDate;
use domain::{
    ProductId,
    agreement::{Deal, PriceAgreement},
    customer::Customer,
    price::TieredPrice,
    product::Product,
};
use leptos::prelude::*;

use crate::{
    form::Filled,
    i18n::{format, texts as t, words},
    order::query_value,
    page::Reader,
};

/// One article of the customer's assortment.
#[derive(Clone, Debug)]
pub struct Item {
    pub product: ProductId,
    pub sku: String,
    pub name: String,
    pub own_name: String,
    pub own_code: String,
    pub favourite: bool,
    /// Is it there because his group has it?
    pub by_group: bool,
    pub list_price: TieredPrice,
    /// What is agreed with him, and with his group, on the day of the page.
    pub agreed: Option<PriceAgreement>,
    pub of_group: Option<PriceAgreement>,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct AssortmentPage {
    pub customer: Customer,
    /// As it is on the day `on`.
    pub items: Vec<Item>,
    pub on: NaiveDate,
    pub search: String,
    pub found: Vec<Product>,
    pub may_edit: bool,
    pub filled: Filled,
    pub saved: bool,
}

impl AssortmentPage {
    /// May the reader edit, and has the day not passed?
    fn can_change(&self, reader: &Reader) -> bool {
        self.may_edit && self.on >= reader.today()
    }
}

pub fn page(reader: &Reader, page: &AssortmentPage) -> AnyView {
    let lang = reader.lang;
    let id = page.customer.id;
    let name = page.customer.name.clone();
    let summary = page.filled.summary(reader, |field| {
        let product = field.split_once('.').map_or("", |(_, id)| id);
        page.items.iter().find(|i| i.product.to_string() == product).map(|i| i.name.clone()).unwrap_or_default()
    });
    let saved = page.saved.then(|| view! { <p class="notice good" role="status">{t::saved(lang)}</p> });
    let rows = page.items.iter().map(|i| row(reader, page, i)).collect_view();
    let edits = page.can_change(reader);
    let acts = edits.then(|| {
        view! {
            <div class="acts">
                <button class="btn primary" name="go" value="save">{t::save(lang)}</button>
                <a class="btn" href=format!("/desk/customers/{id}")>{t::back(lang)}</a>
            </div>
        }
    });
    view! {
        <main class="page" id="main">
            {summary}
            {saved}
            <div class="head">
                <p><a href="/desk/customers">{t::customers(lang)}</a> " · " <a href=format!("/desk/customers/{id}")>{name}</a></p>
                <h1>{t::assortment(lang)}</h1>
                <p>{t::assortment_tip(lang, page.items.len())}</p>
            </div>
            {page.may_edit.then(|| add(reader, page))}
            {day(reader, page)}
            <form method="post" action=format!("/desk/customers/{id}/assortment") novalidate>
                <button class="sr" name="go" value="save" tabindex="-1">{t::save(lang)}</button>
                <input type="hidden" name="version" value=page.customer.version/>
                <input type="hidden" name="on" value=page.on.to_string()/>
                <fieldset disabled=!edits>
                    <div class="tbl forms">
                        <table>
                            <caption class="sr">{t::assortment(lang)}</caption>
                            <thead><tr>
                                <th scope="col">{t::article(lang)}</th>
                                <th scope="col">{t::own_name(lang)}</th>
                                <th scope="col">{t::own_code(lang)}</th>
                                <th scope="col">{t::agreed_price(lang)}</th>
                                <th scope="col">{t::tiers(lang)}</th>
                                <th scope="col"><span class="sr">{t::favourite(lang)}</span></th>
                                <th scope="col"><span class="sr">{t::remove(lang)}</span></th>
                            </tr></thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                </fieldset>
                {acts}
            </form>
        </main>
    }
    .into_any()
}

/// Which day the prices are of: today, one to come, or one that has passed, to look at.
fn day(reader: &Reader, page: &AssortmentPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let shown = reader.long_date(page.on);
    let tip = match page.on.cmp(&reader.today()) {
        std::cmp::Ordering::Less => Some(t::prices_of_then(lang, &shown)),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(t::prices_from_then_on(lang, &shown)),
    };
    let tip = tip.map(|tip| view! { <p class="notice warn" role="status">{tip}</p> });
    view! {
        <form class="row onday" method="get">
            <label for="on">{t::prices_on(lang)}</label>
            <input class="in" id="on" name="on" type="date" value=page.on.to_string()/>
            <button class="btn">{t::show(lang)}</button>
        </form>
        {tip}
    }
}

fn add(reader: &Reader, page: &AssortmentPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let id = page.customer.id;
    let found = page
        .found
        .iter()
        .map(|p| {
            let name = p.names.get(lang).to_owned();
            let unit = words::unit(lang, &p.unit.code, domain::Quantity::whole(1)).to_owned();
            let under = format!("{}, {unit}, {}", p.sku, reader.unit_price(p.list_price.base));
            let action = if page.items.iter().any(|i| i.product == p.id) {
                view! { <span class="badge">{t::already_there(lang)}</span> }.into_any()
            } else {
                view! { <button class="btn" name="sku" value=p.sku.clone() aria-label=t::add_one(lang, &name)>{t::add(lang)}</button> }.into_any()
            };
            view! { <li><span><b>{name}</b><small>{under}</small></span>{action}</li> }
        })
        .collect_view();
    let nothing = (!page.search.is_empty() && page.found.is_empty())
        .then(|| view! { <p>{t::nothing_found(lang, &page.search)}</p> });
    let search = page.search.clone();
    view! {
        <section class="card stack add" aria-labelledby="h-add">
            <h2 id="h-add">{t::add_article(lang)}</h2>
            <form class="row nowrap-row" role="search" method="get">
                <label class="sr" for="q">{t::search_products(lang)}</label>
                <input class="in grow" id="q" name="q" type="search" value=search placeholder=t::search_products(lang)/>
                <button class="btn">{t::search(lang)}</button>
            </form>
            {nothing}
            <form method="post" action=format!("/desk/customers/{id}/assortment/items")><ul class="picklist">{found}</ul></form>
        </section>
    }
}

/// What was typed for a deal, as [`Deal::parse`] reads it: the price or the percentage, and the tiers.
pub fn typed_deal(lang: domain::Lang, deal: &Deal) -> (String, String) {
    match deal {
        Deal::Net(price) => (format::typed_price(lang, price.base), format::typed_tiers(lang, price)),
        Deal::Less(less) => (crate::i18n::agreements::percent_text(lang, *less), String::new()),
    }
}

fn row(reader: &Reader, page: &AssortmentPage, i: &Item) -> impl IntoView + use<> {
    let lang = reader.lang;
    let id = i.product.to_string();
    let input = |field: &str,
                 heading: &'static str,
                 class: &'static str,
                 mode: Option<&'static str>,
                 now: String,
                 hint: String| {
        let name = format!("{field}.{id}");
        let meanwhile = page.filled.meanwhile_in(reader, &name, &now);
        let value = page.filled.value(&name, now);
        let refusal = page.filled.refusal(&name).map(|r| reader.refusal(r));
        let invalid = refusal.is_some().then_some("true");
        let error = refusal.map(|text| view! { <p class="err">{text}</p> });
        let sure = super::agreements::price_is_right(reader, &page.filled, &name, format!("sure.{id}"));
        let label = format!("{heading}, {}", i.name);
        let element = crate::form::id_of(&name);
        view! {
            <td data-l=heading>
                <label class="sr" for=element.clone()>{label}</label>
                <input class=class id=element name=name inputmode=mode value=value placeholder=hint aria-invalid=invalid autocomplete="off"/>
                {meanwhile}
                {error}
                {sure}
            </td>
        }
    };
    let (price, tiers) = i.agreed.as_ref().map(|a| typed_deal(lang, &a.deal)).unwrap_or_default();
    // what counts where nothing is agreed with himself
    let else_counts =
        i.of_group.clone().map_or_else(|| i.list_price.clone(), |of_group| of_group.deal.of(&i.list_price));
    let own_name = input("own_name", t::own_name(lang), "in", None, i.own_name.clone(), String::new());
    let own_code = input("own_code", t::own_code(lang), "in short", None, i.own_code.clone(), String::new());
    let price =
        input("price", t::agreed_price(lang), "in num short", None, price, format::typed_price(lang, else_counts.base));
    // other tiers count only where nothing was agreed
    let else_tiers = if i.agreed.is_none() { format::typed_tiers(lang, &else_counts) } else { String::new() };
    let tiers = input("tiers", t::tiers(lang), "in tiers", None, tiers, else_tiers);
    let checked = page.filled.ticked(&format!("favourite.{id}"), "true", i.favourite);
    let favourite = [("true", t::favourite(lang), i.favourite)];
    let meanwhile = page.filled.meanwhile_ticked(reader, &format!("favourite.{id}"), &favourite);
    let mut under = format!("{} · {}", i.sku, t::list_price_is(lang, &reader.unit_price(i.list_price.base)));
    if let Some(of_group) = &i.of_group {
        let price = crate::i18n::agreements::deal_text(lang, reader.currency, &of_group.deal);
        under = format!("{under} · {}", crate::i18n::agreements::group_price_is(lang, &price));
    }
    let by_group = i.by_group.then(|| {
        let href = format!("/desk/prices/assortment?group={}", query_value(&page.customer.group));
        let by = crate::i18n::agreements::by_group(lang, &page.customer.group);
        view! { <a class="small" href=href>{by}</a> }
    });
    let remove = (page.can_change(reader) && !i.by_group).then(|| {
        view! { <button class="plain danger" name="remove" value=id.clone() aria-label=t::remove_one(lang, &i.name)>{t::remove(lang)}</button> }
    });
    view! {
        <tr>
            <th class="t" scope="row">{i.name.clone()}<small>{under}</small></th>
            {own_name}
            {own_code}
            {price}
            {tiers}
            <td><label class="tick"><input type="checkbox" name=format!("favourite.{id}") value="true" checked=checked aria-label=format!("{}, {}", t::favourite(lang), i.name)/><span class="small low">{t::favourite(lang)}</span></label>{meanwhile}</td>
            <td class="act">{remove}{by_group}</td>
        </tr>
    }
}
