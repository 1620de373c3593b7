//! A list on paper, A4, as it is sorted: what it is called here, the usual quantity, and a box to write in.

use domain::{Quantity, product::Article};
use leptos::prelude::*;

use crate::{
    i18n::{format, lists as l, words},
    island::arrange::Print,
    page::Reader,
};

/// A heading, and what stands under it with what is usual; no heading where it is empty.
pub type Group = (String, Vec<(Article, Option<Quantity>)>);

/// What the page shows; no price is on it, so it can hang in the bakery.
#[derive(Clone, Debug)]
pub struct Paper {
    pub title: String,
    pub under: String,
    /// Where it came from.
    pub back: String,
    pub groups: Vec<Group>,
}

pub fn page(reader: &Reader, paper: &Paper) -> impl IntoView + use<> {
    let lang = reader.lang;
    let printed = l::printed_on(lang, &format::full_date(lang, reader.today()));
    let under = if paper.under.is_empty() { printed } else { format!("{} · {printed}", paper.under) };
    let groups: Vec<_> = paper.groups.iter().map(|(name, rows)| group(reader, name, rows)).collect();
    view! {
        <main class="page paper" id="main">
            <div class="head"><p class="no-print"><a href=paper.back.clone()>{paper.title.clone()}</a></p><h1>{paper.title.clone()}</h1><p>{under}</p></div>
            <p class="row no-print"><Print text=l::print(lang).to_owned()/><span class="tip">{l::paper_tip(lang)}</span></p>
            <div class="onpaper">
                <table class="sheets">
                    <thead><tr>
                        <th scope="col">{l::amount(lang)}</th><th scope="col">{l::article(lang)}</th><th scope="col">{l::own_code(lang)}</th>
                        <th scope="col">{l::sku(lang)}</th><th scope="col">{l::usual(lang)}</th><th scope="col">{l::unit(lang)}</th>
                    </tr></thead>
                    {groups}
                </table>
            </div>
        </main>
    }
}

fn group(reader: &Reader, name: &str, rows: &[(Article, Option<Quantity>)]) -> impl IntoView + use<> {
    let lang = reader.lang;
    let heading = (!name.is_empty())
        .then(|| view! { <tr class="sec"><th colspan="6" scope="rowgroup">{name.to_owned()}</th></tr> });
    let rows: Vec<_> = rows
        .iter()
        .map(|(a, usual)| {
            let other = a.own_name.as_ref().map(|_| view! { <small>{a.name.clone()}</small> });
            let unit = words::unit(lang, &a.unit.code, Quantity::whole(1)).to_owned();
            let pack = domain::succession::Packing { unit: a.unit.clone(), base_unit: a.base_unit.clone() };
            let pack = crate::product::pack_text(lang, &pack);
            let unit = if pack.is_empty() { unit } else { pack };
            view! {
                <tr>
                    <td class="write"><span></span></td>
                    <th scope="row">{a.title().to_owned()}{other}</th>
                    <td>{a.own_code.clone()}</td>
                    <td class="code">{a.sku.clone()}</td>
                    <td class="num">{usual.map(|q| reader.quantity(q))}</td>
                    <td>{unit}</td>
                </tr>
            }
        })
        .collect();
    view! { <tbody>{heading}{rows}</tbody> }
}
