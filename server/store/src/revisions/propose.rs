//! What would be revised, and whom that concerns.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::{
    Actor, ProductId, Refusal,
    agreement::Deal,
    revision::{MOST_ROWS, Rule, pasted},
};
use sea_orm::{EntityTrait, QueryFilter};

use super::{Of, Priced, Which, read};
use crate::{
    Db, Error, FieldRefusal, Result,
    asked::{Asked, packed},
    entity::product,
};

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
        let refusal = Refusal::OfRow { row: line.line, why: Box::new(refusal) };
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
            "AND (NOT EXISTS (SELECT 1 FROM group_agreement nearer WHERE nearer.customer_group = c.customer_group
                AND nearer.product_id = i.product_id AND {} {follows})
                OR EXISTS (SELECT 1 FROM price_agreement own WHERE own.customer_id = c.id
                AND own.product_id = i.product_id AND {}))",
            of_day("nearer"),
            of_day("own")
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
