//! What holds for every case.

mod support;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use reference::Embedded;
use rights::{Case, Cause, Disruption, Facts, Leg, LegStatus, Outcome, Regime, Reroute, assess};
use support::{case, late, leg};

const AIRPORTS: [&str; 14] = [
    "BRE", "CDG", "LHR", "TFS", "RUN", "OSL", "LYR", "ZRH", "GIB", "JER", "JFK", "SYD", "ASU",
    "QQQ",
];
const FLIGHTS: [&str; 6] = ["LH1", "BA1", "AF1", "EK1", "QQZ1", "U21"];
const EVENTS: [Disruption; 8] = [
    Disruption::Delay,
    Disruption::Cancellation,
    Disruption::MissedConnection,
    Disruption::DeniedBoarding,
    Disruption::Downgrade,
    Disruption::BroughtForward,
    Disruption::Diversion,
    Disruption::Baggage,
];
const STATUSES: [LegStatus; 5] = [
    LegStatus::Operated,
    LegStatus::Cancelled,
    LegStatus::Missed,
    LegStatus::Denied,
    LegStatus::Diverted,
];

prop_compose! {
    fn any_leg()(
        from in 0..AIRPORTS.len(),
        to in 0..AIRPORTS.len(),
        flight in 0..FLIGHTS.len(),
        day in 0i64..12_000,
        minute in 0i64..1440,
        duration in -600i64..1200,
        shift in proptest::option::of(-400i64..2000),
        status in 0..STATUSES.len(),
        booked in any::<bool>(),
    ) -> Leg {
        let start = date(2004, 1, 1) + day.days();
        let departure = start.at(0, 0, 0, 0) + minute.minutes();
        let mut leg = leg(FLIGHTS[flight], AIRPORTS[from], AIRPORTS[to], "2026-01-01T00:00", "2026-01-01T00:00");
        leg.scheduled_departure = Some(departure).filter(|_| booked);
        leg.scheduled_arrival = Some(departure + duration.minutes());
        leg.actual_departure = shift.map(|shift| departure + shift.minutes());
        leg.actual_arrival = shift.map(|shift| departure + (duration + shift).minutes());
        leg.status = STATUSES[status];
        leg
    }
}

prop_compose! {
    fn any_case()(
        legs in proptest::collection::vec(any_leg(), 0..4),
        event in 0..EVENTS.len(),
        flags in any::<[bool; 8]>(),
        cause in 0..Cause::ALL.len(),
        notice in proptest::option::of(0u32..20),
        minutes in proptest::option::of(0u32..500),
        late in proptest::option::of(-300i64..900),
        measures in any::<Option<bool>>(),
        told in proptest::option::of(0usize..6),
    ) -> Case {
        let end = legs.last().and_then(|leg| leg.scheduled_arrival);
        let reroute = late.and_then(|late| Some(Reroute {
            departure: legs.first()?.scheduled_departure.map(|at| at - late.minutes()),
            arrival: end.map(|at| at + late.minutes()),
            accepted: Some(flags[0]),
            self_arranged: flags[1],
        }));
        let facts = Facts {
            single_booking: flags[2],
            checked_in_on_time: flags[3],
            refund_chosen: flags[4] && flags[0],
            denied_voluntarily: flags[5] && flags[1],
            notice_days: notice,
            cause: Some(Cause::ALL[cause].1),
            cause_proven: flags[6],
            measures_proven: measures,
            extraordinary_minutes: minutes,
            landed_at: flags[7].then(|| "CDG".parse().expect("an airport")),
            reroute,
            ..Facts::default()
        };
        Case {
            legs,
            disruption: EVENTS[event],
            facts,
            assessed_on: date(2026, 11, 20),
            disrupted_leg: told,
            departure_day: flags[0].then_some(Date::MAX),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn every_answer_is_whole(case in any_case()) {
        let answer = assess(&case, &Embedded);
        for entry in &answer.entries {
            let sum = entry.compensation.map(|sum| sum.amount.minor);
            prop_assert_eq!(sum.is_some(), entry.outcome == Outcome::Eligible);
            prop_assert!(sum.is_none_or(|minor| minor > 0));
            prop_assert_eq!(!entry.missing_facts.is_empty(), entry.outcome == Outcome::Depends);
            prop_assert!(!entry.steps.is_empty());
            if entry.outcome == Outcome::NoCompensation {
                prop_assert!(entry.steps.iter().any(|step| !step.met));
            }
        }
        let out = answer.out_of_scope.len() + answer.entries.len();
        prop_assert_eq!(out, Regime::ALL.len());
        prop_assert_eq!(answer.clone(), assess(&case, &Embedded));
    }

    #[test]
    fn a_longer_delay_never_owes_less(shorter in 0i64..900, more in 0i64..900) {
        for route in [("FRA", "MAD"), ("TFS", "WAW"), ("FRA", "BOM"), ("LHR", "CDG")] {
            let sum = |minutes| {
                let leg = leg("LH1", route.0, route.1, "2026-06-10T10:00", "2026-06-10T22:00");
                let case = case(Disruption::Delay, vec![late(leg, minutes)]);
                let best = assess(&case, &Embedded).entries.into_iter().next();
                best.and_then(|entry| entry.compensation).map_or(0, |sum| sum.amount.minor)
            };
            prop_assert!(sum(shorter) <= sum(shorter + more));
        }
    }
}

#[test]
fn a_case_without_legs_has_no_entries() {
    assert!(
        assess(&case(Disruption::Delay, Vec::new()), &Embedded)
            .entries
            .is_empty()
    );
}
