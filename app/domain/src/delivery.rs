//! When goods can come. Cut-off -> warehouse days -> route days, in the warehouse's time zone, safe over daylight
//! saving: all arithmetic is on dates, and a local time becomes an instant in one place ([`instant`]).

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveTime, TimeZone, Utc, Weekday};
use serde::{Deserialize, Serialize};

use crate::Refusal;

/// A day as a browser's calendar writes it: `2026-11-23`. A year that is none of ours is a slip, and years of five digits
/// are ordered otherwise by every database.
pub fn day(typed: &str) -> Result<NaiveDate, Refusal> {
    let day = typed.trim().parse().ok().filter(|day: &NaiveDate| (1980..2200).contains(&day.year()));
    day.ok_or_else(|| Refusal::NotADate { typed: typed.trim().chars().take(40).collect() })
}

/// A set of days of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weekdays(u8);

impl Weekdays {
    pub const NONE: Weekdays = Weekdays(0);
    pub const WORKING: Weekdays = Weekdays(0b001_1111);
    pub const ALL: [Weekday; 7] =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

    pub const fn contains(self, day: Weekday) -> bool {
        self.0 >> day as u8 & 1 == 1
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        Weekdays::ALL.into_iter().filter(move |d| self.contains(*d))
    }

    /// `mon tue fri`, as in files and in the database.
    pub fn to_text(self) -> String {
        self.iter().map(|d| d.to_string().to_lowercase()).collect::<Vec<_>>().join(" ")
    }

    pub fn from_text(text: &str) -> Result<Weekdays, Refusal> {
        text.split([' ', ','])
            .filter(|w| !w.is_empty())
            .map(|word| {
                word.parse::<Weekday>().map_err(|_| Refusal::UnknownChoice { typed: word.chars().take(40).collect() })
            })
            .collect()
    }
}

impl FromIterator<Weekday> for Weekdays {
    fn from_iter<I: IntoIterator<Item = Weekday>>(days: I) -> Weekdays {
        Weekdays(days.into_iter().fold(0, |set, day| set | 1 << day as u8))
    }
}

/// What decides about a delivery day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// Local time of the cut-off, `lead_days` working days before the delivery.
    pub cut_off: NaiveTime,
    /// Working days of the warehouse between order and delivery; at least one.
    pub lead_days: u32,
    pub warehouse_days: Weekdays,
    /// When the lorry comes to this site.
    pub route_days: Weekdays,
    pub closures: Vec<Closure>,
}

/// Days on which nothing leaves the warehouse.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub name: String,
}

/// A day goods can come, and until when one may order for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryDay {
    pub date: NaiveDate,
    pub cut_off: DateTime<Utc>,
}

/// Why a date is not possible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhyNot {
    /// The lorry does not come on that day of the week.
    NotOnRoute,
    Closed {
        name: String,
    },
    CutOffPassed,
    TooFarAhead,
}

impl Calendar {
    /// How far ahead a delivery may be asked for.
    pub const HORIZON: u64 = 60;

    /// The next `count` days, the earliest first.
    pub fn days<Z: TimeZone>(&self, zone: &Z, now: DateTime<Utc>, count: usize) -> Vec<DeliveryDay> {
        let today = now.with_timezone(zone).date_naive();
        (1..=Calendar::HORIZON)
            .filter_map(|ahead| today.checked_add_days(Days::new(ahead)))
            .filter_map(|date| self.check(zone, now, date).ok())
            .take(count)
            .collect()
    }

    /// Can goods come on `date`, ordered `now`?
    pub fn check<Z: TimeZone>(&self, zone: &Z, now: DateTime<Utc>, date: NaiveDate) -> Result<DeliveryDay, WhyNot> {
        if !self.route_days.contains(date.weekday()) {
            return Err(WhyNot::NotOnRoute);
        }
        if let Some(closure) = self.closed_on(date) {
            return Err(WhyNot::Closed { name: closure.name.clone() });
        }
        let today = now.with_timezone(zone).date_naive();
        if (date - today).num_days() > Calendar::HORIZON as i64 {
            return Err(WhyNot::TooFarAhead);
        }
        let cut_off = self.cut_off_for(zone, date);
        if now < cut_off { Ok(DeliveryDay { date, cut_off }) } else { Err(WhyNot::CutOffPassed) }
    }

    /// The instant after which `date` can no longer be ordered for.
    pub fn cut_off_for<Z: TimeZone>(&self, zone: &Z, date: NaiveDate) -> DateTime<Utc> {
        let mut day = date;
        let mut left = self.lead_days.max(1);
        // a year without one working day is a calendar nobody fills in; it ends the search, not the process
        for _ in 0..366 {
            day = day.pred_opt().unwrap_or(day);
            if self.warehouse_days.contains(day.weekday()) && self.closed_on(day).is_none() {
                left -= 1;
                if left == 0 {
                    break;
                }
            }
        }
        instant(zone, day, self.cut_off)
    }

    fn closed_on(&self, date: NaiveDate) -> Option<&Closure> {
        self.closures.iter().find(|c| c.from <= date && date <= c.until)
    }
}

/// The instant of a local time. Twice a year a local time happens twice (the first is meant) or never (an hour later).
pub fn instant<Z: TimeZone>(zone: &Z, date: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let local = date.and_time(time);
    zone.from_local_datetime(&local)
        .earliest()
        .or_else(|| zone.from_local_datetime(&(local + Duration::hours(1))).earliest())
        .map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Brussels;
    use proptest::prelude::*;

    fn calendar() -> Calendar {
        Calendar {
            cut_off: NaiveTime::from_hms_opt(14, 0, 0).expect("a time"),
            lead_days: 1,
            warehouse_days: Weekdays::WORKING,
            route_days: [Weekday::Mon, Weekday::Thu].into_iter().collect(),
            closures: vec![Closure { from: date(2026, 12, 24), until: date(2026, 12, 27), name: "Kerst".into() }],
        }
    }

    fn date(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a date")
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    #[test]
    fn monday_is_ordered_for_until_friday_afternoon() {
        // Sunday evening: the cut-off for Monday was Friday 14:00 in Brussels
        let days = calendar().days(&Brussels, at("2026-11-22T18:00:00Z"), 3);
        assert_eq!(
            days.iter().map(|d| d.date).collect::<Vec<_>>(),
            [date(2026, 11, 26), date(2026, 11, 30), date(2026, 12, 3)]
        );
        assert_eq!(days[0].cut_off, at("2026-11-25T13:00:00Z"));
        assert_eq!(
            calendar().check(&Brussels, at("2026-11-20T12:59:59Z"), date(2026, 11, 23)).map(|d| d.cut_off),
            Ok(at("2026-11-20T13:00:00Z"))
        );
        assert_eq!(
            calendar().check(&Brussels, at("2026-11-20T13:00:00Z"), date(2026, 11, 23)),
            Err(WhyNot::CutOffPassed)
        );
    }

    #[test]
    fn it_says_why_not() {
        let now = at("2026-12-01T08:00:00Z");
        assert_eq!(calendar().check(&Brussels, now, date(2026, 12, 8)), Err(WhyNot::NotOnRoute));
        assert_eq!(calendar().check(&Brussels, now, date(2026, 12, 24)), Err(WhyNot::Closed { name: "Kerst".into() }));
        assert_eq!(calendar().check(&Brussels, now, date(2027, 3, 1)), Err(WhyNot::TooFarAhead));
        // the Monday after Christmas is ordered for before the closure
        assert_eq!(calendar().cut_off_for(&Brussels, date(2026, 12, 28)), at("2026-12-23T13:00:00Z"));
    }

    #[test]
    fn the_cut_off_stays_at_the_same_local_time_over_daylight_saving() {
        // 29 March 2026 and 25 October 2026 are the days of change; both Mondays are ordered for on the Friday before
        assert_eq!(calendar().cut_off_for(&Brussels, date(2026, 3, 30)), at("2026-03-27T13:00:00Z"));
        assert_eq!(calendar().cut_off_for(&Brussels, date(2026, 4, 2)), at("2026-04-01T12:00:00Z"));
        assert_eq!(calendar().cut_off_for(&Brussels, date(2026, 10, 26)), at("2026-10-23T12:00:00Z"));
        assert_eq!(calendar().cut_off_for(&Brussels, date(2026, 10, 29)), at("2026-10-28T13:00:00Z"));
        // a local time that never happens, and one that happens twice
        let half_past_two = NaiveTime::from_hms_opt(2, 30, 0).expect("a time");
        assert_eq!(instant(&Brussels, date(2026, 3, 29), half_past_two), at("2026-03-29T01:30:00Z"));
        assert_eq!(instant(&Brussels, date(2026, 10, 25), half_past_two), at("2026-10-25T00:30:00Z"));
    }

    proptest! {
        #[test]
        fn a_day_that_is_offered_can_be_ordered_for(seconds in 1_700_000_000i64..1_900_000_000, days in 1u8..128, lead in 0u32..4) {
            let now = DateTime::from_timestamp(seconds, 0).expect("in range");
            let calendar = Calendar { route_days: Weekdays(days), lead_days: lead, ..calendar() };
            for day in calendar.days(&Brussels, now, 5) {
                prop_assert!(day.cut_off > now);
                prop_assert!(day.cut_off < instant(&Brussels, day.date, NaiveTime::MIN));
                prop_assert_eq!(calendar.check(&Brussels, now, day.date), Ok(day));
            }
        }
    }
}
