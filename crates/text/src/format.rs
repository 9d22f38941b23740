//! Days, times, durations, distances and shares in words.

use domain::Language;
use jiff::civil::{Date, DateTime, Time};

use crate::tr;

/// "2 November 2026".
pub fn day(language: Language, date: Date) -> String {
    format!(
        "{} {} {}",
        day_of_month(language, date),
        month_name(language, date.month()),
        date.year()
    )
}

/// "Mon 2 Nov 2026".
pub fn short_day(language: Language, date: Date) -> String {
    let weekday = short_weekday(language, date);
    let month = short_month_name(language, date.month());
    format!(
        "{weekday} {} {month} {}",
        day_of_month(language, date),
        date.year()
    )
}

/// "Mon 2 November 2026, 23:30".
pub fn moment(language: Language, at: DateTime) -> String {
    let weekday = short_weekday(language, at.date());
    format!(
        "{weekday} {}, {}",
        day(language, at.date()),
        clock(at.time())
    )
}

/// "Mon 23:30", beside a stop of a route.
pub fn stop_moment(language: Language, at: DateTime) -> String {
    format!(
        "{} {}",
        short_weekday(language, at.date()),
        clock(at.time())
    )
}

/// "23:30".
pub fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// "11 h 00"; less than an hour in minutes.
pub fn duration(language: Language, minutes: i64) -> String {
    match minutes.unsigned_abs() {
        1 => tr!(language, common.one_minute),
        m @ 0..60 => tr!(language, common.minutes, m = m),
        m => tr!(
            language,
            common.hours,
            h = m / 60,
            m = format!("{:02}", m % 60)
        ),
    }
}

/// "10,768 km", "10 768 km".
pub fn kilometres(language: Language, km: f64) -> String {
    // Cut, not rounded: 1,500.4 km must not read as within 1,500 km.
    tr!(language, common.km, km = grouped(language, km as u64))
}

/// "75%", "75 %".
pub fn percent(language: Language, share: u16) -> String {
    tr!(language, common.percent, n = share)
}

/// "A, B or C"; `None` of nothing.
pub fn either(language: Language, names: &[&str]) -> Option<String> {
    let (last, others) = names.split_last()?;
    if others.is_empty() {
        return Some((*last).to_owned());
    }
    let others = others.join(", ");
    Some(tr!(language, common.either, others = others, last = *last))
}

/// A sentence as it goes on after a colon: with a small letter, unless it begins with
/// an abbreviation.
pub fn after_colon(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next();
    let rest = letters.as_str();
    match first {
        Some(first) if !rest.starts_with(char::is_uppercase) => {
            first.to_lowercase().chain(rest.chars()).collect()
        }
        _ => sentence.to_owned(),
    }
}

/// Thousands set apart as the language does it.
pub fn grouped(language: Language, number: u64) -> String {
    let digits = number.to_string();
    let separator = match language {
        Language::En => ',',
        Language::Fr => '\u{202f}',
    };
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// The name of a month, 1 to 12.
pub fn month_name(language: Language, month: i8) -> String {
    match month {
        1 => tr!(language, dates.month.m1),
        2 => tr!(language, dates.month.m2),
        3 => tr!(language, dates.month.m3),
        4 => tr!(language, dates.month.m4),
        5 => tr!(language, dates.month.m5),
        6 => tr!(language, dates.month.m6),
        7 => tr!(language, dates.month.m7),
        8 => tr!(language, dates.month.m8),
        9 => tr!(language, dates.month.m9),
        10 => tr!(language, dates.month.m10),
        11 => tr!(language, dates.month.m11),
        _ => tr!(language, dates.month.m12),
    }
}

fn short_month_name(language: Language, month: i8) -> String {
    match month {
        1 => tr!(language, dates.month_short.m1),
        2 => tr!(language, dates.month_short.m2),
        3 => tr!(language, dates.month_short.m3),
        4 => tr!(language, dates.month_short.m4),
        5 => tr!(language, dates.month_short.m5),
        6 => tr!(language, dates.month_short.m6),
        7 => tr!(language, dates.month_short.m7),
        8 => tr!(language, dates.month_short.m8),
        9 => tr!(language, dates.month_short.m9),
        10 => tr!(language, dates.month_short.m10),
        11 => tr!(language, dates.month_short.m11),
        _ => tr!(language, dates.month_short.m12),
    }
}

fn short_weekday(language: Language, date: Date) -> String {
    match date.weekday().to_monday_one_offset() {
        1 => tr!(language, dates.weekday_short.d1),
        2 => tr!(language, dates.weekday_short.d2),
        3 => tr!(language, dates.weekday_short.d3),
        4 => tr!(language, dates.weekday_short.d4),
        5 => tr!(language, dates.weekday_short.d5),
        6 => tr!(language, dates.weekday_short.d6),
        _ => tr!(language, dates.weekday_short.d7),
    }
}

fn day_of_month(language: Language, date: Date) -> String {
    match (language, date.day()) {
        (Language::Fr, 1) => "1er".to_owned(),
        (_, day) => day.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn names_to_choose_from_end_with_or() {
        assert_eq!(either(Language::En, &[]), None);
        assert_eq!(either(Language::En, &["A"]).as_deref(), Some("A"));
        let three = ["A", "B", "C"];
        assert_eq!(either(Language::En, &three).as_deref(), Some("A, B or C"));
        assert_eq!(either(Language::Fr, &three[1..]).as_deref(), Some("B ou C"));
    }

    #[test]
    fn after_a_colon_there_is_no_capital() {
        assert_eq!(after_colon("Receipts for food."), "receipts for food.");
        assert_eq!(after_colon("Élément."), "élément.");
        assert_eq!(after_colon("METAR reports."), "METAR reports.");
        assert_eq!(after_colon(""), "");
    }

    #[test]
    fn days_are_written_as_the_language_does() {
        let first = date(2026, 11, 1);
        assert_eq!(day(Language::En, first), "1 November 2026");
        assert_eq!(day(Language::Fr, first), "1er novembre 2026");
        assert_eq!(short_day(Language::En, date(2026, 11, 2)), "Mon 2 Nov 2026");
        assert_eq!(
            moment(Language::Fr, first.at(7, 5, 0, 0)),
            "dim. 1er novembre 2026, 07:05"
        );
    }

    #[test]
    fn durations_distances_and_shares_are_written_exactly() {
        assert_eq!(duration(Language::En, 660), "11 h 00");
        assert_eq!(duration(Language::En, 59), "59 minutes");
        assert_eq!(duration(Language::En, 1), "1 minute");
        assert_eq!(kilometres(Language::En, 10_768.2), "10,768 km");
        assert_eq!(kilometres(Language::Fr, 1_500.9), "1\u{202f}500 km");
        assert_eq!(percent(Language::En, 75), "75%");
        assert_eq!(percent(Language::Fr, 400), "400\u{a0}%");
        assert_eq!(grouped(Language::En, 999), "999");
        assert_eq!(grouped(Language::En, 1_000_000), "1,000,000");
    }
}
