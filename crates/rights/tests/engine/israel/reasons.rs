//! What is said besides the sum: how far a threshold is, what a rule was applied to,
//! what is due at the airport.

use jiff::ToSpan;
use rights::{Change, Entry, Finding, RefusalGrounds, Reroute};

use super::*;

fn found(case: &Case) -> Entry {
    entry(case, Regime::IlAsl).expect("an entry")
}

fn keys(case: &Case) -> Vec<&'static str> {
    let steps = found(case).steps;
    steps.iter().map(|step| step.finding.key()).collect()
}

fn domestic() -> Leg {
    leg(
        "6H881",
        "TLV",
        "ETM",
        "2026-06-10T08:00",
        "2026-06-10T08:50",
    )
}

/// The flight left so late, and nobody says when it came.
fn left(mut leg: Leg, minutes: i64) -> Leg {
    leg.actual_departure = leg.scheduled_departure.map(|at| at + minutes.minutes());
    leg
}

#[test]
fn the_way_to_the_eight_hours_is_told() {
    let changes = |minutes| found(&delayed(medium(), minutes)).could_change;
    let above = |minutes| Change::MinutesAboveLimit {
        minutes,
        limit: 480,
    };
    assert!(changes(480).contains(&above(0)));
    assert!(changes(500).contains(&above(20)));
    let short_by = |minutes| Change::MinutesToLimit {
        minutes,
        limit: 480,
    };
    assert_eq!(changes(479), [short_by(1)]);
    assert_eq!(changes(1), [short_by(479)]);
    assert_eq!(changes(0), []);
    let last = |minutes| keys(&delayed(medium(), minutes)).pop();
    assert_eq!(last(1), Some("LeftNotLateEnough"));
    assert_eq!(last(0), Some("LeftOnTime"));
    let stake = found(&delayed(medium(), 1)).at_stake.expect("a sum");
    assert_eq!(stake.amount.decimal(), "2450.00");
}

#[test]
fn who_arrived_in_time_cannot_have_left_eight_hours_late() {
    let arrived = |minutes: Option<i64>| {
        let mut leg = medium();
        let on = |by: i64| leg.scheduled_arrival.map(|at| at + by.minutes());
        leg.actual_arrival = minutes.and_then(on);
        let steps = found(&case(Disruption::Delay, vec![leg])).steps;
        let found = steps.iter().find(|step| step.rule.name == "EIGHT_HOURS");
        found.expect("a step").finding.key()
    };
    assert_eq!(arrived(Some(0)), "ArrivedOnTime");
    assert_eq!(arrived(Some(1)), "OnlyArrivalKnown");
    assert_eq!(arrived(None), "DepartureUnknown");
}

#[test]
fn as_long_as_one_departure_is_unknown_it_may_have_been_the_late_one() {
    let onward = || {
        leg(
            "LY317",
            "LHR",
            "JFK",
            "2026-06-10T15:00",
            "2026-06-10T18:00",
        )
    };
    let of = |second: Leg| missing(&case(Disruption::Delay, vec![left(medium(), 60), second]));
    assert_eq!(of(onward()), [MissingFact::ActualDeparture]);
    assert_eq!(of(left(onward(), 60)), []);
    // A departure whose booking is not known is not known to have been late either.
    let mut unbooked = left(onward(), 60);
    unbooked.scheduled_departure = None;
    assert_eq!(of(unbooked), [MissingFact::ActualDeparture]);
}

#[test]
fn inside_israel_three_hours_count_as_cancelled() {
    let of = |minutes| found(&case(Disruption::Delay, vec![left(domestic(), minutes)]));
    let short_by = |minutes| Change::MinutesToLimit {
        minutes,
        limit: 180,
    };
    assert_eq!(of(179).could_change, [short_by(1)]);
    assert_eq!(of(1).could_change, [short_by(179)]);
    assert_eq!(of(180).missing_facts, [MissingFact::UnconfirmedRule]);
    let last = |minutes| of(minutes).steps.pop().map(|step| step.finding.key());
    assert_eq!(last(1), Some("DomesticTooShort"));
    assert_eq!(last(0), Some("LeftOnTime"));
    // Without a departure nobody knows that it was less.
    let unknown = found(&case(Disruption::Delay, vec![domestic()]));
    assert_eq!(unknown.missing_facts, [MissingFact::UnconfirmedRule]);
}

#[test]
fn a_special_period_is_remarked_for_cancellations_told_three_days_ahead_amendment_2() {
    let remarked = |day, days, event| {
        let mut case = cancelled(on(day, medium()), days, None);
        case.disruption = event;
        keys(&case).contains(&"SpecialPeriodOpen")
    };
    let cancellation = Disruption::Cancellation;
    assert!(!remarked("2026-06-10", 2, cancellation));
    assert!(remarked("2026-06-10", 3, cancellation));
    assert!(remarked("2025-06-10", 3, cancellation));
    assert!(!remarked("2024-06-10", 3, cancellation));
    assert!(!remarked("2026-06-10", 3, Disruption::DeniedBoarding));
}

#[test]
fn more_than_eight_hours_early_are_asked_for_their_notice() {
    let early = |minutes: i64, days| {
        let mut case = case(Disruption::BroughtForward, vec![late(medium(), -minutes)]);
        case.facts.notice_days = days;
        case
    };
    assert_eq!(il(&early(480, Some(13))), "none");
    assert_eq!(il(&early(481, Some(13))), "2450.00");
    assert_eq!(
        missing(&early(481, Some(14))),
        [MissingFact::BroughtForwardSum]
    );
    // On time is not early: it is the delay that counts.
    assert_eq!(keys(&early(0, None)).pop(), Some("LeftOnTime"));
    assert_eq!(keys(&early(1, None)).pop(), Some("LeftNotEarlyEnough"));
    let unknown = case(Disruption::BroughtForward, vec![medium()]);
    assert_eq!(missing(&unknown), [MissingFact::ActualDeparture]);
}

#[test]
fn what_a_refusal_and_a_cancellation_give_at_the_airport() {
    let refused = |change: fn(&mut Facts)| {
        let legs = vec![with(medium(), LegStatus::Denied)];
        let mut case = case(Disruption::DeniedBoarding, legs);
        change(&mut case.facts);
        rights(&case)
    };
    let both = [Right::RefundOrRerouting, Right::Care];
    assert_eq!(refused(|_| {}), both);
    assert_eq!(refused(|f| f.denied_voluntarily = true), []);
    let ground = |f: &mut Facts| f.refusal_grounds = Some(RefusalGrounds::Security);
    assert_eq!(refused(ground), []);
    let told = |days| rights(&cancelled(medium(), days, None));
    assert_eq!(told(13), both);
    assert_eq!(told(14), [Right::RefundOrRerouting]);
    let mut absent = delayed(medium(), 400);
    absent.facts.checked_in_on_time = false;
    assert_eq!(rights(&absent), []);
}

#[test]
fn a_flight_that_landed_far_is_late_where_it_had_left_eight_hours_late() {
    let diverted = |minutes| {
        let leg = with(late(medium(), minutes), LegStatus::Diverted);
        let mut case = case(Disruption::Diversion, vec![leg]);
        case.facts.landed_at = Some("MAN".parse().expect("an airport"));
        case
    };
    assert_eq!(missing(&diverted(479)), [MissingFact::DiversionSum]);
    assert_eq!(il(&diverted(480)), "2450.00");
}

#[test]
fn a_payment_in_another_currency_may_be_one_of_foreign_law() {
    let paid = |minor, currency: &str| {
        let mut case = delayed(medium(), 480);
        let currency = currency.parse().expect("a currency");
        case.facts.already_received = Some(Money::new(minor, currency));
        missing(&case)
    };
    assert_eq!(paid(10_000, "USD"), [MissingFact::UnconfirmedRule]);
    assert_eq!(paid(0, "USD"), []);
    assert_eq!(paid(10_000, "ILS"), []);
}

#[test]
fn a_replacement_in_the_window_is_asked_for_where_nobody_says_it_was_taken() {
    let offered = |accepted, late| {
        let mut case = cancelled(short(), 0, Some((61, late)));
        let offer = case.facts.reroute.expect("an offer");
        case.facts.reroute = Some(Reroute { accepted, ..offer });
        case
    };
    // Four hours up to 2,000 km (First Schedule).
    assert_eq!(missing(&offered(None, 240)), [MissingFact::Reroute]);
    assert_eq!(missing(&offered(None, 241)), []);
    assert_eq!(
        missing(&offered(Some(false), 240)),
        [MissingFact::HalvingWindow]
    );
    assert_eq!(il(&offered(Some(true), 240)), "765.00 half");
    let hours = found(&offered(None, 240)).steps.iter().find_map(|step| {
        let Finding::Israel(rights::israel::Finding::AcceptanceUnknown { hours }) = step.finding
        else {
            return None;
        };
        Some(hours)
    });
    assert_eq!(hours, Some(4));
}

#[test]
fn the_courts_of_another_country_have_their_own_period() {
    let deadline = |forum: Option<&str>| {
        let mut case = delayed(medium(), 480);
        case.facts.forum = forum.map(|forum| forum.parse().expect("a court"));
        found(&case).deadline.map(|deadline| deadline.last_day)
    };
    // Four years in Israel; six in England (Limitation Act 1980 s5).
    assert_eq!(deadline(None), Some(date(2030, 6, 10)));
    assert_eq!(deadline(Some("IL")), Some(date(2030, 6, 10)));
    assert_eq!(deadline(Some("GB")), Some(date(2032, 6, 10)));
}

#[test]
fn only_a_shown_cause_of_the_list_makes_a_refusal_open() {
    let refused = |cause, cause_proven, measures_proven| {
        let legs = vec![with(medium(), LegStatus::Denied)];
        let mut case = case(Disruption::DeniedBoarding, legs);
        case.facts.cause = Some(cause);
        case.facts.cause_proven = cause_proven;
        case.facts.measures_proven = measures_proven;
        missing(&case)
    };
    let open = [MissingFact::CauseExcuses];
    assert_eq!(refused(Cause::Weather, true, None), open);
    assert_eq!(refused(Cause::Weather, true, Some(true)), open);
    assert_eq!(refused(Cause::Weather, true, Some(false)), []);
    assert_eq!(refused(Cause::Weather, false, Some(true)), []);
    assert_eq!(refused(Cause::TechnicalFault, true, Some(true)), []);
}

#[test]
fn inside_israel_as_well_who_gave_up_the_seat_was_not_refused() {
    let refused = |denied_voluntarily| {
        let legs = vec![with(domestic(), LegStatus::Denied)];
        let mut case = case(Disruption::DeniedBoarding, legs);
        case.facts.denied_voluntarily = denied_voluntarily;
        il(&case)
    };
    assert_eq!(refused(true), "none");
    assert_eq!(refused(false), "depends");
}
