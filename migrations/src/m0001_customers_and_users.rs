//! The distributor, its customers with their sites, and the people of both.

use sea_orm_migration::prelude::*;

use crate::{column, drop_tables, id, index, integer, primary, refers, text, unique};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0001_customers_and_users"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let create = |name: &str| Table::create().table(Alias::new(name)).take();
        manager
            .create_table(
                create("distributor")
                    .col(column("id").integer().not_null().primary_key())
                    .col(text("name"))
                    .col(text("currency"))
                    .col(text("time_zone"))
                    .col(text("cut_off"))
                    .col(integer("lead_days"))
                    .col(text("warehouse_days"))
                    .col(integer("next_order_number"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                create("closure")
                    .col(column("from_on").date().not_null().primary_key())
                    .col(column("until_on").date().not_null())
                    .col(text("name"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                create("customer")
                    .col(id("id").primary_key())
                    .col(text("number").unique_key())
                    .col(text("name"))
                    .col(text("vat_number"))
                    .col(text("language"))
                    .col(column("blocked").boolean().not_null())
                    .col(integer("payment_days"))
                    .col(column("credit_limit").big_integer())
                    .col(integer("outstanding"))
                    .col(column("order_minimum").big_integer())
                    .col(column("minimum_is_strict").boolean().not_null())
                    .col(integer("version"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                create("site")
                    .col(id("id").primary_key())
                    .col(id("customer_id"))
                    .col(text("code"))
                    .col(text("name"))
                    .col(text("street"))
                    .col(text("postcode"))
                    .col(text("city"))
                    .col(text("delivery_days"))
                    .col(integer("version"))
                    .foreign_key(&mut refers(&["customer_id"], "customer", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(unique("site", &["customer_id", "code"])).await?;
        // what composite foreign keys refer to
        manager.create_index(unique("site", &["customer_id", "id"])).await?;
        manager
            .create_table(
                create("user")
                    .col(id("id").primary_key())
                    .col(text("email").unique_key())
                    .col(text("name"))
                    .col(text("language"))
                    .col(column("password_hash").text())
                    .col(column("staff_role").text())
                    .col(column("disabled_at").big_integer())
                    .col(integer("version"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                create("membership")
                    .col(id("customer_id"))
                    .col(id("user_id"))
                    .col(text("role"))
                    .col(column("site_id").uuid())
                    .primary_key(&mut primary(&["customer_id", "user_id"]))
                    .foreign_key(&mut refers(&["customer_id"], "customer", &["id"]))
                    .foreign_key(&mut refers(&["user_id"], "user", &["id"]))
                    .foreign_key(&mut refers(&["customer_id", "site_id"], "site", &["customer_id", "id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("membership", &["user_id"])).await?;
        manager
            .create_table(
                create("session")
                    .col(column("token_hash").text().not_null().primary_key())
                    .col(id("user_id"))
                    .col(column("customer_id").uuid())
                    .col(column("site_id").uuid())
                    .col(integer("created_at"))
                    .col(integer("seen_at"))
                    .col(text("agent"))
                    .foreign_key(&mut refers(&["user_id"], "user", &["id"]))
                    .foreign_key(&mut refers(&["customer_id", "site_id"], "site", &["customer_id", "id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("session", &["user_id"])).await?;
        manager
            .create_table(
                create("link")
                    .col(column("token_hash").text().not_null().primary_key())
                    .col(column("user_id").uuid())
                    .col(text("purpose"))
                    .col(integer("expires_at"))
                    .col(column("used_at").big_integer())
                    .foreign_key(&mut refers(&["user_id"], "user", &["id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("link", &["user_id"])).await?;
        manager
            .create_table(
                create("attempt")
                    .col(column("key").text().not_null().primary_key())
                    .col(integer("failures"))
                    .col(integer("last_at"))
                    .take(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &["attempt", "link", "session", "membership", "user", "site", "customer", "closure", "distributor"],
        )
        .await
    }
}
