//! The Montreal Convention, each row with its article.

mod support;

use jiff::ToSpan;
use jiff::civil::date;
use rights::{
    Baggage, BaggageKind, Case, Cause, Currency, Disruption, Facts, Leg, LegStatus, MissingFact,
    Money, Outcome, Regime, Reroute,
};
use support::{case, entry, late, leg, time, verdict, with};

fn sdr(amount: i64) -> Money {
    Money::new(amount * 100, Currency::SDR)
}

fn euro(amount: i64) -> Money {
    Money::new(amount * 100, Currency::EUR)
}

fn is(case: &Case) -> String {
    verdict(case, Regime::Mc99)
}

fn missing(case: &Case) -> Vec<MissingFact> {
    entry(case, Regime::Mc99).expect("in scope").missing_facts
}

/// A flight that reaches its destination on the same day.
fn flight(number: &str, from: &str, to: &str, day: &str) -> Leg {
    let at = |hour: &str| format!("{day}T{hour}");
    leg(number, from, to, &at("08:00"), &at("20:00"))
}

fn frankfurt() -> Leg {
    flight("LH400", "FRA", "JFK", "2026-06-10")
}

/// A case that costs 500 SDR.
fn costly(event: Disruption, legs: Vec<Leg>) -> Case {
    let mut case = case(event, legs);
    case.facts.proven_loss = Some(sdr(500));
    case
}

fn delayed(leg: Leg) -> Case {
    costly(Disruption::Delay, vec![late(leg, 200)])
}

fn bag(kind: BaggageKind, days: Option<u32>) -> Case {
    let mut case = costly(Disruption::Baggage, vec![late(frankfurt(), 0)]);
    case.facts.baggage = Some(Baggage {
        kind,
        reported_after_days: days,
    });
    case
}

#[test]
fn carriage_between_two_states_parties_art_1_2() {
    let rows = [
        ("both bound", "AA1", "JFK", "GRU", "2026-06-10", "500.00"),
        ("inland", "AA1", "JFK", "LAX", "2026-06-10", "out"),
        (
            "a territory is no other state",
            "AA1",
            "JFK",
            "SJU",
            "2026-06-10",
            "out",
        ),
        (
            "inland, a European airline",
            "LH1",
            "FRA",
            "HAM",
            "2026-06-10",
            "500.00",
        ),
        (
            "inland, a British airline",
            "BA1",
            "LHR",
            "EDI",
            "2026-06-10",
            "500.00",
        ),
        (
            "a Swiss airline to anywhere",
            "LX1",
            "ZRH",
            "IKA",
            "2026-06-10",
            "500.00",
        ),
        (
            "a state the list lacks",
            "IR1",
            "IKA",
            "FRA",
            "2026-06-10",
            "depends",
        ),
        (
            "two the list lacks",
            "IR1",
            "IKA",
            "BGW",
            "2026-06-10",
            "depends",
        ),
        ("inland there", "IR1", "IKA", "MHD", "2026-06-10", "out"),
        (
            "one not yet bound",
            "TG1",
            "JFK",
            "BKK",
            "2017-10-01",
            "out",
        ),
        (
            "bound from that day",
            "TG1",
            "JFK",
            "BKK",
            "2017-10-02",
            "500.00",
        ),
        (
            "an unknown airline inland in Europe",
            "QQZ1",
            "FRA",
            "HAM",
            "2026-06-10",
            "depends",
        ),
        (
            "an unknown airline inland elsewhere",
            "QQZ1",
            "JFK",
            "LAX",
            "2026-06-10",
            "out",
        ),
        (
            "an unknown airline between states",
            "QQZ1",
            "JFK",
            "GRU",
            "2026-06-10",
            "500.00",
        ),
    ];
    for (what, number, from, to, day, expected) in rows {
        let mut case = delayed(flight(number, from, to, day));
        case.assessed_on =
            date(2026, 11, 20).min(case.legs[0].scheduled_arrival.expect("booked").date());
        assert_eq!(is(&case), expected, "{what}");
    }
}

#[test]
fn a_stop_abroad_makes_an_inland_journey_international_art_1_2() {
    let legs = |stop: &str| {
        vec![
            leg("AA1", "JFK", stop, "2026-06-10T08:00", "2026-06-10T10:00"),
            late(
                leg("AA2", stop, "LAX", "2026-06-10T12:00", "2026-06-10T15:00"),
                200,
            ),
        ]
    };
    assert_eq!(is(&costly(Disruption::Delay, legs("YYZ"))), "500.00");
    assert_eq!(is(&costly(Disruption::Delay, legs("ORD"))), "out");
}

#[test]
fn one_way_of_a_return_ticket_from_a_bound_state_is_for_a_person() {
    let legs = vec![
        late(
            leg("AA1", "JFK", "IKA", "2026-06-10T08:00", "2026-06-10T22:00"),
            200,
        ),
        leg("AA2", "IKA", "JFK", "2026-06-20T08:00", "2026-06-20T22:00"),
    ];
    let case = costly(Disruption::Delay, legs);
    assert_eq!(missing(&case), [MissingFact::TreatyStatus]);
}

#[test]
fn it_is_in_force_since_4_november_2003_art_53() {
    for (number, day, expected) in [
        ("AA1", "2003-11-03", "out"),
        ("AA1", "2003-11-04", "500.00"),
        // Inland on a European airline only since Regulation 889/2002 applies.
        ("LH1", "2004-06-27", "out"),
        ("LH1", "2004-06-28", "500.00"),
    ] {
        let (from, to) = if number == "AA1" {
            ("JFK", "YYZ")
        } else {
            ("FRA", "HAM")
        };
        let mut case = delayed(flight(number, from, to, day));
        case.assessed_on = date(2004, 7, 1);
        assert_eq!(is(&case), expected, "{number} {day}");
    }
}

#[test]
fn limits_are_those_of_the_day_art_22_24() {
    let rows = [
        ("2009-12-29", "4150.00", "1000.00"),
        ("2009-12-30", "4694.00", "1131.00"),
        ("2019-12-27", "4694.00", "1131.00"),
        ("2019-12-28", "5346.00", "1288.00"),
        ("2024-12-27", "5346.00", "1288.00"),
        ("2024-12-28", "6303.00", "1519.00"),
    ];
    for (day, delay, baggage) in rows {
        let leg = flight("LH400", "FRA", "JFK", day);
        let booked = leg.scheduled_arrival.expect("booked").date();
        let mut case = delayed(leg);
        case.assessed_on = booked;
        case.facts.proven_loss = Some(sdr(10_000));
        assert_eq!(is(&case), delay, "{day}");
        case.disruption = Disruption::Baggage;
        case.facts.baggage = Some(Baggage {
            kind: BaggageKind::Lost,
            reported_after_days: None,
        });
        assert_eq!(is(&case), baggage, "{day}");
    }
}

#[test]
fn the_loss_is_due_up_to_the_limit() {
    let rows = [
        (sdr(6_302), "6302.00"),
        (sdr(6_303), "6303.00"),
        (sdr(6_304), "6303.00"),
        (euro(500), "500.00"),
        // The limit is roughly 7,437 euro: within a tenth of it the rate decides.
        (euro(6_690), "6690.00"),
        (euro(6_700), "depends"),
        (euro(8_100), "depends"),
        (euro(8_200), "6303.00"),
        (
            Money::new(5_000, "JPY".parse().expect("a currency")),
            "depends",
        ),
        (sdr(0), "none"),
        (sdr(-1), "none"),
        (Money::new(i64::MAX / 2, Currency::GBP), "6303.00"),
        (Money::new(i64::MAX, Currency::SDR), "6303.00"),
    ];
    for (loss, expected) in rows {
        let mut case = delayed(frankfurt());
        case.facts.proven_loss = Some(loss);
        assert_eq!(is(&case), expected, "{loss}");
    }
}

#[test]
fn the_currency_is_that_of_the_loss_or_of_the_limit() {
    let currency = |loss| {
        let mut case = delayed(frankfurt());
        case.facts.proven_loss = Some(loss);
        let entry = entry(&case, Regime::Mc99).expect("in scope");
        entry.compensation.map(|sum| sum.amount.currency)
    };
    assert_eq!(currency(euro(500)), Some(Currency::EUR));
    assert_eq!(currency(euro(90_000)), Some(Currency::SDR));
}

#[test]
fn facts_that_are_missing() {
    let mut case = delayed(frankfurt());
    case.facts.proven_loss = None;
    assert_eq!(missing(&case), [MissingFact::ProvenLoss]);
    case.facts.proven_loss = Some(euro(7_000));
    assert_eq!(missing(&case), [MissingFact::ExchangeRate]);
    let mut case = costly(Disruption::Delay, vec![frankfurt()]);
    assert_eq!(missing(&case), [MissingFact::ActualArrival]);
    case.legs[0].scheduled_arrival = None;
    assert_eq!(missing(&case), [MissingFact::ScheduledArrival]);
    let case = costly(Disruption::Baggage, vec![frankfurt()]);
    assert_eq!(missing(&case), [MissingFact::Baggage]);
    let open = bag(BaggageKind::Damaged, None);
    assert_eq!(missing(&open), [MissingFact::ReportedAfterDays]);
}

#[test]
fn only_who_came_late_has_damage_by_delay_art_19() {
    for (minutes, expected) in [(-20, "none"), (0, "none"), (1, "500.00"), (179, "500.00")] {
        let case = costly(Disruption::Delay, vec![late(frankfurt(), minutes)]);
        assert_eq!(is(&case), expected, "{minutes}");
    }
    for event in [
        Disruption::Delay,
        Disruption::MissedConnection,
        Disruption::Diversion,
        Disruption::BroughtForward,
        Disruption::Cancellation,
        Disruption::DeniedBoarding,
    ] {
        assert_eq!(
            is(&costly(event, vec![late(frankfurt(), 90)])),
            "500.00",
            "{event:?}"
        );
        assert_eq!(
            is(&costly(event, vec![late(frankfurt(), 0)])),
            "none",
            "{event:?}"
        );
        assert_eq!(
            is(&costly(event, vec![frankfurt()])),
            "depends",
            "{event:?}"
        );
    }
    assert_eq!(
        is(&costly(Disruption::Downgrade, vec![late(frankfurt(), 90)])),
        "none"
    );
}

#[test]
fn a_delay_is_that_of_a_passenger_who_came_and_flew() {
    for facts in [
        Facts {
            checked_in_on_time: false,
            ..Facts::default()
        },
        Facts {
            travelled: false,
            ..Facts::default()
        },
    ] {
        let mut case = delayed(frankfurt());
        case.facts = Facts {
            proven_loss: Some(sdr(500)),
            ..facts
        };
        assert_eq!(is(&case), "none");
    }
    let mut refused = costly(Disruption::DeniedBoarding, vec![late(frankfurt(), 90)]);
    refused.facts.denied_voluntarily = true;
    assert_eq!(is(&refused), "none");
}

#[test]
fn a_carriage_that_was_not_performed_is_for_a_person() {
    let leg = with(frankfurt(), LegStatus::Cancelled);
    let mut case = costly(Disruption::Cancellation, vec![leg]);
    assert_eq!(missing(&case), [MissingFact::UnconfirmedRule]);
    case.facts.reroute = Some(Reroute {
        arrival: Some(time("2026-06-11T20:00")),
        accepted: Some(true),
        ..Reroute::default()
    });
    assert_eq!(is(&case), "500.00", "late in the end");
    case.facts.refund_chosen = true;
    assert_eq!(missing(&case), [MissingFact::UnconfirmedRule]);
}

#[test]
fn the_carrier_must_show_that_it_took_all_measures_art_19() {
    let rows = [
        (None, false, None, "500.00"),
        (None, false, Some(true), "none"),
        (None, false, Some(false), "500.00"),
        (Some(Cause::Weather), true, Some(true), "none"),
        (Some(Cause::Weather), true, None, "depends"),
        (Some(Cause::Weather), true, Some(false), "500.00"),
        (Some(Cause::Weather), false, None, "500.00"),
        (Some(Cause::TechnicalFault), true, None, "500.00"),
    ];
    for (cause, cause_proven, measures_proven, expected) in rows {
        let facts = Facts {
            cause,
            cause_proven,
            measures_proven,
            proven_loss: Some(sdr(500)),
            ..Facts::default()
        };
        let mut late_person = delayed(frankfurt());
        late_person.facts = facts.clone();
        assert_eq!(is(&late_person), expected, "{facts:?}");
        let mut late_bag = bag(BaggageKind::Delayed, Some(1));
        late_bag.facts = Facts {
            baggage: late_bag.facts.baggage,
            ..facts.clone()
        };
        assert_eq!(is(&late_bag), expected, "{facts:?}");
        for kind in [BaggageKind::Lost, BaggageKind::Damaged] {
            let mut harmed = bag(kind, Some(1));
            harmed.facts = Facts {
                baggage: harmed.facts.baggage,
                ..facts.clone()
            };
            assert_eq!(is(&harmed), "500.00", "Art 17(2) knows no such defence");
        }
    }
}

#[test]
fn baggage_is_complained_of_in_time_art_31() {
    let rows = [
        (BaggageKind::Damaged, Some(7), "500.00"),
        (BaggageKind::Damaged, Some(8), "none"),
        (BaggageKind::Damaged, None, "depends"),
        (BaggageKind::Delayed, Some(21), "500.00"),
        (BaggageKind::Delayed, Some(22), "none"),
        (BaggageKind::Delayed, None, "depends"),
        (BaggageKind::Lost, None, "500.00"),
        (BaggageKind::Lost, Some(400), "500.00"),
    ];
    for (kind, days, expected) in rows {
        assert_eq!(is(&bag(kind, days)), expected, "{kind:?} {days:?}");
    }
    let mut no_loss = bag(BaggageKind::Damaged, Some(8));
    no_loss.facts.proven_loss = None;
    assert_eq!(is(&no_loss), "none", "goes before a missing loss");
}

#[test]
fn baggage_may_be_that_of_any_of_several_bookings_art_17() {
    let inland = || flight("AA1", "ORD", "JFK", "2026-06-10");
    let abroad = || {
        leg(
            "AA100",
            "JFK",
            "LHR",
            "2026-06-10T22:00",
            "2026-06-11T10:00",
        )
    };
    let of = |legs: Vec<Leg>| {
        let mut case = bag(BaggageKind::Lost, None);
        case.legs = legs;
        case.facts.single_booking = false;
        case
    };
    // Who lost a bag does not say on which flight: the best one counts.
    assert_eq!(
        is(&of(vec![late(inland(), 0), late(abroad(), 0)])),
        "500.00"
    );
    assert_eq!(is(&of(vec![inland(), abroad()])), "500.00");
    assert_eq!(
        is(&of(vec![late(abroad(), 0), late(inland(), 0)])),
        "500.00"
    );
    let missed = with(abroad(), LegStatus::Missed);
    assert_eq!(is(&of(vec![late(frankfurt(), 0), missed])), "500.00");
    // Unless the passenger names it.
    let mut named = of(vec![late(inland(), 0), late(abroad(), 0)]);
    named.disrupted_leg = Some(1);
    assert_eq!(is(&named), "500.00");
    named.disrupted_leg = Some(0);
    assert_eq!(is(&named), "none");
}

#[test]
fn two_years_from_arrival_art_35() {
    let mut case = delayed(frankfurt());
    for (day, expected) in [(date(2028, 6, 10), "500.00"), (date(2028, 6, 11), "none")] {
        case.assessed_on = day;
        assert_eq!(is(&case), expected, "{day}");
    }
    // It arrived a day later than booked.
    case.legs[0].actual_arrival = case.legs[0].scheduled_arrival.map(|at| at + 1.days());
    for (day, expected) in [(date(2028, 6, 11), "500.00"), (date(2028, 6, 12), "none")] {
        case.assessed_on = day;
        assert_eq!(is(&case), expected, "{day}");
    }
    let deadline = entry(&case, Regime::Mc99)
        .and_then(|entry| entry.deadline)
        .expect("a day");
    assert_eq!(
        (deadline.last_day, deadline.certain),
        (date(2028, 6, 11), true)
    );
    assert_eq!(deadline.forum.as_str(), "DE");
}

#[test]
fn what_was_paid_is_taken_off_the_sum_due() {
    let rows = [
        (sdr(500), Some(sdr(200)), "300.00"),
        (sdr(500), Some(sdr(500)), "none"),
        (sdr(10_000), Some(sdr(303)), "6000.00"),
        (sdr(500), Some(euro(600)), "500.00"),
        (euro(900), Some(euro(600)), "300.00"),
    ];
    for (loss, already_received, expected) in rows {
        let mut case = delayed(frankfurt());
        case.facts.proven_loss = Some(loss);
        case.facts.already_received = already_received;
        assert_eq!(is(&case), expected, "{loss}");
    }
}

#[test]
fn a_fixed_sum_and_damages_stand_side_by_side() {
    let case = delayed(frankfurt());
    let fixed = entry(&case, Regime::Eu261).expect("in scope");
    let damages = entry(&case, Regime::Mc99).expect("in scope");
    assert_eq!(fixed.outcome, Outcome::Eligible);
    assert_eq!(damages.outcome, Outcome::Eligible);
    assert!(!fixed.excludes.contains(&Regime::Mc99));
    assert!(damages.excludes.is_empty());
}

#[test]
fn several_airlines_on_a_ticket_are_remarked_art_36_39() {
    let told = |case: &Case| {
        let entry = entry(case, Regime::Mc99).expect("in scope");
        entry
            .steps
            .iter()
            .any(|step| step.rule.name == "SEVERAL_CARRIERS")
    };
    let mut case = delayed(frankfurt());
    assert!(!told(&case));
    case.legs[0].operating_carrier = "UA".parse().ok();
    assert!(told(&case));
}
