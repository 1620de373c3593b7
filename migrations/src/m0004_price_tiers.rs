//! What a price becomes when more is taken: `thousandths:ten-thousandths …` beside the price it belongs to, as the two are
//! always read together.

use sea_orm_migration::prelude::*;

use crate::column;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0004_price_tiers"
    }
}

const TIERS: [(&str, &str); 2] = [("product", "list_tiers"), ("price_agreement", "tiers")];

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, name) in TIERS {
            let tiers = column(name).text().not_null().default("").take();
            manager.alter_table(Table::alter().table(Alias::new(table)).add_column(tiers).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, name) in TIERS {
            let dropped = Table::alter().table(Alias::new(table)).drop_column(Alias::new(name)).take();
            manager.alter_table(dropped).await?;
        }
        Ok(())
    }
}
