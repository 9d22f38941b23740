use jiff::civil::Date;

use super::{Answers, FaultKind, Faults, Field, Moment, Part};

/// Regulation 261/2004 applies from this day; nothing older can be claimed.
const FIRST_DAY: Date = jiff::civil::date(2005, 2, 17);

/// Beginnings of month names in English and French, after folding accents.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "fev"],
    &["mar"],
    &["apr", "avr"],
    &["may", "mai"],
    &["jun", "juin"],
    &["jul", "juil"],
    &["aug", "aou"],
    &["sep"],
    &["oct"],
    &["nov"],
    &["dec"],
];

/// Reads the three boxes of a day, each fault at its own box.
///
/// Days and months may have one or two digits, months a name in English or
/// French, years two digits.
pub fn parse_date(answers: &Answers, moment: Moment, faults: &mut Faults) -> Option<Date> {
    let field = |part| Field::When(moment, part);
    let text = |part| answers.get(field(part));

    let (year, month) = (year(text(Part::Year)), month(text(Part::Month)));
    // The longest month of an unknown year, so that 31 April is found even
    // while the year is still missing.
    let day = day(text(Part::Day), month.ok(), year.unwrap_or(2024));
    // Noted in the order of the page.
    let day = faults.keep(field(Part::Day), day);
    let month = faults.keep(field(Part::Month), month);
    let year = faults.keep(field(Part::Year), year);
    Date::new(year?, month?, day?).ok()
}

fn year(text: &str) -> Result<i16, FaultKind> {
    let year = match (text.len(), text.parse::<i16>()) {
        (0, _) => return Err(FaultKind::Missing),
        (2, Ok(short)) => 2000 + short,
        (4, Ok(year)) => year,
        _ => return Err(FaultKind::Year),
    };
    if (FIRST_DAY.year()..=2100).contains(&year) {
        Ok(year)
    } else {
        Err(FaultKind::Year)
    }
}

fn month(text: &str) -> Result<i8, FaultKind> {
    if text.is_empty() {
        return Err(FaultKind::Missing);
    }
    if let Ok(number) = text.parse::<i8>() {
        return if (1..=12).contains(&number) {
            Ok(number)
        } else {
            Err(FaultKind::Month)
        };
    }
    let folded: String = text
        .trim_end_matches('.')
        .to_lowercase()
        .chars()
        .map(|character| match character {
            'é' | 'è' => 'e',
            'û' => 'u',
            other => other,
        })
        .collect();
    MONTHS
        .iter()
        .zip(1..)
        .find(|(names, _)| names.iter().any(|name| folded.starts_with(name)))
        .map(|(_, number)| number)
        .ok_or(FaultKind::Month)
}

fn day(text: &str, month: Option<i8>, year: i16) -> Result<i8, FaultKind> {
    if text.is_empty() {
        return Err(FaultKind::Missing);
    }
    let month = month.unwrap_or(1);
    let days = Date::new(year, month, 1).map_or(31, |first| first.days_in_month());
    match text.parse::<i8>() {
        Ok(day) if (1..=days).contains(&day) => Ok(day),
        _ => Err(FaultKind::Day { month, days }),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn parse(day: &str, month: &str, year: &str) -> (Option<Date>, Vec<(Part, FaultKind)>) {
        let mut answers = Answers::default();
        for (part, text) in [(Part::Day, day), (Part::Month, month), (Part::Year, year)] {
            answers.set(Field::When(Moment::Flight, part), text);
        }
        let mut faults = Faults::default();
        let read = parse_date(&answers, Moment::Flight, &mut faults);
        let faults = faults
            .list()
            .iter()
            .map(|fault| match fault.field {
                Field::When(_, part) => (part, fault.kind),
                other => panic!("{other:?}"),
            })
            .collect();
        (read, faults)
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for (day, month, year) in [
            ("3", "11", "2026"),
            ("03", "11", "26"),
            ("3", "November", "2026"),
            (" 3 ", "nov.", "2026"),
            ("3", "novembre", "2026"),
        ] {
            assert_eq!(
                parse(day, month, year),
                (Some(date(2026, 11, 3)), vec![]),
                "{day} {month}"
            );
        }
        assert_eq!(parse("1", "août", "2026").0, Some(date(2026, 8, 1)));
        assert_eq!(parse("1", "Février", "2026").0, Some(date(2026, 2, 1)));
        assert_eq!(parse("1", "juin", "2026").0, Some(date(2026, 6, 1)));
        assert_eq!(parse("1", "juillet", "2026").0, Some(date(2026, 7, 1)));
    }

    #[test]
    fn impossible_days_are_faults_of_their_own_box() {
        let thirty_first = FaultKind::Day {
            month: 11,
            days: 30,
        };
        assert_eq!(
            parse("31", "11", "2026"),
            (None, vec![(Part::Day, thirty_first)])
        );
        let leap = FaultKind::Day { month: 2, days: 28 };
        assert_eq!(parse("29", "2", "2026"), (None, vec![(Part::Day, leap)]));
        assert_eq!(parse("29", "2", "2024").0, Some(date(2024, 2, 29)));
        assert_eq!(
            parse("1", "13", "2026"),
            (None, vec![(Part::Month, FaultKind::Month)])
        );
        assert_eq!(
            parse("1", "1", "1999"),
            (None, vec![(Part::Year, FaultKind::Year)])
        );
        assert_eq!(
            parse("1", "1", "20266"),
            (None, vec![(Part::Year, FaultKind::Year)])
        );
        assert_eq!(
            parse("", "", "").1,
            [
                (Part::Day, FaultKind::Missing),
                (Part::Month, FaultKind::Missing),
                (Part::Year, FaultKind::Missing)
            ]
        );
        assert!(parse("🛫", "brumaire", "MMXXVI").0.is_none());
    }
}
