//! Free days year by year, whole: what is in the list is free, and nothing else.

mod german;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use recourse::calendar::Calendar;

/// The days of a year.
fn days(year: i16) -> impl Iterator<Item = Date> {
    let first = date(year, 1, 1);
    (0..first.days_in_year()).map(move |count| first.saturating_add(i64::from(count).days()))
}

/// Month and day of each, in one line.
fn listed(days: impl Iterator<Item = Date>) -> String {
    let days: Vec<String> = days.map(|day| day.strftime("%m-%d").to_string()).collect();
    days.join(" ")
}

/// Asserts the free days of a year from Monday to Friday.
fn assert_free(calendar: Calendar, year: i16, wanted: &str) {
    let is_weekend = |day: &Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let free = days(year).filter(|day| !is_weekend(day) && !calendar.is_working(*day));
    assert_eq!(listed(free), wanted, "{calendar:?} in {year}");
}

/// Days from 21 March to Easter Sunday, from 1990 to 2100 (the almanac of the western
/// churches).
const EASTER: [u8; 111] = [
    25, 10, 29, 21, 13, 26, 17, 9, 22, 14, // 1990
    33, 25, 10, 30, 21, 6, 26, 18, 2, 22, // 2000
    14, 34, 18, 10, 30, 15, 6, 26, 11, 31, // 2010
    22, 14, 27, 19, 10, 30, 15, 7, 26, 11, // 2020
    31, 23, 7, 27, 19, 4, 23, 15, 35, 20, // 2030
    11, 31, 16, 8, 27, 19, 4, 24, 15, 28, // 2040
    20, 12, 31, 16, 8, 28, 12, 32, 24, 9, // 2050
    28, 20, 5, 25, 16, 8, 21, 13, 32, 24, // 2060
    9, 29, 20, 5, 25, 17, 29, 21, 13, 33, // 2070
    17, 9, 29, 14, 5, 25, 10, 30, 21, 13, // 2080
    26, 18, 9, 22, 14, 34, 25, 10, 30, 22, // 2090
    7,  // 2100
];

#[test]
fn easter_is_where_the_almanac_has_it_in_every_year_that_is_read() {
    for (year, count) in (1990..).zip(EASTER) {
        let easter = date(year, 3, 21).saturating_add(i64::from(count).days());
        let monday = easter.tomorrow().expect("a day");
        assert_eq!(easter.weekday(), Weekday::Sunday, "{year}");
        // Easter Monday is the only Monday between 22 March and 26 April that France
        // has free.
        let free = days(year).filter(|day| {
            day.weekday() == Weekday::Monday
                && (date(year, 3, 22)..=date(year, 4, 26)).contains(day)
                && Calendar::France(None).is_holiday(*day)
        });
        assert_eq!(free.collect::<Vec<_>>(), [monday], "{year}");
    }
}

#[test]
fn the_continent_has_its_free_days() {
    // Feiertagsruhegesetz s1 and ZPO s126.
    assert_free(
        Calendar::Austria,
        2026,
        "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-26 12-08 12-25",
    );
    // Code du travail L3133-1.
    assert_free(
        Calendar::France(None),
        2026,
        "01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25",
    );
    assert_free(
        Calendar::Spain,
        2026,
        "01-01 01-06 04-02 04-03 05-01 10-12 12-08 12-25",
    );
    // 4 October is a Friday in 2024 and a Monday in 2027.
    assert_free(
        Calendar::Italy,
        2024,
        "01-01 04-01 04-25 05-01 08-15 11-01 12-25 12-26",
    );
    assert_free(
        Calendar::Italy,
        2027,
        "01-01 01-06 03-29 06-02 10-04 11-01 12-08",
    );
    // Algemene termijnenwet Art 3.
    assert_free(
        Calendar::Netherlands,
        2026,
        "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25",
    );
    // Christmas Eve since 2025.
    assert_free(
        Calendar::Poland,
        2024,
        "01-01 04-01 05-01 05-03 05-30 08-15 11-01 11-11 12-25 12-26",
    );
    assert_free(
        Calendar::Poland,
        2025,
        "01-01 01-06 04-21 05-01 06-19 08-15 11-11 12-24 12-25 12-26",
    );
    assert_free(Calendar::Elsewhere, 2026, "01-01 04-03 04-06 05-01 12-25");
}

#[test]
fn the_dutch_celebrate_on_30_april_until_2013_and_on_27_april_since() {
    let free = |year, month, day| Calendar::Netherlands.is_holiday(date(year, month, day));
    for (year, month, day) in [
        (2012, 4, 30),
        (2013, 4, 30),
        // 27 April 2014 was a Sunday, as 30 April 2006 was.
        (2014, 4, 26),
        (2006, 4, 29),
        (2015, 4, 27),
    ] {
        assert!(free(year, month, day), "{year}");
    }
    assert!(!free(2013, 4, 27) && !free(2014, 4, 27) && !free(2014, 4, 30));
    assert!(!free(2012, 4, 27) && !free(2006, 4, 30) && !free(2015, 4, 30));
}

#[test]
fn a_day_that_was_free_once_is_free_in_that_year_alone() {
    // A day of remembrance; the Polish act of 7 November 2018; decree-law 5/2011.
    for (calendar, year, month, day) in [
        (Calendar::Ireland, 2022, 3, 18),
        (Calendar::Poland, 2018, 11, 12),
        (Calendar::Italy, 2011, 3, 17),
    ] {
        let free = |year| calendar.is_holiday(date(year, month, day));
        assert!(free(year) && !free(year - 1) && !free(year + 1), "{year}");
    }
}

#[test]
fn england_and_wales_have_the_bank_holidays_of_the_official_list() {
    let england = |year, free| assert_free(Calendar::EnglandAndWales, year, free);
    england(
        2011,
        "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
    );
    england(
        2012,
        "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    );
    england(2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28");
    england(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28");
    england(
        2022,
        "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    );
    england(
        2023,
        "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    );
}

#[test]
fn scotland_has_the_bank_holidays_of_the_official_list() {
    let scotland = |year, free| assert_free(Calendar::Scotland, year, free);
    // St Andrew's Day has been one since the Act of 2007.
    scotland(2006, "01-02 01-03 04-14 05-01 05-29 08-07 12-25 12-26");
    scotland(
        2007,
        "01-01 01-02 04-06 05-07 05-28 08-06 11-30 12-25 12-26",
    );
    // 30 November 2013 was a Saturday.
    scotland(
        2013,
        "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26",
    );
    scotland(
        2022,
        "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27",
    );
    scotland(
        2026,
        "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28",
    );
}

#[test]
fn ireland_has_its_public_holidays() {
    let ireland = |year, free| assert_free(Calendar::Ireland, year, free);
    // Organisation of Working Time Act 1997, second schedule; the first Monday of
    // February since 2023, or the first of the month where that is a Friday.
    ireland(
        2020,
        "01-01 03-17 04-13 05-04 06-01 08-03 10-26 12-25 12-28",
    );
    ireland(
        2023,
        "01-02 02-06 03-17 04-10 05-01 06-05 08-07 10-30 12-25 12-26",
    );
    ireland(
        2024,
        "01-01 02-05 03-18 04-01 05-06 06-03 08-05 10-28 12-25 12-26",
    );
    ireland(
        2030,
        "01-01 02-01 03-18 04-22 05-06 06-03 08-05 10-28 12-25 12-26",
    );
}

#[test]
fn canada_has_the_days_of_the_interpretation_act_and_of_ontario() {
    let canada = |year, free| assert_free(Calendar::Canada, year, free);
    canada(
        2020,
        "01-01 02-17 04-10 04-13 05-18 07-01 09-07 10-12 11-11 12-25",
    );
    canada(
        2021,
        "01-01 02-15 04-02 04-05 05-24 07-01 09-06 09-30 10-11 11-11",
    );
    // 1 July 2029 is a Sunday; 2 July 2030 a Tuesday.
    canada(
        2029,
        "01-01 02-19 03-30 04-02 05-21 07-02 09-03 10-08 12-25 12-26",
    );
    assert!(!Calendar::Canada.is_holiday(date(2030, 7, 2)));
}

#[test]
fn the_united_states_observe_a_weekend_holiday_on_the_next_weekday() {
    let america = |year, free| assert_free(Calendar::UnitedStates, year, free);
    // 5 USC 6103; 19 June since 2021.
    america(
        2020,
        "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25",
    );
    america(
        2021,
        "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
    );
    america(
        2022,
        "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26",
    );
}
