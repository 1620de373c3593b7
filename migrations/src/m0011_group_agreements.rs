//! Prices that were agreed with a customer group, agreements of so much less than the list, and what products cost.

use sea_orm_migration::prelude::*;

use crate::{column, drop_tables, id, index, integer, primary, refers, text};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0011_group_agreements"
    }
}

/// In hundredths of a percent; where there is one, price and tiers are those of the list less so much.
fn percent() -> ColumnDef {
    column("percent").big_integer().null().take()
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::alter().table(Alias::new("price_agreement")).add_column(percent()).take();
        manager.alter_table(table).await?;
        // of a sales unit, in ten-thousandths
        let cost = column("cost").big_integer().null().take();
        manager.alter_table(Table::alter().table(Alias::new("product")).add_column(cost).take()).await?;
        manager
            .create_table(
                Table::create()
                    .table(Alias::new("group_agreement"))
                    .col(text("customer_group"))
                    .col(id("product_id"))
                    .col(column("from_on").date().not_null())
                    .col(column("until_on").date())
                    .col(integer("price"))
                    .col(text("tiers"))
                    .col(percent())
                    .primary_key(&mut primary(&["customer_group", "product_id", "from_on"]))
                    .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("group_agreement", &["product_id"])).await?;
        // the next day on which a price of the group turns, without reading all of them
        manager.create_index(index("group_agreement", &["customer_group", "from_on"])).await?;
        manager.create_index(index("group_agreement", &["customer_group", "until_on"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["group_agreement"]).await?;
        for (table, name) in [("product", "cost"), ("price_agreement", "percent")] {
            let dropped = Table::alter().table(Alias::new(table)).drop_column(Alias::new(name)).take();
            manager.alter_table(dropped).await?;
        }
        Ok(())
    }
}
