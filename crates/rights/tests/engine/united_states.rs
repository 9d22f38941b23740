//! The United States' rules, 14 CFR parts 250, 254 and 260: each side of every
//! threshold, with the section it stands in.

use crate::support::{case, entry, late, leg, outcome, replacement, time, with};
use jiff::ToSpan;
use rights::{
    Baggage, BaggageKind, Case, Cause, Change, Currency, Disruption, Entry, Facts, Leg, LegStatus,
    MissingFact, Money, RefusalGrounds, Regime, Reroute, Right,
};

fn domestic() -> Leg {
    leg(
        "AA100",
        "ORD",
        "LGA",
        "2026-06-10T08:00",
        "2026-06-10T11:10",
    )
}

fn international() -> Leg {
    leg("DL1", "JFK", "LHR", "2026-06-10T19:00", "2026-06-11T07:00")
}

fn dollars(amount: i64) -> Money {
    Money::new(amount * 100, Currency::USD)
}

fn usa(case: &Case) -> String {
    outcome(case, Regime::UsDot)
}

fn found(case: &Case) -> Entry {
    entry(case, Regime::UsDot).expect("the rules apply")
}

fn last(case: &Case) -> &'static str {
    found(case).steps.last().expect("a step").finding.key()
}

/// Refused on this leg with a fare of USD 300, offered a substitute that is so
/// late.
fn refused(leg: Leg, late: Option<i64>) -> Case {
    let reroute = late.map(|late| replacement(&leg, (0, late)));
    let mut case = case(
        Disruption::DeniedBoarding,
        vec![with(leg, LegStatus::Denied)],
    );
    case.facts = Facts {
        oversold: Some(true),
        leg_fare: Some(dollars(300)),
        reroute,
        ..Facts::default()
    };
    case
}

#[test]
fn the_share_of_the_fare_goes_by_the_substitute_250_5() {
    for (minutes, domestic_sum, international_sum) in [
        (Some(-60), "none", "none"),
        (Some(0), "none", "none"),
        (Some(60), "none", "none"),
        (Some(61), "600.00", "600.00"),
        (Some(119), "600.00", "600.00"),
        (Some(120), "1200.00", "600.00"),
        (Some(239), "1200.00", "600.00"),
        (Some(240), "1200.00", "1200.00"),
        (None, "1200.00", "1200.00"),
    ] {
        assert_eq!(
            usa(&refused(domestic(), minutes)),
            domestic_sum,
            "{minutes:?}"
        );
        let abroad = usa(&refused(international(), minutes));
        assert_eq!(abroad, international_sum, "{minutes:?}");
    }
}

#[test]
fn a_booked_stay_of_some_hours_may_be_the_stopover_that_counts_250_1() {
    let stay = |minutes: i64, offered: bool| {
        let second = leg("DL2", "LHR", "FCO", "2026-06-11T07:00", "2026-06-11T10:30");
        let mut second = second;
        let on = |time: Option<jiff::civil::DateTime>| time.map(|at| at + minutes.minutes());
        second.scheduled_departure = on(second.scheduled_departure);
        second.scheduled_arrival = on(second.scheduled_arrival);
        let mut case = refused(international(), None);
        case.facts.reroute = offered.then(|| replacement(&second, (0, 90)));
        case.legs.push(second);
        case
    };
    assert_eq!(usa(&stay(240, true)), "600.00");
    assert_eq!(
        found(&stay(241, true)).missing_facts,
        [MissingFact::UnconfirmedRule]
    );
    // Without a substitute four times the fare is due wherever the delay counts.
    assert_eq!(usa(&stay(241, false)), "1200.00");
}

#[test]
fn the_sum_is_capped_and_the_cap_goes_by_the_day_250_5() {
    for (day, double, fourfold) in [
        ("2025-01-22", "1075.00", "2150.00"),
        ("2025-01-21", "775.00", "1550.00"),
        ("2021-04-13", "775.00", "1550.00"),
        ("2021-04-12", "675.00", "1350.00"),
        ("2015-08-25", "675.00", "1350.00"),
        ("2015-08-24", "650.00", "1300.00"),
        ("2011-08-23", "650.00", "1300.00"),
        ("2011-08-22", "depends", "depends"),
    ] {
        let of = |minutes| {
            let (departure, arrival) = (format!("{day}T08:00"), format!("{day}T11:10"));
            let leg = leg("AA100", "ORD", "LGA", &departure, &arrival);
            let mut case = refused(leg, Some(minutes));
            case.facts.leg_fare = Some(dollars(2000));
            usa(&case)
        };
        assert_eq!(of(90), double, "{day}");
        assert_eq!(of(300), fourfold, "{day}");
    }
    let with_fare = |minor, minutes| {
        let mut case = refused(domestic(), Some(minutes));
        case.facts.leg_fare = Some(Money::new(minor, Currency::USD));
        usa(&case)
    };
    assert_eq!(with_fare(53_750, 90), "1075.00");
    assert_eq!(with_fare(53_749, 90), "1074.98");
    assert_eq!(with_fare(i64::MAX, 90), "1075.00");
    assert_eq!(with_fare(i64::MAX, 900), "2150.00");
}

#[test]
fn only_flights_that_leave_the_united_states_250_2() {
    let into = leg("DL2", "LHR", "JFK", "2026-06-10T10:00", "2026-06-10T13:00");
    assert_eq!(usa(&refused(into.clone(), None)), "none");
    assert_eq!(last(&refused(into.clone(), None)), "RefusedAbroad");
    // Refused on the connecting flight inside: foreign transportation all the same.
    let onward = leg("DL3", "JFK", "ORD", "2026-06-10T16:00", "2026-06-10T18:00");
    let connecting = |first: LegStatus, second: LegStatus, minutes| {
        let mut case = refused(onward.clone(), Some(minutes));
        case.legs = vec![with(into.clone(), first), with(onward.clone(), second)];
        usa(&case)
    };
    assert_eq!(
        connecting(LegStatus::Operated, LegStatus::Denied, 150),
        "600.00"
    );
    assert_eq!(
        connecting(LegStatus::Denied, LegStatus::Operated, 150),
        "none"
    );
    // A flight that was late first does not hide where boarding was refused.
    let mut case = refused(onward.clone(), Some(150));
    case.legs = vec![late(into.clone(), 40), with(onward, LegStatus::Denied)];
    assert_eq!(usa(&case), "600.00");
}

#[test]
fn territories_are_inside_40102_a_25() {
    for (from, to, sum) in [
        ("SJU", "JFK", "1200.00"),
        ("STT", "MIA", "1200.00"),
        ("GUM", "HNL", "1200.00"),
        ("SPN", "GUM", "1200.00"),
        ("PPG", "HNL", "1200.00"),
        ("GUM", "NRT", "600.00"),
        ("YYZ", "LHR", "out"),
    ] {
        let leg = leg("UA1", from, to, "2026-06-10T08:00", "2026-06-11T08:00");
        assert_eq!(usa(&refused(leg, Some(150))), sum, "{from}-{to}");
    }
}

#[test]
fn refused_boarding_is_a_want_of_seats_250_6() {
    let with = |change: fn(&mut Facts)| {
        let mut case = refused(domestic(), None);
        change(&mut case.facts);
        usa(&case)
    };
    assert_eq!(with(|f| f.oversold = Some(false)), "none");
    assert_eq!(with(|f| f.oversold = None), "depends");
    let by_cause = |f: &mut Facts| (f.oversold, f.cause) = (None, Some(Cause::Overbooking));
    assert_eq!(with(by_cause), "1200.00");
    assert_eq!(with(|f| f.denied_voluntarily = true), "none");
    assert_eq!(with(|f| f.checked_in_on_time = false), "none");
    assert_eq!(
        with(|f| f.refusal_grounds = Some(RefusalGrounds::Security)),
        "none"
    );
    // No cause excuses an oversale.
    let weather = |f: &mut Facts| {
        (f.cause, f.cause_proven, f.measures_proven) = (Some(Cause::Weather), true, Some(true));
    };
    assert_eq!(with(weather), "1200.00");
    let mut open = refused(domestic(), None);
    open.facts.oversold = None;
    assert_eq!(found(&open).missing_facts, [MissingFact::Oversold]);
}

#[test]
fn what_was_planned_counts_and_only_what_the_carrier_arranged() {
    let offer = |change: fn(&mut Reroute)| {
        let mut case = refused(domestic(), Some(90));
        let mut offer = case.facts.reroute.expect("an offer");
        change(&mut offer);
        case.facts.reroute = Some(offer);
        case
    };
    // Declined, it was offered all the same.
    assert_eq!(usa(&offer(|o| o.accepted = Some(false))), "600.00");
    assert_eq!(usa(&offer(|o| o.self_arranged = true)), "1200.00");
    // Without its arrival it is not shown to be soon enough; who took it knows.
    let silent = |o: &mut Reroute| (o.arrival, o.accepted) = (None, None);
    assert_eq!(usa(&offer(silent)), "1200.00");
    let mut taken = offer(|o| o.arrival = None);
    assert_eq!(found(&taken).missing_facts, [MissingFact::ActualArrival]);
    taken.legs[0].actual_arrival = Some(time("2026-06-10T12:40"));
    assert_eq!(usa(&taken), "600.00");
    // Planned to arrive an hour and a half later, it came five hours later.
    let mut later = refused(domestic(), Some(90));
    later.legs[0].actual_arrival = Some(time("2026-06-10T16:10"));
    assert_eq!(usa(&later), "600.00");
}

#[test]
fn the_fare_is_asked_for_in_dollars() {
    for fare in [
        None,
        Some(Money::new(30_000, Currency::EUR)),
        Some(dollars(0)),
    ] {
        let mut case = refused(domestic(), None);
        case.facts.leg_fare = fare;
        assert_eq!(found(&case).missing_facts, [MissingFact::LegFare]);
    }
    // Nothing is asked where nothing is owed.
    let mut soon = refused(domestic(), Some(30));
    soon.facts.leg_fare = None;
    assert_eq!(usa(&soon), "none");
    assert_eq!(found(&soon).missing_facts, []);
}

#[test]
fn what_was_paid_goes_off() {
    let after = |received| {
        let mut case = refused(domestic(), Some(90));
        case.facts.already_received = Some(received);
        usa(&case)
    };
    assert_eq!(after(dollars(200)), "400.00");
    assert_eq!(after(dollars(600)), "none");
    assert_eq!(after(Money::new(60_000, Currency::EUR)), "600.00");
}

#[test]
fn the_way_to_the_higher_share_is_told() {
    let changes = found(&refused(domestic(), Some(90))).could_change;
    let higher = Change::MinutesToHigherSum {
        minutes: 30,
        amount: dollars(1200),
    };
    assert_eq!(changes, [higher]);
    assert_eq!(found(&refused(domestic(), Some(120))).could_change, []);
}

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

/// A bag lost on this journey.
fn bag(legs: Vec<Leg>, loss: Option<Money>) -> Case {
    let mut case = case(Disruption::Baggage, legs);
    case.facts.baggage = Some(Baggage {
        kind: BaggageKind::Lost,
        reported_after_days: Some(2),
    });
    case.facts.proven_loss = loss;
    case
}

#[test]
fn domestic_baggage_is_the_loss_shown_up_to_the_limit_254_4() {
    let with = |loss| usa(&bag(vec![domestic()], loss));
    assert_eq!(with(Some(dollars(4699))), "4699.00");
    assert_eq!(with(Some(dollars(4700))), "4700.00");
    assert_eq!(with(Some(dollars(4701))), "4700.00");
    assert_eq!(with(None), "depends");
    assert_eq!(with(Some(dollars(0))), "depends");
    assert_eq!(with(Some(Money::new(10_000, Currency::EUR))), "depends");
    for (day, sum) in [
        ("2025-01-22", "4700.00"),
        ("2025-01-21", "3800.00"),
        ("2021-04-13", "3800.00"),
        ("2021-04-12", "3500.00"),
        ("2015-08-25", "3500.00"),
        ("2015-08-24", "depends"),
    ] {
        let (departure, arrival) = (format!("{day}T08:00"), format!("{day}T11:10"));
        let leg = leg("AA100", "ORD", "LGA", &departure, &arrival);
        assert_eq!(usa(&bag(vec![leg], Some(dollars(9000)))), sum, "{day}");
    }
}

#[test]
fn international_baggage_is_none_of_it_254_2() {
    let of = |legs| usa(&bag(legs, Some(dollars(100))));
    assert_eq!(of(vec![international()]), "none");
    // A stop abroad makes it international carriage.
    let through_canada = vec![
        leg("AS1", "SEA", "YVR", "2026-06-10T08:00", "2026-06-10T09:00"),
        leg("AS2", "YVR", "ANC", "2026-06-10T11:00", "2026-06-10T13:00"),
    ];
    assert_eq!(of(through_canada), "none");
    let bag = found(&bag(vec![international()], None));
    assert_eq!(bag.other_rights[0].right, Right::BaggageFee);
    assert_eq!(bag.missing_facts, []);
}

#[test]
fn a_refusal_on_the_way_back_from_abroad_is_none_of_it() {
    let out = leg("DL1", "JFK", "LHR", "2026-06-10T19:00", "2026-06-11T07:00");
    let back = leg("DL2", "LHR", "JFK", "2026-06-20T10:00", "2026-06-20T13:00");
    let trip = |out: LegStatus, back_status: LegStatus| {
        let mut case = refused(self::international(), None);
        case.legs = vec![
            with(self::international(), out),
            with(back.clone(), back_status),
        ];
        usa(&case)
    };
    assert_eq!(trip(LegStatus::Operated, LegStatus::Denied), "none");
    assert_eq!(trip(LegStatus::Denied, LegStatus::Operated), "1200.00");
    let mut apart = refused(out.clone(), None);
    apart.legs = vec![late(out, 0), with(back, LegStatus::Denied)];
    apart.facts.single_booking = false;
    assert_eq!(usa(&apart), "none");
}

#[test]
fn the_claim_goes_to_the_operating_airline() {
    let mut case = refused(domestic(), None);
    case.legs[0].operating_carrier = Some("YX".parse().expect("an airline"));
    assert_eq!(found(&case).claim_from.as_str(), "YX");
}
