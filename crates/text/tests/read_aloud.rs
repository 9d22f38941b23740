//! Sentences as they are read, where a value at its edge made them untrue or no English
//! or French.
#![cfg(feature = "ssr")]

mod support;

use domain::Language;
use rights::{Change, Finding, Place, Right, finding::montreal, finding::united_states};
use text::law::{change, finding, right};

use support::words;

const EN: Language = Language::En;
const FR: Language = Language::Fr;

fn found(language: Language, what: impl Into<Finding>) -> String {
    finding(&words(language), &what.into())
}

fn turns(language: Language, what: Change) -> String {
    // The spaces of French that do not break are no matter here.
    change(&words(language), &what).replace(['\u{a0}', '\u{202f}'], " ")
}

fn place(code: &str) -> Place {
    Place {
        code: code.parse().expect("an airport"),
        city: "",
    }
}

#[test]
fn no_whole_day_is_less_than_a_day_and_never_nought() {
    let told = |language, days| found(language, Finding::NoOffer { days });
    assert_eq!(
        told(EN, 0),
        "You were told less than a day before departure, and no other flight was offered."
    );
    assert!(told(EN, 1).contains("told 1 day before"));
    assert!(told(EN, 2).contains("told 2 days before"));
    assert_eq!(
        told(FR, 0),
        "Annonce reçue moins d’un jour avant le départ, et aucun autre vol ne vous a été proposé."
    );
    assert!(told(FR, 1).contains("1 jour avant"));
    let complained = montreal::Finding::ComplaintInTime { days: 0, limit: 7 };
    assert!(found(EN, complained).starts_with("You complained less than a day after"));
    assert!(found(FR, complained).starts_with("Réclamation faite moins d’un jour après"));
}

#[test]
fn who_stands_exactly_at_a_limit_is_not_nought_minutes_above_it() {
    let at = Change::MinutesAboveThreshold { minutes: 0 };
    assert_eq!(
        turns(EN, at),
        "Less than three hours late would mean no sum. You are exactly at that limit."
    );
    assert_eq!(
        turns(FR, at),
        "Un retard de moins de trois heures n’ouvrirait aucun droit. Vous êtes exactement à ce seuil."
    );
    let above = Change::LessThanFourHoursHalves { minutes: 61 };
    assert_eq!(
        turns(EN, above),
        "Less than 4 h late would halve the sum. You are 1 h 01 above that."
    );
    assert_eq!(
        turns(FR, above),
        "Un retard de moins de 4 h réduirait la somme de moitié. Vous dépassez ce seuil de 1 h 01."
    );
    let israel = Change::MinutesAboveLimit {
        minutes: 0,
        limit: 480,
    };
    assert_eq!(
        turns(EN, israel),
        "A delay of less than 8 h 00 would mean no sum. You are exactly at that limit."
    );
}

#[test]
fn the_amended_text_counts_from_more_than_three_and_four_hours() {
    let (minutes, limit) = (1, 180);
    let beyond = Change::MinutesBeyondLimit { minutes, limit };
    assert_eq!(
        turns(EN, beyond),
        "Up to 3 h 00 late no sum would be due. You are 1 minute above that."
    );
    assert_eq!(
        turns(FR, beyond),
        "Jusqu’à 3 h 00 de retard, aucune somme ne serait due. Vous dépassez ce seuil de 1 minute."
    );
    let limit = 240;
    let halves = Change::DelayUpToLimitHalves { minutes, limit };
    assert_eq!(
        turns(EN, halves),
        "Up to 4 h 00 late would halve the sum. You are 1 minute above that."
    );
}

#[test]
fn the_promises_of_an_airline_are_in_its_own_plan_14_cfr_259_5() {
    for (language, plan) in [
        (EN, "customer service plan"),
        (FR, "plan de service aux clients"),
    ] {
        let text = right(language, None, Right::CarrierCommitments);
        assert!(text.contains(plan), "{text}");
    }
}

#[test]
fn two_journeys_may_be_two_sums() {
    let (origin, destination) = (place("DUS"), place("PMI"));
    let unit = Finding::OutboundAndReturn {
        origin,
        destination,
    };
    assert!(found(EN, unit).contains("each may give a sum of its own"));
    assert!(found(FR, unit).contains("chacun peut donner droit à une somme"));
}

#[test]
fn french_says_what_it_means() {
    let on_time = found(FR, Finding::RefusedYetOnTime);
    assert!(
        on_time.contains("vous avez tout de même atteint"),
        "{on_time}"
    );
    let refunded = found(FR, Finding::RestRefunded);
    assert!(!refunded.contains("tranché si"), "{refunded}");
    assert_eq!(
        found(FR, montreal::Finding::NoExcuseForBaggage),
        "Pour un bagage perdu ou abîmé, en avoir pris soin n’excuse pas la compagnie."
    );
    let fourfold = found(FR, united_states::Finding::NoSubstitute);
    assert!(fourfold.ends_with("est alors dû."), "{fourfold}");
    let (origin, destination) = (place("FRA"), place("MAD"));
    let outside = united_states::Finding::OutsideTerritory {
        origin,
        destination,
    };
    let outside = found(FR, outside);
    assert!(
        outside.ends_with("ne passe pas par les États-Unis."),
        "{outside}"
    );
}
