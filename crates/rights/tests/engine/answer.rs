//! The answer as a whole: which entry goes first, which one to go by, what excludes
//! what, and what is shown where no law applies.

use jiff::civil::date;
use rights::{Case, Change, Currency, Disruption, Money, Outcome, Regime, Right};

use crate::support::{cancelled, case, entry, eu, judge, late, leg, to_canada};

fn regimes(case: &Case) -> Vec<Regime> {
    let entries = judge(case).entries;
    entries.iter().map(|entry| entry.regime).collect()
}

#[test]
fn a_loss_nobody_has_shown_does_not_lead_art_19() {
    // An hour late: no fixed sum, and damages only for a loss.
    let mut short = to_canada(60);
    let answer = judge(&short);
    assert_eq!(answer.entries[0].regime, Regime::Mc99);
    assert_eq!(answer.entries[0].outcome, Outcome::Depends);
    assert_eq!(answer.best().expect("an entry").regime, Regime::Eu261);
    assert_eq!(answer.recommended, None);
    // Once it is shown it is what there is to gain.
    short.facts.proven_loss = Some(Money::new(50_000, Currency::EUR));
    let answer = judge(&short);
    assert_eq!(answer.best().expect("an entry").regime, Regime::Mc99);
    assert_eq!(answer.recommended, Some(Regime::Mc99));
}

#[test]
fn for_baggage_the_loss_is_what_it_is_about() {
    let mut bag = to_canada(0);
    bag.disruption = Disruption::Baggage;
    let answer = judge(&bag);
    assert_eq!(answer.best().expect("an entry").regime, Regime::Mc99);
    assert_eq!(answer.recommended, Some(Regime::Mc99));
}

#[test]
fn of_the_fixed_sums_of_several_laws_each_excludes_the_others_s86_11_3() {
    let excludes = |case: &Case, regime| entry(case, regime).expect("an entry").excludes;
    let both = to_canada(300);
    assert_eq!(excludes(&both, Regime::Eu261), [Regime::CaAppr]);
    assert_eq!(excludes(&both, Regime::CaAppr), [Regime::Eu261]);
    assert_eq!(excludes(&both, Regime::Mc99), []);
    // Where one gives nothing there is nothing to exclude.
    let mut one = to_canada(300);
    one.facts.fare_available_to_public = false;
    assert_eq!(eu(&one), "none");
    assert_eq!(excludes(&one, Regime::CaAppr), []);
    assert_eq!(excludes(&one, Regime::Eu261), []);
}

#[test]
fn a_little_paid_in_another_currency_does_not_put_the_higher_sum_last() {
    // 600 euro, from which ten dollars are not taken, are more than 390 dollars.
    let mut paid = to_canada(300);
    paid.facts.already_received = Some(Money::new(1_000, Currency::CAD));
    assert_eq!(regimes(&paid)[..2], [Regime::Eu261, Regime::CaAppr]);
}

#[test]
fn where_no_law_applies_the_latest_journey_is_shown() {
    let flights = |first: i64, second: i64| {
        let legs = vec![
            late(
                leg("TG1", "BKK", "CNX", "2026-06-10T08:00", "2026-06-10T09:15"),
                first,
            ),
            late(
                leg("TG2", "CNX", "HKT", "2026-06-10T18:00", "2026-06-10T20:00"),
                second,
            ),
        ];
        let mut case = case(Disruption::Delay, legs);
        case.facts.single_booking = false;
        let answer = judge(&case);
        assert_eq!(answer.entries.len(), 0);
        let shown = answer.distance.expect("a distance").origin;
        (shown.as_str().to_owned(), answer.delay_minutes)
    };
    assert_eq!(flights(10, 300), ("CNX".to_owned(), Some(300)));
    assert_eq!(flights(300, 10), ("BKK".to_owned(), Some(300)));
    assert_eq!(flights(20, 20), ("BKK".to_owned(), Some(20)));
}

#[test]
fn every_regime_has_rules_with_a_source_and_a_name_of_their_own() {
    for regime in Regime::ALL {
        let rules = rights::rules(regime);
        assert!(rules.len() > 5, "{regime}");
        for (index, rule) in rules.iter().enumerate() {
            assert!(!rule.source.is_empty(), "{regime} {}", rule.name);
            let mut others = rules[index + 1..].iter();
            assert!(others.all(|other| other.name != rule.name), "{}", rule.name);
        }
    }
}

#[test]
fn a_right_is_written_by_its_code() {
    assert_eq!(Right::Care.key(), "care");
    assert_eq!(Right::RefundOrRerouting.key(), "refund_or_rerouting");
}

#[test]
fn without_an_offer_one_that_is_shown_could_change_the_answer_art_5_1_c() {
    let of = |offer| {
        let booked = leg("LH1", "FRA", "MAD", "2026-06-10T08:00", "2026-06-10T10:30");
        let found = entry(&cancelled(booked, 3, offer), Regime::Eu261).expect("an entry");
        let mut steps = found.steps.iter().map(|step| step.finding.key());
        let offer = steps.find(|key| key.contains("Offer")).expect("a step");
        (offer, found.could_change.contains(&Change::OfferShown))
    };
    assert_eq!(of(None), ("NoOffer", true));
    assert_eq!(of(Some((61, 0))), ("OfferTooFarOff", false));
}

#[test]
fn the_deadline_is_that_of_the_court_at_home_and_its_last_day_is_in_time() {
    let brazil = || {
        let booked = leg("LA1", "GRU", "GIG", "2026-06-10T08:00", "2026-06-10T09:00");
        let mut case = case(Disruption::DeniedBoarding, vec![booked]);
        case.legs[0].status = rights::LegStatus::Denied;
        case
    };
    let passed = |mut case: Case, day| {
        case.assessed_on = day;
        let found = entry(&case, Regime::BrAnac400).expect("an entry");
        let deadline = found.deadline.expect("a deadline");
        let mut steps = found.steps.iter().map(|step| step.finding.key());
        (deadline.last_day, steps.any(|key| key == "DeadlinePassed"))
    };
    // Five years in Brazil (CDC Art 27), one in Poland (KC Art 778).
    let last = date(2031, 6, 10);
    assert_eq!(passed(brazil(), last), (last, false));
    assert_eq!(passed(brazil(), date(2031, 6, 11)), (last, true));
    let mut poland = brazil();
    poland.facts.forum = Some("PL".parse().expect("a court"));
    assert_eq!(
        passed(poland, date(2027, 6, 10)),
        (date(2027, 6, 10), false)
    );
}

#[test]
fn a_sum_is_written_with_its_sign_and_two_digits() {
    let decimal = |minor| Money::new(minor, Currency::EUR).decimal();
    assert_eq!(decimal(0), "0.00");
    assert_eq!(decimal(-5), "-0.05");
    assert_eq!(decimal(5), "0.05");
    assert_eq!(decimal(-60_010), "-600.10");
}
