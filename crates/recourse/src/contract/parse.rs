//! The facts from JSON. Every fault is found in one reading.

use jiff::civil::Date;
use rights::contract::{
    DISRUPTIONS, Fault, Faults, Object, capitals, decimal, parse_strict, shown,
};
use rights::{Coded, Currency, ReferenceData, Regime};
use serde_json::Value;

use super::keys::{EXCHANGE, FACTS, OF_A_CASE, OF_THE_ASSESSMENT, currencies};
use super::slip::meant;
use crate::answer::Answer;
use crate::engine::recourse;
use crate::facts::{Days, Exchange, Facts, MOST_RATE, Region, Relation};

/// Facts that were read, and the keys that nothing here looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The facts.
    pub facts: Facts,
    /// Keys that are no fact of this contract.
    pub not_used: Vec<String>,
}

const AIRPORT: (&str, &str) = ("invalid_value", "an airport code like DUS");
const CARRIER: (&str, &str) = ("invalid_value", "an airline code like EW or EWG");
const COUNTRY: (&str, &str) = ("invalid_value", "a country code like DE");
const REGION: (&str, &str) = (
    "invalid_value",
    "a country code like DE, or a part like GB-SCT",
);
const CURRENCY: (&str, &str) = ("invalid_value", "a currency of ISO 4217 like EUR");
const AMOUNT: (&str, &str) = ("invalid_number", "an amount like \"600.00\"");
const RATE: (&str, &str) = ("invalid_number", "a rate like \"4.25\"");

/// The most keys that are named as not used.
const MOST_NOT_USED: usize = 50;

/// Reads facts, bare or under the key `facts` of a case. `today` stands in where
/// neither the day of the question nor that of the filing is given; there is no
/// clock here.
///
/// # Errors
///
/// Every fault, each with its path. A key that is one or two letters off one of
/// the contract is a fault; another one is named in [`Given::not_used`].
pub fn parse_facts(
    json: &[u8],
    today: Date,
    data: &impl ReferenceData,
) -> Result<Given, Vec<Fault>> {
    let mut faults = Faults::default();
    let given = match parse_strict(json, &mut faults) {
        Ok(value) => read(&value, today, data, &mut faults),
        Err(error) => {
            faults.add("", "invalid_json", format!("is not JSON: {error}"));
            None
        }
    };
    match given {
        Some(given) if faults.is_empty() => Ok(given),
        _ => Err(faults.into_list()),
    }
}

/// The answer to facts that were read.
#[must_use]
pub fn answer(given: &Given, data: &impl ReferenceData) -> Answer {
    Answer {
        not_used: given.not_used.clone(),
        ..recourse(&given.facts, data)
    }
}

fn read(
    value: &Value,
    today: Date,
    data: &impl ReferenceData,
    faults: &mut Faults,
) -> Option<Given> {
    let Some(map) = value.as_object() else {
        faults.add("", "wrong_type", "must be an object");
        return None;
    };
    match map.get("facts") {
        None => read_facts("", value, today, data, faults),
        Some(facts) => {
            for key in map.keys().filter(|key| !OF_A_CASE.contains(&key.as_str())) {
                faults.add(&shown(key), "unknown_key", "is not a key of a case");
            }
            read_facts("facts", facts, today, data, faults)
        }
    }
}

fn read_facts(
    path: &str,
    value: &Value,
    today: Date,
    data: &impl ReferenceData,
    faults: &mut Faults,
) -> Option<Given> {
    let object = Object::open(path, value, FACTS, faults)?;
    let mut not_used = unknown_keys(&object, faults);
    let days = read_days(&object, today, faults);
    let flight_day = object.day("flight_day", faults);
    check_order(&object, &days, flight_day, faults);
    let on = flight_day.unwrap_or(today);
    let mut airport = |key| {
        let code: rights::Iata = object.parsed(key, AIRPORT, faults, capitals)?;
        if data.airport(code, on).is_none() {
            let message = format!("{code} is no airport we know");
            faults.add(&object.at(key), "unknown_airport", message);
        }
        Some(code)
    };
    let origin = airport("origin");
    let destination = airport("destination");
    let carrier = object.parsed("carrier", CARRIER, faults, capitals);
    let carrier_licence: Option<rights::Country> =
        object.parsed("carrier_licence", COUNTRY, faults, capitals);
    let claimant_home = object.parsed("claimant_home", REGION, faults, Region::parse);
    let airline_address = object.parsed("airline_has_address_in", REGION, faults, Region::parse);
    let countries = [
        ("carrier_licence", carrier_licence),
        ("claimant_home", claimant_home.map(|home| home.country)),
        (
            "airline_has_address_in",
            airline_address.map(|region| region.country),
        ),
    ];
    for (key, country) in countries {
        if country.is_some_and(|country| data.zone(country, on).is_none()) {
            faults.add(&object.at(key), "unknown_country", "is no country we know");
        }
    }
    let disruption = object.one_of("disruption", DISRUPTIONS, faults);
    let relations: Vec<_> = Relation::WORDS
        .iter()
        .map(|word| (word.code(), *word))
        .collect();
    let relation = object.one_of("relation", &relations, faults);
    let currency = object.parsed("currency", CURRENCY, faults, |text| {
        currencies().contains(&text).then(|| text.parse().ok())?
    });
    let regimes = Regime::ALL.map(|regime| (regime.code(), regime));
    let regime = object.one_of("regime", &regimes, faults);
    let sum = amount(&object, "sum", faults);
    let expenses = amount(&object, "expenses", faults).unwrap_or(0);
    let persons = object.count("persons", faults);
    let exchange = read_exchange(&object, currency, &mut not_used, faults);
    let documents_held = object.texts("documents_held", faults);
    for key in OF_THE_ASSESSMENT {
        match key {
            "one_way_fare" => drop(amount(&object, key, faults)),
            _ => drop(object.count(key, faults)),
        }
    }
    let mut flag = |key| object.optional_flag(key, faults);
    Some(Given {
        facts: Facts {
            private_trip: flag("private_trip").unwrap_or(true),
            one_claims_for_all: flag("one_claims_for_all").unwrap_or(true),
            assigned_to_firm: flag("assigned_to_firm").unwrap_or(false),
            in_court: flag("in_court").unwrap_or(false),
            represented: flag("represented").unwrap_or(false),
            under_18: flag("under_18").unwrap_or(false),
            german_eid: flag("german_eid"),
            legal_aid: flag("legal_aid").unwrap_or(false),
            mediation_excused: flag("mediation_excused").unwrap_or(false),
            airline_in_scheme: flag("airline_in_scheme"),
            body_asked: flag("body_asked").unwrap_or(false),
            origin: origin?,
            destination: destination?,
            carrier: carrier?,
            carrier_licence,
            disruption: disruption?,
            persons: persons?,
            relation,
            sum: sum?,
            expenses,
            currency: currency?,
            regime,
            exchange,
            flight_day: flight_day?,
            days,
            claimant_home,
            airline_address,
            documents_held: documents_held.into_iter().map(shown).collect(),
        },
        not_used,
    })
}

/// Keys that are no fact of this contract; one that was meant to be is a fault.
fn unknown_keys(object: &Object<'_>, faults: &mut Faults) -> Vec<String> {
    let mut not_used = Vec::new();
    for key in object.others() {
        match meant(key, FACTS) {
            Some(known) => {
                let message = format!("is no fact; {known} is one");
                faults.add(&object.at(key), "unknown_key", message);
            }
            None if not_used.len() < MOST_NOT_USED => not_used.push(shown(key)),
            None => {}
        }
    }
    not_used
}

fn read_days(object: &Object<'_>, today: Date, faults: &mut Faults) -> Days {
    let mut day = |key| object.day(key, faults);
    let filed_on = day("filed_on");
    Days {
        claim_sent: day("claim_sent"),
        demand_received: day("demand_received"),
        deadline_in_demand: day("deadline_in_demand"),
        refused_on: day("refused_on"),
        body_asked_on: day("body_asked_on"),
        body_ended_on: day("body_ended_on"),
        filed_on,
        served_on: day("served_on"),
        start_notice: day("start_notice"),
        airline_answered_on: day("airline_answered_on"),
        interest_to: day("interest_to"),
        as_of: day("assessed_on").or(filed_on).or(Some(today)),
    }
}

/// What cannot have happened before something else.
fn check_order(object: &Object<'_>, days: &Days, flight_day: Option<Date>, faults: &mut Faults) {
    let pairs = [
        (
            "demand_received",
            days.demand_received,
            "claim_sent",
            days.claim_sent,
        ),
        (
            "deadline_in_demand",
            days.deadline_in_demand,
            "claim_sent",
            days.claim_sent,
        ),
        ("refused_on", days.refused_on, "claim_sent", days.claim_sent),
        (
            "body_asked_on",
            days.body_asked_on,
            "claim_sent",
            days.claim_sent,
        ),
        (
            "body_ended_on",
            days.body_ended_on,
            "claim_sent",
            days.claim_sent,
        ),
        (
            "body_ended_on",
            days.body_ended_on,
            "body_asked_on",
            days.body_asked_on,
        ),
        ("served_on", days.served_on, "filed_on", days.filed_on),
        ("start_notice", days.start_notice, "filed_on", days.filed_on),
        (
            "airline_answered_on",
            days.airline_answered_on,
            "start_notice",
            days.start_notice,
        ),
        ("filed_on", days.filed_on, "flight_day", flight_day),
    ];
    for (key, later, before, earlier) in pairs {
        if later
            .zip(earlier)
            .is_some_and(|(later, earlier)| later < earlier)
        {
            let message = format!("must not come before {before}");
            faults.add(&object.at(key), "wrong_order", message);
        }
    }
}

/// The rates of exchange; among them that of the claim's own currency, whose key
/// no list can hold.
fn read_exchange(
    object: &Object<'_>,
    currency: Option<Currency>,
    not_used: &mut Vec<String>,
    faults: &mut Faults,
) -> Exchange {
    let Some(value) = object.get("fx") else {
        return Exchange::default();
    };
    let Some(rates) = Object::open(&object.at("fx"), value, EXCHANGE, faults) else {
        return Exchange::default();
    };
    let own = currency
        .filter(|own| *own != Currency::EUR)
        .map(|own| (own, format!("{own}_per_EUR")))
        .filter(|(_, key)| EXCHANGE.iter().all(|field| field.key != key));
    let is_own = |key: &str| own.as_ref().is_some_and(|(_, own)| own == key);
    let others = rates.others().filter(|key| !is_own(key));
    not_used.extend(others.take(MOST_NOT_USED).map(|key| rates.at(key)));
    let mut rate = |key: &str| rates.parsed(key, RATE, faults, read_rate);
    Exchange {
        own_per_eur: own.as_ref().and_then(|(own, key)| Some((*own, rate(key)?))),
        pln_per_eur: rate("PLN_per_EUR"),
        gbp_per_eur: rate("GBP_per_EUR"),
        eur_per_gbp: rate("EUR_per_GBP"),
        per_person_pln: amount(&rates, "per_person_PLN", faults),
    }
}

/// A rate in ten-thousandths: no leading zero, and neither nothing nor more than
/// the highest.
fn read_rate(text: &str) -> Option<i64> {
    let leads = text.starts_with('0') && !text.starts_with("0.");
    let rate = decimal(text, 4, 4).filter(|_| !leads)?;
    (1..=MOST_RATE).contains(&rate).then_some(rate)
}

/// An amount in hundredths.
fn amount(object: &Object<'_>, key: &str, faults: &mut Faults) -> Option<i64> {
    object.parsed(key, AMOUNT, faults, |text| decimal(text, 10, 2))
}
