//! The words of the contract and what they stand for.

use super::currencies::CURRENCIES;
use super::field::{Field, Kind, field, required};
use crate::case::{Disruption, LegStatus};
use crate::facts::{ApprControl, BaggageKind, Cabin, CarrierSize, Cause, RefusalGrounds};

/// The words of a list.
fn words<T>(list: &[(&'static str, T)]) -> Vec<&'static str> {
    list.iter().map(|(word, _)| *word).collect()
}

/// The most legs a journey may have.
pub const MOST_LEGS: usize = 8;

/// The longest notice, in days: airlines sell less than a year ahead.
pub const MOST_DAYS: u32 = 1000;

/// The longest delay, in minutes: a little over a year.
pub const MOST_MINUTES: u32 = 600_000;

const FLIGHT: Kind = Kind::Code(
    "AF1225",
    "^([A-Za-z]{3}|[A-Za-z][A-Za-z0-9]|[0-9][A-Za-z]) ?[0-9]{1,4}[A-Za-z]?$",
);
const CARRIER: Kind = Kind::Code("AF", "^([A-Za-z]{3}|[A-Za-z][A-Za-z0-9]|[0-9][A-Za-z])$");
const AIRPORT: Kind = Kind::Code("BRE", "^[A-Z]{3}$");
const COUNTRY: Kind = Kind::Code("FR", "^[A-Z]{2}$");
const FORUM: Kind = Kind::Code("DE", "^([A-Z]{2}|GB-SCT)$");
const AMOUNT: Kind = Kind::Code("600.00", r"^([0-9]{1,16}|[0-8][0-9]{16})(\.[0-9]{1,2})?$");

/// The least amount that is too large, in hundredths: of them there are no more than
/// can be counted.
pub const TOO_LARGE: i64 = 9_000_000_000_000_000_000;

/// A case.
pub const CASE: &[Field] = &[
    required(
        "legs",
        Kind::List(LEG, MOST_LEGS),
        "The booked itinerary, in order.",
    ),
    required(
        "disruption",
        Kind::Word(|| words(DISRUPTIONS)),
        "What went wrong.",
    ),
    field(
        "facts",
        Kind::Object(FACTS),
        "Everything else; what is absent is unknown.",
    ),
    field(
        "assessed_on",
        Kind::Day,
        "The day on which the case is judged, which is also that of the claim. Today where absent.",
    ),
];

/// A leg.
pub const LEG: &[Field] = &[
    required(
        "flight",
        FLIGHT,
        "Flight number as on the ticket; AFR1225 and AF 1225 will do.",
    ),
    field(
        "operating_carrier",
        CARRIER,
        "Airline that runs the flight (under a wet lease the lessee), IATA or ICAO. That of the flight number where absent.",
    ),
    field(
        "marketing_flight",
        FLIGHT,
        "Number under which the flight was sold, where it is another.",
    ),
    field(
        "carrier_licence",
        COUNTRY,
        "ISO country of the operating licence; goes before the table of carriers.",
    ),
    required("origin", AIRPORT, "IATA code of the airport of departure."),
    required(
        "destination",
        AIRPORT,
        "IATA code of the airport of arrival.",
    ),
    required(
        "scheduled_departure",
        Kind::Time,
        "Booked departure, local time at the airport.",
    ),
    required(
        "scheduled_arrival",
        Kind::Time,
        "Booked arrival, local time at the airport.",
    ),
    field("actual_departure", Kind::Time, "Real departure."),
    field(
        "actual_arrival",
        Kind::Time,
        "Real arrival, doors open. Of a leg that was not completed as booked: when the passenger reached its destination.",
    ),
    field(
        "status",
        Kind::Word(|| words(STATUSES)),
        "What became of the leg; operated where absent.",
    ),
    field(
        "downgraded",
        Kind::Flag(Some(false)),
        "For a downgrade: this is the flight on which the passenger was put in a lower class; one leg at most. Where no leg says so it may have been any that was flown, and where these give different shares the answer stays open. Not read for other disruptions.",
    ),
];

/// The facts.
pub const FACTS: &[Field] = &[
    field(
        "single_booking",
        Kind::Flag(Some(true)),
        "All legs are one booking.",
    ),
    field(
        "checked_in_on_time",
        Kind::Flag(Some(true)),
        "The passenger presented in time.",
    ),
    field(
        "fare_available_to_public",
        Kind::Flag(Some(true)),
        "The fare was open to the public; frequent-flyer tickets are.",
    ),
    field(
        "notice_days",
        Kind::Count(0, MOST_DAYS),
        "Whole days between being told and the booked departure.",
    ),
    field("reroute", Kind::Object(REROUTE), "The replacement journey."),
    field(
        "refund_chosen",
        Kind::Flag(Some(false)),
        "The passenger took the fare back.",
    ),
    field(
        "contact_given",
        Kind::Flag(Some(true)),
        "India: the passenger left a telephone number or address by which the airline could reach them. Without it no sum is due for a cancellation or a missed connection (para 3.3); a refused boarding is told at the gate.",
    ),
    field("travelled", Kind::Flag(Some(true)), "The passenger flew."),
    field(
        "cause",
        Kind::Word(|| words(&Cause::ALL)),
        "Why it happened, as far as anyone says. Of fuel_shortage: the airport had no fuel to give; an airline that ran out of its own has operational reasons.",
    ),
    field(
        "cause_proven",
        Kind::Flag(Some(false)),
        "The cause is shown, not merely stated by the airline.",
    ),
    field(
        "direct_cause",
        Kind::Flag(None),
        "European rules from 23 October 2027: the cause led to the disruption directly; as cause_proven where absent.",
    ),
    field(
        "measures_proven",
        Kind::Flag(None),
        "True: the airline has shown that all reasonable measures would not have helped. False: it has not, or they would have. Absent: open.",
    ),
    field(
        "extraordinary_minutes",
        Kind::Count(0, MOST_MINUTES),
        "Minutes of the delay due to extraordinary circumstances.",
    ),
    field(
        "carrier_minutes",
        Kind::Count(0, MOST_MINUTES),
        "Minutes of the delay due to the airline.",
    ),
    field(
        "appr_control",
        Kind::Word(|| words(CONTROLS)),
        "Canada: how far the airline controls the event; from the cause where absent.",
    ),
    field(
        "carrier_size",
        Kind::Word(|| words(SIZES)),
        "Canada: size of the airline; from the table of carriers where absent.",
    ),
    field(
        "denied_voluntarily",
        Kind::Flag(Some(false)),
        "The passenger gave up the seat for agreed benefits.",
    ),
    field(
        "refusal_grounds",
        Kind::Word(|| words(GROUNDS)),
        "A ground for refusing boarding that really existed.",
    ),
    field("oversold", Kind::Flag(None), "More passengers than seats."),
    field(
        "booked_class",
        Kind::Word(|| words(CABINS)),
        "Class paid for.",
    ),
    field(
        "flown_class",
        Kind::Word(|| words(CABINS)),
        "Class flown in.",
    ),
    field(
        "leg_fare",
        Kind::Object(MONEY),
        "The figure that a share is taken of. EU261 and UK261: the price of the flight flown in a lower class, without taxes that do not depend on the class. US-DOT: the one-way fare with taxes, in USD. IN-DGCA: refused boarding and cancellation, the one-way basic fare plus fuel charge; both in INR; a lower class, the ticket with taxes, in any currency. SA-GACA: the value of the part of the ticket that was not used.",
    ),
    field(
        "proven_loss",
        Kind::Object(MONEY),
        "Loss the passenger can show.",
    ),
    field("landed_at", AIRPORT, "Where a diverted aircraft came down."),
    field(
        "baggage",
        Kind::Object(BAGGAGE),
        "What happened to the baggage.",
    ),
    field(
        "forum",
        FORUM,
        "Courts the claim would go to: an ISO country, or GB-SCT for Scotland.",
    ),
    field(
        "already_received",
        Kind::Object(MONEY),
        "What the airline has paid per passenger for the event.",
    ),
    field("note", Kind::Text("free text"), "Never judged."),
];

/// A replacement journey.
pub const REROUTE: &[Field] = &[
    field(
        "departure",
        Kind::Time,
        "When it leaves, local time at its airport.",
    ),
    field(
        "arrival",
        Kind::Time,
        "When it reaches the end of the journey, local time there.",
    ),
    field(
        "accepted",
        Kind::Flag(None),
        "Whether the passenger took it.",
    ),
    field(
        "self_arranged",
        Kind::Flag(Some(false)),
        "The passenger arranged it: it counts for the arrival, never as an offer.",
    ),
];

/// A sum.
pub const MONEY: &[Field] = &[
    required("amount", AMOUNT, "Decimal, at most two places."),
    required(
        "currency",
        Kind::Word(|| CURRENCIES.to_vec()),
        "ISO 4217, or SDR.",
    ),
];

/// Baggage.
pub const BAGGAGE: &[Field] = &[
    required(
        "kind",
        Kind::Word(|| words(BAGGAGE_KINDS)),
        "What happened.",
    ),
    field(
        "reported_after_days",
        Kind::Count(0, MOST_DAYS),
        "Days between delivery, or arrival, and the complaint.",
    ),
];

/// Disruptions.
pub const DISRUPTIONS: &[(&str, Disruption)] = &[
    ("delay", Disruption::Delay),
    ("cancellation", Disruption::Cancellation),
    ("missed_connection", Disruption::MissedConnection),
    ("denied_boarding", Disruption::DeniedBoarding),
    ("downgrade", Disruption::Downgrade),
    ("brought_forward", Disruption::BroughtForward),
    ("diversion", Disruption::Diversion),
    ("baggage", Disruption::Baggage),
];

/// The disruption of a word.
#[must_use]
pub fn disruption(word: &str) -> Option<Disruption> {
    let found = DISRUPTIONS.iter().find(|(other, _)| *other == word);
    found.map(|(_, disruption)| *disruption)
}

/// What became of a leg.
pub const STATUSES: &[(&str, LegStatus)] = &[
    ("operated", LegStatus::Operated),
    ("cancelled", LegStatus::Cancelled),
    ("missed", LegStatus::Missed),
    ("denied", LegStatus::Denied),
    ("diverted", LegStatus::Diverted),
];

/// Grounds for refusal.
pub const GROUNDS: &[(&str, RefusalGrounds)] = &[
    ("inadequate_documents", RefusalGrounds::InadequateDocuments),
    ("health", RefusalGrounds::Health),
    ("safety", RefusalGrounds::Safety),
    ("security", RefusalGrounds::Security),
];

/// Canadian categories of control.
pub const CONTROLS: &[(&str, ApprControl)] = &[
    ("within_control", ApprControl::WithinControl),
    ("within_control_safety", ApprControl::WithinControlSafety),
    ("outside_control", ApprControl::OutsideControl),
];

/// Canadian sizes of carriers.
pub const SIZES: &[(&str, CarrierSize)] =
    &[("large", CarrierSize::Large), ("small", CarrierSize::Small)];

/// Classes of travel.
pub const CABINS: &[(&str, Cabin)] = &[
    ("first", Cabin::First),
    ("business", Cabin::Business),
    ("premium_economy", Cabin::PremiumEconomy),
    ("economy", Cabin::Economy),
];

/// Kinds of harm to baggage.
pub const BAGGAGE_KINDS: &[(&str, BaggageKind)] = &[
    ("delayed", BaggageKind::Delayed),
    ("lost", BaggageKind::Lost),
    ("damaged", BaggageKind::Damaged),
];
