//! Air passenger rights as a pure function: one case in, one reasoned
//! assessment out. No I/O, no clock, no randomness; the same code runs on the
//! server and in the browser.

pub mod assessment;
pub mod case;
pub mod code;
pub mod contract;
mod distance;
mod engine;
pub mod facts;
pub mod finding;
mod journey;
mod limitation;
pub mod missing_fact;
pub mod money;
pub mod reference;
pub mod regime;
mod regulation261;
pub mod rule;
pub mod timeline;

pub use assessment::{
    Assessment, Compensation, Deadline, Distance, Entry, NotCovered, OtherRight, Outcome, Right,
    Step,
};
pub use case::{Case, Disruption, Leg, LegStatus};
pub use code::{CarrierCode, Country, Currency, FlightNumber, Forum, Iata};
pub use engine::assess;
pub use facts::{
    ApprControl, Baggage, BaggageKind, Cabin, CarrierSize, Cause, Facts, RefusalGrounds, Reroute,
};
pub use finding::{Change, Finding, Place};
pub use missing_fact::MissingFact;
pub use money::Money;
pub use reference::{Airport, Carrier, Limitation, LimitationStart, ReferenceData, Zone};
pub use regime::Regime;
pub use rule::Rule;

/// Version of the rule set. It changes with every change of a rule or a sum.
pub const RULES: &str = "2026-11-20";
