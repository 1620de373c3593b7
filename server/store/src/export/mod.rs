//! What the portal holds as the files that the import reads: the same kinds, the same columns, and a file that is
//! imported where it came from changes nothing.
//!
//! Rows come in portions, in the order of their natural keys, so that what is exported, imported into an empty portal
//! and exported there again is the same to the byte. A portion is what it was at one moment; what others change between
//! two portions is in the file or not, row by row.
//!
//! Left out are orders that nobody has decided on yet (such an order does not come from a file), people whose account
//! is closed, and what no column is there for: names of categories, pictures, deposits of orders and what bundles took off
//! them, passwords, the journal.

mod cells;
mod file;

use std::{
    collections::{HashMap, VecDeque},
    sync::Arc,
    vec,
};

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::{
    Actor, CustomerId, OrderId, OrderState, ProductId, PromotionId, SectionId, ShoppingListId, UnitPrice, UserId,
    agreement::{Deal, PriceAgreement},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    Db, Result,
    agreements::With,
    distributor,
    entity::{
        assortment_item, customer, group_agreement, group_item, group_terms, membership, order, order_line, packaging,
        price_agreement, product, product_sheet, promotion, promotion_product, shopping_list, shopping_list_row,
        shopping_list_section, site, user,
    },
    import::Kind,
};
use cells::{
    ASSORTMENTS, CUSTOMERS, Codes, CustomerRow, GROUPS, ItemRow, LISTS, LineRow, ListedRow, ORDERS, PACKAGINGS, PRICES,
    PRODUCTS, PROMOTIONS, PersonOf, PriceRow, ProductRow, PromotionRow,
};
pub use file::{Format, csv_head, csv_rows, workbook};

/// Rows of a table that are read at a time.
const PORTION: u64 = 1_000;
/// Orders that are read at a time; each has some lines.
const ORDERS_AT_A_TIME: u64 = 200;

/// An export that is under way.
pub struct Export {
    kind: Kind,
    from: From,
    codes: Codes,
    zone: Tz,
}

/// Where the next portion begins.
enum From {
    /// After this number, code or name.
    After(String),
    /// First the list prices, after this code.
    ListPrices(String),
    /// What groups have.
    GroupItems,
    /// What these customers have, one customer after the other, and what is left of the first one's.
    Items(VecDeque<CustomerId>, vec::IntoIter<(String, assortment_item::Model)>),
    /// What was agreed with these groups and customers, one after the other, and what is left of the first one's.
    Agreements(VecDeque<With>, vec::IntoIter<PriceRow>),
    Done,
}

/// The states of an order that a file may have.
const DECIDED: [OrderState; 4] =
    [OrderState::Accepted, OrderState::Delivered, OrderState::Declined, OrderState::Cancelled];

impl Export {
    /// For staff with the right over what is exported.
    pub async fn open(db: &Db, actor: &Actor, kind: Kind) -> Result<Export> {
        kind.require(actor)?;
        Export::by_operator(db, kind).await
    }

    /// For the command line, whose user holds the database.
    pub async fn by_operator(db: &Db, kind: Kind) -> Result<Export> {
        let zone = match distributor::get(db).await? {
            Some(distributor) => distributor.zone,
            None => distributor::Distributor::unpacked("").zone,
        };
        let mut codes = Codes::default();
        if kind != Kind::Customers {
            codes.read(db).await?;
        }
        let from = match kind {
            Kind::OnlineRetail => From::Done,
            Kind::Customers
            | Kind::Groups
            | Kind::Packagings
            | Kind::Products
            | Kind::Promotions
            | Kind::Orders
            | Kind::Lists => From::After(String::new()),
            Kind::Prices => From::ListPrices(String::new()),
            Kind::Assortments => From::GroupItems,
        };
        Ok(Export { kind, from, codes, zone })
    }

    pub fn kind(&self) -> Kind {
        self.kind
    }

    fn today(&self, db: &Db) -> NaiveDate {
        db.now().with_timezone(&self.zone).date_naive()
    }

    /// The names of the columns.
    pub fn header(&self) -> Vec<&'static str> {
        match self.kind {
            Kind::Customers => cells::header(self.kind, CUSTOMERS),
            Kind::Groups => cells::header(self.kind, GROUPS),
            Kind::Packagings => cells::header(self.kind, PACKAGINGS),
            Kind::Products => cells::header(self.kind, PRODUCTS),
            Kind::Assortments => cells::header(self.kind, ASSORTMENTS),
            Kind::Prices => cells::header(self.kind, PRICES),
            Kind::Promotions => cells::header(self.kind, PROMOTIONS),
            Kind::Lists => cells::header(self.kind, LISTS),
            Kind::Orders => cells::header(self.kind, ORDERS),
            Kind::OnlineRetail => Vec::new(),
        }
    }

    /// The next rows; none at the end.
    pub async fn next(&mut self, db: &Db) -> Result<Option<Vec<Vec<String>>>> {
        loop {
            let rows = match (self.kind, std::mem::replace(&mut self.from, From::Done)) {
                (_, From::Done) => return Ok(None),
                (Kind::Customers, From::After(number)) => self.customers(db, &number).await?,
                (Kind::Promotions, From::After(_)) => self.promotions(db).await?,
                (Kind::Lists, From::After(_)) => self.lists(db).await?,
                (Kind::Groups, From::After(_)) => self.groups(db).await?,
                (Kind::Packagings, From::After(_)) => self.packagings(db).await?,
                (Kind::Products, From::After(sku)) => self.products(db, &sku).await?,
                (_, From::After(number)) => self.orders(db, &number).await?,
                (_, From::ListPrices(sku)) => self.list_prices(db, &sku).await?,
                (_, From::GroupItems) => self.group_items(db).await?,
                (_, From::Items(customers, left)) => self.items(db, customers, left).await?,
                (_, From::Agreements(with, left)) => self.agreements(db, with, left).await?,
            };
            if !rows.is_empty() {
                return Ok(Some(rows));
            }
        }
    }

    /// Each site of a customer is a row, then each of its people.
    async fn customers(&mut self, db: &Db, after: &str) -> Result<Vec<Vec<String>>> {
        let found = customer::Entity::find()
            .filter(customer::Column::Number.gt(after))
            .order_by_asc(customer::Column::Number)
            .limit(PORTION)
            .all(db.read())
            .await?;
        let Some(last) = found.last() else { return Ok(Vec::new()) };
        self.from = From::After(last.number.clone());
        let ids: Vec<CustomerId> = found.iter().map(|c| c.id).collect();
        let mut sites: HashMap<CustomerId, Vec<site::Model>> = HashMap::new();
        for site in site::Entity::find().filter(site::Column::CustomerId.is_in(ids.clone())).all(db.read()).await? {
            sites.entry(site.customer_id).or_default().push(site);
        }
        let mut people = people(db, ids, &sites).await?;
        let mut rows = Vec::with_capacity(found.len() * 2);
        for customer in found {
            let mut sites = sites.remove(&customer.id).unwrap_or_default();
            sites.sort_by(|a, b| a.code.cmp(&b.code));
            let mut people = people.remove(&customer.id).unwrap_or_default();
            people.sort_by(|a, b| a.user.email.cmp(&b.user.email));
            if sites.is_empty() && people.is_empty() {
                rows.push(CustomerRow { customer, site: None, person: None });
                continue;
            }
            let row = |site, person| CustomerRow { customer: customer.clone(), site, person };
            rows.extend(sites.into_iter().map(|site| row(Some(site), None)));
            rows.extend(people.into_iter().map(|person| row(None, Some(person))));
        }
        Ok(cells::rows(self.kind, CUSTOMERS, rows))
    }

    /// All at once: there are a few, with a thousand articles at most.
    async fn promotions(&mut self, db: &Db) -> Result<Vec<Vec<String>>> {
        let found = promotion::Entity::find().all(db.read()).await?;
        let found: HashMap<PromotionId, Arc<promotion::Model>> =
            found.into_iter().map(|p| (p.id, Arc::new(p))).collect();
        let articles = promotion_product::Entity::find().all(db.read()).await?;
        let mut rows: Vec<PromotionRow> = self
            .codes
            .with_sku(articles, |article| article.product_id)
            .into_iter()
            .filter_map(|(sku, article)| {
                Some(PromotionRow { promotion: found.get(&article.promotion_id)?.clone(), article, sku })
            })
            .collect();
        let key = |row: &PromotionRow| (row.promotion.name_nl.clone(), row.promotion.from_on, row.sku.clone());
        rows.sort_by_cached_key(key);
        Ok(cells::rows(self.kind, PROMOTIONS, rows))
    }

    /// All at once: a customer has a hundred at most, and most have none. A list without articles is left out.
    async fn lists(&mut self, db: &Db) -> Result<Vec<Vec<String>>> {
        let lists = shopping_list::Entity::find().all(db.read()).await?;
        let lists: HashMap<ShoppingListId, Arc<shopping_list::Model>> =
            lists.into_iter().map(|list| (list.id, Arc::new(list))).collect();
        let sections = shopping_list_section::Entity::find().all(db.read()).await?;
        let sections: HashMap<SectionId, (i64, String)> =
            sections.into_iter().map(|section| (section.id, (section.position, section.name))).collect();
        let rows = shopping_list_row::Entity::find().all(db.read()).await?;
        let found = self.codes.with_sku(rows, |row| row.product_id).into_iter().filter_map(|(sku, row)| {
            let list = lists.get(&row.list_id)?.clone();
            let section = row.section_id.and_then(|id| sections.get(&id)).cloned();
            let customer = self.codes.customers.get(&list.customer_id)?.clone();
            let site = list.site_id.and_then(|site| self.codes.sites.get(&site)).cloned().unwrap_or_default();
            let (position, usual) = (row.position, row.usual);
            Some(ListedRow { customer, site, list, section, sku, position, usual })
        });
        let mut found: Vec<ListedRow> = found.collect();
        // in a list as it is read: section by section, what stands in none first
        found.sort_by_cached_key(|row| {
            let place = row.section.as_ref().map(|(position, name)| (*position, name.clone()));
            let of_list = (row.customer.clone(), row.site.clone(), row.list.name.clone());
            (of_list, place, row.position, row.sku.clone())
        });
        Ok(cells::rows(self.kind, LISTS, found))
    }

    /// All at once: there are a few.
    async fn groups(&mut self, db: &Db) -> Result<Vec<Vec<String>>> {
        let found = group_terms::Entity::find().order_by_asc(group_terms::Column::CustomerGroup).all(db.read()).await?;
        Ok(cells::rows(self.kind, GROUPS, found))
    }

    /// All at once: there are a few.
    async fn packagings(&mut self, db: &Db) -> Result<Vec<Vec<String>>> {
        let found = packaging::Entity::find().order_by_asc(packaging::Column::Code).all(db.read()).await?;
        Ok(cells::rows(self.kind, PACKAGINGS, found))
    }

    async fn products(&mut self, db: &Db, after: &str) -> Result<Vec<Vec<String>>> {
        let found = products_after(db, after, self.today(db)).await?;
        let Some(last) = found.last() else { return Ok(Vec::new()) };
        self.from = From::After(last.sku.clone());
        let ids = found.iter().map(|p| p.id);
        let sheets = product_sheet::Entity::find().filter(product_sheet::Column::ProductId.is_in(ids)).all(db.read());
        let mut sheets: HashMap<ProductId, _> = sheets.await?.into_iter().map(|s| (s.product_id, s)).collect();
        let rows = found.into_iter().map(|product| ProductRow {
            sheet: sheets.remove(&product.id),
            successor: product.successor_id.and_then(|id| self.codes.products.get(&id)).cloned().unwrap_or_default(),
            zone: self.zone,
            product,
        });
        Ok(cells::rows(self.kind, PRODUCTS, rows))
    }

    async fn list_prices(&mut self, db: &Db, after: &str) -> Result<Vec<Vec<String>>> {
        let found = products_after(db, after, self.today(db)).await?;
        self.from = match found.last() {
            Some(last) => From::ListPrices(last.sku.clone()),
            None => {
                let groups = group_agreement::Entity::find().select_only();
                let groups: Vec<String> = groups
                    .column(group_agreement::Column::CustomerGroup)
                    .distinct()
                    .order_by_asc(group_agreement::Column::CustomerGroup)
                    .into_tuple()
                    .all(db.read())
                    .await?;
                let customers = self.codes.in_order().into_iter().map(With::Customer);
                From::Agreements(groups.into_iter().map(With::Group).chain(customers).collect(), Vec::new().into_iter())
            }
        };
        let rows = found.into_iter().flat_map(|p| {
            let coming = p.coming().map(|(from, price)| (price, Some((from, None))));
            let prices = std::iter::once((p.tiered(), None)).chain(coming);
            let row = |(price, days)| {
                let (customer, group, sku) = (String::new(), String::new(), p.sku.clone());
                PriceRow { customer, group, sku, deal: Deal::Net(price), days, list: p.list_price }
            };
            prices.map(row).collect::<Vec<_>>()
        });
        Ok(cells::rows(self.kind, PRICES, rows))
    }

    async fn agreements(
        &mut self,
        db: &Db,
        mut with: VecDeque<With>,
        mut left: vec::IntoIter<PriceRow>,
    ) -> Result<Vec<Vec<String>>> {
        let mut some = Vec::new();
        while some.len() < PORTION as usize {
            if let Some(row) = left.next() {
                some.push(row);
                continue;
            }
            let Some(next) = with.pop_front() else { break };
            left = self.agreed(db, &next).await?.into_iter();
        }
        if !some.is_empty() {
            self.from = From::Agreements(with, left);
        }
        Ok(cells::rows(self.kind, PRICES, some))
    }

    /// All that was ever agreed with one customer or group.
    async fn agreed(&self, db: &Db, with: &With) -> Result<Vec<PriceRow>> {
        let (customer, found) = match with {
            With::Customer(id) => {
                let of = price_agreement::Entity::find().filter(price_agreement::Column::CustomerId.eq(*id));
                let found = self.codes.with_sku(of.all(db.read()).await?, |a| a.product_id);
                let found: Vec<_> =
                    found.into_iter().map(|(sku, row)| (sku, row.product_id, row.agreement())).collect();
                (self.codes.customers.get(id).cloned().unwrap_or_default(), found)
            }
            With::Group(group) => {
                let of = group_agreement::Entity::find().filter(group_agreement::COLUMN.customer_group.eq(group));
                let found = self.codes.with_sku(of.all(db.read()).await?, |a| a.product_id);
                (String::new(), found.into_iter().map(|(sku, row)| (sku, row.product_id, row.agreement())).collect())
            }
        };
        let mut rows: Vec<PriceRow> = found
            .into_iter()
            .map(|(sku, product, PriceAgreement { deal, from, until, group })| PriceRow {
                customer: customer.clone(),
                group,
                sku,
                deal,
                days: Some((from, until)),
                list: self.codes.list_prices.get(&product).copied().unwrap_or_default(),
            })
            .collect();
        rows.sort_by(|a, b| (&a.sku, a.days).cmp(&(&b.sku, b.days)));
        Ok(rows)
    }

    /// All at once: there are a few groups.
    async fn group_items(&mut self, db: &Db) -> Result<Vec<Vec<String>>> {
        self.from = From::Items(self.codes.in_order(), Vec::new().into_iter());
        let mut found = self.codes.with_sku(group_item::Entity::find().all(db.read()).await?, |item| item.product_id);
        found.sort_by(|(a, x), (b, y)| (&x.customer_group, a).cmp(&(&y.customer_group, b)));
        let row = |(sku, item): (String, group_item::Model)| ItemRow {
            customer: String::new(),
            group: item.customer_group,
            sku,
            item: None,
        };
        Ok(cells::rows(self.kind, ASSORTMENTS, found.into_iter().map(row)))
    }

    async fn items(
        &mut self,
        db: &Db,
        mut customers: VecDeque<CustomerId>,
        mut left: vec::IntoIter<(String, assortment_item::Model)>,
    ) -> Result<Vec<Vec<String>>> {
        let mut some = Vec::new();
        while some.len() < PORTION as usize {
            if let Some((sku, item)) = left.next() {
                let Some(customer) = self.codes.customers.get(&item.customer_id).cloned() else { continue };
                some.push(ItemRow { customer, group: String::new(), sku, item: Some(item) });
                continue;
            }
            let Some(next) = customers.pop_front() else { break };
            let of = assortment_item::Entity::find().filter(assortment_item::Column::CustomerId.eq(next));
            let mut found = self.codes.with_sku(of.all(db.read()).await?, |item| item.product_id);
            found.sort_by(|(a, x), (b, y)| (x.position, a).cmp(&(y.position, b)));
            left = found.into_iter();
        }
        if !some.is_empty() {
            self.from = From::Items(customers, left);
        }
        Ok(cells::rows(self.kind, ASSORTMENTS, some))
    }

    async fn orders(&mut self, db: &Db, after: &str) -> Result<Vec<Vec<String>>> {
        let found = order::Entity::find()
            .filter(order::Column::Number.gt(after))
            .filter(order::Column::State.is_in(DECIDED.map(OrderState::key)))
            .order_by_asc(order::Column::Number)
            .limit(ORDERS_AT_A_TIME)
            .all(db.read())
            .await?;
        let Some(last) = found.last() else { return Ok(Vec::new()) };
        self.from = From::After(last.number.clone());
        let mut lines: HashMap<OrderId, Vec<order_line::Model>> = HashMap::new();
        let of_these = order_line::Column::OrderId.is_in(found.iter().map(|o| o.id));
        for line in order_line::Entity::find()
            .filter(of_these)
            .order_by_asc(order_line::Column::OrderId)
            .order_by_asc(order_line::Column::Line)
            .all(db.read())
            .await?
        {
            lines.entry(line.order_id).or_default().push(line);
        }
        let mut rows = Vec::new();
        for order in found.into_iter().map(Arc::new) {
            for line in lines.remove(&order.id).unwrap_or_default() {
                let customer = self.codes.customers.get(&order.customer_id).cloned().unwrap_or_default();
                let site = self.codes.sites.get(&order.site_id).cloned().unwrap_or_default();
                // its code of today: by the one of then nobody would find it
                let sku = self.codes.products.get(&line.product_id).unwrap_or(&line.sku).clone();
                rows.push(LineRow { order: order.clone(), customer, site, zone: self.zone, sku, line });
            }
        }
        Ok(cells::rows(self.kind, ORDERS, rows))
    }
}

async fn products_after(db: &Db, sku: &str, today: NaiveDate) -> Result<Vec<product::Model>> {
    let found = product::Entity::find().filter(product::Column::Sku.gt(sku)).order_by_asc(product::Column::Sku);
    Ok(found.limit(PORTION).all(db.read()).await?.into_iter().map(|row| row.on(today)).collect())
}

/// The people of these customers whose account is open.
async fn people(
    db: &Db,
    customers: Vec<CustomerId>,
    sites: &HashMap<CustomerId, Vec<site::Model>>,
) -> Result<HashMap<CustomerId, Vec<PersonOf>>> {
    let mut people: HashMap<CustomerId, Vec<PersonOf>> = HashMap::new();
    let members =
        membership::Entity::find().filter(membership::Column::CustomerId.is_in(customers)).all(db.read()).await?;
    for some in members.chunks(PORTION as usize) {
        let users = user::Entity::find()
            .filter(user::Column::Id.is_in(some.iter().map(|m| m.user_id)))
            .filter(user::Column::DisabledAt.is_null())
            .all(db.read())
            .await?;
        let users: HashMap<UserId, user::Model> = users.into_iter().map(|u| (u.id, u)).collect();
        for membership in some.iter().cloned() {
            let Some(user) = users.get(&membership.user_id).cloned() else { continue };
            let of_customer = sites.get(&membership.customer_id).map_or(&[][..], Vec::as_slice);
            let site = of_customer.iter().find(|site| Some(site.id) == membership.site_id);
            let site = site.map(|site| site.code.clone()).unwrap_or_default();
            people.entry(membership.customer_id).or_default().push(PersonOf { user, membership, site });
        }
    }
    Ok(people)
}

impl Codes {
    async fn read(&mut self, db: &Db) -> Result<()> {
        use sea_orm::QuerySelect as _;
        let customers = customer::Entity::find().select_only();
        let customers = customers.columns([customer::Column::Id, customer::Column::Number]);
        self.customers = customers.into_tuple::<(CustomerId, String)>().all(db.read()).await?.into_iter().collect();
        let sites = site::Entity::find().select_only().columns([site::Column::Id, site::Column::Code]);
        self.sites = sites.into_tuple().all(db.read()).await?.into_iter().collect();
        use product::Column::{Id, ListPrice, Sku};
        let products = product::Entity::find().select_only().columns([Id, Sku, ListPrice]);
        for (id, sku, list) in products.into_tuple::<(ProductId, String, UnitPrice)>().all(db.read()).await? {
            self.products.insert(id, sku);
            self.list_prices.insert(id, list);
        }
        Ok(())
    }

    /// The customers, by number.
    fn in_order(&self) -> VecDeque<CustomerId> {
        let mut all: Vec<(&String, CustomerId)> = self.customers.iter().map(|(id, number)| (number, *id)).collect();
        all.sort_unstable();
        all.into_iter().map(|(_, id)| id).collect()
    }

    fn with_sku<M>(&self, found: Vec<M>, product: fn(&M) -> ProductId) -> Vec<(String, M)> {
        found.into_iter().filter_map(|m| Some((self.products.get(&product(&m))?.clone(), m))).collect()
    }
}
