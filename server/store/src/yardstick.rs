//! What the benchmark measures against: bare work on the same machine in the same minute, and crowded tables.

use std::time::{Duration, Instant};

use domain::{CustomerId, OrderId, ProductId};
use sea_orm::{
    ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};

use crate::{
    Db, Error, Result,
    clock::new_id,
    db::insert_all,
    entity::{assortment_item, category, order, outbox, product},
    passwords,
};

/// Durable transactions of 21 bare rows, one after the other; how many a second.
pub async fn bare_transactions(db: &Db, count: u32) -> Result<u32> {
    let began = Instant::now();
    for _ in 0..count {
        let write = db.write().await?;
        let row = |_| outbox::ActiveModel {
            id: ActiveValue::NotSet,
            at: ActiveValue::Set(0),
            topic: ActiveValue::Set("yardstick".into()),
            customer_id: ActiveValue::Set(None),
            site_id: ActiveValue::Set(None),
            subject_id: ActiveValue::Set(new_id()),
        };
        outbox::Entity::insert(row(0)).exec_without_returning(&*write).await?;
        outbox::Entity::insert_many((0..20).map(row)).exec_without_returning(&*write).await?;
        write.commit().await?;
    }
    Ok(per_second(count, began.elapsed()))
}

fn per_second(count: u32, took: Duration) -> u32 {
    u32::try_from(u128::from(count) * 1_000_000 / took.as_micros().max(1)).unwrap_or(u32::MAX)
}

/// How long one password hash takes.
pub async fn one_hash() -> Result<Duration> {
    let began = Instant::now();
    passwords::hash("een wachtwoord om te meten".into()).await?;
    Ok(began.elapsed())
}

/// Fills the queue up to `count` waiting orders, copies of one that is there (without lines: the queue shows none).
pub async fn crowd_queue(db: &Db, count: usize) -> Result<()> {
    let one =
        order::Entity::find().order_by_desc(order::COLUMN.submitted_at).one(db.read()).await?.ok_or(Error::NotFound)?;
    let write = db.write().await?;
    let rows: Vec<_> = (0..count)
        .map(|n| {
            let id = OrderId(new_id());
            order::Model {
                id,
                number: format!("Q{id}"),
                state: "submitted".into(),
                attention: i64::from(n % 7 == 0),
                submitted_at: one.submitted_at + n as i64,
                cut_off_at: one.cut_off_at + (n % 5_000) as i64 * 60_000,
                ..one.clone()
            }
            .into_active_model()
        })
        .collect();
    insert_all(&write, rows).await?;
    write.commit().await?;
    refresh_statistics(db).await
}

/// Products up to `count`, with names of their own on all shelves, as like to each other as those of a wholesaler are.
pub async fn crowd_products(db: &Db, count: usize) -> Result<()> {
    let one = product::Entity::find().limit(1).one(db.read()).await?.ok_or(Error::NotFound)?;
    let shelves = category::Entity::find().order_by_asc(category::COLUMN.position).all(db.read()).await?;
    let write = db.write().await?;
    let rows: Vec<_> = (0..count)
        .map(|n| {
            let (what, rest) = (n % GOODS.len(), n / GOODS.len());
            let (kind, rest) = (rest % KINDS.len(), rest / KINDS.len());
            let (maker, number) = (rest % MAKERS.len(), rest / MAKERS.len() + 1);
            let name = |goods: &str, kind: &str| format!("{goods} {kind} {} nr {number}", MAKERS[maker]);
            product::Model {
                id: ProductId(new_id()),
                sku: format!("Y{n:06}"),
                gtin: Some(format!("{:013}", 2_000_000_000_000_u64 + n as u64)),
                name_nl: name(GOODS[what].0, KINDS[kind].0),
                name_fr: name(GOODS[what].1, KINDS[kind].1),
                name_en: String::new(),
                category: shelves[what % shelves.len()].key.clone(),
                ..one.clone()
            }
            .into_active_model()
        })
        .collect();
    insert_all(&write, rows).await?;
    write.commit().await?;
    refresh_statistics(db).await
}

/// Everything there is in the assortment of one customer.
pub async fn crowd_assortment(db: &Db, customer: CustomerId) -> Result<()> {
    let has = assortment_item::Entity::find()
        .select_only()
        .column(assortment_item::Column::ProductId)
        .filter(assortment_item::COLUMN.customer_id.eq(customer))
        .into_query();
    let others: Vec<ProductId> = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::Id.not_in_subquery(has))
        .into_tuple()
        .all(db.read())
        .await?;
    let write = db.write().await?;
    let rows = others.into_iter().map(|product_id| {
        assortment_item::Model {
            customer_id: customer,
            product_id,
            own_name: None,
            own_code: None,
            position: 10_000,
            favourite: false,
        }
        .into_active_model()
    });
    let rows: Vec<_> = rows.collect();
    insert_all(&write, rows).await?;
    write.commit().await?;
    refresh_statistics(db).await
}

const GOODS: [(&str, &str); 25] = [
    ("Tarwebloem", "Farine de froment"),
    ("Roggemeel", "Farine de seigle"),
    ("Speltbloem", "Farine d'épeautre"),
    ("Boterkoekmix", "Mélange couque au beurre"),
    ("Korstdeegmargarine", "Margarine feuilletage"),
    ("Roomboter", "Beurre de laiterie"),
    ("Kristalsuiker", "Sucre cristallisé"),
    ("Poedersuiker", "Sucre impalpable"),
    ("Chocoladedruppels", "Pépites de chocolat"),
    ("Cacaopoeder", "Poudre de cacao"),
    ("Amandelpoeder", "Poudre d'amandes"),
    ("Hazelnootpasta", "Praliné noisettes"),
    ("Walnoten", "Noix"),
    ("Abrikozenconfituur", "Confiture d'abricots"),
    ("Kersenvulling", "Garniture aux cerises"),
    ("Banketbakkersroom", "Crème pâtissière"),
    ("Volle melk", "Lait entier"),
    ("Eigeel", "Jaune d'œuf"),
    ("Verse gist", "Levure fraîche"),
    ("Desempoeder", "Levain en poudre"),
    ("Zeezout", "Sel marin"),
    ("Kaneel", "Cannelle"),
    ("Gebakdozen", "Boîtes à gâteaux"),
    ("Broodzakken", "Sachets à pain"),
    ("Handzeep", "Savon pour les mains"),
];

const KINDS: [(&str, &str); 20] = [
    ("fijn", "fin"),
    ("grof", "gros"),
    ("extra", "extra"),
    ("bio", "bio"),
    ("25 kg", "25 kg"),
    ("10 kg", "10 kg"),
    ("5 kg", "5 kg"),
    ("1 kg", "1 kg"),
    ("6 x 1 l", "6 x 1 l"),
    ("500 g", "500 g"),
    ("puur", "pur"),
    ("wit", "blanc"),
    ("bruin", "brun"),
    ("T55", "T55"),
    ("T65", "T65"),
    ("zonder suiker", "sans sucre"),
    ("glutenvrij", "sans gluten"),
    ("diepvries", "surgelé"),
    ("gemalen", "moulu"),
    ("natuur", "nature"),
];

const MAKERS: [&str; 20] = [
    "Anker",
    "Berk",
    "Ceder",
    "Distel",
    "Eikel",
    "Fuut",
    "Gaai",
    "Havik",
    "Iep",
    "Jeneverbes",
    "Kievit",
    "Linde",
    "Merel",
    "Narcis",
    "Olm",
    "Populier",
    "Reiger",
    "Spreeuw",
    "Tulp",
    "Vlier",
];

/// The planner should know the new sizes.
async fn refresh_statistics(db: &Db) -> Result<()> {
    db.read().execute_unprepared("ANALYZE").await?;
    Ok(())
}
