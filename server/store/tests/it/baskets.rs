use domain::{Quantity, Refusal};
use store::{Error, baskets, demo};

use crate::support::Shop;

#[tokio::test]
async fn colleagues_share_one_basket_and_it_outlives_every_session() {
    let shop = Shop::open().await;
    let (an, jef) = (shop.an().await, shop.jef().await);
    let day = shop.day(&an).await;
    baskets::set(&shop.db, &an, &[(demo::product_id(1), Quantity::whole(4))], day).await.unwrap();
    baskets::set(&shop.db, &jef, &[(demo::product_id(9), Quantity::whole(2))], day).await.unwrap();

    shop.db.clock().advance(chrono::Duration::days(60));
    let an = shop.an().await;
    let basket = baskets::get(&shop.db, &an, shop.day(&an).await).await.unwrap();
    let lines: Vec<_> = basket.lines.iter().map(|a| (a.product, a.quantity.0 / 1000, a.added_by.as_deref())).collect();
    assert_eq!(lines.len(), 2);
    assert!(lines.contains(&(demo::product_id(1), 4, None)));
    assert!(lines.contains(&(demo::product_id(9), 2, Some("Jef Peeters"))), "a colleague's line names him");
}

#[tokio::test]
async fn changes_to_different_lines_at_once_are_all_kept() {
    let shop = Shop::open().await;
    let (an, jef) = (shop.an().await, shop.jef().await);
    let day = shop.day(&an).await;
    let mut tasks = Vec::new();
    for product in 0..10usize {
        let (db, actor) = (shop.db.clone(), if product % 2 == 0 { an.clone() } else { jef.clone() });
        tasks.push(tokio::spawn(async move {
            baskets::set(&db, &actor, &[(demo::product_id(product), Quantity::whole(4))], day).await
        }));
    }
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    let basket = baskets::get(&shop.db, &an, day).await.unwrap();
    assert_eq!(basket.lines.len(), 10);
    assert_eq!(basket.version, 10);
}

#[tokio::test]
async fn a_quantity_that_cannot_be_delivered_names_the_field_and_its_neighbours() {
    let shop = Shop::open().await;
    let an = shop.an().await;
    let day = shop.day(&an).await;
    let boxes = demo::product_id(12);
    let refused = baskets::set(&shop.db, &an, &[(boxes, Quantity::whole(3))], day).await.unwrap_err();
    let Error::Fields(fields) = refused else { panic!("{refused:?}") };
    assert_eq!(fields[0].field, format!("quantity.{boxes}"));
    assert_eq!(fields[0].refusal, Refusal::NotAMultiple { below: Some(Quantity::whole(2)), above: Quantity::whole(4) });
    assert!(baskets::get(&shop.db, &an, day).await.unwrap().lines.is_empty());
}

#[tokio::test]
async fn the_list_shows_own_names_own_prices_and_habits() {
    let shop = Shop::open().await;
    let (an, samir, mia) = (shop.an().await, shop.samir().await, shop.mia().await);
    let day = shop.day(&an).await;
    let list = store::assortments::list(&shop.db, &an, day).await.unwrap();
    assert_eq!(list.len(), 14);
    assert!(list.iter().any(|a| a.own_name.is_some()));
    assert!(list.iter().any(|a| a.price().unwrap().trace.len() == 2), "some prices are agreed");
    assert!(list.iter().any(|a| !a.habit.taken.is_empty()));
    assert!(list.iter().all(|a| !a.category.is_empty() && a.conditions.is_some()));
    let without = store::assortments::list(&shop.db, &samir, day).await.unwrap();
    assert!(!without.is_empty() && without.iter().all(|a| a.conditions.is_none()), "the kitchen sees no prices");
    assert!(
        matches!(store::assortments::list(&shop.db, &mia, day).await, Err(Error::NotFound)),
        "staff stand at no counter"
    );
}
