//! The statements that search: one way of asking, in the dialect of each database.

use domain::{
    CustomerId, ProductId, SiteId,
    find::rank::{Term, Text, Wanted},
};
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement, Value};
use serde::Deserialize;
use uuid::Uuid;

use crate::{Error, Result};

/// At most so many candidates are asked for: more answers than anybody reads.
pub(super) const MOST: usize = 200;

/// What is searched in.
pub(super) enum Among {
    /// What this customer may order; without a site, what any of his sites bought is bought.
    Assortment {
        customer: CustomerId,
        site: Option<SiteId>,
    },
    Products,
    Customers,
}

/// A text that may answer.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub product: Option<ProductId>,
    pub customer: Option<CustomerId>,
    own: usize,
    bought: bool,
    words: String,
}

impl Candidate {
    pub fn text(&self) -> Text<'_> {
        let mut words = self.words.split(' ').filter(|w| !w.is_empty());
        Text { own: words.by_ref().take(self.own).collect(), product: words.collect(), bought: self.bought }
    }

    /// What equals are sorted by.
    pub fn name(&self) -> (&str, Option<ProductId>, Option<CustomerId>) {
        (&self.words, self.product, self.customer)
    }
}

/// The mark before every word of a customer's own texts. Six digits of his id: another's words hardly ever share them,
/// and where they do, the id itself is looked at too.
pub(super) fn mark(customer: CustomerId) -> String {
    let id = customer.0.simple().to_string();
    format!("{}.", id.get(26..).unwrap_or(&id))
}

/// Before every word of a text about a customer; no digit of an id is beyond `f`.
pub(super) const CUSTOMER_MARK: &str = "klant.";

/// Texts with all words of the query, or (`any`) with some of them.
pub(super) async fn candidates(
    conn: &impl ConnectionTrait,
    among: &Among,
    wanted: &Wanted,
    any: bool,
) -> Result<Vec<Candidate>> {
    let backend = conn.get_database_backend();
    let expression = |mark: &str| expression(backend, mark, wanted, any);
    let packed = |product: &str, customer: &str, bought: &str| packed(backend, product, customer, bought);
    let (sql, values): (String, Vec<Value>) = match among {
        Among::Assortment { customer, site } => {
            let row = packed("d.product_id", "NULL", &bought(site.is_some()));
            let may = "d.discontinued = false AND EXISTS (SELECT 1 FROM assortment_item i
                WHERE i.customer_id = $1 AND i.product_id = d.product_id)";
            let own = found(backend, "$2", "customer_id = $1");
            let other = found(backend, "$3", "customer_id IS NULL");
            let sql = format!(
                "SELECT * FROM (SELECT {row} AS row FROM {own} AND {may} LIMIT {MOST}) own
                UNION ALL SELECT * FROM (SELECT {row} AS row FROM {other} AND {may} LIMIT {MOST}) other"
            );
            let mut values = vec![customer.0.into(), expression(&mark(*customer)).into(), expression("").into()];
            values.extend(site.map(|site| Value::from(site.0)));
            (sql, values)
        }
        Among::Products => {
            let row = packed("d.product_id", "NULL", "0");
            let from = found(backend, "$1", "customer_id IS NULL AND product_id IS NOT NULL");
            (format!("SELECT {row} AS row FROM {from} LIMIT {MOST}"), vec![expression("").into()])
        }
        Among::Customers => {
            let row = packed("NULL", "d.customer_id", "0");
            let from = found(backend, "$1", "product_id IS NULL");
            (format!("SELECT {row} AS row FROM {from} LIMIT {MOST}"), vec![expression(CUSTOMER_MARK).into()])
        }
    };
    let mark = match among {
        Among::Assortment { customer, .. } => mark(*customer),
        Among::Products => String::new(),
        Among::Customers => CUSTOMER_MARK.to_owned(),
    };
    read(conn, &sql, values, &mark).await
}

/// Texts of what the customer calls by a name of his own or has bought, whatever they say: what matters most where more
/// fits than is asked for.
pub(super) async fn known(conn: &impl ConnectionTrait, among: &Among) -> Result<Vec<Candidate>> {
    let Among::Assortment { customer, site } = among else { return Ok(Vec::new()) };
    let row = packed(conn.get_database_backend(), "d.product_id", "NULL", "1");
    let own = packed(conn.get_database_backend(), "d.product_id", "NULL", &bought(site.is_some()).replace("$4", "$2"));
    let at =
        if site.is_some() { "h.site_id = $2" } else { "h.site_id IN (SELECT id FROM site WHERE customer_id = $1)" };
    let sql = format!(
        "SELECT * FROM (SELECT {row} AS row FROM habit h
            JOIN assortment_item i ON i.customer_id = $1 AND i.product_id = h.product_id
            JOIN search_doc d ON d.product_id = h.product_id AND d.customer_id IS NULL
            WHERE {at} AND d.discontinued = false LIMIT 1000) bought
        UNION ALL SELECT * FROM (SELECT {own} AS row FROM search_doc d
            JOIN assortment_item i ON i.customer_id = $1 AND i.product_id = d.product_id
            WHERE d.customer_id = $1 AND d.discontinued = false LIMIT 1000) own"
    );
    let mut values: Vec<Value> = vec![customer.0.into()];
    values.extend(site.map(|site| Value::from(site.0)));
    read(conn, &sql, values, &mark(*customer)).await
}

/// Was it bought: at the site of `$4`, or at any of the customer's.
fn bought(one_site: bool) -> String {
    let at = if one_site { "h.site_id = $4" } else { "h.site_id IN (SELECT id FROM site WHERE customer_id = $1)" };
    format!("CASE WHEN EXISTS (SELECT 1 FROM habit h WHERE h.product_id = d.product_id AND {at}) THEN 1 ELSE 0 END")
}

/// The texts that match an expression, as `d`. The order of the joins is forced: first what the index finds, then
/// whether it may be shown; the other way round costs hundreds of times more.
fn found(backend: DatabaseBackend, expression: &str, which: &str) -> String {
    match backend {
        DatabaseBackend::Sqlite => format!(
            "search_index CROSS JOIN search_doc d ON d.id = search_index.rowid
            WHERE search_index MATCH {expression} AND {}",
            which.split(" AND ").map(|condition| format!("d.{condition}")).collect::<Vec<_>>().join(" AND ")
        ),
        _ => {
            format!("(SELECT * FROM search_doc WHERE found @@ {expression}::tsquery AND {which} OFFSET 0) d WHERE true")
        }
    }
}

/// A row as one JSON value; see `assortments::articles` for why.
fn packed(backend: DatabaseBackend, product: &str, customer: &str, bought: &str) -> String {
    let id = |id: &str| match backend {
        DatabaseBackend::Sqlite if id != "NULL" => format!("hex({id})"),
        _ => id.to_owned(),
    };
    let array = if backend == DatabaseBackend::Sqlite { "json_array" } else { "json_build_array" };
    format!("{array}({}, {}, d.own, {bought}, d.words)", id(product), id(customer))
}

#[derive(Deserialize)]
struct Row<'a>(Option<&'a str>, Option<&'a str>, usize, u8, &'a str);

async fn read(conn: &impl ConnectionTrait, rows: &str, values: Vec<Value>, mark: &str) -> Result<Vec<Candidate>> {
    let backend = conn.get_database_backend();
    let packed = match backend {
        DatabaseBackend::Sqlite => "group_concat(row)",
        _ => "string_agg(row::text, ',')",
    };
    let sql = format!("SELECT {packed} AS rows FROM ({rows}) found");
    let row = conn.query_one_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
    let text: Option<String> = row.map(|row| row.try_get("", "rows")).transpose()?.flatten();
    let text = format!("[{}]", text.unwrap_or_default());
    let rows: Vec<Row<'_>> = serde_json::from_str(&text).map_err(|e| Error::Stored(e.to_string()))?;
    let id = |id: Option<&str>| id.map(Uuid::parse_str).transpose().map_err(|e| Error::Stored(e.to_string()));
    rows.into_iter()
        .map(|Row(product, customer, own, bought, words)| {
            let words = if words.starts_with(mark) { unmarked(words, mark) } else { words.to_owned() };
            Ok(Candidate {
                product: id(product)?.map(ProductId),
                customer: id(customer)?.map(CustomerId),
                own,
                bought: bought > 0,
                words,
            })
        })
        .collect()
}

fn unmarked(words: &str, mark: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for word in words.split(' ') {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word.strip_prefix(mark).unwrap_or(word));
    }
    plain
}

/// The query in the language of the database. Its words are letters, digits and points (`domain::find::fold`), so that
/// nothing in them can be an operator or end a quotation.
fn expression(backend: DatabaseBackend, mark: &str, wanted: &Wanted, any: bool) -> String {
    let dialect = match backend {
        DatabaseBackend::Sqlite => Dialect { quote: '"', begins: "*", and: " AND ", or: " OR " },
        _ => Dialect { quote: '\'', begins: ":*", and: " & ", or: " | " },
    };
    let terms: Vec<String> = wanted.terms.iter().map(|term| dialect.term(mark, term)).collect();
    let all = format!("({})", terms.join(if any { dialect.or } else { dialect.and }));
    let codes = wanted.codes.iter().map(|code| dialect.word(mark, code));
    [all].into_iter().chain(codes).collect::<Vec<_>>().join(dialect.or)
}

struct Dialect {
    quote: char,
    begins: &'static str,
    and: &'static str,
    or: &'static str,
}

impl Dialect {
    fn word(&self, mark: &str, word: &str) -> String {
        format!("{0}{mark}{word}{0}", self.quote)
    }

    fn term(&self, mark: &str, term: &Term) -> String {
        let word = self.word(mark, &term.word);
        let itself = if term.prefix { format!("{word}{}", self.begins) } else { word };
        let also = term.also().map(|other| self.word(mark, other));
        let parts = term
            .parts
            .iter()
            .map(|(one, two)| format!("({}{}{})", self.word(mark, one), self.and, self.word(mark, two)));
        format!("({})", [itself].into_iter().chain(also).chain(parts).collect::<Vec<_>>().join(self.or))
    }
}
