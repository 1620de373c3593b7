//! `toonbank`: the customer order portal, one binary with everything in it.

use std::{
    io::IsTerminal,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use clap::{Parser, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};
use server::{
    Portal,
    config::{Config, Flags},
    doctor, export, import,
    portal::Settings,
    price::{Asked, price},
    search,
    serve::{serve, signalled},
};
use store::{Clock, Db, demo, people};
use tokio::net::TcpListener;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
#[command(name = "toonbank", version, about = "The customer order portal for distributors", after_help = AFTER_HELP)]
struct Cli {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Settings are read from flags, then TOONBANK_* variables, then toonbank.toml in the data folder.
For scripts: `demo --json` prints one line {\"url\", \"people\": [{name, role, email, password, language}]} when it is ready;
`import KIND FILE --report FILE.json` writes {customers, products, orders, cancelled, lines, net_value, rejected};
`export KIND` writes CSV that import reads to standard output;
`price` prints {customer, product, on, quantity, unit, unit_price, priced_by, free, estimate, amount, currency,
in_assortment, trace, next_tier} as one JSON line;
`search` prints {customer, text, items: [{rank, product, gtin, name, own_name, own_code, because, doubtful, cost, words}],
more} as one JSON line;
`doctor --json` prints the findings, and its exit code is 0 only when all is well.";

#[derive(Subcommand)]
enum Command {
    /// Serve the portal; the first start prints a link to set it up
    Serve,
    /// Fill an empty data folder with the demo world and serve it
    Demo {
        /// Print one JSON line with the address and the people when ready
        #[arg(long)]
        json: bool,
        /// The small world of the tests instead of the whole one
        #[arg(long)]
        small: bool,
    },
    /// Bring the database up to date
    Migrate,
    /// Read a file: customers, products, assortments, prices, orders or online-retail
    #[command(after_help = server::import::HELP)]
    Import {
        kind: String,
        file: PathBuf,
        /// What the file calls its columns, as TOML
        #[arg(long)]
        mapping: Option<PathBuf>,
        /// Only say what would happen
        #[arg(long)]
        dry_run: bool,
        /// Write the report to this file, as JSON
        #[arg(long)]
        report: Option<PathBuf>,
    },
    /// Write a file that import reads: customers, products, assortments, prices or orders
    #[command(after_help = server::export::HELP)]
    Export {
        kind: String,
        /// Write to this file instead of standard output
        #[arg(long)]
        out: Option<PathBuf>,
        /// csv or xlsx; else as the file's name ends, else csv
        #[arg(long)]
        format: Option<String>,
    },
    /// Make an administrator; the password is read from standard input
    CreateAdmin { name: String, email: String },
    /// Write a checked copy of the database into DATA/backups (SQLite)
    Backup {
        /// Another file to write to
        #[arg(long)]
        to: Option<PathBuf>,
    },
    /// Say what a customer pays for a product, and why
    Price {
        /// The customer's number
        #[arg(long)]
        customer: String,
        /// The SKU
        #[arg(long)]
        product: String,
        /// In units of sale
        #[arg(long)]
        quantity: String,
        /// The unit of sale, to be sure
        #[arg(long)]
        unit: Option<String>,
        /// The day of delivery; today if not given
        #[arg(long)]
        on: Option<String>,
        /// JSON is what it always prints
        #[arg(long)]
        json: bool,
    },
    /// Say what a customer finds when he types something, the best first
    Search {
        /// The customer's number
        #[arg(long)]
        customer: String,
        /// What is typed
        text: Vec<String>,
        /// So many items at most
        #[arg(long, default_value_t = 20)]
        most: usize,
        /// JSON is what it always prints
        #[arg(long)]
        json: bool,
    },
    /// Work out what goes together in the orders of half a year; a portal that is served does so every night
    Pairs,
    /// Look at everything that should be right
    Doctor {
        #[arg(long)]
        json: bool,
    },
}

type Any = Box<dyn std::error::Error + Send + Sync>;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let config = match Config::read(cli.flags) {
        Ok(config) => config,
        Err(wrong) => {
            eprintln!("{wrong}");
            return ExitCode::from(2);
        }
    };
    log(&config);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("the runtime cannot start: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(cli.command, config)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// For people on a terminal, as JSON for everything else; always on standard error.
fn log(config: &Config) {
    let filter = tracing_subscriber::EnvFilter::try_new(&config.log).unwrap_or_else(|_| {
        eprintln!("log (--log, TOONBANK_LOG): {:?} is not a filter; \"info\" is used", config.log);
        tracing_subscriber::EnvFilter::new("info")
    });
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        builder.compact().init();
    } else {
        builder.json().init();
    }
}

async fn run(command: Command, config: Config) -> Result<ExitCode, Any> {
    match command {
        Command::Serve => {
            let db = open(&config).await?;
            let listener = listen(&config).await?;
            let url = url(&config, &listener)?;
            if let Some(token) = people::setup_token(&db).await? {
                println!(
                    "Nobody is here yet. Open this link within half an hour to set the portal up:\n  {url}/setup/{}",
                    token.0
                );
            }
            tracing::info!(%url, database = kind(&db), "serving");
            serve(portal(&config, db, url).await?, listener, signalled()).await?;
        }
        Command::Demo { json, small } => {
            let db = open(&config).await?;
            if store::distributor::get(&db).await?.is_none() {
                let world = if small { demo::World::Small } else { demo::World::Full };
                let saying = format!("Making the demo world in {}", config.data.display());
                patiently(&saying, demo::seed(&db, world)).await?;
            }
            let listener = listen(&config).await?;
            let url = url(&config, &listener)?;
            introduce(&url, json);
            serve(portal(&config, db, url).await?, listener, signalled()).await?;
        }
        Command::Migrate => {
            open(&config).await?;
            println!("The database is up to date.");
        }
        Command::Import { kind, file, mapping, dry_run, report } => {
            let db = open(&config).await?;
            return Ok(import::import(&db, &kind, &file, mapping.as_deref(), dry_run, report.as_deref()).await);
        }
        Command::Export { kind, out, format } => {
            let db = open(&config).await?;
            return Ok(export::export(&db, &kind, out.as_deref(), format.as_deref()).await);
        }
        Command::CreateAdmin { name, email } => create_admin(&config, name, email).await?,
        Command::Backup { to } => {
            let file = backup(&config, to).await?;
            println!("{}", file.display());
        }
        Command::Price { customer, product, quantity, unit, on, json: _ } => {
            let db = open(&config).await?;
            let asked = Asked { customer, product, quantity, unit, on };
            println!("{}", price(&db, &asked).await?);
        }
        Command::Search { customer, text, most, json: _ } => {
            let db = open(&config).await?;
            let asked = search::Asked { customer, text: text.join(" "), most: most.min(240) };
            println!("{}", search::search(&db, &asked).await?);
        }
        Command::Pairs => {
            let db = open(&config).await?;
            let pairs = patiently("Working out what goes together", store::suggestions::renew(&db)).await?;
            println!("{pairs} pairs.");
        }
        Command::Doctor { json } => return examine(&config, json).await,
    }
    Ok(ExitCode::SUCCESS)
}

async fn open(config: &Config) -> Result<Db, Any> {
    let db = Db::open(&config.database_url, Clock::System)
        .await
        .map_err(|e| format!("database_url (--database-url, DATABASE_URL): the database cannot be opened: {e}"))?;
    patiently("Bringing the database up to date", db.migrate()).await?;
    Ok(db)
}

/// A terminal sees that something is being done, and since when.
async fn patiently<T>(saying: &str, work: impl Future<Output = T>) -> T {
    let style = ProgressStyle::with_template("{spinner} {msg} ({elapsed})").unwrap_or(ProgressStyle::default_spinner());
    let spinner = ProgressBar::new_spinner().with_style(style).with_message(saying.to_owned());
    spinner.enable_steady_tick(Duration::from_millis(100));
    let done = work.await;
    spinner.finish_and_clear();
    done
}

fn kind(db: &Db) -> &'static str {
    if db.is_sqlite() { "SQLite" } else { "PostgreSQL" }
}

async fn listen(config: &Config) -> Result<TcpListener, Any> {
    TcpListener::bind(config.listen)
        .await
        .map_err(|e| format!("listen (--listen, TOONBANK_LISTEN): {} cannot be listened on: {e}", config.listen).into())
}

fn url(config: &Config, listener: &TcpListener) -> Result<String, Any> {
    Ok(match &config.base_url {
        Some(url) => url.clone(),
        None => format!("http://{}", listener.local_addr()?),
    })
}

async fn portal(config: &Config, db: Db, base_url: String) -> Result<Portal, Any> {
    Ok(Portal::new(db, Settings { base_url, behind_proxy: config.behind_proxy }).await?)
}

/// Says where the demo is and as whom to sign in.
fn introduce(url: &str, json: bool) {
    let people = demo::people();
    if json {
        println!("{}", serde_json::json!({ "url": url, "people": people }));
        return;
    }
    println!("\nToonbank demo: {url}\nEverybody's password: {}\n", demo::PASSWORD);
    for person in people.iter().take(7) {
        println!("  {:16} {:15} {}", person.name, person.role, person.email);
    }
    println!("  … and {} more; `toonbank demo --json` lists all. Stop with Ctrl-C.\n", people.len().saturating_sub(7));
}

async fn create_admin(config: &Config, name: String, email: String) -> Result<(), Any> {
    let db = open(config).await?;
    if std::io::stdin().is_terminal() {
        eprintln!("Password (at least {} characters), then Enter:", domain::text::PASSWORD_LEAST);
    }
    let mut password = String::new();
    std::io::stdin().read_line(&mut password)?;
    let form = people::PersonForm { name, email, language: "nl".into(), ..Default::default() };
    people::create_admin(&db, &form, password.trim_end_matches(['\r', '\n'])).await?;
    println!("Made. Sign in with that address.");
    Ok(())
}

async fn backup(config: &Config, to: Option<PathBuf>) -> Result<PathBuf, Any> {
    let db = open(config).await?;
    if !db.is_sqlite() {
        return Err("backup is for SQLite; use pg_dump for PostgreSQL".into());
    }
    let folder = config.data.join("backups");
    let file = to.unwrap_or_else(|| folder.join(db.now().format("toonbank-%Y%m%d-%H%M%S.db").to_string()));
    if let Some(parent) = file.parent().filter(|p| *p != Path::new("")) {
        std::fs::create_dir_all(parent)?;
    }
    patiently("Copying and checking", db.backup(&file)).await?;
    Ok(file)
}

async fn examine(config: &Config, json: bool) -> Result<ExitCode, Any> {
    let findings = patiently("Looking", doctor::examine(config)).await;
    let ok = findings.iter().all(|f| f.ok);
    if json {
        println!("{}", serde_json::json!({ "ok": ok, "findings": findings }));
    } else {
        for f in &findings {
            println!("{} {:12} {}", if f.ok { "ok  " } else { "BAD " }, f.what, f.says);
        }
    }
    Ok(if ok { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
