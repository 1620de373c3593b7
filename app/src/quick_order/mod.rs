//! Quick order: one article after the other by keyboard, scanner or camera, or a list in one go, pasted or as a file.
//! What a list says is shown on the [`check`] screen before it counts.

pub mod check;

use domain::{Quantity, Refusal, product::Article};
use leptos::prelude::*;

use crate::{
    form::area_text,
    i18n::{quick as q, texts as t, words},
    island::entry::Entry as EntryIsland,
    page::Reader,
};

/// The largest file, in bytes, and as people say it.
pub const LARGEST_FILE: usize = MEGABYTES * 1024 * 1024;
pub const MEGABYTES: usize = 2;

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct QuickOrderPage {
    pub entry: Entry,
    /// Own codes and titles, offered while somebody types.
    pub suggestions: Vec<(String, String)>,
    /// A row that could be typed, of an article of his own; empty where he has none.
    pub example: String,
    /// The rows as they were typed.
    pub lines: String,
    pub wrong: Option<Wrong>,
}

/// Why a list was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// What was typed or pasted.
    Lines(Refusal),
    File(Refusal),
    Unreadable(Unreadable),
    /// Nothing of it is about this form alone.
    Whole(Refusal),
}

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Empty,
    Unknown,
    Old,
    Damaged,
    TooLarge,
}

/// One article after the other.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// What was typed and came to nothing.
    pub code: String,
    pub quantity: String,
    pub said: Option<Said>,
    /// What was just entered, the last first, with what lies in the basket now.
    pub recent: Vec<Article>,
    /// What came to nothing so far: `code<tab>quantity`.
    pub kept: Vec<String>,
}

/// What came of the last one.
#[derive(Clone, Debug)]
pub enum Said {
    /// The article as it is in the basket now.
    Now(Box<Article>),
    NotFound(String),
    /// What was typed, and what it may be.
    Which(String, Vec<Article>),
    Refused(String, Refusal),
}

pub fn page(reader: &Reader, page: &QuickOrderPage) -> AnyView {
    let lang = reader.lang;
    let whole = match &page.wrong {
        Some(Wrong::Whole(refusal)) => Some(reader.refusal(refusal)),
        _ => None,
    };
    let whole =
        whole.map(|text| view! { <div class="notice bad" role="alert" id="errors" tabindex="-1"><p>{text}</p></div> });
    view! {
        <main class="page narrow" id="main">
            {whole}
            <div class="head"><p><a href="/order">{t::own_list(lang)}</a></p><h1>{t::quick_order(lang)}</h1></div>
            <div class="stack">
                {entry(reader, page)}
                {block(reader, page)}
                {file(reader, page)}
            </div>
        </main>
    }
    .into_any()
}

/// One line to type in, and what came of it. The regions marked `data-part` are all that changes after each.
fn entry(reader: &Reader, page: &QuickOrderPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let entry = &page.entry;
    let suggestions = page
        .suggestions
        .iter()
        .map(|(code, title)| view! { <option value=code.clone()>{title.clone()}</option> })
        .collect_view();
    let said = entry.said.as_ref().map(|said| told(reader, said, &entry.quantity));
    let bad = entry.said.as_ref().is_some_and(|said| !matches!(said, Said::Now(_)));
    let of_quantity = matches!(entry.said, Some(Said::Refused(..)));
    let invalid = move |here: bool| (bad && here).then_some("true");
    view! {
        <form class="card stack entry" id="entry" method="post" action="/quick-order/line" novalidate>
            {reader.site_field()}
            <div><h2>{q::one_by_one(lang)}</h2><p class="tip" id="t-code">{q::one_by_one_tip(lang)}</p></div>
            <div class="line">
                <div class="field">
                    <label for="f-code">{q::code_or_name(lang)}</label>
                    <input class="in" id="f-code" name="code" list="own" value=entry.code.clone() autocomplete="off" autocapitalize="off"
                        spellcheck="false" autofocus enterkeyhint="send" aria-describedby="t-code said" aria-invalid=invalid(!of_quantity)/>
                </div>
                <div class="field few">
                    <label for="f-quantity">{q::quantity(lang)}</label>
                    <input class="in num" id="f-quantity" name="quantity" inputmode="decimal" value=entry.quantity.clone() autocomplete="off"
                        placeholder="1" enterkeyhint="send" aria-describedby="said" aria-invalid=invalid(of_quantity)/>
                </div>
                <button class="btn primary">{t::add(lang)}</button>
            </div>
            <EntryIsland lang=lang/>
            <div class="said" id="said" role="status" data-part>{said}</div>
            <div class="stack" data-part>
                {kept(reader, entry)}
                {recent(reader, entry)}
            </div>
            <datalist id="own">{suggestions}</datalist>
        </form>
    }
}

fn told(reader: &Reader, said: &Said, quantity: &str) -> impl IntoView + use<> {
    let lang = reader.lang;
    let (class, text) = match said {
        Said::Now(article) if article.quantity == Quantity::ZERO => ("good", q::out_of_basket(lang, article.title())),
        Said::Now(article) => ("good", now(reader, article)),
        Said::NotFound(typed) => ("bad", q::not_found(lang, typed)),
        Said::Which(typed, _) => ("warn", q::which_one(lang, typed)),
        Said::Refused(title, refusal) if title.is_empty() => ("bad", reader.refusal(refusal)),
        Said::Refused(title, refusal) => ("bad", t::of(lang, title, &reader.refusal(refusal))),
    };
    let choices = match said {
        Said::Which(_, articles) => Some({
            let buttons = articles
                .iter()
                .map(|a| {
                    let code = a.own_code.clone().unwrap_or_else(|| a.sku.clone());
                    view! { <li><button class="btn" name="product" value=a.product.to_string()>{a.title().to_owned()} <small>{code}</small></button></li> }
                })
                .collect_view();
            view! { <input type="hidden" name="asked" value=quantity.to_owned()/> <ul class="choices">{buttons}</ul> }
        }),
        _ => None,
    };
    view! { <p class=format!("notice slim {class}")>{text}</p> {choices} }
}

fn now(reader: &Reader, article: &Article) -> String {
    let quantity = words::amount_of(reader.lang, article.quantity, &article.unit.code);
    q::now_in_basket(reader.lang, article.title(), &quantity)
}

/// What came to nothing is not lost: it can be looked at together, on the check screen.
fn kept(reader: &Reader, entry: &Entry) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    if entry.kept.is_empty() {
        return None;
    }
    let rows = entry
        .kept
        .iter()
        .map(|line| {
            let shown = line.replace('\t', " × ");
            let label = q::forget_one(lang, &shown);
            view! {
                <li>
                    <input type="hidden" name="kept" value=line.clone()/>
                    <span>{shown}</span>
                    <button class="plain" name="forget" value=line.clone() aria-label=label>{t::remove(lang)}</button>
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <section aria-labelledby="h-kept">
            <div class="row between"><h3 id="h-kept">{q::kept_for_you(lang)}</h3><button class="btn" formaction="/quick-order">{q::check_these(lang)}</button></div>
            <ul class="picklist">{rows}</ul>
        </section>
    })
}

fn recent(reader: &Reader, entry: &Entry) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    if entry.recent.is_empty() {
        return None;
    }
    let ids: Vec<String> = entry.recent.iter().map(|a| a.product.to_string()).collect();
    let rows = entry
        .recent
        .iter()
        .map(|a| {
            let (id, title) = (a.product.to_string(), a.title().to_owned());
            let amount = words::amount_of(lang, a.quantity, &a.unit.code);
            let nothing = a.quantity == Quantity::ZERO;
            view! {
                <li>
                    <div>{title.clone()}<small>{a.sku.clone()}</small></div>
                    <div class="row nowrap-row">
                        <button class="btn round" name="less" value=id.clone() disabled=nothing aria-label=t::less(lang, &title)>"−"</button>
                        <b class="amount">{amount}</b>
                        <button class="btn round" name="more" value=id aria-label=t::more(lang, &title)>"+"</button>
                    </div>
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <section aria-labelledby="h-recent">
            <input type="hidden" name="recent" value=ids.join(" ")/>
            <div class="row between"><h3 id="h-recent">{q::just_added(lang)}</h3><a href="/basket">{t::to_basket(lang)}</a></div>
            <ul class="picklist">{rows}</ul>
        </section>
    })
}

/// A list in one go, pasted or typed. Not one form with the file: this one waits where somebody must sign in again.
fn block(reader: &Reader, page: &QuickOrderPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let refused = match &page.wrong {
        Some(Wrong::Lines(refusal)) => Some(reader.refusal(refusal)),
        _ => None,
    };
    let (lines, example) = (area_text(&page.lines), page.example.clone());
    view! {
        <form class="card stack" method="post" action="/quick-order">
            {reader.site_field()}
            <h2>{q::block(lang)}</h2>
            {field("f-lines", t::rows(lang), q::block_tip(lang).to_owned(), refused, move |described, invalid| view! {
                <textarea class="in rows" id="f-lines" name="lines" rows="8" spellcheck="false" autocapitalize="off"
                    aria-describedby=described aria-invalid=invalid placeholder=example>{lines}</textarea>
            }.into_any())}
            <div class="row"><button class="btn primary">{q::read_it(lang)}</button></div>
        </form>
    }
}

/// A list as a file.
fn file(reader: &Reader, page: &QuickOrderPage) -> impl IntoView + use<> {
    const KINDS: &str = ".xlsx,.ods,.csv,.txt,.tsv,text/csv,text/plain,application/vnd.oasis.opendocument.spreadsheet,\
        application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let lang = reader.lang;
    let refused = match &page.wrong {
        Some(Wrong::File(refusal)) => Some(reader.refusal(refusal)),
        Some(Wrong::Unreadable(what)) => Some(unreadable(reader, *what)),
        _ => None,
    };
    let rows = reader.quantity(Quantity::whole(i64::try_from(domain::quick_order::MOST).unwrap_or_default()));
    view! {
        <form class="card stack" method="post" action="/quick-order" enctype="multipart/form-data">
            {reader.site_field()}
            <h2>{q::a_file(lang)}</h2>
            {field("f-file", q::file_label(lang), q::file_tip(lang, MEGABYTES, &rows), refused, |described, invalid| view! {
                <input class="in file" type="file" id="f-file" name="file" aria-describedby=described aria-invalid=invalid accept=KINDS/>
            }.into_any())}
            <div class="row between">
                <button class="btn primary">{q::read_it(lang)}</button>
                <p class="small muted">
                    {q::sample_tip(lang)} " " <a href="/quick-order/sample.xlsx" download="">"Excel"</a> " · " <a href="/quick-order/sample.csv" download="">"CSV"</a>
                </p>
            </div>
        </form>
    }
}

/// A labelled field with its tip and its message.
fn field(
    id: &'static str,
    label: &'static str,
    tip: String,
    message: Option<String>,
    input: impl FnOnce(String, Option<&'static str>) -> AnyView,
) -> AnyView {
    let class = if message.is_some() { "field bad" } else { "field" };
    let described = if message.is_some() { format!("{id}-e {id}-t") } else { format!("{id}-t") };
    let invalid = message.is_some().then_some("true");
    let input = input(described, invalid);
    let error = message.map(|text| view! { <p class="err" id=format!("{id}-e") role="alert">{text}</p> });
    view! {
        <div class=class>
            <label for=id>{label}</label>
            <p class="tip" id=format!("{id}-t")>{tip}</p>
            {input}
            {error}
        </div>
    }
    .into_any()
}

fn unreadable(reader: &Reader, what: Unreadable) -> String {
    let lang = reader.lang;
    match what {
        Unreadable::Empty => q::file_empty(lang).to_owned(),
        Unreadable::Unknown => q::file_unknown(lang).to_owned(),
        Unreadable::Old => q::file_old(lang).to_owned(),
        Unreadable::Damaged => q::file_damaged(lang).to_owned(),
        Unreadable::TooLarge => q::file_too_large(lang, MEGABYTES),
    }
}
