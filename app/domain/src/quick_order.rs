//! Quick order: rows as they come out of a spreadsheet or are typed, one article a row, its code or name first and the
//! quantity last.

use crate::{
    Quantity, Refusal,
    find::{Query, fit, fold},
    product::Article,
};

/// More rows than this in one go belong in a file.
pub const MOST: usize = 500;

/// One row as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Counted from 1, blank rows too, as the editor of the sender counts.
    pub number: usize,
    pub wanted: String,
    pub quantity: Result<Quantity, Refusal>,
}

/// The rows of a pasted text; cells end at a tab or a semicolon, in a row without either at the last space. Blank rows
/// are passed over, cells between the first and the last too.
pub fn rows(text: &str) -> Vec<Row> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| {
            let cells: Vec<&str> = line.split(['\t', ';']).map(str::trim).filter(|cell| !cell.is_empty()).collect();
            let (wanted, quantity) = match cells[..] {
                [] => ("", ""),
                [one] => one.rsplit_once(char::is_whitespace).unwrap_or((one, "")),
                [first, .., last] => (first, last),
            };
            let quantity = if quantity.is_empty() { Err(Refusal::Required) } else { Quantity::parse(quantity) };
            Row { number: at + 1, wanted: wanted.trim().to_owned(), quantity }
        })
        .collect()
}

/// The article that is meant: by its code, the customer's own code, or the very name; never by guessing.
pub fn article<'a>(wanted: &str, articles: &'a [Article]) -> Option<&'a Article> {
    let is = |code: &str| code.eq_ignore_ascii_case(wanted);
    let by_code = articles.iter().find(|a| is(&a.sku) || a.own_code.as_deref().is_some_and(is));
    let name = fold(&wanted.chars().take(200).collect::<String>());
    let mut by_name = articles.iter().filter(|a| fold(a.title()) == name || fold(&a.name) == name);
    by_code.or_else(|| by_name.next().filter(|_| by_name.next().is_none()))
}

/// What might have been meant, the likeliest first, three at most.
pub fn candidates<'a>(wanted: &str, articles: &'a [Article]) -> Vec<&'a Article> {
    let query = Query::new(wanted);
    if query.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<_> = articles.iter().filter_map(|a| Some((fit(&query, &a.findable())?, a))).collect();
    found.sort_by_key(|(fit, _)| *fit);
    found.into_iter().take(3).map(|(_, article)| article).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ProductId, SalesUnit, UnitCode, VatRate, guide::Habit, money::PricedBy};

    fn flour(sku: &str, name: &str, own: Option<&str>) -> Article {
        Article {
            product: ProductId(uuid::Uuid::nil()),
            sku: sku.into(),
            name: name.into(),
            own_name: own.map(Into::into),
            own_code: None,
            category: String::new(),
            base_unit: UnitCode("KGM".into()),
            unit: SalesUnit {
                code: UnitCode("BG".into()),
                factor: Quantity::whole(25),
                minimum: Quantity::whole(1),
                multiple: Quantity::whole(1),
                priced_by: PricedBy::SalesUnit,
            },
            packs: Vec::new(),
            vat: VatRate(600),
            favourite: false,
            conditions: None,
            habit: Habit::default(),
            quantity: Quantity::ZERO,
            added_by: None,
        }
    }

    #[test]
    fn as_spreadsheets_and_people_write() {
        let read = |text: &str| rows(text).into_iter().map(|r| (r.number, r.wanted, r.quantity)).collect::<Vec<_>>();
        let four = |n: usize, wanted: &str| (n, wanted.to_owned(), Ok(Quantity::whole(4)));
        assert_eq!(read("010255\t4"), [four(1, "010255")]);
        assert_eq!(read("010255\tTarwebloem T55\t4\r\n\r\n010555;4\n"), [four(1, "010255"), four(3, "010555")]);
        assert_eq!(read("  witte bloem   4 "), [four(1, "witte bloem")]);
        assert_eq!(read("010255"), [(1, "010255".to_owned(), Err(Refusal::Required))]);
        assert_eq!(read("010255\t2,5")[0].2, Ok(Quantity(2_500)));
        assert!(matches!(read("010255\tvier")[0].2, Err(Refusal::NotANumber { .. })));
        assert!(read("\n \n\t\n;;").iter().all(|(_, wanted, _)| wanted.is_empty()));
    }

    #[test]
    fn what_is_meant_is_known_or_asked() {
        let list = [
            flour("010255", "Tarwebloem T55 25 kg", Some("witte bloem")),
            flour("010256", "Tarwebloem T65 25 kg", None),
            flour("A1", "Suiker", None),
            flour("A2", "Suiker", None),
        ];
        let sku = |wanted: &str| article(wanted, &list).map(|a| a.sku.as_str());
        assert_eq!(sku("010255"), Some("010255"));
        assert_eq!(sku("Witte  Bloem"), Some("010255"));
        assert_eq!(sku("tarwebloem t65 25 kg"), Some("010256"));
        assert_eq!(sku("a1"), Some("A1"));
        assert_eq!(sku("suiker"), None, "two have this name");
        assert_eq!(sku("10255"), None, "a leading zero is part of a code");
        assert_eq!(candidates("tarwbloem", &list).len(), 2);
        assert_eq!(candidates("10255", &list)[0].sku, "010255");
        assert!(candidates("kaviaar", &list).is_empty() && candidates("", &list).is_empty());
    }
}
