//! Lists that customers made themselves, one article a row: the rows of a list have the same customer, site and name, and
//! stand in its order.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{
    CustomerId, ProductId, Quantity, Refusal, SectionId, ShoppingListId, SiteId,
    change::{Of, Row as Stands, RowChange},
    delivery::Weekdays,
    shopping_list::{ListRow, MOST_LISTS, MOST_ROWS, MOST_SECTIONS, Season, sort},
    text,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    Phase,
    bulk::{self, KEYS, Meter},
    distinct,
    known::{Customers, Products},
    refusals::{contradictions, take},
    report::{Problem, Problems, Reason, Report},
    sheet::{Row, Sheet},
};
use crate::{
    Result, Write,
    clock::new_id,
    entity::{product, shopping_list, shopping_list_row, shopping_list_section},
    products::names,
};

/// What is to be written.
#[derive(Default)]
pub(super) struct Plan {
    lists: Vec<Whole>,
}

/// A list with all that stands on it, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Whole {
    list: shopping_list::Model,
    sections: Vec<(SectionId, String)>,
    rows: Vec<ListRow>,
}

/// Customer, site (none: all of them) and name in small letters.
type Key = (CustomerId, Option<SiteId>, String);

/// What a row says of an article: its section by name, and how many as a rule.
struct Line<'a> {
    row: &'a Row<'a>,
    product: ProductId,
    section: String,
    usual: Option<Quantity>,
}

/// What else a list says of itself; the same on each of its rows, or empty below the first.
const OF_LIST: [&str; 2] = ["days", "season"];

pub(super) async fn plan(
    conn: &impl ConnectionTrait,
    sheet: &Sheet<'_>,
    problems: &mut Problems,
    report: &mut Report,
    meter: &mut Meter<'_>,
) -> Result<Plan> {
    let (customers, products) = (Customers::read(conn).await?, Products::read(conn).await?);
    let mut there = read(conn).await?;
    let mut named: BTreeMap<Key, (shopping_list::Model, Vec<Line<'_>>)> = BTreeMap::new();
    for row in sheet.usable(problems) {
        meter.step(1);
        let customer = customers.named(row.line, sheet.cell(row, "customer_number"), problems).map(|c| c.id);
        let code = sheet.cell(row, "site_code");
        let site = customer.and_then(|customer| customers.site(customer, code)).map(|site| site.id);
        if customer.is_some() && site.is_none() && !code.is_empty() {
            let problem = Problem::new(Reason::UnknownSite, "the customer has no such site");
            problems.of_row(row.line, "site_code", code, problem);
        }
        let product = products.named(row.line, sheet.cell(row, "sku"), problems);
        let name = take(sheet, row, "list_name", problems, |typed| text::required(typed, 40));
        let days = take(sheet, row, "days", problems, Weekdays::from_text);
        let season = take(sheet, row, "season", problems, season);
        let section = take(sheet, row, "section", problems, |typed| text::line(typed, 40));
        let usual = take(sheet, row, "usual", problems, |typed| match (typed, product) {
            ("", _) => Ok(None),
            (typed, None) => Quantity::parse(typed).map(Some),
            (typed, Some(product)) => {
                let usual = Quantity::parse(typed).and_then(|q| product.sales_unit().check(q));
                usual.map(|usual| Some(usual).filter(|usual| *usual > Quantity::ZERO))
            }
        });
        let (Some(customer), Some(product)) = (customer, product) else { continue };
        if problems.refused(row.line).is_some() {
            continue;
        }
        let new = shopping_list::Model {
            id: ShoppingListId(new_id()),
            customer_id: customer,
            site_id: site,
            days: days.to_text(),
            season,
            version: 1,
            name,
        };
        let (_, lines) = named.entry(key(&new)).or_insert_with(|| (new, Vec::new()));
        if let Some(first) = lines.first() {
            contradictions(sheet, first.row, row, &OF_LIST, problems);
        }
        if let Some(first) = lines.iter().find(|line| line.product == product.id) {
            let text = format!("row {} has the same article on the same list", first.row.line);
            problems.of_row(row.line, "sku", &product.sku, Problem::new(Reason::DuplicateRow, text));
            continue;
        }
        lines.push(Line { row, product: product.id, section, usual });
    }
    report.customers = distinct(named.keys().map(|(customer, ..)| *customer));
    report.products = distinct(named.values().flat_map(|(_, lines)| lines.iter().map(|line| line.product)));
    let articles = products.by_id();
    let mut plan = Plan::default();
    for (key, (list, lines)) in named {
        let Some(first) = lines.first().map(|line| line.row) else { continue };
        // two lists that stand side by side have two names
        let of_customer = || there.range((key.0, None, String::new())..).take_while(|(other, _)| other.0 == key.0);
        let beside = |other: &Key| other.2 == key.2 && other.1 != key.1 && (other.1.is_none() || key.1.is_none());
        let mut told = |column: &str, problem| problems.of_row(first.line, column, sheet.cell(first, column), problem);
        if !there.contains_key(&key) && of_customer().any(|(other, _)| beside(other)) {
            told("list_name", Problem::new(Reason::Taken, "all sites have a list of this name, or one of them has"));
        }
        let before = there.get(&key).cloned();
        let after = merged(sheet, before.as_ref(), list, lines);
        if after.rows.len() > MOST_ROWS {
            told("sku", Problem::new(Reason::TooMany, format!("a list has {MOST_ROWS} articles at most")));
        }
        if after.sections.len() > MOST_SECTIONS {
            told("section", Problem::new(Reason::TooMany, format!("a list has {MOST_SECTIONS} sections at most")));
        }
        if before.is_none() && of_customer().count() >= MOST_LISTS {
            told("list_name", Problem::new(Reason::TooMany, format!("a customer has {MOST_LISTS} lists at most")));
        }
        if report.is_news("lists", before.as_ref(), &after) {
            let customer = customers.get(sheet.cell(first, "customer_number")).map_or("", |customer| &customer.name);
            let site = customers.sites(key.0).iter().find(|site| Some(site.id) == key.1).map(|site| site.name.as_str());
            let whose = [Some(customer), site].into_iter().flatten().collect::<Vec<_>>().join(", ");
            for change in changes(&whose, &articles, before.as_ref(), &after) {
                report.row_change(|| change);
            }
            let version = before.map_or(1, |before| before.list.version + 1);
            plan.lists.push(Whole { list: shopping_list::Model { version, ..after.list.clone() }, ..after.clone() });
        }
        there.insert(key, after);
    }
    Ok(plan)
}

fn key(list: &shopping_list::Model) -> Key {
    (list.customer_id, list.site_id, list.name.to_lowercase())
}

/// As the database keeps it: `12-15 01-06`; empty is the whole year.
fn season(typed: &str) -> Result<String, Refusal> {
    match typed {
        "" => Ok(String::new()),
        typed => {
            let season = Season::from_text(&typed.split_whitespace().collect::<Vec<_>>().join(" "));
            season.map(Season::to_text).ok_or_else(|| Refusal::NotADate { typed: typed.chars().take(40).collect() })
        }
    }
}

/// A list as the rows of a file change it: they stand in the order of the file, and what they do not name after them.
fn merged(sheet: &Sheet<'_>, before: Option<&Whole>, new: shopping_list::Model, lines: Vec<Line<'_>>) -> Whole {
    let list = match before {
        None => new,
        Some(Whole { list: before, .. }) => shopping_list::Model {
            name: new.name,
            days: if sheet.has("days") { new.days } else { before.days.clone() },
            season: if sheet.has("season") { new.season } else { before.season.clone() },
            ..before.clone()
        },
    };
    let (stored, old) = before.map_or((&[][..], &[][..]), |before| (&before.sections, &before.rows));
    let mut sections: Vec<(SectionId, String)> = Vec::new();
    let named =
        if sheet.has("section") { lines.iter().map(|line| line.section.as_str()).collect() } else { Vec::new() };
    for name in named.into_iter().filter(|name| !name.is_empty()) {
        let same = |(_, other): &&(SectionId, String)| other.to_lowercase() == name.to_lowercase();
        if sections.iter().find(same).is_none() {
            let section = stored.iter().find(same).cloned();
            sections.push(section.unwrap_or_else(|| (SectionId(new_id()), name.to_owned())));
        }
    }
    let others: Vec<_> =
        stored.iter().filter(|(id, _)| !sections.iter().any(|(there, _)| there == id)).cloned().collect();
    sections.extend(others);
    let seen: HashSet<ProductId> = lines.iter().map(|line| line.product).collect();
    let mut rows: Vec<ListRow> = Vec::with_capacity(lines.len() + old.len());
    for Line { product, section, usual, .. } in lines {
        let was = old.iter().find(|row| row.product == product);
        let section = match was {
            Some(was) if !sheet.has("section") => was.section,
            _ => sections.iter().find(|(_, name)| name.to_lowercase() == section.to_lowercase()).map(|(id, _)| *id),
        };
        let usual = was.filter(|_| !sheet.has("usual")).map_or(usual, |was| was.usual);
        rows.push(ListRow { product, section, usual });
    }
    rows.extend(old.iter().filter(|row| !seen.contains(&row.product)));
    sort(&mut rows, &sections.iter().map(|(id, _)| *id).collect::<Vec<_>>());
    Whole { list, sections, rows }
}

/// What changes of a list: each row that is new or another, and the list itself.
fn changes(
    whose: &str,
    articles: &HashMap<ProductId, &product::Model>,
    before: Option<&Whole>,
    after: &Whole,
) -> Vec<RowChange> {
    let change = |article, before, now| RowChange {
        of: Of::List { name: after.list.name.clone(), whose: whose.to_owned() },
        article,
        before,
        after: now,
    };
    let was = |product| before.and_then(|before| before.row(product));
    let rows = after.rows.iter().map(|row| (row.product, was(row.product), after.row(row.product)));
    let rows = rows.filter(|(_, was, now)| was != now).filter_map(|(product, was, now)| {
        let article = articles.get(&product)?;
        Some(change(Some((article.sku.clone(), names(article))), was, now))
    });
    let itself = before.is_some_and(|before| {
        let order = after.rows.iter().map(|row| row.product).filter(|product| was(*product).is_some());
        before.list != after.list || !order.eq(before.rows.iter().map(|row| row.product))
    });
    itself.then(|| change(None, None, None)).into_iter().chain(rows).collect()
}

impl Whole {
    fn row(&self, product: ProductId) -> Option<Stands> {
        let row = self.rows.iter().find(|row| row.product == product)?;
        let section = self.sections.iter().find(|(id, _)| Some(*id) == row.section);
        Some(Stands::OnList { section: section.map(|(_, name)| name.clone()).unwrap_or_default(), usual: row.usual })
    }
}

/// The lists there are.
async fn read(conn: &impl ConnectionTrait) -> Result<BTreeMap<Key, Whole>> {
    let mut sections: HashMap<ShoppingListId, Vec<(SectionId, String)>> = HashMap::new();
    let found = shopping_list_section::Entity::find().order_by_asc(shopping_list_section::COLUMN.position);
    for section in found.order_by_asc(shopping_list_section::COLUMN.id).all(conn).await? {
        sections.entry(section.list_id).or_default().push((section.id, section.name));
    }
    let mut rows: HashMap<ShoppingListId, Vec<ListRow>> = HashMap::new();
    let found = shopping_list_row::Entity::find().order_by_asc(shopping_list_row::COLUMN.position);
    for row in found.order_by_asc(shopping_list_row::COLUMN.product_id).all(conn).await? {
        let of_list = ListRow { product: row.product_id, section: row.section_id, usual: row.usual };
        rows.entry(row.list_id).or_default().push(of_list);
    }
    let lists = shopping_list::Entity::find().all(conn).await?.into_iter().map(|list| {
        let sections = sections.remove(&list.id).unwrap_or_default();
        let mut rows = rows.remove(&list.id).unwrap_or_default();
        sort(&mut rows, &sections.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        (key(&list), Whole { list, sections, rows })
    });
    Ok(lists.collect())
}

impl Plan {
    pub async fn write(self, write: &Write, meter: &mut Meter<'_>) -> Result<()> {
        let (mut lists, mut sections, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        for Whole { list, sections: of_list, rows: on_list } in self.lists {
            sections.extend((0..).zip(of_list).map(|(position, (id, name))| shopping_list_section::Model {
                id,
                list_id: list.id,
                name,
                position,
            }));
            rows.extend((0..).zip(on_list).map(|(position, row)| shopping_list_row::Model {
                list_id: list.id,
                product_id: row.product,
                section_id: row.section,
                position,
                usual: row.usual,
            }));
            lists.push(list);
        }
        meter.begin(Phase::Writing, (lists.len() + sections.len() + rows.len()) as u64);
        let ids: Vec<ShoppingListId> = lists.iter().map(|list| list.id).collect();
        bulk::put(write, lists, Some(bulk::replacing::<shopping_list::Entity>()), meter).await?;
        for some in ids.chunks(KEYS) {
            let of_these = shopping_list_row::COLUMN.list_id.is_in(some.iter().copied());
            shopping_list_row::Entity::delete_many().filter(of_these).exec(&**write).await?;
        }
        bulk::put(write, sections, Some(bulk::replacing::<shopping_list_section::Entity>()), meter).await?;
        bulk::put(write, rows, None, meter).await.map(drop)
    }
}
