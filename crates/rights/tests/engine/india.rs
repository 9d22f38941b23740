//! DGCA CAR Section 3 Series M Part IV, each row with what it tries.

mod reasons;

use crate::support::{case, entry, late, leg, outcome, time, with};
use jiff::ToSpan;
use rights::{
    Case, Cause, Currency, Disruption, Facts, Leg, LegStatus, MissingFact, Money, Outcome,
    RefusalGrounds, Regime, Reroute, Right,
};

fn rupees(amount: i64) -> Option<Money> {
    Some(Money::new(amount * 100, Currency::INR))
}

/// Booked from 08:00 on for so many minutes.
fn flight(minutes: i64) -> Leg {
    let mut leg = leg(
        "6E2131",
        "DEL",
        "BLR",
        "2026-06-10T08:00",
        "2026-06-10T08:00",
    );
    leg.scheduled_arrival = leg.scheduled_arrival.map(|at| at + minutes.minutes());
    leg
}

fn told(days: u32) -> Facts {
    Facts {
        notice_days: Some(days),
        leg_fare: rupees(30_000),
        ..Facts::default()
    }
}

fn cancelled(minutes: i64, facts: Facts) -> Case {
    let mut case = case(
        Disruption::Cancellation,
        vec![with(flight(minutes), LegStatus::Cancelled)],
    );
    case.facts = facts;
    case
}

fn bumped(facts: Facts) -> Case {
    let mut case = case(
        Disruption::DeniedBoarding,
        vec![with(flight(170), LegStatus::Denied)],
    );
    case.facts = Facts {
        oversold: facts.oversold.or(Some(true)),
        leg_fare: facts.leg_fare.or(rupees(4_000)),
        ..facts
    };
    case
}

fn offer(departure: Option<&str>, arrival: Option<&str>) -> Reroute {
    Reroute {
        departure: departure.map(time),
        arrival: arrival.map(time),
        accepted: Some(true),
        self_arranged: false,
    }
}

fn is(case: &Case) -> String {
    outcome(case, Regime::InDgca)
}

fn missing(case: &Case) -> Vec<MissingFact> {
    entry(case, Regime::InDgca).expect("in scope").missing_facts
}

#[test]
fn indian_airlines_from_to_or_within_india() {
    let rows = [
        ("6E1", "DEL", "BLR", "none"),
        ("AI1", "DEL", "LHR", "none"),
        ("AI1", "LHR", "DEL", "none"),
        ("AI1", "LHR", "JFK", "out"),
        ("LH1", "FRA", "DEL", "out"),
        ("LH1", "DEL", "FRA", "out"),
        ("QQZ1", "DEL", "BLR", "none"),
    ];
    for (number, from, to, expected) in rows {
        let leg = leg(number, from, to, "2026-06-10T08:00", "2026-06-10T18:00");
        assert_eq!(
            is(&case(Disruption::Delay, vec![leg])),
            expected,
            "{number}"
        );
    }
}

#[test]
fn an_unknown_licence_is_open() {
    let mut case = cancelled(170, told(0));
    case.legs[0].flight = "QQZ1".parse().expect("a flight");
    assert_eq!(is(&case), "depends");
    assert_eq!(missing(&case), [MissingFact::CarrierLicence]);
    case.legs[0].carrier_licence = "IN".parse().ok();
    assert_eq!(is(&case), "10000.00");
    case.legs[0].carrier_licence = "AE".parse().ok();
    assert_eq!(is(&case), "out");
}

#[test]
fn sums_before_the_revision_are_for_a_person() {
    for (day, expected) in [("2016-07-31", "depends"), ("2016-08-01", "10000.00")] {
        let mut case = cancelled(170, told(0));
        case.legs[0].scheduled_departure = Some(time(&format!("{day}T08:00")));
        case.legs[0].scheduled_arrival = Some(time(&format!("{day}T10:50")));
        assert_eq!(is(&case), expected, "{day}");
    }
}

#[test]
fn a_cancellation_gives_a_sum_where_it_was_told_less_than_a_day_before() {
    for (days, expected) in [
        (0, "10000.00"),
        (1, "none"),
        (13, "none"),
        (14, "none"),
        (60, "none"),
    ] {
        assert_eq!(is(&cancelled(170, told(days))), expected, "{days}");
    }
    let unknown = Facts {
        notice_days: None,
        ..told(0)
    };
    assert_eq!(is(&cancelled(170, unknown.clone())), "depends");
    assert_eq!(missing(&cancelled(170, unknown)), [MissingFact::NoticeDays]);
}

#[test]
fn the_flat_sum_goes_by_block_time_and_not_above_the_fare() {
    let rows = [
        (60, 30_000, "5000.00"),
        (61, 30_000, "7500.00"),
        (120, 30_000, "7500.00"),
        (121, 30_000, "10000.00"),
        (60, 4_999, "4999.00"),
        (60, 5_000, "5000.00"),
        (170, 9_000, "9000.00"),
        (170, 10_000, "10000.00"),
    ];
    for (minutes, fare, expected) in rows {
        let facts = Facts {
            leg_fare: rupees(fare),
            ..told(0)
        };
        assert_eq!(is(&cancelled(minutes, facts)), expected, "{minutes} {fare}");
    }
}

#[test]
fn block_time_is_absolute() {
    // 08:00 in Delhi is 06:30 in Dubai: 2 h 00 on the clocks are 3 h 30.
    let mut case = cancelled(170, told(0));
    case.legs = vec![with(
        leg("6E1", "DEL", "DXB", "2026-06-10T08:00", "2026-06-10T10:00"),
        LegStatus::Cancelled,
    )];
    assert_eq!(is(&case), "10000.00");
    case.legs[0].scheduled_arrival = Some(time("2026-06-10T08:30"));
    assert_eq!(is(&case), "7500.00");
}

#[test]
fn what_the_passenger_must_show_is_asked_for() {
    let no_fare = Facts {
        leg_fare: None,
        ..told(0)
    };
    assert_eq!(missing(&cancelled(170, no_fare)), [MissingFact::LegFare]);
    let euro = Facts {
        leg_fare: Some(Money::new(5_000, Currency::EUR)),
        ..told(0)
    };
    assert_eq!(missing(&cancelled(170, euro)), [MissingFact::LegFare]);
    let nothing = Facts {
        leg_fare: rupees(0),
        ..told(0)
    };
    assert_eq!(missing(&cancelled(170, nothing)), [MissingFact::LegFare]);
    let mut untimed = cancelled(170, told(0));
    untimed.legs[0].scheduled_arrival = None;
    assert_eq!(missing(&untimed), [MissingFact::BlockTime]);
}

#[test]
fn who_takes_the_alternative_gets_no_sum_for_a_cancellation() {
    let replaced = |accepted, self_arranged| {
        let reroute = Reroute {
            accepted,
            self_arranged,
            ..Reroute::default()
        };
        is(&cancelled(
            170,
            Facts {
                reroute: Some(reroute),
                ..told(0)
            },
        ))
    };
    assert_eq!(replaced(Some(true), false), "none");
    assert_eq!(replaced(Some(false), false), "10000.00");
    assert_eq!(replaced(None, false), "10000.00");
    assert_eq!(replaced(Some(true), true), "10000.00");
    assert_eq!(
        is(&cancelled(
            170,
            Facts {
                refund_chosen: true,
                ..told(0)
            }
        )),
        "10000.00"
    );
}

#[test]
fn extraordinary_circumstances_excuse_a_cancellation() {
    let shown = |cause, proven, measures| {
        let facts = Facts {
            cause: Some(cause),
            cause_proven: proven,
            measures_proven: measures,
            ..told(0)
        };
        is(&cancelled(170, facts))
    };
    assert_eq!(shown(Cause::Weather, true, Some(true)), "none");
    assert_eq!(shown(Cause::Weather, true, None), "depends");
    assert_eq!(shown(Cause::Weather, true, Some(false)), "10000.00");
    assert_eq!(shown(Cause::Weather, false, Some(true)), "10000.00");
    assert_eq!(shown(Cause::TechnicalFault, true, Some(true)), "10000.00");
    // Para 1.4 names strikes and labour disputes without a difference.
    assert_eq!(shown(Cause::OwnStaffStrike, true, Some(true)), "none");
    assert_eq!(shown(Cause::AuthorityOrder, true, Some(true)), "none");
    assert_eq!(shown(Cause::OwnStaffStrike, true, None), "depends");
    assert_eq!(shown(Cause::OwnStaffStrike, true, Some(false)), "10000.00");
    assert_eq!(shown(Cause::OwnStaffStrike, false, None), "10000.00");
}

#[test]
fn a_missed_connection_on_the_ticket_counts_like_a_late_cancellation() {
    let legs = || {
        vec![
            late(flight(170), 120),
            with(
                leg("6E9", "BLR", "COK", "2026-06-10T12:00", "2026-06-10T13:00"),
                LegStatus::Missed,
            ),
        ]
    };
    let mut case = case(Disruption::MissedConnection, legs());
    case.facts.leg_fare = rupees(30_000);
    assert_eq!(
        is(&case),
        "5000.00",
        "the hour of the flight that was missed"
    );
    case.facts.checked_in_on_time = false;
    assert_eq!(is(&case), "none");
    case.facts.checked_in_on_time = true;
    case.facts.reroute = Some(offer(None, Some("2026-06-10T18:00")));
    assert_eq!(is(&case), "none", "took the alternative");
    case.facts.reroute = None;
    case.legs[1].status = LegStatus::Operated;
    assert_eq!(is(&case), "5000.00", "the flight after the late one");
    case.facts.single_booking = false;
    assert_eq!(is(&case), "none", "booked apart");
}

#[test]
fn refused_boarding_goes_by_the_alternative() {
    let day = |hour: &str| format!("2026-06-{hour}");
    let rows = [
        ("within the hour", Some("10T09:00"), None, "none"),
        ("just after", Some("10T09:01"), None, "8000.00"),
        ("a day", Some("11T08:00"), None, "8000.00"),
        ("more than a day", Some("11T08:01"), None, "16000.00"),
        ("arrived within a day", None, Some("11T07:59"), "8000.00"),
        (
            "arrived later, departure not shown",
            None,
            Some("11T08:01"),
            "16000.00",
        ),
        ("earlier than booked", Some("10T07:00"), None, "none"),
        ("no times", None, None, "16000.00"),
    ];
    for (what, departure, arrival, expected) in rows {
        let (departure, arrival) = (departure.map(day), arrival.map(day));
        let reroute = offer(departure.as_deref(), arrival.as_deref());
        let facts = Facts {
            reroute: Some(reroute),
            ..Facts::default()
        };
        assert_eq!(is(&bumped(facts)), expected, "{what}");
    }
}

#[test]
fn the_higher_share_where_the_alternative_is_not_used() {
    let within = || offer(Some("2026-06-10T15:00"), None);
    let rows = [
        ("none offered", None, false, "16000.00"),
        (
            "refused",
            Some(Reroute {
                accepted: Some(false),
                ..within()
            }),
            false,
            "16000.00",
        ),
        (
            "found by the passenger",
            Some(Reroute {
                self_arranged: true,
                ..within()
            }),
            false,
            "16000.00",
        ),
        (
            "not said",
            Some(Reroute {
                accepted: None,
                ..within()
            }),
            false,
            "8000.00",
        ),
        ("fare taken back", Some(within()), true, "16000.00"),
    ];
    for (what, reroute, refund_chosen, expected) in rows {
        let facts = Facts {
            reroute,
            refund_chosen,
            ..Facts::default()
        };
        assert_eq!(is(&bumped(facts)), expected, "{what}");
    }
}

#[test]
fn the_shares_have_limits() {
    let lower = Some(offer(Some("2026-06-10T15:00"), None));
    let rows = [
        (lower, 5_000, "10000.00"),
        (lower, 5_001, "10000.00"),
        (lower, 4_999, "9998.00"),
        (None, 5_000, "20000.00"),
        (None, 5_001, "20000.00"),
        (None, 4_999, "19996.00"),
        (None, i64::MAX / 100, "20000.00"),
    ];
    for (reroute, fare, expected) in rows {
        let facts = Facts {
            reroute,
            leg_fare: rupees(fare),
            ..Facts::default()
        };
        assert_eq!(is(&bumped(facts)), expected, "{fare}");
    }
}

#[test]
fn only_a_refusal_on_an_oversold_flight_counts() {
    let mut unknown = bumped(Facts::default());
    unknown.facts.oversold = None;
    assert_eq!(is(&unknown), "depends");
    assert_eq!(missing(&unknown), [MissingFact::Oversold]);
    unknown.facts.cause = Some(Cause::Overbooking);
    assert_eq!(is(&unknown), "16000.00");
    let none = [
        Facts {
            oversold: Some(false),
            ..Facts::default()
        },
        Facts {
            denied_voluntarily: true,
            ..Facts::default()
        },
        Facts {
            checked_in_on_time: false,
            ..Facts::default()
        },
        Facts {
            refusal_grounds: Some(RefusalGrounds::Health),
            ..Facts::default()
        },
    ];
    for facts in none {
        assert_eq!(is(&bumped(facts.clone())), "none", "{facts:?}");
    }
    let weather = Facts {
        cause: Some(Cause::Weather),
        cause_proven: true,
        measures_proven: Some(true),
        ..Facts::default()
    };
    assert_eq!(is(&bumped(weather)), "16000.00", "no cause excuses it");
}

#[test]
fn what_was_paid_is_taken_off() {
    let rows = [
        (rupees(1_000), "15000.00"),
        (rupees(16_000), "none"),
        (Some(Money::new(5_000, Currency::EUR)), "16000.00"),
    ];
    for (already_received, expected) in rows {
        let facts = Facts {
            already_received,
            ..Facts::default()
        };
        assert_eq!(is(&bumped(facts)), expected);
    }
}

#[test]
fn other_events_have_no_sum() {
    // The choice after six hours is spoken of where it is given.
    for (event, key) in [
        (Disruption::Delay, "NoSum"),
        (Disruption::BroughtForward, "NoSumWhenEarly"),
        (Disruption::Diversion, "NoSumWhenDiverted"),
        (Disruption::Baggage, "BaggageNoSum"),
    ] {
        let case = case(event, vec![late(flight(170), 600)]);
        let entry = entry(&case, Regime::InDgca).expect("in scope");
        assert_eq!(entry.outcome, Outcome::NoCompensation, "{event:?}");
        assert_eq!(entry.steps.last().expect("a step").finding.key(), key);
    }
    let lower = case(Disruption::Downgrade, vec![flight(170)]);
    assert_eq!(missing(&lower), [MissingFact::LegFare]);
}

#[test]
fn care_goes_by_block_time_and_the_choice_comes_after_six_hours() {
    let granted = |block, minutes| {
        let case = case(Disruption::Delay, vec![late(flight(block), minutes)]);
        let entry = entry(&case, Regime::InDgca).expect("in scope");
        let rights = entry.other_rights.iter().map(|other| other.right);
        rights.collect::<Vec<_>>()
    };
    for (block, from) in [(150, 120), (151, 180), (300, 180), (301, 240)] {
        assert_eq!(granted(block, from - 1), [], "{block}");
        assert_eq!(granted(block, from), [Right::Care], "{block}");
    }
    assert_eq!(granted(170, 360), [Right::Care]);
    assert_eq!(granted(170, 361), [Right::Care, Right::RefundOrRerouting]);
}

#[test]
fn who_left_no_contact_data_gets_no_sum_for_a_cancellation_para_3_3() {
    let contact = |contact_given| Facts {
        contact_given,
        ..told(0)
    };
    assert_eq!(is(&cancelled(170, contact(true))), "10000.00");
    assert_eq!(is(&cancelled(170, contact(false))), "none");
    // A refusal at the gate needs no word before.
    assert_eq!(
        is(&bumped(Facts {
            contact_given: false,
            ..Facts::default()
        })),
        "16000.00"
    );
}

#[test]
fn a_refund_is_due_within_days_since_26_march_2026() {
    let refunded = |day: &str| {
        let mut leg = with(flight(170), LegStatus::Cancelled);
        leg.scheduled_departure = Some(time(&format!("{day}T08:00")));
        leg.scheduled_arrival = Some(time(&format!("{day}T10:50")));
        let mut case = case(Disruption::Cancellation, vec![leg]);
        case.facts.refund_chosen = true;
        let rights = entry(&case, Regime::InDgca).expect("in scope").other_rights;
        rights
            .iter()
            .any(|right| right.right == Right::RefundInDays)
    };
    assert!(!refunded("2026-03-25"));
    assert!(refunded("2026-03-26"));
}
