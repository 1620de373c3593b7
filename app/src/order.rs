//! The buyer's home: his own list, with what he usually takes already proposed.

use chrono::NaiveDate;
use domain::{
    Cents, Quantity, announcement::Announced, basket::totals, delivery::DeliveryDay, price::PriceChanges,
    product::Article, shopping_list::Offered, succession::Replacement,
};
use leptos::{either::Either, prelude::*};

use crate::{
    article::{Place, Rows, bundles, noted_row, proposed},
    form::Filled,
    found::{self, Finding},
    i18n::{format, lists as l, texts as t},
    island::{
        countdown::Countdown,
        find::Find,
        live::Live,
        sheet::{Sheet, Sum},
    },
    page::Reader,
    replaced::list_row,
    shopping_lists,
    suggestions::{Buttons, Leads, news},
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct OrderPage {
    /// What is shown, with what lies in the basket.
    pub articles: Vec<Article>,
    /// They are all that may be ordered.
    pub whole: bool,
    pub finding: Finding,
    /// The next delivery, if any day is possible.
    pub next: Option<DeliveryDay>,
    pub minimum: Option<Cents>,
    /// The reader may see prices.
    pub prices: bool,
    pub show: Show,
    pub search: String,
    /// Where the page before this one ended; empty on the first.
    pub after: String,
    /// Under the names `quantity.<product>`.
    pub filled: Filled,
    pub saved: bool,
    pub changes: Option<PriceChanges>,
    /// What was in the list and is replaced, as it stood there.
    pub replaced: Vec<(Article, Replacement)>,
    /// May he take what replaces it?
    pub switches: bool,
    /// His own lists, those first that fit the next delivery.
    pub lists: Vec<Offered>,
    /// What is new, below the list.
    pub news: Vec<Announced>,
    /// Staff who order for a customer put nothing away for him.
    pub dismisses: bool,
}

/// Which part of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Show {
    #[default]
    All,
    Usual,
    Favourites,
    Category(String),
    /// No articles but the names of all shelves.
    Shelves,
}

impl Show {
    /// From the address: `?show=usual`, `?show=favourites`, `?show=shelves`, `?category=…`.
    pub fn from_query(show: &str, category: &str) -> Show {
        match (show, category) {
            ("usual", _) => Show::Usual,
            ("favourites", _) => Show::Favourites,
            ("shelves", _) => Show::Shelves,
            (_, "") => Show::All,
            (_, name) => Show::Category(name.to_owned()),
        }
    }

    /// The same in a form, so that whoever saves stays where he was.
    fn field(&self) -> Option<impl IntoView + use<>> {
        let (name, value) = match self {
            Show::All => return None,
            Show::Usual => ("show", "usual".to_owned()),
            Show::Favourites => ("show", "favourites".to_owned()),
            Show::Category(category) => ("category", category.clone()),
            Show::Shelves => ("show", "shelves".to_owned()),
        };
        Some(view! { <input type="hidden" name=name value=value/> })
    }

    pub(crate) fn has(&self, article: &Article) -> bool {
        match self {
            Show::All => true,
            Show::Usual => article.habit.interval().is_some(),
            Show::Favourites => article.favourite,
            Show::Category(name) => article.category == *name,
            Show::Shelves => false,
        }
    }
}

/// What would be missed on the next delivery and does not lie in the basket yet.
pub fn due(articles: &[Article], day: NaiveDate) -> Vec<(domain::ProductId, Quantity)> {
    articles
        .iter()
        .filter(|a| a.quantity == Quantity::ZERO && a.is_due(day))
        .filter_map(|a| Some((a.product, proposed(a)?)))
        .collect()
}

/// No part of it is an `AnyView`: that would copy every text of every row once more, a third of what the page costs.
pub fn page(reader: &Reader, page: &OrderPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let shown = found::shown(page);
    let replaced = page.replaced.iter().any(|(a, _)| page.show.has(a));
    let empty = shown.is_empty() && !replaced && page.show != Show::Shelves;
    let nothing = empty.then(|| found::nothing(reader, page));
    let beside = found::beside(page, &shown);
    let groups = groups(reader, page, shown);
    let shelves = found::shelves(reader, page);
    let own_part = (!page.whole && page.finding == Finding::Own && !empty).then(|| {
        view! { <p class="aside">{t::own_part(lang)} " " <a href="/order?show=shelves">{t::by_shelf(lang)}</a> "."</p> }
    });
    let search_here = if page.whole { t::search_list(lang) } else { t::search_assortment(lang) };
    // what the browser filters by itself is not all there is
    let part = (!page.whole).then_some("");
    let further = found::further(reader, page);
    let seen: String = page
        .articles
        .iter()
        .filter(|a| a.quantity > Quantity::ZERO)
        .map(|a| format!("{}={} ", a.product, a.quantity.0))
        .collect();
    let names: Vec<(String, String)> =
        page.filled.refusals.iter().map(|(f, _)| (f.clone(), name_of(&page.articles, f))).collect();
    let summary = page.filled.summary(reader, |field| {
        names.iter().find(|(f, _)| f == field).map(|(_, name)| name.clone()).unwrap_or_default()
    });
    let saved = page.saved.then(|| view! { <p class="notice good" role="status">{t::saved(lang)}</p> });
    view! {
        <main class="page" id="main">
            {summary}
            {saved}
            {page.changes.as_ref().map(|changes| announced(reader, changes))}
            <div class="head split">
                {head(reader, page)}
                {usual(reader, page)}
            </div>
            // the first button of a form is what Enter presses
            <button class="sr" form="order" name="go" value="stay" tabindex="-1">{t::save(lang)}</button>
            <div class="find" role="search">
                <label class="sr" for="q">{search_here}</label>
                <input class="in" id="q" name="q" form="order" type="search" value=page.search.clone() placeholder=search_here
                    data-part=part autocomplete="off" enterkeyhint="search"/>
                <button class="btn" form="order" name="go" value="search">{t::search(lang)}</button>
            </div>
            {chips(reader, page)}
            <form id="order" method="post" action="/basket/lines" data-beside=beside data-bundles=bundles(&page.articles)>
                {reader.site_field()}
                <input type="hidden" name="seen" value=seen/>
                {page.show.field()}
                {found::after(page)}
                <div class="list">{groups}{shelves}</div>
                {nothing}
                {found::filtered(lang)}
                {further}
                {own_part}
                {bar(reader, page)}
            </form>
            {news(reader, &page.news, Buttons { leads: Leads::ToPage, dismisses: page.dismisses }, true)}
            <p class="aside">{t::have_rows(lang)} " " <a href="/quick-order">{t::quick_order(lang)}</a> " · " <a href="/lists/pick">{l::put_on_list(lang)}</a> " · " <a href="/order/print">{l::print(lang)}</a></p>
            <Find lang=lang/>
            <Live/>
        </main>
    }
}

/// What an article is called, for the name of its field.
pub fn name_of(articles: &[Article], field: &str) -> String {
    let product = field.strip_prefix("quantity.").unwrap_or_default();
    articles.iter().find(|a| a.product.to_string() == product).map(|a| a.title().to_owned()).unwrap_or_default()
}

fn head(reader: &Reader, page: &OrderPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    match page.next {
        Some(day) => Either::Left({
            let minutes = (day.cut_off - reader.now).num_minutes();
            let moment = reader.moment(day.cut_off);
            view! {
                <div>
                    <p>{t::own_list(lang)}</p>
                    <h1>{t::delivery_on(lang, &format::long_date(lang, day.date))}</h1>
                    <p>
                        {t::order_within(lang)} " "
                        <Countdown until=day.cut_off.timestamp() text=format::time_left(lang, minutes) lang=lang/>
                        {t::until_moment(lang, &moment)}
                    </p>
                </div>
            }
        }),
        None => Either::Right(view! {
            <div><p>{t::own_list(lang)}</p><h1>{t::no_delivery_planned(lang)}</h1><p>{t::no_delivery_planned_tip(lang)}</p></div>
        }),
    }
}

/// Another price is never a surprise on the invoice.
fn announced(reader: &Reader, changes: &PriceChanges) -> impl IntoView + use<> {
    let lang = reader.lang;
    let text = t::prices_change(lang, changes.changes.len(), changes.of, &reader.date(changes.on));
    let monthly = changes.monthly();
    let amount = reader.money(Cents(monthly.0.abs()));
    let about = match monthly.0 {
        0 => String::new(),
        1.. => t::about_more(lang, &amount),
        _ => t::about_less(lang, &amount),
    };
    let told = format!("{text}{about}. ");
    view! { <p class="notice slim">{told}<a href="/price-changes">{t::see_which(lang)}</a></p> }
}

fn usual(reader: &Reader, page: &OrderPage) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let day = page.next.filter(|_| page.finding == Finding::Own)?.date;
    let due = due(&page.articles, day);
    if due.is_empty() {
        return None;
    }
    let proposed: Vec<Article> = page
        .articles
        .iter()
        .filter_map(|a| due.iter().find(|(p, _)| *p == a.product).map(|(_, q)| Article { quantity: *q, ..a.clone() }))
        .collect();
    let amount = totals(&proposed).map(|totals| {
        let net = reader.money(totals.net);
        view! { ", " <b>{net}</b> }
    });
    let count = t::articles(lang, due.len());
    let miss = t::would_miss(lang, format::weekday(lang, chrono::Datelike::weekday(&day)));
    Some(view! {
        <form class="card usual" method="post" action="/basket/usual">
            {reader.site_field()}
            <div><h2>{t::usual_order(lang)}</h2><p><b>{count}</b> " " {miss} {amount}</p></div>
            <button class="btn primary">{t::into_basket(lang)}</button>
        </form>
    })
}

fn chips(reader: &Reader, page: &OrderPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let count = |show: &Show| page.articles.iter().filter(|a| show.has(a)).count();
    let mut categories: Vec<&str> = Vec::new();
    for article in &page.articles {
        if !categories.contains(&article.category.as_str()) {
            categories.push(&article.category);
        }
    }
    let own = page.finding == Finding::Own;
    let mut chips = vec![
        ("/order".to_owned(), t::own_list(lang).to_owned(), Show::All, own),
        ("/order?show=usual".to_owned(), t::usually(lang).to_owned(), Show::Usual, own),
    ];
    if own && page.whole {
        t::all(lang).clone_into(&mut chips[0].1);
    }
    if !own || count(&Show::Favourites) > 0 {
        chips.push(("/order?show=favourites".to_owned(), t::favourites(lang).to_owned(), Show::Favourites, own));
    }
    if !page.whole || page.show == Show::Shelves {
        chips.push(("/order?show=shelves".to_owned(), t::shelves(lang).to_owned(), Show::Shelves, false));
    }
    match &page.show {
        // what happens to be shown is no choice of shelves
        Show::Category(name) if !own => categories = vec![name],
        _ if !own => categories.clear(),
        _ => {}
    }
    let parts = chips.len();
    chips.extend(categories.into_iter().map(|name| {
        (format!("/order?category={}", query_value(name)), name.to_owned(), Show::Category(name.to_owned()), false)
    }));
    let mut chips = chips
        .into_iter()
        .map(|(href, name, show, counted)| {
            let here = (show == page.show && !matches!(page.finding, Finding::Answers { .. })).then_some("true");
            let count = counted.then(|| view! { " " <small>{count(&show)}</small> });
            view! { <a href=href aria-current=here>{name}{count}</a> }
        })
        .collect_view();
    let shelves = chips.split_off(parts);
    let lists = |fitting| shopping_lists::chips(reader, &page.lists, fitting);
    view! { <nav class="chips" aria-label=t::show(lang)>{lists(true)}{chips}{lists(false)}<a href="/lists">{l::lists(lang)}</a>{shelves}</nav> }
}

/// Percent-encoding of a value in an address (RFC 3986, unreserved characters stay).
pub fn query_value(text: &str) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

fn groups(reader: &Reader, page: &OrderPage, shown: Vec<found::Shown<'_>>) -> Vec<impl IntoView + use<>> {
    let lang = reader.lang;
    let usually = t::usually(lang);
    let mut groups: Vec<(&str, Vec<found::Shown<'_>>)> = vec![(usually, Vec::new())];
    for (article, found) in shown {
        // what he usually takes stands first, the rest by shelf; what was searched for by why it was found
        let usual = page.show == Show::All && article.habit.interval().is_some();
        let title = match found {
            Some(found) => found.heading(lang),
            None if usual => usually,
            None => article.category.as_str(),
        };
        match groups.iter_mut().find(|(name, _)| *name == title) {
            Some((_, rows)) => rows.push((article, found)),
            None => groups.push((title, vec![(article, found)])),
        }
    }
    let due_on = page.next.map(|d| d.date);
    if let (Some((_, usual)), Some(day)) = (groups.first_mut(), due_on) {
        usual.sort_by_cached_key(|(a, _)| !a.is_due(day));
    }
    // what is replaced stands at the head of its group, as it asks something
    let mut replaced: Vec<(&str, &Replacement)> = Vec::new();
    for (article, replacement) in page.replaced.iter().filter(|(a, _)| page.show.has(a)) {
        let title = article.category.as_str();
        replaced.push((title, replacement));
        if !groups.iter().any(|(name, _)| *name == title) {
            groups.push((title, Vec::new()));
        }
    }
    groups
        .into_iter()
        .filter(|(title, articles)| !articles.is_empty() || replaced.iter().any(|(name, _)| name == title))
        .enumerate()
        .map(|(i, (title, articles))| {
            let mut rows = Rows::of(articles.len());
            for (_, replacement) in replaced.iter().filter(|(name, _)| *name == title) {
                rows.add(list_row(reader, replacement, page.switches, &page.filled));
            }
            for (a, found) in articles {
                let why = found.and_then(|found| found.why(lang, a));
                rows.add(noted_row(reader, a, &page.filled, Place::List { due_on }, why));
            }
            view! { <section aria-labelledby=format!("c{i}")><h2 id=format!("c{i}")>{title.to_owned()}</h2>{rows.list()}</section> }
        })
        .collect()
}

/// What lies in the basket and not among the rows, for the browser's sum: how many, whether something is weighed, the
/// amount, without what bundles take off: that follows what is typed.
pub(crate) fn beside<'a>(prices: bool, others: impl Iterator<Item = &'a Article>) -> Option<String> {
    let others: Vec<&Article> = others.filter(|a| a.quantity > Quantity::ZERO).collect();
    let net = others.iter().map(|a| a.amount_alone()).sum::<Option<Cents>>().filter(|_| prices);
    let net = net.map(|net| format!(" {}", net.0)).unwrap_or_default();
    let about = others.iter().any(|a| a.unit.priced_by.tolerance().is_some());
    (!others.is_empty()).then(|| format!("{} {}{net}", others.len(), u8::from(about)))
}

/// What lies in the basket.
pub(crate) fn sum<'a>(page: &OrderPage, articles: impl Iterator<Item = &'a Article>) -> Sum {
    let in_basket: Vec<Article> = articles.filter(|a| a.quantity > Quantity::ZERO).cloned().collect();
    Sum {
        net: totals(&in_basket).map(|totals| totals.net.0).filter(|_| page.prices),
        count: in_basket.len(),
        about: in_basket.iter().any(|a| a.unit.priced_by.tolerance().is_some()),
    }
}

fn bar(reader: &Reader, page: &OrderPage) -> impl IntoView + use<> {
    let now = sum(page, page.articles.iter());
    view! {
        <div class="bar">
            <Sheet lang=reader.lang currency=reader.currency now=now minimum=page.minimum.map(|m| m.0)/>
            <button class="btn primary" name="go" value="basket">{t::to_basket(reader.lang)}</button>
        </div>
    }
}
