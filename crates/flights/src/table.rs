//! One table of flights, judged from its first row to its last.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;

use crate::expected::{Differing, counts, differing};
use crate::outcome::{Outcome, outcome};
use crate::row::Row;

/// What became of the flights of a table.
#[derive(Debug)]
pub(crate) struct Table {
    name: String,
    counts: BTreeMap<Outcome, usize>,
    differing: Vec<Differing>,
}

impl Table {
    /// Reads and judges the flights of a file.
    ///
    /// # Errors
    /// The file cannot be opened, or a row of it cannot be read.
    pub(crate) fn read(name: &str, file: &str) -> Result<Self, String> {
        let rows = csv::Reader::from_path(file).map_err(|reason| format!("{name}: {reason}"))?;
        Self::judge(name, rows)
    }

    /// Judges the flights of a table.
    fn judge(name: &str, rows: csv::Reader<impl io::Read>) -> Result<Self, String> {
        let mut table = Self {
            name: name.to_owned(),
            counts: BTreeMap::new(),
            differing: Vec::new(),
        };
        for row in rows.into_deserialize::<Row>() {
            let row = row.map_err(|reason| format!("{name}: {reason}"))?;
            let (outcome, stated) = outcome(&row);
            *table.counts.entry(outcome).or_default() += 1;
            if matches!(outcome, Outcome::Differs(_) | Outcome::Refused) {
                table
                    .differing
                    .push(Differing::new(name, &row, stated, outcome));
            }
        }
        Ok(table)
    }

    fn count(&self, outcome: Outcome) -> usize {
        self.counts.get(&outcome).copied().unwrap_or_default()
    }

    /// What is not as `data` says, a sentence each.
    fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        let (counts, known) = (counts(&self.name), differing(&self.name));
        for outcome in Outcome::ALL {
            let expected = counts
                .get(&outcome.to_string())
                .copied()
                .unwrap_or_default();
            let found = self.count(outcome);
            if found != expected {
                wrong.push(format!("{outcome}: {found} flights, expected {expected}"));
            }
        }
        for row in self.differing.iter().filter(|row| !known.contains(row)) {
            wrong.push(format!("differs, and is not listed: {row}"));
        }
        for row in known.iter().filter(|row| !self.differing.contains(row)) {
            wrong.push(format!("is listed, and does not differ so: {row}"));
        }
        wrong
    }

    /// Prints what was found, and says whether all of it was expected.
    pub(crate) fn report(&self) -> bool {
        let all: usize = self.counts.values().sum();
        for outcome in Outcome::ALL {
            println!("{:8}  {outcome}", self.count(outcome));
        }
        let wrong = self.wrong();
        for reason in &wrong {
            println!("  {reason}");
        }
        let word = if wrong.is_empty() { "ok" } else { "not ok" };
        println!("{word} {} ({all} flights)", self.name);
        wrong.is_empty()
    }

    /// The flights that differ, as rows of `data/differ.csv`.
    pub(crate) fn differing(&self) -> String {
        self.differing.iter().fold(String::new(), |mut text, row| {
            let _ = writeln!(text, "{row}");
            text
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "year,month,day,dep_time,sched_dep_time,arr_time,sched_arr_time,\
                          arr_delay,carrier,flight,origin,dest";

    fn judged(rows: &[&str]) -> Table {
        let text = std::iter::once(&HEADER)
            .chain(rows)
            .fold(String::new(), |text, row| text + row + "\n");
        Table::judge("nycflights23", csv::Reader::from_reader(text.as_bytes())).unwrap()
    }

    /// What became of one flight, and the delay stated for it.
    fn one(row: &str) -> (Outcome, Option<i64>) {
        let text = format!("{HEADER}\n{row}\n");
        let mut rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize();
        outcome(&rows.next().unwrap().unwrap())
    }

    use crate::outcome::Cause;

    #[test]
    fn a_delay_is_that_of_both_clocks_and_zones() {
        for row in [
            // An hour west, five hours west, and the day after.
            "2013,1,1,517,515,830,819,11,UA,1545,EWR,IAH",
            "2013,1,1,1344,1344,2005,1944,21,UA,15,EWR,HNL",
            "2023,1,1,1,2038,328,3,205,UA,628,EWR,SMF",
            // Without a change of the clocks at the destination: Puerto Rico, Phoenix.
            "2023,1,1,31,2344,500,426,34,B6,371,JFK,BQN",
            // Midnight as the end of a day, and a flight that came early.
            "2013,1,1,2100,2110,2400,17,-17,UA,1,EWR,MCO",
        ] {
            let (found, stated) = one(row);
            assert_eq!(found, Outcome::Agrees, "{row}: {stated:?}");
        }
        // A minute beside it is noticed.
        let (found, stated) = one("2013,1,1,517,515,830,819,12,UA,1545,EWR,IAH");
        assert_eq!(found, Outcome::Differs(Cause::Unexplained));
        assert_eq!(stated, Some(11));
    }

    #[test]
    fn a_flight_without_a_published_delay_is_counted_by_what_became_of_it() {
        assert_eq!(
            one("2013,1,1,NA,1630,NA,1815,NA,EV,4308,EWR,RDU").0,
            Outcome::NeverLeft
        );
        assert_eq!(
            one("2013,1,1,1525,1530,,1805,,MQ,4525,LGA,XNA").0,
            Outcome::NoArrival
        );
        assert_eq!(
            one("2013,1,1,1525,1530,1934,1805,NA,MQ,4525,LGA,XNA").0,
            Outcome::Diverted
        );
        assert_eq!(
            one("2013,1,1,517,515,830,819,11,UA,1545,EWR,QQQ").0,
            Outcome::Refused
        );
    }

    #[test]
    fn each_cause_shows_in_the_times() {
        let differs = |row| match one(row) {
            (Outcome::Differs(cause), Some(stated)) => (cause, stated),
            other => panic!("{row}: {other:?}"),
        };
        assert_eq!(
            differs("2023,2,7,2045,1700,2352,2025,1647,AA,600,LGA,DFW"),
            (Cause::DayLater, 207)
        );
        // On 12 March 2023 the clocks went from 2:00 to 3:00.
        assert_eq!(
            differs("2023,3,11,2,2157,313,24,169,UA,202,EWR,ATL"),
            (Cause::ClockChange, 109)
        );
        assert_eq!(
            differs("2023,3,23,126,2240,226,2235,231,YX,1713,JFK,PWM"),
            (Cause::BookedArrival, -1209)
        );
        // An hour's difference on any other night, and two days, have no reason.
        assert_eq!(
            differs("2023,3,13,2,2157,313,24,229,UA,202,EWR,ATL").0,
            Cause::Unexplained
        );
        assert_eq!(
            differs("2023,2,7,2045,1700,2352,2025,3087,AA,600,LGA,DFW").0,
            Cause::Unexplained
        );
    }

    #[test]
    fn a_table_is_held_against_what_is_listed() {
        let wrong = judged(&["2023,1,1,517,515,830,819,12,UA,1545,EWR,IAH"]).wrong();
        let said = |text: &str| wrong.iter().any(|reason| reason.contains(text));
        assert!(said("agrees: 0 flights, expected 422787"), "{wrong:#?}");
        assert!(said(
            "not listed: nycflights23,2023-01-01,UA,1545,EWR,IAH,12,11,unexplained"
        ));
        assert!(said(
            "does not differ so: nycflights23,2023-12-17,AA,645,EWR,CLT,1812,372,day later"
        ));
    }

    #[test]
    fn a_row_that_cannot_be_read_ends_the_run() {
        let rows = csv::Reader::from_reader("year,month\n2013,1\n".as_bytes());
        assert!(Table::judge("x", rows).is_err());
        assert!(Table::read("x", "no such file").is_err());
    }
}
