//! The keys of the facts and what they stand for.

use rights::contract::{CURRENCIES, DISRUPTIONS, Field, Kind, field, required};
use rights::{Coded, Regime};

use crate::facts::Relation;

/// An amount below ten billion.
const AMOUNT_PATTERN: &str = "^[0-9]{1,10}(\\.[0-9]{1,2})?$";

/// A country, or a part of one.
const REGION_PATTERN: &str = "^[A-Z]{2}(-[A-Z]{2,3})?$";

/// The most travellers of a claim.
const MOST_PERSONS: u32 = 100;

/// The most documents that are listed.
const MOST_DOCUMENTS: usize = 50;

/// A rate of exchange: above zero and at most a thousand.
const RATE_PATTERN: &str = "^(0\\.([1-9][0-9]{0,3}|0[1-9][0-9]{0,2}|00[1-9][0-9]?|000[1-9])|[1-9][0-9]{0,2}(\\.[0-9]{1,4})?|1000(\\.0{1,4})?)$";

/// What money can be in: the list of the other contract without the special
/// drawing right (XDR is its code of ISO 4217) and without
/// the code for tests.
pub fn currencies() -> Vec<&'static str> {
    let money = |code: &&str| !["SDR", "XTS"].contains(code);
    CURRENCIES.iter().copied().filter(money).collect()
}

const AMOUNT: Kind = Kind::Code("250.00", AMOUNT_PATTERN);
const RATE: Kind = Kind::Code("4.25", RATE_PATTERN);
const AIRPORT: Kind = Kind::Code("DUS", "^[A-Z]{3}$");
const REGION: Kind = Kind::Code("DE", REGION_PATTERN);

/// The facts of a claim.
pub const FACTS: &[Field] = &[
    required("origin", AIRPORT, "The first airport of the booking."),
    required("destination", AIRPORT, "The last airport of the booking."),
    required(
        "carrier",
        Kind::Code("EW", "^([A-Z][A-Z0-9]|[0-9][A-Z]|[A-Z]{3})$"),
        "The airline the claim is against, by its IATA or ICAO code.",
    ),
    field(
        "carrier_licence",
        Kind::Code("DE", "^[A-Z]{2}$"),
        "The state of its licence, which stands for its seat; from the table of carriers where absent.",
    ),
    required(
        "disruption",
        Kind::Word(|| DISRUPTIONS.iter().map(|(word, _)| *word).collect()),
        "What went wrong.",
    ),
    required(
        "persons",
        Kind::Count(1, MOST_PERSONS),
        "How many travellers claim.",
    ),
    field(
        "relation",
        Kind::Word(|| Relation::WORDS.iter().map(|word| word.code()).collect()),
        "How several travellers belong together; asked where a French court may hear the claim.",
    ),
    required("sum", AMOUNT, "The fixed sum of all travellers."),
    field(
        "expenses",
        AMOUNT,
        "Expenses and refunds claimed beside the sum.",
    ),
    required(
        "currency",
        Kind::Word(currencies),
        "The currency of both, ISO 4217. Where no regime is given, a sum in GBP, CAD or USD is one of the law of that country where the flight touches it.",
    ),
    field(
        "regime",
        Kind::Word(|| Regime::ALL.iter().map(|regime| regime.code()).collect()),
        "The law the sum comes from, as the assessment names it; told by currency, airports and airline where absent.",
    ),
    field(
        "fx",
        Kind::Object(EXCHANGE),
        "Rates of exchange, where a forum's fees are in another currency; that of a claim in francs is CHF_per_EUR, and so on.",
    ),
    required("flight_day", Kind::Day, "The day of the flight."),
    field(
        "claim_sent",
        Kind::Day,
        "The day the claim was sent to the airline.",
    ),
    field(
        "demand_received",
        Kind::Day,
        "The day the airline got it; the day it was sent where absent.",
    ),
    field(
        "deadline_in_demand",
        Kind::Day,
        "The day by which it asked for payment.",
    ),
    field(
        "refused_on",
        Kind::Day,
        "The day of the airline's refusal; absent or null: no answer so far.",
    ),
    field(
        "filed_on",
        Kind::Day,
        "The day the forum got the claim, or is to get it.",
    ),
    field(
        "served_on",
        Kind::Day,
        "The day the airline was served with the claim.",
    ),
    field(
        "start_notice",
        Kind::Day,
        "Canada: the day on which the agency gave notice that its procedure starts.",
    ),
    field(
        "airline_answered_on",
        Kind::Day,
        "The day on which the airline answered the forum that has the claim.",
    ),
    field(
        "interest_to",
        Kind::Day,
        "The last day for which interest is counted; where absent the day of filing, and after service the day of the question, as far as rates are known, and no earlier than 31 August 2026.",
    ),
    field(
        "assessed_on",
        Kind::Day,
        "The day the question is asked on; where absent that of filing, else today.",
    ),
    field(
        "claimant_home",
        REGION,
        "Where the claimant lives: an ISO country, and the part where parts have courts of their own, GB-SCT, CA-ON.",
    ),
    field(
        "airline_has_address_in",
        Kind::Code("GB-ENG", REGION_PATTERN),
        "United Kingdom: where the airline has an address for service.",
    ),
    field(
        "private_trip",
        Kind::Flag(Some(true)),
        "The trip was private.",
    ),
    field(
        "one_claims_for_all",
        Kind::Flag(Some(true)),
        "One traveller claims for all, by assignment.",
    ),
    field(
        "assigned_to_firm",
        Kind::Flag(Some(false)),
        "The claim was assigned to a firm.",
    ),
    field(
        "in_court",
        Kind::Flag(Some(false)),
        "A court already has the claim.",
    ),
    field(
        "represented",
        Kind::Flag(Some(false)),
        "Somebody else acts for the travellers.",
    ),
    field(
        "under_18",
        Kind::Flag(Some(false)),
        "A traveller who claims is under eighteen.",
    ),
    field(
        "german_eid",
        Kind::Flag(None),
        "The claimant has a German identity card that signs in online; where absent, whoever lives in Germany has.",
    ),
    field(
        "legal_aid",
        Kind::Flag(Some(false)),
        "Legal aid was granted.",
    ),
    field(
        "mediation_excused",
        Kind::Flag(Some(false)),
        "France: there is a lawful excuse from asking the mediator first.",
    ),
    field(
        "airline_in_scheme",
        Kind::Flag(None),
        "United Kingdom: the airline belongs to a scheme of dispute resolution.",
    ),
    field(
        "body_asked",
        Kind::Flag(Some(false)),
        "The body out of court was asked already; a day in body_asked_on or body_ended_on says so too.",
    ),
    field(
        "body_asked_on",
        Kind::Day,
        "The day the body out of court was asked; its time for an answer counts from it.",
    ),
    field(
        "body_ended_on",
        Kind::Day,
        "The day on which the body ended its procedure, whatever came of it; absent: it goes on.",
    ),
    field(
        "documents_held",
        Kind::Texts(MOST_DOCUMENTS),
        "Keys of the documents at hand.",
    ),
    field(
        "delay_minutes",
        Kind::Count(0, 600_000),
        "Of the assessment; nothing here looks at it.",
    ),
    field(
        "arrival_after_minutes",
        Kind::Count(0, 600_000),
        "Of the assessment; nothing here looks at it.",
    ),
    field(
        "one_way_fare",
        AMOUNT,
        "Of the assessment; nothing here looks at it.",
    ),
];

/// Keys of the facts that only the assessment looks at.
pub const OF_THE_ASSESSMENT: [&str; 3] = ["delay_minutes", "arrival_after_minutes", "one_way_fare"];

/// Keys that a case has beside its facts.
pub const OF_A_CASE: [&str; 6] = ["id", "title", "facts", "expected", "confidence", "why"];

/// Rates of exchange.
pub const EXCHANGE: &[Field] = &[
    field("PLN_per_EUR", RATE, "How many zloty a euro is."),
    field("GBP_per_EUR", RATE, "How many pounds a euro is."),
    field("EUR_per_GBP", RATE, "How many euros a pound is."),
    field(
        "per_person_PLN",
        AMOUNT,
        "Poland: the sum for each traveller in zloty, which goes before the rate.",
    ),
];
