//! What is sold, what each customer may order of it, and what was agreed about prices.

use sea_orm_migration::prelude::*;

use crate::{column, drop_tables, id, index, integer, primary, refers, text};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0002_products_and_assortments"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let create = |name: &str| Table::create().table(Alias::new(name)).take();
        manager
            .create_table(
                create("category")
                    .col(column("key").text().not_null().primary_key())
                    .col(text("name_nl"))
                    .col(text("name_fr"))
                    .col(text("name_en"))
                    .col(integer("position"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                create("product")
                    .col(id("id").primary_key())
                    .col(text("sku").unique_key())
                    .col(column("gtin").text())
                    .col(text("name_nl"))
                    .col(text("name_fr"))
                    .col(text("name_en"))
                    .col(text("category"))
                    .col(text("base_unit"))
                    .col(text("unit"))
                    .col(integer("factor"))
                    .col(integer("minimum"))
                    .col(integer("multiple"))
                    .col(column("priced_by_base").boolean().not_null())
                    .col(integer("list_price"))
                    .col(integer("vat"))
                    .col(text("allergens"))
                    .col(column("discontinued").boolean().not_null())
                    .col(integer("version"))
                    .foreign_key(&mut refers(&["category"], "category", &["key"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("product", &["category"])).await?;
        manager
            .create_table(
                create("assortment_item")
                    .col(id("customer_id"))
                    .col(id("product_id"))
                    .col(column("own_name").text())
                    .col(column("own_code").text())
                    .col(integer("position"))
                    .col(column("favourite").boolean().not_null())
                    .primary_key(&mut primary(&["customer_id", "product_id"]))
                    .foreign_key(&mut refers(&["customer_id"], "customer", &["id"]))
                    .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("assortment_item", &["product_id"])).await?;
        manager
            .create_table(
                create("price_agreement")
                    .col(id("customer_id"))
                    .col(id("product_id"))
                    .col(column("from_on").date().not_null())
                    .col(column("until_on").date())
                    .col(integer("price"))
                    .primary_key(&mut primary(&["customer_id", "product_id", "from_on"]))
                    .foreign_key(&mut refers(&["customer_id"], "customer", &["id"]))
                    .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("price_agreement", &["product_id"])).await?;
        manager
            .create_table(
                create("habit")
                    .col(id("site_id"))
                    .col(id("product_id"))
                    .col(text("taken"))
                    .primary_key(&mut primary(&["site_id", "product_id"]))
                    .foreign_key(&mut refers(&["site_id"], "site", &["id"]))
                    .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("habit", &["product_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["habit", "price_agreement", "assortment_item", "product", "category"]).await
    }
}
