//! The bigger units a product also comes in, and what is paid by the weight it turns out to have. An order line keeps the
//! base unit its price may be for.

use sea_orm_migration::prelude::*;

use crate::{column, text};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0008_units"
    }
}

const NEW: [(&str, &[&str]); 2] =
    [("product", &["packs", "tolerance"]), ("order_line", &["base_unit", "tolerance", "weighed"])];

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, names) in NEW {
            for name in names {
                let new = match *name {
                    // `code:thousandths …`, as they are always read with their product
                    "packs" | "base_unit" => text(name).default("").take(),
                    // thousandths of the nominal weight; thousandths of a base unit
                    _ => column(name).big_integer().null().take(),
                };
                manager.alter_table(Table::alter().table(Alias::new(table)).add_column(new).take()).await?;
            }
        }
        let known = "UPDATE order_line SET base_unit = (SELECT base_unit FROM product WHERE product.id = order_line.product_id)";
        manager.get_connection().execute_unprepared(known).await.map(drop)
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, names) in NEW {
            for name in names {
                let dropped = Table::alter().table(Alias::new(table)).drop_column(Alias::new(*name)).take();
                manager.alter_table(dropped).await?;
            }
        }
        Ok(())
    }
}
