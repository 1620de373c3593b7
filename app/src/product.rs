//! The page of one product: how it is ordered and what it costs, then what it is.

use chrono::{DateTime, Utc};
use domain::{
    Lang, Quantity,
    announcement::Announced,
    pack::equivalents,
    product::{Article, ProductState},
    sheet::{AttributeKind, AttributeValue, Document, Picture, Presence, Sheet, Stock, StockTold, changed_since},
    shopping_list::ShoppingList,
    succession::Packing,
    suggestion::Suggestion,
};
use leptos::{either::Either, prelude::*};

use crate::{
    article::proposed,
    form::{Filled, id_of},
    i18n::{format, lists as l, sheet as s, texts as t, tier_hint, words},
    page::Reader,
    replaced::{Around, notice},
    shopping_lists::pick::onto,
    suggestions::{Buttons, Leads, news, suggestions},
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct ProductPage {
    pub sheet: Sheet,
    /// May the reader fill the basket?
    pub fills: bool,
    /// May he take what replaces it?
    pub switches: bool,
    pub filled: Filled,
    pub saved: bool,
    /// Has it just taken another's place?
    pub switched: bool,
    /// The reader's own lists, with whether it stands on them.
    pub lists: Vec<(ShoppingList, bool)>,
    /// The list it was just put on.
    pub listed: Option<String>,
    /// What is told of it as new, and then what goes with it or is better: three at most.
    pub news: Option<Announced>,
    pub suggested: Vec<Suggestion>,
    /// Staff who order for a customer put nothing away for him.
    pub dismisses: bool,
}

pub fn page(reader: &Reader, page: &ProductPage) -> AnyView {
    let lang = reader.lang;
    let sheet = &page.sheet;
    let title = sheet.title().to_owned();
    let gtin = sheet.gtin.as_ref().map(|gtin| format!("EAN {gtin}"));
    let under = [
        sheet.own_name.as_ref().map(|_| sheet.name.clone()),
        Some(sheet.sku.clone()),
        sheet.own_code.as_ref().map(|code| format!("{} {code}", l::own_code(lang).to_lowercase())),
        gtin,
    ];
    let under = under.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let category = format!(" · {}", sheet.category);
    let (home, home_name) = if page.fills { ("/order", t::own_list(lang)) } else { ("/orders", t::orders(lang)) };
    let replaced =
        sheet.replacement.as_ref().map(|r| notice(reader, r, page.switches, &page.filled, Around::Form { back: "" }));
    let gone = (sheet.state == ProductState::Discontinued && sheet.replacement.is_none())
        .then(|| view! { <p class="notice warn">{s::is_gone(lang, &title)}</p> });
    let saved = page.saved.then(|| {
        view! { <p class="notice good" role="status">{s::in_basket_now(lang)} " " <a href="/basket">{s::see_basket(lang)}</a></p> }
    });
    let listed = page
        .listed
        .as_ref()
        .map(|name| view! { <p class="notice good" role="status">{l::on_list_now(lang, name)}</p> });
    let switched = page.switched.then(|| view! { <p class="notice good" role="status">{s::switched(lang)}</p> });
    let names: Vec<(String, String)> =
        page.filled.refusals.iter().map(|(field, _)| (field.clone(), title.clone())).collect();
    let summary = page.filled.summary(reader, |field| {
        names.iter().find(|(f, _)| f == field).map(|(_, name)| name.clone()).unwrap_or_default()
    });
    view! {
        <main class="page" id="main">
            {summary}
            {saved}
            {switched}
            {listed}
            {replaced}
            {gone}
            <div class="head"><p><a href=home>{home_name}</a>{category}</p><h1>{title}</h1><p>{under}</p></div>
            <div class="two sheet">
                <aside class="stack" aria-label=s::how_ordered(lang)>
                    {ordering(reader, page)}
                </aside>
                <div class="stack">
                    {gallery(reader, sheet)}
                    {about(reader, sheet)}
                    {attributes(reader, sheet)}
                    {allergens(reader, sheet)}
                    {documents(reader, sheet)}
                    {substitutes(reader, sheet)}
                    {suggested(reader, page)}
                </div>
            </div>
        </main>
    }
    .into_any()
}

/// What is new about it, and what goes with it: behind all that the page is for.
fn suggested(reader: &Reader, page: &ProductPage) -> impl IntoView + use<> {
    let product = page.sheet.product.to_string();
    let own = Buttons { leads: Leads::ToOwn(&product), dismisses: page.dismisses };
    // one form for the buttons of both
    let beside = if page.news.is_some() { Buttons { leads: Leads::ToBeside, ..own } } else { own };
    view! {
        {news(reader, page.news.as_slice(), own, page.fills)}
        {suggestions(reader, &page.suggested, beside, false)}
    }
}

/// `zak van 25 kg`, `stuk`
pub fn pack_text(lang: Lang, pack: &Packing) -> String {
    let one = Quantity::whole(1);
    let unit = words::unit(lang, &pack.unit.code, one);
    if pack.unit.code == pack.base_unit {
        return unit.to_owned();
    }
    let factor = pack.unit.factor;
    let content = format!("{}\u{a0}{}", format::quantity(lang, factor), words::unit(lang, &pack.base_unit, factor));
    s::pack_of(lang, unit, &content)
}

fn ordering(reader: &Reader, page: &ProductPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let sheet = &page.sheet;
    let pack = &sheet.pack;
    let price = sheet.article.as_ref().and_then(|a| price(reader, a));
    let mut facts = vec![(s::packed(lang).to_owned(), pack_text(lang, pack))];
    let least = pack.unit.least();
    if least > Quantity::whole(1) {
        facts.push((s::at_least(lang).to_owned(), words::amount_of(lang, least, &pack.unit.code)));
    }
    if pack.unit.multiple > Quantity::whole(1) {
        facts.push((s::by_multiple(lang).to_owned(), words::amount_of(lang, pack.unit.multiple, &pack.unit.code)));
    }
    // what three of them are, or as many as can be had
    let some = match pack.unit.check(Quantity::whole(3)) {
        Ok(three) => three,
        Err(_) => least,
    };
    let packs = sheet.article.as_ref().map_or(&[][..], |a| &a.packs);
    facts.extend(packs.iter().map(|p| {
        (words::unit(lang, &p.code, Quantity::whole(1)).to_owned(), words::amount_of(lang, p.holds, &pack.unit.code))
    }));
    let same = words::equivalents(lang, &equivalents(some, &pack.unit, &pack.base_unit, &[]));
    if !same.is_empty() {
        facts.push((s::that_is(lang).to_owned(), format!("{} {same}", words::amount_of(lang, some, &pack.unit.code))));
    }
    let facts =
        facts.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }).collect_view();
    let take = match &sheet.article {
        Some(article) if page.fills => Either::Left(take(reader, page, article)),
        Some(_) => Either::Right(None),
        None => Either::Right(Some(view! { <p class="tip">{s::not_ordered_here(lang)}</p> })),
    };
    let onto = (page.fills && sheet.article.is_some()).then(|| onto(reader, sheet.product, &page.lists));
    view! {
        <section class="card stack buy">
            {price}
            {stock(reader, sheet.stock)}
            <dl class="facts">{facts}</dl>
            {take}
            {onto}
        </section>
    }
}

/// His price with its tiers; opened, it says why.
fn price(reader: &Reader, a: &Article) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let tiered = a.conditions.as_ref()?.tiered();
    let tiers = (!tiered.tiers.is_empty()).then(|| {
        let rows = tiered
            .tiers
            .iter()
            .map(|tier| {
                let from = s::from_so_many(lang, &words::amount_of(lang, tier.from, &a.unit.code));
                let price = reader.unit_price(tier.price);
                view! { <div><dt>{from}</dt><dd>{price}</dd></div> }
            })
            .collect_view();
        view! { <dl class="facts">{rows}</dl> }
    });
    let name = a.deposit.as_ref().map(|deposit| deposit.name.clone());
    let lent = crate::article::deposit(reader, a)
        .zip(name)
        .map(|(text, name)| view! { <p class="lent">{text} ", " {name}</p> });
    let bundle = crate::article::bundle(reader, a).map(|text| view! { <p class="promotion">{text}</p> });
    Some(view! { <div class="cost">{crate::article::price(reader, a)}{lent}</div> {bundle} {tiers} })
}

fn stock(reader: &Reader, told: Option<StockTold>) -> impl IntoView + use<> {
    let lang = reader.lang;
    let Some(told) = told else {
        return Either::Left(view! { <p class="stock"><span class="badge">{s::stock_unknown(lang)}</span></p> });
    };
    let old = told.is_old(reader.now);
    let (class, text) = match told.stock {
        Stock::InStock => ("badge good", s::in_stock(lang).to_owned()),
        Stock::Expected(day) if day < reader.today() => ("badge warn", s::was_expected_on(lang, &reader.date(day))),
        Stock::Expected(day) => ("badge open", s::expected_on(lang, &reader.date(day))),
        Stock::Unknown => ("badge", s::stock_unknown(lang).to_owned()),
    };
    let moment = s::as_of(lang, &reader.moment(told.at));
    let age = old.then(|| view! { <small class="warn">{s::older_than_a_day(lang)}</small> });
    Either::Right(view! { <p class="stock"><span class=class>{text}</span><small>{moment}</small>{age}</p> })
}

/// The quantity, saved by the verb of the own list.
fn take(reader: &Reader, page: &ProductPage, a: &Article) -> impl IntoView + use<> {
    let lang = reader.lang;
    let id = a.product.to_string();
    let field = format!("quantity.{id}");
    let there = a.quantity > Quantity::ZERO;
    // the button does something as it stands: as many as usual, or the fewest there can be
    let likely = proposed(a).filter(|usual| *usual > Quantity::ZERO).unwrap_or_else(|| a.unit.least());
    let quantity = if there { a.quantity } else { likely };
    let value = page.filled.value(&field, format::typed_quantity(lang, quantity));
    let refusal = page.filled.refusal(&field).map(|r| reader.refusal(r));
    let invalid = refusal.is_some().then_some("true");
    let error_id = format!("{}-e", id_of(&field));
    let described = refusal.is_some().then(|| error_id.clone());
    let error = refusal.map(|text| view! { <p class="err" id=error_id>{text}</p> });
    let many = words::unit(lang, &a.unit.code, Quantity::whole(2)).to_owned();
    let seen = if there { format!("{id}={}", a.quantity.0) } else { String::new() };
    let by = a.added_by.as_ref().filter(|_| there).map(|by| {
        let text = t::added_by(lang, by);
        view! { <p class="tip">{text}</p> }
    });
    let worth = page.filled.refusal(&field).is_none().then(|| worth(reader, a, quantity));
    let button = if there { s::change_basket(lang) } else { t::into_basket(lang) };
    let title = a.title().to_owned();
    view! {
        <form class="stack-s" method="post" action="/basket/lines" novalidate>
            {reader.site_field()}
            <input type="hidden" name="page" value=id.clone()/>
            <input type="hidden" name="seen" value=seen/>
            // the first button of a form is what Enter presses
            <button class="sr" name="go" value="product" tabindex="-1">{button}</button>
            <label class="label" for=id_of(&field)>{s::how_many_units(lang, &many)}</label>
            <div class="row">
                <div class="step">
                    <button name="less" value=id.clone() aria-label=t::less(lang, &title)>"−"</button>
                    <input id=id_of(&field) name=field inputmode="decimal" autocomplete="off" value=value placeholder="0"
                        aria-invalid=invalid aria-describedby=described/>
                    <button name="more" value=id aria-label=t::more(lang, &title)>"+"</button>
                    <span>{many.clone()}</span>
                </div>
            </div>
            {error}
            {worth}
            {by}
            <button class="btn primary big block" name="go" value="product">{button}</button>
        </form>
    }
}

/// What so many come to, and what more of them would save.
fn worth(reader: &Reader, a: &Article, quantity: Quantity) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let article = Article { quantity, ..a.clone() };
    let amount = reader.money(article.amount()?);
    let amount = if a.unit.priced_by.tolerance().is_some() { t::about(lang, &amount) } else { amount };
    let tier = tier_hint(lang, reader.currency, article.conditions.as_ref()?.tiered(), quantity, &a.unit);
    let tier = tier.map(|text| view! { <p class="tier">{text}</p> });
    Some(view! { <p class="small">{words::amount_of(lang, quantity, &a.unit.code)} ": " <b>{amount}</b></p> {tier} })
}

fn gallery(reader: &Reader, sheet: &Sheet) -> Option<impl IntoView + use<>> {
    if sheet.pictures.is_empty() {
        return None;
    }
    let lang = reader.lang;
    let pictures = sheet
        .pictures
        .iter()
        .enumerate()
        .map(|(i, picture)| {
            let address = format!("/products/{}/pictures/{}", sheet.product, picture.hash);
            let alt = s::picture_of(lang, &sheet.name, i + 1);
            let img = img(&address, picture, alt, i == 0);
            view! { <li><a href=address>{img}</a></li> }
        })
        .collect_view();
    Some(view! { <section aria-label=s::pictures(lang)><ul class="gallery">{pictures}</ul></section> })
}

/// In the size that is needed; its place is kept before it arrives.
pub fn img(address: &str, picture: &Picture, alt: String, first: bool) -> impl IntoView + use<> {
    let small = format!("{address}?size=small");
    let set = format!("{small} {}w, {address} {}w", picture.small_width(), picture.width);
    let sizes = if first { "(min-width: 62rem) 28rem, 90vw" } else { "10rem" };
    let loading = if first { "eager" } else { "lazy" };
    view! {
        <img src=small srcset=set sizes=sizes width=picture.width.to_string() height=picture.height.to_string() loading=loading
            decoding="async" alt=alt/>
    }
}

fn about(reader: &Reader, sheet: &Sheet) -> Option<impl IntoView + use<>> {
    let paragraphs: Vec<String> =
        sheet.text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect();
    if paragraphs.is_empty() {
        return None;
    }
    let paragraphs = paragraphs.into_iter().map(|p| view! { <p>{p}</p> }).collect_view();
    Some(view! { <section class="card prose"><h2>{s::about(reader.lang)}</h2>{paragraphs}</section> })
}

fn attributes(reader: &Reader, sheet: &Sheet) -> Option<impl IntoView + use<>> {
    if sheet.attributes.is_empty() {
        return None;
    }
    let lang = reader.lang;
    let rows = sheet
        .attributes
        .iter()
        .map(|(attribute, value)| {
            let name = attribute.names.get(lang).to_owned();
            let value = value_text(lang, &attribute.kind, value);
            view! { <tr><th scope="row">{name}</th><td>{value}</td></tr> }
        })
        .collect_view();
    Some(view! {
        <section class="card"><h2 id="h-attr">{s::attributes(lang)}</h2><table class="pairs" aria-labelledby="h-attr"><tbody>{rows}</tbody></table></section>
    })
}

/// `11,5 %`, `ja`, `Frans`
pub fn value_text(lang: Lang, kind: &AttributeKind, value: &AttributeValue) -> String {
    match (value, kind) {
        (AttributeValue::Number(number), AttributeKind::Number { unit, decimals }) => {
            let number = format::measure(lang, *number, *decimals);
            if unit.is_empty() { number } else { format!("{number}\u{a0}{unit}") }
        }
        (AttributeValue::Number(number), _) => format::measure(lang, *number, 0),
        (AttributeValue::YesNo(true), _) => s::yes(lang).to_owned(),
        (AttributeValue::YesNo(false), _) => s::no(lang).to_owned(),
        (AttributeValue::Text(text), _) => text.clone(),
    }
}

fn allergens(reader: &Reader, sheet: &Sheet) -> impl IntoView + use<> {
    let lang = reader.lang;
    let said = &sheet.declaration;
    let nothing = said.with(Presence::NotDeclared).len() == 14;
    let told = if nothing {
        Either::Left(view! { <p class="muted">{s::nothing_declared(lang)}</p> })
    } else {
        let groups = Presence::ALL
            .into_iter()
            .map(|presence| (presence, said.with(presence)))
            .filter(|(_, allergens)| !allergens.is_empty())
            .map(|(presence, allergens)| {
                let (class, title) = match presence {
                    Presence::Contains => ("has", s::contains(lang)),
                    Presence::MayContain => ("may", s::may_contain(lang)),
                    Presence::Without => ("not", s::does_not_contain(lang)),
                    Presence::NotDeclared => ("unsaid", s::not_declared(lang)),
                };
                let tip =
                    (presence == Presence::NotDeclared).then(|| view! { <small>{s::not_declared_tip(lang)}</small> });
                let names = allergens.into_iter().map(|a| words::allergen(lang, a)).collect::<Vec<_>>().join(", ");
                view! { <div class=class><dt>{title}</dt><dd>{names}{tip}</dd></div> }
            })
            .collect_view();
        Either::Right(view! { <dl class="allergens">{groups}</dl> })
    };
    view! { <section class="card"><h2>{t::allergens(lang)}</h2>{told}</section> }
}

fn documents(reader: &Reader, sheet: &Sheet) -> Option<impl IntoView + use<>> {
    let (newest, older) = sheet.documents.split_first()?;
    let lang = reader.lang;
    let last: Option<DateTime<Utc>> = sheet.last_ordered;
    let changed = last.filter(|_| changed_since(&sheet.documents, last)).map(|last| {
        let text = s::changed_since(lang, &reader.date(reader.local(last).date()));
        view! { <p><span class="badge warn">{text}</span></p> }
    });
    let older = (!older.is_empty()).then(|| {
        let rows = older.iter().map(|d| view! { <li>{document(reader, sheet, d)}</li> }).collect_view();
        view! { <details class="drop"><summary class="plain">{s::older_versions(lang)}</summary><div><ul class="stack-s">{rows}</ul></div></details> }
    });
    Some(view! {
        <section class="card stack-s">
            <h2>{s::sheets(lang)}</h2>
            {changed}
            <p class="newest">{document(reader, sheet, newest)}</p>
            {older}
        </section>
    })
}

fn document(reader: &Reader, sheet: &Sheet, d: &Document) -> impl IntoView + use<> {
    let lang = reader.lang;
    let address = format!("/products/{}/documents/{}", sheet.product, d.hash);
    let name = s::sheet_version(lang, d.version);
    let told = format!("{} · PDF, {}", format::full_date(lang, d.dated_on), format::file_size(lang, d.size));
    view! { <a href=address download>{name}</a> " " <small class="muted">{told}</small> }
}

fn substitutes(reader: &Reader, sheet: &Sheet) -> Option<impl IntoView + use<>> {
    if sheet.substitutes.is_empty() {
        return None;
    }
    let lang = reader.lang;
    let rows = sheet
        .substitutes
        .iter()
        .map(|a| {
            let pack = Packing { unit: a.unit.clone(), base_unit: a.base_unit.clone() };
            let under = format!("{} · {}", a.sku, pack_text(lang, &pack));
            let price = a.price().map(|price| {
                let unit = words::unit(lang, a.unit.priced_in(&a.base_unit), Quantity::whole(1));
                format!("{} / {unit}", reader.unit_price(price.amount))
            });
            view! {
                <li><span><a href=format!("/products/{}", a.product)>{a.title().to_owned()}</a><small>{under}</small></span><span class="nowrap small">{price}</span></li>
            }
        })
        .collect_view();
    Some(view! { <section class="card"><h2>{s::substitutes(lang)}</h2><ul class="picklist">{rows}</ul></section> })
}
