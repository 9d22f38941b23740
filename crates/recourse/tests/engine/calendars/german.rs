//! The free days of Germany and of its Länder.

use super::{days, listed};
use jiff::civil::date;
use recourse::calendar::{Calendar, Land};
use rights::Coded;

#[test]
fn a_german_land_has_its_days_of_2026_and_no_other() {
    // The acts of the sixteen Länder; Easter is 5 April.
    let own = |land: Land| match land {
        Land::BadenWuerttemberg => "01-06 06-04 11-01",
        Land::Bavaria => "01-06 06-04 08-15 11-01",
        Land::Berlin => "03-08",
        Land::Brandenburg => "04-05 05-24 10-31",
        Land::Bremen | Land::Hamburg | Land::LowerSaxony | Land::SchleswigHolstein => "10-31",
        Land::Hesse => "06-04",
        Land::MecklenburgVorpommern => "03-08 10-31",
        Land::NorthRhineWestphalia | Land::RhinelandPalatinate => "06-04 11-01",
        Land::Saarland => "06-04 08-15 11-01",
        Land::Saxony => "10-31 11-18",
        Land::SaxonyAnhalt => "01-06 10-31",
        Land::Thuringia => "09-20 10-31",
    };
    let whole = "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26";
    let free = |land| {
        let calendar = Calendar::Germany(land);
        listed(days(2026).filter(|day| calendar.is_holiday(*day)))
    };
    assert_eq!(free(None), whole);
    for land in Land::WORDS {
        let mut wanted: Vec<&str> = whole.split(' ').chain(own(*land).split(' ')).collect();
        wanted.sort_unstable();
        assert_eq!(free(Some(*land)), wanted.join(" "), "{land:?}");
    }
}

#[test]
fn a_german_holiday_begins_in_the_year_of_its_act() {
    let free = |land, year, month, day| Calendar::Germany(land).is_holiday(date(year, month, day));
    for (land, month, day, first) in [
        (Land::Berlin, 3, 8, 2019),
        (Land::MecklenburgVorpommern, 3, 8, 2023),
        (Land::Thuringia, 9, 20, 2019),
        (Land::Hamburg, 10, 31, 2018),
        (Land::LowerSaxony, 10, 31, 2018),
        (Land::SchleswigHolstein, 10, 31, 2018),
    ] {
        assert!(free(Some(land), first, month, day), "{land:?}");
        let before = if first == 2018 { 2016 } else { first - 1 };
        assert!(!free(Some(land), before, month, day), "{land:?}");
    }
    // The five hundredth year of the Reformation was free everywhere.
    assert!(free(None, 2017, 10, 31) && free(Some(Land::Bavaria), 2017, 10, 31));
    assert!(!free(None, 2016, 10, 31) && !free(None, 2018, 10, 31));
    // Seventy-five and eighty years after the war, in Berlin alone.
    for (year, is_free) in [(2019, false), (2020, true), (2021, false), (2025, true)] {
        assert_eq!(free(Some(Land::Berlin), year, 5, 8), is_free, "{year}");
        assert!(!free(Some(Land::Brandenburg), year, 5, 8), "{year}");
    }
}

#[test]
fn a_court_of_an_unknown_land_is_surely_open_where_all_of_them_are() {
    let unknown = Calendar::Germany(None);
    // Epiphany in three Länder, All Saints in five.
    for day in [date(2026, 1, 6), date(2027, 11, 1)] {
        assert!(unknown.is_working(day) && !unknown.is_surely_open(day));
        assert!(!Calendar::Germany(Some(Land::Bavaria)).is_surely_open(day));
        assert!(Calendar::Germany(Some(Land::Hamburg)).is_surely_open(day));
    }
    assert!(unknown.is_surely_open(date(2026, 1, 7)));
}
