//! Lists of one's own: all of them, and one to order from.

pub mod arrange;
pub mod form;
pub mod paper;
pub mod pick;

use std::collections::HashMap;

use domain::{
    Cents, FillingId, Quantity, SectionId, ShoppingListId,
    basket::totals,
    product::Article,
    shopping_list::{Contents, Fit, ListRow, Now, Offered, ShoppingList},
    succession::Replacement,
};
use leptos::{either::Either, prelude::*};

use crate::{
    article::{Place, bundles, noted_row},
    form::Filled,
    found,
    i18n::{format, lists as l, texts as t},
    island::{
        find::Find,
        live::Live,
        sheet::{Sheet, Sum},
    },
    order::name_of,
    page::Reader,
    replaced::list_row,
};

/// For which deliveries a list is, and for whom; empty for one of here that says nothing.
pub fn about(reader: &Reader, list: &ShoppingList) -> String {
    let lang = reader.lang;
    let days: Vec<&str> = list.days.iter().map(|day| format::weekday(lang, day)).collect();
    let days = (!days.is_empty()).then(|| l::for_day(lang, &days.join(", ")));
    let season = list.season.map(|season| l::every(lang, season));
    let shared = list.site.is_none().then(|| l::shared(lang).to_owned());
    [days, season, shared].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The same beside the badge that says why the list is offered.
fn said_beside(reader: &Reader, list: &ShoppingList, fit: Option<Fit>) -> String {
    let about = about(reader, list);
    if fit.is_some_and(|fit| l::fit(reader.lang, fit) == about) { String::new() } else { about }
}

/// All lists of a site.
#[derive(Clone, Debug)]
pub struct ListsPage {
    pub lists: Vec<Offered>,
    pub sizes: HashMap<ShoppingListId, i64>,
    /// Has one just been removed?
    pub removed: bool,
}

pub fn all(reader: &Reader, page: &ListsPage) -> AnyView {
    let lang = reader.lang;
    let removed = page.removed.then(|| view! { <p class="notice good" role="status">{l::removed(lang)}</p> });
    let head = view! { <div class="head"><p><a href="/order">{t::own_list(lang)}</a></p><h1>{l::your_lists(lang)}</h1><p>{l::lists_tip(lang)}</p></div> };
    let make = view! {
        <p class="row verbs"><a class="btn primary" href="/lists/new">{l::new_list(lang)}</a> <a class="btn" href="/lists/new?from=basket">{l::of_basket(lang)}</a></p>
    };
    if page.lists.is_empty() {
        return view! {
            <main class="page narrow" id="main">
                {removed}
                {head}
                <div class="card empty">
                    <h2>{l::no_lists(lang)}</h2>
                    <p>{l::no_lists_tip(lang)}</p>
                    <p class="row center"><a class="btn primary" href="/lists/new">{l::new_list(lang)}</a> <a class="btn" href="/lists/new?from=basket">{l::of_basket(lang)}</a></p>
                </div>
            </main>
        }
        .into_any();
    }
    let rows = page
        .lists
        .iter()
        .map(|(list, fit)| {
            let size = page.sizes.get(&list.id).and_then(|n| usize::try_from(*n).ok()).unwrap_or(0);
            let about = said_beside(reader, list, *fit);
            let about = if about.is_empty() { t::articles(lang, size) } else { format!("{} · {about}", t::articles(lang, size)) };
            let fit = fit.map(|fit| view! { " " <span class="badge open">{l::fit(lang, fit)}</span> });
            view! { <li><a href=format!("/lists/{}", list.id)><span><b>{list.name.clone()}</b><small>{about}</small></span>{fit}</a></li> }
        })
        .collect_view();
    view! {
        <main class="page narrow" id="main">
            {removed}
            {head}
            {make}
            <div class="list lists"><ul class="shelves">{rows}</ul></div>
        </main>
    }
    .into_any()
}

/// One list, to order from.
#[derive(Clone, Debug)]
pub struct ListPage {
    pub contents: Contents,
    /// Of what is replaced, what takes its place.
    pub replacements: Vec<Replacement>,
    /// May he take what takes its place?
    pub switches: bool,
    /// What lies in the basket of the site.
    pub basket: Vec<Article>,
    /// Why it is the list for the next delivery.
    pub fit: Option<domain::shopping_list::Fit>,
    pub minimum: Option<Cents>,
    pub prices: bool,
    /// Which filling the button makes; chosen here, so that pressing it twice is pressing it once.
    pub filling: FillingId,
    pub filled: Filled,
    pub done: Done,
}

/// What has just been done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Done {
    #[default]
    Nothing,
    Saved,
    /// So many articles came on the list.
    Added(usize),
    /// So many articles went into the basket, which can be undone.
    InBasket(FillingId, usize),
    /// They were taken back, but for so many that were changed since.
    TakenBack {
        kept: usize,
    },
}

/// The usual quantity, where it can be had like that.
fn deliverable(row: &ListRow, article: &Article) -> Option<Quantity> {
    row.usual.and_then(|usual| article.unit.check(usual).ok())
}

pub fn page(reader: &Reader, page: &ListPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let list = &page.contents.list;
    let articles: Vec<Article> = page.contents.articles().map(|(_, article)| article.clone()).collect();
    let names: Vec<(String, String)> = page
        .filled
        .refusals
        .iter()
        .map(|(field, _)| {
            let name = match field.starts_with("instead.") {
                true => crate::replaced::name_of(&page.replacements, field),
                false => name_of(&articles, field),
            };
            (field.clone(), name)
        })
        .collect();
    let summary = page.filled.summary(reader, |field| {
        names.iter().find(|(f, _)| f == field).map(|(_, name)| name.clone()).unwrap_or_default()
    });
    let about = said_beside(reader, list, page.fit);
    let fit = page.fit.map(|fit| view! { <span class="badge open">{l::fit(lang, fit)}</span> " " });
    let address = format!("/lists/{}", list.id);
    let seen: String = articles
        .iter()
        .filter(|a| a.quantity > Quantity::ZERO)
        .map(|a| format!("{}={} ", a.product, a.quantity.0))
        .collect();
    let rows = if page.contents.rows.is_empty() {
        Either::Left(view! {
            <div class="card empty">
                <h2>{l::list_empty(lang)}</h2>
                <p>{l::list_empty_tip(lang)}</p>
                <a class="btn primary" href=format!("/lists/pick?list={}", list.id)>{l::add_articles(lang)}</a>
            </div>
        })
    } else {
        Either::Right(view! { <div class="list">{sections(reader, page)}</div> })
    };
    let hidden = (page.contents.hidden > 0).then(|| {
        let arrange = format!("{address}/arrangement");
        view! { <p class="aside">{l::hidden(lang, page.contents.hidden)} " " <a href=arrange>{l::arrange(lang)}</a></p> }
    });
    let to = |path: &str| format!("{address}/{path}");
    view! {
        <main class="page" id="main">
            {summary}
            {done(reader, page)}
            <div class="head split">
                <div>
                    <p><a href="/lists">{l::your_lists(lang)}</a></p>
                    <h1>{list.name.clone()}</h1>
                    <p>{fit}{about}</p>
                </div>
                {whole(reader, page)}
            </div>
            <nav class="chips" aria-label=l::this_list(lang)>
                <a href=to("arrangement")>{l::arrange(lang)}</a>
                <a href=format!("/lists/pick?list={}", list.id)>{l::add_articles(lang)}</a>
                <a href=to("print")>{l::print(lang)}</a>
                <a href=to("settings")>{l::settings(lang)}</a>
            </nav>
            // the first button of a form is what Enter presses
            <button class="sr" form="order" name="go" value="stay" tabindex="-1">{t::save(lang)}</button>
            {search(reader, page)}
            <form id="order" method="post" action="/basket/lines" data-beside=beside(page) data-bundles=bundles(page.contents.articles().map(|(_, a)| a).chain(&page.basket))>
                {reader.site_field()}
                <input type="hidden" name="list" value=list.id.to_string()/>
                <input type="hidden" name="seen" value=seen/>
                {rows}
                {is_long(page).then(|| found::filtered(lang))}
                {hidden}
                {bar(reader, page)}
            </form>
            {is_long(page).then(|| view! { <Find lang=lang/> })}
            <Live/>
        </main>
    }
}

/// A long list is searched in as the own list is; a short one is read.
fn is_long(page: &ListPage) -> bool {
    const SHORT: usize = 20;
    page.contents.rows.len() > SHORT
}

fn search(reader: &Reader, page: &ListPage) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    is_long(page).then(|| {
        view! {
            <div class="find" role="search">
                <label class="sr" for="q">{t::search_list(lang)}</label>
                <input class="in" id="q" name="q" form="order" type="search" placeholder=t::search_list(lang) data-part=""
                    autocomplete="off" enterkeyhint="search"/>
                <button class="btn" form="order" name="go" value="search">{t::search(lang)}</button>
            </div>
        }
    })
}

fn done(reader: &Reader, page: &ListPage) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let list = page.contents.list.id;
    let (text, undo) = match page.done {
        Done::Nothing => return None,
        Done::Saved => (t::saved(lang).to_owned(), None),
        Done::Added(0) => (l::nothing_ticked(lang).to_owned(), None),
        Done::Added(n) => (l::came_on(lang, &t::articles(lang, n)), None),
        Done::InBasket(id, n) => (l::added_to_basket(lang, &t::articles(lang, n)), Some(id)),
        Done::TakenBack { kept: 0 } => (l::taken_back(lang).to_owned(), None),
        Done::TakenBack { kept } => (l::kept_since(lang, &t::articles(lang, kept)), None),
    };
    let undo = undo.map(|id| {
        view! {
            <form class="row" method="post" action=format!("/lists/{list}/basket/undo")>
                {reader.site_field()}
                <input type="hidden" name="filling" value=id.to_string()/>
                <a class="btn primary" href="/basket">{t::to_basket(lang)}</a>
                <button class="btn">{l::take_back(lang)}</button>
            </form>
        }
    });
    Some(view! { <div class="notice good done" role="status"><p>{text}</p>{undo}</div> })
}

/// The whole list with one button, with what that comes to.
fn whole(reader: &Reader, page: &ListPage) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let usual: Vec<Article> = page
        .contents
        .articles()
        .filter_map(|(row, a)| Some(Article { quantity: deliverable(row, a)?, ..a.clone() }))
        .collect();
    if usual.is_empty() {
        return None;
    }
    let count = t::articles(lang, usual.len());
    let amount = totals(&usual).filter(|_| page.prices).map(|totals| {
        let net = reader.money(totals.net);
        view! { ", " <b>{net}</b> }
    });
    let others = page.contents.rows.len() - usual.len();
    let others = (others > 0).then(|| view! { ". " {l::not_whole(lang, &t::articles(lang, others))} });
    Some(view! {
        <form class="card usual whole" method="post" action=format!("/lists/{}/basket", page.contents.list.id)>
            {reader.site_field()}
            <input type="hidden" name="filling" value=page.filling.to_string()/>
            <div><h2>{l::whole(lang)}</h2><p><b>{count}</b> ", " {l::on_top(lang)} {amount}{others}</p></div>
            <button class="btn primary">{l::add_whole(lang)}</button>
        </form>
    })
}

fn sections(reader: &Reader, page: &ListPage) -> Vec<impl IntoView + use<>> {
    let groups: Vec<(Option<SectionId>, String)> = std::iter::once((None, String::new()))
        .chain(page.contents.sections.iter().map(|section| (Some(section.id), section.name.clone())))
        .collect();
    groups
        .into_iter()
        .enumerate()
        .filter_map(|(i, (section, name))| {
            let rows: Vec<_> = page
                .contents
                .rows
                .iter()
                .filter(|(row, _)| row.section == section)
                .map(|(row, now)| one(reader, page, row, now))
                .collect();
            if rows.is_empty() {
                return None;
            }
            let id = format!("s{i}");
            // what stands in no section needs no name above it
            let (label, heading) = match section {
                Some(_) => (Some(id.clone()), Some(view! { <h2 id=id>{name}</h2> })),
                None => (None, None),
            };
            Some(view! { <section aria-labelledby=label>{heading}<ul>{rows}</ul></section> })
        })
        .collect()
}

fn one(reader: &Reader, page: &ListPage, row: &ListRow, now: &Now) -> impl IntoView + use<> {
    let lang = reader.lang;
    let gone = |name: &str| {
        let off = format!("/lists/{}/arrangement#r-{}", page.contents.list.id, row.product);
        let name = name.to_owned();
        view! { <li class="article gone"><div class="name"><h3>{name}</h3><p>{l::gone(lang)} " · " <a href=off>{l::off_list(lang)}</a></p></div></li> }
    };
    match now {
        Now::Orderable(article) => {
            let note = row
                .usual
                .and_then(|usual| article.unit.check(usual).err())
                .map(|refusal| l::unusual(lang, &reader.refusal(&refusal)));
            let usual = deliverable(row, article);
            Either::Left(noted_row(reader, article, &page.filled, Place::OwnList { usual }, note))
        }
        Now::Replaced(article) => Either::Right(match page.replacements.iter().find(|r| r.of == article.product) {
            Some(replacement) => Either::Left(list_row(reader, replacement, page.switches, &page.filled)),
            None => Either::Right(gone(article.title())),
        }),
        Now::Gone(name) => Either::Right(Either::Right(gone(name))),
    }
}

fn sum<'a>(page: &ListPage, articles: impl Iterator<Item = &'a Article>) -> Sum {
    let in_basket: Vec<Article> = articles.filter(|a| a.quantity > Quantity::ZERO).cloned().collect();
    Sum {
        net: totals(&in_basket).map(|totals| totals.net.0).filter(|_| page.prices),
        count: in_basket.len(),
        about: in_basket.iter().any(|a| a.unit.priced_by.tolerance().is_some()),
    }
}

/// What lies in the basket and not on this list, for the browser's sum.
fn beside(page: &ListPage) -> Option<String> {
    let others = page.basket.iter().filter(|a| page.contents.articles().all(|(row, _)| row.product != a.product));
    crate::order::beside(page.prices, others)
}

fn bar(reader: &Reader, page: &ListPage) -> impl IntoView + use<> {
    let now = sum(page, page.basket.iter());
    view! {
        <div class="bar">
            <Sheet lang=reader.lang currency=reader.currency now=now minimum=page.minimum.map(|m| m.0)/>
            <button class="btn primary" name="go" value="basket">{t::to_basket(reader.lang)}</button>
        </div>
    }
}

/// The lists in the row of chips above the own list: those that fit the next delivery first, with why.
pub fn chips(reader: &Reader, lists: &[Offered], fitting: bool) -> Vec<impl IntoView + use<>> {
    const MOST: usize = 6;
    lists
        .iter()
        .take(MOST)
        .filter(|(_, fit)| fit.is_some() == fitting)
        .map(|(list, fit)| {
            let why = fit.map(|fit| view! { " " <small>{l::fit(reader.lang, fit)}</small> });
            view! { <a href=format!("/lists/{}", list.id)>{list.name.clone()}{why}</a> }
        })
        .collect()
}
