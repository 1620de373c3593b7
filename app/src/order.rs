//! The buyer's home: his own list, with what he usually takes already proposed.

use chrono::NaiveDate;
use domain::{
    Cents, Quantity,
    basket::totals,
    delivery::DeliveryDay,
    money::PricedBy,
    pack::Pack,
    price::{Conditions, PriceChanges, Step},
    product::Article,
    succession::Replacement,
};
use leptos::{either::Either, prelude::*};

use crate::{
    form::Filled,
    found::{self, Finding},
    i18n::{
        format,
        promotions::{promotion_note, promotion_sentence},
        texts as t, tier_hint, tier_sentence, words,
    },
    island::{
        countdown::Countdown,
        find::Find,
        live::Live,
        sheet::{Sheet, Sum},
    },
    page::Reader,
    replaced::list_row,
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

/// The usual quantity, where it can still be ordered like that.
fn proposed(article: &Article) -> Option<Quantity> {
    let usual = article.habit.usual()?;
    match article.unit.check(usual) {
        Ok(quantity) => Some(quantity),
        Err(domain::Refusal::NotAMultiple { above, .. }) => Some(above),
        Err(_) => None,
    }
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
            <Find lang=lang/>
            {chips(reader, page)}
            <form id="order" method="post" action="/basket/lines" data-beside=beside>
                {reader.site_field()}
                <input type="hidden" name="seen" value=seen/>
                {page.show.field()}
                {found::after(page)}
                <div class="list">{groups}{shelves}</div>
                {nothing}
                {further}
                {own_part}
                {bar(reader, page)}
            </form>
            <p class="aside">{t::have_rows(lang)} " " <a href="/quick-order">{t::quick_order(lang)}</a></p>
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
    chips.extend(categories.into_iter().map(|name| {
        (format!("/order?category={}", query_value(name)), name.to_owned(), Show::Category(name.to_owned()), false)
    }));
    let chips = chips
        .into_iter()
        .map(|(href, name, show, counted)| {
            let here = (show == page.show && !matches!(page.finding, Finding::Answers { .. })).then_some("true");
            let count = counted.then(|| view! { " " <small>{count(&show)}</small> });
            view! { <a href=href aria-current=here>{name}{count}</a> }
        })
        .collect_view();
    view! { <nav class="chips" aria-label=t::show(lang)>{chips}</nav> }
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
        usual.sort_by_key(|(a, _)| !a.is_due(day));
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
            let notices = replaced
                .iter()
                .filter(|(name, _)| *name == title)
                .map(|(_, replacement)| list_row(reader, replacement, page.switches, &page.filled))
                .collect_view();
            let rows = articles
                .into_iter()
                .map(|(a, found)| {
                    let why = found.and_then(|found| found.why(lang, a));
                    noted_row(reader, a, &page.filled, Place::List { due_on }, why)
                })
                .collect_view();
            view! { <section aria-labelledby=format!("c{i}")><h2 id=format!("c{i}")>{title.to_owned()}</h2><ul>{notices}{rows}</ul></section> }
        })
        .collect()
}

/// Where a row stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the own list, for a delivery on this day.
    List { due_on: Option<NaiveDate> },
    /// In the basket, under review.
    Basket,
}

/// One article: what it is, what it costs, what was taken last, and how many are wanted now.
pub fn row(reader: &Reader, a: &Article, filled: &Filled, place: Place) -> impl IntoView + use<> {
    noted_row(reader, a, filled, place, None)
}

/// The same with a word under its name.
fn noted_row(
    reader: &Reader,
    a: &Article,
    filled: &Filled,
    place: Place,
    note: Option<String>,
) -> impl IntoView + use<> {
    let lang = reader.lang;
    let note = note.map(|note| view! { <span class="as">{note}</span> });
    let id = a.product.to_string();
    let field = format!("quantity.{id}");
    let refusal = filled.refusal(&field).map(|r| reader.refusal(r));
    let value = filled.value(
        &field,
        if a.quantity > Quantity::ZERO { format::typed_quantity(lang, a.quantity) } else { String::new() },
    );
    let class = if a.quantity > Quantity::ZERO && place != Place::Basket { "article on" } else { "article" };
    let title = a.title().to_owned();
    let under = [a.own_name.as_ref().map(|_| a.name.as_str()), Some(a.sku.as_str()), a.own_code.as_deref()];
    let under = under.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let unit = words::unit(lang, &a.unit.code, Quantity::whole(1)).to_owned();
    let side = match a.amount() {
        // what cannot be delivered as it was typed costs nothing yet
        Some(amount) if a.quantity > Quantity::ZERO && refusal.is_none() => {
            let amount = reader.money(amount);
            if a.unit.priced_by.tolerance().is_some() { t::about(lang, &amount) } else { amount }
        }
        _ => String::new(),
    };
    let hint = match place {
        Place::List { due_on } if a.quantity == Quantity::ZERO && due_on.is_some_and(|day| a.is_due(day)) => {
            proposed(a).map(|q| {
                let text = t::usually_so_many(lang, &format::quantity(lang, q));
                view! { <button class="side hint" name="usual" value=id.clone() data-q=q.0>{text}</button> }
            })
        }
        _ => None,
    };
    let output = hint.is_none().then(|| view! { <output class="side">{side}</output> });
    let by = a.added_by.as_ref().filter(|_| a.quantity > Quantity::ZERO).map(|by| {
        let text = t::added_by(lang, by);
        view! { <p class="by">{text}</p> }
    });
    let refusal_free = refusal.is_none();
    let invalid = refusal.is_some().then_some("true");
    let error_id = format!("e-{id}");
    let described = refusal.is_some().then(|| error_id.clone());
    let error = refusal.map(|text| view! { <p class="err" id=error_id>{text}</p> });
    let promotion = a.conditions.as_ref().and_then(|c| c.promoted.as_ref()).map(
        |(promotion, _)| view! { <span class="promotion">{promotion_note(lang, reader.currency, promotion)}</span> },
    );
    let tier = a.conditions.as_ref().and_then(|c| {
        let price = c.tiered();
        let hint = tier_hint(lang, reader.currency, price, a.quantity, &a.unit);
        // of free goods nothing is said before the first is wanted, but the browser needs the place
        hint.or_else(|| price.free.map(|_| String::new()))
    });
    let tier = tier.map(|text| view! { <span class="tier">{text}</span> });
    let others = others(a);
    let same = others.is_some().then(|| {
        let text = if refusal_free { words::equivalents(lang, &a.equivalents()) } else { String::new() };
        view! { <span class="eq">{text}</span> }
    });
    let last = match place {
        Place::Basket => Either::Left(
            view! { <button class="last plain" name="remove" value=id.clone() aria-label=t::remove_one(lang, &title)>{t::remove(lang)}</button> },
        ),
        Place::List { .. } => Either::Right(last(reader, a)),
    };
    view! {
        <li class=class data-u=rules(a) data-e=others>
            <div class="name"><h3><a href=format!("/products/{id}")>{title.clone()}</a></h3><p>{under}</p>{note}{promotion}{same}{tier}</div>
            <div class="info">{price(reader, a)}{last}</div>
            <div class="step">
                <button name="less" value=id.clone() aria-label=t::less(lang, &title)>"−"</button>
                <input id=crate::form::id_of(&field) name=field inputmode="decimal" autocomplete="off" value=value placeholder="0"
                    aria-label=t::how_many(lang, &title, &unit) aria-invalid=invalid aria-describedby=described/>
                <button name="more" value=id.clone() aria-label=t::more(lang, &title)>"+"</button>
                <span>{unit.clone()}</span>
            </div>
            {hint}
            {output}
            {(place != Place::Basket).then(|| packs(reader, a))}
            {error}
            {by}
        </li>
    }
}

/// What the browser needs to say a quantity in other units: the base unit, and the packs. None where there are none.
fn others(a: &Article) -> Option<String> {
    let packs = Pack::all_to_text(&a.packs);
    (!packs.is_empty() || a.base_unit != a.unit.code).then(|| format!("{} {packs}", a.base_unit).trim_end().to_owned())
}

/// Buttons up to the next full layer or pallet.
fn packs(reader: &Reader, a: &Article) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let buttons = a
        .packs
        .iter()
        .map(|pack| {
            let name = words::unit(lang, &pack.code, Quantity::whole(1));
            let text = t::full_pack(lang, name, &reader.quantity(pack.holds));
            let value = format!("{}:{}", a.product, pack.code);
            view! { <button class="hint" name="pack" value=value data-q=pack.holds.0>{text}</button> }
        })
        .collect_view();
    (!a.packs.is_empty()).then(|| view! { <p class="packs">{buttons}</p> })
}

/// What the browser needs to price and to check a quantity: minimum, multiple, factor, whether the price is for the
/// base unit (1; 2 by the weight it will have), the unit price, its tiers and free goods (absent where prices may not be
/// seen).
fn rules(a: &Article) -> String {
    let by_base = match a.unit.priced_by {
        PricedBy::SalesUnit => 0,
        PricedBy::BaseUnit => 1,
        PricedBy::Weighed { .. } => 2,
    };
    let mut rules = format!("{} {} {} {by_base}", a.unit.minimum.0, a.unit.multiple.0, a.unit.factor.0);
    if let Some(price) = a.conditions.as_ref().map(Conditions::tiered) {
        rules += &format!(" {}", price.base.0);
        let tiers = price.tiers_to_text();
        if !tiers.is_empty() {
            rules += &format!(" {tiers}");
        }
    }
    rules
}

/// The price; opened, it says why.
pub(crate) fn price(reader: &Reader, a: &Article) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let price = a.price()?;
    let unit = words::unit(lang, a.unit.priced_in(&a.base_unit), Quantity::whole(1));
    let agreed =
        price.trace.iter().any(|s| matches!(s, Step::Agreement { .. })).then(|| view! { " " <i>{t::agreed(lang)}</i> });
    let amount = reader.unit_price(price.amount);
    let conditions = a.conditions.as_ref()?;
    let before = conditions.nearest();
    // where the quantity changes it too, a price that is struck out would not follow what is typed
    let always = before.tiers.is_empty() && conditions.promoted.as_ref().is_some_and(|(p, _)| p.from <= a.unit.minimum);
    let before = before.base;
    let before = (always && before > price.amount).then(|| view! { <s>{reader.unit_price(before)}</s> " " });
    let Why { told, reached, promotion } = why(reader, &price);
    Some(view! {
        <details class="why">
            <summary>{before} <b>{amount}</b> " " <span>"/ " {unit.to_owned()}</span> {agreed}</summary>
            <p>{told} " " <span class="reached">{reached}</span> " " {promotion}</p>
        </details>
    })
}

/// A price explained: whose it is, the tier that was reached, the promotion.
pub struct Why {
    pub told: String,
    reached: Option<String>,
    promotion: Option<String>,
}

impl Why {
    /// All of it, one sentence after the other.
    pub fn text(self) -> String {
        [Some(self.told), self.reached, self.promotion].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// The trace of a price, as sentences.
pub fn why(reader: &Reader, price: &domain::price::Price) -> Why {
    let lang = reader.lang;
    let mut list = String::new();
    let mut why = Why { told: t::why_list(lang).to_owned(), reached: None, promotion: None };
    for step in &price.trace {
        match step {
            Step::List(price) => list = reader.unit_price(*price),
            Step::Agreement { from, until: Some(until), .. } => {
                why.told = t::why_agreed_until(lang, &reader.date(*from), &reader.date(*until), &list);
            }
            Step::Agreement { from, until: None, .. } => why.told = t::why_agreed(lang, &reader.date(*from), &list),
            Step::Tier(reached) => why.reached = Some(tier_sentence(lang, reader.currency, reached)),
            Step::Promotion { name, gives, until } => {
                why.promotion = Some(promotion_sentence(lang, reader.currency, name, gives, *until));
            }
        }
    }
    why
}

/// What was taken last, and how often it is.
fn last(reader: &Reader, a: &Article) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let (on, quantity) = a.habit.last()?;
    let unit = words::unit(lang, &a.unit.code, quantity).to_owned();
    let rhythm = a.habit.interval().filter(|days| *days > 0).map(|days| t::every_so_many_days(lang, days));
    let (quantity, on) = (reader.quantity(quantity), t::on_date(lang, &reader.date(on)));
    Some(
        view! { <span class="last">{quantity}<span class="wide">" " {unit}</span> " " {on}<span class="wide">{rhythm}</span></span> },
    )
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
