//! An's lists: Saturday by the places in her bakery, and the feasts, which all of Bakkerij Peeters shares.

use domain::{
    Quantity, SectionId, ShoppingListId,
    shopping_list::{Season, YearDay},
};
use sea_orm::{ActiveModelTrait, IntoActiveModel};

use super::{Noun, customer_id, id, product_by_sku, site_id};
use crate::{
    Error, Result, Write,
    db::insert_all,
    entity::{shopping_list, shopping_list_row, shopping_list_section},
};

/// Article number and how many as a rule; none is what differs every time.
type Rows = &'static [(&'static str, Option<i64>)];

struct DemoList {
    name: &'static str,
    shared: bool,
    days: &'static str,
    /// First and last day: day, month.
    season: Option<[(u32, u32); 2]>,
    /// The one without a name comes first.
    sections: &'static [(&'static str, Rows)],
}

/// What is baked on Saturday comes on Friday.
const LISTS: &[DemoList] = &[
    DemoList {
        name: "Zaterdag",
        shared: false,
        days: "fri",
        season: None,
        sections: &[
            ("Bloemkot", &[("010555", Some(6)), ("010655", Some(2)), ("011505", Some(2))]),
            ("Koelcel", &[("020100", Some(2)), ("040101", Some(3)), ("050101", Some(2))]),
            ("Bovenste plank", &[("030105", Some(1)), ("100105", Some(1)), ("130220", None)]),
        ],
    },
    DemoList {
        name: "Feestdagen",
        shared: true,
        days: "",
        season: Some([(15, 11), (6, 1)]),
        sections: &[("", &[("010205", Some(4)), ("040101", Some(6)), ("030105", Some(4)), ("050101", Some(3))])],
    },
];

/// The list of this name.
pub fn list_id(name: &str) -> Option<ShoppingListId> {
    LISTS.iter().position(|list| list.name == name).map(|n| ShoppingListId(id(Noun::ShoppingList, n)))
}

/// The section of this name, on whichever list.
pub fn section_id(name: &str) -> Option<SectionId> {
    LISTS.iter().enumerate().find_map(|(n, list)| {
        let at = list.sections.iter().position(|(section, _)| *section == name)?;
        Some(SectionId(id(Noun::Section, n * 16 + at)))
    })
}

pub(super) async fn put(write: &Write) -> Result<()> {
    for list in LISTS {
        let list_id = list_id(list.name).ok_or(Error::NotFound)?;
        let season = match list.season {
            Some([from, until]) => {
                Some(Season { from: YearDay::new(from.0, from.1)?, until: YearDay::new(until.0, until.1)? })
            }
            None => None,
        };
        let row = shopping_list::Model {
            id: list_id,
            customer_id: customer_id(0),
            site_id: (!list.shared).then(|| site_id(0, 0)),
            name: list.name.to_owned(),
            days: list.days.to_owned(),
            season: season.map(Season::to_text).unwrap_or_default(),
            version: 1,
        };
        row.into_active_model().insert(&**write).await?;
        let (mut sections, mut rows) = (Vec::new(), Vec::new());
        for (place, (name, articles)) in (0..).zip(list.sections) {
            let section = section_id(name).filter(|_| !name.is_empty());
            if let Some(id) = section {
                let name = (*name).to_owned();
                let row = shopping_list_section::Model { id, list_id, name, position: place };
                sections.push(row.into_active_model());
            }
            for (sku, usual) in *articles {
                let row = shopping_list_row::Model {
                    list_id,
                    product_id: product_by_sku(sku).ok_or(Error::NotFound)?,
                    section_id: section,
                    position: rows.len() as i64,
                    usual: usual.map(Quantity::whole),
                };
                rows.push(row.into_active_model());
            }
        }
        insert_all(write, sections).await?;
        insert_all(write, rows).await?;
    }
    Ok(())
}
