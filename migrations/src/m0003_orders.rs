//! Baskets, orders with their lines, the journal and the outbox.

use sea_orm_migration::prelude::*;

use crate::{column, drop_tables, id, index, integer, primary, refers, text};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0003_orders"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let create = |name: &str| Table::create().table(Alias::new(name)).take();
        manager
            .create_table(
                create("basket")
                    .col(id("site_id").primary_key())
                    .col(id("customer_id"))
                    .col(integer("version"))
                    .col(id("order_id"))
                    .col(text("reference"))
                    .col(text("note"))
                    .col(column("delivery_on").date())
                    .col(column("changed_by").uuid())
                    .foreign_key(&mut refers(&["customer_id", "site_id"], "site", &["customer_id", "id"]))
                    .foreign_key(&mut refers(&["changed_by"], "user", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("basket", &["customer_id", "site_id"])).await?;
        manager.create_index(index("basket", &["changed_by"])).await?;
        manager
            .create_table(
                create("basket_line")
                    .col(id("site_id"))
                    .col(id("product_id"))
                    .col(integer("quantity"))
                    .col(id("added_by"))
                    .primary_key(&mut primary(&["site_id", "product_id"]))
                    .foreign_key(&mut refers(&["site_id"], "basket", &["site_id"]))
                    .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                    .foreign_key(&mut refers(&["added_by"], "user", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("basket_line", &["product_id"])).await?;
        manager.create_index(index("basket_line", &["added_by"])).await?;
        manager
            .create_table(
                create("order")
                    .col(id("id").primary_key())
                    .col(text("number").unique_key())
                    .col(id("customer_id"))
                    .col(id("site_id"))
                    .col(text("state"))
                    .col(column("entered_by").uuid())
                    .col(text("entered_by_name"))
                    .col(column("on_behalf").boolean().not_null())
                    .col(integer("submitted_at"))
                    .col(column("delivery_on").date().not_null())
                    .col(integer("cut_off_at"))
                    .col(text("reference"))
                    .col(text("note"))
                    .col(integer("lines"))
                    .col(integer("net"))
                    .col(text("totals"))
                    .col(text("exceptions"))
                    // 1 where somebody should look; the queue is sorted by it
                    .col(integer("attention"))
                    // the basket's version that became this order
                    .col(integer("basket_version"))
                    .col(integer("version"))
                    .foreign_key(&mut refers(&["customer_id", "site_id"], "site", &["customer_id", "id"]))
                    .foreign_key(&mut refers(&["entered_by"], "user", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("order", &["customer_id", "submitted_at", "id"])).await?;
        manager.create_index(index("order", &["site_id", "submitted_at", "id"])).await?;
        manager.create_index(index("order", &["entered_by"])).await?;
        manager
            .create_index(
                Index::create()
                    .name("order_queue")
                    .table(Alias::new("order"))
                    .col(Alias::new("state"))
                    .col((Alias::new("attention"), IndexOrder::Desc))
                    .col(Alias::new("cut_off_at"))
                    .col(Alias::new("id"))
                    .take(),
            )
            .await?;
        manager.create_index(index("order", &["submitted_at", "id"])).await?;
        manager
            .create_table(
                create("order_line")
                    .col(id("order_id"))
                    .col(integer("line"))
                    .col(id("product_id"))
                    .col(text("sku"))
                    .col(text("name"))
                    .col(text("unit"))
                    .col(integer("factor"))
                    .col(integer("minimum"))
                    .col(integer("multiple"))
                    .col(column("priced_by_base").boolean().not_null())
                    .col(integer("ordered"))
                    .col(integer("confirmed"))
                    .col(column("delivered").big_integer())
                    .col(column("substituted_by").uuid())
                    .col(column("cause").text())
                    .col(integer("vat"))
                    .col(integer("price"))
                    .col(text("trace"))
                    .col(integer("amount"))
                    .primary_key(&mut primary(&["order_id", "line"]))
                    .foreign_key(&mut refers(&["order_id"], "order", &["id"]))
                    .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                    .foreign_key(&mut refers(&["substituted_by"], "product", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("order_line", &["product_id"])).await?;
        manager.create_index(index("order_line", &["substituted_by"])).await?;
        manager
            .create_table(
                create("journal")
                    .col(integer("id").auto_increment().primary_key())
                    .col(integer("at"))
                    .col(column("user_id").uuid())
                    .col(text("by_name"))
                    .col(column("on_behalf_of").text())
                    .col(text("subject"))
                    .col(id("subject_id"))
                    .col(text("event"))
                    .foreign_key(&mut refers(&["user_id"], "user", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("journal", &["subject_id", "id"])).await?;
        manager.create_index(index("journal", &["user_id"])).await?;
        manager
            .create_table(
                create("outbox")
                    .col(integer("id").auto_increment().primary_key())
                    .col(integer("at"))
                    .col(text("topic"))
                    .col(column("customer_id").uuid())
                    .col(column("site_id").uuid())
                    .col(id("subject_id"))
                    .foreign_key(&mut refers(&["customer_id", "site_id"], "site", &["customer_id", "id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("outbox", &["customer_id", "site_id"])).await?;
        manager
            .create_table(
                create("import_run")
                    .col(column("file_hash").text().not_null().primary_key())
                    .col(text("kind"))
                    .col(integer("finished_at"))
                    .col(text("report"))
                    .take(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["import_run", "outbox", "journal", "order_line", "order", "basket_line", "basket"]).await
    }
}
