//! GACA regulations: each side of every threshold, and what stays open.

mod support;

use rights::{
    Baggage, BaggageKind, Case, Cause, Disruption, Facts, Leg, LegStatus, MissingFact, Money,
    Regime, Right,
};
use support::{cancelled, case, entry, late, leg, outcome, time, with};

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

fn delayed(departure: Option<i64>, arrival: Option<i64>) -> Case {
    let mut leg = flight();
    leg.actual_departure = departure.and_then(|by| late(flight(), by).actual_departure);
    leg.actual_arrival = arrival.and_then(|by| late(flight(), by).actual_arrival);
    case(Disruption::Delay, vec![leg])
}

fn missing(case: &Case) -> Vec<MissingFact> {
    entry(case, Regime::SaGaca).expect("an entry").missing_facts
}

fn rights(case: &Case) -> Vec<Right> {
    let rights = entry(case, Regime::SaGaca).expect("an entry").other_rights;
    rights.into_iter().map(|other| other.right).collect()
}

#[test]
fn more_than_six_hours_give_150_sdr() {
    let rows: [(Option<i64>, Option<i64>, &str); 10] = [
        (Some(360), Some(360), "none"),
        (Some(361), Some(361), "150.00"),
        (Some(361), Some(360), "depends"),
        (Some(360), Some(361), "depends"),
        (None, Some(361), "150.00"),
        (None, Some(360), "none"),
        (Some(361), None, "depends"),
        (Some(360), None, "depends"),
        (None, None, "depends"),
        (Some(0), Some(0), "none"),
    ];
    for (departure, arrival, expected) in rows {
        let case = delayed(departure, arrival);
        assert_eq!(sa(&case), expected, "{departure:?}, {arrival:?}");
    }
    let differ = delayed(Some(361), Some(360));
    assert_eq!(missing(&differ), [MissingFact::DelayMeasure]);
    let unknown = delayed(None, None);
    assert_eq!(missing(&unknown), [MissingFact::ActualArrival]);
}

#[test]
fn journeys_from_to_and_within_saudi_arabia_are_covered_on_any_carrier() {
    let flight = |number, from, to| {
        let leg = leg(number, from, to, "2026-06-10T08:00", "2026-06-10T13:00");
        sa(&case(Disruption::Delay, vec![late(leg, 400)]))
    };
    assert_eq!(flight("BA262", "RUH", "LHR"), "150.00");
    assert_eq!(flight("BA263", "LHR", "RUH"), "150.00");
    assert_eq!(flight("SV1020", "RUH", "JED"), "150.00");
    assert_eq!(flight("SV117", "LHR", "CDG"), "out");
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
    let cancelled = cancelled(flight(), 0, None);
    assert_eq!(sa(&caused(cancelled, Cause::Weather, Some(true))), "none");
}

#[test]
fn more_than_six_hours_without_the_excused_part_are_enough() {
    let mixed = |minutes| {
        let late = delayed(Some(461), Some(461));
        let mut case = caused(late, Cause::BirdStrike, Some(true));
        case.facts.extraordinary_minutes = Some(minutes);
        sa(&case)
    };
    assert_eq!(mixed(100), "150.00");
    assert_eq!(mixed(101), "none");
}

#[test]
fn a_passenger_who_was_not_there_or_did_not_fly_has_no_delay() {
    let changed = |change: fn(&mut Facts)| {
        let mut case = delayed(Some(400), Some(400));
        change(&mut case.facts);
        sa(&case)
    };
    assert_eq!(changed(|facts| facts.checked_in_on_time = false), "none");
    assert_eq!(changed(|facts| facts.travelled = false), "none");
    assert_eq!(changed(|facts| facts.refund_chosen = true), "depends");
}

#[test]
fn a_share_of_the_fare_is_for_a_person_to_judge() {
    let told = cancelled(flight(), 5, None);
    assert_eq!(missing(&told), [MissingFact::ShareOfFare]);
    let mut untold = told;
    untold.facts.notice_days = None;
    assert_eq!(
        missing(&untold),
        [MissingFact::ShareOfFare, MissingFact::NoticeDays]
    );
    let refused = case(
        Disruption::DeniedBoarding,
        vec![with(flight(), LegStatus::Denied)],
    );
    assert_eq!(missing(&refused), [MissingFact::ShareOfFare]);
    let mut gave_up = refused;
    gave_up.facts.denied_voluntarily = true;
    assert_eq!(sa(&gave_up), "none");
    let lower = case(Disruption::Downgrade, vec![late(flight(), 0)]);
    assert_eq!(missing(&lower), [MissingFact::ShareOfFare]);
}

#[test]
fn a_landing_elsewhere_is_for_a_person_to_judge_unless_six_hours_late() {
    let diverted = |minutes| {
        let leg = with(late(flight(), minutes), LegStatus::Diverted);
        case(Disruption::Diversion, vec![leg])
    };
    assert_eq!(missing(&diverted(360)), [MissingFact::DiversionSum]);
    assert_eq!(sa(&diverted(361)), "150.00");
    let early = case(Disruption::BroughtForward, vec![late(flight(), -90)]);
    assert_eq!(missing(&early), [MissingFact::BroughtForwardSum]);
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
fn the_fare_back_after_two_hours_and_a_hotel_after_six() {
    let rights_at = |minutes| rights(&delayed(Some(minutes), Some(minutes)));
    assert_eq!(rights_at(120), []);
    assert_eq!(rights_at(121), [Right::FareBack]);
    assert_eq!(rights_at(360), [Right::FareBack]);
    assert_eq!(rights_at(361), [Right::Care, Right::FareBack]);
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
