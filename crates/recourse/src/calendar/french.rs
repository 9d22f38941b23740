//! French holidays: those of the whole country, and those of a part.

use jiff::civil::Date;

use super::free::{is_after_easter, is_on};

/// A part of France with holidays of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FrenchPart {
    /// Bas-Rhin, Haut-Rhin and Moselle (Code du travail L3134-13).
    AlsaceMoselle,
    /// Guadeloupe; this and the parts below: the day of the abolition of slavery (Code
    /// du travail L3422-2).
    Guadeloupe,
    /// Martinique.
    Martinique,
    /// French Guiana.
    Guiana,
    /// Réunion.
    Reunion,
    /// Mayotte.
    Mayotte,
    /// Saint-Martin.
    SaintMartin,
}

rights::codes!(FrenchPart {
    AlsaceMoselle => "AM",
    Guadeloupe => "GP",
    Martinique => "MQ",
    Guiana => "GF",
    Reunion => "RE",
    Mayotte => "YT",
    SaintMartin => "MF",
});

/// Whether a day is free in France (Code du travail L3133-1), or in this part of it.
/// In Alsace and Moselle Good Friday is free where there is a Protestant church, which
/// every town with a court has.
pub fn is_holiday(day: Date, part: Option<FrenchPart>) -> bool {
    let fixed = [
        (1, 1),
        (5, 1),
        (5, 8),
        (7, 14),
        (8, 15),
        (11, 1),
        (11, 11),
        (12, 25),
    ];
    is_on(day, &fixed)
        || is_after_easter(day, &[1, 39, 50])
        || part.is_some_and(|part| is_of_part(day, part))
}

fn is_of_part(day: Date, part: FrenchPart) -> bool {
    let abolition = match part {
        FrenchPart::AlsaceMoselle => {
            return is_on(day, &[(12, 26)]) || is_after_easter(day, &[-2]);
        }
        FrenchPart::Guadeloupe => (5, 27),
        FrenchPart::Martinique => (5, 22),
        FrenchPart::Guiana => (6, 10),
        FrenchPart::Reunion => (12, 20),
        FrenchPart::Mayotte => (4, 27),
        FrenchPart::SaintMartin => (5, 28),
    };
    is_on(day, &[abolition])
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{FrenchPart, is_holiday};

    #[test]
    fn alsace_and_moselle_rest_on_good_friday_and_saint_stephens_day() {
        for day in [date(2027, 3, 26), date(2028, 4, 14), date(2026, 12, 26)] {
            assert!(is_holiday(day, Some(FrenchPart::AlsaceMoselle)), "{day}");
            assert!(!is_holiday(day, None), "{day}");
        }
    }

    #[test]
    fn each_part_overseas_has_its_own_day_of_the_abolition() {
        for (part, month, day) in [
            (FrenchPart::Mayotte, 4, 27),
            (FrenchPart::Martinique, 5, 22),
            (FrenchPart::Guadeloupe, 5, 27),
            (FrenchPart::SaintMartin, 5, 28),
            (FrenchPart::Guiana, 6, 10),
            (FrenchPart::Reunion, 12, 20),
        ] {
            let day = date(2026, month, day);
            assert!(is_holiday(day, Some(part)), "{part:?}");
            assert!(!is_holiday(day, None) && !is_holiday(day, Some(FrenchPart::AlsaceMoselle)));
        }
    }
}
