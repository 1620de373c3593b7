//! The small world, with a clock that stands still.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{Actor, ProductId, Quantity};
use store::{Clock, Db, demo};

pub struct Shop {
    pub db: Db,
    _kept: store::Ephemeral,
}

/// A Monday morning in Gent: 08:00, six hours before the cut-off.
pub fn monday() -> DateTime<Utc> {
    "2026-11-23T07:00:00Z".parse().expect("an instant")
}

impl Shop {
    pub async fn open() -> Shop {
        let (db, kept) = Db::ephemeral(Clock::still_at(monday())).await.expect("a database");
        demo::seed(&db, demo::World::Small).await.expect("the small world");
        Shop { db, _kept: kept }
    }

    /// Somebody of the demo world, signed in.
    pub async fn actor(&self, email: &str) -> Actor {
        let token =
            store::sessions::sign_in(&self.db, email, demo::PASSWORD, "127.0.0.1", "test").await.expect("signs in").0;
        store::sessions::held(&self.db, &token.0).await.expect("reads").expect("is signed in").actor
    }

    pub async fn an(&self) -> Actor {
        self.actor("an@bakkerijpeeters.example").await
    }

    pub async fn jef(&self) -> Actor {
        self.actor("jef@bakkerijpeeters.example").await
    }

    pub async fn greet(&self) -> Actor {
        self.actor("greet@bakkerijpeeters.example").await
    }

    /// Of another customer, and sees no prices.
    pub async fn samir(&self) -> Actor {
        self.actor("samir@brasserienord.example").await
    }

    pub async fn claire(&self) -> Actor {
        self.actor("claire@brasserienord.example").await
    }

    pub async fn mia(&self) -> Actor {
        self.actor("mia@korenmolen.example").await
    }

    pub async fn day(&self, actor: &Actor) -> NaiveDate {
        let (at, now) = (actor.at().expect("stands at a counter"), self.db.now());
        store::distributor::counter(self.db.read(), at, now).await.expect("a counter").price_day(now)
    }

    /// Fills the basket of the actor's site and returns what a browser would then send.
    pub async fn ready(&self, actor: &Actor, lines: &[(ProductId, i64)]) -> store::orders::Submission {
        let day = self.day(actor).await;
        let lines: Vec<_> = lines.iter().map(|(p, units)| (*p, Quantity::whole(*units))).collect();
        store::baskets::set(&self.db, actor, &lines, day).await.expect("fills the basket");
        let basket = store::baskets::get(&self.db, actor, day).await.expect("reads the basket");
        store::orders::Submission {
            order: basket.order,
            basket_version: basket.version,
            delivery_on: day,
            reference: String::new(),
            note: String::new(),
            lines: basket.lines.iter().map(|a| (a.product, a.quantity)).collect(),
            prices: Vec::new(),
            bundles: Vec::new(),
        }
    }
}
