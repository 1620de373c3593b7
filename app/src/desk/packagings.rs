//! Returnable packaging: all kinds, and beside them the form of one of them or of a new one.

use domain::packaging::Packaging;
use leptos::prelude::*;

use crate::{
    form::{Field, Filled},
    i18n::{format, packaging as k, texts as t, words},
    order::query_value,
    page::Reader,
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct PackagingsPage {
    pub packagings: Vec<Packaging>,
    /// The one that is edited; none is a new one.
    pub edited: Option<Packaging>,
    pub may_edit: bool,
    pub filled: Filled,
    pub saved: bool,
}

pub fn page(reader: &Reader, page: &PackagingsPage) -> AnyView {
    let lang = reader.lang;
    let saved = page.saved.then(|| view! { <p class="notice good" role="status">{t::saved(lang)}</p> });
    view! {
        <main class="page" id="main">
            {page.filled.summary(reader, |field| label(reader, field).to_owned())}
            {saved}
            <div class="head"><p><a href="/desk/products">{t::products(lang)}</a></p><h1>{k::title(lang)}</h1></div>
            <div class="two">
                {list(reader, page)}
                {page.may_edit.then(|| form(reader, page))}
            </div>
        </main>
    }
    .into_any()
}

fn list(reader: &Reader, page: &PackagingsPage) -> AnyView {
    let lang = reader.lang;
    if page.packagings.is_empty() {
        return view! { <div class="card empty"><h2>{k::none_yet(lang)}</h2><p>{k::none_yet_tip(lang)}</p></div> }
            .into_any();
    }
    let edited = page.edited.as_ref().map(|edited| edited.code.as_str());
    let rows = page
        .packagings
        .iter()
        .map(|p| {
            let href = format!("/desk/packagings?q={}", query_value(&p.code));
            let here = (edited == Some(p.code.as_str())).then_some("true");
            let name = p.names.get(lang).to_owned();
            let name = match page.may_edit {
                true => view! { <a href=href aria-current=here>{name}</a> }.into_any(),
                false => name.into_any(),
            };
            view! {
                <tr>
                    <th class="t" scope="row">{name}<small>{p.code.clone()}</small></th>
                    <td class="v">{reader.money(p.deposit)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="tbl">
            <table>
                <caption class="sr">{k::title(lang)}</caption>
                <thead><tr><th scope="col">{k::title(lang)}</th><th class="r" scope="col">{k::deposit(lang)}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn form(reader: &Reader, page: &PackagingsPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let filled = &page.filled;
    let now = page.edited.as_ref();
    let of = |get: fn(&Packaging) -> &String| now.map(get).cloned().unwrap_or_default();
    let text = |name: &'static str, value: String| Field::text(name, label(reader, name), value);
    let title = if now.is_some() { k::edit(lang) } else { k::add(lang) };
    let new_code = now.is_none().then(|| text("code", String::new()).required().view(reader, filled));
    let old_code = now.map(|p| view! { <input type="hidden" name="code" value=p.code.clone()/> });
    let deposit = now.map(|p| format::typed_amount(lang, Some(p.deposit))).unwrap_or_default();
    let another = now.map(|_| view! { <a class="btn" href="/desk/packagings">{k::add(lang)}</a> });
    view! {
        <form class="card stack" method="post" action="/desk/packagings" novalidate aria-labelledby="h-form">
            <div><h2 id="h-form">{title}</h2><p class="tip">{k::form_tip(lang)}</p></div>
            {new_code}
            {text("name_nl", of(|p| &p.names.nl)).required().view(reader, filled)}
            {text("name_fr", of(|p| &p.names.fr)).view(reader, filled)}
            {text("name_en", of(|p| &p.names.en)).view(reader, filled)}
            {Field::number("deposit", k::deposit(lang), deposit).required().view(reader, filled)}
            <div class="row">
                <input type="hidden" name="version" value=now.map_or(0, |p| p.version)/>
                {old_code}
                <button class="btn primary">{t::save(lang)}</button>
                {another}
            </div>
        </form>
    }
}

fn label(reader: &Reader, field: &str) -> &'static str {
    let lang = reader.lang;
    match field {
        "code" => k::code(lang),
        "name_nl" => words::language(domain::Lang::Nl),
        "name_fr" => words::language(domain::Lang::Fr),
        "name_en" => words::language(domain::Lang::En),
        "deposit" => k::deposit(lang),
        _ => "",
    }
}
