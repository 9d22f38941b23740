//! The tables, as they are compiled in: one file a subject, each row with its
//! source, the day it was checked and how sure it is.

mod body;
mod clock;
mod court;
mod document;
mod european;
mod fee;
mod forum;
mod outcome;
mod rate;
mod region;

use jiff::civil::Date;
use rights::Confidence;
use serde::de::DeserializeOwned;

pub use body::{Binding, BodyKind, BodyRow, LodgeFrom, Suspends, bodies_of, body, has_bodies};
pub use clock::{ClockRow, Unit, clock, periods};
pub use court::{CourtRow, court};
pub use document::{Condition, DocumentRow, documents};
pub use european::{EuropeanRow, european_procedure};
pub use fee::{FeeRow, fee_row, fee_table};
pub use forum::{EarlierLimit, ForumRow, forum};
pub use outcome::{OutcomeRow, outcomes};
pub use rate::{KnownRate, RateRow, RuleRow, Starts, last_day, rate, rate_lacks, rule};
pub use region::region;

/// The day on which the tables were last held against their sources.
pub const CHECKED: &str = "2026-11-27";

/// The first day on which the two texts of the rate of July 2026 were read: interest
/// that runs on after a claim was served is counted at least to this day.
pub const SERVED_INTEREST_TO: Date = jiff::civil::date(2026, 8, 31);

/// A text that is there.
fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// The rows of a file. A row that cannot be read is left out here and fails the
/// tests of this crate: a wrong row must not take a running service down.
fn rows<T: DeserializeOwned>(file: &'static str) -> Vec<T> {
    csv::Reader::from_reader(file.as_bytes())
        .into_deserialize()
        .filter_map(Result::ok)
        .collect()
}

/// How sure a row is: H, M or L.
fn confidence(letter: &str) -> Confidence {
    match letter {
        "H" => Confidence::Sure,
        "M" => Confidence::Probable,
        _ => Confidence::Unconfirmed,
    }
}

/// From one day to another, both included; an open end is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

impl Period {
    fn parse(from: &str, to: &str) -> Self {
        Self {
            from: from.parse().ok(),
            to: to.parse().ok(),
        }
    }

    /// Whether `day` lies in it.
    #[must_use]
    pub fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// Hundredths of a decimal with at most two digits after the point: `-0.88` is
/// -88.
fn hundredths(text: &str) -> Option<i64> {
    let (sign, plain) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, cents) = plain.split_once('.').unwrap_or((plain, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (!whole.is_empty() && digits(whole) && cents.len() <= 2 && digits(cents)).then_some(())?;
    Some(sign * format!("{whole}{cents:0<2}").parse::<i64>().ok()?)
}

#[cfg(test)]
mod tests {
    //! Every row of every file can be read and says where it comes from.

    use std::collections::HashMap;

    use jiff::civil::Date;

    use super::{forum, hundredths};
    use crate::forum::{BodyId, ForumId};
    use rights::Coded;

    const FILES: &[(&str, &str)] = &[
        (
            "airport_court",
            include_str!("../../data/airport_court.csv"),
        ),
        (
            "airport_region",
            include_str!("../../data/airport_region.csv"),
        ),
        ("body", include_str!("../../data/body.csv")),
        ("clock", include_str!("../../data/clock.csv")),
        ("default_rule", include_str!("../../data/default_rule.csv")),
        ("document", include_str!("../../data/document.csv")),
        (
            "european_procedure",
            include_str!("../../data/european_procedure.csv"),
        ),
        ("fee_table", include_str!("../../data/fee_table.csv")),
        ("forum", include_str!("../../data/forum.csv")),
        (
            "interest_rate",
            include_str!("../../data/interest_rate.csv"),
        ),
        (
            "interest_rule",
            include_str!("../../data/interest_rule.csv"),
        ),
    ];

    type Row = HashMap<String, String>;

    fn texts(name: &str) -> Vec<Row> {
        let (_, file) = FILES
            .iter()
            .find(|(other, _)| *other == name)
            .expect("a file");
        let rows = csv::Reader::from_reader(file.as_bytes()).into_deserialize();
        rows.map(|row| row.expect("a row with every column"))
            .collect()
    }

    #[test]
    fn every_row_has_source_day_and_confidence() {
        for (name, _) in FILES {
            for row in texts(name) {
                assert!(!row["source"].is_empty(), "{name}: {row:?}");
                assert!(row["checked"].parse::<Date>().is_ok(), "{name}: {row:?}");
                let known = ["H", "M", "L"].contains(&row["confidence"].as_str());
                assert!(known, "{name}: {row:?}");
            }
        }
    }

    #[test]
    fn no_row_is_left_out() {
        assert_eq!(ForumId::WORDS.len(), texts("forum").len());
        for id in ForumId::WORDS {
            assert!(forum(*id).is_some(), "{id:?}");
        }
        assert_eq!(super::body::all().len(), texts("body").len());
        assert_eq!(super::clock::all().len(), texts("clock").len());
        assert_eq!(super::court::all().len(), texts("airport_court").len());
        assert_eq!(super::document::all().len(), texts("document").len());
        assert_eq!(
            super::european::all().len(),
            texts("european_procedure").len()
        );
        assert_eq!(super::fee::all().len(), texts("fee_table").len());
        assert_eq!(super::outcome::all().len(), texts("default_rule").len());
        assert_eq!(super::region::all().len(), texts("airport_region").len());
        assert_eq!(super::rate::all_rates().len(), texts("interest_rate").len());
        assert_eq!(super::rate::all_rules().len(), texts("interest_rule").len());
    }

    #[test]
    fn what_a_forum_points_to_is_there() {
        let has =
            |file: &str, column: &str, key: &str| texts(file).iter().any(|row| row[column] == key);
        for row in texts("forum") {
            for (column, file) in [
                ("fee_table", "fee_table"),
                ("interest_rule", "interest_rule"),
                ("document_set", "document"),
                ("default_rule", "default_rule"),
            ] {
                let key = &row[column];
                let own = if file == "document" {
                    "document_set"
                } else {
                    file
                };
                assert!(key.is_empty() || has(file, own, key), "{column} {row:?}");
            }
        }
        for row in texts("interest_rule") {
            let series = &row["series"];
            assert!(
                series.is_empty() || has("interest_rate", "series", series),
                "{row:?}"
            );
        }
        for row in texts("european_procedure") {
            for column in ["fee_table", "interest_rule"] {
                let key = &row[column];
                assert!(key.is_empty() || has(column, column, key), "{row:?}");
            }
        }
    }

    #[test]
    fn every_airline_of_the_german_list_is_with_a_body_of_the_table() {
        let file = include_str!("../../../reference/data/conciliation.csv");
        let rows = csv::Reader::from_reader(file.as_bytes()).into_deserialize();
        let rows: Vec<Row> = rows.map(|row| row.expect("a row")).collect();
        assert!(rows.len() > 190);
        for row in rows {
            assert!(BodyId::from_code(&row["code"]).is_some(), "{row:?}");
            let private = row["body"] == "Schlichtungsstelle Reise & Verkehr";
            assert_eq!(row["code"] == "DE-RV", private, "{row:?}");
        }
    }

    #[test]
    fn rates_of_a_series_follow_each_other_without_a_gap_or_an_overlap() {
        let rows = texts("interest_rate");
        for pair in rows
            .windows(2)
            .filter(|pair| pair[0]["series"] == pair[1]["series"])
        {
            let end: Date = pair[0]["valid_to"].parse().expect("a day");
            let start: Date = pair[1]["valid_from"].parse().expect("a day");
            assert_eq!(end.tomorrow().expect("a day"), start, "{pair:?}");
        }
    }

    #[test]
    fn the_time_of_an_airline_is_the_same_in_both_tables() {
        for clock in texts("clock") {
            if !clock["clock"].starts_with("airline_answer_") {
                continue;
            }
            for body in clock["scope"].split(' ') {
                let rows = texts("body");
                let row = rows.iter().find(|row| row["body"] == body).expect("a body");
                let unit = row["wait_unit"].trim_end_matches('s');
                assert_eq!(
                    (&row["wait"], unit),
                    (&clock["length"], &*clock["unit"]),
                    "{body}"
                );
            }
        }
    }

    #[test]
    fn the_assessment_names_no_body_before_it_is_open() {
        // The days of `bodies.csv` hold for any month: two months are at most 62 days.
        let file = include_str!("../../../reference/data/bodies.csv");
        let rows = csv::Reader::from_reader(file.as_bytes()).into_deserialize();
        let told: Vec<Row> = rows.map(|row| row.expect("a row")).collect();
        let mut compared = 0;
        for body in texts("body") {
            let country = told.iter().find(|row| row["country"] == body["country"]);
            let Some(country) = country else { continue };
            let wait: u32 = body["wait"].parse().expect("a number");
            let most = match &*body["wait_unit"] {
                "days" => wait,
                "weeks" => 7 * wait,
                "months" => [0, 31, 62][wait as usize],
                unit => panic!("{unit}"),
            };
            let days: u32 = country["complaint_after_days"].parse().expect("days");
            assert!(days >= most, "{}: {days} days, {most}", body["body"]);
            compared += 1;
        }
        assert!(compared > 10);
    }

    #[test]
    fn hundredths_are_read_with_their_sign() {
        assert_eq!(hundredths("-0.88"), Some(-88));
        assert_eq!(hundredths("376.50"), Some(37_650));
        assert_eq!(hundredths("5"), Some(500));
        for bad in ["", "1.234", "x", "1.2.3", ".5", "--1"] {
            assert_eq!(hundredths(bad), None, "{bad}");
        }
    }
}
