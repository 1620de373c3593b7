//! What was searched for, and the shelves of a large assortment: the other faces of the own list's page.

use std::collections::HashSet;

use domain::{
    Lang, ProductId,
    find::{
        fold,
        rank::{Place, Rank},
    },
    product::Article,
};
use leptos::{either::Either, prelude::*};

use crate::{
    i18n::texts as t,
    order::{OrderPage, Show, query_value},
    page::Reader,
};

/// What the page was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Finding {
    /// The own list, or the part of it that [`crate::order::Show`] names.
    #[default]
    Own,
    Answers {
        found: Vec<Found>,
        next: Option<String>,
        too_many: bool,
    },
    /// A page of one shelf.
    Shelf {
        shown: Vec<ProductId>,
        next: Option<String>,
    },
    /// All shelves, with how many articles stand on each.
    Shelves(Vec<(String, usize)>),
}

/// An answer, the best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub product: ProductId,
    pub rank: Rank,
    /// The words that answered.
    pub answered: Vec<String>,
}

impl Found {
    /// The heading it stands under.
    pub fn heading(&self, lang: Lang) -> &'static str {
        match (self.rank.doubtful, self.rank.place) {
            (_, Place::Code) => t::found_by_code(lang),
            (true, _) => t::found_perhaps(lang),
            (_, Place::Own) => t::found_by_own_name(lang),
            (_, Place::Bought) => t::found_bought(lang),
            (_, Place::Assortment) => t::found_in_assortment(lang),
        }
    }

    /// Why it is here, where the row itself does not show that: it is called so in another language, or it is its barcode.
    pub fn why(&self, lang: Lang, article: &Article) -> Option<String> {
        let own = |text: &Option<String>| text.clone().unwrap_or_default();
        let shown =
            [&own(&article.own_name), &article.name, &article.sku, &own(&article.own_code)].map(|text| fold(text));
        let seen = |word: &str| shown.iter().any(|text| text.contains(word) || text.replace([' ', '.'], "") == word);
        let mut hidden: Vec<&str> = self.answered.iter().map(String::as_str).filter(|word| !seen(word)).collect();
        hidden.dedup();
        match (hidden.is_empty(), self.rank.place) {
            (true, _) => None,
            (false, Place::Code) => Some(t::found_by_barcode(lang, &hidden.join(" "))),
            (false, _) => Some(t::found_as(lang, &hidden.join(" "))),
        }
    }
}

/// An article of the page, with what was found where it was searched for.
pub type Shown<'a> = (&'a Article, Option<&'a Found>);

/// The articles of the page in their order, with what was found where it was searched for.
pub fn shown(page: &OrderPage) -> Vec<Shown<'_>> {
    let of = |product: &ProductId| page.articles.iter().find(|a| a.product == *product);
    match &page.finding {
        Finding::Own => page.articles.iter().filter(|a| page.show.has(a)).map(|a| (a, None)).collect(),
        Finding::Answers { found, .. } => found.iter().filter_map(|f| Some((of(&f.product)?, Some(f)))).collect(),
        Finding::Shelf { shown, .. } => shown.iter().filter_map(|product| Some((of(product)?, None))).collect(),
        Finding::Shelves(_) => Vec::new(),
    }
}

/// On which page of what: who types something else starts at the first.
pub fn after(page: &OrderPage) -> Option<impl IntoView + use<>> {
    let (after, asked) = (page.after.clone(), page.search.clone());
    (!after.is_empty()).then(|| {
        view! { <input type="hidden" name="after" value=after/> <input type="hidden" name="asked" value=asked/> }
    })
}

/// What lies in the basket and is not among the rows.
pub fn beside(page: &OrderPage, shown: &[Shown<'_>]) -> Option<String> {
    // who sees the whole list pays nothing for it
    if shown.len() == page.articles.len() {
        return None;
    }
    let rows: HashSet<ProductId> = shown.iter().map(|(a, _)| a.product).collect();
    crate::order::beside(page.prices, page.articles.iter().filter(|a| !rows.contains(&a.product)))
}

/// All shelves, as a way into what is not in the own list.
pub fn shelves(reader: &Reader, page: &OrderPage) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let Finding::Shelves(shelves) = &page.finding else { return None };
    let rows = shelves
        .iter()
        .map(|(name, count)| {
            let href = format!("/order?category={}", query_value(name));
            view! { <li><a href=href><span>{name.clone()}</span><small>{t::articles(lang, *count)}</small></a></li> }
        })
        .collect_view();
    Some(
        view! { <section aria-labelledby="shelves"><h2 id="shelves">{t::shelves(lang)}</h2><ul class="shelves">{rows}</ul></section> },
    )
}

/// Nothing to show: what to do next.
pub fn nothing(reader: &Reader, page: &OrderPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    if let Finding::Answers { .. } = page.finding {
        return Either::Left(view! {
            <div class="card empty">
                <h2>{t::nothing_found(lang, &page.search)}</h2>
                <p>{t::nothing_found_tip(lang)}</p>
                <div class="row">
                    <a class="btn primary" href="/order?show=shelves">{t::look_by_shelf(lang)}</a>
                    <a class="btn" href="/order">{t::to_own_list(lang)}</a>
                </div>
            </div>
        });
    }
    let own = page.show == Show::All;
    let text = if own { t::list_is_empty(lang) } else { t::nothing_here(lang) };
    let tip = own.then(|| view! { <p>{t::list_is_empty_tip(lang)}</p> });
    let (href, name) =
        if own { ("/order?show=shelves", t::look_by_shelf(lang)) } else { ("/order", t::whole_list(lang)) };
    Either::Right(
        view! { <div class="card empty"><h2>{text}</h2>{tip}<a class="btn primary" href=href>{name}</a></div> },
    )
}

/// What the browser says while it filters the rows by itself ([`crate::island::find`]): that none is left, or that it looked
/// at a part of the list, and the way to the server, which knows barcodes and other names too. The button takes along what
/// was typed in the rows.
pub fn filtered(lang: Lang) -> impl IntoView + use<> {
    let ask = t::search_whole_list(lang);
    view! {
        <div role="status">
            <div class="card empty" hidden>
                <h2 id="found-none"></h2>
                <p>{t::nothing_filtered_tip(lang)}</p>
                <button class="btn primary" name="go" value="search">{ask}</button>
            </div>
            <p class="aside" id="found-part" hidden><button class="plain" name="go" value="search">{ask}</button></p>
        </div>
    }
}

/// The way to the next page of what is shown, and what to do where even that is not enough.
pub fn further(reader: &Reader, page: &OrderPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let (next, too_many) = match &page.finding {
        Finding::Answers { next, too_many, .. } => (next.as_ref(), *too_many),
        Finding::Shelf { next, .. } => (next.as_ref(), false),
        _ => (None, false),
    };
    let of = match &page.show {
        Show::Category(shelf) if page.search.is_empty() => ("category", shelf),
        _ => ("q", &page.search),
    };
    let next = next.map(|next| {
        let href = format!("/order?{}={}&after={}", of.0, query_value(of.1), query_value(next));
        view! { <nav class="pager" aria-label=t::pages(lang)><span></span><a href=href>{t::next_page(lang)}</a></nav> }
    });
    let too_many = too_many.then(|| view! { <p class="aside">{t::found_too_many(lang)}</p> });
    view! { {next}{too_many} }
}
