//! The statements that search: one way of asking, in the dialect of each database.

use domain::{
    CustomerId, ProductId, SiteId,
    find::rank::{Term, Text, Wanted},
};
use sea_orm::{ConnectionTrait, DatabaseBackend};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    Result,
    asked::{Asked, packed},
};

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

/// What of a query is asked for.
#[derive(Clone, Copy)]
pub(super) struct Sought<'a> {
    pub wanted: &'a Wanted,
    /// Some of its words are enough.
    pub any: bool,
    /// What answers to this is known already.
    pub but: Option<&'a Wanted>,
    /// So many texts of a kind.
    pub most: usize,
}

/// Texts that answer, for [`answer`].
pub(super) fn question(asked: &mut Asked, among: &Among, sought: Sought<'_>) -> String {
    let mut expression = |mark: &str| {
        let text = sought.expression(asked.backend(), mark);
        asked.bind(text)
    };
    let most = sought.most;
    match among {
        Among::Assortment { customer, site } => {
            let [own, other] = [expression(&mark(*customer)), expression("")];
            let bought = bought(asked, *customer, *site);
            let row = row(asked, "d.product_id", "NULL", &bought);
            let customer = asked.bind(customer.0);
            let may = format!(
                "d.discontinued = false AND EXISTS (SELECT 1 FROM assortment_item i
                WHERE i.customer_id = {customer} AND i.product_id = d.product_id)"
            );
            let own = found(asked, &own, &[&format!("d.customer_id = {customer}")]);
            let other = found(asked, &other, &["d.customer_id IS NULL"]);
            format!(
                "SELECT * FROM (SELECT {row} AS packed FROM {own} AND {may} LIMIT {most}) own
                UNION ALL SELECT * FROM (SELECT {row} AS packed FROM {other} AND {may} LIMIT {most}) other"
            )
        }
        Among::Products => {
            let matching = expression("");
            let from = found(asked, &matching, &["d.customer_id IS NULL", "d.product_id IS NOT NULL"]);
            format!("SELECT {} AS packed FROM {from} LIMIT {most}", row(asked, "d.product_id", "NULL", "0"))
        }
        Among::Customers => {
            let matching = expression(CUSTOMER_MARK);
            let from = found(asked, &matching, &["d.product_id IS NULL"]);
            format!("SELECT {} AS packed FROM {from} LIMIT {most}", row(asked, "NULL", "d.customer_id", "0"))
        }
    }
}

/// Texts with all words of a query, or with some of them.
pub(super) async fn candidates(
    conn: &impl ConnectionTrait,
    among: &Among,
    sought: Sought<'_>,
) -> Result<Vec<Candidate>> {
    let mut asked = Asked::of(conn);
    let question = question(&mut asked, among, sought);
    let [rows] = asked.answers(conn, [question]).await?;
    answer(among, &rows)
}

/// Texts of what the customer calls by a name of his own or has bought, whatever they say: what matters most where more
/// fits than is asked for.
pub(super) async fn known(conn: &impl ConnectionTrait, among: &Among) -> Result<Vec<Candidate>> {
    let Among::Assortment { customer, site } = among else { return Ok(Vec::new()) };
    let mut asked = Asked::of(conn);
    let bought = bought(&mut asked, *customer, *site);
    let (taken, own) = (row(&asked, "d.product_id", "NULL", "1"), row(&asked, "d.product_id", "NULL", &bought));
    let at = at(&mut asked, *customer, *site);
    let customer = asked.bind(customer.0);
    let question = format!(
        "SELECT * FROM (SELECT {taken} AS packed FROM habit h
            JOIN assortment_item i ON i.customer_id = {customer} AND i.product_id = h.product_id
            JOIN search_doc d ON d.product_id = h.product_id AND d.customer_id IS NULL
            WHERE {at} AND d.discontinued = false LIMIT 1000) bought
        UNION ALL SELECT * FROM (SELECT {own} AS packed FROM search_doc d
            JOIN assortment_item i ON i.customer_id = {customer} AND i.product_id = d.product_id
            WHERE d.customer_id = {customer} AND d.discontinued = false LIMIT 1000) own"
    );
    let [rows] = asked.answers(conn, [question]).await?;
    answer(among, &rows)
}

/// A habit of the site, or of any site of the customer.
fn at(asked: &mut Asked, customer: CustomerId, site: Option<SiteId>) -> String {
    match site {
        Some(site) => format!("h.site_id = {}", asked.bind(site.0)),
        None => format!("h.site_id IN (SELECT id FROM site WHERE customer_id = {})", asked.bind(customer.0)),
    }
}

/// Was it bought there?
fn bought(asked: &mut Asked, customer: CustomerId, site: Option<SiteId>) -> String {
    let at = at(asked, customer, site);
    format!("CASE WHEN EXISTS (SELECT 1 FROM habit h WHERE h.product_id = d.product_id AND {at}) THEN 1 ELSE 0 END")
}

/// The texts that match an expression, as `d`. The order of the joins is forced: first what the index finds, then
/// whether it may be shown; the other way round costs hundreds of times more.
fn found(asked: &Asked, expression: &str, which: &[&str]) -> String {
    let which = which.join(" AND ");
    match asked.backend() {
        DatabaseBackend::Sqlite => format!(
            "search_index CROSS JOIN search_doc d ON d.id = search_index.rowid
            WHERE search_index MATCH {expression} AND {which}"
        ),
        _ => format!(
            "(SELECT * FROM search_doc d WHERE found @@ {expression}::tsquery AND {which} OFFSET 0) d WHERE true"
        ),
    }
}

fn row(asked: &Asked, product: &str, customer: &str, bought: &str) -> String {
    let id = |id: &str| if id == "NULL" { id.to_owned() } else { asked.id(id) };
    asked.array(&format!("{}, {}, d.own, {bought}, d.words", id(product), id(customer)))
}

/// Product, customer, how many of the words are the customer's own, was it bought, the words.
#[derive(Deserialize)]
struct Row<'a>(Option<Uuid>, Option<Uuid>, usize, u8, &'a str);

/// The texts of a [`question`] and of what is [`known`].
pub(super) fn answer(among: &Among, rows: &str) -> Result<Vec<Candidate>> {
    let mark = match among {
        Among::Assortment { customer, .. } => mark(*customer),
        Among::Products => String::new(),
        Among::Customers => CUSTOMER_MARK.to_owned(),
    };
    let rows: Vec<Row<'_>> = packed(rows)?;
    let candidates = rows.into_iter().map(|Row(product, customer, own, bought, words)| Candidate {
        product: product.map(ProductId),
        customer: customer.map(CustomerId),
        own,
        bought: bought > 0,
        words: if words.starts_with(&mark) { unmarked(words, &mark) } else { words.to_owned() },
    });
    Ok(candidates.collect())
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

impl Sought<'_> {
    /// The query in the language of the database. Its words are letters, digits and points (`domain::find::fold`), so
    /// that nothing in them can be an operator or end a quotation.
    fn expression(&self, backend: DatabaseBackend, mark: &str) -> String {
        let dialect = match backend {
            DatabaseBackend::Sqlite => Dialect { quote: '"', begins: "*", and: " AND ", or: " OR ", not: " NOT " },
            _ => Dialect { quote: '\'', begins: ":*", and: " & ", or: " | ", not: " & !" },
        };
        let wanted = dialect.query(mark, self.wanted, self.any);
        match self.but {
            Some(but) => format!("({wanted}){}({})", dialect.not, dialect.query(mark, but, false)),
            None => wanted,
        }
    }
}

struct Dialect {
    quote: char,
    begins: &'static str,
    and: &'static str,
    or: &'static str,
    not: &'static str,
}

impl Dialect {
    fn query(&self, mark: &str, wanted: &Wanted, any: bool) -> String {
        let terms: Vec<String> = wanted.terms.iter().map(|term| self.term(mark, term)).collect();
        let all = format!("({})", terms.join(if any { self.or } else { self.and }));
        let codes = wanted.codes.iter().map(|code| self.word(mark, code));
        [all].into_iter().chain(codes).collect::<Vec<_>>().join(self.or)
    }

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
