//! Returnable packaging: what it costs until it comes back, which products come in it, and what was charged on a line.

use sea_orm_migration::prelude::*;

use crate::{column, drop_tables, integer, text};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0015_packagings"
    }
}

/// Table, new column.
fn columns() -> [(&'static str, ColumnDef); 3] {
    [
        ("product", column("packaging").text().null().take()),
        // pieces in one unit of sale
        ("product", integer("packaging_per_unit").default(1).take()),
        // the deposit as it was frozen, as JSON
        ("order_line", column("deposit").text().null().take()),
    ]
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table(Alias::new("packaging"))
                    .col(text("code").primary_key())
                    .col(text("name_nl"))
                    .col(text("name_fr"))
                    .col(text("name_en"))
                    .col(integer("deposit"))
                    .col(integer("version"))
                    .take(),
            )
            .await?;
        for (table, new) in columns() {
            manager.alter_table(Table::alter().table(Alias::new(table)).add_column(new).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, new) in columns() {
            let name = Alias::new(new.get_column_name());
            manager.alter_table(Table::alter().table(Alias::new(table)).drop_column(name).take()).await?;
        }
        drop_tables(manager, &["packaging"]).await
    }
}
