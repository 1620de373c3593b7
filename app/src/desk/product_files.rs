//! What arrives beside a product's form: stock, pictures, specification sheets. Each is a form of its own, so that the
//! product's own form is never half typed when a file is sent.

use domain::{
    product::Product,
    sheet::{Document, Picture, Stock, StockTold},
};
use leptos::prelude::*;

use crate::{
    form::{Field, Filled, choice, id_of},
    i18n::{format, sheet as s, suggestions as g, texts as t},
    page::Reader,
    product::img,
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct FilesPage {
    pub product: Product,
    pub stock: Option<StockTold>,
    pub pictures: Vec<Picture>,
    pub documents: Vec<Document>,
    pub may_edit: bool,
    pub filled: Filled,
    pub saved: bool,
}

/// Which page of a product.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Data,
    Files,
    Suggestions,
}

/// The pages of a product.
pub fn tabs(reader: &Reader, product: &Product, tab: Tab) -> impl IntoView + use<> {
    let lang = reader.lang;
    let address = format!("/desk/products/{}", product.id);
    let here = |is: Tab| (is == tab).then_some("page");
    view! {
        <nav class="chips" aria-label=t::product(lang)>
            <a href=address.clone() aria-current=here(Tab::Data)>{s::data(lang)}</a>
            <a href=format!("{address}/files") aria-current=here(Tab::Files)>{s::files(lang)}</a>
            <a href=format!("{address}/suggestions") aria-current=here(Tab::Suggestions)>{g::suggestions(lang)}</a>
        </nav>
    }
}

pub fn page(reader: &Reader, page: &FilesPage) -> AnyView {
    let lang = reader.lang;
    let title = page.product.names.get(lang).to_owned();
    let sku = format!(" · {}", page.product.sku);
    let saved = page.saved.then(|| view! { <p class="notice good" role="status">{t::saved(lang)}</p> });
    view! {
        <main class="page" id="main">
            {page.filled.summary(reader, |field| label(reader, field).to_owned())}
            {saved}
            <div class="head"><p><a href="/desk/products">{t::products(lang)}</a>{sku}</p><h1>{title}</h1></div>
            {tabs(reader, &page.product, Tab::Files)}
            {stock(reader, page)}
            {pictures(reader, page)}
            {documents(reader, page)}
        </main>
    }
    .into_any()
}

fn label(reader: &Reader, field: &str) -> &'static str {
    let lang = reader.lang;
    match field {
        "stock" => s::stock(lang),
        "expected_on" => s::expected_day(lang),
        "picture" | "document" => s::file(lang),
        "dated_on" => s::dated(lang),
        _ => "",
    }
}

fn stock(reader: &Reader, page: &FilesPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let now = page.stock.map(|told| told.stock).unwrap_or_default();
    let options = [("", s::unknown(lang)), ("in_stock", s::in_stock(lang)), ("expected", s::expected(lang))];
    let options = options.map(|(value, text)| (value.to_owned(), text.to_owned())).to_vec();
    let stock = choice(reader, &page.filled, "", "stock", s::stock(lang), now.key(), options);
    let day = match now {
        Stock::Expected(day) => day.to_string(),
        _ => String::new(),
    };
    let day = Field { kind: "date", ..Field::text("expected_on", s::expected_day(lang), day) };
    let told = page.stock.map(|told| {
        let text = s::told_at(lang, &reader.moment(told.at));
        view! { <p class="tip">{text}</p> }
    });
    let tell = page
        .may_edit
        .then(|| view! { <div class="row end"><button class="btn primary">{s::tell_stock(lang)}</button></div> });
    view! {
        <section class="sect" aria-labelledby="h-stock">
            <div><h2 id="h-stock">{s::stock(lang)}</h2><p>{s::stock_tip(lang)}</p></div>
            <form class="card stack" method="post" action=format!("/desk/products/{}/stock", page.product.id) novalidate>
                <fieldset class="stack-s" disabled=!page.may_edit><div class="cols">{stock}{day.view(reader, &page.filled)}</div>{told}</fieldset>
                {tell}
            </form>
        </section>
    }
}

/// The field of a file, with its message.
fn file(reader: &Reader, filled: &Filled, name: &'static str, accept: &'static str) -> impl IntoView + use<> {
    let lang = reader.lang;
    let id = id_of(name);
    let refusal = filled.refusal(name).map(|r| reader.refusal(r));
    let class = if refusal.is_some() { "field bad" } else { "field" };
    let invalid = refusal.is_some().then_some("true");
    let described = refusal.is_some().then(|| format!("{id}-e"));
    let error = refusal.map(|text| view! { <p class="err" id=format!("{id}-e")>{text}</p> });
    view! {
        <div class=class>
            <label for=id.clone()>{s::file(lang)}</label>
            <input class="in file" type="file" id=id name=name accept=accept aria-invalid=invalid aria-describedby=described/>
            {error}
        </div>
    }
}

fn pictures(reader: &Reader, page: &FilesPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let product = page.product.id;
    let name = page.product.names.get(lang).to_owned();
    let shown = page
        .pictures
        .iter()
        .enumerate()
        .map(|(i, picture)| {
            let address = format!("/desk/products/{product}/pictures/{}", picture.hash);
            let alt = s::picture_of(lang, &name, i + 1);
            let first = (i > 0).then(|| {
                let label = format!("{}: {alt}", s::put_first(lang));
                view! { <button class="btn" name="verb" value="first" aria-label=label>{s::put_first(lang)}</button> }
            });
            let remove = format!("{}: {alt}", t::remove(lang));
            let acts = page.may_edit.then(|| {
                view! {
                    <form class="row" method="post" action=address.clone()>
                        {first}
                        <button class="btn danger" name="verb" value="remove" aria-label=remove>{t::remove(lang)}</button>
                    </form>
                }
            });
            let small = img(&address, picture, alt, false);
            view! { <li><a href=address>{small}</a>{acts}</li> }
        })
        .collect_view();
    let shown = if page.pictures.is_empty() {
        view! { <p class="muted">{s::no_pictures(lang)}</p> }.into_any()
    } else {
        view! { <ul class="gallery kept">{shown}</ul> }.into_any()
    };
    let add = page.may_edit.then(|| {
        view! {
            <form class="stack-s" method="post" action=format!("/desk/products/{product}/pictures") enctype="multipart/form-data" novalidate>
                {file(reader, &page.filled, "picture", "image/png,image/jpeg,image/webp")}
                <div class="row end"><button class="btn">{s::add_picture(lang)}</button></div>
            </form>
        }
    });
    view! {
        <section class="sect" aria-labelledby="h-pic">
            <div><h2 id="h-pic">{s::pictures(lang)}</h2><p>{s::pictures_tip(lang)}</p></div>
            <div class="card stack">{shown}{add}</div>
        </section>
    }
}

fn documents(reader: &Reader, page: &FilesPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let product = page.product.id;
    let rows = page
        .documents
        .iter()
        .map(|d| {
            let address = format!("/desk/products/{product}/documents/{}", d.hash);
            let name = s::sheet_version(lang, d.version);
            let remove = format!("{}: {name}", t::remove(lang));
            let told = format!(
                "{} · {} · {}",
                format::full_date(lang, d.dated_on),
                format::file_size(lang, d.size),
                s::added_at(lang, &reader.moment(d.added_at))
            );
            let acts = page.may_edit.then(|| {
                view! {
                    <form method="post" action=address.clone()>
                        <button class="btn danger" name="verb" value="remove" aria-label=remove>{t::remove(lang)}</button>
                    </form>
                }
            });
            view! { <li><span><a href=address download>{name}</a><small>{told}</small></span>{acts}</li> }
        })
        .collect_view();
    let shown = if page.documents.is_empty() {
        view! { <p class="muted">{s::no_sheet(lang)}</p> }.into_any()
    } else {
        view! { <ul class="picklist">{rows}</ul> }.into_any()
    };
    let dated = Field { kind: "date", ..Field::text("dated_on", s::dated(lang), String::new()) };
    let add = page.may_edit.then(|| {
        view! {
            <form class="stack-s" method="post" action=format!("/desk/products/{product}/documents") enctype="multipart/form-data" novalidate>
                <div class="cols">{file(reader, &page.filled, "document", "application/pdf")}{dated.view(reader, &page.filled)}</div>
                <div class="row end"><button class="btn">{s::add_sheet(lang)}</button></div>
            </form>
        }
    });
    view! {
        <section class="sect" aria-labelledby="h-doc">
            <div><h2 id="h-doc">{s::sheets(lang)}</h2><p>{s::sheets_tip(lang)}</p></div>
            <div class="card stack">{shown}{add}</div>
        </section>
    }
}
