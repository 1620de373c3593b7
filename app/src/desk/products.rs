//! Products: the list, and one to edit.

use domain::{
    UnitCode, UnitPrice,
    packaging::{Packaging, PerUnit},
    product::{Category, Product, ProductState},
    sheet::EditedSheet,
};
use leptos::prelude::*;

use super::{customers::search_form, product_files, sheet};
use crate::{
    form::{Field, Filled, choice, tick},
    i18n::{agreements, format, packaging as k, revisions::coming_list_price, texts as t, words},
    page::Reader,
};

/// Units that are offered in a choice; a file may bring others.
const UNITS: [&str; 16] =
    ["C62", "BG", "CT", "BX", "BJ", "BO", "CA", "CR", "JC", "JR", "PK", "PU", "PX", "RO", "KGM", "LTR"];

pub fn list(reader: &Reader, products: &[Product], categories: &[Category], search: &str, may_add: bool) -> AnyView {
    let lang = reader.lang;
    let rows = products
        .iter()
        .map(|p| {
            let category = categories.iter().find(|c| c.key == p.category).map_or(p.category.as_str(), |c| c.names.get(lang));
            let gone = (p.state == ProductState::Discontinued).then(|| view! { <span class="badge">{t::is_discontinued(lang)}</span> });
            let price = reader.unit_price(p.list_price.base);
            let unit = words::unit(lang, &p.unit.code, domain::Quantity::whole(1)).to_owned();
            view! {
                <tr>
                    <th class="t" scope="row"><a href=format!("/desk/products/{}", p.id)>{p.names.get(lang).to_owned()}</a><small>{p.sku.clone()}</small></th>
                    <td>{category.to_owned()}</td>
                    <td>{unit}</td>
                    <td>{gone}</td>
                    <td class="v">{price}</td>
                </tr>
            }
        })
        .collect_view();
    let add = may_add.then(|| view! { <a class="btn primary" href="/desk/products/new">{t::add_product(lang)}</a> });
    let acts = view! { <div class="row"><a class="btn" href="/desk/packagings">{k::title(lang)}</a>{add}</div> };
    let nothing =
        products.is_empty().then(|| view! { <div class="card empty"><h2>{t::nothing_found(lang, search)}</h2></div> });
    view! {
        <main class="page" id="main">
            <div class="head split"><div><h1>{t::products(lang)}</h1></div>{acts}</div>
            {search_form(reader, search, t::search_products(lang))}
            {nothing}
            <div class="tbl">
                <table>
                    <caption class="sr">{t::products(lang)}</caption>
                    <thead><tr>
                        <th scope="col">{t::product(lang)}</th>
                        <th scope="col">{t::category(lang)}</th>
                        <th scope="col">{t::unit(lang)}</th>
                        <th scope="col">{t::state(lang)}</th>
                        <th class="r" scope="col">{t::list_price(lang)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </main>
    }
    .into_any()
}

/// What the page of one product shows; a new one has none.
#[derive(Clone, Debug)]
pub struct ProductPage {
    pub product: Option<Product>,
    pub sheet: EditedSheet,
    pub categories: Vec<Category>,
    pub packagings: Vec<Packaging>,
    /// What a sales unit costs, where the reader may see that.
    pub cost: Option<Option<UnitPrice>>,
    pub may_edit: bool,
    pub filled: Filled,
    pub saved: bool,
}

pub fn page(reader: &Reader, page: &ProductPage) -> AnyView {
    let lang = reader.lang;
    let p = page.product.as_ref();
    let filled = &page.filled;
    let title = p.map_or_else(|| t::add_product(lang).to_owned(), |p| p.names.get(lang).to_owned());
    let sku = p.map(|p| format!(" · {}", p.sku));
    let action = p.map_or_else(|| "/desk/products".to_owned(), |p| format!("/desk/products/{}", p.id));
    let of = |get: fn(&Product) -> String| p.map(get).unwrap_or_default();
    let quantity =
        |get: fn(&Product) -> domain::Quantity| format::typed_quantity(lang, p.map_or(domain::Quantity::whole(1), get));
    let text = |name: &'static str, value: String| Field::text(name, label(reader, name), value).view(reader, filled);
    let number =
        |name: &'static str, value: String| Field::number(name, label(reader, name), value).view(reader, filled);
    let categories: Vec<(String, String)> =
        page.categories.iter().map(|c| (c.key.clone(), c.names.get(lang).to_owned())).collect();
    let known = p.map(|p| p.category.clone()).unwrap_or_default();
    let category = if categories.is_empty() {
        text("category", known).into_any()
    } else {
        choice(reader, filled, "", "category", t::category(lang), &known, categories).into_any()
    };
    let units = |now: Option<&UnitCode>| {
        let mut codes: Vec<String> = UNITS.iter().map(|u| (*u).to_owned()).collect();
        if let Some(now) = now.filter(|n| !codes.contains(&n.0)) {
            codes.push(now.0.clone());
        }
        codes
            .into_iter()
            .map(|code| {
                let code = UnitCode(code);
                let name = words::unit(lang, &code, domain::Quantity::whole(1)).to_owned();
                (code.0.clone(), if name == code.0 { name } else { format!("{name} ({code})") })
            })
            .collect::<Vec<_>>()
    };
    let unit_now = p.map_or("BG", |p| p.unit.code.0.as_str());
    let base_now = p.map_or("KGM", |p| p.base_unit.0.as_str());
    let unit = choice(reader, filled, "", "unit", t::unit(lang), unit_now, units(p.map(|p| &p.unit.code)));
    let base = choice(reader, filled, "", "base_unit", t::base_unit(lang), base_now, units(p.map(|p| &p.base_unit)));
    let by_base = tick(
        reader,
        filled,
        "priced_by_base",
        t::priced_by_base(lang),
        p.is_some_and(|p| p.unit.priced_by.is_by_base()),
    );
    let vat = p.map_or_else(|| "6".to_owned(), |p| format::typed_quantity(lang, domain::Quantity(p.vat.0 * 10)));
    let tiers = p.map(|p| format::typed_tiers(lang, &p.list_price)).unwrap_or_default();
    let coming = p.and_then(|p| p.coming.as_ref()).map(|(from, price)| {
        let text = coming_list_price(lang, &reader.unit_price(price.base), &reader.long_date(*from));
        view! { <p class="tip">{text} " " <a href="/desk/prices">{agreements::title(lang)}</a></p> }
    });
    let tiers = Field::text("list_tiers", t::tiers(lang), tiers).tip(t::tiers_tip(lang)).view(reader, filled);
    let cost = page.cost.map(|cost| {
        let cost = cost.map(|cost| format::typed_price(lang, cost)).unwrap_or_default();
        Field::number("cost", label(reader, "cost"), cost).tip(agreements::cost_tip(lang)).view(reader, filled)
    });
    let packs = p.map(|p| format::typed_packs(lang, &p.packs)).unwrap_or_default();
    let packs = Field::text("packs", t::packs(lang), packs).tip(t::packs_tip(lang)).view(reader, filled);
    let tolerance = p.and_then(|p| p.unit.priced_by.tolerance());
    let tolerance = tolerance.map(|t| format::typed_quantity(lang, domain::Quantity(t.0 * 100))).unwrap_or_default();
    let tolerance =
        Field::number("tolerance", t::tolerance(lang), tolerance).tip(t::tolerance_tip(lang)).view(reader, filled);
    let (lent, per_unit) = p.and_then(|p| p.packaging.clone()).unwrap_or_else(|| (String::new(), PerUnit::default()));
    let mut packagings = vec![(String::new(), k::none(lang).to_owned())];
    packagings.extend(
        page.packagings
            .iter()
            .map(|p| (p.code.clone(), format!("{} ({})", p.names.get(lang), reader.money(p.deposit)))),
    );
    let packaging = choice(reader, filled, "", "packaging", k::comes_in(lang), &lent, packagings);
    let gone = tick(
        reader,
        filled,
        "discontinued",
        t::no_longer_ordered(lang),
        p.is_some_and(|p| p.state == ProductState::Discontinued),
    );
    let saved = page.saved.then(|| view! { <p class="notice good" role="status">{t::saved(lang)}</p> });
    let tabs = p.map(|p| product_files::tabs(reader, p, product_files::Tab::Data));
    let acts = page.may_edit.then(|| {
        view! { <div class="acts"><button class="btn primary">{t::save(lang)}</button><a class="btn" href="/desk/products">{t::back(lang)}</a></div> }
    });
    view! {
        <main class="page" id="main">
            {filled.summary(reader, |field| {
                sheet::label(reader, &page.sheet, field).unwrap_or_else(|| label(reader, field).to_owned())
            })}
            {saved}
            <form method="post" action=action novalidate>
                <input type="hidden" name="version" value=p.map_or(0, |p| p.version)/>
                <div class="head"><p><a href="/desk/products">{t::products(lang)}</a>{sku}</p><h1>{title}</h1></div>
                {tabs}
                <fieldset disabled=!page.may_edit>
                    <section class="sect" aria-labelledby="h1">
                        <div><h2 id="h1">{t::name(lang)}</h2><p>{t::names_tip(lang)}</p></div>
                        <div class="card stack">
                            {text("name_nl", of(|p| p.names.nl.clone()))}
                            {text("name_fr", of(|p| p.names.fr.clone()))}
                            {text("name_en", of(|p| p.names.en.clone()))}
                            <div class="cols">{text("sku", of(|p| p.sku.clone()))}{text("gtin", of(|p| p.gtin.clone().unwrap_or_default()))}{category}</div>
                        </div>
                    </section>
                    <section class="sect" aria-labelledby="h2">
                        <div><h2 id="h2">{t::selling(lang)}</h2><p>{t::selling_tip(lang)}</p></div>
                        <div class="card stack">
                            <div class="cols">
                                {unit}
                                {base}
                                {number("factor", quantity(|p| p.unit.factor))}
                                {number("minimum", quantity(|p| p.unit.minimum))}
                                {number("multiple", quantity(|p| p.unit.multiple))}
                                {number("list_price", p.map(|p| format::typed_price(lang, p.list_price.base)).unwrap_or_default())}
                                {number("vat", vat)}
                                {cost}
                            </div>
                            {super::agreements::price_is_right(reader, filled, "list_price", "sure".to_owned())}
                            {coming}
                            {tiers}
                            {packs}
                            {by_base}
                            {tolerance}
                            <div class="cols">{packaging}{number("packaging_per_unit", per_unit.0.to_string())}</div>
                        </div>
                    </section>
                    {sheet::texts(reader, filled, &page.sheet)}
                    {sheet::allergens(reader, filled, &page.sheet, p.map_or(&[][..], |p| &p.allergens))}
                    {sheet::attributes(reader, filled, &page.sheet)}
                    {sheet::instead(reader, filled, &page.sheet, gone)}
                </fieldset>
                {acts}
            </form>
        </main>
    }
    .into_any()
}

fn label(reader: &Reader, field: &str) -> &'static str {
    let lang = reader.lang;
    match field {
        "sku" => t::sku(lang),
        "gtin" => "GTIN / EAN",
        "name_nl" => words::language(domain::Lang::Nl),
        "name_fr" => words::language(domain::Lang::Fr),
        "name_en" => words::language(domain::Lang::En),
        "category" => t::category(lang),
        "factor" => t::factor(lang),
        "minimum" => t::minimum(lang),
        "multiple" => t::multiple(lang),
        "list_price" => t::list_price(lang),
        "cost" => agreements::cost_of_unit(lang),
        "packs" => t::packs(lang),
        "tolerance" => t::tolerance(lang),
        "packaging" => k::comes_in(lang),
        "packaging_per_unit" => k::per_unit(lang),
        "list_tiers" => t::tiers(lang),
        "vat" => t::vat_percent(lang),
        "allergens" => t::allergens(lang),
        "unit" => t::unit(lang),
        "base_unit" => t::base_unit(lang),
        _ => "",
    }
}
