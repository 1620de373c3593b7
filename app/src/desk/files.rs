//! Files: what the portal holds to take out, and the same brought in again, looked at before it counts.

use domain::{
    Quantity, Refusal,
    agreement::Deal,
    change::{Of, Row, RowChange},
    price::TieredPrice,
};
use leptos::prelude::*;

use crate::{
    form::errors,
    i18n::{
        Lang, agreements as a, files as f, format, lists as l, packaging as k, promotions as p, quick as q,
        revisions as r, texts as t,
    },
    page::Reader,
    quick_order::Unreadable,
};

/// The largest file, in bytes, and as people say it: 200,000 prices are half of it.
pub const LARGEST_FILE: usize = MEGABYTES * 1024 * 1024;
pub const MEGABYTES: usize = 16;

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct FilesPage {
    /// Keys of the kinds of file that the reader may take out and bring in.
    pub kinds: Vec<&'static str>,
    /// The kind that was chosen.
    pub kind: String,
    pub wrong: Option<Wrong>,
}

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    NoKind,
    NoFile,
    TooManyRows,
    Unreadable(Unreadable),
}

/// What a kind of file is called.
fn kind_name(lang: Lang, kind: &str) -> &'static str {
    match kind {
        "customers" => t::customers(lang),
        "groups" => f::groups(lang),
        "packagings" => k::title(lang),
        "products" => t::products(lang),
        "assortments" => f::assortments(lang),
        "prices" => f::prices(lang),
        "promotions" => p::title(lang),
        "lists" => l::lists(lang),
        "orders" => t::orders(lang),
        _ => "",
    }
}

fn kind_tip(lang: Lang, kind: &str) -> &'static str {
    match kind {
        "customers" => f::customers_tip(lang),
        "groups" => f::groups_tip(lang),
        "packagings" => f::packagings_tip(lang),
        "products" => f::products_tip(lang),
        "assortments" => f::assortments_tip(lang),
        "prices" => f::prices_tip(lang),
        "promotions" => f::promotions_tip(lang),
        "lists" => f::lists_tip(lang),
        "orders" => f::orders_tip(lang),
        _ => "",
    }
}

pub fn page(reader: &Reader, page: &FilesPage) -> AnyView {
    let lang = reader.lang;
    let rows = page
        .kinds
        .iter()
        .map(|kind| {
            let name = kind_name(lang, kind);
            let link = |format: &str, shown: &'static str| {
                let (href, label) = (format!("/desk/files/{kind}.{format}"), f::export_as(lang, name, shown));
                view! { <a class="btn" href=href download="" aria-label=label>{shown}</a> }
            };
            view! {
                <li>
                    <div>{name}<small>{kind_tip(lang, kind)}</small></div>
                    <div class="row nowrap-row">{link("xlsx", "Excel")}{link("csv", "CSV")}</div>
                </li>
            }
        })
        .collect_view();
    let summary = page.wrong.map(|wrong| {
        let href = if wrong == Wrong::NoKind { "#f-kind" } else { "#f-file" };
        errors(reader, view! { <li><a href=href>{sentence(lang, wrong)}</a></li> })
    });
    view! {
        <main class="page narrow" id="main">
            {summary}
            <div class="head"><h1>{f::files(lang)}</h1><p>{f::tip(lang)}</p></div>
            <div class="stack">
                <section class="card stack" aria-labelledby="h-out">
                    <div><h2 id="h-out">{f::take_out(lang)}</h2><p class="tip">{f::take_out_tip(lang)}</p></div>
                    <ul class="picklist">{rows}</ul>
                </section>
                {form(reader, page)}
            </div>
        </main>
    }
    .into_any()
}

fn form(reader: &Reader, page: &FilesPage) -> impl IntoView + use<> {
    const KINDS: &str = ".xlsx,.ods,.csv,.txt,.tsv,text/csv,text/plain,application/vnd.oasis.opendocument.spreadsheet,\
        application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let lang = reader.lang;
    let of_kind = page.wrong == Some(Wrong::NoKind);
    let message = page.wrong.map(|wrong| sentence(lang, wrong));
    let error = |here: bool, id: &'static str| {
        let text = message.clone().filter(|_| here);
        text.map(|text| view! { <p class="err" id=id>{text}</p> })
    };
    let (kind_error, file_error) = (error(of_kind, "f-kind-e"), error(!of_kind, "f-file-e"));
    let class = |bad: bool| if bad { "field bad" } else { "field" };
    let (bad_kind, bad_file) = (kind_error.is_some(), file_error.is_some());
    let options = page
        .kinds
        .iter()
        .map(|kind| view! { <option value=*kind selected={page.kind == **kind}>{kind_name(lang, kind)}</option> })
        .collect_view();
    view! {
        <form class="card stack" method="post" action="/desk/files" enctype="multipart/form-data">
            <div><h2>{f::bring_in(lang)}</h2><p class="tip">{f::bring_in_tip(lang)}</p></div>
            <div class=class(bad_kind)>
                <label for="f-kind">{f::what(lang)}</label>
                <select class="in" id="f-kind" name="kind" aria-invalid=bad_kind.then_some("true") aria-describedby=bad_kind.then_some("f-kind-e")>
                    <option value="">"–"</option>
                    {options}
                </select>
                {kind_error}
            </div>
            <div class=class(bad_file)>
                <label for="f-file">{q::file_label(lang)}</label>
                <p class="tip" id="f-file-t">{f::file_tip(lang, MEGABYTES)}</p>
                <input class="in file" type="file" id="f-file" name="file" accept=KINDS aria-invalid=bad_file.then_some("true")
                    aria-describedby=if bad_file { "f-file-e f-file-t" } else { "f-file-t" }/>
                {file_error}
            </div>
            <div class="row"><button class="btn primary">{q::read_it(lang)}</button></div>
        </form>
    }
}

fn sentence(lang: Lang, wrong: Wrong) -> String {
    match wrong {
        Wrong::NoKind => f::no_kind(lang).to_owned(),
        Wrong::NoFile => f::no_file(lang).to_owned(),
        Wrong::TooManyRows => f::too_many_rows(lang).to_owned(),
        Wrong::Unreadable(Unreadable::Empty) => q::file_empty(lang).to_owned(),
        Wrong::Unreadable(Unreadable::Unknown) => q::file_unknown(lang).to_owned(),
        Wrong::Unreadable(Unreadable::Old) => q::file_old(lang).to_owned(),
        Wrong::Unreadable(Unreadable::Damaged) => q::file_damaged(lang).to_owned(),
        Wrong::Unreadable(Unreadable::TooLarge) => q::file_too_large(lang, MEGABYTES),
    }
}

/// What came of a file, or would come of it.
#[derive(Clone, Debug, Default)]
pub struct FileReport {
    /// Where it is shown; it is brought in by sending a form there.
    pub path: String,
    pub kind: &'static str,
    pub file: String,
    pub rows: u64,
    pub refused: u64,
    /// The header is not right, so no row was looked at.
    pub of_header: bool,
    /// The columns of such a file: those it needs, and those it may have.
    pub columns: [Vec<&'static str>; 2],
    pub saved: bool,
    pub changed_nothing: bool,
    pub changes: Vec<Change>,
    /// The first rows of lists or prices that change, and how many do.
    pub row_changes: Vec<RowChange>,
    pub row_changes_total: usize,
    /// New categories, by key.
    pub notes: Vec<Note>,
    pub problems: Vec<Problem>,
    pub problems_total: u64,
    pub has_rejected: bool,
}

/// How many things of a noun change; as the import reports it.
#[derive(Clone, Debug)]
pub struct Change {
    pub noun: String,
    pub created: u64,
    pub changed: u64,
    pub unchanged: u64,
    pub kept: u64,
}

/// A decision that was taken about rows that are not wrong.
#[derive(Clone, Debug)]
pub struct Note {
    pub key: String,
    pub rows: u64,
    pub text: String,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug)]
pub struct Problem {
    pub row: u64,
    pub column: String,
    pub value: String,
    pub key: String,
    pub nearest: Option<String>,
    /// The rule that is broken, where it is one of the domain.
    pub refusal: Option<Refusal>,
    /// The words that are possible, where there are a few.
    pub choices: String,
}

fn noun(lang: Lang, noun: &str) -> &'static str {
    match noun {
        "customers" => t::customers(lang),
        "sites" => t::sites(lang),
        "people" => t::people(lang),
        "groups" => f::groups(lang),
        "packagings" => k::title(lang),
        "products" => t::products(lang),
        "categories" => f::categories(lang),
        "group_items" => f::group_items(lang),
        "assortment_items" => f::items(lang),
        "prices" => f::agreements(lang),
        "promotions" => p::title(lang),
        "lists" => l::lists(lang),
        "list_prices" => f::list_prices(lang),
        "orders" => t::orders(lang),
        _ => "",
    }
}

pub fn report(reader: &Reader, report: &FileReport) -> AnyView {
    let lang = reader.lang;
    let count = |number: u64| reader.quantity(Quantity::whole(i64::try_from(number).unwrap_or_default()));
    let clean = report.problems_total == 0;
    let (class, head, text) = match (clean, report.saved) {
        (false, _) if report.of_header => ("bad", f::refused_header(lang).to_owned(), f::all_or_nothing(lang)),
        (false, _) if report.refused == 1 => ("bad", f::refused_one(lang).to_owned(), f::all_or_nothing(lang)),
        (false, _) => ("bad", f::refused(lang, &count(report.refused)), f::all_or_nothing(lang)),
        (true, true) => ("good", f::done(lang).to_owned(), ""),
        (true, false) if report.changed_nothing => ("good", f::nothing_new(lang).to_owned(), ""),
        (true, false) => ("good", f::in_order(lang).to_owned(), f::not_yet(lang)),
    };
    let text = (!text.is_empty()).then(|| view! { <p>{text}</p> });
    let read = match report.rows {
        1 => f::one_row(lang, &report.file),
        rows => f::read_from(lang, &report.file, &count(rows)),
    };
    let rejected = report.has_rejected.then(|| {
        let href = format!("{}/rejected.csv", report.path);
        view! { <a class="btn" href=href download="">{f::rejected(lang)}</a> }
    });
    let another = view! { <a class="btn" href="/desk/files">{f::another(lang)}</a> };
    let acts = if clean && !report.saved && !report.changed_nothing {
        view! {
            <form class="stack" method="post" action=report.path.clone()>
                <div class="row"><button class="btn primary">{f::do_it(lang)}</button>{another}</div>
                <p class="small muted">{f::waits(lang)}</p>
            </form>
        }
        .into_any()
    } else {
        view! { <div class="row">{rejected}{another}</div> }.into_any()
    };
    view! {
        <main class="page" id="main">
            <div class="head"><p><a href="/desk/files">{f::files(lang)}</a>" · "{read}</p><h1>{kind_name(lang, report.kind)}</h1></div>
            <div class="stack">
                <div class=format!("notice {class}") role="status"><h2>{head}</h2>{text}</div>
                {clean.then(|| changes(reader, report))}
                {clean.then(|| row_changes(reader, report))}
                {notes(reader, report)}
                {(!clean).then(|| problems(reader, report))}
                {report.of_header.then(|| columns(lang, report))}
                {acts}
            </div>
        </main>
    }
    .into_any()
}

/// What the first row should look like.
fn columns(lang: Lang, report: &FileReport) -> impl IntoView + use<> {
    let named = [f::needed_columns(lang), f::other_columns(lang)].into_iter().zip(&report.columns);
    let lines = named
        .filter(|(_, names)| !names.is_empty())
        .map(|(head, names)| view! { <p>{t::of(lang, head, &names.join(", "))}</p> })
        .collect_view();
    view! { <section class="card stack" aria-labelledby="h-columns"><h2 id="h-columns">{f::right_columns(lang)}</h2>{lines}</section> }
}

fn changes(reader: &Reader, report: &FileReport) -> impl IntoView + use<> {
    let lang = reader.lang;
    let count = |number: u64| reader.quantity(Quantity::whole(i64::try_from(number).unwrap_or_default()));
    let heads = [f::fresh(lang), f::changed(lang), f::same(lang), f::kept(lang)];
    let any_kept = report.changes.iter().any(|change| change.kept > 0);
    let columns = if any_kept { 4 } else { 3 };
    let rows = report
        .changes
        .iter()
        .map(|change| {
            let counts = [change.created, change.changed, change.unchanged, change.kept];
            let cells = heads
                .into_iter()
                .zip(counts)
                .take(columns)
                .enumerate()
                .map(|(at, (head, number))| {
                    let ink = if at < 2 && number > 0 { "r ink" } else { "r" };
                    view! { <td class=ink data-l=head>{count(number)}</td> }
                })
                .collect_view();
            view! { <tr><th class="t" scope="row">{noun(lang, &change.noun)}</th>{cells}</tr> }
        })
        .collect_view();
    let heads = heads.into_iter().take(columns).map(|h| view! { <th class="r" scope="col">{h}</th> }).collect_view();
    let caption = if report.saved { f::changed_already(lang) } else { f::changes(lang) };
    view! {
        <div class="tbl"><table>
            <caption>{caption}</caption>
            <thead><tr><th scope="col"><span class="sr">{f::what(lang)}</span></th>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
    }
}

/// Which rows of which lists, or whose prices.
fn row_changes(reader: &Reader, report: &FileReport) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let (caption, of) = match report.kind {
        "lists" => (f::list_rows(lang), f::list(lang)),
        _ => (f::prices(lang), f::for_whom(lang)),
    };
    let rows = report
        .row_changes
        .iter()
        .map(|row| {
            let (name, under) = match &row.of {
                Of::List { name, whose } => (name.clone(), Some(whose.clone())),
                Of::ListPrices => (r::list(lang).to_owned(), None),
                Of::Customer(name) => (name.clone(), None),
                Of::Group(group) => (group.clone(), Some(p::group(lang).to_owned())),
            };
            let none = if matches!(row.of, Of::List { .. }) { f::not_on_list(lang) } else { f::not_agreed(lang) };
            let said = |stands: &Option<Row>| stands.as_ref().map_or_else(|| none.to_owned(), |row| said(reader, row));
            let (article, before, after) = match &row.article {
                Some((sku, names)) => (format!("{} · {sku}", names.get(lang)), said(&row.before), said(&row.after)),
                None => (f::list_itself(lang).to_owned(), String::new(), String::new()),
            };
            view! {
                <tr>
                    <th class="t" scope="row">{name}{under.map(|under| view! { <small>{under}</small> })}</th>
                    <td class="ink first">{article}</td>
                    <td data-l=r::was(lang)>{before}</td>
                    <td class="ink" data-l=r::becomes(lang)>{after}</td>
                </tr>
            }
        })
        .collect_view();
    let others = report.row_changes_total - report.row_changes.len();
    let more = (others > 0).then(|| view! { <p class="small muted">{f::and_more(lang, others)}</p> });
    (!report.row_changes.is_empty()).then(|| {
        view! {
            <div class="tbl"><table>
                <caption>{caption}</caption>
                <thead><tr>
                    <th scope="col">{of}</th>
                    <th scope="col">{t::article(lang)}</th>
                    <th scope="col">{r::was(lang)}</th>
                    <th scope="col">{r::becomes(lang)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
            {more}
        }
    })
}

/// What stands in a row, in a few words.
fn said(reader: &Reader, row: &Row) -> String {
    let lang = reader.lang;
    let tiered = |price: &TieredPrice| {
        let tier = |from, price| t::tier_from(lang, &reader.quantity(from), &reader.unit_price(price));
        let tiers = price.tiers.iter().map(|of| tier(of.from, of.price));
        std::iter::once(reader.unit_price(price.base)).chain(tiers).collect::<Vec<_>>().join(" · ")
    };
    let (what, when) = match row {
        Row::OnList { section, usual: None } if section.is_empty() => return f::on_list(lang).to_owned(),
        Row::OnList { section, usual } => {
            (usual.map(|usual| reader.quantity(usual)).unwrap_or_default(), section.clone())
        }
        Row::ListPrice { price, from } => {
            let from = from.map(|from| a::days_text(lang, from, None)).unwrap_or_default();
            (tiered(price), from)
        }
        Row::Agreed(agreed) => {
            let what = match &agreed.deal {
                Deal::Net(price) => tiered(price),
                Deal::Less(percent) => a::percent_text(lang, *percent),
            };
            (what, a::days_text(lang, agreed.from, agreed.until))
        }
    };
    [what, when].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn notes(reader: &Reader, report: &FileReport) -> Option<impl IntoView + use<>> {
    let lang = reader.lang;
    let count = |number: u64| reader.quantity(Quantity::whole(i64::try_from(number).unwrap_or_default()));
    let lines: Vec<String> = report
        .notes
        .iter()
        .map(|note| match note.key.as_str() {
            "new_groups" => {
                f::new_groups(lang, note.text.split_once(": ").map_or(note.text.as_str(), |(_, groups)| groups))
            }
            "new_categories" => {
                f::new_categories(lang, note.text.split_once(": ").map_or(note.text.as_str(), |(_, keys)| keys))
            }
            "kept_orders" => f::kept_orders(lang, &count(note.rows)),
            _ => note.text.clone(),
        })
        .collect();
    let lines = (!lines.is_empty()).then(|| lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view());
    lines.map(|lines| view! { <ul class="small muted">{lines}</ul> })
}

fn problems(reader: &Reader, report: &FileReport) -> impl IntoView + use<> {
    let lang = reader.lang;
    let count = |number: u64| reader.quantity(Quantity::whole(i64::try_from(number).unwrap_or_default()));
    let shown = report.problems.len() as u64;
    let more = (shown < report.problems_total).then(|| {
        view! { <p class="small muted">{f::only_some(lang, &count(shown), &count(report.problems_total))}</p> }
    });
    let rows = report
        .problems
        .iter()
        .map(|p| {
            let what = match (p.refusal.as_ref(), p.choices.as_str()) {
                (refusal, "") => f::problem(lang, reader.currency, &p.column, &p.key, refusal).unwrap_or_default(),
                (_, choices) => f::one_of(lang, choices),
            };
            let value = match p.refusal {
                // of what was agreed it is worked out
                Some(Refusal::FarOff { now, .. }) => format::typed_price(lang, now),
                _ => p.value.clone(),
            };
            let nearest = p.nearest.as_ref().map(|n| view! { <small>{f::perhaps(lang, n)}</small> });
            view! {
                <tr>
                    <th class="t" scope="row">{what}{nearest}</th>
                    <td data-l=f::row(lang)>{count(p.row)}</td>
                    <td data-l=(!p.column.is_empty()).then_some(f::column(lang))>{p.column.clone()}</td>
                    <td class="ink wrap" data-l=f::value(lang)>{value}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="tbl"><table>
            <caption>{f::problems(lang)}</caption>
            <thead><tr>
                <th scope="col">{f::problem_head(lang)}</th>
                <th scope="col">{f::row(lang)}</th>
                <th scope="col">{f::column(lang)}</th>
                <th scope="col">{f::value(lang)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
        {more}
    }
}
