//! One article as a buyer sees it wherever it can be ordered: what it is, what it costs and why, how many are wanted.

use std::fmt::Write;

use chrono::NaiveDate;
use domain::{
    Cents, Quantity, SalesUnit, UnitPrice,
    agreement::Percent,
    bundle::Bundle,
    money::PricedBy,
    pack::Pack,
    price::{Conditions, Step},
    product::Article,
};
use leptos::{either::Either, prelude::*, tachys::view::Position};

use crate::{
    form::Filled,
    i18n::{
        format, packaging,
        promotions::{bundle_note, bundle_off, promotion_note, promotion_sentence},
        texts as t, tier_hint, tier_sentence, words,
    },
    page::Reader,
};

/// Where a row stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the own list, for a delivery on this day.
    List { due_on: Option<NaiveDate> },
    /// On a list of his own, which says how many as a rule.
    OwnList { usual: Option<Quantity> },
    /// In the basket, under review.
    Basket,
}

/// Rows that are written as soon as each is made: a view of one is kilobytes, and those of a long list would all lie in
/// memory, and be moved about there, until the page is written.
pub(crate) struct Rows(String);

impl Rows {
    pub fn of(count: usize) -> Rows {
        Rows(String::with_capacity(count * 1_400))
    }

    pub fn add(&mut self, row: impl IntoView) {
        row.into_view().to_html_with_buf(&mut self.0, &mut Position::FirstChild, true, false, Vec::new());
    }

    pub fn list(self) -> impl IntoView + use<> {
        view! { <ul inner_html=self.0></ul> }
    }
}

/// One article: what it is, what it costs, what was taken last, and how many are wanted now.
pub fn row(reader: &Reader, a: &Article, filled: &Filled, place: Place) -> impl IntoView + use<> {
    noted_row(reader, a, filled, place, None)
}

/// The same with a word under its name.
pub(crate) fn noted_row(
    reader: &Reader,
    a: &Article,
    filled: &Filled,
    place: Place,
    note: Option<String>,
) -> impl IntoView + use<> {
    let lang = reader.lang;
    let note = note.map(|note| view! { <span class="as">{note}</span> });
    let id = a.product.to_string();
    let field = ["quantity.", &id].concat();
    let refusal = filled.refusal(&field).map(|r| reader.refusal(r));
    let wanted = a.quantity > Quantity::ZERO;
    let value = filled.value(&field, if wanted { format::typed_quantity(lang, a.quantity) } else { String::new() });
    let class = if wanted && place != Place::Basket { "article on" } else { "article" };
    let title = a.title().to_owned();
    // the numbers first: on a phone the rest is cut off, and they are what is read aloud
    let under = [Some(a.sku.as_str()), a.own_code.as_deref(), a.own_name.as_ref().map(|_| a.name.as_str())];
    let under = under.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let unit = words::unit(lang, &a.unit.code, Quantity::whole(1)).to_owned();
    // what cannot be delivered as it was typed costs nothing yet
    let amount = if wanted && refusal.is_none() { a.amount() } else { None };
    let side = amount.map_or_else(String::new, |amount| {
        let amount = reader.money(amount);
        if a.unit.priced_by.tolerance().is_some() { t::about(lang, &amount) } else { amount }
    });
    let usual = match place {
        _ if wanted => None,
        Place::List { due_on } if due_on.is_some_and(|day| a.is_due(day)) => proposed(a).map(|q| (q, id.clone())),
        Place::OwnList { usual } => usual.map(|q| (q, format!("{id}:{}", q.0))),
        _ => None,
    };
    let hint = usual.map(|(q, value)| {
        let text = t::usually_so_many(lang, &format::quantity(lang, q));
        view! { <button class="side hint" name="usual" value=value data-q=q.0>{text}</button> }
    });
    let output = hint.is_none().then(|| view! { <output class="side">{side}</output> });
    let by = a.added_by.as_ref().filter(|_| wanted).map(|by| {
        let text = t::added_by(lang, by);
        view! { <p class="by">{text}</p> }
    });
    let refusal_free = refusal.is_none();
    let invalid = refusal.is_some().then_some("true");
    let error_id = refusal.is_some().then(|| format!("e-{id}"));
    let described = error_id.clone();
    let error = refusal.map(|text| view! { <p class="err" id=error_id>{text}</p> });
    let promotion = a.conditions.as_ref().and_then(|c| c.promoted.as_ref()).map(
        |(promotion, _)| view! { <span class="promotion">{promotion_note(lang, reader.currency, promotion)}</span> },
    );
    let bundle = bundle(reader, a).map(|text| view! { <span class="promotion bundle">{text}</span> });
    let tier = a.conditions.as_ref().and_then(|c| {
        let price = c.tiered();
        let hint = tier_hint(lang, reader.currency, price, a.quantity, &a.unit);
        // of free goods nothing is said before the first is wanted, but the browser needs the place
        hint.or_else(|| price.free.map(|_| String::new()))
    });
    let tier = tier.map(|text| view! { <span class="tier">{text}</span> });
    let lent = deposit(reader, a).map(|text| view! { <span class="lent">{text}</span> });
    let others = others(a);
    let same = others.is_some().then(|| {
        let text = if refusal_free { words::equivalents(lang, &a.equivalents()) } else { String::new() };
        view! { <span class="eq">{text}</span> }
    });
    let last = match place {
        Place::Basket => Either::Left(
            view! { <button class="last plain" name="remove" value=id.clone() aria-label=t::remove_one(lang, &title)>{t::remove(lang)}</button> },
        ),
        Place::List { .. } | Place::OwnList { .. } => Either::Right(last(reader, a)),
    };
    view! {
        <li class=class data-u=rules(a) data-e=others>
            <div class="name"><h3><a href=["/products/", &id].concat()>{title.clone()}</a></h3><p>{under}</p>{note}{promotion}{bundle}{lent}{same}{tier}</div>
            <div class="info">{price(reader, a)}{last}</div>
            <div class="step">
                <button name="less" value=id.clone() aria-label=t::less(lang, &title)>"−"</button>
                <input id=crate::form::id_of(&field) name=field inputmode="decimal" autocomplete="off" value=value placeholder="0"
                    aria-label=t::how_many(lang, &title, &unit) aria-invalid=invalid aria-describedby=described/>
                <button name="more" value=id.clone() aria-label=t::more(lang, &title)>"+"</button>
                <span>{unit.clone()}</span>
            </div>
            {hint}
            {output}
            {(place != Place::Basket).then(|| packs(reader, a))}
            {error}
            {by}
        </li>
    }
}

/// What the browser needs to say a quantity in other units: the base unit, and the packs. None where there are none.
fn others(a: &Article) -> Option<String> {
    let packs = Pack::all_to_text(&a.packs);
    (!packs.is_empty() || a.base_unit != a.unit.code).then(|| format!("{} {packs}", a.base_unit).trim_end().to_owned())
}

/// Buttons up to the next full layer or pallet.
fn packs(reader: &Reader, a: &Article) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let buttons = a
        .packs
        .iter()
        .map(|pack| {
            let name = words::unit(lang, &pack.code, Quantity::whole(1));
            let text = t::full_pack(lang, name, &reader.quantity(pack.holds));
            let value = format!("{}:{}", a.product, pack.code);
            view! { <button class="hint" name="pack" value=value data-q=pack.holds.0>{text}</button> }
        })
        .collect_view();
    (!a.packs.is_empty()).then(|| view! { <p class="packs">{buttons}</p> })
}

/// What the browser needs to price and to check a quantity: minimum, multiple, factor, whether the price is for the
/// base unit (1; 2 by the weight it will have), the unit price, its tiers and free goods (absent where prices may not be
/// seen).
fn rules(a: &Article) -> String {
    let by_base = match a.unit.priced_by {
        PricedBy::SalesUnit => 0,
        PricedBy::BaseUnit => 1,
        PricedBy::Weighed { .. } => 2,
    };
    let SalesUnit { minimum, multiple, factor, .. } = &a.unit;
    let mut rules = String::with_capacity(64);
    let _ = write!(rules, "{} {} {} {by_base}", minimum.0, multiple.0, factor.0);
    if let Some(price) = a.conditions.as_ref().map(Conditions::tiered) {
        let _ = write!(rules, " {}", price.base.0);
        let tiers = price.tiers_to_text();
        if !tiers.is_empty() {
            rules.extend([" ", &tiers]);
        }
    }
    rules
}

/// That it is cheaper with others, or what that takes off.
pub(crate) fn bundle(reader: &Reader, a: &Article) -> Option<String> {
    Some(bundle_note(reader.lang, reader.currency, a.bundle.as_ref()?, a.product))
}

/// The bundles of these articles, as the browser reckons with them.
pub(crate) fn bundles<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Option<String> {
    let bundles = domain::bundle::bundles(articles);
    (!bundles.is_empty()).then(|| Bundle::all_to_text(&bundles))
}

/// What is charged for the packaging of one sales unit, until that comes back.
pub(crate) fn deposit(reader: &Reader, a: &Article) -> Option<String> {
    let deposit = a.deposit.as_ref()?;
    let unit = words::unit(reader.lang, &a.unit.code, Quantity::whole(1));
    Some(packaging::beside(reader.lang, &reader.money(deposit.of_unit()), unit))
}

/// The price; opened, it says why.
pub(crate) fn price(reader: &Reader, a: &Article) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let price = a.price()?;
    let unit = words::unit(lang, a.unit.priced_in(&a.base_unit), Quantity::whole(1));
    let agreed =
        price.trace.iter().any(|s| matches!(s, Step::Agreement { .. })).then(|| view! { " " <i>{t::agreed(lang)}</i> });
    let amount = reader.unit_price(price.amount);
    let conditions = a.conditions.as_ref()?;
    let before = conditions.nearest();
    // where the quantity changes it too, a price that is struck out would not follow what is typed
    let always = before.tiers.is_empty() && conditions.promoted.as_ref().is_some_and(|(p, _)| p.from <= a.unit.minimum);
    let before = before.base;
    let before = (always && before > price.amount).then(|| view! { <s>{reader.unit_price(before)}</s> " " });
    let Why { told, reached, promotion } = why(reader, &price);
    Some(view! {
        <details class="why">
            <summary>{before} <b>{amount}</b> " " <span>"/ " {unit.to_owned()}</span> {agreed}</summary>
            <p>{told} " " <span class="reached">{reached}</span> " " {promotion}</p>
        </details>
    })
}

/// A price explained: whose it is, the tier that was reached, the promotion.
pub struct Why {
    pub told: String,
    reached: Option<String>,
    promotion: Option<String>,
}

impl Why {
    /// All of it, one sentence after the other.
    pub fn text(self) -> String {
        [Some(self.told), self.reached, self.promotion].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// The trace of a price, as sentences.
pub fn why(reader: &Reader, price: &domain::price::Price) -> Why {
    let lang = reader.lang;
    let mut list = UnitPrice(0);
    let mut why = Why { told: t::why_list(lang).to_owned(), reached: None, promotion: None };
    for step in &price.trace {
        match step {
            Step::List(price) => list = *price,
            Step::Agreement { from, until, less, group, .. } => {
                let whose = match group.as_str() {
                    "" => t::your_agreement(lang).to_owned(),
                    group => t::agreement_of_group(lang, group),
                };
                let mut list = reader.unit_price(list);
                if let Some(Percent(less)) = less {
                    // hundredths of a percent as thousandths of one
                    list = t::less_percent(lang, &list, &format::quantity(lang, Quantity(less * 10)));
                }
                let from = reader.date(*from);
                why.told = match until {
                    Some(until) => t::why_agreed_until(lang, &whose, &from, &reader.date(*until), &list),
                    None => t::why_agreed(lang, &whose, &from, &list),
                };
            }
            Step::Tier(reached) => why.reached = Some(tier_sentence(lang, reader.currency, reached)),
            Step::Bundle(together) if together.off() == Cents(0) => {}
            Step::Bundle(together) => {
                why.promotion = Some(format!("{}.", bundle_off(lang, &together.name, &reader.money(together.off()))));
            }
            Step::Promotion { name, gives, until } => {
                why.promotion = Some(promotion_sentence(lang, reader.currency, name, gives, *until));
            }
        }
    }
    why
}

/// What was taken last, and how often it is.
fn last(reader: &Reader, a: &Article) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let (on, quantity) = a.habit.last()?;
    let unit = words::unit(lang, &a.unit.code, quantity).to_owned();
    let rhythm = a.habit.interval().filter(|days| *days > 0).map(|days| t::every_so_many_days(lang, days));
    let (quantity, on) = (reader.quantity(quantity), t::on_date(lang, &reader.date(on)));
    Some(
        view! { <span class="last">{quantity}<span class="wide">" " {unit}</span> " " {on}<span class="wide">{rhythm}</span></span> },
    )
}

/// The usual quantity, where it can still be ordered like that.
pub(crate) fn proposed(article: &Article) -> Option<Quantity> {
    let usual = article.habit.usual()?;
    match article.unit.check(usual) {
        Ok(quantity) => Some(quantity),
        Err(domain::Refusal::NotAMultiple { above, .. }) => Some(above),
        Err(_) => None,
    }
}
