//! A list price that is known before its first day.

use sea_orm_migration::prelude::*;

use crate::{column, index};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0018_coming_list_prices"
    }
}

/// New columns of `product`; all three or none are filled.
fn columns() -> [ColumnDef; 3] {
    [
        // ten-thousandths
        column("coming_price").big_integer().null().take(),
        column("coming_tiers").text().null().take(),
        column("coming_on").date().null().take(),
    ]
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for new in columns() {
            manager.alter_table(Table::alter().table(Alias::new("product")).add_column(new).take()).await?;
        }
        manager.create_index(index("product", &["coming_on"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("product_coming_on").table(Alias::new("product")).to_owned()).await?;
        for new in columns() {
            let name = Alias::new(new.get_column_name());
            manager.alter_table(Table::alter().table(Alias::new("product")).drop_column(name).take()).await?;
        }
        Ok(())
    }
}
