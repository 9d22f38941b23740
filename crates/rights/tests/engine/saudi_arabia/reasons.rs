//! What is said besides the sum: how far a threshold is, what a rule was applied to,
//! what is due at the airport.

use rights::{Change, Entry, Finding, RefusalGrounds};

use super::*;

fn found(case: &Case) -> Entry {
    entry(case, Regime::SaGaca).expect("an entry")
}

fn keys(case: &Case) -> Vec<&'static str> {
    let steps = found(case).steps;
    steps.iter().map(|step| step.finding.key()).collect()
}

fn late_by(minutes: i64) -> Case {
    delayed(Some(minutes), Some(minutes))
}

/// Cancelled on the day, and another flight taken that left so many minutes before and
/// came so many after the booked one.
fn replaced(early: Option<i64>, arrival: i64) -> Case {
    let mut case = cancelled(flight(), 0, Some((early.unwrap_or(0), arrival)));
    if early.is_none() {
        case.facts.reroute.as_mut().expect("an offer").departure = None;
    }
    case
}

/// A storm that is shown, and so many minutes of the delay with it.
fn excused(mut case: Case, minutes: Option<u32>, measures: Option<bool>) -> Case {
    case.facts.cause = Some(Cause::Weather);
    case.facts.cause_proven = true;
    case.facts.measures_proven = measures;
    case.facts.extraordinary_minutes = minutes;
    case
}

#[test]
fn the_way_to_each_sum_is_told_flight_delays_6() {
    let changes = |minutes| found(&late_by(minutes)).could_change;
    let short_by = |minutes| Change::MinutesToLimit {
        minutes,
        limit: 180,
    };
    assert_eq!(changes(179), [short_by(1)]);
    assert_eq!(changes(1), [short_by(179)]);
    assert_eq!(changes(0), []);
    // More than six hours: the first minute of it is the 361st.
    let higher = |minutes| Change::MinutesToHigherSum {
        minutes,
        amount: Money::new(15_000, Currency::SDR),
    };
    assert!(changes(180).contains(&higher(181)));
    assert!(changes(360).contains(&higher(1)));
    let any = |change: &Change| matches!(change, Change::MinutesToHigherSum { .. });
    assert!(!changes(361).iter().any(any));
    let has = |minutes, key| keys(&late_by(minutes)).contains(&key);
    assert!(has(0, "ArrivedOnTime") && !has(1, "ArrivedOnTime"));
    assert!(has(1, "LostTooLittle"));
    assert!(has(360, "LostThreeHours") && !has(361, "LostThreeHours"));
    assert!(has(361, "LostSixHours") && !has(360, "LostSixHours"));
}

#[test]
fn the_part_of_the_carrier_counts_where_the_rest_is_shown_to_be_excused() {
    let of = |case: &Case| (sa(case), keys(case));
    let part = |minutes| of(&excused(late_by(400), Some(minutes), Some(true)));
    // 370 of the 400 remain, as much as all of them gives.
    let (sum, steps) = part(30);
    assert_eq!(sum, "150.00");
    assert!(steps.contains(&"RestLongEnough"));
    // 300 remain, which give the lower sum in any case.
    let (sum, steps) = part(100);
    assert_eq!(sum, "50.00");
    assert!(steps.contains(&"RestGivesLess"));
    // A cause that is only stated excuses nothing, nor does one of the carrier's own, nor
    // one whose effect could have been avoided.
    let mut stated = excused(late_by(400), Some(100), Some(true));
    stated.facts.cause_proven = false;
    assert_eq!(sa(&stated), "150.00");
    let mut own = excused(late_by(400), Some(100), Some(true));
    own.facts.cause = Some(Cause::TechnicalFault);
    assert_eq!(sa(&own), "150.00");
    let avoidable = excused(late_by(400), Some(100), Some(false));
    assert_eq!(sa(&avoidable), "150.00");
}

#[test]
fn with_a_part_excused_and_the_end_unknown_the_arrival_is_asked_for() {
    let unknown = || delayed(None, None);
    let asked = [MissingFact::ActualArrival];
    let part = excused(unknown(), Some(60), Some(true));
    assert_eq!(missing(&part), asked);
    let mut own = excused(unknown(), None, Some(true));
    own.facts.carrier_minutes = Some(200);
    assert_eq!(missing(&own), asked);
    // All of it excused is excused however late it was.
    assert_eq!(sa(&excused(unknown(), None, Some(true))), "none");
}

#[test]
fn the_time_lost_by_another_flight_is_that_of_its_arrival_flight_cancellation_3() {
    assert_eq!(sa(&replaced(Some(0), 200)), "50.00");
    // Earlier at the start and later at the end is late.
    let both = replaced(Some(200), 30);
    assert_eq!(sa(&both), "none");
    assert!(keys(&both).contains(&"LostTooLittle"));
    // Later or on time at the start and earlier at the end lost nothing.
    for early in [-10, 0] {
        let soon = replaced(Some(early), -200);
        assert_eq!(sa(&soon), "none", "{early}");
        assert!(keys(&soon).contains(&"ArrivedOnTime"), "{early}");
    }
    // Earlier at both ends counts like later, by the longer of both.
    let earlier = found(&replaced(Some(200), -250));
    let lost = earlier.steps.iter().find_map(|step| match step.finding {
        Finding::SaudiArabia(rights::saudi_arabia::Finding::LostThreeHours { minutes, .. }) => {
            Some(minutes)
        }
        _ => None,
    });
    assert_eq!(lost, Some(250));
}

#[test]
fn an_earlier_end_is_asked_for_its_start_where_that_may_give_a_sum() {
    let asked = [MissingFact::ActualDeparture];
    assert_eq!(missing(&replaced(None, -180)), asked);
    assert_eq!(missing(&replaced(None, -179)), []);
    assert_eq!(sa(&replaced(None, -179)), "none");
    // Later at the end is late whatever the start.
    assert_eq!(sa(&replaced(None, 200)), "50.00");
}

#[test]
fn what_a_refusal_gives_at_the_airport_denial_of_boarding() {
    let choice = Right::RefundOrRerouting;
    let of = |change: fn(&mut Facts)| {
        let mut case = refused(Some(replacement(&flight(), (-200, 200))));
        change(&mut case.facts);
        rights(&case)
    };
    assert_eq!(of(|_| {}), [choice, Right::Refreshments]);
    // Who ends the contract waits for nothing.
    assert_eq!(of(|f| f.refund_chosen = true), [choice]);
    assert_eq!(of(|f| f.denied_voluntarily = true), []);
    let ground = |f: &mut Facts| f.refusal_grounds = Some(RefusalGrounds::Security);
    assert_eq!(of(ground), []);
}
