//! Which text of the law goes where it holds by an agreement with the EEA or
//! Switzerland, and what is asked as long as nobody has said.

use rights::{Cause, Disruption, Entry, Facts, MissingFact, Outcome};

use super::amendment::{DAY, EVE, delayed, flight, sum};
use super::flights::{entry_eu, step};
use crate::support::{cancelled, case, eu, late};

#[test]
fn into_the_union_the_licence_decides_which_text_goes() {
    let into = |number: &str, day: &str, minutes| {
        let booked = flight(number, "JFK", "FRA", day);
        eu(&case(Disruption::Delay, vec![late(booked, minutes)]))
    };
    // A licence of a Member State.
    assert_eq!(into("LH1", EVE, 180), "300.00 half");
    assert_eq!(into("LH1", DAY, 180), "none");
    assert_eq!(into("LH1", DAY, 181), "300.00 half");
    // One of Norway or Switzerland counts by agreement.
    for number in ["DY1", "LX1"] {
        assert_eq!(into(number, EVE, 180), "300.00 half", "{number}");
        assert_eq!(into(number, DAY, 180), "depends", "{number}");
    }
}

#[test]
fn from_and_into_the_eea_and_switzerland_which_text_goes_is_open() {
    for place in ["OSL", "KEF", "ZRH"] {
        for minutes in [180, 181, 240, 300] {
            let from = delayed(place, "FRA", DAY, minutes);
            assert_eq!(from.outcome, Outcome::Depends, "{place} {minutes}");
            assert_eq!(from.missing_facts, [MissingFact::NewRegulation]);
            assert!(from.at_stake.is_some());
            let into = delayed("JFK", place, DAY, minutes);
            assert_eq!(into.outcome, Outcome::Depends, "{place} {minutes}");
        }
        assert_eq!(delayed(place, "FRA", EVE, 180).outcome, Outcome::Eligible);
        // Neither text gives anything below three hours.
        let none = delayed(place, "FRA", DAY, 179);
        assert_eq!(none.outcome, Outcome::NoCompensation, "{place}");
        assert!(step(&none, "REFORM_BY_AGREEMENT").is_some());
        // Out of the Union the Union's own text goes.
        assert_eq!(sum("FRA", place, DAY, 180), "none", "{place}");
    }
}

#[test]
fn over_3_500_km_from_the_union_into_the_eea_the_band_is_open() {
    // 4,000 km and more from the Canaries, inside the Community only by agreement.
    let far = delayed("TFS", "OSL", DAY, 300);
    assert_eq!(far.outcome, Outcome::Depends);
    assert_eq!(far.missing_facts, [MissingFact::NewRegulation]);
    assert_eq!(sum("TFS", "OSL", EVE, 300), "400.00");
    assert_eq!(sum("TFS", "OSL", DAY, 180), "none");
    // Up to there both bands give the same.
    assert_eq!(sum("FCO", "OSL", DAY, 300), "400.00");
    // And in the Union nothing is open.
    assert_eq!(sum("TFS", "WAW", DAY, 300), "400.00");
}

#[test]
fn what_either_text_asks_is_asked_once_and_the_open_text_first() {
    // Nobody tells the arrival: both texts ask for it.
    let untold = |from: &str, to: &str| {
        let booked = flight("SK1", from, to, DAY);
        entry_eu(&case(Disruption::Delay, vec![booked])).missing_facts
    };
    let asked = [MissingFact::NewRegulation, MissingFact::ActualArrival];
    assert_eq!(untold("OSL", "FRA"), asked);
    // Out of Norway to the Canaries the amended text asks for the band as well, which
    // is the same question.
    assert_eq!(untold("OSL", "TFS"), asked);
}

#[test]
fn what_the_amended_text_alone_asks_is_asked_too() {
    // Eighty-one minutes of the 261 are excused: 180 remain, which the text of 2004
    // counts as enough and the amended one does not, so that under it the measures matter.
    let booked = flight("SK1", "OSL", "FRA", DAY);
    let mut case = case(Disruption::Delay, vec![late(booked, 261)]);
    case.facts = Facts {
        cause: Some(Cause::Weather),
        cause_proven: true,
        extraordinary_minutes: Some(81),
        ..Facts::default()
    };
    let asked = [MissingFact::NewRegulation, MissingFact::MeasuresProven];
    assert_eq!(entry_eu(&case).missing_facts, asked);
}

#[test]
fn the_higher_sum_of_both_texts_is_at_stake() {
    let stake = |entry: &Entry| {
        let sum = entry.at_stake.expect("a sum");
        (sum.amount.decimal(), sum.reduced)
    };
    // Four hours give the whole sum by the text of 2004 (Sturgeon, para 63), half of it
    // by the amended one.
    let four_hours = delayed("OSL", "JFK", DAY, 240);
    assert_eq!(four_hours.outcome, Outcome::Depends);
    assert_eq!(stake(&four_hours), ("600.00".to_owned(), false));
    let one_less = delayed("OSL", "JFK", DAY, 239);
    assert_eq!(stake(&one_less), ("300.00".to_owned(), true));
    // A replacement four hours late halves by the text of 2004, which leaves three hours
    // to the carrier; by the amended one the cause excuses, and the whole sum is what
    // there was to gain.
    let mut replaced = cancelled(flight("SK1", "OSL", "JFK", DAY), 0, Some((0, 240)));
    replaced.facts = Facts {
        cause: Some(Cause::Weather),
        cause_proven: true,
        measures_proven: Some(true),
        extraordinary_minutes: Some(60),
        ..replaced.facts
    };
    let replaced = entry_eu(&replaced);
    assert_eq!(replaced.outcome, Outcome::Depends);
    assert_eq!(stake(&replaced), ("600.00".to_owned(), false));
}

#[test]
fn svalbard_counts_as_the_eea_and_gibraltar_does_not() {
    // On a licence of a Member State both are covered whatever becomes of the place; the
    // agreement with the EEA may bring Svalbard in (Norway), none brings Gibraltar in.
    let of = |number: &str, from: &str, to: &str| {
        let booked = flight(number, from, to, DAY);
        entry_eu(&case(Disruption::Delay, vec![late(booked, 181)]))
    };
    let svalbard = of("LH1", "LYR", "FRA");
    assert_eq!(svalbard.outcome, Outcome::Depends);
    assert_eq!(svalbard.missing_facts, [MissingFact::NewRegulation]);
    let gibraltar = of("IB1", "GIB", "MAD");
    assert_eq!(gibraltar.outcome, Outcome::Eligible);
    assert!(step(&gibraltar, "REFORM").is_some());
}
