use chrono::Duration;
use domain::{Refusal, access::Party};
use store::{Error, demo, people, sessions};

use crate::support::Shop;

fn form(email: &str, role: &str) -> people::PersonForm {
    people::PersonForm {
        name: "Nora Peeters".into(),
        email: email.into(),
        language: "fr".into(),
        role: role.into(),
        site: String::new(),
    }
}

#[tokio::test]
async fn greet_invites_nora_who_chooses_a_password_once() {
    let shop = Shop::open().await;
    let greet = shop.greet().await;
    let token = people::invite(&shop.db, &greet, demo::customer_id(0), &form("nora@bakkerijpeeters.example", "buyer"))
        .await
        .unwrap()
        .unwrap();
    let refused = people::accept_invitation(&shop.db, &token.0, "kort").await.unwrap_err();
    assert!(matches!(refused, Error::Fields(f) if f[0].refusal == Refusal::PasswordTooShort { least: 15 }));
    people::accept_invitation(&shop.db, &token.0, "rozijnen in het deeg").await.unwrap();
    let again = people::accept_invitation(&shop.db, &token.0, "een ander lang wachtwoord").await;
    assert!(matches!(again, Err(Error::Refused(Refusal::LinkExpired))));
    let session = sessions::sign_in(&shop.db, "Nora@BakkerijPeeters.example ", "rozijnen in het deeg", "::1", "")
        .await
        .unwrap()
        .0;
    let nora = sessions::held(&shop.db, &session.0).await.unwrap().unwrap().actor;
    assert!(matches!(nora.party, Party::Customer(at) if at.customer == demo::customer_id(0)));

    // taken away: the open session ends with it
    people::remove(&shop.db, &greet, demo::customer_id(0), nora.user).await.unwrap();
    assert!(sessions::held(&shop.db, &session.0).await.unwrap().is_none());
}

#[tokio::test]
async fn nobody_manages_the_people_of_another_customer() {
    let shop = Shop::open().await;
    let (greet, an) = (shop.greet().await, shop.an().await);
    let other = people::invite(&shop.db, &greet, demo::customer_id(1), &form("x@y.example", "buyer")).await;
    assert!(matches!(other, Err(Error::NotFound)));
    let not_hers = people::invite(&shop.db, &an, demo::customer_id(0), &form("x@y.example", "buyer")).await;
    assert!(matches!(not_hers, Err(Error::Refused(Refusal::NotAllowed(_)))));
    let staff = people::invite(&shop.db, &greet, demo::customer_id(0), &form("x@y.example", "administrator")).await;
    assert!(matches!(staff, Err(Error::Fields(_))), "a customer cannot make an administrator");
}

#[tokio::test]
async fn unknown_and_wrong_get_the_same_answer_and_guessing_gets_slow() {
    let shop = Shop::open().await;
    let try_in = async |email: &str| {
        sessions::sign_in(&shop.db, email, "niet het wachtwoord", "10.0.0.1", "").await.err().unwrap()
    };
    assert!(matches!(try_in("an@bakkerijpeeters.example").await, Error::Refused(Refusal::WrongCredentials)));
    assert!(matches!(try_in("nobody@nowhere.example").await, Error::Refused(Refusal::WrongCredentials)));
    for _ in 0..5 {
        try_in("an@bakkerijpeeters.example").await;
    }
    assert!(matches!(try_in("an@bakkerijpeeters.example").await, Error::Refused(Refusal::TooManyAttempts { .. })));
    shop.db.clock().advance(Duration::minutes(16));
    sessions::sign_in(&shop.db, "an@bakkerijpeeters.example", demo::PASSWORD, "10.0.0.1", "").await.unwrap();
}

#[tokio::test]
async fn a_session_ends_by_idling_and_by_signing_out() {
    let shop = Shop::open().await;
    let sign_in = async |email: &str| sessions::sign_in(&shop.db, email, demo::PASSWORD, "::1", "").await.unwrap().0.0;
    let (an, mia) = (sign_in("an@bakkerijpeeters.example").await, sign_in("mia@korenmolen.example").await);
    shop.db.clock().advance(Duration::minutes(31));
    assert!(sessions::held(&shop.db, &mia).await.unwrap().is_none(), "staff: half an hour");
    assert!(sessions::held(&shop.db, &an).await.unwrap().is_some(), "buyers: a week");
    sessions::sign_out(&shop.db, &an).await.unwrap();
    assert!(sessions::held(&shop.db, &an).await.unwrap().is_none());
}

#[tokio::test]
async fn mia_stands_for_a_customer_and_both_are_recorded() {
    let shop = Shop::open().await;
    let token = sessions::sign_in(&shop.db, "mia@korenmolen.example", demo::PASSWORD, "::1", "").await.unwrap().0;
    let mia = sessions::held(&shop.db, &token.0).await.unwrap().unwrap().actor;
    let acting = sessions::act_for(&shop.db, &mia, &token.0, demo::customer_id(0), None).await.unwrap();
    assert!(sessions::held(&shop.db, &token.0).await.unwrap().is_none(), "the old token is gone");
    let acting = sessions::held(&shop.db, &acting.0).await.unwrap().unwrap().actor;
    let submission = shop.ready(&acting, &[(demo::product_id(1), 4)]).await;
    let id = store::orders::submit(&shop.db, &acting, &submission).await.unwrap();
    let order = store::orders::get(&shop.db, &shop.an().await, id).await.unwrap();
    assert_eq!(order.journal[0].by, "Mia De Smet");
    assert_eq!(order.journal[0].on_behalf_of.as_deref(), Some("Bakkerij Peeters"));
    assert!(order.head.on_behalf);
}

#[tokio::test]
async fn the_first_start_makes_one_link_that_works_once() {
    let (db, _kept) = store::Db::ephemeral(store::Clock::still_at(crate::support::monday())).await.unwrap();
    let token = people::setup_token(&db).await.unwrap().unwrap();
    let admin = form("els@bloem.example", "");
    assert!(matches!(
        people::set_up(&db, "another", "Bloem & Co", &admin, "een lang wachtwoord").await,
        Err(Error::Refused(Refusal::LinkExpired))
    ));
    people::set_up(&db, &token.0, "Bloem & Co", &admin, "een lang wachtwoord").await.unwrap();
    assert!(people::setup_token(&db).await.unwrap().is_none());
    sessions::sign_in(&db, "els@bloem.example", "een lang wachtwoord", "::1", "").await.unwrap();
}
