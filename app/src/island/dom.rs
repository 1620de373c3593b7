//! The little of the browser's interface that the islands use.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Document, Element, Event, HtmlElement, HtmlFormElement, HtmlInputElement, Response, Window};

pub fn window() -> Window {
    leptos::prelude::window()
}

pub fn document() -> Document {
    leptos::prelude::document()
}

/// All elements that match; an invalid selector matches nothing.
pub fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.get(i)?.dyn_into().ok()).collect()
}

/// Is there such an element on the page?
pub fn has(selector: &str) -> bool {
    document().query_selector(selector).ok().flatten().is_some()
}

pub fn body() -> Option<HtmlElement> {
    document().body()
}

pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Listens for as long as the page lives.
pub fn listen(target: &web_sys::EventTarget, name: &str, handler: impl FnMut(Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(handler);
    let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Calls once, later; the number cancels it.
pub fn after(milliseconds: i32, call: impl FnOnce() + 'static) -> i32 {
    let closure = Closure::once_into_js(call);
    window().set_timeout_with_callback_and_timeout_and_arguments_0(closure.unchecked_ref(), milliseconds).unwrap_or(0)
}

pub fn every(milliseconds: i32, call: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut()>::new(call);
    let _ =
        window().set_interval_with_callback_and_timeout_and_arguments_0(closure.as_ref().unchecked_ref(), milliseconds);
    closure.forget();
}

/// The element a click or a key was meant for.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

pub fn input(element: &Element) -> Option<HtmlInputElement> {
    element.clone().dyn_into().ok()
}

/// Is somebody typing?
pub fn typing() -> bool {
    document().active_element().is_some_and(|e| {
        matches!(e.tag_name().as_str(), "TEXTAREA" | "SELECT")
            || e.tag_name() == "INPUT" && !matches!(e.get_attribute("type").as_deref(), Some("checkbox" | "radio"))
    })
}

/// A form in the browser's own encoding; the answer's status and text, or none where the server was not reached.
pub async fn post(url: &str, fields: &[(String, String)]) -> Option<(u16, String)> {
    let init = posting(fields)?;
    let headers = web_sys::Headers::new().ok()?;
    headers.set("Accept", "application/json").ok()?;
    init.set_headers(&headers);
    answer(window().fetch_with_str_and_init(url, &init)).await
}

/// As [`post`], answered as a browser without scripts would be: with the page that comes after it. It goes on when the
/// page is left.
pub async fn post_for_page(url: &str, fields: &[(String, String)]) -> Option<(u16, String)> {
    let init = posting(fields)?;
    js_sys::Reflect::set(&init, &"keepalive".into(), &true.into()).ok()?;
    answer(window().fetch_with_str_and_init(url, &init)).await
}

fn posting(fields: &[(String, String)]) -> Option<web_sys::RequestInit> {
    let body = web_sys::UrlSearchParams::new().ok()?;
    for (name, value) in fields {
        body.append(name, value);
    }
    let init = web_sys::RequestInit::new();
    init.set_method("POST");
    init.set_body(&body);
    Some(init)
}

/// The body of a page that was fetched.
pub fn parsed(text: &str) -> Option<HtmlElement> {
    web_sys::DomParser::new().ok()?.parse_from_string(text, web_sys::SupportedType::TextHtml).ok()?.body()
}

/// Sends a form while the page is being left; nobody hears the answer.
pub fn post_behind(url: &str, fields: &[(String, String)]) {
    let Ok(body) = web_sys::UrlSearchParams::new() else { return };
    for (name, value) in fields {
        body.append(name, value);
    }
    let _ = window().navigator().send_beacon_with_opt_url_search_params(url, Some(&body));
}

/// Sends a form of one field, as if it had stood on the page.
pub fn send(action: &str, name: &str, value: &str) {
    let form = document().create_element("form").ok().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let field = document().create_element("textarea").ok();
    let (Some(form), Some(field), Some(body)) = (form, field, body()) else { return };
    let _ = field.set_attribute("name", name);
    field.set_text_content(Some(value));
    form.set_method("post");
    form.set_action(action);
    let _ = form.toggle_attribute_with_force("hidden", true);
    let _ = form.append_child(&field);
    let _ = body.append_child(&form);
    let _ = form.submit();
}

/// What a page fetches by itself, and says so: it must not keep a session alive that nobody uses.
pub async fn get(url: &str) -> Option<(u16, String)> {
    let init = web_sys::RequestInit::new();
    let headers = web_sys::Headers::new().ok()?;
    headers.set("Toonbank-By-Itself", "1").ok()?;
    init.set_headers(&headers);
    answer(window().fetch_with_str_and_init(url, &init)).await
}

async fn answer(promise: js_sys::Promise) -> Option<(u16, String)> {
    let response: Response = wasm_bindgen_futures::JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    let text: JsValue = wasm_bindgen_futures::JsFuture::from(response.text().ok()?).await.ok()?;
    Some((response.status(), text.as_string()?))
}

/// Fetches the page anew and takes over the regions with this selector; `data-live` pairs old with new.
pub async fn refresh(selector: &str) {
    // the page's own address: after a refused form the browser shows that of the form
    let Some(url) = body().and_then(|b| b.get_attribute("data-here")) else { return };
    let Some((200, text)) = get(&url).await else { return };
    let Ok(parser) = web_sys::DomParser::new() else { return };
    let Ok(fresh) = parser.parse_from_string(&text, web_sys::SupportedType::TextHtml) else { return };
    let (Some(body), Some(fresh)) = (body(), fresh.body()) else { return };
    let fresh = all(&fresh, selector);
    for (old, new) in all(&body, selector).into_iter().zip(fresh) {
        if old.inner_html() != new.inner_html() {
            // where the focus was, by what it leads to
            let focused =
                document().active_element().filter(|e| old.contains(Some(e))).and_then(|e| e.get_attribute("href"));
            old.set_text_content(None);
            while let Some(child) = new.first_child() {
                let _ = old.append_child(&child);
            }
            if let Some(href) = focused
                && let Some(link) = all(&old, "a").into_iter().find(|a| a.get_attribute("href").as_ref() == Some(&href))
                && let Ok(link) = link.dyn_into::<HtmlElement>()
            {
                let _ = link.focus();
            }
        }
    }
}
