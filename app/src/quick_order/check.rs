//! The check screen: one row for every row that was read, with what it says, which article that is, and how many. It is a
//! plain form that carries the rows, so nothing is stored before the button is pressed, and nothing typed is lost.

use std::collections::HashMap;

use domain::{
    ProductId, Quantity, Refusal,
    basket::totals,
    product::Article,
    quick_order::{Checked, Found, State, amount},
    succession::Replacement,
};
use leptos::{either::Either, prelude::*};

use crate::{
    i18n::{quick as q, sheet as s, texts as t, words},
    page::Reader,
};

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct CheckPage {
    pub rows: Vec<Checked>,
    /// Those that the rows are about.
    pub articles: HashMap<ProductId, Article>,
    /// What of them can no longer be ordered, and what takes its place.
    pub replaced: Vec<Replacement>,
    /// The name of the file, if it was one.
    pub file: String,
    /// The number and the names of the row that names the columns.
    pub header: Option<(u32, String)>,
    pub add_up: bool,
    /// How many rows went into the basket just now.
    pub put: usize,
    /// Why none did.
    pub refusal: Option<Refusal>,
}

pub fn page(reader: &Reader, page: &CheckPage) -> AnyView {
    let lang = reader.lang;
    let of = |state: State| page.rows.iter().filter(move |row| row.state == state);
    let doubtful = of(State::Doubtful).count();
    let put = (page.put > 0).then(|| {
        let text = q::were_put(lang, page.put);
        let rest = q::rest_stays(lang);
        view! { <p class="notice good" role="status">{text}". " {rest} " " <a href="/basket">{t::to_basket(lang)}</a></p> }
    });
    let refusal = page.refusal.as_ref().map(|refusal| {
        let text = reader.refusal(refusal);
        view! { <div class="notice bad" role="alert" id="errors" tabindex="-1"><p>{text}</p></div> }
    });
    let read = (!page.file.is_empty()).then(|| q::read_from(lang, &page.file));
    let header = page.header.as_ref().map(|(number, names)| q::header_row(lang, *number, names));
    let read: Vec<String> = read.into_iter().chain(header).collect();
    let read = (!read.is_empty()).then(|| view! { <p>{read.join(". ")}</p> });
    let twice = page.add_up || page.rows.iter().any(|row| !row.same.is_empty());
    let add_up = twice.then(|| {
        view! {
            <label class="tick notice warn"><input type="checkbox" name="add_up" value="true" checked=page.add_up/><span>{q::add_up(lang)}</span></label>
        }
    });
    let to_check = group(reader, page, State::Doubtful, q::to_check(lang));
    let ready = group(reader, page, State::Ready, q::in_order(lang));
    let dropped = group(reader, page, State::Dropped, q::left_out(lang));
    view! {
        <main class="page" id="main">
            {refusal}
            {put}
            <div class="head">
                <p><a href="/quick-order">{t::quick_order(lang)}</a></p>
                <h1>{q::still_to_check(lang, doubtful)}</h1>
                {read}
            </div>
            <form method="post" action="/quick-order/check" novalidate>
                // Enter in a field checks again; it never orders
                <button class="sr" name="go" value="check" tabindex="-1">{q::check_again(lang)}</button>
                {reader.site_field()}
                <input type="hidden" name="file" value=page.file.clone()/>
                {page.header.as_ref().map(|(number, names)| view! { <input type="hidden" name="header" value=format!("{number} {names}")/> })}
                {add_up}
                <div class="list check">{to_check}{ready}{nothing(reader, page)}{dropped}</div>
                {bar(reader, page)}
            </form>
        </main>
    }
    .into_any()
}

fn group(reader: &Reader, page: &CheckPage, state: State, title: &str) -> Option<impl IntoView + use<>> {
    let rows: Vec<&Checked> = page.rows.iter().filter(|row| row.state == state).collect();
    if rows.is_empty() {
        return None;
    }
    let id = format!("h-{state:?}");
    let title = format!("{title} ({})", rows.len());
    let rows = rows.into_iter().map(|checked| row(reader, page, checked)).collect_view();
    let labelled = id.clone();
    Some(view! { <section aria-labelledby=labelled><h2 id=id>{title}</h2><ul>{rows}</ul></section> })
}

/// Many rows without a quantity are how a list of one's own looks that was filled in for a few: they are folded.
fn nothing(reader: &Reader, page: &CheckPage) -> Option<impl IntoView + use<>> {
    const FEW: usize = 20;
    let rows: Vec<&Checked> = page.rows.iter().filter(|row| row.state == State::Nothing).collect();
    if rows.is_empty() {
        return None;
    }
    let title = format!("{} ({})", q::without_quantity(reader.lang), rows.len());
    let open = rows.len() <= FEW;
    let rows = rows.into_iter().map(|checked| row(reader, page, checked)).collect_view();
    Some(view! { <details class="folded" open=open><summary>{title}</summary><ul>{rows}</ul></details> })
}

fn row(reader: &Reader, page: &CheckPage, checked: &Checked) -> impl IntoView + use<> {
    let lang = reader.lang;
    let read = &checked.line.row;
    let number = read.number;
    let article = checked.article.and_then(|article| page.articles.get(&article));
    let ways = read
        .ways
        .iter()
        .map(|way| view! { <input type="hidden" name=format!("w.{number}") value=way.clone()/> })
        .collect_view();
    let typed = read.ways.join(" · ");
    let refusal = checked.quantity.as_ref().err().filter(|_| checked.state != State::Dropped);
    let error = refusal.map(|refusal| reader.refusal(refusal));
    let error_id = format!("e-{number}");
    let described = error.is_some().then(|| error_id.clone());
    let invalid = error.is_some().then_some("true");
    let error = error.map(|text| view! { <p class="err" id=error_id>{text}</p> });
    let same = (!checked.same.is_empty()).then(|| {
        let rows = q::these_rows(lang, &checked.same);
        let (class, text) = match checked.state {
            State::Ready => ("muted small", q::together_with(lang, &rows)),
            _ => ("warnline", q::same_as(lang, &rows)),
        };
        view! { <p class=class>{text}</p> }
    });
    let there = article.filter(|a| a.quantity > Quantity::ZERO && checked.state != State::Dropped).map(|a| {
        let amount = |quantity| words::amount_of(lang, quantity, &a.unit.code);
        let text = match &checked.quantity {
            Ok(then) if *then > Quantity::ZERO && *then != a.quantity && checked.same.is_empty() => {
                q::was_in_basket(lang, &amount(a.quantity), &amount(*then))
            }
            _ => q::is_in_basket(lang, &amount(a.quantity)),
        };
        view! { <p class="muted small">{text}</p> }
    });
    // `50 kg` of what comes in bags
    let read_as = article.zip(checked.quantity.as_ref().ok()).filter(|(a, quantity)| {
        **quantity > Quantity::ZERO && checked.state != State::Dropped && amount::is_otherwise(&read.quantity, a)
    });
    let read_as = read_as.map(|(a, quantity)| {
        let text = q::read_as(lang, &read.quantity, &words::amount_of(lang, *quantity, &a.unit.code));
        view! { <p class="small">{text}</p> }
    });
    let unit = article.map(|a| words::unit(lang, &a.unit.code, Quantity::whole(1)).to_owned());
    let dropped = checked.line.dropped;
    let class = match checked.state {
        State::Doubtful => "doubtful",
        State::Dropped => "dropped",
        _ => "",
    };
    view! {
        <li class=class id=format!("r-{number}")>
            {ways}
            <p class="typed"><small>{t::row_number(lang, number as usize)}</small> " " {typed}</p>
            <div class="what">{what(reader, page, checked)}{read_as}{same}{there}</div>
            <div class="many">
                <input class="in num" name=format!("q.{number}") value=read.quantity.clone() inputmode="decimal" autocomplete="off"
                    aria-label=q::quantity_of_row(lang, number) aria-invalid=invalid aria-describedby=described/>
                <span>{unit}</span>
            </div>
            <label class="tick drop"><input type="checkbox" name=format!("x.{number}") value="true" checked=dropped aria-label=q::leave_out_row(lang, number)/><span>{q::leave_out(lang)}</span></label>
            {error}
        </li>
    }
}

/// The article, or how to find it.
fn what(reader: &Reader, page: &CheckPage, checked: &Checked) -> impl IntoView + use<> {
    let lang = reader.lang;
    let number = checked.line.row.number;
    let article = checked.article.and_then(|article| page.articles.get(&article));
    let searched = checked.line.search.clone();
    let used = (!searched.is_empty())
        .then(|| view! { <input type="hidden" name=format!("u.{number}") value=searched.clone()/> });
    let search = |label: &'static str| {
        view! {
            <input class="in" type="search" name=format!("s.{number}") value=searched.clone() autocomplete="off" placeholder=label
                aria-label=q::search_for_row(lang, number)/>
        }
    };
    let replaced = match checked.found {
        Found::Replaced { of, .. } => page.replaced.iter().find(|replacement| replacement.of == of),
        _ => None,
    };
    let instead = replaced.map(|replacement| {
        let text = s::replaced_by(lang, &replacement.of_title, replacement.by.title());
        // what is not in his list yet, is agreed to where its pack and its price stand
        let link = checked.candidates.is_empty().then(|| {
            view! { " " <a href=format!("/products/{}", replacement.of)>{s::see_it(lang)}</a> }
        });
        view! { <p class="warnline">{text} " " {replacement.reason.clone()} {link}</p> }
    });
    if checked.candidates.is_empty() {
        return Either::Left(match article {
            Some(article) => Either::Left(
                view! { <p><b>{article.title().to_owned()}</b> " " <small>{article.sku.clone()}</small></p> },
            ),
            None => Either::Right({
                let text = if checked.line.row.ways.is_empty() { q::names_nothing(lang) } else { q::not_in_list(lang) };
                let told = match instead {
                    Some(instead) => Either::Left(instead),
                    None => Either::Right(view! { <p class="warnline">{text}</p> }),
                };
                view! { {told} {used} {search(q::search_again(lang))} }
            }),
        });
    }
    let asks = match (&checked.found, checked.candidates.len()) {
        (Found::Likely(_), _) | (Found::Doubtful(_), 1) => Some(q::is_it_this(lang)),
        (Found::Doubtful(_), _) => Some(q::which_is_it(lang)),
        _ => None,
    };
    let asks = asks.map(|text| view! { <p class="warnline">{text}</p> });
    let options = checked
        .candidates
        .iter()
        .filter_map(|product| page.articles.get(product))
        .map(|a| {
            let selected = Some(a.product) == checked.article;
            let text = format!("{} · {}", a.title(), a.sku);
            view! { <option value=a.product.to_string() selected=selected>{text}</option> }
        })
        .collect_view();
    let open = !searched.is_empty();
    Either::Right(view! {
        {instead}
        {asks}
        <select class="in" name=format!("a.{number}") aria-label=q::article_of_row(lang, number)>
            <option value="">{q::choose(lang)}</option>
            {options}
        </select>
        <details class="else" open=open><summary>{q::something_else(lang)}</summary>{used}{search(q::search_again(lang))}</details>
    })
}

/// What goes into the basket if the form is sent as it stands.
fn bar(reader: &Reader, page: &CheckPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let going: Vec<&Checked> = page.rows.iter().filter(|row| row.goes()).collect();
    let lines: Vec<Article> = going
        .iter()
        .filter_map(|row| {
            let quantity = row.quantity.clone().ok()?;
            Some(Article { quantity, ..page.articles.get(&row.article?)?.clone() })
        })
        .collect();
    let net = totals(&lines).filter(|_| !lines.is_empty()).map(|totals| reader.money(totals.net));
    let beside = net.as_ref().map(|_| format!(" {}", t::articles_net(lang, distinct(&lines))));
    let strong = net.unwrap_or_else(|| t::articles(lang, distinct(&lines)));
    let put = if going.is_empty() { t::into_basket(lang).to_owned() } else { q::put(lang, going.len()) };
    view! {
        <div class="bar">
            <div><p><b>{strong}</b>{beside}</p></div>
            <div class="row nowrap-row verbs">
                <button class="btn" name="go" value="check">{q::check_again(lang)}</button>
                <button class="btn primary" name="go" value="put">{put}</button>
            </div>
        </div>
    }
}

fn distinct(lines: &[Article]) -> usize {
    lines.iter().map(|a| a.product).collect::<std::collections::BTreeSet<_>>().len()
}
