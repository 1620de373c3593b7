//! What is found by its words: one text per product, per customer's own name of one, and per customer, under the full text
//! search of the database (SQLite FTS5, PostgreSQL tsvector under a GIN index).
//!
//! Triggers note which texts a transaction has made stale; whoever commits writes them anew before (`store::search`). So a
//! verb that changes a name need not know that it is searched by it.

use sea_orm_migration::{prelude::*, sea_orm::DatabaseBackend};

use crate::{column, drop_tables, index, integer, refers, text};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0005_search"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let create = |name: &str| Table::create().table(Alias::new(name)).take();
        let cascade = |from: &str, to: &str| refers(&[from], to, &["id"]).on_delete(ForeignKeyAction::Cascade).take();
        manager
            .create_table(
                create("search_doc")
                    .col(integer("id").auto_increment().primary_key())
                    .col(column("product_id").uuid())
                    .col(column("customer_id").uuid())
                    // how many of the words, in front, are the customer's own
                    .col(integer("own"))
                    .col(column("discontinued").boolean().not_null())
                    .col(text("words"))
                    .foreign_key(&mut cascade("product_id", "product"))
                    .foreign_key(&mut cascade("customer_id", "customer"))
                    .take(),
            )
            .await?;
        manager.create_index(index("search_doc", &["product_id", "customer_id"])).await?;
        manager.create_index(index("search_doc", &["customer_id"])).await?;
        // the words that occur, for what is typed otherwise; a generation is what one transaction added
        manager
            .create_table(
                create("search_word")
                    .col(column("word").text().not_null().primary_key())
                    .col(integer("generation"))
                    .take(),
            )
            .await?;
        manager.create_index(index("search_word", &["generation"])).await?;
        manager
            .create_table(
                create("search_state")
                    .col(integer("id").primary_key())
                    .col(integer("version"))
                    .col(integer("generation"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                create("search_stale")
                    .col(integer("id").auto_increment().primary_key())
                    .col(column("product_id").uuid())
                    .col(column("customer_id").uuid())
                    .take(),
            )
            .await?;
        manager.create_index(index("customer", &["name", "id"])).await?;
        let conn = manager.get_connection();
        // what is told apart in a large assortment: what has a name of its own, and what is loved
        let partial = "CREATE INDEX assortment_item_named ON assortment_item (customer_id, product_id) WHERE own_name IS NOT NULL;
            CREATE INDEX assortment_item_favourite ON assortment_item (customer_id, product_id) WHERE favourite;
            INSERT INTO search_state (id, version, generation) VALUES (1, 0, 0);";
        conn.execute_unprepared(partial).await?;
        conn.execute_unprepared(match manager.get_database_backend() {
            DatabaseBackend::Sqlite => SQLITE,
            _ => POSTGRES,
        })
        .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let conn = manager.get_connection();
        conn.execute_unprepared(match manager.get_database_backend() {
            DatabaseBackend::Sqlite => SQLITE_DOWN,
            _ => POSTGRES_DOWN,
        })
        .await?;
        conn.execute_unprepared(
            "DROP INDEX assortment_item_named; DROP INDEX assortment_item_favourite; DROP INDEX customer_name_id;",
        )
        .await?;
        drop_tables(manager, &["search_stale", "search_state", "search_word", "search_doc"]).await
    }
}

/// The words come folded and are kept as they are: `ascii` splits at spaces only, once `.` (1.5) and `=` (codes) belong to
/// a word.
const SQLITE: &str = r#"
CREATE VIRTUAL TABLE search_index USING fts5(words, content='search_doc', content_rowid='id', detail=none, columnsize=0,
    tokenize="ascii tokenchars '.='");
CREATE TRIGGER search_doc_new AFTER INSERT ON search_doc BEGIN
    INSERT INTO search_index (rowid, words) VALUES (new.id, new.words);
END;
CREATE TRIGGER search_doc_gone AFTER DELETE ON search_doc BEGIN
    INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', old.id, old.words);
END;
CREATE TRIGGER search_product_new AFTER INSERT ON product BEGIN
    INSERT INTO search_stale (product_id) VALUES (new.id);
END;
CREATE TRIGGER search_product_changed AFTER UPDATE OF sku, gtin, name_nl, name_fr, name_en, discontinued ON product
    WHEN old.sku IS NOT new.sku OR old.gtin IS NOT new.gtin OR old.name_nl IS NOT new.name_nl
        OR old.name_fr IS NOT new.name_fr OR old.name_en IS NOT new.name_en OR old.discontinued IS NOT new.discontinued
BEGIN
    INSERT INTO search_stale (product_id) VALUES (new.id);
END;
CREATE TRIGGER search_item_new AFTER INSERT ON assortment_item
    WHEN new.own_name IS NOT NULL OR new.own_code IS NOT NULL
BEGIN
    INSERT INTO search_stale (product_id, customer_id) VALUES (new.product_id, new.customer_id);
END;
CREATE TRIGGER search_item_changed AFTER UPDATE OF own_name, own_code ON assortment_item
    WHEN old.own_name IS NOT new.own_name OR old.own_code IS NOT new.own_code
BEGIN
    INSERT INTO search_stale (product_id, customer_id) VALUES (new.product_id, new.customer_id);
END;
CREATE TRIGGER search_item_gone AFTER DELETE ON assortment_item
    WHEN old.own_name IS NOT NULL OR old.own_code IS NOT NULL
BEGIN
    INSERT INTO search_stale (product_id, customer_id) VALUES (old.product_id, old.customer_id);
END;
CREATE TRIGGER search_customer_new AFTER INSERT ON customer BEGIN
    INSERT INTO search_stale (customer_id) VALUES (new.id);
END;
CREATE TRIGGER search_customer_changed AFTER UPDATE OF name, number, vat_number ON customer
    WHEN old.name IS NOT new.name OR old.number IS NOT new.number OR old.vat_number IS NOT new.vat_number
BEGIN
    INSERT INTO search_stale (customer_id) VALUES (new.id);
END;
"#;

const SQLITE_DOWN: &str = "
DROP TRIGGER search_doc_new; DROP TRIGGER search_doc_gone; DROP TRIGGER search_product_new; DROP TRIGGER search_product_changed;
DROP TRIGGER search_item_new; DROP TRIGGER search_item_changed; DROP TRIGGER search_item_gone;
DROP TRIGGER search_customer_new; DROP TRIGGER search_customer_changed;
DROP TABLE search_index;
";

/// Without `fastupdate`: its list of pending entries would be read through by every search after an import.
const POSTGRES: &str = r"
ALTER TABLE search_doc
    ADD COLUMN found tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED;
CREATE INDEX search_doc_found ON search_doc USING gin (found) WITH (fastupdate = off);
CREATE FUNCTION search_stale_product() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO search_stale (product_id) VALUES (new.id); RETURN NULL;
END $$;
CREATE FUNCTION search_stale_item() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO search_stale (product_id, customer_id)
        VALUES (coalesce(new.product_id, old.product_id), coalesce(new.customer_id, old.customer_id));
    RETURN NULL;
END $$;
CREATE FUNCTION search_stale_customer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO search_stale (customer_id) VALUES (new.id); RETURN NULL;
END $$;
CREATE TRIGGER search_product_new AFTER INSERT ON product FOR EACH ROW EXECUTE FUNCTION search_stale_product();
CREATE TRIGGER search_product_changed AFTER UPDATE ON product FOR EACH ROW
    WHEN ((old.sku, old.gtin, old.name_nl, old.name_fr, old.name_en, old.discontinued)
        IS DISTINCT FROM (new.sku, new.gtin, new.name_nl, new.name_fr, new.name_en, new.discontinued))
    EXECUTE FUNCTION search_stale_product();
CREATE TRIGGER search_item_new AFTER INSERT ON assortment_item FOR EACH ROW
    WHEN (new.own_name IS NOT NULL OR new.own_code IS NOT NULL) EXECUTE FUNCTION search_stale_item();
CREATE TRIGGER search_item_changed AFTER UPDATE ON assortment_item FOR EACH ROW
    WHEN ((old.own_name, old.own_code) IS DISTINCT FROM (new.own_name, new.own_code))
    EXECUTE FUNCTION search_stale_item();
CREATE TRIGGER search_item_gone AFTER DELETE ON assortment_item FOR EACH ROW
    WHEN (old.own_name IS NOT NULL OR old.own_code IS NOT NULL) EXECUTE FUNCTION search_stale_item();
CREATE TRIGGER search_customer_new AFTER INSERT ON customer FOR EACH ROW EXECUTE FUNCTION search_stale_customer();
CREATE TRIGGER search_customer_changed AFTER UPDATE ON customer FOR EACH ROW
    WHEN ((old.name, old.number, old.vat_number) IS DISTINCT FROM (new.name, new.number, new.vat_number))
    EXECUTE FUNCTION search_stale_customer();
";

const POSTGRES_DOWN: &str = "
DROP TRIGGER search_product_new ON product; DROP TRIGGER search_product_changed ON product;
DROP TRIGGER search_item_new ON assortment_item; DROP TRIGGER search_item_changed ON assortment_item;
DROP TRIGGER search_item_gone ON assortment_item;
DROP TRIGGER search_customer_new ON customer; DROP TRIGGER search_customer_changed ON customer;
DROP FUNCTION search_stale_product; DROP FUNCTION search_stale_item; DROP FUNCTION search_stale_customer;
";
