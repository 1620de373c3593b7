//! Announcements with the samples that are asked for, what staff say goes with or is better than a product, and what
//! goes together in the orders of many.

use sea_orm_migration::prelude::*;

use crate::{column, drop_tables, id, index, integer, primary, refers, text, unique};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0012_suggestions"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        announcements(manager).await?;
        suggestions(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "suggestion_dismissal",
            "pairing_state",
            "pairing",
            "advice",
            "sample_request",
            "announcement_person",
            "announcement",
        ];
        drop_tables(manager, &tables).await
    }
}

fn create(name: &str) -> TableCreateStatement {
    Table::create().table(Alias::new(name)).take()
}

async fn announcements(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            create("announcement")
                .col(id("id").primary_key())
                .col(id("product_id"))
                .col(text("text_nl"))
                .col(text("text_fr"))
                .col(text("text_en"))
                .col(text("reason_nl"))
                .col(text("reason_fr"))
                .col(text("reason_en"))
                .col(text("customer_group"))
                .col(column("from_on").date().not_null())
                .col(column("until_on").date().not_null())
                // also for who has the product not in his assortment
                .col(column("beyond").boolean().not_null())
                .col(column("samples").boolean().not_null())
                .col(integer("version"))
                .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                .take(),
        )
        .await?;
    manager.create_index(index("announcement", &["until_on"])).await?;
    manager.create_index(index("announcement", &["product_id"])).await?;
    manager
        .create_table(
            create("announcement_person")
                .col(id("announcement_id"))
                .col(id("customer_id"))
                .col(id("user_id"))
                .col(integer("seen_at"))
                .col(column("dismissed_at").big_integer())
                .primary_key(&mut primary(&["announcement_id", "customer_id", "user_id"]))
                .foreign_key(&mut refers(&["announcement_id"], "announcement", &["id"]))
                .foreign_key(&mut refers(&["customer_id"], "customer", &["id"]))
                .foreign_key(&mut refers(&["user_id"], "user", &["id"]))
                .take(),
        )
        .await?;
    manager.create_index(index("announcement_person", &["customer_id"])).await?;
    manager.create_index(index("announcement_person", &["user_id"])).await?;
    manager
        .create_table(
            create("sample_request")
                .col(id("id").primary_key())
                .col(id("customer_id"))
                .col(id("site_id"))
                .col(id("product_id"))
                // of which announcement; it may be gone
                .col(column("announcement_id").uuid())
                // sample or listing
                .col(text("wants"))
                // open, granted or declined
                .col(text("state"))
                .col(text("reason"))
                .col(id("asked_by"))
                .col(text("asked_by_name"))
                .col(integer("asked_at"))
                .col(column("decided_at").big_integer())
                .col(integer("version"))
                .foreign_key(&mut refers(&["customer_id", "site_id"], "site", &["customer_id", "id"]))
                .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                .foreign_key(&mut refers(&["asked_by"], "user", &["id"]))
                .take(),
        )
        .await?;
    // one per customer, product and wish, however often it is sent
    manager.create_index(unique("sample_request", &["customer_id", "product_id", "wants"])).await?;
    manager.create_index(index("sample_request", &["customer_id", "site_id"])).await?;
    manager.create_index(index("sample_request", &["product_id"])).await?;
    manager.create_index(index("sample_request", &["asked_by"])).await?;
    manager.create_index(index("sample_request", &["announcement_id"])).await?;
    manager.create_index(index("sample_request", &["state", "asked_at"])).await
}

async fn suggestions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            create("advice")
                .col(id("product_id"))
                // goes_with or alternative
                .col(text("kind"))
                .col(id("other_id"))
                .col(text("reason_nl"))
                .col(text("reason_fr"))
                .col(text("reason_en"))
                .col(integer("position"))
                .primary_key(&mut primary(&["product_id", "kind", "other_id"]))
                .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                .foreign_key(&mut refers(&["other_id"], "product", &["id"]))
                .take(),
        )
        .await?;
    manager.create_index(index("advice", &["other_id"])).await?;
    manager
        .create_table(
            create("pairing")
                // whose customers take both; empty is those of no group
                .col(text("customer_group"))
                .col(id("product_id"))
                .col(id("with_id"))
                .col(integer("orders"))
                .col(integer("customers"))
                // thousandths
                .col(integer("lift"))
                .primary_key(&mut primary(&["customer_group", "product_id", "with_id"]))
                .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                .foreign_key(&mut refers(&["with_id"], "product", &["id"]))
                .take(),
        )
        .await?;
    manager.create_index(index("pairing", &["product_id"])).await?;
    manager.create_index(index("pairing", &["with_id"])).await?;
    manager
        .create_table(create("pairing_state").col(integer("id").primary_key()).col(integer("renewed_at")).take())
        .await?;
    manager
        .create_table(
            create("suggestion_dismissal")
                .col(id("customer_id"))
                .col(id("user_id"))
                // forgotten, goes_with or alternative
                .col(text("kind"))
                // beside which product it stood; itself where beside none
                .col(id("of_id"))
                .col(id("product_id"))
                .col(integer("dismissed_at"))
                .primary_key(&mut primary(&["customer_id", "user_id", "kind", "of_id", "product_id"]))
                .foreign_key(&mut refers(&["customer_id"], "customer", &["id"]))
                .foreign_key(&mut refers(&["user_id"], "user", &["id"]))
                .foreign_key(&mut refers(&["of_id"], "product", &["id"]))
                .foreign_key(&mut refers(&["product_id"], "product", &["id"]))
                .take(),
        )
        .await?;
    manager.create_index(index("suggestion_dismissal", &["user_id"])).await?;
    manager.create_index(index("suggestion_dismissal", &["of_id"])).await?;
    manager.create_index(index("suggestion_dismissal", &["product_id"])).await
}
