//! GACA regulations: each side of every threshold, and what stays open.

mod reasons;

use crate::support::{cancelled, case, entry, late, leg, outcome, replacement, time, with};
use rights::{
    Baggage, BaggageKind, Case, Cause, Currency, Disruption, Facts, Leg, LegStatus, MissingFact,
    Money, Regime, Reroute, Right,
};

fn sa(case: &Case) -> String {
    outcome(case, Regime::SaGaca)
}

fn flight() -> Leg {
    leg(
        "SV117",
        "RUH",
        "LHR",
        "2026-06-10T08:00",
        "2026-06-10T13:00",
    )
}

fn riyal(amount: i64) -> Option<Money> {
    Some(Money::new(amount * 100, Currency::SAR))
}

fn delayed(departure: Option<i64>, arrival: Option<i64>) -> Case {
    let mut leg = flight();
    leg.actual_departure = departure.and_then(|by| late(flight(), by).actual_departure);
    leg.actual_arrival = arrival.and_then(|by| late(flight(), by).actual_arrival);
    case(Disruption::Delay, vec![leg])
}

fn refused(offer: Option<Reroute>) -> Case {
    let mut case = case(
        Disruption::DeniedBoarding,
        vec![with(flight(), LegStatus::Denied)],
    );
    case.facts.leg_fare = riyal(1_000);
    case.facts.reroute = offer;
    case
}

/// Cancelled, told so many days before; the unused part is worth 1,000 riyal.
fn told(days: Option<u32>) -> Case {
    let mut case = cancelled(flight(), 0, None);
    case.facts.notice_days = days;
    case.facts.leg_fare = riyal(1_000);
    case
}

fn missing(case: &Case) -> Vec<MissingFact> {
    entry(case, Regime::SaGaca).expect("an entry").missing_facts
}

fn rights(case: &Case) -> Vec<Right> {
    let rights = entry(case, Regime::SaGaca).expect("an entry").other_rights;
    rights.into_iter().map(|other| other.right).collect()
}

#[test]
fn three_to_six_hours_give_50_sdr_and_more_give_150_flight_delays_6() {
    for (minutes, expected) in [
        (0, "none"),
        (179, "none"),
        (180, "50.00"),
        (360, "50.00"),
        (361, "150.00"),
    ] {
        let case = delayed(Some(minutes), Some(minutes));
        assert_eq!(sa(&case), expected, "{minutes}");
    }
}

#[test]
fn the_arrival_counts_and_the_departure_does_not_flight_delays_5_and_6() {
    assert_eq!(sa(&delayed(Some(400), Some(179))), "none");
    assert_eq!(sa(&delayed(Some(0), Some(180))), "50.00");
    assert_eq!(sa(&delayed(Some(361), Some(360))), "50.00");
    assert_eq!(sa(&delayed(Some(350), Some(365))), "150.00");
    assert_eq!(sa(&delayed(None, Some(361))), "150.00");
    for departure in [None, Some(400)] {
        let unknown = delayed(departure, None);
        assert_eq!(missing(&unknown), [MissingFact::ActualArrival]);
    }
}

#[test]
fn any_carrier_on_the_way_out_and_saudi_carriers_on_the_way_in() {
    let flight = |number, from, to| {
        let leg = leg(number, from, to, "2026-06-10T08:00", "2026-06-10T13:00");
        case(Disruption::Delay, vec![late(leg, 400)])
    };
    assert_eq!(sa(&flight("BA262", "RUH", "LHR")), "150.00");
    assert_eq!(sa(&flight("SV118", "LHR", "RUH")), "150.00");
    assert_eq!(sa(&flight("SV1020", "RUH", "JED")), "150.00");
    assert_eq!(sa(&flight("SV117", "LHR", "CDG")), "out");
    let foreign = flight("BA263", "LHR", "RUH");
    assert_eq!(missing(&foreign), [MissingFact::TerritoryStatus]);
    let nobody_knows = flight("QQZ1", "LHR", "RUH");
    assert_eq!(missing(&nobody_knows), [MissingFact::CarrierLicence]);
    let stop = vec![
        leg(
            "SV118",
            "LHR",
            "RUH",
            "2026-06-10T08:00",
            "2026-06-10T16:30",
        ),
        late(
            leg(
                "SV772",
                "RUH",
                "BOM",
                "2026-06-10T19:00",
                "2026-06-11T01:30",
            ),
            400,
        ),
    ];
    let stop = case(Disruption::Delay, stop);
    assert_eq!(missing(&stop), [MissingFact::TerritoryStatus]);
}

#[test]
fn the_regulations_cover_flights_since_20_november_2023() {
    let on = |day: &str| {
        let mut leg = flight();
        leg.scheduled_departure = Some(time(&format!("{day}T08:00")));
        leg.scheduled_arrival = Some(time(&format!("{day}T13:00")));
        sa(&case(Disruption::Delay, vec![late(leg, 400)]))
    };
    assert_eq!(on("2023-11-19"), "out");
    assert_eq!(on("2023-11-20"), "150.00");
}

#[test]
fn who_ends_the_contract_gets_a_share_by_notice_flight_cancellation_6() {
    for (days, expected) in [
        (Some(0), "1500.00"),
        (Some(1), "750.00"),
        (Some(13), "750.00"),
        (Some(14), "500.00"),
        (Some(60), "500.00"),
        (Some(61), "none"),
        (None, "depends"),
    ] {
        assert_eq!(sa(&told(days)), expected, "{days:?}");
    }
    assert_eq!(missing(&told(None)), [MissingFact::NoticeDays]);
    let mut no_fare = told(Some(5));
    no_fare.facts.leg_fare = None;
    assert_eq!(missing(&no_fare), [MissingFact::LegFare]);
    no_fare.facts.leg_fare = riyal(0);
    assert_eq!(missing(&no_fare), [MissingFact::LegFare]);
    // The share keeps the currency of the fare.
    no_fare.facts.leg_fare = Some(Money::new(40_000, Currency::EUR));
    let sum = entry(&no_fare, Regime::SaGaca)
        .expect("an entry")
        .compensation;
    assert_eq!(
        sum.map(|sum| sum.amount.to_string()),
        Some("300.00 EUR".to_owned())
    );
}

#[test]
fn the_fourteenth_day_gives_the_lower_share_and_the_higher_is_a_question() {
    let open = |days| {
        let entry = entry(&told(Some(days)), Regime::SaGaca).expect("an entry");
        let mut steps = entry.steps.into_iter();
        steps.any(|step| step.rule.name == "FOURTEENTH_DAY" && !step.met)
    };
    assert_eq!([13, 14, 15].map(open), [false, true, false]);
}

#[test]
fn time_lost_is_a_question_where_the_change_was_told_more_than_sixty_days_before() {
    let taken = |days: Option<u32>, by: i64| {
        let mut case = told(days);
        case.facts.reroute = Some(replacement(&flight(), (-by, by)));
        case
    };
    assert_eq!(sa(&taken(Some(60), 420)), "150.00");
    assert_eq!(
        missing(&taken(Some(61), 420)),
        [MissingFact::UnconfirmedRule]
    );
    assert_eq!(missing(&taken(None, 420)), [MissingFact::NoticeDays]);
    // What gives nothing told on the day gives nothing told long before.
    assert_eq!(sa(&taken(Some(61), 179)), "none");
    assert_eq!(sa(&taken(None, 179)), "none");
    let earlier = |days| {
        let mut case = case(Disruption::BroughtForward, vec![late(flight(), -180)]);
        case.facts.notice_days = days;
        case
    };
    assert_eq!(sa(&earlier(Some(60))), "50.00");
    assert_eq!(missing(&earlier(Some(61))), [MissingFact::UnconfirmedRule]);
    assert_eq!(sa(&earlier(None)), "50.00");
}

#[test]
fn another_flight_accepted_gives_the_sums_for_the_time_lost_flight_cancellation_3() {
    let taken = |by: i64| {
        let mut case = told(Some(0));
        case.facts.reroute = Some(replacement(&flight(), (-by, by)));
        case
    };
    assert_eq!(sa(&taken(120)), "none");
    assert_eq!(sa(&taken(179)), "none");
    assert_eq!(sa(&taken(180)), "50.00");
    assert_eq!(sa(&taken(360)), "50.00");
    assert_eq!(sa(&taken(361)), "150.00");
    // Offered and declined, or the fare back: the share.
    for change in [
        |facts: &mut Facts| facts.reroute.as_mut().expect("an offer").accepted = Some(false),
        |facts: &mut Facts| facts.refund_chosen = true,
        |facts: &mut Facts| facts.reroute.as_mut().expect("an offer").self_arranged = true,
    ] {
        let mut ended = taken(400);
        change(&mut ended.facts);
        assert_eq!(sa(&ended), "1500.00");
    }
    let mut unsaid = taken(400);
    unsaid.facts.reroute.as_mut().expect("an offer").accepted = None;
    assert_eq!(missing(&unsaid), [MissingFact::Reroute]);
    let mut no_arrival = taken(400);
    no_arrival.facts.reroute.as_mut().expect("an offer").arrival = None;
    assert_eq!(missing(&no_arrival), [MissingFact::ActualArrival]);
}

#[test]
fn a_refused_boarding_gives_twice_the_unused_part_or_the_time_lost() {
    assert_eq!(sa(&refused(None)), "2000.00");
    let offer = |leaves: i64, arrives: i64| replacement(&flight(), (-leaves, arrives));
    // Within two hours of the booked departure nothing is owed.
    assert_eq!(sa(&refused(Some(offer(120, 400)))), "none");
    assert_eq!(sa(&refused(Some(offer(121, 179)))), "none");
    assert_eq!(sa(&refused(Some(offer(121, 180)))), "50.00");
    assert_eq!(sa(&refused(Some(offer(420, 360)))), "50.00");
    assert_eq!(sa(&refused(Some(offer(420, 361)))), "150.00");
    let mut declined = offer(420, 420);
    declined.accepted = Some(false);
    assert_eq!(sa(&refused(Some(declined))), "2000.00");
    declined.departure = flight().scheduled_departure;
    assert_eq!(sa(&refused(Some(declined))), "none");
    let mut no_fare = refused(None);
    no_fare.facts.leg_fare = None;
    assert_eq!(missing(&no_fare), [MissingFact::LegFare]);
    let mut excused = caused(refused(None), Cause::Weather, Some(true));
    assert_eq!(sa(&excused), "2000.00");
    excused.facts.denied_voluntarily = true;
    assert_eq!(sa(&excused), "none");
    let mut seat = refused(None);
    seat.facts.oversold = Some(false);
    assert_eq!(missing(&seat), [MissingFact::UnconfirmedRule]);
}

#[test]
fn brought_forward_is_cancelled_for_who_ends_the_contract_and_time_lost_for_who_flies() {
    let forward = |early: i64| {
        let mut case = case(Disruption::BroughtForward, vec![late(flight(), -early)]);
        case.facts.notice_days = Some(2);
        case.facts.leg_fare = riyal(1_000);
        case
    };
    assert_eq!(sa(&forward(179)), "none");
    assert_eq!(sa(&forward(180)), "50.00");
    assert_eq!(sa(&forward(360)), "50.00");
    assert_eq!(sa(&forward(361)), "150.00");
    let mut ended = forward(180);
    ended.facts.refund_chosen = true;
    ended.facts.travelled = false;
    assert_eq!(sa(&ended), "750.00");
    ended.facts.refund_chosen = false;
    assert_eq!(missing(&ended), [MissingFact::Reroute]);
    // Three hours earlier at the start and less at the end: no source says which
    // counts.
    let mut differ = forward(180);
    differ.legs[0].actual_arrival = late(flight(), -179).actual_arrival;
    assert_eq!(missing(&differ), [MissingFact::DelayMeasure]);
    let entry = entry(&differ, Regime::SaGaca).expect("an entry");
    let found = entry.steps.iter().map(|step| step.finding);
    let both_early = rights::saudi_arabia::Finding::EarlyEndsDiffer {
        departure: 180,
        arrival: 179,
    };
    assert!(
        found
            .into_iter()
            .any(|finding| finding == both_early.into())
    );
    let mut unknown = forward(180);
    unknown.legs[0].actual_departure = None;
    assert_eq!(missing(&unknown), [MissingFact::ActualDeparture]);
    let mut unknown = forward(180);
    unknown.legs[0].actual_arrival = None;
    assert_eq!(missing(&unknown), [MissingFact::ActualArrival]);
}

fn caused(mut case: Case, cause: Cause, measures: Option<bool>) -> Case {
    case.facts.cause = Some(cause);
    case.facts.cause_proven = true;
    case.facts.measures_proven = measures;
    case
}

#[test]
fn force_majeure_excuses_only_when_proven() {
    let late = || delayed(Some(400), Some(400));
    let with = |cause, measures| sa(&caused(late(), cause, measures));
    assert_eq!(with(Cause::Weather, Some(true)), "none");
    assert_eq!(with(Cause::Weather, Some(false)), "150.00");
    assert_eq!(with(Cause::Weather, None), "depends");
    assert_eq!(with(Cause::TechnicalFault, Some(true)), "150.00");
    let mut stated = caused(late(), Cause::Weather, Some(true));
    stated.facts.cause_proven = false;
    assert_eq!(sa(&stated), "150.00");
    let cancelled = told(Some(0));
    assert_eq!(sa(&caused(cancelled, Cause::Weather, Some(true))), "none");
}

#[test]
fn the_carriers_own_part_of_a_delay_gives_its_own_sum() {
    let mixed = |late, minutes| {
        let late = delayed(Some(late), Some(late));
        let mut case = caused(late, Cause::BirdStrike, Some(true));
        case.facts.extraordinary_minutes = Some(minutes);
        case
    };
    assert_eq!(sa(&mixed(461, 100)), "150.00");
    // The lower sum is due in any case; whether the higher one is, no source says.
    assert_eq!(sa(&mixed(461, 101)), "50.00");
    assert_eq!(sa(&mixed(461, 281)), "50.00");
    assert_eq!(sa(&mixed(461, 282)), "none");
    let mut avoidable = mixed(461, 282);
    avoidable.facts.measures_proven = Some(false);
    assert_eq!(sa(&avoidable), "150.00");
    // What is more than the whole delay is none of it.
    let mut too_much = mixed(300, 0);
    too_much.facts.extraordinary_minutes = None;
    too_much.facts.carrier_minutes = Some(400);
    assert_eq!(sa(&too_much), "50.00");
    assert_eq!(sa(&mixed(300, 120)), "50.00");
    assert_eq!(sa(&mixed(300, 121)), "none");
}

#[test]
fn who_gives_up_a_late_flight_gets_the_fare_only_flight_delays_7() {
    let changed = |minutes, change: fn(&mut Facts)| {
        let mut case = delayed(Some(minutes), Some(minutes));
        change(&mut case.facts);
        case
    };
    let refund: fn(&mut Facts) = |facts| facts.refund_chosen = true;
    assert_eq!(sa(&changed(360, refund)), "none");
    assert_eq!(missing(&changed(361, refund)), [MissingFact::RefundAndSum]);
    assert_eq!(
        sa(&changed(400, |facts| facts.checked_in_on_time = false)),
        "none"
    );
    assert_eq!(sa(&changed(400, |facts| facts.travelled = false)), "none");
}

#[test]
fn a_landing_elsewhere_is_for_a_person_to_judge_unless_three_hours_late() {
    let diverted = |minutes| {
        let leg = with(late(flight(), minutes), LegStatus::Diverted);
        case(Disruption::Diversion, vec![leg])
    };
    assert_eq!(missing(&diverted(179)), [MissingFact::DiversionSum]);
    assert_eq!(sa(&diverted(180)), "50.00");
    let lower = case(Disruption::Downgrade, vec![late(flight(), 0)]);
    assert_eq!(missing(&lower), [MissingFact::ShareOfFare]);
}

#[test]
fn sums_for_baggage_are_for_a_person_to_judge() {
    let bag = |kind: Option<BaggageKind>| {
        let mut case = case(Disruption::Baggage, vec![late(flight(), 0)]);
        case.facts.baggage = kind.map(|kind| Baggage {
            kind,
            reported_after_days: Some(1),
        });
        let entry = entry(&case, Regime::SaGaca).expect("an entry");
        let at_stake = entry.at_stake.map(|sum| sum.amount.to_string());
        (entry.missing_facts, at_stake)
    };
    let sum = |text: &str| Some(text.to_owned());
    assert_eq!(
        bag(Some(BaggageKind::Lost)),
        (vec![MissingFact::BaggageSum], sum("6568.00 SAR"))
    );
    assert_eq!(
        bag(Some(BaggageKind::Delayed)),
        (vec![MissingFact::BaggageDays], sum("740.00 SAR"))
    );
    assert_eq!(
        bag(Some(BaggageKind::Damaged)),
        (vec![MissingFact::BaggageSum], None)
    );
    assert_eq!(bag(None), (vec![MissingFact::BaggageSum], None));
}

#[test]
fn refreshments_after_an_hour_the_fare_after_two_and_a_hotel_after_six() {
    let rights_at = |minutes| rights(&delayed(Some(minutes), Some(0)));
    assert_eq!(rights_at(59), []);
    assert_eq!(rights_at(60), [Right::Refreshments]);
    assert_eq!(rights_at(120), [Right::Refreshments]);
    assert_eq!(rights_at(121), [Right::Refreshments, Right::FareBack]);
    assert_eq!(rights_at(359), [Right::Refreshments, Right::FareBack]);
    assert_eq!(rights_at(360), [Right::Care, Right::FareBack]);
    // Who ends the contract is not looked after any longer (Flight Cancellation 4).
    assert_eq!(rights(&told(Some(0))), [Right::RefundOrRerouting]);
    let taken = cancelled(flight(), 0, Some((-400, 400)));
    assert_eq!(
        rights(&taken),
        [Right::RefundOrRerouting, Right::Refreshments]
    );
}

#[test]
fn what_was_paid_is_taken_off() {
    let paid = |amount, currency: &str| {
        let mut case = delayed(Some(400), Some(400));
        let currency = currency.parse().expect("a currency");
        case.facts.already_received = Some(Money::new(amount, currency));
        sa(&case)
    };
    assert_eq!(paid(5_000, "SDR"), "100.00");
    assert_eq!(paid(15_000, "SDR"), "none");
    assert_eq!(paid(75_000, "SAR"), "150.00");
}
