//! Finding in the own list on every key, with the rule the server uses; works without the server.

use domain::Lang;
use leptos::prelude::*;

use crate::i18n::texts as t;

/// Filters the rows of the list, and says so when none is left.
#[island]
pub fn Find(lang: Lang) -> impl IntoView {
    let (none, set_none) = signal(None::<String>);
    // where a page shows a part of the list: the way to the same search in all of it
    let (whole, set_whole) = signal(None::<String>);
    #[cfg(feature = "hydrate")]
    filter::attach(set_none, set_whole);
    #[cfg(not(feature = "hydrate"))]
    let _ = (set_none, set_whole);
    view! {
        <p class="found" role="status">
            {move || none.get().map(|typed| format!("{} ", t::nothing_found(lang, &typed)))}
            {move || whole.get().map(|href| view! { <a href=href>{t::search_whole_list(lang)}</a> })}
        </p>
    }
}

#[cfg(feature = "hydrate")]
mod filter {
    use domain::find::{Query, fit, fold};
    use leptos::prelude::*;
    use wasm_bindgen::JsCast;
    use web_sys::{Element, KeyboardEvent};

    use crate::island::dom;

    pub fn attach(none: WriteSignal<Option<String>>, whole: WriteSignal<Option<String>>) {
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
            let query = Query::new(&searched.value());
            // where there are no rows at all, nothing was looked through
            let mut any = texts.is_empty();
            for (row, text) in texts.iter() {
                let fits = query.is_empty() || fit(&query, text).is_some();
                any |= fits;
                let _ = row.toggle_attribute_with_force("hidden", !fits);
            }
            for section in dom::all(&list, ".list section") {
                let empty = section.query_selector("li.article:not([hidden])").ok().flatten().is_none();
                let _ = section.toggle_attribute_with_force("hidden", empty);
            }
            let typed = searched.value();
            let elsewhere = part && !query.is_empty();
            whole.set(elsewhere.then(|| format!("/order?q={}", js_sys::encode_uri_component(&typed))));
            none.set((!any).then_some(typed));
        });
        dom::listen(&field, "keydown", move |event| {
            // the whole list is filtered already; Enter would load it anew
            if !part && event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Enter") {
                event.prevent_default();
            }
        });
    }
}
