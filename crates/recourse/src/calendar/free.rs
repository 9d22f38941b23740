//! Shapes of rules for free days.

use jiff::civil::{Date, Weekday, date};

use super::easter;

/// The day of a month that is the `nth` such weekday; the last for -1.
pub fn nth(year: i16, month: i8, weekday: Weekday, nth: i8) -> Option<Date> {
    date(year, month, 1).nth_weekday_of_month(nth, weekday).ok()
}

/// Whether a day has this month and day of the month.
pub fn is_on(day: Date, days: &[(i8, i8)]) -> bool {
    days.contains(&(day.month(), day.day()))
}

/// Whether a day lies so many days after Easter Sunday.
pub fn is_after_easter(day: Date, days: &[i32]) -> bool {
    days.iter()
        .any(|count| easter::after(day.year(), *count) == day)
}
