//! Aviation Services Law: each side of every threshold, with the place it
//! stands in.

mod reasons;

use crate::support::{cancelled, case, entry, late, leg, outcome, replacement, time, with};
use jiff::civil::date;
use rights::{
    Cabin, Case, Cause, Disruption, Facts, Leg, LegStatus, MissingFact, Money, Regime, Right,
};

fn il(case: &Case) -> String {
    outcome(case, Regime::IlAsl)
}

/// Some 1,200 km.
fn short() -> Leg {
    leg(
        "LY541",
        "TLV",
        "ATH",
        "2026-06-10T08:00",
        "2026-06-10T10:10",
    )
}

/// Some 3,590 km.
fn medium() -> Leg {
    leg(
        "LY315",
        "TLV",
        "LHR",
        "2026-06-10T08:00",
        "2026-06-10T11:30",
    )
}

/// Some 9,100 km.
fn long() -> Leg {
    leg("LY1", "TLV", "JFK", "2026-06-10T08:00", "2026-06-10T12:30")
}

fn on(day: &str, mut leg: Leg) -> Leg {
    leg.scheduled_departure = Some(time(&format!("{day}T08:00")));
    leg.scheduled_arrival = Some(time(&format!("{day}T11:30")));
    leg
}

fn delayed(leg: Leg, minutes: i64) -> Case {
    case(Disruption::Delay, vec![late(leg, minutes)])
}

fn missing(case: &Case) -> Vec<MissingFact> {
    entry(case, Regime::IlAsl).expect("an entry").missing_facts
}

fn rights(case: &Case) -> Vec<Right> {
    let rights = entry(case, Regime::IlAsl).expect("an entry").other_rights;
    rights.into_iter().map(|other| other.right).collect()
}

#[test]
fn eight_hours_at_departure_give_the_sum_of_the_band() {
    for (leg, sum) in [
        (short(), "1530.00"),
        (medium(), "2450.00"),
        (long(), "3670.00"),
    ] {
        assert_eq!(il(&delayed(leg.clone(), 479)), "none");
        assert_eq!(il(&delayed(leg.clone(), 480)), sum);
        assert_eq!(il(&delayed(leg, 0)), "none");
    }
}

#[test]
fn the_delay_counts_at_departure_not_at_arrival() {
    let mut made_up = delayed(medium(), 480);
    made_up.legs[0].actual_arrival = Some(time("2026-06-10T18:30"));
    assert_eq!(il(&made_up), "2450.00");
    let mut lost_more = delayed(medium(), 479);
    lost_more.legs[0].actual_arrival = Some(time("2026-06-10T23:30"));
    assert_eq!(il(&lost_more), "none");
}

#[test]
fn an_arrival_alone_is_not_enough() {
    let only_arrival = |minutes| {
        let mut case = delayed(medium(), minutes);
        case.legs[0].actual_departure = None;
        case
    };
    assert_eq!(missing(&only_arrival(600)), [MissingFact::ActualDeparture]);
    assert_eq!(il(&only_arrival(0)), "none");
    let nothing = case(Disruption::Delay, vec![medium()]);
    assert_eq!(missing(&nothing), [MissingFact::ActualDeparture]);
}

#[test]
fn a_missed_connection_goes_by_the_flight_that_was_taken() {
    let missed = |left: Option<i64>| {
        let first = late(
            leg(
                "LY331",
                "TLV",
                "BRU",
                "2026-06-10T06:00",
                "2026-06-10T10:00",
            ),
            90,
        );
        let booked = leg(
            "SN501",
            "BRU",
            "JFK",
            "2026-06-10T11:00",
            "2026-06-10T13:30",
        );
        let mut second = with(late(booked.clone(), 600), LegStatus::Missed);
        second.actual_departure = left.and_then(|left| late(booked, left).actual_departure);
        case(Disruption::MissedConnection, vec![first, second])
    };
    assert_eq!(il(&missed(Some(480))), "3670.00");
    assert_eq!(il(&missed(Some(479))), "none");
    assert_eq!(missing(&missed(None)), [MissingFact::ActualDeparture]);
}

#[test]
fn journeys_from_to_and_by_way_of_israel_are_covered_on_any_carrier() {
    let flight = |number, from, to| {
        let leg = leg(number, from, to, "2026-06-10T08:00", "2026-06-10T12:00");
        il(&delayed(leg, 500))
    };
    assert_eq!(flight("LH686", "FRA", "TLV"), "2450.00");
    assert_eq!(flight("LH687", "TLV", "FRA"), "2450.00");
    assert_eq!(flight("QQZ1", "TLV", "FRA"), "2450.00");
    assert_eq!(flight("LY1", "FRA", "ATH"), "out");
    let stop = vec![
        late(
            leg(
                "LY316",
                "LHR",
                "TLV",
                "2026-06-10T08:00",
                "2026-06-10T15:00",
            ),
            500,
        ),
        leg("LY81", "TLV", "BKK", "2026-06-10T17:00", "2026-06-11T08:00"),
    ];
    assert_eq!(il(&case(Disruption::Delay, stop)), "3670.00");
}

#[test]
fn the_law_covers_flights_since_16_august_2012() {
    assert_eq!(il(&delayed(on("2012-08-15", medium()), 500)), "out");
    assert_eq!(il(&delayed(on("2012-08-16", medium()), 500)), "depends");
}

#[test]
fn the_sum_is_that_of_the_year_of_the_flight_first_schedule() {
    assert_eq!(il(&delayed(on("2026-01-01", medium()), 500)), "2450.00");
    for (day, at_stake) in [
        ("2025-12-31", Some(239_000)),
        ("2024-06-10", None),
        ("2027-01-01", None),
    ] {
        let case = delayed(on(day, medium()), 500);
        assert_eq!(missing(&case), [MissingFact::SumOfTheYear], "{day}");
        let entry = entry(&case, Regime::IlAsl).expect("an entry");
        assert_eq!(
            entry.at_stake.map(|sum| sum.amount.minor),
            at_stake,
            "{day}"
        );
    }
}

#[test]
fn notice_and_replacement_free_the_carrier() {
    assert_eq!(il(&cancelled(long(), 14, None)), "none");
    assert_eq!(il(&cancelled(long(), 13, Some((120, 239)))), "none");
    assert_eq!(il(&cancelled(long(), 2, Some((60, 119)))), "none");
    assert_eq!(il(&cancelled(long(), 2, None)), "3670.00");
    let mut unknown = cancelled(long(), 2, None);
    unknown.facts.notice_days = None;
    assert_eq!(missing(&unknown), [MissingFact::NoticeDays]);
}

#[test]
fn an_unproven_special_period_takes_no_sum_away_amendment_2() {
    for days in [2, 3, 13] {
        assert_eq!(il(&cancelled(medium(), days, None)), "2450.00", "{days}");
    }
    assert_eq!(il(&cancelled(medium(), 14, None)), "none");
    let later = cancelled(on("2027-02-01", medium()), 5, None);
    assert_eq!(missing(&later), [MissingFact::SumOfTheYear]);
    let mut late = delayed(medium(), 500);
    late.facts.notice_days = Some(5);
    assert_eq!(il(&late), "2450.00");
}

#[test]
fn a_replacement_that_was_accepted_halves_up_to_four_five_and_six_hours_first_schedule() {
    for (leg, window, sum, half) in [
        (short(), 240, "1530.00", "765.00 half"),
        (medium(), 300, "2450.00", "1225.00 half"),
        (long(), 360, "3670.00", "1835.00 half"),
    ] {
        let told_late = |late| cancelled(leg.clone(), 0, Some((0, late)));
        assert_eq!(il(&told_late(121)), half);
        assert_eq!(il(&told_late(window)), half);
        assert_eq!(il(&told_late(window + 1)), sum);
        let answered = |accepted, late| {
            let mut case = told_late(late);
            case.facts.reroute.as_mut().expect("an offer").accepted = accepted;
            case
        };
        // Offered and refused: the reason may decide. Not said: one question.
        let refused = missing(&answered(Some(false), window));
        assert_eq!(refused, [MissingFact::HalvingWindow]);
        assert_eq!(missing(&answered(None, window)), [MissingFact::Reroute]);
        assert_eq!(il(&answered(Some(false), window + 1)), sum);
        assert_eq!(il(&answered(None, window + 1)), sum);
    }
    let mut own = cancelled(short(), 0, Some((0, 200)));
    own.facts.reroute.as_mut().expect("an offer").self_arranged = true;
    assert_eq!(il(&own), "1530.00");
}

#[test]
fn flights_inside_israel_have_regulations_of_their_own() {
    let inland = |minutes| {
        let leg = leg(
            "IZ821",
            "TLV",
            "ETM",
            "2026-06-10T08:00",
            "2026-06-10T08:55",
        );
        delayed(leg, minutes)
    };
    assert_eq!(il(&inland(0)), "none");
    assert_eq!(il(&inland(179)), "none");
    for minutes in [180, 480, 540] {
        let late = inland(minutes);
        assert_eq!(missing(&late), [MissingFact::UnconfirmedRule], "{minutes}");
    }
    let cancelled = cancelled(inland(0).legs[0].clone(), 0, None);
    assert_eq!(missing(&cancelled), [MissingFact::UnconfirmedRule]);
    // A flight inside Israel on the way abroad goes by the law itself.
    let abroad = vec![
        leg(
            "IZ822",
            "ETM",
            "TLV",
            "2026-06-10T05:00",
            "2026-06-10T05:55",
        ),
        late(medium(), 480),
    ];
    assert_eq!(il(&case(Disruption::Delay, abroad)), "2450.00");
}

#[test]
fn a_fare_that_was_not_open_to_the_public_gives_nothing() {
    for mut case in [
        delayed(medium(), 500),
        cancelled(medium(), 0, None),
        case(
            Disruption::DeniedBoarding,
            vec![with(medium(), LegStatus::Denied)],
        ),
    ] {
        assert_eq!(il(&case), "2450.00");
        case.facts.fare_available_to_public = false;
        assert_eq!(il(&case), "none");
        assert_eq!(rights(&case), []);
    }
    // A lower class too: its share of the fare is open only for who is covered.
    let mut lower = case(Disruption::Downgrade, vec![late(medium(), 0)]);
    lower.facts.booked_class = Some(Cabin::Business);
    lower.facts.flown_class = Some(Cabin::Economy);
    assert_eq!(il(&lower), "depends");
    lower.facts.fare_available_to_public = false;
    assert_eq!(il(&lower), "none");
}

#[test]
fn the_sabbath_and_holidays_exempt_like_a_strike() {
    let kept = caused(delayed(medium(), 500), Cause::ReligiousRest, Some(true));
    assert_eq!(il(&kept), "none");
    let mut stated = kept;
    stated.facts.cause_proven = false;
    assert_eq!(il(&stated), "2450.00");
}

#[test]
fn a_flight_more_than_eight_hours_early_gives_the_sum() {
    let forward = |minutes: i64, days| {
        let mut case = case(Disruption::BroughtForward, vec![late(medium(), -minutes)]);
        case.facts.notice_days = days;
        case
    };
    assert_eq!(il(&forward(480, None)), "none");
    assert_eq!(il(&forward(481, None)), "2450.00");
    let told = missing(&forward(481, Some(14)));
    assert_eq!(told, [MissingFact::BroughtForwardSum]);
    assert_eq!(rights(&forward(299, None)), []);
    assert_eq!(rights(&forward(300, None)), [Right::FareBack]);
    let unknown = case(Disruption::BroughtForward, vec![medium()]);
    assert_eq!(missing(&unknown), [MissingFact::ActualDeparture]);
}

fn caused(mut case: Case, cause: Cause, measures: Option<bool>) -> Case {
    case.facts.cause = Some(cause);
    case.facts.cause_proven = true;
    case.facts.measures_proven = measures;
    case
}

#[test]
fn special_circumstances_and_any_strike_exempt_when_proven() {
    for cause in [
        Cause::Weather,
        Cause::ThirdPartyStrike,
        Cause::OwnStaffStrike,
    ] {
        for case in [delayed(medium(), 500), cancelled(medium(), 0, None)] {
            let with = |measures| il(&caused(case.clone(), cause, measures));
            assert_eq!(with(Some(true)), "none");
            assert_eq!(with(Some(false)), "2450.00");
            assert_eq!(with(None), "depends");
            let mut stated = caused(case.clone(), cause, Some(true));
            stated.facts.cause_proven = false;
            assert_eq!(il(&stated), "2450.00");
        }
    }
    let own_risk = caused(delayed(medium(), 500), Cause::TechnicalFault, Some(true));
    assert_eq!(il(&own_risk), "2450.00");
}

#[test]
fn eight_hours_without_the_excused_part_are_enough() {
    let mixed = |minutes| {
        let mut case = caused(delayed(medium(), 600), Cause::BirdStrike, Some(true));
        case.facts.extraordinary_minutes = Some(minutes);
        il(&case)
    };
    assert_eq!(mixed(120), "2450.00");
    assert_eq!(mixed(121), "none");
}

#[test]
fn a_refused_boarding_gives_the_sum() {
    let refused = case(
        Disruption::DeniedBoarding,
        vec![with(medium(), LegStatus::Denied)],
    );
    assert_eq!(il(&refused), "2450.00");
    let excused = caused(refused.clone(), Cause::Weather, Some(true));
    assert_eq!(missing(&excused), [MissingFact::CauseExcuses]);
    let changed = |change: fn(&mut Facts)| {
        let mut case = refused.clone();
        change(&mut case.facts);
        il(&case)
    };
    assert_eq!(changed(|facts| facts.denied_voluntarily = true), "none");
    assert_eq!(
        changed(|facts| facts.refusal_grounds = Some(rights::RefusalGrounds::Security)),
        "none"
    );
    assert_eq!(changed(|facts| facts.checked_in_on_time = false), "none");
    let mut soon = refused;
    soon.facts.reroute = Some(replacement(&medium(), (0, 300)));
    assert_eq!(il(&soon), "1225.00 half");
    let entry = entry(&soon, Regime::IlAsl).expect("an entry");
    let mut found = entry.steps.iter().map(|step| step.finding.key());
    assert!(found.any(|key| key == "HalvedByAccepting"));
}

#[test]
fn a_passenger_who_was_not_there_or_did_not_fly_has_no_delay() {
    let changed = |change: fn(&mut Facts)| {
        let mut case = delayed(medium(), 500);
        change(&mut case.facts);
        il(&case)
    };
    assert_eq!(changed(|facts| facts.checked_in_on_time = false), "none");
    assert_eq!(changed(|facts| facts.travelled = false), "none");
    assert_eq!(
        changed(|facts| facts.fare_available_to_public = false),
        "none"
    );
}

#[test]
fn food_from_two_hours_and_the_choice_from_five() {
    assert_eq!(rights(&delayed(medium(), 119)), []);
    assert_eq!(rights(&delayed(medium(), 120)), [Right::Refreshments]);
    assert_eq!(rights(&delayed(medium(), 299)), [Right::Refreshments]);
    assert_eq!(
        rights(&delayed(medium(), 300)),
        [Right::Refreshments, Right::RefundOrRerouting]
    );
}

#[test]
fn what_the_sources_leave_open_is_for_a_person_to_judge() {
    let lower = case(Disruption::Downgrade, vec![late(medium(), 0)]);
    assert_eq!(missing(&lower), [MissingFact::ShareOfFare]);
    assert_eq!(
        il(&case(Disruption::Baggage, vec![late(medium(), 0)])),
        "none"
    );
    let mut diverted = case(
        Disruption::Diversion,
        vec![with(late(medium(), 100), LegStatus::Diverted)],
    );
    diverted.facts.landed_at = Some("CDG".parse().expect("an airport"));
    assert_eq!(missing(&diverted), [MissingFact::DiversionSum]);
}

#[test]
fn what_was_paid_is_taken_off() {
    let paid = |amount, currency: &str| {
        let mut case = delayed(medium(), 500);
        let currency = currency.parse().expect("a currency");
        case.facts.already_received = Some(Money::new(amount, currency));
        case
    };
    assert_eq!(il(&paid(100_000, "ILS")), "1450.00");
    assert_eq!(il(&paid(245_000, "ILS")), "none");
    // What was paid under foreign law excludes the same benefit: a person looks.
    assert_eq!(
        missing(&paid(40_000, "EUR")),
        [MissingFact::UnconfirmedRule]
    );
    assert_eq!(il(&paid(0, "EUR")), "2450.00");
}

#[test]
fn what_foreign_law_has_paid_in_full_is_not_due_again_in_israel() {
    let paid = |minor: i64| {
        // Some 3,290 km into the Union on a French airline: EUR 400 there.
        let flight = leg(
            "AF963",
            "TLV",
            "CDG",
            "2026-06-10T08:00",
            "2026-06-10T12:00",
        );
        let mut case = case(Disruption::Delay, vec![late(flight, 500)]);
        let euro = "EUR".parse().expect("a currency");
        case.facts.already_received = Some(Money::new(minor, euro));
        case
    };
    assert_eq!(il(&paid(0)), "2450.00");
    // A part of it: whether that excludes anything, a person says.
    assert_eq!(missing(&paid(39_999)), [MissingFact::UnconfirmedRule]);
    let settled = paid(40_000);
    assert_eq!(il(&settled), "none");
    let entry = entry(&settled, Regime::IlAsl).expect("an entry");
    let last = entry.steps.last().expect("a step");
    assert_eq!((last.rule.name, last.met), ("FOREIGN_BENEFIT", false));
}

#[test]
fn four_years_bar_in_the_courts_of_israel_and_else_warn() {
    let mut case = delayed(medium(), 500);
    case.assessed_on = date(2030, 6, 10);
    case.facts.forum = Some("IL".parse().expect("a forum"));
    assert_eq!(il(&case), "2450.00");
    case.assessed_on = date(2030, 6, 11);
    assert_eq!(il(&case), "none");
    case.facts.forum = None;
    assert_eq!(il(&case), "2450.00");
    let steps = entry(&case, Regime::IlAsl).expect("an entry").steps;
    assert!(steps.iter().any(|s| s.finding.key() == "DeadlinePassed"));
}
