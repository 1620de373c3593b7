//! The small world behind the real router, and browsers that walk in it: no socket, a clock that stands still.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use chrono::{DateTime, Utc};
use domain::{Actor, OrderId, ProductId, Quantity};
use http_body_util::BodyExt;
use server::{Portal, portal::Settings};
use store::{Clock, Db, demo};
use tower::ServiceExt;

pub const AN: &str = "an@bakkerijpeeters.example";
pub const JEF: &str = "jef@bakkerijpeeters.example";
pub const GREET: &str = "greet@bakkerijpeeters.example";
/// Administrator of the other customer.
pub const CLAIRE: &str = "claire@brasserienord.example";
/// Her kitchen, which sees no prices.
pub const SAMIR: &str = "samir@brasserienord.example";
pub const MIA: &str = "mia@korenmolen.example";
pub const LUC: &str = "luc@korenmolen.example";
pub const ELS: &str = "els@korenmolen.example";
pub const TOM: &str = "tom@korenmolen.example";

/// Where the portal is reached.
pub const HOME: &str = "http://portal.test";

/// A Monday morning in Gent: 08:00, six hours before the cut-off.
pub fn monday() -> DateTime<Utc> {
    "2026-11-23T07:00:00Z".parse().expect("an instant")
}

pub struct TestPortal {
    pub db: Db,
    pub portal: Portal,
    router: Router,
    _kept: store::Ephemeral,
}

impl TestPortal {
    pub async fn open() -> TestPortal {
        TestPortal::open_at(HOME).await
    }

    pub async fn open_at(base_url: &str) -> TestPortal {
        let (db, kept) = Db::ephemeral(Clock::still_at(monday())).await.expect("a database");
        demo::seed(&db, demo::World::Small).await.expect("the small world");
        let settings = Settings { base_url: base_url.to_owned(), behind_proxy: false };
        let portal = Portal::new(db.clone(), settings).await.expect("a portal");
        TestPortal { db, router: server::router(portal.clone()), portal, _kept: kept }
    }

    /// Nobody yet.
    pub fn browser(&self) -> Browser {
        Browser::of(self.router.clone())
    }

    pub async fn signed_in(&self, email: &str) -> Browser {
        let mut browser = self.browser();
        let answer = browser.sign_in(email, demo::PASSWORD).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{email} signs in: {}", answer.body);
        browser
    }

    /// Staff, ordering for the first customer.
    pub async fn acting(&self, email: &str, customer: usize) -> Browser {
        let mut browser = self.signed_in(email).await;
        let answer = browser.post(&format!("/desk/customers/{}/acting", demo::customer_id(customer)), &[]).await;
        assert_eq!(answer.location(), "/order", "{email} acts");
        browser
    }

    /// Who the holder of this browser is to the store.
    pub async fn actor(&self, browser: &Browser) -> Option<Actor> {
        Some(store::sessions::held(&self.db, browser.token()?).await.expect("reads")?.actor)
    }

    /// The same person, straight from the store.
    pub async fn person(&self, email: &str) -> Actor {
        let token =
            store::sessions::sign_in(&self.db, email, demo::PASSWORD, "127.0.0.1", "test").await.expect("signs in").0;
        store::sessions::held(&self.db, &token.0).await.expect("reads").expect("is signed in").actor
    }

    pub async fn day(&self, actor: &Actor) -> chrono::NaiveDate {
        let (at, now) = (actor.at().expect("stands at a counter"), self.db.now());
        store::distributor::counter(self.db.read(), at, now).await.expect("a counter").price_day(now)
    }

    /// Puts whole units of the world's products into the actor's basket.
    pub async fn fill(&self, actor: &Actor, lines: &[(usize, i64)]) {
        let lines: Vec<_> = lines.iter().map(|(p, units)| (demo::product_id(*p), Quantity::whole(*units))).collect();
        store::baskets::set(&self.db, actor, &lines, self.day(actor).await).await.expect("fills the basket");
    }

    pub async fn basket(&self, actor: &Actor) -> domain::basket::Basket {
        store::baskets::get(&self.db, actor, self.day(actor).await).await.expect("reads the basket")
    }

    /// An order of these lines, sent by the actor.
    pub async fn ordered(&self, actor: &Actor, lines: &[(usize, i64)]) -> OrderId {
        self.fill(actor, lines).await;
        let basket = self.basket(actor).await;
        let submission = store::orders::Submission {
            order: basket.order,
            basket_version: basket.version,
            delivery_on: self.day(actor).await,
            reference: String::new(),
            note: String::new(),
            lines: basket.lines.iter().map(|a| (a.product, a.quantity)).collect(),
            prices: Vec::new(),
            bundles: Vec::new(),
        };
        store::orders::submit(&self.db, actor, &submission).await.expect("orders")
    }

    pub async fn order(&self, actor: &Actor, id: OrderId) -> domain::order::Order {
        store::orders::get(&self.db, actor, id).await.expect("the order")
    }

    /// How many orders the actor may see.
    pub async fn count(&self, actor: &Actor) -> usize {
        store::orders::history(&self.db, actor, None, 10_000).await.expect("reads").rows.len()
    }

    pub async fn promotion(&self, sku: &str) -> domain::PromotionId {
        let form = store::promotions::PromotionForm {
            name_nl: "Bloemenweek".into(),
            kind: "percent".into(),
            value: "5".into(),
            from: "2026-11-23".into(),
            until: "2026-11-30".into(),
            products: sku.into(),
            ..Default::default()
        };
        let els = self.person(ELS).await;
        store::promotions::save(&self.db, &els, None, &form).await.expect("a promotion")
    }

    /// An announcement of a product, for everybody, with samples.
    pub async fn announcement(&self, sku: &str) -> domain::AnnouncementId {
        let form = store::announcements::AnnouncementForm {
            sku: sku.into(),
            text_nl: "Vers van de molen".into(),
            from: "2026-11-23".into(),
            until: "2026-11-30".into(),
            beyond: true,
            samples: true,
            ..Default::default()
        };
        let els = self.person(ELS).await;
        store::announcements::save(&self.db, &els, None, &form).await.expect("an announcement")
    }

    /// A price of an article from December on, as a grid would send it.
    pub async fn row_to_revise(&self, of: &store::revisions::Of, sku: &str, price: &str) -> store::revisions::RowForm {
        let els = self.person(ELS).await;
        let form = store::revisions::ProposalForm { pasted: format!("{sku}\t{price}"), ..Default::default() };
        let day = "2026-12-01".parse().expect("a day");
        let proposal = store::revisions::propose(&self.db, &els, of, day, &form).await.expect("a proposal");
        let row = proposal.rows.first().expect("a row");
        let (price, tiers) = (price.to_owned(), String::new());
        store::revisions::RowForm { product: row.product, seen: row.seen(), price, tiers, sure: false }
    }

    /// A price of a customer that was revised, of an article of its own.
    pub async fn revision(&self, customer: usize) -> domain::RevisionId {
        let els = self.person(ELS).await;
        let sku = format!("6{}", &store::clock::new_id().simple().to_string()[16..]);
        store::products::create(&self.db, &els, &product_form(&sku, "Lijnzaad")).await.expect("a product");
        let with = store::agreements::With::Customer(demo::customer_id(customer));
        let of = store::revisions::Of::With(with);
        let row = self.row_to_revise(&of, &sku, "17,50").await;
        store::revisions::publish(&self.db, &els, &of, "2026-12-01", &[row]).await.expect("a revision")
    }

    /// A sample that somebody asked for.
    pub async fn sample(&self, actor: &Actor, sku: &str) -> domain::SampleId {
        let announcement = self.announcement(sku).await;
        let today = monday().date_naive();
        let wants = domain::announcement::Wants::Sample;
        store::samples::ask(&self.db, actor, announcement, wants, today).await.expect("asks");
        let own = store::samples::own(&self.db, actor).await.expect("reads");
        own.into_iter().find(|r| r.sku == sku).expect("a request").id
    }

    /// A product that only the second customer may order.
    pub async fn exclusive(&self, sku: &str, name: &str) -> ProductId {
        let els = self.person(ELS).await;
        let form = product_form(sku, name);
        let id = store::products::create(&self.db, &els, &form).await.expect("a product");
        store::assortments::add(&self.db, &els, demo::customer_id(1), sku).await.expect("an item");
        id
    }
}

pub fn product_form(sku: &str, name: &str) -> store::products::ProductForm {
    store::products::ProductForm {
        sku: sku.to_owned(),
        name_nl: name.to_owned(),
        category: "flour".to_owned(),
        base_unit: "KGM".to_owned(),
        unit: "BG".to_owned(),
        factor: "25".to_owned(),
        minimum: "1".to_owned(),
        multiple: "1".to_owned(),
        list_price: "18,25".to_owned(),
        vat: "6".to_owned(),
        ..Default::default()
    }
}

/// A browser of one person: it keeps its cookies and says where its requests come from.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    pub cookies: BTreeMap<String, String>,
    /// What it says in `Sec-Fetch-Site`.
    site: Option<&'static str>,
    /// What it says in `Accept-Language`.
    pub language: Option<&'static str>,
}

impl Browser {
    /// One that has never been here.
    pub fn of(router: Router) -> Browser {
        Browser { router, cookies: BTreeMap::new(), site: Some("same-origin"), language: None }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        self.send(request).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(form_request(path, fields)).await
    }

    pub async fn submit(&mut self, path: &str, form: &Form) -> Answer {
        let fields: Vec<(&str, &str)> = form.0.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        self.post(path, &fields).await
    }

    /// As the islands do: the same form, an answer for a script.
    pub async fn script(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut request = form_request(path, fields);
        request.headers_mut().insert(header::ACCEPT, "application/json".parse().expect("a value"));
        self.send(request).await
    }

    pub async fn sign_in(&mut self, email: &str, password: &str) -> Answer {
        self.post("/sign-in", &[("email", email), ("password", password), ("next", "")]).await
    }

    /// Sends what it is given, with its cookies.
    pub async fn send(&mut self, request: Request<Body>) -> Answer {
        let (head, body) = self.open(request).await.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        Answer { status: head.status, headers: head.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// The answer with its body still to come.
    pub async fn open(&mut self, mut request: Request<Body>) -> axum::response::Response {
        let headers = request.headers_mut();
        if let Some(site) = self.site {
            headers.insert("sec-fetch-site", site.parse().expect("a value"));
        }
        if let Some(language) = self.language {
            headers.insert(header::ACCEPT_LANGUAGE, language.parse().expect("a value"));
        }
        headers.insert(header::HOST, "portal.test".parse().expect("a value"));
        if !self.cookies.is_empty() {
            let pairs: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
            headers.insert(header::COOKIE, pairs.join("; ").parse().expect("a value"));
        }
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let (name, value) =
                cookie.to_str().expect("text").split(';').next().and_then(|c| c.split_once('=')).expect("a pair");
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        response
    }

    /// The same browser on a page of elsewhere, or one that does not say.
    pub fn with_site(&self, site: Option<&'static str>) -> Browser {
        Browser { site, ..self.clone() }
    }

    /// The secret of its session.
    pub fn token(&self) -> Option<&str> {
        ["toonbank", "__Host-toonbank"].into_iter().find_map(|name| self.cookies.get(name)).map(String::as_str)
    }
}

pub fn form_request(path: &str, fields: &[(&str, &str)]) -> Request<Body> {
    Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(encoded(fields)))
        .expect("a request")
}

/// A picture of four pixels, as a PNG: brown, or blue.
pub fn picture(blue: bool) -> Vec<u8> {
    const HEAD: &[u8] =
        b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x02\x00\x00\x00\x02\x08\x02\x00\x00\x00\xfd\xd4\x9as";
    const BROWN: &[u8] = b"\x00\x00\x00\x10IDATx\x9cc\xb8\xb6\xa3\x07\x88\x18 \x14\x00<\x0e\x08i\x9c\x95\x82\x88";
    const BLUE: &[u8] = b"\x00\x00\x00\x10IDATx\x9cc\x10\xb19\x01D\x0c\x10\x0a\x00\x1b\xde\x04a\xb2\x03c\xa2";
    const TAIL: &[u8] = b"\x00\x00\x00\x00IEND\xaeB`\x82";
    [HEAD, if blue { BLUE } else { BROWN }, TAIL].concat()
}

/// A form with one file in it, as a browser sends it.
pub fn file_request(path: &str, fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> Request<Body> {
    const EDGE: &str = "----a-line-between-parts";
    let mut body = Vec::new();
    for (field, value) in fields {
        let part = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    let head = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n");
    body.extend_from_slice(format!("{head}Content-Type: application/octet-stream\r\n\r\n").as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(format!("\r\n--{EDGE}--\r\n").as_bytes());
    let kind = format!("multipart/form-data; boundary={EDGE}");
    Request::post(path).header(header::CONTENT_TYPE, kind).body(Body::from(body)).expect("a request")
}

pub fn encoded(fields: &[(&str, &str)]) -> String {
    let value = app::order::query_value;
    fields.iter().map(|(n, v)| format!("{}={}", value(n), value(v))).collect::<Vec<_>>().join("&")
}

/// What came back, whole.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }

    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// What a reader sees, and what stands in fields: entities resolved, spaces that do not break made plain.
    pub fn text(&self) -> String {
        unescaped(&self.body)
    }

    /// What a reader reads, without the tags, with one space where there is any.
    pub fn words(&self) -> String {
        let (mut words, mut inside) = (String::new(), false);
        for c in self.text().chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                c if !inside => words.push(c),
                _ => {}
            }
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    /// The form that is sent to `action`, as a browser without scripts would send it, but for the button.
    pub fn form(&self, action: &str) -> Form {
        let start = self.body.find(&format!("action=\"{action}\"")).unwrap_or_else(|| panic!("no form to {action}"));
        let inner = &self.body[start..];
        Form::read(&inner[..inner.find("</form>").expect("the end of the form")])
    }
}

/// The fields of a form and what is in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form(pub Vec<(String, String)>);

impl Form {
    pub fn read(html: &str) -> Form {
        let mut fields = Vec::new();
        let mut select = String::new();
        for part in html.split('<').skip(1) {
            let Some((tag, text)) = split_tag(part) else { continue };
            let name = attribute(tag, "name").unwrap_or_default();
            let value = attribute(tag, "value").unwrap_or_default();
            let kind = attribute(tag, "type").unwrap_or_default();
            match tag.split([' ', '>']).next().unwrap_or_default() {
                "input" if has(tag, "disabled") => {}
                "input" if ["radio", "checkbox"].contains(&kind.as_str()) && !has(tag, "checked") => {}
                "input" => fields.push((name, value)),
                // browsers drop the first line break
                "textarea" => fields.push((name, unescaped(text.strip_prefix('\n').unwrap_or(text)))),
                "select" => select = name,
                "option" if has(tag, "selected") => fields.push((select.clone(), value)),
                _ => {}
            }
        }
        Form(fields)
    }

    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    /// With `value` typed into `name`.
    pub fn set(mut self, name: &str, value: &str) -> Form {
        self.0.retain(|(n, _)| n != name);
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// A tag up to its `>`, which may also stand in an attribute, and the text behind it.
fn split_tag(part: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let end = part.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == '>' && !quoted
    });
    end.map(|(at, _)| (&part[..at], &part[at + 1..]))
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    Some(unescaped(&tag[start..start + tag[start..].find('"')?]))
}

fn has(tag: &str, name: &str) -> bool {
    tag.split(' ').any(|word| word == name || word.starts_with(&format!("{name}=")))
}

fn unescaped(html: &str) -> String {
    html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace(['\u{a0}', '\u{202f}'], " ")
        .replace("&amp;", "&")
}

/// The field of a quantity.
pub fn quantity(product: usize) -> String {
    format!("quantity.{}", demo::product_id(product))
}

/// An's basket with four bags in it, opened in her browser.
pub async fn at_the_basket(portal: &TestPortal) -> (Browser, Form) {
    let mut an = portal.signed_in(AN).await;
    let list = an.get("/order").await.form("/basket/lines").set(&quantity(0), "4").set("go", "basket");
    assert_eq!(an.submit("/basket/lines", &list).await.location(), "/basket");
    let form = an.get("/basket").await.form("/basket/submission").set("go", "send");
    (an, form)
}

pub fn order_of(answer: &Answer) -> domain::OrderId {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let id = answer.location().strip_prefix("/orders/").and_then(|l| l.split('?').next()).expect("an order's page");
    id.parse().unwrap()
}

/// The message at the field, not only on top: it stands behind the input that carries `name`.
pub fn told_at(answer: &Answer, name: &str, message: &str) {
    let text = answer.text();
    let at = text.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no field {name}"));
    assert!(
        text[at..].contains(message),
        "{message:?} is not told at {name}:\n{}",
        &text[at..(at + 800).min(text.len())].trim()
    );
}
