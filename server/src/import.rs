//! `toonbank import KIND FILE`: reads a file, shows how far it is, and says what came of it.

use std::{
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressStyle};
use store::{
    Db,
    import::{Failure, Figure, Kind, Mapping, Options, Phase, Progress, Report, Source, run},
};

/// What `--help` says below the flags. A test holds the columns against those of the store.
pub const HELP: &str = "\
KIND is one of customers, groups, packagings, products, assortments, prices, promotions, orders,
lists, online-retail. FILE is CSV with a header: UTF-8 or
Windows-1252; comma, semicolon or tab; decimal comma or point; or XLSX or ODS, of which the first sheet is read (not of
online-retail). Column sets, version 1 (* must be there):
  customers    customer_number* customer_name* vat_number language customer_group payment_days credit_limit outstanding
               order_minimum minimum_is_strict notice_days blocked site_code site_name street postcode city
               delivery_days person_name person_email person_role person_language person_site
  groups       customer_group* order_minimum minimum_is_strict notice_days
  packagings   code* name_nl* name_fr name_en deposit*
  products     sku* gtin name_nl* name_fr name_en category* base_unit* unit* factor* minimum multiple priced_by tolerance packs
               list_price* list_tiers sure cost vat* packaging packaging_per_unit allergens state
               text_nl text_fr text_en (| between paragraphs) traces allergens_complete successor stock expected_on stock_at
  assortments  customer_number* customer_group sku* own_name own_code position favourite of_group
  prices       customer_number* customer_group (both empty: list price) sku* price* (or percent less than the list:)
               percent from until tiers sure (yes: meant, although far from the price before)
  promotions   name_nl* name_fr name_en kind* value threshold stacks customer_group from* until* sku* (a row for each)
               bundle_quantity bundle_free
  orders       order_number* customer_number* site_code ordered_at* delivery_on state sku* quantity* unit_price* vat
               reference
  lists        customer_number* site_code list_name* days season section sku* usual
  online-retail  InvoiceNo* StockCode* Description* Quantity* InvoiceDate* UnitPrice* CustomerID* Country*

All or nothing: one refused row, and nothing of the file is saved. The rows to correct are then in
FILE.rejected.csv, the others in FILE.accepted.csv: correct the first and import both. The same file twice changes
nothing; a run that was killed has saved nothing, give the command again.
Exit code: 0 all rows in order, 1 rows refused, 2 the file cannot be read, 3 the database has trouble.
--mapping reads, as TOML, what a foreign file calls our columns and what stands in those it does not have; see
samples/mapping.toml: [KIND.columns] \"their name\" = \"ours\" (\"\" passes over), [KIND.constants] ours = \"value\".
--report writes {customers, products, orders, cancelled, lines, net_value, rejected: {reason: count}, …} as JSON.";

const REFUSED: u8 = 1;
const UNREADABLE: u8 = 2;
const TROUBLE: u8 = 3;

/// Imports `file`, or only checks it. Tells people on standard output and error, and scripts in the file `report`.
pub async fn import(
    db: &Db,
    kind: &str,
    file: &Path,
    mapping: Option<&Path>,
    dry_run: bool,
    report: Option<&Path>,
) -> ExitCode {
    let Some(kind) = Kind::from_key(kind) else {
        let kinds: Vec<&str> = Kind::all().map(Kind::key).collect();
        eprintln!("{kind}: not a kind of file; KIND is one of {}", kinds.join(", "));
        return ExitCode::from(UNREADABLE);
    };
    let mapping = match mapping.map(|path| (path, read_mapping(path))) {
        None => Mapping::default(),
        Some((_, Ok(mapping))) => mapping,
        Some((path, Err(wrong))) => {
            eprintln!("{}: {wrong}", path.display());
            return ExitCode::from(UNREADABLE);
        }
    };
    let options = Options { dry_run, mapping, ..Options::default() };
    let mut shown = Shown::new();
    let mut tell = |progress: Progress| shown.show(progress);
    let source = Source::open(kind, file).map_err(Failure::from);
    let outcome = match source {
        Ok(source) => run(db, kind, source, &options, &mut tell).await,
        Err(failure) => Err(failure),
    };
    shown.done();
    match outcome {
        Ok(mut made) => {
            let beside = write_split(&mut made, file);
            print(&made, &beside);
            let written = report.is_none_or(|path| write_report(path, &made));
            if !made.is_clean() {
                ExitCode::from(REFUSED)
            } else if written {
                ExitCode::SUCCESS
            } else {
                ExitCode::from(UNREADABLE)
            }
        }
        Err(failure) => {
            eprintln!("{}: {failure}", file.display());
            let (key, code) = match &failure {
                Failure::Unreadable(why) => (why.key(), UNREADABLE),
                Failure::Store(_) => ("database", TROUBLE),
            };
            if let Some(path) = report {
                write_failure(path, kind, file, key, &failure);
            }
            ExitCode::from(code)
        }
    }
}

fn read_mapping(path: &Path) -> Result<Mapping, String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    Mapping::parse(&text).map_err(|wrong| wrong.to_string())
}

/// A bar on a terminal, else a line every two seconds.
struct Shown {
    bar: Option<ProgressBar>,
    phase: Option<Phase>,
    told: Instant,
}

impl Shown {
    const EVERY: Duration = Duration::from_secs(2);

    fn new() -> Shown {
        let bar = std::io::stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("{msg:10} {bar:40} {percent:>3} % {elapsed} (about {eta} more)");
            ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        Shown { bar, phase: None, told: Instant::now() }
    }

    fn show(&mut self, progress: Progress) {
        let begins = self.phase != Some(progress.phase);
        self.phase = Some(progress.phase);
        match &self.bar {
            Some(bar) => {
                if begins {
                    bar.set_message(progress.phase.key());
                    bar.reset_eta();
                }
                bar.set_length(progress.total.max(1));
                bar.set_position(progress.done);
            }
            None if self.told.elapsed() >= Shown::EVERY => {
                self.told = Instant::now();
                let percent = progress.done.saturating_mul(100) / progress.total.max(1);
                eprintln!("{} {percent} %", progress.phase.key());
            }
            None => {}
        }
    }

    fn done(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// The rows to correct and the others, in files beside the original; says where they are.
fn write_split(report: &mut Report, file: &Path) -> Vec<String> {
    let Some(split) = report.split.take() else { return Vec::new() };
    let mut said = Vec::new();
    let parts = [("rejected", Some(split.rejected)), ("accepted", split.accepted)];
    for (part, text) in parts {
        let Some(text) = text else { continue };
        let wanted = beside(file, part, &text);
        let what = match (part, report.is_clean()) {
            ("accepted", _) => "the other rows",
            (_, true) => "the rows that were left out, with why",
            (_, false) => "the rows to correct, with what is wrong",
        };
        match std::fs::write(&wanted, text) {
            Ok(()) => said.push(format!("{}: {what}", wanted.display())),
            Err(error) => eprintln!("{}: {what} cannot be written: {error}", wanted.display()),
        }
    }
    said
}

/// `FILE.rejected.csv`, or `FILE.rejected.2.csv` … where something else stands there: it may be half corrected.
fn beside(file: &Path, part: &str, text: &str) -> PathBuf {
    let named = |number: u32| {
        let mut name = file.as_os_str().to_owned();
        name.push(if number == 1 { format!(".{part}.csv") } else { format!(".{part}.{number}.csv") });
        PathBuf::from(name)
    };
    let free = |path: &PathBuf| match std::fs::read(path) {
        Ok(there) => there == text.as_bytes(),
        Err(_) => true,
    };
    (1..1000).map(named).find(free).unwrap_or_else(|| named(1))
}

fn write_report(path: &Path, report: &Report) -> bool {
    let json = serde_json::to_string_pretty(report).unwrap_or_default();
    let written = std::fs::write(path, json + "\n");
    if let Err(error) = &written {
        eprintln!("{}: the report cannot be written: {error}", path.display());
    }
    written.is_ok()
}

/// A script that waits for a report gets one that says why nothing was read.
fn write_failure(path: &Path, kind: Kind, file: &Path, key: &str, failure: &Failure) {
    let empty = Report { kind: kind.key().to_owned(), net_value: "0.00".to_owned(), ..Report::default() };
    let mut json = serde_json::to_value(empty).unwrap_or_default();
    json["file"] = file.display().to_string().into();
    json["error"] = serde_json::json!({ "problem": key, "text": failure.to_string() });
    if let Err(error) = std::fs::write(path, format!("{json:#}\n")) {
        eprintln!("{}: the report cannot be written: {error}", path.display());
    }
}

/// The summary for people. A reader that went away is nobody to complain to.
fn print(report: &Report, beside: &[String]) {
    let _ = std::io::stdout().lock().write_all(summary(report, beside).as_bytes());
}

/// How many problems are shown; all are in the report and in the file of rejected rows.
const SHOWN: usize = 20;

fn summary(report: &Report, beside: &[String]) -> String {
    let mut lines = vec![headline(report)];
    let rows = report.rows;
    lines.push(format!(
        "  rows: {} read, {} accepted, {} refused, {} left out ({}; {})",
        rows.read, rows.accepted, rows.refused, rows.left_out, report.file, report.encoding
    ));
    let would = if report.saved { "" } else { "would be " };
    for (noun, c) in &report.changes {
        let kept = if c.kept > 0 { format!(", {} kept", c.kept) } else { String::new() };
        lines.push(format!(
            "  {noun}: {would}{} new, {} changed, {} as they were{kept}",
            c.created, c.changed, c.unchanged
        ));
    }
    if report.lines > 0 {
        lines.push(format!(
            "  orders: {}, cancelled: {}, lines: {}, net value: {}",
            report.orders, report.cancelled, report.lines, report.net_value
        ));
    }
    for (reason, count) in &report.rejected {
        let value = report.rejected_value.get(reason).map(|v| format!(", worth {v}")).unwrap_or_default();
        lines.push(format!("  rejected, {reason}: {count}{value}"));
    }
    for p in report.problems.iter().take(SHOWN) {
        let nearest = p.nearest.as_ref().map(|n| format!(" (perhaps {})", shown(n))).unwrap_or_default();
        let (column, value) = (shown(&p.column), shown(&p.value));
        lines.push(format!("  row {}, {column} \"{value}\": {}{nearest}", p.row, shown(&p.text)));
    }
    if report.problems_total > SHOWN as u64 {
        lines.push(format!("  … {} problems in all", report.problems_total));
    }
    lines.extend(report.notes.iter().map(|note| format!("  note: {}: {}", note.rows, shown(&note.text))));
    if let Some(reconciliation) = &report.reconciliation {
        lines
            .push("  reconciliation (ours; by the reference's definition over the whole file; difference):".to_owned());
        lines.extend(reconciliation.figures.iter().map(figure));
    }
    lines.extend(beside.iter().map(|said| format!("  {said}")));
    lines.join("\n") + "\n"
}

/// As it stands in the file, but for what would play tricks on a terminal.
fn shown(text: &str) -> String {
    let harmless = |c: char| domain::text::line(c.encode_utf8(&mut [0; 4]), 1).is_ok();
    text.chars().map(|c| if harmless(c) { c.to_string() } else { c.escape_unicode().to_string() }).collect()
}

fn headline(report: &Report) -> String {
    let before = report.imported_before.map(|at| format!(" (imported before, {})", at.format("%Y-%m-%d %H:%M UTC")));
    let before = before.unwrap_or_default();
    let what = match (report.is_clean(), report.dry_run) {
        (false, _) => "rows are refused: nothing was saved",
        (true, true) => "dry run: all rows are in order, nothing was saved",
        (true, false) if report.changed_nothing() => "everything was there already: nothing changed",
        (true, false) => "imported",
    };
    format!("{}: {what}{before}", report.kind)
}

fn figure(figure: &Figure) -> String {
    let Figure { name, ours, reference, difference, causes, .. } = figure;
    let causes: Vec<String> = causes.iter().map(|c| format!("{} {} ({})", c.difference, c.reason, c.text)).collect();
    let why = if causes.is_empty() { String::new() } else { format!(" = {}", causes.join(" + ")) };
    format!("    {name}: {ours}; {reference}; {difference}{why}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_names_every_column() {
        for kind in Kind::all() {
            for column in store::import::columns(kind) {
                let name = format!("{}{}", column.name, if column.needed { "*" } else { "" });
                assert!(HELP.split_whitespace().any(|word| word == name), "{} {name}", kind.key());
            }
        }
    }

    #[test]
    fn a_terminal_is_not_played_tricks_on() {
        assert_eq!(shown("Boulangerie d'Été"), "Boulangerie d'Été");
        assert_eq!(shown("\u{1b}[2Jweg\u{202e}"), "\\u{1b}[2Jweg\\u{202e}");
    }

    #[test]
    fn a_half_corrected_file_is_not_written_over() {
        let folder = std::env::temp_dir().join(format!("toonbank-import-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("prices.csv");
        std::fs::write(folder.join("prices.csv.rejected.csv"), "half corrected").unwrap();
        assert!(beside(&file, "rejected", "other rows").ends_with("prices.csv.rejected.2.csv"));
        assert!(beside(&file, "rejected", "half corrected").ends_with("prices.csv.rejected.csv"));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
