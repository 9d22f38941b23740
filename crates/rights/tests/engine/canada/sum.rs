//! The sum: by hours late, by the size of the airline, by notice.

use jiff::ToSpan;
use rights::{CarrierSize, Case, Change, Currency, Disruption, Facts, Finding, MissingFact, Money};

use super::flights::{canada, delayed, domestic, found, keys, refused, size};
use crate::support::{cancelled, case, late, leg};

#[test]
fn the_sum_goes_by_hours_late_and_size_s19_1() {
    for (minutes, large, small) in [
        (179, "none", "none"),
        (180, "400.00", "125.00"),
        (359, "400.00", "125.00"),
        (360, "700.00", "250.00"),
        (539, "700.00", "250.00"),
        (540, "1000.00", "500.00"),
        (6000, "1000.00", "500.00"),
        (0, "none", "none"),
        (-20, "none", "none"),
    ] {
        let of = |kind| canada(&delayed(minutes, size(kind)));
        assert_eq!(of(CarrierSize::Large), large, "{minutes}");
        assert_eq!(of(CarrierSize::Small), small, "{minutes}");
    }
}

#[test]
fn the_way_to_the_next_sum_is_told() {
    let higher = |case: &Case| {
        let changes = found(case).could_change;
        changes.into_iter().find_map(|change| match change {
            Change::MinutesToHigherSum { minutes, amount } => Some((minutes, amount.decimal())),
            _ => None,
        })
    };
    let at = |minutes| higher(&delayed(minutes, Facts::default()));
    assert_eq!(at(200), Some((160, "700.00".to_owned())));
    assert_eq!(at(500), Some((40, "1000.00".to_owned())));
    assert_eq!(at(540), None);
    assert_eq!(
        higher(&refused(Some(350))),
        Some((10, "1800.00".to_owned()))
    );
    let short = found(&delayed(170, Facts::default()));
    assert_eq!(
        short.could_change,
        [Change::MinutesToThreshold { minutes: 10 }]
    );
}

#[test]
fn the_size_comes_from_the_table_and_is_asked_for_where_it_is_not_known_s1_4() {
    let of = |flight: &str, operator: Option<&str>| {
        let mut leg = late(domestic(), 200);
        leg.flight = flight.parse().expect("a flight");
        leg.operating_carrier = operator.map(|code| code.parse().expect("an airline"));
        case(Disruption::Delay, vec![leg])
    };
    assert_eq!(canada(&of("AC103", None)), "400.00");
    assert_eq!(canada(&of("4N1", None)), "125.00");
    // A small airline that flies for a large one has its duties.
    assert_eq!(canada(&of("WS3100", Some("8P"))), "400.00");
    assert_eq!(canada(&of("8P3100", None)), "125.00");
    let unknown = found(&of("QQZ1", None));
    assert_eq!(unknown.missing_facts, [MissingFact::CarrierSize]);
    assert_eq!(unknown.at_stake.expect("a sum").amount.decimal(), "125.00");
    // The fact goes before the table.
    let mut fact = of("AC103", None);
    fact.facts.carrier_size = Some(CarrierSize::Small);
    assert_eq!(canada(&fact), "125.00");
}

#[test]
fn told_more_than_fourteen_days_before_there_is_no_sum_s12_2_d_and_3_d() {
    for (days, expected) in [(15, "none"), (14, "400.00"), (0, "400.00")] {
        let mut late = delayed(200, size(CarrierSize::Large));
        late.facts.notice_days = Some(days);
        assert_eq!(canada(&late), expected, "delay, {days}");
        let mut cancelled = cancelled(domestic(), days, Some((0, 200)));
        cancelled.facts.carrier_size = Some(CarrierSize::Large);
        assert_eq!(canada(&cancelled), expected, "cancellation, {days}");
    }
    let mut untold = cancelled(domestic(), 0, Some((0, 200)));
    untold.facts.notice_days = None;
    assert_eq!(canada(&untold), "400.00");
}

#[test]
fn a_refunded_ticket_has_a_sum_of_its_own_s19_2() {
    for (kind, sum) in [
        (CarrierSize::Large, "400.00"),
        (CarrierSize::Small, "125.00"),
    ] {
        let refunded = Facts {
            refund_chosen: true,
            ..size(kind)
        };
        let mut cancelled = cancelled(domestic(), 2, None);
        cancelled.facts = refunded.clone();
        assert_eq!(canada(&cancelled), sum);
        // However late the flight was: not the scale of s19(1).
        assert_eq!(canada(&delayed(600, refunded.clone())), sum);
        // A delay gives the right to it from three hours (s17).
        assert_eq!(canada(&delayed(180, refunded.clone())), sum);
        assert_eq!(canada(&delayed(179, refunded.clone())), "none");
        let gave_up = Facts {
            travelled: false,
            ..refunded
        };
        assert_eq!(canada(&delayed(180, gave_up)), sum);
    }
}

#[test]
fn a_refund_for_a_delay_goes_by_the_departure_where_no_arrival_is_known_s17() {
    let refunded = |departure: Option<i64>, event| {
        let mut leg = domestic();
        leg.actual_departure =
            departure.and_then(|by| leg.scheduled_departure.map(|at| at + by.minutes()));
        let mut case = case(event, vec![leg]);
        case.facts.refund_chosen = true;
        canada(&case)
    };
    assert_eq!(refunded(Some(180), Disruption::Delay), "400.00");
    // Three hours may still have come together at the end.
    assert_eq!(refunded(Some(179), Disruption::Delay), "depends");
    assert_eq!(refunded(None, Disruption::Delay), "depends");
    // How late a missed connection made the passenger shows at the end only.
    assert_eq!(refunded(Some(45), Disruption::MissedConnection), "depends");
}

#[test]
fn the_size_is_that_of_the_day_of_the_flight_s1_1() {
    let of = |flight: &str, day: &str| {
        let (departure, arrival) = (format!("{day}T12:00"), format!("{day}T14:10"));
        let leg = leg(flight, "YLW", "YYC", &departure, &arrival);
        let mut case = case(Disruption::Delay, vec![late(leg, 600)]);
        // The request is made within the year (s19(3)).
        case.assessed_on = day.parse().expect("a day");
        canada(&case)
    };
    // Flair: small in 2022 (2025 BCCRT 913), large since it carried two million
    // passengers in each of 2022 and 2023.
    assert_eq!(of("F8611", "2022-12-23"), "500.00");
    assert_eq!(of("F8611", "2023-12-31"), "500.00");
    assert_eq!(of("F8611", "2024-01-01"), "1000.00");
    // Porter: 2024 is not settled, and both sums are shown.
    assert_eq!(of("PD611", "2023-12-31"), "500.00");
    assert_eq!(of("PD611", "2024-06-10"), "depends");
    assert_eq!(of("PD611", "2025-01-01"), "1000.00");
}

#[test]
fn the_first_sum_tells_how_far_its_three_hours_are_behind_s19_1() {
    let changes = |minutes| found(&delayed(minutes, Facts::default())).could_change;
    let dollars = |amount: i64| Money::new(amount * 100, Currency::CAD);
    for minutes in [180, 359] {
        let (above, short_by) = (minutes - 180, 360 - minutes);
        let told = [
            Change::CauseProven,
            Change::MinutesAboveThreshold { minutes: above },
            Change::MinutesToHigherSum {
                minutes: short_by,
                amount: dollars(700),
            },
        ];
        assert_eq!(changes(minutes), told, "{minutes}");
    }
    // At six hours the next step is that of nine.
    let next = Change::MinutesToHigherSum {
        minutes: 180,
        amount: dollars(1000),
    };
    assert_eq!(changes(360), [Change::CauseProven, next]);
}

#[test]
fn the_door_is_asked_for_up_to_three_hours_s1_2() {
    let near = |minutes| {
        let found = found(&delayed(minutes, Facts::default()));
        let near = keys(&found).contains(&"ArrivalNearThreshold");
        (near, keys(&found).pop().expect("a step"))
    };
    assert_eq!(near(174), (false, "ArrivedNotLateEnough"));
    assert_eq!(near(175), (true, "ArrivedNotLateEnough"));
    assert_eq!(near(179), (true, "ArrivedNotLateEnough"));
    assert!(!near(180).0);
    assert_eq!(near(1), (false, "ArrivedNotLateEnough"));
    assert_eq!(near(0), (false, "ArrivedOnTime"));
}

#[test]
fn a_refusal_made_good_in_time_pays_all_the_same_s20_1() {
    let finding = |minutes| {
        let found = found(&refused(Some(minutes)));
        keys(&found).pop().expect("a step")
    };
    assert_eq!(finding(-1), "DenialSumInTime");
    assert_eq!(finding(0), "DenialSumInTime");
    assert_eq!(finding(1), "DenialSum");
}

#[test]
fn what_is_at_stake_is_told_before_it_is_owed_s19_20() {
    let stake = |mut case: Case, size| {
        case.facts.carrier_size = size;
        let sum = found(&case).at_stake.expect("a sum");
        sum.amount.decimal()
    };
    let (large, small) = (Some(CarrierSize::Large), Some(CarrierSize::Small));
    // Outside the carrier's control nothing is owed; the sum is shown.
    let outside = |minutes, refund_chosen| {
        let facts = Facts {
            appr_control: Some(rights::ApprControl::OutsideControl),
            refund_chosen,
            ..Facts::default()
        };
        delayed(minutes, facts)
    };
    for (minutes, by_large, by_small) in [
        (30, "400.00", "125.00"),
        (400, "700.00", "250.00"),
        (600, "1000.00", "500.00"),
    ] {
        assert_eq!(stake(outside(minutes, false), large), by_large);
        assert_eq!(stake(outside(minutes, false), small), by_small);
        // Beside a refund there is one step only (s19(2)).
        assert_eq!(stake(outside(minutes, true), large), "400.00");
        assert_eq!(stake(outside(minutes, true), small), "125.00");
    }
    let refused = |minutes| {
        let mut case = refused(minutes);
        case.facts.oversold = Some(false);
        case
    };
    for (minutes, sum) in [
        (None, "900.00"),
        (Some(360), "1800.00"),
        (Some(540), "2400.00"),
    ] {
        assert_eq!(stake(refused(minutes), small), sum);
    }
    let lower = found(&case(Disruption::Downgrade, vec![domestic()]));
    assert_eq!(lower.at_stake, None);
}

#[test]
fn of_an_unknown_size_both_sums_are_shown_s1_4() {
    let mut unknown = delayed(400, Facts::default());
    unknown.legs[0].flight = "QQZ1".parse().expect("a flight");
    let found = found(&unknown);
    let shown = found.steps.iter().find_map(|step| match step.finding {
        Finding::Canada(rights::canada::Finding::SizeUnknown { lower, higher, .. }) => {
            Some((lower.decimal(), higher.decimal()))
        }
        _ => None,
    });
    let both = ("250.00".to_owned(), "700.00".to_owned());
    assert_eq!(shown, Some(both));
}
