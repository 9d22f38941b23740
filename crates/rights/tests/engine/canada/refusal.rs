//! Refused boarding.

use rights::{
    ApprControl, CarrierSize, Cause, Disruption, Facts, Finding, LegStatus, MissingFact,
    RefusalGrounds,
};

use super::flights::{canada, found, refused};
use crate::support::{case, leg, replacement, with};

#[test]
fn refused_boarding_pays_by_hours_late_whatever_the_size_s20_1() {
    for (minutes, sum) in [
        (-30, "900.00"),
        (0, "900.00"),
        (1, "900.00"),
        (359, "900.00"),
        (360, "1800.00"),
        (539, "1800.00"),
        (540, "2400.00"),
    ] {
        let mut case = refused(Some(minutes));
        assert_eq!(canada(&case), sum, "{minutes}");
        case.facts.carrier_size = Some(CarrierSize::Small);
        assert_eq!(canada(&case), sum, "{minutes}, small");
    }
    let open = found(&refused(None));
    assert_eq!(open.missing_facts, [MissingFact::ActualArrival]);
    assert_eq!(open.at_stake.expect("a sum").amount.decimal(), "900.00");
}

#[test]
fn who_was_refused_and_did_not_fly_on_is_not_asked_for_an_arrival_s20_1() {
    for change in [
        |facts: &mut Facts| facts.refund_chosen = true,
        |facts: &mut Facts| facts.travelled = false,
    ] {
        let mut case = refused(None);
        change(&mut case.facts);
        assert_eq!(found(&case).missing_facts, [MissingFact::RefundAndSum]);
    }
    // An arrival that is known gives the sum.
    let mut case = refused(Some(360));
    case.facts.refund_chosen = true;
    assert_eq!(canada(&case), "1800.00");
}

#[test]
fn refused_boarding_is_a_want_of_seats_s1_3() {
    let with = |change: fn(&mut Facts)| {
        let mut case = refused(Some(200));
        change(&mut case.facts);
        canada(&case)
    };
    assert_eq!(with(|f| f.oversold = Some(false)), "none");
    assert_eq!(with(|f| f.oversold = None), "depends");
    let by_cause = |f: &mut Facts| (f.oversold, f.cause) = (None, Some(Cause::Overbooking));
    assert_eq!(with(by_cause), "900.00");
    assert_eq!(with(|f| f.denied_voluntarily = true), "none");
    assert_eq!(with(|f| f.checked_in_on_time = false), "none");
    let documents = |f: &mut Facts| f.refusal_grounds = Some(RefusalGrounds::InadequateDocuments);
    assert_eq!(with(documents), "none");
    let outside = |f: &mut Facts| f.appr_control = Some(ApprControl::OutsideControl);
    assert_eq!(with(outside), "none");
    let safety = |f: &mut Facts| f.appr_control = Some(ApprControl::WithinControlSafety);
    assert_eq!(with(safety), "none");
    assert_eq!(with(|f| f.notice_days = Some(30)), "900.00");
    let mut open = refused(Some(200));
    open.facts.oversold = None;
    assert_eq!(found(&open).missing_facts, [MissingFact::Oversold]);
}

#[test]
fn a_refusal_on_the_way_back_is_no_matter_of_the_way_out() {
    let out = leg("AC1", "YYZ", "CDG", "2026-06-10T18:00", "2026-06-11T07:00");
    let back = leg("AC2", "CDG", "YYZ", "2026-06-20T10:00", "2026-06-20T13:00");
    let mut case = case(
        Disruption::DeniedBoarding,
        vec![out, with(back.clone(), LegStatus::Denied)],
    );
    case.facts.oversold = Some(true);
    case.facts.reroute = Some(replacement(&back, (0, 600)));
    let entry = found(&case);
    assert_eq!(canada(&case), "2400.00");
    assert!(matches!(
        entry.steps[1].finding,
        Finding::OutboundAndReturn { origin, .. } if origin.code.as_str() == "CDG"
    ));
    assert_eq!(entry.claim_from.as_str(), "AC");
}
