//! What stands in a cell: days, moments, yes and no. Numbers, names and codes are read by the domain and the forms.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use domain::{Refusal, delivery::instant};

/// `2026-11-23`, `23/11/2026`, `23-11-2026` or `23.11.2026`: the day before the month, as Belgium writes.
pub(super) fn day(typed: &str) -> Result<NaiveDate, Refusal> {
    let text = typed.trim();
    ["%Y-%m-%d", "%Y%m%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(text, format).ok())
        .filter(|day| (1980..2200).contains(&day.year()))
        .ok_or_else(|| Refusal::NotADate { typed: text.chars().take(40).collect() })
}

/// A day with a time of day after a space or a `T`, in the local time of `zone` or with an offset; a day alone is its
/// beginning.
pub(super) fn moment<Z: TimeZone>(zone: &Z, typed: &str) -> Result<DateTime<Utc>, Refusal> {
    let text = typed.trim();
    let not_a_date = || Refusal::NotADate { typed: text.chars().take(40).collect() };
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at.with_timezone(&Utc)).filter(|at| (1980..2200).contains(&at.year())).ok_or_else(not_a_date);
    }
    let (date, time) = text.split_once([' ', 'T']).unwrap_or((text, "00:00"));
    let time = ["%H:%M:%S%.f", "%H:%M"]
        .iter()
        .find_map(|format| NaiveTime::parse_from_str(time.trim(), format).ok())
        .ok_or_else(not_a_date)?;
    Ok(instant(zone, day(date)?, time))
}

/// As [`moment`] for the one form that the real data has, without trying the others: `2009-12-01 09:08:00`.
pub(super) fn plain_moment(text: &str) -> Option<NaiveDateTime> {
    let number = |from: usize, to: usize| -> Option<u32> {
        let part = text.get(from..to)?;
        if part.bytes().all(|b| b.is_ascii_digit()) { part.parse().ok() } else { None }
    };
    let bytes = text.as_bytes();
    if bytes.len() != 19 || [4, 7, 10, 13, 16].map(|at| bytes[at]) != *b"-- ::" {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(number(0, 4)?).ok()?, number(5, 7)?, number(8, 10)?)?.and_hms_opt(
        number(11, 13)?,
        number(14, 16)?,
        number(17, 19)?,
    )
}

/// Yes or no in the three languages, as a digit or as a word; none where the cell is empty.
pub(super) fn flag(typed: &str) -> Result<Option<bool>, Refusal> {
    match typed.trim().to_lowercase().as_str() {
        "" => Ok(None),
        "yes" | "y" | "1" | "true" | "ja" | "j" | "oui" | "o" | "x" => Ok(Some(true)),
        "no" | "n" | "0" | "false" | "nee" | "neen" | "non" => Ok(Some(false)),
        _ => Err(Refusal::UnknownChoice { typed: typed.chars().take(40).collect() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Brussels;

    #[test]
    fn days_as_they_are_written_here() {
        let november = NaiveDate::from_ymd_opt(2026, 11, 3);
        for text in ["2026-11-03", "03/11/2026", "3/11/2026", " 3-11-2026 ", "03.11.2026", "20261103"] {
            assert_eq!(day(text).ok(), november, "{text}");
        }
        for text in ["", "2026-13-01", "11/23/2026", "0026-11-03", "3 november", "46329"] {
            assert!(day(text).is_err(), "{text}");
        }
    }

    #[test]
    fn moments_are_local_or_say_their_offset() {
        let at = |text: &str| moment(&Brussels, text).map(|at| at.to_rfc3339()).unwrap_or_default();
        assert_eq!(at("2026-11-23 08:30"), "2026-11-23T07:30:00+00:00");
        assert_eq!(at("23/07/2026 08:30:15"), "2026-07-23T06:30:15+00:00");
        assert_eq!(at("2026-11-23T08:30:00Z"), "2026-11-23T08:30:00+00:00");
        assert_eq!(at("2026-11-23"), "2026-11-22T23:00:00+00:00");
        assert_eq!(at("2026-11-23 25:00"), "");
        assert_eq!(
            plain_moment("2009-12-01 09:08:00").map(|at| at.to_string()).as_deref(),
            Some("2009-12-01 09:08:00")
        );
        for text in
            ["2009-12-01", "2009-12-01 09:08:60", "+009-12-01 09:08:00", "2009-12-01T09:08:00", "é009-12-01 09:08:0"]
        {
            assert_eq!(plain_moment(text), None, "{text}");
        }
    }

    #[test]
    fn yes_and_no() {
        assert_eq!(flag(" JA "), Ok(Some(true)));
        assert_eq!(flag("non"), Ok(Some(false)));
        assert_eq!(flag(""), Ok(None));
        assert!(flag("misschien").is_err());
    }
}
