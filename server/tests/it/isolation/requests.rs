//! What the walk sends: a value for each parameter of an address, and a form that would do something.

use axum::http::Method;
use store::{clock::new_id, demo};

use super::{Id, PASSWORD, Params, Principal, Walk, of_one_customer, send_file, uploaded};
use crate::support::{AN, ELS, TOM, product_form};

impl Walk {
    /// The value of a path parameter.
    pub(super) async fn param(&mut self, method: &Method, path: &str, name: &str, id: Id) -> Option<String> {
        let own = self.principal.own();
        let of = if id == Id::Own { own } else { 1 - own };
        Some(match (name, id) {
            (
                "order" | "customer" | "site" | "product" | "attribute" | "promotion" | "announcement" | "sample"
                | "list" | "revision",
                Id::Missing,
            ) => new_id().to_string(),
            (
                "order" | "customer" | "site" | "product" | "attribute" | "promotion" | "announcement" | "sample"
                | "list" | "revision",
                Id::Malformed,
            ) => "%00'%20OR%201=1".to_owned(),
            // a verb changes its order, so each has a fresh one
            ("order", Id::Own) if *method == Method::POST => {
                self.portal.ordered(&self.helpers[own], &[(0, 4)]).await.to_string()
            }
            ("order", Id::Other) if *method == Method::POST && !self.principal.is_of_customer() => {
                self.portal.ordered(&self.helpers[of], &[(0, 4), (1, 4)]).await.to_string()
            }
            ("order", _) => self.orders[of].to_string(),
            // a verb may take it away, so each has a fresh one
            ("list", _) => self.list(of).await,
            ("customer", _) => demo::customer_id(of).to_string(),
            ("site", _) => demo::site_id(of, 0).to_string(),
            ("product", _) if of_one_customer(path) => self.articles[of].id.to_string(),
            ("hash", Id::Own | Id::Other) if path.contains("/pictures/") => self.articles[of].picture.clone(),
            ("hash", Id::Own | Id::Other) => self.articles[of].document.clone(),
            ("hash", Id::Missing) => "0".repeat(64),
            ("hash", Id::Malformed) => "..%2F..%00".to_owned(),
            ("attribute", _) => self.attribute().await,
            ("product", Id::Own) => demo::product_id(0).to_string(),
            ("product", _) => demo::product_id(1).to_string(),
            // a verb may take it away, so each has a fresh one
            ("promotion", _) => {
                let sku = self.unpromoted().await;
                self.portal.promotion(&sku).await.to_string()
            }
            ("announcement", _) => {
                let sku = self.unpromoted().await;
                self.portal.announcement(&sku).await.to_string()
            }
            // undone once, it stays so: each has a fresh one
            ("revision", _) => self.portal.revision(of).await.to_string(),
            ("sample", _) => {
                let sku = self.unpromoted().await;
                self.portal.sample(&self.helpers[0], &sku).await.to_string()
            }
            ("verb", Id::Own) => if path.starts_with("/desk") { "acceptance" } else { "cancellation" }.to_owned(),
            ("verb", Id::Other) => if path.starts_with("/desk") { "approval" } else { "acceptance" }.to_owned(),
            ("verb", Id::Missing) => "delivery".to_owned(),
            ("verb", Id::Malformed) => "%F0%9F%A5%96".to_owned(),
            ("file", Id::Own) => "products.csv".to_owned(),
            ("file", Id::Other) => "online-retail.csv".to_owned(),
            ("file", Id::Missing) => "recipes.xlsx".to_owned(),
            ("file", Id::Malformed) => "%00.csv".to_owned(),
            // his own file, a colleague's, none
            ("upload", Id::Own) => {
                let mut browser = std::mem::replace(&mut self.browser, self.portal.browser());
                let answer = send_file(&mut browser).await;
                self.browser = browser;
                uploaded(&answer)
            }
            ("upload", Id::Other) => {
                let colleague = if matches!(self.principal, Principal::Of(ELS)) { TOM } else { ELS };
                let mut browser = self.portal.signed_in(colleague).await;
                uploaded(&send_file(&mut browser).await)
            }
            ("upload", Id::Missing) => store::clock::new_token().0,
            ("upload", Id::Malformed) => "%00%27".to_owned(),
            ("line", Id::Own) => "1".to_owned(),
            ("line", Id::Other) => "2".to_owned(),
            ("line", Id::Missing) => "99".to_owned(),
            ("line", Id::Malformed) => "-x".to_owned(),
            // of an invitation: one that is open, one of another purpose or used, none, and what cannot be one
            ("token", Id::Own) if path.starts_with("/invitation") => self.invitation().await,
            ("token", Id::Own | Id::Other) => self.used_invitation().await,
            ("token", Id::Missing) => store::clock::new_token().0,
            ("token", Id::Malformed) => "%00%27".to_owned(),
            _ => return None,
        })
    }

    /// A list of this customer with something on it.
    async fn list(&mut self, of: usize) -> String {
        let form = store::shopping_lists::ListForm { name: format!("Lijst {}", self.next()), ..Default::default() };
        let (db, helper) = (&self.portal.db, &self.helpers[of]);
        let day = self.portal.day(helper).await;
        let source = store::shopping_lists::Source::Product(demo::product_id(0));
        let list = store::shopping_lists::create(db, helper, &form, source, day).await.expect("a list");
        let version = store::shopping_lists::get(db, helper, list).await.expect("reads").version;
        let usuals = vec![(demo::product_id(0), "2".to_owned())];
        let wanted = store::shopping_lists::Arrangement { usuals, ..Default::default() };
        store::shopping_lists::arrange(db, helper, list, version, &wanted, day).await.expect("arranges");
        list.to_string()
    }

    /// The version of a list, as whoever may see it sees it.
    async fn version_of(&self, list: &str) -> String {
        let Ok(list) = list.parse() else { return "1".to_owned() };
        for helper in &self.helpers {
            if let Ok(list) = store::shopping_lists::get(&self.portal.db, helper, list).await {
                return list.version.to_string();
            }
        }
        "1".to_owned()
    }

    /// That the list was put into the basket, to be undone.
    async fn filling(&self, list: &str) -> String {
        let filling = domain::FillingId(new_id());
        if let Ok(list) = list.parse() {
            for helper in &self.helpers {
                let day = self.portal.day(helper).await;
                let _ = store::shopping_lists::fill(&self.portal.db, helper, list, filling, day).await;
            }
        }
        filling.to_string()
    }

    /// A group with one customer.
    async fn group(&mut self) -> String {
        let n = self.next();
        let customer_group = format!("Groep {n}");
        let customer = store::customers::CustomerForm {
            number: format!("G{n}"),
            name: "Klant".into(),
            language: "nl".into(),
            customer_group: customer_group.clone(),
            ..Default::default()
        };
        store::customers::create(&self.portal.db, &self.els, &customer).await.expect("a customer");
        customer_group
    }

    /// A product that is in no promotion yet.
    async fn unpromoted(&mut self) -> String {
        let sku = format!("7{}", self.next());
        let product = product_form(&sku, "Lijnzaad");
        store::products::create(&self.portal.db, &self.els, &product).await.expect("a product");
        sku
    }

    async fn attribute(&mut self) -> String {
        let name_nl = format!("Eigenschap {}", self.next());
        let form =
            store::sheets::attributes::AttributeForm { name_nl, kind: "yes_no".to_owned(), ..Default::default() };
        let made = store::sheets::attributes::create(&self.portal.db, &self.els, &form).await;
        made.expect("an attribute").to_string()
    }

    async fn invitation(&mut self) -> String {
        let form = self.newcomer("buyer");
        let token =
            store::people::invite(&self.portal.db, &self.tom, demo::customer_id(0), &form).await.expect("invites");
        token.expect("a newcomer gets a link").0
    }

    async fn used_invitation(&mut self) -> String {
        let token = self.invitation().await;
        store::people::accept_invitation(&self.portal.db, &token, PASSWORD).await.expect("accepts");
        token
    }

    fn newcomer(&mut self, role: &str) -> store::people::PersonForm {
        let n = self.next();
        store::people::PersonForm {
            name: format!("Nieuw {n}"),
            email: format!("nieuw{n}@example.com"),
            language: "nl".into(),
            role: role.into(),
            site: String::new(),
        }
    }

    /// Somebody of this customer who will not be missed; nobody where there is no such customer.
    async fn somebody_at(&mut self, customer: &str) -> String {
        let form = self.newcomer("buyer");
        let Ok(customer) = customer.parse() else { return new_id().to_string() };
        let _ = store::people::invite(&self.portal.db, &self.tom, customer, &form).await;
        let people = store::people::list(&self.portal.db, &self.tom, customer).await.expect("reads");
        people.into_iter().find(|p| p.email == form.email).map_or(new_id().to_string(), |p| p.user.to_string())
    }

    /// The smallest valid form of a path.
    pub(super) async fn body(&mut self, path: &str, params: &Params) -> Option<Vec<(String, String)>> {
        let n = self.next();
        let db = self.portal.db.clone();
        let own = self.principal.own();
        let customer = params.get("customer").cloned().unwrap_or_default();
        let number = |version: i64| version.to_string();
        let fields: Vec<(&str, String)> = match path {
            "/sign-in" => {
                let email = match self.principal {
                    Principal::Nobody => AN,
                    Principal::Of(email) | Principal::Acting(email) => email,
                };
                vec![("email", email.into()), ("password", demo::PASSWORD.into())]
            }
            "/sign-out"
            | "/basket/usual"
            | "/desk/customers/{customer}/acting"
            | "/desk/acting/stop"
            | "/desk/files/imports/{upload}" => vec![],
            "/language" => vec![("lang", "en".into()), ("back", "/account".into())],
            "/invitation/{token}" => vec![("password", PASSWORD.into())],
            "/setup/{token}" => vec![
                ("distributor", "Graan".into()),
                ("name", "Rik".into()),
                ("email", "rik@example.com".into()),
                ("password", PASSWORD.into()),
            ],
            "/basket/lines" => return Some(vec![(crate::support::quantity(0), "4".into())]),
            "/quick-order" => vec![("lines", "010555\t4".into())],
            "/quick-order/line" => vec![("code", "010555".into())],
            "/quick-order/check" => vec![("w.1", "010555".into()), ("q.1", "4".into()), ("go", "put".into())],
            "/basket/submission" => return Some(self.submission().await),
            "/lists" => vec![("name", format!("Toog {n}"))],
            "/lists/rows" => {
                vec![("list", self.list(own).await), ("product", demo::product_id(1).to_string())]
            }
            "/lists/{list}/basket" => vec![("filling", new_id().to_string())],
            "/lists/{list}/basket/undo" => vec![("filling", self.filling(&params["list"]).await)],
            "/lists/{list}/arrangement" => {
                vec![("version", self.version_of(&params["list"]).await), ("new_section", "Koelcel".into())]
            }
            "/lists/{list}/settings" => {
                vec![("version", self.version_of(&params["list"]).await), ("name", format!("Toog {n}"))]
            }
            "/lists/{list}/removal" => vec![("version", self.version_of(&params["list"]).await)],
            "/orders/{order}/repetition" => vec![("all", "true".into())],
            "/orders/{order}/{verb}" | "/desk/orders/{order}/{verb}" => {
                vec![("version", "1".into()), ("reason", "dubbel".into())]
            }
            "/desk/orders/{order}/lines/{line}" => {
                let line = params["line"].clone();
                let (quantity, cause) = (format!("adjust.{line}"), format!("cause.{line}"));
                return Some(vec![("version".into(), "1".into()), (quantity, "2".into()), (cause, "short".into())]);
            }
            "/desk/orders/{order}/lines/{line}/weight" => {
                let weight = format!("weight.{}", params["line"]);
                return Some(vec![
                    ("version".into(), "1".into()),
                    (weight, "1".into()),
                    ("sure".into(), "true".into()),
                ]);
            }
            "/account/site" => vec![("site", demo::site_id(own, 0).to_string())],
            "/account/sessions/end" => vec![("session", self.another_session().await)],
            "/account/people" => self.person_fields("buyer"),
            "/account/people/remove" => vec![("user", self.somebody_at(&demo::customer_id(own).to_string()).await)],
            "/desk/customers" | "/desk/customers/{customer}" => {
                let found = match customer.parse() {
                    Ok(id) => store::customers::get(&db, &self.els, id).await.ok(),
                    Err(_) => None,
                };
                vec![
                    ("version", number(found.as_ref().map_or(1, |c| c.version))),
                    ("number", found.as_ref().map_or(format!("K9{n}"), |c| c.number.clone())),
                    ("name", found.as_ref().map_or(format!("Klant {n}"), |c| c.name.clone())),
                    ("language", "nl".into()),
                ]
            }
            "/desk/customers/{customer}/sites" | "/desk/customers/{customer}/sites/{site}" => {
                let sites = match customer.parse() {
                    Ok(id) => store::customers::sites(&db, &self.els, id).await.unwrap_or_default(),
                    Err(_) => Vec::new(),
                };
                let named = params.get("site").cloned().unwrap_or_default();
                let found = sites.iter().find(|s| s.id.to_string() == named);
                vec![
                    ("version", number(found.map_or(1, |s| s.version))),
                    ("code", format!("S{n}")),
                    ("name", "Depot".into()),
                    ("delivery_days", "mon".into()),
                ]
            }
            "/desk/customers/{customer}/people" => self.person_fields("buyer"),
            "/desk/customers/{customer}/people/remove" => vec![("user", self.somebody_at(&customer).await)],
            "/desk/customers/{customer}/assortment" => {
                let product = demo::product_id(0);
                let found = match customer.parse() {
                    Ok(id) => store::customers::get(&db, &self.els, id).await.ok(),
                    Err(_) => None,
                };
                return Some(vec![
                    ("version".into(), number(found.map_or(1, |c| c.version))),
                    (format!("own_name.{product}"), format!("bloem {n}")),
                    (format!("price.{product}"), "17,50".into()),
                ]);
            }
            "/desk/customers/{customer}/assortment/items" => {
                let sku = format!("9{n}");
                store::products::create(&db, &self.els, &product_form(&sku, "Kikkererwtenmeel"))
                    .await
                    .expect("a product");
                vec![("sku", sku)]
            }
            "/desk/products" | "/desk/products/{product}" => {
                let found = match params.get("product").and_then(|id| id.parse().ok()) {
                    Some(id) => store::products::get(&db, &self.els, id).await.ok(),
                    None => None,
                };
                let form = product_form(&found.as_ref().map_or(format!("8{n}"), |p| p.sku.clone()), "Meel");
                vec![
                    ("version", number(found.map_or(1, |p| p.version))),
                    ("sku", form.sku),
                    ("name_nl", form.name_nl),
                    ("category", form.category),
                    ("base_unit", form.base_unit),
                    ("unit", form.unit),
                    ("factor", form.factor),
                    ("packs", form.packs),
                    ("tolerance", form.tolerance),
                    ("minimum", form.minimum),
                    ("multiple", form.multiple),
                    ("list_price", form.list_price),
                    ("list_tiers", form.list_tiers),
                    ("vat", form.vat),
                ]
            }
            "/desk/prices" => vec![
                ("customer", demo::customer_id(0).to_string()),
                ("sku", self.unpromoted().await),
                ("price", "−5 %".into()),
                ("from", "2026-11-23".into()),
            ],
            "/desk/prices/revisions/proposal" => vec![
                ("customer", demo::customer_id(0).to_string()),
                ("from", "2026-12-01".into()),
                ("pasted", format!("{}\t17,50", self.unpromoted().await)),
            ],
            "/desk/prices/revisions" => {
                let with = store::revisions::Of::With(store::agreements::With::Customer(demo::customer_id(0)));
                let sku = self.unpromoted().await;
                let row = self.portal.row_to_revise(&with, &sku, "17,50").await;
                return Some(vec![
                    ("customer".into(), demo::customer_id(0).to_string()),
                    ("from".into(), "2026-12-01".into()),
                    (format!("seen.{}", row.product), row.seen),
                    (format!("price.{}", row.product), row.price),
                ]);
            }
            "/desk/prices/assortment" => {
                let customer_group = self.group().await;
                vec![("group", customer_group), ("products", "010455".into())]
            }
            "/desk/prices/terms" => {
                let customer_group = self.group().await;
                vec![("group", customer_group), ("version", "0".into()), ("notice_days", "14".into())]
            }
            "/desk/prices/revisions/{revision}/undo" => vec![],
            "/desk/prices/last-day" | "/desk/prices/withdrawal" => {
                let (sku, from) = (self.unpromoted().await, "2026-12-01".to_owned());
                let with = store::agreements::With::Customer(demo::customer_id(0));
                let form = store::agreements::AgreementForm {
                    sku: sku.clone(),
                    price: "17,50".into(),
                    from: from.clone(),
                    ..Default::default()
                };
                store::agreements::enter(&db, &self.els, &with, &form).await.expect("an agreement");
                let product = store::products::list(&db, &self.els, &sku, 1).await.expect("reads")[0].id;
                vec![
                    ("customer", demo::customer_id(0).to_string()),
                    ("product", product.to_string()),
                    ("from", from),
                    ("until", "2026-12-31".into()),
                ]
            }
            "/desk/packagings" => vec![
                ("version", "0".into()),
                ("code", format!("KRAT {n}")),
                ("name_nl", "krat".into()),
                ("deposit", "4,50".into()),
            ],
            "/desk/promotions/{promotion}/remove" => vec![("version", "1".into())],
            "/desk/promotions" | "/desk/promotions/{promotion}" => vec![
                ("version", "1".into()),
                ("name_nl", "Zaadweek".into()),
                ("kind", "percent".into()),
                ("value", "5".into()),
                ("from", "2026-11-23".into()),
                ("until", "2026-11-30".into()),
                ("products", self.unpromoted().await),
            ],
            "/suggestions" => {
                let announcement = self.portal.announcement("010555").await;
                vec![("ask", format!("sample {announcement}"))]
            }
            "/desk/announcements/{announcement}/remove" => vec![("version", "1".into())],
            "/desk/announcements" | "/desk/announcements/{announcement}" => vec![
                ("version", "1".into()),
                ("sku", "010455".into()),
                ("text_nl", "Nieuw van de molen".into()),
                ("from", "2026-11-23".into()),
                ("until", "2026-11-30".into()),
            ],
            "/desk/samples/{sample}" => vec![("version", "1".into()), ("verb", "grant".into())],
            "/desk/products/{product}/suggestions" => {
                vec![("kind", "goes_with".into()), ("sku", self.unpromoted().await)]
            }
            "/desk/products/{product}/suggestions/remove" => {
                let sku = self.unpromoted().await;
                if let Ok(product) = params["product"].parse() {
                    let form = store::suggestions::AdviceForm {
                        kind: "goes_with".into(),
                        sku: sku.clone(),
                        ..Default::default()
                    };
                    let _ = store::suggestions::add(&db, &self.els, product, &form).await;
                }
                let found = store::products::list(&db, &self.els, &sku, 1).await.expect("reads");
                vec![("kind", "goes_with".into()), ("other", found[0].id.to_string())]
            }
            "/products/{product}/succession" => {
                let product = params["product"].parse();
                let sku = if Ok(self.articles[0].id) == product { "978000" } else { "978001" };
                let found = store::products::list(&db, &self.els, sku, 1).await.expect("reads");
                vec![("switch", format!("{} {}", params["product"], found[0].id))]
            }
            "/desk/products/attributes" => vec![("name_nl", format!("As {n}")), ("kind", "text".into())],
            "/desk/products/attributes/{attribute}" => {
                vec![("version", "1".into()), ("name_nl", format!("As {n}"))]
            }
            "/desk/products/{product}/stock" => vec![("stock", "in_stock".into())],
            "/desk/products/{product}/pictures" | "/desk/products/{product}/documents" => vec![],
            "/desk/products/{product}/pictures/{hash}" => vec![("verb", "first".into())],
            "/desk/products/{product}/documents/{hash}" => vec![("verb", "remove".into())],
            "/desk/staff" => self.person_fields("desk"),
            "/desk/staff/remove" => {
                let form = self.newcomer("desk");
                store::people::invite_staff(&db, &self.tom, &form).await.expect("invites");
                let staff = store::people::staff(&db, &self.tom).await.expect("reads");
                vec![("user", staff.into_iter().find(|p| p.email == form.email).expect("a colleague").user.to_string())]
            }
            _ => return None,
        };
        Some(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    fn person_fields(&mut self, role: &str) -> Vec<(&'static str, String)> {
        let form = self.newcomer(role);
        vec![("name", form.name), ("email", form.email), ("language", form.language), ("role", form.role)]
    }

    async fn submission(&mut self) -> Vec<(String, String)> {
        let actor = self.actor.clone().filter(|a| a.at().is_some()).unwrap_or_else(|| self.helpers[0].clone());
        self.portal.fill(&actor, &[(0, 4)]).await;
        let basket = self.portal.basket(&actor).await;
        let day = self.portal.day(&actor).await;
        let mut fields: Vec<(String, String)> = basket
            .lines
            .iter()
            .map(|a| (format!("quantity.{}", a.product), (a.quantity.0 / 1000).to_string()))
            .collect();
        fields.extend(
            [
                ("order", basket.order.to_string()),
                ("version", basket.version.to_string()),
                ("delivery_on", day.to_string()),
            ]
            .map(|(name, value)| (name.to_owned(), value)),
        );
        fields.push(("go".into(), "send".into()));
        fields
    }

    /// The handle of another session of the same person.
    async fn another_session(&mut self) -> String {
        let (Principal::Of(email) | Principal::Acting(email)) = self.principal else { return "none".into() };
        let token = store::sessions::sign_in(&self.portal.db, email, demo::PASSWORD, "127.0.0.2", "other")
            .await
            .expect("signs in")
            .0;
        token.hash()
    }
}
