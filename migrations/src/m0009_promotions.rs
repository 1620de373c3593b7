//! Promotions: a price for a time, for everybody or for the customers of a group.

use sea_orm_migration::prelude::*;

use crate::{column, drop_tables, id, index, integer, primary, refers, text};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0009_promotions"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let group = text("customer_group").default("").take();
        manager.alter_table(Table::alter().table(Alias::new("customer")).add_column(group).take()).await?;
        let create = |name: &str| Table::create().table(Alias::new(name)).take();
        manager
            .create_table(
                create("promotion")
                    .col(id("id").primary_key())
                    .col(text("name_nl"))
                    .col(text("name_fr"))
                    .col(text("name_en"))
                    // percent (hundredths of one), amount or price (ten-thousandths), free (paid and free in thousandths)
                    .col(text("kind"))
                    .col(integer("value"))
                    .col(integer("free"))
                    .col(integer("threshold"))
                    .col(column("stacks").boolean().not_null())
                    .col(text("customer_group"))
                    .col(column("from_on").date().not_null())
                    .col(column("until_on").date().not_null())
                    .col(integer("version"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                create("promotion_product")
                    .col(id("promotion_id"))
                    .col(id("product_id"))
                    .primary_key(&mut primary(&["promotion_id", "product_id"]))
                    .foreign_key(&mut refers(&["promotion_id"], "promotion", &["id"]))
                    .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("promotion", &["until_on"])).await?;
        manager.create_index(index("promotion_product", &["product_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["promotion_product", "promotion"]).await?;
        let table = Table::alter().table(Alias::new("customer")).drop_column(Alias::new("customer_group")).take();
        manager.alter_table(table).await
    }
}
