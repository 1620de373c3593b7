//! What the portal knows already: what the codes in a file refer to.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::{CustomerId, ProductId, text};
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};

use super::report::{Problem, Problems, Reason, Report};
use crate::{
    Result,
    entity::{customer, group_agreement, group_item, product, site},
};

/// All customers by number, with their sites by code.
#[derive(Default)]
pub(super) struct Customers {
    by_number: BTreeMap<String, customer::Model>,
    sites: HashMap<CustomerId, Vec<site::Model>>,
}

impl Customers {
    pub async fn read(conn: &impl ConnectionTrait) -> Result<Customers> {
        let rows = customer::Entity::find().all(conn).await?;
        let mut known =
            Customers { by_number: rows.into_iter().map(|c| (c.number.clone(), c)).collect(), sites: HashMap::new() };
        for site in site::Entity::find().all(conn).await? {
            known.sites.entry(site.customer_id).or_default().push(site);
        }
        Ok(known)
    }

    pub fn get(&self, number: &str) -> Option<&customer::Model> {
        self.by_number.get(number)
    }

    /// The groups that customers are in.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        self.by_number.values().map(|c| c.customer_group.as_str()).filter(|group| !group.is_empty())
    }

    pub fn sites(&self, customer: CustomerId) -> &[site::Model] {
        self.sites.get(&customer).map_or(&[], Vec::as_slice)
    }

    pub fn site(&self, customer: CustomerId, code: &str) -> Option<&site::Model> {
        self.sites(customer).iter().find(|s| s.code == code)
    }

    /// The customer of a cell; tells where there is none.
    pub fn named(&self, line: u64, number: &str, problems: &mut Problems) -> Option<&customer::Model> {
        if number.is_empty() {
            problems.of_row(line, "customer_number", number, Problem::new(Reason::Required, "must be filled in"));
            return None;
        }
        let found = self.by_number.get(number);
        if found.is_none() {
            let nearest = problems.nearest("customer", number, self.by_number.keys().map(String::as_str));
            let problem = Problem::new(Reason::UnknownCustomer, "no customer has this number").or_rather(nearest);
            problems.of_row(line, "customer_number", number, problem);
        }
        found
    }
}

/// The customer groups there are: those that customers are in, and those that have prices or articles; and those that the
/// file brings.
pub(super) struct Groups {
    there: BTreeSet<String>,
    new: BTreeSet<String>,
}

impl Groups {
    pub async fn read(conn: &impl ConnectionTrait, customers: &Customers) -> Result<Groups> {
        use group_agreement::Column::CustomerGroup as OfAgreement;
        use group_item::Column::CustomerGroup as OfItem;
        let agreed = group_agreement::Entity::find().select_only().column(OfAgreement).distinct();
        let items = group_item::Entity::find().select_only().column(OfItem).distinct();
        let (agreed, items): (Vec<String>, Vec<String>) =
            (agreed.into_tuple().all(conn).await?, items.into_tuple().all(conn).await?);
        let there = customers.groups().map(str::to_owned).chain(agreed).chain(items).collect();
        Ok(Groups { there, new: BTreeSet::new() })
    }

    /// The group of a cell. A name like that of a group there is, is told as a slip; another is a new group.
    pub fn named(&mut self, line: u64, group: &str, problems: &mut Problems) -> Option<String> {
        if self.there.contains(group) || self.new.contains(group) {
            return Some(group.to_owned());
        }
        let refused = match problems.nearest("customer_group", group, self.there.iter().map(String::as_str)) {
            Some(nearest) => {
                Problem::new(Reason::UnknownCustomerGroup, "no customer is in this group").or_rather(Some(nearest))
            }
            None => match text::line(group, 40) {
                Ok(group) => {
                    self.new.insert(group.clone());
                    return Some(group);
                }
                Err(refusal) => super::refusals::problem(&refusal),
            },
        };
        problems.of_row(line, "customer_group", group, refused);
        None
    }

    /// Says which groups are new: nobody is in them yet.
    pub fn tell(&self, report: &mut Report) {
        if !self.new.is_empty() {
            let names: Vec<&str> = self.new.iter().map(String::as_str).collect();
            let text = format!("groups that no customer is in yet: {}", names.join(", "));
            report.note("new_groups", names.len() as u64, text);
        }
    }
}

/// All products by SKU.
#[derive(Default)]
pub(super) struct Products {
    by_sku: BTreeMap<String, product::Model>,
}

impl Products {
    pub async fn read(conn: &impl ConnectionTrait) -> Result<Products> {
        let rows = product::Entity::find().all(conn).await?;
        Ok(Products { by_sku: rows.into_iter().map(|p| (p.sku.clone(), p)).collect() })
    }

    /// As they are on a day ([`product::Model::on`]).
    pub fn on(mut self, day: NaiveDate) -> Products {
        self.by_sku = self.by_sku.into_iter().map(|(sku, product)| (sku, product.on(day))).collect();
        self
    }

    pub fn get(&self, sku: &str) -> Option<&product::Model> {
        self.by_sku.get(sku)
    }

    pub fn by_id(&self) -> HashMap<ProductId, &product::Model> {
        self.by_sku.values().map(|product| (product.id, product)).collect()
    }

    pub fn skus(&self) -> impl Iterator<Item = &str> {
        self.by_sku.keys().map(String::as_str)
    }

    /// What follows what.
    pub fn successors(&self) -> HashMap<ProductId, ProductId> {
        self.by_sku.values().filter_map(|p| Some((p.id, p.successor_id?))).collect()
    }

    /// The product of a cell; tells where there is none.
    pub fn named(&self, line: u64, sku: &str, problems: &mut Problems) -> Option<&product::Model> {
        if sku.is_empty() {
            problems.of_row(line, "sku", sku, Problem::new(Reason::Required, "must be filled in"));
            return None;
        }
        let found = self.by_sku.get(sku);
        if found.is_none() {
            let nearest = problems.nearest("product", sku, self.by_sku.keys().map(String::as_str));
            let problem = Problem::new(Reason::UnknownProduct, "no product has this code").or_rather(nearest);
            problems.of_row(line, "sku", sku, problem);
        }
        found
    }
}
