//! What staff keep of a product's page, as parts of the form of the product.

use domain::{
    Lang, Quantity,
    product::Allergen,
    sheet::{Attribute, AttributeKind, AttributeValue, EditedSheet},
};
use leptos::{either::EitherOf3, prelude::*};

use crate::{
    form::{Field, Filled, area, choice, tick},
    i18n::{format, sheet as s, texts as t, words},
    page::Reader,
};

/// The text about it, in each language.
pub fn texts(reader: &Reader, filled: &Filled, sheet: &EditedSheet) -> impl IntoView + use<> {
    let lang = reader.lang;
    let of = |of: Lang| s::text_in(lang, words::language(of));
    view! {
        <section class="sect" aria-labelledby="h-text">
            <div><h2 id="h-text">{s::texts(lang)}</h2><p>{s::texts_tip(lang)}</p></div>
            <div class="card stack">
                {area(reader, filled, "text_nl", &of(Lang::Nl), &sheet.texts.nl)}
                {area(reader, filled, "text_fr", &of(Lang::Fr), &sheet.texts.fr)}
                {area(reader, filled, "text_en", &of(Lang::En), &sheet.texts.en)}
            </div>
        </section>
    }
}

/// Boxes of the fourteen, one name.
pub fn boxes(reader: &Reader, filled: &Filled, name: &'static str, now: &[Allergen]) -> impl IntoView + use<> {
    let lang = reader.lang;
    let all = Allergen::ALL.map(|a| (a.key(), words::allergen(lang, a), now.contains(&a)));
    let meanwhile = filled.meanwhile_ticked(reader, name, &all);
    let all = all
        .into_iter()
        .map(|(key, label, now)| {
            let checked = filled.ticked(name, key, now);
            view! { <label class="tick"><input type="checkbox" name=name value=key checked=checked/>{label}</label> }
        })
        .collect_view();
    view! { <div class="ticks grid">{all}</div>{meanwhile} }
}

/// What it contains, what it may contain, and whether that is all.
pub fn allergens(
    reader: &Reader,
    filled: &Filled,
    sheet: &EditedSheet,
    contains: &[Allergen],
) -> impl IntoView + use<> {
    let lang = reader.lang;
    view! {
        <section class="sect" aria-labelledby="h3">
            <div><h2 id="h3">{t::allergens(lang)}</h2><p>{s::allergens_tip(lang)}</p></div>
            <div class="stack">
                <fieldset class="card"><legend>{s::contains(lang)}</legend>{boxes(reader, filled, "allergens", contains)}</fieldset>
                <fieldset class="card"><legend>{s::traces(lang)}</legend>{boxes(reader, filled, "traces", &sheet.declaration.traces)}</fieldset>
                <div class="card">{tick(reader, filled, "allergens_complete", s::complete(lang), sheet.declaration.complete)}</div>
            </div>
        </section>
    }
}

/// One field for each attribute there is.
pub fn attributes(reader: &Reader, filled: &Filled, sheet: &EditedSheet) -> impl IntoView + use<> {
    let lang = reader.lang;
    let fields = sheet.attributes.iter().map(|(a, value)| attribute(reader, filled, a, value.as_ref())).collect_view();
    let none = sheet.attributes.is_empty().then(|| view! { <p class="muted">{s::none_defined(lang)}</p> });
    view! {
        <section class="sect" aria-labelledby="h-attr">
            <div>
                <h2 id="h-attr">{s::attributes(lang)}</h2>
                <p>{s::attributes_tip(lang)}</p>
                <p><a href="/desk/products/attributes">{s::edit_attributes(lang)}</a></p>
            </div>
            <div class="card stack">{none}<div class="cols">{fields}</div></div>
        </section>
    }
}

/// What an attribute is called in a form: `Eiwit (%)`.
pub fn attribute_label(lang: Lang, attribute: &Attribute) -> String {
    let name = attribute.names.get(lang);
    match &attribute.kind {
        AttributeKind::Number { unit, .. } if !unit.is_empty() => format!("{name} ({unit})"),
        _ => name.to_owned(),
    }
}

fn attribute(
    reader: &Reader,
    filled: &Filled,
    attribute: &Attribute,
    value: Option<&AttributeValue>,
) -> impl IntoView + use<> {
    let lang = reader.lang;
    let name = format!("attribute.{}", attribute.id);
    let label = attribute_label(lang, attribute);
    match (&attribute.kind, value) {
        (AttributeKind::YesNo, value) => {
            let now = match value {
                Some(AttributeValue::YesNo(true)) => "yes",
                Some(AttributeValue::YesNo(false)) => "no",
                _ => "",
            };
            let options = [("", s::unknown(lang)), ("yes", s::yes(lang)), ("no", s::no(lang))];
            let options = options.map(|(value, text)| (value.to_owned(), text.to_owned())).to_vec();
            EitherOf3::A(choice(reader, filled, "", &name, &label, now, options))
        }
        (AttributeKind::Number { .. }, value) => {
            let now = match value {
                Some(AttributeValue::Number(number)) => format::typed_quantity(lang, Quantity(*number)),
                _ => String::new(),
            };
            EitherOf3::B(Field::number(&name, &label, now).view(reader, filled))
        }
        (AttributeKind::Text, value) => {
            let now = match value {
                Some(AttributeValue::Text(text)) => text.clone(),
                _ => String::new(),
            };
            EitherOf3::C(Field::text(&name, &label, now).view(reader, filled))
        }
    }
}

/// What may be taken instead, what takes its place, and why. `gone` says that it is no longer ordered.
pub fn instead<V: IntoView + 'static>(
    reader: &Reader,
    filled: &Filled,
    sheet: &EditedSheet,
    gone: V,
) -> impl IntoView + use<V> {
    let lang = reader.lang;
    let reason = |name: &'static str, of: Lang, now: &str| {
        let label = s::reason_in(lang, words::language(of));
        Field::text(name, &label, now.to_owned()).view(reader, filled)
    };
    let substitutes = Field::text("substitutes", s::substitutes_field(lang), sheet.substitutes.join(" "))
        .tip(s::substitutes_field_tip(lang))
        .view(reader, filled);
    let successor = Field::text("successor", s::successor(lang), sheet.successor.clone())
        .tip(s::successor_tip(lang))
        .view(reader, filled);
    view! {
        <section class="sect" aria-labelledby="h4">
            <div><h2 id="h4">{s::instead(lang)}</h2><p>{s::instead_tip(lang)}</p></div>
            <div class="card stack">
                {substitutes}
                {gone}
                {successor}
                <div class="cols">
                    {reason("reason_nl", Lang::Nl, &sheet.reason.nl)}
                    {reason("reason_fr", Lang::Fr, &sheet.reason.fr)}
                    {reason("reason_en", Lang::En, &sheet.reason.en)}
                </div>
            </div>
        </section>
    }
}

/// What a field of these is called.
pub fn label(reader: &Reader, sheet: &EditedSheet, field: &str) -> Option<String> {
    let lang = reader.lang;
    Some(match field {
        "text_nl" => s::text_in(lang, words::language(Lang::Nl)),
        "text_fr" => s::text_in(lang, words::language(Lang::Fr)),
        "text_en" => s::text_in(lang, words::language(Lang::En)),
        "reason_nl" => s::reason_in(lang, words::language(Lang::Nl)),
        "reason_fr" => s::reason_in(lang, words::language(Lang::Fr)),
        "reason_en" => s::reason_in(lang, words::language(Lang::En)),
        "traces" => s::traces(lang).to_owned(),
        "substitutes" => s::substitutes_field(lang).to_owned(),
        "successor" => s::successor(lang).to_owned(),
        field => {
            let id = field.strip_prefix("attribute.")?;
            let (attribute, _) = sheet.attributes.iter().find(|(a, _)| a.id.to_string() == id)?;
            attribute_label(lang, attribute)
        }
    })
}
