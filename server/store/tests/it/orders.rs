use domain::{OrderState, Permission, Quantity, Refusal, order::Exception};
use store::{
    Error, demo,
    orders::{self, Act, Queue},
};

use crate::support::Shop;

#[tokio::test]
async fn an_submits_mia_accepts_and_the_journal_tells_it() {
    let shop = Shop::open().await;
    let (an, mia) = (shop.an().await, shop.mia().await);
    let submission = shop.ready(&an, &[(demo::product_id(1), 4), (demo::product_id(9), 1)]).await;
    let id = orders::submit(&shop.db, &an, &submission).await.unwrap();

    let order = orders::get(&shop.db, &an, id).await.unwrap();
    assert_eq!(order.head.state, OrderState::Submitted);
    assert_eq!(order.lines.len(), 2);
    assert!(order.totals.unwrap().net.0 > 0);
    let waiting = orders::queue(&shop.db, &mia, Queue::ToReview, None, 50).await.unwrap();
    assert!(waiting.rows.iter().any(|o| o.id == id));

    orders::act(&shop.db, &mia, id, 1, &Act::Adjust { line: 1, quantity: "3".into(), cause: "short".into() })
        .await
        .unwrap();
    orders::act(&shop.db, &mia, id, 2, &Act::Accept).await.unwrap();
    let order = orders::get(&shop.db, &an, id).await.unwrap();
    assert_eq!(order.head.state, OrderState::Accepted);
    assert_eq!(order.lines[0].ordered, Quantity::whole(4));
    assert_eq!(order.lines[0].confirmed, Quantity::whole(3));
    assert_eq!(order.journal.len(), 3);
    assert_eq!(order.journal[2].by, "Mia De Smet");
    let sum: i64 = order.lines.iter().map(|l| l.amount.unwrap().0).sum();
    assert_eq!(order.head.net.unwrap().0, sum);
}

#[tokio::test]
async fn sent_twice_is_one_order() {
    let shop = Shop::open().await;
    let an = shop.an().await;
    let submission = shop.ready(&an, &[(demo::product_id(1), 4)]).await;
    let (db, twice) = (shop.db.clone(), submission.clone());
    let sends = (0..8).map(|_| {
        let (db, an, submission) = (db.clone(), an.clone(), twice.clone());
        tokio::spawn(async move { orders::submit(&db, &an, &submission).await })
    });
    let mut ids = Vec::new();
    for send in sends.collect::<Vec<_>>() {
        ids.push(send.await.unwrap().unwrap());
    }
    ids.dedup();
    assert_eq!(ids, [submission.order]);

    // another tab that still shows the basket of before, under an id of its own
    let stale = orders::Submission { order: domain::OrderId(store::clock::new_id()), ..submission };
    let refused = orders::submit(&shop.db, &an, &stale).await.unwrap_err();
    assert!(matches!(refused, Error::Refused(Refusal::AlreadyOrdered { order, .. }) if order == ids[0]), "{refused:?}");
}

#[tokio::test]
async fn a_colleague_who_adds_a_line_is_noticed_before_sending() {
    let shop = Shop::open().await;
    let (an, jef) = (shop.an().await, shop.jef().await);
    let submission = shop.ready(&an, &[(demo::product_id(1), 4)]).await;
    store::baskets::set(&shop.db, &jef, &[(demo::product_id(2), Quantity::whole(1))], submission.delivery_on)
        .await
        .unwrap();
    let refused = orders::submit(&shop.db, &an, &submission).await.unwrap_err();
    assert!(matches!(refused, Error::Refused(Refusal::BasketChanged { by: Some(by) }) if by == "Jef Peeters"));
}

#[tokio::test]
async fn what_cannot_be_delivered_is_refused_and_nothing_is_written() {
    let shop = Shop::open().await;
    let an = shop.an().await;
    let good = shop.ready(&an, &[(demo::product_id(1), 4)]).await;
    let boxes = demo::product_id(12);
    for lines in
        [vec![(boxes, Quantity::whole(3))], vec![(domain::ProductId(store::clock::new_id()), Quantity::whole(1))]]
    {
        let refused = orders::submit(&shop.db, &an, &orders::Submission { lines, ..good.clone() }).await.unwrap_err();
        assert!(matches!(&refused, Error::Fields(fields) if fields[0].field.starts_with("quantity.")), "{refused:?}");
    }
    let sunday = "2026-11-29".parse().unwrap();
    let refused =
        orders::submit(&shop.db, &an, &orders::Submission { delivery_on: sunday, ..good.clone() }).await.unwrap_err();
    assert!(matches!(&refused, Error::Fields(fields) if fields[0].field == "delivery_on"), "{refused:?}");
    let none = orders::Submission { lines: Vec::new(), ..good.clone() };
    assert!(matches!(orders::submit(&shop.db, &an, &none).await, Err(Error::Refused(Refusal::EmptyBasket))));
    orders::submit(&shop.db, &an, &good).await.unwrap();
}

#[tokio::test]
async fn another_customers_order_is_not_found() {
    let shop = Shop::open().await;
    let (an, claire) = (shop.an().await, shop.claire().await);
    let submission = shop.ready(&an, &[(demo::product_id(1), 4)]).await;
    let id = orders::submit(&shop.db, &an, &submission).await.unwrap();
    assert!(matches!(orders::get(&shop.db, &claire, id).await, Err(Error::NotFound)));
    let cancel = Act::Cancel { reason: String::new() };
    assert!(matches!(orders::act(&shop.db, &claire, id, 1, &cancel).await, Err(Error::NotFound)));
    // not even as the id of an order of her own
    let own = shop.ready(&claire, &[(demo::product_id(9), 1)]).await;
    let stolen = orders::Submission { order: id, ..own };
    assert!(matches!(orders::submit(&shop.db, &claire, &stolen).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn the_kitchen_asks_without_seeing_a_price_and_an_approver_decides() {
    let shop = Shop::open().await;
    let (samir, claire) = (shop.samir().await, shop.claire().await);
    let submission = shop.ready(&samir, &[(demo::product_id(9), 1)]).await;
    let id = orders::submit(&shop.db, &samir, &submission).await.unwrap();
    let seen = orders::get(&shop.db, &samir, id).await.unwrap();
    assert_eq!(seen.head.state, OrderState::AwaitingApproval);
    assert!(
        seen.totals.is_none()
            && seen.head.net.is_none()
            && seen.lines[0].price.is_none()
            && seen.lines[0].amount.is_none()
    );
    let refused = orders::act(&shop.db, &samir, id, 1, &Act::Approve).await.unwrap_err();
    assert!(matches!(refused, Error::Refused(Refusal::NotAllowed(Permission::ApproveOrder))));
    orders::act(&shop.db, &claire, id, 1, &Act::Approve).await.unwrap();
    assert_eq!(orders::get(&shop.db, &samir, id).await.unwrap().head.state, OrderState::Submitted);
}

#[tokio::test]
async fn an_unusual_quantity_and_a_note_are_exceptions_that_only_staff_see() {
    let shop = Shop::open().await;
    let (an, mia) = (shop.an().await, shop.mia().await);
    let day = shop.day(&an).await;
    let list = store::assortments::list(&shop.db, &an, day).await.unwrap();
    let usual = list.iter().find(|a| a.habit.taken.len() >= 3).expect("An has habits");
    let much = usual.habit.usual().unwrap().0 / 1000 * 10;
    let mut submission = shop.ready(&an, &[(usual.product, much)]).await;
    submission.note = "Graag voor zes uur".into();
    let id = orders::submit(&shop.db, &an, &submission).await.unwrap();
    let exceptions = orders::get(&shop.db, &mia, id).await.unwrap().head.exceptions;
    assert!(
        exceptions.iter().any(|e| matches!(e, Exception::UnusualQuantity { sku, .. } if *sku == usual.sku)),
        "{exceptions:?}"
    );
    assert!(exceptions.contains(&Exception::NoteToDesk));
    assert!(orders::get(&shop.db, &an, id).await.unwrap().head.exceptions.is_empty());
}

#[tokio::test]
async fn cancelling_is_possible_until_the_cut_off_and_takes_the_habit_back() {
    let shop = Shop::open().await;
    let an = shop.an().await;
    let day = shop.day(&an).await;
    let habit = |list: Vec<domain::product::Article>| {
        list.into_iter().find(|a| a.product == demo::product_id(1)).map(|a| a.habit)
    };
    let before = habit(store::assortments::list(&shop.db, &an, day).await.unwrap());
    let submission = shop.ready(&an, &[(demo::product_id(1), 7)]).await;
    let id = orders::submit(&shop.db, &an, &submission).await.unwrap();
    let cancel = Act::Cancel { reason: "dubbel".into() };
    assert!(matches!(orders::act(&shop.db, &an, id, 9, &cancel).await, Err(Error::Refused(Refusal::Stale))));
    orders::act(&shop.db, &an, id, 1, &cancel).await.unwrap();
    let after = habit(store::assortments::list(&shop.db, &an, day).await.unwrap());
    assert_eq!(before.unwrap().usual(), after.unwrap().usual());

    let again = shop.ready(&an, &[(demo::product_id(1), 4)]).await;
    let id = orders::submit(&shop.db, &an, &again).await.unwrap();
    shop.db.clock().advance(chrono::Duration::days(3));
    assert!(matches!(orders::act(&shop.db, &an, id, 1, &cancel).await, Err(Error::Refused(Refusal::CutOffPassed))));
}

#[tokio::test]
async fn pages_of_history_neither_shift_nor_repeat() {
    let shop = Shop::open().await;
    let an = shop.an().await;
    let all = orders::history(&shop.db, &an, None, 1000).await.unwrap().rows;
    assert!(all.len() > 6, "the small world has a past");
    let mut read = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = orders::history(&shop.db, &an, after.as_deref(), 3).await.unwrap();
        read.extend(page.rows);
        match page.next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    assert_eq!(read, all);
}
