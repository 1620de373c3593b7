//! What others change appears without reloading: the server tells that something changed, the page fetches itself anew
//! and takes over its regions marked `data-live`. The server stays the only one that renders.

use leptos::prelude::*;

/// Listens to the server.
#[island]
pub fn Live() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    stream::attach();
}

#[cfg(feature = "hydrate")]
pub mod stream {
    use std::{cell::RefCell, rc::Rc};

    use wasm_bindgen::JsCast;
    use web_sys::{EventSource, MessageEvent};

    use crate::island::dom;

    thread_local! {
        static ON_BASKET: RefCell<Option<Rc<dyn Fn()>>> = const { RefCell::new(None) };
    }

    /// What to do when a colleague changed the basket.
    pub fn on_basket(call: impl Fn() + 'static) {
        ON_BASKET.with(|on| *on.borrow_mut() = Some(Rc::new(call)));
    }

    pub fn attach() {
        let Ok(source) = EventSource::new("/events") else { return };
        dom::listen(&source, "order", |_| refresh_when_free());
        dom::listen(&source, "basket", |event| {
            if event.dyn_ref::<MessageEvent>().is_some() {
                let call = ON_BASKET.with(|on| on.borrow().clone());
                if let Some(call) = call {
                    call();
                }
            }
        });
    }

    /// Nobody's half-written reason is swept away: while somebody types, it waits.
    fn refresh_when_free() {
        let open = dom::body().is_some_and(|b| !dom::all(&b, "[data-live] details[open] input").is_empty());
        if dom::typing() || open {
            dom::after(1_000, refresh_when_free);
        } else {
            leptos::task::spawn_local(dom::refresh("[data-live]"));
        }
    }
}
