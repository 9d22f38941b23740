//! What is said besides the sum: what a rule was applied to, what is due at the airport.

use rights::{Change, Entry};

use super::*;

fn found(case: &Case) -> Entry {
    entry(case, Regime::InDgca).expect("in scope")
}

fn last(case: &Case) -> &'static str {
    let steps = found(case).steps;
    steps.last().expect("a step").finding.key()
}

fn granted(case: &Case) -> Vec<Right> {
    let rights = found(case).other_rights;
    rights.iter().map(|other| other.right).collect()
}

fn stake(case: &Case) -> Option<String> {
    found(case).at_stake.map(|sum| sum.amount.decimal())
}

#[test]
fn the_lower_of_flat_sum_and_fare_is_named() {
    let of = |fare| {
        let facts = Facts {
            leg_fare: Some(Money::new(fare, Currency::INR)),
            ..told(0)
        };
        let case = cancelled(170, facts);
        (last(&case), is(&case))
    };
    // A fare of the flat sum itself is not lower.
    assert_eq!(of(1_000_000), ("FlatSum", "10000.00".to_owned()));
    assert_eq!(of(1_000_001), ("FlatSum", "10000.00".to_owned()));
    assert_eq!(of(999_999), ("FareIsLower", "9999.99".to_owned()));
}

#[test]
fn a_share_of_the_limit_itself_is_not_cut() {
    let of = |fare| {
        let facts = Facts {
            leg_fare: rupees(fare),
            ..Facts::default()
        };
        last(&bumped(facts))
    };
    // Four times 5,000 are the limit of 20,000.
    assert_eq!(of(5_000), "ShareOfFare");
    assert_eq!(of(5_001), "ShareCapped");
}

#[test]
fn what_is_at_stake_goes_by_the_block_time_and_by_the_alternative() {
    let fareless = |minutes| {
        let facts = Facts {
            leg_fare: None,
            ..told(0)
        };
        stake(&cancelled(minutes, facts))
    };
    assert_eq!(fareless(60).as_deref(), Some("5000.00"));
    assert_eq!(fareless(61).as_deref(), Some("7500.00"));
    assert_eq!(fareless(120).as_deref(), Some("7500.00"));
    assert_eq!(fareless(121).as_deref(), Some("10000.00"));
    let refused = |reroute| {
        let mut case = bumped(Facts {
            reroute,
            ..Facts::default()
        });
        case.facts.leg_fare = None;
        stake(&case)
    };
    let within_a_day = Some(offer(Some("2026-06-10T15:00"), None));
    assert_eq!(refused(within_a_day).as_deref(), Some("10000.00"));
    assert_eq!(refused(None).as_deref(), Some("20000.00"));
}

#[test]
fn what_a_cancellation_and_a_refusal_give_at_the_airport() {
    let choice = Right::RefundOrRerouting;
    let told_before = |days: Option<u32>| {
        let facts = Facts {
            notice_days: days,
            ..told(0)
        };
        granted(&cancelled(170, facts))
    };
    assert_eq!(told_before(None), [choice, Right::Care]);
    assert_eq!(told_before(Some(0)), [choice, Right::Care]);
    assert_eq!(told_before(Some(1)), [choice]);
    let ground = Facts {
        refusal_grounds: Some(RefusalGrounds::Security),
        ..Facts::default()
    };
    assert_eq!(granted(&bumped(ground)), []);
    assert_eq!(granted(&bumped(Facts::default())), [choice]);
    let connection = |checked_in_on_time| {
        let mut second = leg("6E2", "BLR", "MAA", "2026-06-10T12:00", "2026-06-10T13:00");
        second.status = LegStatus::Missed;
        let mut case = case(
            Disruption::MissedConnection,
            vec![late(flight(170), 200), second],
        );
        case.facts.checked_in_on_time = checked_in_on_time;
        granted(&case)
    };
    assert_eq!(connection(true), [choice, Right::Care]);
    assert_eq!(connection(false), []);
    let mut absent = case(Disruption::Delay, vec![late(flight(170), 400)]);
    absent.facts.checked_in_on_time = false;
    assert_eq!(granted(&absent), []);
}

#[test]
fn an_unknown_licence_could_change_the_answer() {
    let mut case = cancelled(170, told(0));
    case.legs[0].flight = "QQZ1".parse().expect("a flight");
    let found = found(&case);
    let carrier = found.claim_from;
    let licence = Change::CarrierLicence { carrier };
    assert!(found.could_change.contains(&licence));
}

#[test]
fn told_a_day_before_or_in_time_is_named_apart() {
    let of = |days| last(&cancelled(170, told(days)));
    assert_eq!(of(1), "ToldADayBefore");
    assert_eq!(of(13), "ToldADayBefore");
    assert_eq!(of(14), "ToldInTime");
}

#[test]
fn a_flight_takes_time_and_one_booked_for_none_is_asked_for() {
    let mut case = cancelled(0, told(0));
    assert_eq!(missing(&case), [MissingFact::BlockTime]);
    case.legs[0] = with(flight(1), LegStatus::Cancelled);
    assert_eq!(is(&case), "5000.00");
}

#[test]
fn where_the_last_flight_was_late_its_own_block_time_counts() {
    // Nobody says which flight was missed, and there is none after the late one.
    let second = leg("6E2", "BLR", "MAA", "2026-06-10T12:00", "2026-06-10T13:00");
    let mut case = case(
        Disruption::MissedConnection,
        vec![late(flight(170), 0), late(second, 300)],
    );
    case.facts.leg_fare = rupees(30_000);
    assert_eq!(is(&case), "5000.00");
}

#[test]
fn nobody_sat_lower_who_did_not_fly_para_3_2a() {
    let lower = |change: fn(&mut Facts)| {
        let mut case = case(Disruption::Downgrade, vec![late(flight(170), 0)]);
        case.facts.leg_fare = rupees(20_000);
        change(&mut case.facts);
        is(&case)
    };
    assert_eq!(lower(|_| {}), "15000.00");
    assert_eq!(lower(|facts| facts.travelled = false), "none");
    assert_eq!(lower(|facts| facts.refund_chosen = true), "none");
}

#[test]
fn a_strike_of_the_own_staff_excuses_by_a_rule_of_its_own() {
    let of = |cause| {
        let facts = Facts {
            cause: Some(cause),
            cause_proven: true,
            measures_proven: Some(true),
            ..told(0)
        };
        let case = cancelled(170, facts);
        let steps = found(&case).steps;
        (is(&case), steps.last().expect("a step").rule.name)
    };
    let none = "none".to_owned();
    assert_eq!(of(Cause::OwnStaffStrike), (none.clone(), "OWN_STRIKE"));
    assert_eq!(of(Cause::Weather), (none, "EXTRAORDINARY"));
}
