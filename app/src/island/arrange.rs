//! Sorting a list by hand: rows are dragged by their handle, and the arrows answer without loading the page. Nothing is
//! moved before the server has said yes.

use leptos::prelude::*;

/// Looks after the form of a list's order. `offline` is said where the server was not reached.
#[island]
pub fn Arrange(offline: String) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    hand::attach(offline);
    #[cfg(not(feature = "hydrate"))]
    let _ = offline;
}

/// Prints the page; without a script the browser's own menu does.
#[island]
pub fn Print(text: String) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    let print = |_| _ = crate::island::dom::window().print();
    #[cfg(not(feature = "hydrate"))]
    let print = |_| ();
    view! { <button class="btn primary scripted" type="button" on:click=print>{text}</button> }
}

#[cfg(feature = "hydrate")]
mod hand {
    use std::{cell::RefCell, rc::Rc};

    use serde::Deserialize;
    use wasm_bindgen::JsCast;
    use web_sys::{Element, HtmlElement, PointerEvent};

    use crate::island::dom;

    struct Hand {
        form: Element,
        offline: String,
        /// The row that is being dragged.
        row: RefCell<Option<Element>>,
        /// Before which row, or at the end of which section, it would fall.
        over: RefCell<Option<Element>>,
    }

    /// What the server answers.
    #[derive(Deserialize)]
    struct Answer {
        version: Option<i64>,
        #[serde(default)]
        fields: Vec<(String, String)>,
    }

    pub fn attach(offline: String) {
        let Some(form) = dom::by_id("arrange") else { return };
        let hand = Rc::new(Hand { form: form.clone(), offline, row: RefCell::default(), over: RefCell::default() });
        let listen = |name: &str, call: fn(&Rc<Hand>, &PointerEvent)| {
            let hand = hand.clone();
            dom::listen(&form, name, move |event| {
                if let Some(event) = event.dyn_ref::<PointerEvent>() {
                    call(&hand, event);
                }
            });
        };
        listen("pointerdown", Hand::take);
        listen("pointermove", Hand::drag);
        listen("pointerup", |hand, _| hand.drop());
        listen("pointercancel", |hand, _| hand.let_go());
        let on_click = hand.clone();
        dom::listen(&form, "click", move |event| {
            let button = dom::target(&event).and_then(|t| t.closest("button").ok().flatten());
            if button.is_some_and(|button| on_click.pressed(&button)) {
                event.prevent_default();
            }
        });
        let on_key = hand;
        if let Some(body) = dom::body() {
            dom::listen(&body, "keydown", move |event| {
                if event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|key| key.key() == "Escape") {
                    on_key.let_go();
                }
            });
        }
    }

    fn closest(element: &Element, selector: &str) -> Option<Element> {
        element.closest(selector).ok().flatten()
    }

    fn attribute(element: &Element, name: &str) -> String {
        element.get_attribute(name).unwrap_or_default()
    }

    impl Hand {
        fn take(self: &Rc<Hand>, event: &PointerEvent) {
            let Some(handle) = dom::target(event).and_then(|t| closest(&t, ".handle")) else { return };
            event.prevent_default();
            let _ = handle.set_pointer_capture(event.pointer_id());
            if let Some(row) = closest(&handle, "li") {
                row.set_class_name("placed held");
                *self.row.borrow_mut() = Some(row);
            }
        }

        fn drag(self: &Rc<Hand>, event: &PointerEvent) {
            let Some(held) = self.row.borrow().clone() else { return };
            let (x, y) = (event.client_x(), event.client_y());
            // at the edge of the window the page goes along
            let height = dom::window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or_default();
            if f64::from(y) > height - 90.0 {
                dom::window().scroll_by_with_x_and_y(0.0, 14.0);
            } else if y < 70 {
                dom::window().scroll_by_with_x_and_y(0.0, -14.0);
            }
            #[expect(clippy::cast_precision_loss, reason = "a place on a screen")]
            let under = dom::document().element_from_point(x as f32, y as f32);
            let over = under.and_then(|e| {
                let named = closest(&e, ".placehead, #arrange h2").and_then(|head| head.next_element_sibling());
                named
                    .and_then(|rows| rows.first_element_child())
                    .or_else(|| closest(&e, "#arrange li"))
                    .or_else(|| closest(&e, "#arrange section"))
            });
            // the name of a section means before its first row, the lower half of a row means behind it
            let over = over.map(|over| {
                let place = over.get_bounding_client_rect();
                let lower = over.tag_name() == "LI" && f64::from(y) > place.top() + place.height() / 2.0;
                match lower {
                    true => over.next_element_sibling().or_else(|| closest(&over, "section")).unwrap_or(over),
                    false => over,
                }
            });
            self.mark(over.filter(|over| *over != held));
        }

        fn mark(&self, over: Option<Element>) {
            if let Some(old) = self.over.borrow_mut().take() {
                let _ = old.class_list().remove_1("falls");
            }
            if let Some(over) = &over {
                let _ = over.class_list().add_1("falls");
            }
            *self.over.borrow_mut() = over;
        }

        fn let_go(&self) {
            self.mark(None);
            if let Some(row) = self.row.borrow_mut().take() {
                row.set_class_name("placed");
            }
        }

        fn drop(self: &Rc<Hand>) {
            let (row, over) = (self.row.borrow().clone(), self.over.borrow().clone());
            self.let_go();
            let (Some(row), Some(over)) = (row, over) else { return };
            let Some(section) = closest(&over, "section") else { return };
            let before = (over.tag_name() == "LI").then_some(over);
            let fields = vec![
                ("move".to_owned(), attribute(&row, "data-product")),
                ("to".to_owned(), attribute(&section, "data-section")),
                ("before".to_owned(), before.as_ref().map(|b| attribute(b, "data-product")).unwrap_or_default()),
            ];
            self.send(fields, move || put(&row, &section, before.as_ref()));
        }

        /// An arrow of a row; where it stands then is found as the server finds it.
        fn pressed(self: &Rc<Hand>, button: &Element) -> bool {
            let name = attribute(button, "name");
            let (up, down) = (name == "up", name == "down");
            let (Some(row), true) = (closest(button, "li"), up || down) else { return false };
            let Some(section) = closest(&row, "section") else { return false };
            let beside = if up { row.previous_element_sibling() } else { row.next_element_sibling() };
            let (section, before) = match beside {
                Some(beside) if up => (section, Some(beside)),
                Some(beside) => (section, beside.next_element_sibling()),
                None => {
                    let other = if up { section.previous_element_sibling() } else { section.next_element_sibling() };
                    let Some(other) = other else { return true };
                    let first = other.query_selector("li").ok().flatten();
                    (other, first.filter(|_| down))
                }
            };
            let button = button.clone();
            self.send(vec![(name, attribute(&row, "data-product"))], move || {
                put(&row, &section, before.as_ref());
                if let Ok(button) = button.dyn_into::<HtmlElement>() {
                    let _ = button.focus();
                }
            });
            true
        }

        fn send(self: &Rc<Hand>, mut fields: Vec<(String, String)>, then: impl FnOnce() + 'static) {
            let hand = self.clone();
            let field = |name: &str| {
                let found = hand.form.query_selector(&format!("input[name={name}]")).ok().flatten();
                found.and_then(|e| dom::input(&e))
            };
            let version = field("version");
            for (name, input) in [("version", &version), ("site", &field("site"))] {
                if let Some(input) = input {
                    fields.push((name.to_owned(), input.value()));
                }
            }
            let action = attribute(&self.form, "action");
            let hand = self.clone();
            leptos::task::spawn_local(async move {
                let answer = dom::post(&action, &fields).await;
                let answer = answer.and_then(|(_, text)| serde_json::from_str::<Answer>(&text).ok());
                let said = match answer {
                    Some(Answer { version: Some(now), .. }) => {
                        if let Some(input) = version {
                            input.set_value(&now.to_string());
                        }
                        then();
                        None
                    }
                    Some(answer) => answer.fields.into_iter().next().map(|(_, text)| text),
                    None => Some(hand.offline.clone()),
                };
                if let Some(line) = dom::by_id("said") {
                    let _ = line.toggle_attribute_with_force("hidden", said.is_none());
                    line.set_text_content(said.as_deref());
                    if said.is_some() {
                        line.scroll_into_view_with_bool(false);
                    }
                }
            });
        }
    }

    /// Puts a row where it goes now, and says so in its choice of sections.
    fn put(row: &Element, section: &Element, before: Option<&Element>) {
        let Some(rows) = section.query_selector("ul").ok().flatten() else { return };
        let _ = rows.insert_before(row, before.map(std::convert::AsRef::as_ref));
        if let Some(choice) = row.query_selector("select").ok().flatten() {
            let _ = js_sys::Reflect::set(&choice, &"value".into(), &attribute(section, "data-section").into());
        }
    }
}
