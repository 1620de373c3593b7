//! Forms that come back filled in: what was typed, and what is wrong, at its place.

use domain::Refusal;
use leptos::prelude::*;

use crate::{i18n::texts as t, page::Reader};

/// What was typed into a form that was refused; empty for one that is fresh.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    pub values: Vec<(String, String)>,
    /// By field; the empty field is the form as a whole.
    pub refusals: Vec<(String, Refusal)>,
}

impl Filled {
    /// What was typed into `field`, or what is there now.
    pub fn value(&self, field: &str, now: impl Into<String>) -> String {
        self.typed(field).map_or_else(|| now.into(), str::to_owned)
    }

    pub fn typed(&self, field: &str) -> Option<&str> {
        self.values.iter().find(|(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    /// Was a box ticked, or is it now? A refused form says all boxes that were.
    pub fn ticked(&self, field: &str, value: &str, now: bool) -> bool {
        if self.values.is_empty() { now } else { self.values.iter().any(|(n, v)| n == field && v == value) }
    }

    pub fn refusal(&self, field: &str) -> Option<&Refusal> {
        self.refusals.iter().find(|(name, _)| name == field).map(|(_, refusal)| refusal)
    }

    /// Where somebody else saved this form meanwhile: what is stored now, beside what was typed, if the two differ.
    fn meanwhile(&self, reader: &Reader, id: &str, differ: bool, now: &str) -> Option<impl IntoView + use<>> {
        let stale = self.refusals.iter().any(|(_, refusal)| matches!(refusal, Refusal::Stale));
        let id = format!("{id}-n");
        let text = t::stored_now(reader.lang, if now.is_empty() { t::nothing(reader.lang) } else { now });
        (stale && differ).then(|| view! { <p class="meanwhile" id=id>{text}</p> })
    }

    /// The same for a field that holds one text.
    pub fn meanwhile_in(&self, reader: &Reader, field: &str, now: &str) -> Option<impl IntoView + use<>> {
        let differ = self.typed(field).is_some_and(|typed| typed.trim() != now);
        self.meanwhile(reader, &id_of(field), differ, now)
    }

    /// The same for boxes of one name; `boxes` are value, label, and whether it is ticked in what is stored.
    pub fn meanwhile_ticked(
        &self,
        reader: &Reader,
        field: &str,
        boxes: &[(&str, &str, bool)],
    ) -> Option<impl IntoView + use<>> {
        let differ = boxes.iter().any(|(value, _, now)| self.ticked(field, value, *now) != *now);
        let now: Vec<&str> = boxes.iter().filter(|(_, _, now)| *now).map(|(_, label, _)| *label).collect();
        self.meanwhile(reader, &id_of(field), differ, &now.join(", "))
    }

    /// All that is wrong with a field that holds several things.
    pub fn message(&self, reader: &Reader, field: &str) -> Option<String> {
        let of_field = self.refusals.iter().filter(|(name, _)| name == field);
        let sentences: Vec<String> = of_field.map(|(_, refusal)| reader.refusal(refusal)).collect();
        (!sentences.is_empty()).then(|| sentences.join(". "))
    }

    pub fn is_refused(&self) -> bool {
        !self.refusals.is_empty()
    }

    /// The summary on top of a refused form (GOV.UK pattern): each message leads to its field. `label` names a field.
    pub fn summary(&self, reader: &Reader, label: impl Fn(&str) -> String) -> Option<AnyView> {
        if self.refusals.is_empty() {
            return None;
        }
        let lines = self
            .refusals
            .iter()
            .map(|(field, refusal)| {
                let sentence = reader.refusal(refusal);
                let order = match refusal {
                    Refusal::AlreadyOrdered { order, .. } => Some(format!("/orders/{order}")),
                    _ => None,
                };
                let label = if field.is_empty() { String::new() } else { label(field) };
                let text = if label.is_empty() { sentence } else { t::of(reader.lang, &label, &sentence) };
                match (order, field.is_empty()) {
                    (Some(href), _) => view! { <li><a href=href>{text}</a></li> }.into_any(),
                    (None, true) => view! { <li>{text}</li> }.into_any(),
                    (None, false) => view! { <li><a href=format!("#{}", id_of(field))>{text}</a></li> }.into_any(),
                }
            })
            .collect_view();
        Some(errors(reader, lines))
    }
}

/// The notice on top of what was refused; each of its `<li>` leads to a field.
pub fn errors(reader: &Reader, lines: impl IntoView + 'static) -> AnyView {
    let heading = t::please_check(reader.lang);
    view! {
        <div class="notice bad" role="alert" id="errors" tabindex="-1" autofocus><h2>{heading}</h2><ul>{lines}</ul></div>
    }
    .into_any()
}

/// The id of the input with this name: ids have no dots.
pub fn id_of(field: &str) -> String {
    format!("f-{}", field.replace('.', "-"))
}

/// The same in one of several forms of a page; the refused one keeps the plain ids, which the summary leads to.
fn id_in(form: &str, field: &str, filled: &Filled) -> String {
    if form.is_empty() || filled.is_refused() { id_of(field) } else { format!("{}-{form}", id_of(field)) }
}

/// A labelled input of one line with its message.
pub struct Field<'a> {
    pub name: &'a str,
    pub label: String,
    pub value: String,
    pub kind: &'static str,
    pub tip: Option<String>,
    pub autocomplete: &'static str,
    pub required: bool,
    /// Which of several forms of one page it stands in; ids are unique on a page, names are not.
    pub form: String,
}

impl<'a> Field<'a> {
    pub fn text(name: &'a str, label: &str, value: String) -> Field<'a> {
        Field {
            name,
            label: label.to_owned(),
            value,
            kind: "text",
            tip: None,
            autocomplete: "off",
            required: false,
            form: String::new(),
        }
    }

    /// Numbers are text: a phone shows its number keys, and a comma stays a comma.
    pub fn number(name: &'a str, label: &str, value: String) -> Field<'a> {
        Field { kind: "decimal", ..Field::text(name, label, value) }
    }

    /// A day, as the browser's own calendar writes it: `2026-11-23`.
    pub fn date(name: &'a str, label: &str, value: String) -> Field<'a> {
        Field { kind: "date", ..Field::text(name, label, value) }
    }

    pub fn required(self) -> Field<'a> {
        Field { required: true, ..self }
    }

    pub fn tip(self, tip: &str) -> Field<'a> {
        Field { tip: Some(tip.to_owned()), ..self }
    }

    pub fn in_form(self, form: &str) -> Field<'a> {
        Field { form: form.to_owned(), ..self }
    }

    pub fn view(self, reader: &Reader, filled: &Filled) -> impl IntoView + use<> {
        let id = id_in(&self.form, self.name, filled);
        let meanwhile = filled.meanwhile_in(reader, self.name, &self.value);
        let value = filled.value(self.name, self.value);
        let refusal = filled.refusal(self.name).map(|r| reader.refusal(r));
        let (kind, mode) = match self.kind {
            "decimal" => ("text", Some("decimal")),
            kind => (kind, None),
        };
        let described = match (&refusal, &meanwhile, &self.tip) {
            (Some(_), _, _) => Some(format!("{id}-e")),
            (None, Some(_), _) => Some(format!("{id}-n")),
            (None, None, Some(_)) => Some(format!("{id}-t")),
            (None, None, None) => None,
        };
        let class = if refusal.is_some() { "field bad" } else { "field" };
        let invalid = refusal.is_some().then_some("true");
        let tip = self.tip.map(|tip| view! { <p class="tip" id=format!("{id}-t")>{tip}</p> });
        let error = refusal.map(|text| view! { <p class="err" id=format!("{id}-e")>{text}</p> });
        let name = self.name.to_owned();
        view! {
            <div class=class>
                <label for=id.clone()>{self.label}</label>
                {tip}
                <input class="in" id=id name=name type=kind inputmode=mode value=value autocomplete=self.autocomplete
                    required=self.required aria-invalid=invalid aria-describedby=described/>
                {meanwhile}
                {error}
            </div>
        }
    }
}

/// What stands in a `<textarea>`. Leptos writes the content of this one element as it is, so it is made harmless here:
/// the element decodes character references and ends at nothing but `</textarea` (HTML 13.1.2.6, escapable raw text).
/// The first line break of the element is dropped by browsers, so one is given for it.
pub fn area_text(typed: &str) -> String {
    format!("\n{}", typed.replace('&', "&amp;").replace('<', "&lt;"))
}

/// A labelled field of several lines.
pub fn area(reader: &Reader, filled: &Filled, name: &str, label: &str, now: &str) -> impl IntoView + use<> {
    let id = id_of(name);
    let meanwhile = filled.meanwhile_in(reader, name, now);
    let value = area_text(&filled.value(name, now));
    let refusal = filled.message(reader, name);
    let class = if refusal.is_some() { "field bad" } else { "field" };
    let described = refusal.is_some().then(|| format!("{id}-e"));
    let invalid = refusal.is_some().then_some("true");
    let error = refusal.map(|text| view! { <p class="err" id=format!("{id}-e")>{text}</p> });
    view! {
        <div class=class>
            <label for=id.clone()>{label.to_owned()}</label>
            <textarea class="in" id=id name=name.to_owned() rows="4" aria-invalid=invalid aria-describedby=described>{value}</textarea>
            {meanwhile}
            {error}
        </div>
    }
}

/// A labelled choice, in one of several forms of a page where `form` says which.
pub fn choice(
    reader: &Reader,
    filled: &Filled,
    form: &str,
    name: &str,
    label: &str,
    now: &str,
    options: Vec<(String, String)>,
) -> impl IntoView + use<> {
    let id = id_in(form, name, filled);
    let chosen = filled.value(name, now);
    let stored = options.iter().find(|(value, _)| value == now).map_or(now, |(_, text)| text);
    let meanwhile = filled.meanwhile(reader, &id, chosen != now, stored);
    let refusal = filled.refusal(name).map(|r| reader.refusal(r));
    let class = if refusal.is_some() { "field bad" } else { "field" };
    let described = refusal.is_some().then(|| format!("{id}-e"));
    let error = refusal.map(|text| view! { <p class="err" id=format!("{id}-e")>{text}</p> });
    let options = options
        .into_iter()
        .map(|(value, text)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{text}</option> }
        })
        .collect_view();
    view! {
        <div class=class>
            <label for=id.clone()>{label.to_owned()}</label>
            <select class="in" id=id name=name.to_owned() aria-describedby=described>{options}</select>
            {meanwhile}
            {error}
        </div>
    }
}

/// A box to tick.
pub fn tick(reader: &Reader, filled: &Filled, name: &str, label: &str, now: bool) -> impl IntoView + use<> {
    let checked = filled.ticked(name, "true", now);
    let stored = if now { t::ticked(reader.lang) } else { t::not_ticked(reader.lang) };
    let meanwhile = filled.meanwhile(reader, &id_of(name), checked != now, stored);
    view! {
        <label class="tick"><input type="checkbox" name=name.to_owned() value="true" checked=checked/><span>{label.to_owned()}</span></label>
        {meanwhile}
    }
}

/// The message of a refusal that belongs to no field.
pub fn whole(reader: &Reader, filled: &Filled) -> Option<impl IntoView + use<>> {
    filled.refusal("").map(|r| {
        let text = reader.refusal(r);
        view! { <div class="notice bad" role="alert"><p>{text}</p></div> }
    })
}
