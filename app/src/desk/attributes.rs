//! What products can be compared by: each with its names, and what kind of answer it takes.

use domain::sheet::{Attribute, AttributeKind};
use leptos::prelude::*;

use super::sheet::attribute_label;
use crate::{
    form::{Field, Filled, choice},
    i18n::{sheet as s, texts as t, words},
    page::Reader,
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct AttributesPage {
    pub attributes: Vec<Attribute>,
    pub may_edit: bool,
    /// Which form came back: the id of an attribute, or `new`.
    pub refused: String,
    pub filled: Filled,
    pub saved: bool,
}

pub fn page(reader: &Reader, page: &AttributesPage) -> AnyView {
    let lang = reader.lang;
    let saved = page.saved.then(|| view! { <p class="notice good" role="status">{t::saved(lang)}</p> });
    let none = page.attributes.is_empty().then(|| view! { <p class="muted">{s::no_attributes(lang)}</p> });
    let forms = page.attributes.iter().map(|a| form(reader, page, Some(a))).collect_view();
    let new = page.may_edit.then(|| form(reader, page, None));
    view! {
        <main class="page narrow" id="main">
            {page.filled.summary(reader, |field| label(reader, field).to_owned())}
            {saved}
            <div class="head"><p><a href="/desk/products">{t::products(lang)}</a></p><h1>{s::attributes(lang)}</h1><p>{s::attributes_page_tip(lang)}</p></div>
            <div class="stack">{none}{forms}{new}</div>
        </main>
    }
    .into_any()
}

fn label(reader: &Reader, field: &str) -> &'static str {
    let lang = reader.lang;
    match field {
        "name_nl" => words::language(domain::Lang::Nl),
        "name_fr" => words::language(domain::Lang::Fr),
        "name_en" => words::language(domain::Lang::En),
        "kind" => s::kind(lang),
        "unit" => s::measured_in(lang),
        "decimals" => s::decimals(lang),
        _ => "",
    }
}

fn form(reader: &Reader, page: &AttributesPage, attribute: Option<&Attribute>) -> impl IntoView + use<> {
    let lang = reader.lang;
    let key = attribute.map_or_else(|| "new".to_owned(), |a| a.id.to_string());
    let filled = if page.refused == key { page.filled.clone() } else { Filled::default() };
    let text = |name: &'static str, now: &str| {
        Field::text(name, label(reader, name), now.to_owned()).in_form(&key).view(reader, &filled)
    };
    let names = attribute.map(|a| a.names.clone()).unwrap_or_default();
    let kind = attribute.map_or("", |a| a.kind.key());
    let (unit, decimals) = match attribute.map(|a| &a.kind) {
        Some(AttributeKind::Number { unit, decimals }) => (unit.clone(), decimals.to_string()),
        _ => (String::new(), String::new()),
    };
    let numbers = (attribute.is_none() || kind == "number").then(|| {
        let unit = Field::text("unit", s::measured_in(lang), unit).tip(s::measured_in_tip(lang)).in_form(&key);
        let decimals = Field::number("decimals", s::decimals(lang), decimals).in_form(&key);
        view! { {unit.view(reader, &filled)} {decimals.view(reader, &filled)} }
    });
    let kind = attribute.is_none().then(|| {
        let kinds = [("number", s::kind_number(lang)), ("text", s::kind_text(lang)), ("yes_no", s::kind_yes_no(lang))];
        let kinds = kinds.map(|(value, text)| (value.to_owned(), text.to_owned())).to_vec();
        choice(reader, &filled, &key, "kind", s::kind(lang), "number", kinds)
    });
    let more = (kind.is_some() || numbers.is_some()).then(|| view! { <div class="cols">{kind}{numbers}</div> });
    let title = attribute.map_or_else(|| s::add_attribute(lang).to_owned(), |a| attribute_label(lang, a));
    let under = attribute.map(|a| {
        let kind = match a.kind {
            AttributeKind::Number { .. } => s::kind_number(lang),
            AttributeKind::Text => s::kind_text(lang),
            AttributeKind::YesNo => s::kind_yes_no(lang),
        };
        view! { <p class="tip">{kind}</p> }
    });
    let action = match attribute {
        Some(a) => format!("/desk/products/attributes/{}", a.id),
        None => "/desk/products/attributes".to_owned(),
    };
    let remove = attribute.is_some().then(|| {
        let name = format!("{}: {title}", t::remove(lang));
        view! { <button class="btn danger" name="verb" value="remove" aria-label=name>{t::remove(lang)}</button> }
    });
    let acts = page
        .may_edit
        .then(|| view! { <div class="row end"><button class="btn primary">{t::save(lang)}</button>{remove}</div> });
    view! {
        <form class="card stack" method="post" action=action novalidate>
            <input type="hidden" name="version" value=attribute.map_or(0, |a| a.version)/>
            <div><h2>{title}</h2>{under}</div>
            <fieldset class="stack" disabled=!page.may_edit>
                <div class="cols">{text("name_nl", &names.nl)}{text("name_fr", &names.fr)}{text("name_en", &names.en)}</div>
                {more}
            </fieldset>
            {acts}
        </form>
    }
}
