//! `toonbank export KIND`: what the portal holds, as the file that `toonbank import KIND` reads.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use store::{
    Db,
    export::{Export, Format, csv_head, csv_rows, workbook},
    import::Kind,
};

/// What `--help` says below the flags.
pub const HELP: &str = "\
KIND is one of customers, groups, packagings, products, assortments, prices, promotions, orders, lists; `toonbank import
--help` names their columns. Imported where it comes from, a file changes nothing; imported into an empty folder, kind
after kind in this order, it makes the same again. CSV is UTF-8 with semicolons and decimal commas; what a spreadsheet would take for a formula has a ' before
it, which the import takes away. In XLSX codes are texts and keep their zeros.
Orders that are still to be decided on are left out; a quantity is what was ordered.
Exit code: 0 written, 2 not a kind or the file cannot be written, 3 the database has trouble.";

const UNWRITABLE: u8 = 2;
const TROUBLE: u8 = 3;

/// Exports to `out`, or to standard output.
pub async fn export(db: &Db, kind: &str, out: Option<&Path>, format: Option<&str>) -> ExitCode {
    let Some(kind) = Kind::from_key(kind).filter(|kind| Kind::OURS.contains(kind)) else {
        let kinds: Vec<&str> = Kind::OURS.iter().map(|k| k.key()).collect();
        eprintln!("{kind}: not a kind of file; KIND is one of {}", kinds.join(", "));
        return ExitCode::from(UNWRITABLE);
    };
    let ending = out.and_then(Path::extension).and_then(|e| e.to_str()).and_then(Format::from_key);
    let format = match format.map(Format::from_key) {
        None => ending.unwrap_or(Format::Csv),
        Some(Some(format)) => format,
        Some(None) => {
            eprintln!("--format: csv or xlsx");
            return ExitCode::from(UNWRITABLE);
        }
    };
    let (error, code) = match write(db, kind, out, format).await {
        Ok(rows) => {
            if let Some(out) = out {
                println!("{}: {rows} rows of {}", out.display(), kind.key());
            }
            return ExitCode::SUCCESS;
        }
        Err(Failure::Store(error)) => (error.to_string(), TROUBLE),
        Err(Failure::Io(error)) => (error.to_string(), UNWRITABLE),
    };
    let out = out.map_or_else(|| "standard output".into(), |out| out.display().to_string());
    eprintln!("{out}: cannot be written: {error}");
    ExitCode::from(code)
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Store(#[from] store::Error),
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// A file appears whole or not at all: it is written beside its place first.
async fn write(db: &Db, kind: Kind, out: Option<&Path>, format: Format) -> Result<u64, Failure> {
    let Some(out) = out else {
        return write_to(db, kind, format, &mut BufWriter::new(std::io::stdout())).await;
    };
    let mut name = out.as_os_str().to_owned();
    name.push(".part");
    let part = PathBuf::from(name);
    let mut file = BufWriter::new(File::create(&part)?);
    let written = write_to(db, kind, format, &mut file).await;
    let kept = match &written {
        Ok(_) => std::fs::rename(&part, out),
        Err(_) => std::fs::remove_file(&part),
    };
    let rows = written?;
    kept?;
    Ok(rows)
}

async fn write_to(db: &Db, kind: Kind, format: Format, to: &mut impl Write) -> Result<u64, Failure> {
    let mut export = Export::by_operator(db, kind).await?;
    let mut count = 0;
    match format {
        Format::Csv => {
            to.write_all(csv_head(&export).as_bytes())?;
            while let Some(rows) = export.next(db).await? {
                count += rows.len() as u64;
                to.write_all(csv_rows(&rows).as_bytes())?;
            }
        }
        Format::Xlsx => {
            let (bytes, rows) = workbook(db, export).await?;
            count = rows;
            to.write_all(&bytes)?;
        }
    }
    to.flush()?;
    Ok(count)
}
