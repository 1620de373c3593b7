//! Price revisions: many prices of one party changed at once, and taken back at once.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Actor, CustomerId, Permission, ProductId, Refusal, RevisionId, SalesUnit,
    agreement::{Deal, PriceAgreement, doubt},
    price::TieredPrice,
    product::Names,
    revision::{MOST_ROWS, Rule, pasted},
    text,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, sea_query::ExprTrait,
};

use super::{
    With,
    edit::{day, end, exists, hold, put, stored, succeed, take_away, today},
};
use crate::{
    Db, Error, FieldRefusal, Fields, Result, Write,
    asked::{Asked, packed},
    clock::new_id,
    db::{insert_all, instant, millis},
    entity::{assortment_item, customer, group_agreement, price_revision, price_revision_row as revised, product},
    journal,
};

/// Whose prices are revised: the list, from now on, or what is agreed with a party, from a day to come on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    List,
    With(With),
}

impl Of {
    fn require(&self, actor: &Actor) -> Result<()> {
        let right = match self {
            Of::List => Permission::ManageProducts,
            Of::With(_) => Permission::ManageAssortments,
        };
        Ok(actor.require(right)?)
    }

    fn group(&self) -> String {
        match self {
            Of::List => String::new(),
            Of::With(with) => with.group().unwrap_or_default().to_owned(),
        }
    }

    fn customer(&self) -> Option<CustomerId> {
        match self {
            Of::List => None,
            Of::With(with) => with.customer(),
        }
    }
}

/// An article, and what it costs the party on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priced {
    pub product: ProductId,
    pub sku: String,
    pub names: Names,
    pub unit: SalesUnit,
    pub list: TieredPrice,
    /// What is agreed with the party itself.
    pub own: Option<PriceAgreement>,
    /// What is agreed with the customer's group.
    pub of_group: Option<PriceAgreement>,
}

impl Priced {
    /// What the party pays.
    pub fn holding(&self) -> TieredPrice {
        let agreed = self.own.as_ref().or(self.of_group.as_ref());
        agreed.map_or_else(|| self.list.clone(), |agreed| agreed.deal.clone().of(&self.list))
    }

    /// What a form shows of it, to be recognised when it comes back.
    pub fn seen(&self) -> String {
        let own = self.own.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{} {own} {}", self.holding().base.0, self.holding().tiers_to_text())
    }
}

/// Which articles a grid has.
enum Which<'a> {
    /// All that the party has a price for, of one category or of all.
    OfCategory(&'a str),
    These(&'a [ProductId]),
}

/// The prices of a party on a day: of the list, of a customer's assortment, or what is agreed with a group; by code, at
/// most [`MOST_ROWS`], and how many there are.
pub async fn grid(db: &Db, actor: &Actor, of: &Of, on: NaiveDate, category: &str) -> Result<(Vec<Priced>, usize)> {
    of.require(actor)?;
    read(db.read(), of, on, Which::OfCategory(category)).await
}

/// The same of some articles.
pub async fn priced(db: &Db, actor: &Actor, of: &Of, on: NaiveDate, products: &[ProductId]) -> Result<Vec<Priced>> {
    of.require(actor)?;
    Ok(read(db.read(), of, on, Which::These(products)).await?.0)
}

async fn read(conn: &impl ConnectionTrait, of: &Of, on: NaiveDate, which: Which<'_>) -> Result<(Vec<Priced>, usize)> {
    if let Of::With(with) = of {
        exists(conn, with).await?;
    }
    let mut found = product::Entity::find().order_by_asc(product::COLUMN.sku);
    match (which, of) {
        (Which::These(products), _) => found = found.filter(product::COLUMN.id.is_in(products.iter().copied())),
        (Which::OfCategory(category), of) => {
            found = found.filter(product::COLUMN.discontinued.eq(false));
            if !category.is_empty() {
                found = found.filter(product::COLUMN.category.eq(category));
            }
            match of {
                Of::List => {}
                Of::With(With::Customer(customer)) => {
                    let his = assortment_item::Entity::find()
                        .select_only()
                        .column(assortment_item::Column::ProductId)
                        .filter(assortment_item::COLUMN.customer_id.eq(*customer));
                    found = found.filter(product::Column::Id.in_subquery(his.into_query()));
                }
                Of::With(With::Group(group)) => {
                    let agreed = group_agreement::Entity::find()
                        .select_only()
                        .column(group_agreement::Column::ProductId)
                        .filter(group_agreement::COLUMN.customer_group.eq(group))
                        .filter(group_agreement::COLUMN.from_on.lte(on))
                        .filter(
                            group_agreement::COLUMN.until_on.is_null().or(group_agreement::COLUMN.until_on.gte(on)),
                        );
                    found = found.filter(product::Column::Id.in_subquery(agreed.into_query()));
                }
            }
        }
    }
    let all = usize::try_from(found.clone().count(conn).await?).unwrap_or(usize::MAX);
    let products = found.limit(MOST_ROWS as u64).all(conn).await?;
    let ids: Vec<ProductId> = products.iter().map(|product| product.id).collect();
    let holding = |agreements: Vec<(ProductId, PriceAgreement)>| -> HashMap<ProductId, PriceAgreement> {
        agreements.into_iter().filter(|(_, agreement)| agreement.holds_on(on)).collect()
    };
    let (mut own, mut of_group) = (HashMap::new(), HashMap::new());
    if let Of::With(with) = of {
        own = holding(stored(conn, with, &ids).await?);
    }
    if let Some(customer) = of.customer() {
        let group = customer::Entity::find_by_id(customer).one(conn).await?.ok_or(Error::NotFound)?.customer_group;
        of_group = holding(stored(conn, &With::Group(group), &ids).await?);
    }
    let rows = products.into_iter().map(|product| Priced {
        own: own.remove(&product.id),
        of_group: of_group.remove(&product.id),
        product: product.id,
        names: crate::products::names(&product),
        list: product.tiered(),
        unit: product.sales_unit(),
        sku: product.sku,
    });
    Ok((rows.collect(), all))
}

/// What staff say about many prices: by how much they change, or rows of a spreadsheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProposalForm {
    /// Empty: all.
    pub category: String,
    /// With `step` as [`Rule::parse`] reads them.
    pub change: String,
    pub step: String,
    /// As [`pasted`] reads it.
    pub pasted: String,
}

/// What would be revised, to be looked at and changed before it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    pub rows: Vec<Priced>,
    /// By the rule.
    pub deals: Vec<(ProductId, Deal)>,
    /// As they were pasted: price and tiers.
    pub typed: Vec<(ProductId, [String; 2])>,
    /// How many agreements of the party the rule does not touch, as they follow the list by themselves.
    pub following: usize,
    pub refusals: Vec<FieldRefusal>,
}

/// What the rule makes of the prices of the party, or what was pasted for them. A rule changes what is agreed with the
/// party itself: what a customer pays by his group or by the list changes there.
pub async fn propose(db: &Db, actor: &Actor, of: &Of, on: NaiveDate, form: &ProposalForm) -> Result<Proposal> {
    of.require(actor)?;
    if !form.pasted.trim().is_empty() {
        return propose_pasted(db, of, on, &form.pasted).await;
    }
    let rule = Rule::parse(&form.change, "").map_err(|refusal| Error::field("change", refusal))?;
    let rule = match form.step.trim() {
        "" => rule,
        step => Rule::parse(&form.change, step).map_err(|refusal| Error::field("step", refusal))?,
    };
    let (rows, all) = read(db.read(), of, on, Which::OfCategory(&form.category)).await?;
    if all > MOST_ROWS {
        return Err(Error::field("category", Refusal::TooManyRows { most: MOST_ROWS }));
    }
    let mut proposal = Proposal::default();
    for row in rows {
        let deal = match (&row.own, of) {
            (None, Of::With(_)) => continue,
            (Some(own), _) => own.deal.clone(),
            (None, Of::List) => Deal::Net(row.list.clone()),
        };
        if matches!(deal, Deal::Less(_)) {
            proposal.following += 1;
            continue;
        }
        match rule.of_deal(&deal) {
            Some(after) if after == deal => continue,
            Some(after) => proposal.deals.push((row.product, after)),
            // nothing would be left of it
            None => proposal.refusals.push(refused(format!("price.{}", row.product), Refusal::Negative)),
        }
        proposal.rows.push(row);
    }
    Ok(proposal)
}

fn refused(field: String, refusal: Refusal) -> FieldRefusal {
    FieldRefusal { field, refusal }
}

async fn propose_pasted(db: &Db, of: &Of, on: NaiveDate, text: &str) -> Result<Proposal> {
    let lines = pasted(text);
    if lines.len() > MOST_ROWS {
        return Err(Error::field("pasted", Refusal::TooManyRows { most: MOST_ROWS }));
    }
    let known = product::Entity::find().filter(product::COLUMN.sku.is_in(lines.iter().map(|line| line.sku.as_str())));
    let known: HashMap<String, ProductId> =
        known.all(db.read()).await?.into_iter().map(|product| (product.sku, product.id)).collect();
    let mut proposal = Proposal::default();
    let mut seen = BTreeSet::new();
    for line in lines {
        let sku: String = line.sku.chars().take(40).collect();
        let refusal = match known.get(&line.sku) {
            Some(product) if seen.insert(*product) => {
                proposal.typed.push((*product, [line.price, line.tiers]));
                continue;
            }
            Some(_) => Refusal::Twice { typed: sku },
            None if sku.is_empty() => Refusal::Required,
            None => Refusal::UnknownChoice { typed: sku },
        };
        proposal.refusals.push(refused("pasted".to_owned(), refusal));
    }
    let ids: Vec<ProductId> = proposal.typed.iter().map(|(product, _)| *product).collect();
    proposal.rows = read(db.read(), of, on, Which::These(&ids)).await?.0;
    Ok(proposal)
}

/// The names of the customers who would pay another price for one of these products: who may order it, and has nothing
/// nearer on the day, in so far as that does not follow what is revised.
pub async fn affected(db: &Db, actor: &Actor, of: &Of, on: NaiveDate, products: &[ProductId]) -> Result<Vec<String>> {
    of.require(actor)?;
    if let Some(customer) = of.customer() {
        return Ok(vec![crate::customers::get(db, actor, customer).await?.name]);
    }
    if products.is_empty() {
        return Ok(Vec::new());
    }
    let mut asked = Asked::of(db.read());
    let day = asked.bind(on);
    let products = asked.bind_all(products.iter().map(|product| product.0));
    let of_day = |of: &str| format!("{of}.from_on <= {day} AND ({of}.until_on IS NULL OR {of}.until_on >= {day})");
    let (members, follows) = match of {
        // a percentage of the list changes with it
        Of::List => ("c.customer_group IS NOT NULL".to_owned(), "AND nearer.percent IS NULL"),
        Of::With(_) => (format!("c.customer_group = {}", asked.bind(of.group())), ""),
    };
    let of_group = match of {
        Of::List => format!(
            "AND NOT EXISTS (SELECT 1 FROM group_agreement nearer WHERE nearer.customer_group = c.customer_group
                AND nearer.product_id = i.product_id AND {} {follows})",
            of_day("nearer")
        ),
        Of::With(_) => String::new(),
    };
    let packed_name = asked.array("c.name");
    let question = format!(
        "SELECT {packed_name} AS packed FROM customer c WHERE {members} AND EXISTS (
            SELECT 1 FROM assortment_item i WHERE i.customer_id = c.id AND i.product_id IN ({products})
            AND NOT EXISTS (SELECT 1 FROM price_agreement nearer WHERE nearer.customer_id = c.id
                AND nearer.product_id = i.product_id AND {} {follows}) {of_group})",
        of_day("nearer")
    );
    let [rows] = asked.answers(db.read(), [question]).await?;
    let mut names: Vec<String> = packed::<(String,)>(&rows)?.into_iter().map(|(name,)| name).collect();
    names.sort();
    Ok(names)
}

/// One price as it is to be; without price and tiers it stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowForm {
    pub product: ProductId,
    /// As [`Priced::seen`] said it.
    pub seen: String,
    pub price: String,
    pub tiers: String,
    /// Is a price meant that is far from the one before it?
    pub sure: bool,
}

/// What would be refused if all this were published now.
pub async fn check(db: &Db, actor: &Actor, of: &Of, from: &str, forms: &[RowForm]) -> Result<()> {
    // never committed, all of it is as if it had not been
    revise(db, actor, of, from, forms).await.map(|_| ())
}

/// Revises all these prices or none. `from` is a day to come; the list changes at once, whatever it says. Each refusal
/// is under `price.<product>`, `tiers.<product>` or `from`; a price that somebody changed meanwhile is stale.
pub async fn publish(db: &Db, actor: &Actor, of: &Of, from: &str, forms: &[RowForm]) -> Result<RevisionId> {
    let (write, id) = revise(db, actor, of, from, forms).await?;
    write.commit().await?;
    Ok(id)
}

async fn revise(db: &Db, actor: &Actor, of: &Of, from: &str, forms: &[RowForm]) -> Result<(Write, RevisionId)> {
    of.require(actor)?;
    let today = today(db).await?;
    let mut fields = Fields::default();
    let from = match of {
        Of::List => today,
        Of::With(_) => {
            let from = fields.take("from", day(from).and_then(|day| day.ok_or(Refusal::Required)).map(Some));
            if let Some(from) = from.filter(|from| *from <= today) {
                fields.refuse("from", Refusal::Past { date: from });
            }
            from.unwrap_or(today)
        }
    };
    let mut wanted = Vec::with_capacity(forms.len());
    for form in forms {
        let (price, tiers) = (format!("price.{}", form.product), format!("tiers.{}", form.product));
        let line = text::line(&form.price, 40).and_then(|_| text::line(&form.tiers, 400));
        if let Err(refusal) = line {
            fields.refuse(&price, refusal);
            continue;
        }
        let deal = match form.price.trim() {
            "" if form.tiers.trim().is_empty() => continue,
            "" => fields.take(&price, Err(Refusal::Required)),
            typed => fields.take_deal(&price, typed, &tiers, &form.tiers),
        };
        match deal {
            Some(Deal::Less(_)) if *of == Of::List => {
                let typed = form.price.trim().chars().take(40).collect();
                fields.refuse(&price, Refusal::NotANumber { typed });
            }
            Some(deal) => wanted.push((form, deal)),
            None => {}
        }
    }
    if forms.len() > MOST_ROWS {
        fields.refuse("", Refusal::TooManyRows { most: MOST_ROWS });
    }
    fields.check()?;
    let mut fields = Fields::default();
    let write = db.write().await?;
    if let Of::With(with) = of {
        hold(&write, with).await?;
    }
    let ids: Vec<ProductId> = wanted.iter().map(|(form, _)| form.product).collect();
    let mut products = held(&write, &ids).await?;
    let now: HashMap<ProductId, Priced> =
        read(&*write, of, from, Which::These(&ids)).await?.0.into_iter().map(|row| (row.product, row)).collect();
    // a price of the list was agreed with nobody
    let (there, notice_days) = match of {
        Of::List => (HashMap::new(), 0),
        Of::With(with) => {
            (by_product(stored(&*write, with, &ids).await?), crate::customers::notice_days(&*write, with).await?)
        }
    };
    let id = RevisionId(new_id());
    let mut rows = Vec::with_capacity(wanted.len());
    for (form, deal) in wanted {
        let field = format!("price.{}", form.product);
        let (Some(priced), Some(product)) = (now.get(&form.product), products.remove(&form.product)) else {
            return Err(Error::NotFound);
        };
        let (before, after) = (priced.holding().base, deal.clone().of(&priced.list).base);
        if priced.seen() != form.seen {
            fields.refuse(&field, Refusal::Stale);
        } else if let Some(refusal) = doubt(before, after, from, today, notice_days).filter(|_| !form.sure) {
            fields.refuse(&field, refusal);
        }
        let changed = match of {
            Of::List => set_list(&write, product, &deal, from).await?,
            Of::With(with) => {
                let there = there.get(&form.product).map_or(&[][..], Vec::as_slice);
                succeed(&write, with, form.product, there, Some(&deal), from).await?
            }
        };
        if let Some([before, Some(after)]) = changed {
            rows.push(revised::Model {
                revision_id: id,
                product_id: form.product,
                before: before.as_ref().map(json).transpose()?,
                after: json(&after)?,
                undone: false,
            });
        }
    }
    if rows.is_empty() {
        fields.refuse("", Refusal::NothingChanges);
    }
    fields.check()?;
    let revision = price_revision::Model {
        id,
        customer_id: of.customer(),
        customer_group: of.group(),
        from_on: from,
        made_by_name: actor.name.clone(),
        made_at: millis(db.now()),
        undone_by_name: None,
        undone_at: None,
    };
    let event = serde_json::json!({
        "kind": "published", "customer": of.customer(), "customer_group": of.group(), "from": from, "rows": rows.len(),
    });
    revision.into_active_model().insert(&*write).await?;
    insert_all(&write, rows.into_iter().map(IntoActiveModel::into_active_model).collect()).await?;
    journal::append(db, &write, actor, "price_revision", id.0, &event).await?;
    Ok((write, id))
}

/// The products, kept from being changed meanwhile.
async fn held(write: &Write, ids: &[ProductId]) -> Result<HashMap<ProductId, product::Model>> {
    let products = product::Entity::find().filter(product::COLUMN.id.is_in(ids.iter().copied())).lock_exclusive();
    Ok(products.all(&**write).await?.into_iter().map(|product| (product.id, product)).collect())
}

fn by_product(agreements: Vec<(ProductId, PriceAgreement)>) -> HashMap<ProductId, Vec<PriceAgreement>> {
    let mut by_product: HashMap<ProductId, Vec<PriceAgreement>> = HashMap::new();
    for (product, agreement) in agreements {
        by_product.entry(product).or_default().push(agreement);
    }
    by_product
}

fn json(agreement: &PriceAgreement) -> Result<String> {
    serde_json::to_string(agreement).map_err(|e| Error::Stored(e.to_string()))
}

fn read_json(text: &str) -> Result<PriceAgreement> {
    serde_json::from_str(text).map_err(|e| Error::Stored(e.to_string()))
}

/// A list price, said like an agreement that begins on a day.
fn listed(price: TieredPrice, from: NaiveDate) -> PriceAgreement {
    PriceAgreement { deal: Deal::Net(price), from, until: None, group: String::new() }
}

async fn set_list(
    write: &Write,
    product: product::Model,
    deal: &Deal,
    today: NaiveDate,
) -> Result<Option<[Option<PriceAgreement>; 2]>> {
    let before = product.tiered();
    let after = deal.clone().of(&before);
    if after == before {
        return Ok(None);
    }
    let version = product.version + 1;
    let mut row = product.into_active_model();
    row.list_price = ActiveValue::Set(after.base);
    row.list_tiers = ActiveValue::Set(after.tiers_to_text());
    row.version = ActiveValue::Set(version);
    row.update(&**write).await?;
    Ok(Some([Some(listed(before, today)), Some(listed(after, today))]))
}

/// A revision, as it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    pub id: RevisionId,
    pub of: Of,
    /// The customer's or the group's name; empty of the list.
    pub name: String,
    pub from: NaiveDate,
    pub by: String,
    pub at: DateTime<Utc>,
    /// Who took it back, and when.
    pub undone: Option<(String, DateTime<Utc>)>,
    /// How many prices it changed.
    pub count: usize,
}

/// One price that was revised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revised {
    pub product: ProductId,
    pub sku: String,
    pub names: Names,
    /// The list price of today.
    pub list: TieredPrice,
    pub before: Option<PriceAgreement>,
    pub after: PriceAgreement,
    /// Was it put back?
    pub undone: bool,
}

fn summary(row: price_revision::Model, name: Option<String>, count: usize) -> Revision {
    let of = match row.customer_id {
        Some(customer) => Of::With(With::Customer(customer)),
        None if row.customer_group.is_empty() => Of::List,
        None => Of::With(With::Group(row.customer_group.clone())),
    };
    Revision {
        id: row.id,
        of,
        name: name.unwrap_or(row.customer_group),
        from: row.from_on,
        by: row.made_by_name,
        at: instant(row.made_at),
        undone: row.undone_by_name.zip(row.undone_at.map(instant)),
        count,
    }
}

/// The last revisions, the newest first.
pub async fn recent(db: &Db, actor: &Actor, most: u64) -> Result<Vec<Revision>> {
    actor.require(Permission::OrderOnBehalf)?;
    let rows =
        price_revision::Entity::find().order_by_desc(price_revision::COLUMN.made_at).limit(most).all(db.read()).await?;
    let customers = customer::Entity::find()
        .filter(customer::COLUMN.id.is_in(rows.iter().filter_map(|row| row.customer_id)))
        .all(db.read())
        .await?;
    let names: HashMap<CustomerId, String> = customers.into_iter().map(|c| (c.id, c.name)).collect();
    let counts: Vec<(RevisionId, i64)> = revised::Entity::find()
        .select_only()
        .column(revised::Column::RevisionId)
        .column_as(revised::Column::ProductId.count(), "count")
        .filter(revised::COLUMN.revision_id.is_in(rows.iter().map(|row| row.id)))
        .group_by(revised::Column::RevisionId)
        .into_tuple()
        .all(db.read())
        .await?;
    let counts: HashMap<RevisionId, i64> = counts.into_iter().collect();
    let rows = rows.into_iter().map(|row| {
        let name = row.customer_id.and_then(|customer| names.get(&customer).cloned());
        let count = counts.get(&row.id).copied().unwrap_or_default();
        summary(row, name, usize::try_from(count).unwrap_or_default())
    });
    Ok(rows.collect())
}

/// One, with its prices by code.
pub async fn revision(db: &Db, actor: &Actor, id: RevisionId) -> Result<(Revision, Vec<Revised>)> {
    actor.require(Permission::OrderOnBehalf)?;
    let row = price_revision::Entity::find_by_id(id).one(db.read()).await?.ok_or(Error::NotFound)?;
    let name = match row.customer_id {
        Some(customer) => Some(crate::customers::get(db, actor, customer).await?.name),
        None => None,
    };
    let rows = revised::Entity::find().filter(revised::COLUMN.revision_id.eq(id)).all(db.read()).await?;
    let products = product::Entity::find().filter(product::COLUMN.id.is_in(rows.iter().map(|row| row.product_id)));
    let products: HashMap<ProductId, product::Model> =
        products.all(db.read()).await?.into_iter().map(|product| (product.id, product)).collect();
    let mut read = Vec::with_capacity(rows.len());
    for row in rows {
        let product = products.get(&row.product_id).ok_or(Error::NotFound)?;
        read.push(Revised {
            product: product.id,
            sku: product.sku.clone(),
            names: crate::products::names(product),
            list: product.tiered(),
            before: row.before.as_deref().map(read_json).transpose()?,
            after: read_json(&row.after)?,
            undone: row.undone,
        });
    }
    read.sort_by(|one, other| one.sku.cmp(&other.sku));
    Ok((summary(row, name, read.len()), read))
}

/// Takes a revision back: what it made and nobody changed since is again as it was before; from tomorrow on where it has
/// begun, as what was delivered until then was delivered at its prices. What was changed since stays. Taking back what
/// was taken back does nothing.
pub async fn undo(db: &Db, actor: &Actor, id: RevisionId) -> Result<()> {
    let found = price_revision::Entity::find_by_id(id).one(db.read()).await?.ok_or(Error::NotFound)?;
    let of = summary(found, None, 0).of;
    of.require(actor)?;
    let today = today(db).await?;
    let write = db.write().await?;
    if let Of::With(with) = &of {
        hold(&write, with).await?;
    }
    let revision =
        price_revision::Entity::find_by_id(id).lock_exclusive().one(&*write).await?.ok_or(Error::NotFound)?;
    if revision.undone_at.is_some() {
        return Ok(());
    }
    let rows = revised::Entity::find().filter(revised::COLUMN.revision_id.eq(id)).all(&*write).await?;
    let ids: Vec<ProductId> = rows.iter().map(|row| row.product_id).collect();
    let mut products = held(&write, &ids).await?;
    let there = match &of {
        Of::List => HashMap::new(),
        Of::With(with) => by_product(stored(&*write, with, &ids).await?),
    };
    let mut put_back = 0;
    for row in rows {
        let (before, after) = (row.before.as_deref().map(read_json).transpose()?, read_json(&row.after)?);
        let is_back = match (&of, products.remove(&row.product_id)) {
            (Of::List, Some(product)) if Deal::Net(product.tiered()) == after.deal => {
                let Some(before) = before else { continue };
                set_list(&write, product, &before.deal, today).await?.is_some()
            }
            (Of::With(with), Some(product)) => {
                let there = there.get(&product.id).map_or(&[][..], Vec::as_slice);
                put_agreement_back(&write, with, product.id, there, before.as_ref(), &after, today).await?
            }
            _ => false,
        };
        if is_back {
            put_back += 1;
            let mut row = row.into_active_model();
            row.undone = ActiveValue::Set(true);
            row.update(&*write).await?;
        }
    }
    let mut revision = revision.into_active_model();
    revision.undone_by_name = ActiveValue::Set(Some(actor.name.clone()));
    revision.undone_at = ActiveValue::Set(Some(millis(db.now())));
    revision.update(&*write).await?;
    let event = serde_json::json!({ "kind": "undone", "rows": put_back });
    journal::append(db, &write, actor, "price_revision", id.0, &event).await?;
    write.commit().await
}

/// Says whether it could: everything must be as the revision left it.
async fn put_agreement_back(
    write: &Write,
    with: &With,
    product: ProductId,
    there: &[PriceAgreement],
    before: Option<&PriceAgreement>,
    after: &PriceAgreement,
    today: NaiveDate,
) -> Result<bool> {
    let over = after.until.is_some_and(|until| until <= today);
    if over || !there.contains(after) {
        return Ok(false);
    }
    if after.from <= today {
        // what has begun is history: it ends, and what was before goes on
        let tomorrow = today.succ_opt().unwrap_or(today);
        succeed(write, with, product, there, before.map(|before| &before.deal), tomorrow).await?;
        return Ok(true);
    }
    let ended = before.filter(|before| before.from < after.from);
    let left = ended.map(|before| PriceAgreement { until: after.from.pred_opt(), ..before.clone() });
    if left.as_ref().is_some_and(|left| !there.contains(left)) {
        return Ok(false);
    }
    take_away(write, with, product, after.from).await?;
    match (before, left) {
        (Some(before), Some(left)) => end(write, with, product, &left, before.until).await?,
        (Some(before), None) => put(write, with, product, before).await?,
        (None, _) => {}
    }
    Ok(true)
}
