//! Cases of every kind, made out of bytes: the same bytes give the same case on
//! every machine, and no bytes are refused. Property tests, fuzz targets, the
//! comparison with wasm32 and the benchmarks all draw from here.
//!
//! The cases lean towards what the law looks at: airports and carriers of every
//! state with rules of its own, days on which a rule began or ended, minutes on
//! both sides of every threshold. Where the bytes run out the plainest value is
//! taken, so that few bytes make a plain case and shrinking bytes shrinks cases.

mod answer;
mod choices;
mod claims;
mod day;
mod facts;
mod itinerary;
mod json;
mod place;
mod shared;
pub mod sound;
mod words;

use jiff::civil::Date;
use rights::{Case, Disruption};

use choices::Choices;

pub use answer::answer_faults;
pub use claims::{claim, claim_json};
pub use itinerary::local_time;
pub use json::json;
pub use shared::shared_cases;
pub use words::Keys;

/// Bytes that are enough for the longest case.
pub const ENOUGH: usize = 512;

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

/// Makes a case, in two of three one that could have come as JSON.
#[must_use]
pub fn case(bytes: &[u8]) -> Case {
    let mut choices = Choices::new(bytes);
    let well_formed = !choices.one_in(3);
    make(&mut choices, well_formed)
}

/// Makes a case that could have come as JSON: legs in order, known
/// airports, every booked time given.
#[must_use]
pub fn well_formed_case(bytes: &[u8]) -> Case {
    make(&mut Choices::new(bytes), true)
}

fn make(choices: &mut Choices<'_>, well_formed: bool) -> Case {
    let disruption = choices.of(&EVENTS);
    let home = place::any_home(choices);
    let legs = itinerary::legs(choices, home, disruption, well_formed);
    let facts = facts::facts(choices, home, &legs, disruption, well_formed);
    Case {
        disruption,
        assessed_on: assessed_on(choices, &legs),
        disrupted_leg: (!well_formed && choices.one_in(3))
            .then(|| choices.of(&[0, 1, 2, 7, 8, 4_000_000_000])),
        departure_day: (!well_formed && choices.one_in(3)).then(|| day::any(choices)),
        legs,
        facts,
    }
}

/// The day of the claim: soon, at the end of a period a law sets, or any.
fn assessed_on(choices: &mut Choices<'_>, legs: &[rights::Leg]) -> Date {
    let flight = legs.first().and_then(|leg| leg.scheduled_departure);
    let Some(flight) = flight.filter(|_| !choices.one_in(8)) else {
        return day::any(choices);
    };
    let after = choices.of(&[
        30, 0, 1, 364, 365, 366, 729, 730, 731, 1095, 2192, 4000, -10,
    ]);
    day::shifted(flight.date(), after)
}

/// The bytes that belong to a number: for runs that are to be repeated, here,
/// in a browser, or next year.
#[must_use]
pub fn seeded(seed: u64) -> Vec<u8> {
    let mut state = seed;
    let mut bytes = Vec::with_capacity(ENOUGH);
    while bytes.len() < ENOUGH {
        // SplitMix64 (Steele, Lea, Flood 2014).
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = state;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bytes.extend((word ^ (word >> 31)).to_le_bytes());
    }
    bytes
}
