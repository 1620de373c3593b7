//! An orders quickly: a pasted block, a file out of her spreadsheet, her scanner. What was read is shown before it counts.

use std::io::{Cursor, Write};

use app::i18n::words;
use axum::http::StatusCode;
use domain::{Lang, ProductId, Quantity, quick_order::amount};
use store::{demo, workbook};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::support::{AN, Answer, Browser, CLAIRE, ELS, SAMIR, TestPortal, file_request, product_form};

/// What lies in the basket, by SKU.
async fn basket(portal: &TestPortal, an: &Browser) -> String {
    let actor = portal.actor(an).await.unwrap();
    let mut lines: Vec<_> =
        portal.basket(&actor).await.lines.iter().map(|l| format!("{}:{}", l.sku, l.quantity.0 / 1000)).collect();
    lines.sort();
    lines.join(" ")
}

async fn paste(an: &mut Browser, lines: &str) -> Answer {
    an.post("/quick-order", &[("lines", lines)]).await
}

async fn upload(an: &mut Browser, name: &str, bytes: &[u8]) -> Answer {
    an.send(file_request("/quick-order", &[], name, bytes)).await
}

/// The check screen of a file, as `number: state` of each row in its group.
fn groups(answer: &Answer) -> Vec<(String, usize)> {
    ["Na te kijken", "In orde", "Zonder aantal", "Weggelaten"]
        .into_iter()
        .filter_map(|group| {
            let text = answer.text();
            let at = text.find(&format!("{group}: komt niet in het mandje (")).or(text.find(&format!("{group} (")))?;
            let from = at + text[at..].find('(')? + 1;
            let count = text[from..].split(')').next()?.parse().ok()?;
            Some((group.to_owned(), count))
        })
        .collect()
}

fn told(answer: &Answer, sentence: &str) {
    assert!(answer.text().contains(sentence), "{sentence}\n{}", answer.text());
}

#[tokio::test]
async fn a_block_is_checked_mended_in_place_and_ordered() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let read =
        paste(&mut an, "010455\tBloem\t4\r\n130220;2\n\ntarwbloem 3\nkaviaar 2\n10655\t1\n030105\tveel\n050101").await;
    assert_eq!(read.status, StatusCode::OK);
    let expected = [("Na te kijken", 4), ("In orde", 2), ("Zonder aantal", 1)].map(|(g, n)| (g.to_owned(), n));
    assert_eq!(groups(&read), expected);
    for sentence in [
        "4 rijen na te kijken",
        "Welk artikel is het?",
        "Is het dit artikel?",
        "Staat niet in uw lijst",
        "“veel” is geen getal",
    ] {
        told(&read, sentence);
    }
    assert_eq!(basket(&portal, &an).await, "", "nothing is stored by looking");
    let form = read.form("/quick-order/check");
    assert_eq!(
        (form.get("a.4"), form.get("w.5"), form.get("q.7")),
        ("", "kaviaar", "veel"),
        "none is chosen where it is ambiguous"
    );
    assert_eq!(
        form.get("a.6"),
        demo::product_by_sku("010655").unwrap().to_string(),
        "a lost zero: the only one it can be"
    );

    // mended in place: chosen, searched, dropped, typed
    let chosen = demo::product_by_sku("010555").unwrap().to_string();
    let mended = form.set("a.4", &chosen).set("s.5", "roomboter").set("q.7", "1,5").set("q.8", "1").set("go", "check");
    let again = an.submit("/quick-order/check", &mended).await;
    assert_eq!(groups(&again)[0], ("Na te kijken".to_owned(), 2), "{}", again.text());
    told(&again, "boter");
    let mended = again.form("/quick-order/check");
    assert_eq!((mended.get("s.5"), mended.get("q.7")), ("roomboter", "1,5"), "what was typed stands there");
    let sent = an.submit("/quick-order/check", &mended.set("q.7", "1").set("go", "put")).await;
    assert_eq!(sent.location(), "/basket", "{}", sent.text());
    assert_eq!(basket(&portal, &an).await, "010455:4 010555:3 010655:1 030105:1 040101:2 050101:1 130220:2");
}

#[tokio::test]
async fn what_is_ready_goes_and_the_rest_stays() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let read = paste(&mut an, "010455\t4\nkaviaar\t2\n130220\t3\n050101\t0").await;
    told(&read, "of 4");
    let sent = an.submit("/quick-order/check", &read.form("/quick-order/check").set("go", "put")).await;
    assert_eq!(sent.status, StatusCode::OK);
    told(&sent, "1 rij ligt in uw mandje");
    assert_eq!(basket(&portal, &an).await, "010455:4");
    let expected = [("Na te kijken", 2), ("Zonder aantal", 1)].map(|(g, n)| (g.to_owned(), n));
    assert_eq!(groups(&sent), expected);
    // twice is not more
    an.submit("/quick-order/check", &read.form("/quick-order/check").set("go", "put")).await;
    assert_eq!(basket(&portal, &an).await, "010455:4");
    let rest = sent.form("/quick-order/check").set("x.2", "true").set("q.3", "6").set("go", "put");
    assert_eq!(an.submit("/quick-order/check", &rest).await.location(), "/basket");
    assert_eq!(basket(&portal, &an).await, "010455:4 130220:6");
    // nothing at all is said, not done
    let none = paste(&mut an, "kaviaar\t2").await.form("/quick-order/check").set("go", "put");
    let refused = an.submit("/quick-order/check", &none).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    told(&refused, "Nog geen enkele rij");
}

/// A note as she would hang it on the fridge.
#[tokio::test]
async fn a_note_says_how_many_of_what_as_people_do() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let read = paste(&mut an, "010555 24 zakken\nboter 12 dozen\nsuiker twee\n75 kg zout\nbruin meel 60 kg").await;
    let expected = [("Na te kijken", 1), ("In orde", 4)].map(|(g, n)| (g.to_owned(), n));
    assert_eq!(groups(&read), expected, "{}", read.text());
    told(&read, "“75 kg” gelezen als 3 zakken");
    told(&read, "kies 2 of 3");
    let form = read.form("/quick-order/check");
    assert_eq!((form.get("q.1"), form.get("q.3")), ("24 zakken", "twee"), "what was typed stands there");
    an.submit("/quick-order/check", &form.set("go", "put")).await;
    assert_eq!(basket(&portal, &an).await, "010555:24 030105:2 040101:12 100105:3");

    // twice five hundred, or two of 500 g: she says
    let read = paste(&mut an, "Gist 2 x 500").await;
    told(&read, "“2 x 500” is geen getal");
    let refused = an.submit("/quick-order/check", &read.form("/quick-order/check").set("go", "put")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let both = paste(&mut an, "G1 2,5 dozen\nG1 4").await;
    for sentence in ["Zelfde artikel als rij 2", "kies 2 of 3"] {
        told(&both, sentence);
    }

    let mut claire = portal.signed_in(CLAIRE).await;
    let form = paste(&mut claire, "beurre deux\nfarine blanche trois sacs").await.form("/quick-order/check");
    assert_eq!(claire.submit("/quick-order/check", &form.set("go", "put")).await.location(), "/basket");
    assert_eq!(basket(&portal, &claire).await, "010555:3 040101:2");
}

/// White flour is no longer made: who writes it is told by what, and says whether he wants that.
#[tokio::test]
async fn what_is_no_longer_made_says_what_takes_its_place() {
    let portal = TestPortal::open().await;
    let (staff, of) = (portal.person(ELS).await, demo::product_by_sku("010555").unwrap());
    let by =
        store::products::create(&portal.db, &staff, &product_form("770001", "Tarwebloem Molen 25 kg")).await.unwrap();
    store::assortments::add(&portal.db, &staff, demo::customer_id(1), "770001").await.unwrap();
    let mut els = portal.signed_in(ELS).await;
    let address = format!("/desk/products/{of}");
    let form = els.get(&address).await.form(&address).set("discontinued", "true").set("successor", "770001");
    assert_eq!(els.submit(&address, &form).await.status, StatusCode::SEE_OTHER);

    let mut claire = portal.signed_in(CLAIRE).await;
    let read = paste(&mut claire, "010555 2\nfarine blanche 3").await;
    told(&read, "farine blanche n’est plus disponible ; Tarwebloem Molen 25 kg prend sa place.");
    let form = read.form("/quick-order/check");
    assert_eq!((form.get("a.1"), form.get("a.2")), ("", ""), "it is offered, not taken");
    let sent = claire.submit("/quick-order/check", &form.clone().set("go", "put")).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let chosen = form.set("a.1", &by.to_string()).set("x.2", "true").set("go", "put");
    assert_eq!(claire.submit("/quick-order/check", &chosen).await.location(), "/basket");
    assert_eq!(basket(&portal, &claire).await, "770001:2");

    // in her list it is not yet: she agrees to it first, where its price stands
    let mut an = portal.signed_in(AN).await;
    let read = paste(&mut an, "B1 4").await;
    told(&read, "witte bloem is niet meer te krijgen; Tarwebloem Molen 25 kg neemt de plaats in.");
    assert!(read.body.contains(&format!("href=\"/products/{of}\"")), "{}", read.body);
    assert!(!read.text().contains("Staat niet in uw lijst"));
}

/// What the portal calls a unit, it reads.
#[tokio::test]
async fn every_word_of_a_unit_is_understood() {
    let portal = TestPortal::open().await;
    let actor = portal.person(AN).await;
    let list = store::assortments::list(&portal.db, &actor, portal.day(&actor).await).await.unwrap();
    let mut article = list[0].clone();
    let codes = "BG PP BJ BO BX CT CA CR JC JR PK PU LR PX RO TB TNE C62 H87 EA KGM GRM LTR";
    for code in codes.split(' ').map(|code| domain::UnitCode(code.into())) {
        article.unit.code = code.clone();
        for lang in [Lang::Nl, Lang::Fr, Lang::En] {
            for many in [Quantity::whole(1), Quantity::whole(3)] {
                let typed = format!("{} {}", many.0 / 1000, words::unit(lang, &code, many));
                assert_eq!(amount::quantity(&typed, Some(&article)), Ok(many), "{typed}");
                assert!(!amount::is_otherwise(&typed, &article), "{typed}");
            }
        }
    }
}

/// What is only like what she typed stands there to be chosen, and counts nowhere before she did.
#[tokio::test]
async fn one_press_never_orders_what_was_guessed() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let read = paste(&mut an, "Gist 2 x\t500\nroombotr\t3\n010455\t4").await;
    told(&read, "Is het dit artikel?");
    told(&read, "1 rij in het mandje");
    let form = read.form("/quick-order/check");
    assert_eq!((form.get("a.1"), form.get("a.2")), ("", ""), "none is chosen, also where there is one only");
    let yeast = demo::product_by_sku("020100").unwrap().to_string();
    assert!(read.body.contains(&format!("value=\"{yeast}\"")), "her yeast is offered: {}", read.text());
    let sent = an.submit("/quick-order/check", &form.set("go", "put")).await;
    assert_eq!(basket(&portal, &an).await, "010455:4");
    let form = sent.form("/quick-order/check").set("a.1", &yeast).set("q.1", "2").set("x.2", "true").set("go", "put");
    assert_eq!(an.submit("/quick-order/check", &form).await.location(), "/basket");
    assert_eq!(basket(&portal, &an).await, "010455:4 020100:2");

    let mut claire = portal.signed_in(CLAIRE).await;
    let form = paste(&mut claire, "beure 82\t4").await.form("/quick-order/check");
    assert_eq!(form.get("a.1"), "");
    let refused = claire.submit("/quick-order/check", &form.set("go", "put")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(basket(&portal, &claire).await, "");
}

#[tokio::test]
async fn two_rows_of_one_article_are_added_up_after_saying_so() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let read = paste(&mut an, "010455 4\n030105 1\n010455\t2").await;
    for sentence in ["Zelfde artikel als rij 3", "Zelfde artikel als rij 1", "Tel de rijen van hetzelfde artikel op"] {
        told(&read, sentence);
    }
    let form = read.form("/quick-order/check");
    let apart = an.submit("/quick-order/check", &form.clone().set("go", "put")).await;
    assert_eq!(basket(&portal, &an).await, "030105:1", "neither goes before it was said");
    told(&apart, "1 rij ligt in uw mandje");
    let together = apart.form("/quick-order/check").set("add_up", "true").set("go", "put");
    assert_eq!(an.submit("/quick-order/check", &together).await.location(), "/basket");
    assert_eq!(basket(&portal, &an).await, "010455:6 030105:1");

    told(&paste(&mut an, "010455 4\n010455 1\n010455 2").await, "Zelfde artikel als rijen 1 en 3");
    told(&paste(&mut an, &"010455 1\n".repeat(7)).await, "Zelfde artikel als rijen 2, 3, 4, 5, 6 …");
    let mut claire = portal.signed_in(CLAIRE).await;
    told(&paste(&mut claire, &"010455 1\n".repeat(4)).await, "Même article que les lignes 1, 2 et 4");
}

#[tokio::test]
async fn what_cannot_be_read_is_said_at_its_field_and_kept() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let many = "x 1\n".repeat(5_001);
    for (lines, said) in [("", "dit is nodig"), (many.as_str(), "hoogstens 5000 rijen")] {
        let refused = paste(&mut an, lines).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        told(&refused, said);
        assert!(refused.text().contains(lines), "what was typed is there");
    }
    let hostile = "</textarea><script>alert(1)</script>\t1\n\"><img src=x onerror=alert(1)>\t=1+1";
    let shown = paste(&mut an, hostile).await;
    assert!(!shown.body.contains("<script>alert") && !shown.body.contains("<img"), "{}", shown.body);
    told(&shown, "formule zonder uitkomst");
    for (name, bytes, said) in [
        ("leeg.xlsx", b"".to_vec(), "Dit bestand is leeg"),
        ("leeg.csv", b"\xef\xbb\xbf \r\n".to_vec(), "Dit bestand is leeg"),
        ("foto.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01".to_vec(), "geen Excel-, OpenDocument- of CSV-bestand"),
        ("oud.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0".to_vec(), "oud Excel-bestand"),
        ("kapot.xlsx", b"PK\x03\x04\0\0\0\0\0\0".to_vec(), "beschadigd"),
        ("archief.xlsx", zipped(&[("lees.txt", b"dag".to_vec())]), "geen Excel-, OpenDocument- of CSV-bestand"),
        ("groot.csv", vec![b'1'; 2 * 1024 * 1024 + 1], "hoogstens 2 MB"),
        ("bom.xlsx", zipped(&[("xl/workbook.xml", vec![b' '; 40 << 20])]), "hoogstens 5000 rijen"),
        ("leeg blad.xlsx", workbook::write("x", &[], Vec::new()).unwrap(), "Dit bestand is leeg"),
    ] {
        let refused = upload(&mut an, name, &bytes).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        told(&refused, said);
        assert!(refused.body.contains("id=\"f-file-e\""), "{name} is told at its field");
    }
    assert_eq!(basket(&portal, &an).await, "");
}

/// Whoever types what the empty field shows, is understood.
#[tokio::test]
async fn the_example_is_one_of_her_own() {
    let portal = TestPortal::open().await;
    for person in [AN, CLAIRE] {
        let mut browser = portal.signed_in(person).await;
        let page = browser.get("/quick-order").await.body;
        let field = page.split("<textarea").nth(1).unwrap();
        let example = field.split("placeholder=\"").nth(1).unwrap().split('"').next().unwrap();
        let form = paste(&mut browser, example).await.form("/quick-order/check").set("go", "put");
        assert_eq!(browser.submit("/quick-order/check", &form).await.location(), "/basket", "{example}");
    }
}

fn zipped(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// As LibreOffice writes it, with a million empty rows behind.
fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">\
         <office:body><office:spreadsheet><table:table table:name=\"Blad1\">{rows}\
         <table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
        ("content.xml", content.into_bytes()),
    ])
}

#[tokio::test]
async fn a_workbook_is_read_as_it_looks() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let mut book = rust_xlsxwriter::Workbook::new();
    let empty = rust_xlsxwriter::Format::new();
    book.add_worksheet().set_name("leeg").unwrap();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 2, "Bestelling week 48", &empty).unwrap();
    for (column, name) in ["Artikelnr.", "Omschrijving", "Aantal (zakken)"].into_iter().enumerate() {
        sheet.write_string(2, column as u16, name).unwrap();
    }
    // a number that was a code, numbers and formulas as quantities, merged cells
    sheet.write_number(3, 0, 10455).unwrap();
    sheet.write_number(3, 2, 4).unwrap();
    sheet.write_string(4, 0, "030105").unwrap();
    sheet.write_formula(4, 2, rust_xlsxwriter::Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write_string(5, 0, "010655").unwrap();
    sheet.write_formula(5, 2, rust_xlsxwriter::Formula::new("=C4*2").set_result("")).unwrap();
    sheet.merge_range(6, 0, 7, 0, "050101", &empty).unwrap();
    sheet.write_number(6, 2, 1).unwrap();
    sheet.write_number(7, 2, 5).unwrap();
    sheet.write_string(9, 1, "Fijn zout 25 kg").unwrap();
    sheet.write_number(9, 2, 2.5).unwrap();
    let read = upload(&mut an, "week 48.xlsx", &book.save_to_buffer().unwrap()).await;
    assert_eq!(read.status, StatusCode::OK, "{}", read.text());
    for sentence in [
        "Gelezen uit week 48.xlsx",
        "Rij 3 noemt de kolommen: Artikelnr., Omschrijving, Aantal (zakken)",
        "Is het dit artikel?",
        "Geen code en geen naam in deze rij",
        "Fijn zout 25 kg",
    ] {
        told(&read, sentence);
    }
    let form = read.form("/quick-order/check");
    assert_eq!(form.get("a.4"), demo::product_by_sku("010455").unwrap().to_string());
    assert_eq!((form.get("q.5"), form.get("q.7"), form.get("q.8"), form.get("q.10")), ("2", "1", "5", "2.5"));
    assert_eq!(form.get("w.1"), "Bestelling week 48", "what stands above is shown too");

    let read = upload(
        &mut an,
        "week 48.ods",
        &ods("<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Code</text:p></table:table-cell>\
              <table:table-cell office:value-type=\"string\"><text:p>Aantal</text:p></table:table-cell></table:table-row>\
              <table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>\
              <table:table-row><table:table-cell><text:p>010455</text:p></table:table-cell>\
              <table:table-cell office:value=\"4\"><text:p>4</text:p></table:table-cell></table:table-row>\
              <table:table-row><table:table-cell><text:p>Zout &amp; <text:span>peper</text:span></text:p></table:table-cell>\
              <table:table-cell table:formula=\"of:=[.B2]*2\"/></table:table-row>"),
    )
    .await;
    assert_eq!(read.status, StatusCode::OK, "{}", read.text());
    told(&read, "formule zonder uitkomst");
    let form = read.form("/quick-order/check");
    assert_eq!((form.get("w.4"), form.get("q.4"), form.get("w.5")), ("010455", "4", "Zout & peper"));
}

#[tokio::test]
async fn a_workbook_that_would_fill_the_memory_is_refused() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    // one row that says it stands there a million times, sixteen thousand cells wide
    let repeated = ods("<table:table-row table:number-rows-repeated=\"1000000\">\
        <table:table-cell table:number-columns-repeated=\"16384\"><text:p>010455</text:p></table:table-cell></table:table-row>");
    let refused = upload(&mut an, "veel.ods", &repeated).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    told(&refused, "hoogstens 5000 rijen");
    // cells in the four corners of a sheet
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, column) in [(0, 0), (0, 16_383), (1_048_575, 0), (1_048_575, 16_383)] {
        sheet.write_string(row, column, "010455 4").unwrap();
    }
    let read = upload(&mut an, "hoeken.xlsx", &book.save_to_buffer().unwrap()).await;
    assert_eq!(read.status, StatusCode::OK);
    assert_eq!(read.form("/quick-order/check").get("w.1048576"), "010455");
    // a million rows that are really there
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..6_000 {
        sheet.write_string(row, 0, "010455").unwrap();
        sheet.write_number(row, 1, 4).unwrap();
    }
    let refused = upload(&mut an, "rijen.xlsx", &book.save_to_buffer().unwrap()).await;
    told(&refused, "hoogstens 5000 rijen");
    let mut csv = b"code;aantal\n".to_vec();
    csv.extend(b"0;1\n".repeat(500_000));
    told(&upload(&mut an, "rijen.csv", &csv).await, "hoogstens 5000 rijen");
}

/// Five thousand rows nobody knows, in a list of five hundred: checked and shown, and sent back whole.
#[tokio::test]
async fn the_longest_list_is_taken() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let rows: String = (0..4_999).map(|n| format!("onbekend artikel nummer {n}\t{}\n", n % 7 + 1)).collect();
    let read = paste(&mut an, &format!("{rows}010455\t4\n")).await;
    assert_eq!(groups(&read), [("Na te kijken".to_owned(), 4_999), ("In orde".to_owned(), 1)]);
    let sent = an.submit("/quick-order/check", &read.form("/quick-order/check").set("go", "put")).await;
    assert_eq!(groups(&sent), [("Na te kijken".to_owned(), 4_999)]);
    assert_eq!(basket(&portal, &an).await, "010455:4");
}

#[tokio::test]
async fn encodings_and_separators_of_any_spreadsheet() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let utf16: Vec<u8> =
        "\u{feff}Référence\tQuantité\r\n010455\t4\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        "Référence;Quantité\n010455;4\n".as_bytes().to_vec(),
        b"R\xe9f\xe9rence;Quantit\xe9\r\n010455;4\r\n".to_vec(),
        "\u{feff}\"Référence\",\"Quantité\"\r\n\"010455\",\"4\"\r\n".as_bytes().to_vec(),
        b"Qty\tCode\n4\t010455".to_vec(),
        utf16,
    ] {
        let read = upload(&mut an, "lijst.csv", &bytes).await;
        assert_eq!(groups(&read), [("In orde".to_owned(), 1)], "{}", read.text());
        assert_eq!(read.form("/quick-order/check").get("q.2"), "4");
    }
}

/// What she downloads, fills in and sends back is understood; there is no price in it.
#[tokio::test]
async fn the_sample_comes_back_as_it_went() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let els = portal.person(ELS).await;
    let form = product_form("=1+1", "@SUM(A1) meel");
    store::products::create(&portal.db, &els, &form).await.unwrap();
    store::assortments::add(&portal.db, &els, demo::customer_id(0), "=1+1").await.unwrap();
    let actor = portal.actor(&an).await.unwrap();
    let list = store::assortments::list(&portal.db, &actor, portal.day(&actor).await).await.unwrap();
    for kind in ["xlsx", "csv"] {
        let request =
            axum::http::Request::get(format!("/quick-order/sample.{kind}")).body(axum::body::Body::empty()).unwrap();
        let response = an.open(request).await;
        assert!(response.headers()["content-disposition"].to_str().unwrap().contains(&format!("bestellijst.{kind}")));
        let bytes = http_body_util::BodyExt::collect(response.into_body()).await.unwrap().to_bytes().to_vec();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if kind == "csv" {
            assert!(text.contains("'=1+1;") && !text.contains(";=") && !text.contains(";@"), "{text}");
            assert!(!text.contains("17,5") && !text.contains("€"), "no prices: {text}");
        }
        let read = upload(&mut an, &format!("bestellijst.{kind}"), &bytes).await;
        assert_eq!(groups(&read), [("Zonder aantal".to_owned(), list.len())], "{}", read.text());
        assert_eq!(read.text().matches("Staat niet in uw lijst").count(), 0);
        // two are filled in
        let filled = read.form("/quick-order/check").set("q.2", "6").set("q.3", "6").set("go", "put");
        assert_eq!(an.submit("/quick-order/check", &filled).await.location(), "/basket");
        let two = format!("{} {}", list[0].sku, list[1].sku);
        let there = basket(&portal, &an).await;
        assert!(two.split(' ').all(|sku| there.contains(&format!("{sku}:6"))), "{there}");
    }
    // her kitchen may order without prices, and gets the same file
    let mut samir = portal.signed_in(SAMIR).await;
    assert_eq!(samir.get("/quick-order/sample.csv").await.status, StatusCode::OK);
}

async fn enter(an: &mut Browser, fields: &[(&str, &str)]) -> Answer {
    let answer = an.post("/quick-order/line", fields).await;
    if answer.status == StatusCode::SEE_OTHER { an.get(answer.location()).await } else { answer }
}

#[tokio::test]
async fn one_article_after_the_other_by_keyboard_and_scanner() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    // code and quantity; a scanner sends the digits alone
    let added = enter(&mut an, &[("code", "010455"), ("quantity", "4")]).await;
    told(&added, "nu 4 zakken in uw mandje");
    for _ in 0..2 {
        an.post("/quick-order/line", &[("code", "5419137104553")]).await;
    }
    let added =
        enter(&mut an, &[("code", "05419137104553"), ("recent", added.form("/quick-order/line").get("recent"))]).await;
    told(&added, "nu 7 zakken in uw mandje");
    assert_eq!(added.form("/quick-order/line").get("code"), "", "ready for the next");
    // the first scan of what is sold by twos is two
    told(&enter(&mut an, &[("code", "130220")]).await, "nu 2 dozen");
    assert_eq!(basket(&portal, &an).await, "010455:7 130220:2");
    // steps of what was entered
    let id = demo::product_by_sku("130220").unwrap().to_string();
    told(&enter(&mut an, &[("more", &id)]).await, "nu 4 dozen");
    enter(&mut an, &[("less", &id)]).await;
    told(&enter(&mut an, &[("less", &id)]).await, "ligt niet meer in uw mandje");

    let unknown = enter(&mut an, &[("code", "5400000000000"), ("quantity", "2")]).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    told(&unknown, "“5400000000000” staat niet in uw lijst");
    let form = unknown.form("/quick-order/line");
    assert_eq!((form.get("code"), form.get("quantity"), form.get("kept")), ("5400000000000", "2", "5400000000000\t2"));
    // it is kept while the next goes on, and looked at on the check screen
    let next = enter(&mut an, &[("code", "030105"), ("kept", form.get("kept"))]).await;
    let kept = next.form("/quick-order/line");
    assert_eq!(kept.get("kept"), "5400000000000\t2");
    let checked = an.post("/quick-order", &[("lines", ""), ("kept", kept.get("kept"))]).await;
    assert_eq!(checked.form("/quick-order/check").get("w.1"), "5400000000000");

    let which = enter(&mut an, &[("code", "tarwbloem"), ("quantity", "3")]).await;
    told(&which, "welk artikel bedoelt u?");
    let form = which.form("/quick-order/line");
    let chosen = demo::product_by_sku("010555").unwrap().to_string();
    let fields: Vec<_> =
        [("product", chosen.as_str()), ("asked", form.get("asked")), ("kept", form.get("kept"))].into();
    let settled = enter(&mut an, &fields).await;
    told(&settled, "nu 3 zakken in uw mandje");
    assert_eq!(settled.form("/quick-order/line").get("kept"), "", "what was meant is settled");

    for (quantity, said) in
        [("0", "dit is nodig"), ("veel", "“veel” is geen getal"), ("1,5", "kies 1 of 2"), ("-1", "")]
    {
        let refused = enter(&mut an, &[("code", "010455"), ("quantity", quantity)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{quantity}");
        told(&refused, said);
        assert_eq!(refused.form("/quick-order/line").get("quantity"), quantity);
    }
    assert_eq!(basket(&portal, &an).await, "010455:7 010555:3 030105:1");
    // not hers, and nobody's
    let other = portal.exclusive("990001", "Geheim meel").await;
    for fields in [[("code", "990001")], [("product", &*other.to_string())], [("more", &*other.to_string())]] {
        let refused = enter(&mut an, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(!refused.text().contains("Geheim"));
    }
    let nobody = ProductId(store::clock::new_id()).to_string();
    assert_eq!(enter(&mut an, &[("more", &nobody)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// Two colleagues who scan the same bag at once have two.
#[tokio::test]
async fn scans_at_the_same_moment_count_each() {
    let portal = TestPortal::open().await;
    let an = portal.signed_in(AN).await;
    let scans = (0..8).map(|_| {
        let mut an = an.clone();
        async move { an.post("/quick-order/line", &[("code", "010455")]).await.status }
    });
    for status in futures_util::future::join_all(scans).await {
        assert_eq!(status, StatusCode::SEE_OTHER);
    }
    let actor = portal.actor(&an).await.unwrap();
    assert_eq!(portal.basket(&actor).await.lines[0].quantity, Quantity::whole(8));
}
