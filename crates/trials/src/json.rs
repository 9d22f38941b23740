//! A case in the contract's words, as JSON.

use jiff::civil::DateTime;
use rights::{
    Baggage, BaggageKind, Cabin, Case, Disruption, Facts, Leg, LegStatus, Money, Reroute,
};
use serde_json::{Map, Value, json};

/// The case as JSON. What is unknown is left out; what the contract has no word
/// for (the leg that the passenger named, but for a downgrade; a day without an hour)
/// is lost.
#[must_use]
pub fn json(case: &Case) -> Value {
    json!({
        "legs": legs(case),
        "disruption": disruption(case.disruption),
        "facts": facts(&case.facts),
        "assessed_on": case.assessed_on.to_string(),
    })
}

/// The legs, with the one that was flown in a lower class.
fn legs(case: &Case) -> Vec<Value> {
    let downgraded = case
        .disrupted_leg
        .filter(|_| case.disruption == Disruption::Downgrade);
    let written = case.legs.iter().enumerate().map(|(index, booked)| {
        let mut written = leg(booked);
        if downgraded == Some(index) {
            written["downgraded"] = Value::Bool(true);
        }
        written
    });
    written.collect()
}

/// An object of the keys that have a value.
fn object<const N: usize>(pairs: [(&str, Value); N]) -> Value {
    let known = pairs.into_iter().filter(|(_, value)| !value.is_null());
    let known = known.map(|(key, value)| (key.to_owned(), value));
    Value::Object(known.collect::<Map<_, _>>())
}

fn time(time: DateTime) -> String {
    time.strftime("%Y-%m-%dT%H:%M").to_string()
}

fn text<T: ToString>(value: Option<T>) -> Value {
    value.map_or(Value::Null, |value| Value::String(value.to_string()))
}

fn leg(leg: &Leg) -> Value {
    object([
        ("flight", text(Some(leg.flight))),
        ("operating_carrier", text(leg.operating_carrier)),
        ("marketing_flight", text(leg.marketing_flight)),
        ("carrier_licence", text(leg.carrier_licence)),
        ("origin", text(Some(leg.origin))),
        ("destination", text(Some(leg.destination))),
        (
            "scheduled_departure",
            text(leg.scheduled_departure.map(time)),
        ),
        ("scheduled_arrival", text(leg.scheduled_arrival.map(time))),
        ("actual_departure", text(leg.actual_departure.map(time))),
        ("actual_arrival", text(leg.actual_arrival.map(time))),
        ("status", text(Some(status(leg.status)))),
    ])
}

fn facts(facts: &Facts) -> Value {
    object([
        ("single_booking", json!(facts.single_booking)),
        ("checked_in_on_time", json!(facts.checked_in_on_time)),
        (
            "fare_available_to_public",
            json!(facts.fare_available_to_public),
        ),
        ("notice_days", json!(facts.notice_days)),
        ("reroute", json!(facts.reroute.map(reroute))),
        ("refund_chosen", json!(facts.refund_chosen)),
        ("contact_given", json!(facts.contact_given)),
        ("travelled", json!(facts.travelled)),
        ("cause", json!(facts.cause.map(rights::Cause::key))),
        ("cause_proven", json!(facts.cause_proven)),
        ("direct_cause", json!(facts.direct_cause)),
        ("measures_proven", json!(facts.measures_proven)),
        ("extraordinary_minutes", json!(facts.extraordinary_minutes)),
        ("carrier_minutes", json!(facts.carrier_minutes)),
        (
            "appr_control",
            json!(facts.appr_control.map(rights::ApprControl::key)),
        ),
        (
            "carrier_size",
            json!(facts.carrier_size.map(rights::CarrierSize::key)),
        ),
        ("denied_voluntarily", json!(facts.denied_voluntarily)),
        (
            "refusal_grounds",
            json!(facts.refusal_grounds.map(rights::RefusalGrounds::key)),
        ),
        ("oversold", json!(facts.oversold)),
        ("booked_class", json!(facts.booked_class.map(cabin))),
        ("flown_class", json!(facts.flown_class.map(cabin))),
        ("leg_fare", json!(facts.leg_fare.map(money))),
        ("proven_loss", json!(facts.proven_loss.map(money))),
        ("landed_at", text(facts.landed_at)),
        ("baggage", json!(facts.baggage.map(baggage))),
        ("forum", text(facts.forum)),
        ("already_received", json!(facts.already_received.map(money))),
        ("note", json!(facts.note)),
    ])
}

fn reroute(reroute: Reroute) -> Value {
    object([
        ("departure", text(reroute.departure.map(time))),
        ("arrival", text(reroute.arrival.map(time))),
        ("accepted", json!(reroute.accepted)),
        ("self_arranged", json!(reroute.self_arranged)),
    ])
}

fn money(money: Money) -> Value {
    json!({ "amount": money.decimal(), "currency": money.currency.as_str() })
}

fn baggage(baggage: Baggage) -> Value {
    let kind = match baggage.kind {
        BaggageKind::Delayed => "delayed",
        BaggageKind::Lost => "lost",
        BaggageKind::Damaged => "damaged",
    };
    object([
        ("kind", json!(kind)),
        ("reported_after_days", json!(baggage.reported_after_days)),
    ])
}

fn cabin(cabin: Cabin) -> &'static str {
    match cabin {
        Cabin::First => "first",
        Cabin::Business => "business",
        Cabin::PremiumEconomy => "premium_economy",
        Cabin::Economy => "economy",
    }
}

fn status(status: LegStatus) -> &'static str {
    match status {
        LegStatus::Operated => "operated",
        LegStatus::Cancelled => "cancelled",
        LegStatus::Missed => "missed",
        LegStatus::Denied => "denied",
        LegStatus::Diverted => "diverted",
    }
}

pub(crate) fn disruption(disruption: Disruption) -> &'static str {
    match disruption {
        Disruption::Delay => "delay",
        Disruption::Cancellation => "cancellation",
        Disruption::MissedConnection => "missed_connection",
        Disruption::DeniedBoarding => "denied_boarding",
        Disruption::Downgrade => "downgrade",
        Disruption::BroughtForward => "brought_forward",
        Disruption::Diversion => "diversion",
        Disruption::Baggage => "baggage",
    }
}
