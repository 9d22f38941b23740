//! An assessment as it is stored with a claim: codes and values, never
//! sentences, so that it says the same in every language and after every change
//! of a rule.
//!
//! It is written once and never made again from today's rules. What a newer
//! release wrote is read as far as it is understood here.

mod entry;
mod of;
mod said;
mod text;
mod written;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::{CarrierCode, Iata};
use crate::coded::Code;
use crate::regime::Regime;
pub use crate::value::{Shape, Vocabulary};

pub use entry::{
    AirlineClocksV1, CompensationV1, DeadlineV1, EntryV1, MediationV1, OtherRightV1, ProcessV1,
    RuleV1, StepV1,
};
pub use said::Said;
pub use text::{as_optional_text, as_text};

/// An assessment, version 1 of its stored form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AssessmentV1 {
    /// Version of the stored form.
    pub version: u32,
    /// Version of the rule set that made it.
    pub rules: String,
    /// The day as of which it was made.
    #[serde(with = "as_text")]
    pub assessed_on: Date,
    /// Arrival at the final destination against the booking, in minutes;
    /// negative when early.
    pub delay_minutes: Option<i64>,
    /// First departure to final destination.
    pub distance: Option<DistanceV1>,
    /// One entry for every regime whose scope the journey meets, best first.
    pub entries: Vec<EntryV1>,
    /// Which of the entries to go by.
    pub leading: usize,
    /// The regime to claim under, if there is something to gain.
    pub recommended: Option<Code<Regime>>,
    /// Regimes whose scope the journey does not meet, with the step that failed.
    pub out_of_scope: Vec<OutOfScopeV1>,
    /// The airports that it names, as they were called.
    #[serde(default)]
    pub airports: Vec<AirportNameV1>,
    /// The airlines that it names, as they were called.
    #[serde(default)]
    pub carriers: Vec<CarrierNameV1>,
}

/// Geodesic on WGS-84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DistanceV1 {
    /// First departure.
    #[serde(with = "as_text")]
    pub origin: Iata,
    /// Final destination.
    #[serde(with = "as_text")]
    pub destination: Iata,
    /// Kilometres, to the metre.
    pub km: f64,
}

/// A regime that does not apply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OutOfScopeV1 {
    /// The regime.
    pub regime: Code<Regime>,
    /// The step on which it failed.
    pub step: StepV1,
}

/// What an airport was called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AirportNameV1 {
    /// Its code.
    #[serde(with = "as_text")]
    pub code: Iata,
    /// Its city, in English.
    pub city: String,
}

/// What an airline was called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarrierNameV1 {
    /// Its code.
    #[serde(with = "as_text")]
    pub code: CarrierCode,
    /// Its name.
    pub name: String,
}

impl AssessmentV1 {
    /// The version that is written.
    pub const VERSION: u32 = 1;

    /// The entry to go by.
    #[must_use]
    pub fn best(&self) -> Option<&EntryV1> {
        self.entries.get(self.leading)
    }

    /// Reads what was stored. `None` for what is none: nothing of it is guessed.
    #[must_use]
    pub fn read(stored: &serde_json::Value) -> Option<Self> {
        Self::deserialize(stored).ok()
    }
}
