//! What every customer of a group may order.

use domain::ProductId;
use leptos::prelude::*;

use crate::{
    form::{Filled, area},
    i18n::{agreements as a, promotions as p, texts as t},
    order::query_value,
    page::Reader,
};

/// An article of the group.
#[derive(Clone, Debug)]
pub struct Item {
    pub product: ProductId,
    pub sku: String,
    pub name: String,
    pub discontinued: bool,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct GroupAssortmentPage {
    pub group: String,
    pub items: Vec<Item>,
    pub customers: u64,
    pub may_edit: bool,
    pub filled: Filled,
    pub saved: bool,
}

pub fn page(reader: &Reader, page: &GroupAssortmentPage) -> AnyView {
    let lang = reader.lang;
    let summary = page.filled.summary(reader, |_| p::products(lang).to_owned());
    let saved = page.saved.then(|| view! { <p class="notice good" role="status">{t::saved(lang)}</p> });
    let of_group = format!("/desk/prices?group={}", query_value(&page.group));
    let counts = a::articles_for(lang, page.items.len(), page.customers);
    view! {
        <main class="page" id="main">
            {summary}
            {saved}
            <div class="head">
                <p><a href="/desk/prices">{a::title(lang)}</a> " · " <a href=of_group>{a::of_group(lang, &page.group)}</a></p>
                <h1>{t::assortment(lang)}</h1>
                <p>{counts}</p>
            </div>
            {page.may_edit.then(|| add(reader, page))}
            {list(reader, page)}
        </main>
    }
    .into_any()
}

fn add(reader: &Reader, page: &GroupAssortmentPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let products = area(reader, &page.filled, "products", p::products(lang), "");
    view! {
        <form class="card stack add" method="post" action="/desk/prices/assortment" novalidate aria-labelledby="h-new">
            <div><h2 id="h-new">{a::add_to_group(lang)}</h2><p class="tip">{a::add_to_group_tip(lang)} " " {p::products_tip(lang)}</p></div>
            {products}
            <div class="row end">
                <input type="hidden" name="group" value=page.group.clone()/>
                <button class="btn primary">{t::add(lang)}</button>
            </div>
        </form>
    }
}

fn list(reader: &Reader, page: &GroupAssortmentPage) -> AnyView {
    let lang = reader.lang;
    if page.items.is_empty() {
        return view! { <div class="card empty"><h2>{a::group_has_none(lang)}</h2><p>{a::group_has_none_tip(lang)}</p></div> }
            .into_any();
    }
    let rows = page
        .items
        .iter()
        .map(|item| {
            let gone = item
                .discontinued
                .then(|| view! { <span class="badge">{t::is_discontinued(lang)}</span> });
            let remove = page.may_edit.then(|| {
                let label = t::remove_one(lang, &item.name);
                view! { <button class="plain danger" name="remove" value=item.product.to_string() aria-label=label>{t::remove(lang)}</button> }
            });
            view! {
                <tr>
                    <th class="t" scope="row"><a href=format!("/desk/products/{}", item.product)>{item.name.clone()}</a><small>{item.sku.clone()}</small></th>
                    <td>{gone}</td>
                    <td class="act">{remove}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <form method="post" action="/desk/prices/assortment">
            <input type="hidden" name="group" value=page.group.clone()/>
            <div class="tbl">
                <table>
                    <caption class="sr">{t::assortment(lang)}</caption>
                    <thead><tr>
                        <th scope="col">{t::article(lang)}</th>
                        <th scope="col">{t::state(lang)}</th>
                        <th scope="col"><span class="sr">{t::remove(lang)}</span></th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </form>
    }
    .into_any()
}
