//! Assortments of customer groups: what a group may order, and which items customers have because of it.

use sea_orm_migration::prelude::*;

use crate::{column, drop_tables, id, index, primary, refers, text};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0016_group_assortments"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table(Alias::new("group_item"))
                    .col(text("customer_group"))
                    .col(id("product_id"))
                    .primary_key(&mut primary(&["customer_group", "product_id"]))
                    .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("group_item", &["product_id"])).await?;
        let of_group = column("of_group").boolean().not_null().default(false).take();
        manager.alter_table(Table::alter().table(Alias::new("assortment_item")).add_column(of_group).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let dropped = Table::alter().table(Alias::new("assortment_item")).drop_column(Alias::new("of_group")).take();
        manager.alter_table(dropped).await?;
        drop_tables(manager, &["group_item"]).await
    }
}
