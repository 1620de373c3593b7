//! The order sheet: quantities are priced while they are typed, saved a moment later, and follow what colleagues change.

use domain::{Cents, Currency, Lang};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::i18n::{format, texts as t};

/// What the bar says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// None for who may not see prices.
    pub net: Option<i64>,
    pub count: usize,
    /// Is something of it paid by the weight it will have?
    pub about: bool,
}

/// The sum in the bar of the own list; awake, it looks after the whole form.
#[island]
pub fn Sheet(lang: Lang, currency: Currency, now: Sum, minimum: Option<i64>) -> impl IntoView {
    let sum = RwSignal::new(now);
    #[cfg(feature = "hydrate")]
    rows::attach(lang, currency, move |s| sum.set(s), |_| ());
    let strong = move || match sum.get().net {
        Some(net) if sum.get().about => t::about(lang, &format::money(lang, currency, Cents(net))),
        Some(net) => format::money(lang, currency, Cents(net)),
        None => t::articles(lang, sum.get().count),
    };
    let beside = move || sum.get().net.map(|_| format!(" {}", t::articles_net(lang, sum.get().count)));
    let left = move || {
        let minimum = minimum?;
        let left = minimum - sum.get().net?;
        let money = |cents| format::money(lang, currency, Cents(cents));
        (left > 0).then(|| t::left_to_minimum(lang, &money(left), &money(minimum)))
    };
    let reached = move || sum.get().net.unwrap_or(0).to_string();
    let progress = minimum.filter(|_| now.net.is_some()).map(|m| {
        view! { <progress max=m.to_string() value=reached aria-label=t::to_your_minimum(lang)></progress> }
    });
    view! {
        {progress}
        <div role="status"><p><b>{strong}</b>{beside}</p><p>{left}</p></div>
    }
}

#[cfg(feature = "hydrate")]
pub mod rows {
    use std::{
        cell::{Cell, RefCell},
        collections::BTreeMap,
        rc::Rc,
    };

    use domain::{
        Cents, Currency, Lang, ProductId, Quantity, Refusal, SalesUnit, UnitCode, UnitPrice,
        basket::{BasketSaved, BasketState, StateLine},
        bundle::Bundle,
        money::{PricedBy, Tolerance},
        pack::{Pack, equivalents},
        price::TieredPrice,
    };
    use serde::Deserialize;
    use wasm_bindgen::JsCast;
    use web_sys::{ClipboardEvent, Element, HtmlElement, HtmlInputElement, KeyboardEvent, SubmitEvent};

    use super::Sum;
    use crate::{
        i18n::{format, promotions::bundle_note, quantity_refusal, texts, tier_hint, tier_sentence, words},
        island::{dom, live::stream},
    };

    struct Rows {
        lang: Lang,
        currency: Currency,
        form: Element,
        /// Typed and not yet known to the server, by field.
        unsaved: RefCell<BTreeMap<String, String>>,
        timer: RefCell<Option<i32>>,
        /// A save is on its way.
        flying: Cell<bool>,
        /// The form itself is being sent.
        sending: Cell<bool>,
        /// The button that wants to send the form as soon as it has arrived.
        sender: RefCell<Option<HtmlElement>>,
        /// The bundles that are within reach here, with what is typed of their parts.
        bundles: RefCell<Vec<Bundle>>,
        told: Box<dyn Fn(Sum)>,
        saved: Box<dyn Fn(Sum)>,
    }

    /// One row's rules, as the server wrote them into `data-u`.
    struct Rules {
        unit: SalesUnit,
        price: Option<TieredPrice>,
        /// The base unit; nothing where a quantity is not said in other units.
        base: UnitCode,
        packs: Vec<Pack>,
    }

    impl Rules {
        fn is_weighed(&self) -> bool {
            self.unit.priced_by.tolerance().is_some()
        }

        fn amount(&self, quantity: Quantity) -> Option<Cents> {
            Some(self.price.as_ref()?.amount(quantity, &self.unit))
        }
    }

    /// What the server answers when it refuses.
    #[derive(Deserialize)]
    struct Refused {
        fields: Vec<(String, String)>,
    }

    /// `told` hears the new sum after every key, `saved` that the server has it.
    pub fn attach(lang: Lang, currency: Currency, told: impl Fn(Sum) + 'static, saved: impl Fn(Sum) + 'static) {
        let Some(form) = dom::by_id("order") else { return };
        let rows = Rc::new(Rows {
            lang,
            currency,
            form: form.clone(),
            unsaved: RefCell::default(),
            timer: RefCell::default(),
            flying: Cell::default(),
            sending: Cell::default(),
            sender: RefCell::default(),
            bundles: RefCell::new(bundles(&form)),
            told: Box::new(told),
            saved: Box::new(saved),
        });
        let on_input = rows.clone();
        dom::listen(&form, "input", move |event| {
            if let Some(field) = dom::target(&event).and_then(|t| dom::input(&t)).filter(is_quantity) {
                on_input.changed(&field, 600);
            }
        });
        let on_click = rows.clone();
        dom::listen(&form, "click", move |event| {
            let button = dom::target(&event).and_then(|t| t.closest("button").ok().flatten());
            if button.is_some_and(|button| on_click.pressed(&button)) {
                event.prevent_default();
            }
        });
        let on_key = rows.clone();
        dom::listen(&form, "keydown", move |event| {
            let enter = event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Enter");
            if let Some(field) = dom::target(&event).and_then(|t| dom::input(&t)).filter(is_quantity).filter(|_| enter)
            {
                // Enter goes on to the next quantity, as in a spreadsheet
                event.prevent_default();
                on_key.focus_after(&field);
            }
        });
        let on_submit = rows.clone();
        dom::listen(&form, "submit", move |event| {
            // what is typed goes with the form itself; only a save under way is waited for
            if let Some(timer) = on_submit.timer.borrow_mut().take() {
                dom::window().clear_timeout_with_handle(timer);
            }
            on_submit.sending.set(!on_submit.flying.get());
            if on_submit.flying.get() {
                event.prevent_default();
                let button = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
                *on_submit.sender.borrow_mut() = button;
            }
        });
        if let Some(body) = dom::body() {
            dom::listen(&body, "paste", paste_rows);
        }
        let on_leave = rows.clone();
        dom::listen(&dom::window(), "pagehide", move |_| on_leave.leave());
        // shown again out of the browser's memory: nothing is being sent any more
        let on_show = rows.clone();
        dom::listen(&dom::window(), "pageshow", move |_| on_show.sending.set(false));
        let on_online = rows.clone();
        dom::listen(&dom::window(), "online", move |_| on_online.save());
        rows.gather();
        // what was typed before the islands woke
        for field in rows.fields().iter().filter(|f| f.value() != f.default_value()) {
            rows.changed(field, 250);
        }
        stream::on_basket(move || {
            let rows = rows.clone();
            leptos::task::spawn_local(async move { rows.follow().await });
        });
    }

    /// Rows of a spreadsheet that are pasted into a quantity or into the search are a quick order; one cell is only itself.
    fn paste_rows(event: web_sys::Event) {
        let field = dom::target(&event).and_then(|t| dom::input(&t));
        if !field.is_some_and(|f| is_quantity(&f) || f.name() == "q") {
            return;
        }
        let Some(text) = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(ClipboardEvent::clipboard_data)
            .and_then(|data| data.get_data("text/plain").ok())
            .filter(|text| text.trim().contains(['\t', '\n']))
        else {
            return;
        };
        event.prevent_default();
        dom::send("/quick-order", "lines", &text);
    }

    fn is_quantity(field: &HtmlInputElement) -> bool {
        field.name().starts_with("quantity.")
    }

    impl Rows {
        fn fields(&self) -> Vec<HtmlInputElement> {
            dom::all(&self.form, "input[name^='quantity.']").iter().filter_map(dom::input).collect()
        }

        fn focus_after(&self, field: &HtmlInputElement) {
            let fields: Vec<_> =
                self.fields().into_iter().filter(|f| f.closest("[hidden]").ok().flatten().is_none()).collect();
            let next = fields.iter().position(|f| f == field).and_then(|at| fields.get(at + 1));
            if let Some(next) = next {
                let _ = next.focus();
                next.select();
            }
        }

        /// Less, more, the usual, away: the button's value names the product.
        fn pressed(self: &Rc<Rows>, button: &Element) -> bool {
            let Some(value) = button.get_attribute("value") else { return false };
            let id = value.split(':').next().unwrap_or_default();
            let Some(field) = dom::by_id(&format!("f-quantity-{id}")).and_then(|e| dom::input(&e)) else {
                return false;
            };
            let Some(rules) = rules(&field) else { return false };
            let now = Quantity::parse(&field.value()).unwrap_or_default();
            let next = match button.get_attribute("name").as_deref() {
                Some("less") => rules.unit.step(now, false),
                Some("more") => rules.unit.step(now, true),
                Some("remove") => Quantity::ZERO,
                Some("pack") => match rules.packs.iter().find(|p| value.ends_with(&p.code.0)) {
                    Some(pack) => pack.fill(now),
                    None => return false,
                },
                Some("usual") => match button.get_attribute("data-q").and_then(|q| q.parse().ok()) {
                    Some(q) => Quantity(q),
                    None => return false,
                },
                _ => return false,
            };
            field.set_value(&shown(self.lang, next));
            self.changed(&field, 250);
            true
        }

        fn changed(self: &Rc<Rows>, field: &HtmlInputElement, wait: i32) {
            self.gather();
            self.show(field);
            self.show_bundled(field);
            say_by(field, None);
            (self.told)(self.sum());
            self.unsaved.borrow_mut().insert(field.name(), field.value());
            self.save_after(wait);
        }

        fn save_after(self: &Rc<Rows>, wait: i32) {
            if let Some(timer) = self.timer.borrow_mut().take() {
                dom::window().clear_timeout_with_handle(timer);
            }
            let rows = self.clone();
            *self.timer.borrow_mut() = Some(dom::after(wait, move || rows.save()));
        }

        /// Sends what the server does not know yet. What could not be sent stays, and goes with the next try.
        fn save(self: &Rc<Rows>) {
            let unsaved: Vec<(String, String)> =
                self.unsaved.borrow().iter().map(|(name, value)| (name.clone(), value.clone())).collect();
            let (send, _): (Vec<_>, Vec<_>) = unsaved.into_iter().partition(|(name, value)| self.is_valid(name, value));
            if send.is_empty() {
                return;
            }
            // one after the other: the last one typed is the last one to arrive
            if self.flying.get() {
                return self.save_after(100);
            }
            let rows = self.clone();
            self.flying.set(true);
            leptos::task::spawn_local(async move {
                let answer = dom::post("/basket/lines", &rows.with_site(&send)).await;
                rows.flying.set(false);
                match answer {
                    Some((200, text)) => {
                        rows.count_in(&text);
                        rows.unsaved
                            .borrow_mut()
                            .retain(|name, value| !send.iter().any(|(n, v)| n == name && v == value));
                        (rows.saved)(rows.sum());
                    }
                    Some((422, text)) => {
                        // all or nothing: what was not refused goes once more, without what was
                        let refused: Option<Refused> = serde_json::from_str(&text).ok();
                        let refused = refused.map(|r| r.fields).unwrap_or_default();
                        let before = rows.unsaved.borrow().len();
                        rows.unsaved.borrow_mut().retain(|name, _| !refused.iter().any(|(n, _)| n == name));
                        for (name, message) in refused {
                            if let Some(field) = rows.fields().into_iter().find(|f| f.name() == name) {
                                say(&field, Some(&message));
                            }
                        }
                        let left = rows.unsaved.borrow().len();
                        if left > 0 {
                            rows.save_after(if left < before { 0 } else { 5_000 });
                        }
                    }
                    // signed out, or gone to another site in another tab: the page itself says so
                    Some((401 | 409, _)) => {
                        let _ = dom::window().location().reload();
                    }
                    _ => rows.save_after(5_000),
                }
                let sender = rows.sender.borrow_mut().take();
                if let Some(button) = sender {
                    button.click();
                }
            });
        }

        /// Every post says for which site the page is.
        fn with_site(&self, fields: &[(String, String)]) -> Vec<(String, String)> {
            let site = self.form.query_selector("input[name=site]").ok().flatten().and_then(|e| dom::input(&e));
            let site = site.map(|site| ("site".to_owned(), site.value()));
            fields.iter().cloned().chain(site).collect()
        }

        /// The page is left before its last change was sent: the browser sends it behind.
        fn leave(&self) {
            let unsaved: Vec<_> = self.unsaved.borrow().iter().map(|(n, v)| (n.clone(), v.clone())).collect();
            let send: Vec<_> = unsaved.into_iter().filter(|(name, value)| self.is_valid(name, value)).collect();
            // a form that is being sent takes its fields along
            if !send.is_empty() && !self.sending.get() {
                dom::post_behind("/basket/lines", &self.with_site(&send));
            }
        }

        /// One's own change is no reason to be asked again: the version that was seen goes on by one. Where it went on by
        /// more, a colleague changed something too, and sending will say so.
        fn count_in(&self, text: &str) {
            let field = self.form.query_selector("input[name=version]").ok().flatten().and_then(|e| dom::input(&e));
            let saved = serde_json::from_str(text).map(|saved: BasketSaved| saved.version);
            let (Some(field), Ok(Some(version))) = (field, saved) else { return };
            if field.value().parse() == Ok(version - 1) {
                field.set_value(&version.to_string());
            }
        }

        fn is_valid(&self, name: &str, value: &str) -> bool {
            let field = self.fields().into_iter().find(|f| f.name() == name);
            let rules = field.as_ref().and_then(rules);
            rules.is_some_and(|rules| Quantity::parse(value).and_then(|q| rules.unit.check(q)).is_ok())
        }

        /// Takes the quantities of the parts of bundles from their fields; a part that has none here stays as it was.
        fn gather(&self) {
            for part in self.bundles.borrow_mut().iter_mut().flat_map(|bundle| &mut bundle.parts) {
                let field = dom::by_id(&format!("f-quantity-{}", part.product)).and_then(|e| dom::input(&e));
                if let Some(field) = field {
                    let typed = Quantity::parse(&field.value()).and_then(|q| part.unit.check(q));
                    part.quantity = typed.unwrap_or_default();
                }
            }
        }

        /// The rows of the other articles of a field's bundle: what they cost depends on it.
        fn show_bundled(&self, field: &HtmlInputElement) {
            let bundles = self.bundles.borrow();
            let parts = bundles.iter().filter(|bundle| part_at(bundle, field).is_some()).flat_map(|b| &b.parts);
            let fields = parts.filter_map(|part| dom::by_id(&format!("f-quantity-{}", part.product)));
            for other in fields.filter_map(|e| dom::input(&e)).filter(|other| other.name() != field.name()) {
                self.show(&other);
            }
        }

        /// The row as it is now: lit or not, its amount, its message.
        fn show(&self, field: &HtmlInputElement) {
            let (Some(row), Some(rules)) = (row(field), rules(field)) else { return };
            let checked = Quantity::parse(&field.value()).and_then(|q| rules.unit.check(q));
            let message = checked
                .as_ref()
                .err()
                .map(|refusal: &Refusal| quantity_refusal(self.lang, refusal).unwrap_or_default());
            say(field, message.as_deref());
            let quantity = checked.unwrap_or_default();
            let _ = row.class_list().toggle_with_force(
                "on",
                quantity > Quantity::ZERO && self.form.get_attribute("action").as_deref() == Some("/basket/lines"),
            );
            let bundles = self.bundles.borrow();
            let bundle = bundles.iter().find_map(|bundle| Some((bundle, part_at(bundle, field)?)));
            let off = bundle.map(|(bundle, product)| bundle.off_of(product)).unwrap_or_default();
            let amount = rules.amount(quantity).filter(|_| quantity > Quantity::ZERO).map(|amount| amount - off);
            let text = amount.map_or_else(String::new, |a| format::money(self.lang, self.currency, a));
            let text = if rules.is_weighed() && !text.is_empty() { texts::about(self.lang, &text) } else { text };
            let say = |selector: &str, text: &str| {
                if let Some(element) = row.query_selector(selector).ok().flatten() {
                    element.set_text_content(Some(text));
                }
            };
            if let Some((bundle, product)) = bundle {
                say(".bundle", &bundle_note(self.lang, self.currency, bundle, product));
            }
            let same = equivalents(quantity, &rules.unit, &rules.base, &rules.packs);
            say(".eq", &words::equivalents(self.lang, &same));
            if let Some(price) = &rules.price {
                say(".why summary b", &format::unit_price(self.lang, self.currency, price.at(quantity)));
                let hint = tier_hint(self.lang, self.currency, price, quantity, &rules.unit);
                say(".tier", &hint.unwrap_or_default());
                let reached = price.tier(quantity).map(|tier| tier_sentence(self.lang, self.currency, &tier));
                say(".why .reached", &reached.unwrap_or_default());
            }
            if let Some(hint) = row.query_selector("button[name=usual]").ok().flatten() {
                let _ = hint.toggle_attribute_with_force("hidden", quantity > Quantity::ZERO);
            }
            match row.query_selector("output.side").ok().flatten() {
                Some(side) => side.set_text_content(Some(&text)),
                None => {
                    if let Ok(side) = dom::document().create_element("output") {
                        side.set_class_name("side");
                        side.set_text_content(Some(&text));
                        let _ = row.append_child(&side);
                    }
                }
            }
        }

        /// The sum of every row that can be delivered, by the rule the server uses, and of what lies in the basket beside
        /// them: a page of a large assortment does not show it all.
        fn sum(&self) -> Sum {
            let beside = self.form.get_attribute("data-beside").unwrap_or_default();
            let mut beside = beside.split(' ').map(|n| n.parse::<i64>().ok());
            let mut count = beside.next().flatten().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
            let mut about = beside.next().flatten() == Some(1);
            let mut net = if count > 0 { beside.next().flatten().map(Cents) } else { Some(Cents(0)) };
            for field in self.fields() {
                let Some(rules) = rules(&field) else { continue };
                let quantity = Quantity::parse(&field.value()).and_then(|q| rules.unit.check(q)).unwrap_or_default();
                if quantity > Quantity::ZERO {
                    count += 1;
                    about |= rules.is_weighed();
                    net = net.zip(rules.amount(quantity)).map(|(sum, amount)| sum + amount);
                } else if rules.price.is_none() {
                    net = None;
                }
            }
            let off: Cents = self.bundles.borrow().iter().flat_map(Bundle::off).sum();
            Sum { net: net.map(|n| (n - off).0), count, about }
        }

        /// Takes over what a colleague changed; a field somebody is typing in, or that is not saved yet, stays.
        async fn follow(self: &Rc<Rows>) {
            let Some((200, text)) = dom::get("/basket/state").await else { return };
            let Ok(state) = serde_json::from_str::<BasketState>(&text) else { return };
            let lines: BTreeMap<String, &StateLine> =
                state.lines.iter().map(|line| (format!("quantity.{}", line.product), line)).collect();
            let busy = dom::document().active_element();
            for field in self.fields() {
                let typing = busy.as_ref().is_some_and(|e| e.is_same_node(Some(&field)));
                if typing || self.unsaved.borrow().contains_key(&field.name()) {
                    continue;
                }
                let line = lines.get(&field.name());
                let there = line.map_or(Quantity::ZERO, |l| l.quantity);
                if Quantity::parse(&field.value()).ok() != Some(there) {
                    field.set_value(&shown(self.lang, there));
                    self.gather();
                    self.show(&field);
                    self.show_bundled(&field);
                    say_by(&field, line.and_then(|l| l.by.as_deref()).map(|by| texts::added_by(self.lang, by)));
                }
            }
            (self.told)(self.sum());
        }
    }

    /// As the server wrote them into `data-bundles`.
    fn bundles(form: &Element) -> Vec<Bundle> {
        Bundle::all_from_text(&form.get_attribute("data-bundles").unwrap_or_default())
    }

    /// Whose field it is, of the parts of a bundle.
    fn part_at(bundle: &Bundle, field: &HtmlInputElement) -> Option<ProductId> {
        let name = field.name();
        let product = name.strip_prefix("quantity.")?;
        bundle.parts.iter().map(|part| part.product).find(|id| id.to_string() == product)
    }

    /// Takes the rows away in which nothing is left.
    pub fn sweep() {
        let Some(form) = dom::by_id("order") else { return };
        for field in dom::all(&form, "input[name^='quantity.']").iter().filter_map(dom::input) {
            // an emptied field that somebody is in will be filled again
            let busy = dom::document().active_element().is_some_and(|e| e.is_same_node(Some(&field)));
            if !busy
                && Quantity::parse(&field.value()) == Ok(Quantity::ZERO)
                && let Some(row) = row(&field)
            {
                row.remove();
            }
        }
    }

    fn shown(lang: Lang, quantity: Quantity) -> String {
        if quantity > Quantity::ZERO { format::typed_quantity(lang, quantity) } else { String::new() }
    }

    fn row(field: &HtmlInputElement) -> Option<Element> {
        field.closest("li").ok().flatten()
    }

    fn rules(field: &HtmlInputElement) -> Option<Rules> {
        let row = row(field)?;
        let text = row.get_attribute("data-u")?;
        let others = row.get_attribute("data-e").unwrap_or_default();
        let (base, packs) = others.split_once(' ').unwrap_or((&others, ""));
        let mut parts = text.splitn(6, ' ');
        let mut numbers = parts.by_ref().take(5).map(|n| n.parse::<i64>().ok());
        let (minimum, multiple, factor) = (numbers.next()??, numbers.next()??, numbers.next()??);
        let priced_by = match numbers.next()?? {
            0 => PricedBy::SalesUnit,
            1 => PricedBy::BaseUnit,
            // how far it may be off is the server's to know
            _ => PricedBy::Weighed { tolerance: Tolerance(0) },
        };
        let unit = SalesUnit {
            code: UnitCode(String::new()),
            factor: Quantity(factor),
            minimum: Quantity(minimum),
            multiple: Quantity(multiple),
            priced_by,
        };
        let price = numbers.next().flatten().map(UnitPrice);
        let tiers = parts.next().unwrap_or_default();
        let price = price.map(|base| TieredPrice::from_text(base, tiers));
        Some(Rules { unit, price, base: UnitCode(base.to_owned()), packs: Pack::all_from_text(packs) })
    }

    /// Whose line it is, below it; nobody's where there is none.
    fn say_by(field: &HtmlInputElement, text: Option<String>) {
        let Some(row) = row(field) else { return };
        let there = row.query_selector("p.by").ok().flatten();
        match (text, there) {
            (Some(text), there) => {
                let Some(by) = there.or_else(|| dom::document().create_element("p").ok()) else { return };
                by.set_class_name("by");
                by.set_text_content(Some(&text));
                let _ = row.append_child(&by);
            }
            (None, Some(there)) => there.remove(),
            (None, None) => {}
        }
    }

    /// Puts the message at its field, or takes it away.
    fn say(field: &HtmlInputElement, message: Option<&str>) {
        let Some(row) = row(field) else { return };
        let there = row.query_selector("p.err").ok().flatten();
        let Some(message) = message else {
            if let Some(there) = there {
                there.remove();
            }
            let _ = field.remove_attribute("aria-invalid");
            let _ = field.remove_attribute("aria-describedby");
            return;
        };
        let id = format!("e-{}", field.name());
        let Some(error) = there.or_else(|| dom::document().create_element("p").ok()) else { return };
        error.set_class_name("err");
        error.set_id(&id);
        error.set_text_content(Some(message));
        let _ = row.append_child(&error);
        let _ = field.set_attribute("aria-invalid", "true");
        let _ = field.set_attribute("aria-describedby", &id);
    }
}
