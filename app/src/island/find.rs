//! Finding in the own list on every key, with the rule the server uses; works without the server.

use domain::Lang;
use leptos::prelude::*;

/// Filters the rows of the list. What there is to say then stands in the page already (`found::filtered`), hidden.
#[island]
pub fn Find(lang: Lang) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    filter::attach(lang);
    #[cfg(not(feature = "hydrate"))]
    let _ = lang;
}

#[cfg(feature = "hydrate")]
mod filter {
    use domain::{
        Lang,
        find::{Query, fit, fold},
    };
    use wasm_bindgen::JsCast;
    use web_sys::{Element, HtmlElement, KeyboardEvent};

    use crate::{i18n::texts as t, island::dom};

    pub fn attach(lang: Lang) {
        let Some(field) = dom::by_id("q").and_then(|e| dom::input(&e)) else { return };
        let Some(list) = dom::body() else { return };
        // a page that shows a part of the list can only filter that part: there the server is asked for all of it
        let part = field.has_attribute("data-part")
            || !field.default_value().is_empty()
            || dom::has("#order input[name=show], #order input[name=category]");
        // folded once, when somebody first searches
        let mut texts: Option<Vec<(Element, String)>> = None;
        let searched = field.clone();
        dom::listen(&field, "input", move |_| {
            let texts = texts.get_or_insert_with(|| {
                dom::all(&list, "li.article")
                    .into_iter()
                    .map(|row| {
                        let text = row.query_selector(".name").ok().flatten().map(|name| {
                            dom::all(&name, "h3,p")
                                .iter()
                                .filter_map(|e| e.text_content())
                                .collect::<Vec<_>>()
                                .join(" ")
                        });
                        (row, fold(&text.unwrap_or_default()))
                    })
                    .collect()
            });
            let typed = searched.value();
            let query = Query::new(&typed);
            // where there are no rows at all, nothing was looked through
            let mut any = texts.is_empty();
            for (row, text) in texts.iter() {
                let fits = query.is_empty() || fit(&query, text).is_some();
                any |= fits;
                show(row, fits);
            }
            for section in dom::all(&list, ".list section") {
                let rows = section.query_selector("li.article:not([hidden])").ok().flatten();
                show(&section, rows.is_some());
            }
            if let Some(heading) = dom::by_id("found-none") {
                heading.set_text_content(Some(&t::nothing_found(lang, &typed)));
                if let Some(card) = heading.parent_element() {
                    show(&card, !any);
                }
            }
            if let Some(line) = dom::by_id("found-part") {
                show(&line, any && part && !query.is_empty());
            }
        });
        dom::listen(&field, "keydown", move |event| {
            if event.dyn_ref::<KeyboardEvent>().is_none_or(|key| key.key() != "Enter") {
                return;
            }
            // the whole list is filtered already, and Enter would load it anew; what only the server finds, it is asked
            // for by the button, which takes along what was typed elsewhere
            let found = dom::has("li.article:not([hidden])");
            if !found || !part {
                event.prevent_default();
            }
            if !found && dom::window().navigator().on_line() {
                let button = dom::document().query_selector(".find button").ok().flatten();
                if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                    button.click();
                }
            }
        });
    }

    fn show(element: &Element, shown: bool) {
        let _ = element.toggle_attribute_with_force("hidden", !shown);
    }
}
