use std::{
    io::{self, Write},
    process::ExitCode,
};

use backend::{Clock, SystemClock};
use jiff::{civil::Date, tz::TimeZone};
use reference::checked_rows;
use rights::{Coded, Regime, Rule, rule::is_stale};

/// Which rules to list.
#[derive(clap::Args)]
pub struct Arguments {
    /// Only what nobody has held against its source for so many days
    #[arg(long, value_name = "DAYS")]
    stale: Option<u32>,
    /// Only the rules of this law, by its name in the contract, such as EU261
    #[arg(long, value_name = "LAW", value_parser = law)]
    law: Option<Regime>,
}

fn law(name: &str) -> Result<Regime, String> {
    let names = || Regime::ALL.map(Regime::key).join(", ");
    Regime::from_code(name).ok_or_else(names)
}

/// Lists the rules of law, and without a law the rows of the tables behind them: a
/// line each, with how sure it is, the day it was checked, and its source.
pub fn run(arguments: &Arguments) -> ExitCode {
    let today = SystemClock.now().to_zoned(TimeZone::UTC).date();
    let (lines, all) = listing(arguments, today);
    let written = lines
        .iter()
        .try_for_each(|line| writeln!(io::stdout(), "{line}"));
    eprintln!("{} of {all}", lines.len());
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The lines, and how many there would be without a limit of days.
fn listing(arguments: &Arguments, today: Date) -> (Vec<String>, usize) {
    let mut entries: Vec<(Date, String)> = Vec::new();
    for (laws, rules) in tables(arguments.law) {
        entries.extend(
            rules
                .iter()
                .map(|rule| (rule.checked, line_of(&laws, rule))),
        );
    }
    if arguments.law.is_none() {
        entries.extend(checked_rows().map(|row| {
            let line = format!(
                "{}\t{}\t{}\t{}\t{}",
                row.table, row.of, row.confidence, row.checked, row.source
            );
            (row.checked, line)
        }));
    }
    let all = entries.len();
    let old = |checked: Date| {
        arguments
            .stale
            .is_none_or(|days| is_stale(checked, today, days))
    };
    let lines = entries
        .into_iter()
        .filter(|(checked, _)| old(*checked))
        .map(|(_, line)| line);
    (lines.collect(), all)
}

fn line_of(laws: &str, rule: &Rule) -> String {
    let sure = rule.confidence.code();
    format!(
        "{laws}\t{}\t{sure}\t{}\t{}",
        rule.name, rule.checked, rule.source
    )
}

/// The tables of rules, each with the laws that share it.
fn tables(only: Option<Regime>) -> Vec<(String, &'static [Rule])> {
    let mut tables: Vec<(String, &'static [Rule])> = Vec::new();
    for regime in Regime::ALL
        .into_iter()
        .filter(|regime| only.is_none_or(|o| o == *regime))
    {
        let rules = rights::rules(regime);
        match tables
            .iter_mut()
            .find(|(_, table)| std::ptr::eq(*table, rules))
        {
            Some((laws, _)) => *laws = format!("{laws}, {regime}"),
            None => tables.push((regime.to_string(), rules)),
        }
    }
    tables
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;

    use super::*;

    fn count(law: Option<Regime>, stale: Option<u32>, today: Date) -> (usize, usize) {
        let (lines, all) = listing(&Arguments { stale, law }, today);
        (lines.len(), all)
    }

    #[test]
    fn what_was_checked_so_many_days_ago_is_stale_and_what_was_later_is_not() {
        let rules = rights::rules(Regime::Eu261);
        let oldest = rules.iter().map(|rule| rule.checked).min().unwrap();
        let newest = rules.iter().map(|rule| rule.checked).max().unwrap();
        let eu = Some(Regime::Eu261);
        assert_eq!(count(eu, Some(180), oldest + 179.days()), (0, rules.len()));
        let since = rules.iter().filter(|rule| rule.checked == oldest).count();
        assert_eq!(count(eu, Some(180), oldest + 180.days()).0, since);
        assert_eq!(count(eu, Some(180), newest + 180.days()).0, rules.len());
        assert_eq!(count(eu, None, oldest).0, rules.len());
    }

    #[test]
    fn the_list_names_law_rule_confidence_day_and_source_and_the_tables() {
        let today = rights::rules(Regime::Eu261)[0].checked;
        let (lines, _) = listing(
            &Arguments {
                stale: None,
                law: None,
            },
            today,
        );
        let of = |start: &str| lines.iter().find(|line| line.starts_with(start));
        let three_hours = of("EU261, UK261\tTHREE_HOURS\tsure\t").expect("the rule");
        assert!(three_hours.contains("C-402/07 Sturgeon"));
        assert!(of("limitation.csv\tDE\tH\t").is_some());
        let british = listing(
            &Arguments {
                stale: None,
                law: Some(Regime::Uk261),
            },
            today,
        )
        .0;
        assert!(british.iter().all(|line| line.starts_with("UK261\t")));
        assert!(law("EU-261").unwrap_err().contains("EU261"));
    }
}
