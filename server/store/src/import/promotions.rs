//! Promotions, one article a row; the rows of one promotion have the same Dutch name, group and first day.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{ProductId, PromotionId, Quantity, Refusal, promotion::overlap, text};
use sea_orm::{ConnectionTrait, EntityTrait};

use super::{
    Phase,
    bulk::{self, Meter},
    cells,
    known::{Customers, Groups, Products},
    refusals::{checked, contradictions, number, take, tell},
    report::{Problem, Problems, Reason, Report},
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
    let mut campaigns: BTreeMap<[&str; 3], Vec<OfRow<'_>>> = BTreeMap::new();
    for row in sheet.usable(problems) {
        let product = products.named(row.line, sheet.cell(row, "sku"), problems).map(|p| p.id);
        let key = ["name_nl", "customer_group", "from"].map(|column| sheet.cell(row, column));
        campaigns.entry(key).or_default().push((row, product, about(sheet, row, problems)));
    }
    let mut there = There::read(conn).await?;
    let mut plan = Plan::default();
    let mut read = Vec::with_capacity(campaigns.len());
    for (key, rows) in campaigns {
        meter.step(rows.len() as u64);
        let Some(((first, ..), others)) = rows.split_first() else { continue };
        for (row, ..) in others {
            contradictions(sheet, first, row, &OF_PROMOTION, problems);
        }
        let group = sheet.cell(first, "customer_group");
        if !group.is_empty() {
            groups.named(first.line, group, problems);
        }
        let before = there.named(key);
        let said = |(_, product, about): &OfRow<'_>| match (before.as_ref(), product) {
            (Some(before), Some(product)) => there.kept(sheet, before.id, *product, *about),
            _ => *about,
        };
        let abouts: Vec<About> = rows.iter().map(said).collect();
        let of_file: HashSet<ProductId> = rows.iter().filter_map(|(_, product, _)| *product).collect();
        let others =
            before.iter().flat_map(|before| there.of(before.id)).filter(|(product, _)| !of_file.contains(product));
        // a bundle is right or wrong as a whole, with what of it the file does not name
        let all: Vec<About> = abouts.iter().copied().chain(others.map(|(_, about)| about)).collect();
        let Some(mut after) = promotion(sheet, first, &all, problems)? else { continue };
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
        let mut seen: HashMap<ProductId, (u64, About)> = HashMap::new();
        let is_bundle = all.iter().any(|(of, _)| of.is_some());
        if all[abouts.len()..].iter().any(|(of, _)| of.is_some() != is_bundle) {
            let text = "the promotion has other articles, which are not in the file: it is a bundle of all or of none";
            let value = sheet.cell(first, "bundle_quantity");
            problems.of_row(first.line, "bundle_quantity", value, Problem::new(Reason::NotABundle, text));
        }
        for ((row, product, _), about) in rows.iter().zip(&abouts) {
            let Some(product) = *product else { continue };
            if about.0.is_some() != is_bundle {
                tell(sheet, row, "bundle_quantity", &Refusal::Required, problems);
            }
            if let Some((earlier, _)) = seen.insert(product, (row.line, *about)) {
                let text = format!("row {earlier} has the same article in the same promotion");
                problems.of_row(row.line, "sku", sheet.cell(row, "sku"), Problem::new(Reason::DuplicateRow, text));
            }
        }
        let new: Vec<(ProductId, About)> = seen
            .into_iter()
            .map(|(product, (_, about))| (product, about))
            .filter(|(product, about)| there.articles.get(&(after.id, *product)) != Some(about))
            .collect();
        there.take(&after, &new);
        if there.articles.keys().filter(|(id, _)| *id == after.id).count() >= MOST_PRODUCTS {
            let text = format!("a promotion has fewer than {MOST_PRODUCTS} articles");
            problems.of_row(first.line, "sku", sheet.cell(first, "sku"), Problem::new(Reason::TooMany, text));
        }
        read.push((rows, before, after, new));
    }
    groups.tell(report);
    // what the file says of one promotion may make room for another
    for (rows, before, mut after, new) in read {
        // also of what it has and the file does not name: its days may be others now
        for (product, other) in there.in_the_way(&after) {
            let named = rows.iter().find(|(_, of_row, _)| *of_row == Some(product));
            let Some((row, ..)) = named.or(rows.first()) else { continue };
            let text = format!("in the promotion {:?} already, {} to {}", other.name_nl, other.from_on, other.until_on);
            problems.of_row(row.line, "sku", sheet.cell(row, "sku"), Problem::new(Reason::Overlap, text));
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
        let about = new.into_iter().map(|(product_id, (quantity, free))| promotion_product::Model {
            promotion_id: after.id,
            product_id,
            quantity,
            free,
        });
        plan.products.extend(about);
        plan.promotions.push(after);
    }
    Ok(plan)
}

/// The kinds of [`domain::promotion::Gives`].
pub(super) const KINDS: [&str; 5] = ["percent", "amount", "price", "free", "parts"];

/// A row, its article where that is known, and what it says of it.
type OfRow<'a> = (&'a Row<'a>, Option<ProductId>, About);

/// How many of an article are in one bundle, and whether they are free there.
type About = (Option<Quantity>, bool);

fn about(sheet: &Sheet<'_>, row: &Row<'_>, problems: &mut Problems) -> About {
    let of = take(sheet, row, "bundle_quantity", problems, |typed| match typed {
        "" => Ok(None),
        typed => Quantity::parse(typed)
            .and_then(|of| if of > Quantity::ZERO { Ok(Some(of)) } else { Err(Refusal::Required) }),
    });
    let free = take(sheet, row, "bundle_free", problems, cells::flag).unwrap_or(false);
    if free && of.is_none() {
        tell(sheet, row, "bundle_free", &Refusal::NotABundle, problems);
    }
    (of, free)
}

/// The promotion that a row tells, with what its rows say of their articles but the articles themselves.
fn promotion(
    sheet: &Sheet<'_>,
    row: &Row<'_>,
    abouts: &[About],
    problems: &mut Problems,
) -> Result<Option<promotion::Model>> {
    let parts = abouts.iter().enumerate().filter_map(|(n, (of, free))| {
        let free = if *free { " free" } else { "" };
        Some(format!("{n} {}{free}\n", number((*of)?.0, 3)))
    });
    let parts: String = parts.collect();
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
        together: !parts.is_empty(),
        products: if parts.is_empty() { cell("sku") } else { parts.clone() },
    };
    let stacks = take(sheet, row, "stacks", problems, cells::flag).unwrap_or(false);
    let column = |field: &str| match field {
        "products" if !parts.is_empty() => "bundle_quantity".to_owned(),
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
    articles: HashMap<(PromotionId, ProductId), About>,
}

impl There {
    async fn read(conn: &impl ConnectionTrait) -> Result<There> {
        let articles = promotion_product::Entity::find().all(conn).await?;
        Ok(There {
            promotions: promotion::Entity::find().all(conn).await?,
            articles: articles.into_iter().map(|a| ((a.promotion_id, a.product_id), (a.quantity, a.free))).collect(),
        })
    }

    /// By its Dutch name, its group and its first day, cleaned as [`PromotionForm`] does before they are stored.
    fn named(&self, [name, group, from]: [&str; 3]) -> Option<promotion::Model> {
        let from = cells::day(from).ok()?;
        let (name, group) = (text::line(name, 60).ok()?, text::line(group, 40).ok()?);
        let same = |p: &&promotion::Model| (&p.name_nl, &p.customer_group, p.from_on) == (&name, &group, from);
        self.promotions.iter().find(same).cloned()
    }

    fn of(&self, promotion: PromotionId) -> impl Iterator<Item = (ProductId, About)> {
        self.articles
            .iter()
            .filter(move |((id, _), _)| *id == promotion)
            .map(|((_, product), about)| (*product, *about))
    }

    /// What a row says of its article; a column that the file does not have leaves what is stored.
    fn kept(&self, sheet: &Sheet<'_>, promotion: PromotionId, product: ProductId, (of, free): About) -> About {
        let stored = self.articles.get(&(promotion, product)).copied().unwrap_or_default();
        let of = if sheet.has("bundle_quantity") { of } else { stored.0 };
        (of, if sheet.has("bundle_free") { free } else { stored.1 })
    }

    /// The articles of a promotion that are in another one too, for one of the same customers on one of the same days.
    fn in_the_way(&self, new: &promotion::Model) -> Vec<(ProductId, &promotion::Model)> {
        let others = self.promotions.iter().filter(|other| other.id != new.id && overlap(&other.span(), &new.span()));
        let others: HashMap<PromotionId, &promotion::Model> = others.map(|other| (other.id, other)).collect();
        let own = |product: &ProductId| self.articles.contains_key(&(new.id, *product));
        let both = self.articles.keys().filter(|(_, product)| own(product));
        both.filter_map(|(id, product)| Some((*product, *others.get(id)?))).collect()
    }

    fn take(&mut self, promotion: &promotion::Model, new: &[(ProductId, About)]) {
        self.articles.extend(new.iter().map(|(product, about)| ((promotion.id, *product), *about)));
        self.promotions.retain(|there| there.id != promotion.id);
        self.promotions.push(promotion.clone());
    }
}

impl Plan {
    pub async fn write(self, write: &Write, meter: &mut Meter<'_>) -> Result<()> {
        meter.begin(Phase::Writing, (self.promotions.len() + self.products.len()) as u64);
        bulk::put(write, self.promotions, Some(bulk::replacing::<promotion::Entity>()), meter).await?;
        bulk::put(write, self.products, Some(bulk::replacing::<promotion_product::Entity>()), meter).await.map(drop)
    }
}
