//! Rights beside the sum.

use rights::{
    ApprControl, Baggage, BaggageKind, Cabin, Case, Disruption, Facts, RefusalGrounds, Reroute,
    Right,
};

use super::flights::{canada, control, delayed, domestic, refused, rights_of};
use crate::support::{cancelled, case, late, leg};

#[test]
fn treatment_another_flight_or_the_fare_back_s14_17_18() {
    let within = [
        (Right::Care, "s14"),
        (Right::ReroutingOrRefundByNeeds, "s17(1), 17(2)"),
    ];
    assert_eq!(rights_of(&delayed(200, Facts::default())), within);
    assert_eq!(rights_of(&delayed(120, Facts::default())), [within[0]]);
    assert_eq!(rights_of(&delayed(119, Facts::default())), []);
    let safety = control(ApprControl::WithinControlSafety);
    assert_eq!(rights_of(&delayed(200, safety)), within);
    let outside = control(ApprControl::OutsideControl);
    let s18 = (Right::ReroutingElseRefund, "s18");
    assert_eq!(rights_of(&delayed(200, outside.clone())), [s18]);
    // Told the day before, nobody waits unprepared.
    let told = Facts {
        notice_days: Some(1),
        ..Facts::default()
    };
    assert_eq!(rights_of(&delayed(200, told)), [within[1]]);
    // The fare back came on 8 September 2022 (SOR/2022-134).
    for (day, right) in [
        ("2022-09-07", Right::Rerouting),
        ("2022-09-08", Right::ReroutingElseRefund),
    ] {
        let (departure, arrival) = (format!("{day}T08:00"), format!("{day}T10:05"));
        let leg = leg("AC103", "YYZ", "YVR", &departure, &arrival);
        let mut case = case(Disruption::Delay, vec![late(leg, 200)]);
        case.facts = outside.clone();
        assert_eq!(rights_of(&case), [(right, "s18")]);
    }
    let cancelled = cancelled(domestic(), 0, None);
    assert_eq!(rights_of(&cancelled), [within[1], within[0]]);
    assert_eq!(rights_of(&refused(Some(60))), [within[1], within[0]]);
    // Outside the airline's control another flight, and never the fare instead.
    let mut outside_control = refused(Some(60));
    outside_control.facts.appr_control = Some(ApprControl::OutsideControl);
    assert_eq!(
        rights_of(&outside_control),
        [(Right::Rerouting, "s10(3)(d)")]
    );
    let mut volunteer = refused(Some(60));
    volunteer.facts.denied_voluntarily = true;
    assert_eq!(rights_of(&volunteer), []);
}

#[test]
fn a_lower_class_on_the_replacement_gives_the_difference_s17_7() {
    let mut case = cancelled(domestic(), 5, Some((0, 60)));
    case.facts.booked_class = Some(Cabin::Business);
    case.facts.flown_class = Some(Cabin::Economy);
    assert!(rights_of(&case).contains(&(Right::FareDifference, "s17(7)")));
    case.disruption = Disruption::Downgrade;
    assert_eq!(canada(&case), "none");
}

#[test]
fn another_flight_is_owed_from_three_hours_s17_1() {
    let rights = |minutes| rights_of(&delayed(minutes, Facts::default())).len();
    // Treatment from two hours, another flight from three.
    assert_eq!([119, 120, 179, 180].map(rights), [0, 1, 1, 2]);
}

#[test]
fn who_was_not_there_or_missed_a_flight_of_another_booking_has_no_right_s14_17() {
    let late_at_check_in = Facts {
        checked_in_on_time: false,
        ..Facts::default()
    };
    assert_eq!(rights_of(&delayed(200, late_at_check_in)), []);
    let mut own = delayed(200, Facts::default());
    own.disruption = Disruption::MissedConnection;
    own.legs[0].status = rights::LegStatus::Missed;
    assert_eq!(rights_of(&own), []);
    let refused_with = |change: fn(&mut Facts)| {
        let mut case = refused(Some(60));
        change(&mut case.facts);
        rights_of(&case)
    };
    assert_eq!(refused_with(|f| f.checked_in_on_time = false), []);
    let ground = |f: &mut Facts| f.refusal_grounds = Some(RefusalGrounds::Security);
    assert_eq!(refused_with(ground), []);
}

#[test]
fn treatment_and_another_flight_came_on_15_december_2019_those_after_a_refusal_before() {
    let on = |mut case: Case, day: &str| {
        let booked = |hour| crate::support::time(&format!("{day}T{hour}"));
        for leg in &mut case.legs {
            leg.scheduled_departure = Some(booked("08:00"));
            leg.actual_departure = Some(booked("12:00"));
            leg.scheduled_arrival = Some(booked("10:05"));
            leg.actual_arrival = Some(booked("14:05"));
        }
        rights_of(&case).len()
    };
    let delay = || delayed(240, Facts::default());
    assert_eq!(on(delay(), "2019-12-14"), 0);
    assert_eq!(on(delay(), "2019-12-15"), 2);
    assert_eq!(on(refused(Some(60)), "2019-12-14"), 2);
}

#[test]
fn a_cancellation_told_the_day_before_gives_no_treatment_s14_1() {
    let rights = |days| rights_of(&cancelled(domestic(), days, None));
    let care = (Right::Care, "s14");
    assert!(rights(0).contains(&care));
    assert!(!rights(1).contains(&care));
}

#[test]
fn the_difference_is_for_who_sat_lower_on_a_replacement_that_was_taken_s17_7() {
    let due = |flown, accepted| {
        let mut case = cancelled(domestic(), 5, Some((0, 60)));
        case.facts.booked_class = Some(Cabin::Business);
        case.facts.flown_class = Some(flown);
        let offer = case.facts.reroute.expect("an offer");
        case.facts.reroute = Some(Reroute { accepted, ..offer });
        rights_of(&case).contains(&(Right::FareDifference, "s17(7)"))
    };
    assert!(due(Cabin::Economy, Some(true)));
    assert!(due(Cabin::Economy, None));
    assert!(!due(Cabin::Economy, Some(false)));
    assert!(!due(Cabin::Business, Some(true)));
    assert!(!due(Cabin::First, Some(true)));
}

#[test]
fn the_fee_of_a_bag_goes_back_where_it_is_lost_or_broken_s23() {
    let fee = |kind| {
        let mut case = case(Disruption::Baggage, vec![domestic()]);
        case.facts.baggage = Some(Baggage {
            kind,
            reported_after_days: Some(1),
        });
        rights_of(&case)
    };
    let back = [(Right::BaggageFee, "s23")];
    assert_eq!(fee(BaggageKind::Lost), back);
    assert_eq!(fee(BaggageKind::Damaged), back);
    assert_eq!(fee(BaggageKind::Delayed), []);
}
