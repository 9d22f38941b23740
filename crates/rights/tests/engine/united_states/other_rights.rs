//! Rights beside the sum, and what founds none.

use rights::{Disruption, Facts, Leg, LegStatus, RefusalGrounds, Reroute, Right};

use super::flights::{basis, dollars, domestic, found, international, refused, usa};
use crate::support::{case, late, leg, replacement, with};

#[test]
fn nothing_else_founds_a_sum() {
    for event in [
        Disruption::Delay,
        Disruption::Cancellation,
        Disruption::MissedConnection,
        Disruption::BroughtForward,
        Disruption::Diversion,
        Disruption::Downgrade,
    ] {
        let mut case = case(event, vec![late(domestic(), 900)]);
        case.facts.leg_fare = Some(dollars(300));
        case.facts.notice_days = Some(0);
        assert_eq!(usa(&case), "none", "{event:?}");
    }
}

#[test]
fn the_fare_back_for_a_change_that_was_not_taken_part_260() {
    let granted = |leg: Leg, minutes: i64, facts: Facts| {
        let mut case = case(Disruption::Delay, vec![late(leg, minutes)]);
        case.facts = facts;
        let rights = found(&case).other_rights;
        rights.iter().any(|r| r.right == Right::RefundAfterChange)
    };
    let refund = || Facts {
        refund_chosen: true,
        ..Facts::default()
    };
    let stayed = || Facts {
        travelled: false,
        ..Facts::default()
    };
    assert!(granted(domestic(), 180, refund()));
    assert!(granted(domestic(), 180, stayed()));
    assert!(!granted(domestic(), 179, refund()));
    assert!(!granted(domestic(), 180, Facts::default()));
    assert!(granted(international(), 360, refund()));
    assert!(!granted(international(), 359, refund()));
    // An earlier departure or a later arrival counts, not a later departure alone
    // (14 CFR 260.2).
    let made_up = |arrival: Option<i64>| {
        let mut leg = late(domestic(), 200);
        leg.actual_arrival = arrival.and_then(|by| late(domestic(), by).actual_arrival);
        let mut case = case(Disruption::Delay, vec![leg]);
        case.facts = refund();
        let rights = found(&case).other_rights;
        rights.iter().any(|r| r.right == Right::RefundAfterChange)
    };
    assert!(!made_up(Some(179)));
    assert!(made_up(Some(180)));
    assert!(made_up(None));
    let cancelled = |accepted: Option<bool>| {
        let mut case = case(
            Disruption::Cancellation,
            vec![with(domestic(), LegStatus::Cancelled)],
        );
        case.facts.reroute = accepted.map(|accepted| Reroute {
            accepted: Some(accepted),
            ..replacement(&domestic(), (0, 90))
        });
        let rights = found(&case).other_rights;
        rights.iter().any(|r| r.right == Right::RefundAfterChange)
    };
    assert!(cancelled(None));
    assert!(cancelled(Some(false)));
    assert!(!cancelled(Some(true)));
}

#[test]
fn who_sits_on_the_ground_may_leave_after_three_hours_and_abroad_four_259_4() {
    let may_leave = |leg: Leg, minutes: i64| {
        let case = case(Disruption::Delay, vec![late(leg, minutes)]);
        let rights = found(&case).other_rights;
        assert!(rights.iter().any(|r| r.right == Right::CarrierCommitments));
        rights.iter().any(|r| r.right == Right::LeaveAircraft)
    };
    assert!(!may_leave(domestic(), 179));
    assert!(may_leave(domestic(), 180));
    assert!(!may_leave(international(), 239));
    assert!(may_leave(international(), 240));
}

#[test]
fn a_lower_class_gives_the_difference_and_no_sum_250_6_c() {
    let entry = found(&case(Disruption::Downgrade, vec![domestic()]));
    assert_eq!(entry.other_rights[0].right, Right::FareDifference);
    assert_eq!(entry.compensation, None);
}

#[test]
fn the_law_of_significant_changes_begins_on_16_may_2024_49_usc_42305() {
    let refund = |event, day: &str, legs: &dyn Fn(Leg) -> Leg| {
        let (departure, arrival) = (format!("{day}T08:00"), format!("{day}T11:10"));
        let booked = leg("AA100", "ORD", "LGA", &departure, &arrival);
        let mut case = case(event, vec![legs(booked)]);
        case.facts.refund_chosen = true;
        basis(&case, Right::RefundAfterChange)
    };
    let hours = |booked| late(booked, 180);
    let basis = Some("49 USC 42305; 14 CFR 260");
    assert_eq!(refund(Disruption::Delay, "2024-05-15", &hours), None);
    assert_eq!(refund(Disruption::Delay, "2024-05-16", &hours), basis);
    // Landing elsewhere is significant by itself (14 CFR 260.2), but not before.
    let minutes = |booked| late(with(booked, LegStatus::Diverted), 30);
    assert_eq!(refund(Disruption::Diversion, "2024-05-16", &minutes), basis);
    assert_eq!(refund(Disruption::Diversion, "2024-05-15", &minutes), None);
    assert_eq!(refund(Disruption::Delay, "2024-05-16", &minutes), None);
    // Three hours earlier are as much as three hours later.
    let early = |minutes: i64| {
        let booked = move |booked: Leg| late(booked, -minutes);
        refund(Disruption::BroughtForward, "2026-06-10", &booked)
    };
    assert_eq!(early(180), basis);
    assert_eq!(early(179), None);
}

#[test]
fn a_cancelled_flight_is_refunded_by_part_260_since_28_october_2024() {
    let refund = |day: &str, change: &dyn Fn(&mut Facts)| {
        let (departure, arrival) = (format!("{day}T08:00"), format!("{day}T11:10"));
        let booked = leg("AA100", "ORD", "LGA", &departure, &arrival);
        let mut case = case(
            Disruption::Cancellation,
            vec![with(booked.clone(), LegStatus::Cancelled)],
        );
        case.facts.reroute = Some(replacement(&booked, (0, 90)));
        change(&mut case.facts);
        basis(&case, Right::RefundAfterChange)
    };
    let nothing_taken = |facts: &mut Facts| facts.reroute = None;
    // Before, to keep the fare was an unfair practice (49 USC 41712).
    assert_eq!(refund("2024-10-27", &nothing_taken), Some("49 USC 41712"));
    assert_eq!(refund("2024-10-28", &nothing_taken), Some("14 CFR 260"));
    // Who went with the substitute has had the carriage; who accepted it and then
    // did not fly, or took the fare, has not.
    assert_eq!(refund("2026-06-10", &|_| {}), None);
    let stayed = |facts: &mut Facts| facts.travelled = false;
    assert_eq!(refund("2026-06-10", &stayed), Some("14 CFR 260"));
    let took_fare = |facts: &mut Facts| facts.refund_chosen = true;
    assert_eq!(refund("2026-06-10", &took_fare), Some("14 CFR 260"));
    // What the passenger found alone is no substitute of the carrier's.
    let own = |facts: &mut Facts| {
        let own = facts.reroute.expect("a replacement");
        facts.reroute = Some(Reroute {
            self_arranged: true,
            ..own
        });
    };
    assert_eq!(refund("2026-06-10", &own), Some("14 CFR 260"));
}

#[test]
fn who_was_refused_and_did_not_fly_on_has_the_fare_back_41712() {
    let refund = |change: fn(&mut Facts)| {
        let mut case = refused(domestic(), None);
        change(&mut case.facts);
        basis(&case, Right::RefundAfterChange)
    };
    let back = Some("49 USC 41712");
    assert_eq!(refund(|f| f.refund_chosen = true), back);
    assert_eq!(refund(|f| f.travelled = false), back);
    // Who flew on has no fare to get back.
    assert_eq!(refund(|_| {}), None);
    // A substitute that was declined.
    let offered = |accepted| {
        let mut case = refused(domestic(), Some(90));
        let offer = case.facts.reroute.expect("an offer");
        case.facts.reroute = Some(Reroute { accepted, ..offer });
        basis(&case, Right::RefundAfterChange)
    };
    assert_eq!(offered(Some(false)), back);
    assert_eq!(offered(Some(true)), None);
    assert_eq!(offered(None), None);
    // Given up, refused with a ground, or not there in time: no denied boarding.
    let gave_up = |f: &mut Facts| (f.travelled, f.denied_voluntarily) = (false, true);
    assert_eq!(refund(gave_up), None);
    let ground =
        |f: &mut Facts| (f.travelled, f.refusal_grounds) = (false, Some(RefusalGrounds::Security));
    assert_eq!(refund(ground), None);
    let too_late = |f: &mut Facts| (f.travelled, f.checked_in_on_time) = (false, false);
    assert_eq!(refund(too_late), None);
}

#[test]
fn what_the_carrier_promised_goes_for_delays_and_cancellations_259_5() {
    let promised = |event, status, minutes| {
        let mut case = case(event, vec![late(with(domestic(), status), minutes)]);
        case.facts.leg_fare = Some(dollars(300));
        (
            basis(&case, Right::CarrierCommitments).is_some(),
            basis(&case, Right::LeaveAircraft).is_some(),
        )
    };
    use Disruption as D;
    for (event, status, commitments, leave) in [
        (D::Delay, LegStatus::Operated, true, true),
        (D::Diversion, LegStatus::Diverted, true, true),
        (D::MissedConnection, LegStatus::Operated, true, true),
        (D::Cancellation, LegStatus::Cancelled, true, false),
        (D::BroughtForward, LegStatus::Operated, false, false),
        (D::DeniedBoarding, LegStatus::Denied, false, false),
        (D::Downgrade, LegStatus::Operated, false, false),
    ] {
        assert_eq!(
            promised(event, status, 200),
            (commitments, leave),
            "{event:?}"
        );
    }
}
