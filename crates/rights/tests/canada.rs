//! The Canadian Air Passenger Protection Regulations, SOR/2019-150: each side of
//! every threshold, with the section it stands in.

mod support;

use jiff::ToSpan;
use jiff::civil::date;
use rights::{
    ApprControl, Baggage, BaggageKind, Cabin, CarrierSize, Case, Cause, Change, Currency,
    Disruption, Entry, Facts, Finding, Leg, LegStatus, MissingFact, Money, RefusalGrounds, Regime,
    Reroute, Right,
};
use support::{cancelled, case, entry, late, leg, replacement, time, verdict, with};

/// Inside Canada, on an airline the table knows as large.
fn domestic() -> Leg {
    leg(
        "AC103",
        "YYZ",
        "YVR",
        "2026-06-10T08:00",
        "2026-06-10T10:05",
    )
}

fn canada(case: &Case) -> String {
    verdict(case, Regime::CaAppr)
}

fn found(case: &Case) -> Entry {
    entry(case, Regime::CaAppr).expect("the rules apply")
}

/// A flight so late, with these facts.
fn delayed(minutes: i64, facts: Facts) -> Case {
    let mut case = case(Disruption::Delay, vec![late(domestic(), minutes)]);
    case.facts = facts;
    case
}

fn size(size: CarrierSize) -> Facts {
    Facts {
        carrier_size: Some(size),
        ..Facts::default()
    }
}

fn control(control: ApprControl) -> Facts {
    Facts {
        appr_control: Some(control),
        ..Facts::default()
    }
}

/// Refused, oversold, and so late in the end.
fn refused(late: Option<i64>) -> Case {
    let mut case = case(
        Disruption::DeniedBoarding,
        vec![with(domestic(), LegStatus::Denied)],
    );
    case.facts.oversold = Some(true);
    case.facts.reroute = late.map(|late| replacement(&domestic(), (0, late)));
    case
}

fn keys(entry: &Entry) -> Vec<&'static str> {
    entry.steps.iter().map(|step| step.finding.key()).collect()
}

fn rights_of(case: &Case) -> Vec<(Right, &'static str)> {
    let rights = found(case).other_rights;
    rights.iter().map(|r| (r.right, r.basis)).collect()
}

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
    assert_eq!(refunded(Some(179), Disruption::Delay), "none");
    assert_eq!(refunded(None, Disruption::Delay), "depends");
    // How late a missed connection made the passenger shows at the end only.
    assert_eq!(refunded(Some(45), Disruption::MissedConnection), "depends");
}

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
fn the_category_given_decides_alone_s10_to_12() {
    for (category, verdict) in [
        (ApprControl::WithinControl, "400.00"),
        (ApprControl::WithinControlSafety, "none"),
        (ApprControl::OutsideControl, "none"),
    ] {
        let mut facts = control(category);
        assert_eq!(canada(&delayed(200, facts.clone())), verdict);
        // Proofs and causes do not matter beside it.
        facts.cause = Some(Cause::Weather);
        facts.cause_proven = category == ApprControl::WithinControl;
        facts.measures_proven = Some(true);
        assert_eq!(canada(&delayed(200, facts)), verdict);
    }
}

#[test]
fn without_a_category_a_cause_that_is_shown_decides_s10_to_12() {
    use Cause::*;
    let outside = [
        Weather,
        LightningStrike,
        AirTrafficControl,
        AirspaceClosure,
        Security,
        AirportInfrastructure,
        AirportStaffShortage,
        RunwayContamination,
        ForeignObjectDamage,
        MedicalEmergency,
        DisruptivePassenger,
        BirdStrike,
        OwnStaffStrike,
        ThirdPartyStrike,
        HiddenDefect,
    ];
    for (name, cause) in Cause::ALL {
        let judged = |cause_proven| {
            let facts = Facts {
                cause: Some(cause),
                cause_proven,
                ..Facts::default()
            };
            canada(&delayed(200, facts))
        };
        let excused = outside.contains(&cause) || cause == TechnicalFault;
        let expected = if excused { "none" } else { "400.00" };
        assert_eq!(judged(true), expected, "{name}");
        assert_eq!(judged(false), "400.00", "{name} is only stated");
    }
    let last = |cause| {
        let facts = Facts {
            cause: Some(cause),
            cause_proven: true,
            ..Facts::default()
        };
        keys(&found(&delayed(200, facts))).pop()
    };
    assert_eq!(last(TechnicalFault), Some("CauseRequiredForSafety"));
    assert_eq!(last(Weather), Some("CauseOutsideControl"));
}

#[test]
fn any_airport_in_canada_on_any_airline_is_covered_s86_11() {
    for (flight, from, to, verdict) in [
        ("AC1", "YYZ", "YVR", "400.00"),
        ("AS2303", "YVR", "SEA", "400.00"),
        ("LH470", "FRA", "YYZ", "400.00"),
        ("UA1", "SFO", "ORD", "out"),
        // Saint-Pierre lies beside Newfoundland, and is not Canada.
        ("PJ1", "FSP", "CDG", "out"),
    ] {
        let mut leg = leg(flight, from, to, "2026-06-10T08:00", "2026-06-11T08:00");
        leg = late(leg, 200);
        let mut case = case(Disruption::Delay, vec![leg]);
        case.facts.carrier_size = Some(CarrierSize::Large);
        assert_eq!(canada(&case), verdict, "{from}-{to}");
    }
}

#[test]
fn a_change_of_aircraft_in_canada_is_enough_and_a_separate_booking_is_not() {
    let legs = || {
        let first = leg(
            "LH470",
            "FRA",
            "YYZ",
            "2026-06-10T10:00",
            "2026-06-10T13:00",
        );
        let second = leg("LH9", "YYZ", "MEX", "2026-06-10T15:00", "2026-06-10T19:00");
        let third = leg("AM1", "MEX", "LIM", "2026-06-10T21:00", "2026-06-11T04:00");
        vec![first, second, late(third, 200)]
    };
    let mut through = case(Disruption::Delay, legs());
    through.facts.carrier_size = Some(CarrierSize::Large);
    assert_eq!(canada(&through), "400.00");
    through.facts.single_booking = false;
    assert_eq!(canada(&through), "none");
    let alone = case(Disruption::Delay, legs().split_off(2));
    assert_eq!(canada(&alone), "out");
}

#[test]
fn the_day_of_the_flight_decides_which_provisions_apply() {
    let on = |mut case: Case, day: &str| {
        let booked = |hour| time(&format!("{day}T{hour}"));
        for leg in &mut case.legs {
            leg.scheduled_departure = Some(booked("08:00"));
            leg.scheduled_arrival = Some(booked("10:05"));
            leg.actual_arrival = Some(booked("14:05"));
        }
        case.facts.reroute = None;
        case.facts.carrier_size = Some(CarrierSize::Large);
        case.assessed_on = date(2020, 1, 2);
        canada(&case)
    };
    let delay = || delayed(240, Facts::default());
    assert_eq!(on(delay(), "2019-07-14"), "out");
    assert_eq!(on(delay(), "2019-07-15"), "none");
    assert_eq!(on(delay(), "2019-12-14"), "none");
    assert_eq!(on(delay(), "2019-12-15"), "400.00");
    assert_eq!(on(refused(None), "2019-07-14"), "out");
    assert_eq!(on(refused(None), "2019-07-15"), "900.00");
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
fn the_arrival_is_asked_for_s19_1() {
    let open = found(&case(Disruption::Delay, vec![domestic()]));
    assert_eq!(open.missing_facts, [MissingFact::ActualArrival]);
    let mut unbooked = domestic();
    unbooked.scheduled_arrival = None;
    let open = found(&case(Disruption::Delay, vec![unbooked]));
    assert_eq!(open.missing_facts, [MissingFact::ScheduledArrival]);
    let open = found(&cancelled(domestic(), 2, None));
    assert_eq!(open.missing_facts, [MissingFact::ActualArrival]);
    // A replacement that was declined is no arrival, one that was bought is.
    let with_offer = |accepted, self_arranged| {
        let mut case = cancelled(domestic(), 2, Some((0, 400)));
        let offer = case.facts.reroute.expect("an offer");
        case.facts.reroute = Some(Reroute {
            accepted: Some(accepted),
            self_arranged,
            ..offer
        });
        canada(&case)
    };
    assert_eq!(with_offer(false, false), "depends");
    assert_eq!(with_offer(true, false), "700.00");
    assert_eq!(with_offer(true, true), "700.00");
}

#[test]
fn a_cancellation_goes_by_the_delay_at_the_destination_s19_1() {
    let arriving = |late| canada(&cancelled(domestic(), 3, Some((0, late))));
    assert_eq!(arriving(179), "none");
    assert_eq!(arriving(180), "400.00");
    assert_eq!(arriving(-60), "none");
}

#[test]
fn a_flight_brought_forward_has_no_late_arrival() {
    let early = |arrival: Option<i64>, status| {
        let mut leg = with(domestic(), status);
        leg.actual_departure = leg.scheduled_departure.map(|at| at - 240.minutes());
        leg.actual_arrival =
            arrival.and_then(|by| leg.scheduled_arrival.map(|at| at + by.minutes()));
        canada(&case(Disruption::BroughtForward, vec![leg]))
    };
    assert_eq!(early(Some(-240), LegStatus::Operated), "none");
    assert_eq!(early(None, LegStatus::Operated), "none");
    assert_eq!(early(None, LegStatus::Missed), "none");
    assert_eq!(early(None, LegStatus::Cancelled), "depends");
    assert_eq!(early(Some(400), LegStatus::Cancelled), "700.00");
}

#[test]
fn missed_connections_and_diversions_go_by_the_end_of_the_journey() {
    let legs = |arrival: i64| {
        let first = leg(
            "AC103",
            "YHZ",
            "YYZ",
            "2026-06-10T08:00",
            "2026-06-10T09:30",
        );
        let second = leg(
            "AC105",
            "YYZ",
            "YVR",
            "2026-06-10T10:30",
            "2026-06-10T12:35",
        );
        let mut missed = with(second, LegStatus::Missed);
        missed.actual_arrival = missed.scheduled_arrival.map(|at| at + arrival.minutes());
        vec![late(first, 70), missed]
    };
    let of = |minutes| canada(&case(Disruption::MissedConnection, legs(minutes)));
    assert_eq!(of(179), "none");
    assert_eq!(of(360), "700.00");
    let mut apart = case(Disruption::MissedConnection, legs(360));
    apart.facts.single_booking = false;
    assert_eq!(canada(&apart), "none");
    let first_missed = with(late(domestic(), 300), LegStatus::Missed);
    let own = case(Disruption::MissedConnection, vec![first_missed]);
    assert_eq!(canada(&own), "none");
    let diverted = |minutes| {
        let leg = with(late(domestic(), minutes), LegStatus::Diverted);
        let mut case = case(Disruption::Diversion, vec![leg]);
        case.facts.landed_at = Some("YYJ".parse().expect("an airport"));
        canada(&case)
    };
    assert_eq!(diverted(179), "none");
    assert_eq!(diverted(540), "1000.00");
}

#[test]
fn who_did_not_present_or_fly_was_not_late() {
    let with = |facts| canada(&delayed(400, facts));
    let late = Facts {
        checked_in_on_time: false,
        ..Facts::default()
    };
    assert_eq!(with(late), "none");
    let stayed = Facts {
        travelled: false,
        ..Facts::default()
    };
    assert_eq!(with(stayed), "none");
    // The fare does not matter here.
    let staff = Facts {
        fare_available_to_public: false,
        ..Facts::default()
    };
    assert_eq!(with(staff), "700.00");
}

#[test]
fn the_request_is_made_within_a_year_s19_3() {
    for (day, verdict) in [
        (date(2027, 6, 9), "400.00"),
        (date(2027, 6, 10), "400.00"),
        (date(2027, 6, 11), "none"),
    ] {
        let mut case = delayed(200, Facts::default());
        case.assessed_on = day;
        assert_eq!(canada(&case), verdict, "{day}");
        let deadline = found(&case).deadline.expect("a deadline");
        assert_eq!(deadline.last_day, date(2027, 6, 9));
        assert_eq!(deadline.forum.as_str(), "CA");
    }
    // The year is not set for a refused boarding.
    let mut case = refused(Some(200));
    case.assessed_on = date(2028, 1, 1);
    assert_eq!(canada(&case), "900.00");
    assert_eq!(found(&case).deadline, None);
}

#[test]
fn one_event_is_compensated_once_s86_11_3() {
    let after = |minor, currency| {
        let facts = Facts {
            already_received: Some(Money::new(minor, currency)),
            ..Facts::default()
        };
        canada(&delayed(200, facts))
    };
    assert_eq!(after(15_000, Currency::CAD), "250.00");
    assert_eq!(after(40_000, Currency::CAD), "none");
    assert_eq!(after(0, Currency::CAD), "400.00");
    let mut case = delayed(200, Facts::default());
    case.facts.already_received = Some(Money::new(25_000, Currency::EUR));
    assert_eq!(canada(&case), "400.00");
    assert_eq!(keys(&found(&case)).pop(), Some("PaidUnderAnotherLaw"));
}

#[test]
fn treatment_another_flight_or_the_fare_back_s14_17_18() {
    let within = [(Right::Care, "s14"), (Right::RefundOrRerouting, "s17")];
    assert_eq!(rights_of(&delayed(200, Facts::default())), within);
    assert_eq!(rights_of(&delayed(120, Facts::default())), [within[0]]);
    assert_eq!(rights_of(&delayed(119, Facts::default())), []);
    let safety = control(ApprControl::WithinControlSafety);
    assert_eq!(rights_of(&delayed(200, safety)), within);
    let outside = control(ApprControl::OutsideControl);
    let s18 = (Right::RefundOrRerouting, "s18");
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
        ("2022-09-08", Right::RefundOrRerouting),
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
fn baggage_goes_by_the_montreal_convention_and_inside_canada_to_a_person_s23() {
    let bag = |leg: Leg| {
        let mut case = case(Disruption::Baggage, vec![leg]);
        case.facts.baggage = Some(Baggage {
            kind: BaggageKind::Lost,
            reported_after_days: Some(1),
        });
        case
    };
    let abroad = leg(
        "AC857",
        "LHR",
        "YYZ",
        "2026-06-10T12:00",
        "2026-06-10T15:00",
    );
    assert_eq!(canada(&bag(abroad)), "none");
    let inside = found(&bag(domestic()));
    assert_eq!(inside.missing_facts, [MissingFact::UnconfirmedRule]);
    assert_eq!(inside.other_rights[0].right, Right::BaggageFee);
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
