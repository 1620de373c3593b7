//! Every page for everybody it is for: it renders, in his language, and nothing of the inside shows.

use std::collections::BTreeSet;

use axum::http::Method;
use server::routes::{Who, routes};
use store::{
    demo,
    sheets::{self, files},
};

use crate::{
    isolation::{rights, send_file, uploaded},
    support::{AN, Answer, Browser, CLAIRE, ELS, GREET, JEF, LUC, MIA, SAMIR, TOM, TestPortal, picture, quantity},
};

/// What every page has; what is wrong with this one.
fn trouble(answer: &Answer, lang: &str) -> Vec<String> {
    let html = &answer.body;
    let mut wrong = Vec::new();
    let mut check = |right: bool, what: String| {
        if !right {
            wrong.push(what);
        }
    };
    check(html.matches("<h1").count() == 1, format!("{} headings of the first level", html.matches("<h1").count()));
    check(html.contains(&format!("<html lang=\"{lang}\"")), format!("is not in {lang}"));
    check(html.contains("<title>") && !html.contains("<title> ·"), "has no title".into());
    check(html.contains("id=\"main\""), "the skip link leads nowhere".into());
    let visible: String =
        html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| format!("{text} ")).collect();
    for leak in ["Some(", "None", "Ok(", "Err(", "undefined", "NaN", "{:?}", "Refusal", "DbErr", "panicked"] {
        let words = || visible.split(|c: char| c.is_whitespace() || c == ',');
        check(
            !words().any(|word| word == leak || leak.ends_with('(') && word.starts_with(leak)),
            format!("{leak} shows"),
        );
    }
    let values = |name: &str| -> Vec<String> {
        let start = format!(" {name}=\"");
        html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    };
    let mut ids = BTreeSet::new();
    for id in values("id") {
        check(ids.insert(id.clone()), format!("the id {id} stands twice"));
    }
    for target in [values("for"), values("aria-describedby"), values("aria-labelledby")].concat() {
        for target in target.split(' ') {
            check(ids.contains(target), format!("refers to {target}, which is not there"));
        }
    }
    wrong
}

/// Notes what is wrong with a page; the same trouble for several people is noted once.
#[derive(Default)]
struct Troubles(BTreeSet<String>);

impl Troubles {
    fn look(&mut self, answer: &Answer, lang: &str, what: &str) {
        self.0.extend(trouble(answer, lang).into_iter().map(|trouble| format!("{what}: {trouble}")));
    }

    fn none(self) {
        assert!(self.0.is_empty(), "{:#?}", self.0);
    }
}

async fn bookkeeper(portal: &TestPortal) -> Browser {
    let form = store::people::PersonForm {
        name: "Bea".into(),
        email: "bea@bakkerijpeeters.example".into(),
        language: "fr".into(),
        role: "bookkeeper".into(),
        site: String::new(),
    };
    let tom = portal.person(TOM).await;
    let token = store::people::invite(&portal.db, &tom, demo::customer_id(0), &form).await.unwrap().unwrap();
    store::people::accept_invitation(&portal.db, &token.0, "drie broden op zaterdag").await.unwrap();
    let mut browser = portal.browser();
    browser.sign_in("bea@bakkerijpeeters.example", "drie broden op zaterdag").await;
    browser
}

#[tokio::test]
async fn every_page_for_every_role() {
    let mut pages = Troubles::default();
    let portal = TestPortal::open().await;
    let orders = [
        portal.ordered(&portal.person(AN).await, &[(0, 4), (8, 2)]).await,
        portal.ordered(&portal.person(CLAIRE).await, &[(0, 4)]).await,
    ];
    portal.fill(&portal.person(JEF).await, &[(1, 4)]).await;
    let promotion = portal.promotion("010455").await;
    let claire = portal.person(CLAIRE).await;
    let form = store::shopping_lists::ListForm { name: "Zaal".into(), ..Default::default() };
    let source = store::shopping_lists::Source::Product(demo::product_id(0));
    let day = portal.day(&claire).await;
    let zaal = store::shopping_lists::create(&portal.db, &claire, &form, source, day).await.unwrap();
    let lists = [demo::list_id("Zaterdag").unwrap(), zaal];
    let announcement = portal.announcement("010655").await;
    let revision = portal.revision(0).await;
    portal.sample(&portal.person(JEF).await, "010455").await;
    let (els, product) = (portal.person(ELS).await, demo::product_id(0));
    files::add_picture(&portal.db, &els, product, picture(false)).await.unwrap();
    files::add_document(&portal.db, &els, product, b"%PDF-1.7 %%EOF".to_vec(), "").await.unwrap();
    let sheet = sheets::edited(&portal.db, &els, Some(product)).await.unwrap();
    let (picture_of, sheet_of) = (sheet.pictures[0].hash.clone(), sheet.documents[0].hash.clone());
    let mut people: Vec<(&str, Browser)> = vec![("bookkeeper", bookkeeper(&portal).await)];
    for email in [AN, JEF, GREET, CLAIRE, SAMIR, MIA, LUC, ELS, TOM] {
        people.push((email, portal.signed_in(email).await));
    }
    people.push(("Luc, acting", portal.acting(LUC, 0).await));
    let mut wrong = Vec::new();
    for (name, browser) in &mut people {
        let actor = portal.actor(browser).await.unwrap();
        let own = usize::from(actor.at().is_some_and(|at| at.customer == demo::customer_id(1)));
        let upload = uploaded(&send_file(browser).await);
        for (_, path, who, _) in
            routes().into_iter().filter(|(method, path, ..)| *method == Method::GET && *path != "/events")
        {
            let to = path
                .replace("{order}", &orders[own].to_string())
                .replace("{customer}", &demo::customer_id(own).to_string())
                .replace("{product}", &demo::product_id(0).to_string())
                .replace("{promotion}", &promotion.to_string())
                .replace("{announcement}", &announcement.to_string())
                .replace("{revision}", &revision.to_string())
                .replace("{hash}", if path.contains("/pictures/") { &picture_of } else { &sheet_of })
                .replace("{file}", "prices.csv")
                .replace("{upload}", &upload)
                .replace("{list}", &lists[own].to_string())
                .replace("{token}", "none");
            let answer = browser.get(&to).await;
            let for_him = match who {
                Who::Anybody | Who::Oneself => true,
                Who::Customer => actor.at().is_some(),
                Who::Staff => actor.is_staff(),
            };
            let permitted = rights(&Method::GET, path).is_some_and(|rights| rights.iter().all(|r| actor.can(*r)));
            let expected = match path {
                "/" | "/sign-in" => 303,
                "/invitation/{token}" | "/setup/{token}" => 404,
                _ if !for_him => 404,
                _ if !permitted => 403,
                _ => 200,
            };
            if answer.status.as_u16() != expected {
                wrong.push(format!("{name} {path}: {expected} expected, got {}", answer.status));
            }
            if answer.header("content-type").starts_with("text/html") {
                pages.look(&answer, actor.language.code(), path);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    pages.none();
}

#[tokio::test]
async fn every_page_in_every_language() {
    let mut pages = Troubles::default();
    let portal = TestPortal::open().await;
    let order = portal.ordered(&portal.person(AN).await, &[(0, 4)]).await;
    let customer = demo::customer_id(0);
    let revision = portal.revision(0).await;
    let (mut greet, mut tom) = (portal.signed_in(GREET).await, portal.signed_in(TOM).await);
    for lang in ["nl", "fr", "en"] {
        for browser in [&mut greet, &mut tom] {
            browser.post("/language", &[("lang", lang), ("back", "/")]).await;
        }
        greet.post("/basket/lines", &[(&quantity(0), "4")]).await;
        for path in [
            "/order",
            "/order?show=usual",
            "/order?q=nietsvandien",
            "/basket",
            "/orders",
            "/account",
            &format!("/orders/{order}?placed=true"),
        ] {
            pages.look(&greet.get(path).await, lang, path);
        }
        let id = format!("/desk/orders/{order}");
        let paths = [
            "/desk",
            "/desk?state=accepted",
            &id,
            "/desk/customers",
            "/desk/customers/new",
            "/desk/products",
            "/desk/products/new",
            "/desk/staff",
        ];
        for path in paths {
            pages.look(&tom.get(path).await, lang, path);
        }
        for path in [
            format!("/desk/customers/{customer}"),
            format!("/desk/customers/{customer}/assortment?q=bloem"),
            format!("/desk/products/{}", demo::product_id(0)),
            "/desk/prices".to_owned(),
            "/desk/prices/revisions/new".to_owned(),
            format!("/desk/prices/revisions/new?customer={customer}"),
            format!("/desk/prices/revisions/{revision}"),
        ] {
            pages.look(&tom.get(&path).await, lang, &path);
        }
        let mut nobody = portal.browser();
        nobody.language = Some(lang);
        pages.look(&nobody.get("/sign-in").await, lang, "/sign-in");
        pages.look(&nobody.get("/invitation/none").await, lang, "/invitation");
        pages.look(&nobody.get("/nowhere").await, lang, "/nowhere");
        // and the refused forms
        pages.look(&greet.post("/basket/lines", &[(&quantity(0), "abc")]).await, lang, "a refused list");
        let form = greet.get("/basket").await.form("/basket/submission").set("note", "\u{202e}").set("go", "send");
        pages.look(&greet.submit("/basket/submission", &form).await, lang, "a refused basket");
        pages.look(&greet.post("/account/people", &[("email", "x")]).await, lang, "a refused person");
        pages.look(
            &tom.post(&format!("/desk/customers/{customer}"), &[("version", "1"), ("name", "")]).await,
            lang,
            "a refused customer",
        );
        let site = format!("/desk/customers/{customer}/sites/{}", demo::site_id(0, 0));
        pages.look(&tom.post(&site, &[("name", "")]).await, lang, "a refused site");
        pages.look(
            &tom.post(&format!("/desk/customers/{customer}/people"), &[("email", "x")]).await,
            lang,
            "a refused person of a customer",
        );
        pages.look(&tom.post("/desk/products", &[("sku", "")]).await, lang, "a refused product");
        pages.look(&tom.post("/desk/staff", &[("email", "x")]).await, lang, "a refused colleague");
        pages.look(
            &tom.post(&format!("{id}/declining"), &[("version", "1"), ("reason", "")]).await,
            lang,
            "a refused refusal",
        );
        pages.look(
            &tom.post(&format!("{id}/lines/1"), &[("version", "1"), ("adjust.1", "x")]).await,
            lang,
            "a refused adjustment",
        );
    }
    pages.none();
}

#[tokio::test]
async fn every_hostile_question_is_answered() {
    let mut pages = Troubles::default();
    let portal = TestPortal::open().await;
    let (mut an, mut tom) = (portal.signed_in(AN).await, portal.signed_in(TOM).await);
    let long = "x".repeat(5_000);
    let hostile = [
        "%00",
        "%ff",
        "'%20OR%201=1--",
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "%E2%80%AE",
        "1_2_3",
        "_",
        "9223372036854775808_x_y",
        "-1_-1_00000000-0000-0000-0000-000000000000",
        "%F0%9F%A5%96",
        "%25",
        "a%0d%0aSet-Cookie:%20x=y",
        &long,
        "{{7*7}}",
        "..%2f..",
    ];
    for value in hostile {
        for (staff, path, names) in [
            (false, "/order", &["q", "show", "category", "saved"][..]),
            (false, "/orders", &["after"]),
            (false, "/basket", &["q"]),
            (true, "/desk", &["q", "after", "state", "saved", "done"]),
            (true, "/desk/customers", &["q"]),
            (true, "/desk/products", &["q"]),
        ] {
            let browser = if staff { &mut tom } else { &mut an };
            for name in names {
                let to = format!("{path}?{name}={value}");
                let answer = browser.get(&to).await;
                let what = &to[..to.len().min(80)];
                assert_eq!(answer.status, 200, "{what}");
                assert!(!answer.body.contains("<script>alert"), "{what} is alive");
                assert!(answer.headers.get("set-cookie").is_none());
                pages.look(&answer, "nl", what);
            }
        }
    }
    pages.none();
}

#[tokio::test]
async fn a_site_where_the_lorry_never_comes_still_has_its_pages() {
    let mut pages = Troubles::default();
    let portal = TestPortal::open().await;
    let mut tom = portal.signed_in(TOM).await;
    let page = format!("/desk/customers/{}", demo::customer_id(1));
    let action = format!("{page}/sites/{}", demo::site_id(1, 0));
    let mut form = tom.get(&page).await.form(&action);
    form.0.retain(|(name, _)| name != "delivery_days");
    assert_eq!(tom.submit(&action, &form).await.status, 303);
    let mut claire = portal.signed_in(CLAIRE).await;
    let list = claire.get("/order").await;
    pages.look(&list, "fr", "the list");
    assert!(list.text().contains("Aucune livraison prévue"));
    claire.post("/basket/lines", &[(&quantity(0), "4")]).await;
    let basket = claire.get("/basket").await;
    pages.look(&basket, "fr", "the basket");
    let form = basket.form("/basket/submission").set("delivery_on", "2026-11-25").set("go", "send");
    let answer = claire.submit("/basket/submission", &form).await;
    assert_eq!(answer.status, 422);
    pages.look(&answer, "fr", "the refused basket");
    pages.none();
}

#[tokio::test]
async fn a_portal_before_its_first_day_has_its_pages_too() {
    let mut pages = Troubles::default();
    let (db, _kept) = store::Db::ephemeral(store::Clock::still_at(crate::support::monday())).await.unwrap();
    let settings = server::portal::Settings { base_url: crate::support::HOME.into(), behind_proxy: false };
    let portal = server::Portal::new(db.clone(), settings).await.unwrap();
    let mut browser = Browser::of(server::router(portal));
    pages.look(&browser.get("/sign-in").await, "nl", "/sign-in");
    assert_eq!(browser.get("/order").await.location(), "/sign-in?next=%2Forder");
    let token = store::people::setup_token(&db).await.unwrap().unwrap().0;
    let path = format!("/setup/{token}");
    pages.look(&browser.get(&path).await, "nl", "/setup");
    let good = [
        ("distributor", "Graan & Co"),
        ("name", "Rik"),
        ("email", "rik@graan.example"),
        ("password", "drie broden op zaterdag"),
    ];
    for (field, value) in
        [("distributor", ""), ("name", ""), ("email", "x"), ("password", "short"), ("distributor", "a\0b")]
    {
        let form: Vec<(&str, &str)> = good.iter().map(|(n, v)| (*n, if *n == field { value } else { *v })).collect();
        let answer = browser.post(&path, &form).await;
        assert_eq!(answer.status, 422, "{field}");
        pages.look(&answer, "nl", "a refused set-up");
    }
    assert_eq!(browser.post(&path, &good).await.location(), "/sign-in");
    assert_eq!(browser.post(&path, &good).await.status, 404, "it works once");
    assert_eq!(browser.get(&format!("/setup/{}", store::clock::new_token().0)).await.status, 404);
    assert_eq!(browser.sign_in("rik@graan.example", "drie broden op zaterdag").await.status, 303);
    for path in [
        "/desk",
        "/desk/customers",
        "/desk/products",
        "/desk/staff",
        "/account",
        "/desk/customers/new",
        "/desk/products/new",
    ] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        pages.look(&answer, "nl", path);
        assert!(answer.text().contains("Graan & Co"), "{path}: the distributor's name");
    }
    pages.none();
}
