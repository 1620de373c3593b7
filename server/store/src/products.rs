//! Products, as staff maintain them.

use domain::{
    Actor, Permission, ProductId, Quantity, Refusal, SalesUnit, UnitCode, UnitPrice,
    agreement::far_off,
    money::{PricedBy, Tolerance, VatRate, parse_unit_price},
    pack::Pack,
    packaging::PerUnit,
    product::{Allergen, Category, Names, Product, ProductState, gtin},
    text,
};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    Db, Error, Fields, Result, Write,
    agreements::today,
    clock::new_id,
    entity::{category, product},
    journal, packagings,
    revisions::list_changed,
    search,
    sheets::{self, SheetForm},
};

/// Products that fit a text, the best first, at most `most`; staff only.
pub async fn list(db: &Db, actor: &Actor, typed: &str, most: usize) -> Result<Vec<Product>> {
    actor.require(Permission::OrderOnBehalf)?;
    let today = today(db).await?;
    if typed.trim().is_empty() {
        let first = product::Entity::find().order_by_asc(product::COLUMN.sku).limit(most as u64);
        return first.all(db.read()).await?.into_iter().map(|row| read(row.on(today))).collect();
    }
    let found = search::products(db, actor, typed, most).await?;
    let rows = product::Entity::find().filter(product::COLUMN.id.is_in(found.iter().copied())).all(db.read()).await?;
    let mut products = rows.into_iter().map(|row| read(row.on(today))).collect::<Result<Vec<_>>>()?;
    products.sort_by_key(|product| found.iter().position(|id| *id == product.id));
    Ok(products)
}

/// One product; staff only.
pub async fn get(db: &Db, actor: &Actor, id: ProductId) -> Result<Product> {
    actor.require(Permission::OrderOnBehalf)?;
    let row = product::Entity::find_by_id(id).one(db.read()).await?.ok_or(Error::NotFound)?;
    read(row.on(today(db).await?))
}

/// The categories, in the order of the warehouse.
pub async fn categories(db: &Db, actor: &Actor) -> Result<Vec<Category>> {
    actor.require(Permission::OrderOnBehalf)?;
    let rows = category::Entity::find().order_by_asc(category::COLUMN.position).all(db.read()).await?;
    Ok(rows
        .into_iter()
        .map(|c| Category { key: c.key, names: Names { nl: c.name_nl, fr: c.name_fr, en: c.name_en } })
        .collect())
}

/// A category that was not there is made, under the name it was typed with, after all others.
pub(crate) async fn put_category(write: &Write, key: &str) -> Result<()> {
    if category::Entity::find_by_id(key).one(&**write).await?.is_some() {
        return Ok(());
    }
    let last = category::Entity::find().order_by_desc(category::COLUMN.position).one(&**write).await?;
    let row = category::Model {
        key: key.to_owned(),
        name_nl: key.to_owned(),
        name_fr: key.to_owned(),
        name_en: key.to_owned(),
        position: last.map_or(0, |l| l.position) + 10,
    };
    row.into_active_model().insert(&**write).await?;
    Ok(())
}

pub(crate) fn names(row: &product::Model) -> Names {
    Names { nl: row.name_nl.clone(), fr: row.name_fr.clone(), en: row.name_en.clone() }
}

pub(crate) fn read(row: product::Model) -> Result<Product> {
    Ok(Product {
        id: row.id,
        names: names(&row),
        list_price: row.tiered(),
        coming: row.coming(),
        unit: row.sales_unit(),
        packs: Pack::all_from_text(&row.packs),
        sku: row.sku,
        gtin: row.gtin,
        category: row.category,
        base_unit: row.base_unit,
        vat: row.vat,
        packaging: row.packaging.map(|code| (code, row.packaging_per_unit)),
        allergens: row.allergens.split(' ').filter_map(Allergen::from_key).collect(),
        state: if row.discontinued { ProductState::Discontinued } else { ProductState::Active },
        version: row.version,
    })
}

/// What staff type about a product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductForm {
    pub sku: String,
    pub gtin: String,
    pub name_nl: String,
    pub name_fr: String,
    pub name_en: String,
    pub category: String,
    pub base_unit: String,
    pub unit: String,
    pub factor: String,
    pub minimum: String,
    pub multiple: String,
    /// As [`Pack::parse_all`] reads them.
    pub packs: String,
    pub priced_by_base: bool,
    /// In percent of the nominal weight; empty is not weighed.
    pub tolerance: String,
    pub list_price: String,
    /// Is a list price meant that is far from the one before it?
    pub sure: bool,
    /// As [`TieredPrice::parse`] reads them.
    pub list_tiers: String,
    /// What a sales unit costs the distributor, empty where that is not known; none leaves what is stored.
    pub cost: Option<String>,
    /// In percent: `6`, `21`.
    pub vat: String,
    /// The code of the returnable packaging it comes in; empty is none.
    pub packaging: String,
    /// In how many of it a sales unit comes; empty is one.
    pub packaging_per_unit: String,
    pub allergens: Vec<String>,
    pub discontinued: bool,
    pub sheet: SheetForm,
}

impl ProductForm {
    /// The row, or what is wrong with each field. Shared by the page and the import.
    pub(crate) fn check(&self) -> Result<product::Model> {
        let mut fields = Fields::default();
        let row = self.check_into(&mut fields);
        fields.check()?;
        Ok(row)
    }

    /// The row, of which what was refused is to be thrown away.
    fn check_into(&self, fields: &mut Fields) -> product::Model {
        let sku = fields.take("sku", text::required(&self.sku, 40));
        let gtin = fields.take("gtin", gtin(&self.gtin));
        let name_nl = fields.take("name_nl", text::required(&self.name_nl, 120));
        let name_fr = fields.take("name_fr", text::line(&self.name_fr, 120));
        let name_en = fields.take("name_en", text::line(&self.name_en, 120));
        let category = fields.take("category", text::required(&self.category, 40));
        let none = UnitCode(String::new());
        let mut unit = |field: &str, typed: &str| match UnitCode::parse(typed) {
            Ok(code) => code,
            Err(refusal) => {
                fields.refuse(field, refusal);
                none.clone()
            }
        };
        let base_unit = unit("base_unit", &self.base_unit);
        let sales_unit = unit("unit", &self.unit);
        let factor = fields.take("factor", at_least_something(&self.factor));
        let minimum = fields.take("minimum", at_least_something(&self.minimum));
        let multiple = fields.take("multiple", at_least_something(&self.multiple));
        let priced_by = fields.take("tolerance", tolerance(&self.tolerance));
        let sold = SalesUnit {
            code: sales_unit.clone(),
            factor,
            minimum,
            multiple,
            priced_by: PricedBy::of(self.priced_by_base, priced_by),
        };
        let packs = fields.take("packs", Pack::parse_all(&self.packs, &sold));
        let list_price =
            parse_unit_price(&self.list_price).and_then(|p| if p.0 < 0 { Err(Refusal::Negative) } else { Ok(p) });
        let list_price = fields.take_price("list_price", list_price, "list_tiers", &self.list_tiers);
        let cost = fields.take("cost", cost(self.cost.as_deref().unwrap_or_default()));
        let vat = fields.take(
            "vat",
            domain::quantity::parse_decimal(self.vat.trim().trim_end_matches('%'), 2).and_then(|v| {
                if (0..=10_000).contains(&v) {
                    Ok(v)
                } else {
                    Err(Refusal::UnknownChoice { typed: self.vat.chars().take(40).collect() })
                }
            }),
        );
        let packaging = fields.take("packaging", text::line(&self.packaging, 40));
        let packaging_per_unit = fields.take("packaging_per_unit", PerUnit::parse(&self.packaging_per_unit));
        let allergens = fields.take("allergens", allergen_keys(&self.allergens));
        product::Model {
            id: ProductId(new_id()),
            sku,
            gtin,
            name_nl,
            name_fr,
            name_en,
            category,
            base_unit,
            unit: sales_unit,
            factor,
            minimum,
            multiple,
            // a weight is paid by the unit it is weighed in
            priced_by_base: self.priced_by_base || priced_by.is_some(),
            tolerance: priced_by,
            packs: Pack::all_to_text(&packs),
            list_price: list_price.base,
            list_tiers: list_price.tiers_to_text(),
            coming_price: None,
            coming_tiers: None,
            coming_on: None,
            cost,
            vat: VatRate(vat),
            packaging: Some(packaging).filter(|code| !code.is_empty()),
            packaging_per_unit,
            allergens,
            discontinued: self.discontinued,
            successor_id: None,
            version: 1,
        }
    }
}

/// What a unit costs; nothing is not known.
fn cost(typed: &str) -> Result<Option<UnitPrice>, Refusal> {
    match typed.trim() {
        "" => Ok(None),
        typed => match parse_unit_price(typed)? {
            UnitPrice(..0) => Err(Refusal::Negative),
            cost => Ok(Some(cost)),
        },
    }
}

/// What is weighed may differ from its nominal weight by so many percent.
fn tolerance(typed: &str) -> Result<Option<Tolerance>, Refusal> {
    let typed = typed.trim().trim_end_matches('%');
    if typed.is_empty() {
        return Ok(None);
    }
    match domain::quantity::parse_decimal(typed, 1)? {
        permille if (1..=Tolerance::MOST.0).contains(&permille) => Ok(Some(Tolerance(permille))),
        _ => Err(Refusal::UnknownChoice { typed: typed.chars().take(40).collect() }),
    }
}

/// The keys of allergens as they are stored: each once, in the order of the regulation.
pub(crate) fn allergen_keys(typed: &[String]) -> Result<String, Refusal> {
    let mut allergens = typed
        .iter()
        .map(|key| {
            Allergen::from_key(key).ok_or_else(|| Refusal::UnknownChoice { typed: key.chars().take(40).collect() })
        })
        .collect::<Result<Vec<_>, _>>()?;
    allergens.sort_unstable();
    allergens.dedup();
    Ok(allergens.iter().map(|a| a.key()).collect::<Vec<_>>().join(" "))
}

fn at_least_something(typed: &str) -> Result<Quantity, Refusal> {
    match Quantity::parse(typed)? {
        Quantity::ZERO => Err(Refusal::Required),
        quantity => Ok(quantity),
    }
}

/// A new product, with its sheet.
pub async fn create(db: &Db, actor: &Actor, form: &ProductForm) -> Result<ProductId> {
    actor.require(Permission::ManageProducts)?;
    let mut fields = Fields::default();
    let mut row = form.check_into(&mut fields);
    let write = db.write().await?;
    let other = product::Entity::find().filter(product::COLUMN.sku.eq(&row.sku)).one(&*write).await?;
    if other.is_some() {
        fields.refuse("sku", Refusal::Taken);
    }
    packagings::known(&write, row.packaging.as_deref(), &mut fields).await?;
    let sheet = sheets::check(&write, &row, &form.sheet, &mut fields).await?;
    fields.check()?;
    row.successor_id = sheet.successor;
    put_category(&write, &row.category).await?;
    let id = row.id;
    let event = serde_json::json!({ "kind": "created", "after": format!("{row:?}"), "sheet": format!("{sheet:?}") });
    row.into_active_model().insert(&*write).await?;
    sheets::put(&write, id, sheet).await?;
    journal::append(db, &write, actor, "product", id.0, &event).await?;
    write.commit().await?;
    Ok(id)
}

/// Saves a product with its sheet, if nobody else did meanwhile (`version`). A list price far from the one before it is
/// refused until it is said to be right ([`Refusal::FarOff`]).
pub async fn save(db: &Db, actor: &Actor, id: ProductId, version: i64, form: &ProductForm) -> Result<()> {
    actor.require(Permission::ManageProducts)?;
    let mut fields = Fields::default();
    let new = form.check_into(&mut fields);
    let today = today(db).await?;
    let write = db.write().await?;
    let before = product::Entity::find_by_id(id).lock_exclusive().one(&*write).await?.ok_or(Error::NotFound)?.on(today);
    let mut after = product::Model { id, version: version + 1, ..new };
    after.set_coming(before.coming());
    let other = product::Entity::find().filter(product::COLUMN.sku.eq(&after.sku)).one(&*write).await?;
    if other.is_some_and(|o| o.id != id) {
        fields.refuse("sku", Refusal::Taken);
    }
    packagings::known(&write, after.packaging.as_deref(), &mut fields).await?;
    let sheet = sheets::check(&write, &after, &form.sheet, &mut fields).await?;
    let (list_before, list_now) = (before.list_price, after.list_price);
    if !form.sure && !fields.has("list_price") && far_off(list_before, list_now) {
        fields.refuse("list_price", Refusal::FarOff { before: list_before, now: list_now });
    }
    fields.check()?;
    if before.version != version {
        return Err(Refusal::Stale.into());
    }
    after.successor_id = sheet.successor;
    if form.cost.is_none() {
        after.cost = before.cost;
    }
    put_category(&write, &after.category).await?;
    let event = serde_json::json!({
        "kind": "changed", "before": format!("{before:?}"), "after": format!("{after:?}"), "sheet": format!("{sheet:?}"),
    });
    list_changed(&write, &after).await?;
    after.into_active_model().reset_all().update(&*write).await?;
    sheets::put(&write, id, sheet).await?;
    journal::append(db, &write, actor, "product", id.0, &event).await?;
    write.commit().await
}
