//! What was paid already: what is taken off, what only remarked, and what it settles.

use rights::{Case, Cause, Change, Currency, Disruption, Evidence, Money, Outcome, Regime};

use crate::support::{case, entry, judge, late, leg, outcome, replacement, to_canada, with};

/// Frankfurt to Madrid, four hours late.
fn delayed() -> Case {
    let booked = leg("LH1", "FRA", "MAD", "2026-06-10T08:00", "2026-06-10T10:30");
    case(Disruption::Delay, vec![late(booked, 240)])
}

/// The same with a storm that is shown, and nothing of the measures.
fn open(mut case: Case) -> Case {
    case.facts.cause = Some(Cause::Weather);
    case.facts.cause_proven = true;
    case
}

fn paid(mut case: Case, minor: i64, currency: Currency) -> Case {
    case.facts.already_received = Some(Money::new(minor, currency));
    case
}

fn keys(case: &Case, regime: Regime) -> Vec<&'static str> {
    let entry = entry(case, regime).expect("an entry");
    entry.steps.iter().map(|step| step.finding.key()).collect()
}

#[test]
fn what_was_not_paid_is_not_taken_off() {
    let eu = Regime::Eu261;
    for minor in [0, -1] {
        let case = paid(delayed(), minor, Currency::EUR);
        assert_eq!(outcome(&case, eu), "250.00", "{minor}");
        assert!(!keys(&case, eu).contains(&"PartlyPaid"), "{minor}");
    }
    let case = paid(delayed(), 1, Currency::EUR);
    assert_eq!(outcome(&case, eu), "249.99");
    assert!(keys(&case, eu).contains(&"PartlyPaid"));
}

#[test]
fn as_long_as_it_is_open_what_is_owed_so_is_whether_all_of_it_was_paid() {
    let of = |minor| {
        let case = paid(open(delayed()), minor, Currency::EUR);
        let last = keys(&case, Regime::Eu261).pop().expect("a step");
        (outcome(&case, Regime::Eu261), last)
    };
    assert_eq!(of(25_000), ("depends".to_owned(), "FullyPaid"));
    assert_eq!(of(24_999), ("depends".to_owned(), "PartlyPaid"));
    let settled = paid(delayed(), 25_000, Currency::EUR);
    assert_eq!(outcome(&settled, Regime::Eu261), "none");
}

#[test]
fn a_fixed_sum_paid_in_full_settles_the_canadian_one_s86_11_3() {
    let of = |case: &Case| [Regime::Eu261, Regime::CaAppr].map(|regime| outcome(case, regime));
    let full = paid(to_canada(300), 60_000, Currency::EUR);
    assert_eq!(of(&full), ["none", "none"]);
    // A part of it settles nothing, nor does the whole of what may not be owed.
    let part = paid(to_canada(300), 59_900, Currency::EUR);
    assert_eq!(of(&part), ["1.00", "400.00"]);
    let mut may_be = paid(open(to_canada(300)), 60_000, Currency::EUR);
    may_be.facts.appr_control = Some(rights::ApprControl::WithinControl);
    assert_eq!(of(&may_be), ["depends", "400.00"]);
    // Damages that were paid are no fixed sum (Art 29 of the Convention).
    let mut damages = paid(to_canada(300), 50_000, Currency::SDR);
    damages.facts.proven_loss = Some(Money::new(50_000, Currency::SDR));
    assert_eq!(outcome(&damages, Regime::Mc99), "none");
    assert_eq!(of(&damages), ["600.00", "400.00"]);
}

#[test]
fn of_the_two_versions_of_one_law_the_sum_is_paid_once() {
    let both = || {
        let booked = leg(
            "BA903",
            "FRA",
            "LHR",
            "2026-06-10T08:00",
            "2026-06-10T08:40",
        );
        case(Disruption::Delay, vec![late(booked, 240)])
    };
    let of = |case: &Case| [Regime::Eu261, Regime::Uk261].map(|regime| outcome(case, regime));
    assert_eq!(of(&both()), ["250.00", "220.00"]);
    assert_eq!(of(&paid(both(), 25_000, Currency::EUR)), ["none", "none"]);
    assert_eq!(of(&paid(both(), 22_000, Currency::GBP)), ["none", "none"]);
    let open = paid(open(both()), 22_000, Currency::GBP);
    assert_eq!(of(&open), ["depends", "depends"]);
}

#[test]
fn another_law_goes_on_where_a_fixed_sum_was_paid_in_full() {
    // Turkey's law has no rule on what another one gave; its sum is of the same currency.
    let booked = leg(
        "TK1588",
        "FRA",
        "IST",
        "2026-06-10T08:00",
        "2026-06-10T12:00",
    );
    let all = paid(
        case(Disruption::Delay, vec![late(booked, 240)]),
        10_000,
        Currency::EUR,
    );
    let sums = [Regime::Eu261, Regime::TrShy].map(|regime| outcome(&all, regime));
    assert_eq!(sums, ["300.00", "300.00"]);
    let none = judge(&paid(all, 40_000, Currency::EUR));
    let owed = |entry: &&rights::Entry| entry.outcome == Outcome::Eligible;
    assert_eq!(none.entries.iter().filter(owed).count(), 0);
}

#[test]
fn a_replacement_an_hour_early_that_arrives_in_time_halves_and_a_minute_more_does_not() {
    let of = |early: i64, after: i64| {
        let booked = leg("LH1", "FRA", "MAD", "2026-06-10T08:00", "2026-06-10T10:30");
        let denied = with(booked.clone(), rights::LegStatus::Denied);
        let mut case = case(Disruption::DeniedBoarding, vec![denied]);
        case.facts.reroute = Some(replacement(&booked, (early, after)));
        outcome(&case, Regime::Eu261)
    };
    // More than an hour early, and no later at the end, it is another cancellation
    // (C-146/20; C-270/20).
    assert_eq!(of(60, 0), "125.00 half");
    assert_eq!(of(61, 0), "250.00");
    assert_eq!(of(61, 1), "125.00 half");
}

#[test]
fn what_would_settle_a_cause_that_is_only_stated_is_named() {
    let told = |cause| {
        let mut case = delayed();
        case.facts.cause = Some(cause);
        let changes = entry(&case, Regime::Eu261).expect("an entry").could_change;
        changes.into_iter().find_map(|change| match change {
            Change::WouldSettle { evidence, .. } => Some(evidence),
            _ => None,
        })
    };
    for (cause, evidence) in [
        (Cause::Weather, Some(Evidence::WeatherReports)),
        (Cause::AirTrafficControl, Some(Evidence::TrafficRegulation)),
        (Cause::BirdStrike, Some(Evidence::TechnicalLog)),
        (Cause::HiddenDefect, Some(Evidence::MakersBulletin)),
        (Cause::ThirdPartyStrike, Some(Evidence::StrikeNotice)),
        (Cause::MedicalEmergency, Some(Evidence::IncidentReport)),
        (Cause::AuthorityOrder, Some(Evidence::OfficialOrder)),
        (Cause::FuelShortage, Some(Evidence::AirportLog)),
        (Cause::LateInbound, Some(Evidence::AircraftRotation)),
        (Cause::TechnicalFault, None),
        (Cause::CrewIllness, None),
    ] {
        assert_eq!(told(cause), evidence, "{cause:?}");
    }
    assert_eq!(Evidence::WeatherReports.key(), "weather_reports");
}

#[test]
fn a_direct_flight_is_no_booking_of_several() {
    assert!(!keys(&delayed(), Regime::Eu261).contains(&"OneBooking"));
    let mut two = delayed();
    two.legs.push(leg(
        "LH2",
        "MAD",
        "LIS",
        "2026-06-10T17:00",
        "2026-06-10T17:20",
    ));
    assert!(keys(&two, Regime::Eu261).contains(&"OneBooking"));
}
