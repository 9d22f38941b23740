//! Holidays of the continent's states, without the German ones.

use jiff::civil::{Date, Weekday, date};

use super::free::{is_after_easter, is_on};

/// Austria; Good Friday is free for the courts only (ZPO s126).
pub fn austria(day: Date) -> bool {
    let fixed = [
        (1, 1),
        (1, 6),
        (5, 1),
        (8, 15),
        (10, 26),
        (11, 1),
        (12, 8),
        (12, 25),
        (12, 26),
    ];
    is_on(day, &fixed) || is_after_easter(day, &[-2, 1, 39, 50, 60])
}

/// Spain: the days of the whole country, and Maundy Thursday, which is free
/// nearly everywhere.
pub fn spain(day: Date) -> bool {
    let fixed = [
        (1, 1),
        (1, 6),
        (5, 1),
        (8, 15),
        (10, 12),
        (11, 1),
        (12, 6),
        (12, 8),
        (12, 25),
    ];
    is_on(day, &fixed) || is_after_easter(day, &[-3, -2])
}

/// Days on which Spanish courts do not sit for civil claims: August, and 24
/// December to 6 January.
pub fn is_spanish_recess(day: Date) -> bool {
    matches!(
        (day.month(), day.day()),
        (8, _) | (12, 24..=31) | (1, 1..=6)
    )
}

/// Italy; 4 October since 2026, and 17 March 2011, the hundred and fiftieth year of its
/// unity.
pub fn italy(day: Date) -> bool {
    let fixed = [
        (1, 1),
        (1, 6),
        (4, 25),
        (5, 1),
        (6, 2),
        (8, 15),
        (11, 1),
        (12, 8),
        (12, 25),
        (12, 26),
    ];
    is_on(day, &fixed)
        || (is_on(day, &[(10, 4)]) && day.year() >= 2026)
        || day == date(2011, 3, 17)
        || is_after_easter(day, &[0, 1])
}

/// Netherlands (Algemene termijnenwet Art 3): Good Friday and 5 May count too.
pub fn netherlands(day: Date) -> bool {
    is_on(day, &[(1, 1), (5, 5), (12, 25), (12, 26)])
        || is_after_easter(day, &[-2, 1, 39, 50])
        || day == kings_day(day.year())
}

/// 27 April, the day before where that is a Sunday; until 2013 30 April.
fn kings_day(year: i16) -> Date {
    let own = match year {
        ..=2013 => date(year, 4, 30),
        _ => date(year, 4, 27),
    };
    match own.weekday() {
        Weekday::Sunday => own.yesterday().unwrap_or(own),
        _ => own,
    }
}

/// Poland; 24 December since 2025, and 12 November 2018, the hundredth year of its
/// independence.
pub fn poland(day: Date) -> bool {
    let fixed = [
        (1, 1),
        (1, 6),
        (5, 1),
        (5, 3),
        (8, 15),
        (11, 1),
        (11, 11),
        (12, 25),
        (12, 26),
    ];
    is_on(day, &fixed)
        || (is_on(day, &[(12, 24)]) && day.year() >= 2025)
        || day == date(2018, 11, 12)
        || is_after_easter(day, &[0, 1, 49, 60])
}

/// What is free nearly everywhere in Europe.
pub fn elsewhere(day: Date) -> bool {
    is_on(day, &[(1, 1), (5, 1), (12, 25), (12, 26)]) || is_after_easter(day, &[-2, 1])
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::french;
    use super::{austria, elsewhere, is_spanish_recess, italy, netherlands, poland, spain};

    fn france(day: jiff::civil::Date) -> bool {
        french::is_holiday(day, None)
    }

    #[test]
    fn each_state_has_its_national_day_and_not_its_neighbours() {
        let national = date(2026, 7, 14);
        assert!(france(national));
        assert!(!austria(national) && !spain(national) && !poland(national));
        assert!(austria(date(2026, 10, 26)) && !france(date(2026, 10, 26)));
        assert!(spain(date(2026, 10, 12)) && !italy(date(2026, 10, 12)));
        assert!(italy(date(2026, 6, 2)) && !spain(date(2026, 6, 2)));
        assert!(poland(date(2026, 11, 11)) && !netherlands(date(2026, 11, 11)));
    }

    #[test]
    fn good_friday_is_free_where_the_rule_says_so() {
        let good_friday = date(2026, 4, 3);
        assert!(austria(good_friday) && netherlands(good_friday) && elsewhere(good_friday));
        assert!(!france(good_friday) && !italy(good_friday) && !poland(good_friday));
        assert!(spain(date(2026, 4, 2)));
    }

    #[test]
    fn a_new_holiday_begins_in_its_first_year() {
        assert!(!poland(date(2024, 12, 24)));
        assert!(poland(date(2025, 12, 24)));
        assert!(!italy(date(2025, 10, 4)));
        assert!(italy(date(2026, 10, 4)));
    }

    #[test]
    fn the_kings_day_gives_way_to_a_sunday() {
        assert!(netherlands(date(2026, 4, 27)));
        assert!(netherlands(date(2025, 4, 26)));
        assert!(!netherlands(date(2025, 4, 27)));
    }

    #[test]
    fn spanish_courts_rest_in_august_and_at_christmas() {
        assert!(is_spanish_recess(date(2026, 8, 1)) && is_spanish_recess(date(2026, 8, 31)));
        assert!(!is_spanish_recess(date(2026, 7, 31)) && !is_spanish_recess(date(2026, 9, 1)));
        assert!(!is_spanish_recess(date(2026, 12, 23)) && is_spanish_recess(date(2026, 12, 24)));
        assert!(is_spanish_recess(date(2027, 1, 6)) && !is_spanish_recess(date(2027, 1, 7)));
    }
}
