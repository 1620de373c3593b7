//! The desk without a mouse. A key presses the element that names it in `data-key`; `j` and `k` walk the rows.

use leptos::prelude::*;

/// Listens while nobody types.
#[island]
pub fn Keys() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    board::attach();
}

#[cfg(feature = "hydrate")]
mod board {
    use wasm_bindgen::JsCast;
    use web_sys::{HtmlElement, KeyboardEvent};

    use crate::island::dom;

    pub fn attach() {
        dom::listen(&dom::document(), "keydown", |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
            if key.ctrl_key() || key.meta_key() || key.alt_key() {
                return;
            }
            if key.key() == "Escape" {
                if let Some(element) = dom::document().active_element().and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
                    let _ = element.blur();
                }
                return;
            }
            if dom::typing() {
                return;
            }
            let done = match key.key().as_str() {
                "j" => walk(1),
                "k" => walk(-1),
                name => press(name),
            };
            if done {
                event.prevent_default();
            }
        });
    }

    fn walk(by: i32) -> bool {
        let Some(body) = dom::body() else { return false };
        let rows = dom::all(&body, "[data-row]");
        let Some(last) = rows.len().checked_sub(1) else { return false };
        let active = dom::document().active_element();
        let here = rows.iter().position(|r| active.as_ref().is_some_and(|a| r.is_same_node(Some(a))));
        let next = match here {
            Some(at) => (at as i32 + by).clamp(0, last as i32) as usize,
            None if by > 0 => 0,
            None => last,
        };
        rows.get(next).and_then(|r| r.clone().dyn_into::<HtmlElement>().ok()).is_some_and(|row| row.focus().is_ok())
    }

    fn press(name: &str) -> bool {
        let Some(body) = dom::body() else { return false };
        let element =
            dom::all(&body, "[data-key]").into_iter().find(|e| e.get_attribute("data-key").as_deref() == Some(name));
        let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) else { return false };
        element.click();
        // a folded form opens with its first field ready
        let field =
            element.parent_element().and_then(|p| p.query_selector("input:not([type=hidden]),select").ok().flatten());
        if element.tag_name() == "SUMMARY"
            && let Some(field) = field.and_then(|f| f.dyn_into::<HtmlElement>().ok())
        {
            let _ = field.focus();
        }
        true
    }
}
