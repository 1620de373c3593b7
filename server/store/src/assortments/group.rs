//! The assortment of a customer group. Its articles stand in the assortment of each of its customers, marked as being
//! there because of the group: whatever reads an assortment reads one table. They come and go with the group; what a
//! customer has of his own stays his own.

use domain::{Actor, Permission, ProductId, product::Names};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseBackend, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, Statement,
};
use uuid::Uuid;

use crate::{
    Db, Error, Result, Write,
    agreements::{With, exists},
    entity::{customer, group_item, product},
    journal, products,
    promotions::{known, skus},
};

/// An article of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupItem {
    pub product: ProductId,
    pub sku: String,
    pub names: Names,
    pub discontinued: bool,
}

/// The assortment of a group, by article number, and how many customers the group has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupAssortment {
    pub items: Vec<GroupItem>,
    pub customers: u64,
}

/// The assortment of a group, for staff.
pub async fn of_group(db: &Db, actor: &Actor, group: &str) -> Result<GroupAssortment> {
    actor.require(Permission::OrderOnBehalf)?;
    let conn = db.read();
    exists(conn, &With::Group(group.to_owned())).await?;
    let rows = group_item::Entity::find().filter(group_item::COLUMN.customer_group.eq(group)).all(conn).await?;
    let found =
        product::Entity::find().filter(product::COLUMN.id.is_in(rows.iter().map(|row| row.product_id))).all(conn);
    let item = |p: product::Model| GroupItem {
        product: p.id,
        names: products::names(&p),
        discontinued: p.discontinued,
        sku: p.sku,
    };
    let mut items: Vec<GroupItem> = found.await?.into_iter().map(item).collect();
    items.sort_by(|one, other| one.sku.cmp(&other.sku));
    let customers = customer::Entity::find().filter(customer::COLUMN.customer_group.eq(group)).count(conn).await?;
    Ok(GroupAssortment { items, customers })
}

/// Adds articles to a group, and so to the assortment of each of its customers who has not got them, at the end of his
/// shelf. `typed` are SKUs apart by white space, commas or semicolons; what the group has already is no mistake.
pub async fn add_to_group(db: &Db, actor: &Actor, group: &str, typed: &str) -> Result<()> {
    actor.require(Permission::ManageAssortments)?;
    let skus = skus(typed).map_err(|refusal| Error::field("products", refusal))?;
    let write = db.write().await?;
    hold_groups(&write).await?;
    exists(&*write, &With::Group(group.to_owned())).await?;
    let products = known(&write, &skus).await?;
    let rows =
        products.into_iter().map(|(_, product_id)| group_item::Model { customer_group: group.to_owned(), product_id });
    group_item::Entity::insert_many(rows.map(IntoActiveModel::into_active_model))
        .on_conflict_do_nothing_on([group_item::Column::CustomerGroup, group_item::Column::ProductId])
        .exec_without_returning(&*write)
        .await?;
    follow(&write, Some(&With::Group(group.to_owned()))).await?;
    let event = serde_json::json!({ "kind": "added", "customer_group": group, "products": skus });
    journal::append(db, &write, actor, "customer_group", Uuid::nil(), &event).await?;
    write.commit().await
}

/// Takes an article from a group, and so from those of its customers who have it because of the group.
pub async fn remove_from_group(db: &Db, actor: &Actor, group: &str, product: ProductId) -> Result<()> {
    actor.require(Permission::ManageAssortments)?;
    let write = db.write().await?;
    hold_groups(&write).await?;
    let gone = group_item::Entity::delete_by_id((group.to_owned(), product)).exec(&*write).await?;
    if gone.rows_affected == 0 {
        return Err(Error::NotFound);
    }
    follow(&write, Some(&With::Group(group.to_owned()))).await?;
    let event = serde_json::json!({ "kind": "removed", "customer_group": group, "product": product });
    journal::append(db, &write, actor, "customer_group", Uuid::nil(), &event).await?;
    write.commit().await
}

/// Keeps groups as they are until the end of the transaction; asked for before any customer is held. On SQLite there is
/// one writer.
pub(crate) async fn hold_groups(write: &Write) -> Result<()> {
    if write.get_database_backend() == DatabaseBackend::Postgres {
        write.execute_unprepared("LOCK TABLE group_item IN SHARE ROW EXCLUSIVE MODE").await?;
    }
    Ok(())
}

/// Brings the assortments of a group's customers, of one customer, or of all, after what their groups have now. What is
/// discontinued and replaced is not brought: who took what replaces it has consented for good.
pub(crate) async fn follow(write: &Write, whose: Option<&With>) -> Result<()> {
    let (of_whom, values) = match whose {
        None => ("", Vec::new()),
        Some(With::Customer(customer)) => ("AND c.id = $1", vec![customer.0.into()]),
        Some(With::Group(group)) => ("AND c.customer_group = $1", vec![group.as_str().into()]),
    };
    let gone = format!(
        "DELETE FROM assortment_item WHERE of_group = true
            AND customer_id IN (SELECT c.id FROM customer c WHERE 1 = 1 {of_whom})
            AND NOT EXISTS (SELECT 1 FROM group_item g JOIN customer c ON c.customer_group = g.customer_group
                WHERE c.id = assortment_item.customer_id AND g.product_id = assortment_item.product_id)"
    );
    let come = format!(
        "INSERT INTO assortment_item (customer_id, product_id, position, favourite, of_group)
        SELECT c.id, g.product_id,
            coalesce((SELECT max(i.position) FROM assortment_item i WHERE i.customer_id = c.id), 0)
                + 10 * row_number() OVER (PARTITION BY c.id ORDER BY p.sku),
            false, true
        FROM customer c JOIN group_item g ON g.customer_group = c.customer_group JOIN product p ON p.id = g.product_id
        WHERE (p.discontinued = false OR p.successor_id IS NULL) {of_whom}
            AND NOT EXISTS (SELECT 1 FROM assortment_item i WHERE i.customer_id = c.id AND i.product_id = g.product_id)
        ON CONFLICT (customer_id, product_id) DO NOTHING"
    );
    for sql in [gone, come] {
        let statement = Statement::from_sql_and_values(write.get_database_backend(), sql, values.clone());
        write.execute_raw(statement).await?;
    }
    Ok(())
}
