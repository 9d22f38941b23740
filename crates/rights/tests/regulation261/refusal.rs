//! Refused boarding.

use rights::{Cause, Disruption, LegStatus};

use crate::flights::{flight, long, short};
use crate::support::{case, eu, replacement, with};

#[test]
fn refused_boarding_pays_at_once_and_halves_by_rerouting_art_4_3() {
    let refused = |late: Option<i64>| {
        let mut case = case(
            Disruption::DeniedBoarding,
            vec![with(long(), LegStatus::Denied)],
        );
        case.facts.reroute = late.map(|late| replacement(&long(), (0, late)));
        case.facts.cause = Some(Cause::Weather);
        case.facts.cause_proven = true;
        case.facts.measures_proven = Some(true);
        eu(&case)
    };
    assert_eq!(refused(None), "600.00");
    assert_eq!(refused(Some(240)), "300.00 half");
    assert_eq!(refused(Some(241)), "600.00");
}

#[test]
fn who_was_refused_must_have_presented_unless_told_before_c_238_22() {
    let mut case = case(
        Disruption::DeniedBoarding,
        vec![with(short(), LegStatus::Denied)],
    );
    case.facts.checked_in_on_time = false;
    assert_eq!(eu(&case), "none");
    case.facts.notice_days = Some(16);
    assert_eq!(eu(&case), "250.00");
}

#[test]
fn a_refusal_announced_two_weeks_before_still_pays_c_238_22() {
    let mut case = case(
        Disruption::DeniedBoarding,
        vec![with(flight("LH1", "FRA", "MAD"), LegStatus::Denied)],
    );
    case.facts.notice_days = Some(17);
    assert_eq!(eu(&case), "250.00");
}
