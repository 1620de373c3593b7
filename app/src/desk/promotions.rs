//! Promotions: the list, and one to edit.

use std::cmp::Ordering;

use domain::{
    Quantity,
    promotion::{Basis, Campaign, Gives, Span},
};
use leptos::prelude::*;

use crate::{
    form::{Field, Filled, area_text, choice, tick},
    i18n::{format, promotions as p, texts as t, words},
    page::Reader,
};

pub fn list(reader: &Reader, promotions: &[Campaign], may_add: bool, removed: bool) -> AnyView {
    let lang = reader.lang;
    let rows = promotions
        .iter()
        .map(|promotion| {
            let (class, state) = state(reader, &promotion.span);
            let mut gives = p::gives_text(lang, reader.currency, &promotion.gives);
            if promotion.from > Quantity::whole(1) {
                gives = format!("{gives} {}", p::from_so_many(lang, &reader.quantity(promotion.from)));
            }
            if promotion.is_bundle() && promotion.gives != Gives::Parts {
                gives = format!("{gives}, {}", p::in_bundle(lang));
            }
            let period = p::period_text(lang, promotion.span.from, promotion.span.until);
            view! {
                <tr>
                    <th class="t" scope="row">
                        <a href=format!("/desk/promotions/{}", promotion.id)>{promotion.names.get(lang).to_owned()}</a>
                        <small>{gives}</small>
                    </th>
                    <td><span class=class>{state}</span></td>
                    <td>{period}<small class="under">{p::group_name(lang, &promotion.span.group)}</small></td>
                    <td class="r" data-l=p::articles(lang)>{promotion.articles.len()}</td>
                    <td class="r" data-l=p::customers(lang)>{promotion.customers}</td>
                </tr>
            }
        })
        .collect_view();
    let add = may_add.then(
        || view! { <div class="row"><a class="btn primary" href="/desk/promotions/new">{p::add(lang)}</a></div> },
    );
    let removed = removed.then(|| view! { <p class="notice good" role="status">{p::removed(lang)}</p> });
    let body = if promotions.is_empty() {
        view! { <div class="card empty"><h2>{p::none_yet(lang)}</h2><p>{p::none_yet_tip(lang)}</p></div> }.into_any()
    } else {
        view! {
            <div class="tbl">
                <table>
                    <caption class="sr">{p::title(lang)}</caption>
                    <thead><tr>
                        <th scope="col">{p::title(lang)}</th>
                        <th scope="col">{t::state(lang)}</th>
                        <th scope="col">{p::when_and_who(lang)}</th>
                        <th class="r" scope="col">{p::articles(lang)}</th>
                        <th class="r" scope="col">{p::customers(lang)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <main class="page" id="main">
            {removed}
            <div class="head split"><div><h1>{p::title(lang)}</h1></div>{add}</div>
            {body}
        </main>
    }
    .into_any()
}

fn state(reader: &Reader, span: &Span) -> (&'static str, &'static str) {
    let today = reader.today();
    match (today.cmp(&span.from), today.cmp(&span.until)) {
        (Ordering::Less, _) => ("badge", p::to_come(reader.lang)),
        (_, Ordering::Greater) => ("badge", p::over(reader.lang)),
        _ => ("badge good", p::running(reader.lang)),
    }
}

/// What the page of one promotion shows; a new one has none.
#[derive(Clone, Debug)]
pub struct PromotionPage {
    pub promotion: Option<Campaign>,
    pub groups: Vec<String>,
    pub may_edit: bool,
    pub filled: Filled,
    pub saved: bool,
}

pub fn page(reader: &Reader, page: &PromotionPage) -> AnyView {
    let lang = reader.lang;
    let now = page.promotion.as_ref();
    let filled = &page.filled;
    let of = |get: fn(&Campaign) -> String| now.map(get).unwrap_or_default();
    let text = |name: &'static str, value: String| Field::text(name, label(reader, name), value);
    let kind = now.map_or("percent", |n| n.gives.parts().0);
    let kind = choice(reader, filled, "", "kind", p::kind(lang), kind, p::kinds(lang));
    let value = now.map(|n| p::typed_gives(lang, &n.gives)).unwrap_or_default();
    let value = Field::number("value", p::value(lang), value).tip(p::value_tip(lang)).view(reader, filled);
    let threshold = now.filter(|n| n.from > Quantity::ZERO);
    let threshold = threshold.map(|n| format::typed_quantity(lang, n.from)).unwrap_or_default();
    let threshold =
        Field::number("threshold", p::threshold(lang), threshold).tip(p::threshold_tip(lang)).view(reader, filled);
    let stacks = tick(reader, filled, "stacks", p::stacks(lang), now.is_some_and(|n| n.basis == Basis::Agreed));
    let together = tick(reader, filled, "together", p::together(lang), now.is_some_and(Campaign::is_bundle));
    let mut groups = vec![(String::new(), p::everybody(lang).to_owned())];
    let group = of(|n| n.span.group.clone());
    let known = page.groups.iter().chain((!group.is_empty() && !page.groups.contains(&group)).then_some(&group));
    groups.extend(known.map(|g| (g.clone(), g.clone())));
    let group = choice(reader, filled, "", "group", p::group(lang), &group, groups);
    let day = |name: &'static str, value: String| Field::date(name, label(reader, name), value).required();
    let from = now.map_or_else(|| reader.today(), |n| n.span.from).to_string();
    let saved = page.saved.then(|| view! { <p class="notice good" role="status">{t::saved(lang)}</p> });
    let title = now.map_or_else(|| p::add(lang).to_owned(), |n| n.names.get(lang).to_owned());
    let affected = now.map(|n| {
        let (class, state) = state(reader, &n.span);
        let together = n.articles.iter().any(|article| article.of.is_some());
        let whom = if together { p::affected_together } else { p::affected };
        view! { <p><span class=class>{state}</span> " " {whom(lang, n.articles.len(), n.customers)}</p> }
    });
    let action = now.map_or_else(|| "/desk/promotions".to_owned(), |n| format!("/desk/promotions/{}", n.id));
    let acts = page.may_edit.then(|| {
        // asked first: what runs stops at once, for everybody, and nothing brings it back
        let remove = now.map(|n| {
            let action = format!("/desk/promotions/{}/remove", n.id);
            view! {
                <details class="drop">
                    <summary class="btn danger">{p::remove(lang)}</summary>
                    <div class="stack-s">
                        <p>{p::remove_told(lang)}</p>
                        <button class="btn danger" formaction=action>{p::remove_yes(lang)}</button>
                    </div>
                </details>
            }
        });
        view! {
            <div class="acts">
                <button class="btn primary">{t::save(lang)}</button>
                <a class="btn" href="/desk/promotions">{t::back(lang)}</a>
                {remove}
            </div>
        }
    });
    view! {
        <main class="page" id="main">
            {filled.summary(reader, |field| label(reader, field).to_owned())}
            {saved}
            <form method="post" action=action novalidate>
                <input type="hidden" name="version" value=now.map_or(0, |n| n.version)/>
                <div class="head"><p><a href="/desk/promotions">{p::title(lang)}</a></p><h1>{title}</h1>{affected}</div>
                <fieldset disabled=!page.may_edit>
                    <section class="sect" aria-labelledby="h1">
                        <div><h2 id="h1">{t::name(lang)}</h2><p>{p::what_tip(lang)}</p></div>
                        <div class="card stack">
                            {text("name_nl", of(|n| n.names.nl.clone())).required().view(reader, filled)}
                            {text("name_fr", of(|n| n.names.fr.clone())).view(reader, filled)}
                            {text("name_en", of(|n| n.names.en.clone())).view(reader, filled)}
                        </div>
                    </section>
                    <section class="sect" aria-labelledby="h2">
                        <div><h2 id="h2">{p::gives(lang)}</h2><p>{p::gives_tip(lang)}</p></div>
                        <div class="card stack">
                            {kind}
                            <div class="cols">{value}{threshold}</div>
                            <div>{stacks}<p class="tip">{p::stacks_tip(lang)}</p></div>
                        </div>
                    </section>
                    <section class="sect" aria-labelledby="h3">
                        <div><h2 id="h3">{p::when_and_who(lang)}</h2><p>{p::when_tip(lang)}</p></div>
                        <div class="card stack">
                            <div class="cols">
                                {day("from", from).view(reader, filled)}
                                {day("until", of(|n| n.span.until.to_string())).view(reader, filled)}
                                {group}
                            </div>
                        </div>
                    </section>
                    <section class="sect" aria-labelledby="h4">
                        <div><h2 id="h4">{p::articles(lang)}</h2><p>{p::products_tip(lang)}</p></div>
                        <div class="card stack">
                            <div>{together}<p class="tip">{p::together_tip(lang)}</p></div>
                            {products(reader, page)}
                        </div>
                    </section>
                </fieldset>
                {acts}
            </form>
        </main>
    }
    .into_any()
}

fn products(reader: &Reader, page: &PromotionPage) -> impl IntoView + use<> {
    let now = page.promotion.as_ref().map(|n| p::typed_articles(reader.lang, &n.articles)).unwrap_or_default();
    let value = area_text(&page.filled.value("products", now));
    let refusal = page.filled.message(reader, "products");
    let class = if refusal.is_some() { "field bad" } else { "field" };
    let (invalid, described) = (refusal.is_some().then_some("true"), refusal.is_some().then_some("f-products-e"));
    let error = refusal.map(|text| view! { <p class="err" id="f-products-e">{text}</p> });
    let id = crate::form::id_of("products");
    view! {
        <div class=class>
            <label for=id.clone()>{p::products(reader.lang)}</label>
            <textarea class="in mono" id=id name="products" rows="8" spellcheck="false" autocomplete="off"
                aria-invalid=invalid aria-describedby=described>{value}</textarea>
            {error}
        </div>
    }
}

fn label(reader: &Reader, field: &str) -> &'static str {
    let lang = reader.lang;
    match field {
        "name_nl" => words::language(domain::Lang::Nl),
        "name_fr" => words::language(domain::Lang::Fr),
        "name_en" => words::language(domain::Lang::En),
        "kind" => p::kind(lang),
        "value" => p::value(lang),
        "threshold" => p::threshold(lang),
        "group" => p::group(lang),
        "from" => p::from(lang),
        "until" => p::until(lang),
        "products" => p::products(lang),
        _ => "",
    }
}
