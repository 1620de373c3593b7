//! What the benchmark measures against: bare work on the same machine in the same minute, and crowded tables.

use std::{
    fmt::Write as _,
    time::{Duration, Instant},
};

use chrono::NaiveDate;
use domain::{
    CustomerId, OrderId, ProductId, PromotionId, Quantity, UnitPrice,
    agreement::{Deal, PriceAgreement},
    price::{PriceTier, TieredPrice},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};

use crate::{
    Db, Error, Result,
    clock::new_id,
    db::insert_all,
    entity::{
        assortment_item, category, customer, order, outbox, price_agreement, product, promotion, promotion_product,
    },
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

/// Everything there is in the assortment of one customer; with `most`, so many articles.
pub async fn crowd_assortment(db: &Db, customer: CustomerId, most: Option<usize>) -> Result<()> {
    let had = may_order(db, customer, usize::MAX).await?.len();
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
    let more = most.map_or(usize::MAX, |most| most.saturating_sub(had));
    let rows = others.into_iter().take(more).map(|product_id| {
        assortment_item::Model {
            customer_id: customer,
            product_id,
            own_name: None,
            own_code: None,
            position: 10_000,
            favourite: false,
            of_group: false,
        }
        .into_active_model()
    });
    let rows: Vec<_> = rows.collect();
    insert_all(&write, rows).await?;
    write.commit().await?;
    refresh_statistics(db).await
}

/// Tiers agreed for all that a customer may order, and a promotion on every third of it that is in none.
pub async fn crowd_prices(db: &Db, customer: CustomerId, from: NaiveDate, until: NaiveDate) -> Result<()> {
    let products = may_order(db, customer, usize::MAX).await?;
    let write = db.write().await?;
    let ours = price_agreement::COLUMN.customer_id.eq(customer);
    price_agreement::Entity::delete_many().filter(ours).exec(&*write).await?;
    let agreed = products.iter().map(|product| {
        let price = |less: i64| UnitPrice(product.list_price.0 * less / 100);
        let tiers =
            [(10, 90), (40, 85)].map(|(from, less)| PriceTier { from: Quantity::whole(from), price: price(less) });
        let price = TieredPrice { tiers: tiers.to_vec(), ..TieredPrice::flat(price(95)) };
        let agreed = PriceAgreement { deal: Deal::Net(price), from, until: None, group: String::new() };
        price_agreement::Model::of(customer, product.id, &agreed).into_active_model()
    });
    insert_all(&write, agreed.collect()).await?;
    let one = promotion::Model {
        id: PromotionId(new_id()),
        name_nl: "Herfstactie".into(),
        name_fr: String::new(),
        name_en: String::new(),
        kind: "percent".into(),
        value: 2_000,
        free: 0,
        threshold: Quantity::ZERO,
        stacks: false,
        customer_group: String::new(),
        from_on: from,
        until_on: until,
        version: 1,
    };
    let in_one: Vec<ProductId> = promotion_product::Entity::find()
        .select_only()
        .column(promotion_product::Column::ProductId)
        .into_tuple()
        .all(&*write)
        .await?;
    let free = products.iter().filter(|product| !in_one.contains(&product.id)).step_by(3);
    let rows = free
        .map(|p| {
            promotion_product::Model { promotion_id: one.id, product_id: p.id, quantity: None, free: false }
                .into_active_model()
        })
        .collect();
    one.into_active_model().insert(&*write).await?;
    insert_all(&write, rows).await?;
    write.commit().await?;
    refresh_statistics(db).await
}

/// So many products that the customer may order, with the least he may order of each.
pub async fn orderable(db: &Db, customer: CustomerId, most: usize) -> Result<Vec<(ProductId, Quantity)>> {
    Ok(may_order(db, customer, most).await?.into_iter().map(|p| (p.id, p.sales_unit().least())).collect())
}

async fn may_order(db: &Db, customer: CustomerId, most: usize) -> Result<Vec<product::Model>> {
    product::Entity::find()
        .filter(product::Column::Id.in_subquery(crate::assortments::on_sale(customer)))
        .order_by_asc(product::COLUMN.sku)
        .limit(most.min(10_000) as u64)
        .all(db.read())
        .await
        .map_err(Error::from)
}

/// Two files as a wholesaler has them, in the columns of the import: so many products, and so many agreed prices of them
/// with the first twenty customers.
pub async fn files(db: &Db, products: usize, prices: usize) -> Result<[String; 2]> {
    const CUSTOMERS: usize = 20;
    let numbers: Vec<String> = customer::Entity::find()
        .select_only()
        .column(customer::Column::Number)
        .order_by_asc(customer::COLUMN.number)
        .limit(CUSTOMERS as u64)
        .into_tuple()
        .all(db.read())
        .await?;
    let shelf = category::Entity::find().one(db.read()).await?.ok_or(Error::NotFound)?.key;
    let mut goods = "sku;name_nl;category;base_unit;unit;factor;list_price;vat\n".to_owned();
    let mut agreed = "customer_number;sku;price;from;until\n".to_owned();
    for n in 0..products {
        let (what, kind) = (GOODS[n % GOODS.len()].0, KINDS[n / GOODS.len() % KINDS.len()].0);
        let _ = writeln!(goods, "Z{n:06};{what} {kind} {n};{shelf};KGM;BG;25;{},{:02};6", 10 + n % 40, n % 100);
    }
    for n in 0..prices {
        let (number, product) = (&numbers[n % numbers.len()], n / numbers.len() % products);
        let _ = writeln!(agreed, "{number};Z{product:06};{},{:02};2026-01-01;", 9 + product % 40, n % 100);
    }
    Ok([goods, agreed])
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
