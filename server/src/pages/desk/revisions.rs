//! Price revisions: proposed, looked at, published, taken back.

use std::collections::HashMap;

use app::{
    desk::{
        agreements::With as Whom,
        assortment::typed_deal,
        revisions::{self as pages, GridPage, RevisionPage, Row},
    },
    form::Filled,
    i18n::revisions as r,
};
use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
};
use chrono::{Days, NaiveDate};
use domain::{Permission, ProductId, RevisionId};
use serde::Deserialize;
use store::{
    Error,
    agreements::With,
    costs, customers, products,
    revisions::{self, Of, Priced, ProposalForm, Revision, RowForm},
};

use super::{DeskQuery, agreements::with};
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    pages::{Frame, buyer::id},
    session::{OfStaff, Signed},
};

/// How many revisions the overview names.
const RECENT: u64 = 10;

/// Whose prices, as an address says it.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct GridQuery {
    customer: String,
    group: String,
}

/// Whose prices a form is about; it says so, of the list too.
fn of(fields: &Fields) -> Result<Of, Oops> {
    if fields.ticked("list") { Ok(Of::List) } else { with(fields.get("customer"), fields.get("group")).map(Of::With) }
}

/// The next day: the first from which on agreed prices can be revised.
fn tomorrow(frame: &Frame) -> NaiveDate {
    frame.reader().today() + Days::new(1)
}

/// The day of a form, or the first that can be.
fn from(frame: &Frame, of: &Of, fields: &Fields) -> NaiveDate {
    let first = if *of == Of::List { frame.reader().today() } else { tomorrow(frame) };
    fields.get("from").parse().unwrap_or(first)
}

/// `GET /desk/prices/revisions/new`: the prices as they are, each to be changed; of the list, or with `?customer=` or
/// `?group=` of whom it names.
pub async fn new(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Query(query): Query<GridQuery>,
) -> Result<Response, Oops> {
    let named = !query.customer.is_empty() || !query.group.is_empty();
    let of = if named { Of::With(with(&query.customer, &query.group)?) } else { Of::List };
    let from = from(&frame, &of, &Fields::default());
    let (rows, all) = revisions::grid(&portal.db, &signed.actor, &of, from, "").await?;
    let page = Shown { rows, all, ..Shown::default() };
    grid(&portal, &signed, frame, &of, from, page, StatusCode::OK).await
}

/// What a grid shows.
#[derive(Default)]
struct Shown {
    rows: Vec<Priced>,
    all: usize,
    affected: Option<Vec<String>>,
    following: usize,
    filled: Filled,
}

async fn grid(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    of: &Of,
    from: NaiveDate,
    mut shown: Shown,
    status: StatusCode,
) -> Result<Response, Oops> {
    let lang = frame.reader().lang;
    // what is wrong is told in the order in which it stands on the page
    let place: HashMap<ProductId, usize> = shown.rows.iter().enumerate().map(|(at, row)| (row.product, at)).collect();
    let place = |field: &str| place.get(&field.split_once('.')?.1.parse::<ProductId>().ok()?).copied();
    shown.filled.refusals.sort_by_key(|(field, _)| place(field));
    let costs = costs::of(&portal.db, &signed.actor, shown.rows.iter().map(|row| row.product)).await?;
    let row = |row: Priced| Row {
        cost: costs.get(&row.product).copied(),
        name: row.names.get(lang).to_owned(),
        now: row.holding(),
        of_group: row.own.is_none() && row.of_group.is_some(),
        seen: row.seen(),
        product: row.product,
        sku: row.sku,
        unit: row.unit,
        list: row.list,
        own: row.own,
    };
    let page = GridPage {
        of: whose(portal, signed, of).await?,
        from,
        categories: products::categories(&portal.db, &signed.actor).await?,
        rows: shown.rows.into_iter().map(row).collect(),
        all: shown.all,
        affected: shown.affected,
        following: shown.following,
        filled: shown.filled,
    };
    Ok(frame.on(&page.of.revise()).answer(status, r::revise(lang), move |r| pages::grid(r, &page)).await)
}

async fn whose(portal: &Portal, signed: &Signed, of: &Of) -> store::Result<pages::Of> {
    Ok(match of {
        Of::List => pages::Of::List,
        Of::With(With::Group(group)) => pages::Of::With(Whom::Group(group.clone())),
        Of::With(With::Customer(customer)) => {
            let customer = customers::get(&portal.db, &signed.actor, *customer).await?;
            pages::Of::With(Whom::Customer { id: customer.id, name: customer.name, group: customer.group })
        }
    })
}

/// The prices that a grid was sent with, but those without which it goes on.
fn rows(fields: &Fields) -> Vec<RowForm> {
    let left_out: Vec<ProductId> = fields.get("without").split(' ').filter_map(|id| id.parse().ok()).collect();
    let seen = fields.0.iter().filter_map(|(name, seen)| Some((name.strip_prefix("seen.")?.parse().ok()?, seen)));
    let row = |(product, seen): (ProductId, &String)| RowForm {
        product,
        seen: seen.clone(),
        price: fields.text(&format!("price.{product}")),
        tiers: fields.text(&format!("tiers.{product}")),
        sure: fields.ticked(&format!("sure.{product}")),
    };
    seen.filter(|(product, _)| !left_out.contains(product)).map(row).collect()
}

/// `POST /desk/prices/revisions/proposal`: what a rule makes of the prices, what was pasted, or what was typed into the
/// grid, with all that is wrong with it and whom it concerns. Nothing is saved.
pub async fn propose(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    let of = of(&fields)?;
    let typed = rows(&fields);
    if !typed.is_empty() {
        return checked(&portal, &signed, frame, &of, &fields, typed).await;
    }
    let form = ProposalForm {
        category: fields.text("category"),
        change: fields.text("change"),
        step: fields.text("step"),
        pasted: fields.text("pasted"),
    };
    let from = from(&frame, &of, &fields);
    if form.change.trim().is_empty() && form.pasted.trim().is_empty() {
        let (rows, all) = revisions::grid(&portal.db, &signed.actor, &of, from, &form.category).await?;
        let shown = Shown { rows, all, filled: fields.filled(Vec::new()), ..Shown::default() };
        return grid(&portal, &signed, frame, &of, from, shown, StatusCode::OK).await;
    }
    let proposal = match revisions::propose(&portal.db, &signed.actor, &of, from, &form).await {
        Ok(proposal) => proposal,
        Err(error) => {
            let filled = fields.refused(error)?;
            let (status, shown) = (status_of(&filled), Shown { filled, ..Shown::default() });
            return grid(&portal, &signed, frame, &of, from, shown, status).await;
        }
    };
    let lang = frame.reader().lang;
    let has_tiers =
        |product| proposal.rows.iter().any(|row: &Priced| row.product == product && !row.holding().tiers.is_empty());
    let by_rule = proposal.deals.iter().map(|(product, deal)| {
        let (price, mut tiers) = typed_deal(lang, deal);
        // of which the rule leaves none: nothing said would be that they stay
        if tiers.is_empty() && has_tiers(*product) {
            "-".clone_into(&mut tiers);
        }
        (*product, [price, tiers])
    });
    let mut fields = fields;
    let mut forms = Vec::new();
    for (product, [price, tiers]) in by_rule.chain(proposal.typed) {
        let seen = proposal.rows.iter().find(|row| row.product == product).map(Priced::seen).unwrap_or_default();
        fields.0.push((format!("price.{product}"), price.clone()));
        fields.0.push((format!("tiers.{product}"), tiers.clone()));
        forms.push(RowForm { product, seen, price, tiers, sure: false });
    }
    let mut refusals: Vec<_> = proposal.refusals.into_iter().map(|f| (f.field, f.refusal)).collect();
    if let Err(error) = revisions::check(&portal.db, &signed.actor, &of, fields.get("from"), &forms).await {
        refusals.extend(fields.refused(error)?.refusals);
    }
    let changed: Vec<ProductId> = forms.iter().map(|form| form.product).collect();
    let filled = fields.filled(refusals);
    let (rows, following) = (proposal.rows, proposal.following);
    let shown = Shown { all: rows.len(), rows, following, filled, affected: None };
    looked_at(&portal, &signed, frame, &of, from, shown, &changed).await
}

/// The grid, as it was typed, with what is wrong with it or whom it concerns.
async fn checked(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    of: &Of,
    fields: &Fields,
    forms: Vec<RowForm>,
) -> Result<Response, Oops> {
    let filled = match revisions::check(&portal.db, &signed.actor, of, fields.get("from"), &forms).await {
        Ok(()) => fields.filled(Vec::new()),
        Err(error) => fields.refused(error)?,
    };
    shown_again(portal, signed, frame, of, fields, &forms, filled).await
}

async fn shown_again(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    of: &Of,
    fields: &Fields,
    forms: &[RowForm],
    filled: Filled,
) -> Result<Response, Oops> {
    let from = from(&frame, of, fields);
    let is_changed = |form: &&RowForm| !form.price.trim().is_empty() || !form.tiers.trim().is_empty();
    let changed: Vec<ProductId> = forms.iter().filter(is_changed).map(|form| form.product).collect();
    // of what changes all is shown, and nothing else; where nothing does, what was there
    let all: Vec<ProductId> = forms.iter().map(|form| form.product).collect();
    let products = if changed.is_empty() { &all } else { &changed };
    let rows = revisions::priced(&portal.db, &signed.actor, of, from, products).await?;
    let shown = Shown { all: rows.len(), rows, filled, ..Shown::default() };
    looked_at(portal, signed, frame, of, from, shown, &changed).await
}

async fn looked_at(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    of: &Of,
    from: NaiveDate,
    mut shown: Shown,
    changed: &[ProductId],
) -> Result<Response, Oops> {
    if shown.filled.is_refused() {
        let status = status_of(&shown.filled);
        return grid(portal, signed, frame, of, from, shown, status).await;
    }
    shown.affected = Some(revisions::affected(&portal.db, &signed.actor, of, from, changed).await?);
    grid(portal, signed, frame, of, from, shown, StatusCode::OK).await
}

/// `POST /desk/prices/revisions`
pub async fn publish(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    let of = of(&fields)?;
    let forms = rows(&fields);
    match revisions::publish(&portal.db, &signed.actor, &of, fields.get("from"), &forms).await {
        Ok(revision) => Ok(seen_other(&format!("/desk/prices/revisions/{revision}?saved=true"))),
        Err(error @ Error::NotFound) => Err(error.into()),
        Err(error) => {
            let filled = fields.refused(error)?;
            shown_again(&portal, &signed, frame, &of, &fields, &forms, filled).await
        }
    }
}

/// The latest revisions, for the overview.
pub(super) async fn recent(portal: &Portal, signed: &Signed) -> store::Result<Vec<pages::Summary>> {
    Ok(revisions::recent(&portal.db, &signed.actor, RECENT).await?.into_iter().map(summary).collect())
}

fn summary(revision: Revision) -> pages::Summary {
    let of = match revision.of {
        Of::List => pages::Of::List,
        Of::With(With::Customer(id)) => {
            pages::Of::With(Whom::Customer { id, name: revision.name, group: String::new() })
        }
        Of::With(With::Group(group)) => pages::Of::With(Whom::Group(group)),
    };
    let Revision { id, from, by, at, undone, count, .. } = revision;
    pages::Summary { id, of, from, by, at, undone, count }
}

/// `GET /desk/prices/revisions/{revision}`
pub async fn show(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(revision): Path<String>,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let (revision, rows) = revisions::get(&portal.db, &signed.actor, id::<RevisionId>(&revision)?).await?;
    let right = match revision.of {
        Of::List => Permission::ManageProducts,
        Of::With(_) => Permission::ManageAssortments,
    };
    let lang = frame.reader().lang;
    let rows = rows.into_iter().map(|row| pages::Revised {
        name: row.names.get(lang).to_owned(),
        sku: row.sku,
        list: row.list,
        before: row.before,
        after: row.after,
        undone: row.undone,
    });
    let page = RevisionPage {
        rows: rows.collect(),
        revision: summary(revision),
        may_undo: signed.actor.can(right),
        saved: !query.saved.is_empty(),
    };
    frame.ok(r::revision(lang), move |r| pages::page(r, &page)).await
}

/// `POST /desk/prices/revisions/{revision}/undo`
pub async fn undo(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    Path(revision): Path<String>,
) -> Result<Response, Oops> {
    let revision: RevisionId = id(&revision)?;
    revisions::undo(&portal.db, &signed.actor, revision).await?;
    Ok(seen_other(&format!("/desk/prices/revisions/{revision}")))
}
