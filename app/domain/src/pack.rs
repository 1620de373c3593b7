//! The bigger units an article also comes in, layers and pallets, and what a quantity is in other units.

use serde::{Deserialize, Serialize};

use crate::{Quantity, Refusal, SalesUnit, UnitCode};

/// A layer, a pallet: so many sales units. A quantity is always kept in sales units; a pack is a way to say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    pub code: UnitCode,
    pub holds: Quantity,
}

impl Pack {
    /// The next quantity above `quantity` that is a number of full packs.
    pub fn fill(&self, quantity: Quantity) -> Quantity {
        let holds = self.holds.0.max(1);
        Quantity(((quantity.0.max(0) / holds + 1).saturating_mul(holds)).min(Quantity::MOST.0))
    }

    /// What a person or a file says of the packs: `LR: 8; PX: 40`, or `|` between them; nothing is no packs. Refused is
    /// what does not rise, what could not be ordered in `unit`, and a unit that was there already.
    pub fn parse_all(typed: &str, unit: &SalesUnit) -> Result<Vec<Pack>, Refusal> {
        let mut packs: Vec<Pack> = Vec::new();
        for part in typed.split([';', '|']).map(str::trim).filter(|part| !part.is_empty()) {
            let not_a_pack = || Refusal::NotAPack { typed: part.chars().take(40).collect() };
            let (code, holds) = part.split_once(':').ok_or_else(not_a_pack)?;
            let pack = Pack { code: UnitCode::parse(code)?, holds: Quantity::parse(holds)? };
            let least = packs.last().map_or(Quantity::whole(1), |last| last.holds);
            let known = pack.code == unit.code || packs.iter().any(|other| other.code == pack.code);
            if pack.holds <= least || known || unit.check(pack.holds).is_err() {
                return Err(not_a_pack());
            }
            packs.push(pack);
        }
        Ok(packs)
    }

    /// As packs are stored, and handed to the browser: `code:thousandths …`.
    pub fn all_to_text(packs: &[Pack]) -> String {
        packs.iter().map(|pack| format!("{}:{}", pack.code, pack.holds.0)).collect::<Vec<_>>().join(" ")
    }

    /// The reverse of [`Pack::all_to_text`]; what cannot be read is none.
    pub fn all_from_text(text: &str) -> Vec<Pack> {
        text.split(' ')
            .filter_map(|part| part.split_once(':'))
            .filter_map(|(code, holds)| {
                Some(Pack { code: UnitCode(code.to_owned()), holds: Quantity(holds.parse().ok().filter(|h| *h > 0)?) })
            })
            .collect()
    }
}

/// What `quantity` is in other units: the biggest pack it fills without a rest, and base units. Nothing where that says
/// nothing new.
pub fn equivalents(quantity: Quantity, unit: &SalesUnit, base: &UnitCode, packs: &[Pack]) -> Vec<(Quantity, UnitCode)> {
    if quantity <= Quantity::ZERO {
        return Vec::new();
    }
    let full = packs.iter().rfind(|pack| quantity.0 % pack.holds.0.max(1) == 0);
    let mut found: Vec<_> =
        full.map(|pack| (Quantity(quantity.0 / pack.holds.0.max(1) * 1000), pack.code.clone())).into_iter().collect();
    if *base != unit.code {
        found.push((unit.in_base_units(quantity), base.clone()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bag() -> SalesUnit {
        SalesUnit::whole("BG", Quantity::whole(25))
    }

    #[test]
    fn packs_that_are_none() {
        let count = |typed| Pack::parse_all(typed, &bag()).map(|packs| packs.len());
        assert_eq!((count(""), count(" ; "), count("LR: 8; px:40|")), (Ok(0), Ok(0), Ok(2)));
        for typed in
            ["PX", "PX:", ": 40", "PX: veel", "PX: 1", "PX: 0", "BG: 8", "LR: 8; LR: 40", "PX: 40; LR: 8", "PX: 2,5"]
        {
            assert!(count(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn three_bags_are_seventy_five_kilograms() {
        let packs = Pack::parse_all("LR: 8; PX: 40", &bag()).expect("are packs");
        let kilogram = UnitCode("KGM".into());
        let of = |bags: i64| -> Vec<String> {
            let found = equivalents(Quantity::whole(bags), &bag(), &kilogram, &packs);
            found.iter().map(|(q, code)| format!("{} {code}", q.0 / 1000)).collect()
        };
        assert_eq!(of(3), ["75 KGM"]);
        assert_eq!(of(16), ["2 LR", "400 KGM"]);
        assert_eq!(of(80), ["2 PX", "2000 KGM"]);
        assert!(of(0).is_empty());
        let piece = SalesUnit::whole("C62", Quantity::whole(1));
        assert!(equivalents(Quantity::whole(3), &piece, &UnitCode("C62".into()), &[]).is_empty());
    }

    proptest! {
        #[test]
        fn a_full_pack_can_be_ordered(multiple in 1i64..20, times in proptest::collection::vec(2i64..20, 1..4), quantity in 0i64..5_000) {
            let unit = SalesUnit { multiple: Quantity::whole(multiple), ..bag() };
            let mut holds = multiple;
            let mut typed = String::new();
            for (at, more) in times.iter().enumerate() {
                holds *= more;
                typed += &format!("P{at}: {holds};");
            }
            let packs = Pack::parse_all(&typed, &unit);
            prop_assert_eq!(packs.as_ref().map(Vec::len), Ok(times.len()));
            let packs = packs.unwrap_or_default();
            prop_assert_eq!(Pack::all_from_text(&Pack::all_to_text(&packs)), packs.clone());
            for pack in packs {
                let full = pack.fill(Quantity::whole(quantity));
                prop_assert!(full > Quantity::whole(quantity) && full.0 % pack.holds.0 == 0);
                prop_assert_eq!(unit.check(full), Ok(full));
            }
        }
    }
}
