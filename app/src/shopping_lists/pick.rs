//! Ticking articles that go on a list: from the own list, or from what is searched for.

use std::collections::HashSet;

use domain::{ProductId, ShoppingListId, product::Article, shopping_list::ShoppingList};
use leptos::{either::Either, prelude::*};

use crate::{
    form::Filled,
    i18n::{lists as l, texts as t},
    page::Reader,
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct PickPage {
    pub lists: Vec<ShoppingList>,
    /// On which they go; the first one where none was named.
    pub chosen: Option<ShoppingListId>,
    /// What stands there already.
    pub there: HashSet<ProductId>,
    pub articles: Vec<Article>,
    pub search: String,
    /// What was ticked on the page before this one.
    pub ticked: Vec<ProductId>,
    pub filled: Filled,
}

pub fn page(reader: &Reader, page: &PickPage) -> AnyView {
    let lang = reader.lang;
    let summary = page.filled.summary(reader, |_| String::new());
    let head = view! { <div class="head"><p><a href="/lists">{l::your_lists(lang)}</a></p><h1>{l::add_articles(lang)}</h1><p>{l::pick_tip(lang)}</p></div> };
    if page.lists.is_empty() {
        return view! {
            <main class="page narrow" id="main">
                {head}
                <div class="card empty">
                    <h2>{l::no_lists(lang)}</h2>
                    <p>{l::no_lists_tip(lang)}</p>
                    <a class="btn primary" href="/lists/new">{l::new_list(lang)}</a>
                </div>
            </main>
        }
        .into_any();
    }
    let options: Vec<_> = page
        .lists
        .iter()
        .map(|list| {
            let selected = page.chosen == Some(list.id);
            view! { <option value=list.id.to_string() selected=selected>{list.name.clone()}</option> }
        })
        .collect();
    // what was ticked and is not shown goes along unseen
    let beside: Vec<_> = page
        .ticked
        .iter()
        .filter(|product| page.articles.iter().all(|a| a.product != **product))
        .map(|product| view! { <input type="hidden" name="product" value=product.to_string()/> })
        .collect();
    let rows = if page.articles.is_empty() {
        Either::Left(
            view! { <div class="card empty"><h2>{t::nothing_found(lang, &page.search)}</h2><p>{t::nothing_found_tip(lang)}</p></div> },
        )
    } else {
        Either::Right(view! { <div class="list">{shelves(reader, page)}</div> })
    };
    view! {
        <main class="page narrow" id="main">
            {summary}
            {head}
            <form method="post" action="/lists/rows">
                // the first button of a form is what Enter presses
                <button class="sr" formmethod="get" formaction="/lists/pick" tabindex="-1">{t::search(lang)}</button>
                {reader.site_field()}
                {beside}
                <div class="find" role="search">
                    <label class="sr" for="q">{t::search_assortment(lang)}</label>
                    <input class="in" id="q" name="q" type="search" value=page.search.clone() placeholder=t::search_assortment(lang) autocomplete="off" enterkeyhint="search"/>
                    <button class="btn" formmethod="get" formaction="/lists/pick">{t::search(lang)}</button>
                </div>
                {rows}
                <div class="bar onto">
                    <div><label class="sr" for="f-list">{l::which_list(lang)}</label><select class="in" id="f-list" name="list">{options}</select></div>
                    <button class="btn primary">{l::put_ticked(lang)}</button>
                </div>
            </form>
        </main>
    }
    .into_any()
}

fn shelves(reader: &Reader, page: &PickPage) -> Vec<impl IntoView + use<>> {
    let lang = reader.lang;
    let mut shelves: Vec<(&str, Vec<&Article>)> = Vec::new();
    for article in &page.articles {
        match shelves.iter_mut().find(|(name, _)| *name == article.category) {
            Some((_, articles)) => articles.push(article),
            None => shelves.push((&article.category, vec![article])),
        }
    }
    shelves
        .into_iter()
        .enumerate()
        .map(|(i, (name, articles))| {
            let rows: Vec<_> = articles
                .into_iter()
                .map(|a| {
                    let there = page.there.contains(&a.product);
                    let ticked = there || page.ticked.contains(&a.product);
                    let note = there.then(|| format!(" · {}", l::stands_already(lang)));
                    let under = [a.own_name.as_ref().map(|_| a.name.as_str()), Some(a.sku.as_str()), a.own_code.as_deref()];
                    let under = under.into_iter().flatten().collect::<Vec<_>>().join(" · ");
                    view! {
                        <li><label class="tick"><input type="checkbox" name="product" value=a.product.to_string() checked=ticked disabled=there/><span>{a.title().to_owned()}<small>{under}{note}</small></span></label></li>
                    }
                })
                .collect();
            let id = format!("c{i}");
            view! { <section aria-labelledby=id.clone()><h2 id=id.clone()>{name.to_owned()}</h2><ul class="ticklist">{rows}</ul></section> }
        })
        .collect()
}

/// On the page of an article: on which lists it stands, and onto which it goes.
pub fn onto(reader: &Reader, product: ProductId, lists: &[(ShoppingList, bool)]) -> impl IntoView + use<> {
    let lang = reader.lang;
    let on: Vec<&str> = lists.iter().filter(|(_, on)| *on).map(|(list, _)| list.name.as_str()).collect();
    let on = (!on.is_empty()).then(|| view! { <p class="tip">{l::stands_on(lang, &on.join(", "))}</p> });
    let free: Vec<_> = lists
        .iter()
        .filter(|(_, on)| !on)
        .map(|(list, _)| view! { <option value=list.id.to_string()>{list.name.clone()}</option> })
        .collect();
    let new = format!("/lists/new?from=product:{product}");
    let choose = (!free.is_empty()).then(|| {
        view! {
            <form class="row" method="post" action="/lists/rows">
                {reader.site_field()}
                <input type="hidden" name="product" value=product.to_string()/>
                <input type="hidden" name="page" value="product"/>
                <label class="sr" for="f-list">{l::which_list(lang)}</label>
                <select class="in" id="f-list" name="list">{free}</select>
                <button class="btn">{l::put_there(lang)}</button>
            </form>
        }
    });
    view! {
    <details class="drop onto">
        <summary class="plain">{l::put_on_list(lang)}</summary>
        <div class="stack-s">{on}{choose}<p><a href=new>{l::new_list(lang)}</a></p></div>
    </details>
    }
}
