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
    use std::{
        cell::{Cell, RefCell},
        rc::Rc,
    };

    use web_sys::EventSource;

    use crate::island::dom;

    thread_local! {
        static ON_BASKET: RefCell<Option<Rc<dyn Fn()>>> = const { RefCell::new(None) };
        static SOURCE: RefCell<Option<EventSource>> = const { RefCell::new(None) };
        static WAITING: Cell<bool> = const { Cell::new(false) };
    }

    /// What to do when a colleague changed the basket.
    pub fn on_basket(call: impl Fn() + 'static) {
        ON_BASKET.with(|on| *on.borrow_mut() = Some(Rc::new(call)));
    }

    /// Listens while the page is looked at: a browser keeps few connections to one host, and a page in the background
    /// needs none. Coming back, it catches up.
    pub fn attach() {
        listen();
        dom::listen(&dom::document(), "visibilitychange", |_| {
            if dom::document().visibility_state() == web_sys::VisibilityState::Hidden {
                if let Some(source) = SOURCE.with(|s| s.borrow_mut().take()) {
                    source.close();
                }
            } else {
                listen();
                all_changed();
            }
        });
    }

    fn all_changed() {
        orders_changed();
        basket_changed();
    }

    fn listen() {
        let Ok(source) = EventSource::new("/events") else { return };
        dom::listen(&source, "order", |_| orders_changed());
        dom::listen(&source, "sample", |_| orders_changed());
        dom::listen(&source, "basket", |_| basket_changed());
        dom::listen(&source, "missed", |_| all_changed());
        // a browser that was cut off and comes back has heard nothing meanwhile
        let opened = Cell::new(false);
        dom::listen(&source, "open", move |_| {
            if opened.replace(true) {
                all_changed();
            }
        });
        // a browser comes back by itself after a lost connection, but not after an answer that was no stream, as a proxy
        // gives while the server starts anew
        let this = source.clone();
        dom::listen(&source, "error", move |_| {
            if this.ready_state() == EventSource::CLOSED {
                let this = this.clone();
                dom::after(10_000, move || {
                    if SOURCE.with(|s| s.borrow().as_ref() == Some(&this)) {
                        listen();
                        all_changed();
                    }
                });
            }
        });
        if let Some(old) = SOURCE.with(|s| s.borrow_mut().replace(source)) {
            old.close();
        }
    }

    fn basket_changed() {
        if let Some(call) = ON_BASKET.with(|on| on.borrow().clone()) {
            call();
        }
    }

    /// Many changes at once are one refresh.
    fn orders_changed() {
        let any = dom::body().is_some_and(|b| b.query_selector("[data-live]").ok().flatten().is_some());
        if any && !WAITING.replace(true) {
            dom::after(100, refresh_when_free);
        }
    }

    /// Nobody's half-written reason is swept away: while somebody types, it waits.
    fn refresh_when_free() {
        let open = dom::body().is_some_and(|b| !dom::all(&b, "[data-live] details[open] input").is_empty());
        if dom::typing() || open {
            dom::after(1_000, refresh_when_free);
        } else {
            WAITING.set(false);
            leptos::task::spawn_local(dom::refresh("[data-live]"));
        }
    }
}
