//! A case from JSON. Every fault is found in one reading.

use jiff::civil::Date;
use serde_json::Value;

use super::currencies::CURRENCIES;
use super::fault::Fault;
use super::keys::{self, MOST_LEGS};
use super::order;
use super::reader::{Faults, Object};
use super::scalar::{capitals, decimal};
use super::strict;
use crate::case::{Case, Disruption, Leg};
use crate::facts::{Baggage, Cause, Facts, Reroute};
use crate::money::Money;
use crate::reference::ReferenceData;

const FLIGHT: (&str, &str) = ("invalid_value", "a flight number like AF1225");
const CARRIER: (&str, &str) = ("invalid_value", "an airline code like AF or AFR");
const AIRPORT: (&str, &str) = ("invalid_value", "an airport code like BRE");
const COUNTRY: (&str, &str) = ("invalid_value", "a country code like DE");
const FORUM: (&str, &str) = ("invalid_value", "a country code like DE, or GB-SCT");
const AMOUNT: (&str, &str) = ("invalid_number", "an amount like \"600.00\"");
const CURRENCY: (&str, &str) = ("invalid_value", "a currency of ISO 4217 like EUR, or SDR");

/// Reads a case. `today` stands in for an absent `assessed_on`; there is no
/// clock here.
///
/// # Errors
///
/// Every fault, each with its path.
pub fn parse_case(json: &[u8], today: Date, data: &impl ReferenceData) -> Result<Case, Vec<Fault>> {
    let mut faults = Faults::default();
    let case = match strict::parse(json, &mut faults) {
        Ok(value) => read_case(&value, today, data, &mut faults),
        Err(error) => {
            faults.add("", "invalid_json", format!("is not JSON: {error}"));
            None
        }
    };
    match case {
        Some(case) if faults.is_empty() => Ok(case),
        _ => Err(faults.into_list()),
    }
}

fn read_case(
    value: &Value,
    today: Date,
    data: &impl ReferenceData,
    faults: &mut Faults,
) -> Option<Case> {
    let object = Object::closed("", value, keys::CASE, faults)?;
    let assessed_on = object.day("assessed_on", faults).unwrap_or(today);
    let disruption = object.one_of("disruption", keys::DISRUPTIONS, faults);
    let (legs, downgraded) = read_legs(&object, faults);
    let facts = object
        .get("facts")
        .map(|facts| read_facts(facts, faults))
        .unwrap_or_default();
    order::check(&legs, &facts, data, faults);
    Some(Case {
        legs: legs.into_iter().collect::<Option<_>>()?,
        disruption: disruption?,
        facts,
        assessed_on,
        disrupted_leg: downgraded.filter(|_| disruption == Some(Disruption::Downgrade)),
        departure_day: None,
    })
}

/// The legs, `None` for one that could not be read, and which of them was flown in a
/// lower class.
fn read_legs(case: &Object<'_>, faults: &mut Faults) -> (Vec<Option<Leg>>, Option<usize>) {
    let Some(value) = case.get("legs") else {
        return (Vec::new(), None);
    };
    let Some(list) = value.as_array() else {
        faults.add("legs", "wrong_type", "must be a list");
        return (Vec::new(), None);
    };
    if list.is_empty() || list.len() > MOST_LEGS {
        let message = format!("must hold 1 to {MOST_LEGS} legs, not {}", list.len());
        faults.add("legs", "wrong_count", message);
    }
    let mut downgraded = None;
    let mut legs = Vec::new();
    for (index, value) in list.iter().take(MOST_LEGS).enumerate() {
        let path = format!("legs[{index}]");
        let leg = Object::closed(&path, value, keys::LEG, faults);
        if leg
            .as_ref()
            .is_some_and(|leg| leg.flag("downgraded", false, faults))
        {
            if downgraded.is_some() {
                let message = "can be true for one leg only";
                faults.add(&format!("{path}.downgraded"), "invalid_value", message);
            }
            downgraded = downgraded.or(Some(index));
        }
        legs.push(leg.and_then(|leg| read_leg(&leg, faults)));
    }
    (legs, downgraded)
}

fn read_leg(leg: &Object<'_>, faults: &mut Faults) -> Option<Leg> {
    let mut time = |key| leg.time(key, faults);
    let scheduled_departure = time("scheduled_departure");
    let scheduled_arrival = time("scheduled_arrival");
    let actual_departure = time("actual_departure");
    let actual_arrival = time("actual_arrival");
    let flight = leg.parsed("flight", FLIGHT, faults, |text| text.parse().ok());
    let marketing_flight = leg.parsed("marketing_flight", FLIGHT, faults, |text| text.parse().ok());
    let operating_carrier = leg.parsed("operating_carrier", CARRIER, faults, |text| {
        text.parse().ok()
    });
    let carrier_licence = leg.parsed("carrier_licence", COUNTRY, faults, capitals);
    let origin = leg.parsed("origin", AIRPORT, faults, capitals);
    let destination = leg.parsed("destination", AIRPORT, faults, capitals);
    let status = leg.one_of("status", keys::STATUSES, faults);
    scheduled_departure.and(scheduled_arrival)?;
    Some(Leg {
        flight: flight?,
        operating_carrier,
        marketing_flight,
        carrier_licence,
        origin: origin?,
        destination: destination?,
        scheduled_departure,
        scheduled_arrival,
        actual_departure,
        actual_arrival,
        status: status.unwrap_or_default(),
    })
}

fn read_facts(value: &Value, faults: &mut Faults) -> Facts {
    let Some(facts) = Object::closed("facts", value, keys::FACTS, faults) else {
        return Facts::default();
    };
    Facts {
        single_booking: facts.flag("single_booking", true, faults),
        checked_in_on_time: facts.flag("checked_in_on_time", true, faults),
        fare_available_to_public: facts.flag("fare_available_to_public", true, faults),
        notice_days: facts.count("notice_days", faults),
        reroute: facts
            .get("reroute")
            .and_then(|value| read_reroute(value, faults)),
        refund_chosen: facts.flag("refund_chosen", false, faults),
        contact_given: facts.flag("contact_given", true, faults),
        travelled: facts.flag("travelled", true, faults),
        cause: facts.one_of("cause", &Cause::ALL, faults),
        cause_proven: facts.flag("cause_proven", false, faults),
        direct_cause: facts.optional_flag("direct_cause", faults),
        measures_proven: facts.optional_flag("measures_proven", faults),
        extraordinary_minutes: facts.count("extraordinary_minutes", faults),
        carrier_minutes: facts.count("carrier_minutes", faults),
        appr_control: facts.one_of("appr_control", keys::CONTROLS, faults),
        carrier_size: facts.one_of("carrier_size", keys::SIZES, faults),
        denied_voluntarily: facts.flag("denied_voluntarily", false, faults),
        refusal_grounds: facts.one_of("refusal_grounds", keys::GROUNDS, faults),
        oversold: facts.optional_flag("oversold", faults),
        booked_class: facts.one_of("booked_class", keys::CABINS, faults),
        flown_class: facts.one_of("flown_class", keys::CABINS, faults),
        leg_fare: read_money(&facts, "leg_fare", faults),
        proven_loss: read_money(&facts, "proven_loss", faults),
        landed_at: facts.parsed("landed_at", AIRPORT, faults, capitals),
        baggage: facts
            .get("baggage")
            .and_then(|value| read_baggage(value, faults)),
        forum: facts.parsed("forum", FORUM, faults, capitals),
        already_received: read_money(&facts, "already_received", faults),
        note: facts.text("note", faults).map(str::to_owned),
    }
}

fn read_reroute(value: &Value, faults: &mut Faults) -> Option<Reroute> {
    let reroute = Object::closed("facts.reroute", value, keys::REROUTE, faults)?;
    Some(Reroute {
        departure: reroute.time("departure", faults),
        arrival: reroute.time("arrival", faults),
        accepted: reroute.optional_flag("accepted", faults),
        self_arranged: reroute.flag("self_arranged", false, faults),
    })
}

fn read_baggage(value: &Value, faults: &mut Faults) -> Option<Baggage> {
    let baggage = Object::closed("facts.baggage", value, keys::BAGGAGE, faults)?;
    let kind = baggage.one_of("kind", keys::BAGGAGE_KINDS, faults);
    let reported_after_days = baggage.count("reported_after_days", faults);
    Some(Baggage {
        kind: kind?,
        reported_after_days,
    })
}

fn read_money(facts: &Object<'_>, key: &str, faults: &mut Faults) -> Option<Money> {
    let money = Object::closed(&facts.at(key), facts.get(key)?, keys::MONEY, faults)?;
    let minor = money.parsed("amount", AMOUNT, faults, |text| {
        decimal(text, 17, 2).filter(|minor| *minor < keys::TOO_LARGE)
    });
    let currency = money.parsed("currency", CURRENCY, faults, |text| {
        let known = CURRENCIES.contains(&text);
        known.then(|| text.parse().ok()).flatten()
    });
    Some(Money::new(minor?, currency?))
}
