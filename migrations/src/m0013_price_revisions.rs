//! Prices that were changed at once, with what each was before, so that it can be undone.

use sea_orm_migration::prelude::*;

use crate::{column, drop_tables, id, index, integer, primary, refers, text};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0013_price_revisions"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table(Alias::new("price_revision"))
                    .col(id("id").primary_key())
                    // of the list where there is neither a customer nor a group
                    .col(column("customer_id").uuid())
                    .col(text("customer_group"))
                    .col(column("from_on").date().not_null())
                    .col(text("made_by_name"))
                    .col(integer("made_at"))
                    .col(column("undone_by_name").text())
                    .col(column("undone_at").big_integer())
                    .foreign_key(&mut refers(&["customer_id"], "customer", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("price_revision", &["made_at"])).await?;
        manager.create_index(index("price_revision", &["customer_id"])).await?;
        manager
            .create_table(
                Table::create()
                    .table(Alias::new("price_revision_row"))
                    .col(id("revision_id"))
                    .col(id("product_id"))
                    // what held, if something did, and what was made of it: an agreement as JSON each
                    .col(column("before").text())
                    .col(text("after"))
                    // was it put back?
                    .col(column("undone").boolean().not_null())
                    .primary_key(&mut primary(&["revision_id", "product_id"]))
                    .foreign_key(&mut refers(&["revision_id"], "price_revision", &["id"]))
                    .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("price_revision_row", &["product_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["price_revision_row", "price_revision"]).await
    }
}
