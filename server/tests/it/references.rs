//! Ids inside forms: each one swapped for another customer's is not found or refused, and nothing is changed
//! (TRUST S2); and what nobody may set by naming it (S3).

use axum::http::StatusCode;
use domain::{Actor, Quantity};
use store::demo;

use crate::support::{AN, Browser, CLAIRE, GREET, MIA, TOM, TestPortal, quantity};

/// Everything of both customers that a form could change.
async fn all_there_is(portal: &TestPortal, tom: &Actor, people: [&Actor; 2]) -> String {
    let db = &portal.db;
    let mut all = String::new();
    for (index, actor) in people.into_iter().enumerate() {
        let customer = demo::customer_id(index);
        let heads = store::orders::history(db, actor, None, 10_000).await.unwrap().rows;
        for head in &heads {
            let order = portal.order(actor, head.id).await;
            all += &format!("{head:?} {} {:?}\n", order.version, order.lines);
        }
        all += &format!("{:#?}\n", store::customers::get(db, tom, customer).await.unwrap());
        all += &format!("{:#?}\n", store::customers::sites(db, tom, customer).await.unwrap());
        all += &format!("{:#?}\n", store::people::list(db, tom, customer).await.unwrap());
        let items = store::assortments::items(db, tom, customer, portal.day(actor).await).await.unwrap();
        all += &items
            .iter()
            .map(|i| format!("{} {} {} {:?}\n", i.sku, i.own_name, i.own_code, i.agreed))
            .collect::<String>();
        all += &format!("{:#?}\n", portal.basket(actor).await);
    }
    all + &format!("{:#?}", store::people::staff(db, tom).await.unwrap())
}

#[tokio::test]
async fn an_id_of_another_customer_inside_a_form_does_nothing() {
    let portal = TestPortal::open().await;
    let (an, claire, tom) = (portal.person(AN).await, portal.person(CLAIRE).await, portal.person(TOM).await);
    let only_theirs = portal.exclusive("770001", "Geheime truffelbloem").await.to_string();
    let foreign_order = portal.ordered(&claire, &[(0, 4)]).await.to_string();
    let own_order = portal.ordered(&an, &[(0, 4)]).await.to_string();
    portal.fill(&an, &[(1, 4)]).await;
    let basket = portal.basket(&an).await;
    let (version, order) = (basket.version.to_string(), basket.order.to_string());
    let day = portal.day(&an).await.to_string();
    let session_of = |email: &'static str| {
        let db = portal.db.clone();
        async move { store::sessions::sign_in(&db, email, demo::PASSWORD, "127.0.0.9", "hers").await.unwrap().0 }
    };
    let (claires, greets) = (session_of(CLAIRE).await, session_of(GREET).await);
    let (claires_handle, greets_handle) = (claires.hash(), greets.hash());
    let site = demo::site_id(1, 0).to_string();
    let (claire_id, mia_id, an_id) =
        (claire.user.to_string(), portal.person(MIA).await.user.to_string(), an.user.to_string());
    let (their_quantity, own_quantity) = (format!("quantity.{only_theirs}"), quantity(1));
    let own_name = format!("own_name.{only_theirs}");
    let of_a = format!("/desk/customers/{}", demo::customer_id(0));
    let sending = [("version", version.as_str()), ("delivery_on", day.as_str()), ("go", "send")];
    let person = [("name", "Rik"), ("email", "rik@example.com"), ("language", "nl"), ("role", "buyer")];

    let mut an_browser = portal.signed_in(AN).await;
    let mut greet = portal.signed_in(GREET).await;
    let mut mia = portal.acting(MIA, 0).await;
    let mut tom_browser = portal.signed_in(TOM).await;
    let before = all_there_is(&portal, &tom, [&an, &claire]).await;

    let staff_remove = format!("{of_a}/people/remove");
    let (sites, people, assortment) =
        (format!("{of_a}/sites/{site}"), format!("{of_a}/people"), format!("{of_a}/assortment"));
    let line = format!("/desk/orders/{own_order}/lines/2");
    type Attempt<'a> = (&'a str, Vec<(&'a str, &'a str)>);
    let of_an: Vec<Attempt> = vec![
        ("/account/site", vec![("site", &site)]),
        ("/account/sessions/end", vec![("session", &claires_handle)]),
        ("/account/sessions/end", vec![("session", &greets_handle)]),
        ("/basket/lines", vec![(&their_quantity, "1")]),
        ("/basket/lines", vec![(&own_quantity, "8"), (&their_quantity, "1")]),
        ("/basket/lines", vec![("more", &only_theirs)]),
        ("/basket/lines", vec![("usual", &only_theirs)]),
        ("/basket/lines", vec![("remove", &only_theirs)]),
        ("/basket/submission", [&sending[..], &[("order", foreign_order.as_str()), (&own_quantity, "4")]].concat()),
        ("/basket/submission", [&sending[..], &[("order", order.as_str()), (&their_quantity, "1")]].concat()),
        (
            "/basket/submission",
            [&sending[..], &[("order", order.as_str()), (&own_quantity, "4"), (&their_quantity, "1")]].concat(),
        ),
    ];
    let of_greet: Vec<Attempt> = vec![
        ("/account/people", [&person[..], &[("site", site.as_str())]].concat()),
        ("/account/people/remove", vec![("user", &claire_id)]),
        ("/account/people/remove", vec![("user", &mia_id)]),
        ("/account/people", vec![("name", "Mia"), ("email", MIA), ("language", "nl"), ("role", "buyer")]),
        (
            "/account/people",
            vec![("name", "Rik"), ("email", "rik@example.com"), ("language", "nl"), ("role", "administrator")],
        ),
    ];
    let of_mia: Vec<Attempt> = vec![
        ("/account/site", vec![("site", &site)]),
        ("/basket/submission", [&sending[..], &[("order", foreign_order.as_str()), (&own_quantity, "4")]].concat()),
        ("/basket/lines", vec![(&their_quantity, "1")]),
    ];
    let of_tom: Vec<Attempt> = vec![
        (&sites, vec![("code", "X"), ("name", "Gekaapt")]),
        (&people, [&person[..], &[("site", site.as_str())]].concat()),
        (&staff_remove, vec![("user", &claire_id)]),
        (&staff_remove, vec![("user", &mia_id)]),
        (&assortment, vec![("version", "1"), (&own_name, "van hen")]),
        (&assortment, vec![("version", "1"), ("remove", &only_theirs)]),
        ("/desk/staff/remove", vec![("user", &an_id)]),
        (&line, vec![("version", "1"), ("adjust.2", "1"), ("cause.2", "short")]),
    ];
    let mut wrong = Vec::new();
    let turns: [(&str, &mut Browser, Vec<Attempt>); 4] = [
        ("An", &mut an_browser, of_an),
        ("Greet", &mut greet, of_greet),
        ("Mia for Peeters", &mut mia, of_mia),
        ("Tom", &mut tom_browser, of_tom),
    ];
    for (who, browser, attempts) in turns {
        for (path, fields) in attempts {
            let answer = browser.post(path, &fields).await;
            let refused = matches!(answer.status.as_u16(), 403 | 404 | 422);
            let changed = all_there_is(&portal, &tom, [&an, &claire]).await != before;
            let echoed =
                who != "Tom" && (answer.text().contains("truffelbloem") || answer.text().contains("Brasserie Nord"));
            if !refused || changed || echoed {
                wrong.push(format!("{who} {path} {fields:?} → {} changed={changed} echoed={echoed}", answer.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    for token in [claires, greets] {
        assert!(store::sessions::held(&portal.db, &token.0).await.unwrap().is_some(), "others stay signed in");
    }
}

#[tokio::test]
async fn a_pending_invitation_of_another_customer_cannot_be_taken_over() {
    let portal = TestPortal::open().await;
    let tom = portal.person(TOM).await;
    let form = store::people::PersonForm {
        name: "Karim Benali".into(),
        email: "karim@brasserienord.example".into(),
        language: "fr".into(),
        role: "customer_admin".into(),
        site: String::new(),
    };
    store::people::invite(&portal.db, &tom, demo::customer_id(1), &form).await.unwrap().expect("a link for Karim");
    let mut greet = portal.signed_in(GREET).await;
    let fields = [("name", "K"), ("email", "karim@brasserienord.example"), ("language", "nl"), ("role", "buyer")];
    let answer = greet.post("/account/people", &fields).await;
    assert!(!answer.status.is_server_error());
    // whoever has a link chooses the password, and with it signs in at the other customer
    let link = answer.text().split("/invitation/").nth(1).map(|rest| rest[..64].to_owned());
    if let Some(token) = link {
        let mut thief = portal.browser();
        thief.post(&format!("/invitation/{token}"), &[("password", "drie broden op zaterdag")]).await;
        thief
            .post("/sign-in", &[("email", "karim@brasserienord.example"), ("password", "drie broden op zaterdag")])
            .await;
        let site = demo::site_id(1, 0).to_string();
        thief.post("/account/site", &[("site", &site)]).await;
        let at = portal.actor(&thief).await.and_then(|a| a.at().map(|at| at.customer_name.clone()));
        assert_ne!(at.as_deref(), Some("Brasserie Nord"), "the administrator of a customer signs in as another's");
    }
}

/// Nobody proves that an address is his: whoever prepares an account for somebody else must not hold its key later.
#[tokio::test]
async fn an_account_that_somebody_prepared_is_no_way_in_later() {
    const LURED: &str = "nieuw@korenmolen.example";
    const SECRET: &str = "drie broden op zaterdag";
    let portal = TestPortal::open().await;
    let mut greet = portal.signed_in(GREET).await;
    let invite = async |greet: &mut Browser, email: &str| {
        let fields = [("name", "Nieuw"), ("email", email), ("language", "nl"), ("role", "buyer")];
        let answer = greet.post("/account/people", &fields).await;
        answer.text().split("/invitation/").nth(1).map(|rest| rest[..64].to_owned())
    };
    let first = invite(&mut greet, LURED).await.expect("a link");
    let second = invite(&mut greet, LURED).await.expect("a link once more");
    let mut thief = portal.browser();
    assert_eq!(
        thief.get(&format!("/invitation/{first}")).await.status,
        StatusCode::NOT_FOUND,
        "a new link ends the old"
    );
    thief.post(&format!("/invitation/{second}"), &[("password", SECRET)]).await;
    assert_eq!(thief.sign_in(LURED, SECRET).await.location(), "/");
    let user = portal.actor(&thief).await.unwrap().user.to_string();
    let kept = invite(&mut greet, LURED).await.expect("for who forgot his password");
    greet.post("/account/people/remove", &[("user", &user)]).await;
    assert!(portal.actor(&thief).await.is_none(), "no session outlives the last role");
    // staff take on the real owner of the address
    let form = store::people::PersonForm {
        name: "Nieuw".into(),
        email: LURED.into(),
        language: "nl".into(),
        role: "administrator".into(),
        site: String::new(),
    };
    let tom = portal.person(TOM).await;
    let link = store::people::invite_staff(&portal.db, &tom, &form).await.unwrap().expect("a fresh link");
    assert_ne!(thief.sign_in(LURED, SECRET).await.status, StatusCode::SEE_OTHER, "the known password is dead");
    assert_eq!(thief.get(&format!("/invitation/{kept}")).await.status, StatusCode::NOT_FOUND, "and the kept link");
    let mut owner = portal.browser();
    owner.post(&format!("/invitation/{}", link.0), &[("password", "vier koeken op maandag")]).await;
    assert_eq!(owner.sign_in(LURED, "vier koeken op maandag").await.location(), "/");
}

#[tokio::test]
async fn inviting_a_known_address_does_not_tell_whose_it_is() {
    let portal = TestPortal::open().await;
    let mut greet = portal.signed_in(GREET).await;
    let fields = [("name", "Iemand"), ("email", CLAIRE), ("language", "nl"), ("role", "buyer")];
    let known = greet.post("/account/people", &fields).await;
    assert!(!known.text().contains("Claire Dubois"), "the name another customer gave is shown");
}

#[tokio::test]
async fn what_one_customer_does_leaves_the_sessions_of_another_alone() {
    let portal = TestPortal::open().await;
    let claire = portal.signed_in(CLAIRE).await;
    let claire_id = portal.actor(&claire).await.unwrap().user.to_string();
    let mut greet = portal.signed_in(GREET).await;
    greet
        .post("/account/people", &[("name", "Iemand"), ("email", CLAIRE), ("language", "nl"), ("role", "buyer")])
        .await;
    greet.post("/account/people/remove", &[("user", &claire_id)]).await;
    assert!(portal.actor(&claire).await.is_some(), "Claire was signed out by another customer");
    let claire = portal.person(CLAIRE).await;
    assert_eq!(claire.at().unwrap().customer, demo::customer_id(1));
}

/// Every column of an order and its lines, and the names scripts try.
const COLUMNS: [&str; 42] = [
    "id",
    "number",
    "customer",
    "customer_id",
    "site",
    "site_id",
    "state",
    "status",
    "entered_by",
    "entered_by_name",
    "on_behalf",
    "submitted_at",
    "cut_off_at",
    "lines",
    "net",
    "gross",
    "total",
    "totals",
    "attention",
    "exceptions",
    "basket_version",
    "price",
    "unit_price",
    "list_price",
    "list_tiers",
    "tiers",
    "amount",
    "discount",
    "vat",
    "trace",
    "line",
    "product_id",
    "sku",
    "name",
    "factor",
    "minimum",
    "multiple",
    "ordered",
    "confirmed",
    "delivered",
    "approved_by",
    "role",
];

#[tokio::test]
async fn a_buyer_sets_nothing_by_naming_its_column() {
    let portal = TestPortal::open().await;
    let (an, claire) = (portal.person(AN).await, portal.person(CLAIRE).await);
    let honest = portal.ordered(&an, &[(0, 4)]).await;
    let honest = portal.order(&an, honest).await;
    let mut browser = portal.signed_in(AN).await;
    let product = demo::product_id(0);
    let claires = claire.at().unwrap().customer.to_string();
    let mut extra: Vec<(String, &str)> = Vec::new();
    for column in COLUMNS {
        for name in
            [column.to_owned(), format!("{column}.{product}"), format!("order.{column}"), format!("lines[0][{column}]")]
        {
            extra.push((name, if column.contains("customer") { &claires } else { "1" }));
        }
    }
    let with_extra = |fields: &[(String, String)]| -> Vec<(String, String)> {
        fields.iter().cloned().chain(extra.iter().map(|(n, v)| (n.clone(), (*v).to_owned()))).collect()
    };
    async fn post(browser: &mut Browser, path: &str, fields: &[(String, String)]) -> crate::support::Answer {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        browser.post(path, &fields).await
    }
    let site = ("site".to_owned(), an.at().unwrap().site.to_string());
    post(&mut browser, "/basket/lines", &with_extra(&[site, (quantity(0), "4".into())])).await;
    let form = browser.get("/basket").await.form("/basket/submission").set("go", "send");
    let answer = post(&mut browser, "/basket/submission", &with_extra(&form.0)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let id = answer.location().strip_prefix("/orders/").and_then(|l| l.split('?').next()).unwrap().parse().unwrap();
    let sent = portal.order(&an, id).await;
    assert_eq!((sent.head.state, sent.head.on_behalf, sent.version), (honest.head.state, false, 1));
    assert_eq!((sent.head.site, sent.head.entered_by.as_str()), (honest.head.site, "An Peeters"));
    assert_eq!(sent.totals, honest.totals);
    assert_eq!(sent.lines[0].price, honest.lines[0].price);
    assert_eq!((sent.lines[0].ordered, sent.lines[0].delivered), (Quantity::whole(4), None));
}
