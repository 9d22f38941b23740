//! Facts of claims for the engine of recourse, made out of bytes.

use jiff::civil::Date;
use recourse::{Days, Exchange, Facts, Region, Relation};
use rights::{CarrierCode, Coded, Country, Currency, Disruption, Regime};
use serde_json::{Map, Value, json};

use crate::choices::Choices;
use crate::day;
use crate::json::disruption;

/// Airports of every forum, with and without a court in the table.
const AIRPORTS: [&str; 32] = [
    "HAM", "DUS", "FRA", "MUC", "CGN", "HHN", "VIE", "SZG", "CDG", "ORY", "PTP", "MAD", "TFN",
    "FCO", "MXP", "AMS", "EIN", "WAW", "KRK", "DUB", "LGW", "EDI", "BFS", "LIS", "CPH", "ZRH",
    "IST", "YYZ", "YVR", "JFK", "GUM", "FNC",
];

/// Airlines of every seat.
const CARRIERS: [&str; 18] = [
    "EW", "LH", "OS", "AF", "IB", "AZ", "HV", "LO", "FR", "EI", "BA", "U2", "TP", "W6", "AC", "AA",
    "TK", "ZZ",
];

const HOMES: [&str; 18] = [
    "DE", "AT", "FR", "ES", "IT", "NL", "PL", "IE", "GB-ENG", "GB-SCT", "GB", "PT", "DK", "CH",
    "CA-ON", "CA-QC", "US", "GB-NIR",
];

const EVENTS: [Disruption; 8] = [
    Disruption::Delay,
    Disruption::Cancellation,
    Disruption::DeniedBoarding,
    Disruption::MissedConnection,
    Disruption::Downgrade,
    Disruption::BroughtForward,
    Disruption::Diversion,
    Disruption::Baggage,
];

/// Sums on both sides of limits and brackets, in hundredths.
const SUMS: [i64; 16] = [
    25_000, 40_000, 50_000, 50_001, 60_000, 100_000, 103_300, 103_301, 110_000, 110_001, 200_000,
    200_001, 500_000, 500_001, 1_000_000, 1_000_001,
];

/// Days after an event: periods of bodies and limitations, and their neighbours.
const AFTER: [i32; 18] = [
    14, 0, 1, 29, 30, 31, 41, 42, 43, 56, 57, 60, 61, 90, 360, 366, 731, 2000,
];

/// Makes the facts of a claim. Any bytes make some, and the same bytes the same.
///
/// # Panics
///
/// Never: the lists above hold codes that can be read, which a test tries.
#[must_use]
pub fn claim(bytes: &[u8]) -> Facts {
    let choices = &mut Choices::new(bytes);
    let flight_day = day::shifted(Date::constant(2026, 1, 17), choices.number(-1500, 700));
    let mut after = |day: Date| day::shifted(day, i64::from(choices.of(&AFTER)));
    let sent = after(flight_day);
    let (received, term, refused) = (after(sent), after(sent), after(sent));
    let filed = after(sent);
    let served = after(filed);
    let interest_to = after(filed);
    let some = |choices: &mut Choices<'_>, day: Date| (!choices.one_in(3)).then_some(day);
    let days = Days {
        claim_sent: (!choices.one_in(8)).then_some(sent),
        demand_received: some(choices, received),
        deadline_in_demand: some(choices, term),
        refused_on: some(choices, refused),
        body_asked_on: None,
        body_ended_on: None,
        filed_on: some(choices, filed),
        served_on: some(choices, served),
        start_notice: choices.rarely(4, |_| served),
        airline_answered_on: None,
        interest_to: choices.rarely(4, |_| interest_to),
        as_of: Some(filed),
    };
    let currencies = ["EUR", "GBP", "CAD", "USD", "CHF"];
    let currency = match choices.one_in(3) {
        true => code::<Currency>(choices, &currencies),
        false => Currency::EUR,
    };
    let has_a_key = [Currency::EUR, Currency::GBP].contains(&currency);
    let mut facts = Facts {
        origin: code(choices, &AIRPORTS),
        destination: code(choices, &AIRPORTS),
        carrier: code::<CarrierCode>(choices, &CARRIERS),
        carrier_licence: choices.rarely(6, |choices| code::<Country>(choices, &["DE", "IE", "US"])),
        disruption: choices.of(&EVENTS),
        persons: u32::try_from(choices.number(1, 6)).unwrap_or(1),
        relation: choices.rarely(2, |choices| choices.of(Relation::WORDS)),
        sum: choices.of(&SUMS),
        expenses: choices.rarely(4, |choices| choices.of(&SUMS)).unwrap_or(0),
        currency,
        exchange: Exchange {
            own_per_eur: choices
                .rarely(2, |_| (currency, 9_400))
                .filter(|_| !has_a_key),
            pln_per_eur: choices.rarely(2, |_| 42_500),
            gbp_per_eur: choices.rarely(2, |_| 8_612),
            eur_per_gbp: choices.rarely(4, |_| 11_600),
            per_person_pln: choices.rarely(4, |_| 106_250),
        },
        flight_day,
        days,
        claimant_home: (!choices.one_in(6)).then(|| region(choices)).flatten(),
        airline_address: choices.rarely(2, region).flatten(),
        private_trip: !choices.one_in(6),
        one_claims_for_all: !choices.one_in(4),
        assigned_to_firm: choices.one_in(6),
        in_court: choices.one_in(12),
        represented: choices.one_in(6),
        under_18: choices.one_in(8),
        german_eid: choices.rarely(4, |choices| choices.one_in(2)),
        legal_aid: choices.one_in(6),
        mediation_excused: choices.one_in(6),
        airline_in_scheme: choices.rarely(4, |choices| choices.one_in(2)),
        body_asked: choices.one_in(6),
        documents_held: Vec::new(),
        regime: choices.rarely(4, |choices| choices.of(&Regime::ALL)),
    };
    let asked = day::shifted(sent, i64::from(choices.of(&AFTER)));
    let ended = day::shifted(asked, i64::from(choices.of(&AFTER)));
    facts.days.body_asked_on = choices.rarely(4, |_| asked);
    facts.days.body_ended_on = choices.rarely(6, |_| ended);
    facts
}

/// One code of a list that can be read.
fn code<T: std::str::FromStr>(choices: &mut Choices<'_>, list: &[&str]) -> T {
    let text = choices.of(list);
    let Ok(code) = text.parse() else {
        panic!("{text} is no code")
    };
    code
}

fn region(choices: &mut Choices<'_>) -> Option<Region> {
    Region::parse(choices.of(&HOMES))
}

/// The facts as the contract writes them.
#[must_use]
pub fn claim_json(facts: &Facts) -> Value {
    let amount = recourse::amount::decimal;
    let rate =
        |rate: Option<i64>| rate.map(|rate| format!("{}.{:04}", rate / 10_000, rate % 10_000));
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let days = &facts.days;
    let mut all = json!({
        "origin": facts.origin.as_str(),
        "destination": facts.destination.as_str(),
        "carrier": facts.carrier.as_str(),
        "carrier_licence": facts.carrier_licence.map(|country| country.to_string()),
        "disruption": disruption(facts.disruption),
        "persons": facts.persons,
        "relation": facts.relation.map(Coded::code),
        "sum": amount(facts.sum),
        "expenses": amount(facts.expenses),
        "currency": facts.currency.as_str(),
        "regime": facts.regime.map(Coded::code),
        "fx": without_null(json!({
            "PLN_per_EUR": rate(facts.exchange.pln_per_eur),
            "GBP_per_EUR": rate(facts.exchange.gbp_per_eur),
            "EUR_per_GBP": rate(facts.exchange.eur_per_gbp),
            "per_person_PLN": facts.exchange.per_person_pln.map(amount),
        })),
        "flight_day": facts.flight_day.to_string(),
        "claim_sent": day(days.claim_sent),
        "demand_received": day(days.demand_received),
        "deadline_in_demand": day(days.deadline_in_demand),
        "refused_on": day(days.refused_on),
        "body_asked_on": day(days.body_asked_on),
        "body_ended_on": day(days.body_ended_on),
        "filed_on": day(days.filed_on),
        "served_on": day(days.served_on),
        "start_notice": day(days.start_notice),
        "airline_answered_on": day(days.airline_answered_on),
        "interest_to": day(days.interest_to),
        "assessed_on": day(days.as_of),
        "claimant_home": facts.claimant_home.map(|home| home.to_string()),
        "airline_has_address_in": facts.airline_address.map(|region| region.to_string()),
        "private_trip": facts.private_trip,
        "one_claims_for_all": facts.one_claims_for_all,
        "assigned_to_firm": facts.assigned_to_firm,
        "in_court": facts.in_court,
        "represented": facts.represented,
        "under_18": facts.under_18,
        "german_eid": facts.german_eid,
        "legal_aid": facts.legal_aid,
        "mediation_excused": facts.mediation_excused,
        "airline_in_scheme": facts.airline_in_scheme,
        "body_asked": facts.body_asked,
        "documents_held": facts.documents_held,
    });
    if let Some((currency, own)) = facts.exchange.own_per_eur {
        all["fx"][format!("{currency}_per_EUR")] = json!(rate(Some(own)));
    }
    without_null(all)
}

/// An object without what is not known.
fn without_null(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let known: Map<String, Value> = map
                .into_iter()
                .filter(|(_, value)| !value.is_null())
                .collect();
            Value::Object(known)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{claim, claim_json};
    use crate::seeded;

    #[test]
    fn any_bytes_make_a_claim() {
        for seed in 0..500 {
            let facts = claim(&seeded(seed));
            assert!(claim_json(&facts).is_object());
        }
        assert!(claim_json(&claim(&[])).is_object());
        assert!(claim_json(&claim(&[0xff; 2048])).is_object());
    }
}
