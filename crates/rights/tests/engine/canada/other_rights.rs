//! Rights beside the sum.

use rights::{ApprControl, Cabin, Disruption, Facts, Right};

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
