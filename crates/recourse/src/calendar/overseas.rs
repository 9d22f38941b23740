//! Holidays of Canada and the United States.

use jiff::civil::{Date, Weekday, date};

use super::free::{is_after_easter, is_on, nth};

/// Canada (Interpretation Act s35), and Family Day and Boxing Day of Ontario. Canada Day
/// moves from a Sunday to the Monday after it.
pub fn canada(day: Date) -> bool {
    let year = day.year();
    is_on(day, &[(1, 1), (7, 1), (11, 11), (12, 25), (12, 26)])
        || is_after_easter(day, &[-2, 1])
        || (year >= 2021 && is_on(day, &[(9, 30)]))
        || (is_on(day, &[(7, 2)]) && day.weekday() == Weekday::Monday)
        || victoria_day(year) == Some(day)
        || [(2, 3), (9, 1), (10, 2)]
            .iter()
            .any(|(month, count)| nth(year, *month, Weekday::Monday, *count) == Some(day))
}

/// The Monday before 25 May.
fn victoria_day(year: i16) -> Option<Date> {
    date(year, 5, 25).nth_weekday(-1, Weekday::Monday).ok()
}

/// The federal holidays of the United States (5 USC 6103); one on a Saturday is
/// observed the day before, one on a Sunday the day after.
pub fn united_states(day: Date) -> bool {
    let year = day.year();
    let mondays = [(1, 3), (2, 3), (5, -1), (9, 1), (10, 2)];
    let is_observed = |day: Date| {
        is_on(day, &[(1, 1), (7, 4), (11, 11), (12, 25)])
            || (day.year() >= 2021 && is_on(day, &[(6, 19)]))
    };
    let neighbour = match day.weekday() {
        Weekday::Friday => day.tomorrow().ok(),
        Weekday::Monday => day.yesterday().ok(),
        _ => None,
    };
    is_observed(day)
        || neighbour.is_some_and(is_observed)
        || nth(year, 11, Weekday::Thursday, 4) == Some(day)
        || mondays
            .iter()
            .any(|(month, count)| nth(year, *month, Weekday::Monday, *count) == Some(day))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{canada, united_states};

    #[test]
    fn victoria_day_is_the_monday_before_25_may() {
        assert!(canada(date(2026, 5, 18)) && !canada(date(2026, 5, 25)));
        assert!(canada(date(2025, 5, 19)));
    }

    #[test]
    fn a_federal_holiday_is_observed_on_a_weekday() {
        // 4 July 2026 is a Saturday, 4 July 2027 a Sunday.
        assert!(united_states(date(2026, 7, 3)) && !united_states(date(2026, 7, 6)));
        assert!(united_states(date(2027, 7, 5)) && !united_states(date(2027, 7, 2)));
        assert!(united_states(date(2026, 11, 26)) && !united_states(date(2026, 11, 19)));
        assert!(!united_states(date(2020, 6, 19)) && united_states(date(2026, 6, 19)));
    }

    #[test]
    fn canada_and_its_neighbour_rest_on_different_days() {
        assert!(canada(date(2026, 7, 1)) && !united_states(date(2026, 7, 1)));
        assert!(canada(date(2026, 9, 30)) && !canada(date(2020, 9, 30)));
        assert!(canada(date(2026, 10, 12)));
    }
}
