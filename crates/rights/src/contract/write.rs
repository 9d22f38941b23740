//! An assessment in the contract's shape, ready to be written as JSON.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::assessment::{self, Assessment, Entry, Right};
use crate::code::{CarrierCode, Forum, Iata};
use crate::coded::Coded;
use crate::finding::{Change, Finding};
use crate::missing_fact::MissingFact;
use crate::regime::Regime;
use crate::value::Value;

/// Puts codes into words. The engine knows no language.
pub trait Sentences {
    /// What a step found.
    fn because(&self, step: &assessment::Step) -> String;
    /// The question for a fact that a regime misses.
    fn question(&self, regime: Regime, fact: MissingFact) -> String;
    /// What could turn the answer.
    fn change(&self, change: &Change) -> String;
    /// What to keep as proof for a right.
    fn proof(&self, right: Right) -> String;
}

/// The assessment of a case.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = Assessment))]
pub struct Answer {
    /// Version of the rule set.
    rules: &'static str,
    /// Arrival at the final destination against the booking; negative when early.
    delay_minutes: Option<i64>,
    /// From the first departure to the final destination.
    distance: Option<Distance>,
    /// One entry for every regime whose scope the journey meets, best first.
    assessments: Vec<RegimeAnswer>,
    /// The regime to claim under, where there is something to gain.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "EU261"))]
    recommended: Option<&'static str>,
    /// Only where no regime applies: the step on which each one failed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    out_of_scope: Vec<OutOfScope>,
}

/// Geodesic on WGS-84.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
struct Distance {
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "BRE"))]
    origin: Text<Iata>,
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "ASU"))]
    destination: Text<Iata>,
    /// Kilometres, to a tenth.
    km: f64,
}

/// The answer of one regime.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = RegimeAssessment))]
struct RegimeAnswer {
    /// `EU261`, `UK261`, `CA-APPR`, `TR-SHY`, `IL-ASL`, `BR-ANAC400`, `IN-DGCA`,
    /// `SA-GACA`, `US-DOT` or `MC99`.
    regime: &'static str,
    /// `eligible`, `no_compensation` or `depends`.
    outcome: &'static str,
    /// The sum owed per passenger; only where the outcome is `eligible`.
    compensation: Option<Compensation>,
    /// The airline to claim from.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "AF"))]
    claim_from: Text<CarrierCode>,
    /// By when to claim.
    deadline: Option<Deadline>,
    /// Rights beside the sum.
    other_rights: Vec<OtherRight>,
    /// Facts without which no answer is possible.
    missing_facts: Vec<Missing>,
    /// The whole reasoning, in order.
    steps: Vec<Step>,
    /// What could turn the answer.
    could_change: Vec<String>,
    /// RegimeAnswer whose sum is not owed beside this one.
    excludes: Vec<&'static str>,
    /// Whom to turn to after the airline; `null`: the courts.
    process: Option<Process>,
}

/// A sum per passenger.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
struct Compensation {
    /// Decimal, `600.00`.
    amount: String,
    /// ISO 4217, or `SDR`.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "EUR"))]
    currency: Text<crate::code::Currency>,
    /// Halved by the law.
    reduced: bool,
}

/// The last day for a claim.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
struct Deadline {
    /// The earliest last day the sources give, `YYYY-MM-DD`.
    last_day: String,
    /// The courts it is the rule of.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "DE"))]
    forum: Text<Forum>,
    /// The sources agree.
    certain: bool,
}

/// A right beside the sum.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
struct OtherRight {
    right: &'static str,
    /// Where it stands.
    basis: &'static str,
    /// What to keep as proof.
    keep: String,
}

/// A fact that is missing.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = MissingFact))]
struct Missing {
    /// Its key in the case, where it has one.
    fact: &'static str,
    /// The question in plain words.
    question: String,
}

/// One step of the reasoning.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
struct Step {
    /// The article or decision it rests on.
    rule: &'static str,
    /// How sure that source is: `sure`, `probable` or `unconfirmed`. What is
    /// unconfirmed never decides a sum.
    confidence: &'static str,
    /// The day on which the rule was last held against its source.
    checked: String,
    /// Whether its condition is met.
    met: bool,
    /// What was found, in a sentence.
    because: String,
    /// What it looked at: codes, numbers, minutes.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    values: Values,
}

/// A regime that does not apply.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
struct OutOfScope {
    regime: &'static str,
    #[serde(flatten)]
    step: Step,
}

/// What comes after the claim to the airline.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
struct Process {
    /// Days to wait for the airline's answer first.
    wait_days: u32,
    /// The country the bodies are of.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "DE"))]
    country: Text<crate::code::Country>,
    /// The body that enforces the law.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    enforcement: Option<&'static str>,
    /// The body that settles single cases.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    conciliation: Option<&'static str>,
    /// The body that enforces the law gives single passengers no sum.
    enforcement_awards_nothing: bool,
    /// By when the airline itself has to act, where the law says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    airline_clocks: Option<AirlineClocks>,
    /// What the courts ask for before they hear the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    mediation: Option<Mediation>,
}

/// By when an airline has to act on its own and on a complaint.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
struct AirlineClocks {
    /// Hours after the end of the journey in which it tells how to claim.
    inform_hours: u32,
    /// Working days in which it confirms that it has a complaint.
    acknowledge_working_days: u32,
    /// Months in which it answers with reasons.
    reply_months: u32,
    /// Months in which it answers for good, where it needs longer.
    final_reply_months: u32,
}

/// Courts that hear a claim only after mediation.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
struct Mediation {
    /// The country of the courts.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "FR"))]
    country: Text<crate::code::Country>,
    /// Who mediates.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    mediator: Option<&'static str>,
    /// The day from which they ask for it, `YYYY-MM-DD`.
    since: String,
    /// Who had claimed from the airline before this day is free of it.
    unless_claimed_before: Option<String>,
}

/// A short code, written as text without a copy on the heap.
#[derive(Debug)]
struct Text<T>(T);

impl<T: std::fmt::Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Puts an assessment into the contract's shape.
#[must_use]
pub fn answer(assessment: &Assessment, words: &impl Sentences) -> Answer {
    let failed = assessment.out_of_scope.iter();
    let failed = failed.filter(|_| assessment.entries.is_empty());
    Answer {
        rules: assessment.rules,
        delay_minutes: assessment.delay_minutes,
        distance: assessment.distance.map(|distance| Distance {
            origin: Text(distance.origin),
            destination: Text(distance.destination),
            km: tenth(distance.km),
        }),
        assessments: assessment.entries.iter().map(|e| entry(e, words)).collect(),
        recommended: assessment.recommended.map(Regime::key),
        out_of_scope: failed
            .map(|(regime, failed)| OutOfScope {
                regime: regime.key(),
                step: step(failed, words),
            })
            .collect(),
    }
}

fn entry(entry: &Entry, words: &impl Sentences) -> RegimeAnswer {
    let missing = entry.missing_facts.iter();
    RegimeAnswer {
        regime: entry.regime.key(),
        outcome: entry.outcome.key(),
        compensation: entry.compensation.map(|sum| Compensation {
            amount: sum.amount.decimal(),
            currency: Text(sum.amount.currency),
            reduced: sum.reduced,
        }),
        claim_from: Text(entry.claim_from),
        deadline: entry.deadline.map(|deadline| Deadline {
            last_day: deadline.last_day.to_string(),
            forum: Text(deadline.forum),
            certain: deadline.certain,
        }),
        other_rights: entry
            .other_rights
            .iter()
            .map(|r| other_right(r, words))
            .collect(),
        missing_facts: missing
            .map(|fact| Missing {
                fact: fact.key(),
                question: words.question(entry.regime, *fact),
            })
            .collect(),
        steps: entry.steps.iter().map(|s| step(s, words)).collect(),
        could_change: entry.could_change.iter().map(|c| words.change(c)).collect(),
        excludes: entry.excludes.iter().map(|regime| regime.key()).collect(),
        process: entry.process.map(process),
    }
}

fn process(process: assessment::Process) -> Process {
    Process {
        wait_days: process.wait_days,
        country: Text(process.bodies.country),
        enforcement: process.bodies.enforcement,
        conciliation: process.bodies.conciliation,
        enforcement_awards_nothing: process.bodies.enforcement_awards_nothing,
        airline_clocks: process.airline_clocks.map(|clocks| AirlineClocks {
            inform_hours: clocks.inform_hours,
            acknowledge_working_days: clocks.acknowledge_working_days,
            reply_months: clocks.reply_months,
            final_reply_months: clocks.final_reply_months,
        }),
        mediation: process.mediation.map(|mediation| Mediation {
            country: Text(mediation.country),
            mediator: mediation.mediator,
            since: mediation.since.to_string(),
            unless_claimed_before: mediation.unless_claimed_before.map(|day| day.to_string()),
        }),
    }
}

fn other_right(other: &assessment::OtherRight, words: &impl Sentences) -> OtherRight {
    OtherRight {
        right: other.right.key(),
        basis: other.basis,
        keep: words.proof(other.right),
    }
}

fn step(step: &assessment::Step, words: &impl Sentences) -> Step {
    Step {
        rule: step.rule.source,
        confidence: step.rule.confidence.code(),
        checked: step.rule.checked.to_string(),
        met: step.met,
        because: words.because(step),
        values: Values(step.finding),
    }
}

fn tenth(km: f64) -> f64 {
    (km * 10.0).round() / 10.0
}

/// The values of a finding, by name.
#[derive(Debug)]
struct Values(Finding);

impl Serialize for Values {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let values = self.0.values();
        let mut map = serializer.serialize_map(Some(values.len()))?;
        for (name, value) in values {
            map.serialize_entry(name, &Plain(value))?;
        }
        map.end()
    }
}

/// A value as a machine reads it: codes and numbers, durations in minutes.
struct Plain(Value);

impl Serialize for Plain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Kilometres(km) => serializer.serialize_f64(tenth(km)),
            other => other.serialize(serializer),
        }
    }
}
