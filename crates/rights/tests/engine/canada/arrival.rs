//! How late the passenger arrived in the end, whatever happened on the way.

use jiff::ToSpan;
use rights::{Disruption, Facts, LegStatus, MissingFact, Reroute};

use super::flights::{canada, delayed, domestic, found};
use crate::support::{cancelled, case, late, leg, with};

#[test]
fn the_arrival_is_asked_for_s19_1() {
    let open = found(&case(Disruption::Delay, vec![domestic()]));
    assert_eq!(open.missing_facts, [MissingFact::ActualArrival]);
    let mut unbooked = domestic();
    unbooked.scheduled_arrival = None;
    let open = found(&case(Disruption::Delay, vec![unbooked]));
    assert_eq!(open.missing_facts, [MissingFact::ScheduledArrival]);
    let open = found(&cancelled(domestic(), 2, None));
    assert_eq!(open.missing_facts, [MissingFact::ActualArrival]);
    // A replacement that was declined is no arrival, one that was bought is.
    let with_offer = |accepted, self_arranged| {
        let mut case = cancelled(domestic(), 2, Some((0, 400)));
        let offer = case.facts.reroute.expect("an offer");
        case.facts.reroute = Some(Reroute {
            accepted: Some(accepted),
            self_arranged,
            ..offer
        });
        canada(&case)
    };
    assert_eq!(with_offer(false, false), "depends");
    assert_eq!(with_offer(true, false), "700.00");
    assert_eq!(with_offer(true, true), "700.00");
}

#[test]
fn a_cancellation_goes_by_the_delay_at_the_destination_s19_1() {
    let arriving = |late| canada(&cancelled(domestic(), 3, Some((0, late))));
    assert_eq!(arriving(179), "none");
    assert_eq!(arriving(180), "400.00");
    assert_eq!(arriving(-60), "none");
}

#[test]
fn a_flight_brought_forward_has_no_late_arrival() {
    let early = |arrival: Option<i64>, status| {
        let mut leg = with(domestic(), status);
        leg.actual_departure = leg.scheduled_departure.map(|at| at - 240.minutes());
        leg.actual_arrival =
            arrival.and_then(|by| leg.scheduled_arrival.map(|at| at + by.minutes()));
        canada(&case(Disruption::BroughtForward, vec![leg]))
    };
    assert_eq!(early(Some(-240), LegStatus::Operated), "none");
    assert_eq!(early(None, LegStatus::Operated), "none");
    assert_eq!(early(None, LegStatus::Missed), "none");
    assert_eq!(early(None, LegStatus::Cancelled), "depends");
    assert_eq!(early(Some(400), LegStatus::Cancelled), "700.00");
}

#[test]
fn missed_connections_and_diversions_go_by_the_end_of_the_journey() {
    let legs = |arrival: i64| {
        let first = leg(
            "AC103",
            "YHZ",
            "YYZ",
            "2026-06-10T08:00",
            "2026-06-10T09:30",
        );
        let second = leg(
            "AC105",
            "YYZ",
            "YVR",
            "2026-06-10T10:30",
            "2026-06-10T12:35",
        );
        let mut missed = with(second, LegStatus::Missed);
        missed.actual_arrival = missed.scheduled_arrival.map(|at| at + arrival.minutes());
        vec![late(first, 70), missed]
    };
    let of = |minutes| canada(&case(Disruption::MissedConnection, legs(minutes)));
    assert_eq!(of(179), "none");
    assert_eq!(of(360), "700.00");
    let mut apart = case(Disruption::MissedConnection, legs(360));
    apart.facts.single_booking = false;
    assert_eq!(canada(&apart), "none");
    let first_missed = with(late(domestic(), 300), LegStatus::Missed);
    let own = case(Disruption::MissedConnection, vec![first_missed]);
    assert_eq!(canada(&own), "none");
    let diverted = |minutes| {
        let leg = with(late(domestic(), minutes), LegStatus::Diverted);
        let mut case = case(Disruption::Diversion, vec![leg]);
        case.facts.landed_at = Some("YYJ".parse().expect("an airport"));
        canada(&case)
    };
    assert_eq!(diverted(179), "none");
    assert_eq!(diverted(540), "1000.00");
}

#[test]
fn who_did_not_present_or_fly_was_not_late() {
    let with = |facts| canada(&delayed(400, facts));
    let late = Facts {
        checked_in_on_time: false,
        ..Facts::default()
    };
    assert_eq!(with(late), "none");
    let stayed = Facts {
        travelled: false,
        ..Facts::default()
    };
    assert_eq!(with(stayed), "none");
    // The fare does not matter here.
    let staff = Facts {
        fare_available_to_public: false,
        ..Facts::default()
    };
    assert_eq!(with(staff), "700.00");
}
