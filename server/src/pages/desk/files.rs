//! Files out and in.

use app::{
    desk::files::{Change, FileReport, FilesPage, LARGEST_FILE, Note, Problem, Wrong},
    i18n::files as f,
    quick_order::Unreadable,
};
use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use domain::Actor;
use store::{
    export::{Export, Format, csv_head, csv_rows, workbook},
    import::{self, Failure, Kind, Options, Report, Source, run},
};

use crate::{
    Portal,
    fault::Oops,
    fields::seen_other,
    pages::Frame,
    session::OfStaff,
    upload::Upload,
    uploads::{Uploads, Waiting},
};

/// How many problems a page shows; the file of refused rows has them all.
const SHOWN: usize = 200;

/// Where the report of a file is.
const IMPORTS: &str = "/desk/files/imports";

/// The kinds of file this person may take out and bring in.
fn kinds(actor: &Actor) -> Result<Vec<&'static str>, Oops> {
    let kinds: Vec<&str> =
        Kind::OURS.iter().filter(|kind| kind.require(actor).is_ok()).map(|kind| kind.key()).collect();
    if kinds.is_empty() { Err(Oops::NotAllowed) } else { Ok(kinds) }
}

/// `GET /desk/files`
pub async fn page(OfStaff(signed): OfStaff, frame: Frame) -> Result<Response, Oops> {
    let page = FilesPage { kinds: kinds(&signed.actor)?, ..FilesPage::default() };
    let title = f::files(frame.reader().lang);
    frame.ok(title, move |r| app::desk::files::page(r, &page)).await
}

/// `GET /desk/files/{file}`: `products.csv`, `prices.xlsx`
pub async fn export(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(file): Path<String>,
) -> Result<Response, Oops> {
    let (kind, format) = file.split_once('.').ok_or(Oops::NotFound)?;
    let kind = Kind::from_key(kind).filter(|kind| Kind::OURS.contains(kind)).ok_or(Oops::NotFound)?;
    let format = Format::from_key(format).ok_or(Oops::NotFound)?;
    let export = Export::open(&portal.db, &signed.actor, kind).await?;
    let name = format!("{}-{}.{}", kind.key(), frame.reader().today(), format.key());
    let body = match format {
        Format::Csv => Body::from_stream(csv_stream(portal, export)),
        Format::Xlsx => {
            let db = portal.db.clone();
            let (bytes, _) = in_turn(&portal, move || async move { workbook(&db, export).await }).await?;
            Body::from(bytes)
        }
    };
    Ok(attachment(format.media_type(), &name, body))
}

/// Portion after portion: the next is read when the last was taken, and no connection of the database is held between.
fn csv_stream(
    portal: Portal,
    export: Export,
) -> impl futures_util::Stream<Item = Result<String, store::Error>> + Send + 'static {
    let head = csv_head(&export);
    futures_util::stream::try_unfold((portal, export, Some(head)), |(portal, mut export, head)| async move {
        if let Some(head) = head {
            return Ok(Some((head, (portal, export, None))));
        }
        // the file breaks off where the database has trouble, and a browser says so
        let rows = export.next(&portal.db).await.inspect_err(|error| tracing::error!(%error, "an export broke off"))?;
        Ok(rows.map(|rows| (csv_rows(&rows), (portal, export, None))))
    })
}

fn attachment(kind: &'static str, name: &str, body: Body) -> Response {
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// `POST /desk/files`: checks a file and keeps it until its sender has seen what would come of it.
pub async fn take(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    upload: Upload<LARGEST_FILE>,
) -> Result<Response, Oops> {
    let kinds = kinds(&signed.actor)?;
    let chosen = upload.fields.text("kind");
    match check(&portal, &signed.actor, &chosen, upload).await? {
        Ok(waiting) => {
            let token = portal.uploads.keep(portal.db.now(), waiting);
            sweep_later(&portal);
            Ok(seen_other(&format!("{IMPORTS}/{}", token.0)))
        }
        Err(wrong) => {
            let page = FilesPage { kinds, kind: chosen, wrong: Some(wrong) };
            let title = f::files(frame.reader().lang);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(frame.on("/desk/files").answer(status, title, move |r| app::desk::files::page(r, &page)).await)
        }
    }
}

/// A file that is in order or not, or why it cannot be read.
async fn check(
    portal: &Portal,
    actor: &Actor,
    kind: &str,
    upload: Upload<LARGEST_FILE>,
) -> Result<Result<Waiting, Wrong>, Oops> {
    let Some(kind) = Kind::from_key(kind).filter(|kind| Kind::OURS.contains(kind)) else {
        return Ok(Err(Wrong::NoKind));
    };
    if upload.too_large {
        return Ok(Err(Wrong::Unreadable(Unreadable::TooLarge)));
    }
    let Some(file) = upload.file else { return Ok(Err(Wrong::NoFile)) };
    let source = Source { name: file.name.clone(), bytes: file.bytes.clone() };
    match read(portal, actor, kind, source, true).await {
        Ok(report) => Ok(Ok(Waiting {
            user: actor.user,
            kind,
            name: file.name,
            bytes: file.bytes,
            report,
            until: portal.db.now() + Uploads::lifetime(),
        })),
        Err(Failure::Store(error)) => Err(error.into()),
        Err(Failure::Unreadable(why)) => Ok(Err(wrong(&why))),
    }
}

fn wrong(why: &import::Unreadable) -> Wrong {
    use store::workbook::Unreadable as Book;
    match why {
        import::Unreadable::Empty => Wrong::Unreadable(Unreadable::Empty),
        import::Unreadable::TooLarge { .. } | import::Unreadable::Workbook(Book::TooLarge { .. }) => {
            Wrong::Unreadable(Unreadable::TooLarge)
        }
        import::Unreadable::Workbook(Book::TooManyRows { .. }) => Wrong::TooManyRows,
        import::Unreadable::Workbook(_) => Wrong::Unreadable(Unreadable::Damaged),
        import::Unreadable::NotText { what } if what.contains("old Excel") => Wrong::Unreadable(Unreadable::Old),
        import::Unreadable::NotText { .. } | import::Unreadable::Io(_) => Wrong::Unreadable(Unreadable::Unknown),
    }
}

async fn read(portal: &Portal, actor: &Actor, kind: Kind, source: Source, dry_run: bool) -> Result<Report, Failure> {
    let options = Options { dry_run, actor: Some(actor.clone()), ..Options::default() };
    let db = portal.db.clone();
    in_turn(portal, move || async move { run(&db, kind, source, &options, &mut |_| {}).await }).await
}

/// Whole files keep a core busy for seconds: one at a time, and where no request waits for it.
async fn in_turn<T, E, F>(portal: &Portal, work: impl FnOnce() -> F + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<store::Error> + Send + 'static,
    F: Future<Output = Result<T, E>>,
{
    let turn = portal.uploads.turn.clone().lock_owned().await;
    let here = tokio::runtime::Handle::current();
    let work = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        here.block_on(work())
    });
    work.await.unwrap_or_else(|error| Err(store::Error::Stored(error.to_string()).into()))
}

/// What nobody asks for any more does not stay in memory.
fn sweep_later(portal: &Portal) {
    let (uploads, clock) = (portal.uploads.clone(), portal.db.clock().clone());
    let mut stop = portal.stopping();
    let hour = Uploads::lifetime().to_std().unwrap_or_default();
    tokio::spawn(async move {
        tokio::select! {
            () = tokio::time::sleep(hour) => uploads.sweep(clock.now()),
            _ = stop.changed() => {}
        }
    });
}

/// `GET /desk/files/imports/{upload}`
pub async fn report(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(upload): Path<String>,
) -> Result<Response, Oops> {
    kinds(&signed.actor)?;
    let waiting = portal.uploads.find(portal.db.now(), &upload, signed.actor.user).ok_or(Oops::NotFound)?;
    let report = shown(&waiting, format!("{IMPORTS}/{upload}"));
    let title = f::bring_in(frame.reader().lang);
    frame.ok(title, move |r| app::desk::files::report(r, &report)).await
}

/// `POST /desk/files/imports/{upload}`: imports it.
pub async fn import(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    Path(upload): Path<String>,
) -> Result<Response, Oops> {
    kinds(&signed.actor)?;
    let waiting = portal.uploads.find(portal.db.now(), &upload, signed.actor.user).ok_or(Oops::NotFound)?;
    // pressed twice, the second finds it done; what was refused is refused still
    if !waiting.report.saved && waiting.report.is_clean() {
        let source = Source { name: waiting.name.clone(), bytes: waiting.bytes.clone() };
        let report = match read(&portal, &signed.actor, waiting.kind, source, false).await {
            Ok(report) => report,
            Err(Failure::Store(error)) => return Err(error.into()),
            Err(Failure::Unreadable(_)) => return Err(Oops::BadRequest),
        };
        portal.uploads.settle(portal.db.now(), &upload, report);
    }
    Ok(seen_other(&format!("{IMPORTS}/{upload}")))
}

/// `GET /desk/files/imports/{upload}/rejected.csv`
pub async fn rejected(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    Path(upload): Path<String>,
) -> Result<Response, Oops> {
    kinds(&signed.actor)?;
    let waiting = portal.uploads.find(portal.db.now(), &upload, signed.actor.user).ok_or(Oops::NotFound)?;
    let split = waiting.report.split.as_ref().ok_or(Oops::NotFound)?;
    let name = format!("{}.rejected.csv", waiting.kind.key());
    Ok(attachment(Format::Csv.media_type(), &name, Body::from(split.rejected.clone())))
}

fn shown(waiting: &Waiting, path: String) -> FileReport {
    let report = &waiting.report;
    let changes = report.changes.iter().map(|(noun, c)| Change {
        noun: noun.clone(),
        created: c.created,
        changed: c.changed,
        unchanged: c.unchanged,
        kept: c.kept,
    });
    let problems = report.problems.iter().take(SHOWN).map(|p| Problem {
        row: p.row,
        column: p.column.clone(),
        value: p.value.clone(),
        key: p.problem.clone(),
        nearest: p.nearest.clone(),
        refusal: p.refusal.clone(),
        choices: p.choices.clone(),
    });
    let notes = report.notes.iter().map(|n| Note { key: n.key.clone(), rows: n.rows, text: n.text.clone() });
    let of_kind = |needed: bool| import::columns(waiting.kind).iter().filter(move |column| column.needed == needed);
    FileReport {
        path,
        kind: waiting.kind.key(),
        file: waiting.name.clone(),
        rows: report.rows.read,
        refused: report.rows.refused,
        of_header: report.split.is_none() && !report.is_clean(),
        columns: [true, false].map(|needed| of_kind(needed).map(|column| column.name).collect()),
        saved: report.saved,
        changed_nothing: report.changed_nothing(),
        changes: changes.collect(),
        row_changes: report.row_changes.clone(),
        row_changes_total: report.row_changes_total,
        notes: notes.collect(),
        problems: problems.collect(),
        problems_total: report.problems_total,
        has_rejected: report.split.is_some(),
    }
}
