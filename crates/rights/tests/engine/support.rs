//! Cases in a few words, for tests.

use jiff::ToSpan;
use jiff::civil::{DateTime, date};
use reference::Embedded;
use rights::contract::Sentences;
use rights::{
    Assessment, Case, Change, Disruption, Entry, Facts, Leg, LegStatus, MissingFact, Outcome,
    Regime, Reroute, Right, Step, assess,
};

/// A leg as booked: `leg("LH1", "FRA", "MAD", "2026-06-20T10:00", "2026-06-20T12:35")`.
pub fn leg(flight: &str, from: &str, to: &str, departure: &str, arrival: &str) -> Leg {
    Leg {
        flight: flight.parse().expect("a flight"),
        operating_carrier: None,
        marketing_flight: None,
        carrier_licence: None,
        origin: from.parse().expect("an airport"),
        destination: to.parse().expect("an airport"),
        scheduled_departure: Some(time(departure)),
        scheduled_arrival: Some(time(arrival)),
        actual_departure: None,
        actual_arrival: None,
        status: LegStatus::Operated,
    }
}

/// Frankfurt to New York as booked, on 20 June 2026.
pub fn frankfurt_new_york() -> Leg {
    let (departure, arrival) = ("2026-06-20T10:00", "2026-06-20T13:30");
    leg("LH400", "FRA", "JFK", departure, arrival)
}

/// Munich to New York by Frankfurt as booked, with three hours between the flights.
pub fn munich_frankfurt_new_york() -> [Leg; 2] {
    let (departure, arrival) = ("2026-06-10T10:00", "2026-06-10T13:00");
    [
        leg("LH91", "MUC", "FRA", "2026-06-10T06:00", "2026-06-10T07:00"),
        leg("LH400", "FRA", "JFK", departure, arrival),
    ]
}

/// Frankfurt to Toronto, so many minutes late: the sums of two laws.
pub fn to_canada(minutes: i64) -> Case {
    let (departure, arrival) = ("2026-06-10T10:00", "2026-06-10T13:00");
    let booked = leg("AC873", "FRA", "YYZ", departure, arrival);
    case(Disruption::Delay, vec![late(booked, minutes)])
}

/// A local time.
pub fn time(text: &str) -> DateTime {
    text.parse().expect("a time")
}

/// The same leg, `minutes` late at both ends.
pub fn late(mut leg: Leg, minutes: i64) -> Leg {
    leg.actual_departure = leg.scheduled_departure.map(|at| at + minutes.minutes());
    leg.actual_arrival = leg.scheduled_arrival.map(|at| at + minutes.minutes());
    leg
}

/// The same leg with another fate.
pub fn with(mut leg: Leg, status: LegStatus) -> Leg {
    leg.status = status;
    leg
}

/// A case of these legs without facts.
pub fn case(disruption: Disruption, legs: Vec<Leg>) -> Case {
    Case {
        legs,
        disruption,
        facts: Facts::default(),
        assessed_on: date(2026, 11, 20),
        disrupted_leg: None,
        departure_day: None,
    }
}

/// A cancelled flight: told `days` before, offered a flight that leaves `early`
/// minutes before and arrives `late` minutes after the booking.
pub fn cancelled(leg: Leg, days: u32, offer: Option<(i64, i64)>) -> Case {
    let reroute = offer.map(|offer| replacement(&leg, offer));
    let mut case = case(
        Disruption::Cancellation,
        vec![with(leg, LegStatus::Cancelled)],
    );
    case.facts = Facts {
        notice_days: Some(days),
        reroute,
        ..Facts::default()
    };
    case
}

/// A replacement that leaves `early` minutes before and arrives `late` after.
pub fn replacement(leg: &Leg, (early, late): (i64, i64)) -> Reroute {
    Reroute {
        departure: leg.scheduled_departure.map(|at| at - early.minutes()),
        arrival: leg.scheduled_arrival.map(|at| at + late.minutes()),
        accepted: Some(true),
        self_arranged: false,
    }
}

/// The answer of the engine with the embedded data.
pub fn judge(case: &Case) -> Assessment {
    assess(case, &Embedded)
}

/// The entry of a regime.
pub fn entry(case: &Case, regime: Regime) -> Option<Entry> {
    judge(case)
        .entries
        .into_iter()
        .find(|entry| entry.regime == regime)
}

/// The answer in one word: `600.00`, `300.00 half`, `none`, `depends`, `out`.
pub fn outcome(case: &Case, regime: Regime) -> String {
    let Some(entry) = entry(case, regime) else {
        return "out".to_owned();
    };
    match (entry.outcome, entry.compensation) {
        (Outcome::Eligible, Some(sum)) => {
            format!(
                "{}{}",
                sum.amount.decimal(),
                if sum.reduced { " half" } else { "" }
            )
        }
        (Outcome::Depends, None) => "depends".to_owned(),
        (Outcome::NoCompensation, None) => "none".to_owned(),
        other => format!("inconsistent: {other:?}"),
    }
}

/// The outcome under Regulation 261/2004.
pub fn eu(case: &Case) -> String {
    outcome(case, Regime::Eu261)
}

/// The outcome under the United Kingdom's version.
pub fn uk(case: &Case) -> String {
    outcome(case, Regime::Uk261)
}

/// Codes for words: the sentences are the application's.
pub struct Codes;

impl Sentences for Codes {
    fn because(&self, step: &Step) -> String {
        step.finding.key().to_owned()
    }
    fn question(&self, _: rights::Regime, fact: MissingFact) -> String {
        fact.key().to_owned()
    }
    fn change(&self, change: &Change) -> String {
        change.key().to_owned()
    }
    fn proof(&self, right: Right) -> String {
        right.key().to_owned()
    }
}
