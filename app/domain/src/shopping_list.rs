//! Lists of one's own beside the order guide: for a day of the week or a season, in the order in which a buyer walks
//! past his shelves.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::{ProductId, Quantity, Refusal, SectionId, ShoppingListId, SiteId, delivery::Weekdays, product::Article};

/// So many lists of one customer.
pub const MOST_LISTS: usize = 100;
/// The lists with why they fit, as [`offered`] says them.
pub type Offered = (ShoppingList, Option<Fit>);

/// So many rows of one list.
pub const MOST_ROWS: usize = 300;
/// So many sections of one list.
pub const MOST_SECTIONS: usize = 20;

/// A list with its name and what it is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShoppingList {
    pub id: ShoppingListId,
    pub name: String,
    /// None: shared by all sites of the customer.
    pub site: Option<SiteId>,
    /// The days of delivery it is for; none is any day.
    pub days: Weekdays,
    pub season: Option<Season>,
    pub version: i64,
}

impl ShoppingList {
    /// Why this list is the one for a delivery on `day`; none where it is not, or says nothing about days.
    pub fn fit(&self, day: NaiveDate) -> Option<Fit> {
        let on_day = self.days.contains(day.weekday());
        let in_season = self.season.is_some_and(|season| season.contains(day));
        match (self.days.is_empty(), self.season) {
            (true, None) => None,
            (true, Some(season)) => in_season.then_some(Fit::Season(season)),
            (false, None) => on_day.then_some(Fit::Day(day.weekday())),
            (false, Some(season)) => (on_day && in_season).then_some(Fit::Both(day.weekday(), season)),
        }
    }
}

/// Why a list is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fit {
    Day(Weekday),
    Season(Season),
    /// The day of the week, within the season.
    Both(Weekday, Season),
}

impl Fit {
    /// The more it says about the day, the sooner it is offered: Saturday at Christmas before any Saturday.
    pub const fn rank(self) -> u8 {
        match self {
            Fit::Both(..) => 0,
            Fit::Season(_) => 1,
            Fit::Day(_) => 2,
        }
    }
}

/// The lists with why they fit a delivery on `day`, those that do first; by name within that.
pub fn offered(mut lists: Vec<ShoppingList>, day: Option<NaiveDate>) -> Vec<Offered> {
    lists.sort_by_cached_key(|list| list.name.to_lowercase());
    let mut lists: Vec<_> = lists
        .into_iter()
        .map(|list| {
            let fit = day.and_then(|day| list.fit(day));
            (list, fit)
        })
        .collect();
    lists.sort_by_key(|(_, fit)| fit.map_or(u8::MAX, Fit::rank));
    lists
}

/// A day of every year. The 29th of February is one: a season that begins or ends on it does so between its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct YearDay {
    month: u32,
    day: u32,
}

impl YearDay {
    /// Refused is what no year has, such as the 31st of April.
    pub fn new(day: u32, month: u32) -> Result<YearDay, Refusal> {
        // a leap year, so that all days exist
        match NaiveDate::from_ymd_opt(2000, month, day) {
            Some(_) => Ok(YearDay { month, day }),
            None => Err(Refusal::NotADate { typed: format!("{day}/{month}") }),
        }
    }

    pub const fn day(self) -> u32 {
        self.day
    }

    pub const fn month(self) -> u32 {
        self.month
    }

    fn of(date: NaiveDate) -> YearDay {
        YearDay { month: date.month(), day: date.day() }
    }
}

/// A part of every year, both days included; it may cross New Year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Season {
    pub from: YearDay,
    pub until: YearDay,
}

impl Season {
    pub fn contains(self, date: NaiveDate) -> bool {
        let day = YearDay::of(date);
        if self.from <= self.until {
            self.from <= day && day <= self.until
        } else {
            self.from <= day || day <= self.until
        }
    }

    /// `12-15 01-06`, as in the database.
    pub fn to_text(self) -> String {
        let day = |d: YearDay| format!("{:02}-{:02}", d.month, d.day);
        format!("{} {}", day(self.from), day(self.until))
    }

    /// None for an empty text, and for one that is no season.
    pub fn from_text(text: &str) -> Option<Season> {
        let day = |text: &str| {
            let (month, day) = text.split_once('-')?;
            YearDay::new(day.parse().ok()?, month.parse().ok()?).ok()
        };
        let (from, until) = text.split_once(' ')?;
        Some(Season { from: day(from)?, until: day(until)? })
    }
}

/// A part of a list: a shelf, a cold room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub id: SectionId,
    pub name: String,
}

/// A row of a list: what, where, and how many as a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListRow {
    pub product: ProductId,
    /// None: before the first section.
    pub section: Option<SectionId>,
    pub usual: Option<Quantity>,
}

/// What has become of an article on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Now {
    Orderable(Box<Article>),
    /// Discontinued, while another product takes its place.
    Replaced(Box<Article>),
    /// Discontinued, with its name.
    Gone(String),
}

/// A list with what stands on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    pub list: ShoppingList,
    pub sections: Vec<Section>,
    /// Section by section, in their order.
    pub rows: Vec<(ListRow, Now)>,
    /// How many more there are that have left the assortment.
    pub hidden: usize,
}

impl Contents {
    /// What can be ordered of it.
    pub fn articles(&self) -> impl Iterator<Item = (&ListRow, &Article)> {
        self.rows.iter().filter_map(|(row, now)| match now {
            Now::Orderable(article) => Some((row, &**article)),
            _ => None,
        })
    }
}

/// Where a row goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Before the one above it; the first of a section becomes the last of the section above.
    Up,
    /// Behind the one below it; the last of a section becomes the first of the section below.
    Down,
    /// Into a section: before a row of it, or to its end.
    To { section: Option<SectionId>, before: Option<ProductId> },
}

/// The rows as they are read: those of no section, then section by section.
pub fn sort(rows: &mut [ListRow], sections: &[SectionId]) {
    rows.sort_by_key(|row| place(row.section, sections));
}

/// Nothing that is named comes last but one: a section that is not there is none.
fn place(section: Option<SectionId>, sections: &[SectionId]) -> usize {
    section.and_then(|id| sections.iter().position(|s| *s == id)).map_or(0, |at| at + 1)
}

/// Moves a row. `rows` are in the order in which they are read, and stay so. Says whether anything moved: the first
/// cannot go further up, and what is not there does not go anywhere.
pub fn shift(rows: &mut Vec<ListRow>, sections: &[SectionId], product: ProductId, to: Move) -> bool {
    let Some(at) = rows.iter().position(|row| row.product == product) else { return false };
    let before = rows.clone();
    match to {
        Move::Up | Move::Down => step(rows, sections, at, to == Move::Up),
        Move::To { section, before } => {
            if before == Some(product) || section.is_some_and(|id| !sections.contains(&id)) {
                return false;
            }
            let mut row = rows.remove(at);
            row.section = section;
            let there = before
                .and_then(|before| rows.iter().position(|other| other.product == before && other.section == section));
            let here = place(section, sections);
            let end = rows.iter().take_while(|other| place(other.section, sections) <= here).count();
            rows.insert(there.unwrap_or(end), row);
        }
    }
    *rows != before
}

fn step(rows: &mut [ListRow], sections: &[SectionId], at: usize, up: bool) {
    let here = place(rows[at].section, sections);
    let other = if up { at.checked_sub(1) } else { Some(at + 1).filter(|next| *next < rows.len()) };
    let neighbour = other.filter(|other| place(rows[*other].section, sections) == here);
    match neighbour {
        Some(other) => rows.swap(at, other),
        // the next section, which may be empty; its place in the order of all rows is the same
        None if up && here > 0 => rows[at].section = here.checked_sub(2).map(|before| sections[before]),
        None if !up && here < sections.len() => rows[at].section = Some(sections[here]),
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn section(n: u8) -> SectionId {
        SectionId(Uuid::from_u128(u128::from(n)))
    }

    fn product(n: u8) -> ProductId {
        ProductId(Uuid::from_u128(u128::from(n)))
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn list(name: &str, days: &str, season: &str) -> ShoppingList {
        ShoppingList {
            id: ShoppingListId(Uuid::from_u128(1)),
            name: name.to_owned(),
            site: None,
            days: Weekdays::from_text(days).expect("days"),
            season: Season::from_text(season),
            version: 1,
        }
    }

    #[test]
    fn a_season_may_cross_new_year() {
        let feasts = Season::from_text("12-15 01-06").expect("a season");
        for inside in ["2026-12-15", "2026-12-31", "2027-01-01", "2027-01-06"] {
            assert!(feasts.contains(date(inside)), "{inside}");
        }
        for outside in ["2026-12-14", "2027-01-07", "2027-06-30"] {
            assert!(!feasts.contains(date(outside)), "{outside}");
        }
        let february = Season::from_text("02-01 02-29").expect("a season");
        assert!(february.contains(date("2027-02-28")) && !february.contains(date("2027-03-01")));
        assert!(february.contains(date("2028-02-29")));
        assert!(YearDay::new(31, 4).is_err() && YearDay::new(0, 1).is_err() && YearDay::new(1, 13).is_err());
        assert_eq!(Season::from_text(""), None);
    }

    #[test]
    fn the_list_of_the_day_is_offered_first() {
        // a Saturday before Christmas
        let saturday = date("2026-12-19");
        let lists = || {
            vec![
                list("Toog", "", ""),
                list("zaterdag", "sat", ""),
                list("Kerst", "", "12-15 01-06"),
                list("A", "mon", ""),
            ]
        };
        let names = |day| offered(lists(), day).into_iter().map(|(l, f)| (l.name, f.is_some())).collect::<Vec<_>>();
        let told = |all: [(&str, bool); 4]| all.map(|(name, fits)| (name.to_owned(), fits)).to_vec();
        assert_eq!(names(Some(saturday)), told([("Kerst", true), ("zaterdag", true), ("A", false), ("Toog", false)]));
        assert_eq!(names(None), told([("A", false), ("Kerst", false), ("Toog", false), ("zaterdag", false)]));
        let both = list("Kerstzaterdag", "sat", "12-15 01-06");
        assert_eq!(both.fit(saturday).map(Fit::rank), Some(0));
        assert_eq!(both.fit(date("2026-12-18")), None);
    }

    /// Rows in four sections, of which the last is none, as they are read.
    fn rows() -> impl Strategy<Value = Vec<ListRow>> {
        proptest::collection::vec(0..4_u8, 0..12).prop_map(|all| {
            let mut rows: Vec<ListRow> = (0..)
                .zip(all)
                .map(|(n, s)| ListRow { product: product(n), section: (s > 0).then(|| section(s)), usual: None })
                .collect();
            sort(&mut rows, &sections());
            rows
        })
    }

    fn sections() -> Vec<SectionId> {
        vec![section(3), section(1), section(2)]
    }

    proptest! {
        #[test]
        fn a_move_loses_nothing_and_keeps_the_sections_together(
            before in rows(), of in 0..14_u8, to in 0..4_u8, at in proptest::option::of(0..14_u8), kind in 0..3_u8,
        ) {
            let to = match kind {
                0 => Move::Up,
                1 => Move::Down,
                _ => Move::To { section: (to > 0).then(|| section(to)), before: at.map(product) },
            };
            let mut after = before.clone();
            let moved = shift(&mut after, &sections(), product(of), to);
            prop_assert_eq!(moved, after != before);
            let products = |rows: &[ListRow]| { let mut all: Vec<_> = rows.iter().map(|r| r.product).collect(); all.sort(); all };
            prop_assert_eq!(products(&before), products(&after));
            let mut sorted = after.clone();
            sort(&mut sorted, &sections());
            prop_assert_eq!(&sorted, &after, "read section by section");
            // the others keep their order
            let others = |rows: &[ListRow]| rows.iter().filter(|r| r.product != product(of)).copied().collect::<Vec<_>>();
            if kind == 2 {
                prop_assert_eq!(others(&before), others(&after));
            }
            if let (Move::To { section, .. }, true) = (to, moved) {
                prop_assert!(after.iter().any(|r| r.product == product(of) && r.section == section));
            }
        }

        #[test]
        fn down_takes_back_what_up_did(before in rows(), of in 0..12_u8) {
            let mut after = before.clone();
            if shift(&mut after, &sections(), product(of), Move::Up) {
                prop_assert!(shift(&mut after, &sections(), product(of), Move::Down));
                prop_assert_eq!(after, before);
            }
        }

        #[test]
        fn a_season_is_kept_as_text(from in (1..13_u32, 1..32_u32), until in (1..13_u32, 1..32_u32)) {
            if let (Ok(from), Ok(until)) = (YearDay::new(from.1, from.0), YearDay::new(until.1, until.0)) {
                let season = Season { from, until };
                prop_assert_eq!(Season::from_text(&season.to_text()), Some(season));
            }
        }
    }

    #[test]
    fn everything_can_be_reached_with_up_alone() {
        let mut all = vec![ListRow { product: product(1), section: Some(section(2)), usual: None }];
        let mut seen = Vec::new();
        while shift(&mut all, &sections(), product(1), Move::Up) {
            seen.push(all[0].section);
        }
        assert_eq!(seen, [Some(section(1)), Some(section(3)), None]);
    }
}
