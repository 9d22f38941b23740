//! Air passenger rights as a pure function: one case in, one reasoned
//! assessment out. No I/O, no clock, no randomness; the same code runs on the
//! server and in the browser.

pub mod assessment;
mod beside;
mod booking;
pub mod brazil;
pub mod canada;
pub mod case;
mod circumstances;
pub mod code;
mod coded;
pub mod contract;
mod disruption;
mod distance;
mod engine;
mod evidence;
pub mod facts;
pub mod finding;
pub mod india;
pub mod israel;
mod journey;
mod limitation;
mod merit;
pub mod missing_fact;
pub mod money;
pub mod montreal;
mod notice;
mod operator;
mod passenger;
mod process;
mod reasoning;
pub mod reference;
pub mod regime;
pub mod regulation261;
pub mod rule;
pub mod saudi_arabia;
mod set_off;
mod settlement;
pub mod snapshot;
mod sum;
pub mod timeline;
pub mod turkey;
pub mod united_states;
pub mod value;

pub use assessment::{
    AirlineClocks, Assessment, Compensation, Deadline, Distance, Entry, Mediation, OtherRight,
    Outcome, Process, Right, Step,
};
pub use case::{Case, Disruption, Leg, LegStatus};
pub use code::{CarrierCode, Country, Currency, FlightNumber, Forum, Iata};
pub use coded::{Code, Coded};
pub use distance::kilometres;
pub use engine::{assess, rules};
pub use evidence::Evidence;
pub use facts::{
    ApprControl, Baggage, BaggageKind, Cabin, CarrierSize, Cause, Facts, RefusalGrounds, Reroute,
};
pub use finding::{Change, Finding, Place};
pub use missing_fact::MissingFact;
pub use money::Money;
pub use reference::{
    Airport, Bodies, Carrier, ConciliationBody, Limitation, LimitationStart, MediationRule,
    ReferenceData, TreatyState, Zone,
};
pub use regime::Regime;
pub use rule::{About, Confidence, Rule};
pub use value::Value;

/// Version of the rule set. It changes with every change of a rule or a sum.
pub const RULES: &str = "2026-12-03";
