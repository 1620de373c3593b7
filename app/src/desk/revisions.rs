//! Price revisions: many prices proposed, looked at, published and taken back together.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    ProductId, Quantity, RevisionId, SalesUnit, UnitPrice,
    agreement::{Deal, PriceAgreement},
    margin::Margin,
    money::round_half_away,
    price::{PriceTier, TieredPrice},
    product::Category,
    revision::{keep_tiers, lost_tiers, typed_tiers},
};
use leptos::prelude::*;

use super::{
    agreements::{With, price_is_right},
    assortment::typed_deal,
    price_question::permille_text,
};
use crate::{
    form::{Field, Filled, area_text, choice, id_of},
    i18n::{agreements as a, format, revisions as r, texts as t, tier_hint},
    island::grid::Grid,
    order::query_value,
    page::Reader,
};

/// Whose prices they are.
#[derive(Clone, Debug)]
pub enum Of {
    List,
    With(With),
}

impl Of {
    /// The field of a form that says so, and its value.
    fn field(&self) -> (&'static str, String) {
        match self {
            Of::List => ("list", "true".to_owned()),
            Of::With(with) => with.field(),
        }
    }

    fn name(&self, reader: &Reader) -> String {
        match self {
            Of::List => r::list(reader.lang).to_owned(),
            Of::With(with) => with.name().to_owned(),
        }
    }

    /// Where what is agreed with the party stands.
    fn address(&self) -> String {
        match self {
            Of::List => "/desk/prices".to_owned(),
            Of::With(With::Customer { id, .. }) => format!("/desk/prices?customer={id}"),
            Of::With(With::Group(group)) => format!("/desk/prices?group={}", query_value(group)),
        }
    }

    /// Where its prices are revised.
    pub fn revise(&self) -> String {
        match self {
            Of::List => "/desk/prices/revisions/new".to_owned(),
            Of::With(with) => {
                let (name, value) = with.field();
                format!("/desk/prices/revisions/new?{name}={}", query_value(&value))
            }
        }
    }
}

/// One price of the grid.
#[derive(Clone, Debug)]
pub struct Row {
    pub product: ProductId,
    pub sku: String,
    pub name: String,
    pub unit: SalesUnit,
    /// What a sales unit costs the distributor, where that is known and the reader may see it.
    pub cost: Option<UnitPrice>,
    pub list: TieredPrice,
    /// What is agreed with the party itself.
    pub own: Option<PriceAgreement>,
    /// What it pays on the day.
    pub now: TieredPrice,
    /// Is that by what is agreed with its group?
    pub of_group: bool,
    pub seen: String,
}

/// What the page shows; what is proposed stands in `filled` as if it had been typed.
#[derive(Clone, Debug)]
pub struct GridPage {
    pub of: Of,
    /// The day from which on it is to count.
    pub from: NaiveDate,
    pub categories: Vec<Category>,
    pub rows: Vec<Row>,
    /// How many there are, where not all are shown.
    pub all: usize,
    /// Whom what is proposed concerns; None while nothing is, or while something is wrong with it.
    pub affected: Option<Vec<String>>,
    /// Agreements that follow the list by themselves.
    pub following: usize,
    pub filled: Filled,
}

impl GridPage {
    fn typed(&self, field: &str, row: &Row) -> &str {
        self.filled.typed(&format!("{field}.{}", row.product)).unwrap_or_default()
    }

    /// What becomes of a price, where something was typed that is one; with the tiers that stay.
    fn becomes(&self, row: &Row) -> Option<TieredPrice> {
        let tiers = self.typed("tiers", row);
        let mut deal = Deal::parse(self.typed("price", row), typed_tiers(tiers)).ok()?;
        keep_tiers(&mut deal, tiers, &row.now);
        Some(deal.of(&row.list))
    }

    fn is_refused(&self, row: &Row) -> bool {
        ["price", "tiers"].iter().any(|field| self.filled.refusal(&format!("{field}.{}", row.product)).is_some())
    }

    /// The articles without which the others can be looked at again; none where something else is wrong too, or nothing is left.
    fn left_out(&self) -> Vec<&Row> {
        let of_row = |field: &str| field.starts_with("price.") || field.starts_with("tiers.");
        let (refused, others): (Vec<&Row>, Vec<&Row>) = self.rows.iter().partition(|row| self.is_refused(row));
        let possible = self.filled.refusals.iter().all(|(field, _)| of_row(field))
            && others.iter().any(|row| self.becomes(row).is_some());
        if possible { refused } else { Vec::new() }
    }
}

/// Where a proposal is made, and looked at again after it was changed.
const CHECK: &str = "/desk/prices/revisions/proposal";

pub fn grid(reader: &Reader, page: &GridPage) -> AnyView {
    let lang = reader.lang;
    let summary = page.filled.summary(reader, |field| label(reader, page, field));
    let (party, id) = page.of.field();
    let title = match &page.of {
        Of::List => r::revise_list(lang).to_owned(),
        Of::With(with) => t::of(lang, r::revise(lang), with.name()),
    };
    let rows = page.rows.iter().map(|row| self::row(reader, page, row)).collect_view();
    let some = (page.rows.len() < page.all)
        .then(|| view! { <p class="tip">{r::only_first(lang, page.rows.len(), page.all)}</p> });
    let on = match page.of {
        Of::List if page.from <= reader.today() => r::now(lang).to_owned(),
        Of::List | Of::With(_) => r::now_on(lang, &format::short_date(lang, page.from)),
    };
    // nothing is published that nobody has looked at
    let publish = page.affected.is_some().then(|| {
        let text = match page.of {
            Of::List if page.from <= reader.today() => r::publish(lang).to_owned(),
            Of::List | Of::With(_) => r::publish_from(lang, &reader.date(page.from)),
        };
        view! { <button class="btn primary">{text}</button> }
    });
    let left_out = page.left_out();
    let names: Vec<&str> = left_out.iter().map(|row| row.name.as_str()).collect();
    let tip = r::left_out(lang, &names.join(", "));
    let tip = (!left_out.is_empty()).then(|| view! { <p class="tip" id="without-t">{tip}</p> });
    let without = tip.is_some().then(|| {
        let ids: Vec<String> = left_out.iter().map(|row| row.product.to_string()).collect();
        view! { <button class="btn" formaction=CHECK name="without" value=ids.join(" ") aria-describedby="without-t">{r::go_on_without(lang)}</button> }
    });
    let class = if publish.is_some() { "btn" } else { "btn primary" };
    let check = view! { <button class=class formaction=CHECK>{a::check(lang)}</button> };
    // what was typed above the grid stays there when the grid is looked at
    let kept = ["category", "change", "step"].map(|name| {
        page.filled.typed(name).map(|value| view! { <input type="hidden" name=name value=value.to_owned()/> })
    });
    let table = if page.rows.is_empty() {
        view! { <div class="card empty"><h2>{r::nothing(lang)}</h2><p>{r::nothing_tip(lang)}</p></div> }.into_any()
    } else {
        view! {
            <form method="post" action="/desk/prices/revisions" novalidate>
                // the first button of a form is what Enter presses: it looks, and publishes nothing
                <button class="sr" formaction=CHECK tabindex="-1">{a::check(lang)}</button>
                <input type="hidden" name=party value=id/>
                <input type="hidden" name="from" value=page.from.to_string()/>
                {kept}
                {concerns(reader, page)}
                {some}
                <div class="tbl forms" id="grid">
                    <table>
                        <caption class="sr">{title.clone()}</caption>
                        <thead><tr>
                            <th scope="col">{t::article(lang)}</th>
                            <th class="r" scope="col">{on}</th>
                            <th scope="col">{r::becomes(lang)}</th>
                            <th scope="col">{t::tiers(lang)}</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                <Grid/>
                {tip}
                <div class="acts">{publish}{check}{without}<a class="btn" href=page.of.address()>{t::back(lang)}</a></div>
            </form>
        }
        .into_any()
    };
    view! {
        <main class="page" id="main">
            {summary}
            <div class="head">
                <p><a href="/desk/prices">{a::title(lang)}</a> " · " <a href=page.of.address()>{page.of.name(reader)}</a></p>
                <h1>{title}</h1>
            </div>
            {rule(reader, page)}
            {table}
        </main>
    }
    .into_any()
}

fn label(reader: &Reader, page: &GridPage, field: &str) -> String {
    let lang = reader.lang;
    match field {
        "from" => r::from(lang).to_owned(),
        "category" => t::category(lang).to_owned(),
        "change" => r::change(lang).to_owned(),
        "step" => r::step(lang).to_owned(),
        "pasted" => r::rows(lang).to_owned(),
        field => {
            let product = field.split_once('.').map_or("", |(_, id)| id);
            page.rows
                .iter()
                .find(|row| row.product.to_string() == product)
                .map(|row| row.name.clone())
                .unwrap_or_default()
        }
    }
}

/// How many prices change, and for whom.
fn concerns(reader: &Reader, page: &GridPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let following = (page.following > 0).then(|| view! { <p>{r::following(lang, page.following)}</p> });
    match &page.affected {
        None => view! { <p class="tip">{r::grid_tip(lang)}</p> {following} }.into_any(),
        Some(names) => {
            let whom = match names.as_slice() {
                [] => r::concerns_nobody(lang).to_owned(),
                names => r::concerns(lang, &r::names(lang, names)),
            };
            let lost: Vec<usize> = page
                .rows
                .iter()
                .filter_map(|row| page.becomes(row).map(|after| lost_tiers(&row.now, &after).len()))
                .collect();
            let (count, lost) = (lost.len(), lost.iter().sum::<usize>());
            let lost = (lost > 0).then(|| view! { <p>{r::tiers_go(lang, lost)}</p> });
            view! {
                <div class="notice" role="status"><p><b>{r::prices(lang, count)}</b> ". " {whom}</p>{lost}{following}</div>
            }
            .into_any()
        }
    }
}

/// The rule or the rows from which a proposal is made.
fn rule(reader: &Reader, page: &GridPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let filled = &page.filled;
    let (party, id) = page.of.field();
    let tip = match page.of {
        Of::List => r::list_from_tip(lang),
        Of::With(_) => r::from_tip(lang),
    };
    let from = Field::date("from", r::from(lang), page.from.to_string()).tip(tip).required().view(reader, filled);
    let mut categories = vec![(String::new(), r::all_categories(lang).to_owned())];
    categories.extend(page.categories.iter().map(|c| (c.key.clone(), c.names.get(lang).to_owned())));
    let steps = [100, 500, 1_000, 10_000, 1]
        .map(|step| (format::typed_price(lang, UnitPrice(step)), reader.unit_price(UnitPrice(step))));
    let cent = steps[0].0.clone();
    let pasted = filled.value("pasted", "");
    let refusal = filled.message(reader, "pasted");
    let open = refusal.is_some();
    let invalid = open.then_some("true");
    let described = if open { "f-pasted-e" } else { "f-pasted-t" };
    let error = refusal.map(|text| view! { <p class="err" id="f-pasted-e">{text}</p> });
    view! {
        <form class="card stack add" method="post" action=CHECK aria-labelledby="h-how" novalidate>
            <input type="hidden" name=party value=id/>
            <div><h2 id="h-how">{r::how(lang)}</h2><p class="tip">{r::how_tip(lang)}</p></div>
            <div class="cols">
                {from}
                {choice(reader, filled, "", "category", t::category(lang), "", categories)}
                {Field::text("change", r::change(lang), String::new()).tip(r::change_tip(lang)).view(reader, filled)}
                {choice(reader, filled, "", "step", r::step(lang), &cent, steps.into())}
            </div>
            <div class="row between">
            <details class="drop grow" open=open>
                <summary class="plain">{r::or_paste(lang)}</summary>
                <div class="field">
                    <label class="sr" for="f-pasted">{r::rows(lang)}</label>
                    <p class="tip" id="f-pasted-t">{r::paste_tip(lang)}</p>
                    <textarea class="in rows" id="f-pasted" name="pasted" rows="8" spellcheck="false" autocapitalize="off"
                        aria-invalid=invalid aria-describedby=described>{area_text(&pasted)}</textarea>
                    {error}
                </div>
            </details>
            <button class="btn">{r::propose(lang)}</button>
            </div>
        </form>
    }
}

fn row(reader: &Reader, page: &GridPage, row: &Row) -> impl IntoView + use<> {
    let lang = reader.lang;
    let id = row.product.to_string();
    // `under` is what comes of what was typed
    let cell = |field: &str,
                class: &'static str,
                heading: &'static str,
                label: String,
                hint: String,
                under: Vec<AnyView>| {
        let name = format!("{field}.{id}");
        let element = id_of(&name);
        let refusal = page.filled.refusal(&name).map(|refusal| reader.refusal(refusal));
        let invalid = refusal.is_some().then_some("true");
        let under = (!under.is_empty()).then(|| (format!("{element}-n"), under));
        let described = [refusal.is_some().then(|| format!("{element}-e")), under.as_ref().map(|(id, _)| id.clone())];
        let described: Vec<String> = described.into_iter().flatten().collect();
        let described = (!described.is_empty()).then(|| described.join(" "));
        let under = under.map(|(id, under)| view! { <div id=id>{under}</div> });
        let error = refusal.map(|text| view! { <p class="err" id=format!("{element}-e")>{text}</p> });
        let sure =
            (field == "price").then(|| price_is_right(reader, &page.filled, &name, format!("sure.{id}"))).flatten();
        // said once, it need not be said again
        let said = format!("sure.{id}");
        let meant = (field == "price" && sure.is_none() && page.filled.typed(&said).is_some())
            .then(|| view! { <input type="hidden" name=said value="true"/> });
        let value = page.filled.value(&name, "");
        let (for_label, column) = (element.clone(), field.to_owned());
        view! {
            <td data-l=heading>
                <label class="sr" for=for_label>{label}</label>
                <input class=class id=element name=name value=value placeholder=hint data-column=column aria-invalid=invalid
                    aria-describedby=described autocomplete="off"/>
                {error}
                {sure}
                {meant}
                {under}
            </td>
        }
    };
    let (price_now, tiers_now) = match (&row.own, &page.of) {
        (Some(own), _) => typed_deal(lang, &own.deal),
        (None, _) => (format::typed_price(lang, row.now.base), format::typed_tiers(lang, &row.now)),
    };
    let becomes = page.becomes(row);
    // a field that is left empty shows what stays of it
    let tiers_now = becomes.as_ref().map_or(tiers_now, |after| format::typed_tiers(lang, after));
    let under = becomes.as_ref().map(|after| price_then(reader, row, after.base)).unwrap_or_default();
    let price = cell("price", "in short num", r::becomes(lang), r::becomes_one(lang, &row.name), price_now, under);
    let under = becomes.as_ref().map(|after| tiers_then(reader, page, row, after)).unwrap_or_default();
    let tiers = cell("tiers", "in tiers", t::tiers(lang), r::tiers_one(lang, &row.name), tiers_now, under);
    let whose = match (&row.own, &page.of) {
        (Some(own), _) => a::days_text(lang, own.from, own.until),
        (None, Of::List) => String::new(),
        (None, Of::With(_)) if row.of_group => r::of_group(lang).to_owned(),
        (None, Of::With(_)) => r::of_list(lang).to_owned(),
    };
    let percent = row.own.as_ref().and_then(|own| own.deal.percent());
    let percent = percent.map(|less| view! { <small>{a::percent_text(lang, less)}</small> });
    let name = if page.is_refused(row) {
        view! { <a href=format!("/desk/products/{id}")>{row.name.clone()}</a> }.into_any()
    } else {
        row.name.clone().into_any()
    };
    view! {
        <tr>
            <th class="t" scope="row">{name}<small>{format!("{} · {}", row.sku, t::list_price_is(lang, &reader.unit_price(row.list.base)))}</small></th>
            <td class="r"><b class="ink">{reader.unit_price(row.now.base)}</b>{percent}<small>{whose}</small>{margin(reader, row, row.now.base)}
                <input type="hidden" name=format!("seen.{id}") value=row.seen.clone()/></td>
            {price}
            {tiers}
        </tr>
    }
}

/// What is left of a price, where it is known what it costs.
fn margin(reader: &Reader, row: &Row, price: UnitPrice) -> Option<AnyView> {
    let one = Quantity::whole(1);
    let permille = Margin::of(price.amount(one, &row.unit), row.cost?, one).permille()?;
    let class = if permille < 0 { "err" } else { "muted" };
    let text = a::margin_of(reader.lang, &permille_text(reader, permille));
    Some(view! { <small class=class>{text}</small> }.into_any())
}

/// By how much a price changes, and what is left of it then.
fn price_then(reader: &Reader, row: &Row, after: UnitPrice) -> Vec<AnyView> {
    let now = row.now.base;
    let difference = (now.0 > 0).then(|| {
        let permille = round_half_away(i128::from(after.0 - now.0) * 1_000, i128::from(now.0));
        let sign = if permille < 0 { "" } else { "+" };
        let text = format!("{sign}{}", permille_text(reader, permille));
        view! { <small><b class="diff">{text}</b></small> }.into_any()
    });
    difference.into_iter().chain(margin(reader, row, after)).collect()
}

/// Which tiers stay as nothing was typed for them, and which fall away.
fn tiers_then(reader: &Reader, page: &GridPage, row: &Row, after: &TieredPrice) -> Vec<AnyView> {
    let lang = reader.lang;
    let said = |tier: &PriceTier| t::tier_from(lang, &reader.quantity(tier.from), &reader.unit_price(tier.price));
    let kept = |tier: &&PriceTier| page.typed("tiers", row).trim().is_empty() && row.now.tiers.contains(tier);
    let stay = after.tiers.iter().filter(kept).map(|tier| {
        let text = r::tier_stays(lang, &said(tier));
        view! { <small>{text}</small> }.into_any()
    });
    let go = lost_tiers(&row.now, after).into_iter().map(|tier| {
        let text = r::tier_goes(lang, &said(&tier));
        view! { <small><b class="diff">{text}</b></small> }.into_any()
    });
    stay.chain(go).collect()
}

/// A revision in the list of the latest.
#[derive(Clone, Debug)]
pub struct Summary {
    pub id: RevisionId,
    pub of: Of,
    pub from: NaiveDate,
    pub by: String,
    pub at: DateTime<Utc>,
    pub undone: Option<(String, DateTime<Utc>)>,
    pub count: usize,
}

/// The latest revisions; nothing where there are none.
pub fn recent(reader: &Reader, revisions: &[Summary]) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let rows = revisions
        .iter()
        .map(|revision| {
            let href = format!("/desk/prices/revisions/{}", revision.id);
            let under = format!("{}, {}", revision.by, reader.moment(revision.at));
            let undone = revision.undone.is_some().then(|| view! { <span class="badge">{r::back_again(lang)}</span> });
            view! {
                <tr>
                    <th class="t" scope="row"><a href=href>{revision.of.name(reader)}</a><small>{under}</small></th>
                    <td>{a::from_on(lang, &reader.date(revision.from))}</td>
                    <td>{undone}</td>
                    <td class="r">{r::prices(lang, revision.count)}</td>
                </tr>
            }
        })
        .collect_view();
    (!revisions.is_empty()).then(|| {
        view! {
            <section class="sect" aria-labelledby="h-r">
                <div><h2 id="h-r">{r::recent(lang)}</h2><p>{r::recent_tip(lang)}</p></div>
                <div class="tbl">
                    <table>
                        <caption class="sr">{r::recent(lang)}</caption>
                        <thead><tr>
                            <th scope="col">{a::with_whom(lang)}</th>
                            <th scope="col">{a::days(lang)}</th>
                            <th scope="col">{t::state(lang)}</th>
                            <th class="r" scope="col">{a::prices(lang)}</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        }
    })
}

/// One price of a revision.
#[derive(Clone, Debug)]
pub struct Revised {
    pub sku: String,
    pub name: String,
    pub list: TieredPrice,
    pub before: Option<PriceAgreement>,
    pub after: PriceAgreement,
    pub undone: bool,
}

/// What the page of one revision shows.
#[derive(Clone, Debug)]
pub struct RevisionPage {
    pub revision: Summary,
    pub rows: Vec<Revised>,
    pub may_undo: bool,
    /// It was published just now.
    pub saved: bool,
}

pub fn page(reader: &Reader, page: &RevisionPage) -> AnyView {
    let lang = reader.lang;
    let revision = &page.revision;
    let rows = page.rows.iter().map(|row| revised(reader, revision, row)).collect_view();
    let saved = (page.saved && revision.undone.is_none())
        .then(|| view! { <p class="notice good" role="status">{r::published(lang)}</p> });
    let undone = revision.undone.as_ref().map(|(by, at)| {
        let text = r::undone_by(lang, by, &reader.moment(*at));
        view! { <p class="notice" role="status">{text}</p> }
    });
    let tip = match revision.of {
        Of::List => r::undo_list(lang),
        Of::With(_) if revision.from > reader.today() => r::undo_to_come(lang),
        Of::With(_) => r::undo_begun(lang),
    };
    let undo = (page.may_undo && revision.undone.is_none()).then(|| {
        view! {
            <form method="post" action=format!("/desk/prices/revisions/{}/undo", revision.id)>
                <button class="btn" aria-describedby="undo-t">{r::undo(lang)}</button>
            </form>
        }
    });
    let tip = undo.is_some().then(|| view! { <p class="tip" id="undo-t">{tip}</p> });
    let facts = format!(
        "{} · {} · {}, {}",
        r::prices(lang, revision.count),
        a::from_on(lang, &reader.date(revision.from)),
        revision.by,
        reader.moment(revision.at)
    );
    view! {
        <main class="page" id="main">
            {saved}
            {undone}
            <div class="head split">
                <div>
                    <p><a href="/desk/prices">{a::title(lang)}</a> " · " <a href=revision.of.address()>{revision.of.name(reader)}</a></p>
                    <h1>{r::revision(lang)}</h1>
                    <p>{facts}</p>
                    {tip}
                </div>
                {undo}
            </div>
            <div class="tbl">
                <table>
                    <caption class="sr">{r::revision(lang)}</caption>
                    <thead><tr>
                        <th scope="col">{t::article(lang)}</th>
                        <th class="r" scope="col">{r::was(lang)}</th>
                        <th class="r" scope="col">{r::becomes(lang)}</th>
                        <th class="low" scope="col">{t::tiers(lang)}</th>
                        <th scope="col">{t::state(lang)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </main>
    }
    .into_any()
}

fn revised(reader: &Reader, revision: &Summary, row: &Revised) -> impl IntoView + use<> {
    let lang = reader.lang;
    let said = |agreement: &PriceAgreement| a::deal_text(lang, reader.currency, &agreement.deal);
    let before = row.before.as_ref().map_or_else(|| "–".to_owned(), said);
    let price = row.after.deal.clone().of(&row.list);
    let unit = SalesUnit::whole("C62", Quantity::whole(1));
    let tiers = tier_hint(lang, reader.currency, &price, Quantity::ZERO, &unit);
    let state = match (&revision.undone, row.undone) {
        (None, _) => None,
        (Some(_), true) => Some(view! { <span class="badge">{r::back_again(lang)}</span> }.into_any()),
        (Some(_), false) => Some(view! { <span class="badge warn">{r::changed_since(lang)}</span> }.into_any()),
    };
    view! {
        <tr>
            <th class="t" scope="row">{row.name.clone()}<small>{row.sku.clone()}</small></th>
            <td class="r" data-l=r::was(lang)><s>{before}</s></td>
            <td class="r" data-l=r::becomes(lang)><b class="ink">{said(&row.after)}</b></td>
            <td class="low">{tiers}</td>
            <td>{state}</td>
        </tr>
    }
}
