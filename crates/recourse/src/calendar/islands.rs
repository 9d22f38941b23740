//! Bank and public holidays of the British and Irish islands. One that falls on
//! a weekend has a substitute on the next weekday that is free of another.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use super::free::{is_after_easter, nth};

/// Ireland: nine public holidays, a tenth since 2023, and a day of remembrance in 2022.
pub fn ireland(day: Date) -> bool {
    let year = day.year();
    is_after_easter(day, &[1])
        || day == date(2022, 3, 18)
        || [(5, 1), (6, 1), (8, 1), (10, -1)]
            .iter()
            .any(|(month, count)| nth(year, *month, Weekday::Monday, *count) == Some(day))
        || (year >= 2023 && saint_brigid(year) == Some(day))
        || is_substituted(day, &[(1, 1), (3, 17), (12, 25), (12, 26)])
}

/// The first Monday of February, or the first of the month where that is a
/// Friday.
fn saint_brigid(year: i16) -> Option<Date> {
    let first = date(year, 2, 1);
    match first.weekday() {
        Weekday::Friday => Some(first),
        _ => nth(year, 2, Weekday::Monday, 1),
    }
}

/// England and Wales (Banking and Financial Dealings Act 1971 and
/// proclamations).
pub fn england_and_wales(day: Date) -> bool {
    let year = day.year();
    is_after_easter(day, &[-2, 1])
        || is_shared_monday(day)
        || nth(year, 8, Weekday::Monday, -1) == Some(day)
        || is_substituted(day, &[(1, 1), (12, 25), (12, 26)])
        || is_proclaimed(day)
}

/// Northern Ireland: the days of England and Wales, Saint Patrick's Day and the day of the
/// Battle of the Boyne (Banking and Financial Dealings Act 1971 Sch 1; proclamation).
pub fn northern_ireland(day: Date) -> bool {
    england_and_wales(day) || is_substituted(day, &[(3, 17)]) || is_substituted(day, &[(7, 12)])
}

/// Scotland: the courts' holidays differ by place; these are the bank holidays.
pub fn scotland(day: Date) -> bool {
    let year = day.year();
    is_after_easter(day, &[-2])
        || is_shared_monday(day)
        || nth(year, 8, Weekday::Monday, 1) == Some(day)
        || (year >= 2007 && is_substituted(day, &[(11, 30)]))
        || is_substituted(day, &[(1, 1), (1, 2)])
        || is_substituted(day, &[(12, 25), (12, 26)])
        || is_proclaimed(day)
        || day == date(2026, 6, 15)
}

/// The Mondays of May, and the years in which a proclamation moved them.
fn is_shared_monday(day: Date) -> bool {
    let year = day.year();
    let early = match year {
        2020 => Some(date(2020, 5, 8)),
        _ => nth(year, 5, Weekday::Monday, 1),
    };
    let spring = match year {
        2012 => Some(date(2012, 6, 4)),
        2022 => Some(date(2022, 6, 2)),
        _ => nth(year, 5, Weekday::Monday, -1),
    };
    early == Some(day) || spring == Some(day)
}

/// Days of a single year: a wedding, jubilees, a funeral, a coronation.
fn is_proclaimed(day: Date) -> bool {
    [
        date(2011, 4, 29),
        date(2012, 6, 5),
        date(2022, 6, 3),
        date(2022, 9, 19),
        date(2023, 5, 8),
    ]
    .contains(&day)
}

/// Whether a day is one of these holidays, which follow each other, or the
/// substitute of one.
fn is_substituted(day: Date, holidays: &[(i8, i8)]) -> bool {
    let year = day.year();
    let own: Vec<Date> = holidays
        .iter()
        .filter_map(|(month, number)| Date::new(year, *month, *number).ok())
        .collect();
    if own.contains(&day) {
        return true;
    }
    let mut taken = own.clone();
    for holiday in own {
        if !is_weekend(holiday) {
            continue;
        }
        let mut next = holiday;
        while is_weekend(next) || taken.contains(&next) {
            match next.checked_add(1.day()) {
                Ok(after) => next = after,
                Err(_) => return false,
            }
        }
        if next == day {
            return true;
        }
        taken.push(next);
    }
    false
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{england_and_wales, ireland, northern_ireland, scotland};

    #[test]
    fn english_bank_holidays_of_2026_are_those_of_the_official_list() {
        for (month, day) in [
            (1, 1),
            (4, 3),
            (4, 6),
            (5, 4),
            (5, 25),
            (8, 31),
            (12, 25),
            (12, 28),
        ] {
            assert!(england_and_wales(date(2026, month, day)), "{month}-{day}");
        }
        assert!(!england_and_wales(date(2026, 8, 3)));
        assert!(!england_and_wales(date(2026, 12, 29)));
    }

    #[test]
    fn two_holidays_on_a_weekend_have_two_substitutes() {
        // 25 and 26 December 2027 are Saturday and Sunday.
        assert!(england_and_wales(date(2027, 12, 27)));
        assert!(england_and_wales(date(2027, 12, 28)));
        assert!(!england_and_wales(date(2027, 12, 29)));
        // 1 and 2 January 2022 were.
        assert!(scotland(date(2022, 1, 3)) && scotland(date(2022, 1, 4)));
        assert!(!scotland(date(2022, 1, 5)));
    }

    #[test]
    fn scotland_has_its_own_days() {
        assert!(scotland(date(2026, 1, 2)) && !england_and_wales(date(2026, 1, 2)));
        assert!(scotland(date(2026, 11, 30)) && !england_and_wales(date(2026, 11, 30)));
        assert!(scotland(date(2026, 8, 3)) && !scotland(date(2026, 8, 31)));
        assert!(!scotland(date(2026, 4, 6)));
    }

    #[test]
    fn northern_ireland_has_two_days_more_than_england() {
        // 12 July 2026 is a Sunday.
        for day in [date(2026, 3, 17), date(2026, 7, 13), date(2027, 7, 12)] {
            assert!(northern_ireland(day) && !england_and_wales(day), "{day}");
        }
        assert!(northern_ireland(date(2026, 8, 31)) && !northern_ireland(date(2026, 8, 3)));
    }

    #[test]
    fn a_proclamation_moves_a_holiday_for_a_year() {
        assert!(england_and_wales(date(2022, 6, 2)) && england_and_wales(date(2022, 6, 3)));
        assert!(!england_and_wales(date(2022, 5, 30)));
        assert!(england_and_wales(date(2022, 9, 19)));
    }

    #[test]
    fn ireland_has_a_tenth_holiday_since_2023() {
        assert!(ireland(date(2026, 2, 2)) && !ireland(date(2022, 2, 7)));
        assert!(ireland(date(2030, 2, 1)) && !ireland(date(2030, 2, 4)));
        assert!(ireland(date(2026, 3, 17)) && ireland(date(2026, 10, 26)));
        assert!(!ireland(date(2026, 4, 3)) && ireland(date(2026, 4, 6)));
    }
}
