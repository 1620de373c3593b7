//! What a product's own page tells: texts, traces of allergens, stock with its moment, typed attributes, substitutes,
//! pictures and specification sheets; and which product takes the place of a discontinued one.

use sea_orm_migration::prelude::*;

use crate::{column, drop_tables, id, integer, primary, refers, text};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0007_product_sheets"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // beside the product and not on its sheet: the own list reads it. Without a foreign key, which SQLite cannot add
        let successor = column("successor_id").uuid().take();
        manager.alter_table(Table::alter().table(Alias::new("product")).add_column(successor).take()).await?;
        let create = |name: &str| Table::create().table(Alias::new(name)).take();
        manager
            .create_table(
                create("product_sheet")
                    .col(id("product_id").primary_key())
                    .col(text("text_nl"))
                    .col(text("text_fr"))
                    .col(text("text_en"))
                    .col(text("traces"))
                    .col(column("allergens_complete").boolean().not_null())
                    .col(text("reason_nl"))
                    .col(text("reason_fr"))
                    .col(text("reason_en"))
                    .col(text("stock"))
                    .col(column("expected_on").date())
                    .col(column("stock_at").big_integer())
                    .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                create("attribute")
                    .col(id("id").primary_key())
                    .col(text("name_nl"))
                    .col(text("name_fr"))
                    .col(text("name_en"))
                    .col(text("kind"))
                    .col(text("unit"))
                    .col(integer("decimals"))
                    .col(integer("position"))
                    .col(integer("version"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                create("product_attribute")
                    .col(id("product_id"))
                    .col(id("attribute_id"))
                    .col(column("number").big_integer())
                    .col(text("text"))
                    .primary_key(&mut primary(&["product_id", "attribute_id"]))
                    .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                    .foreign_key(&mut refers(&["attribute_id"], "attribute", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(crate::index("product_attribute", &["attribute_id"])).await?;
        manager
            .create_table(
                create("product_substitute")
                    .col(id("product_id"))
                    .col(id("substitute_id"))
                    .col(integer("position"))
                    .primary_key(&mut primary(&["product_id", "substitute_id"]))
                    .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                    .foreign_key(&mut refers(&["substitute_id"], "product", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(crate::index("product_substitute", &["substitute_id"])).await?;
        manager
            .create_table(
                create("product_picture")
                    .col(id("product_id"))
                    .col(text("hash"))
                    .col(integer("position"))
                    .col(integer("width"))
                    .col(integer("height"))
                    .col(column("large").blob().not_null())
                    .col(column("small").blob().not_null())
                    .primary_key(&mut primary(&["product_id", "hash"]))
                    .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                create("product_document")
                    .col(id("product_id"))
                    .col(text("hash"))
                    .col(integer("version"))
                    .col(column("dated_on").date().not_null())
                    .col(integer("added_at"))
                    .col(integer("size"))
                    .col(column("bytes").blob().not_null())
                    .primary_key(&mut primary(&["product_id", "hash"]))
                    .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(crate::unique("product_document", &["product_id", "version"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "product_document",
            "product_picture",
            "product_substitute",
            "product_attribute",
            "attribute",
            "product_sheet",
        ];
        drop_tables(manager, &tables).await?;
        let dropped = Table::alter().table(Alias::new("product")).drop_column(Alias::new("successor_id")).take();
        manager.alter_table(dropped).await
    }
}
