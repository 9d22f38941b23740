//! Extraordinary circumstances, and what has to be shown.

use rights::{Cause, Disruption, Facts, LegStatus, MissingFact};

use super::flights::{entry_eu, flight, short, step};
use crate::support::{case, eu, late, with};

#[test]
fn a_cause_excuses_only_when_proven_with_all_measures_art_5_3() {
    let delayed = |proven, measures| {
        let mut case = case(Disruption::Delay, vec![late(short(), 300)]);
        case.facts.cause = Some(Cause::Weather);
        case.facts.cause_proven = proven;
        case.facts.measures_proven = measures;
        eu(&case)
    };
    assert_eq!(delayed(false, Some(true)), "250.00");
    assert_eq!(delayed(true, Some(true)), "none");
    assert_eq!(delayed(true, Some(false)), "250.00");
    assert_eq!(delayed(true, None), "depends");
}

#[test]
fn a_late_aircraft_is_no_excuse_by_itself_art_5_3() {
    let outcome = |cause| {
        let mut case = case(
            Disruption::Delay,
            vec![late(flight("LH1", "FRA", "MAD"), 300)],
        );
        case.facts.cause = Some(cause);
        case.facts.cause_proven = true;
        case.facts.measures_proven = Some(true);
        eu(&case)
    };
    // The contract's list, and every other cause.
    let excuses = [
        Cause::HiddenDefect,
        Cause::BirdStrike,
        Cause::LightningStrike,
        Cause::ForeignObjectDamage,
        Cause::RunwayContamination,
        Cause::DisruptivePassenger,
        Cause::MedicalEmergency,
        Cause::ThirdPartyStrike,
        Cause::AirTrafficControl,
        Cause::AirportInfrastructure,
        Cause::AirportStaffShortage,
        Cause::Weather,
        Cause::AirspaceClosure,
        Cause::Security,
        // C-264/20, and the guidelines on orders of authorities and epidemics.
        Cause::AircraftCollision,
        Cause::AuthorityOrder,
        Cause::Epidemic,
        Cause::FuelShortage,
    ];
    for (key, cause) in Cause::ALL {
        let expected = if excuses.contains(&cause) {
            "none"
        } else {
            "250.00"
        };
        assert_eq!(outcome(cause), expected, "{key}");
    }
}

#[test]
fn mixed_causes_leave_the_rest_of_the_delay_c_315_15() {
    let mixed = |minutes| {
        let mut case = case(Disruption::Delay, vec![late(short(), 300)]);
        case.facts = Facts {
            cause: Some(Cause::BirdStrike),
            cause_proven: true,
            measures_proven: Some(true),
            extraordinary_minutes: Some(minutes),
            ..Facts::default()
        };
        eu(&case)
    };
    assert_eq!(mixed(120), "250.00");
    assert_eq!(mixed(121), "none");
}

#[test]
fn with_an_excused_part_the_arrival_is_asked_for_of_a_delay_and_of_no_cancellation() {
    let of = |event, status| {
        let mut case = case(event, vec![with(short(), status)]);
        case.facts = Facts {
            notice_days: Some(0),
            cause: Some(Cause::Weather),
            cause_proven: true,
            measures_proven: Some(true),
            extraordinary_minutes: Some(60),
            ..Facts::default()
        };
        case
    };
    // What remains of the delay may be three hours (C-315/15): nobody knows it yet.
    let delayed = entry_eu(&of(Disruption::Delay, LegStatus::Operated));
    assert_eq!(delayed.missing_facts, [MissingFact::ActualArrival]);
    // The sum for a cancellation hangs on no delay (Art 5(1)(c)), and the cause excuses.
    let cancelled = of(Disruption::Cancellation, LegStatus::Cancelled);
    assert_eq!(eu(&cancelled), "none");
    let step = step(&entry_eu(&cancelled), "EXTRAORDINARY").expect("a step");
    assert_eq!(step.finding.key(), "CauseExcuses");
}
