//! One article after the other: the form stands ready for the next one at once, while the server answers to the last.
//! A scanner that types and presses Enter is a quick typist; a camera is another.

use domain::Lang;
use leptos::prelude::*;

use crate::i18n::quick as q;

/// Looks after the form it stands in; shows a button where there is a camera that can read barcodes.
#[island]
pub fn Entry(lang: Lang) -> impl IntoView {
    // what went wrong on this side of the line
    let trouble = RwSignal::new(None::<&'static str>);
    let can_scan = RwSignal::new(false);
    let scans = RwSignal::new(false);
    #[cfg(feature = "hydrate")]
    {
        line::attach(lang, trouble);
        super::camera::look(can_scan);
    }
    let pressed = move |_| {
        #[cfg(feature = "hydrate")]
        super::camera::press(lang, scans, trouble);
    };
    let label = move || if scans.get() { q::stop_camera(lang) } else { q::scan_camera(lang) };
    view! {
        <button type="button" class="btn camera" hidden=move || !can_scan.get() on:click=pressed>{label}</button>
        <video class="finder" id="finder" playsinline muted hidden=move || !scans.get()></video>
        <p class="err" role="status">{move || trouble.get()}</p>
    }
}

#[cfg(feature = "hydrate")]
pub mod line {
    use std::{
        cell::{Cell, RefCell},
        collections::VecDeque,
        rc::Rc,
    };

    use domain::Lang;
    use leptos::prelude::*;
    use wasm_bindgen::JsCast;
    use web_sys::{Element, HtmlInputElement, MouseEvent, SubmitEvent};

    use crate::{i18n::quick as q, island::dom};

    const ACTION: &str = "/quick-order/line";

    type Sent = Vec<(String, String)>;

    struct Line {
        lang: Lang,
        form: Element,
        /// Entered and not yet answered, in their order.
        queue: RefCell<VecDeque<Sent>>,
        flying: Cell<bool>,
        /// Where he wants to go as soon as the last one is answered.
        then: RefCell<Option<String>>,
        trouble: RwSignal<Option<&'static str>>,
    }

    pub fn attach(lang: Lang, trouble: RwSignal<Option<&'static str>>) {
        let Some(form) = dom::by_id("entry") else { return };
        let line = Rc::new(Line {
            lang,
            form: form.clone(),
            queue: RefCell::default(),
            flying: Cell::default(),
            then: RefCell::default(),
            trouble,
        });
        let on_submit = line.clone();
        dom::listen(&form, "submit", move |event| {
            let button = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
            // to the check screen one goes
            if button.as_ref().is_some_and(|button| button.has_attribute("formaction")) {
                return;
            }
            event.prevent_default();
            let named =
                button.and_then(|b| Some((b.get_attribute("name")?, b.get_attribute("value").unwrap_or_default())));
            on_submit.enter(named);
        });
        let on_link = line.clone();
        if let Some(body) = dom::body() {
            dom::listen(&body, "click", move |event| {
                let link = dom::target(&event).and_then(|t| t.closest("a[href^='/']").ok().flatten());
                let Some(href) = link.and_then(|link| link.get_attribute("href")) else { return };
                let plain =
                    event.dyn_ref::<MouseEvent>().is_some_and(|m| !m.ctrl_key() && !m.meta_key() && !m.shift_key());
                // the basket that comes next shows the last line too
                if plain && !on_link.queue.borrow().is_empty() && trouble.get_untracked().is_none() {
                    event.prevent_default();
                    *on_link.then.borrow_mut() = Some(href);
                }
            });
        }
        dom::listen(&dom::window(), "pagehide", move |_| {
            // the one that is on its way arrives by itself; sent twice it would count twice
            for sent in line.queue.borrow_mut().drain(..).skip(usize::from(line.flying.get())) {
                dom::post_behind(ACTION, &sent);
            }
        });
    }

    /// Enters a code as if it had been typed.
    pub fn enter(code: &str) {
        if let (Some(field), Some(form)) = (field("f-code"), dom::by_id("entry")) {
            field.set_value(code);
            if let Some(form) = form.dyn_ref::<web_sys::HtmlFormElement>() {
                let _ = form.request_submit();
            }
        }
    }

    fn field(id: &str) -> Option<HtmlInputElement> {
        dom::by_id(id).and_then(|e| dom::input(&e))
    }

    impl Line {
        /// Takes what is typed, or what a button says, and stands ready for the next.
        fn enter(self: &Rc<Line>, button: Option<(String, String)>) {
            let (Some(code), Some(quantity)) = (field("f-code"), field("f-quantity")) else { return };
            let typed = (code.value(), quantity.value());
            let mut sent: Sent = match &button {
                // a step of an article that was entered leaves what is being typed alone
                Some((name, _)) if name != "product" => Vec::new(),
                None if typed.0.trim().is_empty() => {
                    let _ = code.focus();
                    return;
                }
                _ => {
                    code.set_value("");
                    quantity.set_value("");
                    let asked = self.value("asked");
                    vec![("code".into(), typed.0), ("quantity".into(), typed.1), ("asked".into(), asked)]
                }
            };
            let _ = code.focus();
            sent.extend(button);
            self.queue.borrow_mut().push_back(sent);
            self.send();
        }

        fn value(&self, name: &str) -> String {
            let found = self.form.query_selector(&format!("input[name={name}]")).ok().flatten();
            found.and_then(|e| dom::input(&e)).map(|field| field.value()).unwrap_or_default()
        }

        /// One after the other: each answer carries what the next one sends along.
        fn send(self: &Rc<Line>) {
            if self.flying.get() {
                return;
            }
            let Some(next) = self.queue.borrow().front().cloned() else { return };
            let mut sent = next;
            sent.push(("part".into(), "true".into()));
            for name in ["site", "recent", "kept"] {
                let fields = dom::all(&self.form, &format!("input[name={name}]"));
                sent.extend(fields.iter().filter_map(dom::input).map(|field| (name.to_owned(), field.value())));
            }
            self.flying.set(true);
            let line = self.clone();
            leptos::task::spawn_local(async move {
                let answer = dom::post_for_page(ACTION, &sent).await;
                line.flying.set(false);
                match answer {
                    Some((200 | 422, text)) => {
                        line.queue.borrow_mut().pop_front();
                        line.trouble.set(None);
                        line.show(&text);
                        line.send();
                        let then = if line.queue.borrow().is_empty() { line.then.take() } else { None };
                        if let Some(href) = then {
                            let _ = dom::window().location().set_href(&href);
                        }
                    }
                    // signed out, gone to another site: the page itself says so, and keeps what was typed
                    Some((401 | 403 | 404 | 409, _)) => {
                        let left = line.queue.borrow_mut().pop_front().unwrap_or_default();
                        for (name, value) in left {
                            if let Some(field) = field(&format!("f-{name}")) {
                                field.set_value(&value);
                            }
                        }
                        if let Some(form) = line.form.dyn_ref::<web_sys::HtmlFormElement>() {
                            let _ = form.submit();
                        }
                    }
                    _ => {
                        line.then.take();
                        line.trouble.set(Some(q::not_sent(line.lang)));
                        dom::after(3_000, move || line.send());
                    }
                }
            });
        }

        /// Takes over what came of it; what came to nothing stands in its field again, unless the next is being typed.
        fn show(&self, text: &str) {
            let Some(fresh) = dom::parsed(text) else { return };
            let fresh_code = fresh.query_selector("#f-code").ok().flatten().and_then(|e| dom::input(&e));
            let fresh_quantity = fresh.query_selector("#f-quantity").ok().flatten().and_then(|e| dom::input(&e));
            for (old, new) in
                dom::all(&self.form, "[data-part]").into_iter().zip(dom::all(&fresh, "#entry [data-part]"))
            {
                old.set_inner_html(&new.inner_html());
            }
            let (Some(code), Some(quantity)) = (field("f-code"), field("f-quantity")) else { return };
            let waits = self.queue.borrow().is_empty() && code.value().is_empty() && quantity.value().is_empty();
            if let (true, Some(fresh), Some(fresh_quantity)) = (waits, fresh_code, fresh_quantity) {
                for (field, fresh) in [(&code, &fresh), (&quantity, &fresh_quantity)] {
                    field.set_value(&fresh.default_value());
                }
                // the next scan writes over it: it is kept below
                code.select();
            }
        }
    }
}
