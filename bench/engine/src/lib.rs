//! The cases that the benchmarks judge.

use std::process::ExitCode;

use jiff::civil::{Date, date};
use reference::Embedded;
use rights::contract::parse_case;
use rights::{Case, assess};

/// The day that stands in for one not given.
pub const TODAY: Date = date(2026, 11, 20);

/// A direct flight, four hours late.
pub const DIRECT: &str = r#"{
    "disruption": "delay",
    "legs": [{
        "flight": "LH1110", "origin": "FRA", "destination": "MAD",
        "scheduled_departure": "2026-06-10T10:00", "scheduled_arrival": "2026-06-10T12:35",
        "actual_departure": "2026-06-10T13:55", "actual_arrival": "2026-06-10T16:40"
    }]
}"#;

/// Four legs of one booking that touch six states with rules of their own, under
/// two codes, the third cancelled and the end reached the day after.
pub const FOUR_LEGS: &str = r#"{
    "disruption": "cancellation",
    "legs": [
        {"flight": "AC855", "origin": "YVR", "destination": "LHR",
         "scheduled_departure": "2026-06-10T20:30", "scheduled_arrival": "2026-06-11T13:55",
         "actual_departure": "2026-06-10T20:41", "actual_arrival": "2026-06-11T13:50"},
        {"flight": "LH905", "operating_carrier": "LH", "origin": "LHR", "destination": "FRA",
         "scheduled_departure": "2026-06-11T16:30", "scheduled_arrival": "2026-06-11T19:05",
         "actual_departure": "2026-06-11T16:40", "actual_arrival": "2026-06-11T19:20"},
        {"flight": "TK1598", "marketing_flight": "AC9501", "origin": "FRA", "destination": "IST",
         "scheduled_departure": "2026-06-11T21:10", "scheduled_arrival": "2026-06-12T01:15",
         "status": "cancelled"},
        {"flight": "TK716", "origin": "IST", "destination": "DEL",
         "scheduled_departure": "2026-06-12T02:40", "scheduled_arrival": "2026-06-12T11:05"}
    ],
    "facts": {
        "notice_days": 3, "cause": "technical_fault", "cause_proven": true, "appr_control": "within_control",
        "leg_fare": {"amount": "480.00", "currency": "EUR"},
        "proven_loss": {"amount": "350.00", "currency": "EUR"},
        "reroute": {"departure": "2026-06-12T09:00", "arrival": "2026-06-13T04:30", "accepted": true}
    }
}"#;

/// The case of a text.
///
/// # Panics
///
/// Where the text is no case.
#[must_use]
pub fn case(json: &str) -> Case {
    parse_case(json.as_bytes(), TODAY, &Embedded).expect("a case")
}

/// So many different cases.
#[must_use]
pub fn mixed(count: u64) -> Vec<Case> {
    (0..count)
        .map(|seed| trials::well_formed_case(&trials::seeded(seed)))
        .collect()
}

/// Judges cases and counts the steps, so that none is left out.
#[must_use]
pub fn steps(cases: &[Case]) -> usize {
    let entries = |case| assess(case, &Embedded).entries;
    cases
        .iter()
        .flat_map(entries)
        .map(|entry| entry.steps.len())
        .sum()
}

/// A hot path: its name, and what calls it so many times.
pub type HotPath = (&'static str, fn(usize));

/// Runs one hot path so many times: `NAME TIMES`; without arguments it lists the
/// names. `make bench-count` counts the instructions of few times and of more,
/// and takes the difference, so that starting costs nothing.
#[must_use]
pub fn run_path(paths: &[HotPath]) -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [name, times] = arguments.as_slice() else {
        for (name, _) in paths {
            println!("{name}");
        }
        return ExitCode::SUCCESS;
    };
    let found = paths.iter().find(|(known, _)| known == name);
    let (Some((_, path)), Ok(times)) = (found, times.parse()) else {
        eprintln!("NAME TIMES");
        return ExitCode::from(2);
    };
    path(times);
    ExitCode::SUCCESS
}
