//! What is put beside an order: what was forgotten, what goes with it, what is better or cheaper. Each says why, and
//! there are never more than [`MOST`] of them on a screen.

use crate::{
    Cents, ProductId, Quantity, find,
    product::{Article, Names},
};

/// Announcements and suggestions of all kinds together.
pub const MOST: usize = 3;
/// So many of the last orders are looked at for what was forgotten.
pub const LAST_ORDERS: u32 = 10;

/// An article of the own assortment, and why it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub article: Article,
    pub because: Because,
}

/// Why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// It was in `taken` of the last `of` orders.
    Forgotten { taken: u32, of: u32 },
    /// It goes with another, for a reason that staff gave or because customers of his kind take both.
    GoesWith { of: ProductId, title: String, said: Option<String> },
    /// Staff say that it is the better one, and why.
    Better { of: ProductId, title: String, said: String },
    /// Of what he usually takes it costs him less, in thirty days by so much.
    Cheaper { of: ProductId, title: String, monthly: Cents },
}

/// The two things that are told apart, and what was forgotten: in this order they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Forgotten,
    GoesWith,
    Alternative,
}

impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Forgotten, Kind::GoesWith, Kind::Alternative];

    /// As it is stored, and named in forms.
    pub const fn key(self) -> &'static str {
        match self {
            Kind::Forgotten => "forgotten",
            Kind::GoesWith => "goes_with",
            Kind::Alternative => "alternative",
        }
    }

    pub fn from_key(key: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

impl Because {
    pub fn kind(&self) -> Kind {
        match self {
            Because::Forgotten { .. } => Kind::Forgotten,
            Because::GoesWith { .. } => Kind::GoesWith,
            Because::Better { .. } | Because::Cheaper { .. } => Kind::Alternative,
        }
    }

    /// Beside which product it is shown; what was forgotten stands by itself.
    pub fn of(&self) -> Option<ProductId> {
        match self {
            Because::Forgotten { .. } => None,
            Because::GoesWith { of, .. } | Because::Better { of, .. } | Because::Cheaper { of, .. } => Some(*of),
        }
    }
}

/// What staff say of a product, as they maintain it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    pub kind: Kind,
    pub other: ProductId,
    pub sku: String,
    pub name: String,
    pub reasons: Names,
}

/// What the orders of a group say goes with the product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paired {
    pub group: String,
    pub other: ProductId,
    pub sku: String,
    pub name: String,
    pub orders: i64,
    pub customers: i64,
    /// Thousandths.
    pub lift: i64,
}

/// At most `most` of what there is: the first of each kind before the second of any, and no article twice, nor one that
/// `has` says is there already. They come by kind.
pub fn choose(all: Vec<Suggestion>, most: usize, has: impl Fn(ProductId) -> bool) -> Vec<Suggestion> {
    let mut kinds = Kind::ALL.map(|kind| all.iter().filter(move |s| s.because.kind() == kind));
    let mut chosen: Vec<Suggestion> = Vec::new();
    while chosen.len() < most.min(MOST) {
        let before = chosen.len();
        for kind in &mut kinds {
            let new = |s: &&Suggestion| {
                let product = s.article.product;
                !has(product) && chosen.iter().all(|c| c.article.product != product)
            };
            if chosen.len() < most.min(MOST)
                && let Some(next) = kind.find(new)
            {
                let next = next.clone();
                chosen.push(next);
            }
        }
        if chosen.len() == before {
            break;
        }
    }
    chosen.sort_by_key(|s| s.because.kind());
    chosen
}

/// Taken in so many of the last orders that its absence is a slip: seven of ten, and of no fewer than four.
pub fn is_usual(taken: u32, of: u32) -> bool {
    of >= 4 && taken * 10 >= of * 7
}

/// What another article would save in thirty days, taken in the place of one that is taken with a rhythm: by what either
/// costs this customer without any promotion, for the same content, in a quantity of it that can be delivered. None
/// where it saves less than three per cent or a euro, or where so much of it would have to be taken that it would lie.
pub fn saves(now: &Article, other: &Article) -> Option<Cents> {
    let (of_now, of_other) = (now.conditions.as_ref()?.nearest(), other.conditions.as_ref()?.nearest());
    if now.base_unit != other.base_unit {
        return None;
    }
    let (days, quantity) = (now.habit.interval()?.max(1), now.habit.usual()?);
    let packs = now.habit.handed_on(&now.unit, &other.unit).usual()?;
    let content = |quantity: Quantity, article: &Article| i128::from(quantity.0) * i128::from(article.unit.factor.0);
    let (wanted, taken) = (content(quantity, now), content(packs, other));
    if wanted <= 0 || taken <= 0 || taken > wanted * 2 {
        return None;
    }
    let cost = i128::from(of_now.amount(quantity, &now.unit).0);
    let cost_of_other = i128::from(of_other.amount(packs, &other.unit).0);
    // per content, as the quantities differ a little
    let saved = cost * taken - cost_of_other * wanted;
    let monthly = Cents(crate::money::round_half_away(saved * 30, taken * i128::from(days)));
    (saved * 100 >= cost * taken * 3 && monthly >= Cents(100)).then_some(monthly)
}

/// Are two names those of the same thing, but for its pack? Numbers and units of measure say nothing, and of the other
/// words three in four are the same.
pub fn alike(one: &str, other: &str) -> bool {
    let words = |name: &str| {
        let mut words: Vec<String> =
            find::words(name).filter(|w| !w.starts_with(|c: char| c.is_ascii_digit()) && !is_measure(w)).collect();
        words.sort_unstable();
        words.dedup();
        words
    };
    let (one, other) = (words(one), words(other));
    let shared = one.iter().filter(|word| other.contains(word)).count();
    shared > 0 && shared * 4 >= one.len().max(other.len()) * 3
}

fn is_measure(word: &str) -> bool {
    matches!(word, "kg" | "g" | "gr" | "l" | "ml" | "cl" | "dl" | "st" | "cm" | "mm" | "x" | "per")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        SalesUnit, UnitCode, UnitPrice, VatRate,
        guide::Habit,
        price::{Conditions, TieredPrice},
    };
    use chrono::NaiveDate;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn article(n: u128, kilograms: i64, price: i64) -> Article {
        Article {
            product: ProductId(Uuid::from_u128(n)),
            sku: n.to_string(),
            name: format!("Bloem {n}"),
            own_name: None,
            own_code: None,
            category: "Bloem".into(),
            base_unit: UnitCode("KGM".into()),
            unit: SalesUnit::whole("BG", Quantity::whole(kilograms)),
            packs: Vec::new(),
            vat: VatRate(600),
            favourite: false,
            conditions: Some(Conditions::of(TieredPrice::flat(UnitPrice(price)), None, None, None)),
            bundle: None,
            deposit: None,
            habit: Habit::default(),
            quantity: Quantity::ZERO,
            added_by: None,
        }
    }

    fn taken_weekly(article: Article, bags: i64) -> Article {
        let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).expect("a day");
        let taken = [2, 9, 16].map(|d| (day(d), Quantity::whole(bags))).to_vec();
        Article { habit: Habit { taken }, ..article }
    }

    #[test]
    fn the_same_in_bigger_bags() {
        // five bags of 5 kg at 4,50 a week against one of 25 kg at 18,25: 4,25 a week
        let small = taken_weekly(article(1, 5, 45_000), 5);
        assert_eq!(saves(&small, &article(2, 25, 182_500)), Some(Cents(1_821)));
        assert_eq!(saves(&small, &article(2, 25, 224_000)), None, "less than three per cent");
        assert_eq!(saves(&small, &article(2, 1_000, 6_680_000)), None, "nobody takes a pallet for 25 kg");
        let unseen = Article { conditions: None, ..article(2, 25, 182_500) };
        assert_eq!(saves(&small, &unseen), None, "who sees no prices is told none");
        assert_eq!(saves(&article(1, 5, 45_000), &article(2, 25, 182_500)), None, "not taken, not saved");
    }

    #[test]
    fn names_of_the_same_thing() {
        assert!(alike("Tarwebloem T55 wit 10 kg", "Tarwebloem T55 wit 25 kg"));
        assert!(alike("Patentbloem 5 kg", "Patentbloem 10kg"));
        assert!(!alike("Tarwebloem T55 wit 10 kg", "Tarwebloem T65 10 kg"));
        assert!(!alike("Bio tarwebloem T65 5 kg", "Tarwebloem T45 5 kg"));
        assert!(!alike("25 kg", "25 kg"));
    }

    #[test]
    fn seven_of_ten_is_usual() {
        assert!(is_usual(7, 10) && is_usual(3, 4) && is_usual(4, 5));
        assert!(!is_usual(6, 10) && !is_usual(3, 3) && !is_usual(0, 0));
    }

    fn suggestion(kind: u8, product: u128) -> Suggestion {
        let (of, title) = (ProductId(Uuid::from_u128(99)), "Bloem".to_owned());
        let because = match kind {
            0 => Because::Forgotten { taken: 9, of: 10 },
            1 => Because::GoesWith { of, title, said: None },
            2 => Because::Better { of, title, said: "fijner".into() },
            _ => Because::Cheaper { of, title, monthly: Cents(500) },
        };
        Suggestion { article: article(product, 25, 1), because }
    }

    #[test]
    fn one_of_each_kind_before_two_of_one() {
        let all = [(1, 1), (0, 2), (0, 3), (0, 4), (2, 5)].map(|(kind, product)| suggestion(kind, product));
        let chosen = choose(all.to_vec(), MOST, |_| false);
        let kinds: Vec<Kind> = chosen.iter().map(|s| s.because.kind()).collect();
        assert_eq!(kinds, Kind::ALL);
        let forgotten = choose(all[1..4].to_vec(), 2, |_| false);
        assert_eq!(forgotten, all[1..3].to_vec());
    }

    proptest! {
        #[test]
        fn never_more_than_three_never_twice_and_never_what_is_there(
            all in prop::collection::vec((0u8..4, 0u128..8), 0..20), most in 0usize..6, there in 0u128..8,
        ) {
            let all: Vec<Suggestion> = all.into_iter().map(|(kind, product)| suggestion(kind, product)).collect();
            let there = ProductId(Uuid::from_u128(there));
            let chosen = choose(all.clone(), most, |product| product == there);
            prop_assert!(chosen.len() <= MOST.min(most));
            let products: std::collections::BTreeSet<ProductId> = chosen.iter().map(|s| s.article.product).collect();
            prop_assert_eq!(products.len(), chosen.len());
            prop_assert!(!products.contains(&there));
            prop_assert!(chosen.iter().all(|s| all.contains(s)));
            prop_assert!(chosen.is_sorted_by_key(|s| s.because.kind()));
            // nothing is left out while there is room
            let others = all.iter().filter(|s| s.article.product != there && !products.contains(&s.article.product));
            prop_assert!(chosen.len() == MOST.min(most) || others.count() == 0);
        }

        #[test]
        fn what_saves_costs_less_for_the_same_content(
            price in 10_000i64..500_000, other in 10_000i64..500_000, kilograms in 1i64..50, others in 1i64..50, bags in 1i64..40,
        ) {
            let now = taken_weekly(article(1, kilograms, price), bags);
            let other_article = article(2, others, other);
            if let Some(monthly) = saves(&now, &other_article) {
                prop_assert!(monthly >= Cents(100));
                prop_assert!(i128::from(other) * i128::from(kilograms) < i128::from(price) * i128::from(others));
                // nobody is sent round in a circle
                let back = taken_weekly(other_article, (bags * kilograms + others - 1) / others);
                prop_assert_eq!(saves(&back, &article(1, kilograms, price)), None);
            }
        }
    }
}
