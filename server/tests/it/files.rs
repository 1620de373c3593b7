//! Els takes the price list out, changes it in her spreadsheet, looks at what would change, and brings it in.

use axum::http::StatusCode;
use store::workbook;

use crate::support::{AN, Answer, Browser, ELS, MIA, TOM, TestPortal, file_request};

async fn send(browser: &mut Browser, kind: &str, name: &str, bytes: &[u8]) -> Answer {
    browser.send(file_request("/desk/files", &[("kind", kind)], name, bytes)).await
}

/// The page after sending a file, and where it is.
async fn checked(browser: &mut Browser, kind: &str, name: &str, bytes: &[u8]) -> (String, Answer) {
    let sent = send(browser, kind, name, bytes).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let path = sent.location().to_owned();
    let page = browser.get(&path).await;
    (path, page)
}

fn says(answer: &Answer, sentence: &str) {
    assert!(answer.text().contains(sentence), "{sentence}\n{}", answer.text());
}

#[tokio::test]
async fn els_changes_the_price_list_in_her_spreadsheet() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let page = els.get("/desk").await;
    assert!(page.body.contains("href=\"/desk/files\""), "staff find it in the menu");
    says(&els.get("/desk/files").await, "Ophalen");

    let csv = els.get("/desk/files/products.csv").await;
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(csv.header("cache-control"), "no-store");
    assert_eq!(csv.header("content-disposition"), "attachment; filename=\"products-2026-11-23.csv\"");
    let (_, same) = checked(&mut els, "products", "products.csv", csv.body.as_bytes()).await;
    says(&same, "Alles staat er al zo in: er verandert niets");
    assert!(!same.body.contains("Nu inlezen"));

    let line = csv.body.lines().find(|line| line.starts_with("010555;")).expect("the product").to_owned();
    let dearer = line.replacen(&line.split(';').nth(2).expect("a name").to_owned(), "'=Nieuwe naam", 1);
    let file = csv.body.replace(&line, &dearer);
    let (path, report) = checked(&mut els, "products", "nieuw.csv", file.as_bytes()).await;
    says(&report, "Alle rijen zijn in orde");
    says(&report, "Er is nog niets veranderd");
    assert!(!els.get("/desk/products?q=010555").await.text().contains("=Nieuwe naam"));

    let done = els.post(&path, &[]).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, path.as_str()));
    says(&els.get(&path).await, "Ingelezen");
    says(&els.get("/desk/products?q=010555").await, "=Nieuwe naam");
    // pressed twice is done once
    assert_eq!(els.post(&path, &[]).await.location(), path);
    says(&els.get(&path).await, "Ingelezen");
}

#[tokio::test]
async fn every_kind_goes_out_and_comes_back_as_a_workbook() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    for kind in
        ["customers", "groups", "packagings", "products", "assortments", "prices", "promotions", "orders", "lists"]
    {
        let request = axum::http::Request::get(format!("/desk/files/{kind}.xlsx"));
        let answer = els.open(request.body(axum::body::Body::empty()).unwrap()).await;
        assert_eq!(answer.status(), StatusCode::OK, "{kind}");
        let bytes = http_body_util::BodyExt::collect(answer.into_body()).await.unwrap().to_bytes();
        let sent = send(&mut els, kind, &format!("{kind}.xlsx"), &bytes).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{kind}: {}", sent.text());
        let page = els.get(sent.location()).await;
        says(&page, "er verandert niets");
    }
}

#[tokio::test]
async fn she_sees_which_rows_of_which_lists_change() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let csv = els.get("/desk/files/lists.csv").await.body;
    let head = csv.lines().next().expect("a header");
    let line = csv.lines().find(|line| line.contains(";Zaterdag;") && line.contains(";010555;")).expect("a row");
    let (more, new) = (line.replace(";010555;6", ";010555;8"), line.replace(";010555;6", ";010455;"));
    let (_, report) = checked(&mut els, "lists", "lijsten.csv", format!("{head}\n{more}\n{new}\n").as_bytes()).await;
    let words = report.words();
    for said in ["ZaterdagBakkerij Peeters, ", "· 0105556 · Bloemkot8 · Bloemkot", "· 010455niet op de lijstBloemkot"]
    {
        assert!(words.contains(said), "{said} is not in {words}");
    }
    assert!(
        !words.contains("011505") && !words.contains("Volgorde, dagen of seizoen"),
        "what stays is not told: {words}"
    );
    // the rows the other way round
    let turned: Vec<&str> = csv.lines().filter(|line| line.contains(";Feestdagen;")).rev().collect();
    let (_, report) = checked(&mut els, "lists", "l.csv", format!("{head}\n{}\n", turned.join("\n")).as_bytes()).await;
    assert!(report.words().contains("FeestdagenBakkerij PeetersVolgorde, dagen of seizoen"), "{}", report.words());
}

#[tokio::test]
async fn she_sees_whose_prices_change_and_how() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let csv = els.get("/desk/files/prices.csv").await.body;
    let agreed = csv.lines().rfind(|line| line.starts_with("K1001;;010555;")).expect("an agreement");
    let price = agreed.split(';').nth(3).expect("a price");
    let rows = [
        csv.lines().next().expect("a header"),
        ";;010455;18,5;;;;10: 17,9;",
        ";;010655;17,9;;2027-01-01;;;",
        "K1001;;010455;17;;2026-12-01;2026-12-31;10: 16,5;",
        ";bakkers;010655;;5;2026-12-01;;;",
        &agreed.replacen(&format!(";{price};"), ";16;", 1),
    ];
    let (path, report) = checked(&mut els, "prices", "prijzen.csv", rows.join("\n").as_bytes()).await;
    let words = report.words();
    for said in [
        "Voor wieArtikelWasWordt",
        "LijstprijzenTarwebloem T45 25 kg · 010455\
            € 18,25 · vanaf 10: € 17,70 · vanaf 40: € 17,15€ 18,50 · vanaf 10: € 17,90",
        "LijstprijzenTarwebloem T65 25 kg · 010655\
            € 17,20 · vanaf 10: € 16,65 · vanaf 40: € 16,15€ 17,90 · vanaf 1 jan 2027",
        "Bakkerij PeetersTarwebloem T45 25 kg · 010455\
            nog niet afgesproken€ 17,00 · vanaf 10: € 16,50 · van 1 dec 2026 tot en met 31 dec 2026",
        "bakkersKlantengroepTarwebloem T65 25 kg · 010655nog niet afgesproken−5 % · vanaf 1 dec 2026",
        &format!("Bakkerij PeetersTarwebloem T55 wit 25 kg · 010555€ {} · vanaf 20: ", price.replace('.', ",")),
        "€ 16,00 · vanaf 20: ",
    ] {
        assert!(words.contains(said), "{said} is not in {words}");
    }
    // what was brought in is still told, and then it is as the file says
    els.post(&path, &[]).await;
    says(&els.get(&path).await, "Tarwebloem T45 25 kg · 010455");
    let (_, same) = checked(&mut els, "prices", "prijzen.csv", rows.join("\n").as_bytes()).await;
    assert!(!same.words().contains("Voor wie"), "{}", same.words());
}

#[tokio::test]
async fn what_is_wrong_is_told_in_her_language_and_can_be_corrected() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let rows = "customer_number;sku;price\n;010555;12,5\n;010556x;3\n;010555;-1\n";
    let (path, report) = checked(&mut els, "prices", "prijzen.csv", rows.as_bytes()).await;
    says(&report, "2 rijen zijn niet in orde");
    says(&report, "Dit product kennen we niet");
    says(&report, "Mag niet negatief zijn");
    assert!(!report.body.contains("Nu inlezen"));
    let rejected = els.get(&format!("{path}/rejected.csv")).await;
    assert!(rejected.body.contains(";010556x;3;"), "{}", rejected.body);
    // the button is not there, and pressing it anyhow saves nothing
    els.post(&path, &[]).await;
    says(&els.get(&path).await, "2 rijen zijn niet in orde");

    let (_, report) = checked(&mut els, "prices", "anders.csv", b"artikel;prijs\n1;2\n").await;
    says(&report, "De kolommen zijn niet in orde");
    let (_, report) = checked(&mut els, "prices", "anders.csv", b"customer_number;sku;prijs\n;010555;2\n").await;
    let words = report.words();
    for said in [
        "Deze kolom kennen we niet",
        "Nodig: customer_number, sku, price",
        "Mogen erbij, in elke volgorde: customer_group, percent, from, until, tiers, sure",
    ] {
        assert!(words.contains(said), "{said} is not in {words}");
    }
    els.post("/language", &[("lang", "fr"), ("back", "/desk")]).await;
    let (_, report) = checked(&mut els, "prices", "prix.csv", rows.as_bytes()).await;
    says(&report, "Produit inconnu");
}

/// Numbers as she writes them, the words of the column, and the form of a cell that holds several things.
#[tokio::test]
async fn what_is_wrong_is_told_with_her_numbers() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let rows = "customer_number;sku;price;from;tiers;sure\n\
        ;010555;157,5;;;\nK1001;010455;157,5;2027-01-01;;\n;010655;17,1;;tien: 15;\n;010455;18,2;;;misschien\n";
    for (lang, sentences) in [
        (
            "nl",
            [
                "€ 157,50 is wel heel anders dan € 17,50: zet yes in de kolom sure als het zo bedoeld is",
                "€ 157,50 is wel heel anders dan € 18,25",
                "Geen staffel: schrijf 10: 15,20 | 40: 14,80",
                "Kan hier niet staan, wel: yes, no",
            ],
        ),
        (
            "fr",
            [
                "157,50 € est très différent de 17,50 € : mettez yes dans la colonne sure",
                "157,50 € est très différent de 18,25 €",
                "Ce n’est pas un palier : écrivez 10: 15,20 | 40: 14,80",
                "N’est pas possible ici ; possible : yes, no",
            ],
        ),
    ] {
        els.post("/language", &[("lang", lang), ("back", "/desk")]).await;
        let (_, report) = checked(&mut els, "prices", "prijzen.csv", rows.as_bytes()).await;
        let words = report.words();
        for sentence in sentences {
            assert!(words.contains(sentence), "{sentence} is not in {words}");
        }
        assert!(!words.contains("157.5"), "{words}");
    }
}

#[test]
fn no_reason_is_without_a_sentence() {
    for reason in store::import::Reason::ALL {
        for lang in domain::Lang::ALL {
            let sentence = app::i18n::files::problem(lang, domain::Currency::Eur, "", reason.key(), None);
            assert!(sentence.is_some_and(|sentence| !sentence.is_empty()), "{reason:?} in {lang:?}");
        }
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_refused_on_the_form() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let huge = vec![b'1'; 17 << 20];
    let empty = workbook::write("x", &[], Vec::new()).unwrap();
    for (kind, bytes, sentence) in [
        ("", &b"sku\n1\n"[..], "Kies wat er in het bestand staat"),
        ("online-retail", b"sku\n1\n", "Kies wat er in het bestand staat"),
        ("products", b"", "Dit bestand is leeg"),
        ("products", b"%PDF-1.7", "Dit is geen Excel-, OpenDocument- of CSV-bestand"),
        ("products", b"\xd0\xcf\x11\xe0\xa1", "Dit is een oud Excel-bestand"),
        ("products", b"PK\x03\x04garbage", "Dit bestand is beschadigd"),
        ("products", &empty, "Dit bestand is leeg"),
        ("products", &huge, "Dit bestand is te groot: hoogstens 16 MB"),
    ] {
        let answer = send(&mut els, kind, "een bestand", bytes).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{sentence}");
        // where the page begins, and at the field
        let words = answer.words();
        let at: Vec<usize> = words.match_indices(sentence).map(|(at, _)| at).collect();
        let head = words.find("Haal op wat in het portaal staat").expect("the head of the page");
        assert!(matches!(at[..], [on_top, at_field] if on_top < head && head < at_field), "{sentence}: {words}");
        says(&answer, "<title>Fout: Bestanden");
    }
    let without = els.post("/desk/files", &[("kind", "products")]).await;
    says(&without, "Kies eerst een bestand");
}

#[tokio::test]
async fn a_file_waits_an_hour_for_who_sent_it_and_nobody_else() {
    let portal = TestPortal::open().await;
    let (mut els, mut tom) = (portal.signed_in(ELS).await, portal.signed_in(TOM).await);
    let rows = b"customer_number;sku;price\n;010555;12,5\n";
    let (path, _) = checked(&mut els, "prices", "prijzen.csv", rows).await;
    assert_eq!(tom.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(tom.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
    for email in [AN, MIA] {
        let mut other = portal.signed_in(email).await;
        assert!(matches!(other.get("/desk/files").await.status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN));
        assert!(matches!(
            other.get("/desk/files/customers.csv").await.status,
            StatusCode::NOT_FOUND | StatusCode::FORBIDDEN
        ));
    }
    portal.db.clock().advance(chrono::Duration::minutes(61));
    // her session has ended as well by then
    let mut els = portal.signed_in(ELS).await;
    assert_eq!(els.get(&path).await.status, StatusCode::NOT_FOUND);
}
