//! What is no longer available, and what takes its place: shown with its pack and its price first, done with one button.

use domain::{Quantity, succession::Replacement};
use leptos::{either::Either, prelude::*};

use crate::{
    form::{Field, Filled},
    i18n::{sheet as s, texts as t, words},
    page::Reader,
    product::pack_text,
};

/// What stands around a notice.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Around {
    /// The form of the page, which is saved in the same go.
    Nothing,
    /// A form of its own; `back` is where it leads afterwards, empty for the page of the successor.
    Form { back: &'static str },
}

/// What the button says: of which, and by which.
fn value(replacement: &Replacement) -> String {
    format!("{} {}", replacement.of, replacement.by.product)
}

/// The name of a field of a notice, for the summary.
pub fn name_of(all: &[Replacement], field: &str) -> String {
    let product = field.strip_prefix("instead.").unwrap_or_default();
    all.iter().find(|r| r.of.to_string() == product).map(|r| r.of_title.clone()).unwrap_or_default()
}

/// A notice on a page.
pub fn notice(
    reader: &Reader,
    replacement: &Replacement,
    may: bool,
    filled: &Filled,
    around: Around,
) -> impl IntoView + use<> {
    let lang = reader.lang;
    let title = s::replaced_by(lang, &replacement.of_title, replacement.by.title());
    let told = view! { <h2>{title}</h2> {what(reader, replacement)} {consent(reader, replacement, may, filled)} };
    match around {
        Around::Nothing => Either::Left(view! { <section class="notice warn swap">{told}</section> }),
        Around::Form { back } => Either::Right(view! {
            <form class="notice warn swap" method="post" action=format!("/products/{}/succession", replacement.of) novalidate>
                {reader.site_field()}
                <input type="hidden" name="back" value=back/>
                {told}
            </form>
        }),
    }
}

/// A row of the own list, where the article stood.
pub fn list_row(reader: &Reader, replacement: &Replacement, may: bool, filled: &Filled) -> impl IntoView + use<> {
    let lang = reader.lang;
    let (title, by) = (replacement.of_title.clone(), replacement.by.title().to_owned());
    let told = s::replaced_by(lang, &title, &by);
    view! {
        <li class="article swap">
            <div class="name"><h3><a href=format!("/products/{}", replacement.of)>{title}</a></h3><p>{told}</p></div>
            {what(reader, replacement)}
            {consent(reader, replacement, may, filled)}
        </li>
    }
}

/// Why, what it is now, what it costs, and what is different about it.
fn what(reader: &Reader, replacement: &Replacement) -> impl IntoView + use<> {
    let lang = reader.lang;
    let by = &replacement.by;
    let pack = pack_text(lang, &replacement.by_pack());
    let price = by.price().map(|price| {
        let unit = words::unit(lang, by.unit.priced_in(&by.base_unit), Quantity::whole(1));
        let agreed = by.conditions.as_ref().is_some_and(|c| c.agreed.is_some());
        let agreed = if agreed { format!(" ({})", t::agreed(lang)) } else { String::new() };
        format!("{} / {unit}{agreed}", reader.unit_price(price.amount))
    });
    let facts: Vec<String> = [Some(by.sku.clone()), Some(pack), price].into_iter().flatten().collect();
    let reason = (!replacement.reason.is_empty()).then(|| view! { <p>{replacement.reason.clone()}</p> });
    let (before, now) = (pack_text(lang, &replacement.of_pack), pack_text(lang, &replacement.by_pack()));
    let other = (before != now).then(|| view! { <p><b>{s::other_pack(lang, &before, &now)}</b></p> });
    view! { {reason} <p>{facts.join(" · ")}</p> {other} }
}

/// The one button, with what has to be asked.
fn consent(reader: &Reader, replacement: &Replacement, may: bool, filled: &Filled) -> impl IntoView + use<> {
    let lang = reader.lang;
    if !replacement.moves {
        let link = replacement.listed.then(|| {
            view! { <p><a href=format!("/products/{}", replacement.by.product)>{s::see_it(lang)}</a></p> }
        });
        return Either::Left(Either::Left(link));
    }
    if !may {
        return Either::Left(Either::Right(view! { <p>{s::who_orders_switches(lang)}</p> }));
    }
    let there = words::amount_of(lang, replacement.in_basket, &replacement.of_pack.unit.code);
    let field = format!("instead.{}", replacement.of);
    let asked = replacement.asks().then(|| {
        let units = words::unit(lang, &replacement.by.unit.code, Quantity::whole(2));
        let label = s::how_many_instead(lang, &there, units);
        Field::number(&field, &label, String::new()).tip(s::how_many_instead_tip(lang)).view(reader, filled)
    });
    let along = (replacement.in_basket > Quantity::ZERO && asked.is_none())
        .then(|| view! { <p>{s::goes_along(lang, &there)}</p> });
    let label = s::switch_to(lang, replacement.by.title());
    Either::Right(view! {
        {along}
        {asked}
        <div class="row"><button class="btn primary" name="switch" value=value(replacement)>{label}</button><span class="tip">{s::goes_along_tip(lang)}</span></div>
    })
}
