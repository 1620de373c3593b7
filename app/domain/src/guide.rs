//! The order guide: what a site usually takes of an article, how often, and when it was last.

use chrono::{Datelike, Duration, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{Cents, Quantity, SalesUnit, price::TieredPrice};

/// The last deliveries of one article to one site, oldest first, at most [`Habit::KEPT`] of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Habit {
    pub taken: Vec<(NaiveDate, Quantity)>,
}

impl Habit {
    /// Enough to see a rhythm, few enough to forget last year's.
    pub const KEPT: usize = 8;
    /// An article not taken for so many of its own intervals is no longer usual.
    const LAPSED_AFTER: i64 = 4;

    /// Remembers a delivery; two for one day are added up.
    pub fn take(&mut self, on: NaiveDate, quantity: Quantity) {
        match self.taken.iter_mut().find(|(day, _)| *day == on) {
            Some((_, taken)) => *taken = *taken + quantity,
            None => self.taken.push((on, quantity)),
        }
        self.taken.sort_by_key(|(day, _)| *day);
        if self.taken.len() > Habit::KEPT {
            self.taken.remove(0);
        }
    }

    /// Takes back what a cancelled or declined order had added.
    pub fn undo(&mut self, on: NaiveDate, quantity: Quantity) {
        if let Some((_, taken)) = self.taken.iter_mut().find(|(day, _)| *day == on) {
            taken.0 -= quantity.0;
        }
        self.taken.retain(|(_, taken)| taken.0 > 0);
    }

    /// What was taken of a product counts as the habit of the one that took its place, told in its packs: the same content,
    /// in the nearest quantity that can be delivered.
    pub fn handed_on(&self, from: &SalesUnit, to: &SalesUnit) -> Habit {
        let nearest = |quantity: Quantity| {
            let content = i128::from(quantity.0) * i128::from(from.factor.0);
            let packs = Quantity(crate::money::round_half_away(content, i128::from(to.factor.0.max(1))));
            match to.check(packs) {
                Err(crate::Refusal::NotAMultiple { below: Some(below), above }) => {
                    if packs.0 - below.0 < above.0 - packs.0 { below } else { above }
                }
                Err(crate::Refusal::NotAMultiple { below: None, above }) => above,
                _ if packs == Quantity::ZERO => to.least(),
                _ => packs,
            }
        };
        Habit { taken: self.taken.iter().map(|(day, quantity)| (*day, nearest(*quantity))).collect() }
    }

    pub fn last(&self) -> Option<(NaiveDate, Quantity)> {
        self.taken.last().copied()
    }

    /// The quantity taken most often; the later one where two are equally frequent.
    pub fn usual(&self) -> Option<Quantity> {
        let count = |q: Quantity| self.taken.iter().filter(|(_, taken)| *taken == q).count();
        self.taken.iter().map(|(_, q)| *q).max_by_key(|q| count(*q))
    }

    /// The middle number of days between two deliveries; needs three of them to be called a rhythm.
    pub fn interval(&self) -> Option<i64> {
        if self.taken.len() < 3 {
            return None;
        }
        // asked for every article of every list: nothing is allocated
        let mut gaps = [0; Habit::KEPT];
        let days = |(on, _): (NaiveDate, Quantity)| i64::from(on.num_days_from_ce());
        let known = self.taken.windows(2).zip(&mut gaps).map(|(pair, gap)| *gap = days(pair[1]) - days(pair[0]));
        let count = known.count();
        gaps[..count].sort_unstable();
        gaps.get(count / 2).copied()
    }

    /// Would it be missed on a delivery of `day`? Due a day early is due: the next lorry may be too late.
    pub fn is_due(&self, day: NaiveDate) -> bool {
        let (Some(interval), Some((last, _))) = (self.interval(), self.last()) else { return false };
        let since = (day - last).num_days();
        since + 1 >= interval && since <= (interval * Habit::LAPSED_AFTER).max(14)
    }

    /// When it would be due next.
    pub fn due_on(&self) -> Option<NaiveDate> {
        let (last, _) = self.last()?;
        last.checked_add_signed(Duration::days(self.interval()?))
    }

    /// What other prices cost this site more (or less) in thirty days, if it goes on as it did; nothing without a rhythm.
    pub fn monthly(&self, unit: &SalesUnit, before: &TieredPrice, after: &TieredPrice) -> Cents {
        let (Some(quantity), Some(days)) = (self.usual(), self.interval()) else { return Cents(0) };
        let each = after.amount(quantity, unit) - before.amount(quantity, unit);
        Cents(crate::money::round_half_away(i128::from(each.0) * 30, i128::from(days.max(1))))
    }

    /// A quantity so far from this site's own history that somebody should look: three times the usual and more than
    /// ever kept, or less than a fifth of it. Without three deliveries there is nothing to compare with.
    pub fn is_unusual(&self, quantity: Quantity) -> bool {
        if self.taken.len() < 3 {
            return false;
        }
        let mut sizes: Vec<i64> = self.taken.iter().map(|(_, q)| q.0).collect();
        sizes.sort_unstable();
        let middle = sizes[sizes.len() / 2];
        let most = sizes[sizes.len() - 1];
        (quantity.0 >= middle.saturating_mul(3) && quantity.0 > most) || quantity.0.saturating_mul(5) <= middle
    }

    /// One column of text, days counted from 1 January of the year 1: `739577:2000 739584:2500`.
    pub fn to_text(&self) -> String {
        self.taken.iter().map(|(day, q)| format!("{}:{}", day.num_days_from_ce(), q.0)).collect::<Vec<_>>().join(" ")
    }

    /// The reverse of [`Habit::to_text`]; what cannot be read is passed over, as it is derived from the orders.
    pub fn from_text(text: &str) -> Habit {
        let taken = text
            .split(' ')
            .filter_map(|part| part.split_once(':'))
            .filter_map(|(day, q)| {
                Some((NaiveDate::from_num_days_from_ce_opt(day.parse().ok()?)?, Quantity(q.parse().ok()?)))
            })
            .collect();
        Habit { taken }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dearer_by_the_month() {
        let bag = SalesUnit::whole("BG", Quantity(25_000));
        let flat = |price| TieredPrice::flat(crate::UnitPrice(price));
        // four bags a week, fifty cents more each
        assert_eq!(weekly().monthly(&bag, &flat(157_500), &flat(162_500)), Cents(857));
        assert_eq!(weekly().monthly(&bag, &flat(162_500), &flat(157_500)), Cents(-857));
        assert_eq!(Habit::default().monthly(&bag, &flat(1), &flat(2)), Cents(0));
    }

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, d).expect("a day of November")
    }

    fn weekly() -> Habit {
        let mut habit = Habit::default();
        for (d, bags) in [(2, 4), (9, 4), (16, 5), (23, 4)] {
            habit.take(day(d), Quantity::whole(bags));
        }
        habit
    }

    #[test]
    fn a_weekly_habit_is_due_after_a_week_and_lapses() {
        let habit = weekly();
        assert_eq!(habit.usual(), Some(Quantity::whole(4)));
        assert_eq!(habit.interval(), Some(7));
        assert!(!habit.is_due(day(25)));
        assert!(habit.is_due(day(30)));
        assert!(!habit.is_due(NaiveDate::from_ymd_opt(2027, 2, 1).expect("a day")));
    }

    #[test]
    fn ten_times_as_much_is_unusual_and_a_bit_more_is_not() {
        let habit = weekly();
        assert!(habit.is_unusual(Quantity::whole(40)));
        assert!(!habit.is_unusual(Quantity::whole(6)));
        assert!(habit.is_unusual(Quantity(500)));
        assert!(!Habit::default().is_unusual(Quantity::whole(40)));
    }

    #[test]
    fn a_habit_is_handed_on_in_other_packs() {
        let bag = SalesUnit::whole("BG", Quantity(25_000));
        let small = SalesUnit { multiple: Quantity::whole(2), ..SalesUnit::whole("BG", Quantity(10_000)) };
        let usual = |habit: &Habit| habit.usual();
        assert_eq!(weekly().handed_on(&bag, &bag), weekly());
        assert_eq!(usual(&weekly().handed_on(&bag, &small)), Some(Quantity::whole(10)));
        // of a pallet there is less than one: the least that can be delivered
        let pallet = SalesUnit::whole("PX", Quantity(1_000_000));
        assert_eq!(usual(&weekly().handed_on(&bag, &pallet)), Some(Quantity::whole(1)));
    }

    #[test]
    fn it_is_kept_as_text_and_taken_back() {
        let mut habit = weekly();
        assert_eq!(Habit::from_text(&habit.to_text()), habit);
        habit.take(day(23), Quantity::whole(1));
        habit.undo(day(23), Quantity::whole(1));
        assert_eq!(habit, weekly());
        habit.undo(day(23), Quantity::whole(4));
        assert_eq!(habit.taken.len(), 3);
    }
}
