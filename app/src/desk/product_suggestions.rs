//! What goes with a product, and what is better: what staff say, and what the orders show.

use domain::{
    product::Product,
    suggestion::{Advice, Kind, Paired},
};
use leptos::prelude::*;

use super::product_files::{Tab, tabs};
use crate::{
    form::{Field, Filled},
    i18n::{format, suggestions as g, texts as t},
    page::Reader,
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct SuggestionsPage {
    pub product: Product,
    pub said: Vec<Advice>,
    pub computed: Vec<Paired>,
    pub may_edit: bool,
    pub filled: Filled,
    pub saved: bool,
}

pub fn page(reader: &Reader, page: &SuggestionsPage) -> AnyView {
    let lang = reader.lang;
    let title = page.product.names.get(lang).to_owned();
    let sku = format!(" · {}", page.product.sku);
    let saved = page.saved.then(|| view! { <p class="notice good" role="status">{t::saved(lang)}</p> });
    view! {
        <main class="page" id="main">
            {page.filled.summary(reader, |field| label(reader, field).to_owned())}
            {saved}
            <div class="head"><p><a href="/desk/products">{t::products(lang)}</a>{sku}</p><h1>{title}</h1></div>
            {tabs(reader, &page.product, Tab::Suggestions)}
            {said(reader, page, Kind::GoesWith)}
            {said(reader, page, Kind::Alternative)}
            {computed(reader, page)}
        </main>
    }
    .into_any()
}

fn label(reader: &Reader, field: &str) -> &'static str {
    let lang = reader.lang;
    match field {
        "sku" => g::product_number(lang),
        "reason_nl" => g::reason_nl(lang),
        "reason_fr" => g::reason_fr(lang),
        "reason_en" => g::reason_en(lang),
        _ => "",
    }
}

fn said(reader: &Reader, page: &SuggestionsPage, kind: Kind) -> impl IntoView + use<> {
    let lang = reader.lang;
    let here = format!("/desk/products/{}/suggestions", page.product.id);
    let (id, title, tip, add) = match kind {
        Kind::Alternative => ("h-alt", g::alternative_title(lang), g::alternative_tip(lang), g::add_alternative(lang)),
        _ => ("h-with", g::goes_with_title(lang), g::goes_with_tip(lang), g::add_goes_with(lang)),
    };
    let rows: Vec<_> = page
        .said
        .iter()
        .filter(|a| a.kind == kind)
        .map(|a| {
            let remove = format!("{}: {}", t::remove(lang), a.name);
            let action = format!("{here}/remove");
            let acts = page.may_edit.then(|| {
                view! {
                    <form method="post" action=action>
                        <input type="hidden" name="kind" value=kind.key()/>
                        <button class="btn danger" name="other" value=a.other.to_string() aria-label=remove>{t::remove(lang)}</button>
                    </form>
                }
            });
            let reason = a.reasons.get(lang).to_owned();
            let under = if reason.is_empty() { a.sku.clone() } else { format!("{} · {reason}", a.sku) };
            view! { <li><span><a href=format!("/desk/products/{}", a.other)>{a.name.clone()}</a><small>{under}</small></span>{acts}</li> }
        })
        .collect();
    let shown = if rows.is_empty() {
        view! { <p class="muted">{g::none_said(lang)}</p> }.into_any()
    } else {
        view! { <ul class="picklist">{rows}</ul> }.into_any()
    };
    // what was typed comes back in the form it was typed in
    let mine = page.filled.typed("kind") == Some(kind.key());
    let blank = Filled::default();
    let filled = if mine { &page.filled } else { &blank };
    let field = |name: &'static str| {
        Field::text(name, label(reader, name), String::new()).in_form(if mine { "" } else { kind.key() })
    };
    let needed = |f: Field<'static>| if kind == Kind::Alternative { f.required() } else { f };
    let form = page.may_edit.then(|| {
        view! {
            <form class="stack-s" method="post" action=here.clone() novalidate>
                <input type="hidden" name="kind" value=kind.key()/>
                {field("sku").required().view(reader, filled)}
                {needed(field("reason_nl")).tip(g::reason_tip(lang)).view(reader, filled)}
                <div class="cols">{field("reason_fr").view(reader, filled)}{field("reason_en").view(reader, filled)}</div>
                <div class="row end"><button class="btn">{add}</button></div>
            </form>
        }
    });
    view! {
        <section class="sect" aria-labelledby=id>
            <div><h2 id=id>{title}</h2><p>{tip}</p></div>
            <div class="card stack">{shown}{form}</div>
        </section>
    }
}

fn computed(reader: &Reader, page: &SuggestionsPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let mut groups: Vec<&str> = page.computed.iter().map(|p| p.group.as_str()).collect();
    groups.dedup();
    let shown = groups
        .into_iter()
        .map(|group| {
            let name = if group.is_empty() { g::no_group(lang).to_owned() } else { group.to_owned() };
            let rows = page
                .computed
                .iter()
                .filter(|p| p.group == group)
                .map(|p| {
                    // one decimal says enough
                    let times = format::quantity(lang, domain::Quantity((p.lift + 50) / 100 * 100));
                    let facts = format!("{} · {}", p.sku, g::computed_facts(lang, p.orders, p.customers, &times));
                    view! { <li><span><a href=format!("/desk/products/{}", p.other)>{p.name.clone()}</a><small>{facts}</small></span></li> }
                })
                .collect_view();
            view! { <div><h3>{name}</h3><ul class="picklist">{rows}</ul></div> }
        })
        .collect_view();
    let nothing = page.computed.is_empty().then(|| view! { <p class="muted">{g::none_computed(lang)}</p> });
    view! {
        <section class="sect" aria-labelledby="h-computed">
            <div><h2 id="h-computed">{g::computed_title(lang)}</h2><p>{g::computed_tip(lang)}</p></div>
            <div class="card stack">{shown}{nothing}</div>
        </section>
    }
}
