//! Delay of passengers (Art 19).

use crate::support::{entry, late, time, with};
use rights::{
    BaggageKind, Cause, Change, Disruption, Facts, LegStatus, MissingFact, Regime, Reroute,
};

use super::cases::*;

#[test]
fn only_who_came_late_has_damage_by_delay_art_19() {
    for (minutes, expected) in [(-20, "none"), (0, "none"), (1, "500.00"), (179, "500.00")] {
        let case = costly(Disruption::Delay, vec![late(frankfurt(), minutes)]);
        assert_eq!(is(&case), expected, "{minutes}");
    }
    for event in [
        Disruption::Delay,
        Disruption::MissedConnection,
        Disruption::Diversion,
        Disruption::BroughtForward,
        Disruption::Cancellation,
        Disruption::DeniedBoarding,
    ] {
        assert_eq!(
            is(&costly(event, vec![late(frankfurt(), 90)])),
            "500.00",
            "{event:?}"
        );
        assert_eq!(
            is(&costly(event, vec![late(frankfurt(), 0)])),
            "none",
            "{event:?}"
        );
        assert_eq!(
            is(&costly(event, vec![frankfurt()])),
            "depends",
            "{event:?}"
        );
    }
    assert_eq!(
        is(&costly(Disruption::Downgrade, vec![late(frankfurt(), 90)])),
        "none"
    );
}

#[test]
fn a_delay_is_that_of_a_passenger_who_came_and_flew() {
    for facts in [
        Facts {
            checked_in_on_time: false,
            ..Facts::default()
        },
        Facts {
            travelled: false,
            ..Facts::default()
        },
    ] {
        let mut case = delayed(frankfurt());
        case.facts = Facts {
            proven_loss: Some(sdr(500)),
            ..facts
        };
        assert_eq!(is(&case), "none");
    }
    let mut refused = costly(Disruption::DeniedBoarding, vec![late(frankfurt(), 90)]);
    refused.facts.denied_voluntarily = true;
    assert_eq!(is(&refused), "none");
}

#[test]
fn a_carriage_that_was_not_performed_is_for_a_person() {
    let leg = with(frankfurt(), LegStatus::Cancelled);
    let mut case = costly(Disruption::Cancellation, vec![leg]);
    assert_eq!(missing(&case), [MissingFact::UnconfirmedRule]);
    case.facts.reroute = Some(Reroute {
        arrival: Some(time("2026-06-11T20:00")),
        accepted: Some(true),
        ..Reroute::default()
    });
    assert_eq!(is(&case), "500.00", "late in the end");
    case.facts.refund_chosen = true;
    assert_eq!(missing(&case), [MissingFact::UnconfirmedRule]);
}

#[test]
fn the_carrier_must_show_that_it_took_all_measures_art_19() {
    let rows = [
        (None, false, None, "500.00"),
        // Measures against a cause that nobody has shown prove nothing (contract).
        (None, false, Some(true), "500.00"),
        (None, true, Some(true), "500.00"),
        (Some(Cause::Unknown), true, Some(true), "500.00"),
        (Some(Cause::Weather), false, Some(true), "500.00"),
        // Art 19 names no causes: any that is shown will do.
        (Some(Cause::TechnicalFault), true, Some(true), "none"),
        (None, false, Some(false), "500.00"),
        (Some(Cause::Weather), true, Some(true), "none"),
        (Some(Cause::Weather), true, None, "depends"),
        (Some(Cause::Weather), true, Some(false), "500.00"),
        (Some(Cause::Weather), false, None, "500.00"),
        (Some(Cause::TechnicalFault), true, None, "500.00"),
    ];
    for (cause, cause_proven, measures_proven, expected) in rows {
        let facts = Facts {
            cause,
            cause_proven,
            measures_proven,
            proven_loss: Some(sdr(500)),
            ..Facts::default()
        };
        let mut late_person = delayed(frankfurt());
        late_person.facts = facts.clone();
        assert_eq!(is(&late_person), expected, "{facts:?}");
        let mut late_bag = bag(BaggageKind::Delayed, Some(1));
        late_bag.facts = Facts {
            baggage: late_bag.facts.baggage,
            ..facts.clone()
        };
        assert_eq!(is(&late_bag), expected, "{facts:?}");
        for kind in [BaggageKind::Lost, BaggageKind::Damaged] {
            let mut harmed = bag(kind, Some(1));
            harmed.facts = Facts {
                baggage: harmed.facts.baggage,
                ..facts.clone()
            };
            assert_eq!(is(&harmed), "500.00", "Art 17(2) knows no such defence");
        }
    }
}

#[test]
fn who_took_the_fare_back_or_stayed_was_not_carried_late_art_19() {
    let of = |event, change: fn(&mut Facts)| {
        let mut case = costly(event, vec![late(frankfurt(), 90)]);
        change(&mut case.facts);
        missing(&case)
    };
    let open = [MissingFact::UnconfirmedRule];
    assert_eq!(of(Disruption::Delay, |f| f.refund_chosen = true), open);
    for event in [Disruption::Cancellation, Disruption::DeniedBoarding] {
        assert_eq!(of(event, |f| f.travelled = false), open, "{event:?}");
        assert_eq!(of(event, |f| f.refund_chosen = true), open, "{event:?}");
        assert_eq!(of(event, |_| {}), [], "{event:?}");
    }
}

#[test]
fn late_in_the_end_after_a_cancellation_is_named_apart_from_a_late_flight() {
    let rules = |event| {
        let case = costly(event, vec![late(frankfurt(), 90)]);
        let steps = entry(&case, Regime::Mc99).expect("in scope").steps;
        let named = steps.iter().map(|step| step.finding.key());
        named.filter(|key| key.contains("Late")).collect::<Vec<_>>()
    };
    assert_eq!(rules(Disruption::Delay), ["Late"]);
    assert_eq!(rules(Disruption::Cancellation), ["LateInTheEnd"]);
    assert_eq!(rules(Disruption::DeniedBoarding), ["LateInTheEnd"]);
}

#[test]
fn a_flight_of_one_booking_that_was_missed_through_another_is_the_own_risk_art_19() {
    let missed = with(late(frankfurt(), 90), LegStatus::Missed);
    let case = costly(Disruption::MissedConnection, vec![missed]);
    assert_eq!(is(&case), "none");
}

#[test]
fn measures_without_a_shown_cause_prove_nothing_and_the_cause_could_change_it_art_19() {
    let of = |cause, cause_proven, measures_proven| {
        let mut case = delayed(frankfurt());
        case.facts.cause = cause;
        case.facts.cause_proven = cause_proven;
        case.facts.measures_proven = measures_proven;
        let entry = entry(&case, Regime::Mc99).expect("in scope");
        let mut steps = entry.steps.iter();
        let found = steps.find(|step| step.rule.name == "ALL_MEASURES");
        let changes = entry.could_change.contains(&Change::CauseProven);
        (found.expect("a step").finding.key(), changes)
    };
    let without = ("MeasuresWithoutCause", true);
    assert_eq!(of(None, false, Some(true)), without);
    assert_eq!(of(Some(Cause::Weather), false, Some(true)), without);
    assert_eq!(of(None, false, None), ("MeasuresNotShown", false));
    assert_eq!(of(None, false, Some(false)), ("MeasuresNotShown", false));
}
