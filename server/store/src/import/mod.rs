//! Files into the portal: customers with their sites and people, products, assortments, prices and order history as
//! CSV, and the order lines of a real wholesaler (its mapping is described in `online_retail`).
//!
//! # How a file is read
//! UTF-8 (with or without byte order mark), or Windows-1252 where it is not valid UTF-8; separated by comma, semicolon
//! or tab, as the header shows; cells in quotes where they need it (RFC 4180). Numbers have a decimal comma or a decimal
//! point; `1.234` is read as the other numbers of its column (else of the file) show, and refused where none shows it.
//! Days are `2026-11-23` or `23/11/2026`. Codes are text: leading zeros stay, and so does everything hostile; a `'`
//! before what a spreadsheet would take for a formula says that it is a text, and is taken away. At most
//! 64 MiB and a million rows, the real data 512 MiB. Compressed files are not read.
//!
//! A workbook (XLSX, ODS) is read as the CSV that its first sheet would be: a formula as its result, a row with merged
//! cells or with a formula that has no result is refused.
//!
//! The first line names the columns, in any order, of the set in [`columns`]; before it there may be a line
//! `#toonbank KIND 1` that says which version of the set is meant. This is version 1; another one is refused.
//!
//! # What is done
//! Every row is checked by the rules that the pages use, and everything that is wrong is told with its line, column,
//! value and what was perhaps meant. A dry run ends here and writes nothing. Otherwise it is all or nothing per file, in
//! one transaction: if one row is refused, none is saved. The refused rows (with those that belong to the same order or
//! customer) can be written to a file with the same header and a last column `problem`, which is passed over when it is
//! read again, and the other rows to a second such file: correct the first, and feed both ([`Split`]).
//!
//! Rows are known by their natural key: customer by number, site by customer and code, person by e-mail address, group by name, packaging
//! by code, product
//! by SKU, assortment item by customer or group and SKU, price by customer or group, SKU and first day, promotion by its Dutch
//! name, group and first day, order by number, list by customer, site and name. What is there is
//! changed to what the file says, what is not in the file stays: nothing is ever deleted. A column that the file does
//! not have leaves what is stored; an empty cell empties it, where it may be empty. So the same file twice gives the same
//! state, and the second report says that nothing changed. Not changed are: the name, language and password of a person
//! who has an account; orders that were placed in the portal, or changed there after they were imported (`kept`).
//!
//! # Resumable
//! A run that is killed, at whatever moment, has saved nothing of its file: the transaction ends with the process. To
//! resume is to give the same command again: it begins at the first row and completes the file. A load of several files
//! is resumed by giving all commands again: what was finished is found unchanged. The table `import_run` remembers the
//! finished files by hash with their reports, and the report says when the same file was imported before.
//!
//! # While it runs
//! On SQLite a transaction that writes makes other writers wait, and a page gives up after seconds: import large files
//! when nobody orders. Reading the file is done before the transaction, checking it against what is there within; a dry
//! run needs no transaction and makes nobody wait.
//!
//! # Keys of problems
//! Those of [`Reason`].
//!
//! Deliberately absent: deleting, and notices to open pages (history is no news).

mod assortments;
mod bulk;
mod cells;
mod columns;
mod corrections;
mod customers;
mod decode;
mod groups;
mod history;
mod known;
mod lists;
mod mapping;
mod nearest;
mod online_retail;
mod orders;
mod packagings;
mod prices;
mod product_sheets;
mod products;
mod promotions;
mod records;
mod refusals;
mod report;
mod sheet;

use domain::{Actor, CustomerId, Permission};
use sea_orm::{ActiveValue, ConnectionTrait, DatabaseBackend, EntityTrait, IntoActiveModel};
use sha2::Digest;

pub use columns::{Column, VERSION, columns, sample};
pub use corrections::csv_cell;
pub use decode::{NotText, Source, Unreadable, text_of};
pub use mapping::{Mapping, Wrong as WrongMapping};
pub use online_retail::{Cause, Figure, Month, Reconciliation};
pub(crate) use product_sheets::on_one_line;
pub(crate) use refusals::number as decimal;
pub use report::{Changes, Note, Reason, Report, RowProblem, Rows, Split};

use crate::{
    Db, Error, Result, Write,
    agreements::{self, today},
    clock::new_id,
    db::{instant, millis},
    entity::{import_run, journal},
};
use bulk::Meter;
use report::Problems;

/// What a file is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Customers,
    Groups,
    Packagings,
    Products,
    Assortments,
    Prices,
    Promotions,
    Orders,
    Lists,
    OnlineRetail,
}

impl Kind {
    /// Those with a column set of ours, which are exported too; an empty portal takes them in this order.
    pub const OURS: [Kind; 9] = [
        Kind::Customers,
        Kind::Groups,
        Kind::Packagings,
        Kind::Products,
        Kind::Assortments,
        Kind::Prices,
        Kind::Promotions,
        Kind::Orders,
        Kind::Lists,
    ];

    pub fn all() -> impl Iterator<Item = Kind> {
        Kind::OURS.into_iter().chain([Kind::OnlineRetail])
    }

    /// As it is written at the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Kind::Customers => "customers",
            Kind::Groups => "groups",
            Kind::Packagings => "packagings",
            Kind::Products => "products",
            Kind::Assortments => "assortments",
            Kind::Prices => "prices",
            Kind::Promotions => "promotions",
            Kind::Orders => "orders",
            Kind::Lists => "lists",
            Kind::OnlineRetail => "online-retail",
        }
    }

    pub fn from_key(key: &str) -> Option<Kind> {
        Kind::all().find(|kind| kind.key() == key)
    }

    /// Refused to who may not both see and change what such a file is about.
    pub fn require(self, actor: &Actor) -> Result<()> {
        use Permission::{ManageAssortments, ManageCustomers, ManagePeople, ManageProducts, SeeCosts, SeePrices};
        let needed: &[Permission] = match self {
            Kind::Customers => &[ManageCustomers, ManagePeople],
            Kind::Groups => &[ManageCustomers],
            Kind::Packagings => &[ManageProducts, SeePrices],
            Kind::Products => &[ManageProducts, SeePrices, SeeCosts],
            Kind::Assortments => &[ManageAssortments],
            // list prices are the products'
            Kind::Prices => &[ManageAssortments, ManageProducts, SeePrices],
            Kind::Promotions => &[ManageAssortments, SeePrices],
            Kind::Orders | Kind::OnlineRetail => &[ManageCustomers, SeePrices],
            Kind::Lists => &[ManageAssortments, ManageCustomers],
        };
        needed.iter().try_for_each(|permission| Ok(actor.require(*permission)?))
    }

    /// The largest file that is read.
    pub const fn most_bytes(self) -> u64 {
        match self {
            Kind::OnlineRetail => 512 << 20,
            _ => 64 << 20,
        }
    }
}

/// How a file is to be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Check everything, write nothing.
    pub dry_run: bool,
    /// How many problems the report has at most; all are counted.
    pub problems_kept: usize,
    /// What the file calls its columns, where it is not ours.
    pub mapping: Mapping,
    /// Who does it, where somebody signed in does; refused without the right.
    pub actor: Option<Actor>,
}

impl Default for Options {
    fn default() -> Options {
        Options { dry_run: false, problems_kept: 1_000, mapping: Mapping::default(), actor: None }
    }
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub phase: Phase,
    /// Bytes while reading, else rows.
    pub done: u64,
    pub total: u64,
}

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Reading,
    Checking,
    Writing,
    /// The habits of the sites, from their orders.
    Deriving,
}

impl Phase {
    pub const fn key(self) -> &'static str {
        match self {
            Phase::Reading => "reading",
            Phase::Checking => "checking",
            Phase::Writing => "writing",
            Phase::Deriving => "deriving",
        }
    }
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The file cannot be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The database has trouble; nothing was saved.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Who is written down as having done it: the command line has no account.
pub(crate) const BY: &str = "Import";

/// Imports a file, or only checks it. What is wrong with its rows is in the report and is no failure.
///
/// Reading and checking keep a core busy for up to seconds: run it where that stands in nobody's way.
pub async fn run(
    db: &Db,
    kind: Kind,
    source: Source,
    options: &Options,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Report, Failure> {
    if let Some(actor) = &options.actor {
        kind.require(actor)?;
    }
    let mut meter = Meter::new(progress);
    Source::fits(kind, source.bytes.len() as u64)?;
    let Source { name, bytes } = source;
    // the name is remembered in the journal; what it may not contain there is nobody's loss
    let name: String =
        name.chars().filter(|c| domain::text::line(c.encode_utf8(&mut [0; 4]), 4).is_ok()).take(200).collect();
    let hash = crate::clock::hex(&sha2::Sha256::digest(&bytes));
    let read = match kind {
        Kind::OnlineRetail => decode::decode(bytes)?,
        kind if crate::workbook::is_archive(&bytes) => decode::of_workbook(kind, &bytes)?,
        _ => decode::decode(bytes)?,
    };
    let mut report = Report::begin(kind, &name, hash, read.encoding, options.dry_run);
    let mut problems = Problems::new(options.problems_kept);
    meter.begin(Phase::Reading, read.text.len() as u64);
    let Some(opened) = sheet::Opened::open(kind, &read.text, options.mapping.of(kind), &mut problems) else {
        problems.tell(&mut report);
        return Ok(report);
    };
    if kind == Kind::OnlineRetail {
        let read = online_retail::Read::of(opened, &read, &mut problems, &mut report, &mut meter);
        let job = Job { db, problems, report, meter };
        return job.run(options, Work::OnlineRetail(Box::new(read))).await;
    }
    let sheet = opened.rows(&read, &mut problems, |bytes| meter.at(bytes));
    report.rows.read = sheet.rows.len() as u64;
    report.rows.blank = sheet.blank;
    if problems.of_file() {
        problems.tell(&mut report);
        return Ok(report);
    }
    let job = Job { db, problems, report, meter };
    job.run(options, Work::Sheet(kind, sheet)).await
}

/// Keeps what a file changes from being changed meanwhile, as the verbs on a single one of them do: rows are read, checked,
/// and then written whole. Orders pass. SQLite has one writer anyway.
async fn hold(write: &Write, kind: Kind) -> Result<()> {
    if write.get_database_backend() != DatabaseBackend::Postgres {
        return Ok(());
    }
    // what holds a table and rows holds the table first
    let rows: &[&str] = match kind {
        Kind::Customers => {
            crate::assortments::hold_groups(write).await?;
            &["customer"]
        }
        Kind::Groups => {
            agreements::hold_groups(write).await?;
            &[]
        }
        Kind::Packagings => &["packaging"],
        Kind::Products => &["product"],
        Kind::Prices => {
            agreements::hold_groups(write).await?;
            &["customer", "product"]
        }
        Kind::Lists => &["shopping_list"],
        Kind::Promotions => {
            crate::promotions::hold(write).await?;
            &[]
        }
        Kind::Assortments | Kind::Orders | Kind::OnlineRetail => &[],
    };
    for table in rows {
        let of_all = if *table == "packaging" { "code" } else { "id" };
        write.execute_unprepared(&format!("SELECT 1 FROM {table} ORDER BY {of_all} FOR NO KEY UPDATE")).await?;
    }
    Ok(())
}

/// What is to be worked on.
enum Work<'a> {
    Sheet(Kind, sheet::Sheet<'a>),
    OnlineRetail(Box<online_retail::Read>),
}

/// A file that is ready to be written.
enum Plan {
    Customers(customers::Plan),
    Groups(groups::Plan),
    Packagings(packagings::Plan),
    Products(products::Plan),
    Assortments(assortments::Plan),
    Prices(prices::Plan),
    Promotions(promotions::Plan),
    Orders(orders::Plan),
    Lists(lists::Plan),
    OnlineRetail(Box<online_retail::Plan>),
}

struct Job<'a> {
    db: &'a Db,
    problems: Problems,
    report: Report,
    meter: Meter<'a>,
}

impl Job<'_> {
    async fn run(mut self, options: &Options, work: Work<'_>) -> Result<Report, Failure> {
        let earlier = import_run::Entity::find_by_id(self.report.file_hash.as_str())
            .one(self.db.read())
            .await
            .map_err(Error::from)?;
        self.report.imported_before = earlier.as_ref().map(|run| instant(run.finished_at));
        if options.dry_run {
            let plan = self.plan(self.db.read(), &work).await?;
            self.problems.tell(&mut self.report);
            if let (Plan::OnlineRetail(plan), true) = (&plan, self.problems.is_empty()) {
                self.report.reconciliation = Some(plan.planned());
            }
            return Ok(self.done(work));
        }
        let write = self.db.write().await?;
        if let Work::Sheet(kind, _) = &work {
            hold(&write, *kind).await?;
        }
        let plan = self.plan(&*write, &work).await?;
        self.problems.tell(&mut self.report);
        if !self.problems.is_empty() {
            // dropped without commit: nothing is saved
            return Ok(self.done(work));
        }
        plan.write(self.db, &write, &mut self.report, &mut self.meter).await?;
        self.report.saved = true;
        if !self.report.changed_nothing() || earlier.is_none() {
            self.remember(&write, options.actor.as_ref()).await?;
        }
        write.commit().await?;
        Ok(self.done(work))
    }

    async fn plan(&mut self, conn: &impl ConnectionTrait, work: &Work<'_>) -> Result<Plan> {
        let today = today(self.db).await?;
        let (problems, report, meter) = (&mut self.problems, &mut self.report, &mut self.meter);
        Ok(match work {
            Work::OnlineRetail(read) => {
                Plan::OnlineRetail(Box::new(online_retail::plan(conn, read, report, meter).await?))
            }
            Work::Sheet(kind, sheet) => {
                meter.begin(Phase::Checking, sheet.rows.len() as u64);
                match kind {
                    Kind::Customers => Plan::Customers(customers::plan(conn, sheet, problems, report, meter).await?),
                    Kind::Groups => Plan::Groups(groups::plan(conn, sheet, problems, report, meter).await?),
                    Kind::Packagings => Plan::Packagings(packagings::plan(conn, sheet, problems, report, meter).await?),
                    Kind::Products => {
                        Plan::Products(products::plan(conn, today, sheet, problems, report, meter).await?)
                    }
                    Kind::Assortments => {
                        Plan::Assortments(assortments::plan(conn, sheet, problems, report, meter).await?)
                    }
                    Kind::Prices => Plan::Prices(prices::plan(conn, today, sheet, problems, report, meter).await?),
                    Kind::Promotions => Plan::Promotions(promotions::plan(conn, sheet, problems, report, meter).await?),
                    Kind::Lists => Plan::Lists(lists::plan(conn, sheet, problems, report, meter).await?),
                    Kind::Orders | Kind::OnlineRetail => {
                        Plan::Orders(orders::plan(conn, sheet, problems, report, meter).await?)
                    }
                }
            }
        })
    }

    fn done(mut self, work: Work<'_>) -> Report {
        self.report.split = match work {
            Work::Sheet(_, sheet) if !self.problems.is_empty() => Some(corrections::split(&sheet, &self.problems)),
            Work::OnlineRetail(read) => read.split(),
            Work::Sheet(..) => None,
        };
        self.report
    }

    /// The file in the journal and among the finished runs.
    async fn remember(&self, write: &Write, actor: Option<&Actor>) -> Result<()> {
        let event = serde_json::json!({
            "kind": "imported", "what": self.report.kind, "file": self.report.file, "hash": self.report.file_hash,
            "changes": self.report.changes,
        });
        match actor {
            Some(actor) => crate::journal::append(self.db, write, actor, "import", new_id(), &event).await?,
            None => {
                let entry = entry(millis(self.db.now()), "import", new_id(), event.to_string());
                _ = journal::Entity::insert(entry).exec_without_returning(&**write).await?;
            }
        }
        let run = import_run::Model {
            file_hash: self.report.file_hash.clone(),
            kind: self.report.kind.clone(),
            finished_at: millis(self.db.now()),
            report: crate::orders::json(&self.report)?,
        };
        import_run::Entity::insert(run.into_active_model())
            .on_conflict(bulk::replacing::<import_run::Entity>())
            .exec_without_returning(&**write)
            .await?;
        Ok(())
    }
}

impl Plan {
    async fn write(self, db: &Db, write: &Write, report: &mut Report, meter: &mut Meter<'_>) -> Result<()> {
        match self {
            Plan::Customers(plan) => plan.write(write, meter).await,
            Plan::Groups(plan) => plan.write(write, meter).await,
            Plan::Packagings(plan) => plan.write(write, meter).await,
            Plan::Products(plan) => plan.write(write, meter).await,
            Plan::Assortments(plan) => plan.write(write, meter).await,
            Plan::Prices(plan) => plan.write(write, meter).await,
            Plan::Promotions(plan) => plan.write(write, meter).await,
            Plan::Orders(plan) => plan.write(db, write, report, meter).await,
            Plan::Lists(plan) => plan.write(write, meter).await,
            Plan::OnlineRetail(plan) => plan.write(db, write, report, meter).await,
        }
    }
}

/// A row of the journal by nobody's account.
fn entry(at: i64, subject: &str, subject_id: sea_orm::prelude::Uuid, event: String) -> journal::ActiveModel {
    journal::ActiveModel {
        id: ActiveValue::NotSet,
        at: ActiveValue::Set(at),
        user_id: ActiveValue::Set(None),
        by_name: ActiveValue::Set(BY.to_owned()),
        on_behalf_of: ActiveValue::Set(None),
        subject: ActiveValue::Set(subject.to_owned()),
        subject_id: ActiveValue::Set(subject_id),
        event: ActiveValue::Set(event),
    }
}

/// How many different ones there are.
fn distinct<T: Ord>(all: impl IntoIterator<Item = T>) -> u64 {
    all.into_iter().collect::<std::collections::BTreeSet<_>>().len() as u64
}

/// A product's row of a customer is known by both.
type ItemKey = (CustomerId, domain::ProductId);
