//! Bundles: how many of each article one is, and which of them cost nothing in it.

use sea_orm_migration::prelude::*;

use crate::column;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0017_bundles"
    }
}

/// New columns of `promotion_product`.
fn columns() -> [ColumnDef; 2] {
    [
        // thousandths of a sales unit in one bundle; null where the promotion is for each article by itself
        column("quantity").big_integer().null().take(),
        column("free").boolean().not_null().default(false).take(),
    ]
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for new in columns() {
            manager.alter_table(Table::alter().table(Alias::new("promotion_product")).add_column(new).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for new in columns() {
            let name = Alias::new(new.get_column_name());
            let table = Table::alter().table(Alias::new("promotion_product")).drop_column(name).take();
            manager.alter_table(table).await?;
        }
        Ok(())
    }
}
