//! Terms of customer groups, and how long before customers are told of a higher price.

use sea_orm_migration::prelude::*;

use crate::{column, drop_tables, integer, text};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0014_group_terms"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let days = column("notice_days").big_integer().null().take();
        manager.alter_table(Table::alter().table(Alias::new("customer")).add_column(days.clone()).take()).await?;
        manager
            .create_table(
                Table::create()
                    .table(Alias::new("group_terms"))
                    .col(text("customer_group").primary_key())
                    .col(column("order_minimum").big_integer())
                    .col(column("minimum_is_strict").boolean().not_null())
                    .col(days)
                    .col(integer("version"))
                    .take(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["group_terms"]).await?;
        let dropped = Table::alter().table(Alias::new("customer")).drop_column(Alias::new("notice_days")).take();
        manager.alter_table(dropped).await
    }
}
