//! Promotions, one article a row; the rows of one promotion have the same Dutch name, group and first day.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{ProductId, PromotionId, Refusal, promotion::overlap};
use sea_orm::{ConnectionTrait, EntityTrait};

use super::{
    Phase,
    bulk::{self, Meter},
    cells,
    known::{Customers, Groups, Products},
    refusals::{checked, contradictions, take, tell},
    report::{Problem, Problems, Report},
    sheet::{Row, Sheet},
};
use crate::{
    Result, Write,
    entity::{promotion, promotion_product},
    promotions::{MOST_PRODUCTS, PromotionForm},
};

/// What is to be written.
#[derive(Default)]
pub(super) struct Plan {
    promotions: Vec<promotion::Model>,
    products: Vec<promotion_product::Model>,
}

/// What else a promotion says of itself; the same on each of its rows, or empty below the first.
const OF_PROMOTION: [&str; 7] = ["name_fr", "name_en", "kind", "value", "threshold", "stacks", "until"];

pub(super) async fn plan(
    conn: &impl ConnectionTrait,
    sheet: &Sheet<'_>,
    problems: &mut Problems,
    report: &mut Report,
    meter: &mut Meter<'_>,
) -> Result<Plan> {
    let products = Products::read(conn).await?;
    let mut groups = Groups::read(conn, &Customers::read(conn).await?).await?;
    let mut campaigns: BTreeMap<[&str; 3], Vec<(&Row<'_>, Option<ProductId>)>> = BTreeMap::new();
    for row in sheet.usable(problems) {
        let product = products.named(row.line, sheet.cell(row, "sku"), problems).map(|p| p.id);
        let key = ["name_nl", "customer_group", "from"].map(|column| sheet.cell(row, column));
        campaigns.entry(key).or_default().push((row, product));
    }
    let mut there = There::read(conn).await?;
    let mut plan = Plan::default();
    let mut read = Vec::with_capacity(campaigns.len());
    for rows in campaigns.into_values() {
        meter.step(rows.len() as u64);
        let Some(((first, _), others)) = rows.split_first() else { continue };
        for (row, _) in others {
            contradictions(sheet, first, row, &OF_PROMOTION, problems);
        }
        let group = sheet.cell(first, "customer_group");
        if !group.is_empty() {
            groups.named(first.line, group, problems);
        }
        let Some(mut after) = promotion(sheet, first, problems)? else { continue };
        let before = there.same(&after);
        if let Some(before) = &before {
            (after.id, after.version) = (before.id, before.version);
            if !sheet.has("name_fr") {
                after.name_fr.clone_from(&before.name_fr);
            }
            if !sheet.has("name_en") {
                after.name_en.clone_from(&before.name_en);
            }
            if !sheet.has("threshold") {
                after.threshold = before.threshold;
            }
            if !sheet.has("stacks") {
                after.stacks = before.stacks;
            }
        }
        let mut seen: HashMap<ProductId, u64> = HashMap::new();
        for (row, product) in &rows {
            let Some(product) = *product else { continue };
            if let Some(earlier) = seen.insert(product, row.line) {
                let text = format!("row {earlier} has the same article in the same promotion");
                problems.of_row(row.line, "sku", sheet.cell(row, "sku"), Problem::new("duplicate_row", text));
            }
        }
        let new: Vec<ProductId> =
            seen.into_keys().filter(|product| !there.articles.contains(&(after.id, *product))).collect();
        there.take(&after, &new);
        if there.articles.iter().filter(|(id, _)| *id == after.id).count() >= MOST_PRODUCTS {
            let text = format!("a promotion has fewer than {MOST_PRODUCTS} articles");
            problems.of_row(first.line, "sku", sheet.cell(first, "sku"), Problem::new("too_many", text));
        }
        read.push((rows, before, after, new));
    }
    groups.tell(report);
    // what the file says of one promotion may make room for another
    for (rows, before, mut after, new) in read {
        // also of what it has and the file does not name: its days may be others now
        for (product, other) in there.in_the_way(&after) {
            let named = rows.iter().find(|(_, of_row)| *of_row == Some(product));
            let Some((row, _)) = named.or(rows.first()) else { continue };
            let text = format!("in the promotion {:?} already, {} to {}", other.name_nl, other.from_on, other.until_on);
            problems.of_row(row.line, "sku", sheet.cell(row, "sku"), Problem::new("overlap", text));
        }
        let changes = report.change("promotions");
        match &before {
            None => changes.created += 1,
            Some(before) if *before == after && new.is_empty() => {
                changes.unchanged += 1;
                continue;
            }
            Some(_) => {
                changes.changed += 1;
                after.version += 1;
            }
        }
        let about = new.into_iter().map(|product_id| promotion_product::Model { promotion_id: after.id, product_id });
        plan.products.extend(about);
        plan.promotions.push(after);
    }
    Ok(plan)
}

/// The kinds of [`domain::promotion::Gives`].
pub(super) const KINDS: [&str; 4] = ["percent", "amount", "price", "free"];

/// The promotion that a row tells, without its articles.
fn promotion(sheet: &Sheet<'_>, row: &Row<'_>, problems: &mut Problems) -> Result<Option<promotion::Model>> {
    let cell = |column: &str| sheet.cell(row, column).to_owned();
    let day = |column: &str| match sheet.cell(row, column) {
        "" => String::new(),
        typed => cells::day(typed).map_or_else(|_| typed.to_owned(), |day| day.to_string()),
    };
    let kind = sheet.cell(row, "kind");
    if !KINDS.contains(&kind) {
        let typed = kind.chars().take(40).collect();
        let refusal = if kind.is_empty() { Refusal::Required } else { Refusal::UnknownChoice { typed } };
        tell(sheet, row, "kind", &refusal, problems);
        return Ok(None);
    }
    let form = PromotionForm {
        name_nl: cell("name_nl"),
        name_fr: cell("name_fr"),
        name_en: cell("name_en"),
        kind: kind.to_owned(),
        value: cell("value"),
        threshold: cell("threshold"),
        stacks: false,
        group: cell("customer_group"),
        from: day("from"),
        until: day("until"),
        products: cell("sku"),
    };
    let stacks = take(sheet, row, "stacks", problems, cells::flag).unwrap_or(false);
    let column = |field: &str| match field {
        "products" => "sku".to_owned(),
        "group" => "customer_group".to_owned(),
        field => field.to_owned(),
    };
    let checked = checked(form.check(), sheet, row, problems, column)?;
    Ok(checked.map(|(promotion, _)| promotion::Model { stacks, ..promotion }))
}

/// The promotions there are, as the file changes them.
struct There {
    promotions: Vec<promotion::Model>,
    articles: HashSet<(PromotionId, ProductId)>,
}

impl There {
    async fn read(conn: &impl ConnectionTrait) -> Result<There> {
        let articles = promotion_product::Entity::find().all(conn).await?;
        Ok(There {
            promotions: promotion::Entity::find().all(conn).await?,
            articles: articles.into_iter().map(|a| (a.promotion_id, a.product_id)).collect(),
        })
    }

    fn same(&self, new: &promotion::Model) -> Option<promotion::Model> {
        let key = |p: &promotion::Model| (p.name_nl.clone(), p.customer_group.clone(), p.from_on);
        self.promotions.iter().find(|there| key(there) == key(new)).cloned()
    }

    /// The articles of a promotion that are in another one too, for one of the same customers on one of the same days.
    fn in_the_way(&self, new: &promotion::Model) -> Vec<(ProductId, &promotion::Model)> {
        let others = self.promotions.iter().filter(|other| other.id != new.id && overlap(&other.span(), &new.span()));
        let others: HashMap<PromotionId, &promotion::Model> = others.map(|other| (other.id, other)).collect();
        let own = |product: &ProductId| self.articles.contains(&(new.id, *product));
        let both = self.articles.iter().filter(|(_, product)| own(product));
        both.filter_map(|(id, product)| Some((*product, *others.get(id)?))).collect()
    }

    fn take(&mut self, promotion: &promotion::Model, new: &[ProductId]) {
        self.articles.extend(new.iter().map(|product| (promotion.id, *product)));
        self.promotions.retain(|there| there.id != promotion.id);
        self.promotions.push(promotion.clone());
    }
}

impl Plan {
    pub async fn write(self, write: &Write, meter: &mut Meter<'_>) -> Result<()> {
        meter.begin(Phase::Writing, (self.promotions.len() + self.products.len()) as u64);
        bulk::put(write, self.promotions, Some(bulk::replacing::<promotion::Entity>()), meter).await?;
        bulk::put(write, self.products, None, meter).await.map(drop)
    }
}
