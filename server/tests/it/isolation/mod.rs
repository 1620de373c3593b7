//! Nobody sees what is another's: every route, every kind of person, every kind of id (TRUST S1).
//!
//! The walk is generated from [`server::routes::routes`]. A path or a parameter that the tables below do not know is
//! "unmapped" and fails the test by name, so no address lands without a row here.

mod requests;

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{Method, StatusCode};
use domain::{Actor, Permission};
use server::routes::{Who, routes};
use store::demo;

use crate::support::{
    AN, Answer, Browser, CLAIRE, ELS, GREET, JEF, LUC, MIA, SAMIR, TOM, TestPortal, file_request, picture, product_form,
};

const PASSWORD: &str = "drie broden op zaterdag";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Principal {
    Nobody,
    Of(&'static str),
    /// Staff, ordering for the first customer.
    Acting(&'static str),
}

const PRINCIPALS: [Principal; 12] = [
    Principal::Nobody,
    Principal::Of(AN),
    Principal::Of(JEF),
    Principal::Of(GREET),
    Principal::Of(CLAIRE),
    Principal::Of(SAMIR),
    Principal::Of(MIA),
    Principal::Of(LUC),
    Principal::Of(ELS),
    Principal::Of(TOM),
    Principal::Acting(MIA),
    Principal::Acting(TOM),
];

impl Principal {
    fn is_of_customer(self) -> bool {
        matches!(self, Principal::Of(AN | JEF | GREET | CLAIRE | SAMIR))
    }

    /// Which of the two customers is his own; staff and nobody stand beside the first.
    fn own(self) -> usize {
        usize::from(matches!(self, Principal::Of(CLAIRE | SAMIR)))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Id {
    Own,
    Other,
    Missing,
    Malformed,
}

const IDS: [Id; 4] = [Id::Own, Id::Other, Id::Missing, Id::Malformed];

/// Parameters that name a thing which belongs to somebody.
const BELONGING: [&str; 5] = ["order", "customer", "site", "token", "list"];

/// The rights a route asks for, beside whom it is for; None for a route that this test does not know.
pub fn rights(method: &Method, path: &str) -> Option<&'static [Permission]> {
    use Permission::*;
    let get = *method == Method::GET;
    Some(match path {
        "/livez" | "/readyz" | "/" | "/sign-in" | "/sign-out" | "/language" | "/events" => &[],
        "/invitation/{token}" | "/setup/{token}" => &[],
        "/basket/state" if get => &[],
        "/account" | "/account/site" | "/account/sessions/end" => &[],
        "/price-changes" => &[SeePrices],
        "/quick-order/line" | "/quick-order/check" | "/quick-order/sample.xlsx" | "/quick-order/sample.csv" => {
            &[FillBasket]
        }
        // a picture and a sheet are for whoever may see the article
        "/products/{product}" | "/products/{product}/pictures/{hash}" | "/products/{product}/documents/{hash}" => &[],
        "/products/{product}/succession" => &[PlaceOrder],
        "/order" | "/quick-order" | "/basket" | "/basket/lines" | "/basket/usual" | "/basket/submission" => {
            &[FillBasket]
        }
        "/order/print" | "/lists" | "/lists/new" | "/lists/pick" | "/lists/rows" => &[FillBasket],
        path if path.starts_with("/lists/{list}") => &[FillBasket],
        "/orders/{order}/repetition" => &[FillBasket],
        "/orders" | "/orders/{order}" if get => &[SeeOrders],
        // the verb that is tried is to cancel what was sent
        "/orders/{order}/{verb}" => &[PlaceOrder],
        "/account/people" | "/account/people/remove" => &[ManagePeople],
        "/desk" | "/desk/orders/{order}" if get => &[ReviewOrders],
        "/desk/orders/{order}/{verb}"
        | "/desk/orders/{order}/lines/{line}"
        | "/desk/orders/{order}/lines/{line}/weight" => &[ReviewOrders],
        "/desk/customers/new" => &[ManageCustomers],
        "/desk/customers" | "/desk/customers/{customer}" if get => &[OrderOnBehalf],
        "/desk/customers/{customer}/assortment" if get => &[OrderOnBehalf],
        "/desk/customers/{customer}/acting" | "/desk/acting/stop" => &[OrderOnBehalf],
        "/desk/customers" | "/desk/customers/{customer}" => &[ManageCustomers],
        "/desk/customers/{customer}/sites" | "/desk/customers/{customer}/sites/{site}" => &[ManageCustomers],
        "/desk/customers/{customer}/people" | "/desk/customers/{customer}/people/remove" => &[ManagePeople],
        "/desk/customers/{customer}/assortment" => &[ManageAssortments],
        "/desk/customers/{customer}/assortment/items" => &[ManageAssortments],
        "/desk/products/new" => &[ManageProducts],
        "/desk/products"
        | "/desk/products/{product}"
        | "/desk/products/attributes"
        | "/desk/products/{product}/files"
        | "/desk/products/{product}/pictures/{hash}"
        | "/desk/products/{product}/documents/{hash}"
            if get =>
        {
            &[OrderOnBehalf]
        }
        "/desk/products/attributes"
        | "/desk/products/attributes/{attribute}"
        | "/desk/products/{product}/stock"
        | "/desk/products/{product}/pictures"
        | "/desk/products/{product}/pictures/{hash}"
        | "/desk/products/{product}/documents"
        | "/desk/products/{product}/documents/{hash}" => &[ManageProducts],
        "/desk/products" | "/desk/products/{product}" => &[ManageProducts],
        "/desk/prices" if get => &[OrderOnBehalf],
        "/desk/prices/question" => &[OrderOnBehalf, SeePrices],
        "/desk/prices" | "/desk/prices/last-day" | "/desk/prices/withdrawal" => &[ManageAssortments],
        "/desk/prices/assortment" if get => &[OrderOnBehalf],
        "/desk/prices/assortment" => &[ManageAssortments],
        "/desk/prices/terms" => &[ManageCustomers],
        "/desk/prices/revisions/new" => &[ManageProducts],
        "/desk/prices/revisions/{revision}" if get => &[OrderOnBehalf],
        "/desk/prices/revisions/proposal" | "/desk/prices/revisions" | "/desk/prices/revisions/{revision}/undo" => {
            &[ManageAssortments]
        }
        "/desk/packagings" if get => &[OrderOnBehalf],
        "/desk/packagings" => &[ManageProducts],
        "/desk/promotions/new" => &[ManageAssortments],
        "/desk/promotions" | "/desk/promotions/{promotion}" if get => &[OrderOnBehalf],
        "/desk/promotions" | "/desk/promotions/{promotion}" | "/desk/promotions/{promotion}/remove" => {
            &[ManageAssortments]
        }
        "/suggestions" | "/samples" => &[FillBasket],
        "/desk/announcements/new" => &[ManageAssortments],
        "/desk/announcements" | "/desk/announcements/{announcement}" if get => &[OrderOnBehalf],
        "/desk/announcements" | "/desk/announcements/{announcement}" | "/desk/announcements/{announcement}/remove" => {
            &[ManageAssortments]
        }
        "/desk/samples" | "/desk/samples/{sample}" => &[OrderOnBehalf],
        "/desk/products/{product}/suggestions" if get => &[OrderOnBehalf],
        "/desk/products/{product}/suggestions" | "/desk/products/{product}/suggestions/remove" => &[ManageProducts],
        "/desk/files"
        | "/desk/files/{file}"
        | "/desk/files/imports/{upload}"
        | "/desk/files/imports/{upload}/rejected.csv" => {
            &[SeePrices, ManageCustomers, ManagePeople, ManageProducts, ManageAssortments]
        }
        "/desk/staff" | "/desk/staff/remove" => &[ManageStaff],
        _ => return None,
    })
}

/// One world with one person walking in it.
struct Walk {
    portal: TestPortal,
    principal: Principal,
    browser: Browser,
    /// Whom the browser is signed in as when all is well.
    actor: Option<Actor>,
    /// Somebody of each customer, and staff, who prepare things.
    helpers: [Actor; 2],
    els: Actor,
    tom: Actor,
    /// An order of each customer that stays as it is.
    orders: [domain::OrderId; 2],
    articles: [Article; 2],
    numbers: usize,
    cells: usize,
    trouble: Vec<String>,
    unmapped: BTreeSet<String>,
}

/// An article that only one customer may order, with a picture and a sheet; another takes its place.
struct Article {
    id: domain::ProductId,
    picture: String,
    document: String,
}

impl Article {
    async fn put(portal: &TestPortal, els: &Actor, customer: usize) -> Article {
        let db = &portal.db;
        let sku = format!("97700{customer}");
        let by = product_form(&format!("97800{customer}"), "Opvolger");
        store::products::create(db, els, &by).await.expect("a product");
        let form = product_form(&sku, "Alleen hier");
        let id = store::products::create(db, els, &form).await.expect("a product");
        store::assortments::add(db, els, demo::customer_id(customer), &sku).await.expect("an item");
        let sheet = store::sheets::SheetForm { successor: by.sku, ..Default::default() };
        let form = store::products::ProductForm { discontinued: true, sheet, ..form };
        store::products::save(db, els, id, 1, &form).await.expect("saves");
        store::sheets::files::add_picture(db, els, id, picture(customer == 1)).await.expect("a picture");
        let document = format!("%PDF-1.7 {customer} %%EOF").into_bytes();
        store::sheets::files::add_document(db, els, id, document, "").await.expect("a sheet");
        let sheet = store::sheets::edited(db, els, Some(id)).await.expect("reads");
        Article { id, picture: sheet.pictures[0].hash.clone(), document: sheet.documents[0].hash.clone() }
    }
}

type Params = BTreeMap<&'static str, String>;

impl Walk {
    async fn open(principal: Principal) -> Walk {
        let portal = TestPortal::open().await;
        let helpers = [portal.person(AN).await, portal.person(CLAIRE).await];
        let (els, tom) = (portal.person(ELS).await, portal.person(TOM).await);
        // something to weigh on every order
        let mut browser = portal.signed_in(ELS).await;
        for n in 0..2 {
            let product = format!("/desk/products/{}", demo::product_id(n));
            let weighed = browser.get(&product).await.form(&product).set("tolerance", "10").set("cost", "11,1973");
            browser.submit(&product, &weighed).await;
        }
        let orders =
            [portal.ordered(&helpers[0], &[(0, 4)]).await, portal.ordered(&helpers[1], &[(0, 4), (1, 4)]).await];
        let articles = [Article::put(&portal, &els, 0).await, Article::put(&portal, &els, 1).await];
        let browser = portal.browser();
        let mut walk = Walk {
            portal,
            principal,
            browser,
            actor: None,
            helpers,
            els,
            tom,
            orders,
            articles,
            numbers: 0,
            cells: 0,
            trouble: Vec::new(),
            unmapped: BTreeSet::new(),
        };
        walk.come_in().await;
        walk.actor = walk.portal.actor(&walk.browser).await;
        walk
    }

    async fn come_in(&mut self) {
        self.browser = match self.principal {
            Principal::Nobody => self.portal.browser(),
            Principal::Of(email) => self.portal.signed_in(email).await,
            Principal::Acting(email) => self.portal.acting(email, 0).await,
        };
    }

    /// What was done may have ended the session or moved it to another counter.
    async fn still_the_same(&mut self) {
        let now = self.portal.actor(&self.browser).await;
        let same = |a: &Actor| (a.user, a.at().map(|at| at.customer));
        if now.as_ref().map(same) != self.actor.as_ref().map(same)
            || self.browser.token().is_some() != self.actor.is_some()
        {
            self.come_in().await;
        }
    }

    fn next(&mut self) -> usize {
        self.numbers += 1;
        self.numbers
    }

    fn fail(&mut self, what: String) {
        self.trouble.push(format!("{:?}: {what}", self.principal));
    }

    /// Names that the other customer's people must never read.
    async fn secrets(&self) -> Vec<String> {
        let other = 1 - self.principal.own();
        let heads =
            store::orders::history(&self.portal.db, &self.helpers[other], None, 10_000).await.expect("reads").rows;
        heads.into_iter().map(|h| h.number).chain([["Bakkerij Peeters", "Brasserie Nord"][other].to_owned()]).collect()
    }

    async fn row(&mut self, method: &Method, path: &'static str, who: Who) {
        let names: Vec<&'static str> =
            path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect();
        if rights(method, path).is_none() {
            self.unmapped.insert(format!("{method} {path}"));
            return;
        }
        let mut choices: Vec<Vec<Id>> = vec![Vec::new()];
        for _ in &names {
            choices = choices.into_iter().flat_map(|c| IDS.map(|id| [c.clone(), vec![id]].concat())).collect();
        }
        let mut answers: BTreeMap<Vec<Id>, String> = BTreeMap::new();
        for ids in choices {
            let Some(answer) = self.cell(method, path, &names, &ids).await else { return };
            self.judge(method, path, who, &names, &ids, &answer).await;
            answers.insert(ids, fingerprint(&answer));
        }
        if self.principal == Principal::Nobody || self.principal.is_of_customer() {
            self.compare(method, path, &names, &answers);
        }
    }

    /// Sends one request; None where a table does not know the address.
    async fn cell(
        &mut self,
        method: &Method,
        path: &'static str,
        names: &[&'static str],
        ids: &[Id],
    ) -> Option<Answer> {
        self.still_the_same().await;
        let mut params = Params::new();
        for (name, id) in names.iter().zip(ids) {
            match self.param(method, path, name, *id).await {
                Some(value) => _ = params.insert(name, value),
                None => {
                    self.unmapped.insert(format!("{{{name}}} of {method} {path}"));
                    return None;
                }
            }
        }
        let to = params.iter().fold(path.to_owned(), |to, (name, value)| to.replace(&format!("{{{name}}}"), value));
        self.cells += 1;
        if *method == Method::GET {
            let request = axum::http::Request::get(&to).body(axum::body::Body::empty()).expect("a request");
            if path == "/events" {
                let response = self.browser.open(request).await;
                return Some(Answer {
                    status: response.status(),
                    headers: response.headers().clone(),
                    body: String::new(),
                });
            }
            return Some(self.browser.send(request).await);
        }
        if path == "/desk/files" {
            let mut browser = std::mem::replace(&mut self.browser, self.portal.browser());
            let answer = send_file(&mut browser).await;
            self.browser = browser;
            return Some(answer);
        }
        let Some(body) = self.body(path, &params).await else {
            self.unmapped.insert(format!("{method} {path}"));
            return None;
        };
        let fields: Vec<(&str, &str)> = body.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let file = match path {
            "/desk/products/{product}/pictures" => picture(true),
            "/desk/products/{product}/documents" => b"%PDF-1.7 %%EOF".to_vec(),
            _ => return Some(self.browser.post(&to, &fields).await),
        };
        Some(self.browser.send(file_request(&to, &fields, "file", &file)).await)
    }

    /// Is this answer one that this person may get here?
    async fn judge(&mut self, method: &Method, path: &str, who: Who, names: &[&str], ids: &[Id], answer: &Answer) {
        let here = format!("{method} {path} {ids:?} → {} {}", answer.status, answer.location());
        if answer.status.is_server_error() {
            return self.fail(format!("a fault: {here}"));
        }
        if self.principal.is_of_customer() {
            let whole = format!("{} {}", answer.text(), answer.location());
            for secret in self.secrets().await.into_iter().filter(|s| whole.contains(s.as_str())) {
                self.fail(format!("LEAK of {secret:?}: {here}"));
            }
        }
        let actor = self.actor.clone();
        // what goods cost is for the desk of who may see it, and on no page that a buyer can get
        let costs = path.starts_with("/desk") && actor.as_ref().is_some_and(|a| a.can(Permission::SeeCosts));
        if !costs {
            let whole = answer.text();
            // as people read it, or bare; a random id may have the same digits somewhere within
            let bare = whole.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == "111973");
            if bare || ["11,1973", "11.1973"].into_iter().any(|cost| whole.contains(cost)) {
                self.fail(format!("LEAK of a cost: {here}"));
            }
        }
        if actor.is_none() && who != Who::Anybody {
            let to_sign_in = answer.status == StatusCode::SEE_OTHER && answer.location().starts_with("/sign-in");
            let told = *method == Method::POST && answer.status == StatusCode::UNAUTHORIZED;
            if !(to_sign_in || told) {
                self.fail(format!("nobody is sent to sign in: {here}"));
            }
            return;
        }
        let staff = actor.as_ref().is_some_and(Actor::is_staff);
        let at_counter = actor.as_ref().is_some_and(|a| a.at().is_some());
        let for_him = match who {
            Who::Anybody | Who::Oneself => true,
            Who::Customer => at_counter,
            Who::Staff => staff,
        };
        if !for_him {
            if answer.status != StatusCode::NOT_FOUND {
                self.fail(format!("not for him, so not found: {here}"));
            }
            return;
        }
        let rights = rights(method, path).unwrap_or_default();
        let permitted = rights.iter().all(|right| actor.as_ref().is_some_and(|a| a.can(*right)));
        // while he acts for one customer, another's pages may be there for staff or not
        let free = matches!(self.principal, Principal::Acting(_)) && ids.contains(&Id::Other);
        let exists = match path {
            // nobody is there to be the first any more
            "/setup/{token}" => false,
            // who stands at no counter goes to none
            "/account/site" => at_counter,
            // what is gone already is gone
            _ if *method == Method::POST && path.ends_with("{hash}") => {
                exist(&names[..1], &ids[..1], true) && ids[1] != Id::Malformed
            }
            // of another customer's article
            _ if !staff && of_one_customer(path) && ids[0] == Id::Other => false,
            _ => exist(names, ids, staff),
        };
        let (right, wanted): (bool, &str) = match (exists, permitted) {
            _ if free => (true, ""),
            (true, true) => (matches!(answer.status, StatusCode::OK | StatusCode::SEE_OTHER), "done"),
            (true, false) => (answer.status == StatusCode::FORBIDDEN, "forbidden"),
            (false, true) => (answer.status == StatusCode::NOT_FOUND, "not found"),
            (false, false) => {
                (matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN), "not found or forbidden")
            }
        };
        if !right {
            self.fail(format!("{wanted} was expected: {here}"));
        }
    }

    /// Another's thing and none at all get the same answer.
    fn compare(&mut self, method: &Method, path: &str, names: &[&str], answers: &BTreeMap<Vec<Id>, String>) {
        for (at, _) in names
            .iter()
            .enumerate()
            .filter(|(_, name)| BELONGING.contains(name) || **name == "product" && of_one_customer(path))
        {
            for (ids, other) in answers.iter().filter(|(ids, _)| ids[at] == Id::Other) {
                let mut missing = ids.clone();
                missing[at] = Id::Missing;
                if *other != answers[&missing] {
                    let lines = other.lines().zip(answers[&missing].lines()).find(|(a, b)| a != b);
                    self.fail(format!("LEAK: {method} {path} {ids:?} differs from {missing:?}:\n{lines:#?}"));
                }
            }
        }
    }
}

/// A file with a row that is in order and one that is not.
pub async fn send_file(browser: &mut Browser) -> Answer {
    let rows = b"customer_number,sku,price\n,010555,12.5\n,nothing,1\n";
    browser.send(file_request("/desk/files", &[("kind", "prices")], "prices.csv", rows)).await
}

/// Where it waits; nowhere for who may not send it.
pub fn uploaded(answer: &Answer) -> String {
    let place = answer.location().strip_prefix("/desk/files/imports/").map(str::to_owned);
    place.unwrap_or_else(|| store::clock::new_token().0)
}

/// Is there a thing with these ids, as far as this kind of person may know?
fn exist(names: &[&str], ids: &[Id], staff: bool) -> bool {
    names.iter().zip(ids).all(|(name, id)| match (*name, *id) {
        (_, Id::Missing | Id::Malformed) => false,
        ("order" | "customer", Id::Other) => staff,
        ("product" | "promotion" | "revision" | "announcement" | "sample" | "line" | "attribute", Id::Own)
        | ("product" | "promotion" | "revision" | "announcement" | "sample" | "attribute", Id::Other) => true,
        // the second line is one of the other customer's orders, and a site is one of its own customer
        ("line" | "site" | "hash", id) => ids[0] == id,
        (_, id) => id == Id::Own,
    })
}

/// Is the product of this address one that only one customer may order?
fn of_one_customer(path: &str) -> bool {
    path.starts_with("/products/") || path.contains("{hash}")
}

/// Status, headers and body without what differs by chance: nonces, tokens, ids.
fn fingerprint(answer: &Answer) -> String {
    let headers: Vec<String> =
        answer.headers.iter().map(|(n, v)| format!("{n}: {}", v.to_str().unwrap_or_default())).collect();
    let all = format!("{}\n{}\n{}", answer.status, headers.join("\n"), answer.body).replace("nonce-", "nonce ");
    let long = |word: &str| word.len() >= 32 && word.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-');
    let mut text = String::new();
    for word in all.split_inclusive(|c: char| !(c.is_ascii_alphanumeric() || c == '-')) {
        let bare = word.trim_end_matches(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        text += if long(bare) { "#" } else { bare };
        text += &word[bare.len()..];
    }
    text
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_for_every_person_with_every_kind_of_id() {
    let tasks: Vec<_> = PRINCIPALS
        .into_iter()
        .map(|principal| {
            // on a thread of its own: this future is so deep that the compiler does not see that it may change threads
            let here = tokio::runtime::Handle::current();
            tokio::task::spawn_blocking(move || {
                here.block_on(async {
                    let mut walk = Walk::open(principal).await;
                    for (method, path, who, _) in routes() {
                        walk.row(&method, path, who).await;
                    }
                    (walk.cells, walk.trouble, walk.unmapped)
                })
            })
        })
        .collect();
    let (mut cells, mut trouble, mut unmapped) = (0, Vec::new(), BTreeSet::new());
    for task in tasks {
        let (walked, found, unknown) = task.await.unwrap();
        cells += walked;
        trouble.extend(found);
        unmapped.extend(unknown);
    }
    let leaks = trouble.iter().filter(|t| t.contains("LEAK")).count();
    println!("cells={cells} leaks={leaks} unmapped={}", unmapped.len());
    assert!(unmapped.is_empty(), "routes that this test does not know: {unmapped:#?}");
    assert!(trouble.is_empty(), "{} cells are wrong:\n{}", trouble.len(), trouble.join("\n"));
    assert!(cells >= 2_000, "{cells} cells");
}
