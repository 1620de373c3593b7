//! Lists that a customer makes himself, with sections, and what was put into a basket from one.

use sea_orm_migration::prelude::*;

use crate::{column, drop_tables, id, index, integer, primary, refers, text};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0010_shopping_lists"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let create = |name: &str| Table::create().table(Alias::new(name)).take();
        manager
            .create_table(
                create("shopping_list")
                    .col(id("id").primary_key())
                    .col(id("customer_id"))
                    // none: of all sites
                    .col(column("site_id").uuid())
                    .col(text("name"))
                    // `mon sat`; empty is any day
                    .col(text("days"))
                    // `12-15 01-06`; empty is none
                    .col(text("season"))
                    .col(integer("version"))
                    .foreign_key(&mut refers(&["customer_id"], "customer", &["id"]))
                    .foreign_key(&mut refers(&["site_id"], "site", &["id"]))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                create("shopping_list_section")
                    .col(id("id").primary_key())
                    .col(id("list_id"))
                    .col(text("name"))
                    .col(integer("position"))
                    .foreign_key(&mut refers(&["list_id"], "shopping_list", &["id"]))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                create("shopping_list_row")
                    .col(id("list_id"))
                    .col(id("product_id"))
                    .col(column("section_id").uuid())
                    .col(integer("position"))
                    .col(column("usual").big_integer())
                    .primary_key(&mut primary(&["list_id", "product_id"]))
                    .foreign_key(&mut refers(&["list_id"], "shopping_list", &["id"]))
                    .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                    .foreign_key(&mut refers(&["section_id"], "shopping_list_section", &["id"]))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                create("basket_filling")
                    .col(id("id").primary_key())
                    .col(id("site_id"))
                    .col(id("list_id"))
                    .col(integer("filled_at"))
                    // product, before, after: as JSON
                    .col(text("lines"))
                    .foreign_key(&mut refers(&["site_id"], "site", &["id"]))
                    .foreign_key(&mut refers(&["list_id"], "shopping_list", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("shopping_list", &["customer_id"])).await?;
        manager.create_index(index("shopping_list", &["site_id"])).await?;
        manager.create_index(index("shopping_list_section", &["list_id"])).await?;
        manager.create_index(index("shopping_list_row", &["product_id"])).await?;
        manager.create_index(index("shopping_list_row", &["section_id"])).await?;
        manager.create_index(index("basket_filling", &["site_id"])).await?;
        manager.create_index(index("basket_filling", &["list_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = ["basket_filling", "shopping_list_row", "shopping_list_section", "shopping_list"];
        drop_tables(manager, &tables).await
    }
}
