//! German holidays: those of the whole country, and those of a Land.

use jiff::civil::{Date, Weekday};

use super::free::{is_after_easter, is_on};

/// A German Land.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Land {
    /// Baden-Württemberg.
    BadenWuerttemberg,
    /// Bavaria, with the Assumption, which is free in most places.
    Bavaria,
    /// Berlin.
    Berlin,
    /// Brandenburg.
    Brandenburg,
    /// Bremen.
    Bremen,
    /// Hamburg.
    Hamburg,
    /// Hesse.
    Hesse,
    /// Mecklenburg-Vorpommern.
    MecklenburgVorpommern,
    /// Lower Saxony.
    LowerSaxony,
    /// North Rhine-Westphalia.
    NorthRhineWestphalia,
    /// Rhineland-Palatinate.
    RhinelandPalatinate,
    /// Saarland.
    Saarland,
    /// Saxony.
    Saxony,
    /// Saxony-Anhalt.
    SaxonyAnhalt,
    /// Schleswig-Holstein.
    SchleswigHolstein,
    /// Thuringia.
    Thuringia,
}

rights::codes!(Land {
    BadenWuerttemberg => "BW",
    Bavaria => "BY",
    Berlin => "BE",
    Brandenburg => "BB",
    Bremen => "HB",
    Hamburg => "HH",
    Hesse => "HE",
    MecklenburgVorpommern => "MV",
    LowerSaxony => "NI",
    NorthRhineWestphalia => "NW",
    RhinelandPalatinate => "RP",
    Saarland => "SL",
    Saxony => "SN",
    SaxonyAnhalt => "ST",
    SchleswigHolstein => "SH",
    Thuringia => "TH",
});

/// Whether a day is a holiday in the whole country, or in this Land.
pub fn is_holiday(day: Date, land: Option<Land>) -> bool {
    is_on(day, &[(1, 1), (5, 1), (10, 3), (12, 25), (12, 26)])
        || is_after_easter(day, &[-2, 1, 39, 50])
        || (is_on(day, &[(10, 31)]) && day.year() == 2017)
        || land.is_some_and(|land| is_holiday_of(day, land))
}

/// Whether a day is a holiday in any Land.
pub fn is_holiday_anywhere(day: Date) -> bool {
    use rights::Coded;
    Land::WORDS.iter().any(|land| is_holiday(day, Some(*land)))
}

fn is_holiday_of(day: Date, land: Land) -> bool {
    use Land::{
        BadenWuerttemberg, Bavaria, Berlin, Brandenburg, Bremen, Hamburg, Hesse, LowerSaxony,
        MecklenburgVorpommern, NorthRhineWestphalia, RhinelandPalatinate, Saarland, Saxony,
        SaxonyAnhalt, SchleswigHolstein, Thuringia,
    };
    let year = day.year();
    match (day.month(), day.day()) {
        (1, 6) => matches!(land, BadenWuerttemberg | Bavaria | SaxonyAnhalt),
        (3, 8) => {
            (land == Berlin && year >= 2019) || (land == MecklenburgVorpommern && year >= 2023)
        }
        (5, 8) => land == Berlin && matches!(year, 2020 | 2025),
        (8, 15) => matches!(land, Bavaria | Saarland),
        (9, 20) => land == Thuringia && year >= 2019,
        (10, 31) => match land {
            Brandenburg | MecklenburgVorpommern | Saxony | SaxonyAnhalt | Thuringia => true,
            Bremen | Hamburg | LowerSaxony | SchleswigHolstein => year >= 2018,
            _ => false,
        },
        (11, 1) => matches!(
            land,
            BadenWuerttemberg | Bavaria | NorthRhineWestphalia | RhinelandPalatinate | Saarland
        ),
        // Day of repentance: the Wednesday before 23 November.
        (11, 16..=22) if day.weekday() == Weekday::Wednesday => land == Saxony,
        _ => {
            let has_corpus_christi = matches!(
                land,
                BadenWuerttemberg
                    | Bavaria
                    | Hesse
                    | NorthRhineWestphalia
                    | RhinelandPalatinate
                    | Saarland
            );
            (has_corpus_christi && is_after_easter(day, &[60]))
                || (land == Brandenburg && is_after_easter(day, &[0, 49]))
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{Land, is_holiday, is_holiday_anywhere};

    #[test]
    fn a_land_has_its_own_holidays() {
        let free = |day: Date, land| is_holiday(day, Some(land));
        let all_saints = date(2027, 11, 1);
        assert!(free(all_saints, Land::NorthRhineWestphalia));
        assert!(!free(all_saints, Land::Hamburg));
        assert!(!is_holiday(all_saints, None));
        assert!(is_holiday_anywhere(all_saints));
        let reformation = date(2028, 10, 31);
        assert!(free(reformation, Land::Hamburg));
        assert!(!free(reformation, Land::Bavaria));
        let corpus_christi = date(2026, 6, 4);
        assert!(free(corpus_christi, Land::Hesse));
        assert!(!free(corpus_christi, Land::Saxony));
        assert!(free(date(2026, 11, 18), Land::Saxony));
        assert!(!free(date(2026, 11, 25), Land::Saxony));
    }

    #[test]
    fn a_holiday_begins_in_its_first_year() {
        let womens_day = |year| is_holiday(date(year, 3, 8), Some(Land::Berlin));
        assert!(!womens_day(2018));
        assert!(womens_day(2019));
        let reformation = |year| is_holiday(date(year, 10, 31), Some(Land::Bremen));
        assert!(reformation(2017));
        assert!(reformation(2018));
        assert!(!is_holiday(date(2016, 10, 31), Some(Land::Bremen)));
    }

    #[test]
    fn the_whole_country_rests_on_its_own_days() {
        for day in [
            date(2026, 4, 3),
            date(2026, 4, 6),
            date(2026, 5, 14),
            date(2026, 5, 25),
            date(2026, 10, 3),
        ] {
            assert!(is_holiday(day, None), "{day}");
        }
        assert!(!is_holiday(date(2026, 12, 24), None));
        assert!(!is_holiday(date(2026, 12, 31), None));
    }
}
