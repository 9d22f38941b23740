//! The answer of one regime, as it is stored.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::said::Said;
use super::text::{as_optional_text, as_text};
use crate::assessment::{Outcome, Right};
use crate::code::{CarrierCode, Country, Forum};
use crate::coded::Code;
use crate::finding::{Change, Finding};
use crate::missing_fact::MissingFact;
use crate::money::Money;
use crate::regime::Regime;
use crate::rule::{About, Confidence};

/// The answer of one regime.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryV1 {
    /// The regime.
    pub regime: Code<Regime>,
    /// Its answer.
    pub outcome: Code<Outcome>,
    /// The sum owed per passenger.
    pub compensation: Option<CompensationV1>,
    /// The sum that is at stake whatever the outcome.
    #[serde(default)]
    pub at_stake: Option<CompensationV1>,
    /// The airline to claim from.
    #[serde(with = "as_text")]
    pub claim_from: CarrierCode,
    /// By when to claim in court.
    pub deadline: Option<DeadlineV1>,
    /// Rights beside the sum.
    pub other_rights: Vec<OtherRightV1>,
    /// Facts without which no answer is possible.
    pub missing_facts: Vec<Code<MissingFact>>,
    /// The whole reasoning, in order.
    pub steps: Vec<StepV1>,
    /// What would turn the answer.
    pub could_change: Vec<Said<Change>>,
    /// Regimes whose sum is not owed beside this one.
    pub excludes: Vec<Code<Regime>>,
    /// Whom to turn to after the airline; `None`: the courts.
    pub process: Option<ProcessV1>,
}

/// A sum per passenger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompensationV1 {
    /// The sum.
    #[serde(flatten)]
    pub amount: Money,
    /// Halved by the law.
    pub reduced: bool,
}

/// The last day for a claim in court.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineV1 {
    /// The earliest last day the sources give.
    #[serde(with = "as_text")]
    pub last_day: Date,
    /// The courts it is the rule of.
    #[serde(with = "as_text")]
    pub forum: Forum,
    /// The sources agree.
    pub certain: bool,
    /// The regime sets the period itself, whatever the court.
    #[serde(default)]
    pub own_period: bool,
    /// The latest last day the sources give; `None`: no sure end.
    #[serde(default, with = "as_optional_text")]
    pub longest: Option<Date>,
}

/// A right beside the sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherRightV1 {
    /// The right.
    pub right: Code<Right>,
    /// Where it stands.
    pub basis: String,
}

/// One step of the reasoning.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepV1 {
    /// The rule that was applied, as it was then.
    pub rule: RuleV1,
    /// Whether its condition is met.
    pub met: bool,
    /// What was looked at and found.
    pub finding: Said<Finding>,
}

/// A rule as it was when it was applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleV1 {
    /// The article or decision.
    pub source: String,
    /// What it looks at.
    pub about: Code<About>,
    /// How sure the source is.
    pub confidence: Code<Confidence>,
    /// The day on which somebody last held it against its source.
    #[serde(with = "as_text")]
    pub checked: Date,
}

/// Whom to turn to when the airline refuses or stays silent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcessV1 {
    /// Days to wait for the airline's answer first.
    pub wait_days: u32,
    /// The country the bodies are of.
    #[serde(with = "as_text")]
    pub country: Country,
    /// The body that enforces the law.
    pub enforcement: Option<String>,
    /// The body that settles single cases.
    pub conciliation: Option<String>,
    /// The body that enforces the law gives single passengers no sum.
    #[serde(default)]
    pub enforcement_awards_nothing: bool,
    /// By when the airline itself has to act.
    #[serde(default)]
    pub airline_clocks: Option<AirlineClocksV1>,
    /// What the courts ask for first.
    #[serde(default)]
    pub mediation: Option<MediationV1>,
}

/// By when an airline has to act on its own and on a complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AirlineClocksV1 {
    /// Hours after the end of the journey in which it tells how to claim.
    pub inform_hours: u32,
    /// Working days in which it confirms that it has a complaint.
    pub acknowledge_working_days: u32,
    /// Months in which it answers with reasons.
    pub reply_months: u32,
    /// Months in which it answers for good.
    pub final_reply_months: u32,
}

/// Courts that hear a claim only after mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediationV1 {
    /// The country of the courts.
    #[serde(with = "as_text")]
    pub country: Country,
    /// Who mediates.
    pub mediator: Option<String>,
    /// The day from which they ask for it.
    #[serde(with = "as_text")]
    pub since: Date,
    /// Who had claimed from the airline before this day is free of it.
    #[serde(default, with = "as_optional_text")]
    pub unless_claimed_before: Option<Date>,
}
