//! An assessment as JSON, in the contract's shape.

use serde_json::{Map, Value as Json, json};

use crate::assessment::{Assessment, Compensation, Entry, OtherRight, Process, Right, Step};
use crate::finding::Change;
use crate::missing_fact::MissingFact;
use crate::regime::Regime;
use crate::rule::Confidence;
use crate::value::Value;

/// Puts codes into words. The engine knows no language.
pub trait Sentences {
    /// What a step found.
    fn because(&self, step: &Step) -> String;
    /// The question for a missing fact.
    fn question(&self, fact: MissingFact) -> String;
    /// What could turn the answer.
    fn change(&self, change: &Change) -> String;
    /// What to keep as proof for a right.
    fn proof(&self, right: Right) -> String;
}

/// Writes an assessment.
#[must_use]
pub fn to_json(assessment: &Assessment, words: &impl Sentences) -> Json {
    let entries: Vec<Json> = assessment.entries.iter().map(|e| entry(e, words)).collect();
    let mut answer = json!({
        "rules": assessment.rules,
        "delay_minutes": assessment.delay_minutes,
        "distance": assessment.distance.map(|distance| json!({
            "origin": distance.origin.as_str(),
            "destination": distance.destination.as_str(),
            "km": kilometres(distance.km),
        })),
        "assessments": entries,
        "recommended": assessment.recommended.map(Regime::key),
    });
    if assessment.entries.is_empty() {
        let failed = assessment.out_of_scope.iter().map(|(regime, failed)| {
            let mut value = step(failed, words);
            value["regime"] = json!(regime.key());
            value
        });
        answer["out_of_scope"] = failed.collect();
    }
    answer
}

fn entry(entry: &Entry, words: &impl Sentences) -> Json {
    let missing = entry.missing_facts.iter();
    json!({
        "regime": entry.regime.key(),
        "outcome": entry.outcome.key(),
        "compensation": entry.compensation.as_ref().map(compensation),
        "claim_from": entry.claim_from.as_str(),
        "deadline": entry.deadline.map(|deadline| json!({
            "last_day": deadline.last_day.to_string(),
            "forum": deadline.forum.as_str(),
            "certain": deadline.certain,
        })),
        "other_rights": entry.other_rights.iter().map(|r| other_right(r, words)).collect::<Vec<_>>(),
        "missing_facts": missing
            .map(|fact| json!({"fact": fact.key(), "question": words.question(*fact)}))
            .collect::<Vec<_>>(),
        "steps": entry.steps.iter().map(|s| step(s, words)).collect::<Vec<_>>(),
        "could_change": entry.could_change.iter().map(|c| words.change(c)).collect::<Vec<_>>(),
        "excludes": entry.excludes.iter().map(|regime| regime.key()).collect::<Vec<_>>(),
        "process": entry.process.map(process),
    })
}

fn compensation(sum: &Compensation) -> Json {
    json!({
        "amount": sum.amount.decimal(),
        "currency": sum.amount.currency.as_str(),
        "reduced": sum.reduced,
    })
}

fn other_right(other: &OtherRight, words: &impl Sentences) -> Json {
    json!({
        "right": other.right.key(),
        "basis": other.basis,
        "keep": words.proof(other.right),
    })
}

fn process(process: Process) -> Json {
    json!({
        "wait_days": process.wait_days,
        "country": process.bodies.country.as_str(),
        "enforcement": process.bodies.enforcement,
        "conciliation": process.bodies.conciliation,
    })
}

fn step(step: &Step, words: &impl Sentences) -> Json {
    let values = step.finding.values();
    let values: Map<String, Json> = values
        .into_iter()
        .map(|(name, value)| (name.to_owned(), plain(&value)))
        .collect();
    json!({
        "rule": step.rule.source,
        "confidence": confidence(step.rule.confidence),
        "checked": step.rule.checked.to_string(),
        "met": step.met,
        "because": words.because(step),
        "values": values,
    })
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Sure => "sure",
        Confidence::Probable => "probable",
        Confidence::Unconfirmed => "unconfirmed",
    }
}

fn kilometres(km: f64) -> f64 {
    (km * 10.0).round() / 10.0
}

/// A value as a machine reads it: codes and numbers, durations in minutes.
fn plain(value: &Value) -> Json {
    match value {
        Value::Minutes(minutes) => json!(minutes),
        Value::Days(days) => json!(days),
        Value::Kilometres(km) => json!(kilometres(*km)),
        Value::Count(count) => json!(count),
        Value::Percent(percent) => json!(percent),
        Value::Money(money) => {
            json!({"amount": money.decimal(), "currency": money.currency.as_str()})
        }
        Value::Date(date) => json!(date.to_string()),
        Value::Place(place) => json!(place.code.as_str()),
        Value::CarrierCode(code) => json!(code.as_str()),
        Value::Country(country) => json!(country.as_str()),
        Value::Forum(forum) => json!(forum.as_str()),
        Value::Cause(cause) => json!(cause.key()),
        Value::RefusalGrounds(ground) => json!(ground.key()),
        Value::ApprControl(control) => json!(control.key()),
        Value::CarrierSize(size) => json!(size.key()),
    }
}
