//! What takes the place of a discontinued product: shown first, done with the customer's consent.
//!
//! Consent is given by whoever may place orders ([`Permission::PlaceOrder`]): buyers, approvers, administrators of the
//! customer, and staff on behalf of one. Who only fills a basket is shown the notice without the button.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Actor, Permission, ProductId, Quantity, Refusal,
    access::At,
    price::Conditions,
    product::{Article, ProductState},
    succession::{self, Link, Packing, Replacement},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};

use crate::{
    Db, Error, Result, Write,
    assortments::{self, Which},
    baskets,
    entity::{assortment_item, basket_line, customer, habit, product, product_sheet, site},
    journal, shopping_lists,
};

/// The chain of successors that begins at a product, as far as it goes.
pub(crate) async fn chain(conn: &impl ConnectionTrait, from: ProductId) -> Result<HashMap<ProductId, Link>> {
    let mut links = HashMap::new();
    let mut next = Some(from);
    while let Some(id) = next.filter(|id| !links.contains_key(id)) {
        let Some(row) = product::Entity::find_by_id(id).one(conn).await? else { break };
        let state = if row.discontinued { ProductState::Discontinued } else { ProductState::Active };
        links.insert(id, Link { state, successor: row.successor_id });
        next = row.successor_id;
    }
    Ok(links)
}

/// What takes the place of these products for the actor's customer; those without a successor that can be ordered are
/// left out.
pub async fn replacements(db: &Db, actor: &Actor, of: &[ProductId], on: NaiveDate) -> Result<Vec<Replacement>> {
    let mut found = Vec::new();
    if of.is_empty() {
        return Ok(found);
    }
    let rows = product::Entity::find().filter(product::COLUMN.id.is_in(of.iter().copied())).all(db.read()).await?;
    for id in of {
        if let Some(row) = rows.iter().find(|row| row.id == *id) {
            found.extend(replacement(db.read(), actor, row, on).await?);
        }
    }
    Ok(found)
}

pub(crate) async fn replacement(
    conn: &impl ConnectionTrait,
    actor: &Actor,
    of: &product::Model,
    on: NaiveDate,
) -> Result<Option<Replacement>> {
    let at = actor.at().ok_or(Error::NotFound)?;
    if !of.discontinued || of.successor_id.is_none() {
        return Ok(None);
    }
    let links = chain(conn, of.id).await?;
    let Some(heir) = succession::heir(of.id, |id| links.get(&id).copied()) else { return Ok(None) };
    let item = assortment_item::Entity::find_by_id((at.customer, of.id)).one(conn).await?;
    let line = basket_line::Entity::find_by_id((at.site, of.id)).one(conn).await?;
    let sheet = product_sheet::Entity::find_by_id(of.id).one(conn).await?;
    let listed = assortments::articles(conn, actor, on, Which::These(&[heir])).await?.pop();
    let is_listed = listed.is_some();
    let by = match listed {
        Some(article) => article,
        None => offered(conn, actor, at, heir, on).await?,
    };
    Ok(Some(Replacement {
        of: of.id,
        of_title: item
            .as_ref()
            .and_then(|item| item.own_name.clone())
            .unwrap_or_else(|| crate::products::names(of).get(actor.language).to_owned()),
        of_pack: pack(of)?,
        in_basket: line.as_ref().map_or(Quantity::ZERO, |line| line.quantity),
        by,
        listed: is_listed,
        reason: sheet.map(|s| crate::sheets::reason(&s).get(actor.language).to_owned()).unwrap_or_default(),
        moves: item.is_some() || line.is_some(),
    }))
}

pub(crate) fn pack(row: &product::Model) -> Result<Packing> {
    let product = crate::products::read(row.clone())?;
    Ok(Packing { unit: product.unit, base_unit: product.base_unit })
}

/// A product that is not in the customer's list yet, at the price it will have there.
async fn offered(
    conn: &impl ConnectionTrait,
    actor: &Actor,
    at: &At,
    product: ProductId,
    on: NaiveDate,
) -> Result<Article> {
    let row = product::Entity::find_by_id(product).one(conn).await?.ok_or(Error::NotFound)?;
    let agreed = crate::agreements::about(conn, at.customer, product).await?;
    let (promotion, _) = crate::promotions::holding(conn, at.customer, product, on, actor.language).await?;
    let conditions = Conditions::on(on, row.tiered_on(on), &agreed, promotion);
    let deposit = crate::packagings::deposit(conn, &row, actor.language).await?;
    let product = crate::products::read(row)?;
    let prices = actor.can(Permission::SeePrices);
    Ok(Article {
        product: product.id,
        sku: product.sku,
        name: product.names.get(actor.language).to_owned(),
        own_name: None,
        own_code: None,
        category: product.category,
        base_unit: product.base_unit,
        unit: product.unit,
        packs: product.packs,
        vat: product.vat,
        favourite: false,
        conditions: prices.then_some(conditions),
        // of what is not in his list yet nothing goes with anything
        bundle: None,
        deposit: deposit.filter(|_| prices),
        habit: domain::guide::Habit::default(),
        quantity: Quantity::ZERO,
        added_by: None,
    })
}

/// That a customer takes one product in the place of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consent {
    pub of: ProductId,
    /// The one he was shown.
    pub by: ProductId,
    /// How many he wants of it, where what lies in the basket is packed otherwise.
    pub instead: Option<Quantity>,
}

/// Moves own name, own code, place, favourite, habit, what lies in the baskets and what stands on his own lists to the
/// successor; adds it to the assortment where it was not there, as the distributor named it. Consenting twice is consenting once.
///
/// A basket of another site in which the quantity means something else in the new pack stays as it is: its people are
/// asked when they come there. Refused are a product that no longer takes the place, and (under `instead.<product>`) a
/// quantity that is missing or cannot be delivered.
pub async fn replace(db: &Db, actor: &Actor, consent: &Consent, on: NaiveDate) -> Result<()> {
    actor.require(Permission::PlaceOrder)?;
    let at = actor.at().ok_or(Error::NotFound)?;
    let write = db.write().await?;
    // consents of one customer queue here
    let customer =
        customer::Entity::find_by_id(at.customer).lock_exclusive().one(&*write).await?.ok_or(Error::NotFound)?;
    let basket = baskets::hold(&write, at).await?;
    let of = product::Entity::find_by_id(consent.of).one(&*write).await?.ok_or(Error::NotFound)?;
    let found = replacement(&*write, actor, &of, on).await?.ok_or(Error::NotFound)?;
    if !found.moves && !found.listed {
        return Err(Error::NotFound);
    }
    if found.by.product != consent.by {
        return Err(Refusal::OtherSuccessor.into());
    }
    if !found.moves {
        return Ok(());
    }
    let field = format!("instead.{}", consent.of);
    let wanted = match (found.in_basket, found.asks()) {
        (Quantity::ZERO, _) => None,
        (there, false) => Some(there + found.by.quantity),
        (_, true) => match consent.instead {
            None => return Err(Error::field(field, Refusal::Required)),
            Some(Quantity::ZERO) => Some(found.by.quantity),
            Some(instead) => {
                let sum = found.by.unit.check(instead + found.by.quantity);
                Some(sum.map_err(|refusal| Error::field(field, refusal))?)
            }
        },
    };
    let mut moved = Vec::new();
    if let Some(wanted) = wanted {
        move_line(&write, actor, at, consent, wanted).await?;
        baskets::touch(db, &write, actor, at, basket).await?;
        moved.push(at.site);
    }
    let by_pack = found.by_pack();
    for line in lines_elsewhere(&write, at, consent.of).await? {
        let elsewhere = At { site: line.site_id, ..at.clone() };
        let there = basket_line::Entity::find_by_id((line.site_id, consent.by)).one(&*write).await?;
        let sum = line.quantity + there.map_or(Quantity::ZERO, |there| there.quantity);
        if found.of_pack.carries(&by_pack, sum) {
            let basket = baskets::hold(&write, &elsewhere).await?;
            move_line(&write, actor, &elsewhere, consent, sum).await?;
            baskets::touch(db, &write, actor, &elsewhere, basket).await?;
            moved.push(line.site_id);
        }
    }
    let item = move_item(&write, at, consent).await?;
    if item.is_some() {
        hand_on_habits(&write, at, consent, &found.of_pack, &by_pack).await?;
    }
    let lists = shopping_lists::succeed(&write, at.customer, consent, &found.of_pack, &by_pack).await?;
    let version = customer.version + 1;
    let mut row = customer.into_active_model();
    row.version = ActiveValue::Set(version);
    row.update(&*write).await?;
    let event = serde_json::json!({
        "kind": "replaced", "sku": of.sku, "by": found.by.sku, "item": format!("{item:?}"), "baskets": moved,
        "lists": lists,
    });
    journal::append(db, &write, actor, "assortment", at.customer.0, &event).await?;
    write.commit().await
}

/// Puts `wanted` of the successor into the basket, and takes the other out.
async fn move_line(write: &Write, actor: &Actor, at: &At, consent: &Consent, wanted: Quantity) -> Result<()> {
    basket_line::Entity::delete_by_id((at.site, consent.of)).exec(&**write).await?;
    if wanted == Quantity::ZERO {
        return Ok(());
    }
    let there = basket_line::Entity::find_by_id((at.site, consent.by)).one(&**write).await?;
    match there {
        Some(there) => {
            let mut row = there.into_active_model();
            row.quantity = ActiveValue::Set(wanted);
            row.added_by = ActiveValue::Set(actor.user);
            row.update(&**write).await?;
        }
        None => {
            let row =
                basket_line::Model { site_id: at.site, product_id: consent.by, quantity: wanted, added_by: actor.user };
            row.into_active_model().insert(&**write).await?;
        }
    }
    Ok(())
}

/// The same article in the baskets of the customer's other sites.
async fn lines_elsewhere(write: &Write, at: &At, of: ProductId) -> Result<Vec<basket_line::Model>> {
    Ok(basket_line::Entity::find()
        .filter(basket_line::COLUMN.product_id.eq(of))
        .filter(basket_line::COLUMN.site_id.ne(at.site))
        .filter(basket_line::Column::SiteId.in_subquery(sites(at)))
        .order_by_asc(basket_line::COLUMN.site_id)
        .all(&**write)
        .await?)
}

fn sites(at: &At) -> sea_orm::sea_query::SelectStatement {
    site::Entity::find()
        .select_only()
        .column(site::Column::Id)
        .filter(site::COLUMN.customer_id.eq(at.customer))
        .into_query()
}

/// The row of the list, under the successor; what that was already called stays. The answer is the row as it was.
async fn move_item(write: &Write, at: &At, consent: &Consent) -> Result<Option<assortment_item::Model>> {
    let item = assortment_item::Entity::find_by_id((at.customer, consent.of)).one(&**write).await?;
    let there = assortment_item::Entity::find_by_id((at.customer, consent.by)).one(&**write).await?;
    match (&item, there) {
        (Some(item), Some(there)) => {
            let row = assortment_item::Model {
                own_name: there.own_name.clone().or_else(|| item.own_name.clone()),
                own_code: there.own_code.clone().or_else(|| item.own_code.clone()),
                favourite: there.favourite || item.favourite,
                ..there
            };
            row.into_active_model().reset_all().update(&**write).await?;
        }
        (Some(item), None) => {
            // he took it himself
            let row = assortment_item::Model { product_id: consent.by, of_group: false, ..item.clone() };
            row.into_active_model().insert(&**write).await?;
        }
        (None, None) => {
            let position = assortments::next_position(write, at.customer).await?;
            let row = assortment_item::Model {
                customer_id: at.customer,
                product_id: consent.by,
                own_name: None,
                own_code: None,
                position,
                favourite: false,
                of_group: false,
            };
            row.into_active_model().insert(&**write).await?;
        }
        (None, Some(_)) => {}
    }
    if item.is_some() {
        assortment_item::Entity::delete_by_id((at.customer, consent.of)).exec(&**write).await?;
    }
    Ok(item)
}

/// What every site took of the one counts as its habit of the other. What is measured otherwise cannot be compared.
async fn hand_on_habits(write: &Write, at: &At, consent: &Consent, of: &Packing, by: &Packing) -> Result<()> {
    if of.base_unit != by.base_unit {
        return Ok(());
    }
    let rows = habit::Entity::find()
        .filter(habit::COLUMN.product_id.eq(consent.of))
        .filter(habit::Column::SiteId.in_subquery(sites(at)))
        .all(&**write)
        .await?;
    for row in rows {
        let taken = domain::guide::Habit::from_text(&row.taken).handed_on(&of.unit, &by.unit);
        let mut habits = assortments::habits(&**write, row.site_id, &[consent.by]).await?;
        let mut sum = habits.remove(&consent.by).unwrap_or_default();
        for (day, quantity) in taken.taken {
            sum.take(day, quantity);
        }
        assortments::put_habits(write, row.site_id, vec![(consent.by, sum)]).await?;
        habit::Entity::delete_by_id((row.site_id, consent.of)).exec(&**write).await?;
    }
    Ok(())
}
