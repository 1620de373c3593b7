//! Which prices change next, and what that comes to.

use domain::{
    Cents,
    price::{PriceChange, PriceChanges, TieredPrice},
};
use leptos::prelude::*;

use crate::{
    i18n::{texts as t, tier_hint},
    page::Reader,
};

pub fn page(reader: &Reader, changes: Option<&PriceChanges>) -> AnyView {
    let lang = reader.lang;
    let Some(changes) = changes else {
        return view! {
            <main class="page" id="main">
                <div class="head"><p><a href="/order">{t::own_list(lang)}</a></p><h1>{t::price_changes(lang)}</h1></div>
                <div class="card empty">
                    <h2>{t::no_price_changes(lang)}</h2>
                    <a class="btn" href="/order">{t::to_own_list(lang)}</a>
                </div>
            </main>
        }
        .into_any();
    };
    let rows = changes.changes.iter().map(|change| row(reader, change)).collect_view();
    // of what he does not take it is not known what it comes to; that is not nothing
    let total = changes.changes.iter().any(|change| change.monthly() != Cents(0)).then(|| {
        let monthly = signed(reader, changes.monthly());
        view! { <tr><th class="t" scope="row">{t::total(lang)}</th><td class="opt"></td><td class="opt"></td><td class="opt"></td><td class="v" data-l=t::a_month(lang)>{monthly}</td></tr> }
    });
    view! {
        <main class="page" id="main">
            <div class="head">
                <p><a href="/order">{t::own_list(lang)}</a></p>
                <h1>{t::price_changes_from(lang, &reader.long_date(changes.on))}</h1>
                <p>{t::a_month_tip(lang)}</p>
            </div>
            <div class="tbl">
                <table>
                    <caption class="sr">{t::price_changes(lang)}</caption>
                    <thead><tr>
                        <th scope="col">{t::article(lang)}</th>
                        <th class="r" scope="col">{t::price_before(lang)}</th>
                        <th class="r" scope="col">{t::price_then(lang)}</th>
                        <th class="r" scope="col">{t::difference(lang)}</th>
                        <th class="r" scope="col">{t::a_month(lang)}</th>
                    </tr></thead>
                    <tbody>
                        {rows}
                        {total}
                    </tbody>
                </table>
            </div>
        </main>
    }
    .into_any()
}

fn row(reader: &Reader, change: &PriceChange) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let article = &change.article;
    let now = article.conditions.as_ref()?.nearest();
    let other_tiers = now.tiers != change.then.tiers;
    let tiers = |price: &TieredPrice| {
        let hint = tier_hint(lang, reader.currency, price, domain::Quantity::ZERO, &article.unit);
        hint.filter(|_| other_tiers).map(|text| view! { <small class="full">{text}</small> })
    };
    // tenths of a percent
    let tenths = domain::money::round_half_away(
        i128::from(change.then.base.0 - now.base.0) * 1000,
        i128::from(now.base.0.max(1)),
    );
    let percent = crate::i18n::format::quantity(lang, domain::Quantity(tenths.abs() * 100));
    let sign = if tenths < 0 { "−" } else { "+" };
    let monthly = (change.monthly() != Cents(0)).then(|| signed(reader, change.monthly()));
    let under =
        if article.own_name.is_some() { format!("{} · {}", article.name, article.sku) } else { article.sku.clone() };
    Some(view! {
        <tr>
            <th class="t" scope="row">{article.title().to_owned()}<small>{under}</small></th>
            <td class="r" data-l=t::price_before(lang)>{reader.unit_price(now.base)}{tiers(now)}</td>
            <td class="r ink" data-l=t::price_then(lang)>{reader.unit_price(change.then.base)}{tiers(&change.then)}</td>
            <td class="r last-col">{format!("{sign}{percent}\u{a0}%")}</td>
            <td class="v" data-l=t::a_month(lang)>{monthly}</td>
        </tr>
    })
}

fn signed(reader: &Reader, amount: Cents) -> String {
    let sign = if amount.0 < 0 { "−" } else { "+" };
    format!("{sign}{}", reader.money(Cents(amount.0.abs())))
}
